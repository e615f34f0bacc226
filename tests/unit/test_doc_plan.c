/* A plan as the page that the client gets: what stands on it, and in which order. */
#include "edition_fixture.h"
#include "plan_fixture.h"

#include "report/doc_plan.h"
#include "report/sheet_plan.h"
#include "report/words.h"

static const Date tuesday_day = {2016, 12, 20};

static Catalogue catalogue(void) {
    Catalogue made = sample_catalogue();
    static const char *const titles[] = {"Learn", "Prepare", "Go", "Grow"};
    for (int i = 0; i < STEP_COUNT; i++)
        made.steps[i] =
            (Step){.number = i + 1, .title = titles[i], .title_en = titles[i], .reading = ""};
    return made;
}

/* The page as text; the caller releases it. */
static Buf page_in(const Catalogue *from, const Plan *plan, Date as_of, int cells, int zone) {
    Arena arena = {0};
    Doc doc;
    Buf text;
    DocSetting setting = {cells, AMBIGUOUS_NARROW, false};
    doc_init(&doc, &arena, 0);
    doc_plan(&doc, from, plan, as_of, zone);
    buf_init(&text, 1 << 22);
    doc_print_ruled(&doc, &setting, &text);
    arena_release(&arena);
    return text;
}

static Buf page_on(const Catalogue *from, const Plan *plan, Date as_of, int cells) {
    return page_in(from, plan, as_of, cells, 0);
}

static Buf page(const Plan *plan, Date as_of) {
    Catalogue from = catalogue();
    return page_on(&from, plan, as_of, 100);
}

static void has(const Buf *text, const char *part) {
    if (strstr(text->at, part) == NULL)
        fail_msg("not on the page: %s\n%s", part, text->at);
}

static void lacks(const Buf *text, const char *part) {
    if (strstr(text->at, part) != NULL)
        fail_msg("on the page: %s\n%s", part, text->at);
}

/* The parts stand on the page, one after the other. */
static void in_order(const Buf *text, const char *const *parts, size_t count) {
    const char *at = text->at;
    for (size_t i = 0; i < count; i++) {
        at = strstr(at, parts[i]);
        if (at == NULL)
            fail_msg("not on the page, or not there: %s\n%s", parts[i], text->at);
        at += strlen(parts[i]);
    }
}

/* On the clock of who reads it; nothing else of the log. */
static void calls_stand_on_the_page_and_what_to_ask(void **state) {
    (void)state;
    enum { JAPAN = 9 * 60 * 60 };
    Plan plan = small_plan();
    PlanTime late = {"2016-12-19T15:05:00Z", tuesday_day};
    DO(plan_log_call, &plan, "fair", str("担当は山田さん。"), monday);
    DO(plan_log_call, &plan, "fair", str("様式は来週。"), late);
    set(&plan, "fair", PLAN_OWNER, "佐藤", monday);
    set(&plan, "seminar", PLAN_STATUS, "done", monday);
    Catalogue from = catalogue();
    Buf text = page_in(&from, &plan, tuesday_day, 100, JAPAN);
    const char *const parts[] = {
        "Seminars ",
        "Trade fair ",
        "Contact       海外展開支援課\n",
        "To ask        Is the closing day still 27 January 2017?\n",
        "Calls         2016-12-19 10:00  担当は山田さん。\n",
        "              2016-12-20 00:05  様式は来週。\n",
    };
    in_order(&text, parts, COUNT_OF(parts));
    lacks(&text, "at any time?"); /* the seminar is settled */
    lacks(&text, "added");
    buf_release(&text);
    plan_release(&plan);
}

