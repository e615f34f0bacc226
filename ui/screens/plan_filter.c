/*
 * Which items the plan shows, as a popup: every choice of four groups with how many items it
 * brings. Where there is room the groups stand side by side at the foot of the screen, and the
 * list above them follows every choice; else they are one list.
 */
#include "ui/screens/plan_screen.h"

#include <stdlib.h>

/* One line of the popup; the first clears the filter. */
typedef struct Choice {
    FilterGroup group; /* FILTER_GROUPS for the first */
    int choice;
    bool heads; /* the first of its group */
    int column, row;
} Choice;

enum {
    CHOICES_MOST = 1 + STEP_COUNT + 1 + PLAN_STATUS_COUNT + DUE_COUNT + 1,
    COLUMNS = 3,
    COLUMNS_FROM = 72, /* columns of the screen from which groups stand side by side */
    HEAD_ROWS = 2,     /* the bar and a blank */
    ALL_ROWS = 2,      /* the first choice and a blank */
    MARK_COLS = 3,
    BOX_COLS = 2,
    COUNT_COLS = 4,
    NAME_MOST = 30, /* cells of a choice in one list */
};

typedef struct Choices {
    Choice at[CHOICES_MOST];
    int count, rows; /* rows: of the longest column */
} Choices;

/* A step's own order, what serves all of them last; the others as they are. */
static int nth_choice(FilterGroup group, int place) {
    return group == FILTER_STEP ? (place + 1) % plan_choice_count(group) : place;
}

static void add_group(Choices *all, FilterGroup group, int column, int *row) {
    *row += *row > ALL_ROWS ? 1 : 0; /* a blank between two groups of one column */
    for (int i = 0; i < plan_choice_count(group); i++)
        all->at[all->count++] = (Choice){group, nth_choice(group, i), i == 0, column, *row + 1 + i};
    *row += 1 + plan_choice_count(group);
    all->rows = MAX_OF(all->rows, *row);
}

static Choices *choices_of(Arena *arena) {
    Choices *all = arena_new(arena, Choices, 1);
    int left = ALL_ROWS, middle = ALL_ROWS, right = ALL_ROWS;
    *all = (Choices){.count = 1, .at = {{.group = FILTER_GROUPS}}};
    add_group(all, FILTER_STEP, 0, &left);
    add_group(all, FILTER_STATUS, 1, &middle);
    add_group(all, FILTER_DUE, 2, &right);
    add_group(all, FILTER_CHANGED, 2, &right);
    return all;
}

/* ---- the popup, measured ---- */

typedef struct Popup {
    const App *app;
    Arena *arena;
    const PlanState *plan; /* NULL when no plan lies below */
    const Choices *choices;
    PlanRows all;
    int counts[CHOICES_MOST];
    int shown; /* items that get through */
    int first; /* its first row in the body */
    bool side_by_side;
    int cols;
} Popup;

/* The plan's state under the popup; NULL when there is none. */
static PlanState *state_below(App *app) {
    for (int i = app->depth - 1; i >= 0; i--)
        if (app->stack[i].id == SCREEN_PLAN)
            return &app->stack[i].plan;
    return NULL;
}

static void count(Popup *popup) {
    const PlanFilter none = {0}, *filter = popup->plan == NULL ? &none : &popup->plan->filter;
    popup->shown = plan_filter_count(&popup->all, popup->arena, filter, FILTER_GROUPS, 0);
    popup->counts[0] = popup->all.count;
    for (int i = 1; i < popup->choices->count; i++) {
        const Choice *choice = &popup->choices->at[i];
        popup->counts[i] = plan_filter_count(&popup->all, popup->arena, filter, choice->group,
                                             1u << choice->choice);
    }
}

static Popup *popup_of(const App *app, Arena *arena) {
    Popup *popup = arena_new(arena, Popup, 1);
    const ScreenState *below = app_screen(app);
    *popup = (Popup){.app = app, .arena = arena, .choices = choices_of(arena)};
    popup->plan = below->id == SCREEN_PLAN ? &below->plan : NULL;
    popup->all = plan_rows_all(app, arena);
    int rows = app_body_rows(app), wanted = HEAD_ROWS + popup->choices->rows;
    popup->side_by_side = app->cols >= COLUMNS_FROM && rows > wanted;
    popup->first = popup->side_by_side ? rows - wanted : 0;
    popup->cols = app->cols;
    return popup;
}

