/* The calendar. */
#include "cmocka_all.h"

#include "base/date.h"

static void check_days(int year, int month, int day, int32_t expected) {
    Date date = {(int16_t)year, (int8_t)month, (int8_t)day};
    assert_int_equal(date_to_days(date), expected);
}

static void known_days(void **state) {
    (void)state;
    check_days(1970, 1, 1, 0);
    check_days(1969, 12, 31, -1);
    check_days(2000, 3, 1, 11017);
    check_days(2016, 12, 14, 17149);
    check_days(1, 1, 1, -719162);
    check_days(9999, 12, 31, 2932896);
    check_days(2016, 12, 0, 17136); /* unknown day: the first */
    check_days(2016, 0, 0, 16801);
}

static void there_and_back(void **state) {
    (void)state;
    Date before = {0};
    for (int32_t day = -719162; day <= 2932896; day++) {
        Date date = date_from_days(day);
        if (!date_is_day(date) || date_to_days(date) != day ||
            (before.year != 0 && date_compare(before, date) >= 0))
            fail_msg("day %d", (int)day);
        before = date;
    }
}

static void days_far_off_are_held(void **state) {
    (void)state;
    assert_int_equal(date_from_days(INT32_MAX).year, 9999);
    assert_int_equal(date_from_days(INT32_MIN).year, 1);
}

static void weekdays(void **state) {
    (void)state;
    assert_int_equal(date_weekday((Date){2016, 12, 14}), 2);
    assert_int_equal(date_weekday((Date){1970, 1, 1}), 3);
    assert_int_equal(date_weekday((Date){1969, 12, 28}), 6);
    assert_int_equal(date_weekday((Date){2024, 2, 26}), 0);
}

static void month_lengths(void **state) {
    (void)state;
    assert_int_equal(date_days_in_month(2016, 2), 29);
    assert_int_equal(date_days_in_month(2000, 2), 29);
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2016, 12), 31);
    assert_int_equal(date_days_in_month(2016, 0), 0);
    assert_int_equal(date_days_in_month(2016, 13), 0);
}

static void what_is_a_day(void **state) {
    (void)state;
    assert_true(date_is_day((Date){2016, 2, 29}));
    assert_false(date_is_day((Date){2015, 2, 29}));
    assert_false(date_is_day((Date){2016, 12, 0}));
    assert_false(date_is_day((Date){0, 1, 1}));
    assert_false(date_is_day((Date){2016, 13, 1}));
}

static void last_days(void **state) {
    (void)state;
    assert_int_equal(date_compare(date_last_day((Date){2016, 12, 0}), (Date){2016, 12, 31}), 0);
    assert_int_equal(date_compare(date_last_day((Date){2016, 0, 0}), (Date){2016, 12, 31}), 0);
    assert_int_equal(date_compare(date_last_day((Date){2016, 2, 0}), (Date){2016, 2, 29}), 0);
    assert_int_equal(date_compare(date_last_day((Date){2016, 2, 3}), (Date){2016, 2, 3}), 0);
}

static void check_months(Date from, int months, const char *expected) {
    char iso[DATE_ISO_BYTES];
    date_print_iso(date_add_months(from, months), iso);
    assert_string_equal(iso, expected);
}

static void adding_months(void **state) {
    (void)state;
    check_months((Date){2017, 1, 31}, 1, "2017-02-28");
    check_months((Date){2016, 12, 14}, 1, "2017-01-14");
    check_months((Date){2016, 12, 14}, -12, "2015-12-14");
    check_months((Date){2016, 12, 0}, 2, "2017-02");
    check_months((Date){2016, 0, 0}, 1, "2016-02");
    check_months((Date){2016, 12, 14}, INT32_MAX, "9999-12-14");
    check_months((Date){2016, 12, 14}, INT32_MIN, "0001-01-14");
    check_months((Date){1, 1, 31}, -1, "0001-01-31");
}

static void months_between(void **state) {
    (void)state;
    assert_int_equal(date_months_between((Date){2016, 12, 14}, (Date){2017, 12, 14}), 12);
    assert_int_equal(date_months_between((Date){2016, 12, 14}, (Date){2017, 12, 13}), 11);
    assert_int_equal(date_months_between((Date){2016, 12, 0}, (Date){2017, 1, 31}), 1);
    assert_int_equal(date_months_between((Date){2016, 12, 15}, (Date){2017, 1, 0}), 0);
    assert_int_equal(date_months_between((Date){2016, 0, 0}, (Date){2016, 12, 1}), 11);
    assert_int_equal(date_months_between((Date){2017, 1, 1}, (Date){2016, 1, 1}), 0);
}

static void iso_is_read_exactly(void **state) {
    (void)state;
    const char *const good[] = {"2016", "2016-12", "2016-12-31", "2016-02-29", "0001-01-01"};
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        Date date;
        char back[DATE_ISO_BYTES];
        assert_true(date_parse_iso(good[i], &date));
        date_print_iso(date, back);
        assert_string_equal(back, good[i]);
    }
    const char *const bad[] = {"",           "201",       "20166",   "2016-",
                               "2016-1",     "2016-13",   "2016-00", "2016-02-30",
                               "2016-12-",   "2016-12-1", " 2016",   "2016-12-31 ",
                               "2016/12/31", "0000",      "-016",    "2016-12-311"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        Date date = {1, 2, 3};
        if (date_parse_iso(bad[i], &date))
            fail_msg("%s was read", bad[i]);
        assert_int_equal(date.year, 1);
    }
    char none[DATE_ISO_BYTES];
    date_print_iso((Date){0}, none);
    assert_string_equal(none, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(days_far_off_are_held),
        cmocka_unit_test(weekdays),
        cmocka_unit_test(month_lengths),
        cmocka_unit_test(what_is_a_day),
        cmocka_unit_test(last_days),
        cmocka_unit_test(adding_months),
        cmocka_unit_test(months_between),
        cmocka_unit_test(iso_is_read_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
