/* Numbers as people say and type them. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "text/number.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    tr_use(LANG_JA);
    return 0;
}

static void check(int64_t yen, const char *expected) {
    assert_string_equal(number_yen(&arena, yen), expected);
}

static void yen_in_japanese(void **state) {
    (void)state;
    tr_use(LANG_JA);
    check(0, "0円");
    check(10800, "10,800円");
    check(90000, "90,000円");
    check(100000, "10万円");
    check(123456, "123,456円");
    check(1400000, "140万円");
    check(10000000, "1,000万円");
    check(100000000, "1億円");
    check(720000000, "7億2,000万円");
    check(3480000000, "34億8,000万円");
    check(154321000, "1億5,432万1,000円");
    check(1000000000000, "1兆円");
    check(-10800, "-10,800円");
    check(INT64_MIN, "-922京3,372兆368億5,477万5,808円");
}

static void yen_in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    check(10800, "¥10,800");
    check(10000000, "¥10,000,000");
    check(-1, "-¥1");
}

static void groups_of_three(void **state) {
    (void)state;
    assert_string_equal(number_grouped(&arena, 0), "0");
    assert_string_equal(number_grouped(&arena, 999), "999");
    assert_string_equal(number_grouped(&arena, 16370), "16,370");
    assert_string_equal(number_grouped(&arena, -1000), "-1,000");
    assert_string_equal(number_grouped(&arena, INT64_MIN), "-9,223,372,036,854,775,808");
}

static void check_read(const char *text, int64_t expected) {
    int64_t yen = -1;
    if (!number_parse_yen(str(text), &yen))
        fail_msg("%s was not read", text);
    assert_int_equal(yen, expected);
}

static void amounts_are_read(void **state) {
    (void)state;
    check_read("1800000", 1800000);
    check_read("1,800,000", 1800000);
    check_read("180万", 1800000);
    check_read("180万円", 1800000);
    check_read("1億5,000万円", 150000000);
    check_read("7億2,000万円", 720000000);
    check_read("¥1,800,000", 1800000);
    check_read("￥１，８００，０００", 1800000);
    check_read("１８０万円", 1800000);
    check_read("34.8億円", 3480000000);
    check_read("3千万円", 30000000);
    check_read("10万5,000円", 105000);
    check_read(" 180 万円 ", 1800000);
    check_read("0", 0);
    check_read("9223372036854775807", INT64_MAX);
}

static void other_texts_are_refused(void **state) {
    (void)state;
    const char *const texts[] = {
        "",
        "円",
        "¥",
        "-1",
        "abc",
        "1,80",
        "18,00,000",
        "1800,000",
        "1,8000",
        "180億万",
        "1万1億",
        "1.5",
        "1.",
        ".5万",
        "1.23456万",
        "180万円です",
        "1万2万",
        "１兆億",
        "9223372036854775808",
        "99999999999999兆",
        "12 USD",
        "\xFF",
        "1,",
        "0x10",
        "1e6",
        "¥¥1",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        int64_t yen = -7;
        if (number_parse_yen(str(texts[i]), &yen))
            fail_msg("%s was read as %lld", texts[i], (long long)yen);
        assert_int_equal(yen, -7);
    }
}

static void what_is_printed_is_read(void **state) {
    (void)state;
    for (int64_t yen = 1; yen < INT64_C(9000000000000000); yen = yen * 3 + 7777) {
        tr_use(LANG_JA);
        check_read(number_yen(&arena, yen), yen);
        tr_use(LANG_EN);
        check_read(number_yen(&arena, yen), yen);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(yen_in_japanese, release),
        cmocka_unit_test_teardown(yen_in_english, release),
        cmocka_unit_test_teardown(groups_of_three, release),
        cmocka_unit_test_teardown(amounts_are_read, release),
        cmocka_unit_test_teardown(other_texts_are_refused, release),
        cmocka_unit_test_teardown(what_is_printed_is_read, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
