/*
 * Painting the diagnosis's questions (diagnosis_screen.h):
 *
 *    3/10                              suitable 5   confirm 12   outside 3
 *
 *    Stage      Plan, prepare        What would you like to do?
 *  › Need       Raise funds          What you choose decides what is shown …
 *    Way        not answered
 *    …                             ▸ ☐ Attend a seminar
 *    Result                          ☑ Raise funds
 */
#include "ui/screens/diagnosis_screen.h"

enum {
    MARK_COLS = 3,
    BOX_COLS = 2,
    OPEN_COL = 1, /* the mark of the open question */
};

/* ---- one question on one line ---- */

static bool has_answer(const DiagnosisView *view, size_t place) {
    const Question *question = &view->rules->questions.at[place];
    return diagnosis_asks(view->rules, view->answers, place) &&
           question_chosen(question, answers_get(view->answers, question->id)) != 0;
}

/* The end has no answer. */
static void paint_question(const DiagnosisView *view, const Canvas *canvas, int row, size_t place,
                           int end) {
    bool is_open = place == view->at, is_end = place == view->rules->questions.count;
    Style style = is_open ? STYLE_STRONG : STYLE_BODY;
    if (is_open)
        paint(canvas, OPEN_COL, row, STYLE_STEP0, mark_crumb(canvas->grid));
    /* TRANSLATORS: the last of the diagnosis's questions: its end */
    const char *heading =
        is_end ? _("Result") : question_heading(&view->rules->questions.at[place]);
    if (!is_end && !is_open && !diagnosis_asks(view->rules, view->answers, place))
        style = STYLE_DIM;
    paint(canvas, view->margin, row, style, heading);
    if (!is_end && diagnosis_elsewhere(view->app, &view->rules->questions.at[place]) != NULL)
        paint(canvas, view->margin - 1, row, STYLE_WARN, "!");
    if (!is_end)
        paint_fit(canvas, view->answer_col, row, end - view->answer_col,
                  has_answer(view, place) ? STYLE_BODY : STYLE_DIM,
                  diagnosis_answer_text(view, place));
}

/* All of them, with a blank line before the end where there is room. */
static void paint_questions(const DiagnosisView *view, const Canvas *body, int end) {
    size_t count = view->rules->questions.count;
    int rows = body->rows - view->head_rows, lines = (int)count + 2;
    int first = lines <= rows ? 0 : MAX_OF(MIN_OF((int)view->at - rows / 2, lines - 1 - rows), 0);
    for (size_t i = (size_t)first; i <= count; i++) {
        int row = (int)i - first + (i == count && lines <= rows ? 1 : 0);
        if (row < rows)
            paint_question(view, body, view->head_rows + row, i, end);
    }
}

/* ---- choices ---- */

/* ▸ ☑ label; at the end there is nothing to tick. */
static void paint_choice(const DiagnosisView *view, const Canvas *canvas, int place,
                         bool selected) {
    int label = MARK_COLS;
    bool chosen = view->question != NULL && diagnosis_is_chosen(view, place);
    Style style = chosen ? STYLE_STRONG : STYLE_BODY;
    if (view->question != NULL) {
        paint(canvas, MARK_COLS, 0, style,
              chosen ? mark_planned(canvas->grid) : mark_open(canvas->grid));
        label += BOX_COLS;
        style = chosen || place + 1 < view->count ? style : STYLE_DIM;
    }
    if (selected)
        screen_mark(canvas);
    screen_paint_lines(canvas, label, 0, style, diagnosis_choice_lines(view, place));
}

static int paint_words(const DiagnosisView *view, const Canvas *canvas, int row) {
    int text = (int)view->text.count, help = (int)view->help.count;
    screen_paint_lines(canvas, MARK_COLS, row, STYLE_STRONG, view->text);
    screen_paint_lines(canvas, MARK_COLS, row + text, STYLE_DIM, view->help);
    screen_paint_lines(canvas, MARK_COLS, row + text + help, STYLE_WARN, view->elsewhere);
    return row + diagnosis_word_lines(view);
}

void diagnosis_paint_item(const void *context, const Canvas *canvas, int item, bool selected) {
    const DiagnosisView *view = context;
    int place = item - diagnosis_before(view), row = 0;
    if (place < 0 || place >= view->count) {
        size_t question = (size_t)(place < 0 ? item : item - view->count + 1);
        paint_question(view, canvas, 0, question, canvas->cols - 1);
        return;
    }
    if (!view->beside && place == 0) {
        paint_question(view, canvas, 0, view->at, canvas->cols - 1);
        row = paint_words(view, canvas, 1);
    }
    Canvas line = canvas_shifted(canvas, row, canvas->rows - row);
    paint_choice(view, &line, place, selected);
}

/* The choice to pass over stands under both columns. */
static void paint_columns(const DiagnosisView *view, const Canvas *box) {
    int each = diagnosis_column_rows(view), cols = box->cols / 2, last = view->count - 1;
    for (int i = 0; i < last; i++) {
        Canvas part = canvas_part(box, i / each * cols, i % each, cols, 1);
        paint_choice(view, &part, i, i == view->selected);
    }
    Canvas part = canvas_part(box, 0, each, box->cols, 1);
    paint_choice(view, &part, last, last == view->selected);
}

static void paint_list(const DiagnosisView *view, const Canvas *box) {
    List list = diagnosis_list(view);
    ListState state = {diagnosis_before(view) + view->selected, view->top};
    list_view(&list, &state, box);
    screen_more_items_below(&list, &state, box);
}

/* ---- all of it ---- */

static void paint_head(const DiagnosisView *view, const Canvas *body) {
    int col = view->beside ? view->margin : 1;
    int end = MIN_OF(body->cols, view->right + view->right_cells) - 1;
    DiagnosisReport report =
        diagnosis_judge(body->frame, view->rules, view->app->catalogue, view->answers);
    const char *settled =
        arena_printf(body->frame, "%zu/%zu", view->progress.settled, view->progress.asked);
    if (view->beside)
        /* TRANSLATORS: so many questions of so many are settled: 3/10 */
        settled = arena_printf(body->frame, _("answered %s"), settled);
    paint(body, col, 0, STYLE_STEP0, settled);
    diagnosis_paint_counts(body, end - diagnosis_counts_cells(body, &report, DIAGNOSIS_GROUPS), 0,
                           &report, DIAGNOSIS_GROUPS);
    screen_paint_lines(body, col, 1, STYLE_DIM, view->notice);
}

void diagnosis_paint(const DiagnosisView *view, const Canvas *body) {
    int row = view->head_rows;
    paint_head(view, body);
    if (!view->beside) {
        Canvas box = canvas_part(body, 0, row, body->cols, view->list_rows);
        paint_list(view, &box);
        return;
    }
    paint_questions(view, body, view->right - 1);
    Canvas right = canvas_part(body, view->right, 0, view->right_cells + 1, body->rows);
    row = paint_words(view, &right, row) + 1;
    Canvas box = canvas_part(&right, 0, row, right.cols, view->list_rows);
    if (view->columns == 2)
        paint_columns(view, &box);
    else
        paint_list(view, &box);
}
