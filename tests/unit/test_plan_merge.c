/* Three-way merge: what either side did is there, and what both did differently is kept twice. */
#include "plan_fixture.h"

#include "plan/merge.h"

static Plan base, ours, theirs, merged;

static int make_plans(void **state) {
    (void)state;
    base = small_plan();
    plan_copy(&ours, &base);
    plan_copy(&theirs, &base);
    return 0;
}

static int release_plans(void **state) {
    (void)state;
    plan_release(&base);
    plan_release(&ours);
    plan_release(&theirs);
    plan_release(&merged);
    return 0;
}

static size_t merge(void) {
    plan_release(&merged);
    return plan_merge(&merged, &base, &ours, &theirs);
}

static void assert_merged(const char *program, PlanField field, const char *text) {
    assert_string_equal(text_of(&merged, program, field), text);
}

/* "field=theirs field=theirs " of an item's conflicts. */
static const char *conflicts_of(Arena *arena, const char *program) {
    const PlanItem *item = plan_find(&merged, program);
    const PlanRecords *records = item != NULL ? &item->conflicts : &merged.conflicts;
    const char *text = "";
    for (size_t i = 0; i < records->count; i++)
        text = arena_printf(arena, "%s%s=%s ", text, records->at[i].field, records->at[i].to);
    return text;
}

static void assert_conflicts(const char *program, const char *expected) {
    Arena arena = {0};
    assert_string_equal(conflicts_of(&arena, program), expected);
    arena_release(&arena);
}

/* The programs in order, parted by blanks. */
static void assert_order(const char *expected) {
    Arena arena = {0};
    const char *text = "";
    for (size_t i = 0; i < merged.count; i++)
        text = arena_printf(&arena, "%s%s%s", text, i > 0 ? " " : "", merged.items[i].program);
    assert_string_equal(text, expected);
    arena_release(&arena);
}

static void different_fields_of_one_item_both_count(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_STATUS, "採択", tuesday);
    set(&theirs, "fair", PLAN_DUE, "2017-01-27", friday);
    assert_int_equal(merge(), 0);
    assert_merged("fair", PLAN_STATUS, "採択");
    assert_merged("fair", PLAN_DUE, "2017-01-27");
    assert_int_equal(plan_find(&merged, "fair")->log.count, 3);
    assert_string_equal(merged.updated, friday.now);
}

static void the_same_change_on_both_sides_is_one(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_STATUS, "採択", tuesday);
    set(&theirs, "fair", PLAN_STATUS, "採択", tuesday);
    assert_int_equal(merge(), 0);
    assert_merged("fair", PLAN_STATUS, "採択");
    assert_int_equal(plan_find(&merged, "fair")->log.count, 2);
}

static void of_a_conflict_ours_is_kept_and_theirs_noted(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&theirs, "fair", PLAN_DUE, "2017-02-01", friday);
    assert_int_equal(merge(), 1);
    assert_merged("fair", PLAN_DUE, "2017-01-27");
    assert_conflicts("fair", "due=2017-02-01 ");
    assert_string_equal(plan_find(&merged, "fair")->conflicts.at[0].at, friday.now);
    assert_conflicts("seminar", "");
}

static void conflicts_survive_the_file_and_are_settled(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&theirs, "fair", PLAN_DUE, "2017-02-01", friday);
    merge();
    char *file = written(&merged);
    assert_non_null(strstr(file, "    conflicts:\n      - {at: 2016-12-23T09:15:30Z, field: due, "
                                 "theirs: \"2017-02-01\"}\n"));
    Plan read = read_back(file);
    assert_same_plan(&read, &merged);
    PlanChange done = {0};
    Err err;
    assert_true(plan_settle(&read, "fair", 0, true, friday, &done, &err));
    assert_string_equal(text_of(&read, "fair", PLAN_DUE), "2017-02-01");
    assert_int_equal(plan_find(&read, "fair")->conflicts.count, 0);
    assert_true(plan_undo(&read, &done, &err));
    assert_same_plan(&read, &merged);
    assert_false(plan_settle(&read, "fair", 1, false, friday, &done, &err));
    plan_change_release(&done);
    plan_release(&read);
    free(file);
}

