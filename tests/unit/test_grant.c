/* query/grant.h: what a subsidy comes to, and when nothing is computed. */
#include "query/grant.h"

#include "base/tr.h"
#include "plan_fixture.h"

static const Multiplier chain[] = {
    {.label = "雇用", .factor = {RATE_RATIO, 2, 1}},
    {.label = "さらに最低賃金", .factor = {RATE_RATIO, 3, 2}, .further = true},
};
static const Multiplier apart[] = {
    {.label = "共同", .factor = {RATE_RATIO, 3, 2}},
    {.label = "海外", .factor = {RATE_RATIO, 2, 1}},
};

/* A subsidy: its label, its limit, then its rate and what raises the limit. */
#define SUBSIDY(name, limit, ...)                                                                  \
    { .label = (name), .cap_yen = (limit), .cap_per = "", .scope = "", __VA_ARGS__ }
#define ONE(limit, ...) (Subsidy) SUBSIDY("", limit, __VA_ARGS__)
#define NO_LIMIT YEN_NOT_STATED
#define TWO_THIRDS .rate = {RATE_RATIO, 2, 3}

static Program program_of(const Subsidy *subsidies, size_t count) {
    return (Program){.id = "x", .name = "x", .subsidy = {subsidies, count}};
}

static Grant of_one(Subsidy subsidy, int64_t cost, uint32_t raises) {
    Program program = program_of(&subsidy, 1);
    Grant grant = grant_of(&program, cost, (GrantTerms){0, raises});
    grant.subsidy = NULL; /* gone with this function */
    return grant;
}

static void assert_grant(Subsidy subsidy, int64_t cost, uint32_t raises, int64_t yen) {
    Grant grant = of_one(subsidy, cost, raises);
    assert_int_equal(grant.why, GRANT_COMPUTED);
    assert_int_equal(grant.grant, yen);
    assert_int_equal(grant.own, cost - yen);
}

/* ---- the sum ---- */

static void the_lesser_of_limit_and_rate_rounded_down(void **state) {
    (void)state;
    Subsidy subsidy = ONE(1000000, TWO_THIRDS);
    assert_grant(subsidy, 1800000, 0, 1000000);
    assert_true(of_one(subsidy, 1800000, 0).capped);
    assert_grant(subsidy, 1500000, 0, 1000000);
    assert_false(of_one(subsidy, 1500000, 0).capped);
    assert_grant(subsidy, 1499999, 0, 999999);
    assert_grant(subsidy, 100, 0, 66);
    assert_grant(subsidy, 1, 0, 0);
    assert_grant(subsidy, 0, 0, 0);
}

static void without_a_limit_the_rate_alone_decides(void **state) {
    (void)state;
    Subsidy subsidy = ONE(NO_LIMIT, TWO_THIRDS);
    assert_grant(subsidy, 1000001, 0, 666667);
    assert_int_equal(of_one(subsidy, 1000001, 0).cap, YEN_NOT_STATED);
}

static void nothing_overflows(void **state) {
    (void)state;
    Subsidy odd = ONE(NO_LIMIT, .rate = {RATE_RATIO, 2147483646, 2147483647});
    assert_grant(ONE(NO_LIMIT, TWO_THIRDS), INT64_MAX, 0, INT64_MAX / 3 * 2);
    assert_grant(odd, INT64_MAX, 0, INT64_MAX - 4294967299);
    /* A rate over 1 grants no more than the cost. */
    Subsidy thrice = ONE(NO_LIMIT, .rate = {RATE_RATIO, 3, 1});
    assert_grant(thrice, INT64_MAX, 0, INT64_MAX);
    assert_grant(ONE(NO_LIMIT, .rate = {RATE_RATIO, 3, 2}), 100, 0, 100);
    /* A limit that grows beyond all numbers stops there. */
    Subsidy huge = ONE(INT64_MAX, TWO_THIRDS, .multipliers = {chain, 2});
    assert_int_equal(of_one(huge, 300, 3).cap, INT64_MAX);
    assert_grant(huge, 300, 3, 200);
}

/* ---- why not ---- */

static void assert_why(Subsidy subsidy, int64_t cost, GrantWhy why) {
    assert_int_equal(of_one(subsidy, cost, 0).why, why);
}

static void what_has_no_rate_is_not_computed(void **state) {
    (void)state;
    assert_why(ONE(2000000, .rate = {.kind = RATE_FIXED}), 100, GRANT_FIXED);
    assert_why(ONE(NO_LIMIT, .rate = {.kind = RATE_PART}), 100, GRANT_PART);
    assert_why(ONE(NO_LIMIT, .rate = {.kind = RATE_NOT_STATED}), 100, GRANT_NO_RATE);
    assert_why(ONE(NO_LIMIT, .rate = {.kind = RATE_FIXED}), YEN_NOT_STATED, GRANT_FIXED);
    assert_why(ONE(NO_LIMIT, TWO_THIRDS), YEN_NOT_STATED, GRANT_NO_COST);
}

