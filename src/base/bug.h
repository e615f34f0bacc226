/*
 * The end of the program, three ways: a bug, no memory left, and the hook that gives the
 * terminal back first. The hook must be async-signal-safe; it is called at most once.
 */
#ifndef KAIRO_BASE_BUG_H
#define KAIRO_BASE_BUG_H

typedef void (*BugHook)(void);

/* What to run before the process ends abnormally. NULL removes it. */
void bug_set_hook(BugHook hook);

/* Runs the hook once; later calls do nothing. Safe inside a signal handler. */
void bug_run_hook(void);

/* An impossible state: restores the terminal, says where, aborts. */
#define BUG(message) bug_report(__FILE__, __LINE__, (message))
_Noreturn void bug_report(const char *file, int line, const char *message);

/* No memory: restores the terminal, says so, exits with status 1. */
_Noreturn void bug_no_memory(void);

#endif