static void a_settled_conflict_does_not_come_back(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_DUE, "2017-01-27", tuesday);
    set(&theirs, "fair", PLAN_DUE, "2017-02-01", friday);
    merge();
    Plan settled;
    plan_copy(&settled, &merged);
    DO(plan_settle, &settled, "fair", 0, false, friday);
    plan_release(&base);
    plan_release(&ours);
    plan_copy(&base, &merged);
    plan_copy(&ours, &merged);
    plan_release(&theirs);
    theirs = settled;
    set(&ours, "fair", PLAN_NOTE, "a", friday);
    assert_int_equal(merge(), 0);
    assert_conflicts("fair", "");
    assert_merged("fair", PLAN_NOTE, "a");
}

static void both_notes_are_kept_in_the_note(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_NOTE, "電話した。\n担当は佐藤さん。", tuesday);
    set(&theirs, "fair", PLAN_NOTE, "メールした。", friday);
    assert_int_equal(merge(), 1);
    assert_merged("fair", PLAN_NOTE,
                  "----- こちらの内容 (ours) -----\n電話した。\n担当は佐藤さん。\n"
                  "----- 相手の内容 (theirs) -----\nメールした。\n"
                  "----- ここまで (end) -----");
    assert_conflicts("fair", "");
}

static void notes_too_long_together_are_kept_apart(void **state) {
    (void)state;
    Arena arena = {0};
    char *text = arena_alloc(&arena, PLAN_TEXT_MOST + 1);
    memset(text, 'a', PLAN_TEXT_MOST);
    set(&ours, "fair", PLAN_NOTE, text, tuesday);
    memset(text, 'b', PLAN_TEXT_MOST);
    set(&theirs, "fair", PLAN_NOTE, text, tuesday);
    assert_int_equal(merge(), 1);
    const PlanItem *item = plan_find(&merged, "fair");
    assert_string_equal(item->conflicts.at[0].to, text);
    char *file = written(&merged);
    Plan read = read_back(file);
    assert_same_plan(&read, &merged);
    plan_release(&read);
    free(file);
    arena_release(&arena);
}

static void removed_and_untouched_is_removed(void **state) {
    (void)state;
    DO(plan_remove, &ours, "fair", tuesday);
    DO(plan_remove, &theirs, "seminar", tuesday);
    assert_int_equal(merge(), 0);
    assert_order("");
}

static void removed_but_changed_by_the_other_stays_and_says_so(void **state) {
    (void)state;
    DO(plan_remove, &ours, "fair", tuesday);
    set(&theirs, "fair", PLAN_NOTE, "大事", friday);
    DO(plan_remove, &theirs, "seminar", friday);
    set(&ours, "seminar", PLAN_STATUS, "利用中", tuesday);
    assert_int_equal(merge(), 2);
    assert_order("seminar fair");
    assert_merged("fair", PLAN_NOTE, "大事");
    assert_merged("seminar", PLAN_STATUS, "利用中");
    assert_conflicts("fair", "removed= ");
    assert_conflicts("seminar", "removed= ");
    DO(plan_settle, &merged, "fair", 0, true, friday);
    assert_order("seminar");
}

static void items_of_both_sides_are_added_in_order(void **state) {
    (void)state;
    DO(plan_add, &theirs, &sample_resources[0], tuesday);
    DO(plan_add, &ours, &sample_programs[2], friday);
    assert_int_equal(merge(), 0);
    assert_order("seminar fair loan portal");
}

static void an_item_added_on_both_sides_is_one(void **state) {
    (void)state;
    DO(plan_add, &ours, &sample_programs[2], tuesday);
    DO(plan_add, &theirs, &sample_programs[2], friday);
    set(&ours, "loan", PLAN_OWNER, "山田", tuesday);
    set(&theirs, "loan", PLAN_STATUS, "申請済", friday);
    set(&theirs, "loan", PLAN_DOCUMENTS, "[x] 決算書", friday);
    assert_int_equal(merge(), 0);
    assert_merged("loan", PLAN_OWNER, "山田");
    assert_merged("loan", PLAN_STATUS, "申請済");
    assert_merged("loan", PLAN_DOCUMENTS, "[x] 決算書");
}

