/*
 * The edition that ships, held against the sums and single numbers of its source: nothing
 * lost, nothing counted twice. test_edition_source.c compares it with the checked table.
 */
#include "edition_fixture.h"

static const Program *program(const char *id) {
    const Program *found = catalogue_program(&edition, id);
    assert_non_null(found);
    return found;
}

enum { EDITION_PROGRAMS = 40 };

/* ---- the sums ---- */

static void forty_programs_stand_in_order_six_fourteen_fourteen_six(void **state) {
    (void)state;
    int by_step[STEP_COUNT + 1] = {0};
    assert_int_equal(edition.programs.count, EDITION_PROGRAMS);
    for (size_t i = 0; i < edition.programs.count; i++) {
        assert_int_equal(edition.programs.at[i].number, (int)i + 1);
        assert_false(edition.programs.at[i].cross_step);
        by_step[edition.programs.at[i].step]++;
    }
    const int right[] = {0, 6, 14, 14, 6};
    assert_memory_equal(by_step, right, sizeof right);
}

static int count_need(const char *id) {
    int count = 0;
    for (size_t i = 0; i < edition.programs.count; i++)
        count += strcmp(edition.programs.at[i].need->id, id) == 0;
    return count;
}

static void thirteen_needs_have_their_programs(void **state) {
    (void)state;
    const int right[] = {2, 4, 5, 3, 4, 2, 5, 3, 3, 3, 3, 1, 2};
    assert_int_equal(edition.needs.count, COUNT_OF(right));
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        const char id[] = {(char)('A' + i), '\0'};
        assert_string_equal(edition.needs.at[i].id, id);
        assert_int_equal(count_need(id), right[i]);
    }
}

static void providers_have_their_programs(void **state) {
    (void)state;
    static const struct {
        const char *id;
        int programs;
    } right[] = {{"jetro", 14}, {"smrj", 12},       {"sme-agency", 5}, {"inpit", 2},
                 {"jfba", 1},   {"shokochukin", 1}, {"jfc", 1},        {"credit-guarantee", 1},
                 {"hida", 2},   {"nexi", 1}};
    assert_int_equal(edition.providers.count, COUNT_OF(right));
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        int count = 0;
        for (size_t j = 0; j < edition.programs.count; j++)
            count += strcmp(edition.programs.at[j].provider->id, right[i].id) == 0;
        assert_string_equal(edition.providers.at[i].id, right[i].id);
        assert_int_equal(count, right[i].programs);
    }
}

static void periods_and_fees_come_out(void **state) {
    (void)state;
    int periods[PERIOD_KIND_COUNT] = {0}, costs[COST_COUNT] = {0};
    for (size_t i = 0; i < edition.programs.count; i++) {
        periods[edition.programs.at[i].period.kind]++;
        costs[edition.programs.at[i].cost.kind]++;
    }
    assert_int_equal(periods[PERIOD_ALWAYS], 23);
    assert_int_equal(periods[PERIOD_CLOSED], 5);
    assert_int_equal(periods[PERIOD_SEE_SITE], 4);
    assert_int_equal(periods[PERIOD_RANGE], 2);
    assert_int_equal(periods[PERIOD_NOT_STATED], 6);
    assert_int_equal(costs[COST_FREE], 20);
    assert_int_equal(costs[COST_SUBSIDY], 11);
    assert_int_equal(costs[COST_PAID], 5);
    assert_int_equal(costs[COST_NOT_STATED], 4);
}

/* Addresses of programs and resources: all that the document prints. */
static size_t gather_urls(const char *urls[], size_t room) {
    size_t count = 0;
    const Programs *lists[] = {&edition.programs, &edition.resources};
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++) {
            const Links *links = &lists[list]->at[i].links;
            for (size_t j = 0; j < links->count; j++) {
                assert_true(count < room);
                urls[count++] = links->at[j].url;
            }
        }
    return count;
}

