/* The rows of the diagnosis's result (result_screen.h). */
#include "ui/screens/result_screen.h"

#include "report/words.h"

enum {
    BESIDE_FROM = 112, /* columns of the screen */
    LIST_MOST = 100,
    DETAIL_MOST = 80,
    WIDE = 60,
    GAP = 2,
    AIR_FROM = 18, /* rows of the body */
    LIST_LEAST = 4,
};

/* ---- in a line ---- */

const char *result_slide(Arena *arena, const Program *program) {
    return program->added ? "" : arena_printf(arena, _("slide %d"), program->source.slide);
}

const char *result_met(Arena *arena, const DiagnosisResult *result) {
    const char *text = "";
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        if (reason->verdict != VERDICT_MET)
            continue;
        const char *heading = question_heading(reason->question);
        text = is_absent(text)
                   ? heading
                   : arena_printf(arena, tr_context("answers", "%s, %s"), text, heading);
    }
    return text;
}

static size_t count_of(const DiagnosisResult *result, Verdict verdict) {
    size_t count = 0;
    for (size_t i = 0; i < result->reasons.count; i++)
        count += result->reasons.at[i].verdict == verdict ? 1 : 0;
    return count;
}

/* The first of a verdict; of the open ones the first that a question could settle. */
static const Reason *first_of(const DiagnosisResult *result, Verdict verdict) {
    const Reason *any = NULL;
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        if (reason->verdict == verdict && reason->question != NULL)
            return reason;
        if (reason->verdict == verdict && any == NULL)
            any = reason;
    }
    return any;
}

static const char *with_label(Arena *arena, const Reason *reason) {
    return arena_printf(arena, tr_context("reason", "%s: %s"), reason_label(reason),
                        reason_text(arena, reason));
}

/* The verdict that decides where a program stands. */
static Verdict deciding(const DiagnosisResult *result) {
    static const Verdict verdicts[DIAGNOSIS_PARTS] = {
        [DIAGNOSIS_FITS] = VERDICT_MET,
        [DIAGNOSIS_CONFIRM] = VERDICT_OPEN,
        [DIAGNOSIS_OUTSIDE] = VERDICT_AGAINST,
        [DIAGNOSIS_ASIDE] = VERDICT_APART,
    };
    return verdicts[result->group];
}

const char *result_summary(Arena *arena, const DiagnosisResult *result) {
    const Reason *reason = first_of(result, deciding(result));
    if (reason == NULL)
        return _("The document states no condition here.");
    if (result->group == DIAGNOSIS_FITS)
        return arena_printf(arena, tr_context("reason", "agrees: %s"), result_met(arena, result));
    return result->group == DIAGNOSIS_ASIDE ? reason_text(arena, reason)
                                            : with_label(arena, reason);
}

const char *result_more(Arena *arena, const DiagnosisResult *result) {
    bool fits = result->group == DIAGNOSIS_FITS;
    long count = (long)count_of(result, fits ? VERDICT_OPEN : deciding(result)) - (fits ? 0 : 1);
    if (count <= 0 || result->group == DIAGNOSIS_ASIDE)
        return "";
    if (fits)
        /* TRANSLATORS: so many things that only the body can confirm */
        return arena_printf(arena, tr_plural("%ld to confirm", "%ld to confirm", count), count);
    /* TRANSLATORS: so many more reasons of the same kind */
    return arena_printf(arena, tr_plural("and %ld more", "and %ld more", count), count);
}

/* ---- rows ---- */

const char *result_row_id(const ResultRow *row) {
    return row->result == NULL ? RESULT_REST : row->result->program->id;
}

static WrapLines closing(const ResultView *view, DiagnosisGroup group) {
    return screen_lines(view->app, view->arena, diagnosis_group_close(group),
                        view->shape.cols - ROW_NAME_COL - 1);
}

/* `heads` counts the headings that have gathered since the row before. */
static void add_row(ResultView *view, const DiagnosisResult *result, DiagnosisGroup group,
                    int *heads) {
    ResultRow *row = &view->rows[view->count];
    *row = (ResultRow){.result = result, .group = group, .heads = *heads};
    row->first = view->count == 0;
    if (result != NULL)
        row->name_lines = row_height(view->app, view->arena, &view->shape, result->program);
    *heads = 0;
    view->count++;
}

static void add_group(ResultView *view, DiagnosisGroup group, int *heads) {
    const DiagnosisResults *results = &view->report.groups[group];
    for (size_t i = 0; i < results->count; i++)
        add_row(view, &results->at[i], group, heads);
    if (results->count > 0)
        view->rows[view->count - 1].close = closing(view, group);
}

