/* Bookmarks: set, taken away, undone, merged. */
#include "bookmarks_fixture.h"

#include "plan/history.h"

static int end(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

static void is_refused(Bookmarks *bookmarks, const PlanChange *change, bool back) {
    Bookmarks before;
    Err err = {""};
    bookmarks_copy(&before, bookmarks);
    assert_false(bookmarks_apply(bookmarks, change, back, &err));
    assert_string_equal(err.text, "it has been changed elsewhere meanwhile, so it stays as it is");
    assert_same(bookmarks, &before);
    bookmarks_release(&before);
}

/* ---- keys ---- */

static void a_key_is_a_kind_and_an_id(void **state) {
    (void)state;
    BookmarkKind kind;
    const char *id;
    for (size_t i = 0; i < BOOKMARK_KIND_COUNT; i++) {
        const char *key = bookmark_key(&arena, (BookmarkKind)i, "a:b");
        assert_true(bookmark_key_parts(key, &kind, &id));
        assert_int_equal(kind, i);
        assert_string_equal(id, "a:b");
    }
    assert_string_equal(bookmark_key(&arena, BOOKMARK_PROGRAM, "fair"), "program:fair");
    assert_true(bookmark_key_is_right("dream:x")); /* of a later kairo: kept */
    assert_false(bookmark_key_parts("dream:x", &kind, &id));
    static const char *const wrong[] = {
        "", "fair", ":fair", "program:", "p:a\n", "p:\t", "p:\xE2\x80\xAEx", "p:\xFF"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_false(bookmark_key_is_right(wrong[i]));
        assert_false(bookmark_key_parts(wrong[i], &kind, &id));
    }
}

/* ---- setting and taking away ---- */

static void what_is_set_is_found_with_its_name_and_time(void **state) {
    (void)state;
    Bookmarks bookmarks = {0};
    put(&bookmarks, "program:fair", "見本市", FIRST);
    put(&bookmarks, "country:vn", "ベトナム", LATER);
    assert_int_equal(bookmarks.count, 2);
    const Bookmark *found = bookmarks_find(&bookmarks, "program:fair");
    assert_ptr_equal(found, &bookmarks.at[0]);
    assert_string_equal(found->name, "見本市");
    assert_string_equal(found->at, FIRST);
    assert_null(bookmarks_find(&bookmarks, "program:vn"));
    take(&bookmarks, "program:fair");
    assert_null(bookmarks_find(&bookmarks, "program:fair"));
    assert_string_equal(bookmarks.at[0].key, "country:vn");
    bookmarks_release(&bookmarks);
}

static void the_same_again_is_no_step_and_a_new_name_keeps_the_place(void **state) {
    (void)state;
    Bookmarks bookmarks = these("abc");
    PlanChange change = set_mark(&bookmarks, "p:b", "名前", LATER);
    assert_int_equal(change.count, 0);
    assert_string_equal(bookmarks.at[1].at, FIRST);
    change = set_mark(&bookmarks, "p:b", "新しい名前", LATER);
    assert_int_equal(change.count, 1);
    assert_order(&bookmarks, "abc");
    assert_string_equal(bookmarks.at[1].name, "新しい名前");
    assert_string_equal(bookmarks.at[1].at, LATER);
    apply(&bookmarks, &change, true);
    Bookmarks before = these("abc");
    assert_same(&bookmarks, &before);
    plan_change_release(&change);
    bookmarks_release(&before);
    bookmarks_release(&bookmarks);
}

static void a_key_may_be_lent_by_the_bookmark_that_goes(void **state) {
    (void)state;
    Bookmarks bookmarks = these("ab"), before = these("ab");
    PlanChange change = unset_mark(&bookmarks, bookmarks.at[0].key);
    PlanChange more = set_mark(&bookmarks, bookmarks.at[0].key, bookmarks.at[0].key, LATER);
    assert_string_equal(bookmarks.at[0].name, "p:b");
    plan_change_append(&change, &more);
    apply(&bookmarks, &change, true);
    assert_same(&bookmarks, &before);
    plan_change_release(&change);
    bookmarks_release(&bookmarks);
    bookmarks_release(&before);
}

static void what_cannot_be_done_is_said_and_changes_nothing(void **state) {
    (void)state;
    Bookmarks bookmarks = these("a"), before = these("a");
    PlanChange change = {0};
    Err err = {""};
    assert_false(bookmarks_unset(&bookmarks, "p:b", &change, &err));
    assert_string_equal(err.text, "there is no bookmark here");
    assert_false(bookmarks_set(&bookmarks, "no key", "x", FIRST, &change, &err));
    assert_string_equal(err.text, "this cannot be bookmarked: its id is not right");
    assert_false(bookmarks_set(&bookmarks, "p:b", "\xFF", FIRST, &change, &err));
    assert_string_equal(err.text, "the text holds bytes that are not UTF-8");
    assert_int_equal(change.count, 0);
    assert_same(&bookmarks, &before);
    bookmarks_release(&bookmarks);
    bookmarks_release(&before);
}

static void there_is_room_for_so_many_and_no_more(void **state) {
    (void)state;
    Bookmarks bookmarks = many(BOOKMARKS_MOST - 1);
    PlanChange change = {0};
    Err err = {""};
    put(&bookmarks, "q:last", "x", FIRST);
    assert_false(bookmarks_set(&bookmarks, "q:more", "x", FIRST, &change, &err));
    assert_string_equal(err.text, "kairo keeps at most 2000 bookmarks; take some away first");
    assert_int_equal(change.count, 0);
    put(&bookmarks, "q:last", "another name", LATER); /* takes no room */
    assert_int_equal(bookmarks.count, BOOKMARKS_MOST);
    bookmarks_release(&bookmarks);
}

static void a_name_that_is_too_long_is_cut_between_characters(void **state) {
    (void)state;
    Bookmarks bookmarks = {0};
    char name[3 * BOOKMARK_NAME_MOST + 1];
    for (size_t i = 0; i < BOOKMARK_NAME_MOST; i++)
        memcpy(name + 3 * i, "海", 4);
    put(&bookmarks, "p:a", name, FIRST);
    assert_int_equal(strlen(bookmarks.at[0].name), BOOKMARK_NAME_MOST / 3 * 3);
    assert_true(text_is_utf8(str(bookmarks.at[0].name)));
    bookmarks_release(&bookmarks);
}

/* ---- undoing and redoing ---- */

static void undo_and_redo_are_exact(void **state) {
    (void)state;
    uint32_t seed = 20161214;
    for (int round = 0; round < 60; round++) {
        enum { STEPS = 30 };
        Bookmarks bookmarks = {0}, was[STEPS + 1] = {0};
        PlanChange steps[STEPS] = {0};
        for (size_t i = 0; i < STEPS; i++) {
            const char *key = arena_printf(&arena, "p:%u", next_random(&seed) % 8);
            const char *name = random_utf8(&arena, &seed, 20);
            Err err;
            bookmarks_copy(&was[i], &bookmarks);
            if (next_random(&seed) % 3 == 0)
                bookmarks_unset(&bookmarks, key, &steps[i], &err);
            else
                bookmarks_set(&bookmarks, key, name, LATER, &steps[i], &err);
        }
        bookmarks_copy(&was[STEPS], &bookmarks);
        for (size_t i = STEPS; i-- > 0;) {
            apply(&bookmarks, &steps[i], true);
            assert_same(&bookmarks, &was[i]);
        }
        for (size_t i = 0; i < STEPS; i++) {
            apply(&bookmarks, &steps[i], false);
            assert_same(&bookmarks, &was[i + 1]);
        }
        for (size_t i = 0; i <= STEPS; i++)
            bookmarks_release(&was[i]);
        for (size_t i = 0; i < STEPS; i++)
            plan_change_release(&steps[i]);
        bookmarks_release(&bookmarks);
    }
}

static void a_bookmark_comes_back_where_it_stood(void **state) {
    (void)state;
    static const char *const letters = "abc";
    for (const char *letter = letters; *letter != '\0'; letter++) {
        Bookmarks bookmarks = these(letters);
        PlanChange change = unset_mark(&bookmarks, arena_printf(&arena, "p:%c", *letter));
        assert_int_equal(bookmarks.count, 2);
        apply(&bookmarks, &change, true);
        assert_order(&bookmarks, letters);
        plan_change_release(&change);
        bookmarks_release(&bookmarks);
    }
}

static void it_comes_back_after_the_same_one_when_others_moved(void **state) {
    (void)state;
    Bookmarks bookmarks = these("abcd");
    PlanChange change = unset_mark(&bookmarks, "p:c");
    take(&bookmarks, "p:a"); /* as a merge may do */
    put(&bookmarks, "p:x", "", FIRST);
    apply(&bookmarks, &change, true);
    assert_order(&bookmarks, "bcdx");
    apply(&bookmarks, &change, false);
    take(&bookmarks, "p:b");
    apply(&bookmarks, &change, true); /* the one before it has gone: as far from the first */
    assert_order(&bookmarks, "dxc");
    plan_change_release(&change);
    bookmarks_release(&bookmarks);
}

static void what_another_changed_is_not_undone(void **state) {
    (void)state;
    Bookmarks bookmarks = these("ab");
    PlanChange set = set_mark(&bookmarks, "p:c", "見本市", FIRST);
    put(&bookmarks, "p:c", "展示会", LATER);
    is_refused(&bookmarks, &set, true);
    take(&bookmarks, "p:c");
    is_refused(&bookmarks, &set, true);
    put(&bookmarks, "p:c", "見本市", LATER);
    is_refused(&bookmarks, &set, true);  /* taken away and set anew at another time */
    is_refused(&bookmarks, &set, false); /* is there already */
    PlanChange unset = unset_mark(&bookmarks, "p:a");
    put(&bookmarks, "p:a", "名前", LATER);
    is_refused(&bookmarks, &unset, true);
    plan_change_release(&set);
    plan_change_release(&unset);
    bookmarks_release(&bookmarks);
}

static void of_many_edits_all_are_undone_or_none(void **state) {
    (void)state;
    Bookmarks bookmarks = these("abcd"), before = these("abcd");
    PlanChange all = unset_mark(&bookmarks, "p:b");
    PlanChange more = unset_mark(&bookmarks, "p:c");
    plan_change_append(&all, &more);
    plan_change_outside(&all, "p:a", "", "kept by something else");
    assert_order(&bookmarks, "ad");
    put(&bookmarks, "p:b", "", LATER); /* undone last, so the first is done already */
    is_refused(&bookmarks, &all, true);
    take(&bookmarks, "p:b");
    apply(&bookmarks, &all, true);
    assert_same(&bookmarks, &before);
    plan_change_release(&all);
    bookmarks_release(&bookmarks);
    bookmarks_release(&before);
}

static void one_history_holds_steps_of_plans_and_of_bookmarks(void **state) {
    (void)state;
    History history = {0};
    Bookmarks bookmarks = {0};
    Plan plan = small_plan(), before;
    Err err = {""};
    plan_copy(&before, &plan);
    PlanChange change = set_mark(&bookmarks, "program:fair", "見本市", FIRST);
    assert_true(plan_set(&plan, "fair", PLAN_STATUS, str("採択"), tuesday, &change, &err));
    assert_true(history_push(&history, "both", "x", &change));
    const HistoryStep *step = history_undo(&history);
    assert_true(plan_undo(&plan, &step->change, &err));
    apply(&bookmarks, &step->change, true);
    assert_same_plan(&plan, &before);
    assert_int_equal(bookmarks.count, 0);
    history_release(&history);
    plan_release(&plan);
    plan_release(&before);
    bookmarks_release(&bookmarks);
}

/* ---- merging ---- */

static Bookmarks merge(const Bookmarks *base, const Bookmarks *ours, const Bookmarks *theirs) {
    Bookmarks out;
    bookmarks_merge(&out, base, ours, theirs);
    return out;
}

static void assert_merge(const Bookmarks *base, const Bookmarks *ours, const Bookmarks *theirs,
                         const Bookmarks *expected) {
    Bookmarks out = merge(base, ours, theirs);
    assert_same(&out, expected);
    bookmarks_release(&out);
}

/* Some of few keys, in any order; names and times that are sometimes the same. */
static Bookmarks random_marks(uint32_t *seed) {
    Bookmarks bookmarks = {0};
    for (uint32_t i = next_random(seed) % 12; i > 0; i--) {
        const char *key = arena_printf(&arena, "p:%u", next_random(seed) % 10);
        if (bookmarks_find(&bookmarks, key) == NULL)
            put(&bookmarks, key, next_random(seed) % 2 == 0 ? "一" : "二",
                next_random(seed) % 2 == 0 ? FIRST : LATER);
    }
    return bookmarks;
}

static void assert_same_but_for_order(const Bookmarks *a, const Bookmarks *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const Bookmark *other = bookmarks_find(b, a->at[i].key);
        assert_non_null(other);
        assert_string_equal(other->name, a->at[i].name);
        assert_string_equal(other->at, a->at[i].at);
    }
}

