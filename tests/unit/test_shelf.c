/* Plans on disk: found by name, saved beside others, renamed, brought back. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "plan/shelf.h"
#include "sample.h"
#include "temp_tree.h"

#include <sys/stat.h>

#define FIRST "2016-12-20T00:00:00Z"
#define LATER "2016-12-20T00:00:01Z"

static TempFolder folder;
static char plans[512], versions[512];
static Shelf shelf;
static Arena arena;
static const PlanTime later = {LATER, {2016, 12, 20}};

static int begin(void **state) {
    (void)state;
    tr_use(LANG_EN);
    folder = temp_folder_make();
    temp_folder_path(&folder, "data/plans", plans);
    temp_folder_path(&folder, "state/versions", versions);
    shelf = (Shelf){plans, versions};
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_release(&arena);
    temp_tree_remove(&folder);
    return 0;
}

/* ---- short words ---- */

static ShelfPlan create(const char *name) {
    ShelfPlan plan = {0};
    Err err = {""};
    if (!shelf_create(&shelf, name, FIRST, &plan, &err))
        fail_msg("%s", err.text);
    return plan;
}

static void make(const char *name) {
    ShelfPlan plan = create(name);
    shelf_close(&plan);
}

static ShelfPlan open_named(const char *name) {
    ShelfPlan plan = {0};
    ShelfRow row = {0};
    Err err = {""};
    if (!shelf_find(&shelf, &arena, name, &row, &err) || !shelf_open(&shelf, row.file, &plan, &err))
        fail_msg("%s", err.text);
    return plan;
}

static void add(ShelfPlan *plan, const char *id) {
    Program program = sample_programs[0];
    program.id = id;
    PlanChange change = {0};
    Err err = {""};
    if (!plan_add(&plan->plan, &program, later, &change, &err))
        fail_msg("%s", err.text);
    plan_change_release(&change);
}

static void set(ShelfPlan *plan, const char *id, PlanField field, const char *typed) {
    PlanChange change = {0};
    Err err = {""};
    if (!plan_set(&plan->plan, id, field, str(typed), later, &change, &err))
        fail_msg("%s", err.text);
    plan_change_release(&change);
}

static ShelfSaved save(ShelfPlan *plan) {
    ShelfSaved saved;
    Err err = {""};
    if (!shelf_save(&shelf, plan, LATER, &saved, &err))
        fail_msg("%s", err.text);
    return saved;
}

static void put_file(const char *file, const char *text) {
    const char *path = shelf_path(&shelf, &arena, file);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static bool is_file(const char *file) {
    struct stat info;
    return stat(shelf_path(&shelf, &arena, file), &info) == 0;
}

static ShelfRows list(void) {
    ShelfRows rows = {0};
    Err err = {""};
    if (!shelf_list(&shelf, &arena, &rows, &err))
        fail_msg("%s", err.text);
    return rows;
}

static void cannot_find(const char *name, const char *sentence) {
    ShelfRow row;
    Err err = {""};
    assert_false(shelf_find(&shelf, &arena, name, &row, &err));
    assert_string_equal(err.text, sentence);
}

/* ---- listing and finding ---- */

static void no_folder_is_an_empty_shelf(void **state) {
    (void)state;
    assert_int_equal(list().count, 0);
    cannot_find("x", "there is no plan 'x'; kairo plan ls names them all");
}

static void a_row_counts_what_is_in_it_and_what_is_done(void **state) {
    (void)state;
    ShelfPlan plan = create("elm");
    add(&plan, "p1");
    add(&plan, "p2");
    add(&plan, "p3");
    set(&plan, "p1", PLAN_STATUS, "完了");
    set(&plan, "p2", PLAN_STATUS, "見送り");
    save(&plan);
    shelf_close(&plan);
    ShelfRows rows = list();
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].items, 3);
    assert_int_equal(rows.at[0].done, 1);
}

static void a_damaged_file_is_listed_with_its_place(void **state) {
    (void)state;
    make("b");
    put_file("a.yaml", "kairo_plan: [\n");
    put_file("notes.txt", "nothing of ours");
    ShelfRows rows = list();
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.at[0].name, "a");
    assert_non_null(strstr(rows.at[0].problem, "a.yaml:"));
    assert_string_equal(rows.at[1].name, "b");
    assert_string_equal(rows.at[1].problem, "");
    assert_string_equal(rows.at[1].updated, FIRST);
    ShelfRow row;
    Err err = {""};
    assert_true(shelf_find(&shelf, &arena, "a", &row, &err));
    ShelfPlan plan;
    assert_false(shelf_open(&shelf, row.file, &plan, &err));
    assert_string_equal(err.text, row.problem);
    assert_false(shelf_create(&shelf, "a", FIRST, &plan, &err));
}

