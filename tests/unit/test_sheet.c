/* Programs as flat rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/tr.h"
#include "report/sheet.h"
#include "sample.h"

static const Date as_of = {2016, 12, 20};
static const Program *const all[] = {&sample_programs[0], &sample_programs[1], &sample_programs[2],
                                     &sample_resources[0]};
static const ProgramRefs programs = {all, COUNT_OF(all)};

static const char *cell(const Table *table, size_t row, const char *column) {
    for (size_t i = 0; i < table->columns.count; i++)
        if (strcmp(table->columns.at[i], column) == 0)
            return table->rows.at[row].cells.at[i];
    fail_msg("no column %s", column);
    return "";
}

static void every_row_is_as_long_as_the_heading(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = sheet_of_facts(&arena, programs, as_of);
    assert_int_equal(table.rows.count, COUNT_OF(all));
    for (size_t i = 0; i < table.rows.count; i++) {
        assert_int_equal(table.rows.at[i].cells.count, table.columns.count);
        for (size_t k = 0; k < table.columns.count; k++)
            assert_non_null(table.rows.at[i].cells.at[k]);
    }
    arena_release(&arena);
}

static void facts_stand_under_their_json_names(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = sheet_of_facts(&arena, programs, as_of);
    assert_string_equal(cell(&table, 1, "id"), "fair");
    assert_string_equal(cell(&table, 1, "aliases"), "JETRO; 日本貿易振興機構");
    assert_string_equal(cell(&table, 1, "cost.kind"), "paid");
    assert_string_equal(cell(&table, 1, "period.to"), "2017-01-27");
    assert_string_equal(cell(&table, 1, "period.days_left"), "38");
    assert_string_equal(cell(&table, 1, "contacts.phones.number"), "03-3581-1101; 0120-95-3375");
    assert_string_equal(cell(&table, 1, "contacts.email"), "info@example.jp");
    assert_string_equal(cell(&table, 1, "places.country"), "ベトナム");
    assert_string_equal(cell(&table, 1, "links.url"), "http://www.example.jp/a");
    assert_string_equal(cell(&table, 1, "source.attribution"), "explicit");
    arena_release(&arena);
}

static void what_is_not_stated_is_empty(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = sheet_of_facts(&arena, programs, as_of);
    assert_string_equal(cell(&table, 2, "cost.kind"), "not_stated");
    assert_string_equal(cell(&table, 2, "cost.text"), "");
    assert_string_equal(cell(&table, 2, "period.state"), "unknown");
    assert_string_equal(cell(&table, 2, "period.days_left"), "");
    assert_string_equal(cell(&table, 3, "number"), "");
    assert_string_equal(cell(&table, 3, "step"), "");
    assert_string_equal(cell(&table, 3, "need"), "");
    arena_release(&arena);
}

static void people_see_names_in_their_language(void **state) {
    (void)state;
    Arena arena = {0};
    Catalogue c = sample_catalogue();
    tr_use(LANG_EN);
    Table english = sheet_for_people(&arena, &c.edition, programs, as_of);
    assert_string_equal(cell(&english, 0, "Name"), "Seminars");
    assert_string_equal(cell(&english, 0, "Japanese name"), "参加型セミナー");
    assert_string_equal(cell(&english, 0, "Provider"), "JETRO");
    tr_use(LANG_JA);
    Table japanese = sheet_for_people(&arena, &c.edition, programs, as_of);
    assert_string_equal(japanese.rows.at[0].cells.at[SHEET_NAME], "参加型セミナー");
    assert_string_equal(japanese.rows.at[0].cells.at[SHEET_NAME_JA], "");
    assert_string_equal(japanese.columns.at[SHEET_NAME_JA], "");
    arena_release(&arena);
}

static void old_editions_say_as_of_when(void **state) {
    (void)state;
    Arena arena = {0};
    Catalogue c = sample_catalogue();
    tr_use(LANG_EN);
    Table fresh = sheet_for_people(&arena, &c.edition, programs, as_of);
    Table stale = sheet_for_people(&arena, &c.edition, programs, (Date){2026, 1, 1});
    assert_string_equal(fresh.columns.at[SHEET_PERIOD], "Applications");
    assert_string_equal(stale.columns.at[SHEET_PERIOD], "As of 2016-12");
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_as_long_as_the_heading),
        cmocka_unit_test(facts_stand_under_their_json_names),
        cmocka_unit_test(what_is_not_stated_is_empty),
        cmocka_unit_test(people_see_names_in_their_language),
        cmocka_unit_test(old_editions_say_as_of_when),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
