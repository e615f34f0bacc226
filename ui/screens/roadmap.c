/*
 * The roadmap, where everything begins: four steps side by side, and what serves all of
 * them. This file is its state and commands; roadmap_view.c paints it.
 */
#include "ui/screens/roadmap.h"

#include "report/words.h"

/* Goes through the programs of a pane, need by need: what a file of the user's adds joins its
 * need. With the rest 0 it stands before the first. */
typedef struct Walk {
    const Catalogue *catalogue;
    int pane;
    size_t need, at; /* the need it is in, and how many programs of the catalogue are behind */
} Walk;

static const Program *next_of(const Programs *all, const Need *need, size_t *at) {
    while (*at < all->count) {
        const Program *program = &all->at[(*at)++];
        if (need == NULL || program->need == need)
            return program;
    }
    return NULL;
}

/* NULL at the end. */
static const Program *walk_on(Walk *walk) {
    const Needs *needs = &walk->catalogue->needs;
    if (walk->pane == 0)
        return next_of(&walk->catalogue->resources, NULL, &walk->at);
    for (; walk->need < needs->count; walk->need++, walk->at = 0) {
        const Need *need = &needs->at[walk->need];
        const Program *program =
            need->step == walk->pane ? next_of(&walk->catalogue->programs, need, &walk->at) : NULL;
        if (program != NULL)
            return program;
    }
    return NULL;
}

static ProgramRefs all_of(const App *app, Arena *arena, int pane) {
    const Catalogue *catalogue = app->catalogue;
    size_t most = pane == 0 ? catalogue->resources.count : catalogue->programs.count, count = 0;
    const Program *program, **items = arena_new(arena, const Program *, most);
    for (Walk walk = {.catalogue = catalogue, .pane = pane}; (program = walk_on(&walk)) != NULL;)
        items[count++] = program;
    return (ProgramRefs){items, count};
}

PaneItems pane_items(const App *app, Arena *arena, int pane) {
    ProgramRefs all = all_of(app, arena, pane);
    const Program **at = arena_new(arena, const Program *, all.count);
    int *places = arena_new(arena, int, all.count), count = 0;
    bool filtered = facets_are_on(&app->facets);
    for (size_t i = 0; i < all.count; i++)
        if (!filtered || app_shows(app, all.at[i])) {
            places[count] = (int)i;
            at[count++] = all.at[i];
        }
    return (PaneItems){at, places, count, all};
}

ListState pane_at(const PaneItems *items, const ListState *state) {
    int at = 0;
    while (at < items->count - 1 && items->places[at] < state->selected)
        at++;
    return (ListState){at, state->top};
}

/* all_of(…).at[index] and pane_at, without the lists, which several times a key would be too
 * dear; NULL where there is none, or none is shown. */
static const Program *item_at(const App *app, int pane, int index) {
    Walk walk = {.catalogue = app->catalogue, .pane = pane};
    const Program *program = walk_on(&walk);
    while (program != NULL && index-- > 0)
        program = walk_on(&walk);
    return program;
}

static const Program *selected(const App *app, const RoadmapState *state) {
    Walk walk = {.catalogue = app->catalogue, .pane = state->pane};
    bool filtered = facets_are_on(&app->facets);
    const Program *program, *shown = NULL;
    for (int i = 0; (program = walk_on(&walk)) != NULL; i++) {
        shown = !filtered || app_shows(app, program) ? program : shown;
        if (shown == program && i >= state->lists[state->pane].selected)
            break;
    }
    return shown;
}

void roadmap_select(const App *app, RoadmapState *state, const Program *program) {
    Arena arena = {0};
    state->pane = program->cross_step ? 0 : program->step;
    ProgramRefs all = all_of(app, &arena, state->pane);
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i] == program)
            state->lists[state->pane].selected = (int)i;
    arena_release(&arena);
}

/* ---- commands ---- */

static bool in_list(App *app, RoadmapState *state, CommandId command) {
    ListBox box = roadmap_list_box(app, state->pane);
    PaneList pane;
    List list = pane_list(&pane, app, &app->scratch, state->pane, box.cols, box.rows);
    ListState at = pane_at(&pane.items, &state->lists[state->pane]);
    if (!screen_list_command(&list, &at, box.rows, command))
        return false;
    if (list.count > 0)
        state->lists[state->pane] = (ListState){pane.items.places[at.selected], at.top};
    return true;
}

/* Tab goes round all five; the arrows stop at the ends of the four steps. */
static bool between_panes(RoadmapState *state, CommandId command) {
    int step = state->pane;
    switch (command) {
    case CMD_NEXT:
        state->pane = (step + 1) % (STEP_COUNT + 1);
        return true;
    case CMD_PREVIOUS:
        state->pane = (step + STEP_COUNT) % (STEP_COUNT + 1);
        return true;
    case CMD_RIGHT:
        state->pane = MIN_OF(step + 1, STEP_COUNT);
        return true;
    case CMD_LEFT:
        state->pane = MAX_OF(step - 1, 0);
        return true;
    default:
        return false;
    }
}

/* The filter lets nothing of the pane through. */
static bool is_emptied(const App *app, const RoadmapState *state) {
    return selected(app, state) == NULL && item_at(app, state->pane, 0) != NULL;
}

