/* What goes out of the screens: requests to copy, addresses for a browser, QR codes. */
#include "base/tr.h"
#include "report/qr.h"
#include "ui/osc52.h"
#include "ui/share.h"

#include "cmocka_all.h"

#include <stdlib.h>

static const char *printed(Arena *arena, const char *text, Osc52Through through) {
    Buf out;
    buf_init(&out, 1 << 20);
    osc52_print(&out, str(text), through);
    const char *copy = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    return copy;
}

/* The vectors of RFC 4648, section 10. */
static void base64_of_the_standard(void **state) {
    (void)state;
    Arena arena = {0};
    static const char *const pairs[][2] = {{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"fooba", "Zm9vYmE="},
                                           {"foobar", "Zm9vYmFy"},
                                           {"展示", "5bGV56S6"}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        assert_string_equal(printed(&arena, pairs[i][0], OSC52_DIRECT),
                            arena_printf(&arena, "\033]52;c;%s\a", pairs[i][1]));
    arena_release(&arena);
}

static void multiplexers_are_told_in_their_own_way(void **state) {
    (void)state;
    Arena arena = {0};
    assert_int_equal(osc52_through("xterm", NULL, NULL), OSC52_DIRECT);
    assert_int_equal(osc52_through("screen-256color", "/tmp/tmux-0/default,1,0", NULL), OSC52_TMUX);
    assert_int_equal(osc52_through("xterm", NULL, "12.pts"), OSC52_SCREEN);
    assert_int_equal(osc52_through("screen", NULL, NULL), OSC52_SCREEN); /* through ssh */
    assert_string_equal(printed(&arena, "foo", OSC52_TMUX),
                        "\033]52;c;Zm9v\a\033Ptmux;\033\033]52;c;Zm9v\a\033\\");
    assert_string_equal(printed(&arena, "foo", OSC52_SCREEN), "\033P\033]52;c;Zm9v\a\033\\");
    arena_release(&arena);
}

/* Put together again the pieces are the request. */
static void a_long_text_goes_through_screen_in_pieces(void **state) {
    (void)state;
    Arena arena = {0};
    char *text = arena_new(&arena, char, 5001);
    memset(text, 'x', 5000);
    const char *whole = printed(&arena, text, OSC52_DIRECT);
    const char *at = printed(&arena, text, OSC52_SCREEN);
    const char *joined = "";
    while (*at != '\0') {
        assert_true(str_starts(str(at), str("\033P")));
        const char *end = strstr(at + 2, "\033\\");
        assert_non_null(end);
        assert_true(end - at <= 768);
        joined = arena_printf(&arena, "%s%.*s", joined, (int)(end - at - 2), at + 2);
        at = end + 2;
    }
    assert_string_equal(joined, whole);
    arena_release(&arena);
}

static void too_long_a_text_is_not_sent(void **state) {
    (void)state;
    Arena arena = {0};
    char *text = arena_new(&arena, char, OSC52_TEXT_MOST + 2);
    memset(text, 'x', OSC52_TEXT_MOST + 1);
    assert_string_equal(printed(&arena, text, OSC52_DIRECT), "");
    arena_release(&arena);
}

static void old_terminals_are_not_asked(void **state) {
    (void)state;
    static const char *const without[] = {"linux", "vt100", "vt220", "dumb", "", NULL};
    static const char *const with[] = {"xterm", "tmux-256color", "screen", "mlterm", "xterm-kitty"};
    for (size_t i = 0; i < COUNT_OF(without); i++)
        assert_false(osc52_is_known(without[i]));
    for (size_t i = 0; i < COUNT_OF(with); i++)
        assert_true(osc52_is_known(with[i]));
}

static void only_web_pages_are_opened(void **state) {
    (void)state;
    static const char *const good[] = {"http://www.mirasapo.jp/",
                                       "https://www.jetro.go.jp/world/?a=b&c=d%20e#f"};
    static const char *const bad[] = {"",
                                      "javascript:alert(1)",
                                      "file:///etc/passwd",
                                      "-http://x",
                                      " http://x",
                                      "http://x y",
                                      "http://x\n--flag",
                                      "http://x';rm -rf ~'",
                                      "http://x`id`",
                                      "http://x|id",
                                      "http://x\\y",
                                      "ftp://x",
                                      "HTTP ://x",
                                      "http://日本.jp/"};
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_true(share_is_web_page(good[i]));
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(share_is_web_page(bad[i]));
}

/* The three finder patterns of ISO/IEC 18004, and the timing pattern between them. */
static void a_code_has_its_patterns(void **state) {
    (void)state;
    Arena arena = {0};
    Qr qr;
    Err err;
    assert_true(qr_make(&arena, "http://jetro.go.jp/library/", &qr, &err));
    assert_int_equal((qr.side - 17) % 4, 0);
    const int corners[][2] = {{0, 0}, {qr.side - 7, 0}, {0, qr.side - 7}};
    for (size_t i = 0; i < COUNT_OF(corners); i++)
        for (int row = 0; row < 7; row++)
            for (int col = 0; col < 7; col++) {
                int ring = MAX_OF(abs(col - 3), abs(row - 3));
                assert_int_equal(qr_dark(&qr, corners[i][0] + col, corners[i][1] + row), ring != 2);
            }
    for (int i = 8; i < qr.side - 8; i++)
        assert_int_equal(qr_dark(&qr, i, 6), i % 2 == 0);
    assert_false(qr_dark(&qr, -1, 0));
    arena_release(&arena);
}

static void too_long_a_text_has_no_code(void **state) {
    (void)state;
    Arena arena = {0};
    Qr qr;
    Err err;
    char *text = arena_new(&arena, char, QR_TEXT_MOST + 2);
    memset(text, 'x', QR_TEXT_MOST + 1);
    tr_use(LANG_EN);
    assert_false(qr_make(&arena, text, &qr, &err));
    assert_string_equal(err.text, "This is too long for a QR code.");
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base64_of_the_standard),
        cmocka_unit_test(multiplexers_are_told_in_their_own_way),
        cmocka_unit_test(a_long_text_goes_through_screen_in_pieces),
        cmocka_unit_test(too_long_a_text_is_not_sent),
        cmocka_unit_test(old_terminals_are_not_asked),
        cmocka_unit_test(only_web_pages_are_opened),
        cmocka_unit_test(a_code_has_its_patterns),
        cmocka_unit_test(too_long_a_text_has_no_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
