/* Plans: what people do to them, what is refused and why, and what the log keeps. */
#include "plan_fixture.h"

#include "plan/seen.h"

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

/* What plan_set says; nothing may have changed. */
static void assert_refused(PlanField field, const char *typed, const char *sentence) {
    PlanChange change = {0};
    Err err = {""};
    Plan before;
    plan_copy(&before, &plan);
    assert_false(plan_set(&plan, "fair", field, str(typed), tuesday, &change, &err));
    assert_string_equal(err.text, sentence);
    assert_int_equal(change.count, 0);
    assert_same_plan(&plan, &before);
    plan_release(&before);
}

static void assert_set(PlanField field, const char *typed, const char *kept) {
    set(&plan, "fair", field, typed, tuesday);
    assert_string_equal(text_of(&plan, "fair", field), kept);
}

/* ---- adding and removing ---- */

static void an_added_program_is_a_candidate_with_its_facts(void **state) {
    (void)state;
    assert_string_equal(text_of(&plan, "fair", PLAN_NAME), "=見本市");
    assert_string_equal(text_of(&plan, "fair", PLAN_STEP), "3");
    assert_string_equal(text_of(&plan, "fair", PLAN_STATUS), "候補");
    assert_string_equal(text_of(&plan, "fair", PLAN_NOTE), "");
    const PlanItem *item = plan_find(&plan, "fair");
    assert_int_equal(item->log.count, 1);
    assert_string_equal(item->log.at[0].field, "added");
    assert_string_equal(item->log.at[0].at, monday.now);
    assert_int_equal(plan_status_of(item), PLAN_CANDIDATE);
}

static void documents_of_the_program_come_with_it(void **state) {
    (void)state;
    static const char *const papers[] = {"決算書", "登記簿謄本", "決算書"};
    Program program = sample_programs[2];
    program.documents = (Strings){papers, 3};
    DO(plan_add, &plan, &program, tuesday);
    assert_string_equal(text_of(&plan, "loan", PLAN_DOCUMENTS), "[ ] 決算書\n[ ] 登記簿謄本");
}

static void a_program_is_in_a_plan_only_once(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    assert_false(plan_add(&plan, &sample_programs[1], tuesday, &change, &err));
    assert_string_equal(err.text, "'=見本市' is in the plan already");
    assert_int_equal(plan.count, 2);
}

static void a_cross_step_resource_can_be_planned(void **state) {
    (void)state;
    DO(plan_add, &plan, &sample_resources[0], tuesday);
    assert_string_equal(text_of(&plan, "portal", PLAN_STEP), "0");
}

static void what_is_not_in_the_plan_cannot_be_changed(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    assert_false(plan_set(&plan, "x\x1B[2J", PLAN_NOTE, str("a"), tuesday, &change, &err));
    assert_string_equal(err.text, "'x\xEF\xBF\xBD[2J' is not in the plan");
    assert_false(plan_remove(&plan, "loan", tuesday, &change, &err));
    assert_int_equal(change.count, 0);
}

/* ---- fields ---- */

static void status_is_read_in_any_width_and_in_english(void **state) {
    (void)state;
    assert_set(PLAN_STATUS, "採択", "採択");
    assert_set(PLAN_STATUS, " checking ", "確認中");
    assert_set(PLAN_STATUS, "ＤＯＮＥ", "完了");
    assert_set(PLAN_STATUS, "Dropped", "見送り");
    assert_set(PLAN_STATUS, "", "候補");
}

static void every_status_has_a_word_both_ways(void **state) {
    (void)state;
    static const char *const words[] = {"候補",   "確認中", "準備中", "申請済", "採択",
                                        "不採択", "利用中", "完了",   "見送り"};
    for (size_t i = 0; i < PLAN_STATUS_COUNT; i++) {
        assert_set(PLAN_STATUS, plan_status_english((PlanStatus)i), words[i]);
        assert_int_equal(plan_status_of(plan_find(&plan, "fair")), i);
        bool asks = i == PLAN_REJECTED || i == PLAN_DROPPED;
        assert_int_equal(plan_status_asks_reason((PlanStatus)i), asks);
    }
}

static void a_wrong_status_is_refused_with_the_right_ones(void **state) {
    (void)state;
    assert_refused(PLAN_STATUS, "aplied", "'aplied' is not a status (did you mean 'applied'?)");
    assert_refused(PLAN_STATUS, "とても良い感じです",
                   "'とても良い感じです' is not a status (expected one of: candidate, checking, "
                   "preparing, applied, accepted, rejected, using, done, dropped)");
}