static void what_is_no_grant_says_what_it_is(void **state) {
    (void)state;
    GrantTerms none = {.entry = GRANT_NO_ENTRY};
    Catalogue sample = sample_catalogue();
    Program loan = sample_programs[2];
    loan.subsidy.count = 0;
    assert_int_equal(grant_of(&sample_programs[0], 100, none).why, GRANT_FREE);
    assert_int_equal(grant_of(&sample_programs[1], 100, none).why, GRANT_PAID);
    assert_int_equal(grant_of(&loan, 100, none).why, GRANT_LOAN);
    loan.finance.count = 0;
    loan.kind = KIND_GUARANTEE;
    assert_int_equal(grant_of(&loan, 100, none).why, GRANT_GUARANTEE);
    loan.kind = KIND_INSURANCE;
    assert_int_equal(grant_of(&loan, 100, none).why, GRANT_INSURANCE);
    loan.kind = KIND_NETWORK;
    assert_int_equal(grant_of(&loan, 100, none).why, GRANT_NOT_STATED);
    assert_int_equal(grant_of(NULL, 100, none).why, GRANT_GONE);
    assert_false(grant_is_offered(&loan));
    assert_true(grant_is_offered(&sample.programs.at[2]));
}

/* ---- raises of the limit ---- */

static void a_further_raise_counts_on_top_of_the_one_before(void **state) {
    (void)state;
    Subsidy subsidy = ONE(10000000, TWO_THIRDS, .multipliers = {chain, 2});
    assert_grant(subsidy, 90000000, 0, 10000000);
    assert_grant(subsidy, 90000000, 1, 20000000);
    assert_grant(subsidy, 90000000, 3, 30000000);
    /* Alone it says nothing: the source does not. */
    assert_grant(subsidy, 90000000, 2, 10000000);
    assert_true(grant_raise_is_asked(&subsidy, 0, 0));
    assert_false(grant_raise_is_asked(&subsidy, 0, 1));
    assert_true(grant_raise_is_asked(&subsidy, 1, 1));
    /* Factors are put together before anything is rounded: 7 x 2 x 3/2. */
    subsidy.cap_yen = 7;
    assert_grant(subsidy, 90000000, 3, 21);
}

static void what_raises_come_to_together_is_not_guessed(void **state) {
    (void)state;
    Subsidy subsidy = ONE(1000000, TWO_THIRDS, .multipliers = {apart, 2});
    assert_grant(subsidy, 9000000, 1, 1500000);
    assert_grant(subsidy, 9000000, 2, 2000000);
    assert_int_equal(of_one(subsidy, 9000000, 3).why, GRANT_RAISES);
    /* Where no limit is stated there is nothing to raise. */
    subsidy.cap_yen = YEN_NOT_STATED;
    assert_grant(subsidy, 9000000, 3, 6000000);
}

/* ---- terms ---- */

static const Subsidy three[] = {
    SUBSIDY("甲", 100, TWO_THIRDS, .multipliers = {chain, 2}),
    SUBSIDY("乙", NO_LIMIT, .rate = {.kind = RATE_FIXED}),
    SUBSIDY("", NO_LIMIT, TWO_THIRDS),
};

static void assert_terms(const char *text, int entry, uint32_t raises, const char *canonical) {
    Program program = program_of(three, COUNT_OF(three));
    Arena arena = {0};
    GrantTerms terms = grant_terms_read(&program, text);
    assert_int_equal(terms.entry, entry);
    assert_int_equal(terms.raises, raises);
    assert_string_equal(grant_terms_text(&arena, &program, terms), canonical);
    arena_release(&arena);
}

static void terms_are_the_labels_as_they_are(void **state) {
    (void)state;
    assert_terms("", GRANT_NO_ENTRY, 0, "");
    assert_terms("甲", 0, 0, "甲");
    assert_terms("甲\n雇用", 0, 1, "甲\n雇用");
    assert_terms("雇用\n甲\nさらに最低賃金", 0, 3, "甲\n雇用\nさらに最低賃金");
    assert_terms("甲\nさらに最低賃金", 0, 0, "甲");
    assert_terms("乙\n雇用", 1, 0, "乙");
    assert_terms("#3", 2, 0, "#3");
    assert_terms("丁\n雇用", GRANT_NO_ENTRY, 0, "");
}

