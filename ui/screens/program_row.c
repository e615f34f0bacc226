/* See program_row.h. */
#include "ui/screens/program_row.h"

#include "catalogue/period.h"
#include "plan/fields.h"
#include "report/words.h"
#include "ui/screens/found.h"

enum {
    BADGE_GAP = 2,
    NAME_LEAST = 18,
    NAME_MOST = 46, /* all but two names on one line */
    PROVIDER_COLS = 16,
};

bool row_has_badges(const Program *program) {
    return program->cost.kind != COST_NOT_STATED || program->period.kind != PERIOD_NOT_STATED;
}

RowShape row_shape(int cols, bool badges) {
    int cost = words_cost_badge_cells() + BADGE_GAP;
    int period = words_period_badge_cells() + BADGE_GAP;
    int room = cols - ROW_NAME_COL;
    RowShape shape = {.cols = cols};
    shape.shows_cost = badges && room - cost >= NAME_LEAST;
    room -= shape.shows_cost ? cost : 0;
    shape.shows_period = shape.shows_cost && room - period >= NAME_LEAST;
    room -= shape.shows_period ? period : 0;
    shape.shows_provider =
        (shape.shows_period || !badges) && room - PROVIDER_COLS - BADGE_GAP >= NAME_MOST - 8;
    room -= shape.shows_provider ? PROVIDER_COLS + BADGE_GAP : 0;
    shape.name_cols = room;
    return shape;
}

RowColumns row_columns(const RowShape *shape) {
    RowColumns at = {-1, -1, -1};
    int end = shape->cols;
    if (shape->shows_period) {
        at.period = end - words_period_badge_cells();
        end = at.period - BADGE_GAP;
    }
    if (shape->shows_cost) {
        at.cost = end - words_cost_badge_cells();
        end = at.cost - BADGE_GAP;
    }
    if (shape->shows_provider)
        at.provider = end - PROVIDER_COLS;
    return at;
}

/* ---- painting ---- */

void row_paint_heads(const Canvas *canvas, int row, const RowShape *shape, Style style) {
    RowColumns at = row_columns(shape);
    if (at.provider >= 0)
        paint(canvas, at.provider, row, style, tr_context("column", "Provider"));
    if (at.cost >= 0)
        paint(canvas, at.cost, row, style, tr_context("column", "Fee"));
    if (at.period >= 0)
        paint(canvas, at.period, row, style, tr_context("column", "Period"));
}

void row_paint_number(const App *app, const Canvas *canvas, int row, const Program *program,
                      int step, bool selected) {
    Style style = selected ? STYLE_PICK : STYLE_BODY;
    bool marked = work_is_bookmarked(app, BOOKMARK_PROGRAM, program->id);
    const char *star = marked ? mark_bookmark() : " ";
    const char *number = arena_printf(canvas->frame, "%2d%s", program->number, star);
    if (program->number == 0)
        number = arena_printf(canvas->frame, " -%s", star);
    if (compared_has(app, program->id))
        paint(canvas, 0, row, style, mark_compared());
    else if (selected)
        paint(canvas, 0, row, style, mark_selected(canvas->grid));
    if (selected)
        paint_cursor(canvas, ROW_PLAN_COL, row, false);
    paint(canvas, 1, row, style, number);
    const PlanItem *item = work_item(app, program->id);
    bool over = item != NULL && plan_status_is_final(plan_status_of(item));
    if (item != NULL)
        paint(canvas, ROW_PLAN_COL, row, over ? STYLE_DIM : STYLE_STEP(step),
              mark_planned(canvas->grid));
}

static Style period_style(const App *app, const Program *program) {
    switch (period_state(&program->period, app->today)) {
    case STATE_OPEN:
        return STYLE_GOOD;
    case STATE_CLOSED:
    case STATE_UNKNOWN:
        return STYLE_DIM;
    default:
        return STYLE_BODY;
    }
}

void row_paint_badges(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                      const Program *program) {
    RowColumns at = row_columns(shape);
    if (at.provider >= 0)
        paint_fit(canvas, at.provider, row, PROVIDER_COLS, STYLE_DIM,
                  words_provider_short(canvas->frame, program->provider));
    if (at.cost >= 0)
        paint(canvas, at.cost, row, program->cost.kind == COST_FREE ? STYLE_GOOD : STYLE_BODY,
              words_cost_badge(program));
    if (at.period >= 0)
        paint(canvas, at.period, row, period_style(app, program),
              words_period_badge(canvas->frame, program, app->today));
}

/* Where the Japanese name stands beside the English one; no columns where there is no room. */
static Span japanese_beside(const Canvas *canvas, const RowShape *shape, const Program *program) {
    enum { GAP = 2, LEAST = 12 };
    int col = ROW_NAME_COL + paint_width(canvas, words_program_name(program)) + GAP;
    int room = ROW_NAME_COL + shape->name_cols - col;
    return (Span){col, room >= LEAST ? room : 0};
}

void row_paint_name(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                    const Program *program) {
    WrapLines lines =
        screen_lines(app, canvas->frame, words_program_name(program), shape->name_cols);
    screen_paint_lines(canvas, ROW_NAME_COL, row, STYLE_BODY, lines);
    Span beside = japanese_beside(canvas, shape, program);
    if (tr_lang() == LANG_EN && lines.count == 1 && beside.cols > 0)
        paint_fit(canvas, beside.col, row, beside.cols, STYLE_DIM, program->name);
}

void row_mark_found(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                    const Program *program, const SearchFound *found) {
    const char *name = words_program_name(program);
    WrapLines lines = screen_lines(app, canvas->frame, name, shape->name_cols);
    found_mark_lines(app, found, canvas, ROW_NAME_COL, row, name, lines);
    Span beside = japanese_beside(canvas, shape, program);
    if (tr_lang() != LANG_EN || lines.count != 1 || beside.cols == 0)
        return;
    Canvas part = canvas_part(canvas, beside.col, row, beside.cols, 1);
    WrapLine whole = {str(program->name), 0};
    found_mark_lines(app, found, &part, 0, 0, program->name, (WrapLines){&whole, 1});
}

int row_height(const App *app, Arena *arena, const RowShape *shape, const Program *program) {
    return (int)screen_lines(app, arena, words_program_name(program), shape->name_cols).count;
}

void row_paint(const App *app, const Canvas *canvas, int row, const RowShape *shape,
               const Program *program, bool selected) {
    row_paint_number(app, canvas, row, program, program->step, selected);
    row_paint_name(app, canvas, row, shape, program);
    row_paint_badges(app, canvas, row, shape, program);
}
