/* What has a date, in order and with its state; and what has none. On the edition that ships. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "edition_fixture.h"
#include "plan/edit.h"
#include "query/agenda.h"

static const PlanTime now = {"2016-12-20T03:00:00Z", {2016, 12, 20}};
static Plan empty, plan;

static Date day(const char *iso) {
    Date date = {0};
    assert_true(date_parse_iso(iso, &date));
    return date;
}

static void put(const char *program, const char *due, const char *status) {
    PlanChange change = {0};
    Err err = {""};
    bool done = plan_add(&plan, catalogue_program(&edition, program), now, &change, &err) &&
                plan_set(&plan, program, PLAN_DUE, str(due), now, &change, &err) &&
                plan_set(&plan, program, PLAN_STATUS, str(status), now, &change, &err);
    plan_change_release(&change);
    if (!done)
        fail_msg("%s", err.text);
}

static int begin(void **state) {
    tr_use(LANG_EN);
    if (load_edition(state) != 0)
        return -1;
    plan_init(&empty, "x", now.now);
    plan_init(&plan, "y", now.now);
    put("jetro-library", "", "candidate");
    put("monozukuri-subsidy", "2017-01-17", "preparing");
    put("jizokuka-subsidy", "2016-12-15", "preparing");
    put("jetro-seminar", "2016-12-09", "done");
    return 0;
}

static int end(void **state) {
    plan_release(&empty);
    plan_release(&plan);
    return release_edition(state);
}

static Agenda agenda(const Plan *of, const char *as_of) {
    return agenda_of(&scratch, &edition, of, day(as_of));
}

/* Of that kind and day; fails when there is none. */
static const AgendaEntry *find(const Agenda *all, AgendaKind kind, const char *from) {
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].kind == kind && date_compare(all->at[i].from, day(from)) == 0)
            return &all->at[i];
    fail_msg("nothing of kind %d on %s", (int)kind, from);
    return NULL;
}

static void all_that_has_a_date_is_there(void **state) {
    (void)state;
    Agenda all = agenda(&plan, "2016-12-20");
    int kinds[AGENDA_KINDS] = {0};
    for (size_t i = 0; i < all.count; i++)
        kinds[all.at[i].kind]++;
    assert_int_equal(kinds[AGENDA_OPENS], 2);
    assert_int_equal(kinds[AGENDA_CLOSES], 2);
    assert_int_equal(kinds[AGENDA_SEMINAR], 7);
    assert_int_equal(kinds[AGENDA_EXHIBITION], 4);
    assert_int_equal(kinds[AGENDA_DUE], 3);
    for (size_t i = 1; i < all.count; i++)
        assert_true(date_compare(all.at[i - 1].from, all.at[i].from) <= 0);
}

/* Everything of the edition stands somewhere: 2 windows have dates, 38 programs none. */
static void what_has_no_date_stands_apart(void **state) {
    (void)state;
    static const size_t counts[AGENDA_GROUPS] = {23, 4, 5, 6};
    Agenda all = agenda(&empty, "2016-12-20");
    for (int i = 0; i < AGENDA_GROUPS; i++) {
        assert_int_equal(all.undated[i].programs.count, counts[i]);
        for (size_t j = 0; j < counts[i]; j++)
            assert_int_equal(all.undated[i].programs.at[j]->period.kind, all.undated[i].kind);
    }
}

static void assert_state(const AgendaEntry *entry, AgendaState state, int days) {
    assert_int_equal(entry->state, state);
    assert_int_equal(entry->days, days);
}

static void states_against_the_day(void **state) {
    (void)state;
    Agenda all = agenda(&plan, "2016-12-20");
    assert_state(find(&all, AGENDA_OPENS, "2016-11-04"), AGENDA_PAST, 46);
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-15"), AGENDA_PAST, 5);
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-20"), AGENDA_RUNNING, 0); /* two days */
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-21"), AGENDA_COMING, 1);
    assert_state(find(&all, AGENDA_CLOSES, "2017-01-27"), AGENDA_COMING, 38);
    all = agenda(&plan, "2016-12-21");
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-20"), AGENDA_RUNNING, 0);
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-21"), AGENDA_TODAY, 0);
    all = agenda(&plan, "2016-12-22");
    assert_state(find(&all, AGENDA_SEMINAR, "2016-12-20"), AGENDA_PAST, 1);
}

