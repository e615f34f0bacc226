/*
 * Runs a program in a pseudo-terminal of a given size, presses keys and tells what each
 * cost. The output feeds a terminal emulator (libvterm), which answers the program's
 * questions and gives the screen before and after, for the least number of bytes that
 * would have done (least.c). A step is over when the program has been silent for a while;
 * times are to the last byte before that silence.
 *
 *   meter [--size COLSxROWS] [--quiet MS] [--idle SECONDS] [--save FILE] KEYS PROGRAM ARG…
 *
 * KEYS: blank-separated words; `down*20` presses 20 times; see `named`. "" presses none.
 * Prints tab-separated lines:
 *   start  MICROSECONDS  BYTES  READS
 *   memory PEAK_KB  MINOR_FAULTS
 *   key    NAME  BYTES  LEAST  READS  MICROSECONDS
 *   idle   WAKE_UPS
 */
#include "least.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

typedef struct Meter {
    int cols, rows, quiet_ms, idle_seconds;
    const char *save;
    pid_t child;
    int pty;
    VTerm *vterm;
    VTermScreen *screen;
} Meter;

typedef struct Cost {
    size_t bytes, reads;
    double last; /* when the last byte came, seconds */
} Cost;

static _Noreturn void fail(const char *what) {
    fprintf(stderr, "meter: %s: %s\n", what, strerror(errno));
    exit(2);
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static void send_bytes(const Meter *meter, const char *bytes, size_t count) {
    if (count > 0 && write(meter->pty, bytes, count) < 0)
        fail("write");
}

/* Answers what the program asked the terminal. */
static void answer(const Meter *meter) {
    char reply[256];
    size_t count;
    while ((count = vterm_output_read(meter->vterm, reply, sizeof reply)) > 0)
        send_bytes(meter, reply, count);
}

/* Reads until silence; `first_ms` is how long the first byte may take. */
static Cost settle(const Meter *meter, int first_ms, FILE *copy) {
    Cost cost = {.last = now()};
    char bytes[65536];
    struct pollfd ready = {.fd = meter->pty, .events = POLLIN};
    while (poll(&ready, 1, cost.bytes > 0 ? meter->quiet_ms : first_ms) > 0) {
        ssize_t count = read(meter->pty, bytes, sizeof bytes);
        if (count <= 0)
            break;
        cost.last = now();
        cost.bytes += (size_t)count;
        cost.reads++;
        vterm_input_write(meter->vterm, bytes, (size_t)count);
        if (copy != NULL)
            fwrite(bytes, 1, (size_t)count, copy);
        answer(meter);
    }
    return cost;
}

static void spawn(Meter *meter, char **argv) {
    struct winsize size = {.ws_col = (unsigned short)meter->cols,
                           .ws_row = (unsigned short)meter->rows};
    meter->child = forkpty(&meter->pty, NULL, NULL, &size);
    if (meter->child < 0)
        fail("forkpty");
    if (meter->child == 0) {
        execvp(argv[0], argv);
        fail(argv[0]);
    }
}

/* The number after `label` in a file of /proc/CHILD. */
static long proc_number(const Meter *meter, const char *label) {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/status", (int)meter->child);
    FILE *file = fopen(path, "r");
    long value = -1;
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, label, strlen(label)) == 0)
            value = strtol(line + strlen(label), NULL, 10);
    if (file != NULL)
        fclose(file);
    return value;
}

/* Field 10 of /proc/CHILD/stat, after the name in brackets. */
static long minor_faults(const Meter *meter) {
    char path[64], line[1024] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)meter->child);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    char *at = fgets(line, sizeof line, file) == NULL ? NULL : strrchr(line, ')');
    fclose(file);
    for (int field = 2; at != NULL && field < 10; field++)
        at = strchr(at + 1, ' ');
    return at == NULL ? -1 : strtol(at, NULL, 10);
}

