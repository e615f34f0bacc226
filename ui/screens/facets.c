/*
 * Which programs the lists of the catalogue show, as a popup (ticks.h): ten groups, any value of
 * a group, and all groups together. A value that nothing in the catalogue has is not offered,
 * unless it is chosen; one that the other choices leave empty is dim.
 */
#include "ui/screens/facets.h"
#include "ui/screens/ticks.h"

#include "report/words.h"

/* ---- the world ---- */

static bool is_planned(const void *context, const Program *program) {
    return work_item(context, program->id) != NULL;
}

static bool is_bookmarked(const void *context, const Program *program) {
    return work_is_bookmarked(context, BOOKMARK_PROGRAM, program->id);
}

FacetWorld facets_world(const App *app) {
    return (FacetWorld){app->catalogue, app->today, app, is_planned, is_bookmarked};
}

bool app_shows(const App *app, const Program *program) {
    FacetWorld world = facets_world(app);
    return facets_match(&world, &app->facets, program);
}

bool facets_are_of(ScreenId id) {
    return id == SCREEN_ROADMAP || id == SCREEN_SEARCH;
}

void facets_clear(App *app) {
    app->facets = (Facets){0};
    app_say(app, "%s", _("All programs are shown again."));
}

/* ---- the choices ---- */

static bool may_be_empty(Facet facet) {
    return facet != FACET_NEED && facet != FACET_AUDIENCE && facet != FACET_KIND &&
           facet != FACET_PROVIDER && facet != FACET_COUNTRY;
}

static void add_facet(TickBoard *board, Tick *at, Facet facet, const FacetCounts *counts) {
    const App *app = board->app;
    int values = facet_values(app->catalogue, facet), first = facet == FACET_STEP ? 1 : 0;
    for (int i = 0; i < values; i++) {
        int value = (first + i) % values; /* what serves all steps stands last */
        bool on = facets_has(&app->facets, facet, value);
        if (!on && !may_be_empty(facet) && counts->every[facet][value] == 0)
            continue;
        at[board->count++] = (Tick){
            .group = (int)facet,
            .value = value,
            .heading = facet_name(facet),
            .name = facet_value_name(app, board->arena, facet, value),
            .id = arena_printf(board->arena, "%s-%s", facet_id(facet),
                               facet_value_id(board->arena, app->catalogue, facet, value)),
            .count = counts->values[facet][value],
            .on = on,
        };
    }
}

/* What its choices say is old by then. */
static const char *title(const App *app, Arena *arena) {
    const char *as_of = words_as_of_edition(arena, &app->catalogue->edition, app->today);
    const char *text = _("Which programs are shown");
    return is_absent(as_of) ? text : arena_printf(arena, "%s  %s", text, as_of);
}

static TickBoard board_of(const App *app, Arena *arena) {
    FacetWorld world = facets_world(app);
    ProgramRefs all = facets_everything(app->catalogue, arena);
    FacetCounts counts = facets_count(&world, &app->facets, all, arena);
    size_t most = 1;
    for (int facet = 0; facet < FACET_COUNT; facet++)
        most += (size_t)facet_values(app->catalogue, (Facet)facet);
    Tick *at = arena_new(arena, Tick, most);
    at[0] = (Tick){.group = -1,
                   .name = _("Show all"),
                   .id = "all",
                   .count = counts.all,
                   .on = !facets_are_on(&app->facets)};
    TickBoard board = {.app = app,
                       .arena = arena,
                       .title = title(app, arena),
                       .total = facets_count_text(app, arena, counts.shown, counts.all),
                       .at = at,
                       .count = 1,
                       .columns_most = 5,
                       .widest_most = 58,
                       .each_most = 28};
    for (int facet = 0; facet < FACET_COUNT; facet++)
        add_facet(&board, at, (Facet)facet, &counts);
    return board;
}

/* ---- the popup ---- */

static bool facets_command(App *app, ScreenState *screen, CommandId command) {
    TickBoard board = board_of(app, &app->scratch);
    const Tick *ticked;
    if (!ticks_command(&board, &screen->facets.list, command, &ticked))
        return false;
    if (ticked != NULL && ticked->group < 0)
        app->facets = (Facets){0};
    else if (ticked != NULL)
        facets_toggle(&app->facets, (Facet)ticked->group, ticked->value);
    return true;
}

static void facets_view(const App *app, const ScreenState *screen, const Canvas *body) {
    TickBoard board = board_of(app, body->frame);
    ticks_view(&board, &screen->facets.list, body);
}

static void facets_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("What it shows"));
}

/* ---- the session ---- */

static const char *key_of(Arena *arena, Facet facet) {
    return arena_printf(arena, "show-%s", facet_id(facet));
}

void facets_keep(const App *app, Keep *keep) {
    Arena arena = {0};
    for (int facet = 0; facet < FACET_COUNT; facet++)
        if (facets_has_any(&app->facets, (Facet)facet))
            keep_text(keep, key_of(&arena, (Facet)facet),
                      facets_ids(&arena, app->catalogue, &app->facets, (Facet)facet));
    arena_release(&arena);
}

void facets_recall(App *app, const Recall *recall) {
    Arena arena = {0};
    for (int facet = 0; facet < FACET_COUNT; facet++)
        facets_choose_ids(app->catalogue, &app->facets, (Facet)facet,
                          recall_text(recall, key_of(&arena, (Facet)facet)));
    arena_release(&arena);
}

static void popup_keep(const App *app, const ScreenState *screen, Keep *keep) {
    Arena arena = {0};
    TickBoard board = board_of(app, &arena);
    ticks_keep(&board, &screen->facets.list, keep);
    arena_release(&arena);
}

static bool popup_recall(App *app, ScreenState *screen, const Recall *recall) {
    Arena arena = {0};
    TickBoard board = board_of(app, &arena);
    ticks_recall(&board, &screen->facets.list, recall);
    arena_release(&arena);
    return true;
}

const ScreenClass screen_facets = {
    .name = "facets",
    .is_popup = true,
    .crumbs = facets_crumbs,
    .step = screen_no_step,
    .command = facets_command,
    .text = ticks_text,
    .keep = popup_keep,
    .recall = popup_recall,
    .view = facets_view,
    .hints = {{CMD_OPEN, N_("tick")},
              {CMD_BACK, N_("close")},
              {CMD_NEXT, N_("next group")},
              {CMD_UNFILTER, NULL}},
};
