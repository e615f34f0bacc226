/* Keys as bytes, as terminals and slow lines send them, against the real program. */
#include "grammar.h"
#include "world.h"

#include "ui/input.h"

#include <unistd.h>

/* The screen after `bytes`, from a fresh start. */
static Buf screen_after(const char *bytes) {
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, bytes);
    pty_settle(&pty);
    Buf screen = world_screen(&pty);
    world_quit(&pty);
    return screen;
}

static void expect_screen(Pty *pty, const Buf *expected) {
    pty_settle(pty);
    Buf now = world_screen(pty);
    assert_string_equal(now.at, expected->at);
    buf_release(&now);
}

static void both_kinds_of_arrows_and_letters(void **state) {
    (void)state;
    Buf start = screen_after("\014"), letters = screen_after("jjk");
    Buf bracket = screen_after("\033[B\033[B\033[A"), o = screen_after("\033OB\033OB\033OA");
    assert_string_not_equal(start.at, letters.at);
    assert_string_equal(letters.at, bracket.at);
    assert_string_equal(letters.at, o.at);
    buf_release(&start);
    buf_release(&letters);
    buf_release(&bracket);
    buf_release(&o);
}

/*
 * Two pieces 150 ms apart. A busy machine may make more of it than the program allows for:
 * then the attempt says nothing and another is made.
 */
static bool push_split(Pty *pty, const char *first, const char *second) {
    pty_send(pty, first);
    int64_t begin = pty_now_ms();
    pty_pause_ms(150);
    pty_push(pty, second);
    return pty_now_ms() - begin < ESC_DELAY_MS - 20;
}

static void a_split_arrow_stays_whole(void **state) {
    (void)state;
    Buf down = screen_after("j");
    bool in_time = false;
    for (int attempt = 0; attempt < 20 && !in_time; attempt++) {
        Pty pty;
        PtyStart start = world_start();
        world_open(&pty, &start);
        in_time = push_split(&pty, "\033", "[B");
        if (in_time)
            expect_screen(&pty, &down);
        pty_end(&pty);
    }
    assert_true(in_time);
    buf_release(&down);
}

static int esc_takes_ms(Pty *pty) {
    pty_send(pty, "\r");
    pty_settle(pty);
    Buf card = world_screen(pty);
    pty_send(pty, "\033");
    int64_t begin = pty_now_ms();
    pty_wait_change(pty, &card);
    buf_release(&card);
    return (int)(pty_now_ms() - begin);
}

static void esc_alone_is_fast_enough(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    Buf home = world_screen(&pty);
    int took[5];
    for (size_t i = 0; i < COUNT_OF(took); i++) {
        took[i] = esc_takes_ms(&pty);
        assert_true(took[i] >= ESC_DELAY_MS - 5);
    }
    int median = world_median(took, COUNT_OF(took));
    print_message("Esc takes %d ms with a delay of %d\n", median, ESC_DELAY_MS);
    assert_true(median <= ESC_DELAY_MS * (world_is_slow() ? 3 : 1) * 13 / 10);
    expect_screen(&pty, &home);
    buf_release(&home);
    world_quit(&pty);
}

static void stray_bytes_swallow_no_key(void **state) {
    (void)state;
    static const char *const strays[] = {
        "\xff",     "\xfe\xff",     "\x80\x80", "\xe6\xb5",         "\xc0\x80",
        "\xed\xa0", "\xf4\x90",     "\xc2\x9b", "\033[?1;2c",       "\033]11;rgb:0/0/0\033\\",
        "\033[I",   "\033[<0;1;1M", "\033[99~", "\033P1$r0m\033\\", "\xe6",
    };
    Buf expected = screen_after("jj");
    for (size_t i = 0; i < COUNT_OF(strays); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_open(&pty, &start);
        pty_send(&pty, strays[i]);
        pty_send(&pty, "j");
        pty_send(&pty, strays[i]);
        pty_send(&pty, "j");
        expect_screen(&pty, &expected);
        pty_end(&pty);
    }
    buf_release(&expected);
}

/* One key as three families of terminals and protocols send it. */
static void every_dialect_of_a_key(void **state) {
    (void)state;
    static const char *const dialects[][6] = {
        {"g", "\033[H", "\033OH", "\033[1~", "\033[7~", "\033[103u"},
        {"G", "\033[F", "\033OF", "\033[4~", "\033[8~", "\033[103;2u"},
        {"\033[6~", "\033[6;1~", "\033[6;1:1~", "\033[6~\033[6;1:3~", NULL},
        {"\t", "\033OI", "\033[9u", "\033[27;1;9~", NULL},
        {"2", "\033Or", "２", "\033[50u", NULL},
        {"3", "\033Os", "３", "\033[27;1;51~", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(dialects); i++) {
        Buf expected = screen_after("4jj"), first = screen_after(dialects[i][0]);
        assert_string_not_equal(first.at, expected.at); /* the key does something */
        for (size_t k = 1; k < 6 && dialects[i][k] != NULL; k++) {
            Buf other = screen_after(dialects[i][k]);
            assert_string_equal(other.at, first.at);
            buf_release(&other);
        }
        buf_release(&expected);
        buf_release(&first);
    }
}

/* Function keys of three dialects have no meaning here, and say no more than that. */
static void function_keys_do_nothing(void **state) {
    (void)state;
    static const char *const keys[] = {"\033OP", "\033[[A", "\033[11~", "\033[24~", "\033[1;5P"};
    Buf home = screen_after("\014");
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        Buf after = screen_after(keys[i]);
        assert_string_equal(after.at, home.at);
        buf_release(&after);
    }
    buf_release(&home);
}