static void unknown_terms_are_named(void **state) {
    (void)state;
    Program program = program_of(three, COUNT_OF(three));
    Arena arena = {0};
    assert_string_equal(grant_terms_unknown(&arena, &program, ""), "");
    assert_string_equal(grant_terms_unknown(&arena, &program, "甲\n雇用"), "");
    assert_string_equal(grant_terms_unknown(&arena, &program, "甲\n乙"), "乙");
    assert_string_equal(grant_terms_unknown(&arena, &program, "乙\n雇用"), "雇用");
    assert_string_equal(grant_terms_unknown(&arena, &program, "丁\n雇用"), "丁\n雇用");
    assert_string_equal(grant_terms_unknown(&arena, &sample_programs[0], "甲"), "甲");
    arena_release(&arena);
}

static void the_only_subsidy_is_chosen_by_itself(void **state) {
    (void)state;
    Program program = program_of(three, 1);
    Arena arena = {0};
    GrantTerms terms = grant_terms_read(&program, "");
    assert_int_equal(terms.entry, 0);
    assert_string_equal(grant_terms_text(&arena, &program, terms), "");
    terms = grant_terms_read(&program, "雇用");
    assert_string_equal(grant_terms_text(&arena, &program, terms), "雇用");
    arena_release(&arena);
    program = program_of(three, 3);
    assert_int_equal(grant_of(&program, 100, grant_terms_read(&program, "")).why, GRANT_UNCHOSEN);
    assert_int_equal(grant_of(&program, 100, (GrantTerms){.entry = 3}).why, GRANT_UNCHOSEN);
}

static void ticking_takes_away_what_stood_on_it(void **state) {
    (void)state;
    Program program = program_of(three, 3);
    GrantTerms terms = grant_choose((GrantTerms){.entry = GRANT_NO_ENTRY}, 0);
    terms = grant_toggle_raise(&program, terms, 1);
    assert_int_equal(terms.raises, 0);
    terms = grant_toggle_raise(&program, grant_toggle_raise(&program, terms, 0), 1);
    assert_int_equal(terms.raises, 3);
    assert_int_equal(grant_choose(terms, 0).raises, 3);
    assert_int_equal(grant_choose(terms, 1).raises, 0);
    assert_int_equal(grant_toggle_raise(&program, terms, 0).raises, 0);
}

/* ---- a plan ---- */

static void sums_leave_out_what_is_given_up_and_count_what_is_open(void **state) {
    (void)state;
    Catalogue sample = sample_catalogue();
    Plan plan = small_plan();
    PlanChange change = {0};
    Err err;
    assert_true(plan_add(&plan, &sample_programs[2], monday, &change, &err));
    plan_change_release(&change);
    GrantTotals totals = grant_totals(&sample, &plan);
    assert_int_equal(totals.used, (int)plan.count);
    assert_int_equal(totals.priced, 0);
    set(&plan, "loan", PLAN_ESTIMATE, "6000000", monday);
    set(&plan, "fair", PLAN_ESTIMATE, "50000", monday);
    totals = grant_totals(&sample, &plan);
    assert_int_equal(totals.computed, 0);
    assert_int_equal(totals.open_cost, 6050000);
    set(&plan, "loan", PLAN_TERMS, "調査", monday);
    totals = grant_totals(&sample, &plan);
    assert_int_equal(totals.computed, 1);
    assert_int_equal(totals.cost, 6050000);
    assert_int_equal(totals.grant, 2000000);
    assert_int_equal(totals.own, 4000000);
    assert_int_equal(totals.open_cost, 50000);
    /* Without a catalogue nothing is known, but what is planned is. */
    assert_int_equal(grant_totals(NULL, &plan).open_cost, 6050000);
    set(&plan, "loan", PLAN_STATUS, "不採択", monday);
    totals = grant_totals(&sample, &plan);
    assert_int_equal(totals.cost, 50000);
    assert_int_equal(totals.grant, 0);
    plan_release(&plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lesser_of_limit_and_rate_rounded_down),
        cmocka_unit_test(without_a_limit_the_rate_alone_decides),
        cmocka_unit_test(nothing_overflows),
        cmocka_unit_test(what_has_no_rate_is_not_computed),
        cmocka_unit_test(what_is_no_grant_says_what_it_is),
        cmocka_unit_test(a_further_raise_counts_on_top_of_the_one_before),
        cmocka_unit_test(what_raises_come_to_together_is_not_guessed),
        cmocka_unit_test(terms_are_the_labels_as_they_are),
        cmocka_unit_test(unknown_terms_are_named),
        cmocka_unit_test(the_only_subsidy_is_chosen_by_itself),
        cmocka_unit_test(ticking_takes_away_what_stood_on_it),
        cmocka_unit_test(sums_leave_out_what_is_given_up_and_count_what_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
