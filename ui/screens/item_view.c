/* Painting an item of a plan. See item.h. */
#include "ui/screens/item.h"

enum { LABEL_COL = 3 };

static int row_height(const void *context, int item) {
    const ItemRows *rows = context;
    return item_row_height(&rows->at[item]);
}

/* The text, its mark in front and what is said behind it. */
static void paint_value(const ItemRow *row, const Canvas *canvas) {
    int col = row->col, last = (int)row->lines.count - 1;
    if (row->mark.len > 0)
        col += paint_text(canvas, col, 0, row->style, row->mark) + 1;
    screen_paint_lines(canvas, col, 0, row->style, row->lines);
    if (row->after_below)
        paint(canvas, col, last + 1, row->after_style, row->after);
    else
        paint(canvas, col + row->lines.at[last].cells + 2, last, row->after_style, row->after);
}

static void row_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const ItemRows *rows = context;
    const ItemRow *row = &rows->at[item];
    int height = item_row_height(row) - row->space;
    Canvas part = canvas_shifted(canvas, row->space, height);
    if (selected)
        screen_mark(&part);
    paint_fit(&part, LABEL_COL, 0, rows->label_cols, STYLE_DIM, row->label);
    Canvas value = canvas_shifted(&part, row->label_above ? 1 : 0, height);
    paint_value(row, &value);
}

static int row_lead(const void *context, int item) {
    const ItemRows *rows = context;
    return rows->at[item].space;
}

List item_list(const ItemRows *rows) {
    return (List){rows->count, rows, row_height, row_paint, row_lead};
}

/* The name on a bar in its step's colour; at its right end what is worth a glance. */
static int paint_title(const ItemRows *rows, const Canvas *canvas, int step) {
    Style style = STYLE_BAR(step);
    int count = (int)rows->title.count, bar = canvas->cols - 4;
    for (int row = 0; row < count; row++)
        paint_blank(canvas, 2, row, bar, style);
    screen_paint_lines(canvas, LABEL_COL, 0, style, rows->title);
    int used = LABEL_COL + rows->title.at[0].cells + 2;
    if (canvas->cols - 3 - paint_width(canvas, rows->side) >= used)
        paint_right(canvas, canvas->cols - 3, 0, style, rows->side);
    return count;
}

void item_view(const App *app, const ScreenState *screen, const Canvas *body) {
    ItemRows *rows = item_rows(app, body->frame, &screen->item);
    Canvas page = canvas_part(body, rows->margin, 0, rows->cols, body->rows);
    int row = paint_title(rows, &page, screen_class(screen->id)->step(app, screen));
    screen_paint_lines(&page, LABEL_COL,
                       rows->head - (int)rows->remark.count - 1 < row ? row : row + 1, STYLE_DIM,
                       rows->remark);
    if (rows->item == NULL) {
        paint_cursor(&page, 2, row, false);
        return;
    }
    List list = item_list(rows);
    ListState state = {item_selected(rows, &screen->item), screen->item.top};
    Canvas box = canvas_part(&page, 0, rows->head, rows->cols, rows->rows);
    list_view(&list, &state, &box);
    screen_more_items_below(&list, &state, &box);
}
