/* Dates as people write them, both ways. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "text/era.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    tr_use(LANG_JA);
    return 0;
}

static void check(const char *text, int year, int month, int day) {
    Date date = {0};
    if (!era_parse(str(text), &date))
        fail_msg("%s was not read", text);
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void check_refused(const char *text) {
    Date date = {1, 2, 3};
    if (era_parse(str(text), &date))
        fail_msg("%s was read as %d-%d-%d", text, date.year, date.month, date.day);
    assert_int_equal(date.year, 1);
}

static void eras_are_read(void **state) {
    (void)state;
    check("平成28年12月", 2016, 12, 0);
    check("平成28年12月14日", 2016, 12, 14);
    check("令和元年5月1日", 2019, 5, 1);
    check("平成二十九年一月", 2017, 1, 0);
    check("平成二九年十二月三十一日", 2017, 12, 31);
    check("二〇一七年一月二十日", 2017, 1, 20);
    check("昭和六十四年一月七日", 1989, 1, 7);
    check("平成十年十月十日", 1998, 10, 10);
    check_refused("十十十十十十十十年");
    check_refused("九九九九九九九九九九九九年");
    check("令和1年5月1日", 2019, 5, 1);
    check("H28.12.14", 2016, 12, 14);
    check("h28/12/14", 2016, 12, 14);
    check("平28.12", 2016, 12, 0);
    check("H29.1", 2017, 1, 0);
    check("昭和64年1月7日", 1989, 1, 7);
    check("大正元年7月30日", 1912, 7, 30);
    check("明治元年1月25日", 1868, 1, 25);
    check("S39-10-10", 1964, 10, 10);
    check("平成２８年　１２月 １４日", 2016, 12, 14);
    check("Ｈ２８．１２．１４", 2016, 12, 14);
    check("平成29年", 2017, 0, 0);
}

static void western_years_are_read(void **state) {
    (void)state;
    check("2016年12月14日", 2016, 12, 14);
    check("2016-12-14", 2016, 12, 14);
    check("2016/12/14", 2016, 12, 14);
    check("2016.12", 2016, 12, 0);
    check("2017-01", 2017, 1, 0);
    check("2016年", 2016, 0, 0);
    check("2016／2／29", 2016, 2, 29);
}

/* Documents did not know when their era would end; none begins before its first day. */
static void eras_have_borders(void **state) {
    (void)state;
    check("平成31年4月30日", 2019, 4, 30);
    check("平成31年5月1日", 2019, 5, 1);
    check("平成32年", 2020, 0, 0);
    check("平成32年3月", 2020, 3, 0);
    check("平成元年1月8日", 1989, 1, 8);
    check("平成元年1月", 1989, 1, 0);
    check("令和元年", 2019, 0, 0);
    check_refused("令和元年4月30日");
    check_refused("令和元年4月");
    check_refused("平成元年1月7日");
    check_refused("昭和元年12月24日");
    check_refused("明治元年1月24日");
}