static void a_name_is_found_exactly_and_then_by_its_key(void **state) {
    (void)state;
    make("ABC");
    make("abc");
    make("エルム");
    ShelfPlan plan = open_named("abc");
    assert_string_equal(plan.plan.name, "abc");
    shelf_close(&plan);
    plan = open_named("ｴﾙﾑ");
    assert_string_equal(plan.plan.name, "エルム");
    shelf_close(&plan);
    cannot_find("Abc", "there are several plans like 'Abc'; write the name exactly as kairo "
                       "plan ls does");
    cannot_find("エルメ", "there is no plan 'エルメ'; did you mean 'エルム'?");
}

static void two_spellings_of_one_name_are_one_plan(void **state) {
    (void)state;
    make("が");
    ShelfPlan plan;
    Err err = {""};
    assert_false(shelf_create(&shelf, "か\xE3\x82\x99", FIRST, &plan, &err));
    assert_string_equal(err.text, "there is a plan 'が' already");
}

static void names_that_share_a_file_get_two(void **state) {
    (void)state;
    make("elm");
    /* As if two names had one slug: the file "x.yaml" holds another name. */
    assert_int_equal(
        rename(shelf_path(&shelf, &arena, "elm.yaml"), shelf_path(&shelf, &arena, "x.yaml")), 0);
    make("x");
    assert_true(is_file("x-2.yaml"));
    ShelfPlan plan = open_named("x");
    assert_string_equal(plan.file, "x-2.yaml");
    shelf_close(&plan);
    plan = open_named("elm");
    assert_string_equal(plan.file, "x.yaml");
    shelf_close(&plan);
}

/* ---- saving ---- */

static void nothing_changed_is_not_saved_again(void **state) {
    (void)state;
    ShelfPlan plan = create("x");
    VersionList kept;
    Err err = {""};
    save(&plan);
    assert_true(shelf_history(&shelf, &arena, plan.file, &kept, &err));
    assert_int_equal(kept.count, 0);
    shelf_close(&plan);
}

static void two_who_save_lose_nothing(void **state) {
    (void)state;
    ShelfPlan one = create("x"), two = open_named("x");
    add(&one, "a");
    assert_false(save(&one).merged);
    add(&two, "b");
    ShelfSaved saved = save(&two);
    assert_true(saved.merged);
    assert_int_equal(saved.conflicts, 0);
    assert_string_equal(saved.not_kept.text, "");
    assert_non_null(plan_find(&two.plan, "a"));
    set(&one, "a", PLAN_OWNER, "佐藤");
    set(&two, "a", PLAN_OWNER, "鈴木");
    save(&one);
    assert_int_equal(save(&two).conflicts, 1);
    ShelfPlan now = open_named("x");
    assert_true(plan_equal(&now.plan, &two.plan));
    assert_int_equal(now.plan.count, 2);
    const PlanItem *item = plan_find(&now.plan, "a");
    assert_string_equal(plan_text(item, PLAN_OWNER), "鈴木");
    assert_string_equal(item->conflicts.at[0].to, "佐藤");
    shelf_close(&now);
    shelf_close(&one);
    shelf_close(&two);
}

static void what_became_damaged_is_not_overwritten(void **state) {
    (void)state;
    ShelfPlan plan = create("x");
    add(&plan, "a");
    put_file("x.yaml", "<<<<<<< ours\n");
    ShelfSaved saved;
    Err err = {""};
    assert_false(shelf_save(&shelf, &plan, LATER, &saved, &err));
    assert_non_null(strstr(err.text, "not saved, because the file is damaged: "));
    assert_non_null(strstr(err.text, "x.yaml:1:"));
    assert_non_null(plan_find(&plan.plan, "a"));
    assert_string_equal(list().at[0].name, "x");
    assert_true(!is_absent(list().at[0].problem));
    /* Mended by hand, it can be saved. */
    unlink(shelf_path(&shelf, &arena, "x.yaml"));
    assert_true(save(&plan).gone);
    shelf_close(&plan);
}

static void without_a_folder_for_versions_it_is_saved_all_the_same(void **state) {
    (void)state;
    ShelfPlan plan = create("x");
    add(&plan, "a");
    shelf.versions = "";
    assert_non_null(strstr(save(&plan).not_kept.text, "no folder for old versions"));
    shelf_close(&plan);
    plan = open_named("x");
    assert_int_equal(plan.plan.count, 1);
    shelf_close(&plan);
}

/* ---- renaming ---- */

