/* The answers of the diagnosis in a plan: set, undone, written, merged, printed. */
#include "plan_fixture.h"

#include "plan/merge.h"
#include "report/json_plan.h"

static Plan plan;

static int make_plan(void **state) {
    (void)state;
    plan = small_plan();
    return 0;
}

static int release_plan(void **state) {
    (void)state;
    plan_release(&plan);
    return 0;
}

static void answer(Plan *to, const char *question, const char *choices, PlanTime when) {
    DO(plan_answer, to, question, str(choices), when);
}

static void assert_answer(const Plan *of, const char *question, const char *choices) {
    assert_string_equal(answers_get(&of->answers, question), choices);
}

/* ---- setting ---- */

static void choices_are_kept_in_one_order_each_once(void **state) {
    (void)state;
    answer(&plan, "country", "vn  th vn id", tuesday);
    assert_answer(&plan, "country", "id th vn");
    assert_string_equal(plan.updated, tuesday.now);
}

static void changing_an_earlier_answer_keeps_later_ones(void **state) {
    (void)state;
    answer(&plan, "stage", "plan", tuesday);
    answer(&plan, "company", "small", tuesday);
    answer(&plan, "country", "vn", tuesday);
    answer(&plan, "stage", "enter", friday);
    assert_answer(&plan, "stage", "enter");
    assert_answer(&plan, "company", "small");
    assert_answer(&plan, "country", "vn");
}

static void a_question_passed_over_is_not_one_without_an_answer(void **state) {
    (void)state;
    answer(&plan, "country", "vn", tuesday);
    answer(&plan, "country", ANSWER_SKIPPED, tuesday);
    assert_answer(&plan, "country", ANSWER_SKIPPED);
    assert_int_equal(plan.answers.count, 1);
    answer(&plan, "country", "", tuesday);
    assert_answer(&plan, "country", "");
    assert_int_equal(plan.answers.count, 0);
}

static void ids_that_no_question_has_are_kept(void **state) {
    (void)state;
    answer(&plan, "of-a-later-kairo", "mars venus", tuesday);
    assert_answer(&plan, "of-a-later-kairo", "mars venus");
}

static void assert_refused(const char *choices, const char *sentence) {
    PlanChange change = {0};
    Err err = {""};
    assert_false(plan_answer(&plan, "country", str(choices), tuesday, &change, &err));
    assert_string_equal(err.text, sentence);
    assert_int_equal(change.count, 0);
    assert_int_equal(plan.answers.count, 0);
}

