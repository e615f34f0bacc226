/*
 * Painting text into a part of the grid. Everything on the screen goes through paint_text:
 * it makes text safe (text/clean.h), clips by whole clusters, keeps wide characters whole,
 * and never leaves half of one behind.
 */
#ifndef KAIRO_UI_PAINT_H
#define KAIRO_UI_PAINT_H

#include "base/arena.h"
#include "ui/grid.h"

/*
 * A window onto the grid with its own origin. Rows and columns outside it are not painted,
 * so a half-scrolled item may be painted at a negative row.
 */
typedef struct Canvas {
    Grid *grid;
    Arena *frame; /* for text that has to be mended; reset before each view */
    int col, row; /* origin, in cells of the grid */
    int cols, rows;
    int clip_top, clip_bottom; /* rows of the canvas that may be painted: [top, bottom) */
} Canvas;

/* The whole grid. */
Canvas canvas_whole(Grid *grid, Arena *frame);

/* A part of it, cut where it would reach over the edge. May be empty. */
Canvas canvas_part(const Canvas *canvas, int col, int row, int cols, int rows);

/* The same window with its origin at `row` (which may be negative), as tall as `rows`. */
Canvas canvas_shifted(const Canvas *canvas, int row, int rows);

/* Paints one line, clipped at the right edge. Returns the cells painted. */
int paint_text(const Canvas *canvas, int col, int row, Style style, Str text);
int paint(const Canvas *canvas, int col, int row, Style style, const char *text);

/* At most `cells`; when the text is longer it ends in the mark for "cut". Returns cells painted. */
int paint_fit(const Canvas *canvas, int col, int row, int cells, Style style, const char *text);

/* Ending before column `end`. Returns the column where it begins. */
int paint_right(const Canvas *canvas, int end, int row, Style style, const char *text);

/* Blank cells in a style: bars. */
void paint_blank(const Canvas *canvas, int col, int row, int cells, Style style);

/* Makes cells that are painted already stand out, as words that were looked for; with `here` as
   what is selected. */
void paint_found(const Canvas *canvas, int col, int row, int cells, bool here);

/* Where the hardware cursor stands; `in_text` shows it. */
void paint_cursor(const Canvas *canvas, int col, int row, bool in_text);

/* Cells a text takes on this grid once painted. */
int paint_width(const Canvas *canvas, const char *text);

/* ---- kairo's own marks; one cell each in every terminal (terminal.md) ---- */
const char *mark_selected(const Grid *grid); /* ▸ or > */
const char *mark_crumb(const Grid *grid);    /* › or > */
const char *mark_cut(const Grid *grid);      /* ⋯ or ~ */
const char *mark_planned(const Grid *grid);  /* ☑ or x: in the plan, done, ticked */
const char *mark_open(const Grid *grid);     /* ☐ or o: not ticked */
const char *mark_compared(void);             /* =: marked for comparing */
const char *mark_differs(void);              /* |: the programs differ in this row */
const char *mark_bookmark(void);             /* *: has a bookmark */

#endif
