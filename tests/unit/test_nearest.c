/* "Did you mean": near enough, and never far-fetched. */
#include "cmocka_all.h"

#include "text/nearest.h"

static const char *const commands[] = {"list", "show", "search", "plan", "catalogue", "doctor"};

static const char *nearest(const char *word) {
    return text_nearest(str(word), (Strings){commands, COUNT_OF(commands)});
}

static void small_slips(void **state) {
    (void)state;
    assert_string_equal(nearest("lsit"), "list");     /* swapped */
    assert_string_equal(nearest("serch"), "search");  /* left out */
    assert_string_equal(nearest("showw"), "show");    /* one too many */
    assert_string_equal(nearest("doktor"), "doctor"); /* replaced */
    assert_string_equal(nearest("SHOW"), "show");
    assert_string_equal(nearest("plan"), "plan");
}

static void beginnings_win(void **state) {
    (void)state;
    assert_string_equal(nearest("cat"), "catalogue");
    assert_string_equal(nearest("searching"), "search");
}

static void nothing_near(void **state) {
    (void)state;
    assert_null(nearest("xyzzy"));
    assert_null(nearest(""));
    assert_null(text_nearest(str("list"), (Strings){NULL, 0}));
    char longest[66];
    memset(longest, 'a', sizeof longest);
    longest[65] = '\0';
    const char *const same[] = {longest};
    assert_null(text_nearest(str(longest), (Strings){same, 1}));
    assert_ptr_equal(
        text_nearest(str_n(longest, 64), (Strings){(const char *const[]){"aaaa"}, 1}) == NULL, 0);
}

static void japanese_counts_by_character(void **state) {
    (void)state;
    const char *const names[] = {"ベトナム", "ミャンマー", "タイ"};
    Strings countries = {names, COUNT_OF(names)};
    assert_string_equal(text_nearest(str("ベトナン"), countries), "ベトナム");
    assert_string_equal(text_nearest(str("ミヤンマー"), countries), "ミャンマー");
    assert_null(text_nearest(str("ブラジル"), countries));
}

static void the_first_of_equals(void **state) {
    (void)state;
    const char *const names[] = {"bat", "cat", "hat"};
    assert_string_equal(text_nearest(str("rat"), (Strings){names, 3}), "bat");
}

static void stray_bytes_do_no_harm(void **state) {
    (void)state;
    assert_null(nearest("\xFF\xFE\xE3\x81\x80"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_slips),         cmocka_unit_test(beginnings_win),
        cmocka_unit_test(nothing_near),        cmocka_unit_test(japanese_counts_by_character),
        cmocka_unit_test(the_first_of_equals), cmocka_unit_test(stray_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
