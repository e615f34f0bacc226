/*
 * The same output in fewer bytes. ncurses resets before it sets, sets one thing at a time,
 * and repeats what terminals did in 1983; on a slow line each of that is felt. Pure.
 *
 * - Style changes (ESC [ … m) with no text between them become one, the last reset drops what
 *   came before it, and a reset of what is plain already goes.
 * - ESC ( B goes: nothing here ever switches to another character set. Should some output do
 *   that after all, it is left alone from there on.
 * - Giving the terminal its own palette back goes: we never change it, but its user may have.
 * - Saving the cursor to set a scrolling region goes: what libvterm (the terminals of vim, Neovim
 *   and Emacs) saves there it gives back to the shell, hidden cursor and all.
 * - Room that no character fills goes: where a wide one ends before the last column of the last
 *   row, ncurses 6.4 "inserts" its right half, and tmux, screen and rxvt then tear it apart.
 *
 * Everything else passes as it is and in order.
 */
#ifndef KAIRO_UI_WIRE_H
#define KAIRO_UI_WIRE_H

#include "base/buf.h"

enum { WIRE_STYLE_MOST = 96 };

/* What the terminal is known to be set to. `Wire wire = {0}` knows nothing. */
typedef struct Wire {
    int at_row, at_col; /* from 1: where the cursor stands before the next frame; 0: unknown.
                           Set by the caller before each frame where it is known */
    bool plain;         /* no attributes, no colours */
    bool other_charset; /* seen once: ESC ( B is meant */
    char style[WIRE_STYLE_MOST]; /* changes not yet sent: "0;1;38;5;32"; private */
    size_t style_len;
} Wire;

/* Appends `frame`, which holds whole sequences only, to `out`. */
void wire_squeeze(Wire *wire, Str frame, Buf *out);

#endif