static void a_new_name_takes_file_and_versions_along(void **state) {
    (void)state;
    ShelfPlan plan = create("old");
    ShelfSaved saved;
    VersionList kept;
    Err err = {""};
    add(&plan, "a");
    save(&plan);
    if (!shelf_rename(&shelf, &plan, "new", later, &saved, &err))
        fail_msg("%s", err.text);
    assert_string_equal(plan.file, "new.yaml");
    assert_false(is_file("old.yaml"));
    assert_true(shelf_history(&shelf, &arena, "new.yaml", &kept, &err));
    assert_int_equal(kept.count, 2);
    shelf_close(&plan);
    plan = open_named("new");
    assert_string_equal(plan.plan.name, "new");
    assert_int_equal(plan.plan.count, 1);
    shelf_close(&plan);
}

static void what_another_wrote_before_the_renaming_comes_along(void **state) {
    (void)state;
    ShelfPlan one = create("old"), two = open_named("old");
    ShelfSaved saved;
    Err err = {""};
    add(&two, "b");
    save(&two);
    add(&one, "a");
    assert_true(shelf_rename(&shelf, &one, "new", later, &saved, &err));
    assert_true(saved.merged);
    assert_false(is_file("old.yaml"));
    shelf_close(&one);
    one = open_named("new");
    assert_string_equal(one.plan.name, "new");
    assert_non_null(plan_find(&one.plan, "a"));
    assert_non_null(plan_find(&one.plan, "b"));
    shelf_close(&one);
    shelf_close(&two);
}

static void a_taken_name_changes_nothing(void **state) {
    (void)state;
    make("taken");
    ShelfPlan plan = create("old");
    ShelfSaved saved;
    Err err = {""};
    assert_false(shelf_rename(&shelf, &plan, "taken", later, &saved, &err));
    assert_string_equal(err.text, "there is a plan 'taken' already");
    assert_string_equal(plan.plan.name, "old");
    assert_true(is_file("old.yaml"));
    shelf_close(&plan);
}

static void a_damaged_old_file_stops_the_renaming(void **state) {
    (void)state;
    ShelfPlan plan = create("old");
    ShelfSaved saved;
    Err err = {""};
    put_file("old.yaml", "damage\n");
    assert_false(shelf_rename(&shelf, &plan, "new", later, &saved, &err));
    assert_string_equal(plan.plan.name, "old");
    assert_true(is_file("old.yaml"));
    assert_false(is_file("new.yaml"));
    shelf_close(&plan);
}

/* ---- restoring ---- */

static size_t items_of(const char *name) {
    ShelfPlan plan = open_named(name);
    size_t count = plan.plan.count;
    shelf_close(&plan);
    return count;
}

static void restore(const char *file, const char *name, uint64_t number) {
    ShelfSaved saved;
    Err err = {""};
    if (!shelf_restore(&shelf, file, name, number, LATER, &saved, &err))
        fail_msg("%s", err.text);
}

static void restoring_can_be_taken_back(void **state) {
    (void)state;
    ShelfPlan plan = create("x");
    add(&plan, "a");
    save(&plan);
    shelf_close(&plan);
    restore("x.yaml", "x", 1);
    assert_int_equal(items_of("x"), 0);
    restore("x.yaml", "x", 2);
    assert_int_equal(items_of("x"), 1);
}

static void a_damaged_plan_comes_back_and_the_damage_is_kept(void **state) {
    (void)state;
    ShelfPlan plan = create("x");
    VersionList kept;
    Err err = {""};
    add(&plan, "a");
    save(&plan);
    add(&plan, "b");
    save(&plan);
    shelf_close(&plan);
    put_file("x.yaml", "damage\n");
    restore("x.yaml", "x", 2);
    assert_int_equal(items_of("x"), 1);
    assert_true(shelf_history(&shelf, &arena, "x.yaml", &kept, &err));
    assert_int_equal(kept.at[0].bytes, strlen("damage\n"));
    put_file("x.yaml", "more damage\n");
    shelf.versions = "";
    ShelfSaved saved;
    assert_false(shelf_restore(&shelf, "x.yaml", "x", 1, LATER, &saved, &err));
    assert_true(!is_absent(list().at[0].problem));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(no_folder_is_an_empty_shelf),
        TEST(a_row_counts_what_is_in_it_and_what_is_done),
        TEST(a_damaged_file_is_listed_with_its_place),
        TEST(a_name_is_found_exactly_and_then_by_its_key),
        TEST(two_spellings_of_one_name_are_one_plan),
        TEST(names_that_share_a_file_get_two),
        TEST(nothing_changed_is_not_saved_again),
        TEST(two_who_save_lose_nothing),
        TEST(what_became_damaged_is_not_overwritten),
        TEST(without_a_folder_for_versions_it_is_saved_all_the_same),
        TEST(a_new_name_takes_file_and_versions_along),
        TEST(what_another_wrote_before_the_renaming_comes_along),
        TEST(a_taken_name_changes_nothing),
        TEST(a_damaged_old_file_stops_the_renaming),
        TEST(restoring_can_be_taken_back),
        TEST(a_damaged_plan_comes_back_and_the_damage_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