static bool open_selected(App *app, const RoadmapState *state) {
    const Program *program = selected(app, state);
    bool emptied = program == NULL && is_emptied(app, state);
    if (program != NULL)
        app_open_program(app, program);
    else if (emptied)
        facets_drop_worst(app, all_of(app, &app->scratch, state->pane));
    return program != NULL || emptied;
}

static bool roadmap_command(App *app, ScreenState *screen, CommandId command) {
    RoadmapState *state = &screen->roadmap;
    if (in_list(app, state, command) || between_panes(state, command))
        return true;
    switch (command) {
    case CMD_OPEN:
        return open_selected(app, state);
    case CMD_FIND_NEXT:
    case CMD_FIND_PREVIOUS:
        roadmap_find(app, state, command == CMD_FIND_NEXT ? 1 : -1);
        return true;
    case CMD_BACK: /* else disabled */
        app_say(app, _("\"%s\" is no longer looked for."), app->find.words);
        find_turn_on(app, "");
        return true;
    default:
        return false;
    }
}

static const char *roadmap_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)screen;
    if (command == CMD_BACK && is_absent(app->find.words))
        return _("This is the start; q quits.");
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    return NULL;
}

/* What Enter does while a pane is empty. */
static const char *roadmap_hint(const App *app, const ScreenState *screen, CommandId command) {
    return command == CMD_OPEN && is_emptied(app, &screen->roadmap) ? _("drop it") : NULL;
}

static Subject roadmap_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)arena;
    return screen_program_subject(selected(app, &screen->roadmap));
}

/* ---- the session ---- */

/* By pane. */
static const char *const row_keys[] = {"row0", "row1", "row2", "row3", "row4"};
static const char *const top_keys[] = {"top0", "top1", "top2", "top3", "top4"};

static void roadmap_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const RoadmapState *state = &screen->roadmap;
    keep_number(keep, "pane", state->pane + 1);
    for (int pane = 0; pane <= STEP_COUNT; pane++) {
        const ListState *list = &state->lists[pane];
        const Program *program =
            list->selected + list->top > 0 ? item_at(app, pane, list->selected) : NULL;
        if (program != NULL) {
            keep_text(keep, row_keys[pane], program->id);
            keep_number(keep, top_keys[pane], list->top);
        }
    }
    facets_keep(app, keep);
}

static void recall_pane(const App *app, RoadmapState *state, const Recall *recall, int pane,
                        Arena *arena) {
    ProgramRefs all = all_of(app, arena, pane);
    const char *id = recall_text(recall, row_keys[pane]);
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.at[i]->id, id) == 0)
            state->lists[pane] = (ListState){(int)i, recall_count(recall, top_keys[pane])};
}

static bool roadmap_recall(App *app, ScreenState *screen, const Recall *recall) {
    Arena arena = {0};
    screen->roadmap.pane = (int)MAX_OF(recall_number(recall, "pane", 1, STEP_COUNT + 1) - 1, 0);
    for (int pane = 0; pane <= STEP_COUNT; pane++)
        recall_pane(app, &screen->roadmap, recall, pane, &arena);
    facets_recall(app, recall);
    arena_release(&arena);
    return true;
}

/* ---- breadcrumb: home, the step and the need of the selected row ---- */

static void roadmap_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    const RoadmapState *state = &screen->roadmap;
    crumb(crumbs, _("kairo"));
    if (state->pane == 0) {
        crumb(crumbs, arena_printf(crumbs->arena, "0 %s", _("For every step")));
        return;
    }
    const Step *step = &app->catalogue->steps[state->pane - 1];
    const Program *program = selected(app, state);
    crumb(crumbs, arena_printf(crumbs->arena, "%d %s", step->number, words_step_title(step)));
    if (program != NULL && program->need != NULL)
        crumb(crumbs, arena_printf(crumbs->arena, "%s %s", program->need->id,
                                   words_need_title(program->need)));
}

static int roadmap_step(const App *app, const ScreenState *screen) {
    (void)app;
    return screen->roadmap.pane;
}

const ScreenClass screen_roadmap = {
    .name = "roadmap",
    .crumbs = roadmap_crumbs,
    .step = roadmap_step,
    .command = roadmap_command,
    .disabled = roadmap_disabled,
    .hint = roadmap_hint,
    .subject = roadmap_subject,
    .keep = roadmap_keep,
    .recall = roadmap_recall,
    .view = roadmap_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_FIND_NEXT, NULL},
              {CMD_BACK, N_("end search")},
              {CMD_SEARCH, NULL},
              {CMD_TOGGLE, NULL},
              {CMD_PLAN, NULL},
              {CMD_COMPARE, NULL},
              {CMD_NEXT, N_("next step")},
              {CMD_FILTER, NULL},
              {CMD_DIAGNOSIS, NULL},
              {CMD_PLANS, NULL},
              {CMD_CALENDAR, NULL},
              {CMD_COUNTRIES, NULL},
              {CMD_MARK, NULL},
              {CMD_LANGUAGE, NULL},
              {CMD_LEAVE, NULL}},
};
