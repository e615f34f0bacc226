/* Which questions and choices there are, and where they stand (diagnosis_screen.h). */
#include "ui/screens/diagnosis_screen.h"

enum {
    MARK_COLS = 3,
    BOX_COLS = 2,
    BESIDE_FROM = 76, /* columns of the screen */
    COLS_MOST = 120,
    GAP = 2,
    AIR_FROM = 16, /* rows of the body */
};

/* ---- questions ---- */

static const char *answer_of(const DiagnosisView *view, size_t question) {
    return answers_get(view->answers, view->rules->questions.at[question].id);
}

static const char *labels_of(const DiagnosisView *view, const Question *question,
                             ChoiceSet chosen) {
    const char *text = "";
    for (size_t i = 0; i < question->choices.count; i++) {
        const char *label = choice_label(&question->choices.at[i]);
        if ((chosen >> i & 1) == 0)
            continue;
        /* TRANSLATORS: two answers to a question, one after the other */
        text = is_absent(text)
                   ? label
                   : arena_printf(view->arena, tr_context("answers", "%s, %s"), text, label);
    }
    return text;
}

const char *diagnosis_answer_text(const DiagnosisView *view, size_t question) {
    const Question *of = &view->rules->questions.at[question];
    const char *answer = answer_of(view, question);
    ChoiceSet chosen = question_chosen(of, answer);
    if (!diagnosis_asks(view->rules, view->answers, question))
        /* TRANSLATORS: beside a question that need not be asked */
        return _("left out");
    if (chosen != 0)
        return labels_of(view, of, chosen);
    return strcmp(answer, ANSWER_SKIPPED) == 0 ? _("passed over") : _("not answered");
}

size_t diagnosis_go(const DiagnosisView *view, int direction) {
    size_t end = view->rules->questions.count, at = view->at;
    do
        at = direction > 0 ? (at == end ? 0 : at + 1) : (at == 0 ? end : at - 1);
    while (at < end && !diagnosis_asks(view->rules, view->answers, at));
    return at;
}

/* The open one: by its id, else the first that waits for an answer. */
static size_t place_of(const DiagnosisView *view, const DiagnosisState *state) {
    size_t end = view->rules->questions.count;
    if (state->question != NULL) {
        size_t place = diagnosis_question(view->rules, state->question);
        if (place < end || strcmp(state->question, DIAGNOSIS_END) == 0)
            return place;
    }
    const Question *next = diagnosis_next(view->rules, view->answers);
    return next == NULL ? end : (size_t)(next - view->rules->questions.at);
}

/* ---- choices ---- */

enum { END_CHOICES = 2 };

static bool is_last(const DiagnosisView *view, int place) {
    return place == view->count - 1;
}

const char *diagnosis_choice_id(const DiagnosisView *view, int place) {
    if (view->question == NULL)
        return is_last(view, place) ? CHOICE_ANEW : "result";
    return is_last(view, place) ? CHOICE_PASS : view->question->choices.at[place].id;
}

static const char *label_of(const DiagnosisView *view, int place) {
    if (view->question == NULL)
        return is_last(view, place) ? _("Begin anew (takes all answers away)")
                                    : _("See the result");
    /* TRANSLATORS: the last choice of every question of the diagnosis */
    return is_last(view, place) ? _("Pass over (not known, or of no matter)")
                                : choice_label(&view->question->choices.at[place]);
}

bool diagnosis_is_chosen(const DiagnosisView *view, int place) {
    if (is_last(view, place))
        return strcmp(view->chosen, ANSWER_SKIPPED) == 0;
    return (question_chosen(view->question, view->chosen) >> place & 1) != 0;
}

int diagnosis_first_choice(const DiagnosisView *view, size_t question) {
    if (question == view->rules->questions.count)
        return 0;
    const Question *of = &view->rules->questions.at[question];
    const char *answer = answer_of(view, question);
    ChoiceSet chosen = question_chosen(of, answer);
    for (size_t i = 0; i < of->choices.count; i++)
        if (chosen >> i & 1)
            return (int)i;
    return strcmp(answer, ANSWER_SKIPPED) == 0 ? (int)of->choices.count : 0;
}

static int selected_of(const DiagnosisView *view, const DiagnosisState *state) {
    for (int i = 0; state->question != NULL && state->choice != NULL && i < view->count; i++)
        if (strcmp(diagnosis_choice_id(view, i), state->choice) == 0)
            return i;
    return diagnosis_first_choice(view, view->at);
}

static int cells_of(const DiagnosisView *view, const char *text) {
    return screen_cells(view->app, view->arena, text);
}

static WrapLines wrap(const DiagnosisView *view, const char *text, int cells) {
    return screen_lines(view->app, view->arena, text, cells);
}

/* Cells of a choice's label: its mark and box stand before it, and of two columns the gap behind.
 */
static int label_cells(const DiagnosisView *view, int place) {
    if (view->question == NULL)
        return view->right_cells - MARK_COLS;
    if (view->columns == 2 && !is_last(view, place))
        return view->right_cells / 2 - MARK_COLS - BOX_COLS - 1;
    return view->right_cells - MARK_COLS - BOX_COLS;
}

WrapLines diagnosis_choice_lines(const DiagnosisView *view, int place) {
    return wrap(view, label_of(view, place), label_cells(view, place));
}

int diagnosis_column_rows(const DiagnosisView *view) {
    return view->count / 2; /* half of all but the last */
}

/* ---- measuring ---- */

static int widest_heading(const DiagnosisView *view) {
    int widest = 0;
    for (size_t i = 0; i < view->rules->questions.count; i++)
        widest = MAX_OF(widest, cells_of(view, question_heading(&view->rules->questions.at[i])));
    return widest;
}

