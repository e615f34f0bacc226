/*
 * The loop of a session: waits for keys and signals, feeds them to the app, shows what came
 * of it. Sleeps in poll without a timeout; the only clocks are the one that an unfinished
 * escape sequence needs, and one while something could not be saved.
 */
#ifndef KAIRO_UI_LOOP_H
#define KAIRO_UI_LOOP_H

#include "text/charset.h"
#include "ui/app.h"
#include "ui/keeper.h"

enum { LOOP_RETRY_MS = 5000 /* how often what could not be saved is tried again */ };

typedef struct LoopStart {
    bool asked_ambiguous;   /* term_open asked the terminal (TermStart.ask_ambiguous) */
    bool asked_background;  /* the same (TermStart.ask_background) */
    Charset *charset;       /* what the terminal sends; lent */
    const char *dictionary; /* of romaji, "" for the system's; lent */
} LoopStart;

/*
 * Runs until the app quits or the terminal or a signal tells it to. Between term_open and
 * term_close; `app` is initialised. Returns the exit status: 0, or 128 and the number of the
 * signal; a terminal that went away counts as SIGHUP.
 */
int loop_run(App *app, Keeper *keeper, const LoopStart *start);

#endif
