/* See bug.h. No allocation and no streams: this runs when little else can be trusted. */
#include "base/bug.h"

#include <unistd.h>

/* The one mutable global of base: a process has one terminal to give back. */
static volatile BugHook pending_hook;

void bug_set_hook(BugHook hook) {
    pending_hook = hook;
}

void bug_run_hook(void) {
    BugHook hook = pending_hook;
    pending_hook = NULL;
    if (hook != NULL)
        hook();
}

static void say(const char *text) {
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

_Noreturn void bug_report(const char *file, int line, const char *message) {
    char digits[16];
    bug_run_hook();
    snprintf(digits, sizeof digits, ":%d: ", line);
    say("kairo: bug at ");
    say(file);
    say(digits);
    say(message);
    say("\n");
    abort();
}

_Noreturn void bug_no_memory(void) {
    bug_run_hook();
    say("kairo: out of memory\n");
    _exit(1);
}
