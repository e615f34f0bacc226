/* Undo and redo: exact, in any number, and never over what another changed. */
#include "plan_fixture.h"

#include "plan/history.h"

static Plan plan;
static History history;

static int make_plan(void **state) {
    (void)state;
    plan = small_plan();
    return 0;
}

static int release_all(void **state) {
    (void)state;
    plan_release(&plan);
    history_release(&history);
    return 0;
}

static bool undo(Err *err) {
    const HistoryStep *step = history_undo(&history);
    if (step == NULL || !plan_undo(&plan, &step->change, err))
        return false;
    history_went_back(&history);
    return true;
}

static bool redo(Err *err) {
    const HistoryStep *step = history_redo(&history);
    if (step == NULL || !plan_redo(&plan, &step->change, err))
        return false;
    history_went_forth(&history);
    return true;
}

/* Does something as a named step. */
#define STEP(name, function, ...)                                                                  \
    do {                                                                                           \
        PlanChange made_change = {0};                                                              \
        Err said = {""};                                                                           \
        if (!function(__VA_ARGS__, &made_change, &said))                                           \
            fail_msg("%s", said.text);                                                             \
        assert_true(history_push(&history, name, "elm", &made_change));                            \
    } while (0)

static void a_step_is_undone_and_redone_by_its_name(void **state) {
    (void)state;
    Err err;
    STEP("status of =見本市", plan_set, &plan, "fair", PLAN_STATUS, str("採択"), tuesday);
    assert_string_equal(history_undo(&history)->name, "status of =見本市");
    assert_string_equal(history_undo(&history)->subject, "elm");
    assert_null(history_redo(&history));
    assert_true(undo(&err));
    assert_string_equal(text_of(&plan, "fair", PLAN_STATUS), "候補");
    assert_string_equal(plan.updated, monday.now);
    assert_int_equal(plan_find(&plan, "fair")->log.count, 1);
    assert_null(history_undo(&history));
    assert_string_equal(history_redo(&history)->name, "status of =見本市");
    assert_true(redo(&err));
    assert_string_equal(text_of(&plan, "fair", PLAN_STATUS), "採択");
    assert_string_equal(plan.updated, tuesday.now);
}

static void a_removed_program_comes_back_in_its_place_with_all_it_had(void **state) {
    (void)state;
    Err err;
    Plan before;
    set(&plan, "seminar", PLAN_NOTE, "一\n二", tuesday);
    plan_copy(&before, &plan);
    STEP("remove", plan_remove, &plan, "seminar", friday);
    assert_int_equal(plan.count, 1);
    assert_true(undo(&err));
    assert_same_plan(&plan, &before);
    plan_release(&before);
}

static void many_edits_can_be_one_step(void **state) {
    (void)state;
    Err err = {""};
    PlanChange all = {0};
    Plan before;
    plan_copy(&before, &plan);
    assert_true(plan_add(&plan, &sample_programs[2], tuesday, &all, &err));
    assert_true(plan_set(&plan, "loan", PLAN_NOTE, str("銀行"), tuesday, &all, &err));
    assert_true(plan_remove(&plan, "seminar", friday, &all, &err));
    assert_true(plan_rename(&plan, "エルム", friday, &all, &err));
    assert_true(plan_archive(&plan, true, friday, &all, &err));
    Plan after;
    plan_copy(&after, &plan);
    assert_true(history_push(&history, "bulk", "elm", &all));
    assert_true(undo(&err));
    assert_same_plan(&plan, &before);
    assert_true(redo(&err));
    assert_same_plan(&plan, &after);
    plan_release(&before);
    plan_release(&after);
}

static void doing_something_new_forgets_what_was_undone(void **state) {
    (void)state;
    Err err;
    STEP("one", plan_set, &plan, "fair", PLAN_NOTE, str("1"), tuesday);
    STEP("two", plan_set, &plan, "fair", PLAN_NOTE, str("2"), tuesday);
    assert_true(undo(&err));
    STEP("three", plan_set, &plan, "fair", PLAN_NOTE, str("3"), tuesday);
    assert_null(history_redo(&history));
    assert_true(undo(&err));
    assert_string_equal(text_of(&plan, "fair", PLAN_NOTE), "1");
}

static void what_changed_nothing_is_no_step(void **state) {
    (void)state;
    PlanChange nothing = {0};
    assert_false(history_push(&history, "nothing", "elm", &nothing));
    assert_null(history_undo(&history));
}

static void a_thousand_steps_and_more_can_be_undone(void **state) {
    (void)state;
    enum { STEPS = 1500 };
    Arena arena = {0};
    Err err;
    char *before = written(&plan);
    for (int i = 0; i < STEPS; i++)
        STEP("step", plan_set, &plan, "fair", PLAN_NOTE, str(arena_printf(&arena, "%d", i)),
             tuesday);
    char *after = written(&plan);
    for (int i = 0; i < STEPS; i++)
        assert_true(undo(&err));
    assert_null(history_undo(&history));
    char *back = written(&plan);
    assert_string_equal(back, before);
    for (int i = 0; i < STEPS; i++)
        assert_true(redo(&err));
    char *again = written(&plan);
    assert_string_equal(again, after);
    free(before);
    free(after);
    free(back);
    free(again);
    arena_release(&arena);
}