static const struct {
    const char *name, *bytes;
} named[] = {
    {"down", "\033[B"},    {"up", "\033[A"},    {"right", "\033[C"}, {"left", "\033[D"},
    {"pgdn", "\033[6~"},   {"pgup", "\033[5~"}, {"home", "\033[H"},  {"end", "\033[F"},
    {"enter", "\r"},       {"esc", "\033"},     {"tab", "\t"},       {"space", " "},
    {"backspace", "\177"},
};

static void press(const Meter *meter, const char *name) {
    const char *bytes = name;
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (strcmp(name, named[i].name) == 0)
            bytes = named[i].bytes;
    Screen before = screen_copy(meter->vterm);
    double start = now();
    send_bytes(meter, bytes, strlen(bytes));
    Cost cost = settle(meter, 2000, NULL);
    Screen after = screen_copy(meter->vterm);
    printf("key\t%s\t%zu\t%zu\t%zu\t%.0f\n", name, cost.bytes, least_bytes(&before, &after),
           cost.reads, (cost.last - start) * 1e6);
    screen_free(&before);
    screen_free(&after);
}

static void press_all(const Meter *meter, char *keys) {
    char *rest = NULL;
    for (char *word = strtok_r(keys, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        char *star = strlen(word) > 1 ? strchr(word, '*') : NULL;
        long times = star == NULL ? 1 : strtol(star + 1, NULL, 10);
        if (star != NULL)
            *star = '\0';
        while (times-- > 0)
            press(meter, word);
    }
}

static void finish(Meter *meter) {
    struct timespec pause = {.tv_nsec = 2000000};
    close(meter->pty);
    for (int tries = 0; tries < 2000; tries++) {
        if (waitpid(meter->child, NULL, WNOHANG) == meter->child)
            return;
        if (tries == 1500)
            kill(meter->child, SIGKILL);
        nanosleep(&pause, NULL);
    }
}

static void start(Meter *meter, char **argv) {
    FILE *copy = meter->save == NULL ? NULL : fopen(meter->save, "wb");
    double began = now();
    spawn(meter, argv);
    Cost cost = settle(meter, 20000, copy);
    if (copy != NULL)
        fclose(copy);
    printf("start\t%.0f\t%zu\t%zu\n", (cost.last - began) * 1e6, cost.bytes, cost.reads);
    printf("memory\t%ld\t%ld\n", proc_number(meter, "VmHWM:"), minor_faults(meter));
}

static long wake_ups(const Meter *meter) {
    return proc_number(meter, "voluntary_ctxt_switches:");
}

static void idle(const Meter *meter) {
    long before = wake_ups(meter);
    struct timespec pause = {.tv_sec = meter->idle_seconds};
    nanosleep(&pause, NULL);
    printf("idle\t%ld\n", wake_ups(meter) - before);
}

int main(int argc, char **argv) {
    Meter meter = {.cols = 120, .rows = 40, .quiet_ms = 60};
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        if (strcmp(argv[at], "--size") == 0)
            sscanf(argv[at + 1], "%dx%d", &meter.cols, &meter.rows);
        else if (strcmp(argv[at], "--quiet") == 0)
            meter.quiet_ms = (int)strtol(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--idle") == 0)
            meter.idle_seconds = (int)strtol(argv[at + 1], NULL, 10);
        else if (strcmp(argv[at], "--save") == 0)
            meter.save = argv[at + 1];
    }
    if (at + 2 > argc) {
        fputs("usage: meter [OPTIONS] KEYS PROGRAM ARG…\n", stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    meter.vterm = vterm_new(meter.rows, meter.cols);
    vterm_set_utf8(meter.vterm, 1);
    meter.screen = vterm_obtain_screen(meter.vterm);
    vterm_screen_enable_altscreen(meter.screen, 1);
    vterm_screen_reset(meter.screen, 1);
    start(&meter, argv + at + 1);
    press_all(&meter, argv[at]);
    if (meter.idle_seconds > 0)
        idle(&meter);
    finish(&meter);
    vterm_free(meter.vterm);
    return 0;
}
