/* kairo doctor asks the terminal, and leaves it as it was whatever the terminal answers. */
#include "world.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 100, WAIT_MS = 500 };

/* All of the report on one screen. */
static PtyStart doctor_start(void) {
    PtyStart start = world_start();
    start.rows = ROWS;
    start.arguments[0] = "doctor";
    world_set(&start, "LANGUAGE=en");
    return start;
}

static bool shell_gets_nothing(Pty *pty) {
    int waiting = -1;
    ioctl(pty->slave, FIONREAD, &waiting);
    return waiting == 0 && !pty_shows(pty, "^[") && !pty_shows(pty, ";2R");
}

static void expect_left_alone(Pty *pty) {
    world_expect_given_back(pty);
    assert_true(shell_gets_nothing(pty));
}

static void expect_end(Pty *pty, const char *text) {
    pty_wait_end(pty);
    pty_settle(pty);
    assert_true(WIFEXITED(pty->status));
    assert_int_equal(WEXITSTATUS(pty->status), 0);
    assert_true(pty_shows(pty, text));
    expect_left_alone(pty);
    pty_end(pty);
}

/* It rests at first when it waits for the answer. */
static void wait_for_question(Pty *pty) {
    while (strstr(pty->output.at, "\033[6n") == NULL && !pty->ended)
        pty_settle(pty);
}

static void narrow(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    pty_start(&pty, &start);
    expect_end(&pty, "the terminal says narrow (1 column)");
}

static void wide(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    start.wide = true;
    pty_start(&pty, &start);
    expect_end(&pty, "the terminal says wide (2 columns)");
}

/* The right bars of the card's lines are in one column, cell by cell. */
static void expect_card(bool is_wide) {
    Pty pty;
    PtyStart start = doctor_start();
    start.wide = is_wide;
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    int lines = 0;
    for (int row = 0; row < ROWS; row++) {
        if (pty_cell(&pty, 2, row).chars[0] != '|')
            continue;
        assert_int_equal(pty_cell(&pty, 43, row).chars[0], '|');
        lines++;
    }
    assert_int_equal(lines, 6);
    pty_end(&pty);
}

static void the_card_agrees(void **state) {
    (void)state;
    expect_card(false);
    expect_card(true);
}

/* Told the wrong width, the card shows it. */
static void the_card_tells_a_wrong_width(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    start.wide = true;
    start.arguments[1] = "--ambiguous=narrow";
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_true(pty_shows(&pty, "--ambiguous says otherwise"));
    int moved = 0;
    for (int row = 0; row < ROWS; row++)
        if (pty_cell(&pty, 2, row).chars[0] == '|' && pty_cell(&pty, 43, row).chars[0] != '|')
            moved++;
    assert_true(moved > 0);
    pty_end(&pty);
}

static void no_answer(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    start.answers = PTY_SILENT;
    int64_t begin = pty_now_ms();
    pty_start(&pty, &start);
    pty_wait_text(&pty, "Test card");
    int took = (int)(pty_now_ms() - begin);
    print_message("report after %d ms without an answer\n", took);
    assert_true(took >= WAIT_MS);
    expect_end(&pty, "the terminal does not answer");
}

/* Bytes that must come within half a second, as a person's or a line's would: a busy machine may
   be late, so one success of a few is enough. */
enum { ATTEMPTS = 5 };

static bool answers_late(void) {
    Pty pty;
    PtyStart start = doctor_start();
    start.answers = PTY_SILENT;
    pty_start(&pty, &start);
    pty_wait_text(&pty, "Test card");
    pty_pause_ms(WAIT_MS / 2);
    pty_push(&pty, "\033[1;2R");
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_true(pty_shows(&pty, "the terminal does not answer"));
    world_expect_given_back(&pty);
    bool well = shell_gets_nothing(&pty);
    pty_end(&pty);
    return well;
}

