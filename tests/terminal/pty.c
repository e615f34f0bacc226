/* See pty.h. */
#include "pty.h"

#include "text/width.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the program never writes. Written by us behind its output, it tells how far we read. */
static const char marker[] = "\001\002quiet\003\004";
enum { MARKER_BYTES = sizeof marker - 1, OUTPUT_MOST = 1 << 26 };

typedef enum ReportKind { REPORT_STARTED, REPORT_STOPPED, REPORT_ENDED } ReportKind;

typedef struct Report {
    ReportKind kind;
    pid_t pid;
    int status;
    long cpu_ms;
} Report;

static void die(Pty *pty, const char *what) {
    fprintf(stderr, "terminal test: %s\n", what);
    if (pty != NULL && pty->screen != NULL) {
        Buf text;
        buf_init(&text, 1 << 20);
        pty_screen(pty, &text);
        fprintf(stderr, "----- screen (cursor %d,%d) -----\n%s-----\n", pty->cursor.col,
                pty->cursor.row, text.at);
        buf_release(&text);
        kill(pty->program, SIGKILL);
        kill(pty->parent, SIGKILL);
    }
    exit(1);
}

int64_t pty_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void pty_pause_ms(int ms) {
    struct timespec left = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

/* ---- the parent that stands in for a shell ---- */

static void report(int to, ReportKind kind, pid_t pid, int status, const struct rusage *used) {
    Report r = {.kind = kind, .pid = pid, .status = status};
    r.cpu_ms = (used->ru_utime.tv_sec + used->ru_stime.tv_sec) * 1000 +
               (used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1000;
    if (write(to, &r, sizeof r) != (ssize_t)sizeof r)
        _exit(1);
}

static _Noreturn void become_program(const PtyStart *start) {
    const char *arguments[10] = {start->program};
    for (size_t i = 0; i < 8 && start->arguments[i] != NULL; i++)
        arguments[i + 1] = start->arguments[i];
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid()); /* SIGTTOU is ignored here */
    signal(SIGTTOU, SIG_DFL);
    signal(SIGHUP, start->ignores_hup ? SIG_IGN : SIG_DFL);
    execve(start->program, (char *const *)arguments, (char *const *)start->environment);
    _exit(127);
}

/* Another terminal of the same test would otherwise stay open here when it hangs up. */
static void close_others(int keep_a, int keep_b, int keep_c) {
    for (int fd = 3; fd < 256; fd++)
        if (fd != keep_a && fd != keep_b && fd != keep_c)
            close(fd);
}

static _Noreturn void be_parent(const PtyStart *start, int slave, int reports, int commands) {
    struct rusage used = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGTTOU, SIG_IGN);
    signal(SIGHUP, SIG_IGN); /* so that a hang-up reaches the program as an end of input */
    close_others(reports, commands, slave);
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    for (int fd = 0; fd <= 2; fd++)
        dup2(slave, fd);
    pid_t program = fork();
    if (program == 0)
        become_program(start);
    setpgid(program, program);
    report(reports, REPORT_STARTED, program, 0, &used);
    for (;;) {
        int status;
        char command;
        if (wait4(program, &status, WUNTRACED, &used) < 0)
            _exit(1);
        if (!WIFSTOPPED(status)) {
            report(reports, REPORT_ENDED, program, status, &used);
            break;
        }
        tcsetpgrp(STDIN_FILENO, getpid());
        report(reports, REPORT_STOPPED, program, status, &used);
        if (read(commands, &command, 1) != 1)
            _exit(1);
        tcsetpgrp(STDIN_FILENO, program);
        kill(-program, SIGCONT);
        report(reports, REPORT_STARTED, program, 0, &used);
    }
    _exit(0);
}

/* ---- output to the screen ---- */

