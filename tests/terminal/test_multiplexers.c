/*
 * Inside tmux and GNU screen, which have their own ideas of keys, widths and terminals: the
 * same keys must lead to the same text as without them. Skipped where they are missing.
 */
#include "world.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char tmux[] = "/usr/bin/tmux", screen[] = "/usr/bin/screen";

static void wait_for_screen(Pty *inside, Pty *direct) {
    pty_settle(direct);
    Buf expected = world_screen(direct);
    pty_wait_screen(inside, &expected);
    buf_release(&expected);
}

/* What people do first, in step with the program on its own. */
static void walk(const PtyStart *start) {
    static const char *const keys[] = {"j", "\033[B", "2", "\r", "\033[6~", "\t", "\033", "L"};
    Pty inside, direct;
    PtyStart plain = world_start();
    world_open(&direct, &plain);
    pty_start(&inside, start);
    wait_for_screen(&inside, &direct);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        Buf before = world_screen(&direct);
        pty_send(&direct, keys[i]);
        pty_wait_change(&direct, &before);
        buf_release(&before);
        pty_push(&inside, keys[i]);
        wait_for_screen(&inside, &direct);
    }
    world_quit(&direct);
    pty_push(&inside, "q");
    pty_wait_end(&inside);
    assert_true(pty_modes_are_back(&inside));
    pty_end(&inside);
}

static void inside_tmux(void **state) {
    (void)state;
    if (access(tmux, X_OK) != 0)
        skip();
    PtyStart start = world_start();
    char folder[128];
    snprintf(folder, sizeof folder, "TMUX_TMPDIR=%s", world_home());
    world_set(&start, folder);
    start.program = tmux;
    const char *arguments[] = {"-f/dev/null", "new-session", world_program(), ";", "set",
                               "status",      "off"};
    memcpy(start.arguments, arguments, sizeof arguments);
    walk(&start);
}

static void write_settings(const char *path) {
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    static const char settings[] = "startup_message off\naltscreen on\n";
    assert_int_equal(write(file, settings, sizeof settings - 1), sizeof settings - 1);
    close(file);
}

static void inside_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = world_start();
    char folder[128], settings[128];
    snprintf(folder, sizeof folder, "SCREENDIR=%s/screens", world_home());
    snprintf(settings, sizeof settings, "%s/screenrc", world_home());
    assert_int_equal(mkdir(folder + strlen("SCREENDIR="), 0700), 0);
    write_settings(settings);
    world_set(&start, folder);
    start.program = screen;
    const char *arguments[] = {"-U", "-c", settings, world_program()};
    memcpy(start.arguments, arguments, sizeof arguments);
    walk(&start);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_tmux),
        cmocka_unit_test(inside_screen),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
