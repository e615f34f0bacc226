/* See grid.h. */
#include "ui/grid.h"

#include "base/buf.h"
#include "base/bug.h"
#include "base/mem.h"

#include <stdlib.h>

enum { SIDE_MOST = 10000 };

void grid_init(Grid *grid, int cols, int rows) {
    *grid = (Grid){.ambiguous = AMBIGUOUS_NARROW};
    grid_resize(grid, cols, rows);
}

void grid_release(Grid *grid) {
    free(grid->cells);
    free(grid->choices);
    *grid = (Grid){0};
}

void grid_blank(Grid *grid) {
    const Cell blank = {.runes = {' '}, .cells = 1, .style = STYLE_BODY};
    int count = grid->cols * grid->rows, done = MIN_OF(count, 1);
    if (count > 0)
        grid->cells[0] = blank;
    for (; done < count; done += MIN_OF(done, count - done)) /* by doubling */
        memcpy(grid->cells + done, grid->cells, (size_t)MIN_OF(done, count - done) * sizeof blank);
    grid->cursor_col = grid->cursor_row = 0;
    grid->cursor_in_text = false;
    grid_forget_choices(grid);
}

/* ---- choices ---- */

void grid_forget_choices(Grid *grid) {
    if (grid->choices != NULL)
        memset(grid->choices, 0, (size_t)grid->rows * sizeof grid->choices[0]);
    grid->choice_count = 0;
    grid->choices_are_links = false;
}

static void make_choices(Grid *grid) {
    grid->choices = mem_resize(grid->choices, (size_t)grid->rows, sizeof grid->choices[0]);
    grid_forget_choices(grid);
}

void grid_want_choices(Grid *grid) {
    make_choices(grid);
}

static void note(Grid *grid, int row, int number) {
    if (grid->choices == NULL || row < 0 || row >= grid->rows)
        return;
    grid->choices[row] = number;
    grid->choice_count = MAX_OF(grid->choice_count, number);
}

void grid_note_item(Grid *grid, int row, int number) {
    note(grid, row, number);
}

void grid_note_link(Grid *grid, int row, int number) {
    note(grid, row, number);
    grid->choices_are_links = true;
}

void grid_resize(Grid *grid, int cols, int rows) {
    if (cols < 0 || rows < 0 || cols > SIDE_MOST || rows > SIDE_MOST)
        BUG("a grid of an impossible size");
    grid->cells = mem_resize(grid->cells, (size_t)cols * (size_t)rows, sizeof(Cell));
    grid->cols = cols;
    grid->rows = rows;
    if (grid->choices != NULL)
        make_choices(grid);
    grid_blank(grid);
}

Cell *grid_cell(const Grid *grid, int col, int row) {
    if (col < 0 || row < 0 || col >= grid->cols || row >= grid->rows)
        BUG("a cell outside the grid");
    return &grid->cells[row * grid->cols + col];
}

void grid_row_text(const Grid *grid, int row, Buf *out) {
    size_t start = out->len;
    for (int col = 0; col < grid->cols; col++) {
        const Cell *cell = grid_cell(grid, col, row);
        for (int i = 0; i < CELL_RUNES && cell->runes[i] != 0; i++) {
            char bytes[4];
            buf_add(out, str_n(bytes, text_encode(cell->runes[i], bytes)));
        }
    }
    while (out->len > start && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
}
