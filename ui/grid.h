/*
 * A screen full of cells, in memory. Screens paint it (paint.h), tests read it, the
 * terminal edge shows it. No escape sequences, no curses.
 */
#ifndef KAIRO_UI_GRID_H
#define KAIRO_UI_GRID_H

#include "text/width.h"
#include "ui/theme.h"

#include <stdint.h>

enum { CELL_RUNES = 3 }; /* a base and two marks, what text_clean leaves at most */

typedef struct Cell {
    uint32_t runes[CELL_RUNES]; /* zero-padded; runes[0] == 0 in the right half of a wide cell */
    uint8_t cells;              /* 1, 2, or 0 for the right half */
    uint8_t style;              /* Style */
} Cell;

typedef struct Grid {
    int cols, rows;
    Cell *cells; /* rows × cols, owned */
    Ambiguous ambiguous;
    bool ascii;                 /* kairo's own marks in ASCII */
    bool substitute;            /* all text in ASCII: the terminal cannot show Japanese */
    int cursor_col, cursor_row; /* where the hardware cursor stands */
    bool cursor_in_text;        /* visible, where text is typed; else parked on the selection */

    /* For plain.h: what in a row can be chosen, by its number from 1; 0 for nothing. NULL unless
       grid_want_choices was called; owned. */
    int *choices;
    int choice_count;
    bool choices_are_links; /* walked with Tab; else items of a list */
} Grid;

void grid_init(Grid *grid, int cols, int rows); /* blank; `Grid g = {0}` may be re-inited */
void grid_release(Grid *grid);

/* From now on what is painted also tells what can be chosen. */
void grid_want_choices(Grid *grid);
/* What can be chosen in this row; nothing happens where nobody wants to know. */
void grid_note_item(Grid *grid, int row, int number);
void grid_note_link(Grid *grid, int row, int number);
/* A popup lies over what was painted so far. */
void grid_forget_choices(Grid *grid);

/* New size, everything blank. Keeps the modes. */
void grid_resize(Grid *grid, int cols, int rows);
void grid_blank(Grid *grid);

/* BUG() outside the grid. */
Cell *grid_cell(const Grid *grid, int col, int row);

/* Row `row` as text, trailing blanks removed, appended to `out`: what tests compare. */
typedef struct Buf Buf;
void grid_row_text(const Grid *grid, int row, Buf *out);

#endif
