/* Widths: narrow as libunistring has it, wide as EastAsianWidth.txt has it. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/clean.h"
#include "text/cluster.h"
#include "text/width.h"

#include <uniwidth.h>

enum { RUNES = 0x110000 };

static int narrow(uint32_t rune) {
    return text_rune_width(rune, AMBIGUOUS_NARROW);
}

static int wide(uint32_t rune) {
    return text_rune_width(rune, AMBIGUOUS_WIDE);
}

static int width_of(const char *text, Ambiguous ambiguous) {
    return text_width(str(text), ambiguous);
}

static void narrow_is_libunistring(void **state) {
    (void)state;
    for (uint32_t rune = 1; rune < RUNES; rune++)
        if (narrow(rune) != uc_width(rune, "UTF-8"))
            fail_msg("U+%04X: %d", rune, narrow(rune));
    assert_int_equal(narrow(0), -1);
    assert_int_equal(narrow(RUNES), -1);
}

/* Sets what the file calls A. False when the file is not there. */
static bool read_ambiguous(bool *ambiguous) {
    FILE *file = fopen("/usr/share/unicode/EastAsianWidth.txt", "r");
    if (file == NULL)
        return false;
    char line[512];
    while (fgets(line, sizeof line, file) != NULL) {
        unsigned first, last;
        char class[3];
        if (sscanf(line, "%x..%x;%2[A-Za-z]", &first, &last, class) != 3) {
            if (sscanf(line, "%x;%2[A-Za-z]", &first, class) != 2)
                continue;
            last = first;
        }
        for (unsigned rune = first; rune <= last && rune < RUNES; rune++)
            ambiguous[rune] = strcmp(class, "A") == 0;
    }
    fclose(file);
    return true;
}

static void wide_is_east_asian_width(void **state) {
    (void)state;
    static bool ambiguous[RUNES];
    if (!read_ambiguous(ambiguous))
        skip();
    for (uint32_t rune = 0; rune < RUNES; rune++) {
        int expected = ambiguous[rune] && narrow(rune) == 1 ? 2 : narrow(rune);
        if (wide(rune) != expected)
            fail_msg("U+%04X: %d, not %d", rune, wide(rune), expected);
    }
}

static void ambiguous_by_setting(void **state) {
    (void)state;
    const uint32_t ambiguous[] = {0x203B, 0x2460, 0x25CB, 0x25A0, 0x2026, 0x2192, 0x2500, 0xE9};
    for (size_t i = 0; i < COUNT_OF(ambiguous); i++) {
        assert_int_equal(narrow(ambiguous[i]), 1);
        assert_int_equal(wide(ambiguous[i]), 2);
    }
}

/* libunistring's EUC-JP mode is not wide mode: it widens these. */
static void narrow_in_both(void **state) {
    (void)state;
    const uint32_t steady[] = {0xEB, 0x2713, 0x25B8, 0x203A, 0x22EF, 0x2610, 0x2611, 'a', '~'};
    for (size_t i = 0; i < COUNT_OF(steady); i++) {
        assert_int_equal(narrow(steady[i]), 1);
        assert_int_equal(wide(steady[i]), 1);
    }
    assert_int_equal(uc_width(0xEB, "EUC-JP"), 2);
}

static void marks_and_controls(void **state) {
    (void)state;
    const uint32_t none[] = {0x301, 0x3099, 0xFE0F, 0xFE00, 0xE0100, 0x200B, 0x200D};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        assert_int_equal(wide(none[i]), 0);
    assert_int_equal(narrow(0x1B), -1);
    assert_int_equal(wide(0x9B), -1);
    assert_int_equal(narrow(0x3042), 2);
    assert_int_equal(narrow(0xFF76), 1);
    assert_int_equal(narrow(0xFF9E), 1);
}

