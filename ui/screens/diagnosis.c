/*
 * The questions of the diagnosis: state and commands. Answers are kept with the plan at once,
 * each a step of undo; changing one leaves all others. Any question can be gone to and passed
 * over, and the result can be seen at any time.
 */
#include "ui/screens/diagnosis_screen.h"

static DiagnosisView *view_of(App *app, const DiagnosisState *state) {
    return diagnosis_view_of(app, &app->scratch, state);
}

/* ---- standing ---- */

/* Scrolls no more than the selected choice needs. */
static void settle(DiagnosisState *state, const DiagnosisView *view) {
    List list = diagnosis_list(view);
    ListState at = {diagnosis_before(view) + view->selected, state->top};
    state->top = list_top(&list, &at, view->list_rows);
}

/* Stands where the view stands: what was derived so far is remembered from now on. */
static void hold(DiagnosisState *state, const DiagnosisView *view) {
    state->question = view->question == NULL ? DIAGNOSIS_END : view->question->id;
    state->choice = diagnosis_choice_id(view, view->selected);
    state->top = view->top;
}

static void select_choice(App *app, DiagnosisState *state, int place) {
    DiagnosisView *view = view_of(app, state);
    state->choice = diagnosis_choice_id(view, place);
    settle(state, view_of(app, state));
}

/* Opens another question; what stands above it is seen as well. */
static void open_question(App *app, DiagnosisState *state, const DiagnosisView *view,
                          size_t place) {
    bool ends = place == view->rules->questions.count;
    state->question = ends ? DIAGNOSIS_END : view->rules->questions.at[place].id;
    state->choice = NULL;
    state->top = view->beside ? 0 : MAX_OF((int)place - 1, 0);
    const DiagnosisView *next = view_of(app, state);
    state->choice = diagnosis_choice_id(next, next->selected);
    settle(state, next);
}

static void go(App *app, DiagnosisState *state, int direction) {
    DiagnosisView *view = view_of(app, state);
    open_question(app, state, view, diagnosis_go(view, direction));
}

static bool walk(App *app, DiagnosisState *state, const DiagnosisView *view, CommandId command) {
    List choices = diagnosis_choices(view);
    ListState at = {view->selected, 0};
    if (!screen_list_command(&choices, &at, view->list_rows, command))
        return false;
    select_choice(app, state, at.selected);
    return true;
}

/* To the other column where there is one on that side, else to another question. */
static void go_aside(App *app, DiagnosisState *state, const DiagnosisView *view, int direction) {
    int last = view->count - 1, to = view->selected + direction * diagnosis_column_rows(view);
    if (view->columns == 2 && view->selected < last && to >= 0 && to < last)
        select_choice(app, state, to);
    else
        go(app, state, direction);
}

/* ---- answering ---- */

static const char *choose(App *app, const DiagnosisView *view) {
    const char *id = diagnosis_choice_id(view, view->selected);
    if (strcmp(id, CHOICE_PASS) == 0)
        return CHOICE_PASS;
    return question_choose(&app->scratch, view->question, view->chosen, id);
}

static bool is_pass(const DiagnosisView *view) {
    return view->selected == view->count - 1;
}

/* Of several, each is ticked for itself; one alone is the whole answer. */
static void tick(App *app, DiagnosisState *state, const DiagnosisView *view) {
    diagnosis_answer(app, view->question, choose(app, view));
    if (!view->question->several || is_pass(view))
        go(app, state, 1);
}

/* Enter goes on; it takes the choice with it where nothing was chosen, or only one can be. */
static bool goes_on_only(const DiagnosisView *view) {
    return view->question != NULL && view->question->several && !is_pass(view) &&
           question_chosen(view->question, view->chosen) != 0;
}

static void see_result(App *app, const DiagnosisState *state) {
    app_open(app, (ScreenState){.id = SCREEN_RESULT, .result = state->result});
}

static void open_end(App *app, DiagnosisState *state, const DiagnosisView *view) {
    if (view->selected == 0) {
        see_result(app, state);
        return;
    }
    diagnosis_answer(app, NULL, "");
    open_question(app, state, view, 0);
}

static void open_selected(App *app, DiagnosisState *state, const DiagnosisView *view) {
    if (view->question == NULL) {
        open_end(app, state, view);
        return;
    }
    if (goes_on_only(view))
        diagnosis_keep_answer(app, view->question);
    else
        diagnosis_answer(app, view->question, choose(app, view));
    go(app, state, 1);
}

/* ---- commands ---- */

