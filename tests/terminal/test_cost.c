/* What a key costs on the wire, and that nothing costs anything while nobody types. */
#include "world.h"

#include <unistd.h>

enum {
    MOVES = 12,
    BYTES_MOST = 60,
    WRITES_MOST = 3, /* ncurses into memory, the frame to the terminal, the place to its file */
    IDLE_MS = 5000
};

/* What the median of some moves down a list sends. */
static void move_down(Pty *pty) {
    int bytes[MOVES], writes[MOVES];
    for (size_t i = 0; i < MOVES; i++) {
        pty_settle(pty);
        pty_forget(pty);
        long before = pty_writes(pty);
        pty_send(pty, "\033[B");
        pty_settle(pty);
        bytes[i] = (int)pty->output.len;
        writes[i] = (int)(pty_writes(pty) - before);
        assert_true(bytes[i] > 0);
    }
    int median = world_median(bytes, MOVES), writes_median = world_median(writes, MOVES);
    print_message("cursor down: %d bytes at the median, %d at most; %d writes, %d at most\n",
                  median, bytes[MOVES - 1], writes_median, writes[MOVES - 1]);
    assert_true(median <= BYTES_MOST);
    if (pty_writes(pty) >= 0)
        assert_true(writes_median >= 1 && writes[MOVES - 1] <= WRITES_MOST);
}

static void cursor_down_is_cheap(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.cols = 120;
    start.rows = 40;
    start.arguments[0] = "--step=2"; /* the longest list */
    world_open(&pty, &start);
    move_down(&pty);
    world_quit(&pty);
}

/* Among what a search found, where words stand out: typing, and after that. */
static void it_is_cheap_among_finds(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.cols = 120;
    start.rows = 40;
    world_open(&pty, &start);
    pty_send(&pty, "/");
    pty_send(&pty, "ジェトロ");
    move_down(&pty);
    pty_send(&pty, "\r");
    pty_send(&pty, "g");
    move_down(&pty);
    pty_send(&pty, "\033");
    world_quit(&pty);
}

/* A key that changes nothing on the screen sends nothing. */
static void what_changes_nothing_sends_nothing(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "j");
    pty_settle(&pty);
    pty_forget(&pty);
    pty_send(&pty, "\xff\033[I\033[?62c");
    pty_settle(&pty);
    assert_int_equal(pty.output.len, 0);
    world_quit(&pty);
}

static void nothing_wakes_it_while_nobody_types(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "j");
    pty_settle(&pty);
    long before = pty_sleeps(&pty);
    pty_forget(&pty);
    pty_pause_ms(IDLE_MS);
    assert_int_equal(pty_sleeps(&pty), before);
    pty_settle(&pty);
    assert_int_equal(pty.output.len, 0);
    world_quit(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cursor_down_is_cheap),
        cmocka_unit_test(it_is_cheap_among_finds),
        cmocka_unit_test(what_changes_nothing_sends_nothing),
        cmocka_unit_test(nothing_wakes_it_while_nobody_types),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
