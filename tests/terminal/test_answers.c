/*
 * The terminal's answer about ambiguous characters, whenever and however it comes: the whole
 * screen becomes what --ambiguous paints, and no piece of it is ever a key.
 */
#include "world.h"

#include "ui/input.h"

static const char wide_answer[] = "\033[2;3R", narrow_answer[] = "\033[2;2R";

/* A wide terminal that says nothing by itself; ① to ④ are in this card. */
static PtyStart silent_start(void) {
    PtyStart start = world_start();
    start.wide = true;
    start.answers = PTY_SILENT;
    start.arguments[0] = "--program=jfc-overseas-loan";
    return start;
}

/* What --ambiguous=MODE shows after these keys. */
static Buf told(const char *option, const char *keys) {
    Pty pty;
    PtyStart start = silent_start();
    start.arguments[1] = option;
    world_open(&pty, &start);
    assert_null(strstr(pty.output.at, "\033[6n")); /* who knows asks nothing */
    if (keys[0] != '\0')
        pty_send(&pty, keys);
    pty_settle(&pty);
    Buf screen = world_screen(&pty);
    pty_end(&pty);
    return screen;
}

static void expect(Pty *pty, const char *option, const char *keys) {
    pty_settle(pty);
    Buf now = world_screen(pty), expected = told(option, keys);
    assert_string_equal(now.at, expected.at);
    buf_release(&now);
    buf_release(&expected);
}

static void late_after_keys(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    pty_send(&pty, "j\t");
    pty_settle(&pty);
    pty_send(&pty, wide_answer);
    expect(&pty, "--ambiguous=wide", "j\t");
    pty_end(&pty);
}

static void in_pieces_of_one_byte(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    pty_push(&pty, "\033["); /* an Esc alone for long is a key: a line that slow has no answer */
    for (const char *at = wide_answer + 2; *at != '\0'; at++) {
        pty_send_bytes(&pty, at, 1);
        pty_settle(&pty);
        pty_pause_ms(ESC_DELAY_MS + 20);
    }
    expect(&pty, "--ambiguous=wide", "");
    pty_end(&pty);
}

static void twice_and_of_two_minds(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    pty_send(&pty, wide_answer);
    pty_send(&pty, "j");
    pty_send(&pty, wide_answer);
    pty_send(&pty, narrow_answer); /* only the first was asked for */
    pty_send(&pty, "\033[24;80R");
    expect(&pty, "--ambiguous=wide", "j");
    pty_end(&pty);
}

static void glued_to_keys(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    pty_send(&pty, "j\033[2;3R\033[B\033[2;3Rk");
    expect(&pty, "--ambiguous=wide", "j\033[Bk");
    pty_end(&pty);
}

/* Another program's answer, or a terminal's that cannot count: nothing changes. */
static void an_answer_of_other_places_is_none(void **state) {
    (void)state;
    static const char *const others[] = {"\033[2;4R", "\033[3;3R", "\033[2;1R",  "\033[1;3R",
                                         "\033[2R",   "\033[R",    "\033[?2;3R", "\033[2;3;1R"};
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        pty_send(&pty, others[i]);
    expect(&pty, "--ambiguous=narrow", "");
    pty_send(&pty, wide_answer); /* and the true one is still awaited */
    expect(&pty, "--ambiguous=wide", "");
    pty_end(&pty);
}

/* A question answered while a note is being typed is no part of the note. */
static void while_a_note_is_typed(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    world_open(&pty, &start);
    pty_send(&pty, " ");
    pty_send(&pty, "m");
    pty_send(&pty, "①"
                   "a");
    pty_settle(&pty);
    assert_true(pty.cursor_visible);
    pty_push(&pty, "\033[2;");
    pty_pause_ms(ESC_DELAY_MS + 50);
    pty_push(&pty, "3R");
    pty_send(&pty, "b※");
    pty_settle(&pty);
    assert_true(pty_shows(&pty, "〓ab〓"));
    assert_false(pty_shows(&pty, "3R"));
    VTermScreenCell before = pty_cell(&pty, pty.cursor.col - 2, pty.cursor.row);
    assert_int_equal(before.chars[0], 0x3013); /* the cursor stands after two cells of ※ */
    pty_end(&pty);
}

static void what_is_told_wins(void **state) {
    (void)state;
    static const char *const options[] = {"--ambiguous=wide", "--ambiguous=narrow"};
    for (size_t i = 0; i < COUNT_OF(options); i++) {
        Pty pty;
        PtyStart start = silent_start();
        start.arguments[1] = options[i];
        world_open(&pty, &start);
        pty_send(&pty, i == 0 ? narrow_answer : wide_answer);
        expect(&pty, options[i], "");
        pty_end(&pty);
    }
}

/* The first frame waits for nobody, and the question leaves no trace in it. */
static void the_question_is_not_seen(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    start.arguments[0] = NULL;
    world_open(&pty, &start);
    const char *asked = strstr(pty.output.at, "\033[6n");
    assert_non_null(asked);
    assert_non_null(strstr(asked, "海路")); /* painted without an answer */
    pty_send(&pty, "q");
    pty_wait_end(&pty);
    world_expect_given_back(&pty);
    pty_end(&pty);
}

/* A window too small to ask in is asked once it has grown. */
static void a_window_that_grows(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = silent_start();
    start.answers = PTY_ANSWERS;
    start.cols = start.rows = 1;
    pty_start(&pty, &start);
    pty_settle(&pty);
    assert_null(strstr(pty.output.at, "\033[6n"));
    pty_resize(&pty, 80, 24);
    expect(&pty, "--ambiguous=wide", "");
    pty_resize(&pty, 79, 24);
    pty_resize(&pty, 80, 24);
    expect(&pty, "--ambiguous=wide", "");
    const char *asked = strstr(pty.output.at, "\033[6n");
    assert_true(asked != NULL && strstr(asked + 1, "\033[6n") == NULL); /* once */
    pty_end(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(late_after_keys),
        cmocka_unit_test(in_pieces_of_one_byte),
        cmocka_unit_test(twice_and_of_two_minds),
        cmocka_unit_test(glued_to_keys),
        cmocka_unit_test(an_answer_of_other_places_is_none),
        cmocka_unit_test(while_a_note_is_typed),
        cmocka_unit_test(what_is_told_wins),
        cmocka_unit_test(the_question_is_not_seen),
        cmocka_unit_test(a_window_that_grows),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
