/* See world.h. */
#include "world.h"

#include <ftw.h>
#include <sys/wait.h>
#include <unistd.h>

static char home[] = "/tmp/kairo-terminal-XXXXXX";
static char home_pair[64];
static const char *program;
static char sanitizer_pair[256];

static int remove_one(const char *path, const struct stat *what, int kind, struct FTW *where) {
    (void)what;
    (void)kind;
    (void)where;
    return remove(path);
}

void world_begin(int argc, char **argv) {
    if (argc < 2 || mkdtemp(home) == NULL) {
        fprintf(stderr, "usage: %s PROGRAM\n", argv[0]);
        exit(2);
    }
    program = argv[1];
    snprintf(home_pair, sizeof home_pair, "HOME=%s", home);
    const char *options = getenv("ASAN_OPTIONS");
    snprintf(sanitizer_pair, sizeof sanitizer_pair, "ASAN_OPTIONS=symbolize=0%s%s",
             options != NULL ? ":" : "", options != NULL ? options : "");
}

int world_end(int failed) {
    world_remove(home);
    return failed;
}

void world_remove(const char *path) {
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* A session begins where the last one stood: for a fresh start that is forgotten. */
static void forget_sessions(void) {
    char path[64];
    snprintf(path, sizeof path, "%s/.local", home);
    world_remove(path);
}

const char *world_program(void) {
    return program;
}

const char *world_home(void) {
    return home;
}

bool world_is_slow(void) {
#ifdef KAIRO_ARENA_DEBUG
    return true;
#else
    return false;
#endif
}

PtyStart world_start(void) {
    PtyStart start = {.program = program, .cols = 80, .rows = 24};
    forget_sessions();
    world_set(&start, "TERM=xterm-256color");
    world_set(&start, "LANG=C.UTF-8");
    world_set(&start, "PATH=/usr/bin:/bin");
    world_set(&start, home_pair);
    world_set(&start, sanitizer_pair);
    return start;
}

void world_set(PtyStart *start, const char *pair) {
    size_t name = strcspn(pair, "=");
    size_t kept = 0;
    for (size_t i = 0; start->environment[i] != NULL; i++) {
        const char *old = start->environment[i];
        if (strncmp(old, pair, name) != 0 || old[name] != '=')
            start->environment[kept++] = old;
    }
    if (pair[name] == '=')
        start->environment[kept++] = pair;
    assert_true(kept < PTY_ENVIRONMENT_MOST);
    start->environment[kept] = NULL;
}

void world_open(Pty *pty, const PtyStart *start) {
    pty_start(pty, start);
    pty_wait_ready(pty);
}

void world_expect_given_back(Pty *pty) {
    assert_true(pty_modes_are_back(pty));
    assert_false(pty->alternate);
    assert_true(pty->cursor_visible);
    assert_false(pty_paste_is_on(pty));
}

void world_quit(Pty *pty) {
    pty_send(pty, "q");
    pty_wait_end(pty);
    assert_true(WIFEXITED(pty->status));
    assert_int_equal(WEXITSTATUS(pty->status), 0);
    world_expect_given_back(pty);
    pty_end(pty);
}

Buf world_screen(Pty *pty) {
    Buf text;
    buf_init(&text, 1 << 20);
    pty_screen(pty, &text);
    return text;
}

static int compare(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

int world_median(int *values, size_t count) {
    qsort(values, count, sizeof values[0], compare);
    return values[count / 2];
}
