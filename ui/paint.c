/* See paint.h. */
#include "ui/paint.h"

#include "text/ascii.h"
#include "text/clean.h"
#include "text/cluster.h"

Canvas canvas_whole(Grid *grid, Arena *frame) {
    return (Canvas){grid, frame, 0, 0, grid->cols, grid->rows, 0, grid->rows};
}

Canvas canvas_part(const Canvas *canvas, int col, int row, int cols, int rows) {
    Canvas part = *canvas;
    part.col += col;
    part.row += row;
    part.cols = MAX_OF(MIN_OF(cols, canvas->cols - col), 0);
    part.rows = MAX_OF(MIN_OF(rows, canvas->rows - row), 0);
    part.clip_top = MAX_OF(canvas->clip_top - row, 0);
    part.clip_bottom = MIN_OF(canvas->clip_bottom - row, part.rows);
    return part;
}

Canvas canvas_shifted(const Canvas *canvas, int row, int rows) {
    Canvas shifted = *canvas;
    shifted.row += row;
    shifted.rows = rows;
    shifted.clip_top = MAX_OF(canvas->clip_top - row, 0);
    shifted.clip_bottom = MIN_OF(canvas->clip_bottom - row, rows);
    return shifted;
}

static bool row_is_visible(const Canvas *canvas, int row) {
    return row >= canvas->clip_top && row < canvas->clip_bottom &&
           canvas->row + row >= 0 && canvas->row + row < canvas->grid->rows;
}

static const Cell blank = {.runes = {' '}, .cells = 1, .style = STYLE_BODY};

/* Overwriting half of a wide character blanks its other half. */
static void clear_halves(Grid *grid, int col, int row, int cells) {
    if (grid_cell(grid, col, row)->cells == 0 && col > 0)
        *grid_cell(grid, col - 1, row) = blank;
    int after = col + cells;
    if (after < grid->cols && grid_cell(grid, after, row)->cells == 0)
        *grid_cell(grid, after, row) = blank;
}

static void put_cluster(Grid *grid, int col, int row, int cells, Style style, Str cluster) {
    clear_halves(grid, col, row, cells);
    Cell *cell = grid_cell(grid, col, row);
    *cell = (Cell){.cells = (uint8_t)cells, .style = (uint8_t)style};
    for (int i = 0; i < CELL_RUNES && cluster.len > 0; i++) {
        size_t bytes = text_decode(cluster, &cell->runes[i]);
        cluster = str_skip(cluster, bytes);
    }
    if (cells == 2)
        *grid_cell(grid, col + 1, row) = (Cell){.cells = 0, .style = (uint8_t)style};
}

/*
 * A cluster may be wider than one cell can hold: ｶﾞ is two one-cell code points, painted as
 * two cells of their own.
 */
static int put_wide_cluster(const Canvas *canvas, int col, int row, Style style, Str cluster,
                            int cells) {
    Grid *grid = canvas->grid;
    uint32_t rune;
    size_t first = text_decode(cluster, &rune);
    int first_cells = text_rune_width(rune, grid->ambiguous);
    if (first_cells == cells || first_cells <= 0 || first == cluster.len) {
        put_cluster(grid, canvas->col + col, canvas->row + row, cells, style, cluster);
        return cells;
    }
    put_cluster(grid, canvas->col + col, canvas->row + row, first_cells, style,
                str_n(cluster.at, first));
    put_cluster(grid, canvas->col + col + first_cells, canvas->row + row, cells - first_cells,
                style, str_skip(cluster, first));
    return cells;
}

static Str painted_form(const Canvas *canvas, Str text) {
    Str clean = text_clean(canvas->frame, text);
    return canvas->grid->substitute ? text_to_ascii(canvas->frame, clean) : clean;
}

static int paint_limited(const Canvas *canvas, int col, int row, int end, Style style, Str text) {
    int at = col;
    end = MIN_OF(end, MIN_OF(canvas->cols, canvas->grid->cols - canvas->col));
    bool visible = row_is_visible(canvas, row) && col >= 0 && canvas->col + col >= 0;
    Str rest = painted_form(canvas, text);
    while (rest.len > 0) {
        size_t bytes = text_cluster(rest);
        Str cluster = str_n(rest.at, bytes);
        int cells = text_cluster_width(cluster, canvas->grid->ambiguous);
        if (at + cells > end)
            break;
        if (cells > 0 && cells <= 2 && visible)
            put_wide_cluster(canvas, at, row, style, cluster, cells);
        at += MAX_OF(cells, 0);
        rest = str_skip(rest, bytes);
    }
    return at - col;
}

int paint_text(const Canvas *canvas, int col, int row, Style style, Str text) {
    return paint_limited(canvas, col, row, canvas->cols, style, text);
}

int paint(const Canvas *canvas, int col, int row, Style style, const char *text) {
    return paint_text(canvas, col, row, style, str(text));
}

int paint_width(const Canvas *canvas, const char *text) {
    return text_width(painted_form(canvas, str(text)), canvas->grid->ambiguous);
}

int paint_fit(const Canvas *canvas, int col, int row, int cells, Style style, const char *text) {
    cells = MIN_OF(cells, canvas->cols - col);
    if (cells <= 0)
        return 0;
    if (paint_width(canvas, text) <= cells)
        return paint_limited(canvas, col, row, col + cells, style, str(text));
    int used = paint_limited(canvas, col, row, col + cells - 1, style, str(text));
    return used + paint(canvas, col + used, row, style, mark_cut(canvas->grid));
}

int paint_right(const Canvas *canvas, int end, int row, Style style, const char *text) {
    int col = MAX_OF(end - paint_width(canvas, text), 0);
    paint_limited(canvas, col, row, end, style, str(text));
    return col;
}

void paint_blank(const Canvas *canvas, int col, int row, int cells, Style style) {
    for (int i = 0; i < cells; i++)
        paint_text(canvas, col + i, row, style, str(" "));
}

void paint_restyle(const Canvas *canvas, int col, int row, int cells, Style style) {
    if (!row_is_visible(canvas, row))
        return;
    for (int i = col; i < col + cells && i < canvas->cols; i++)
        if (i >= 0 && canvas->col + i < canvas->grid->cols)
            grid_cell(canvas->grid, canvas->col + i, canvas->row + row)->style = (uint8_t)style;
}

void paint_cursor(const Canvas *canvas, int col, int row, bool in_text) {
    if (!row_is_visible(canvas, row))
        return;
    canvas->grid->cursor_col = MAX_OF(MIN_OF(canvas->col + col, canvas->grid->cols - 1), 0);
    canvas->grid->cursor_row = canvas->row + row;
    canvas->grid->cursor_in_text = in_text;
}

const char *mark_selected(const Grid *grid) {
    return grid->ascii || grid->substitute ? ">" : "▸";
}

const char *mark_crumb(const Grid *grid) {
    return grid->ascii || grid->substitute ? ">" : "›";
}

const char *mark_cut(const Grid *grid) {
    return grid->ascii || grid->substitute ? "~" : "⋯";
}