static void documents_are_merged_each_by_its_name(void **state) {
    (void)state;
    set(&base, "fair", PLAN_DOCUMENTS, "a\nb\nc\nd", tuesday);
    set(&ours, "fair", PLAN_DOCUMENTS, "a\n[x] b\nc\nd\ne", tuesday);
    set(&theirs, "fair", PLAN_DOCUMENTS, "[x] a\nb\nd\nf\n[x] e", tuesday);
    assert_int_equal(merge(), 0);
    assert_merged("fair", PLAN_DOCUMENTS, "[x] a\n[x] b\n[ ] d\n[x] e\n[ ] f");
}

static void logs_have_all_entries_once_in_order_of_time(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_OWNER, "一", tuesday);
    set(&theirs, "fair", PLAN_OWNER, "一", tuesday);
    set(&ours, "fair", PLAN_NOTE, "遅い", friday);
    set(&theirs, "fair", PLAN_DUE, "2017-01-27", tuesday);
    assert_int_equal(merge(), 0);
    const PlanRecords *log = &plan_find(&merged, "fair")->log;
    static const char *const fields[] = {"added", "owner", "due", "note"};
    assert_int_equal(log->count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(log->at[i].field, fields[i]);
}

static void a_change_that_was_undone_leaves_no_entry(void **state) {
    (void)state;
    PlanChange note = {0};
    Err err;
    assert_true(plan_set(&base, "fair", PLAN_NOTE, str("a"), tuesday, &note, &err));
    plan_release(&ours);
    plan_release(&theirs);
    plan_copy(&ours, &base);
    plan_copy(&theirs, &base);
    assert_true(plan_undo(&ours, &note, &err));
    set(&theirs, "fair", PLAN_OWNER, "山田", friday);
    assert_int_equal(merge(), 0);
    assert_merged("fair", PLAN_NOTE, "");
    assert_int_equal(plan_find(&merged, "fair")->log.count, 2); /* added, owner */
    plan_change_release(&note);
}

static void names_and_archiving_are_merged_too(void **state) {
    (void)state;
    DO(plan_rename, &ours, "エルム", tuesday);
    DO(plan_archive, &theirs, true, friday);
    assert_int_equal(merge(), 0);
    assert_string_equal(merged.name, "エルム");
    assert_true(merged.archived);
    DO(plan_rename, &theirs, "ELM", friday);
    assert_int_equal(merge(), 1);
    assert_string_equal(merged.name, "エルム");
    assert_conflicts("", "plan=ELM ");
    DO(plan_settle, &merged, "", 0, true, friday);
    assert_string_equal(merged.name, "ELM");
    assert_int_equal(merged.conflicts.count, 0);
}

static void plans_with_nothing_in_common_are_joined(void **state) {
    (void)state;
    set(&ours, "fair", PLAN_NOTE, "a", tuesday);
    DO(plan_remove, &theirs, "fair", friday);
    DO(plan_add, &theirs, &sample_programs[2], friday);
    assert_int_equal(plan_merge(&merged, NULL, &ours, &theirs), 0);
    assert_order("seminar fair loan");
    assert_merged("fair", PLAN_NOTE, "a");
}

/* ---- for any plans ---- */

static void edit_some(Arena *arena, uint32_t *seed, Plan *plan, const char *group) {
    for (uint32_t edits = next_random(seed) % 12; edits > 0; edits--) {
        PlanChange change = {0};
        random_edit(arena, seed, plan, group, &change);
        plan_change_release(&change);
    }
}

static void assert_bytes(const Plan *a, const Plan *b) {
    char *x = written(a), *y = written(b);
    assert_string_equal(x, y);
    free(x);
    free(y);
}

