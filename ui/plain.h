/*
 * The whole program as lines of text, for screen readers and terminals that cannot move a cursor
 * (--plain). The same app runs behind it: its cells are painted on a tall page that nobody sees,
 * and what is new there is said as lines, each once, never over another. What can be chosen is
 * numbered.
 *
 * A line that is typed is
 *
 *     12           opens what bears the number 12
 *     12 s         chooses it, and presses s on it
 *     s            presses a key, by its name (Enter, Esc, Tab, Space, Ctrl-R) or the name of its
 *                  command as --help of the keys has them ("toggle", 「計画に入れる」)
 *     step 2       goes to a step
 *     / tenji      presses a key, and types what follows into the field that it opens
 *     (empty)      says the whole screen again
 *
 * and while a text is asked for: the text; "-" for none; "." or nothing to leave it as it was; the name
 * of a key that is no character (Tab, Esc, Enter) alone: that key. A note takes lines until a "."
 * alone.
 *
 * Pure: this part only reads lines and sets them; plain_loop.c is the edge.
 */
#ifndef KAIRO_UI_PLAIN_H
#define KAIRO_UI_PLAIN_H

#include "base/buf.h"
#include "ui/commands.h"
#include "ui/grid.h"

enum {
    PLAIN_COLS = 70,   /* lists are one list at that width, one step at a time */
    PLAIN_ROWS = 4000, /* nothing is ever below the last row */
};

/* What a typed line asks for; the text is a part of the line. */
typedef struct PlainLine {
    int choice;   /* 0 for none */
    Key key;      /* K_NONE for none */
    Str text;     /* behind the key; "" for none */
    bool empty;   /* the whole line was blank */
    bool unknown; /* it is none of these */
} PlainLine;

PlainLine plain_read(Arena *arena, Str line);

/* Whether the line is the name of such a key and nothing else. */
bool plain_is_key(Arena *arena, Str line, Key *key);

/* A screen as lines. */
typedef struct PlainPage {
    Strings lines;
    int selected; /* the line the cursor stands on; -1 */
} PlainPage;

/* Rows that say something, runs of blanks shortened, numbers in front; in `arena`. */
PlainPage plain_page(Arena *arena, const Grid *grid);

/* Appends what `now` says that `before` did not; all of it when `whole`. */
void plain_say(Buf *out, const PlainPage *before, const PlainPage *now, bool whole);

#endif
