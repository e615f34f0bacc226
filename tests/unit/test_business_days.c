/* Counting business days, reading a list of holidays, and the window of a journey. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "query/business_days.h"

static Arena scratch;
static const Holidays no_list = {NULL, 0};

static int english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

static int release(void **state) {
    (void)state;
    arena_release(&scratch);
    return 0;
}

static Date day(const char *iso) {
    Date date = {0};
    assert_true(date_parse_iso(iso, &date));
    return date;
}

static void assert_day(Date got, const char *wanted) {
    char iso[DATE_ISO_BYTES];
    date_print_iso(got, iso);
    assert_string_equal(iso, wanted);
}

static Holidays list_of(const char *text) {
    Holidays list = no_list;
    Err err = {""};
    if (!holidays_read(&scratch, str(text), &list, &err))
        fail_msg("%s", err.text);
    return list;
}

static void assert_refused(Str bytes, const char *sentence) {
    Holidays list = no_list;
    Err err = {""};
    assert_false(holidays_read(&scratch, bytes, &list, &err));
    assert_string_equal(err.text, sentence);
    assert_int_equal(list.count, 0);
}

/* ---- lists ---- */

static void both_forms_of_a_list_are_read(void **state) {
    (void)state;
    Holidays list = list_of("# 2017\n"
                            "\n"
                            "2017-01-09 成人の日\r\n"
                            "2017/1/2,休日,\n"
                            "\"2016/12/23\",\"天皇誕生日\"\n"
                            "  平成29年2月11日\t建国記念の日\n"
                            "2017-03-20");
    static const char *const days[] = {"2016-12-23", "2017-01-02", "2017-01-09", "2017-02-11",
                                       "2017-03-20"};
    static const char *const names[] = {"天皇誕生日", "休日,", "成人の日", "建国記念の日", ""};
    assert_int_equal(list.count, COUNT_OF(days));
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        assert_day(list.at[i].day, days[i]);
        assert_string_equal(list.at[i].name, names[i]);
    }
}

static void heading_and_mark_of_the_cabinet_office_are_skipped(void **state) {
    (void)state;
    Holidays list = list_of("\xEF\xBB\xBF国民の祝日・休日月日,国民の祝日・休日名称\r\n"
                            "1955/1/1,元日\r\n1955/1/15,成人の日\r\n");
    assert_int_equal(list.count, 2);
    assert_day(list.at[1].day, "1955-01-15");
    assert_string_equal(list.at[1].name, "成人の日");
}

static void a_day_counts_once(void **state) {
    (void)state;
    Holidays list = list_of("2017-01-09 a\n2017-01-02 b\n2017-01-09 c\n");
    assert_int_equal(list.count, 2);
    assert_int_equal(list_of("").count, 0);
    assert_int_equal(list_of("# nothing\n\n").count, 0);
}

static void a_wrong_line_is_named(void **state) {
    (void)state;
    assert_refused(str("2017-01-09 x\n\n1/9 成人の日\n"),
                   "line 3: \"1/9 成人の日\" is no day; write for example 2017-01-09");
    assert_refused(str("2017-01\n"), "line 1: \"2017-01\" is no day; write for example 2017-01-09");
    assert_refused(str("2017-02-29 x\n"),
                   "line 1: \"2017-02-29 x\" is no day; write for example 2017-01-09");
    assert_refused(str("# x\n月日,名称\n"),
                   "line 2: \"月日,名称\" is no day; write for example 2017-01-09");
}

static void another_encoding_is_named(void **state) {
    (void)state;
    /* 成人の日 in Shift_JIS */
    assert_refused(str("2017/1/2,x\n2017/1/9,\x90\xAC\x90\x6C\x82\xCC\x93\xFA\r\n"),
                   "line 2: it looks like Shift_JIS; please save the file as UTF-8");
    assert_refused(str_n("\xFF\xFE"
                         "2\0",
                         4),
                   "line 1: it is not UTF-8");
}

/* ---- counting ---- */

static Date before(const Holidays *list, const char *from, int count) {
    Date found = {0};
    assert_true(business_day_before(list, day(from), count, &found));
    return found;
}

static void weekends_are_no_business_days(void **state) {
    (void)state;
    assert_day(before(&no_list, "2017-01-30", 1), "2017-01-27"); /* Monday: the Friday */
    assert_day(before(&no_list, "2017-01-29", 1), "2017-01-27"); /* Sunday */
    assert_day(before(&no_list, "2017-01-28", 1), "2017-01-27"); /* Saturday */
    assert_day(before(&no_list, "2017-01-27", 4), "2017-01-23");
    assert_day(before(&no_list, "2017-01-26", 4), "2017-01-20");
    assert_day(before(&no_list, "2017-01-26", 0), "2017-01-26");
}

