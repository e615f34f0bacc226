/*
 * How few bytes can turn one screen into another: what a program's output is measured
 * against. Not the true minimum, which nobody knows, but what a careful writer would send:
 * only changed cells, short gaps bridged by sending what is there, blank ends erased, the
 * cheapest way to move and the shortest change of style.
 */
#ifndef KAIRO_BENCH_LEAST_H
#define KAIRO_BENCH_LEAST_H

#include <stddef.h>
#include <vterm.h>

typedef struct Screen {
    int cols, rows;
    VTermScreenCell *cells; /* owned */
    VTermPos cursor;
} Screen;

Screen screen_copy(VTerm *vterm);
void screen_free(Screen *screen);

size_t least_bytes(const Screen *before, const Screen *after);

#endif