static void due_dates_are_read_as_people_type_them(void **state) {
    (void)state;
    assert_set(PLAN_DUE, "2017-01-27", "2017-01-27");
    assert_set(PLAN_DUE, "H29.1.28", "2017-01-28");
    assert_set(PLAN_DUE, "１/２９", "2017-01-29");
    assert_set(PLAN_DUE, "+2w", "2017-01-03");
    assert_set(PLAN_DUE, "明日", "2016-12-21");
    assert_set(PLAN_DUE, " ", "");
}

static void a_due_date_must_be_a_day(void **state) {
    (void)state;
    assert_refused(PLAN_DUE, "2017-01",
                   "'2017-01' is not a day; type one like 2017-01-27, H29.1.27, 1/27 or +2w");
    assert_refused(PLAN_DUE, "2017-02-30",
                   "'2017-02-30' is not a day; type one like 2017-01-27, H29.1.27, 1/27 or +2w");
}

static void estimates_are_whole_yen(void **state) {
    (void)state;
    assert_set(PLAN_ESTIMATE, "180万円", "1800000");
    assert_set(PLAN_ESTIMATE, "1,800,001", "1800001");
    assert_set(PLAN_ESTIMATE, "0", "0");
    assert_set(PLAN_ESTIMATE, "", "");
    assert_set(PLAN_TERMS, " 一般型 \n\n雇用・賃金\r\n一般型", "一般型\n雇用・賃金");
    assert_set(PLAN_TERMS, "\n　\n", "");
    assert_refused(PLAN_ESTIMATE, "たくさん",
                   "'たくさん' is not an amount in yen; type one like 1800000, 1,800,000 or 180万");
    assert_refused(PLAN_ESTIMATE, "99999999999999999",
                   "'99999999999999999' is not an amount in yen; type one like 1800000, 1,800,000 "
                   "or 180万");
}

static void notes_are_kept_to_the_byte(void **state) {
    (void)state;
    assert_set(PLAN_NOTE, "  一行目 \r\n\n# 三行目\t\n", "  一行目 \r\n\n# 三行目\t\n");
    assert_set(PLAN_NOTE, "か\xE3\x82\x99", "か\xE3\x82\x99");
    assert_set(PLAN_NOTE, "", "");
}

static void owners_are_one_line(void **state) {
    (void)state;
    assert_set(PLAN_OWNER, "　山田 太郎 \n", "山田 太郎");
    assert_refused(PLAN_OWNER, "山田\n太郎", "'山田\xEF\xBF\xBD太郎' must be one line");
}

static void what_is_no_text_is_refused(void **state) {
    (void)state;
    assert_refused(PLAN_NOTE, "a\xFF", "the text holds bytes that are not UTF-8");
    assert_refused(PLAN_OWNER, "\xED\xA0\x80", "the text holds bytes that are not UTF-8");
}

static void a_note_too_long_to_keep_is_refused(void **state) {
    (void)state;
    char *text = test_calloc(PLAN_TEXT_MOST + 2, 1);
    memset(text, 'a', PLAN_TEXT_MOST + 1);
    assert_refused(PLAN_NOTE, text, "the text is too long: 32769 bytes, at most 32768 can be kept");
    text[PLAN_TEXT_MOST] = '\0';
    assert_set(PLAN_NOTE, text, text);
    test_free(text);
}

static void a_full_plan_takes_no_more_but_keeps_what_it_has(void **state) {
    (void)state;
    Arena arena = {0};
    char *text = arena_alloc(&arena, PLAN_TEXT_MOST + 1);
    Err err = {""};
    PlanChange change = {0};
    bool added = true;
    memset(text, 'a', PLAN_TEXT_MOST);
    for (int i = 0; added; i++) {
        Program program = sample_programs[0];
        program.id = arena_printf(&arena, "p-%d", i);
        added = plan_add(&plan, &program, tuesday, &change, &err) &&
                plan_set(&plan, program.id, PLAN_NOTE, str(text), tuesday, &change, &err);
    }
    assert_string_equal(err.text, "the plan is full: all its texts together may take 3 MiB");
    assert_true(plan.count > 90);
    char *bytes = written(&plan); /* and it can still be saved */
    free(bytes);
    set(&plan, "p-0", PLAN_NOTE, "short", tuesday);
    plan_change_release(&change);
    arena_release(&arena);
}

