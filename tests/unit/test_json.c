/* The JSON contract: keys and their order, null for what is not stated, no raw controls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

#include "report/json.h"
#include "sample.h"

static const Date as_of = {2016, 12, 20};

static char *print(const Program *const *programs, size_t count) {
    Buf out;
    buf_init(&out, 1 << 20);
    json_print_programs(&out, (ProgramRefs){programs, count}, as_of);
    assert_false(out.overflowed);
    return out.at; /* the caller's now */
}

/* The sample's program as jansson reads it back; the caller frees the root. */
static json_t *read_back(const Program *program, json_t **root) {
    char *text = print(&program, 1);
    json_error_t error;
    *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(*root);
    free(text);
    return json_array_get(json_object_get(*root, "programs"), 0);
}

/* Follows keys and, for digits, places in arrays: "cost.options.0.amount_yen". */
static json_t *at(json_t *value, const char *path) {
    char key[64];
    while (*path != '\0') {
        size_t length = strcspn(path, ".");
        assert_true(length < sizeof key);
        memcpy(key, path, length);
        key[length] = '\0';
        value = json_is_array(value) ? json_array_get(value, strtoul(key, NULL, 10))
                                     : json_object_get(value, key);
        if (value == NULL)
            fail_msg("no %s", key);
        path += length + (path[length] == '.' ? 1 : 0);
    }
    return value;
}

static void expect_text(json_t *program, const char *path, const char *text) {
    assert_true(json_is_string(at(program, path)));
    assert_string_equal(json_string_value(at(program, path)), text);
}

static void expect_number(json_t *program, const char *path, int64_t number) {
    assert_true(json_is_integer(at(program, path)));
    assert_int_equal(json_integer_value(at(program, path)), number);
}

static void expect_null(json_t *program, const char *path) {
    assert_true(json_is_null(at(program, path)));
}

static void nothing_is_an_empty_list(void **state) {
    (void)state;
    char *text = print(NULL, 0);
    assert_string_equal(text, "{\n  \"schema\": 1,\n  \"as_of\": \"2016-12-20\",\n"
                              "  \"programs\": []\n}\n");
    free(text);
}

static void keys_stand_in_the_order_of_the_contract(void **state) {
    (void)state;
    static const char *const keys[] = {
        "id",         "number",        "name",     "name_en",      "reading", "aliases",
        "provider",   "provider_name", "step",     "need",         "kind",    "summary",
        "summary_en", "body",          "audience", "requirements", "cost",    "subsidy",
        "finance",    "period",        "links",    "contacts",     "places",  "process",
        "documents",  "facts",         "tables",   "cases",        "related", "source",
    };
    for (size_t p = 0; p < COUNT_OF(sample_programs); p++) {
        json_t *root, *program = read_back(&sample_programs[p], &root);
        size_t i = 0;
        const char *key;
        json_t *value;
        json_object_foreach(program, key, value) {
            assert_true(i < COUNT_OF(keys));
            assert_string_equal(key, keys[i++]);
        }
        assert_int_equal(i, COUNT_OF(keys));
        json_decref(root);
    }
}

static void amounts_are_whole_yen_and_null_where_not_stated(void **state) {
    (void)state;
    json_t *root, *fair = read_back(&sample_programs[1], &root);
    expect_text(fair, "cost.kind", "paid");
    expect_number(fair, "cost.options.0.amount_yen", 32400);
    expect_text(fair, "cost.options.0.tax", "included");
    assert_true(json_is_true(at(fair, "cost.options.0.from")));
    expect_null(fair, "cost.options.1.amount_yen");
    expect_null(fair, "cost.options.1.label");
    expect_text(fair, "cost.options.1.tax", "not_stated");
    json_decref(root);
}

static void rates_are_strings_never_floats(void **state) {
    (void)state;
    json_t *root, *loan = read_back(&sample_programs[2], &root);
    expect_text(loan, "subsidy.0.rate", "2/3");
    expect_number(loan, "subsidy.0.cap_yen", 2000000);
    expect_text(loan, "subsidy.0.multipliers.0.factor", "3/2");
    expect_text(loan, "subsidy.0.multipliers.1.factor", "2");
    expect_text(loan, "subsidy.1.rate", "fixed");
    expect_null(loan, "subsidy.1.cap_yen");
    expect_text(loan, "finance.0.base_rate", "1.30%");
    expect_null(loan, "finance.0.rate_cut");
    expect_null(loan, "finance.0.working_cap_yen");
    expect_text(loan, "finance.0.rate_as_of", "2016-12-09");
    json_decref(root);
}

static void periods_carry_their_computed_state(void **state) {
    (void)state;
    json_t *root, *fair = read_back(&sample_programs[1], &root);
    expect_text(fair, "period.kind", "range");
    expect_text(fair, "period.from", "2016-12-01");
    expect_text(fair, "period.to", "2017-01-27");
    expect_text(fair, "period.state", "open");
    expect_number(fair, "period.days_left", 38);
    expect_null(fair, "period.relative_from_days");
    json_decref(root);
    json_t *loan = read_back(&sample_programs[2], &root);
    expect_text(loan, "period.state", "unknown");
    expect_null(loan, "period.days_left");
    expect_null(loan, "period.from");
    expect_number(loan, "period.relative_from_days", 42);
    expect_number(loan, "period.relative_until_business_days", 4);
    json_decref(root);
}

