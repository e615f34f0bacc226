/*
 * Judging answers by the rules that ship. First stories of clients: what they answered, where
 * programs must come out, and the reason; then what holds for any answers.
 */
#include "cmocka_all.h"

#include "base/tr.h"
#include "edition_fixture.h"
#include "query/diagnosis.h"

static Diagnosis diagnosis;

static int load(void **state) {
    Problems problems = {0};
    tr_use(LANG_EN);
    if (load_edition(state) != 0)
        return -1;
    bool loaded = diagnosis_load(&diagnosis, SOURCE_DIR "/data/catalogue", &edition, &problems);
    for (size_t i = 0; i < problems.count; i++)
        print_error("%s\n", problem_text(&scratch, &problems.items[i]));
    problems_release(&problems);
    return loaded ? 0 : -1;
}

static int release(void **state) {
    diagnosis_release(&diagnosis);
    return release_edition(state);
}

/* "stage=plan way=export,ec first=-": the answers of a client. */
static Answers answers_of(const char *text) {
    Answers answers = {0};
    Str word, rest = str(text);
    while (answer_next(&rest, &word)) {
        char *question = arena_copy(&scratch, word), *choices = strchr(question, '=');
        const char *canonical;
        Err err = {""};
        assert_non_null(choices);
        *choices++ = '\0';
        for (char *at = choices; *at != '\0'; at++)
            *at = *at == ',' ? ' ' : *at;
        if (!answer_canonical(str(choices), &scratch, &canonical, &err))
            fail_msg("%s", err.text);
        answers_put(&answers, question, canonical);
    }
    return answers;
}

static DiagnosisReport judge(const char *text) {
    Answers answers = answers_of(text);
    DiagnosisReport report = diagnosis_judge(&scratch, &diagnosis, &edition, &answers);
    answers_release(&answers);
    return report;
}

static const DiagnosisResult *find(const DiagnosisReport *report, const char *program) {
    for (size_t part = 0; part < DIAGNOSIS_PARTS; part++)
        for (size_t i = 0; i < report->groups[part].count; i++)
            if (strcmp(report->groups[part].at[i].program->id, program) == 0)
                return &report->groups[part].at[i];
    fail_msg("%s is nowhere", program);
    return NULL;
}

/* ---- stories ---- */

static const char *const part_names[] = {"fits", "confirm", "outside", "aside"};

typedef struct Expected {
    const char *program;
    DiagnosisGroup group;
    const char *question; /* NULL, or of the reason that decides … */
    Verdict verdict;      /* … and how it comes out */
} Expected;

enum { EXPECTED_MOST = 8 };
typedef struct Story {
    const char *client, *answers;
    Expected expected[EXPECTED_MOST];
} Story;

#define FITS(PROGRAM, QUESTION)                                                                    \
    { PROGRAM, DIAGNOSIS_FITS, QUESTION, VERDICT_MET }
#define CONFIRM(PROGRAM, QUESTION)                                                                 \
    { PROGRAM, DIAGNOSIS_CONFIRM, QUESTION, VERDICT_OPEN }
#define OUTSIDE(PROGRAM, QUESTION)                                                                 \
    { PROGRAM, DIAGNOSIS_OUTSIDE, QUESTION, VERDICT_AGAINST }
#define ASIDE(PROGRAM, QUESTION)                                                                   \
    { PROGRAM, DIAGNOSIS_ASIDE, QUESTION, VERDICT_APART }

