/* A dictionary's pattern into words, and many words found in one pass. */
#include "cmocka_all.h"
#include "nasty.h"

#include "base/buf.h"
#include "query/alternatives.h"
#include "query/needles.h"
#include "text/key.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

/* The signs as people write them: ( ) | [ ]. */
static Str with_signs(const char *pattern) {
    static const char people[] = "|()[]";
    static const char *const signs[] = {ALTERNATIVES_OR, ALTERNATIVES_NEST_IN,
                                        ALTERNATIVES_NEST_OUT, ALTERNATIVES_SELECT_IN,
                                        ALTERNATIVES_SELECT_OUT};
    char *text = arena_copy(&arena, str(pattern));
    for (char *at = text; *at != '\0'; at++)
        if (strchr(people, *at) != NULL)
            *at = signs[strchr(people, *at) - people][0];
    return str(text);
}

static void expand(const char *pattern, const char *expected) {
    Strings words = alternatives_of(&arena, with_signs(pattern));
    const char *text = "";
    for (size_t i = 0; i < words.count; i++)
        text = arena_printf(&arena, "%s%s%s", text, i == 0 ? "" : " ", words.at[i]);
    assert_string_equal(text, expected);
}

static void patterns_become_words(void **state) {
    (void)state;
    expand("展示", "展示");
    expand("(展示会|てんじかい)", "展示会 てんじかい");
    expand("展示([館会]|機器)", "展示館 展示会 展示機器");
    expand("[あい]([うえ]|お)か", "あうか あえか あおか いうか いえか いおか");
    expand("(天竺|テンジ(カ|ッ[カキ]))", "天竺 テンジカ テンジッカ テンジッキ");
    expand("a\\.b\\\\", "a.b\\");
}

static void broken_patterns_give_what_they_have(void **state) {
    (void)state;
    expand("", "");
    expand("(展示|", "展示");
    expand("展示[会", "展示会");
    expand("展示)会", "展示");
    expand("[]展", "");
    expand("()", "");
    expand("\\", "\\");
}

static void no_pattern_costs_too_much(void **state) {
    (void)state;
    Buf deep;
    buf_init(&deep, 1 << 20);
    for (int i = 0; i < 100000; i++)
        buf_text(&deep, ALTERNATIVES_NEST_IN);
    assert_int_equal(alternatives_of(&arena, buf_str(&deep)).count, 0);
    buf_clear(&deep);
    for (int i = 0; i < 2000; i++)
        buf_text(&deep, ALTERNATIVES_SELECT_IN "あいうえおかきくけこ" ALTERNATIVES_SELECT_OUT);
    assert_true(alternatives_of(&arena, buf_str(&deep)).count <= ALTERNATIVES_MOST);
    buf_release(&deep);
}

/* ---- needles ---- */

static const char *found(const Needles *needles, const char *text) {
    size_t at, len;
    if (!needles_find(needles, str(text), 0, &at, &len))
        return "";
    return arena_printf(&arena, "%zu %.*s", at, (int)len, text + at);
}

static void many_words_in_one_pass(void **state) {
    (void)state;
    const char *const words[] = {"展示会", "ＢＡＲ", "点", "展開", "カイ"};
    Needles needles = needles_make(&arena, (Strings){words, COUNT_OF(words)});
    assert_string_equal(found(&needles, "海外の展示会"), "9 展示会");
    assert_string_equal(found(&needles, "海外展開と展示会"), "6 展開");
    assert_string_equal(found(&needles, "a bar"), "2 bar");
    assert_string_equal(found(&needles, "せかい"), "3 かい");
    assert_string_equal(found(&needles, "展"), "");
    assert_string_equal(found(&needles, ""), "");
}

static void the_beginning_of_another_is_enough(void **state) {
    (void)state;
    const char *const words[] = {"展示会", "展示", "展示", "展示館", ""};
    Needles needles = needles_make(&arena, (Strings){words, COUNT_OF(words)});
    assert_int_equal(needles.count, 1);
    assert_string_equal(found(&needles, "展示会"), "0 展示");
}

static void none_finds_nothing(void **state) {
    (void)state;
    Needles needles = needles_make(&arena, (Strings){NULL, 0});
    assert_string_equal(found(&needles, "展示会"), "");
}

/* The same as looking for one after the other. */
static void it_is_what_memmem_finds(void **state) {
    (void)state;
    uint32_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        const char *words[5];
        for (size_t i = 0; i < COUNT_OF(words); i++)
            words[i] = arena_copy(&arena, text_key(&arena, random_text(&arena, &seed, 3)));
        Str text = text_key(&arena, random_text(&arena, &seed, 60));
        Needles needles = needles_make(&arena, (Strings){words, COUNT_OF(words)});
        size_t first = text.len, at = text.len, len;
        for (size_t i = 0; i < COUNT_OF(words); i++) {
            const char *hit = memmem(text.at, text.len, words[i], strlen(words[i]));
            if (words[i][0] != '\0' && hit != NULL)
                first = MIN_OF(first, (size_t)(hit - text.at));
        }
        bool any = needles_find(&needles, text, 0, &at, &len);
        assert_int_equal(any, first < text.len);
        assert_int_equal(at, first);
        arena_reset(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(patterns_become_words, release),
        cmocka_unit_test_teardown(broken_patterns_give_what_they_have, release),
        cmocka_unit_test_teardown(no_pattern_costs_too_much, release),
        cmocka_unit_test_teardown(many_words_in_one_pass, release),
        cmocka_unit_test_teardown(the_beginning_of_another_is_enough, release),
        cmocka_unit_test_teardown(none_finds_nothing, release),
        cmocka_unit_test_teardown(it_is_what_memmem_finds, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