static int on_property(VTermProp property, VTermValue *value, void *user) {
    Pty *pty = user;
    if (property == VTERM_PROP_ALTSCREEN)
        pty->alternate = value->boolean != 0;
    if (property == VTERM_PROP_CURSORVISIBLE)
        pty->cursor_visible = value->boolean != 0;
    return 1;
}

static int on_cursor(VTermPos now, VTermPos before, int visible, void *user) {
    (void)before;
    (void)visible;
    ((Pty *)user)->cursor = now;
    return 1;
}

static void on_answer(const char *bytes, size_t count, void *user) {
    Pty *pty = user;
    if (pty->answers == PTY_ANSWERS)
        buf_add(&pty->answer, str_n(bytes, count));
}

static void open_screen(Pty *pty) {
    static const VTermScreenCallbacks callbacks = {.movecursor = on_cursor,
                                                   .settermprop = on_property};
    pty->terminal = vterm_new(pty->rows, pty->cols);
    vterm_set_utf8(pty->terminal, 1);
    vterm_output_set_callback(pty->terminal, on_answer, pty);
    pty->screen = vterm_obtain_screen(pty->terminal);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
    vterm_screen_reset(pty->screen, 1);
    pty->cursor_visible = true;
}

/*
 * libvterm knows only narrow ambiguous characters. For a wide terminal each is replaced by a
 * character that takes two cells everywhere: the geometry is what such a terminal has.
 */
static void paint(Pty *pty, Str bytes) {
    while (bytes.len > 0) {
        uint32_t rune;
        size_t used = text_decode(bytes, &rune);
        bool replace = pty->wide && rune >= 0x80 && text_rune_width(rune, AMBIGUOUS_WIDE) == 2 &&
                       text_rune_width(rune, AMBIGUOUS_NARROW) == 1;
        if (replace)
            vterm_input_write(pty->terminal, "〓", strlen("〓"));
        else
            vterm_input_write(pty->terminal, bytes.at, used);
        bytes = str_skip(bytes, used);
    }
}

/* Bytes at the end that may go on in the next read: a marker or a character. */
static size_t unfinished(Str bytes) {
    for (size_t n = MIN_OF(bytes.len, (size_t)MARKER_BYTES - 1); n > 0; n--)
        if (memcmp(bytes.at + bytes.len - n, marker, n) == 0)
            return n;
    for (size_t n = 1; n <= 3 && n <= bytes.len; n++) {
        unsigned char c = (unsigned char)bytes.at[bytes.len - n];
        if (c >= 0xC0)
            return n < (c >= 0xF0 ? 4U : c >= 0xE0 ? 3U : 2U) ? n : 0;
        if (c < 0x80)
            return 0;
    }
    return 0;
}

static void take_output(Pty *pty, Str bytes) {
    buf_add(&pty->output, bytes);
    paint(pty, bytes);
}

static void absorb(Pty *pty, Str bytes) {
    buf_add(&pty->held, bytes);
    Str rest = buf_str(&pty->held);
    for (;;) {
        const char *at = memmem(rest.at, rest.len, marker, MARKER_BYTES);
        if (at == NULL)
            break;
        take_output(pty, str_n(rest.at, (size_t)(at - rest.at)));
        rest = str_skip(rest, (size_t)(at - rest.at) + MARKER_BYTES);
        pty->markers_due--;
    }
    size_t keep = unfinished(rest);
    take_output(pty, str_n(rest.at, rest.len - keep));
    Buf held;
    buf_init(&held, OUTPUT_MOST);
    buf_add(&held, str_skip(rest, rest.len - keep));
    buf_release(&pty->held);
    pty->held = held;
}

static void write_all(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return;
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
}

static void take_reports(Pty *pty) {
    Report r;
    struct pollfd from = {.fd = pty->reports, .events = POLLIN};
    while (!pty->ended && poll(&from, 1, 0) == 1) {
        if (read(pty->reports, &r, sizeof r) != (ssize_t)sizeof r)
            die(pty, "the parent is gone");
        pty->program = r.pid;
        pty->stopped = r.kind == REPORT_STOPPED;
        pty->ended = r.kind == REPORT_ENDED;
        pty->status = r.status;
        pty->cpu_ms = r.cpu_ms;
    }
}