static void a_program_is_told_from_its_name_to_its_note(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_STATUS, "preparing", monday);
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    set(&plan, "fair", PLAN_OWNER, "佐藤 花子", monday);
    set(&plan, "fair", PLAN_ESTIMATE, "180万", monday);
    set(&plan, "fair", PLAN_DOCUMENTS, "[x] 決算書\n[ ] 定款", monday);
    set(&plan, "fair", PLAN_NOTE, "先に電話。\n二行目。", monday);
    Buf text = page(&plan, tuesday_day);
    const char *const parts[] = {
        "株式会社エルム",
        "20 December 2016\n====",
        "2 programs (candidate 1, preparing 1)",
        "¥1,800,000 for 1 of 2 programs",
        "Step 1: Learn\n----",
        "■ Seminars ",
        "candidate\n",
        "Step 3: Go\n----",
        "■ Trade fair ",
        "preparing\n",
        "=見本市",
        "Provider      SME Support",
        "Due           27 January 2017 (Fri), 38 days left",
        "Owner         佐藤 花子",
        "Estimate      ¥1,800,000",
        "Fee or grant  展示 from ¥32,400 (tax included) / 1社, not stated",
        "Period        1 December 2016 to 27 January 2017 (38 days left)",
        "Contact       海外展開支援課\n",
        "03-3581-1101 (ext. 3823)\n",
        "0120-95-3375 (Free Dial)\n",
        "info@example.jp\n",
        "平日9:00～17:00\n",
        "Guide         http://www.example.jp/a\n",
        "Documents     ☑ 決算書\n              ☐ 定款\n",
        "Note          先に電話。\n              二行目。\n",
        "What comes next\n----",
        "2017-01-27 (Fri)  38 days left  Trade fair  preparing  佐藤 花子\n",
        "no date                         Seminars    candidate\n",
        "About this information\n----",
        "is of December 2016",
        "Source: Support",
        "edition of December 2016\n",
    };
    in_order(&text, parts, COUNT_OF(parts));
    buf_release(&text);
    plan_release(&plan);
}

static void the_log_is_nobodys_business(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "fair", PLAN_NOTE, "old words", monday);
    set(&plan, "fair", PLAN_NOTE, "new words", friday);
    Buf text = page(&plan, tuesday_day);
    has(&text, "new words");
    lacks(&text, "old words");
    lacks(&text, "2016-12-19");
    buf_release(&text);
    plan_release(&plan);
}

static void overdue_comes_first_undated_last_and_what_has_ended_not_at_all(void **state) {
    (void)state;
    Plan plan;
    plan_init(&plan, "Elm", monday.now);
    DO(plan_add, &plan, &sample_resources[0], monday);
    for (size_t i = 0; i < COUNT_OF(sample_programs); i++)
        DO(plan_add, &plan, &sample_programs[i], monday);
    set(&plan, "loan", PLAN_DUE, "2016-12-19", monday);
    set(&plan, "fair", PLAN_DUE, "2016-12-20", monday);
    set(&plan, "seminar", PLAN_DUE, "2016-12-01", monday);
    set(&plan, "seminar", PLAN_STATUS, "done", monday);
    Buf text = page(&plan, tuesday_day);
    const char *const parts[] = {
        "Due           1 December 2016 (Thu)\n",
        "Due           20 December 2016 (Tue), due today\n",
        "Due           19 December 2016 (Mon), 1 day overdue\n",
        "For every step\n",
        "What comes next\n",
        "2016-12-19 (Mon)  1 day overdue  Loan ",
        "2016-12-20 (Tue)  due today      Trade fair ",
        "no date                          Mirasapo ",
    };
    in_order(&text, parts, COUNT_OF(parts));
    lacks(&text, "2016-12-01");
    buf_release(&text);
    plan_release(&plan);
}

static void nothing_left_is_said(void **state) {
    (void)state;
    Plan plan;
    plan_init(&plan, "Elm", monday.now);
    Buf text = page(&plan, tuesday_day);
    has(&text, "There are no programs in this plan yet.");
    lacks(&text, "What comes next");
    buf_release(&text);
    DO(plan_add, &plan, &sample_programs[0], monday);
    set(&plan, "seminar", PLAN_STATUS, "done", monday);
    text = page(&plan, tuesday_day);
    has(&text, "Nothing is left to be done.");
    buf_release(&text);
    plan_release(&plan);
}

static void what_was_dropped_costs_nothing_and_says_why(void **state) {
    (void)state;
    Plan plan = small_plan();
    set(&plan, "seminar", PLAN_ESTIMATE, "40000", monday);
    set(&plan, "fair", PLAN_ESTIMATE, "1000000", monday);
    set(&plan, "fair", PLAN_STATUS, "dropped", monday);
    set(&plan, "fair", PLAN_REASON, "too late", monday);
    Buf text = page(&plan, tuesday_day);
    has(&text, "Estimate      ¥40,000\n              without those rejected or dropped\n");
    has(&text, "Reason        too late\n");
    buf_release(&text);
    plan_release(&plan);
}

