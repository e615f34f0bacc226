/* Terminals that speak another encoding than UTF-8. */
#include "text/charset.h"

#include "base/arena.h"
#include "cmocka_all.h"

static const char *encoded_in(Arena *arena, const char *name, const char *text,
                              Ambiguous ambiguous) {
    Charset charset;
    Buf out;
    assert_true(charset_open(&charset, name));
    buf_init(&out, 1 << 16);
    charset_encode(&charset, str(text), ambiguous, &out);
    const char *copy = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    charset_close(&charset);
    return copy;
}

static const char *encoded(Arena *arena, const char *name, const char *text) {
    return encoded_in(arena, name, text, AMBIGUOUS_WIDE);
}

/* In pieces of `piece` bytes. */
static const char *decoded(Arena *arena, const char *name, const char *bytes, size_t piece) {
    Charset charset;
    Buf out;
    assert_true(charset_open(&charset, name));
    buf_init(&out, 1 << 16);
    for (Str rest = str(bytes); rest.len > 0; rest = str_skip(rest, piece))
        charset_decode(&charset, str_n(rest.at, MIN_OF(piece, rest.len)), &out);
    const char *copy = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    charset_close(&charset);
    return copy;
}

static void the_encoding_of_a_locale(void **state) {
    (void)state;
    static const char *const names[][2] = {
        {"ja_JP.eucJP", "eucJP"},
        {"ja_JP.EUC-JP@x", "EUC-JP"},
        {"ja_JP.UTF-8", ""},
        {"ja_JP.utf8", ""},
        {"C", ""},
        {"", ""},
        {"ja_JP.", ""},
        {"x.012345678901234567890123456789012", ""},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char out[CHARSET_NAME_BYTES];
        charset_of_locale(names[i][0], out);
        assert_string_equal(out, names[i][1]);
    }
}

static void only_encodings_with_japanese(void **state) {
    (void)state;
    static const char *const without[] = {"ISO-8859-1", "KOI8-R", "US-ASCII", "nonesuch", ""};
    Charset charset;
    for (size_t i = 0; i < COUNT_OF(without); i++) {
        assert_false(charset_open(&charset, without[i]));
        assert_false(charset_converts(&charset));
    }
    charset_close(&charset);
}

static void japanese_goes_and_comes_back(void **state) {
    (void)state;
    Arena arena = {0};
    static const char *const names[] = {"eucJP", "SHIFT_JIS"};
    const char *text = "\033[1m海外展開ロードマップ\033[m ~\\ 1,000万円、ｼﾞｪﾄﾛ";
    for (size_t i = 0; i < COUNT_OF(names); i++)
        for (size_t piece = 1; piece < 5; piece++)
            assert_string_equal(decoded(&arena, names[i], encoded(&arena, names[i], text), piece),
                                text);
    assert_string_equal(encoded(&arena, "eucJP", "海"), "\xb3\xa4");
    arena_release(&arena);
}

/* Cells of what stands there now: lines do not move. */
static int cells_of(const char *bytes) {
    return (int)strlen(bytes); /* in EUC-JP one byte a cell, but for half-width kana */
}

static void what_is_lacking_keeps_its_cells(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(encoded(&arena, "eucJP", "①と⑩"), "1)\xa4\xc8"
                                                          "10");
    assert_string_equal(encoded(&arena, "eucJP", "〜"), encoded(&arena, "eucJP", "～"));
    assert_string_equal(encoded_in(&arena, "eucJP", "−", AMBIGUOUS_NARROW),
                        encoded(&arena, "eucJP", "－"));
    static const char *const lacking[] = {"①", "㈱", "✓", "☑", "▸", "⋯", "😀", "葛\U000E0100",
                                          "☕", "À",  "¢", "−", "‾"};
    for (size_t i = 0; i < COUNT_OF(lacking); i++)
        assert_int_equal(cells_of(encoded(&arena, "eucJP", lacking[i])),
                         text_width(str(lacking[i]), AMBIGUOUS_WIDE));
    arena_release(&arena);
}

static void wrong_bytes_swallow_nothing(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(decoded(&arena, "eucJP",
                                "a\xff\xff"
                                "b",
                                1),
                        "ab");
    assert_string_equal(decoded(&arena, "eucJP",
                                "\xb3"
                                "j",
                                1),
                        "j"); /* a lead byte, then a key */
    assert_string_equal(decoded(&arena, "eucJP", "\xb3\033[A", 1), "\033[A");
    assert_string_equal(decoded(&arena, "eucJP", "\xb3", 1), "");
    assert_string_equal(decoded(&arena, "eucJP", "\xff\xb3\xa4", 1), "海");
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_encoding_of_a_locale),
        cmocka_unit_test(only_encodings_with_japanese),
        cmocka_unit_test(japanese_goes_and_comes_back),
        cmocka_unit_test(what_is_lacking_keeps_its_cells),
        cmocka_unit_test(wrong_bytes_swallow_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
