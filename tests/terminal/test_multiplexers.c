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

/* In tmux without its status line; `setting` is turned on, NULL for none. */
static PtyStart tmux_start(const char *setting) {
    static char folder[128];
    PtyStart start = world_start();
    snprintf(folder, sizeof folder, "TMUX_TMPDIR=%s", world_home());
    world_set(&start, folder);
    start.program = tmux;
    const char *quiet[] = {"-f/dev/null", "new-session", world_program(), ";", "set",
                           "status",      "off"};
    const char *loud[] = {"-f/dev/null", "new-session", world_program(), ";", "set", setting, "on"};
    memcpy(start.arguments, setting == NULL ? quiet : loud, sizeof quiet);
    return start;
}

static void inside_tmux(void **state) {
    (void)state;
    if (access(tmux, X_OK) != 0)
        skip();
    PtyStart start = tmux_start(NULL);
    walk(&start);
}

static void write_settings(const char *path) {
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    static const char settings[] = "startup_message off\naltscreen on\n";
    assert_int_equal(write(file, settings, sizeof settings - 1), sizeof settings - 1);
    close(file);
}

static PtyStart screen_start(void) {
    static char folder[128], settings[128];
    PtyStart start = world_start();
    snprintf(folder, sizeof folder, "SCREENDIR=%s/screens", world_home());
    snprintf(settings, sizeof settings, "%s/screenrc", world_home());
    mkdir(folder + strlen("SCREENDIR="), 0700);
    write_settings(settings);
    world_set(&start, folder);
    start.program = screen;
    const char *arguments[] = {"-U", "-c", settings, world_program()};
    memcpy(start.arguments, arguments, sizeof arguments);
    return start;
}

static void inside_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = screen_start();
    walk(&start);
}

/* ---- copying (ui/osc52.h) ---- */

static bool asked_to_copy(const Pty *pty) {
    static const char request[] = "\033]52;", web[] = "aHR0cDovL"; /* http:// */
    const char *at = memmem(pty->output.at, pty->output.len, request, sizeof request - 1);
    return at != NULL &&
           memmem(at, (size_t)(pty->output.at + pty->output.len - at), web, sizeof web - 1) != NULL;
}

/* The terminal outside gets the request for the address of a card, and nothing on the screen. */
static void copies(const PtyStart *start) {
    Pty pty;
    pty_start(&pty, start);
    pty_wait_text(&pty, "セミナー");
    pty_push(&pty, "\r");
    pty_wait_text(&pty, "リンク"); /* the card's hint */
    pty_push(&pty, "\ty");
    pty_wait_text(&pty, "に渡しました");
    for (int i = 0; i < 100 && !asked_to_copy(&pty); i++) {
        pty_push(&pty, "");
        pty_settle(&pty);
    }
    assert_true(asked_to_copy(&pty));
    assert_false(pty_shows(&pty, "]52"));
    pty_end(&pty);
}

static void copying_without_a_multiplexer(void **state) {
    (void)state;
    PtyStart start = world_start();
    copies(&start);
}

static void copying_through_tmux(void **state) {
    (void)state;
    if (access(tmux, X_OK) != 0)
        skip();
    PtyStart start = tmux_start("set-clipboard");
    copies(&start);
}

static void copying_through_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = screen_start();
    copies(&start);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_tmux),
        cmocka_unit_test(inside_screen),
        cmocka_unit_test(copying_without_a_multiplexer),
        cmocka_unit_test(copying_through_tmux),
        cmocka_unit_test(copying_through_screen),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
