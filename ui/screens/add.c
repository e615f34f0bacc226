/*
 * Puts several programs of a diagnosis in the plan in one step: those that look suitable are
 * ticked, those to be confirmed can be. What is in the plan already is shown as such.
 */
#include "ui/screens/result_screen.h"

#include "report/words.h"

typedef struct AddRow {
    const Program *program;
    DiagnosisGroup group;
    bool heads; /* the first of its group */
    bool planned, ticked;
} AddRow;

/* The popup, measured. Lives in `arena`. */
typedef struct AddView {
    const App *app;
    Arena *arena;
    AddRow *rows;
    int count, selected;
    RowShape shape;
    WrapLines foot;
    int ticked; /* how many */
    int list_rows;
} AddView;

enum {
    HEAD_ROWS = 2, /* the bar and a blank */
    TICK_COL = ROW_PLAN_COL,
    HEADING_COL = 3,
};

/* ---- rows ---- */

static bool is_ticked(const AddState *state, const AddRow *row) {
    if (row->planned)
        return false;
    if (state->ticked == NULL)
        return row->group == DIAGNOSIS_FITS;
    return answer_has(state->ticked, row->program->id);
}

static void add_group(AddView *view, const AddState *state, const DiagnosisReport *report,
                      DiagnosisGroup group) {
    const DiagnosisResults *results = &report->groups[group];
    for (size_t i = 0; i < results->count; i++) {
        AddRow *row = &view->rows[view->count++];
        *row = (AddRow){.program = results->at[i].program, .group = group, .heads = i == 0};
        row->planned = work_item(view->app, row->program->id) != NULL;
        row->ticked = is_ticked(state, row);
        view->ticked += row->ticked ? 1 : 0;
    }
}

static void add_rows(AddView *view, const AddState *state) {
    const App *app = view->app;
    DiagnosisReport report =
        diagnosis_judge(view->arena, app->late.diagnosis, app->catalogue, diagnosis_answers(app));
    size_t most = report.groups[DIAGNOSIS_FITS].count + report.groups[DIAGNOSIS_CONFIRM].count;
    view->rows = arena_new(view->arena, AddRow, most + 1);
    add_group(view, state, &report, DIAGNOSIS_FITS);
    add_group(view, state, &report, DIAGNOSIS_CONFIRM);
}

static const char *foot_text(const AddView *view) {
    if (view->ticked == 0)
        return _("Space ticks what is to go into the plan.");
    return arena_printf(
        view->arena,
        tr_plural("Enter puts %d program in the plan, as a candidate. Space ticks or unticks.",
                  "Enter puts %d programs in the plan, as candidates. Space ticks or unticks.",
                  view->ticked),
        view->ticked);
}

static AddView *view_of(const App *app, Arena *arena, const AddState *state) {
    AddView *view = arena_new(arena, AddView, 1);
    int cols = screen_popup(app->cols).cols;
    *view = (AddView){.app = app, .arena = arena, .shape = row_shape(cols - 1, true)};
    if (app->late.diagnosis != NULL)
        add_rows(view, state);
    view->selected = MAX_OF(MIN_OF(state->list.selected, view->count - 1), 0);
    view->foot = screen_lines(app, arena, foot_text(view), cols - HEADING_COL - 1);
    view->list_rows = MAX_OF(app_body_rows(app) - HEAD_ROWS - (int)view->foot.count - 1, 1);
    return view;
}

/* ---- painting ---- */

/* The heading of a group over its first, and a blank line over that. */
static int heading_rows(const AddView *view, int item) {
    if (!view->rows[item].heads)
        return 0;
    return item == 0 ? 1 : 2;
}

static int item_height(const void *context, int item) {
    const AddView *view = context;
    return heading_rows(view, item) +
           row_height(view->app, view->arena, &view->shape, view->rows[item].program);
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const AddView *view = context;
    const AddRow *row = &view->rows[item];
    int heading = heading_rows(view, item);
    if (heading > 0)
        paint(canvas, HEADING_COL, heading - 1, STYLE_STEP0, diagnosis_group_label(row->group));
    if (item == 0)
        row_paint_heads(canvas, 0, &view->shape, STYLE_DIM);
    Canvas line = canvas_shifted(canvas, heading, canvas->rows - heading);
    if (selected)
        screen_mark(&line);
    paint(&line, TICK_COL, 0, row->planned ? STYLE_DIM : STYLE_BODY,
          row->planned || row->ticked ? mark_planned(canvas->grid) : mark_open(canvas->grid));
    row_paint_name(view->app, &line, 0, &view->shape, row->program);
    if (!row->planned) {
        row_paint_badges(view->app, &line, 0, &view->shape, row->program);
        return;
    }
    /* TRANSLATORS: in the place of a program's badges */
    const char *there = _("in the plan");
    int end = view->shape.cols, col = end - paint_width(canvas, there) - 2;
    paint_blank(&line, col, 0, end - col, STYLE_BODY);
    paint_right(&line, end, 0, STYLE_DIM, there);
}