static void what_is_no_id_is_refused(void **state) {
    (void)state;
    assert_refused("vn Viet", "'Viet' is not an id; expected a to z, 0 to 9 and hyphens, no "
                              "hyphen first");
    assert_refused("- vn",
                   "'-' is not an id; expected a to z, 0 to 9 and hyphens, no hyphen first");
    assert_refused("\x1B[2J", "'\xEF\xBF\xBD[2J' is not an id; expected a to z, 0 to 9 and "
                              "hyphens, no hyphen first");
    char many[ANSWER_TEXT_MOST + 2];
    memset(many, 'a', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    assert_refused(many, "the text is too long: 1025 bytes, at most 1024 can be kept");
}

static void a_plan_holds_only_so_many_answers(void **state) {
    (void)state;
    Arena arena = {0};
    PlanChange change = {0};
    Err err = {""};
    for (int i = 0; i < PLAN_ANSWERS_MOST; i++)
        answer(&plan, arena_printf(&arena, "q%d", i), "a", tuesday);
    assert_false(plan_answer(&plan, "one-more", str("a"), tuesday, &change, &err));
    assert_string_equal(err.text, "a plan holds at most 100 answers");
    answer(&plan, "q7", "b", tuesday); /* but those it has can be changed */
    assert_answer(&plan, "q7", "b");
    arena_release(&arena);
}

static void the_same_answer_again_is_no_change(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    answer(&plan, "country", "th vn", tuesday);
    assert_true(plan_answer(&plan, "country", str("vn th"), friday, &change, &err));
    assert_true(plan_answer(&plan, "way", str(""), friday, &change, &err));
    assert_int_equal(change.count, 0);
    assert_string_equal(plan.updated, tuesday.now);
}

/* ---- undo ---- */

static void an_answer_is_undone_and_redone_exactly(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    Plan before, after;
    answer(&plan, "first", "new", tuesday);
    plan_copy(&before, &plan);
    assert_true(plan_answer(&plan, "first", str(ANSWER_SKIPPED), friday, &change, &err));
    assert_true(plan_answer(&plan, "country", str("vn"), friday, &change, &err));
    assert_true(plan_answer(&plan, "first", str(""), friday, &change, &err));
    plan_copy(&after, &plan);
    assert_true(plan_undo(&plan, &change, &err));
    assert_same_plan(&plan, &before);
    assert_true(plan_redo(&plan, &change, &err));
    assert_same_plan(&plan, &after);
    plan_change_release(&change);
    plan_release(&before);
    plan_release(&after);
}

static void undoing_never_overwrites_what_another_answered_since(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err = {""};
    assert_true(plan_answer(&plan, "first", str("new"), tuesday, &change, &err));
    answer(&plan, "first", "again", friday);
    assert_false(plan_undo(&plan, &change, &err));
    assert_string_equal(err.text, "it has been changed elsewhere meanwhile, so it stays as it is");
    assert_answer(&plan, "first", "again");
    plan_change_release(&change);
}

/* ---- the file ---- */

#define HEAD                                                                                       \
    "kairo_plan: 1\nname: a\ncreated: 2016-12-19T01:00:00Z\nupdated: 2016-12-19T01:00:00Z\n"

static void answers_stand_one_on_a_line_in_a_fixed_order(void **state) {
    (void)state;
    Plan empty;
    plan_init(&empty, "a", monday.now);
    answer(&empty, "way", "no export", monday);
    answer(&empty, "first", ANSWER_SKIPPED, monday);
    answer(&empty, "country", "vn", monday);
    char *file = written(&empty);
    assert_string_equal(file, HEAD "answers:\n"
                                   "  country: [vn]\n"
                                   "  first: []\n"
                                   "  way: [export, \"no\"]\n"
                                   "end: true\n");
    Plan read = read_back(file);
    assert_same_plan(&read, &empty);
    plan_release(&read);
    plan_release(&empty);
    free(file);
}

static void a_file_without_answers_is_read_as_before(void **state) {
    (void)state;
    Plan read = read_back(HEAD "items:\n  - program: fair\nend: true\n");
    assert_int_equal(read.answers.count, 0);
    char *file = written(&read);
    assert_null(strstr(file, "answers"));
    free(file);
    plan_release(&read);
}

static void a_file_written_by_hand_may_have_any_order(void **state) {
    (void)state;
    Plan read = read_back(HEAD "answers:\n  way: [ec, export, ec]\n  country:\n    - vn\n    - th\n"
                               "end: true\n");
    assert_answer(&read, "country", "th vn");
    assert_answer(&read, "way", "ec export");
    plan_release(&read);
}

static void every_mistake_has_its_place(void **state) {
    (void)state;
    Plan read = {0};
    Problems problems = {0};
    Arena arena = {0};
    Buf all;
    buf_init(&all, 65536);
    const char *file = HEAD "answers:\n"
                            "  Country: [vn]\n"
                            "  first: new\n"
                            "  way: [export, EC, [a]]\n"
                            "  way: [ec]\n"
                            "  stage: {a: b}\n"
                            "end: true\n";
    assert_false(plan_read(str(file), "p.yaml", &read, &problems));
    problems_sort(&problems);
    for (size_t i = 0; i < problems.count; i++)
        buf_printf(&all, "%s\n", problem_text(&arena, &problems.items[i]));
    assert_string_equal(all.at,
                        "p.yaml:6:3: 'Country' is not the id of a question\n"
                        "p.yaml:7:10: 'first' must be a list (lines that begin with '- ')\n"
                        "p.yaml:8:17: 'way' is a list of ids: a to z, 0 to 9 and hyphens\n"
                        "p.yaml:8:21: 'way' is a list of ids: a to z, 0 to 9 and hyphens\n"
                        "p.yaml:9:3: key 'way' stands here again; it is already in line 8\n"
                        "p.yaml:10:10: 'stage' must be a list (lines that begin with '- ')\n");
    assert_false(plan_read(str(HEAD "answers: [vn]\nend: true\n"), "p.yaml", &read, &problems));
    buf_release(&all);
    problems_release(&problems);
    arena_release(&arena);
}

/* ---- merging ---- */

typedef struct Sides {
    Plan base, ours, theirs, merged;
} Sides;

static Sides sides_of(const Plan *from) {
    Sides sides = {0};
    plan_copy(&sides.base, from);
    plan_copy(&sides.ours, from);
    plan_copy(&sides.theirs, from);
    return sides;
}

static size_t merge(Sides *sides) {
    plan_release(&sides->merged);
    return plan_merge(&sides->merged, &sides->base, &sides->ours, &sides->theirs);
}

static void release_sides(Sides *sides) {
    plan_release(&sides->base);
    plan_release(&sides->ours);
    plan_release(&sides->theirs);
    plan_release(&sides->merged);
}

static void answers_are_merged_each_by_its_question(void **state) {
    (void)state;
    answer(&plan, "first", "new", monday);
    answer(&plan, "way", "export", monday);
    Sides sides = sides_of(&plan);
    answer(&sides.ours, "country", "vn", tuesday);
    answer(&sides.ours, "way", "", tuesday);
    answer(&sides.theirs, "first", "again", friday);
    answer(&sides.theirs, "abroad", ANSWER_SKIPPED, friday);
    assert_int_equal(merge(&sides), 0);
    assert_answer(&sides.merged, "country", "vn");
    assert_answer(&sides.merged, "way", "");
    assert_answer(&sides.merged, "first", "again");
    assert_answer(&sides.merged, "abroad", ANSWER_SKIPPED);
    assert_int_equal(sides.merged.answers.count, 3);
    release_sides(&sides);
}

static void of_a_conflict_ours_is_kept_and_theirs_can_be_taken(void **state) {
    (void)state;
    Sides sides = sides_of(&plan);
    answer(&sides.ours, "country", "vn", tuesday);
    answer(&sides.theirs, "country", "id th", friday);
    assert_int_equal(merge(&sides), 1);
    assert_answer(&sides.merged, "country", "vn");
    assert_string_equal(sides.merged.conflicts.at[0].field, "answer:country");
    char *file = written(&sides.merged);
    Plan read = read_back(file);
    assert_same_plan(&read, &sides.merged);
    PlanChange settled = {0};
    Err err;
    assert_true(plan_settle(&read, "", 0, true, friday, &settled, &err));
    assert_answer(&read, "country", "id th");
    assert_int_equal(read.conflicts.count, 0);
    assert_true(plan_undo(&read, &settled, &err));
    assert_same_plan(&read, &sides.merged);
    DO(plan_settle, &read, "", 0, false, friday);
    assert_answer(&read, "country", "vn");
    assert_string_equal(read.name, "株式会社エルム"); /* no rename */
    plan_change_release(&settled);
    plan_release(&read);
    release_sides(&sides);
    free(file);
}

static void an_answer_taken_back_on_one_side_and_changed_on_the_other_is_a_conflict(void **state) {
    (void)state;
    answer(&plan, "first", "new", monday);
    Sides sides = sides_of(&plan);
    answer(&sides.ours, "first", "again", tuesday);
    answer(&sides.theirs, "first", "", friday);
    assert_int_equal(merge(&sides), 1);
    assert_answer(&sides.merged, "first", "again");
    DO(plan_settle, &sides.merged, "", 0, true, friday);
    assert_answer(&sides.merged, "first", "");
    release_sides(&sides);
}

/* What a side answered is in the merge, or among its conflicts. */
static void assert_answers_kept(const Plan *base, const Plan *side, const Plan *out) {
    for (size_t i = 0; i < side->answers.count; i++) {
        const char *question = side->answers.at[i].question, *mine = side->answers.at[i].choices;
        bool kept = strcmp(answers_get(&base->answers, question), mine) == 0 ||
                    strcmp(answers_get(&out->answers, question), mine) == 0;
        for (size_t c = 0; c < out->conflicts.count; c++)
            kept = kept || strcmp(out->conflicts.at[c].to, mine) == 0;
        assert_true(kept);
    }
}

static void edit_answers(Arena *arena, uint32_t *seed, Plan *to) {
    for (uint32_t edits = next_random(seed) % 8; edits > 0; edits--)
        answer(to, arena_printf(arena, "q-%u", next_random(seed) % 6), random_choices(arena, seed),
               random_time(arena, seed));
}

static void no_answer_of_either_side_is_lost_in_any_merge(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 500; round++) {
        Arena arena = {0};
        Plan x = random_plan(&arena, &seed, 8), other;
        Sides sides = sides_of(&x);
        edit_answers(&arena, &seed, &sides.ours);
        edit_answers(&arena, &seed, &sides.theirs);
        size_t conflicts = merge(&sides);
        assert_int_equal(plan_merge(&other, &x, &sides.theirs, &sides.ours), conflicts);
        assert_int_equal(other.conflicts.count, sides.merged.conflicts.count);
        assert_answers_kept(&x, &sides.ours, &sides.merged);
        assert_answers_kept(&x, &sides.theirs, &sides.merged);
        plan_release(&other);
        plan_release(&x);
        release_sides(&sides);
        arena_release(&arena);
    }
}

