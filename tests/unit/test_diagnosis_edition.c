/*
 * The rules that ship, held against the catalogue: every program is there with its step and
 * need, every condition has its slide and its words in both languages, and no sentence is too
 * long for a line, copied from the source, or a promise.
 */
#include "cmocka_all.h"

#include "base/tr.h"
#include "edition_fixture.h"
#include "query/diagnosis.h"
#include "text/width.h"

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

static const Question *question(const char *id) {
    size_t place = diagnosis_question(&diagnosis, id);
    assert_true(place < diagnosis.questions.count);
    return &diagnosis.questions.at[place];
}

/* Whether the program's rule has a condition on the question that `choice` fits. */
static bool fits(const char *program, const char *asked, const char *choice) {
    const ProgramRule *rule = diagnosis_rule(&diagnosis, catalogue_program(&edition, program));
    const Question *of = question(asked);
    size_t place = question_choice(of, str(choice));
    assert_true(place < of->choices.count);
    for (size_t i = 0; i < rule->conditions.count; i++)
        if (strcmp(rule->conditions.at[i].question, asked) == 0 &&
            rule->conditions.at[i].fitting >> place & 1)
            return true;
    return false;
}

static bool excludes(const char *program, const char *asked, const char *choice) {
    const ProgramRule *rule = diagnosis_rule(&diagnosis, catalogue_program(&edition, program));
    size_t place = question_choice(question(asked), str(choice));
    for (size_t i = 0; i < rule->conditions.count; i++)
        if (strcmp(rule->conditions.at[i].question, asked) == 0 &&
            rule->conditions.at[i].excluded >> place & 1)
            return true;
    return false;
}

/* ---- against the catalogue ---- */

static void forty_programs_and_eight_resources_have_their_rules_in_order(void **state) {
    (void)state;
    assert_int_equal(diagnosis.rules.count, 48);
    for (size_t i = 0; i < 48; i++)
        assert_ptr_equal(diagnosis.rules.at[i].program,
                         i < 40 ? &edition.programs.at[i] : &edition.resources.at[i - 40]);
}

static void every_program_has_its_step_and_need(void **state) {
    (void)state;
    static const char *const steps[] = {"", "know", "plan", "enter", "grow"};
    for (size_t i = 0; i < edition.programs.count; i++) {
        const Program *program = &edition.programs.at[i];
        const Choices *needs = &question("need")->choices;
        assert_true(fits(program->id, "stage", steps[program->step]));
        for (size_t j = 0; j < needs->count; j++)
            assert_int_equal(fits(program->id, "need", needs->at[j].id),
                             needs->at[j].need == program->need);
    }
    assert_true(fits("restructuring-casebook", "stage", "grow"));
}

static void steps_needs_and_countries_have_the_catalogues_names(void **state) {
    (void)state;
    const Choices *stages = &question("stage")->choices, *needs = &question("need")->choices;
    const Choices *countries = &question("country")->choices;
    assert_int_equal(stages->count, STEP_COUNT);
    for (size_t i = 0; i < STEP_COUNT; i++) {
        assert_int_equal(stages->at[i].step, (int)i + 1);
        assert_string_equal(stages->at[i].label, edition.steps[i].title);
        assert_string_equal(stages->at[i].label_en, edition.steps[i].title_en);
    }
    assert_int_equal(needs->count, edition.needs.count);
    for (size_t i = 0; i < needs->count; i++) {
        assert_ptr_equal(needs->at[i].need, &edition.needs.at[i]);
        assert_string_equal(needs->at[i].label, edition.needs.at[i].title);
        assert_string_equal(needs->at[i].label_en, edition.needs.at[i].title_en);
    }
    for (size_t i = 0; i + 2 < countries->count; i++) { /* TPP and others have none */
        assert_string_equal(countries->at[i].id, countries->at[i].country->id);
        assert_string_equal(countries->at[i].label, countries->at[i].country->name);
        assert_string_equal(countries->at[i].label_en, countries->at[i].country->name_en);
    }
    assert_int_equal(countries->count - 2, edition.countries.count - 1); /* all but Japan */
}

/* Where a program has places of this role, its rule names their countries and no other. */
static void assert_countries(const char *program, const char *role) {
    const Program *of = catalogue_program(&edition, program);
    const Choices *countries = &question("country")->choices;
    for (size_t i = 0; i < countries->count; i++) {
        bool there = false;
        for (size_t j = 0; j < of->places.count; j++)
            there = there || (strcmp(of->places.at[j].role, role) == 0 &&
                              of->places.at[j].in == countries->at[i].country);
        assert_int_equal(fits(program, "country", countries->at[i].id), there);
    }
}

static void countries_are_those_of_the_cards(void **state) {
    (void)state;
    assert_countries("jetro-investment-adviser", "adviser");
    assert_countries("jetro-platform", "platform");
    assert_countries("jetro-support-center", "support_centre");
}