static int item_lead(const void *context, int item) {
    return heading_rows(context, item);
}

static List list_of(const AddView *view) {
    return (List){view->count, view, item_height, item_paint, item_lead};
}

static void add_view(const App *app, const ScreenState *screen, const Canvas *body) {
    AddView *view = view_of(app, body->frame, &screen->add);
    List list = list_of(view);
    ListState state = {view->selected, screen->add.list.top};
    Canvas popup = screen_popup_canvas(body, 0);
    screen_heading(&popup, 0, _("Put in the plan"), app->work.plan.name);
    Canvas box = canvas_part(&popup, 0, HEAD_ROWS, popup.cols, view->list_rows);
    list_view(&list, &state, &box);
    screen_more_items(&list, &state, &box);
    screen_paint_lines(&popup, HEADING_COL, HEAD_ROWS + view->list_rows + 1, STYLE_BODY,
                       view->foot);
}

/* ---- commands ---- */

const char *add_why_not(const App *app) {
    Arena arena = {0};
    AddView *view = view_of(app, &arena, &(AddState){.ticked = ""});
    bool any = false;
    for (int i = 0; i < view->count; i++)
        any = any || !view->rows[i].planned;
    arena_release(&arena);
    return any ? work_why_fixed(app) : _("All that may fit is in the plan already.");
}

/* All that are ticked, but for the selected one: that is turned about. */
static void toggle(App *app, AddState *state, AddView *view) {
    const char *ticked = "";
    if (view->count == 0)
        return;
    AddRow *at = &view->rows[view->selected];
    if (at->planned) {
        app_say(app, "%s", _("It is in the plan already."));
        return;
    }
    at->ticked = !at->ticked;
    for (int i = 0; i < view->count; i++)
        if (view->rows[i].ticked)
            ticked = arena_printf(&app->scratch, "%s %s", ticked, view->rows[i].program->id);
    state->ticked = app_keep_text(app, is_absent(ticked) ? "" : ticked + 1);
}

static void put_in(App *app, const AddView *view) {
    const Program **programs = arena_new(&app->scratch, const Program *, (size_t)view->count + 1);
    size_t count = 0;
    for (int i = 0; i < view->count; i++)
        if (view->rows[i].ticked)
            programs[count++] = view->rows[i].program;
    if (count == 0)
        app_say(app, "%s", _("Nothing is ticked yet."));
    else if (work_add_programs(app, programs, count))
        app_back(app);
}

static bool add_command(App *app, ScreenState *screen, CommandId command) {
    AddState *state = &screen->add;
    AddView *view = view_of(app, &app->scratch, state);
    List list = list_of(view);
    state->list.selected = view->selected;
    if (screen_list_command(&list, &state->list, view->list_rows, command))
        return true;
    if (command != CMD_OPEN)
        return false;
    put_in(app, view);
    return true;
}

/* Space ticks, which popups leave to no command. */
static bool add_text(App *app, ScreenState *screen, const Event *event) {
    bool ticks =
        event->kind == EVENT_KEY && command_for_key(key_half_width(event->key)) == CMD_TOGGLE;
    if (ticks)
        toggle(app, &screen->add, view_of(app, &app->scratch, &screen->add));
    return ticks;
}

static void add_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Put in the plan"));
}

/* ---- the session ---- */

enum { ALL_UNTICKED = 1 };

static void add_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const AddState *state = &screen->add;
    (void)app;
    keep_text(keep, "ticked", state->ticked);
    keep_number(keep, "none", state->ticked != NULL && is_absent(state->ticked) ? ALL_UNTICKED : 0);
    keep_number(keep, "row", state->list.selected);
    keep_number(keep, "top", state->list.top);
}

static bool add_recall(App *app, ScreenState *screen, const Recall *recall) {
    const char *ticked = recall_text(recall, "ticked");
    bool none = recall_number(recall, "none", 0, ALL_UNTICKED) != 0;
    (void)app;
    screen->add = (AddState){
        .ticked = is_absent(ticked) && !none ? NULL : ticked,
        .list = {recall_count(recall, "row"), recall_count(recall, "top")},
    };
    return true;
}

const ScreenClass screen_add = {
    .name = "add",
    .is_popup = true,
    .crumbs = add_crumbs,
    .step = screen_no_step,
    .command = add_command,
    .text = add_text,
    .keep = add_keep,
    .recall = add_recall,
    .view = add_view,
    /* TRANSLATORS: hint: put what is ticked in the plan */
    .hints = {{CMD_OPEN, N_("put in the plan")}, {CMD_BACK, N_("close")}},
};
