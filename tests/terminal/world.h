/* What every terminal test shares: the program, its environment, a home of its own. */
#ifndef KAIRO_TESTS_WORLD_H
#define KAIRO_TESTS_WORLD_H

#include "pty.h"

/* cmocka wants these before its header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* argv of main: the program's path. Makes the home; removed by world_end. */
void world_begin(int argc, char **argv);
int world_end(int failed);

const char *world_program(void);
const char *world_home(void); /* a folder of the test's own */

/* Whether the program was built with sanitizers, which take their time. */
bool world_is_slow(void);

void world_remove(const char *path); /* a folder with all that is in it, or a file */

/* 80×24, xterm-256color, C.UTF-8, a narrow terminal that answers; nothing is left of sessions
   before. What is started by it twice begins where it stood. */
PtyStart world_start(void);

/* Sets NAME=value in the environment of `start`, or removes NAME when `pair` has no '='. */
void world_set(PtyStart *start, const char *pair);

/* Starts and waits for the first frame. */
void world_open(Pty *pty, const PtyStart *start);

/* Ends it with q and expects everything to be as it was. */
void world_quit(Pty *pty);

/* The terminal is as it was before the program: modes, screen, cursor, paste. */
void world_expect_given_back(Pty *pty);

/* The screen in an owned buffer, for comparing. */
Buf world_screen(Pty *pty);

int world_median(int *values, size_t count); /* sorts them */

#endif