/* It comes when the report is there already: nothing of it is seen, the shell does not get it. */
static void a_late_answer(void **state) {
    (void)state;
    int attempts = 0;
    while (!answers_late() && attempts < ATTEMPTS)
        attempts++;
    assert_true(attempts < ATTEMPTS);
}

static bool answers_in_pieces(void) {
    Pty pty;
    PtyStart start = doctor_start();
    start.answers = PTY_SILENT;
    pty_start(&pty, &start);
    wait_for_question(&pty);
    pty_push(&pty, "ls\033[A\0331\033[");
    pty_push(&pty, "7;");
    pty_push(&pty, "3R");
    pty_wait_end(&pty);
    pty_settle(&pty);
    world_expect_given_back(&pty);
    bool well = shell_gets_nothing(&pty) && pty_shows(&pty, "the terminal says wide (2 columns)");
    pty_end(&pty);
    return well;
}

/* Among keys: what is typed is dropped with it. */
static void an_answer_in_pieces(void **state) {
    (void)state;
    int attempts = 0;
    while (!answers_in_pieces() && attempts < ATTEMPTS)
        attempts++;
    assert_true(attempts < ATTEMPTS);
}

/* Ctrl-C while it waits ends it, with the terminal given back. */
static void interrupted_while_it_waits(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    start.answers = PTY_SILENT;
    pty_start(&pty, &start);
    wait_for_question(&pty);
    pty_push(&pty, "\003");
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_true(WIFSIGNALED(pty.status));
    assert_int_equal(WTERMSIG(pty.status), SIGINT);
    assert_true(pty_modes_are_back(&pty));
    pty_end(&pty);
}

static void terminated_while_it_waits(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    start.answers = PTY_SILENT;
    pty_start(&pty, &start);
    wait_for_question(&pty);
    pty_signal(&pty, SIGTERM);
    pty_wait_end(&pty);
    assert_true(WIFSIGNALED(pty.status));
    assert_true(pty_modes_are_back(&pty));
    pty_end(&pty);
}

/* Nothing is asked where the answer could not be had. */
static void not_asked(const char *pair) {
    Pty pty;
    PtyStart start = doctor_start();
    world_set(&start, pair);
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_null(strstr(pty.output.at, "\033[6n"));
    assert_true(pty_shows(&pty, "not asked"));
    expect_left_alone(&pty);
    pty_end(&pty);
}

static void terminals_that_are_not_asked(void **state) {
    (void)state;
    not_asked("TERM=dumb");
    not_asked("LANG=de_DE.ISO-8859-1");
}

/* Everything in the terminal's encoding, its widths asked in it, too. */
static void in_another_encoding(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    world_set(&start, "LC_ALL=ja_JP.eucJP");
    world_set(&start, "LANGUAGE=ja");
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_non_null(strstr(pty.output.at, "\r\xa2\xa8\033[6n")); /* ※ */
    assert_non_null(strstr(pty.output.at, "\xb8\xc0\xb8\xec"));  /* 言語 */
    expect_left_alone(&pty);
    pty_end(&pty);
}

/* Colours as they are in the screens, and none where none are wanted. */
static void colours(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = doctor_start();
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_true(pty_shows(&pty, "256 colours"));
    assert_non_null(strstr(pty.output.at, "\033[48;5;"));
    pty_end(&pty);
    world_set(&start, "NO_COLOR=1");
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    pty_settle(&pty);
    assert_null(strstr(pty.output.at, "\033[48;5;"));
    pty_end(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrow),
        cmocka_unit_test(wide),
        cmocka_unit_test(the_card_agrees),
        cmocka_unit_test(the_card_tells_a_wrong_width),
        cmocka_unit_test(no_answer),
        cmocka_unit_test(a_late_answer),
        cmocka_unit_test(an_answer_in_pieces),
        cmocka_unit_test(interrupted_while_it_waits),
        cmocka_unit_test(terminated_while_it_waits),
        cmocka_unit_test(terminals_that_are_not_asked),
        cmocka_unit_test(in_another_encoding),
        cmocka_unit_test(colours),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
