/*
 * The terminal as a device: its modes, its size, bytes to it. Knows nothing of what is
 * painted. Standard input and output are the terminal; there is one per process.
 */
#ifndef KAIRO_UI_TTY_H
#define KAIRO_UI_TTY_H

#include "base/err.h"
#include "base/str.h"

enum { TTY_FAREWELL_MOST = 256 };

/* Fails when standard input or output is no terminal. */
bool tty_check(Err *err);

/*
 * Raw modes: every byte as typed, no echo, no signals from keys, no flow control, output
 * untouched. Remembers the modes that were.
 */
bool tty_take(Err *err);

/* Only keeps what is typed from being shown and from waiting for a line's end: output, Ctrl-C and
   Ctrl-Z stay as they are. Given back as the other. */
bool tty_hush(Err *err);

/* The modes that were. Does nothing when the terminal is not taken. */
void tty_give_back(void);

/* The same, and what has come in and was not read is dropped. */
void tty_give_back_dropping(void);

/* What tty_abandon writes, copied; cut at TTY_FAREWELL_MOST. */
void tty_set_farewell(Str bytes);

/*
 * The emergency exit: farewell and modes, if the terminal is taken. Async-signal-safe, and
 * never blocks: a terminal that takes no bytes gets none.
 */
void tty_abandon(void);

/* 80×24 when the terminal does not say; at most 1000 a side. */
void tty_size(int *cols, int *rows);

/* All of the bytes, unless the terminal is gone. */
void tty_write(Str bytes);

#endif