static const Story stories[] = {
    {"said nothing yet",
     "",
     {{"jetro-seminar", DIAGNOSIS_CONFIRM, NULL, 0},
      CONFIRM("smrj-advice", "company"),
      CONFIRM("japan-brand", "group"),
      CONFIRM("mirasapo-portal", "company")}},
    {"passed everything over",
     "stage=- need=- way=- first=- abroad=- company=- group=- field=- country=- ready=-",
     {{"jetro-seminar", DIAGNOSIS_CONFIRM, NULL, 0},
      CONFIRM("smrj-advice", "way"),
      CONFIRM("hida-ameicc", "country")}},
    {"wants to hear a seminar",
     "stage=know need=seminar company=small",
     {FITS("jetro-seminar", "need"), OUTSIDE("smrj-seminar-speaker", "company"),
      ASIDE("jetro-library", "need"), FITS("measures-collection", "company"),
      ASIDE("jfc-overseas-loan", "need")}},
    {"is a bank that holds a seminar",
     "need=seminar company=organiser",
     {FITS("smrj-seminar-speaker", "company"), FITS("jetro-seminar", "need"),
      CONFIRM("mirasapo-portal", "company")}},
    {"only looks around",
     "stage=know",
     {FITS("jetro-library", "stage"), FITS("jetro-business-info", "stage"),
      CONFIRM("smrj-biznavi", "company"), ASIDE("jetro-mini-research", "stage")}},
    {"asks an expert about exports",
     "need=consult way=export company=sme",
     {FITS("smrj-advice", "way"), FITS("jetro-trade-consultation", "way"),
      FITS("mirasapo-expert", "company"), CONFIRM("jetro-investment-adviser", "way"),
      CONFIRM("jetro-briefing", "ready")}},
    {"sets up in Vietnam",
     "stage=plan,enter way=invest country=vn company=small abroad=planned",
     {FITS("jetro-investment-adviser", "country"), FITS("jetro-platform", "country"),
      FITS("jetro-support-center", "country"), FITS("shokochukin-overseas21", "abroad"),
      CONFIRM("credit-guarantee", "abroad"), OUTSIDE("smrj-restructuring", "abroad")}},
    {"sets up in Brazil",
     "need=consult,local-support way=invest country=br company=sme",
     {FITS("jetro-platform", "country"), OUTSIDE("jetro-support-center", "country"),
      OUTSIDE("jetro-investment-adviser", "country")}},
    {"sets up in Vietnam and Brazil",
     "need=local-support country=br,vn company=sme abroad=none",
     {FITS("jetro-support-center", "country")}},
    {"is a large company in Manila",
     "need=local-support country=ph company=large abroad=planned",
     {CONFIRM("jetro-support-center", "company"), CONFIRM("jfba-lawyer", "company")}},
    {"exports food for the first time",
     "stage=plan,enter way=export first=new company=small field=food country=us ready=chamber",
     {FITS("jetro-export-promising", "field"), FITS("smrj-strategy-fs", "first"),
      FITS("jizokuka-subsidy", "ready"), FITS("jetro-buyer-meeting", "field"),
      OUTSIDE("smrj-ceo-meeting", "country"), CONFIRM("furusato-meibutsu", "field")}},
    {"makes machines",
     "need=research,sell-from-japan way=export field=industry company=sme",
     {OUTSIDE("jetro-export-promising", "field"), CONFIRM("jetro-buyer-meeting", "field"),
      FITS("j-goodtech", "way")}},
    {"makes everyday goods",
     "need=research way=export field=daily",
     {CONFIRM("jetro-export-promising", "field"), FITS("jetro-mini-research", "way")}},
    {"is five workshops together",
     "need=develop company=small group=four way=export",
     {FITS("japan-brand", "group"), CONFIRM("jizokuka-subsidy", "ready")}},
    {"works alone",
     "need=develop company=sme group=alone way=export",
     {OUTSIDE("japan-brand", "group"), OUTSIDE("jizokuka-subsidy", "company"),
      CONFIRM("monozukuri-subsidy", "ready")}},
    {"has two partners", "need=develop company=small group=few", {OUTSIDE("japan-brand", "group")}},
    {"develops something new with a certified body",
     "need=develop company=sme ready=certified,innovate",
     {FITS("monozukuri-subsidy", "ready"), CONFIRM("furusato-meibutsu", "field")}},
    {"was abroad before and studies a second country",
     "need=research company=sme first=again",
     {CONFIRM("smrj-strategy-fs", "first"), CONFIRM("jetro-mini-research", "way")}},
    {"sells online to the TPP",
     "need=sell-from-japan way=ec company=small country=tpp",
     {FITS("smrj-cross-border-ec", "country"), CONFIRM("j-goodtech", "way"),
      FITS("tpp-briefings", "country")}},
    {"exhibits in a Japan Pavilion",
     "need=sell-abroad company=small ready=pavilion",
     {FITS("smrj-exhibition-support", "ready"), FITS("jetro-trade-fair", "company"),
      CONFIRM("jetro-appointment", "ready")}},
    {"has a buyer to meet",
     "need=sell-abroad company=small ready=deal",
     {FITS("jetro-appointment", "ready"), CONFIRM("smrj-exhibition-support", "ready")}},
    {"only wants to see a factory",
     "need=consult,sell-abroad ready=inspect",
     {OUTSIDE("jetro-appointment", "ready"), FITS("jetro-briefing", "ready")}},
    {"sees a factory and meets a buyer",
     "need=sell-abroad ready=deal,inspect",
     {FITS("jetro-appointment", "ready")}},
    {"needs money for a subsidiary",
     "need=funds company=sme abroad=present way=invest",
     {FITS("credit-guarantee", "abroad"), FITS("shokochukin-overseas21", "abroad"),
      FITS("jfc-overseas-loan", "way")}},
    {"is a larger mid-sized firm that exports",
     "need=risk,funds company=mid way=export",
     {FITS("nexi-sme-insurance", "company"), CONFIRM("jfc-overseas-loan", "company"),
      FITS("consortium", "company")}},
    {"is a large company that exports",
     "need=risk company=large way=export",
     {OUTSIDE("nexi-sme-insurance", "company"), FITS("smrj-risk-manual", "need"),
      CONFIRM("consortium", "company")}},
    {"trains people in Thailand",
     "need=people abroad=present country=th",
     {FITS("hida-ameicc", "country"), FITS("hida-training", "abroad"),
      FITS("smrj-training", "need")}},
    {"trains people in China",
     "need=people abroad=present country=cn",
     {OUTSIDE("hida-ameicc", "country"), FITS("hida-training", "abroad")}},
    {"must leave a market",
     "stage=grow way=restructure first=again abroad=present company=sme",
     {FITS("smrj-restructuring", "abroad"), FITS("restructuring-casebook", "way"),
      ASIDE("jfc-overseas-loan", "stage")}},
    {"must leave and borrows for it",
     "need=funds way=restructure company=sme abroad=present",
     {FITS("jfc-overseas-loan", "way"), CONFIRM("shokochukin-overseas21", "way"),
      ASIDE("smrj-restructuring", "need")}},
    {"has a contract to check",
     "need=local-support company=small ready=legal",
     {FITS("jfba-lawyer", "ready"), CONFIRM("jetro-platform", "country")}},
    {"is at stage 2 but wants money",
     "stage=plan need=funds company=small",
     {{"jfc-overseas-loan", DIAGNOSIS_CONFIRM, "stage", VERDICT_APART}, /* the need decides */
      ASIDE("smrj-advice", "need")}},
    {"answered a kairo that does not exist yet",
     "planet=mars stage=orbit need=funds company=small",
     {CONFIRM("jfc-overseas-loan", "way"), ASIDE("smrj-advice", "need")}},
};

