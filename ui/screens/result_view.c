/*
 * Painting the diagnosis's result (result_screen.h):
 *
 *    suitable 5   confirm 12   outside 3   other 28
 *    Looks suitable  5 programs                     Fee    Period
 *  ▸ 8 ☑ name …                                     free   always
 *        agrees: Stage, Need; 1 point to confirm        slide 10
 */
#include "ui/screens/result_screen.h"

enum {
    HEADING_COL = 3,
    GAP = 2,
    ROOMY_FROM = 60, /* columns from which more is counted */
};

static const char *count_text(Arena *arena, size_t count) {
    return arena_printf(arena, tr_plural("%ld program", "%ld programs", (long)count), (long)count);
}

static int paint_heading(const ResultView *view, const Canvas *canvas, int row,
                         DiagnosisGroup group) {
    size_t count = view->report.groups[group].count;
    int col = HEADING_COL;
    col +=
        paint(canvas, col, row, count == 0 ? STYLE_DIM : STYLE_STEP0, diagnosis_group_label(group));
    return col + 2 + paint(canvas, col + 2, row, STYLE_DIM, count_text(canvas->frame, count));
}

/* The headings over a row, its own group's the last. */
static void paint_headings(const ResultView *view, const Canvas *canvas, const ResultRow *row) {
    int line = 0, own = row->result == NULL ? 1 : 0;
    for (int i = row->heads; i > 0; i--, line += 2) {
        paint_heading(view, canvas, line, (DiagnosisGroup)((int)row->group - own - i + 1));
        if (row->first && i == 1)
            row_paint_heads(canvas, line, &view->shape, STYLE_DIM);
    }
}

static void paint_rest(const ResultView *view, const Canvas *canvas, int row, bool selected) {
    Canvas line = canvas_shifted(canvas, row, 1);
    if (selected)
        screen_mark(&line);
    int col = paint_heading(view, canvas, row, DIAGNOSIS_ASIDE);
    if (view->report.groups[DIAGNOSIS_ASIDE].count > 0)
        paint(canvas, col + 2, row, STYLE_DIM,
              view->rest ? _("Enter folds it") : _("Enter unfolds it"));
}

static void paint_reason(const ResultView *view, const Canvas *canvas, int row,
                         const DiagnosisResult *result) {
    const char *slide = result_slide(canvas->frame, result->program);
    const char *more = result_more(canvas->frame, result);
    int end = paint_right(canvas, view->shape.cols, row, STYLE_DIM, slide) - GAP;
    if (!is_absent(more) && canvas->cols >= ROOMY_FROM)
        end = paint_right(canvas, end, row, STYLE_DIM, more) - GAP;
    paint_fit(canvas, ROW_NAME_COL, row, end - ROW_NAME_COL, STYLE_DIM,
              result_summary(canvas->frame, result));
}

void result_paint_item(const void *context, const Canvas *canvas, int item, bool selected) {
    const ResultView *view = context;
    const ResultRow *row = &view->rows[item];
    int line = result_head_lines(row);
    paint_headings(view, canvas, row);
    if (row->result == NULL) {
        paint_rest(view, canvas, line, selected);
        return;
    }
    row_paint(view->app, canvas, line, &view->shape, row->result->program, selected);
    line += row->name_lines;
    paint_reason(view, canvas, line, row->result);
    screen_paint_lines(canvas, ROW_NAME_COL, line + 1, STYLE_FAINT, row->close);
}

void result_paint(const ResultView *view, const Canvas *body) {
    List list = result_list(view);
    ListState state = {view->selected, view->top};
    const DiagnosisResult *result = view->rows[view->selected].result;
    diagnosis_paint_counts(body, view->margin, 0, &view->report,
                           body->cols < ROOMY_FROM ? DIAGNOSIS_GROUPS : DIAGNOSIS_PARTS);
    screen_paint_lines(body, view->margin, 1, STYLE_DIM, view->notice);
    Canvas box = canvas_part(body, 0, view->head_rows, view->shape.cols, view->list_rows);
    list_view(&list, &state, &box);
    if (view->air)
        screen_more_items_below(&list, &state, &box);
    Canvas detail =
        canvas_part(body, view->detail.col, view->detail_row, view->detail.cols, view->detail_rows);
    if (result != NULL)
        result_paint_detail(view, &detail, result);
}
