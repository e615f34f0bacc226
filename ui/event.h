/*
 * What can happen to the program: keys, pastes, a new size, an answer from the terminal, a
 * signal, what an effect came to. Made at the edge (input.c, loop.c, keeper.c), consumed by
 * app_update. Plain values, so that a test can write a whole session.
 */
#ifndef KAIRO_UI_EVENT_H
#define KAIRO_UI_EVENT_H

#include "base/str.h"
#include "text/width.h"

#include <stdint.h>

typedef enum KeyCode {
    K_NONE,
    K_RUNE, /* a character, in `rune`; blank is U+0020 */
    K_ENTER,
    K_ESC,
    K_TAB,
    K_BACKTAB,
    K_BACKSPACE,
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PAGE_UP,
    K_PAGE_DOWN,
    K_INSERT,
    K_DELETE,
    K_F, /* function key, its number in `rune` */
} KeyCode;

enum { MOD_CTRL = 1, MOD_ALT = 2, MOD_SHIFT = 4 };

/* Ctrl-R is {K_RUNE, MOD_CTRL, 'r'}: control letters are lower case. */
typedef struct Key {
    KeyCode code;
    uint8_t mods;
    uint32_t rune;
} Key;

typedef enum EventKind {
    EVENT_BEGIN, /* the first: the session stands where the last one stood, or at home */
    EVENT_KEY,
    EVENT_PASTE,      /* `text`: bracketed paste, valid UTF-8, line feeds kept; borrowed */
    EVENT_RESIZE,     /* cols, rows */
    EVENT_AMBIGUOUS,  /* the terminal answered how wide ambiguous characters are */
    EVENT_BACKGROUND, /* dark: the terminal has answered; the edge's (term.h) */
    EVENT_RESUMED,    /* back from Ctrl-Z */
    EVENT_LEAVE,      /* hang-up or termination: save and go, at once */
    EVENT_RETRY,      /* some time has passed since a save failed */
    EVENT_LEARNED,    /* `text`: a word that the dictionary was asked about, and its `words` */
    EVENT_NEWS,       /* what an effect came to: `news` (ui/work.h), lent */
} EventKind;

struct News;

typedef struct Event {
    EventKind kind;
    const char *now; /* stamp in UTC (plan/plan.h) of when it happened; NULL: as the one before */
    Key key;
    Str text;
    Strings words;
    int cols, rows;
    Ambiguous ambiguous;
    bool dark;
    const struct News *news;
} Event;

#endif
