/*
 * A terminal that gives ambiguous characters two cells: ncurses must count as we do. libvterm
 * shows each of them as 〓 (pty.c).
 */
#include "world.h"

#include <sys/wait.h>

static const char *show_grid;

static Buf row_text(Pty *pty, int row) {
    Buf screen = world_screen(pty), line;
    buf_init(&line, 1 << 16);
    Str rest = buf_str(&screen);
    for (int i = 0; i < row; i++)
        rest =
            str_skip(rest, (size_t)((const char *)memchr(rest.at, '\n', rest.len) - rest.at) + 1);
    buf_add(&line, str_n(rest.at, strcspn(rest.at, "\n")));
    buf_release(&screen);
    return line;
}

static void expect_row(Pty *pty, const char *expected) {
    pty_settle(pty);
    Buf line = row_text(pty, 1);
    assert_string_equal(line.at, expected);
    buf_release(&line);
}

static void ncurses_counts_as_we_do(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.program = show_grid;
    start.cols = 40;
    start.rows = 4;
    start.wide = true;
    world_open(&pty, &start);
    expect_row(&pty, "〓A〓B〓C〓D〓EX");
    assert_int_equal(pty.cursor.row, 1);
    assert_int_equal(pty.cursor.col, 15);
    pty_send(&pty, "1");
    expect_row(&pty, "〓A〓b〓C〓D〓EX");
    pty_send(&pty, "2");
    expect_row(&pty, "〓Ayzb〓C〓D〓EX");
    pty_send(&pty, "3"); /* and counted wrongly on purpose, a change goes astray */
    pty_send(&pty, "4");
    pty_settle(&pty);
    Buf line = row_text(&pty, 1);
    assert_string_not_equal(line.at, "〓A〓b〓C〓D〓EX");
    buf_release(&line);
    pty_end(&pty);
}

static void and_in_a_narrow_terminal(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.program = show_grid;
    start.cols = 40;
    start.rows = 4;
    world_open(&pty, &start);
    pty_send(&pty, "1");
    pty_send(&pty, "2");
    pty_send(&pty, "3");
    expect_row(&pty, "①A○B…C■D─EX");
    pty_send(&pty, "4");
    expect_row(&pty, "①A○b…C■D─EX");
    pty_send(&pty, "5");
    pty_wait_end(&pty);
    assert_int_equal(WEXITSTATUS(pty.status), 0);
    world_expect_given_back(&pty);
    pty_end(&pty);
}

/* Moves about, and what stands there must be what a fresh painting of it shows. */
static Buf walk(const char *option) {
    Pty pty;
    PtyStart start = world_start();
    start.wide = true;
    start.arguments[0] = "--program=jfc-overseas-loan"; /* has ① to ④ in its card */
    start.arguments[1] = option;
    world_open(&pty, &start);
    static const char *const keys[] = {"j", "\t", "k", "\033[6~"};
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        pty_send(&pty, keys[i]);
    pty_settle(&pty);
    Buf changed = world_screen(&pty);
    pty_send(&pty, "\014");
    pty_settle(&pty);
    Buf fresh = world_screen(&pty);
    assert_string_equal(changed.at, fresh.at);
    buf_release(&fresh);
    pty_send(&pty, "q");
    pty_settle(&pty);
    world_quit(&pty);
    return changed;
}

static void the_answer_switches_the_width(void **state) {
    (void)state;
    Buf asked = walk(NULL), told = walk("--ambiguous=wide"), wrong = walk("--ambiguous=narrow");
    assert_string_equal(asked.at, told.at);
    assert_string_not_equal(asked.at, wrong.at);
    buf_release(&asked);
    buf_release(&told);
    buf_release(&wrong);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    show_grid = argv[2];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ncurses_counts_as_we_do),
        cmocka_unit_test(and_in_a_narrow_terminal),
        cmocka_unit_test(the_answer_switches_the_width),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