static bool run(App *app, DiagnosisState *state, CommandId command) {
    DiagnosisView *view = view_of(app, state);
    hold(state, view);
    if (walk(app, state, view, command))
        return true;
    switch (command) {
    case CMD_OPEN:
        open_selected(app, state, view);
        return true;
    case CMD_TOGGLE:
        tick(app, state, view);
        return true;
    case CMD_NEXT:
    case CMD_PREVIOUS:
        go(app, state, command == CMD_NEXT ? 1 : -1);
        return true;
    case CMD_RIGHT:
    case CMD_LEFT:
        go_aside(app, state, view, command == CMD_RIGHT ? 1 : -1);
        return true;
    case CMD_DIAGNOSIS:
        see_result(app, state);
        return true;
    default:
        return false;
    }
}

static bool diagnosis_command(App *app, ScreenState *screen, CommandId command) {
    if (app->late.diagnosis != NULL)
        return run(app, &screen->diagnosis, command);
    if (command != CMD_OPEN)
        return false;
    late_want_diagnosis(app);
    return true;
}

static void diagnosis_begin(App *app, ScreenState *screen) {
    (void)screen;
    late_want_diagnosis(app);
}

static bool at_end(const App *app, const DiagnosisState *state) {
    Arena arena = {0};
    bool ends = diagnosis_view_of(app, &arena, state)->question == NULL;
    arena_release(&arena);
    return ends;
}

static const char *diagnosis_disabled(const App *app, const ScreenState *screen,
                                      CommandId command) {
    bool asks = command == CMD_TOGGLE || command == CMD_NEXT || command == CMD_PREVIOUS ||
                command == CMD_DIAGNOSIS;
    if (app->late.diagnosis == NULL)
        return asks ? _("There are no questions to answer.") : NULL;
    return command == CMD_TOGGLE && at_end(app, &screen->diagnosis)
               ? _("There is nothing to tick here; Enter does what is selected.")
               : NULL;
}

static const char *diagnosis_hint(const App *app, const ScreenState *screen, CommandId command) {
    Arena arena = {0};
    const char *word = NULL;
    if (command != CMD_OPEN)
        return NULL;
    if (app->late.diagnosis == NULL)
        /* TRANSLATORS: hint: the file */
        return _("read again");
    const DiagnosisView *view = diagnosis_view_of(app, &arena, &screen->diagnosis);
    if (view->question == NULL)
        /* TRANSLATORS: hint: to take all answers away and begin again */
        word = view->selected == 0 ? _("open") : _("begin anew");
    else if (goes_on_only(view))
        /* TRANSLATORS: hint: to the next question */
        word = _("go on");
    arena_release(&arena);
    return word;
}

static void diagnosis_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Diagnosis"));
}

static void diagnosis_view(const App *app, const ScreenState *screen, const Canvas *body) {
    if (app->late.diagnosis == NULL)
        diagnosis_paint_none(app, body);
    else
        diagnosis_paint(diagnosis_view_of(app, body->frame, &screen->diagnosis), body);
}

/* ---- the session ---- */

static void diagnosis_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const DiagnosisState *state = &screen->diagnosis;
    (void)app;
    keep_text(keep, "question", state->question);
    keep_text(keep, "choice", state->choice);
    keep_number(keep, "top", state->top);
    keep_text(keep, "result", state->result.program);
    keep_number(keep, "result_top", state->result.top);
    keep_number(keep, "result_rest", state->result.rest);
}

static bool diagnosis_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->diagnosis = (DiagnosisState){
        .question = recall_text_or_null(recall, "question"),
        .choice = recall_text_or_null(recall, "choice"),
        .top = recall_count(recall, "top"),
        .result = {.program = recall_text_or_null(recall, "result"),
                   .top = recall_count(recall, "result_top"),
                   .rest = recall_number(recall, "result_rest", 0, 1) != 0},
    };
    return true;
}

const ScreenClass screen_diagnosis = {
    .name = "diagnosis",
    .crumbs = diagnosis_crumbs,
    .step = screen_no_step,
    .command = diagnosis_command,
    .disabled = diagnosis_disabled,
    .hint = diagnosis_hint,
    .keep = diagnosis_keep,
    .recall = diagnosis_recall,
    .begin = diagnosis_begin,
    .view = diagnosis_view,
    /* TRANSLATORS: hints: an answer; the result of the diagnosis; the next question */
    .hints = {{CMD_TOGGLE, N_("tick")},
              {CMD_OPEN, N_("choose")},
              {CMD_DIAGNOSIS, N_("result")},
              {CMD_NEXT, N_("next question")},
              {CMD_BACK, NULL},
              {CMD_UNDO, NULL}},
};
