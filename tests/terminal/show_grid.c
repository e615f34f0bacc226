/*
 * Shows grids through ui/term.h, one for each byte typed, so that a test can look at what
 * ncurses makes of widths: wide ambiguous characters, then a few cells changed among them,
 * then the same counted as in a narrow terminal.
 */
#include "text/width.h"
#include "ui/locale.h"
#include "ui/term.h"

#include <unistd.h>

static void put(Grid *grid, int col, int row, const char *text) {
    Str rest = str(text);
    while (rest.len > 0) {
        uint32_t rune;
        rest = str_skip(rest, text_decode(rest, &rune));
        int cells = text_rune_width(rune, grid->ambiguous);
        *grid_cell(grid, col, row) = (Cell){.runes = {rune}, .cells = (uint8_t)cells};
        if (cells == 2)
            *grid_cell(grid, col + 1, row) = (Cell){.cells = 0};
        col += cells;
    }
}

static void show_and_wait(const Grid *grid) {
    char byte;
    term_show(grid);
    while (read(STDIN_FILENO, &byte, 1) < 0) {
    }
}

static void show_all(Grid *grid) {
    grid->ambiguous = AMBIGUOUS_WIDE;
    put(grid, 0, 1, "①A○B…C■D─E");
    put(grid, 15, 1, "X");
    grid->cursor_row = 1;
    grid->cursor_col = 15;
    show_and_wait(grid);
    put(grid, 5, 1, "b"); /* narrow among wide */
    put(grid, 6, 1, "※"); /* wide for wide */
    show_and_wait(grid);
    put(grid, 3, 1, "yz"); /* two narrow for one wide */
    show_and_wait(grid);
    grid_blank(grid);
    grid->ambiguous = AMBIGUOUS_NARROW;
    put(grid, 0, 1, "①A○B…C■D─EX");
    show_and_wait(grid);
    put(grid, 3, 1, "b"); /* where B stands */
    show_and_wait(grid);
}

int main(void) {
    char notice[256];
    Err err;
    Grid grid;
    int cols, rows;
    Charset charset;
    term_locale(&charset);
    if (!term_open(&(TermStart){.no_colour = true, .charset = &charset}, notice, &err)) {
        fprintf(stderr, "show_grid: %s\n", err.text);
        return 1;
    }
    term_size(&cols, &rows);
    grid_init(&grid, cols, rows);
    show_all(&grid);
    grid_release(&grid);
    term_close();
    return 0;
}