/* Waits at most `ms` for output or a report, and takes what there is. */
static void take(Pty *pty, int ms) {
    char bytes[65536];
    struct pollfd from[] = {{.fd = pty->master, .events = POLLIN},
                            {.fd = pty->ended ? -1 : pty->reports, .events = POLLIN}};
    if (poll(from, 2, ms) <= 0)
        return;
    if ((from[0].revents & POLLIN) != 0) {
        ssize_t count = read(pty->master, bytes, sizeof bytes);
        if (count > 0)
            absorb(pty, str_n(bytes, (size_t)count));
    }
    take_reports(pty);
    if (pty->answer.len > 0) {
        pty->sleeps = pty_sleeps(pty);
        pty->sent_something = true;
        write_all(pty->master, pty->answer.at, pty->answer.len);
        buf_clear(&pty->answer);
    }
}

/* Everything written before now has been read after this. */
static void take_up_to_marker(Pty *pty) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    if (pty->master < 0)
        return;
    pty->markers_due++;
    while (write(pty->slave, marker, MARKER_BYTES) < 0 && errno == EAGAIN)
        take(pty, 20); /* the line is full */
    while (pty->markers_due > 0) {
        take(pty, 50);
        if (pty_now_ms() > end)
            die(pty, "the terminal swallows output");
    }
}

/* ---- start and end ---- */

void pty_start(Pty *pty, const PtyStart *start) {
    int reports[2], commands[2];
    *pty = (Pty){.cols = start->cols > 0 ? start->cols : 80,
                 .rows = start->rows > 0 ? start->rows : 24,
                 .answers = start->answers,
                 .wide = start->wide};
    struct winsize size = {.ws_col = (unsigned short)pty->cols,
                           .ws_row = (unsigned short)pty->rows};
    if (openpty(&pty->master, &pty->slave, NULL, NULL, &size) != 0 ||
        pipe2(reports, O_CLOEXEC) != 0 || pipe2(commands, O_CLOEXEC) != 0)
        die(NULL, "no pseudo-terminal");
    fcntl(pty->master, F_SETFD, FD_CLOEXEC);
    tcgetattr(pty->slave, &pty->modes_at_start);
    pty->reports = reports[0];
    pty->commands = commands[1];
    buf_init(&pty->output, OUTPUT_MOST);
    buf_init(&pty->held, OUTPUT_MOST);
    buf_init(&pty->answer, OUTPUT_MOST);
    open_screen(pty);
    pty->parent = fork();
    if (pty->parent == 0) {
        close(pty->master);
        be_parent(start, pty->slave, reports[1], commands[0]);
    }
    close(pty->slave); /* ours must not block, the program's must */
    pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    close(reports[1]);
    close(commands[0]);
    while (pty->program == 0)
        take(pty, 50);
}

void pty_end(Pty *pty) {
    if (!pty->ended)
        kill(pty->program, SIGKILL);
    kill(pty->parent, SIGKILL);
    waitpid(pty->parent, NULL, 0);
    if (pty->master >= 0) {
        close(pty->master);
        close(pty->slave);
    }
    close(pty->reports);
    close(pty->commands);
    vterm_free(pty->terminal);
    buf_release(&pty->output);
    buf_release(&pty->held);
    buf_release(&pty->answer);
    *pty = (Pty){.master = -1, .slave = -1};
}

/* ---- what the program is doing ---- */

/* The number behind `name` in a file of /proc; -1 when it cannot be read. */
static long proc_number(pid_t pid, const char *file, const char *name) {
    char path[64], line[256];
    long number = -1;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    FILE *in = fopen(path, "re");
    if (in == NULL)
        return -1;
    while (number < 0 && fgets(line, sizeof line, in) != NULL)
        if (strncmp(line, name, strlen(name)) == 0)
            number = strtol(line + strlen(name), NULL, 10);
    fclose(in);
    return number;
}

