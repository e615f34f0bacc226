/* How a session ends and where the next one begins; what is said before the first. */
#include "desk.h"

#include <sys/wait.h>
#include <unistd.h>

static const char put_in[] = "\" in the plan";
static const char typed[] = "電話で確認する。\r担当は田中さ";

/* Leaving takes no longer than this; sanitizers look for leaks on the way out. */
enum { GONE_WITHIN_MS = 1000, GONE_WITHIN_SLOW_MS = 6000, ATTEMPTS = 5 };

/* Where the user is: the screen and the cursor. */
typedef struct View {
    Buf screen;
    int col, row;
} View;

static View view_of(Pty *pty) {
    pty_settle(pty);
    return (View){world_screen(pty), pty->cursor.col, pty->cursor.row};
}

/* The program starts again and is there, to the cell. */
static void expect_starts_at(const PtyStart *start, Pty *pty, View *view) {
    world_open(pty, start);
    View now = view_of(pty);
    assert_string_equal(now.screen.at, view->screen.at);
    assert_int_equal(now.col, view->col);
    assert_int_equal(now.row, view->row);
    buf_release(&now.screen);
    buf_release(&view->screen);
}

/* ---- a note half typed when the session ends ---- */

typedef void (*Ending)(Pty *pty);

static void by_hangup_signal(Pty *pty) {
    pty_signal(pty, SIGHUP);
}

static void by_terminate(Pty *pty) {
    pty_signal(pty, SIGTERM);
}

static void by_interrupt(Pty *pty) {
    pty_signal(pty, SIGINT);
}

static void by_quit_signal(Pty *pty) {
    pty_signal(pty, SIGQUIT);
}

static void by_closed_terminal(Pty *pty) {
    pty_hang_up(pty);
}

/* In step 2, third row: the program in the plan, its note begun. */
static View begin_note(Pty *pty) {
    desk_press(pty, "2jj");
    desk_do(pty, " ", put_in);
    desk_press(pty, "m");
    desk_press(pty, typed);
    desk_press(pty, "\033[D\033[D");
    return view_of(pty);
}

/* How long it took to leave. */
static int leave_a_note(Ending end, int status, bool ignores_hup) {
    Pty pty;
    PtyStart start = desk_start();
    start.ignores_hup = ignores_hup;
    world_open(&pty, &start);
    View before = begin_note(&pty);
    assert_true(strstr(before.screen.at, "担当は田中さ") != NULL);
    int64_t began = pty_now_ms();
    end(&pty);
    desk_expect_exit(&pty, status);
    int took = (int)(pty_now_ms() - began);
    pty_end(&pty);
    assert_true(desk_has("電話で確認する。"));
    assert_true(desk_has("担当は田中さ"));
    expect_starts_at(&start, &pty, &before);
    pty_end(&pty);
    return took;
}

/* The best of a few: a busy machine says nothing about the program. */
static void leaves_in_time(Ending end, int status, bool ignores_hup) {
    int most = world_is_slow() ? GONE_WITHIN_SLOW_MS : GONE_WITHIN_MS, took = most + 1;
    for (int i = 0; i < ATTEMPTS && took > most; i++)
        took = leave_a_note(end, status, ignores_hup);
    print_message("gone after %d ms\n", took);
    assert_true(took <= most);
}

static void a_note_outlives_the_signals(void **state) {
    (void)state;
    leaves_in_time(by_hangup_signal, 128 + SIGHUP, false);
    leaves_in_time(by_terminate, 128 + SIGTERM, false);
    leaves_in_time(by_interrupt, 128 + SIGINT, false);
    leaves_in_time(by_quit_signal, 128 + SIGQUIT, false);
}

static void a_note_outlives_the_terminal(void **state) {
    (void)state;
    leaves_in_time(by_closed_terminal, 128 + SIGHUP, false);
    leaves_in_time(by_closed_terminal, 128 + SIGHUP, true); /* as by nohup */
}

/* ---- a line half typed ---- */

static View begin_owner(Pty *pty) {
    desk_press(pty, "3jjjj");
    desk_do(pty, " ", put_in);
    desk_press(pty, "O");
    desk_press(pty, "田中 太郎");
    desk_press(pty, "\033[D\033[D");
    return view_of(pty);
}

static void a_line_outlives_any_end(void **state) {
    (void)state;
    static const int numbers[] = {SIGKILL, SIGTERM, SIGHUP};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        Pty pty;
        PtyStart start = desk_start();
        world_open(&pty, &start);
        View before = begin_owner(&pty);
        pty_signal(&pty, numbers[i]);
        pty_wait_end(&pty);
        pty_end(&pty);
        assert_false(desk_has("田中"));
        expect_starts_at(&start, &pty, &before);
        desk_do(&pty, "\r", "Set ");
        assert_true(desk_has("owner: 田中 太郎"));
        pty_end(&pty);
    }
}

static void a_place_outlives_a_kill(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_press(&pty, "2jjj");
    desk_press(&pty, "\r");
    desk_press(&pty, "\033[6~\t\t");
    View before = view_of(&pty);
    pty_signal(&pty, SIGKILL);
    pty_wait_end(&pty);
    pty_end(&pty);
    expect_starts_at(&start, &pty, &before);
    desk_press(&pty, "q"); /* the way back is there, too */
    world_quit(&pty);
}