static void ends_of_months_years_and_leap_days(void **state) {
    (void)state;
    assert_day(before(&no_list, "2016-03-01", 1), "2016-02-29"); /* a leap year's Monday */
    assert_day(before(&no_list, "2017-03-01", 1), "2017-02-28");
    assert_day(before(&no_list, "2020-03-02", 2), "2020-02-27"); /* the 29th is a Saturday */
    assert_day(before(&no_list, "2017-01-02", 1), "2016-12-30");
    assert_day(before(&no_list, "2017-01-05", 4), "2016-12-30");
}

static void listed_days_are_none_either(void **state) {
    (void)state;
    Holidays list = list_of("2017-01-02 休日\n2017-01-09 成人の日\n2017-01-07 土曜日\n");
    assert_day(before(&list, "2017-01-10", 1), "2017-01-06");
    /* One on a Saturday takes nothing away. */
    assert_day(before(&list, "2017-01-10", 4), "2017-01-03");
    assert_day(before(&list, "2017-01-05", 4), "2016-12-29");
    assert_true(is_business_day(&list, day("2017-01-03")));
    assert_false(is_business_day(&list, day("2017-01-09")));
    assert_false(is_business_day(&list, day("2017-01-08")));
    assert_true(holidays_know_year(&list, 2017));
    assert_false(holidays_know_year(&list, 2016));
}

static void the_calendar_has_a_beginning(void **state) {
    (void)state;
    Date found = day("2000-01-01");
    assert_false(business_day_before(&no_list, day("0001-01-03"), 4, &found));
    assert_day(found, "2000-01-01");
}

/* ---- the window of no. 11 ---- */

static const Period briefing = {
    .kind = PERIOD_ALWAYS, .relative_from_days = 42, .relative_until_business_days = 4};

static void assert_window(const Holidays *list, const char *visit, const char *departure,
                          const char *first, const char *last) {
    TripWindow window = {0};
    Err err = {""};
    if (!trip_window(&briefing, list, day(visit), day(departure), &window, &err))
        fail_msg("%s", err.text);
    assert_day(window.first, first);
    assert_day(window.last, last);
}

static void first_from_the_visit_last_from_the_departure(void **state) {
    (void)state;
    Holidays list = list_of("2017-01-09 成人の日\n");
    assert_window(&no_list, "2017-01-30", "2017-01-28", "2016-12-19", "2017-01-24");
    assert_window(&no_list, "2017-01-13", "2017-01-13", "2016-12-02", "2017-01-09");
    assert_window(&list, "2017-01-13", "2017-01-13", "2016-12-02", "2017-01-06");
    /* Six weeks before a Sunday is a Sunday; over a leap day. */
    assert_window(&no_list, "2016-03-13", "2016-03-11", "2016-01-31", "2016-03-07");
}

static void assert_no_window(const char *visit, const char *departure, const char *sentence) {
    TripWindow window = {.first = {2000, 1, 1}};
    Err err = {""};
    assert_false(trip_window(&briefing, &no_list, day(visit), day(departure), &window, &err));
    assert_string_equal(err.text, sentence);
    assert_day(window.first, "2000-01-01");
}

static void journeys_that_cannot_be(void **state) {
    (void)state;
    assert_no_window("2017-01-30", "2017-01-31",
                     "The day of leaving Japan cannot be after the visit.");
    assert_no_window("2017-03-31", "2017-02-01",
                     "There is no day to apply: the last one (26 January 2017) would come before "
                     "the first (17 February 2017). The visit is too long after leaving Japan.");
    assert_no_window("0001-01-05", "0001-01-05", "The calendar does not go back so far.");
}

/* On one day both can be right: that day is all there is. */
static void a_window_of_one_day(void **state) {
    (void)state;
    assert_window(&no_list, "2017-03-13", "2017-02-03", "2017-01-30", "2017-01-30");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_forms_of_a_list_are_read),
        cmocka_unit_test(heading_and_mark_of_the_cabinet_office_are_skipped),
        cmocka_unit_test(a_day_counts_once),
        cmocka_unit_test(a_wrong_line_is_named),
        cmocka_unit_test(another_encoding_is_named),
        cmocka_unit_test(weekends_are_no_business_days),
        cmocka_unit_test(ends_of_months_years_and_leap_days),
        cmocka_unit_test(listed_days_are_none_either),
        cmocka_unit_test(the_calendar_has_a_beginning),
        cmocka_unit_test(first_from_the_visit_last_from_the_departure),
        cmocka_unit_test(journeys_that_cannot_be),
        cmocka_unit_test(a_window_of_one_day),
    };
    return cmocka_run_group_tests(tests, english, release);
}
