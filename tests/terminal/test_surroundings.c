/* Locales, terminal types, sizes, colours: what the program finds around it. */
#include "world.h"

#include "text/charset.h"

#include <ctype.h>
#include <sys/wait.h>
#include <unistd.h>

static bool has_japanese(const Buf *screen) {
    return strstr(screen->at, "海外") != NULL;
}

static void expect_japanese(const PtyStart *start) {
    Pty pty;
    world_open(&pty, start);
    Buf screen = world_screen(&pty);
    assert_true(has_japanese(&screen));
    buf_release(&screen);
    pty_send(&pty, "j");
    world_quit(&pty);
}

static void utf8_without_any_locale(void **state) {
    (void)state;
    PtyStart start = world_start();
    world_set(&start, "LANG");
    expect_japanese(&start);
    world_set(&start, "LANG=C");
    expect_japanese(&start);
    world_set(&start, "LC_ALL=POSIX");
    expect_japanese(&start);
    world_set(&start, "LC_ALL=ja_JP.UTF-8"); /* said by the terminal's side, not installed */
    expect_japanese(&start);
}

static void nothing_in_the_environment(void **state) {
    (void)state;
    PtyStart start = world_start();
    static const char *const names[] = {"LANG", "PATH", "HOME"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        world_set(&start, names[i]);
    expect_japanese(&start);
}

/* An encoding without Japanese: ASCII, never garbage. */
static void an_encoding_without_japanese(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_set(&start, "LANG=de_DE.ISO-8859-1");
    world_open(&pty, &start);
    pty_send(&pty, "j\r");
    pty_settle(&pty);
    for (size_t i = 0; i < pty.output.len; i++)
        assert_true((unsigned char)pty.output.at[i] < 0x80);
    pty_send(&pty, "q");
    pty_settle(&pty);
    world_quit(&pty);
}

/* All that was sent, as UTF-8 again; every byte must belong to the encoding. */
static Buf read_back(const Pty *pty, const char *encoding) {
    Buf text;
    Charset charset;
    size_t kana = 0;
    assert_true(charset_open(&charset, encoding));
    buf_init(&text, 1 << 20);
    charset_decode(&charset, buf_str(&pty->output), &text);
    for (size_t i = 0; i < pty->output.len; i++)
        kana += (unsigned char)pty->output.at[i] >= 0x80;
    assert_true(kana > 200);
    charset_close(&charset);
    return text;
}

/* Japanese in the terminal's own encoding, also where this machine has no such locale; what it
   lacks (the circled numbers of the source) in its place. */
static void japanese_in_other_encodings(void **state) {
    (void)state;
    static const char *const names[][2] = {{"LC_ALL=ja_JP.eucJP", "EUC-JP"},
                                           {"LC_ALL=ja_JP.SJIS", "SHIFT_JIS"}};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_set(&start, names[i][0]);
        world_open(&pty, &start);
        pty_settle(&pty);
        Buf text = read_back(&pty, names[i][1]);
        assert_non_null(strstr(text.at, "知る・調べる"));
        assert_non_null(strstr(text.at, "参加型セミナー"));
        assert_null(strstr(text.at, "\uFFFD"));
        buf_release(&text);
        world_quit(&pty);
    }
}

/* What is typed comes in the same encoding, here in two pieces: 海 is B3 A4 in EUC-JP. */
static void typing_in_another_encoding(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_set(&start, "LC_ALL=ja_JP.eucJP");
    world_open(&pty, &start);
    pty_send(&pty, "pa"); /* a new plan's name */
    pty_settle(&pty);
    pty_push(&pty, "\xb3");
    pty_push(&pty, "\xa4\xa4\xce");
    pty_send(&pty, "\r");
    pty_settle(&pty);
    Buf text = read_back(&pty, "EUC-JP");
    assert_non_null(strstr(text.at, "海の"));
    buf_release(&text);
    world_quit(&pty);
}

static void unknown_terminals_are_tried_as_others(void **state) {
    (void)state;
    static const char *const names[] = {"TERM=xterm-nonesuch", "TERM=nonesuch-256color",
                                        "TERM=", "TERM"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_set(&start, names[i]);
        world_set(&start, "LANGUAGE=en");
        world_open(&pty, &start);
        assert_true(pty_shows(&pty, "does not know the terminal"));
        world_quit(&pty);
    }
}

/* Scrolling, erasing and moving in every dialect; the last four are unknown to this machine. */
static void every_terminal_shows_the_same_text(void **state) {
    (void)state;
    static const char *const names[] = {"TERM=vt100",
                                        "TERM=vt102",
                                        "TERM=vt220",
                                        "TERM=linux",
                                        "TERM=ansi",
                                        "TERM=rxvt",
                                        "TERM=screen",
                                        "TERM=screen-256color",
                                        "TERM=tmux",
                                        "TERM=tmux-256color",
                                        "TERM=xterm",
                                        "TERM=xterm-mono",
                                        "TERM=xterm-vt220",
                                        "TERM=xterm-color",
                                        "TERM=rxvt-unicode-256color",
                                        "TERM=Eterm",
                                        "TERM=cygwin",
                                        "TERM=cons25",
                                        "TERM=hurd",
                                        "TERM=mach-gnu-color",
                                        "TERM=pcansi",
                                        "TERM=sun",
                                        "TERM=wsvt25",
                                        "TERM=xterm-direct",
                                        "TERM=xterm-kitty",
                                        "TERM=foot",
                                        "TERM=alacritty"};
    Buf expected = {0};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_set(&start, names[i]);
        pty_start(&pty, &start);
        pty_wait_text(&pty, "海外");
        static const char *const keys[] = {"2", "\033[6~", "j", "\r", "\033[6~", "\033[27u", "k"};
        for (size_t k = 0; k < COUNT_OF(keys); k++)
            pty_send(&pty, keys[k]);
        pty_settle(&pty);
        Buf screen = world_screen(&pty);
        if (i == 0)
            expected = world_screen(&pty);
        assert_string_equal(screen.at, expected.at);
        buf_release(&screen);
        pty_send(&pty, "q");
        pty_wait_end(&pty);
        assert_true(pty_modes_are_back(&pty));
        assert_true(pty.cursor_visible);
        pty_end(&pty);
    }
    buf_release(&expected);
}