/* ---- documents ---- */

static void documents_are_ticked_added_and_removed(void **state) {
    (void)state;
    assert_set(PLAN_DOCUMENTS, "決算書\n\n - \n[X] 登記簿謄本\n[ ] 決算書",
               "[ ] 決算書\n[ ] -\n[x] 登記簿謄本");
    DO(plan_set_document, &plan, "fair", str("決算書"), true, tuesday);
    DO(plan_set_document, &plan, "fair", str("見積書"), false, tuesday);
    DO(plan_remove_document, &plan, "fair", str("-"), tuesday);
    assert_string_equal(text_of(&plan, "fair", PLAN_DOCUMENTS),
                        "[x] 決算書\n[x] 登記簿謄本\n[ ] 見積書");
    PlanDocument document;
    Str rest = str(text_of(&plan, "fair", PLAN_DOCUMENTS));
    assert_true(plan_document_next(&rest, &document));
    assert_true(document.done && str_equal(document.name, str("決算書")));
}

static void a_list_of_documents_has_an_end(void **state) {
    (void)state;
    Arena arena = {0};
    Buf lines;
    buf_init(&lines, SIZE_MAX / 2);
    for (int i = 0; i < PLAN_DOCUMENTS_MOST; i++)
        buf_printf(&lines, "%d\n", i);
    set(&plan, "fair", PLAN_DOCUMENTS, lines.at, tuesday);
    buf_text(&lines, "one more");
    assert_refused(PLAN_DOCUMENTS, lines.at, "a program has at most 100 documents");
    buf_release(&lines);
    arena_release(&arena);
}

/* ---- the log ---- */

static const PlanRecord *last_log(void) {
    const PlanItem *item = plan_find(&plan, "fair");
    return &item->log.at[item->log.count - 1];
}

static void each_change_is_logged_with_both_values(void **state) {
    (void)state;
    set(&plan, "fair", PLAN_STATUS, "applied", tuesday);
    assert_string_equal(last_log()->at, tuesday.now);
    assert_string_equal(last_log()->field, "status");
    assert_string_equal(last_log()->from, "候補");
    assert_string_equal(last_log()->to, "申請済");
    assert_string_equal(plan.updated, tuesday.now);
    assert_string_equal(plan.created, monday.now);
}

static void what_is_the_same_already_is_no_change(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    assert_true(plan_set(&plan, "fair", PLAN_STATUS, str("candidate"), friday, &change, &err));
    assert_true(plan_rename(&plan, "株式会社エルム", friday, &change, &err));
    assert_true(plan_archive(&plan, false, friday, &change, &err));
    assert_int_equal(change.count, 0);
    assert_string_equal(plan.updated, monday.now);
}

static void of_long_notes_only_the_lines_that_differ_are_logged(void **state) {
    (void)state;
    set(&plan, "fair", PLAN_NOTE, "一\n二\n三", tuesday);
    set(&plan, "fair", PLAN_NOTE, "一\n二と半\n三", tuesday);
    assert_string_equal(last_log()->from, "二");
    assert_string_equal(last_log()->to, "二と半");
    set(&plan, "fair", PLAN_NOTE, "一\n二と半\n三\n四", tuesday);
    assert_string_equal(last_log()->from, "");
    assert_string_equal(last_log()->to, "四");
}

static void a_long_line_is_cut_in_the_log_and_whole_in_the_field(void **state) {
    (void)state;
    Arena arena = {0};
    Buf text;
    buf_init(&text, 4096);
    for (int i = 0; i < 100; i++)
        buf_text(&text, "海");
    set(&plan, "fair", PLAN_NOTE, text.at, tuesday);
    assert_int_equal(strlen(last_log()->to), 53 * 3 + strlen("…"));
    assert_true(text_is_utf8(str(last_log()->to)));
    assert_string_equal(text_of(&plan, "fair", PLAN_NOTE), text.at);
    buf_release(&text);
    arena_release(&arena);
}

static void logs_together_never_outgrow_the_file(void **state) {
    (void)state;
    Arena arena = {0};
    char name[201] = {0};
    memset(name, 'x', sizeof name - 1);
    for (int i = 0; i < 4000; i++)
        set(&plan, i % 3 == 0 ? "seminar" : "fair", PLAN_OWNER,
            arena_printf(&arena, "%04d%s", i, name), friday);
    size_t body, log;
    plan_measure(&plan, &body, &log);
    assert_in_range(log, PLAN_LOG_MOST / 2, PLAN_LOG_MOST);
    assert_memory_equal(last_log()->to, "3998x", 5);
    arena_release(&arena);
}