static void merging_keeps_its_laws(void **state) {
    (void)state;
    uint32_t seed = 7;
    const Bookmarks none = {0};
    for (int i = 0; i < 1000; i++) {
        Bookmarks base = random_marks(&seed), a = random_marks(&seed), b = random_marks(&seed);
        assert_merge(&base, &a, &base, &a);
        assert_merge(&base, &base, &a, &a);
        assert_merge(&base, &a, &a, &a);
        assert_merge(NULL, &a, &none, &a);
        Bookmarks one = merge(&base, &a, &b), other = merge(&base, &b, &a);
        assert_same_but_for_order(&one, &other);
        bookmarks_release(&one);
        bookmarks_release(&other);
        bookmarks_release(&base);
        bookmarks_release(&a);
        bookmarks_release(&b);
    }
}

static void both_sides_new_ones_are_there_ours_first(void **state) {
    (void)state;
    Bookmarks base = these("ab"), ours = these("abcx"), theirs = these("abdx");
    Bookmarks expected = these("abcxd");
    assert_merge(&base, &ours, &theirs, &expected);
    assert_merge(NULL, &ours, &theirs, &expected);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    bookmarks_release(&theirs);
    bookmarks_release(&expected);
}

static void taken_away_on_either_side_goes(void **state) {
    (void)state;
    Bookmarks base = these("abcd"), ours = these("acd"), theirs = these("abd"),
              expected = these("ad");
    assert_merge(&base, &ours, &theirs, &expected);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    bookmarks_release(&theirs);
    bookmarks_release(&expected);
}

