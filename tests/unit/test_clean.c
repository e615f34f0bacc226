/* Cleaning: nothing that steers a terminal gets through, and clean text is left alone. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/clean.h"

#include <uninorm.h>

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

static void check(const char *text, const char *expected) {
    Str made = text_clean(&arena, str(text));
    assert_string_equal(arena_copy(&arena, made), expected);
}

static void clean_text_is_returned_itself(void **state) {
    (void)state;
    const char *const clean[] = {
        "",       "kairo", "海路　ジェトロ①（ｼﾞｪﾄﾛ）", "caf\xC3\xA9", "ﾊﾟ", "が",
        "한국어", "ไทย",   "①※○\xE2\x9C\x93"};
    for (size_t i = 0; i < COUNT_OF(clean); i++) {
        assert_true(text_is_clean(str(clean[i])));
        assert_ptr_equal(text_clean(&arena, str(clean[i])).at, clean[i]);
    }
    assert_ptr_equal(text_clean_lines(&arena, str(nasty[10])).at, nasty[10]);
}

static void composed(void **state) {
    (void)state;
    check("か\xE3\x82\x99", "が");
    check("ハ\xE3\x82\x9A", "パ");
    check("e\xCC\x81", "\xC3\xA9");
    check("\xE2\x84\xAB", "\xC3\x85");                   /* Å the unit is Å the letter */
    check("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"); /* written apart */
    assert_false(text_is_clean(str("か\xE3\x82\x99")));
}

static void controls_are_made_visible(void **state) {
    (void)state;
    check("\x1B[31mred", "\xEF\xBF\xBD[31mred");
    check("\xC2\x9B"
          "2J",
          "\xEF\xBF\xBD"
          "2J");
    check("\xC2\x9D"
          "0;x\x07",
          "\xEF\xBF\xBD"
          "0;x\xEF\xBF\xBD");
    check("\x7F", "\xEF\xBF\xBD");
    check("a\tb", "a b");
    check("a\nb", "a\xEF\xBF\xBD"
                  "b");
    check("a\xE2\x80\xA8"
          "b",
          "a b");
    Str nul = text_clean(&arena, str_n("a\0b", 3));
    assert_string_equal(arena_copy(&arena, nul), "a\xEF\xBF\xBD"
                                                 "b");
}

static void directions_and_invisibles_are_dropped(void **state) {
    (void)state;
    check("\xE2\x80\xAE"
          "abc\xE2\x80\xAC",
          "abc");
    check("\xE2\x81\xA6"
          "abc\xE2\x81\xA9\xE2\x80\x8E\xD8\x9C",
          "abc");
    check("a\xE2\x80\x8B"
          "b\xE2\x80\x8C"
          "c\xE2\x81\xA0"
          "d\xEF\xBB\xBF"
          "e",
          "abcde");
    check("soft\xC2\xADhyphen", "softhyphen");
    check("葛\xF3\xA0\x84\x80城\xEF\xB8\x80", "葛城");
    check("\xE3\x85\xA4\xEF\xBE\xA0", "");
    check("か\xE2\x80\x8B\xE3\x82\x99", "が"); /* dropped first, composed then */
}

static void emoji_sequences_are_replaced(void **state) {
    (void)state;
    check("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7!",
          "\xF0\x9F\x91\xA8!");
    check("\xE2\x9D\xA4\xEF\xB8\x8F\xE2\x80\x8D\xF0\x9F\x94\xA5", "\xE2\x9D\xA4");
    check("\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", "\xF0\x9F\x91\x8D");
    check("\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5", "JP");
    check("1\xEF\xB8\x8F\xE2\x83\xA3", "1");
    check("\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF", "\xF0\x9F\x8F\xB4");
    check("a\xE2\x80\x8D\xF0\x9F\x91\xA9", "a\xF0\x9F\x91\xA9"); /* joined to no emoji */
}