/* ---- the catalogue ---- */

static const char *changes_of(Arena *arena, const Program *program) {
    Strings names = plan_item_changes(arena, plan_find(&plan, program->id), program);
    const char *text = "";
    for (size_t i = 0; i < names.count; i++)
        text = arena_printf(arena, "%s%s ", text, names.at[i]);
    return text;
}

static void what_changed_in_the_catalogue_is_named_until_seen(void **state) {
    (void)state;
    Arena arena = {0};
    Program now = sample_programs[1];
    assert_string_equal(changes_of(&arena, &now), "");
    now.period.to = (Date){2017, 2, 3};
    assert_string_equal(changes_of(&arena, &now), "period ");
    now.links = (Links){NULL, 0};
    now.cost.options.count = 1;
    now.name = "見本市（新）";
    assert_string_equal(changes_of(&arena, &now), "name fee period links ");
    DO(plan_see, &plan, &now, tuesday);
    assert_string_equal(changes_of(&arena, &now), "");
    arena_release(&arena);
}

static void one_text_moving_to_the_next_fact_is_a_change(void **state) {
    (void)state;
    Arena arena = {0};
    Program now = sample_programs[0];
    now.period.label = "ab";
    now.period.text = "c";
    const char *before = plan_seen(&arena, &now);
    now.period.label = "a";
    now.period.text = "bc";
    assert_string_not_equal(plan_seen(&arena, &now), before);
    arena_release(&arena);
}

/* ---- the plan itself ---- */

static void a_plan_can_be_renamed_to_any_text_but_none(void **state) {
    (void)state;
    PlanChange change = {0};
    Err err;
    DO(plan_rename, &plan, "../ＡＢＣ\n商会", tuesday);
    assert_string_equal(plan.name, "../ＡＢＣ\n商会");
    assert_false(plan_rename(&plan, "", tuesday, &change, &err));
    assert_string_equal(err.text, "a plan needs a name");
    assert_false(plan_rename(&plan, "\x80", tuesday, &change, &err));
    assert_string_equal(plan.name, "../ＡＢＣ\n商会");
}

static void stamps_are_days_and_times_that_exist(void **state) {
    (void)state;
    assert_true(plan_is_stamp("2016-12-19T23:59:60Z"));
    assert_false(plan_is_stamp("2016-12-19"));
    assert_false(plan_is_stamp("2016-02-30T00:00:00Z"));
    assert_false(plan_is_stamp("2016-12-19T24:00:00Z"));
    assert_false(plan_is_stamp("2016-12-19T00:00:00+09:00"));
    assert_false(plan_is_stamp("2016-12-19T00:60:00Z"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_plan, release_plan)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_added_program_is_a_candidate_with_its_facts),
        TEST(documents_of_the_program_come_with_it),
        TEST(a_program_is_in_a_plan_only_once),
        TEST(a_cross_step_resource_can_be_planned),
        TEST(what_is_not_in_the_plan_cannot_be_changed),
        TEST(status_is_read_in_any_width_and_in_english),
        TEST(every_status_has_a_word_both_ways),
        TEST(a_wrong_status_is_refused_with_the_right_ones),
        TEST(due_dates_are_read_as_people_type_them),
        TEST(a_due_date_must_be_a_day),
        TEST(estimates_are_whole_yen),
        TEST(notes_are_kept_to_the_byte),
        TEST(owners_are_one_line),
        TEST(what_is_no_text_is_refused),
        TEST(a_note_too_long_to_keep_is_refused),
        TEST(a_full_plan_takes_no_more_but_keeps_what_it_has),
        TEST(documents_are_ticked_added_and_removed),
        TEST(a_list_of_documents_has_an_end),
        TEST(each_change_is_logged_with_both_values),
        TEST(what_is_the_same_already_is_no_change),
        TEST(of_long_notes_only_the_lines_that_differ_are_logged),
        TEST(a_long_line_is_cut_in_the_log_and_whole_in_the_field),
        TEST(logs_together_never_outgrow_the_file),
        TEST(what_changed_in_the_catalogue_is_named_until_seen),
        TEST(one_text_moving_to_the_next_fact_is_a_change),
        TEST(a_plan_can_be_renamed_to_any_text_but_none),
        TEST(stamps_are_days_and_times_that_exist),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
