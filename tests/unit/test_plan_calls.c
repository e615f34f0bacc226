/* Calls written into a plan: kept whole, through files, merges and undo, and never dropped. */
#include "plan_fixture.h"

#include "plan/merge.h"

static Plan plan;
static Arena arena;

static int begin(void **state) {
    (void)state;
    plan = small_plan();
    return 0;
}

static int end(void **state) {
    (void)state;
    plan_release(&plan);
    arena_release(&arena);
    return 0;
}

static const PlanRecord *newest(const Plan *of, size_t calls) {
    const PlanRecord *record;
    assert_int_equal(plan_calls(plan_find(of, "fair"), &record), calls);
    return record;
}

static void call(Plan *of, const char *text, PlanTime when) {
    DO(plan_log_call, of, "fair", str(text), when);
}

static void assert_refused(const char *program, const char *text, const char *sentence) {
    PlanChange change = {0};
    Err err = {""};
    Plan before;
    plan_copy(&before, &plan);
    assert_false(plan_log_call(&plan, program, str(text), tuesday, &change, &err));
    assert_string_equal(err.text, sentence);
    assert_int_equal(change.count, 0);
    assert_same_plan(&plan, &before);
    plan_release(&before);
}

/* `len` bytes of text. */
static const char *long_text(size_t len) {
    char *text = arena_alloc(&arena, len + 1);
    memset(text, 'x', len);
    text[len] = '\0';
    return text;
}

static void a_call_is_kept_whole_with_its_time(void **state) {
    (void)state;
    const char *text = long_text(PLAN_NAME_MOST);
    call(&plan, "  担当は山田さん。　", monday);
    assert_string_equal(newest(&plan, 1)->to, "担当は山田さん。");
    assert_string_equal(newest(&plan, 1)->at, monday.now);
    call(&plan, text, tuesday);
    assert_string_equal(newest(&plan, 2)->to, text);
    assert_string_equal(plan.updated, tuesday.now);
}

static void what_cannot_be_kept_is_refused(void **state) {
    (void)state;
    assert_refused("loan", "x", "'loan' is not in the plan");
    assert_refused("fair", " 　 ", "nothing was written of the call");
    assert_refused("fair", "a\nb", "'a\uFFFDb' must be one line");
    assert_refused("fair", "\xff", "the text holds bytes that are not UTF-8");
    assert_refused("fair", long_text(PLAN_NAME_MOST + 1),
                   "the text is too long: 1025 bytes, at most 1024 can be kept");
}

static void a_call_is_undone_and_done_again(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err = {""};
    Plan before;
    plan_copy(&before, &plan);
    assert_true(plan_log_call(&plan, "fair", str("一度"), tuesday, &change, &err));
    assert_true(plan_undo(&plan, &change, &err));
    assert_same_plan(&plan, &before);
    assert_true(plan_redo(&plan, &change, &err));
    assert_string_equal(newest(&plan, 1)->to, "一度");
    DO(plan_remove, &plan, "fair", friday);
    assert_false(plan_undo(&plan, &change, &err));
    plan_change_release(&change);
    plan_release(&before);
}

static void a_call_comes_back_from_its_file(void **state) {
    (void)state;
    call(&plan, "「様式」: {公開, #1} \"来週\"", tuesday);
    char *bytes = written(&plan);
    Plan again = read_back(bytes);
    assert_same_plan(&plan, &again);
    free(bytes);
    plan_release(&again);
}

static void calls_of_two_sessions_are_both_kept(void **state) {
    (void)state;
    Plan ours, theirs, merged;
    plan_copy(&ours, &plan);
    plan_copy(&theirs, &plan);
    call(&ours, "こちら", tuesday);
    call(&theirs, "あちら", friday);
    assert_int_equal(plan_merge(&merged, &plan, &ours, &theirs), 0);
    assert_string_equal(newest(&merged, 2)->to, "あちら");
    plan_release(&merged);
    plan_release(&ours);
    plan_release(&theirs);
}

static void an_item_taken_out_while_another_calls_stays(void **state) {
    (void)state;
    Plan ours, theirs, merged;
    plan_copy(&ours, &plan);
    plan_copy(&theirs, &plan);
    DO(plan_remove, &ours, "fair", tuesday);
    call(&theirs, "あちら", friday);
    assert_int_equal(plan_merge(&merged, &plan, &ours, &theirs), 1);
    assert_string_equal(newest(&merged, 1)->to, "あちら");
    plan_release(&merged);
    plan_release(&ours);
    plan_release(&theirs);
}

/* The log of what changed makes room for itself; calls are what people wrote. */
static void calls_are_never_dropped_to_make_room(void **state) {
    (void)state;
    const char *name = long_text(200);
    call(&plan, "いちばん古い電話", monday);
    for (int i = 0; i < 8000; i++)
        set(&plan, "fair", PLAN_OWNER, arena_printf(&arena, "%04d%s", i, name), friday);
    size_t body, log;
    plan_measure(&plan, &body, &log);
    assert_in_range(log, PLAN_LOG_MOST / 2, PLAN_LOG_MOST);
    assert_string_equal(newest(&plan, 1)->to, "いちばん古い電話");
    assert_string_not_equal(plan_find(&plan, "fair")->log.at[0].field, "added");
}

static void a_plan_full_of_calls_takes_no_more(void **state) {
    (void)state;
    const char *text = long_text(PLAN_NAME_MOST);
    PlanChange change = {0};
    Err err = {""};
    size_t count = 0;
    while (count < 2 * PLAN_BODY_MOST / PLAN_NAME_MOST &&
           plan_log_call(&plan, "fair", str(text), tuesday, &change, &err)) {
        plan_change_release(&change);
        count++;
    }
    assert_string_equal(err.text, "the plan is full: all its texts together may take 3 MiB");
    assert_in_range(count, PLAN_BODY_MOST / (PLAN_NAME_MOST + 100),
                    PLAN_BODY_MOST / PLAN_NAME_MOST);
    newest(&plan, count);
    char *bytes = written(&plan);
    Plan again = read_back(bytes);
    assert_same_plan(&plan, &again);
    free(bytes);
    plan_release(&again);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_call_is_kept_whole_with_its_time),
        TEST(what_cannot_be_kept_is_refused),
        TEST(a_call_is_undone_and_done_again),
        TEST(a_call_comes_back_from_its_file),
        TEST(calls_of_two_sessions_are_both_kept),
        TEST(an_item_taken_out_while_another_calls_stays),
        TEST(calls_are_never_dropped_to_make_room),
        TEST(a_plan_full_of_calls_takes_no_more),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
