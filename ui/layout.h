/*
 * The frame that every screen shares: breadcrumb on top, hints and edition at the bottom,
 * the body between. All measures in cells.
 */
#ifndef KAIRO_UI_LAYOUT_H
#define KAIRO_UI_LAYOUT_H

#include "ui/paint.h"

enum {
    LEAST_COLS = 40, /* smaller than this, kairo only says so */
    LEAST_ROWS = 10,
};

typedef struct Layout {
    bool too_small;
    int crumb_row, hint_row;
    int message_row; /* above the hints where there is room, else in their place */
    int body_row, body_rows;
} Layout;

/* Blank lines around the body where there is room for them. */
Layout layout_frame(int cols, int rows);

/*
 * How the roadmap is arranged. Below STRIP_COLS one pane at a time under a row of numbers;
 * then the four steps as a strip with the focused one open below it over the whole width;
 * from ACCORDION_COLS one wide pane between narrow ones; from FULL_COLS all four in full.
 */
enum { STRIP_COLS = 78, ACCORDION_COLS = 112, FULL_COLS = 150 };

typedef struct Span {
    int col, cols;
} Span;

/* Columns of the four panes for the focused step 1 to 4, from ACCORDION_COLS. */
void layout_panes(int cols, int focus, Span panes[4]);

#endif