/* ASEAN is what slide 10 lists under it, Asia what the catalogue calls so. */
static void regions_hold_what_the_document_puts_in_them(void **state) {
    (void)state;
    const Choices *countries = &question("country")->choices;
    for (size_t i = 0; i + 2 < countries->count; i++) {
        const Choice *choice = &countries->at[i];
        bool asia = strcmp(choice->country->region_en, "Asia") == 0;
        bool big = strcmp(choice->id, "cn") == 0 || strcmp(choice->id, "in") == 0;
        bool asean = fits("jetro-investment-adviser", "country", choice->id) && !big;
        assert_int_equal(fits("smrj-ceo-meeting", "country", choice->id), asia);
        assert_int_equal(excludes("smrj-ceo-meeting", "country", choice->id), !asia);
        assert_int_equal(fits("hida-ameicc", "country", choice->id), asean);
        assert_int_equal(excludes("hida-ameicc", "country", choice->id), !asean);
    }
}

static size_t count_excluding(void) {
    size_t count = 0;
    for (size_t i = 0; i < diagnosis.rules.count; i++)
        for (size_t j = 0; j < diagnosis.rules.at[i].conditions.count; j++)
            count += diagnosis.rules.at[i].conditions.at[j].excluded != 0;
    return count;
}

/* Each of these is a line that the source draws itself; there are no others. */
static void only_what_the_source_rules_out_is_excluded(void **state) {
    (void)state;
    static const struct {
        const char *program, *question, *choice; /* … because the source says */
    } lines[] = {
        {"smrj-seminar-speaker", "company", "small"},    /* 支援機関…の皆様が主催 */
        {"jetro-export-promising", "field", "industry"}, /* 対象分野は４分野 */
        {"japan-brand", "group", "few"},                 /* ４者以上 */
        {"jizokuka-subsidy", "company", "sme"},          /* 小規模事業者の方 */
        {"jetro-investment-adviser", "country", "us"},   /* アジアへの海外進出をサポート */
        {"smrj-ceo-meeting", "country", "us"},           /* アジア諸国 */
        {"jetro-appointment", "ready", "inspect"},       /* 本サービスの対象外 */
        {"jetro-support-center", "country", "br"},       /* 次の5ヵ国7ヵ所 */
        {"hida-ameicc", "country", "cn"},                /* ASEAN域内 */
        {"smrj-restructuring", "first", "new"},          /* 進出先での事業再編 */
        {"smrj-restructuring", "abroad", "none"},        /* 海外子会社を訪問 */
        {"nexi-sme-insurance", "company", "large"},      /* 専用商品 */
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        assert_true(excludes(lines[i].program, lines[i].question, lines[i].choice));
    assert_int_equal(count_excluding(), COUNT_OF(lines));
}

/* A condition is stated on the program's own slide, but for the consortium, which has two. */
static void every_condition_stands_on_a_slide_of_its_program(void **state) {
    (void)state;
    for (size_t i = 0; i < diagnosis.rules.count; i++) {
        const ProgramRule *rule = &diagnosis.rules.at[i];
        bool two = strcmp(rule->program->id, "consortium") == 0;
        for (size_t j = 0; j < rule->conditions.count; j++) {
            int slide = rule->conditions.at[j].slide, own = rule->program->source.slide;
            assert_in_range(slide, 1, edition.edition.slides);
            assert_true(slide == own || (two && slide == own + 1));
        }
    }
}

/* Each program whose card names whom it is for, or a requirement, has a condition beside its
   step and need. */
static void what_the_cards_require_is_in_the_rules(void **state) {
    (void)state;
    for (size_t i = 0; i < diagnosis.rules.count; i++) {
        const ProgramRule *rule = &diagnosis.rules.at[i];
        const Program *program = rule->program;
        size_t aims = (program->step != 0 ? 1u : 0u) + (program->need != NULL ? 1u : 0u);
        bool anybody = strcmp(program->id, "jetro-library") == 0; /* だれでも */
        bool people = strcmp(program->id, "smrj-training") == 0;  /* who is trained: the need */
        bool states = !is_absent(program->audience) || program->requirements.count > 0;
        if (states && !anybody && !people && rule->conditions.count <= aims)
            fail_msg("%s has conditions on its card but not in its rule", program->id);
    }
}

/* ---- the words ---- */

typedef void (*Check)(const char *where, const char *japanese, const char *english);

static void for_all_words(Check check) {
    for (size_t i = 0; i < diagnosis.questions.count; i++) {
        const Question *of = &diagnosis.questions.at[i];
        check(of->id, of->heading, of->heading_en);
        check(of->id, of->text, of->text_en);
        check(of->id, of->help, of->help_en);
        for (size_t j = 0; j < of->choices.count; j++)
            check(of->id, of->choices.at[j].label, of->choices.at[j].label_en);
    }
    for (size_t i = 0; i < diagnosis.rules.count; i++) {
        const Conditions *conditions = &diagnosis.rules.at[i].conditions;
        for (size_t j = 0; j < conditions->count; j++)
            if (!is_absent(conditions->at[j].text))
                check(diagnosis.rules.at[i].program->id, conditions->at[j].text,
                      conditions->at[j].text_en);
    }
}

static bool is_latin(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0xE3) /* kana and kanji begin there */
            return false;
    return true;
}

