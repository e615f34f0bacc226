/*
 * The active plan's checklist: its state and commands. What is selected is known by its id,
 * so that another order, a filter or a merge does not move the selection to another item.
 */
#include "ui/screens/plan_screen.h"

#include "report/words.h"

static bool is_damaged(const App *app) {
    return !is_absent(app->work.problem);
}

/* A version of the damaged plan can take its place. */
static bool can_restore(const App *app) {
    return is_damaged(app) && app->work.version != 0 && !app->work.read_only;
}

/* ---- commands ---- */

/* Stands on the row that is selected now, also when an id is not listed any more. */
static void settle(App *app, PlanState *state) {
    PlanView *view = plan_view_of(app, &app->scratch, state);
    List list = plan_view_list(view);
    state->list = view->list;
    list_settle(&list, &state->list, view->list_rows);
}

static void select_row(App *app, PlanState *state, const PlanRow *row) {
    if (row != NULL)
        state->program = app_keep_text(app, row->item->program);
    settle(app, state);
}

/* To the first item under the next heading, or under the one before. */
static void to_heading(const PlanView *view, ListState *list, int direction) {
    int at = list->selected + direction;
    while (at > 0 && at < view->rows.count && view->lines[at].heading == 0)
        at += direction;
    if (at < view->rows.count)
        list->selected = MAX_OF(at, 0);
}

static bool move(App *app, PlanState *state, CommandId command) {
    PlanView *view = plan_view_of(app, &app->scratch, state);
    List list = plan_view_list(view);
    ListState at = view->list;
    if (command == CMD_NEXT || command == CMD_PREVIOUS)
        to_heading(view, &at, command == CMD_NEXT ? 1 : -1);
    else if (!screen_list_command(&list, &at, view->list_rows, command))
        return false;
    state->list = at;
    select_row(app, state, view->rows.count > 0 ? &view->rows.at[at.selected] : NULL);
    return true;
}

static void sort(App *app, PlanState *state) {
    state->sort = (PlanSort)((state->sort + 1) % SORT_COUNT);
    settle(app, state);
    /* TRANSLATORS: the list is in another order now: by step, by due date and so on */
    app_say(app, _("The order is now: %s."), plan_sort_name(state->sort));
}

static void restore(App *app) {
    const char *file = arena_copy(&app->scratch, str(app->work.file));
    app_say(app, "%s", _("The version is the plan again; the damaged file is kept as a version."));
    app_ask(app, (Effect){.kind = EFFECT_RESTORE_PLAN, .file = file});
}

/* The conflict about the plan's own name, among its conflicts; their count for none. Those about
   answers are settled where the answers are given. */
static size_t name_conflict(const App *app) {
    const PlanRecords *conflicts = &app->work.plan.conflicts;
    size_t i = 0;
    while (i < conflicts->count && !plan_conflict_is_of_name(&conflicts->at[i]))
        i++;
    return i;
}

static bool has_name_conflict(const App *app) {
    return name_conflict(app) < app->work.plan.conflicts.count;
}

/* What happens to an item happens to this one, wherever a new status or date takes it; what
 * undo brings back is selected when it was selected before. */
static void hold(App *app, PlanState *state) {
    select_row(app, state, plan_view_selected(plan_view_of(app, &app->scratch, state)));
}

static bool run(App *app, PlanState *state, CommandId command) {
    if (move(app, state, command))
        return true;
    if (command == CMD_OPEN || (command >= CMD_TOGGLE && command <= CMD_BOOKMARK))
        hold(app, state);
    switch (command) {
    case CMD_OPEN:
        if (can_restore(app))
            restore(app);
        else
            app_open_item(app, state->program);
        return true;
    case CMD_SORT:
        sort(app, state);
        return true;
    case CMD_RENAME:
        app_open_settle(app, "", name_conflict(app));
        return true;
    case CMD_FILTER:
        app_open(app, (ScreenState){.id = SCREEN_PLAN_FILTER});
        return true;
    case CMD_UNFILTER:
        state->filter = (PlanFilter){0};
        settle(app, state);
        return true;
    default:
        return false;
    }
}

/* Every key that leads away passes here too. */
static bool plan_command(App *app, ScreenState *screen, CommandId command) {
    bool done = run(app, &screen->plan, command);
    app->plan_left = screen->plan;
    app->plan_left_file = app_keep_text(app, app->work.file);
    return done;
}