/* Into a field: whole characters, however they arrive, and nothing else. */
static void a_character_in_three_writes(void **state) {
    (void)state;
    static const char *const pieces[] = {"\xe6",     "\xb5", "\xb7",     "\xff",
                                         "\xe8\xb7", "\xaf", "\xc0\x80", "\xed\xa0\x80"};
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "pa");
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        pty_send(&pty, pieces[i]);
        pty_settle(&pty);
        pty_pause_ms(100);
    }
    assert_true(pty_shows(&pty, " 海路 ") || pty_shows(&pty, " 海路\n"));
    pty_end(&pty);
}

/* A note takes of a paste what it has room for, and the terminal stays in step. */
static void a_megabyte_is_pasted(void **state) {
    (void)state;
    enum { LINE = 64, LINES = (1 << 20) / LINE };
    static char paste[LINE * LINES + 32];
    size_t at = 0;
    memcpy(paste, "\033[200~", 6);
    for (at = 6; at < 6 + (size_t)LINE * LINES; at++)
        paste[at] = at % LINE == 0 ? '\r' : at % 7 == 0 ? '\x1b' : at % 11 == 0 ? '\x9b' : 'a';
    memcpy(paste + at, "\033[201~", 7);
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, " m");
    pty_send(&pty, paste);
    pty_settle(&pty);
    assert_true(pty.cursor_visible); /* still in the note */
    assert_null(grammar_stray_of_screens(&pty.output));
    pty_send(&pty, "\033[27u");
    pty_settle(&pty);
    assert_false(pty.cursor_visible);
    world_quit(&pty);
}

/* The first line of it is a name's; the rest is no Enter and no command. */
static void lines_pasted_into_one_line(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "pa");
    pty_send(&pty, "\033[200~甲社\r\nq\rq\033[201~");
    pty_settle(&pty);
    assert_true(pty.cursor_visible);
    assert_true(pty_shows(&pty, "甲社"));
    pty_end(&pty);
}

/* A paste whose end was lost: what came is taken, and keys are keys again. */
static void a_paste_that_never_ends(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    Buf expected = screen_after("j");
    pty_send(&pty, "\033[200~jj");
    pty_settle(&pty);
    pty_pause_ms(INPUT_PASTE_GAP_MS + 200);
    pty_send(&pty, "j");
    expect_screen(&pty, &expected);
    buf_release(&expected);
    world_quit(&pty);
}

/* The answer to the question about ambiguous characters: late, in pieces, or never. */
static void an_answer_is_never_a_key(void **state) {
    (void)state;
    static const char narrow[] = "\033[2;2R";
    Pty pty;
    PtyStart start = world_start();
    start.answers = PTY_SILENT;
    world_open(&pty, &start);
    assert_non_null(strstr(pty.output.at, "\033[6n"));
    Buf home = world_screen(&pty);
    for (size_t cut = 2; cut < sizeof narrow - 1; cut++) {
        pty_send_bytes(&pty, narrow, cut);
        pty_settle(&pty);
        pty_pause_ms(2 * ESC_DELAY_MS);
        pty_send(&pty, narrow + cut);
        expect_screen(&pty, &home);
    }
    buf_release(&home);
    world_quit(&pty);
}

static void a_terminal_that_never_answers_waits_for_nothing(void **state) {
    (void)state;
    Pty pty;
    Buf answered = screen_after("j");
    PtyStart start = world_start();
    start.answers = PTY_SILENT;
    world_open(&pty, &start);
    pty_send(&pty, "j");
    expect_screen(&pty, &answered);
    buf_release(&answered);
    world_quit(&pty);
}

/* Outside text fields a paste does nothing, whatever is in it. */
static void a_paste_runs_no_commands(void **state) {
    (void)state;
    Pty pty;
    Buf expected = screen_after("j");
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "\033[200~jjq\r\033[B\003q\033[201~");
    pty_settle(&pty);
    assert_false(pty.ended);
    pty_send(&pty, "j"); /* and what it said about that is gone again */
    expect_screen(&pty, &expected);
    buf_release(&expected);
    world_quit(&pty);
}

/* A key held down: every press counts, though frames are skipped. */
static void a_flood_of_keys_is_counted_right(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    Buf expected = screen_after("jjj");
    char flood[301];
    memset(flood, 'j', 150);
    memset(flood + 150, 'k', 150);
    flood[300] = '\0';
    for (int i = 0; i < 20; i++)
        pty_push(&pty, flood);
    pty_send(&pty, "kjjj");
    expect_screen(&pty, &expected);
    buf_release(&expected);
    world_quit(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_kinds_of_arrows_and_letters),
        cmocka_unit_test(a_split_arrow_stays_whole),
        cmocka_unit_test(esc_alone_is_fast_enough),
        cmocka_unit_test(stray_bytes_swallow_no_key),
        cmocka_unit_test(every_dialect_of_a_key),
        cmocka_unit_test(function_keys_do_nothing),
        cmocka_unit_test(a_character_in_three_writes),
        cmocka_unit_test(a_megabyte_is_pasted),
        cmocka_unit_test(lines_pasted_into_one_line),
        cmocka_unit_test(a_paste_that_never_ends),
        cmocka_unit_test(an_answer_is_never_a_key),
        cmocka_unit_test(a_terminal_that_never_answers_waits_for_nothing),
        cmocka_unit_test(a_paste_runs_no_commands),
        cmocka_unit_test(a_flood_of_keys_is_counted_right),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
