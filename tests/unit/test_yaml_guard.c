#include "catalogue/yaml_guard.h"

#include "text/clean.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static size_t encode(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(leads[length] | code);
    return length;
}

static GuardResult guard_one(uint32_t code, GuardScope scope) {
    char bytes[4];
    return yaml_guard(str_n(bytes, encode(code, bytes)), scope);
}

/* The promise of GUARD_PLAIN, for every character alone and beside a letter. */
static void plain_characters_need_no_cleaning(void **state) {
    (void)state;
    size_t plain = 0;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        if (guard_one(code, GUARD_SCALAR).verdict != GUARD_PLAIN)
            continue;
        Arena arena = {0};
        char bytes[8] = "か";
        size_t len = 3 + encode(code, bytes + 3);
        Str text = str_n(bytes, len);
        if (!str_equal(text_clean_lines(&arena, text), text))
            fail_msg("U+%04X is changed", code);
        arena_release(&arena);
        plain++;
    }
    assert_in_range(plain, 20000, 60000); /* kanji among them */
}

static void common_japanese_is_plain(void **state) {
    (void)state;
    Str text =
        str("中小企業の「海外」展開、①～③（１,０８０円）・・・ﾊﾝｶｸ 2/3 × % ％ ○●→〇々ー—…\n");
    assert_int_equal(yaml_guard(text, GUARD_FILE).verdict, GUARD_PLAIN);
}

static void marks_make_a_text_mixed(void **state) {
    (void)state;
    assert_int_equal(yaml_guard(str("か\xE3\x82\x99"), GUARD_FILE).verdict, GUARD_MIXED);
    assert_int_equal(yaml_guard(str("e\xCC\x81"), GUARD_FILE).verdict, GUARD_MIXED);
    assert_int_equal(yaml_guard(str("葛\xF3\xA0\x84\x80"), GUARD_FILE).verdict, GUARD_MIXED);
    assert_int_equal(yaml_guard(str("\xE2\x84\xAB"), GUARD_FILE).verdict, GUARD_MIXED); /* Å */
}

static void all_controls_and_surrogates_are_refused(void **state) {
    (void)state;
    for (uint32_t code = 0; code < 0xA0; code++) {
        bool control = (code < 0x20 || code >= 0x7F) && code != '\n';
        assert_int_equal(guard_refuses(guard_one(code, GUARD_SCALAR)), control);
    }
    for (uint32_t code = 0xD800; code <= 0xDFFF; code++)
        assert_int_equal(guard_one(code, GUARD_SCALAR).verdict, GUARD_ENCODING);
}

static void what_turns_text_round_is_refused(void **state) {
    (void)state;
    static const uint32_t codes[] = {0x061C, 0x200E, 0x200F, 0x202A, 0x202E,  0x2066,
                                     0x2069, 0x2028, 0x2029, 0x200B, 0x200D,  0x2060,
                                     0xFEFF, 0x00AD, 0xFFFE, 0xFFFF, 0xE0001, 0xE007F};
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        GuardResult result = guard_one(codes[i], GUARD_SCALAR);
        assert_int_equal(result.verdict, GUARD_INVISIBLE);
        assert_int_equal(result.code, codes[i]);
    }
}

static void the_place_is_given_in_code_points(void **state) {
    (void)state;
    Str text = str("あ\r\nいう\x1b");
    GuardResult result = yaml_guard(text, GUARD_FILE);
    int line, column;
    assert_int_equal(result.verdict, GUARD_CONTROL);
    yaml_guard_position(text, result.at, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 3);
}

static void line_ends_differ_between_files_and_texts(void **state) {
    (void)state;
    assert_false(guard_refuses(yaml_guard(str("a\r\nb"), GUARD_FILE)));
    assert_true(guard_refuses(yaml_guard(str("a\r\nb"), GUARD_SCALAR)));
    assert_true(guard_refuses(yaml_guard(str("a\rb"), GUARD_FILE)));
    assert_true(guard_refuses(yaml_guard(str("a\n%b"), GUARD_FILE)));
    assert_false(guard_refuses(yaml_guard(str("a\n%b"), GUARD_SCALAR)));
    assert_false(guard_refuses(yaml_guard(str("50%\n"), GUARD_FILE)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_characters_need_no_cleaning),
        cmocka_unit_test(common_japanese_is_plain),
        cmocka_unit_test(marks_make_a_text_mixed),
        cmocka_unit_test(all_controls_and_surrogates_are_refused),
        cmocka_unit_test(what_turns_text_round_is_refused),
        cmocka_unit_test(the_place_is_given_in_code_points),
        cmocka_unit_test(line_ends_differ_between_files_and_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