static void stray_bytes(void **state) {
    (void)state;
    check("a\xFF"
          "b",
          "a\xEF\xBF\xBD"
          "b");
    check("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
    check("\xE3\x81", "\xEF\xBF\xBD\xEF\xBF\xBD");
    check("\xEF\xBF\xBE", "\xEF\xBF\xBD"); /* a noncharacter */
}

static void two_marks_on_one_base(void **state) {
    (void)state;
    check("z\xCC\xB6\xCC\xB7\xCC\xB8\xCC\xB9y", "z\xCC\xB6\xCC\xB7y");
    check("\xCC\x81"
          "a",
          "a");
    check("\xF0\x9F\x91\x8D\xCC\x81\xCC\x81\xCC\x81", "\xF0\x9F\x91\x8D\xCC\x81\xCC\x81");
}

static void lines_are_kept_on_demand(void **state) {
    (void)state;
    Str made = text_clean_lines(&arena, str("a\r\nb\nc\rd\x1B\n\xCC\x81"));
    assert_string_equal(arena_copy(&arena, made), "a\nb\nc\xEF\xBF\xBD"
                                                  "d\xEF\xBF\xBD\n");
    const char *plain = "line\nline e\xE2\x83\x97\n";
    assert_ptr_equal(text_clean_lines(&arena, str(plain)).at, plain);
}

static void utf8_is_strict(void **state) {
    (void)state;
    assert_true(text_is_utf8(str("海路 kairo \xF0\x9F\x91\x8D, eight and more bytes")));
    assert_true(text_is_utf8(str("\xF4\x8F\xBF\xBF")));
    const char *const bad[] = {
        "\xC0\x80",         "\xC1\xBF",         "\xE0\x9F\xBF",     "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
        "abcdefgh\xE3\x81"};
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(text_is_utf8(str(bad[i])));
}

static void check_cleaned(Str made, bool lines) {
    assert_true(text_is_utf8(made));
    Str again = lines ? text_clean_lines(&arena, made) : text_clean(&arena, made);
    assert_ptr_equal(again.at, made.at);
    size_t len = 0;
    uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)made.at, made.len, NULL, &len);
    assert_true(str_equal(made, str_n((char *)normal, len)));
    free(normal);
}

/* Whatever comes in: what goes out is NFC and stays as it is when cleaned again. */
static void cleaning_is_final(void **state) {
    (void)state;
    uint32_t seed = 9;
    for (size_t i = 0; i < NASTY_COUNT + 5000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 20);
        bool was_clean = text_is_clean(text);
        Str made = text_clean(&arena, text);
        assert_int_equal(was_clean, made.at == text.at);
        check_cleaned(made, false);
        check_cleaned(text_clean_lines(&arena, text), true);
        arena_reset(&arena);
    }
}

static void check_file(const char *text, const char *expected) {
    assert_string_equal(arena_copy(&arena, text_clean_file(&arena, str(text))), expected);
}

static void files_keep_what_names_are_written_with(void **state) {
    (void)state;
    check_file("葛\xF3\xA0\x84\x80城", "葛\xF3\xA0\x84\x80城");
    check_file("か\xE3\x82\x99", "か\xE3\x82\x99");
    check_file("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
               "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9");
    check_file("a\nb\r\nc\rd\te", "a\nb\nc\nd e");
    check_file("\x1B[31m\x7F\xC2\x9B", "\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD");
    check_file("a\xE2\x80\xAE"
               "b\xE2\x81\xA6"
               "c\xE2\x80\x8F\xEF\xBB\xBF",
               "abc");
    check_file("\xFF\xE3\x81", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    check_file("\xEF\xBF\xBE\xEF\xB7\x90", "\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void files_are_utf8_whatever_they_are_given(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        Str made = text_clean_file(&arena, random_text(&arena, &seed, 60));
        assert_true(text_is_utf8(made));
        assert_true(str_equal(text_clean_file(&arena, made), made));
        arena_reset(&arena);
    }
}

/* Each code point but most ideographs: alone, and between a kana and a mark. */
static void every_code_point(void **state) {
    (void)state;
    for (uint32_t rune = 1; rune < 0xE0200; rune++) {
        if (rune == 0x3500)
            rune = 0x9F00;
        if (rune == 0xAD00)
            rune = 0xD700;
        if (rune == 0x17000)
            rune = 0x1B000;
        if (rune == 0x20000)
            rune = 0xE0000;
        char text[16] = "\xE3\x81\x8B"; /* か */
        size_t len = 3 + text_encode(rune, text + 3);
        text[len++] = '\xCC';
        text[len++] = '\x81';
        check_cleaned(text_clean(&arena, str_n(text + 3, len - 5)), false);
        check_cleaned(text_clean(&arena, str_n(text, len)), false);
        arena_reset(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(clean_text_is_returned_itself, release),
        cmocka_unit_test_teardown(composed, release),
        cmocka_unit_test_teardown(controls_are_made_visible, release),
        cmocka_unit_test_teardown(directions_and_invisibles_are_dropped, release),
        cmocka_unit_test_teardown(emoji_sequences_are_replaced, release),
        cmocka_unit_test_teardown(stray_bytes, release),
        cmocka_unit_test_teardown(two_marks_on_one_base, release),
        cmocka_unit_test_teardown(lines_are_kept_on_demand, release),
        cmocka_unit_test_teardown(utf8_is_strict, release),
        cmocka_unit_test_teardown(cleaning_is_final, release),
        cmocka_unit_test_teardown(files_keep_what_names_are_written_with, release),
        cmocka_unit_test_teardown(files_are_utf8_whatever_they_are_given, release),
        cmocka_unit_test_teardown(every_code_point, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
