/*
 * A pipe to ourselves: a signal between looking and sleeping still wakes the poll. One byte
 * is as good as many, so a full pipe is no loss, and a storm of SIGWINCH is one event.
 */
#include "ui/signals.h"

#include "base/bug.h"
#include "base/macros.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static const int leave_signals[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
static const int crash_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

enum { CRASH_STACK_BYTES = 64 * 1024 };

/* Handlers have no other way to say anything. */
static int wake_pipe[2] = {-1, -1};
static volatile sig_atomic_t seen_leave, seen_resize, seen_stop, seen_resume, passed_on;
static struct sigaction before_crash[COUNT_OF(crash_signals)];
static char crash_stack[CRASH_STACK_BYTES];

static void wake(void) {
    ssize_t written = write(wake_pipe[1], "", 1);
    (void)written;
}

static void on_signal(int number) {
    int kept_errno = errno;
    switch (number) {
    case SIGWINCH:
        seen_resize = 1;
        break;
    case SIGTSTP:
        seen_stop = 1;
        break;
    case SIGCONT:
        seen_resume = 1;
        break;
    default:
        seen_leave = number;
        alarm(SIGNALS_LEAVE_SECONDS);
        if (passed_on > 0)
            kill(passed_on, number);
        break;
    }
    wake();
    errno = kept_errno;
}

static void on_alarm(int number) {
    (void)number;
    bug_run_hook();
    _exit(128 + seen_leave);
}

/* Whoever was there before (a sanitizer, or the system's core dump) gets its turn. */
static void on_crash(int number) {
    bug_run_hook();
    for (size_t i = 0; i < COUNT_OF(crash_signals); i++)
        if (crash_signals[i] == number)
            sigaction(number, &before_crash[i], NULL);
    raise(number);
}

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigfillset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static bool is_ignored(int number) {
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void use_crash_stack(void) {
    stack_t now;
    if (sigaltstack(NULL, &now) != 0 || (now.ss_flags & SS_DISABLE) == 0)
        return; /* a sanitizer has one already */
    stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, NULL);
}

static void handle_crashes(void) {
    use_crash_stack();
    for (size_t i = 0; i < COUNT_OF(crash_signals); i++) {
        struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
        sigemptyset(&action.sa_mask);
        sigaction(crash_signals[i], &action, &before_crash[i]);
    }
}

void signals_install(void) {
    if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        BUG("no pipe for signals");
    for (size_t i = 0; i < COUNT_OF(leave_signals); i++)
        if (leave_signals[i] == SIGTERM || !is_ignored(leave_signals[i]))
            handle(leave_signals[i], on_signal, SA_RESTART);
    handle(SIGWINCH, on_signal, SA_RESTART);
    handle(SIGCONT, on_signal, SA_RESTART);
    if (!is_ignored(SIGTSTP))
        handle(SIGTSTP, on_signal, SA_RESTART);
    handle(SIGALRM, on_alarm, 0);
    handle_crashes();
}

void signals_remove(void) {
    alarm(0);
    for (size_t i = 0; i < COUNT_OF(leave_signals); i++)
        if (!is_ignored(leave_signals[i]))
            handle(leave_signals[i], SIG_DFL, 0);
    static const int others[] = {SIGWINCH, SIGCONT, SIGALRM};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        handle(others[i], SIG_DFL, 0);
    if (!is_ignored(SIGTSTP))
        handle(SIGTSTP, SIG_DFL, 0);
    for (size_t i = 0; i < COUNT_OF(crash_signals); i++)
        sigaction(crash_signals[i], &before_crash[i], NULL);
}

int signals_fd(void) {
    return wake_pipe[0];
}

static void empty_pipe(void) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
}

/* Flags are taken after the pipe is emptied: a signal in between wakes once too often. */
Signals signals_take(void) {
    empty_pipe();
    Signals taken = {.leave = seen_leave};
    taken.resized = seen_resize != 0;
    seen_resize = 0;
    taken.stop = seen_stop != 0;
    seen_stop = 0;
    taken.resumed = seen_resume != 0;
    seen_resume = 0;
    return taken;
}

void signals_pass_on(int process) {
    passed_on = process;
}

void signals_stop(void) {
    struct sigaction stop = {.sa_handler = SIG_DFL}, ours;
    if (is_ignored(SIGTSTP))
        return; /* nobody is there who could continue us */
    sigaction(SIGTSTP, &stop, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    seen_stop = seen_resume = 0;
}
