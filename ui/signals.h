/*
 * Signals, turned into something a loop can poll. Handlers only take note and wake the loop;
 * what they mean happens there. Crashes and bugs give the terminal back (base/bug.h) and then
 * end as they would have.
 */
#ifndef KAIRO_UI_SIGNALS_H
#define KAIRO_UI_SIGNALS_H

#include <stdbool.h>

enum {
    /* A program asked to leave that has not left after this (a terminal that takes no more
     * bytes) gives the terminal back as well as it can and ends. */
    SIGNALS_LEAVE_SECONDS = 2,
};

/* What came since it was last asked. */
typedef struct Signals {
    int leave;    /* SIGTERM, SIGINT, SIGHUP or SIGQUIT: its number; else 0 */
    bool resized; /* SIGWINCH */
    bool stop;    /* SIGTSTP */
    bool resumed; /* SIGCONT after a stop that was not ours */
} Signals;

/* SIGHUP, SIGINT and SIGQUIT stay ignored where they were. */
void signals_install(void);

/* Readable when a signal came. */
int signals_fd(void);

Signals signals_take(void);

/* While another program has the terminal: what asks us to leave asks it too. 0: no longer. */
void signals_pass_on(int process);

/* Back to what signals do by themselves; the terminal has been given back. */
void signals_remove(void);

/* Stops the process group, as Ctrl-Z would have; returns when it is continued. */
void signals_stop(void);

#endif
