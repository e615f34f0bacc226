/*
 * How far it is with a program: the nine statuses as a popup, chosen by their number or by
 * Enter. Those that ask for a reason go on to it; the two are one step of undo.
 */
#include "ui/screens/item.h"

enum { NUMBER_COL = 3 };

void app_open_status(App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    if (item == NULL || !work_may_change(app))
        return;
    ListState list = {.selected = (int)plan_status_of(item)};
    app_open(app, (ScreenState){.id = SCREEN_STATUS,
                                .status = {.program = app_keep_text(app, program), .list = list}});
}

/* ---- choosing ---- */

static void choose(App *app, const StatusState *state, PlanStatus status) {
    const char *program = state->program;
    const PlanItem *item = work_item(app, program);
    if (item == NULL) {
        app_say(app, "%s", _("It is no longer in the plan."));
    } else if (plan_status_asks_reason(status)) {
        app_back(app);
        app_open_reason(app, program, status);
    } else if (work_set_status(app, program, status, "")) {
        app_back(app);
    }
}

/* The number of a status, with or without the input method; -1 for other keys. */
static int numbered(const Event *event) {
    Key key = key_half_width(event->key);
    bool is_number = event->kind == EVENT_KEY && key.code == K_RUNE && key.mods == 0 &&
                     key.rune >= '1' && key.rune < '1' + PLAN_STATUS_COUNT;
    return is_number ? (int)(key.rune - '1') : -1;
}

static bool status_text(App *app, ScreenState *screen, const Event *event) {
    int number = numbered(event);
    if (number < 0)
        return false;
    StatusState state = screen->status;
    screen->status.list.selected = number;
    choose(app, &state, (PlanStatus)number);
    return true;
}

/* ---- the list ---- */

typedef struct StatusRows {
    const App *app;
    const PlanItem *item; /* NULL when it has left the plan */
    int col;              /* of what is said beside a status */
} StatusRows;

static StatusRows rows_of(const App *app, const StatusState *state) {
    StatusRows rows = {.app = app, .item = work_item(app, state->program)};
    for (int i = 0; i < PLAN_STATUS_COUNT; i++) {
        int cells = text_width(str(plan_status_label((PlanStatus)i)), app->ambiguous);
        rows.col = MAX_OF(rows.col, NUMBER_COL + 3 + cells + 2);
    }
    return rows;
}

static int row_height(const void *context, int item) {
    (void)context;
    (void)item;
    return 1;
}

static void row_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const StatusRows *rows = context;
    PlanStatus status = (PlanStatus)item;
    bool present = rows->item != NULL && plan_status_of(rows->item) == status;
    if (selected)
        screen_mark(canvas);
    paint(canvas, NUMBER_COL, 0, STYLE_KEY, arena_printf(canvas->frame, "%d", item + 1));
    paint(canvas, NUMBER_COL + 3, 0, present ? STYLE_STRONG : STYLE_BODY,
          plan_status_label(status));
    const char *beside = present                           ? _("as it is now")
                         : plan_status_asks_reason(status) ? _("asks for the reason")
                                                           : "";
    paint_fit(canvas, rows->col, 0, canvas->cols - rows->col - 2, STYLE_DIM, beside);
}

static List list_of(const StatusRows *rows) {
    return (List){PLAN_STATUS_COUNT, rows, row_height, row_paint, NULL};
}

/* The heading, and a blank row above and below it where there is room. */
static int frame_rows(int body_rows) {
    return body_rows >= AIR_ROWS ? 3 : 1;
}

static int list_rows(int body_rows) {
    return MAX_OF(MIN_OF(body_rows - frame_rows(body_rows), PLAN_STATUS_COUNT), 1);
}

/* ---- the screen ---- */

static bool status_command(App *app, ScreenState *screen, CommandId command) {
    StatusState *state = &screen->status;
    StatusRows rows = rows_of(app, state);
    List list = list_of(&rows);
    if (screen_list_command(&list, &state->list, list_rows(app_body_rows(app)), command))
        return true;
    if (command == CMD_LEAVE) {
        app_back(app);
        return true;
    }
    if (command == CMD_OPEN || command == CMD_RIGHT) {
        StatusState chosen = *state;
        choose(app, &chosen, (PlanStatus)chosen.list.selected);
        return true;
    }
    return command != CMD_BACK && command != CMD_LEFT && command != CMD_REDRAW &&
           command != CMD_SUSPEND && command != CMD_LANGUAGE;
}

static void status_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Status"));
}

static void status_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const StatusState *state = &screen->status;
    StatusRows rows = rows_of(app, state);
    List list = list_of(&rows);
    int seen = list_rows(body->rows), frame = frame_rows(body->rows);
    int first = MAX_OF(body->rows - seen - frame, 0);
    Canvas popup = screen_popup_canvas(body, first);
    screen_heading(&popup, first + frame / 2, _("Status"), item_name(app, state->program));
    Canvas box = canvas_part(&popup, 0, first + frame, popup.cols, seen);
    list_view(&list, &state->list, &box);
}

static void status_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "program", screen->status.program);
    keep_text(keep, "status", plan_status_english((PlanStatus)screen->status.list.selected));
}

static bool status_recall(App *app, ScreenState *screen, const Recall *recall) {
    StatusState *state = &screen->status;
    state->program = recall_text(recall, "program");
    const char *status = recall_text(recall, "status");
    for (int i = 0; i < PLAN_STATUS_COUNT; i++)
        if (strcmp(plan_status_english((PlanStatus)i), status) == 0)
            state->list.selected = i;
    return work_item(app, state->program) != NULL && work_why_fixed(app) == NULL;
}

const ScreenClass screen_status = {
    .name = "status",
    .is_popup = true,
    .crumbs = status_crumbs,
    .step = screen_no_step,
    .command = status_command,
    .text = status_text,
    .keep = status_keep,
    .recall = status_recall,
    .view = status_view,
    .hints = {{CMD_OPEN, N_("take it")},
              {CMD_BACK, N_("as it was")},
              {CMD_DOWN, NULL},
              {CMD_UP, NULL}},
};
