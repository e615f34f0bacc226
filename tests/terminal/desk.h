/*
 * A consultant's desk: folders of its own for plans and sessions, the program on them in one
 * terminal or several, other commands of kairo beside it, and what is on disk.
 *
 * The messages waited for are the English ones.
 */
#ifndef KAIRO_TESTS_DESK_H
#define KAIRO_TESTS_DESK_H

#include "world.h"

#include "plan/bookmarks.h"
#include "plan/shelf.h"

enum { DESK_PATH_BYTES = 256 };

/* An empty desk (world_start): XDG folders below one of its own, English, December 2016. */
PtyStart desk_start(void);
/* One more word for the program. */
void desk_argument(PtyStart *start, const char *word);
/* A path below the desk: "data/kairo/plans". The last few stay valid. */
const char *desk_path(const char *name);

/* Keys, and what they lead to: the program has taken them and rests. */
void desk_press(Pty *pty, const char *keys);
/* Keys that end with one on whose effect the program says `message`. */
void desk_do(Pty *pty, const char *keys, const char *message);

/* Another process: kairo with these words (NULL ends them) on the same desk; its exit status. */
int desk_command(const PtyStart *start, ...) __attribute__((sentinel));

/* The plan's file, whole; NULL-safe: fails the test when there is none. Release it. */
Buf desk_plan_bytes(void);
/* The plan in it; fails the test when it is damaged. Release it. */
Plan desk_plan(void);
bool desk_has(const char *text); /* somewhere in it */
/* Waits until a file of this path is there. */
void desk_wait_file(const char *path);
/* Whether a file that a save left behind is in the data folder. */
bool desk_has_stray(void);
/* Files and folders in a folder of the desk. */
int desk_count(const char *folder);

/* Nothing can be written below the data folder, until it is mended. */
void desk_block(bool block);

/* Waits for the end, which is with this status and not by a signal. */
void desk_expect_exit(Pty *pty, int status);

/* Every file and folder of the desk with content and time; release it. */
Buf desk_snapshot(void);

#endif
