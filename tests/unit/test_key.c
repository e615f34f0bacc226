/* Keys: one form for all ways of writing a word; the fast way and the slow one are equal. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/clean.h"
#include "text/key.h"
#include "text/key_fold.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

static void check(const char *text, const char *expected) {
    Str key = text_key(&arena, str(text));
    assert_string_equal(key.at, expected);
    assert_int_equal(key.len, strlen(expected));
}

static void one_word_many_ways(void **state) {
    (void)state;
    check("ＪＥＴＲＯ", "jetro");
    check("JETRO", "jetro");
    check("ジェトロ", "じぇとろ");
    check("ｼﾞｪﾄﾛ", "じぇとろ");
    check("シ\xE3\x82\x99ェトロ", "じぇとろ");
    assert_true(text_same_key(str("ｼﾞｪﾄﾛ"), str("ジェトロ")));
    assert_true(text_same_key(str("ＪＥＴＲＯ"), str("jetro")));
    assert_false(text_same_key(str("ジェトロ"), str("ジエトロ")));
}

static void forms_are_unified(void **state) {
    (void)state;
    check("①％／Ⅲ㈱", "1%/iii(株)");
    check("デ－タ データ デ—タ デ−タ デｰタ", "で-た で-た で-た で-た で-た");
    check("9:00〜17:00～18:00", "9:00~17:00~18:00");
    check("ヴァヾヶ", "ゔぁゞゖ");
    check("Straße ΑΣ", "strasse ασ");
    check("葛\xF3\xA0\x84\x80城\xEF\xB8\x8F", "葛城");
    check("a\xE2\x80\x8B"
          "b\xC2\xAD",
          "ab");
}

static void blanks_are_joined_and_trimmed(void **state) {
    (void)state;
    check("", "");
    check("  　\t\n", "");
    check(" 海外　 展開\xC2\xA0する\n", "海外 展開 する");
    check("a\x01"
          "b",
          "a b");
    check("e \xCC\x81", "e \xCC\x81");
}

static void stray_bytes_become_replacements(void **state) {
    (void)state;
    check("\xFF\xFF\xFF"
          "A",
          "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
          "a");
    check("か\x80\xE3\x82\x99", "か\xEF\xBF\xBD\xE3\x82\x99");
}

/* What text_key must give, from the slow folding alone. */
static Str slow_key(Str text) {
    Str folded = key_fold(&arena, text);
    char *out = arena_alloc(&arena, folded.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < folded.len; i++) {
        bool again = folded.at[i] == ' ' && (len == 0 || out[len - 1] == ' ');
        if (!again)
            out[len++] = folded.at[i];
    }
    return str_n(out, len > 0 && out[len - 1] == ' ' ? len - 1 : len);
}

static void check_same(Str text) {
    Str fast = text_key(&arena, text), slow = slow_key(text);
    if (!str_equal(fast, slow))
        fail_msg("\"%.*s\": \"%.*s\", not \"%.*s\"", STR_ARG(text), STR_ARG(fast), STR_ARG(slow));
}

static void every_code_point(void **state) {
    (void)state;
    for (uint32_t rune = 0; rune < 0x110000; rune++) {
        char bytes[4];
        check_same(str_n(bytes, text_encode(rune, bytes)));
        if (rune % 0x1000 == 0)
            arena_reset(&arena);
    }
}

/* A kana before, a mark after: where composing goes wrong if it is not whole. */
static void every_code_point_among_others(void **state) {
    (void)state;
    for (uint32_t rune = 1; rune < 0x20000; rune++) {
        char text[16] = "カ";
        size_t len = 3 + text_encode(rune, text + 3);
        memcpy(text + len, "\xE3\x82\x99\xCC\x81 A", 7);
        check_same(str_n(text, len + 7));
        if (rune % 0x400 == 0)
            arena_reset(&arena);
    }
}

static void random_texts(void **state) {
    (void)state;
    uint32_t seed = 6;
    for (size_t i = 0; i < NASTY_COUNT + 5000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 30);
        if (text_is_utf8(text))
            check_same(text);
        Str key = text_key(&arena, text);
        assert_true(text_is_utf8(key));
        assert_int_equal(key.at[key.len], '\0');
        arena_reset(&arena);
    }
}

/* ---- the way back ---- */

/* The part of the text that a part of its key stands for. */
static Str origin_of(const char *text, const char *part) {
    KeyMap map = text_key_map(&arena, str(text));
    const char *found = strstr(map.key.at, part);
    assert_non_null(found);
    size_t at = (size_t)(found - map.key.at), end = at + strlen(part);
    size_t from = map.origin[at].from;
    return str_n(text + from, map.origin[end - 1].to - from);
}

static void check_origin(const char *text, const char *part, const char *expected) {
    Str origin = origin_of(text, part);
    if (!str_equal(origin, str(expected)))
        fail_msg("\"%s\" in \"%s\": \"%.*s\", not \"%s\"", part, text, STR_ARG(origin), expected);
}

static void what_is_found_is_marked_in_the_text(void **state) {
    (void)state;
    check_origin("海外の展示会に出る", "展示会", "展示会");
    check_origin("The JETRO library", "jetro", "JETRO");
    check_origin("日本のｼﾞｪﾄﾛです", "じぇとろ", "ｼﾞｪﾄﾛ");
    check_origin("か\xE3\x82\x99いがい", "が", "か\xE3\x82\x99");
    check_origin("㈱エルム", "株", "㈱");
    check_origin("①　　ＡＢ  Ｃ", "ab c", "ＡＢ  Ｃ");
    check_origin("補\xEF\xB8\x80助金", "補助", "補\xEF\xB8\x80助");
}

/* Key and map agree, and the map never points outside or backwards within a character. */
static void the_map_belongs_to_the_key(void **state) {
    (void)state;
    uint32_t seed = 11;
    for (size_t i = 0; i < NASTY_COUNT + 5000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 30);
        KeyMap map = text_key_map(&arena, text);
        assert_true(str_equal(map.key, text_key(&arena, text)));
        for (size_t k = 0; k < map.key.len; k++) {
            assert_true(map.origin[k].from < map.origin[k].to && map.origin[k].to <= text.len);
            assert_true(k == 0 || map.origin[k - 1].from <= map.origin[k].from);
            assert_true(k == 0 || map.origin[k - 1].to <= map.origin[k].to);
        }
        arena_reset(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(one_word_many_ways, release),
        cmocka_unit_test_teardown(forms_are_unified, release),
        cmocka_unit_test_teardown(blanks_are_joined_and_trimmed, release),
        cmocka_unit_test_teardown(stray_bytes_become_replacements, release),
        cmocka_unit_test_teardown(every_code_point, release),
        cmocka_unit_test_teardown(every_code_point_among_others, release),
        cmocka_unit_test_teardown(random_texts, release),
        cmocka_unit_test_teardown(what_is_found_is_marked_in_the_text, release),
        cmocka_unit_test_teardown(the_map_belongs_to_the_key, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
