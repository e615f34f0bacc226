/*
 * The terminal, as the loop sees it. term_curses.c is the only file that includes curses.
 * One terminal per process.
 */
#ifndef KAIRO_UI_TERM_H
#define KAIRO_UI_TERM_H

#include "base/err.h"
#include "text/charset.h"
#include "ui/grid.h"

/*
 * Takes the terminal: alternate screen, no echo, bracketed paste, no flow control (Ctrl-S is
 * ours). An unknown TERM is tried as its family, xterm-256color, then vt100; `notice` then
 * says so ("" otherwise). Installs the bug hook that gives the terminal back.
 */
typedef struct TermStart {
    bool no_colour;         /* NO_COLOR is set */
    bool ask_ambiguous;     /* ask the terminal how wide ambiguous characters are */
    Background background;  /* as settings or the environment say */
    bool ask_background;    /* ask the terminal for it */
    const Charset *charset; /* what the terminal is sent; lent until term_close */
} TermStart;
bool term_open(const TermStart *start, char notice[256], Err *err);

/* Gives it back exactly as it was. Safe to call twice. */
void term_close(void);

/* The terminal has said what its background is: the next frame is in other colours. */
void term_use_background(Background background);

void term_size(int *cols, int *rows);

/* After SIGWINCH, before the next term_show. */
void term_resize(int cols, int rows);

/* Shows the grid: only changed rows go to curses, one flush, the cursor last. */
void term_show(const Grid *grid);

/* Forgets what the terminal shows: the next term_show paints all (Ctrl-L, resume). */
void term_redraw(void);

/* Asks the terminal to copy a text to its user's clipboard (osc52.h); whether it does is not
   known. */
void term_copy(const char *text);

/* Ctrl-Z: gives the terminal back, stops the process, takes it again on SIGCONT. */
void term_suspend(void);

/* For another program in between: gives the terminal back, and takes it again. */
void term_leave(void);
void term_return(void);

/*
 * What this machine's descriptions say of a TERM (NULL when not set), without taking the terminal:
 * for kairo doctor. Not while it is open.
 */
enum { TERM_TEXT_BYTES = 64, TERM_BARS = 5 };
typedef struct TermFacts {
    char name[TERM_TEXT_BYTES], used[TERM_TEXT_BYTES]; /* as term_names.h; used: "" for none */
    bool moves_cursor, alternate_screen, ansi;
    int colours; /* as term_colours */
    /* What turns the bar of no step and of each step on, and everything off; "" without colours. */
    char bars[TERM_BARS][TERM_TEXT_BYTES], no_bar[TERM_TEXT_BYTES];
} TermFacts;
void term_look_up(const char *name, bool no_colour, TermFacts *out);
/* Of ncurses: "6.4.20221231". */
const char *term_library_version(void);

/* Continued after a stop that was not ours (SIGSTOP): takes the modes again, paints all. */
void term_resumed(void);

#endif