static bool is_on(const Popup *popup, const Choice *choice) {
    if (popup->plan == NULL)
        return false;
    if (choice->group == FILTER_GROUPS)
        return !plan_filter_is_on(&popup->plan->filter);
    return (plan_filter_bits(&popup->plan->filter, choice->group) & 1u << choice->choice) != 0;
}

static const char *choice_text(const Popup *popup, const Choice *choice) {
    if (choice->group == FILTER_GROUPS)
        return _("Show all");
    return plan_choice_name(popup->app, popup->arena, choice->group, choice->choice);
}

/* ---- painting ---- */

/* ▸ ☑ name   3 in `cols` cells. */
static void paint_choice(const Popup *popup, const Canvas *canvas, int item, bool selected) {
    const Choice *choice = &popup->choices->at[item];
    bool on = is_on(popup, choice);
    int name = MARK_COLS + BOX_COLS, end = canvas->cols - 1;
    Style style = on ? STYLE_STRONG : popup->counts[item] == 0 ? STYLE_DIM : STYLE_BODY;
    if (selected)
        screen_mark(canvas);
    paint(canvas, MARK_COLS, 0, style, on ? mark_planned(canvas->grid) : mark_open(canvas->grid));
    paint_fit(canvas, name, 0, end - COUNT_COLS - name, style, choice_text(popup, choice));
    paint_right(canvas, end, 0, popup->counts[item] == 0 ? STYLE_DIM : STYLE_BODY,
                arena_printf(popup->arena, "%d", popup->counts[item]));
}

static int item_height(const void *context, int item) {
    const Popup *popup = context;
    return popup->choices->at[item].heads ? 3 : 1;
}

static int item_lead(const void *context, int item) {
    return item_height(context, item) - 1;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const Popup *popup = context;
    const Choice *choice = &popup->choices->at[item];
    int row = item_height(popup, item) - 1;
    if (row > 0)
        paint(canvas, MARK_COLS, row - 1, STYLE_STEP0, plan_group_name(choice->group));
    Canvas part = canvas_shifted(canvas, row, 1);
    paint_choice(popup, &part, item, selected);
}

static List list_of(const Popup *popup) {
    return (List){popup->choices->count, popup, item_height, item_paint, item_lead};
}

static int list_rows(const Popup *popup) {
    return MAX_OF(app_body_rows(popup->app) - HEAD_ROWS, 1);
}

/* The names of steps are the longest: they get what the others leave. */
static Span span_of(const Popup *popup, int column) {
    enum { EACH = 24, WIDEST = 34, MARGIN = 1 };
    int first = MIN_OF(popup->cols - 2 * EACH - MARGIN, WIDEST);
    return column == 0 ? (Span){0, first} : (Span){first + (column - 1) * EACH, EACH};
}

static void paint_side_by_side(const Popup *popup, int selected, const Canvas *canvas) {
    for (int i = 0; i < popup->choices->count; i++) {
        const Choice *choice = &popup->choices->at[i];
        Span span = span_of(popup, choice->column);
        Canvas part = canvas_part(canvas, span.col, choice->row, span.cols, 1);
        if (choice->heads)
            paint(canvas, span.col + MARK_COLS, choice->row - 1, STYLE_STEP0,
                  plan_group_name(choice->group));
        paint_choice(popup, &part, i, i == selected);
    }
}

static void paint_one_list(const Popup *popup, const ListState *state, const Canvas *canvas) {
    List list = list_of(popup);
    int cols = MIN_OF(canvas->cols, MARK_COLS + BOX_COLS + NAME_MOST + COUNT_COLS);
    Canvas box = canvas_part(canvas, 0, 0, cols, list_rows(popup));
    list_view(&list, state, &box);
    screen_more_items_below(&list, state, &box);
}

static void paint_head(const Popup *popup, const Canvas *body) {
    int row = popup->first;
    paint_blank(body, 0, row, body->cols, STYLE_BAR0);
    const char *count = plan_count_text(popup->arena, popup->shown, popup->all.count);
    int end = paint_right(body, body->cols - 1, row, STYLE_BAR0, count);
    paint_fit(body, 1, row, end - 3, STYLE_BAR0, _("What the plan shows"));
}