/* ---- JSON ---- */

static const char *json_of(Arena *arena, const Plan *of) {
    Buf out;
    buf_init(&out, 1 << 20);
    json_print_plan(&out, NULL, of);
    const char *text = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    return text;
}

static void json_has_the_answers_as_lists(void **state) {
    (void)state;
    Arena arena = {0};
    assert_non_null(strstr(json_of(&arena, &plan), "\"answers\": {},\n"));
    answer(&plan, "country", "vn th", tuesday);
    answer(&plan, "first", ANSWER_SKIPPED, tuesday);
    assert_non_null(strstr(json_of(&arena, &plan), "    \"answers\": {\n"
                                                   "      \"country\": [\n"
                                                   "        \"th\",\n"
                                                   "        \"vn\"\n"
                                                   "      ],\n"
                                                   "      \"first\": []\n"
                                                   "    },\n"));
    arena_release(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_plan, release_plan)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(choices_are_kept_in_one_order_each_once),
        TEST(changing_an_earlier_answer_keeps_later_ones),
        TEST(a_question_passed_over_is_not_one_without_an_answer),
        TEST(ids_that_no_question_has_are_kept),
        TEST(what_is_no_id_is_refused),
        TEST(a_plan_holds_only_so_many_answers),
        TEST(the_same_answer_again_is_no_change),
        TEST(an_answer_is_undone_and_redone_exactly),
        TEST(undoing_never_overwrites_what_another_answered_since),
        TEST(answers_stand_one_on_a_line_in_a_fixed_order),
        TEST(a_file_without_answers_is_read_as_before),
        TEST(a_file_written_by_hand_may_have_any_order),
        TEST(every_mistake_has_its_place),
        TEST(answers_are_merged_each_by_its_question),
        TEST(of_a_conflict_ours_is_kept_and_theirs_can_be_taken),
        TEST(an_answer_taken_back_on_one_side_and_changed_on_the_other_is_a_conflict),
        TEST(no_answer_of_either_side_is_lost_in_any_merge),
        TEST(json_has_the_answers_as_lists),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