static bool has_reason(const DiagnosisResult *result, const char *question, Verdict verdict) {
    for (size_t i = 0; i < result->reasons.count; i++) {
        const Reason *reason = &result->reasons.at[i];
        if (reason->question != NULL && strcmp(reason->question->id, question) == 0 &&
            reason->verdict == verdict)
            return true;
    }
    return false;
}

static void programs_come_out_where_the_source_puts_them(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < COUNT_OF(stories); i++) {
        DiagnosisReport report = judge(stories[i].answers);
        for (size_t j = 0; j < EXPECTED_MOST && stories[i].expected[j].program != NULL; j++) {
            const Expected *expected = &stories[i].expected[j];
            const DiagnosisResult *result = find(&report, expected->program);
            bool placed = result->group == expected->group;
            bool told = expected->question == NULL ||
                        has_reason(result, expected->question, expected->verdict);
            if (!placed || !told)
                print_error("a client who %s: %s is in %s, not %s%s\n", stories[i].client,
                            expected->program, part_names[result->group],
                            part_names[expected->group], told ? "" : "; the reason is missing");
            wrong += placed && told ? 0 : 1;
        }
    }
    assert_int_equal(wrong, 0);
}

/* ---- what holds for any answers ---- */

static void nothing_is_lost_or_counted_twice(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(stories); i++) {
        DiagnosisReport report = judge(stories[i].answers);
        size_t count = 0;
        for (size_t part = 0; part < DIAGNOSIS_PARTS; part++)
            count += report.groups[part].count;
        assert_int_equal(count, edition.programs.count + edition.resources.count);
        for (size_t p = 0; p < edition.programs.count; p++)
            find(&report, edition.programs.at[p].id);
    }
}