static void plan_filter_view(const App *app, const ScreenState *screen, const Canvas *body) {
    Popup *popup = popup_of(app, body->frame);
    count(popup);
    for (int row = popup->first; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    paint_head(popup, body);
    int top = popup->first + HEAD_ROWS;
    Canvas part = canvas_part(body, 0, top, body->cols, body->rows - top);
    if (popup->side_by_side)
        paint_side_by_side(popup, screen->plan_filter.selected, &part);
    else
        paint_one_list(popup, &screen->plan_filter, &part);
}

/* ---- commands ---- */

static void toggle(App *app, const Choice *choice) {
    PlanState *plan = state_below(app);
    if (plan == NULL)
        return;
    if (choice->group == FILTER_GROUPS)
        plan->filter = (PlanFilter){0};
    else
        plan_filter_toggle(&plan->filter, choice->group, 1u << choice->choice);
    app->plan_left.filter = plan->filter;
}

/* To the same height of the next column, or the nearest there is. */
static void go_aside(const Choices *all, ListState *state, int direction) {
    const Choice *from = &all->at[state->selected];
    int to = (from->column + direction + COLUMNS) % COLUMNS, best = -1, nearest = INT32_MAX;
    for (int i = 1; i < all->count; i++) {
        int far = abs(all->at[i].row - from->row);
        if (all->at[i].column == to && far < nearest) {
            nearest = far;
            best = i;
        }
    }
    state->selected = best;
}

/* To the first choice of the next group, or of the one before. */
static void to_group(const Choices *all, ListState *state, int direction) {
    int at = state->selected;
    do
        at = (at + direction + all->count) % all->count;
    while (at != 0 && !all->at[at].heads);
    state->selected = at;
}

static int aside(CommandId command) {
    return command == CMD_RIGHT ? 1 : command == CMD_LEFT ? -1 : 0;
}

static bool plan_filter_command(App *app, ScreenState *screen, CommandId command) {
    Popup *popup = popup_of(app, &app->scratch);
    List list = list_of(popup);
    ListState *state = &screen->plan_filter;
    state->selected = MAX_OF(MIN_OF(state->selected, list.count - 1), 0);
    if (screen_list_command(&list, state, list_rows(popup), command))
        return true;
    if (command == CMD_OPEN)
        toggle(app, &popup->choices->at[state->selected]);
    else if (command == CMD_NEXT || command == CMD_PREVIOUS)
        to_group(popup->choices, state, command == CMD_NEXT ? 1 : -1);
    else if (aside(command) != 0 && popup->side_by_side)
        go_aside(popup->choices, state, aside(command));
    else if (aside(command) == 0)
        return false;
    list_settle(&list, state, list_rows(popup));
    return true;
}

/* Space ticks and f closes, which popups leave to no command. */
static bool plan_filter_text(App *app, ScreenState *screen, const Event *event) {
    if (event->kind != EVENT_KEY)
        return false;
    CommandId command = command_for_key(key_half_width(event->key));
    if (command == CMD_TOGGLE)
        return plan_filter_command(app, screen, CMD_OPEN);
    if (command != CMD_FILTER)
        return false;
    app_back(app);
    return true;
}

/* ---- the session ---- */

/* A name that another edition of the choices would know again. */
static const char *choice_id(Arena *arena, const Choice *choice) {
    static const char *const dues[DUE_COUNT] = {"overdue", "week", "month", "later", "none"};
    switch (choice->group) {
    case FILTER_STEP:
        return arena_printf(arena, "step-%d", choice->choice);
    case FILTER_STATUS:
        return arena_printf(arena, "status-%s", plan_status_english((PlanStatus)choice->choice));
    case FILTER_DUE:
        return arena_printf(arena, "due-%s", dues[choice->choice]);
    case FILTER_CHANGED:
        return "changed";
    default:
        return "all";
    }
}

static void plan_filter_keep(const App *app, const ScreenState *screen, Keep *keep) {
    Arena arena = {0};
    (void)app;
    keep_text(keep, "choice",
              choice_id(&arena, &choices_of(&arena)->at[screen->plan_filter.selected]));
    keep_number(keep, "top", screen->plan_filter.top);
    arena_release(&arena);
}

static bool plan_filter_recall(App *app, ScreenState *screen, const Recall *recall) {
    Arena arena = {0};
    (void)app;
    const Choices *all = choices_of(&arena);
    const char *id = recall_text(recall, "choice");
    for (int i = 0; i < all->count; i++)
        if (strcmp(choice_id(&arena, &all->at[i]), id) == 0)
            screen->plan_filter.selected = i;
    screen->plan_filter.top = (int)recall_number(recall, "top", 0, INT16_MAX);
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
    .text = plan_filter_text,
    .keep = plan_filter_keep,
    .recall = plan_filter_recall,
    .view = plan_filter_view,
    .hints = {{CMD_OPEN, N_("tick")}, {CMD_BACK, N_("close")}, {CMD_NEXT, N_("next group")}},
};