static void due_dates_know_what_is_done(void **state) {
    (void)state;
    Agenda all = agenda(&plan, "2016-12-20");
    assert_true(find(&all, AGENDA_DUE, "2016-12-09")->settled);
    assert_false(find(&all, AGENDA_DUE, "2016-12-15")->settled);
    const AgendaEntry *due = find(&all, AGENDA_DUE, "2017-01-17");
    assert_string_equal(due->program->id, "monozukuri-subsidy");
    assert_ptr_equal(due->item, plan_find(&plan, "monozukuri-subsidy"));
    /* On one day a window's end comes first. */
    assert_int_equal(due[-1].kind, AGENDA_CLOSES);
    assert_int_equal(due[1].kind, AGENDA_SEMINAR);
}

static void it_begins_with_what_is_next(void **state) {
    (void)state;
    Agenda all = agenda(&plan, "2016-12-20");
    assert_int_equal(find(&all, AGENDA_SEMINAR, "2016-12-20") - all.at, agenda_next(&all));
    all = agenda(&empty, "2016-08-01");
    assert_int_equal(agenda_next(&all), 0);
    all = agenda(&plan, "2017-02-14"); /* the last day of the last exhibition */
    assert_false(all.over);
    assert_int_equal(all.at[agenda_next(&all)].kind, AGENDA_EXHIBITION);
}

static void once_all_is_over_due_dates_come_first(void **state) {
    (void)state;
    Agenda all = agenda(&plan, "2017-02-15");
    assert_true(all.over);
    assert_int_equal(all.own, 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(all.at[i].kind, AGENDA_DUE);
    assert_int_equal(agenda_next(&all), 1); /* the first one missed */
    assert_false(agenda_same_month(&all, 2, 3));
    all = agenda(&empty, "2026-11-28");
    assert_true(all.over);
    assert_int_equal(all.own, 0);
    assert_int_equal(agenda_next(&all), 0);
}

static void months_part_it(void **state) {
    (void)state;
    Agenda all = agenda(&empty, "2016-12-20");
    size_t months = 1;
    for (size_t i = 1; i < all.count; i++)
        months += agenda_same_month(&all, i - 1, i) ? 0 : 1;
    assert_int_equal(months, 5); /* August, November, December, January, February */
}

/* ---- dates that are not known to the day ---- */

static void vague_dates_come_after_what_they_could_be(void **state) {
    (void)state;
    static const Occasion events[] = {
        {.name = "year", .from = {2017, 0, 0}, .to = {2017, 0, 0}},
        {.name = "month", .from = {2017, 1, 0}, .to = {2017, 1, 0}},
        {.name = "february", .from = {2017, 2, 1}, .to = {2017, 2, 1}},
        {.name = "31st", .from = {2017, 1, 31}},
        {.name = "never"},
    };
    static const char *const order[] = {"31st", "month", "february", "year"};
    Catalogue catalogue = {.events = {events, COUNT_OF(events)}};
    Agenda all = agenda_of(&scratch, &catalogue, &empty, day("2017-01-10"));
    assert_int_equal(all.count, COUNT_OF(order));
    for (size_t i = 0; i < all.count; i++)
        assert_string_equal(all.at[i].event->name, order[i]);
    assert_state(&all.at[1], AGENDA_RUNNING, 0);
    assert_state(&all.at[3], AGENDA_RUNNING, 0);
    all = agenda_of(&scratch, &catalogue, &empty, day("2017-02-01"));
    assert_state(&all.at[1], AGENDA_PAST, 1);
    all = agenda_of(&scratch, &catalogue, &empty, day("2016-12-31"));
    assert_state(&all.at[1], AGENDA_COMING, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_that_has_a_date_is_there),
        cmocka_unit_test(what_has_no_date_stands_apart),
        cmocka_unit_test(states_against_the_day),
        cmocka_unit_test(due_dates_know_what_is_done),
        cmocka_unit_test(it_begins_with_what_is_next),
        cmocka_unit_test(once_all_is_over_due_dates_come_first),
        cmocka_unit_test(months_part_it),
        cmocka_unit_test(vague_dates_come_after_what_they_could_be),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