long pty_sleeps(const Pty *pty) {
    return proc_number(pty->program, "status", "voluntary_ctxt_switches:");
}

long pty_writes(const Pty *pty) {
    return proc_number(pty->program, "io", "syscw:");
}

static bool is_asleep(const Pty *pty) {
    char path[64], text[512] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pty->program);
    FILE *in = fopen(path, "re");
    if (in == NULL)
        return false;
    size_t got = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    const char *name_end = got > 0 ? strrchr(text, ')') : NULL;
    return name_end != NULL && name_end[1] == ' ' && name_end[2] == 'S';
}

static bool has_taken_all(const Pty *pty) {
    int waiting = 0;
    if (ioctl(pty->slave, FIONREAD, &waiting) != 0 || waiting > 0)
        return false;
    return !pty->sent_something || pty_sleeps(pty) > pty->sleeps;
}

/* ---- waiting ---- */

void pty_settle(Pty *pty) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    while (!pty->ended && !pty->stopped) {
        take(pty, 2);
        long sleeps = pty_sleeps(pty);
        if (is_asleep(pty) && has_taken_all(pty)) {
            take_up_to_marker(pty);
            if (is_asleep(pty) && has_taken_all(pty) && pty_sleeps(pty) == sleeps)
                break;
        }
        if (pty_now_ms() > end)
            die(pty, "the program does not come to rest");
    }
    if (pty->ended || pty->stopped)
        take_up_to_marker(pty);
    pty->sent_something = false;
}

typedef bool (*Condition)(Pty *pty, const void *with);

static void wait_for(Pty *pty, Condition condition, const void *with, const char *what) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    while (!condition(pty, with)) {
        take(pty, 20);
        if (pty_now_ms() > end)
            die(pty, what);
    }
}

static bool is_ready(Pty *pty, const void *with) {
    (void)with;
    Buf text;
    buf_init(&text, 1 << 20);
    pty_screen(pty, &text);
    bool ready = strspn(text.at, " \n") < text.len;
    buf_release(&text);
    return ready;
}

void pty_wait_ready(Pty *pty) {
    wait_for(pty, is_ready, NULL, "no first frame");
    pty_settle(pty);
}

static bool shows(Pty *pty, const void *text) {
    return pty_shows(pty, text);
}

void pty_wait_text(Pty *pty, const char *text) {
    char what[256];
    snprintf(what, sizeof what, "never shown: %s", text);
    wait_for(pty, shows, text, what);
}

static bool differs(Pty *pty, const void *with) {
    const Buf *before = with;
    Buf now;
    buf_init(&now, 1 << 20);
    pty_screen(pty, &now);
    bool same = str_equal(buf_str(&now), buf_str(before));
    buf_release(&now);
    return !same;
}

void pty_wait_change(Pty *pty, const Buf *before) {
    wait_for(pty, differs, before, "the screen stays as it is");
}

static bool equals(Pty *pty, const void *with) {
    return !differs(pty, with);
}

void pty_wait_screen(Pty *pty, const Buf *expected) {
    char what[16384];
    snprintf(what, sizeof what, "the screen does not become what it should:\n%s\n-----",
             expected->at);
    wait_for(pty, equals, expected, what);
}

static bool has_cursor_at(Pty *pty, const void *with) {
    const VTermPos *at = with;
    return pty->cursor.col == at->col && pty->cursor.row == at->row;
}

void pty_wait_cursor(Pty *pty, int col, int row) {
    wait_for(pty, has_cursor_at, &(VTermPos){.row = row, .col = col}, "the cursor stays away");
}

static bool has_stopped(Pty *pty, const void *with) {
    (void)with;
    return pty->stopped;
}

