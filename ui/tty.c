/* See tty.h. */
#include "ui/tty.h"

#include "base/tr.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { SIDE_MOST = 1000 };

/* One terminal per process; a signal handler reads it. */
static struct {
    struct termios before, raw;
    volatile sig_atomic_t taken;
    char farewell[TTY_FAREWELL_MOST];
    size_t farewell_len;
} tty;

bool tty_check(Err *err) {
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return true;
    err_set(err, "%s",
            _("The screens need a terminal for both input and output. Use \"kairo list\" or "
              "\"kairo show\" in pipes and scripts."));
    return false;
}

static struct termios made_raw(struct termios modes) {
    modes.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON | PARMRK);
    modes.c_oflag &= (tcflag_t)~OPOST;
    modes.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
    modes.c_cflag &= (tcflag_t) ~(CSIZE | PARENB);
    modes.c_cflag |= CS8;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    return modes;
}

static struct termios made_quiet(struct termios modes) {
    modes.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    return modes;
}

static bool take(struct termios made(struct termios), Err *err) {
    if (tcgetattr(STDIN_FILENO, &tty.before) != 0) {
        err_set(err, _("The terminal's modes cannot be read: %s"), strerror(errno));
        return false;
    }
    tty.raw = made(tty.before);
    tty.taken = 1; /* before it is true: too early is harmless, too late is not */
    while (tcsetattr(STDIN_FILENO, TCSADRAIN, &tty.raw) != 0) {
        if (errno == EINTR)
            continue;
        tty.taken = 0;
        err_set(err, _("The terminal's modes cannot be set: %s"), strerror(errno));
        return false;
    }
    return true;
}

bool tty_take(Err *err) {
    return take(made_raw, err);
}

bool tty_hush(Err *err) {
    return take(made_quiet, err);
}

static void set_modes_before(int how) {
    while (tcsetattr(STDIN_FILENO, how, &tty.before) != 0 && errno == EINTR) {
    }
}

static void give_back(int how) {
    if (!tty.taken)
        return;
    set_modes_before(how);
    tty.taken = 0;
}

void tty_give_back(void) {
    give_back(TCSANOW);
}

void tty_give_back_dropping(void) {
    give_back(TCSAFLUSH);
}

void tty_set_farewell(Str bytes) {
    tty.farewell_len = MIN_OF(bytes.len, sizeof tty.farewell);
    memcpy(tty.farewell, bytes.at, tty.farewell_len);
}

/* In the background, changing the modes would stop us instead. */
static void hold_back_ttou(void) {
    sigset_t ttou;
    sigemptyset(&ttou);
    sigaddset(&ttou, SIGTTOU);
    sigprocmask(SIG_BLOCK, &ttou, NULL);
}

void tty_abandon(void) {
    if (!tty.taken)
        return;
    tty.taken = 0;
    hold_back_ttou();
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (poll(&out, 1, 0) == 1 && (out.revents & POLLOUT) != 0) {
        ssize_t written = write(STDOUT_FILENO, tty.farewell, tty.farewell_len);
        (void)written;
    }
    set_modes_before(TCSANOW);
}

void tty_size(int *cols, int *rows) {
    struct winsize size = {0};
    bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    *cols = known ? MIN_OF((int)size.ws_col, SIDE_MOST) : 80;
    *rows = known ? MIN_OF((int)size.ws_row, SIDE_MOST) : 24;
}

/* Another program may have left the terminal non-blocking. */
static bool wait_for_room(void) {
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, -1) >= 0 || errno == EINTR;
}

void tty_write(Str bytes) {
    while (bytes.len > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes.at, bytes.len);
        if (written > 0)
            bytes = str_skip(bytes, (size_t)written);
        else if (errno == EAGAIN ? !wait_for_room() : errno != EINTR)
            return;
    }
}
