/*
 * The roadmap, where everything begins: four steps side by side, and what serves all of
 * them. This file is its state and commands; roadmap_view.c paints it.
 */
#include "ui/screens/roadmap.h"

#include "report/words.h"

/* Those of a need (NULL: of none that matters), after the `count` that are there. */
static int add_items(const Program **items, int count, const Programs *all, const Need *need) {
    for (size_t i = 0; i < all->count; i++)
        if (need == NULL || all->at[i].need == need)
            items[count++] = &all->at[i];
    return count;
}

/* Need by need: what a file of the user's adds joins its need. */
static ProgramRefs all_of(const App *app, Arena *arena, int pane) {
    const Programs *all = pane == 0 ? &app->catalogue->resources : &app->catalogue->programs;
    const Program **items = arena_new(arena, const Program *, all->count);
    int count = 0;
    if (pane == 0)
        count = add_items(items, 0, all, NULL);
    for (size_t i = 0; pane != 0 && i < app->catalogue->needs.count; i++)
        if (app->catalogue->needs.at[i].step == pane)
            count = add_items(items, count, all, &app->catalogue->needs.at[i]);
    return (ProgramRefs){items, (size_t)count};
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

static const Program *selected(const App *app, const RoadmapState *state, Arena *arena) {
    PaneItems items = pane_items(app, arena, state->pane);
    ListState at = pane_at(&items, &state->lists[state->pane]);
    return at.selected < items.count ? items.at[at.selected] : NULL;
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
    Arena arena = {0};
    PaneItems items = pane_items(app, &arena, state->pane);
    bool emptied = items.count == 0 && items.all.count > 0;
    arena_release(&arena);
    return emptied;
}

static bool open_selected(App *app, const RoadmapState *state) {
    const Program *program = selected(app, state, &app->scratch);
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
    const Program *program = selected(app, &screen->roadmap, arena);
    return screen_program_subject(program);
}

/* ---- the session ---- */

/* By pane. */
static const char *const row_keys[] = {"row0", "row1", "row2", "row3", "row4"};
static const char *const top_keys[] = {"top0", "top1", "top2", "top3", "top4"};

/* Of those of a need, as in add_items: the one at *index, else NULL and *index is less by them. */
static const Program *find_item(const Programs *all, const Need *need, int *index) {
    for (size_t i = 0; i < all->count; i++)
        if ((need == NULL || all->at[i].need == need) && (*index)-- == 0)
            return &all->at[i];
    return NULL;
}

/* all_of(…).at[index] without the list, which after every frame would be too dear. */
static const Program *item_at(const App *app, int pane, int index) {
    const Catalogue *catalogue = app->catalogue;
    const Program *found = NULL;
    if (pane == 0)
        return find_item(&catalogue->resources, NULL, &index);
    for (size_t i = 0; i < catalogue->needs.count && found == NULL; i++)
        if (catalogue->needs.at[i].step == pane)
            found = find_item(&catalogue->programs, &catalogue->needs.at[i], &index);
    return found;
}

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
            state->lists[pane] =
                (ListState){(int)i, (int)recall_number(recall, top_keys[pane], 0, INT16_MAX)};
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
    const Program *program = selected(app, state, crumbs->arena);
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
