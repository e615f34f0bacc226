/* Clusters: never split what a reader takes for one character. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/clean.h"
#include "text/cluster.h"

#include <unigbrk.h>
#include <unictype.h>

#define assert_first(text, first) assert_int_equal(text_cluster(str(text)), strlen(first))
#define assert_last(text, last) assert_int_equal(text_last_cluster(str(text)), strlen(last))

static void plain_characters(void **state) {
    (void)state;
    assert_first("", "");
    assert_first("ab", "a");
    assert_first("海路", "海");
    assert_last("", "");
    assert_last("ab", "b");
    assert_last("海路", "路");
}

static void marks_stay_with_their_base(void **state) {
    (void)state;
    assert_first("か\xE3\x82\x99き", "か\xE3\x82\x99");
    assert_first("e\xCC\x81x", "e\xCC\x81");
    assert_last("xe\xCC\x81", "e\xCC\x81");
    assert_first("葛\xF3\xA0\x84\x80城", "葛\xF3\xA0\x84\x80");
}

static void half_width_marks_belong_to_their_kana(void **state) {
    (void)state;
    assert_first("ｼﾞｪﾄﾛ", "ｼﾞ");
    assert_last("ｶﾞ", "ｶﾞ");
    assert_last("ｱﾊﾟ", "ﾊﾟ");
    assert_int_equal(text_cluster_width(str("ｶﾞ"), AMBIGUOUS_NARROW), 2);
    assert_first("ｶﾞﾞ", "ｶﾞ"); /* three cells would fit no pair of cells */
    assert_first("ﾞﾞ", "ﾞ");
    assert_first("aﾞ", "a");
}

static void emoji_sequences_stay_whole(void **state) {
    (void)state;
    const char *family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
    const char *flags = "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5\xF0\x9F\x87\xBB";
    const char *thumb = "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBDx";
    assert_int_equal(text_cluster(str(family)), strlen(family));
    assert_int_equal(text_last_cluster(str(family)), strlen(family));
    assert_int_equal(text_cluster(str(flags)), 8);
    assert_int_equal(text_last_cluster(str(flags)), 4);
    assert_int_equal(text_cluster(str(thumb)), strlen(thumb) - 1);
}

static void stray_bytes_stand_alone(void **state) {
    (void)state;
    assert_int_equal(text_cluster(str("\xE3\x81")), 1);
    assert_int_equal(text_last_cluster(str("あ\xE3\x81")), 1);
    assert_int_equal(text_last_cluster(str("\x80\x80\x80\x80")), 1);
}

/* Kana, kanji, Latin, marks, half-width forms: the same as UAX #29 by libunistring. */
static void agrees_with_the_standard(void **state) {
    (void)state;
    const uint32_t some[] = {'a',    0xE9,   0x301,  0x3042, 0x304B,  0x3099, 0x4E00,
                             0xFF76, 0xFE0F, 0x20E3, 0xAC00, 0x1F600, 0x2764, ' '};
    for (size_t i = 0; i < COUNT_OF(some) * COUNT_OF(some); i++) {
        char text[8];
        size_t first = text_encode(some[i / COUNT_OF(some)], text);
        size_t len = first + text_encode(some[i % COUNT_OF(some)], text + first);
        const uint8_t *next = u8_grapheme_next((uint8_t *)text, (uint8_t *)text + len);
        assert_int_equal(text_cluster(str_n(text, len)), next - (uint8_t *)text);
    }
}

/* Going back cluster by cluster meets the same borders as going forward. */
static void last_is_last_of_all(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t seed = 29;
    for (size_t i = 0; i < NASTY_COUNT + 5000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 20);
        size_t last = 0;
        for (size_t at = 0; at < text.len; at += last) {
            last = text_cluster(str_skip(text, at));
            assert_int_not_equal(last, 0);
        }
        assert_int_equal(text_last_cluster(text), last);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static void fit_cuts_between_clusters(void **state) {
    (void)state;
    assert_int_equal(text_fit(str("海路図"), 5, AMBIGUOUS_NARROW).len, strlen("海路"));
    assert_int_equal(text_fit(str("ｶﾞｶﾞ"), 3, AMBIGUOUS_NARROW).len, strlen("ｶﾞ"));
    assert_int_equal(text_fit(str("①②③"), 3, AMBIGUOUS_NARROW).len, strlen("①②③"));
    assert_int_equal(text_fit(str("①②③"), 3, AMBIGUOUS_WIDE).len, strlen("①"));
    assert_int_equal(text_fit(str("abc"), 0, AMBIGUOUS_NARROW).len, 0);
    assert_int_equal(text_fit(str("あ"), -1, AMBIGUOUS_NARROW).len, 0);
    assert_int_equal(text_fit(str("か\xE3\x82\x99き"), 2, AMBIGUOUS_NARROW).len, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_characters),
        cmocka_unit_test(marks_stay_with_their_base),
        cmocka_unit_test(half_width_marks_belong_to_their_kana),
        cmocka_unit_test(emoji_sequences_stay_whole),
        cmocka_unit_test(stray_bytes_stand_alone),
        cmocka_unit_test(agrees_with_the_standard),
        cmocka_unit_test(last_is_last_of_all),
        cmocka_unit_test(fit_cuts_between_clusters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
