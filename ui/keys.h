/*
 * What the byte sequences of terminals mean as keys: xterm, rxvt, the Linux console, vt220,
 * screen, tmux and PuTTY, all at once, because TERM is not to be trusted. Pure tables.
 */
#ifndef KAIRO_UI_KEYS_H
#define KAIRO_UI_KEYS_H

#include "ui/event.h"

/* A byte below 0x20, or 0x7F. NUL is Ctrl-Space; CR and LF are Enter; BS and DEL Backspace. */
Key key_of_control(uint8_t byte);

/*
 * A whole sequence without its ESC: "[A", "OA", "[1;5A", "[[A", "[3~". K_NONE when it is no
 * key we know (mouse, focus and other reports among them).
 */
Key key_of_sequence(Str sequence);

/*
 * Whether the sequence is a cursor position report. xterm sends F3 with a modifier in the
 * same shape from row 1, so a report of row 1 is taken for that key and not for a report.
 */
bool key_is_cursor_report(Str sequence, int *row, int *col);

#endif