static int compare_strings(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void forty_five_addresses_are_there_forty_four_of_them_distinct(void **state) {
    (void)state;
    const char *urls[64];
    size_t count = gather_urls(urls, COUNT_OF(urls)), distinct = 1;
    qsort(urls, count, sizeof urls[0], compare_strings);
    for (size_t i = 1; i < count; i++)
        distinct += strcmp(urls[i - 1], urls[i]) != 0;
    assert_int_equal(count, 45);
    assert_int_equal(distinct, 44);
    assert_string_equal(program("smrj-country-risk")->links.at[0].url,
                        program("smrj-risk-manual")->links.at[0].url);
}

static bool has_guide(const Program *of) {
    for (size_t i = 0; i < of->links.count; i++)
        if (of->links.at[i].kind == LINK_GUIDE)
            return true;
    return false;
}

static void all_but_numbers_two_and_seventeen_have_a_guide(void **state) {
    (void)state;
    for (size_t i = 0; i < edition.programs.count; i++) {
        const Program *each = &edition.programs.at[i];
        assert_int_equal(has_guide(each), each->number != 2 && each->number != 17);
    }
}

/* A site is a group of towns under one label, or a town of its own. */
static void platform_has_twenty_one_sites(void **state) {
    (void)state;
    const Places *places = &program("jetro-platform")->places;
    int sites = 0;
    for (size_t i = 0; i < places->count; i++) {
        bool joined = i > 0 && !is_absent(places->at[i].label) &&
                      strcmp(places->at[i].label, places->at[i - 1].label) == 0;
        assert_string_equal(places->at[i].role, "platform");
        sites += joined ? 0 : 1;
    }
    assert_int_equal(sites, 21);
    assert_int_equal(places->count, 27);
}

static int count_countries(const Places *places) {
    int count = 0;
    for (size_t i = 0; i < places->count; i++) {
        bool seen = false;
        for (size_t j = 0; j < i; j++)
            seen = seen || places->at[j].in == places->at[i].in;
        count += seen ? 0 : 1;
    }
    return count;
}

static void advisers_sit_in_fifteen_cities_of_ten_countries(void **state) {
    (void)state;
    const Places *places = &program("jetro-investment-adviser")->places;
    assert_int_equal(places->count, 15);
    assert_int_equal(count_countries(places), 10);
    for (size_t i = 0; i < places->count; i++)
        assert_string_equal(places->at[i].role, "adviser");
}

static void seven_support_centres_have_thirty_one_rooms(void **state) {
    (void)state;
    const Program *centres = program("jetro-support-center");
    const int rooms[] = {10, 3, 2, 5, 3, 5, 3};
    assert_int_equal(centres->places.count, COUNT_OF(rooms));
    assert_int_equal(count_countries(&centres->places), 5);
    for (size_t i = 0; i < COUNT_OF(rooms); i++) {
        assert_int_equal(centres->places.at[i].rooms, rooms[i]);
        assert_int_equal(!is_absent(centres->places.at[i].audience), i < 2);
    }
    assert_int_equal(centres->tables.at[0].rows.count, 3);
    const int64_t yen[] = {32400, YEN_NOT_STATED, 21600, 67900, 32400, 78700};
    assert_int_equal(centres->cost.options.count, COUNT_OF(yen));
    for (size_t i = 0; i < COUNT_OF(yen); i++)
        assert_int_equal(centres->cost.options.at[i].amount_yen, yen[i]);
}

/* ---- numbers of single programs ---- */

static void assert_subsidy(const char *id, size_t at, RateKind kind, int64_t cap) {
    const Program *of = program(id);
    assert_true(at < of->subsidy.count);
    assert_int_equal(of->subsidy.at[at].rate.kind, kind);
    if (kind == RATE_RATIO) {
        assert_int_equal(of->subsidy.at[at].rate.numerator, 2);
        assert_int_equal(of->subsidy.at[at].rate.denominator, 3);
    }
    assert_int_equal(of->subsidy.at[at].cap_yen, cap);
}

static void subsidies_have_their_rates_and_limits(void **state) {
    (void)state;
    assert_subsidy("smrj-strategy-fs", 0, RATE_RATIO, 1400000);
    assert_subsidy("furusato-meibutsu", 0, RATE_RATIO, 5000000);
    assert_subsidy("furusato-meibutsu", 1, RATE_RATIO, 10000000);
    assert_subsidy("furusato-meibutsu", 2, RATE_RATIO, 20000000);
    assert_subsidy("japan-brand", 0, RATE_FIXED, 2000000);
    assert_subsidy("japan-brand", 1, RATE_RATIO, 20000000);
    assert_subsidy("jizokuka-subsidy", 0, RATE_RATIO, 500000);
    assert_subsidy("jizokuka-subsidy", 1, RATE_RATIO, 1000000);
    assert_subsidy("monozukuri-subsidy", 0, RATE_RATIO, 30000000);
    assert_subsidy("monozukuri-subsidy", 1, RATE_RATIO, 10000000);
    assert_subsidy("monozukuri-subsidy", 2, RATE_RATIO, 5000000);
    assert_subsidy("smrj-cross-border-ec", 0, RATE_RATIO, 1000000);
    assert_subsidy("smrj-exhibition-support", 0, RATE_RATIO, YEN_NOT_STATED);
    assert_subsidy("jetro-trade-fair", 0, RATE_PART, YEN_NOT_STATED);
    assert_subsidy("smrj-restructuring", 0, RATE_RATIO, 1600000);
}

static void only_marked_types_grow_by_two_and_one_and_a_half(void **state) {
    (void)state;
    const Program *monozukuri = program("monozukuri-subsidy");
    assert_int_equal(monozukuri->subsidy.count, 3);
    assert_int_equal(monozukuri->subsidy.at[0].multipliers.count, 0);
    for (size_t i = 1; i < 3; i++) {
        const Multipliers *by = &monozukuri->subsidy.at[i].multipliers;
        assert_int_equal(by->count, 2);
        assert_int_equal(by->at[0].factor.numerator, 2);
        assert_int_equal(by->at[0].factor.denominator, 1);
        assert_int_equal(by->at[1].factor.numerator, 3);
        assert_int_equal(by->at[1].factor.denominator, 2);
    }
}

static void assert_loan(size_t at, int64_t cap, int64_t working, int base_rate_bp) {
    const Finance *finance = &program("jfc-overseas-loan")->finance.at[at];
    assert_int_equal(finance->cap_yen, cap);
    assert_int_equal(finance->working_cap_yen, working);
    assert_int_equal(finance->term_years, 20);
    assert_int_equal(finance->working_term_years, 7);
    assert_int_equal(finance->base_rate_bp, base_rate_bp);
    assert_int_equal(finance->rate_cut_bp, base_rate_bp == 0 ? 0 : 90);
}

static void loans_have_their_limits_terms_and_rates(void **state) {
    (void)state;
    assert_int_equal(program("jfc-overseas-loan")->finance.count, 3);
    assert_loan(0, 720000000, 250000000, 130);
    assert_loan(1, 120000000, YEN_NOT_STATED, 0);
    assert_loan(2, 72000000, 48000000, 185);
    assert_int_equal(program("shokochukin-overseas21")->finance.count, 6);
    assert_int_equal(program("credit-guarantee")->finance.count, 2);
}

static void prices_have_their_amount_tax_and_unit(void **state) {
    (void)state;
    const CostOption *unit = &program("jetro-mini-research")->cost.options.at[0];
    assert_int_equal(unit->amount_yen, 10800);
    assert_int_equal(unit->tax, TAX_INCLUDED);
    assert_true(unit->from);
    const CostOption *company = &program("jetro-appointment")->cost.options.at[0];
    assert_int_equal(company->amount_yen, 12960);
    assert_string_equal(company->per, "1社1回");
    const CostOption *lawyer = &program("jfba-lawyer")->cost.options.at[1];
    assert_int_equal(lawyer->amount_yen, 10000);
    assert_int_equal(lawyer->tax, TAX_EXCLUDED);
    const CostOptions *courses = &program("smrj-training")->cost.options;
    assert_int_equal(courses->at[0].amount_yen, 75000);
    assert_int_equal(courses->at[1].amount_yen, 28000);
}

static void briefing_has_a_window_relative_to_the_visit(void **state) {
    (void)state;
    const Period *period = &program("jetro-briefing")->period;
    assert_int_equal(period->relative_from_days, 42);
    assert_int_equal(period->relative_until_business_days, 4);
}

static void misprinted_address_is_mended_and_kept(void **state) {
    (void)state;
    const Link *link = &program("shokochukin-overseas21")->links.at[0];
    assert_string_equal(link->url, "http://www.shokochukin.co.jp/finance/case/overseas.html");
    assert_string_equal(link->printed, "http:/www.shokochukin.co.jp/finance/case/overseas.html");
}

static void programs_that_need_or_name_others_are_tied(void **state) {
    (void)state;
    const Program *support = program("smrj-exhibition-support");
    assert_int_equal(support->requires_programs.count, 1);
    assert_ptr_equal(support->requires_programs.at[0], program("jetro-trade-fair"));
    assert_ptr_equal(program("smrj-country-risk")->see_also.at[0], program("smrj-risk-manual"));
    assert_ptr_equal(program("smrj-risk-manual")->see_also.at[0], program("smrj-country-risk"));
    assert_ptr_equal(program("mirasapo-expert")->see_also.at[0], program("mirasapo-portal"));
}

/* ---- beyond the forty ---- */

static void resources_of_the_document_are_there(void **state) {
    (void)state;
    static const char *const ids[] = {
        "mirasapo-portal", "consortium", "restructuring-casebook", "measures-collection",
        "tpp-briefings",   "tpp-desks",  "tpp-supporters",         "tpp-platform"};
    assert_int_equal(edition.resources.count, COUNT_OF(ids));
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        assert_string_equal(edition.resources.at[i].id, ids[i]);
        assert_true(edition.resources.at[i].cross_step);
        assert_int_equal(edition.resources.at[i].step, i == 2 ? 4 : 0);
    }
}

