/* See browse.h. */
#include "ui/browse.h"

#include "base/tr.h"
#include "cli/environment.h"
#include "ui/share.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_set(const char *variable) {
    return !is_absent(environment_get(variable));
}

bool browse_can(void) {
    return (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")) && !is_set("SSH_CONNECTION") &&
           !is_set("SSH_TTY");
}

/* The first of $BROWSER, which may list several, when it is the name of a program alone. */
static void choose(char out[256]) {
    const char *named = environment_get("BROWSER");
    snprintf(out, 256, "%.*s", (int)strcspn(named, ":"), named);
    if (out[0] == '\0' || strpbrk(out, " %\t") != NULL)
        snprintf(out, 256, "%s", "xdg-open");
}

/* Away from our terminal, with the signals as they were before us. */
static void become(const char *browser, const char *address) {
    static const int kinds[] = {SIGINT,   SIGQUIT, SIGTSTP, SIGTERM, SIGHUP,
                                SIGWINCH, SIGCONT, SIGPIPE, SIGCHLD};
    sigset_t none;
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        signal(kinds[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    int nothing = open("/dev/null", O_RDWR);
    for (int fd = 0; fd <= 2; fd++)
        dup2(nothing, fd);
    execlp(browser, browser, address, (char *)NULL);
    _exit(127);
}

/* A child's child, so that nobody has to wait for it. */
bool browse_open(const char *address, Err *err) {
    char browser[256];
    int status = 0;
    if (!share_is_web_page(address)) {
        err_set(err, "%s", _("Only addresses that begin with http:// or https:// are opened."));
        return false;
    }
    choose(browser);
    pid_t child = fork();
    if (child == 0) {
        if (fork() == 0)
            become(browser, address);
        _exit(0);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (child < 0)
        err_set(err, _("The browser could not be started: %s"), strerror(errno));
    return child > 0;
}