/* Programs before resources, each in the order of the edition. */
static size_t rank_of(const Program *program) {
    return program->cross_step ? edition.programs.count + (size_t)(program - edition.resources.at)
                               : (size_t)(program - edition.programs.at);
}

static void groups_are_in_order_of_what_is_met_then_of_the_edition(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(stories); i++) {
        DiagnosisReport report = judge(stories[i].answers);
        for (size_t part = 0; part < DIAGNOSIS_PARTS; part++)
            for (size_t j = 1; j < report.groups[part].count; j++) {
                const DiagnosisResult *a = &report.groups[part].at[j - 1], *b = a + 1;
                assert_int_equal(b->group, part);
                assert_true(a->met > b->met ||
                            (a->met == b->met && rank_of(a->program) < rank_of(b->program)));
            }
    }
}

/* A condition without a question is there to be confirmed, and moves nothing. */
static void what_nobody_asks_is_always_to_be_confirmed(void **state) {
    (void)state;
    DiagnosisReport report = judge("need=research way=export field=food");
    const DiagnosisResult *result = find(&report, "jetro-export-promising");
    const Reason *last = &result->reasons.at[result->reasons.count - 1];
    assert_int_equal(result->group, DIAGNOSIS_FITS);
    assert_null(last->question);
    assert_int_equal(last->verdict, VERDICT_OPEN);
    Strings confirm = diagnosis_confirm(&scratch, result);
    assert_int_equal(confirm.count, 1);
    assert_string_equal(confirm.at[0], "There is a screening first");
}

static void every_reason_has_its_slide(void **state) {
    (void)state;
    DiagnosisReport report = judge("stage=know need=seminar");
    const DiagnosisResult *result = find(&report, "consortium");
    assert_int_equal(result->reasons.at[0].condition->slide, 5);
    assert_int_equal(result->reasons.at[2].condition->slide, 6);
}

/* ---- questions ---- */

static void an_answer_that_is_not_asked_is_kept_and_does_not_count(void **state) {
    (void)state;
    DiagnosisReport hidden = judge("company=organiser group=four need=develop way=export");
    assert_true(has_reason(find(&hidden, "japan-brand"), "group", VERDICT_OPEN));
    DiagnosisReport asked = judge("company=small group=four need=develop way=export");
    assert_true(has_reason(find(&asked, "japan-brand"), "group", VERDICT_MET));
    DiagnosisReport unsure = judge("company=- group=four need=develop way=export");
    assert_true(has_reason(find(&unsure, "japan-brand"), "group", VERDICT_MET));
}

static const char *next_of(const char *text) {
    Answers answers = answers_of(text);
    const Question *next = diagnosis_next(&diagnosis, &answers);
    answers_release(&answers);
    return next == NULL ? "" : next->id;
}

static void the_questions_come_one_after_the_other(void **state) {
    (void)state;
    assert_string_equal(next_of(""), "stage");
    assert_string_equal(next_of("stage=plan"), "need");
    assert_string_equal(next_of("stage=plan need=-"), "way");       /* passed over */
    assert_string_equal(next_of("need=funds country=vn"), "stage"); /* in any order */
    assert_string_equal(next_of("stage=plan need=- way=export first=new abroad=none company=small"),
                        "group");
    assert_string_equal(
        next_of("stage=plan need=- way=export first=new abroad=none company=organiser"), "field");
    assert_string_equal(next_of("stage=orbit"), "stage"); /* no answer that is known */
    assert_string_equal(next_of("stage=- need=- way=- first=- abroad=- company=- group=- field=- "
                                "country=- ready=-"),
                        "");
}

