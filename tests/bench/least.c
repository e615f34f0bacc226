#include "least.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The writer: where its cursor stands and in which style it writes. */
typedef struct Pen {
    VTermPos at;
    VTermScreenCell style;
    size_t bytes;
} Pen;

Screen screen_copy(VTerm *vterm) {
    Screen screen = {0};
    vterm_get_size(vterm, &screen.rows, &screen.cols);
    screen.cells = calloc((size_t)(screen.rows * screen.cols), sizeof *screen.cells);
    if (screen.cells == NULL)
        abort();
    VTermScreen *source = vterm_obtain_screen(vterm);
    for (int row = 0; row < screen.rows; row++)
        for (int col = 0; col < screen.cols; col++)
            vterm_screen_get_cell(source, (VTermPos){.row = row, .col = col},
                                  &screen.cells[row * screen.cols + col]);
    vterm_state_get_cursorpos(vterm_obtain_state(vterm), &screen.cursor);
    return screen;
}

void screen_free(Screen *screen) {
    free(screen->cells);
    screen->cells = NULL;
}

static const VTermScreenCell *cell_at(const Screen *screen, int row, int col) {
    return &screen->cells[row * screen->cols + col];
}

/* Styles are compared by the escape sequence that sets them from nothing. */
static size_t colour_text(const VTermColor *colour, int base, char *out, size_t room) {
    if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
        return 0;
    int n =
        VTERM_COLOR_IS_RGB(colour) ? snprintf(out, room, "%d;2;%d;%d;%d;", base + 8,
                                              colour->rgb.red, colour->rgb.green, colour->rgb.blue)
        : colour->indexed.idx < 8  ? snprintf(out, room, "%d;", base + colour->indexed.idx)
        : colour->indexed.idx < 16 ? snprintf(out, room, "%d;", base + 52 + colour->indexed.idx)
                                   : snprintf(out, room, "%d;5;%d;", base + 8, colour->indexed.idx);
    return (size_t)n;
}

/* "1;4;7;38;5;12;", each part in its place; *attributes is the length before the colours. */
static size_t style_text(const VTermScreenCell *cell, char out[80]) {
    size_t n = 0;
    const struct {
        unsigned set;
        char digit;
    } attributes[] = {{cell->attrs.bold, '1'},
                      {cell->attrs.italic, '3'},
                      {cell->attrs.underline, '4'},
                      {cell->attrs.reverse, '7'}};
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        if (attributes[i].set) {
            out[n++] = attributes[i].digit;
            out[n++] = ';';
        }
    n += colour_text(&cell->fg, 30, out + n, 80 - n);
    n += colour_text(&cell->bg, 40, out + n, 80 - n);
    out[n] = '\0';
    return n;
}

static bool same_style(const VTermScreenCell *a, const VTermScreenCell *b) {
    char left[80], right[80];
    style_text(a, left);
    style_text(b, right);
    return strcmp(left, right) == 0;
}

static bool same_cell(const VTermScreenCell *a, const VTermScreenCell *b) {
    uint32_t left = a->chars[0] == 0 ? ' ' : a->chars[0];
    uint32_t right = b->chars[0] == 0 ? ' ' : b->chars[0];
    return left == right && same_style(a, b) &&
           (left == ' ' || memcmp(a->chars, b->chars, sizeof a->chars) == 0);
}

static size_t rune_bytes(uint32_t rune) {
    return rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
}

static size_t cell_bytes(const VTermScreenCell *cell) {
    if (cell->chars[0] == 0)
        return 1;
    if (cell->chars[0] == (uint32_t)-1)
        return 0; /* right half of a wide character */
    size_t bytes = 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        bytes += rune_bytes(cell->chars[i]);
    return bytes;
}

/* ESC [ … m: from nothing when colours or attributes must go, else only what is new. */
static void pen_style(Pen *pen, const VTermScreenCell *style) {
    char from[80], to[80];
    size_t old = style_text(&pen->style, from), wanted = style_text(style, to);
    if (strcmp(from, to) == 0)
        return;
    if (wanted == 0)
        pen->bytes += 3;
    else if (old == 0)
        pen->bytes += 2 + wanted;
    else if (old < wanted && memcmp(from, to, old) == 0)
        pen->bytes += 2 + wanted - old;
    else
        pen->bytes += 2 + (wanted < old ? 1 + wanted : wanted); /* ESC[; resets in one byte */
    pen->style = *style;
}