static void a_program_that_left_the_catalogue_keeps_its_name_and_step(void **state) {
    (void)state;
    Plan plan = small_plan();
    Catalogue from = catalogue();
    from.programs.count = 1; /* the fair is gone */
    set(&plan, "fair", PLAN_DUE, "2017-01-27", monday);
    Buf text = page_on(&from, &plan, tuesday_day, 100);
    const char *const parts[] = {"Step 3: Go\n", "■ =見本市 ",
                                 "no longer in the catalogue; its name is the one it had",
                                 "2017-01-27 (Fri)  38 days left  =見本市"};
    in_order(&text, parts, COUNT_OF(parts));
    lacks(&text, "SME Support");
    buf_release(&text);
    plan_release(&plan);
}

static void old_facts_say_of_when_they_are(void **state) {
    (void)state;
    Plan plan = small_plan();
    DO(plan_add, &plan, &sample_programs[2], monday);
    Buf text = page(&plan, (Date){2026, 11, 24});
    const char *const parts[] = {
        "3 programs",
        "is of December 2016",
        "Step 1",
        "As of December 2016: free\n",
        "As of December 2016: accepted at any time\n",
        "1 December 2016 to 27 January 2017 (closed)\n",
        "As of December 2016: 調査 rate 2/3, up to ¥2,000,000 (各年); fixed amount\n",
        "9 y 11 m old"};
    in_order(&text, parts, COUNT_OF(parts));
    buf_release(&text);
    plan_release(&plan);
}

static void a_name_of_many_lines_is_one_title(void **state) {
    (void)state;
    Plan plan;
    plan_init(&plan, "a\nb\tc", monday.now);
    Buf text = page(&plan, tuesday_day);
    has(&text, "the plan of a b c ");
    buf_release(&text);
    plan_release(&plan);
}

/* ---- the whole edition ---- */

static Plan plan_of_everything(void) {
    Plan plan;
    plan_init(&plan, "株式会社エルム精密工業", monday.now);
    for (size_t i = 0; i < edition.programs.count; i++) {
        DO(plan_add, &plan, &edition.programs.at[i], monday);
        set(&plan, edition.programs.at[i].id, PLAN_DUE, "2017-01-27", monday);
        set(&plan, edition.programs.at[i].id, PLAN_OWNER, "佐藤", monday);
    }
    for (size_t i = 0; i < edition.resources.count; i++)
        DO(plan_add, &plan, &edition.resources.at[i], monday);
    return plan;
}

static int widest_line(const char *text) {
    int widest = 0;
    for (; *text != '\0'; text += strcspn(text, "\n") + 1)
        widest = MAX_OF(widest, text_width(str_n(text, strcspn(text, "\n")), AMBIGUOUS_NARROW));
    return widest;
}

static void every_program_of_the_edition_fits_the_page(void **state) {
    (void)state;
    Plan plan = plan_of_everything();
    for (Lang lang = LANG_JA; lang <= LANG_EN; lang++) {
        tr_use(lang);
        Buf text = page_on(&edition, &plan, (Date){2026, 11, 24}, 76);
        assert_int_equal(widest_line(text.at), 76);
        size_t headings = 0;
        for (const char *at = text.at; (at = strstr(at, "\n■ ")) != NULL; at++)
            headings++;
        assert_int_equal(headings, plan.count);
        buf_release(&text);
        text = page_on(&edition, &plan, tuesday_day, 20);
        assert_in_range(widest_line(text.at), 18, 20);
        buf_release(&text);
    }
    tr_use(LANG_EN);
    plan_release(&plan);
}

static void check_money(const char *id, const char *expected) {
    const Program *program = catalogue_program(&edition, id);
    assert_non_null(program);
    assert_string_equal(words_money(&scratch, &edition.edition, program, tuesday_day), expected);
}