static void other_texts_are_refused(void **state) {
    (void)state;
    const char *const texts[] = {
        "",
        "平成",
        "年",
        "2016",
        "28年12月",
        "平成0年",
        "2016-13",
        "2016-02-30",
        "2016-12-14-1",
        "2016.12/14",
        "2016年12",
        "2016年12月14",
        "1/27",
        "12月14日",
        "平成28年13月",
        "H28.2.30",
        "2016-00",
        "0000-01",
        "H28.12.",
        "2016-12-",
        "令和",
        "X28.12.14",
        "20161-2",
        "2016-123",
        "\xFF\xFE",
        "平成28年12月14日まで",
        "99999999999999999999年",
        "平成28年12月14日 平成28年12月14日 平成28年12月14日",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_refused(texts[i]);
}

static void check_due(const char *text, const char *expected) {
    Date due = {0};
    char iso[DATE_ISO_BYTES];
    if (!era_parse_due(str(text), (Date){2016, 12, 14}, &due))
        fail_msg("%s was not read", text);
    date_print_iso(due, iso);
    assert_string_equal(iso, expected);
}

static void due_dates_are_typed_short(void **state) {
    (void)state;
    check_due("1/27", "2017-01-27");
    check_due("1月27日", "2017-01-27");
    check_due("１／２７", "2017-01-27");
    check_due("12/14", "2016-12-14");
    check_due("12/13", "2017-12-13");
    check_due("2/29", "2020-02-29");
    check_due("+3d", "2016-12-17");
    check_due("＋２ｗ", "2016-12-28");
    check_due("+1m", "2017-01-14");
    check_due("今日", "2016-12-14");
    check_due("明日", "2016-12-15");
    check_due("Today", "2016-12-14");
    check_due(" tomorrow ", "2016-12-15");
    check_due("平成29年1月27日", "2017-01-27");
    check_due("2017-03", "2017-03");
}

static void wrong_due_dates_are_refused(void **state) {
    (void)state;
    const char *const texts[] = {"",   "13/1",    "2/30",  "0/1",   "1/0",  "+d",     "+3",  "+3y",
                                 "3d", "+99999d", "1/27/", "1月27", "昨日", "today!", "1-27"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        Date due = {1, 2, 3};
        if (era_parse_due(str(texts[i]), (Date){2016, 12, 14}, &due))
            fail_msg("%s was read", texts[i]);
        assert_int_equal(due.year, 1);
    }
    Date due = {0};
    assert_false(era_parse_due(str("tomorrow"), (Date){9999, 12, 31}, &due));
    assert_false(era_parse_due(str("+1m"), (Date){9999, 12, 31}, &due));
    assert_false(era_parse_due(str("today"), (Date){2016, 12, 0}, &due));
}

static void check_print(Date date, const char *expected) {
    assert_string_equal(era_print(&arena, date), expected);
}

static void eras_are_printed(void **state) {
    (void)state;
    check_print((Date){2016, 12, 14}, "平成28年12月14日");
    check_print((Date){2016, 12, 0}, "平成28年12月");
    check_print((Date){2019, 4, 30}, "平成31年4月30日");
    check_print((Date){2019, 5, 1}, "令和元年5月1日");
    check_print((Date){2019, 4, 0}, "平成31年4月");
    check_print((Date){2019, 0, 0}, "令和元年");
    check_print((Date){1989, 1, 7}, "昭和64年1月7日");
    check_print((Date){1989, 1, 8}, "平成元年1月8日");
    check_print((Date){1926, 12, 25}, "昭和元年12月25日");
    check_print((Date){1912, 7, 29}, "明治45年7月29日");
    check_print((Date){1873, 1, 1}, "明治6年1月1日");
    check_print((Date){1872, 12, 31}, "1872年12月31日");
    check_print((Date){0}, "");
}

static void what_is_printed_is_read(void **state) {
    (void)state;
    Date last = {2030, 12, 31};
    for (int32_t day = date_to_days((Date){1868, 1, 25}); day <= date_to_days(last); day++) {
        Date date = date_from_days(day), back = {0};
        assert_true(era_parse(str(era_print(&arena, date)), &back));
        assert_int_equal(date_compare(date, back), 0);
        if (day % 256 == 0)
            arena_reset(&arena);
    }
}

static void japanese_dates(void **state) {
    (void)state;
    tr_use(LANG_JA);
    assert_string_equal(date_print_long(&arena, (Date){2016, 12, 14}), "2016年12月14日");
    assert_string_equal(date_print_both(&arena, (Date){2016, 12, 14}),
                        "2016年12月14日（平成28年）");
    assert_string_equal(date_print_both(&arena, (Date){2016, 12, 0}), "2016年12月（平成28年）");
    assert_string_equal(date_print_both(&arena, (Date){2019, 5, 1}), "2019年5月1日（令和元年）");
    assert_string_equal(date_print_both(&arena, (Date){1850, 5, 1}), "1850年5月1日");
    assert_string_equal(date_print_short(&arena, (Date){2016, 12, 14}), "12/14");
    assert_string_equal(date_print_short(&arena, (Date){2016, 12, 0}), "12月");
    assert_string_equal(date_print_short(&arena, (Date){2016, 0, 0}), "2016年");
    assert_string_equal(date_weekday_name((Date){2016, 12, 14}), "水");
    assert_string_equal(date_print_both(&arena, (Date){0}), "");
}

static void english_dates(void **state) {
    (void)state;
    tr_use(LANG_EN);
    assert_string_equal(date_print_long(&arena, (Date){2016, 12, 14}), "14 December 2016");
    assert_string_equal(date_print_both(&arena, (Date){2016, 12, 0}), "December 2016");
    assert_string_equal(date_print_both(&arena, (Date){2016, 0, 0}), "2016");
    assert_string_equal(date_print_short(&arena, (Date){2017, 1, 27}), "1/27");
    assert_string_equal(date_print_short(&arena, (Date){2016, 12, 0}), "Dec");
    assert_string_equal(date_weekday_name((Date){2016, 12, 14}), "Wed");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(eras_are_read, release),
        cmocka_unit_test_teardown(western_years_are_read, release),
        cmocka_unit_test_teardown(eras_have_borders, release),
        cmocka_unit_test_teardown(other_texts_are_refused, release),
        cmocka_unit_test_teardown(due_dates_are_typed_short, release),
        cmocka_unit_test_teardown(wrong_due_dates_are_refused, release),
        cmocka_unit_test_teardown(eras_are_printed, release),
        cmocka_unit_test_teardown(what_is_printed_is_read, release),
        cmocka_unit_test_teardown(japanese_dates, release),
        cmocka_unit_test_teardown(english_dates, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