static size_t digits(int number) {
    return number >= 100 ? 3 : number >= 10 ? 2 : 1;
}

/* ESC [ n C, with n left out when it is 1. */
static size_t relative(int distance) {
    int n = abs(distance);
    return n == 0 ? 0 : 3 + (n == 1 ? 0 : digits(n));
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t move_bytes(VTermPos from, VTermPos to) {
    int right = to.col - from.col, down = to.row - from.row;
    size_t across = relative(right), along = relative(down);
    if (right < 0)
        across = smaller(across, smaller((size_t)-right, 1 + relative(to.col)));
    if (down > 0)
        along = smaller(along, (size_t)down);
    size_t absolute = 4 + digits(to.row + 1) + digits(to.col + 1);
    if (to.col == 0)
        absolute = 3 + digits(to.row + 1);
    return smaller(absolute, across + along);
}

static void pen_move(Pen *pen, VTermPos to) {
    if (pen->at.row != to.row || pen->at.col != to.col)
        pen->bytes += move_bytes(pen->at, to);
    pen->at = to;
}

static void pen_cell(Pen *pen, const VTermScreenCell *cell) {
    pen_style(pen, cell);
    pen->bytes += cell_bytes(cell);
    pen->at.col += cell->width > 0 ? cell->width : 1;
}

/* First column from which the row is blank in one style up to its end. */
static int blank_from(const Screen *screen, int row) {
    int col = screen->cols;
    const VTermScreenCell *last = cell_at(screen, row, col - 1);
    while (col > 0) {
        const VTermScreenCell *cell = cell_at(screen, row, col - 1);
        if ((cell->chars[0] != 0 && cell->chars[0] != ' ') || !same_style(cell, last))
            break;
        col--;
    }
    return col;
}

/* Bytes to send what stands between two columns unchanged; very many when it is styled. */
static size_t bridge_bytes(const Pen *pen, const Screen *after, int row, int from, int to) {
    size_t bytes = 0;
    for (int col = from; col < to; col++) {
        if (!same_style(&pen->style, cell_at(after, row, col)))
            return 1000;
        bytes += cell_bytes(cell_at(after, row, col));
    }
    return bytes;
}

static void pen_reach(Pen *pen, const Screen *after, int row, int col) {
    VTermPos to = {.row = row, .col = col};
    if (pen->at.row == row && pen->at.col < col) {
        size_t bridge = bridge_bytes(pen, after, row, pen->at.col, col);
        if (bridge < move_bytes(pen->at, to)) {
            pen->bytes += bridge;
            pen->at = to;
        }
    }
    pen_move(pen, to);
}

static void pen_row(Pen *pen, const Screen *before, const Screen *after, int row) {
    int blank = blank_from(after, row);
    for (int col = 0; col < after->cols; col++) {
        const VTermScreenCell *cell = cell_at(after, row, col);
        if (cell->chars[0] == (uint32_t)-1 || same_cell(cell_at(before, row, col), cell))
            continue;
        pen_reach(pen, after, row, col);
        if (col >= blank && after->cols - col > 3) {
            pen_style(pen, cell);
            pen->bytes += 3; /* ESC [ K */
            return;
        }
        pen_cell(pen, cell);
    }
}

size_t least_bytes(const Screen *before, const Screen *after) {
    Pen pen = {.at = before->cursor};
    pen.style.fg.type = VTERM_COLOR_DEFAULT_FG;
    pen.style.bg.type = VTERM_COLOR_DEFAULT_BG;
    for (int row = 0; row < after->rows; row++)
        pen_row(&pen, before, after, row);
    VTermScreenCell plain = {.fg.type = VTERM_COLOR_DEFAULT_FG, .bg.type = VTERM_COLOR_DEFAULT_BG};
    pen_style(&pen, &plain);
    pen_move(&pen, after->cursor);
    return pen.bytes;
}