static void what_only_one_side_changed_is_that_side(void **state) {
    (void)state;
    uint32_t seed = 3;
    for (int round = 0; round < 300; round++) {
        Arena arena = {0};
        Plan x = random_plan(&arena, &seed, 15), a, out;
        plan_copy(&a, &x);
        edit_some(&arena, &seed, &a, "q");
        assert_int_equal(plan_merge(&out, &x, &a, &x), 0);
        assert_bytes(&out, &a);
        plan_release(&out);
        assert_int_equal(plan_merge(&out, &x, &x, &a), 0);
        assert_bytes(&out, &a);
        plan_release(&out);
        assert_int_equal(plan_merge(&out, &x, &a, &a), 0);
        assert_bytes(&out, &a);
        plan_release(&out);
        assert_int_equal(plan_merge(&out, NULL, &a, &a), 0);
        assert_bytes(&out, &a);
        plan_release(&out);
        plan_release(&a);
        plan_release(&x);
        arena_release(&arena);
    }
}

/* Sets a field of an item at random; the fields are parted between the sides by `parity`. */
static void set_own(Arena *arena, uint32_t *seed, Plan *plan, size_t parity) {
    size_t item = next_random(seed) % plan->count, field = next_random(seed) % COUNT_OF(settable);
    if ((item + field) % 2 != parity || settable[field] == PLAN_DOCUMENTS)
        return;
    set(plan, plan->items[item].program, settable[field],
        random_typed(arena, seed, settable[field]), random_time(arena, seed));
}

/* Everything that a side's field or log says is in the merge. */
static void assert_nothing_lost(const Plan *side, const Plan *out, size_t parity) {
    for (size_t i = 0; i < side->count; i++) {
        const PlanItem *mine = &side->items[i], *kept = plan_find(out, mine->program);
        assert_non_null(kept);
        for (size_t f = 0; f < COUNT_OF(settable); f++)
            if ((i + f) % 2 == parity && settable[f] != PLAN_DOCUMENTS)
                assert_string_equal(kept->fields[settable[f]], mine->fields[settable[f]]);
        for (size_t r = 0; r < mine->log.count; r++)
            assert_true(plan_records_find(&kept->log, &mine->log.at[r]) < kept->log.count);
    }
}

static void a_thousand_merges_of_disjoint_edits_lose_nothing(void **state) {
    (void)state;
    uint32_t seed = 1214;
    for (int round = 0; round < 1000; round++) {
        Arena arena = {0};
        Plan x = random_plan(&arena, &seed, 12), a, b, out;
        Program first = random_program(&arena, &seed, "z");
        DO(plan_add, &x, &first, monday);
        plan_copy(&a, &x);
        plan_copy(&b, &x);
        for (uint32_t edits = next_random(&seed) % 10; edits > 0; edits--) {
            set_own(&arena, &seed, &a, 0);
            set_own(&arena, &seed, &b, 1);
        }
        assert_int_equal(plan_merge(&out, &x, &a, &b), 0);
        assert_nothing_lost(&a, &out, 0);
        assert_nothing_lost(&b, &out, 1);
        plan_release(&out);
        plan_release(&a);
        plan_release(&b);
        plan_release(&x);
        arena_release(&arena);
    }
}

/* Whether a text stands in a field, a note or a list of conflicts of the item. */
static bool is_kept(const PlanItem *item, PlanField field, const char *text) {
    if (strcmp(item->fields[field], text) == 0 || strstr(item->fields[field], text) != NULL)
        return true;
    for (size_t i = 0; i < item->conflicts.count; i++)
        if (strcmp(item->conflicts.at[i].to, text) == 0)
            return true;
    return false;
}

/* A value that a side changed is in the merge, whatever the other side did. */
static void assert_changes_kept(const Plan *x, const Plan *side, const Plan *out) {
    for (size_t i = 0; i < side->count; i++) {
        const PlanItem *mine = &side->items[i], *before = plan_find(x, mine->program);
        for (size_t f = 0; f < COUNT_OF(settable) - 1; f++) {
            PlanField field = settable[f];
            if (before != NULL && strcmp(before->fields[field], mine->fields[field]) == 0)
                continue;
            const PlanItem *kept = plan_find(out, mine->program);
            if (before == NULL && strcmp(mine->fields[field], "候補") == 0)
                continue; /* as it was added: the other's status counts */
            assert_non_null(kept);
            if (mine->fields[field][0] != '\0' && !is_kept(kept, field, mine->fields[field]))
                fail_msg("'%s' is gone", mine->fields[field]);
        }
    }
}

