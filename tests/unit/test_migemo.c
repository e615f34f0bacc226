/*
 * The system's dictionary of romaji, where it is installed (cmigemo, skkdic): what it knows, how
 * it comes into a search, and that nothing goes wrong without it.
 */
#include "edition_fixture.h"

#include "cli/migemo.h"
#include "query/search.h"

static Migemo migemo;

static int start(void **state) {
    migemo_init(&migemo, "");
    return load_edition(state);
}

static int finish(void **state) {
    migemo_release(&migemo);
    return release_edition(state);
}

static void need_dictionary(void) {
    if (migemo_is_there(&migemo))
        return;
    print_message("no dictionary of romaji here (packages cmigemo and skkdic): skipped\n");
    skip();
}

static bool says(const char *romaji, const char *word) {
    Strings words = migemo_look_up(&migemo, &scratch, romaji);
    for (size_t i = 0; i < words.count; i++)
        if (strcmp(words.at[i], word) == 0)
            return true;
    return false;
}

static void it_knows_words(void **state) {
    (void)state;
    need_dictionary();
    assert_true(says("tenjikai", "展示会"));
    assert_true(says("tenzikai", "展示会"));
    assert_true(says("tenjik", "展示会"));
    assert_true(says("hojokin", "補助金"));
    assert_true(says("jetoro", "ジェトロ"));
    assert_true(says("jetoro", "じぇとろ"));
    assert_false(says("tenjikai", "補助金"));
    assert_true(migemo_look_up(&migemo, &scratch, "k").count > 100);
}

static void what_it_cannot_know(void **state) {
    (void)state;
    need_dictionary();
    migemo_look_up(&migemo, &scratch, "");
    migemo_look_up(&migemo, &scratch, "([|\\");
    migemo_look_up(&migemo, &scratch, "\x01\x02\x03");
    assert_true(says("qqqq", "qqqq"));
}

/* 檸檬 is in no list of ours: the note is found when the dictionary was asked. */
static void a_search_finds_more_with_it(void **state) {
    (void)state;
    need_dictionary();
    Search search;
    Plan plan;
    PlanItem item;
    search_init(&search, &edition);
    plan_init(&plan, "エルム", "2016-12-20T00:00:00Z");
    plan_item_init(&item, "jetro-library");
    plan_store(&item.fields[PLAN_NOTE], "檸檬の資料");
    plan_insert_item(&plan, 0, item);
    search_use_plan(&search, &plan);
    assert_int_equal(search_run(&search, &scratch, str("remon siryou")).hits.count, 0);
    Strings words = search_unasked(&search, &scratch, str("remon siryou"));
    for (size_t i = 0; i < words.count; i++)
        search_learn(&search, words.at[i], migemo_look_up(&migemo, &scratch, words.at[i]));
    SearchFound found = search_run(&search, &scratch, str("remon siryou"));
    assert_int_equal(found.hits.count, 1);
    assert_string_equal(found.hits.at[0].program->id, "jetro-library");
    plan_release(&plan);
    search_release(&search);
}

static void without_it_nothing_is_said(void **state) {
    (void)state;
    const char *const wrong[] = {"/nowhere/migemo-dict", "/dev", "/proc/self/mem"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        Migemo none;
        migemo_init(&none, wrong[i]);
        assert_false(migemo_is_there(&none));
        assert_int_equal(migemo_look_up(&none, &scratch, "tenjikai").count, 0);
        migemo_release(&none);
    }
}

static void nothing_is_opened_before_it_is_asked(void **state) {
    (void)state;
    Migemo idle;
    migemo_init(&idle, NULL);
    assert_null(idle.library);
    migemo_release(&idle);
    assert_false(idle.tried);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_opened_before_it_is_asked),
        cmocka_unit_test(without_it_nothing_is_said),
        cmocka_unit_test(it_knows_words),
        cmocka_unit_test(what_it_cannot_know),
        cmocka_unit_test(a_search_finds_more_with_it),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