static void check_languages(const char *where, const char *japanese, const char *english) {
    if (is_absent(japanese) || is_absent(english) || is_latin(japanese) || !is_latin(english))
        fail_msg("%s: not in both languages: %s / %s", where, japanese, english);
}

static void everything_is_there_in_japanese_and_english(void **state) {
    (void)state;
    for_all_words(check_languages);
}

static void check_length(const char *where, const char *japanese, const char *english) {
    enum { LINE_CELLS = 76 }; /* 38 kanji: a line of 80 columns with its margins */
    if (text_width(str(japanese), AMBIGUOUS_WIDE) > LINE_CELLS ||
        text_width(str(english), AMBIGUOUS_NARROW) > LINE_CELLS)
        fail_msg("%s: too long: %s / %s", where, japanese, english);
}

static void nothing_is_longer_than_a_line(void **state) {
    (void)state;
    for_all_words(check_length);
    for (size_t i = 0; i < diagnosis.questions.count; i++) {
        enum { HEADING_CELLS = 16 };
        assert_in_range(text_width(str(diagnosis.questions.at[i].heading), AMBIGUOUS_WIDE), 1,
                        HEADING_CELLS);
        assert_in_range(text_width(str(diagnosis.questions.at[i].heading_en), AMBIGUOUS_NARROW), 1,
                        HEADING_CELLS);
    }
}

static void check_promises(const char *where, const char *japanese, const char *english) {
    static const char *const promises[] = {"eligible", "qualif",   "entitle",      "you can use",
                                           "対象です", "使えます", "利用できます", "受けられます"};
    for (size_t i = 0; i < COUNT_OF(promises); i++)
        if (strstr(japanese, promises[i]) != NULL || strcasestr(english, promises[i]) != NULL)
            fail_msg("%s: a promise: %s / %s", where, japanese, english);
}

static void nothing_says_that_anybody_may_use_anything(void **state) {
    (void)state;
    for_all_words(check_promises);
}

/* ---- no sentence is the source's own ---- */

static char *source_text; /* without blanks */

static void drop_blanks(char *text) {
    char *to = text;
    for (const char *at = text; *at != '\0'; at++)
        if (strchr(" \t\r\n\f", *at) == NULL)
            *to++ = *at;
    *to = '\0';
}

static bool is_heading(const char *text) {
    for (size_t i = 0; i < edition.needs.count; i++)
        if (strcmp(edition.needs.at[i].title, text) == 0)
            return true;
    return false;
}

static void check_own_words(const char *where, const char *japanese, const char *english) {
    enum { SENTENCE_CELLS = 30 }; /* 15 kanji */
    (void)english;
    if (!is_heading(japanese) && text_width(str(japanese), AMBIGUOUS_NARROW) >= SENTENCE_CELLS &&
        strstr(source_text, japanese) != NULL)
        fail_msg("%s: copied from the source: %s", where, japanese);
}

static void no_sentence_is_copied_from_the_source(void **state) {
    (void)state;
    enum { LARGEST = 1 << 20 };
    FILE *file = fopen(SHARED_DIR "/source/sme-overseas-support-2016-12.txt", "rb");
    if (file == NULL) {
        print_message("skipped: the source is not beside this tree\n");
        skip();
    }
    source_text = arena_alloc(&scratch, LARGEST + 1);
    assert_true(fread(source_text, 1, LARGEST, file) > 0);
    assert_int_equal(fclose(file), 0);
    drop_blanks(source_text);
    assert_non_null(strstr(source_text, "ジェトロ"));
    for_all_words(check_own_words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_programs_and_eight_resources_have_their_rules_in_order),
        cmocka_unit_test(every_program_has_its_step_and_need),
        cmocka_unit_test(steps_needs_and_countries_have_the_catalogues_names),
        cmocka_unit_test(countries_are_those_of_the_cards),
        cmocka_unit_test(regions_hold_what_the_document_puts_in_them),
        cmocka_unit_test(only_what_the_source_rules_out_is_excluded),
        cmocka_unit_test(every_condition_stands_on_a_slide_of_its_program),
        cmocka_unit_test(what_the_cards_require_is_in_the_rules),
        cmocka_unit_test(everything_is_there_in_japanese_and_english),
        cmocka_unit_test(nothing_is_longer_than_a_line),
        cmocka_unit_test(nothing_says_that_anybody_may_use_anything),
        cmocka_unit_test(no_sentence_is_copied_from_the_source),
    };
    return cmocka_run_group_tests_name("diagnosis_edition", tests, load, release);
}