static void the_oldest_steps_are_forgotten_in_the_end(void **state) {
    (void)state;
    Arena arena = {0};
    for (int i = 0; i < HISTORY_MOST + 5; i++) {
        PlanChange change = {0};
        plan_change_outside(&change, "bookmarks", "", "x");
        history_push(&history, arena_printf(&arena, "%d", i), "bookmarks", &change);
    }
    int left = 0;
    const char *oldest = "";
    for (; history_undo(&history) != NULL; history_went_back(&history), left++)
        oldest = history_undo(&history)->name;
    assert_int_equal(left, HISTORY_MOST);
    assert_string_equal(oldest, "5");
    arena_release(&arena);
}

static void what_another_changed_since_is_never_overwritten(void **state) {
    (void)state;
    Err err = {""};
    STEP("note", plan_set, &plan, "fair", PLAN_NOTE, str("mine"), tuesday);
    set(&plan, "fair", PLAN_NOTE, "another's", friday);
    assert_false(undo(&err));
    assert_string_equal(err.text, "it has been changed elsewhere meanwhile, so it stays as it is");
    assert_string_equal(text_of(&plan, "fair", PLAN_NOTE), "another's");
    history_drop_undo(&history);
    assert_null(history_undo(&history));
}

static void a_step_of_many_is_undone_whole_or_not_at_all(void **state) {
    (void)state;
    Err err = {""};
    PlanChange all = {0};
    assert_true(plan_set(&plan, "fair", PLAN_NOTE, str("a"), tuesday, &all, &err));
    assert_true(plan_set(&plan, "seminar", PLAN_NOTE, str("b"), tuesday, &all, &err));
    history_push(&history, "both", "elm", &all);
    DO(plan_remove, &plan, "fair", friday);
    Plan before;
    plan_copy(&before, &plan);
    assert_false(undo(&err));
    assert_string_equal(err.text, "the program is no longer in the plan");
    assert_same_plan(&plan, &before);
    plan_release(&before);
}

static void an_added_program_another_worked_on_is_not_undone_away(void **state) {
    (void)state;
    Err err = {""};
    STEP("add", plan_add, &plan, &sample_programs[2], tuesday);
    set(&plan, "loan", PLAN_NOTE, "another's", friday);
    assert_false(undo(&err));
    assert_string_equal(text_of(&plan, "loan", PLAN_NOTE), "another's");
}

static void undo_of_one_field_leaves_anothers_field_alone(void **state) {
    (void)state;
    Err err = {""};
    STEP("note", plan_set, &plan, "fair", PLAN_NOTE, str("mine"), tuesday);
    set(&plan, "fair", PLAN_OWNER, "another", friday);
    assert_true(undo(&err));
    assert_string_equal(text_of(&plan, "fair", PLAN_NOTE), "");
    assert_string_equal(text_of(&plan, "fair", PLAN_OWNER), "another");
    assert_string_equal(plan.updated, friday.now);
    const PlanItem *item = plan_find(&plan, "fair");
    assert_int_equal(item->log.count, 2); /* added, owner */
}

static void steps_follow_a_plan_that_is_renamed(void **state) {
    (void)state;
    STEP("note", plan_set, &plan, "fair", PLAN_NOTE, str("a"), tuesday);
    history_move_subject(&history, "elm", "elm-2");
    assert_string_equal(history_undo(&history)->subject, "elm-2");
}

/* The promise itself: after anything, the way back and forth is exact to the byte. */
static void any_edits_are_undone_and_redone_to_the_byte(void **state) {
    (void)state;
    enum { ROUNDS = 60, EDITS = 25 };
    uint32_t seed = 20161214;
    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = {0};
        PlanChange changes[EDITS] = {0};
        char *files[EDITS + 1];
        Err err = {""};
        Plan any = random_plan(&arena, &seed, 10);
        files[0] = written(&any);
        for (int i = 0; i < EDITS; i++) {
            random_edit(&arena, &seed, &any, "p", &changes[i]);
            files[i + 1] = written(&any);
        }
        for (int i = EDITS - 1; i >= 0; i--) {
            assert_true(plan_undo(&any, &changes[i], &err));
            char *file = written(&any);
            assert_string_equal(file, files[i]);
            free(file);
        }
        for (int i = 0; i < EDITS; i++)
            assert_true(plan_redo(&any, &changes[i], &err));
        char *file = written(&any);
        assert_string_equal(file, files[EDITS]);
        free(file);
        for (int i = 0; i <= EDITS; i++)
            free(files[i]);
        for (int i = 0; i < EDITS; i++)
            plan_change_release(&changes[i]);
        plan_release(&any);
        arena_release(&arena);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_plan, release_all)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_step_is_undone_and_redone_by_its_name),
        TEST(a_removed_program_comes_back_in_its_place_with_all_it_had),
        TEST(many_edits_can_be_one_step),
        TEST(doing_something_new_forgets_what_was_undone),
        TEST(what_changed_nothing_is_no_step),
        TEST(a_thousand_steps_and_more_can_be_undone),
        TEST(the_oldest_steps_are_forgotten_in_the_end),
        TEST(what_another_changed_since_is_never_overwritten),
        TEST(a_step_of_many_is_undone_whole_or_not_at_all),
        TEST(an_added_program_another_worked_on_is_not_undone_away),
        TEST(undo_of_one_field_leaves_anothers_field_alone),
        TEST(steps_follow_a_plan_that_is_renamed),
        TEST(any_edits_are_undone_and_redone_to_the_byte),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