static void seminars_exhibitions_and_cases_are_there(void **state) {
    (void)state;
    int seminars = 0, exhibitions = 0;
    for (size_t i = 0; i < edition.events.count; i++) {
        const Occasion *event = &edition.events.at[i];
        seminars += event->kind == OCCASION_SEMINAR && is_absent(event->program);
        exhibitions += event->kind == OCCASION_EXHIBITION && is_absent(event->place.city) &&
                       strcmp(event->program, "smrj-exhibition-support") == 0;
        assert_true(date_compare(event->from, event->to) <= 0);
    }
    assert_int_equal(seminars, 7);
    assert_int_equal(exhibitions, 4);
    assert_int_equal(edition.cases.count, 4);
    assert_int_equal(program("inpit-ip-producer")->case_count, 2);
}

static const Figure *figure(const char *id) {
    for (size_t i = 0; i < edition.figures.count; i++)
        if (strcmp(edition.figures.at[i].id, id) == 0)
            return &edition.figures.at[i];
    fail_msg("no figure %s", id);
    return NULL;
}

static void risk_table_is_ten_rows_of_twelve_letters(void **state) {
    (void)state;
    const Figure *risks = figure("risk-table");
    assert_int_equal(risks->grade_columns, 12);
    assert_int_equal(risks->grades.count, 10);
    for (size_t i = 0; i < risks->grades.count; i++) {
        const char *grades = risks->grades.at[i].grades;
        assert_int_equal(strlen(grades), 12);
        assert_int_equal(strspn(grades, "ABCD"), 12);
    }
    assert_string_equal(risks->grades.at[0].grades, "CBBBCCDDCADD");
    assert_string_equal(risks->grades.at[8].grades, "CBBCCBDCCBCD");
}