static void what_it_costs_is_one_line(void **state) {
    (void)state;
    check_money("jetro-library", "free");
    check_money("mirasapo-portal", "not stated");
    check_money("jetro-mini-research", "from ¥10,800 (tax included) / 1ユニット");
    check_money("jfba-lawyer",
                "初回相談 free / 30分まで, 以後10時間まで ¥10,000 (tax excluded) / 30分");
    check_money("jetro-support-center", "¥21,600 to ¥78,700, depending on the case");
    check_money("smrj-cross-border-ec", "rate 2/3, up to ¥1,000,000");
    check_money("japan-brand", "戦略策定段階 fixed amount, up to ¥2,000,000; "
                               "ブランド確立段階 rate 2/3, up to ¥20,000,000 (各年)");
    check_money("jfc-overseas-loan",
                "Finance: 中小企業事業: up to ¥720,000,000 (of which working capital "
                "¥250,000,000); 代理貸付: up to ¥120,000,000; 国民生活事業: up to ¥72,000,000 (of "
                "which working capital ¥48,000,000)");
    check_money("nexi-sme-insurance", "Insurance: カントリーリスク; 信用リスク");
}

/* The head says what the plan's screen says. */
static void the_head_has_what_is_granted_and_what_is_left_to_pay(void **state) {
    (void)state;
    Plan plan;
    plan_init(&plan, "Elm", monday.now);
    DO(plan_add, &plan, catalogue_program(&edition, "smrj-cross-border-ec"), monday);
    DO(plan_add, &plan, catalogue_program(&edition, "jetro-trade-fair"), monday);
    set(&plan, "smrj-cross-border-ec", PLAN_ESTIMATE, "1800000", monday);
    set(&plan, "jetro-trade-fair", PLAN_ESTIMATE, "800000", monday);
    Buf text = page_on(&edition, &plan, tuesday_day, 100);
    has(&text, "Estimate      ¥2,600,000\n"
               "              grant ¥1,000,000  own share ¥800,000  1 not computed (¥800,000)\n");
    buf_release(&text);
    plan_release(&plan);
}

/* ---- as a table ---- */

static void a_table_has_the_keys_of_the_json(void **state) {
    (void)state;
    static const char *const keys[] = {"program", "name",      "step",    "status",    "reason",
                                       "note",    "owner",     "due",     "documents", "estimate",
                                       "terms",   "grant_yen", "own_yen", "grant_why"};
    Plan plan = small_plan();
    Arena arena = {0};
    set(&plan, "fair", PLAN_DOCUMENTS, "[x] 決算書\n[ ] 定款", monday);
    set(&plan, "fair", PLAN_NOTE, "a\nb", monday);
    Table table = sheet_of_plan(&arena, NULL, &plan);
    assert_int_equal(table.columns.count, COUNT_OF(keys));
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        assert_string_equal(table.columns.at[i], keys[i]);
    assert_int_equal(table.rows.count, 2);
    const char *const *fair = table.rows.at[1].cells.at;
    assert_string_equal(fair[0], "fair");
    assert_string_equal(fair[2], "3");
    assert_string_equal(fair[3], "候補");
    assert_string_equal(fair[5], "a\nb");
    assert_string_equal(fair[7], "");
    assert_string_equal(fair[8], "[x] 決算書; [ ] 定款");
    arena_release(&arena);
    plan_release(&plan);
}

static int begin(void **state) {
    tr_use(LANG_EN);
    return load_edition(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_stand_on_the_page_and_what_to_ask),
        cmocka_unit_test(a_program_is_told_from_its_name_to_its_note),
        cmocka_unit_test(the_log_is_nobodys_business),
        cmocka_unit_test(overdue_comes_first_undated_last_and_what_has_ended_not_at_all),
        cmocka_unit_test(nothing_left_is_said),
        cmocka_unit_test(what_was_dropped_costs_nothing_and_says_why),
        cmocka_unit_test(a_program_that_left_the_catalogue_keeps_its_name_and_step),
        cmocka_unit_test(old_facts_say_of_when_they_are),
        cmocka_unit_test(a_name_of_many_lines_is_one_title),
        cmocka_unit_test(every_program_of_the_edition_fits_the_page),
        cmocka_unit_test(what_it_costs_is_one_line),
        cmocka_unit_test(the_head_has_what_is_granted_and_what_is_left_to_pay),
        cmocka_unit_test(a_table_has_the_keys_of_the_json),
    };
    return cmocka_run_group_tests(tests, begin, release_edition);
}
