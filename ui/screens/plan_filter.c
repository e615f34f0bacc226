/* Which items the plan shows, as a popup (ticks.h) of four groups: any choice of a group, and all
 * groups together. */
#include "ui/screens/plan_screen.h"
#include "ui/screens/ticks.h"

enum { CHOICES_MOST = 1 + STEP_COUNT + 1 + PLAN_STATUS_COUNT + DUE_COUNT + 1 };

/* The plan's state under the popup; NULL when there is none. */
static PlanState *state_below(App *app) {
    for (int i = app->depth - 1; i >= 0; i--)
        if (app->stack[i].id == SCREEN_PLAN)
            return &app->stack[i].plan;
    return NULL;
}

/* A step's own order, what serves all of them last; the others as they are. */
static int nth_choice(FilterGroup group, int place) {
    return group == FILTER_STEP ? (place + 1) % plan_choice_count(group) : place;
}

/* A name that another edition of the choices would know again. */
static const char *choice_id(Arena *arena, FilterGroup group, int choice) {
    static const char *const dues[DUE_COUNT] = {"overdue", "week", "month", "later", "none"};
    switch (group) {
    case FILTER_STEP:
        return arena_printf(arena, "step-%d", choice);
    case FILTER_STATUS:
        return arena_printf(arena, "status-%s", plan_status_english((PlanStatus)choice));
    case FILTER_DUE:
        return arena_printf(arena, "due-%s", dues[choice]);
    default:
        return "changed";
    }
}

/* Without counts, for which the plan's rows are needed. */
static void add_group(TickBoard *board, Tick *at, const PlanFilter *filter, FilterGroup group) {
    for (int i = 0; i < plan_choice_count(group); i++) {
        int choice = nth_choice(group, i);
        at[board->count++] =
            (Tick){.group = (int)group,
                   .value = choice,
                   .heading = plan_group_name(group),
                   .name = plan_choice_name(board->app, board->arena, group, choice),
                   .id = choice_id(board->arena, group, choice),
                   .on = (plan_filter_bits(filter, group) & 1u << choice) != 0};
    }
}

/* `filter` NULL: no plan lies below. */
static Tick *add_choices(TickBoard *board, const PlanFilter *filter) {
    const PlanFilter none = {0};
    Tick *at = arena_new(board->arena, Tick, CHOICES_MOST);
    at[0] = (Tick){.group = -1,
                   .name = _("Show all"),
                   .id = "all",
                   .on = filter != NULL && !plan_filter_is_on(filter)};
    board->count = 1;
    board->at = at;
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++)
        add_group(board, at, filter == NULL ? &none : filter, group);
    return at;
}

static TickBoard board_of(const App *app, Arena *arena) {
    return (TickBoard){
        .app = app, .arena = arena, .columns_most = 3, .widest_most = 34, .each_most = 24};
}

/* The filter of the plan that lies below. */
static const PlanFilter *filter_of(const App *app) {
    const ScreenState *below = app_screen(app);
    return below->id == SCREEN_PLAN ? &below->plan.filter : NULL;
}

static void count(TickBoard *board, Tick *at, const PlanFilter *filter) {
    const PlanFilter none = {0}, *by = filter == NULL ? &none : filter;
    PlanRows all = plan_rows_all(board->app, board->arena);
    at[0].count = all.count;
    for (int i = 1; i < board->count; i++)
        at[i].count =
            plan_filter_count(&all, board->arena, by, (FilterGroup)at[i].group, 1u << at[i].value);
    board->total = plan_count_text(
        board->arena, plan_filter_count(&all, board->arena, by, FILTER_GROUPS, 0), all.count);
}

static void plan_filter_view(const App *app, const ScreenState *screen, const Canvas *body) {
    TickBoard board = board_of(app, body->frame);
    Tick *at = add_choices(&board, filter_of(app));
    count(&board, at, filter_of(app));
    board.title = _("What the plan shows");
    ticks_view(&board, &screen->plan_filter, body);
}

/* ---- commands ---- */

static void tick(App *app, const Tick *ticked) {
    PlanState *plan = state_below(app);
    if (plan == NULL)
        return;
    if (ticked->group < 0)
        plan->filter = (PlanFilter){0};
    else
        plan_filter_toggle(&plan->filter, (FilterGroup)ticked->group, 1u << ticked->value);
    app->plan_left.filter = plan->filter;
}

static bool plan_filter_command(App *app, ScreenState *screen, CommandId command) {
    TickBoard board = board_of(app, &app->scratch);
    const Tick *ticked;
    add_choices(&board, filter_of(app));
    if (!ticks_command(&board, &screen->plan_filter, command, &ticked))
        return false;
    if (ticked != NULL)
        tick(app, ticked);
    return true;
}

/* ---- the session ---- */

static void plan_filter_keep(const App *app, const ScreenState *screen, Keep *keep) {
    Arena arena = {0};
    TickBoard board = board_of(app, &arena);
    add_choices(&board, NULL);
    ticks_keep(&board, &screen->plan_filter, keep);
    arena_release(&arena);
}

static bool plan_filter_recall(App *app, ScreenState *screen, const Recall *recall) {
    Arena arena = {0};
    TickBoard board = board_of(app, &arena);
    add_choices(&board, NULL);
    ticks_recall(&board, &screen->plan_filter, recall);
    arena_release(&arena);
    return true;
}

static void plan_filter_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("What it shows"));
}

const ScreenClass screen_plan_filter = {
    .name = "plan-filter",
    .is_popup = true,
    .crumbs = plan_filter_crumbs,
    .step = screen_no_step,
    .command = plan_filter_command,
    .text = ticks_text,
    .keep = plan_filter_keep,
    .recall = plan_filter_recall,
    .view = plan_filter_view,
    .hints = {{CMD_OPEN, N_("tick")}, {CMD_BACK, N_("close")}, {CMD_NEXT, N_("next group")}},
};
