/*
 * A program in a pseudo-terminal, its output painted by libvterm, its keys sent as bytes: how
 * tests see what a user sees.
 *
 * Nothing here sleeps for luck. pty_settle() returns when the program has taken all that was
 * sent, sleeps in a system call again, and a marker written behind its last output has come
 * back; pty_wait_*() return when something is on the screen. Both end the test after
 * PTY_PATIENCE_MS with the screen printed, which is long enough for sanitizers.
 *
 * The program runs as a job: a small parent with the terminal as its own stands in for a
 * shell, sees it stop, and continues it (pty_continue).
 */
#ifndef KAIRO_TESTS_PTY_H
#define KAIRO_TESTS_PTY_H

#include "base/buf.h"

#include <signal.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

enum { PTY_PATIENCE_MS = 60000, PTY_ENVIRONMENT_MOST = 32 };

/* What the terminal says when it is asked where its cursor is. */
typedef enum PtyAnswers {
    PTY_ANSWERS, /* the truth */
    PTY_SILENT,  /* nothing, as some do; a test may pty_send an answer itself */
} PtyAnswers;

typedef struct PtyStart {
    const char *program;
    const char *arguments[8]; /* after the program's name; ends at the first NULL */
    const char *environment[PTY_ENVIRONMENT_MOST]; /* all of it: "NAME=value"; ends at NULL */
    int cols, rows;                                /* 80×24 when 0 */
    PtyAnswers answers;
    bool wide;        /* a terminal that gives ambiguous characters two cells */
    bool ignores_hup; /* started as by nohup */
} PtyStart;

typedef struct Pty {
    int master, slave; /* -1 when hung up */
    int reports, commands;
    pid_t parent, program;
    struct termios modes_at_start;
    VTerm *terminal;
    VTermScreen *screen;
    PtyAnswers answers;
    bool wide;
    int cols, rows;
    bool alternate, cursor_visible;
    VTermPos cursor;
    Buf output; /* bytes of the program since pty_forget */
    Buf held;   /* an unfinished character or marker */
    Buf answer; /* what the terminal wants to say back */
    int markers_due;
    long sleeps; /* how often the program had gone to sleep when something was sent */
    bool stopped, ended;
    int status;          /* of wait(2), once ended */
    long cpu_ms;         /* processor time it used, once ended */
    bool sent_something; /* since it last slept */
} Pty;

void pty_start(Pty *pty, const PtyStart *start);

/* Kills what still runs and releases everything. */
void pty_end(Pty *pty);

/* ---- doing ---- */

/* Keys as bytes. Settles before, so that a key is never lost among others. */
void pty_send(Pty *pty, const char *bytes);
void pty_send_bytes(Pty *pty, const char *bytes, size_t count);
/* The same without settling: bytes in the middle of a sequence, or a flood. */
void pty_push(Pty *pty, const char *bytes);
void pty_resize(Pty *pty, int cols, int rows);
void pty_signal(Pty *pty, int number);
void pty_hang_up(Pty *pty);  /* the terminal goes away */
void pty_continue(Pty *pty); /* as `fg` does */

/* ---- waiting ---- */

void pty_settle(Pty *pty);
/* The first frame is there. */
void pty_wait_ready(Pty *pty);
void pty_wait_text(Pty *pty, const char *text);
/* Until the screen is `expected`. */
void pty_wait_screen(Pty *pty, const Buf *expected);
void pty_wait_cursor(Pty *pty, int col, int row);
void pty_wait_stopped(Pty *pty);
void pty_wait_end(Pty *pty);
/* Until the screen differs from `before` (pty_screen). */
void pty_wait_change(Pty *pty, const Buf *before);

/* ---- looking ---- */

/* The screen as text, a line per row, blanks at the ends removed; into `out`, cleared first. */
void pty_screen(Pty *pty, Buf *out);
bool pty_shows(Pty *pty, const char *text);
VTermScreenCell pty_cell(Pty *pty, int col, int row);
bool pty_modes_are_back(Pty *pty);
/* Whether the last bracketed-paste switch since the start was "on". */
bool pty_paste_is_on(Pty *pty);
void pty_forget(Pty *pty); /* output so far */

/* Times the program went to sleep, and write(2) calls it made; -1 when the system hides it. */
long pty_sleeps(const Pty *pty);
long pty_writes(const Pty *pty);

int64_t pty_now_ms(void);
void pty_pause_ms(int ms); /* where time itself is what is tested */

#endif
