/*
 * The result of the diagnosis: state and commands. What is selected is known by its id, so that
 * another answer, which moves programs between the groups, leaves the selection on the same one.
 */
#include "ui/screens/result_screen.h"

static ResultView *view_of(App *app, const ResultState *state) {
    return result_view_of(app, &app->scratch, state);
}

static void select_row(App *app, ResultState *state, const ResultView *view, ListState at) {
    state->program = app_keep_text(app, result_row_id(&view->rows[at.selected]));
    List list = result_list(view);
    state->top = list_top(&list, &at, view->list_rows);
}

/* ---- commands ---- */

/* The first row of the next group, or of the one before: it comes to the list's top. After the
   last comes the first again, as with the questions. */
static int to_group(const ResultView *view, int direction) {
    int at = view->selected;
    do
        at = (at + direction + view->count) % view->count;
    while (at > 0 && view->rows[at].group == view->rows[at - 1].group);
    return at;
}

static bool walk(App *app, ResultState *state, const ResultView *view, CommandId command) {
    List list = result_list(view);
    ListState at = {view->selected, view->top};
    if (command == CMD_NEXT || command == CMD_PREVIOUS)
        at = (ListState){to_group(view, command == CMD_NEXT ? 1 : -1), INT16_MAX};
    else if (!screen_list_command(&list, &at, view->list_rows, command))
        return false;
    select_row(app, state, view, at);
    return true;
}

static void fold(App *app, ResultState *state) {
    state->rest = !state->rest;
    ResultView *view = view_of(app, state);
    select_row(app, state, view, (ListState){view->selected, view->top});
}

static void open_selected(App *app, ResultState *state, const ResultView *view) {
    const ResultRow *row = &view->rows[view->selected];
    if (row->result == NULL)
        fold(app, state);
    else
        app_open_program(app, row->result->program);
}

/* The questions below remember where the result was left. */
static void leave_word(App *app, const ResultState *state) {
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i].id == SCREEN_DIAGNOSIS)
            app->stack[i].diagnosis.result = *state;
}

static bool run(App *app, ResultState *state, CommandId command) {
    ResultView *view = view_of(app, state);
    if (walk(app, state, view, command))
        return true;
    if (command == CMD_OPEN)
        open_selected(app, state, view);
    else if (command == CMD_NEW)
        app_open(app, (ScreenState){.id = SCREEN_ADD});
    else
        return false;
    return true;
}

static bool result_command(App *app, ScreenState *screen, CommandId command) {
    if (app->late.diagnosis == NULL) {
        if (command != CMD_OPEN)
            return false;
        late_want_diagnosis(app);
        return true;
    }
    ResultState *state = &screen->result;
    bool done = run(app, state, command);
    leave_word(app, state);
    return done;
}

static void result_begin(App *app, ScreenState *screen) {
    (void)screen;
    late_want_diagnosis(app);
}

static const char *result_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)screen;
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    if (app->late.diagnosis == NULL)
        return command == CMD_NEW || command == CMD_NEXT || command == CMD_PREVIOUS
                   ? _("There is no result to look at.")
                   : NULL;
    return command == CMD_NEW ? add_why_not(app) : NULL;
}

/* ---- what is selected ---- */

/* NULL for the row that unfolds the rest. */
static const Program *selected(const App *app, const ResultState *state, Arena *arena) {
    if (app->late.diagnosis == NULL)
        return NULL;
    ResultView *view = result_view_of(app, arena, state);
    const DiagnosisResult *result = view->rows[view->selected].result;
    return result == NULL ? NULL : result->program;
}

static Subject result_subject(const App *app, const ScreenState *screen, Arena *arena) {
    return screen_program_subject(selected(app, &screen->result, arena));
}

static const char *result_hint(const App *app, const ScreenState *screen, CommandId command) {
    Arena arena = {0};
    const char *word = NULL;
    if (command == CMD_OPEN && app->late.diagnosis == NULL)
        word = _("read again");
    else if (command == CMD_OPEN && selected(app, &screen->result, &arena) == NULL)
        /* TRANSLATORS: hint: what is folded away */
        word = screen->result.rest ? _("fold") : _("unfold");
    arena_release(&arena);
    return word;
}

static void result_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    if (crumbs->count == 0 || strcmp(crumbs->at[crumbs->count - 1], _("Diagnosis")) != 0)
        crumb_from_home(crumbs, _("Diagnosis"));
    crumb(crumbs, _("Result"));
}

static void result_view(const App *app, const ScreenState *screen, const Canvas *body) {
    if (app->late.diagnosis == NULL)
        diagnosis_paint_none(app, body);
    else
        result_paint(result_view_of(app, body->frame, &screen->result), body);
}

/* ---- the session ---- */

static void result_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const ResultState *state = &screen->result;
    (void)app;
    keep_text(keep, "program", state->program);
    keep_number(keep, "top", state->top);
    keep_number(keep, "rest", state->rest);
}

static bool result_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->result = (ResultState){
        .program = recall_text_or_null(recall, "program"),
        .top = recall_count(recall, "top"),
        .rest = recall_number(recall, "rest", 0, 1) != 0,
    };
    return true;
}

const ScreenClass screen_result = {
    .name = "result",
    .crumbs = result_crumbs,
    .step = screen_no_step,
    .command = result_command,
    .disabled = result_disabled,
    .hint = result_hint,
    .subject = result_subject,
    .keep = result_keep,
    .recall = result_recall,
    .begin = result_begin,
    .view = result_view,
    /* TRANSLATORS: hints: put several in the plan; to the next group; back to the questions */
    .hints = {{CMD_OPEN, NULL},
              {CMD_TOGGLE, NULL},
              {CMD_NEW, N_("plan several")},
              {CMD_NEXT, N_("next group")},
              {CMD_DIAGNOSIS, N_("questions")},
              {CMD_BACK, NULL},
              {CMD_UNDO, NULL}},
};