static void assert_progress(const char *text, size_t settled, size_t asked) {
    Answers answers = answers_of(text);
    DiagnosisProgress progress = diagnosis_progress(&diagnosis, &answers);
    assert_int_equal(progress.settled, settled);
    assert_int_equal(progress.asked, asked);
    answers_release(&answers);
}

static void what_is_settled_is_counted(void **state) {
    (void)state;
    assert_progress("", 0, 10);
    assert_progress("stage=plan need=-", 2, 10);
    assert_progress("company=organiser group=four", 1, 9); /* not asked, so not counted */
    assert_progress("stage=orbit", 0, 10);                 /* no answer that is known */
    assert_progress("stage=- need=- way=- first=- abroad=- company=- group=- field=- country=- "
                    "ready=-",
                    10, 10);
}

static void any_question_can_be_reached(void **state) {
    (void)state;
    Answers answers = answers_of("company=organiser");
    for (size_t i = 0; i < diagnosis.questions.count; i++) {
        bool group = strcmp(diagnosis.questions.at[i].id, "group") == 0;
        assert_int_equal(diagnosis_asks(&diagnosis, &answers, i), !group);
    }
    answers_release(&answers);
}

static void assert_choose(const char *question, const char *before, const char *choice,
                          const char *after) {
    const Question *of = &diagnosis.questions.at[diagnosis_question(&diagnosis, question)];
    assert_string_equal(question_choose(&scratch, of, before, choice), after);
}

static void choices_are_taken_and_taken_back(void **state) {
    (void)state;
    assert_choose("country", "", "vn", "vn");
    assert_choose("country", "vn", "th", "th vn");
    assert_choose("country", "th vn", "vn", "th");
    assert_choose("country", "th", "th", "");
    assert_choose("country", ANSWER_SKIPPED, "th", "th");
    assert_choose("country", "mars vn", "th", "mars th vn"); /* what is not known is kept */
    assert_choose("first", "", "new", "new");
    assert_choose("first", "new", "again", "again"); /* only one */
    assert_choose("first", "new", "new", "new");
}

/* ---- words ---- */

static void reasons_are_worded_in_the_users_language(void **state) {
    (void)state;
    DiagnosisReport report = judge("need=funds company=large");
    const DiagnosisResult *loan = find(&report, "jfc-overseas-loan");
    assert_string_equal(reason_text(&scratch, &loan->reasons.at[0]), "Need: Raise funds");
    assert_string_equal(reason_label(&loan->reasons.at[0]), "agrees");
    assert_string_equal(reason_label(&loan->reasons.at[1]), "not stated for this answer");
    assert_string_equal(reason_label(&loan->reasons.at[2]), "not answered");
    assert_string_equal(reason_text(&scratch, &loan->reasons.at[2]),
                        "Money for going abroad or reorganising there");
    tr_use(LANG_JA);
    assert_string_equal(reason_text(&scratch, &loan->reasons.at[2]),
                        "海外展開と、その再編のための資金");
    assert_string_equal(question_text(loan->reasons.at[0].question), "何をしたいですか");
    tr_use(LANG_EN);
}

static void where_all_is_met_there_is_still_something_to_confirm(void **state) {
    (void)state;
    DiagnosisReport report = judge("need=seminar");
    Strings confirm = diagnosis_confirm(&scratch, find(&report, "jetro-seminar"));
    assert_int_equal(confirm.count, 1);
    assert_string_equal(confirm.at[0], "Whether it is offered now, and on what conditions");
}

static void assert_contacts(const char *program, const char *expected) {
    Strings lines = diagnosis_contacts(&scratch, catalogue_program(&edition, program));
    const char *text = "";
    for (size_t i = 0; i < lines.count; i++)
        text = arena_printf(&scratch, "%s%s%s", text, i > 0 ? "\n" : "", lines.at[i]);
    assert_string_equal(text, expected);
}

