/* Filters: every condition must hold, and what is not stated can be asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/tr.h"
#include "query/filter.h"
#include "sample.h"

static const Date as_of = {2016, 12, 20};

/* The ids of the sample's programs that match, parted by blanks. */
static void expect(const Filter *filter, const char *ids) {
    Arena arena = {0};
    Catalogue c = sample_catalogue();
    ProgramRefs found = filter_programs(filter, &arena, c.programs, as_of);
    const char *text = "";
    for (size_t i = 0; i < found.count; i++)
        text = arena_printf(&arena, "%s%s%s", text, i == 0 ? "" : " ", found.at[i]->id);
    assert_string_equal(text, ids);
    arena_release(&arena);
}

static int in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

static void no_condition_matches_all(void **state) {
    (void)state;
    Filter any = filter_any();
    expect(&any, "seminar fair loan");
}

static void conditions_are_all_needed(void **state) {
    (void)state;
    Filter filter = filter_any();
    filter.step = 3;
    expect(&filter, "fair loan");
    filter.cost = COST_NOT_STATED;
    expect(&filter, "loan");
    filter.kind = KIND_EXHIBITION;
    expect(&filter, "");
}

static void the_state_depends_on_the_day(void **state) {
    (void)state;
    Filter filter = filter_any();
    filter.state = STATE_OPEN;
    expect(&filter, "fair");
    assert_false(filter_match(&filter, &sample_programs[1], (Date){2017, 1, 28}));
    filter.state = STATE_UNKNOWN;
    expect(&filter, "loan");
}

static void a_country_matches_by_its_places(void **state) {
    (void)state;
    Catalogue c = sample_catalogue();
    Filter filter = filter_any();
    Err err;
    assert_true(filter_set_country(&filter, &c, "ﾍﾞﾄﾅﾑ", &err));
    expect(&filter, "fair");
    assert_true(filter_set_country(&filter, &c, "Japan", &err));
    expect(&filter, "");
    assert_false(filter_set_country(&filter, &c, "Vietnan", &err));
    assert_string_equal(err.text,
                        "--country: Vietnan is not in the catalogue; did you mean Vietnam?");
    assert_false(filter_set_country(&filter, &c, "qqqqqqqqqqqq", &err));
    assert_string_equal(err.text, "--country: qqqqqqqqqqqq is not in the catalogue; expected a "
                                  "name such as Vietnam or a code such as vn");
}

static void a_provider_goes_by_id_or_any_name(void **state) {
    (void)state;
    Catalogue c = sample_catalogue();
    const char *const words[] = {"jetro", "ＪＥＴＲＯ", "ｼﾞｪﾄﾛ", "日本貿易振興機構"};
    Err err;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        Filter filter = filter_any();
        assert_true(filter_set_provider(&filter, &c, words[i], &err));
        expect(&filter, "seminar");
    }
    Filter filter = filter_any();
    assert_false(filter_set_provider(&filter, &c, "jetrp", &err));
    assert_string_equal(err.text, "--provider: jetrp is not a provider; did you mean jetro?");
    assert_false(filter_set_provider(&filter, &c, "qqqqqqqqqqqq", &err));
    assert_string_equal(err.text, "--provider: qqqqqqqqqqqq is not a provider; expected one of "
                                  "jetro, smrj");
}

static void a_need_goes_by_its_letter(void **state) {
    (void)state;
    Catalogue c = sample_catalogue();
    Filter filter = filter_any();
    Err err;
    assert_true(filter_set_need(&filter, &c, "ｊ", &err));
    expect(&filter, "fair loan");
    assert_false(filter_set_need(&filter, &c, "Z", &err));
    assert_string_equal(err.text, "--need: Z is not a need; expected A to J");
}

static void an_empty_word_changes_nothing(void **state) {
    (void)state;
    Catalogue c = sample_catalogue();
    Filter filter = filter_any();
    Err err;
    assert_true(filter_set_need(&filter, &c, "", &err));
    assert_true(filter_set_provider(&filter, &c, "", &err));
    assert_true(filter_set_country(&filter, &c, "", &err));
    expect(&filter, "seminar fair loan");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_condition_matches_all),
        cmocka_unit_test(conditions_are_all_needed),
        cmocka_unit_test(the_state_depends_on_the_day),
        cmocka_unit_test(a_country_matches_by_its_places),
        cmocka_unit_test(a_provider_goes_by_id_or_any_name),
        cmocka_unit_test(a_need_goes_by_its_letter),
        cmocka_unit_test(an_empty_word_changes_nothing),
    };
    return cmocka_run_group_tests(tests, in_english, NULL);
}
