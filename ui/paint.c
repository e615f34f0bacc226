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
    return row >= canvas->clip_top && row < canvas->clip_bottom && canvas->row + row >= 0 &&
           canvas->row + row < canvas->grid->rows;
}

static const Cell blank = {.runes = {' '}, .cells = 1, .style = STYLE_BODY};

/* Overwriting half of a wide character blanks its other half. */
static void clear_halves(Cell *cells, int cols, int col, int width) {
    if (cells[col].cells == 0 && col > 0)
        cells[col - 1] = blank;
    int after = col + width;
    if (after < cols && cells[after].cells == 0)
        cells[after] = blank;
}

/* `cells` is the row, `cols` its length. */
static void put_rune(Cell *cells, int cols, int col, int width, Style style, uint32_t rune) {
    clear_halves(cells, cols, col, width);
    cells[col] = (Cell){.runes = {rune}, .cells = (uint8_t)width, .style = (uint8_t)style};
    if (width == 2)
        cells[col + 1] = (Cell){.cells = 0, .style = (uint8_t)style};
}

static void put_cluster(Cell *cells, int cols, int col, int width, Style style, Str cluster) {
    put_rune(cells, cols, col, width, style, 0);
    for (int i = 0; i < CELL_RUNES && cluster.len > 0; i++) {
        size_t bytes = text_decode(cluster, &cells[col].runes[i]);
        cluster = str_skip(cluster, bytes);
    }
}

/*
 * A cluster may be wider than one cell can hold: ｶﾞ is two one-cell code points, painted as
 * two cells of their own.
 */
static void put_wide_cluster(const Grid *grid, Cell *cells, int col, int width, Style style,
                             Str cluster) {
    uint32_t rune;
    size_t first = text_decode(cluster, &rune);
    int first_width = text_rune_width(rune, grid->ambiguous);
    if (first_width == width || first_width <= 0 || first == cluster.len) {
        put_cluster(cells, grid->cols, col, width, style, cluster);
        return;
    }
    put_cluster(cells, grid->cols, col, first_width, style, str_n(cluster.at, first));
    put_cluster(cells, grid->cols, col + first_width, width - first_width, style,
                str_skip(cluster, first));
}

static Str painted_form(const Canvas *canvas, Str text) {
    Str clean = text_clean(canvas->frame, text);
    return canvas->grid->substitute ? text_to_ascii(canvas->frame, clean) : clean;
}

/* Paints from column `col` to before `end`; `cells` is NULL where the row is out of sight. */
static int paint_run(const Canvas *canvas, Cell *cells, int col, int end, Style style, Str rest) {
    const Grid *grid = canvas->grid;
    int at = col;
    while (rest.len > 0) {
        uint32_t rune;
        int width;
        size_t bytes = text_cluster_plain(rest, grid->ambiguous, &rune, &width);
        bool plain = bytes > 0;
        if (!plain) {
            bytes = text_cluster(rest);
            width = text_cluster_width(str_n(rest.at, bytes), grid->ambiguous);
        }
        if (at + width > end)
            break;
        if (cells != NULL && plain)
            put_rune(cells, grid->cols, canvas->col + at, width, style, rune);
        else if (cells != NULL && width > 0)
            put_wide_cluster(grid, cells, canvas->col + at, width, style, str_n(rest.at, bytes));
        at += MAX_OF(width, 0);
        rest = str_skip(rest, bytes);
    }
    return at - col;
}

static int paint_limited(const Canvas *canvas, int col, int row, int end, Style style, Str text) {
    end = MIN_OF(end, MIN_OF(canvas->cols, canvas->grid->cols - canvas->col));
    bool visible = row_is_visible(canvas, row) && col >= 0 && canvas->col + col >= 0 && col < end;
    Cell *cells = visible ? grid_cell(canvas->grid, 0, canvas->row + row) : NULL;
    return paint_run(canvas, cells, col, end, style, painted_form(canvas, text));
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
    int end = MIN_OF(col + cells, MIN_OF(canvas->cols, canvas->grid->cols - canvas->col));
    if (!row_is_visible(canvas, row) || canvas->col + MAX_OF(col, 0) < 0)
        return;
    for (int at = MAX_OF(col, 0); at < end; at++)
        put_rune(grid_cell(canvas->grid, 0, canvas->row + row), canvas->grid->cols,
                 canvas->col + at, 1, style, ' ');
}

void paint_found(const Canvas *canvas, int col, int row, int cells, bool here) {
    int end = MIN_OF(col + cells, MIN_OF(canvas->cols, canvas->grid->cols - canvas->col));
    if (!row_is_visible(canvas, row))
        return;
    for (int at = MAX_OF(col, 0); at < end; at++) {
        Cell *cell = grid_cell(canvas->grid, canvas->col + at, canvas->row + row);
        cell->style = (uint8_t)(here ? STYLE_PICK : STYLE_FOUND(cell->style));
    }
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

const char *mark_planned(const Grid *grid) {
    return grid->ascii || grid->substitute ? "x" : "☑";
}

const char *mark_open(const Grid *grid) {
    return grid->ascii || grid->substitute ? "o" : "☐";
}

const char *mark_compared(void) {
    return "=";
}

const char *mark_differs(void) {
    return "|";
}

const char *mark_bookmark(void) {
    return "*";
}

const char *mark_cut(const Grid *grid) {
    return grid->ascii || grid->substitute ? "~" : "⋯";
}