static int compare_items(const void *a, const void *b) {
    const PlanItem *x = a, *y = b;
    return strcmp(x->program, y->program);
}

/* The items by name, so that only content is compared. */
static void sort_items(Plan *plan) {
    if (plan->count > 0)
        qsort(plan->items, plan->count, sizeof *plan->items, compare_items);
}

static void assert_same_but_for_conflicts(const Plan *a, const Plan *b) {
    assert_int_equal(a->count, b->count);
    assert_string_equal(a->updated, b->updated);
    assert_int_equal(a->archived, b->archived);
    for (size_t i = 0; i < a->count; i++) {
        const PlanItem *x = &a->items[i], *y = &b->items[i];
        assert_string_equal(x->program, y->program);
        assert_int_equal(x->log.count, y->log.count);
        assert_int_equal(x->conflicts.count, y->conflicts.count);
        for (size_t f = 0; f < PLAN_FIELD_COUNT; f++)
            if (x->conflicts.count == 0 && f != PLAN_NOTE && f != PLAN_REASON &&
                f != PLAN_DOCUMENTS)
                assert_string_equal(x->fields[f], y->fields[f]);
        for (size_t r = 0; r < x->log.count; r++)
            assert_true(plan_records_find(&y->log, &x->log.at[r]) < y->log.count);
    }
}

static void no_change_of_any_two_sides_is_lost_and_sides_are_equal(void **state) {
    (void)state;
    uint32_t seed = 99;
    for (int round = 0; round < 500; round++) {
        Arena arena = {0};
        Plan x = random_plan(&arena, &seed, 15), a, b, one, other;
        plan_copy(&a, &x);
        plan_copy(&b, &x);
        edit_some(&arena, &seed, &a, "q");
        edit_some(&arena, &seed, &b, "q");
        size_t conflicts = plan_merge(&one, &x, &a, &b);
        assert_int_equal(plan_merge(&other, &x, &b, &a), conflicts);
        assert_changes_kept(&x, &a, &one);
        assert_changes_kept(&x, &b, &one);
        char *file = written(&one);
        Plan read = read_back(file);
        assert_same_plan(&read, &one);
        free(file);
        sort_items(&one);
        sort_items(&other);
        assert_same_but_for_conflicts(&one, &other);
        plan_release(&read);
        plan_release(&one);
        plan_release(&other);
        plan_release(&a);
        plan_release(&b);
        plan_release(&x);
        arena_release(&arena);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_plans, release_plans)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(different_fields_of_one_item_both_count),
        TEST(the_same_change_on_both_sides_is_one),
        TEST(of_a_conflict_ours_is_kept_and_theirs_noted),
        TEST(conflicts_survive_the_file_and_are_settled),
        TEST(a_settled_conflict_does_not_come_back),
        TEST(both_notes_are_kept_in_the_note),
        TEST(notes_too_long_together_are_kept_apart),
        TEST(removed_and_untouched_is_removed),
        TEST(removed_but_changed_by_the_other_stays_and_says_so),
        TEST(items_of_both_sides_are_added_in_order),
        TEST(an_item_added_on_both_sides_is_one),
        TEST(documents_are_merged_each_by_its_name),
        TEST(logs_have_all_entries_once_in_order_of_time),
        TEST(a_change_that_was_undone_leaves_no_entry),
        TEST(names_and_archiving_are_merged_too),
        TEST(plans_with_nothing_in_common_are_joined),
        TEST(what_only_one_side_changed_is_that_side),
        TEST(a_thousand_merges_of_disjoint_edits_lose_nothing),
        TEST(no_change_of_any_two_sides_is_lost_and_sides_are_equal),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
