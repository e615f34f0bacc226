/*
 * Inside tmux and GNU screen, which have their own ideas of keys, widths and terminals: the
 * same keys must lead to the same text as without them. Skipped where they are missing.
 */
#include "tour.h"

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

/* kairo with the options of a tour, as one word for a multiplexer to start. */
static const char *write_starter(void) {
    static char path[128];
    snprintf(path, sizeof path, "%s/start", world_home());
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\nexec %s %s %s\n", world_program(), tour_options[0], tour_options[1]);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
    return path;
}

/* In tmux without its status line; `setting` is turned on, NULL for none. */
static PtyStart tmux_start(const char *program, const char *setting) {
    static char folder[128];
    PtyStart start = world_start();
    snprintf(folder, sizeof folder, "TMUX_TMPDIR=%s", world_home());
    world_set(&start, folder);
    start.program = tmux;
    const char *quiet[] = {"-f/dev/null", "new-session", program, ";", "set",
                           "status",      "off"};
    const char *loud[] = {"-f/dev/null", "new-session", program, ";", "set", setting, "on"};
    memcpy(start.arguments, setting == NULL ? quiet : loud, sizeof quiet);
    return start;
}

static void inside_tmux(void **state) {
    (void)state;
    if (access(tmux, X_OK) != 0)
        skip();
    PtyStart start = tmux_start(world_program(), NULL);
    walk(&start);
}

static void write_settings(const char *path, const char *more) {
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fprintf(file, "startup_message off\naltscreen on\n%s", more);
    assert_int_equal(fclose(file), 0);
}

static PtyStart screen_start(const char *program, const char *settings) {
    static char folder[128], path[128];
    PtyStart start = world_start();
    snprintf(folder, sizeof folder, "SCREENDIR=%s/screens", world_home());
    snprintf(path, sizeof path, "%s/screenrc", world_home());
    mkdir(folder + strlen("SCREENDIR="), 0700);
    write_settings(path, settings);
    world_set(&start, folder);
    start.program = screen;
    const char *arguments[] = {"-U", "-c", path, program};
    memcpy(start.arguments, arguments, sizeof arguments);
    return start;
}

static void inside_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = screen_start(world_program(), "");
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
    pty_push(&pty, "qq"); /* the card, then kairo: a server left alone would serve the next test */
    pty_wait_end(&pty);
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
    PtyStart start = tmux_start(world_program(), "set-clipboard");
    copies(&start);
}

static void copying_through_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = screen_start(world_program(), "");
    copies(&start);
}

/* ---- ambiguous characters in two cells: the multiplexer says so, and the terminal does so ---- */

/* Those stops that show most of such characters, and what they need. */
static bool is_worth_it(size_t stop) {
    switch (tour_stops[stop].screen) {
    case SCREEN_ROADMAP:
    case SCREEN_CARD:
    case SCREEN_NOTE:
    case SCREEN_QR:
    case SCREEN_COMPARE:
    case SCREEN_FACETS:
        return true;
    default:
        return false;
    }
}

static void tour_wide(PtyStart *start) {
    Tour tour = {.far = false};
    start->wide = true;
    tour_begin(&tour, start, session_catalogue(), "");
    for (size_t i = 0; i < tour_stop_count; i++)
        if (is_worth_it(i))
            tour_go(&tour, &tour_stops[i]);
    tour_end(&tour);
}

static bool make_wide_locale(void) {
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", SOURCE_DIR "/tests/terminal/wide_locale.sh", world_home(), NULL);
        _exit(127);
    }
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void inside_tmux_of_a_wide_locale(void **state) {
    (void)state;
    char locpath[160];
    if (access(tmux, X_OK) != 0 || !make_wide_locale())
        skip();
    PtyStart start = tmux_start(write_starter(), NULL);
    snprintf(locpath, sizeof locpath, "LOCPATH=%s", world_home());
    world_set(&start, locpath);
    world_set(&start, "LANG=en_US.UTF-8");
    tour_wide(&start);
}

static void inside_a_wide_screen(void **state) {
    (void)state;
    if (access(screen, X_OK) != 0)
        skip();
    PtyStart start = screen_start(write_starter(), "cjkwidth on\n");
    tour_wide(&start);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_tmux),
        cmocka_unit_test(inside_screen),
        cmocka_unit_test(copying_without_a_multiplexer),
        cmocka_unit_test(copying_through_tmux),
        cmocka_unit_test(copying_through_screen),
        cmocka_unit_test(inside_tmux_of_a_wide_locale),
        cmocka_unit_test(inside_a_wide_screen),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