static void whole_strings(void **state) {
    (void)state;
    assert_int_equal(width_of("", AMBIGUOUS_NARROW), 0);
    assert_int_equal(width_of("kairo 海路", AMBIGUOUS_NARROW), 10);
    assert_int_equal(width_of("①A○B…C■D─E", AMBIGUOUS_NARROW), 10);
    assert_int_equal(width_of("①A○B…C■D─E", AMBIGUOUS_WIDE), 15);
    assert_int_equal(width_of("ｼﾞｪﾄﾛ", AMBIGUOUS_WIDE), 5);
    assert_int_equal(width_of("か\xE3\x82\x99", AMBIGUOUS_NARROW), 2);
    assert_int_equal(width_of("a long line of plain ASCII, 40 cells ok.", AMBIGUOUS_WIDE), 40);
}

/* What is measured is what is painted: a stray byte is U+FFFD, an emoji family one emoji. */
static void unclean_counts_as_cleaned(void **state) {
    (void)state;
    assert_int_equal(width_of("\xFF", AMBIGUOUS_NARROW), 1);
    assert_int_equal(width_of("\xFF", AMBIGUOUS_WIDE), 2);
    assert_int_equal(width_of("e\xCC\x81", AMBIGUOUS_WIDE), 2); /* é is ambiguous, e is not */
    assert_int_equal(width_of("\x1B[m", AMBIGUOUS_NARROW), 3);
    assert_int_equal(width_of("a\tb", AMBIGUOUS_NARROW), 3);
    assert_int_equal(width_of("a\xE2\x80\x8B"
                              "b",
                              AMBIGUOUS_NARROW),
                     2);
    assert_int_equal(width_of("\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5", AMBIGUOUS_NARROW), 2);
    assert_int_equal(width_of("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", AMBIGUOUS_NARROW), 2);
}

static void check_sum_of_clusters(Str text, Ambiguous ambiguous) {
    int sum = 0;
    for (Str rest = text; rest.len > 0;) {
        size_t bytes = text_cluster(rest);
        int cells = text_cluster_width(str_n(rest.at, bytes), ambiguous);
        assert_in_range(cells, 1, 2);
        sum += cells;
        rest = str_skip(rest, bytes);
    }
    assert_int_equal(sum, text_width(text, ambiguous));
}

static void clean_text_is_the_sum_of_its_clusters(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t seed = 20161214;
    for (size_t i = 0; i < NASTY_COUNT + 3000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 24);
        Str clean = text_clean(&arena, text);
        check_sum_of_clusters(clean, AMBIGUOUS_NARROW);
        check_sum_of_clusters(clean, AMBIGUOUS_WIDE);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static void encode_and_decode_agree(void **state) {
    (void)state;
    for (uint32_t rune = 0; rune < RUNES; rune++) {
        char bytes[4];
        uint32_t back;
        size_t len = text_encode(rune, bytes);
        bool surrogate = rune >= 0xD800 && rune <= 0xDFFF;
        assert_int_equal(text_decode(str_n(bytes, len), &back), len);
        assert_int_equal(back, surrogate ? 0xFFFD : rune);
    }
}

static void stray_bytes_are_one_byte(void **state) {
    (void)state;
    const char *const stray[] = {"\x80",         "\xC0\xAF", "\xC1\xBF",         "\xE0\x80\x80",
                                 "\xED\xA0\x80", "\xE3\x81", "\xF4\x90\x80\x80", "\xF8\x88\x80"};
    for (size_t i = 0; i < COUNT_OF(stray); i++) {
        uint32_t rune;
        assert_int_equal(text_decode(str(stray[i]), &rune), 1);
        assert_int_equal(rune, 0xFFFD);
    }
    uint32_t rune;
    assert_int_equal(text_decode(str(""), &rune), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrow_is_libunistring),
        cmocka_unit_test(wide_is_east_asian_width),
        cmocka_unit_test(ambiguous_by_setting),
        cmocka_unit_test(narrow_in_both),
        cmocka_unit_test(marks_and_controls),
        cmocka_unit_test(whole_strings),
        cmocka_unit_test(unclean_counts_as_cleaned),
        cmocka_unit_test(clean_text_is_the_sum_of_its_clusters),
        cmocka_unit_test(encode_and_decode_agree),
        cmocka_unit_test(stray_bytes_are_one_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
