/* Words: what Ctrl-W takes away. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/cluster.h"
#include "text/word.h"

#define assert_word(line, word) assert_int_equal(text_last_word(str(line)), strlen(word))

static void words_of_letters(void **state) {
    (void)state;
    assert_word("", "");
    assert_word("one", "one");
    assert_word("one two", "two");
    assert_word("one two  ", "two  ");
    assert_word("   ", "   ");
    assert_word("  one", "  one"); /* nothing is left of the line but blanks */
    assert_word("snake_case2", "snake_case2");
    assert_word("café é", "é");
    assert_word("Привет мир", "мир");
}

static void japanese_by_script(void **state) {
    (void)state;
    assert_word("海外展示会", "海外展示会");
    assert_word("海外での展示会", "展示会");
    assert_word("海外での", "での");
    assert_word("海外のブース", "ブース");
    assert_word("人々", "人々");
    assert_word("海外　展示会　", "展示会　"); /* full-width blanks */
}

static void long_marks_go_with_their_kana(void **state) {
    (void)state;
    assert_word("のセミナー", "セミナー");
    assert_word("はらーめん", "はらーめん");
    assert_word("はｼﾞｪﾄﾛﾊﾟｰﾄﾅｰ", "ｼﾞｪﾄﾛﾊﾟｰﾄﾅｰ");
}

static void numbers_and_signs(void **state) {
    (void)state;
    assert_word("上限140万円", "万円");
    assert_word("上限140", "140");
    assert_word("第２７", "２７");
    assert_word("これは、。", "、。");
    assert_word("info@example", "example");
    assert_word("info@", "@");
    assert_word("今日は\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80");
}

/* Taking words away ends, and never cuts a cluster. */
static void any_text_is_used_up(void **state) {
    (void)state;
    Arena arena = {0};
    uint32_t seed = 11;
    for (size_t i = 0; i < NASTY_COUNT + 2000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 20);
        while (text.len > 0) {
            size_t word = text_last_word(text), at = 0;
            assert_in_range(word, 1, text.len);
            while (at < text.len - word)
                at += text_cluster(str_skip(text, at));
            assert_int_equal(at, text.len - word);
            text.len -= word;
        }
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_letters),
        cmocka_unit_test(japanese_by_script),
        cmocka_unit_test(long_marks_go_with_their_kana),
        cmocka_unit_test(numbers_and_signs),
        cmocka_unit_test(any_text_is_used_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