static void parts_of_the_statistics_add_up(void **state) {
    (void)state;
    const Figure *firms = figure("subsidiaries");
    const int64_t totals[] = {4143, 5795, 5630};
    for (size_t i = 0; i < COUNT_OF(totals); i++) {
        assert_int_equal(firms->series.at[0].points.at[i].value, totals[i]);
        assert_int_equal(firms->series.at[1].points.at[i].value +
                             firms->series.at[2].points.at[i].value,
                         totals[i]);
    }
    const SeriesList *affiliates = &figure("overseas-affiliates")->series;
    assert_int_equal(affiliates->at[0].points.count, 7);
    assert_int_equal(affiliates->at[0].points.at[6].value, 23351);
    assert_int_equal(affiliates->at[1].points.at[6].value, 5183);
}

static void drawing_and_budget_have_their_rows(void **state) {
    (void)state;
    assert_int_equal(figure("roadmap")->tables.at[0].rows.count, 19);
    assert_int_equal(figure("budget-request-2017")->tables.at[0].rows.count, 6);
    assert_string_equal(figure("budget-request-2017")->facts.at[0].value,
                        "34.8億円（前年度比＋18.0億円）");
    assert_int_equal(figure("ten-thousand-goal")->series.at[0].points.at[0].value, 10000);
}