static void everybody_is_told_whom_to_ask(void **state) {
    (void)state;
    tr_use(LANG_JA);
    assert_contacts("consortium", "ジェトロ コンソーシアム事務局 0120-95-3375");
    assert_contacts("jetro-library", "ジェトロ http://jetro.go.jp/library/");
    assert_contacts("tpp-desks", "中小企業庁");
    assert_contacts("jfba-lawyer", /* and not the fax */
                    "日本弁護士連合会 企画部国際課 中小企業海外展開支援係 03-3580-9940");
    tr_use(LANG_EN);
    assert_contacts("jetro-library", "Japan External Trade Organization (JETRO) "
                                     "http://jetro.go.jp/library/");
    assert_contacts("shokochukin-overseas21",
                    "The Shoko Chukin Bank: 国際部 海外展開サポートデスク 03-3246-9450");
    for (size_t i = 0; i < edition.programs.count; i++)
        assert_true(diagnosis_contacts(&scratch, &edition.programs.at[i]).count > 0);
}

static void assert_no_promise(const char *text) {
    static const char *const promises[] = {"eligible", "qualif",   "entitle",      "you can use",
                                           "対象です", "使えます", "利用できます", "受けられます"};
    for (size_t i = 0; i < COUNT_OF(promises); i++)
        if (strcasestr(text, promises[i]) != NULL)
            fail_msg("a promise: %s", text);
}

static void no_group_says_that_anybody_may_use_anything(void **state) {
    (void)state;
    for (int language = LANG_JA; language <= LANG_EN; language++) {
        tr_use((Lang)language);
        for (size_t part = 0; part < DIAGNOSIS_PARTS; part++) {
            assert_no_promise(diagnosis_group_label((DiagnosisGroup)part));
            assert_no_promise(diagnosis_group_word((DiagnosisGroup)part));
            assert_no_promise(diagnosis_group_close((DiagnosisGroup)part));
            assert_true(strlen(diagnosis_group_close((DiagnosisGroup)part)) > 40);
        }
    }
    tr_use(LANG_EN);
}

static void a_program_of_another_file_is_to_be_confirmed(void **state) {
    (void)state;
    Program own = edition.programs.at[0];
    own.id = "own";
    own.added = true;
    Catalogue small = {.programs = {&own, 1}};
    Answers answers = answers_of("need=funds");
    DiagnosisReport report = diagnosis_judge(&scratch, &diagnosis, &small, &answers);
    assert_int_equal(report.groups[DIAGNOSIS_CONFIRM].count, 1);
    assert_int_equal(report.groups[DIAGNOSIS_CONFIRM].at[0].reasons.count, 0);
    answers_release(&answers);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programs_come_out_where_the_source_puts_them),
        cmocka_unit_test(nothing_is_lost_or_counted_twice),
        cmocka_unit_test(groups_are_in_order_of_what_is_met_then_of_the_edition),
        cmocka_unit_test(what_nobody_asks_is_always_to_be_confirmed),
        cmocka_unit_test(every_reason_has_its_slide),
        cmocka_unit_test(an_answer_that_is_not_asked_is_kept_and_does_not_count),
        cmocka_unit_test(the_questions_come_one_after_the_other),
        cmocka_unit_test(what_is_settled_is_counted),
        cmocka_unit_test(any_question_can_be_reached),
        cmocka_unit_test(choices_are_taken_and_taken_back),
        cmocka_unit_test(reasons_are_worded_in_the_users_language),
        cmocka_unit_test(where_all_is_met_there_is_still_something_to_confirm),
        cmocka_unit_test(everybody_is_told_whom_to_ask),
        cmocka_unit_test(no_group_says_that_anybody_may_use_anything),
        cmocka_unit_test(a_program_of_another_file_is_to_be_confirmed),
    };
    return cmocka_run_group_tests_name("diagnosis", tests, load, release);
}