void pty_wait_stopped(Pty *pty) {
    wait_for(pty, has_stopped, NULL, "the program does not stop");
    take_up_to_marker(pty);
}

static bool has_ended(Pty *pty, const void *with) {
    (void)with;
    return pty->ended;
}

void pty_wait_end(Pty *pty) {
    wait_for(pty, has_ended, NULL, "the program does not end");
    take_up_to_marker(pty);
}

/* ---- doing ---- */

static void before_sending(Pty *pty) {
    pty->sleeps = pty_sleeps(pty);
    pty->sent_something = true;
}

void pty_send_bytes(Pty *pty, const char *bytes, size_t count) {
    pty_settle(pty);
    before_sending(pty);
    write_all(pty->master, bytes, count);
}

void pty_send(Pty *pty, const char *bytes) {
    pty_send_bytes(pty, bytes, strlen(bytes));
}

void pty_push(Pty *pty, const char *bytes) {
    before_sending(pty);
    write_all(pty->master, bytes, strlen(bytes));
}

void pty_resize(Pty *pty, int cols, int rows) {
    if (cols == pty->cols && rows == pty->rows)
        return; /* the system would not say anything either */
    struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
    before_sending(pty);
    take_up_to_marker(pty); /* what was painted for the old size belongs there */
    vterm_set_size(pty->terminal, rows, cols);
    pty->cols = cols;
    pty->rows = rows;
    ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(Pty *pty, int number) {
    before_sending(pty);
    kill(pty->program, number);
}

void pty_hang_up(Pty *pty) {
    close(pty->master);
    close(pty->slave);
    pty->master = pty->slave = -1;
}

void pty_continue(Pty *pty) {
    before_sending(pty);
    write_all(pty->commands, "f", 1);
    while (pty->stopped)
        take(pty, 50);
}

/* ---- looking ---- */

void pty_screen(Pty *pty, Buf *out) {
    buf_clear(out);
    for (int row = 0; row < pty->rows; row++) {
        size_t end = out->len;
        for (int col = 0; col < pty->cols;) {
            VTermScreenCell cell = pty_cell(pty, col, row);
            char utf8[4];
            if (cell.chars[0] == 0)
                buf_byte(out, ' ');
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
                buf_add(out, str_n(utf8, text_encode(cell.chars[i], utf8)));
            if (cell.chars[0] != 0 && cell.chars[0] != ' ')
                end = out->len;
            col += MAX_OF((int)cell.width, 1);
        }
        out->len = end;
        buf_byte(out, '\n');
    }
}

bool pty_shows(Pty *pty, const char *text) {
    Buf now;
    buf_init(&now, 1 << 20);
    pty_screen(pty, &now);
    bool found = strstr(now.at, text) != NULL;
    buf_release(&now);
    return found;
}

VTermScreenCell pty_cell(Pty *pty, int col, int row) {
    VTermScreenCell cell = {.width = 1};
    vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = col}, &cell);
    return cell;
}

bool pty_modes_are_back(Pty *pty) {
    struct termios now, then = pty->modes_at_start;
    if (tcgetattr(pty->slave, &now) != 0)
        return false;
    return now.c_iflag == then.c_iflag && now.c_oflag == then.c_oflag &&
           now.c_cflag == then.c_cflag && now.c_lflag == then.c_lflag &&
           memcmp(now.c_cc, then.c_cc, sizeof now.c_cc) == 0;
}

static const char *last_of(const Buf *in, const char *what) {
    const char *last = NULL;
    for (const char *at = in->at; (at = strstr(at, what)) != NULL; at++)
        last = at;
    return last;
}

bool pty_paste_is_on(Pty *pty) {
    const char *on = last_of(&pty->output, "\033[?2004h");
    const char *off = last_of(&pty->output, "\033[?2004l");
    return on != NULL && (off == NULL || off < on);
}

void pty_forget(Pty *pty) {
    buf_clear(&pty->output);
}