/* A blank line between two headings; the row that unfolds the rest is one itself. */
int result_head_lines(const ResultRow *row) {
    return row->heads == 0 ? 0 : 2 * row->heads - (row->result == NULL ? 0 : 1);
}

/* A blank line under the closing sentences, too, but for those at the end of all. */
static int height_of(const ResultRow *row) {
    int own = row->result == NULL ? 1 : row->name_lines + 1;
    int close = (int)row->close.count, air = close > 0 && row->group < DIAGNOSIS_GROUPS ? 1 : 0;
    return result_head_lines(row) + own + close + air;
}

static void add_rows(ResultView *view) {
    size_t most = 1;
    for (int group = 0; group < DIAGNOSIS_PARTS; group++)
        most += view->report.groups[group].count;
    view->rows = arena_new(view->arena, ResultRow, most);
    int heads = 0;
    for (int group = 0; group < DIAGNOSIS_GROUPS; group++) {
        heads++;
        add_group(view, (DiagnosisGroup)group, &heads);
    }
    add_row(view, NULL, DIAGNOSIS_ASIDE, &heads);
    if (view->rest)
        add_group(view, DIAGNOSIS_ASIDE, &heads);
    for (int i = 0; i < view->count; i++)
        view->rows[i].height = height_of(&view->rows[i]);
}

/* One that is folded away leaves its place to the row that unfolds it. */
static int selected_of(const ResultView *view, const char *id) {
    int rest = 0;
    for (int i = 0; id != NULL && i < view->count; i++) {
        if (strcmp(result_row_id(&view->rows[i]), id) == 0)
            return i;
        rest = view->rows[i].result == NULL ? i : rest;
    }
    return id != NULL && catalogue_program(view->app->catalogue, id) != NULL ? rest : 0;
}

/* ---- measuring ---- */

static const char *notice_text(const ResultView *view, bool brief) {
    const App *app = view->app;
    const char *as_of = words_as_of_edition(view->arena, &app->catalogue->edition, app->today);
    if (diagnosis_progress(app->late.diagnosis, diagnosis_answers(app)).settled == 0)
        return _("Nothing is answered yet; d goes to the questions.");
    if (is_absent(as_of) || brief)
        return as_of;
    return arena_printf(view->arena, _("%s; ask the bodies named what has changed since."), as_of);
}

static void measure(ResultView *view) {
    int cols = view->app->cols, rows = app_body_rows(view->app);
    view->beside = cols >= BESIDE_FROM;
    view->margin = cols >= WIDE ? 3 : 1;
    int list = view->beside ? MIN_OF(cols * 58 / 100, LIST_MOST) : cols;
    view->shape = row_shape(list - 1, true);
    const char *notice = notice_text(view, rows < AIR_FROM);
    if (!is_absent(notice))
        view->notice = screen_lines(view->app, view->arena, notice, list - view->margin - 1);
    view->head_rows = 1 + (int)view->notice.count + (rows >= AIR_FROM ? 1 : 0);
    view->detail =
        view->beside ? (Span){list + GAP, MIN_OF(cols - list - GAP, DETAIL_MOST)} : (Span){0, cols};
}

/* The detail has its part of the rows; more where the selected one needs more. */
static void measure_rows(ResultView *view) {
    int rows = app_body_rows(view->app), room = rows - view->head_rows;
    const DiagnosisResult *result = view->rows[view->selected].result;
    view->air = view->beside || rows >= 2 * LIST_LEAST + 2;
    view->detail_rows = view->list_rows = room;
    if (!view->beside) {
        int most = MAX_OF(room - LIST_LEAST - (view->air ? 1 : 0), 0);
        int needed = result == NULL ? 0 : result_detail_least(view, result);
        view->detail_rows = MIN_OF(MAX_OF(rows * 3 / 8, needed), most);
        view->list_rows = room - view->detail_rows - (view->air ? 1 : 0);
    }
    view->list_rows = MAX_OF(view->list_rows, 1);
    view->detail_row = rows - view->detail_rows;
}

ResultView *result_view_of(const App *app, Arena *arena, const ResultState *state) {
    ResultView *view = arena_new(arena, ResultView, 1);
    *view = (ResultView){.app = app, .arena = arena, .rest = state->rest, .top = state->top};
    view->report =
        diagnosis_judge(arena, app->late.diagnosis, app->catalogue, diagnosis_answers(app));
    measure(view);
    add_rows(view);
    view->selected = selected_of(view, state->program);
    measure_rows(view);
    return view;
}

static int item_height(const void *context, int item) {
    const ResultView *view = context;
    return view->rows[item].height;
}

static int item_lead(const void *context, int item) {
    const ResultView *view = context;
    return result_head_lines(&view->rows[item]);
}

List result_list(const ResultView *view) {
    return (List){view->count, view, item_height, result_paint_item, item_lead};
}