static void edition_knows_its_origin(void **state) {
    (void)state;
    char date[DATE_ISO_BYTES];
    date_print_iso(edition.edition.date, date);
    assert_string_equal(edition.edition.id, "2016-12");
    assert_string_equal(date, "2016-12");
    assert_int_equal(edition.edition.slides, 28);
    assert_non_null(catalogue_country_named(&edition, "アメリカ"));
    assert_ptr_equal(catalogue_country_named(&edition, "アメリカ"),
                     catalogue_country_named(&edition, "us"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_programs_stand_in_order_six_fourteen_fourteen_six),
        cmocka_unit_test(thirteen_needs_have_their_programs),
        cmocka_unit_test(providers_have_their_programs),
        cmocka_unit_test(periods_and_fees_come_out),
        cmocka_unit_test(forty_five_addresses_are_there_forty_four_of_them_distinct),
        cmocka_unit_test(all_but_numbers_two_and_seventeen_have_a_guide),
        cmocka_unit_test(platform_has_twenty_one_sites),
        cmocka_unit_test(advisers_sit_in_fifteen_cities_of_ten_countries),
        cmocka_unit_test(seven_support_centres_have_thirty_one_rooms),
        cmocka_unit_test(subsidies_have_their_rates_and_limits),
        cmocka_unit_test(only_marked_types_grow_by_two_and_one_and_a_half),
        cmocka_unit_test(loans_have_their_limits_terms_and_rates),
        cmocka_unit_test(prices_have_their_amount_tax_and_unit),
        cmocka_unit_test(briefing_has_a_window_relative_to_the_visit),
        cmocka_unit_test(misprinted_address_is_mended_and_kept),
        cmocka_unit_test(programs_that_need_or_name_others_are_tied),
        cmocka_unit_test(resources_of_the_document_are_there),
        cmocka_unit_test(seminars_exhibitions_and_cases_are_there),
        cmocka_unit_test(risk_table_is_ten_rows_of_twelve_letters),
        cmocka_unit_test(parts_of_the_statistics_add_up),
        cmocka_unit_test(drawing_and_budget_have_their_rows),
        cmocka_unit_test(edition_knows_its_origin),
    };
    return cmocka_run_group_tests_name("edition", tests, load_edition, release_edition);
}