/* Lines, as with --plain, and a word why. */
static void a_dumb_terminal_gets_lines(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_set(&start, "TERM=dumb");
    pty_start(&pty, &start);
    pty_wait_text(&pty, "カーソルを動かせない");
    assert_true(pty_shows(&pty, "1. ▸ 1  参加型セミナー"));
    pty_push(&pty, "q\n");
    pty_wait_end(&pty);
    assert_true(WIFEXITED(pty.status));
    assert_int_equal(WEXITSTATUS(pty.status), 0);
    assert_null(strchr(pty.output.at, '\033'));
    assert_true(pty_modes_are_back(&pty));
    pty_end(&pty);
}

/* Whether `parameters` of an SGR sequence hold a colour. */
static bool is_colour(const char *parameters, const char *end) {
    while (parameters < end) {
        long n = strtol(parameters, NULL, 10);
        if ((n >= 30 && n <= 49) || (n >= 90 && n <= 107))
            return true;
        const char *next = memchr(parameters, ';', (size_t)(end - parameters));
        if (next == NULL)
            return false;
        parameters = next + 1;
    }
    return false;
}

static int colour_count(const Buf *output) {
    int count = 0;
    for (const char *at = output->at; (at = strstr(at, "\033[")) != NULL;) {
        const char *end = at + 2;
        while (isdigit((unsigned char)*end) || *end == ';')
            end++;
        count += *end == 'm' && is_colour(at + 2, end);
        at = end;
    }
    return count;
}

static int colours_of_a_walk(const char *pair) {
    Pty pty;
    PtyStart start = world_start();
    world_set(&start, pair);
    world_open(&pty, &start);
    pty_send(&pty, "2j\r");
    pty_send(&pty, "q");
    pty_settle(&pty);
    int count = colour_count(&pty.output);
    world_quit(&pty);
    return count;
}

static void colours_only_where_wanted(void **state) {
    (void)state;
    assert_true(colours_of_a_walk("NO_COLOR=") > 0); /* empty means unset */
    assert_true(colours_of_a_walk("TERM=xterm") > 0);
    assert_int_equal(colours_of_a_walk("NO_COLOR=1"), 0);
    assert_int_equal(colours_of_a_walk("TERM=vt100"), 0);
}

static Buf screen_at(int cols, int rows) {
    Pty pty;
    PtyStart start = world_start();
    start.cols = cols;
    start.rows = rows;
    world_open(&pty, &start);
    Buf screen = world_screen(&pty);
    world_quit(&pty);
    return screen;
}

static void only_the_last_size_counts(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    for (int i = 0; i < 200; i++)
        pty_resize(&pty, 40 + i * 7 % 100, 10 + i * 3 % 40);
    pty_resize(&pty, 100, 30);
    pty_settle(&pty);
    Buf now = world_screen(&pty), expected = screen_at(100, 30);
    assert_string_equal(now.at, expected.at);
    buf_release(&now);
    buf_release(&expected);
    world_quit(&pty);
}

static void the_smallest_and_the_largest_window(void **state) {
    (void)state;
    static const int sizes[][2] = {{1, 1}, {2, 2}, {500, 1}, {1, 200}, {500, 200}, {80, 24}};
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        pty_resize(&pty, sizes[i][0], sizes[i][1]);
        pty_send(&pty, "j");
        pty_settle(&pty);
        assert_false(pty.ended);
    }
    world_quit(&pty);
}

/* LINES and COLUMNS left behind by another window. */
static void the_terminal_knows_its_size_best(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_set(&start, "LINES=50");
    world_set(&start, "COLUMNS=132");
    world_open(&pty, &start);
    Buf now = world_screen(&pty), expected = screen_at(80, 24);
    assert_string_equal(now.at, expected.at);
    buf_release(&now);
    buf_release(&expected);
    world_quit(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_without_any_locale),
        cmocka_unit_test(nothing_in_the_environment),
        cmocka_unit_test(an_encoding_without_japanese),
        cmocka_unit_test(japanese_in_other_encodings),
        cmocka_unit_test(typing_in_another_encoding),
        cmocka_unit_test(unknown_terminals_are_tried_as_others),
        cmocka_unit_test(every_terminal_shows_the_same_text),
        cmocka_unit_test(a_dumb_terminal_gets_lines),
        cmocka_unit_test(colours_only_where_wanted),
        cmocka_unit_test(only_the_last_size_counts),
        cmocka_unit_test(the_smallest_and_the_largest_window),
        cmocka_unit_test(the_terminal_knows_its_size_best),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
