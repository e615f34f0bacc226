/*
 * What a session of the screens begins with beside the command line: the user's settings
 * (cli/settings.h), and what this terminal said the last time, so that its first frame is right
 * before it has said it again. At the edge.
 *
 * A terminal is known by $TERM, $TERM_PROGRAM and the multiplexer it is seen through; each has a
 * line in terminals.txt: "xterm-256color,,tmux wide".
 */
#ifndef KAIRO_UI_OUTSET_H
#define KAIRO_UI_OUTSET_H

#include "cli/options.h"
#include "cli/paths.h"
#include "cli/settings.h"
#include "ui/theme.h"

enum { OUTSET_TERMINALS_MOST = 50 };

typedef struct Outset {
    Settings settings;
    const char *problem;  /* of the settings, a sentence; "" for none */
    const char *path;     /* of terminals.txt; "" for none */
    const char *terminal; /* this one's name there */
    bool remembered;
    Ambiguous ambiguous; /* as remembered */
    Background background;
    bool ask_background; /* nobody has said */
} Outset;

/* Strings in `arena`. */
void outset_read(Outset *out, Arena *arena, const Surroundings *at);

/* The session has found out, or was told, how wide this terminal is: kept for the next, silently.
 */
void outset_remember(const Outset *outset, Ambiguous ambiguous);

/* ---- pure, for the two above ---- */

/* "xterm-256color,iTerm.app,tmux"; what is no name becomes "?". */
const char *outset_terminal(Arena *arena, const char *term, const char *program, bool tmux,
                            bool screen);
/* Whether the text has a line for it. */
bool outset_find(Str text, const char *terminal, Ambiguous *ambiguous);
/* The text with that line first, and at most OUTSET_TERMINALS_MOST; in `arena`. */
const char *outset_with(Arena *arena, Str text, const char *terminal, Ambiguous ambiguous);

#endif
