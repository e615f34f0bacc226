/* See layout.h. */
#include "ui/layout.h"

Layout layout_frame(int cols, int rows) {
    Layout frame = {.too_small = cols < LEAST_COLS || rows < LEAST_ROWS};
    int air = rows >= 20 ? 1 : 0;
    frame.crumb_row = 0;
    frame.hint_row = rows - 1;
    frame.message_row = rows - 1 - air;
    frame.body_row = 1 + air;
    frame.body_rows = MAX_OF(rows - 2 - 2 * air, 0);
    return frame;
}

/* The focused pane has room for one more column than the others. */
static void all_in_full(int cols, int focus, Span panes[4]) {
    enum { MARGIN = 1, GAP = 2, EXTRA = 16 };
    int each = (cols - 2 * MARGIN - 3 * GAP - EXTRA) / 4;
    int col = MARGIN;
    for (int i = 0; i < 4; i++) {
        panes[i] = (Span){col, i + 1 == focus ? each + EXTRA : each};
        col += panes[i].cols + GAP;
    }
}

/* Narrow panes take what the longest title needs: 計画する・準備する and its number. */
enum { NARROW_COLS = 20, PANE_GAP = 2 };

void layout_panes(int cols, int focus, Span panes[4]) {
    if (cols >= FULL_COLS) {
        all_in_full(cols, focus, panes);
        return;
    }
    enum { MARGIN = 1 };
    int wide = cols - 2 * MARGIN - 3 * (NARROW_COLS + PANE_GAP);
    int col = MARGIN;
    for (int i = 0; i < 4; i++) {
        panes[i] = (Span){col, i + 1 == focus ? wide : NARROW_COLS};
        col += panes[i].cols + PANE_GAP;
    }
}