static void measure_columns(DiagnosisView *view) {
    int cols = MIN_OF(view->app->cols, COLS_MOST);
    view->beside = view->app->cols >= BESIDE_FROM;
    view->margin = MARK_COLS;
    view->heading_cells = widest_heading(view);
    view->answer_col = view->margin + view->heading_cells + GAP;
    view->right = view->beside ? cols * 33 / 80 + GAP : 0;
    view->right_cells = cols - view->right - 1;
}

/* Words for the open question, or for the end. */
static void measure_text(DiagnosisView *view) {
    int cells = view->right_cells - MARK_COLS;
    const char *text = _("That was the last question."), *help = "";
    size_t rest = view->progress.asked - view->progress.settled;
    if (view->question != NULL) {
        text = question_text(view->question);
        help = question_help(view->question);
    } else if (rest > 0) {
        text = arena_printf(view->arena,
                            tr_plural("%ld question is not answered yet.",
                                      "%ld questions are not answered yet.", (long)rest),
                            (long)rest);
        help = _("The result can be seen all the same.");
    }
    view->text = wrap(view, text, cells);
    view->help = is_absent(help) ? (WrapLines){0} : wrap(view, help, cells);
}

/* The labels of what another session answered, so that the two can be told apart. */
static void measure_elsewhere(DiagnosisView *view) {
    const char *other =
        view->question == NULL ? NULL : diagnosis_elsewhere(view->app, view->question);
    if (other == NULL)
        return;
    const char *labels = labels_of(view, view->question, question_chosen(view->question, other));
    if (is_absent(labels))
        labels = is_absent(other) ? _("not answered") : _("passed over");
    view->elsewhere = wrap(view,
                           arena_printf(view->arena,
                                        _("Elsewhere it was answered: %s. What you choose here "
                                          "settles it."),
                                        labels),
                           view->right_cells - MARK_COLS);
}

int diagnosis_word_lines(const DiagnosisView *view) {
    return (int)(view->text.count + view->help.count + view->elsewhere.count);
}

static void measure_head(DiagnosisView *view) {
    const char *why = work_why_fixed(view->app);
    int rows = app_body_rows(view->app);
    if (why != NULL)
        view->notice = wrap(view,
                            _("The plan cannot be changed, so that the answers hold for this "
                              "session alone."),
                            MIN_OF(view->app->cols, COLS_MOST) - view->margin - 1);
    view->head_rows = 1 + (int)view->notice.count + (rows >= AIR_FROM ? 1 : 0);
    view->list_rows = MAX_OF(rows - view->head_rows, 1);
    if (view->beside)
        view->list_rows = MAX_OF(view->list_rows - diagnosis_word_lines(view) - 1, 1);
}

/* Short choices that do not fit below one another stand in two columns. */
static void measure_choices(DiagnosisView *view) {
    view->columns = 2;
    int widest = 0, cells = label_cells(view, 0);
    for (int i = 0; i < view->count - 1; i++)
        widest = MAX_OF(widest, cells_of(view, label_of(view, i)));
    bool helps = view->count > view->list_rows && diagnosis_column_rows(view) < view->list_rows;
    if (!view->beside || !helps || widest > cells)
        view->columns = 1;
}

DiagnosisView *diagnosis_view_of(const App *app, Arena *arena, const DiagnosisState *state) {
    DiagnosisView *view = arena_new(arena, DiagnosisView, 1);
    *view = (DiagnosisView){.app = app, .arena = arena, .rules = app->late.diagnosis, .columns = 1};
    view->answers = diagnosis_answers(app);
    view->progress = diagnosis_progress(view->rules, view->answers);
    view->at = place_of(view, state);
    bool ends = view->at == view->rules->questions.count;
    view->question = ends ? NULL : &view->rules->questions.at[view->at];
    view->chosen = ends ? "" : answer_of(view, view->at);
    view->count = ends ? END_CHOICES : (int)view->question->choices.count + 1;
    view->selected = selected_of(view, state);
    measure_columns(view);
    measure_text(view);
    measure_elsewhere(view);
    measure_head(view);
    measure_choices(view);
    view->top = state->question == NULL ? MAX_OF((int)view->at - 1, 0) : state->top;
    return view;
}

/* ---- the lists ---- */

static int choice_height(const void *context, int place) {
    return (int)diagnosis_choice_lines(context, place).count;
}

List diagnosis_choices(const DiagnosisView *view) {
    return (List){view->count, view, choice_height, NULL, NULL};
}

/* Where choices stand beside, they are all of the list; else all other questions are in it. */
int diagnosis_before(const DiagnosisView *view) {
    return view->beside ? 0 : (int)view->at;
}

/* The open question's words over its first choice, a blank line under its last. */
static int item_height(const void *context, int item) {
    const DiagnosisView *view = context;
    int place = item - diagnosis_before(view);
    if (place < 0 || place >= view->count)
        return 1;
    int height = choice_height(view, place);
    if (view->beside)
        return height;
    if (place == 0)
        height += 1 + diagnosis_word_lines(view);
    return is_last(view, place) ? height + 1 : height;
}

/* The other questions are no choices. */
static int item_lead(const void *context, int item) {
    const DiagnosisView *view = context;
    int place = item - diagnosis_before(view);
    if (place < 0 || place >= view->count)
        return -1;
    return view->beside || place > 0 ? 0 : 1 + diagnosis_word_lines(view);
}

List diagnosis_list(const DiagnosisView *view) {
    int others = view->beside ? 0 : (int)view->rules->questions.count;
    return (List){view->count + others, view, item_height, diagnosis_paint_item, item_lead};
}