static void places_contacts_and_cases_are_whole(void **state) {
    (void)state;
    json_t *root, *fair = read_back(&sample_programs[1], &root);
    expect_text(fair, "provider", "smrj");
    expect_text(fair, "provider_name", "中小機構");
    expect_text(fair, "places.0.country_id", "vn");
    expect_number(fair, "places.0.rooms", 10);
    expect_null(fair, "places.1.rooms");
    expect_text(fair, "contacts.0.phones.0.extension", "3823");
    expect_text(fair, "contacts.0.phones.1.kind", "freedial");
    expect_text(fair, "links.0.kind", "guide");
    json_decref(root);
    json_t *loan = read_back(&sample_programs[2], &root);
    expect_text(loan, "cases.0.id", "elm");
    expect_number(loan, "cases.0.slide", 13);
    expect_text(loan, "cases.0.about.0", "jp");
    json_decref(root);
}

static void a_resource_has_no_number_step_or_need(void **state) {
    (void)state;
    json_t *root, *portal = read_back(&sample_resources[0], &root);
    expect_null(portal, "number");
    expect_null(portal, "step");
    expect_null(portal, "need");
    expect_text(portal, "kind", "network");
    json_decref(root);
}

static void related_programs_are_ids(void **state) {
    (void)state;
    const Program *const needed[] = {&sample_programs[0]};
    Program program = sample_programs[2];
    program.requires_programs = (ProgramRefs){needed, 1};
    json_t *root, *value = read_back(&program, &root);
    expect_text(value, "related.requires.0", "seminar");
    assert_int_equal(json_array_size(at(value, "related.see_also")), 0);
    json_decref(root);
}

/* The name comes back as it was, though nothing dangerous was printed. */
static void dangerous_characters_are_escaped(void **state) {
    (void)state;
    const char *evil = "\x1b[31m\xC2\x9B"
                       "1m\xE2\x80\xAE"
                       "x\xF3\xA0\x80\x81日本\x7F\n";
    Program program = sample_programs[0];
    program.name = evil;
    const Program *one = &program;
    char *text = print(&one, 1);
    assert_null(strchr(text, 0x1b));
    assert_null(strchr(text, 0x7f));
    assert_null(strstr(text, "\xC2\x9B"));
    assert_null(strstr(text, "\xE2\x80\xAE"));
    assert_non_null(strstr(text, "\\udb40\\udc01日本\\u007f\\n"));
    free(text);
    json_t *root, *value = read_back(&program, &root);
    expect_text(value, "name", evil);
    json_decref(root);
}

static void stray_bytes_do_not_break_it(void **state) {
    (void)state;
    Program program = sample_programs[0];
    program.name = "a\xFF"
                   "b";
    json_t *root, *value = read_back(&program, &root);
    expect_text(value, "name",
                "a\xEF\xBF\xBD"
                "b");
    json_decref(root);
}

static void a_search_says_where_it_found(void **state) {
    (void)state;
    const SearchHit hits[] = {
        {&sample_programs[1], 1u << SEARCH_NAME | 1u << SEARCH_BODY, SEARCH_NAME, ""},
        {&sample_programs[0], 1u << SEARCH_NOTE, SEARCH_NOTE, ""},
    };
    Buf out;
    buf_init(&out, 1 << 20);
    json_print_hits(&out, "展示\x1B会", (SearchHits){hits, COUNT_OF(hits)}, as_of);
    assert_null(strchr(out.at, 0x1B));
    json_error_t error;
    json_t *root = json_loads(out.at, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(root);
    expect_number(root, "schema", 1);
    expect_text(root, "as_of", "2016-12-20");
    expect_text(root, "query", "展示\x1B会");
    expect_text(root, "programs.0.id", "fair");
    expect_text(root, "programs.0.matched.0", "name");
    expect_text(root, "programs.0.matched.1", "body");
    assert_int_equal(json_array_size(at(root, "programs.0.matched")), 2);
    expect_text(root, "programs.1.matched.0", "note");
    expect_text(root, "programs.1.period.state", "always");
    json_decref(root);
    buf_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_an_empty_list),
        cmocka_unit_test(keys_stand_in_the_order_of_the_contract),
        cmocka_unit_test(amounts_are_whole_yen_and_null_where_not_stated),
        cmocka_unit_test(rates_are_strings_never_floats),
        cmocka_unit_test(periods_carry_their_computed_state),
        cmocka_unit_test(places_contacts_and_cases_are_whole),
        cmocka_unit_test(a_resource_has_no_number_step_or_need),
        cmocka_unit_test(related_programs_are_ids),
        cmocka_unit_test(dangerous_characters_are_escaped),
        cmocka_unit_test(stray_bytes_do_not_break_it),
        cmocka_unit_test(a_search_says_where_it_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