/* Another client's plan begins afresh. */
PlanState plan_as_left(const App *app) {
    bool same = app->plan_left_file != NULL && strcmp(app->plan_left_file, app->work.file) == 0;
    return same ? app->plan_left : (PlanState){.program = NULL};
}

/* ---- what is selected ---- */

static Subject plan_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const PlanRow *row = plan_selected(app, arena, &screen->plan);
    if (row == NULL)
        return screen_program_subject(NULL);
    return (Subject){BOOKMARK_PROGRAM, row->item->program, work_item_name(app, row->item),
                     row->program};
}

static const char *plan_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool empty = app->work.plan.count == 0;
    switch (command) {
    case CMD_FILTER:
    case CMD_SORT:
    case CMD_CALLS:
        return empty ? _("The plan is empty; 1 to 4 open the roadmap.") : NULL;
    case CMD_UNFILTER:
        return plan_filter_is_on(&screen->plan.filter) ? NULL : _("No filter is on.");
    case CMD_RENAME:
        return has_name_conflict(app)
                   ? work_why_fixed(app)
                   : _("p lists the plans; r gives this one another name there.");
    case CMD_OPEN:
    case CMD_RIGHT: {
        Arena arena = {0};
        bool none = plan_selected(app, &arena, &screen->plan) == NULL;
        arena_release(&arena);
        if (!none || can_restore(app))
            return NULL;
        return empty ? _("The plan is empty; 1 to 4 open the roadmap.")
                     : _("No item gets through the filter; f changes it.");
    }
    case CMD_ADDRESS:
        return _("Open the program's card first; it has the address.");
    default:
        return NULL;
    }
}

/* What Enter does while a version is offered. */
static const char *plan_hint(const App *app, const ScreenState *screen, CommandId command) {
    (void)screen;
    /* TRANSLATORS: hint: make this version the plan again */
    return command == CMD_OPEN && can_restore(app) ? _("bring back") : NULL;
}

/* ---- the session ---- */

static void plan_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const PlanState *state = &screen->plan;
    (void)app;
    keep_text(keep, "program", state->program);
    keep_number(keep, "top", state->list.top);
    keep_number(keep, "sort", state->sort);
    keep_number(keep, "steps", state->filter.steps);
    keep_number(keep, "statuses", state->filter.statuses);
    keep_number(keep, "dues", state->filter.dues);
    keep_number(keep, "changed", state->filter.changed);
}

static unsigned recall_bits(const Recall *recall, const char *key, int choices) {
    return (unsigned)recall_number(recall, key, 0, (1 << choices) - 1);
}

static bool plan_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->plan = (PlanState){
        .list.top = recall_count(recall, "top"),
        .program = recall_text_or_null(recall, "program"),
        .sort = (PlanSort)recall_number(recall, "sort", 0, SORT_COUNT - 1),
        .filter = {recall_bits(recall, "steps", plan_choice_count(FILTER_STEP)),
                   recall_bits(recall, "statuses", plan_choice_count(FILTER_STATUS)),
                   recall_bits(recall, "dues", plan_choice_count(FILTER_DUE)),
                   recall_bits(recall, "changed", 1) != 0},
    };
    return true;
}

/* ---- the screen ---- */

static void plan_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Plan"));
}

static void plan_view(const App *app, const ScreenState *screen, const Canvas *body) {
    plan_view_paint(plan_view_of(app, body->frame, &screen->plan), body);
}

const ScreenClass screen_plan = {
    .name = "plan",
    .crumbs = plan_crumbs,
    .step = screen_no_step,
    .command = plan_command,
    .disabled = plan_disabled,
    .hint = plan_hint,
    .subject = plan_subject,
    .keep = plan_keep,
    .recall = plan_recall,
    .view = plan_view,
    .hints = {{CMD_OPEN, NULL},
              /* TRANSLATORS: hint: settle which of two names the plan has; only in a conflict */
              {CMD_RENAME, N_("settle the name")},
              {CMD_STATUS, NULL},
              {CMD_NOTE, NULL},
              {CMD_DUE, NULL},
              {CMD_COMPARE, NULL},
              {CMD_FILTER, NULL},
              {CMD_CALLS, NULL},
              {CMD_EXPORT, NULL},
              {CMD_SORT, NULL},
              {CMD_TOGGLE, N_("take out")},
              {CMD_BACK, NULL}},
};
