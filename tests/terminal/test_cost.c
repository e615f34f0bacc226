/* What a key costs on the wire, and that nothing costs anything while nobody types. */
#include "world.h"

#include <unistd.h>

enum {
    MOVES = 12,
    BYTES_MOST = 60,
    WRITES_MOST = 3, /* ncurses into memory, the frame to the terminal, the place to its file */
    SAVING_MOST = 6, /* and what is saved */
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

/* What a key costs on a screen: bytes at the median of a few presses. */
typedef struct Price {
    const char *where;
    const char *way[8];  /* to the screen, from home with things in the plan */
    const char *keys[2]; /* pressed in turn */
    int bytes_most, writes_most;
} Price;

#define ESC_KEY "\033[27u"
#define DOWN "\033[B"
#define UP "\033[A"
#define RIGHT "\033[C"
#define LEFT "\033[D"
#define BACKSPACE "\177"

/* Moving costs the mark, where nothing else is about the selected row. Calendar, calls, result and
   country show more of it, have rows of many lines, or have hints that change. */
static const Price prices[] = {
    {"providers, down", {"i"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"figures, down", {"v"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"countries, down", {"w"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"plan, down", {"P"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"plan's filter, down", {"P", "f"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"item, down", {"P", "\r"}, {DOWN, UP}, BYTES_MOST, WRITES_MOST},
    {"status, down", {"2", "g", "s"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"diagnosis, down", {"d"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"facets, down", {"2", "f"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"compare, down", {"3", "c", "jc", "jc", "C"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"bookmarks, down", {"2", "b", "jb", "jb", "'"}, {DOWN, UP}, BYTES_MOST, WRITES_MOST},
    {"palette, down", {"?"}, {DOWN}, BYTES_MOST, WRITES_MOST},
    {"calendar, down", {"t"}, {DOWN}, 120, WRITES_MOST},
    {"country, next link", {"w", "\r"}, {"\t"}, 200, WRITES_MOST},
    {"calls, down", {"T"}, {DOWN}, 350, WRITES_MOST},
    {"result, down", {"d", "d"}, {DOWN}, 650, WRITES_MOST},
    {"compare, aside", {"C"}, {RIGHT, LEFT}, 700, WRITES_MOST},
    {"diagnosis, tick", {"d"}, {" "}, 320, SAVING_MOST},
    {"facets, tick", {"2", "f", "\t"}, {" "}, 1500, SAVING_MOST},
    {"plan, in and out", {"2", "g"}, {" "}, 240, SAVING_MOST},
    {"mark for comparing", {"2"}, {"c"}, 130, SAVING_MOST},
    {"note, a letter", {"2", "g", "m"}, {"a"}, BYTES_MOST, WRITES_MOST},
    {"due date, a digit", {"2", "g", "D"}, {"1", BACKSPACE}, 80, WRITES_MOST},
    {"estimate, a digit", {"2", "G", "kk", "e"}, {"1"}, 100, WRITES_MOST},
    {"palette, a letter", {"?"}, {"t", BACKSPACE}, 1200, WRITES_MOST},
    {"countries, a letter", {"w", "f"}, {"t", BACKSPACE}, 1700, WRITES_MOST},
    {"search, a letter", {"/"}, {"t", BACKSPACE}, 2200, WRITES_MOST},
    {"card, page down and up", {"2", "g", "\r"}, {"\033[6~", "\033[5~"}, 1500, WRITES_MOST},
    {"card, open and back", {"2"}, {"\r", ESC_KEY}, 2700, SAVING_MOST},
    {"palette, open and close", {"2"}, {"?", ESC_KEY}, 2700, SAVING_MOST},
    {"status, open and close", {"2", "g"}, {"s", ESC_KEY}, 1500, SAVING_MOST},
    {"facets, open and close", {"2"}, {"f", ESC_KEY}, 2800, SAVING_MOST},
    {"next pane", {"1"}, {"\t"}, 1900, WRITES_MOST},
    {"language", {"2"}, {"L"}, 2700, WRITES_MOST},
};

enum { PRESSES = 8 };

static void measure(Pty *pty, const Price *price) {
    int bytes[PRESSES], writes[PRESSES];
    for (size_t i = 0; i < 8 && price->way[i] != NULL; i++)
        pty_send(pty, price->way[i]);
    for (size_t i = 0; i < PRESSES; i++) {
        pty_settle(pty);
        pty_forget(pty);
        long before = pty_writes(pty);
        pty_send(pty, price->keys[price->keys[1] == NULL ? 0 : i % 2]);
        pty_settle(pty);
        bytes[i] = (int)pty->output.len;
        writes[i] = (int)(pty_writes(pty) - before);
    }
    int median = world_median(bytes, PRESSES), most = world_median(writes, PRESSES);
    print_message("%-32s %5d bytes at the median, %5d at most; %d writes\n", price->where, median,
                  bytes[PRESSES - 1], most);
    assert_true(median > 0);
    assert_true(median <= price->bytes_most);
    if (pty_writes(pty) >= 0)
        assert_true(most <= price->writes_most);
}

static void every_screen_has_its_price(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.arguments[0] = "--as-of=2016-12-20";
    world_open(&pty, &start);
    static const char *const things[] = {"2", " ", "j ", "j ", "j ", "3", " ", "j ", "j ", "1"};
    for (size_t i = 0; i < COUNT_OF(things); i++)
        pty_send(&pty, things[i]);
    for (size_t i = 0; i < COUNT_OF(prices); i++) {
        measure(&pty, &prices[i]);
        for (int back = 0; back < 4; back++)
            pty_send(&pty, ESC_KEY);
        pty_send(&pty, "1");
    }
    world_quit(&pty);
}

/* Keys that wait are taken before anything is painted. */
static void a_hundred_keys_are_one_frame(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.arguments[0] = "--step=2";
    world_open(&pty, &start);
    char keys[101];
    for (size_t i = 0; i < 100; i++)
        keys[i] = i % 3 == 2 ? 'k' : 'j';
    keys[100] = '\0';
    pty_settle(&pty);
    pty_forget(&pty);
    long before = pty_writes(&pty);
    pty_send(&pty, keys);
    pty_settle(&pty);
    print_message("100 keys at once: %zu bytes, %ld writes\n", pty.output.len,
                  pty_writes(&pty) - before);
    if (before >= 0)
        assert_true(pty_writes(&pty) - before <= WRITES_MOST);
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
        cmocka_unit_test(every_screen_has_its_price),
        cmocka_unit_test(a_hundred_keys_are_one_frame),
        cmocka_unit_test(what_changes_nothing_sends_nothing),
        cmocka_unit_test(nothing_wakes_it_while_nobody_types),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