/* ---- a session's file that is none ---- */

static void put_session(const char *text) {
    FILE *file = fopen(desk_path("state/kairo/session.yaml"), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void a_broken_place_stops_nobody(void **state) {
    (void)state;
    static const char *const texts[] = {
        "", "no: [end", "\x1b[2J", "kairo_session: 1\nplan: ../../x\nscreens: {}\nend: true\n",
        "kairo_session: 1\nplan: .\nscreens:\n  - screen: prompt\nend: true\n"};
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    View first = view_of(&pty);
    world_quit(&pty);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        put_session(texts[i]);
        View again = {first.screen, first.col, first.row};
        buf_init(&again.screen, 1 << 20);
        buf_add(&again.screen, buf_str(&first.screen));
        expect_starts_at(&start, &pty, &again);
        world_quit(&pty);
    }
    buf_release(&first.screen);
}

/* ---- stopped, and others at work meanwhile ---- */

static void resumed_it_shows_what_others_did(void **state) {
    (void)state;
    Pty pty, fresh;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    for (int round = 0; round < 2; round++) {
        const char *program = round == 0 ? "jetro-library" : "smrj-seminar-speaker";
        if (round == 0)
            pty_send(&pty, "\032");
        else
            pty_signal(&pty, SIGTSTP);
        pty_wait_stopped(&pty);
        assert_int_equal(desk_command(&start, "plan", "add", "My plan", program, NULL), 0);
        pty_continue(&pty);
        pty_wait_text(&pty, "Another changed this plan");
        desk_press(&pty, "jk");
        View now = view_of(&pty);
        expect_starts_at(&start, &fresh, &now);
        pty_end(&fresh);
    }
    /* What was done before can still be undone, and nothing of theirs goes with it. */
    desk_do(&pty, "u", "Undone");
    assert_true(desk_has("jetro-library"));
    assert_false(desk_has("jetro-seminar"));
    world_quit(&pty);
}

/* ---- crashes ---- */

static void a_crash_leaves_terminal_and_plan_whole(void **state) {
    (void)state;
    static const int numbers[] = {SIGSEGV, SIGABRT};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        Pty pty;
        PtyStart start = desk_start();
        world_open(&pty, &start);
        desk_do(&pty, " ", put_in);
        Buf before = desk_plan_bytes();
        desk_press(&pty, "m");
        desk_press(&pty, "lost");
        pty_signal(&pty, numbers[i]);
        pty_wait_end(&pty);
        world_expect_given_back(&pty);
        pty_end(&pty);
        Buf after = desk_plan_bytes();
        assert_string_equal(after.at, before.at);
        buf_release(&before);
        buf_release(&after);
    }
}

/* ---- windows ---- */

static void a_line_is_typed_in_any_window(void **state) {
    (void)state;
    static const int sizes[][2] = {{1, 1}, {40, 10}, {2, 1}, {300, 100}, {80, 24}};
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_press(&pty, "O");
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        pty_resize(&pty, sizes[i][0], sizes[i][1]);
        desk_press(&pty, "田");
        assert_false(pty.ended);
    }
    assert_true(pty_shows(&pty, "田田田田田"));
    pty_resize(&pty, 40, 10);
    pty_wait_text(&pty, "田田田田田");
    desk_do(&pty, "\r", "Set ");
    assert_true(desk_has("owner: 田田田田田"));
    world_quit(&pty);
}

/* ---- the plan that is asked for ---- */

static void the_plan_asked_for_is_opened(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    assert_int_equal(desk_command(&start, "plan", "new", "Oak", NULL), 0);
    assert_int_equal(desk_command(&start, "plan", "new", "Elm", NULL), 0);
    PtyStart asked = start;
    desk_argument(&asked, "--plan=Oak");
    world_open(&pty, &asked);
    assert_true(pty_shows(&pty, "Oak"));
    world_quit(&pty);
    world_open(&pty, &start); /* and is the one of the next session */
    assert_true(pty_shows(&pty, "Oak"));
    world_quit(&pty);
}

/* No flash of another screen, no change of modes: the terminal is not touched. */
static void a_plan_that_is_not_there_is_named_first(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    assert_int_equal(desk_command(&start, "plan", "new", "Elm", NULL), 0);
    desk_argument(&start, "--plan=Elk");
    pty_start(&pty, &start);
    desk_expect_exit(&pty, 1);
    assert_true(pty_shows(&pty, "Elk"));
    assert_true(pty_shows(&pty, "Elm"));
    assert_null(strchr(pty.output.at, '\033'));
    assert_true(pty_modes_are_back(&pty));
    pty_end(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_outlives_the_signals),
        cmocka_unit_test(a_note_outlives_the_terminal),
        cmocka_unit_test(a_line_outlives_any_end),
        cmocka_unit_test(a_place_outlives_a_kill),
        cmocka_unit_test(a_broken_place_stops_nobody),
        cmocka_unit_test(resumed_it_shows_what_others_did),
        cmocka_unit_test(a_crash_leaves_terminal_and_plan_whole),
        cmocka_unit_test(a_line_is_typed_in_any_window),
        cmocka_unit_test(the_plan_asked_for_is_opened),
        cmocka_unit_test(a_plan_that_is_not_there_is_named_first),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
