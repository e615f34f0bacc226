/* The session of --plain: lines in, lines out (plain.h). At the edge, like loop.h. */
#ifndef KAIRO_UI_PLAIN_LOOP_H
#define KAIRO_UI_PLAIN_LOOP_H

#include "text/charset.h"
#include "ui/app.h"
#include "ui/keeper.h"

typedef struct PlainStart {
    Charset *charset;       /* what both ends speak (text/charset.h) */
    const char *dictionary; /* of romaji, "" for the system's */
} PlainStart;

/*
 * Reads lines from standard input until the app quits or they end, and writes to standard output,
 * a terminal or not. `app` is initialised with PLAIN_COLS, PLAIN_ROWS and `plain`. Returns the
 * exit status.
 */
int plain_run(App *app, Keeper *keeper, const PlainStart *start);

#endif