static void taken_away_here_and_changed_there_stays(void **state) {
    (void)state;
    Bookmarks base = these("abc"), ours = these("ac"), theirs = these("abc");
    put(&theirs, "p:b", "新しい名前", LATER);
    assert_merge(&base, &ours, &theirs, &theirs);
    assert_merge(&base, &theirs, &ours, &theirs);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    bookmarks_release(&theirs);
}

static void of_two_new_names_the_later_stays(void **state) {
    (void)state;
    Bookmarks base = these("ab"), ours = these("ab"), theirs = these("ab");
    put(&ours, "p:a", "一", LATER);
    put(&theirs, "p:a", "二", LAST);
    assert_merge(&base, &ours, &theirs, &theirs);
    assert_merge(&base, &theirs, &ours, &theirs);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    bookmarks_release(&theirs);
}

static void what_was_set_anew_has_its_new_place(void **state) {
    (void)state;
    Bookmarks base = these("abc"), ours = these("abc"), theirs = these("abcd");
    take(&ours, "p:a");
    put(&ours, "p:a", "名前", LATER);
    Bookmarks out = merge(&base, &ours, &theirs);
    assert_order(&out, "bcad");
    assert_string_equal(bookmarks_find(&out, "p:a")->at, LATER);
    bookmarks_release(&out);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    bookmarks_release(&theirs);
}

#define TEST(name) cmocka_unit_test_teardown(name, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_key_is_a_kind_and_an_id),
        TEST(what_is_set_is_found_with_its_name_and_time),
        TEST(the_same_again_is_no_step_and_a_new_name_keeps_the_place),
        TEST(a_key_may_be_lent_by_the_bookmark_that_goes),
        TEST(what_cannot_be_done_is_said_and_changes_nothing),
        TEST(there_is_room_for_so_many_and_no_more),
        TEST(a_name_that_is_too_long_is_cut_between_characters),
        TEST(undo_and_redo_are_exact),
        TEST(a_bookmark_comes_back_where_it_stood),
        TEST(it_comes_back_after_the_same_one_when_others_moved),
        TEST(what_another_changed_is_not_undone),
        TEST(of_many_edits_all_are_undone_or_none),
        TEST(one_history_holds_steps_of_plans_and_of_bookmarks),
        TEST(merging_keeps_its_laws),
        TEST(both_sides_new_ones_are_there_ours_first),
        TEST(taken_away_on_either_side_goes),
        TEST(taken_away_here_and_changed_there_stays),
        TEST(of_two_new_names_the_later_stays),
        TEST(what_was_set_anew_has_its_new_place),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
