#include "catalogue/period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static Date day(const char *iso) {
    Date date = {0};
    assert_true(date_parse_iso(iso, &date));
    return date;
}

static Period range(const char *from, const char *to) {
    return (Period){.kind = PERIOD_RANGE, .from = day(from), .to = day(to)};
}

static void kinds_without_dates_do_not_depend_on_the_day(void **state) {
    (void)state;
    static const struct {
        PeriodKind kind;
        PeriodState state;
    } pairs[] = {{PERIOD_ALWAYS, STATE_ALWAYS},
                 {PERIOD_CLOSED, STATE_CLOSED},
                 {PERIOD_SEE_SITE, STATE_UNKNOWN},
                 {PERIOD_NOT_STATED, STATE_UNKNOWN}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        Period period = {.kind = pairs[i].kind};
        assert_int_equal(period_state(&period, day("2016-12-14")), pairs[i].state);
        assert_int_equal(period_state(&period, day("2030-01-01")), pairs[i].state);
        assert_int_equal(period_days_left(&period, day("2016-12-14")), -1);
    }
}

static void both_ends_of_a_range_are_open(void **state) {
    (void)state;
    Period period = range("2016-12-14", "2017-01-27");
    assert_int_equal(period_state(&period, day("2016-12-13")), STATE_UPCOMING);
    assert_int_equal(period_state(&period, day("2016-12-14")), STATE_OPEN);
    assert_int_equal(period_state(&period, day("2017-01-27")), STATE_OPEN);
    assert_int_equal(period_state(&period, day("2017-01-28")), STATE_CLOSED);
}

static void the_last_day_has_no_days_left(void **state) {
    (void)state;
    Period period = range("2016-12-14", "2017-01-27");
    assert_int_equal(period_days_left(&period, day("2016-12-13")), -1);
    assert_int_equal(period_days_left(&period, day("2016-12-14")), 44);
    assert_int_equal(period_days_left(&period, day("2017-01-27")), 0);
    assert_int_equal(period_days_left(&period, day("2017-01-28")), -1);
}

static void an_edition_is_stale_a_year_after_its_month(void **state) {
    (void)state;
    Edition edition = {.date = day("2016-12")};
    assert_false(edition_is_stale(&edition, day("2016-12-31")));
    assert_false(edition_is_stale(&edition, day("2017-12-31")));
    assert_true(edition_is_stale(&edition, day("2018-01-01")));
    edition.date = day("2016-12-14"); /* the month counts, not the day */
    assert_false(edition_is_stale(&edition, day("2017-12-31")));
    edition.date = day("2016"); /* up to the end of the year */
    assert_false(edition_is_stale(&edition, day("2017-12-31")));
    assert_true(edition_is_stale(&edition, day("2018-01-01")));
}

static void a_leap_february_lasts_a_year_too(void **state) {
    (void)state;
    Edition edition = {.date = day("2016-02")};
    assert_false(edition_is_stale(&edition, day("2017-02-28")));
    assert_true(edition_is_stale(&edition, day("2017-03-01")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_without_dates_do_not_depend_on_the_day),
        cmocka_unit_test(both_ends_of_a_range_are_open),
        cmocka_unit_test(the_last_day_has_no_days_left),
        cmocka_unit_test(an_edition_is_stale_a_year_after_its_month),
        cmocka_unit_test(a_leap_february_lasts_a_year_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
