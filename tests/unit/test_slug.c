/* File names: safe whatever the client is called, readable where they can be, never shared. */
#include "plan/slug.h"

#include "cmocka_all.h"

#include "nasty.h"
#include "text/clean.h"
#include "base/buf.h"
#include "text/nfc.h"

#include <strings.h>

static void assert_slug(const char *name, const char *slug) {
    Arena arena = {0};
    assert_string_equal(plan_slug(&arena, str(name)), slug);
    arena_release(&arena);
}

/* What any file system takes, and no shell, tool or listing stumbles over. */
static void assert_safe(const char *slug) {
    Arena arena = {0};
    Str text = str(slug);
    assert_in_range(text.len, 1, SLUG_BYTES);
    assert_true(text_is_utf8(text) && text_is_clean(text));
    assert_true(str_equal(text_nfc(&arena, text), text));
    assert_true(slug[0] != '.' && slug[0] != '-');
    assert_true(slug[text.len - 1] != '.');
    for (size_t i = 0; i < text.len; i++) {
        char c = slug[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr("-_.", c) != NULL;
        if ((unsigned char)c < 0x80 && !plain)
            fail_msg("'%c' in %s", c, slug);
    }
    arena_release(&arena);
}

static void plain_names_are_their_own_slug(void **state) {
    (void)state;
    assert_slug("株式会社エルム", "株式会社エルム");
    assert_slug("マイプラン", "マイプラン");
    assert_slug("elm-2016_v1.2", "elm-2016_v1.2");
    assert_slug("佐々木〆切", "佐々木〆切");
}

static void other_names_stay_readable_and_get_a_suffix(void **state) {
    (void)state;
    Arena arena = {0};
    const char *slug = plan_slug(&arena, str("㈱ABC Trading／東京"));
    assert_true(str_starts(str(slug), str("株-abc-trading-東京-")));
    assert_int_equal(strlen(slug), strlen("株-abc-trading-東京-") + 8);
    arena_release(&arena);
}

static void no_name_leaves_the_folder(void **state) {
    (void)state;
    static const char *const names[] = {
        "..",
        ".",
        "/",
        "../../etc/passwd",
        "-rf",
        "--help",
        ".hidden",
        "a/b",
        "a\nb",
        "a\\b",
        "\x1B[31m",
        "~root",
        "*",
        "$(reboot)",
        "／",
        "…",
        "CON",
        " ",
        "　",
        "",
        "-",

        "\xE2\x80\xAE"
        "cba",
        "a:b",
        "\"'`",
        "...a...",
        "‥/‥",
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *slug = plan_slug(&arena, str(names[i]));
        assert_safe(slug);
        assert_string_not_equal(slug, names[i]);
    }
    arena_release(&arena);
}

static void a_name_that_is_nothing_still_has_a_file(void **state) {
    (void)state;
    Arena arena = {0};
    assert_true(str_starts(str(plan_slug(&arena, str("///"))), str("plan-")));
    assert_true(str_starts(str(plan_slug(&arena, str(""))), str("plan-")));
    arena_release(&arena);
}

static void nfc_and_nfd_of_a_name_are_one(void **state) {
    (void)state;
    Arena arena = {0};
    assert_slug("か\xE3\x82\x99くや", "がくや");
    assert_string_equal(plan_slug(&arena, str("Caf\xC3\xA9")),
                        plan_slug(&arena, str("Cafe\xCC\x81")));
    arena_release(&arena);
}

static void twins_by_case_or_width_are_two_on_any_file_system(void **state) {
    (void)state;
    static const char *const twins[] = {"abc",    "ABC",   "Abc",  "ＡＢＣ", "ａｂｃ", "a b c",
                                        "a/b/c",  "a-b-c", "abc/", "/abc",   "エルム", "ｴﾙﾑ",
                                        "えるむ", "É",     "é",    "ß",      "ss",     "SS"};
    Arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(twins); i++)
        for (size_t j = 0; j < i; j++) {
            const char *a = plan_slug(&arena, str(twins[i])), *b = plan_slug(&arena, str(twins[j]));
            if (strcasecmp(a, b) == 0)
                fail_msg("%s and %s are both %s", twins[i], twins[j], a);
        }
    arena_release(&arena);
}

static void a_name_cannot_take_anothers_suffix(void **state) {
    (void)state;
    Arena arena = {0};
    const char *slug = plan_slug(&arena, str("ABC"));
    assert_string_not_equal(plan_slug(&arena, str(slug)), slug);
    arena_release(&arena);
}

static void long_names_are_cut_between_characters(void **state) {
    (void)state;
    Arena arena = {0};
    Buf name;
    buf_init(&name, 4096);
    for (int i = 0; i < 86; i++)
        buf_text(&name, "海");
    const char *slug = plan_slug(&arena, str(name.at));
    assert_safe(slug);
    assert_int_equal(strlen(slug), 63 * 3 + 9);
    buf_text(&name, "路");
    assert_string_not_equal(plan_slug(&arena, str(name.at)), slug);
    buf_release(&name);
    arena_release(&arena);
}

static void emoji_names_have_files(void **state) {
    (void)state;
    Arena arena = {0};
    const char *family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
    const char *man = "\xF0\x9F\x91\xA8";
    assert_safe(plan_slug(&arena, str(family)));
    assert_slug(man, man);
    assert_string_not_equal(plan_slug(&arena, str(family)), man);
    arena_release(&arena);
}

static void any_name_is_safe_and_no_two_share_a_slug(void **state) {
    (void)state;
    enum { NAMES = 3000 };
    Arena arena = {0};
    uint32_t seed = 7;
    Str names[NAMES];
    const char **slugs = arena_new(&arena, const char *, NAMES);
    for (size_t i = 0; i < NAMES; i++) {
        names[i] = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 12);
        slugs[i] = plan_slug(&arena, names[i]);
        assert_safe(slugs[i]);
        for (size_t j = 0; j < i; j++)
            if (strcasecmp(slugs[i], slugs[j]) == 0 &&
                !str_equal(text_nfc(&arena, names[i]), text_nfc(&arena, names[j])))
                fail_msg("two names are both %s", slugs[i]);
    }
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_names_are_their_own_slug),
        cmocka_unit_test(other_names_stay_readable_and_get_a_suffix),
        cmocka_unit_test(no_name_leaves_the_folder),
        cmocka_unit_test(a_name_that_is_nothing_still_has_a_file),
        cmocka_unit_test(nfc_and_nfd_of_a_name_are_one),
        cmocka_unit_test(twins_by_case_or_width_are_two_on_any_file_system),
        cmocka_unit_test(a_name_cannot_take_anothers_suffix),
        cmocka_unit_test(long_names_are_cut_between_characters),
        cmocka_unit_test(emoji_names_have_files),
        cmocka_unit_test(any_name_is_safe_and_no_two_share_a_slug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
