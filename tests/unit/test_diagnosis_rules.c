/*
 * A diagnosis that is right, for the sample catalogue; each test breaks it in one way and says
 * what must be reported. "§" in the broken text marks the place that must be named.
 */
#include "cmocka_all.h"

#include "base/buf.h"
#include "base/tr.h"
#include "catalogue/answers.h"
#include "query/diagnosis_rules.h"
#include "sample.h"
#include "temp_folder.h"

static const char *const right =
    "questions:\n"
    "  - id: stage\n"
    "    aim: true\n"
    "    several: true\n"
    "    heading: 段階\n"
    "    heading_en: Stage\n"
    "    text: いまは\n"
    "    text_en: Where are you?\n"
    "    help: 近いもの\n"
    "    help_en: What is near\n"
    "    choices:\n"
    "      - {id: start, step: 1, label: 始め, label_en: Start}\n"
    "      - {id: enter, step: 3, label: 進出, label_en: Enter}\n"
    "  - id: need\n"
    "    aim: true\n"
    "    heading: 目的\n"
    "    heading_en: Need\n"
    "    text: 何を\n"
    "    text_en: What for?\n"
    "    help: 一つ\n"
    "    help_en: One\n"
    "    choices:\n"
    "      - {id: seminar, need: A, label: 聞く, label_en: Listen}\n"
    "      - {id: funds, need: J, label: 借りる, label_en: Borrow}\n"
    "  - id: group\n"
    "    heading: 組む相手\n"
    "    heading_en: Partners\n"
    "    text: 何者で\n"
    "    text_en: How many?\n"
    "    help: 自社も\n"
    "    help_en: You too\n"
    "    choices:\n"
    "      - {id: alone, label: 自社, label_en: Alone}\n"
    "      - {id: four, label: 4者, label_en: Four}\n"
    "  - id: country\n"
    "    several: true\n"
    "    heading: 国\n"
    "    heading_en: Country\n"
    "    text: どこ\n"
    "    text_en: Where?\n"
    "    help: いくつでも\n"
    "    help_en: Any\n"
    "    only_if: {question: group, choices: [four]}\n"
    "    choices:\n"
    "      - {id: vn, country: vn, label: ベトナム, label_en: Vietnam}\n"
    "      - {id: other, label: ほか, label_en: Other}\n"
    "rules:\n"
    "  - program: seminar\n"
    "    conditions:\n"
    "      - {question: stage, fits: [start]}\n"
    "      - {question: need, fits: [seminar]}\n"
    "  - program: fair\n"
    "    conditions:\n"
    "      - {question: stage, fits: [enter]}\n"
    "      - {question: need, fits: [funds]}\n"
    "      - question: country\n"
    "        fits: [vn]\n"
    "        excludes: [other]\n"
    "        text: ベトナムのみ\n"
    "        text_en: Vietnam only\n"
    "        slide: 17\n"
    "  - program: loan\n"
    "    conditions:\n"
    "      - {question: stage, fits: [enter]}\n"
    "      - {question: need, fits: [funds]}\n"
    "      - {question: group, fits: [four], excludes: [alone], text: 4者, text_en: Four}\n"
    "      - {text: 審査がある, text_en: There is a screening}\n"
    "  - program: portal\n";

static Catalogue catalogue;
static Arena scratch;

static int start(void **state) {
    (void)state;
    tr_use(LANG_EN);
    catalogue = sample_catalogue();
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_release(&scratch);
    return 0;
}

/* ---- what is right ---- */

static Diagnosis read_right(void) {
    Diagnosis diagnosis;
    Problems problems = {0};
    if (!diagnosis_read(&diagnosis, str(right), "d.yaml", &catalogue, &problems))
        fail_msg("%s", problem_text(&scratch, &problems.items[0]));
    problems_release(&problems);
    return diagnosis;
}

static void questions_and_choices_are_read_in_order(void **state) {
    (void)state;
    Diagnosis read = read_right();
    assert_int_equal(read.questions.count, 4);
    const Question *stage = &read.questions.at[0], *country = &read.questions.at[3];
    assert_string_equal(stage->id, "stage");
    assert_true(stage->aim && stage->several);
    assert_false(country->aim);
    assert_int_equal(stage->choices.at[1].step, 3);
    assert_ptr_equal(read.questions.at[1].choices.at[1].need, &sample_needs[1]);
    assert_ptr_equal(country->choices.at[0].country, &sample_countries[1]);
    assert_null(country->choices.at[1].country);
    assert_int_equal(country->only_if.asked, 2);
    assert_int_equal(country->only_if.set, 2); /* the second choice */
    assert_int_equal(diagnosis_question(&read, "country"), 3);
    assert_int_equal(diagnosis_question(&read, "weather"), 4);
    diagnosis_release(&read);
}

static void conditions_know_their_program_question_and_slide(void **state) {
    (void)state;
    Diagnosis read = read_right();
    const ProgramRule *fair = diagnosis_rule(&read, &catalogue.programs.at[1]);
    const ProgramRule *loan = diagnosis_rule(&read, &catalogue.programs.at[2]);
    assert_ptr_equal(fair->program, &catalogue.programs.at[1]);
    const Condition *vietnam = &fair->conditions.at[2];
    assert_int_equal(vietnam->asked, 3);
    assert_int_equal(vietnam->fitting, 1);
    assert_int_equal(vietnam->excluded, 2);
    assert_int_equal(vietnam->slide, 17);
    assert_int_equal(fair->conditions.at[0].slide, 7); /* the program's own */
    assert_string_equal(loan->conditions.at[3].question, "");
    assert_int_equal(diagnosis_rule(&read, &catalogue.resources.at[0])->conditions.count, 0);
    diagnosis_release(&read);
}

static void a_program_of_another_file_needs_no_rule(void **state) {
    (void)state;
    Program programs[4] = {sample_programs[0], sample_programs[1], sample_programs[2],
                           sample_programs[0]};
    programs[3].id = "own";
    programs[3].added = true;
    Catalogue more = catalogue;
    more.programs = (Programs){programs, 4};
    Diagnosis read;
    Problems problems = {0};
    assert_true(diagnosis_read(&read, str(right), "d.yaml", &more, &problems));
    assert_null(diagnosis_rule(&read, &programs[3]));
    diagnosis_release(&read);
}

/* ---- what is wrong ---- */

/* `right` with the first `old` replaced. */
static char *broken(const char *old, const char *new) {
    const char *at = strstr(right, old);
    if (at == NULL)
        fail_msg("the fixture has no '%s'", old);
    return arena_printf(&scratch, "%.*s%s%s", (int)(at - right), right, new, at + strlen(old));
}

/* Takes the mark out; "line:column", or "0:0" when there is none. */
static const char *take_mark(char *text) {
    static const char mark[] = "§";
    int line = 1, column = 1;
    char *at = strstr(text, mark);
    if (at == NULL)
        return "0:0";
    for (const char *c = text; c < at; c++) {
        column = *c == '\n' ? 1 : column + (((unsigned char)*c & 0xC0) != 0x80);
        line += *c == '\n';
    }
    memmove(at, at + sizeof mark - 1, strlen(at + sizeof mark - 1) + 1);
    return arena_printf(&scratch, "%d:%d", line, column);
}

static void assert_problem(char *text, const char *message) {
    const char *place = take_mark(text);
    Diagnosis read = {.rules = {.count = 77}};
    Problems problems = {0};
    assert_false(diagnosis_read(&read, str(text), "d.yaml", &catalogue, &problems));
    assert_int_equal(read.rules.count, 0); /* empty */
    for (size_t i = 1; i < problems.count; i++)
        print_error("also: %s\n", problem_text(&scratch, &problems.items[i]));
    assert_string_equal(problem_text(&scratch, &problems.items[0]),
                        arena_printf(&scratch, "d.yaml:%s: %s", place, message));
    assert_int_equal(problems.count, 1);
    problems_release(&problems);
}

static void assert_mistake(const char *old, const char *new, const char *message) {
    assert_problem(broken(old, new), message);
}

/* Where one mistake leads to others, it must be among them. */
static void assert_among(const char *old, const char *new, const char *message) {
    char *text = broken(old, new);
    const char *wanted = arena_printf(&scratch, "d.yaml:%s: %s", take_mark(text), message);
    Diagnosis read;
    Problems problems = {0};
    bool found = false;
    assert_false(diagnosis_read(&read, str(text), "d.yaml", &catalogue, &problems));
    for (size_t i = 0; i < problems.count; i++)
        found = found || strcmp(problem_text(&scratch, &problems.items[i]), wanted) == 0;
    for (size_t i = 0; !found && i < problems.count; i++)
        print_error("instead: %s\n", problem_text(&scratch, &problems.items[i]));
    assert_true(found);
    problems_release(&problems);
}

static void keys_are_known_ones(void **state) {
    (void)state;
    assert_mistake("    several: true\n    heading: 国", "    §severl: true\n    heading: 国",
                   "unknown key 'severl' in a question (did you mean 'several'?)");
    assert_mistake("        text: ベトナムのみ",
                   "        §txt: ベトナム\n        text: ベトナムのみ",
                   "unknown key 'txt' in a condition (did you mean 'text'?)");
    assert_among("        excludes: [other]", "        §exclude: [other]",
                 "unknown key 'exclude' in a condition (did you mean 'excludes'?)");
    assert_mistake("rules:\n", "§ruels: []\nrules:\n",
                   "unknown key 'ruels' in the diagnosis (did you mean 'rules'?)");
    assert_mistake("  - id: need\n    aim: true\n    heading: 目的\n",
                   "  - §id: need\n    aim: true\n",
                   "a question needs the key 'heading', which is missing");
    assert_mistake("{id: alone, label: 自社,", "§{id: alone,",
                   "a choice needs the key 'label', which is missing");
    assert_among("aim: true", "aim: §yes",
                 "'yes' is not a value of 'aim' (expected one of: true, false)");
}

static void programs_needs_and_countries_are_the_catalogues(void **state) {
    (void)state;
    assert_mistake("program: fair", "program: §fare",
                   "there is no program 'fare' (did you mean 'fair'?)");
    assert_mistake("need: J", "need: §Q", "there is no need 'Q' (expected one of: A, J)");
    assert_mistake("country: vn", "country: §vm", "there is no country 'vm' (did you mean 'vn'?)");
    assert_mistake("slide: 17", "slide: §29",
                   "'29' is not right for 'slide'; expected a whole number from 0 to 28");
    assert_mistake("step: 3", "step: §5",
                   "'5' is not right for 'step'; expected a whole number from 1 to 4");
}

static void questions_and_choices_are_the_files_own(void **state) {
    (void)state;
    assert_mistake("- question: country", "- question: §countri",
                   "there is no question 'countri' (did you mean 'country'?)");
    assert_mistake("excludes: [other]", "excludes: [§othr]",
                   "the question 'country' has no choice 'othr' (did you mean 'other'?)");
    assert_mistake("fits: [four]", "fits: [§xyz]",
                   "the question 'group' has no choice 'xyz' (expected one of: alone, four)");
    assert_mistake("choices: [four]", "choices: [§for]",
                   "the question 'group' has no choice 'for' (did you mean 'four'?)");
    assert_mistake("{question: group, choices", "{question: §grup, choices",
                   "there is no question 'grup' (did you mean 'group'?)");
}

static void a_question_depends_on_an_earlier_one_alone(void **state) {
    (void)state;
    assert_mistake("only_if: {question: group, choices: [four]}",
                   "only_if: {question: §country, choices: [vn]}",
                   "'only_if' must name a question that stands before this one");
    assert_mistake("only_if: {question: group, choices: [four]}", "only_if: §{question: group}",
                   "'only_if' needs the key 'choices', which is missing");
}

static void nothing_stands_twice(void **state) {
    (void)state;
    assert_mistake("{id: four, label",
                   "{id: four, label: 4, label_en: 4}\n      - {id: §four, label",
                   "'four' stands here again; it is already in line 34");
    assert_mistake("  - program: portal\n", "  - program: portal\n  - program: §portal\n",
                   "'portal' stands here again; it is already in line 68");
    assert_mistake("  - program: portal\n", "  - program: portal\n    §program: portal\n",
                   "key 'program' stands here again; it is already in line 68");
}

static void ids_fit_into_plans(void **state) {
    (void)state;
    char id[ANSWER_ID_MOST + 2] = {0};
    memset(id, 'a', ANSWER_ID_MOST + 1);
    assert_among("id: group", arena_printf(&scratch, "id: §%s", id),
                 "an id has at most 64 characters");
    assert_among("id: alone", arena_printf(&scratch, "id: §%s", id),
                 "an id has at most 64 characters");
    assert_among("id: group", "id: §Group",
                 "'Group' is not right for 'id'; expected a to z, 0 to 9 and hyphens, no hyphen "
                 "first");
}

static void a_condition_says_what_fits_and_in_words(void **state) {
    (void)state;
    assert_mistake("      - question: country\n        fits: [vn]\n",
                   "      - §question: country\n",
                   "a condition needs the key 'fits', which is missing");
    assert_mistake("{question: group, fits: [four], excludes: [alone], text: 4者, text_en: Four}",
                   "§{question: group, fits: [four], excludes: [alone], text: 4者}",
                   "a condition needs the key 'text_en', which is missing");
    assert_mistake("{text: 審査がある, text_en", "§{text_en",
                   "a condition needs the key 'text', which is missing");
    assert_mistake("{text: 審査がある,", "{§fits: [four], text: 審査がある,",
                   "leave 'fits' out: this condition names no question");
    assert_mistake("excludes: [other]", "excludes: §[other, vn]",
                   "the choice 'vn' cannot both fit and be excluded");
    assert_mistake("fits: [four], excludes: [alone]", "fits: §[alone, four]",
                   "every choice of 'group' fits, so this is no condition; leave it out");
}

static void an_aim_speaks_by_its_labels_and_excludes_nothing(void **state) {
    (void)state;
    assert_mistake("{question: need, fits: [funds]}",
                   "{question: need, fits: [funds], §text_en: Money}",
                   "leave 'text_en' out: the labels of the choices say it already");
    assert_mistake("{question: need, fits: [funds]}",
                   "{question: need, fits: [funds], §excludes: [seminar]}",
                   "leave 'excludes' out: what somebody looks for excludes nothing");
}

static void a_rule_names_the_step_and_need_of_the_catalogue(void **state) {
    (void)state;
    assert_mistake("program: fair\n    conditions:\n      - {question: stage, fits: [enter]}\n",
                   "program: §fair\n    conditions:\n",
                   "the catalogue has 'fair' under 'enter', but its rule does not say so");
    assert_mistake("program: loan\n    conditions:\n      - {question: stage, fits: [enter]}\n"
                   "      - {question: need, fits: [funds]}\n",
                   "program: §loan\n    conditions:\n      - {question: stage, fits: [enter]}\n",
                   "the catalogue has 'loan' under 'funds', but its rule does not say so");
    assert_among("{question: stage, fits: [start]}", "{question: stage, fits: §[enter]}",
                 "the catalogue does not have 'seminar' under 'enter'");
    assert_among("{question: need, fits: [seminar]}", "{question: need, fits: §[funds]}",
                 "the catalogue does not have 'seminar' under 'funds'");
}

static void every_program_has_a_rule(void **state) {
    (void)state;
    char *text = broken("  - program: portal\n", "");
    char *rules = strstr(text, "\nrules:");
    assert_problem(arena_printf(&scratch, "%.*s\n§%s", (int)(rules - text), text, rules + 1),
                   "the program 'portal' has no rule");
}

static void every_choice_is_named_by_some_rule(void **state) {
    (void)state;
    assert_mistake("      - {id: other, label",
                   "      - {id: §moon, label: 月, label_en: Moon}\n      - {id: other, label",
                   "no rule uses the choice 'moon' of the question 'country'");
}

/* More choices than a set has bits, more questions than there are sets. */
static void there_are_only_so_many(void **state) {
    (void)state;
    const char *choices = "", *questions = "";
    for (int i = 0; i < CHOICES_MOST; i++)
        choices = arena_printf(&scratch, "%s{id: c%d, label: あ, label_en: a}, ", choices, i);
    for (int i = 0; i < CHOICES_MOST; i++)
        questions =
            arena_printf(&scratch,
                         "%s  - {id: q%d, heading: a, heading_en: a, text: a, text_en: a, "
                         "help: a, help_en: a, choices: [{id: c, label: a, label_en: a}]}\n",
                         questions, i);
    assert_mistake(
        "choices:\n      - {id: alone, label: 自社, label_en: Alone}\n"
        "      - {id: four, label: 4者, label_en: Four}\n",
        arena_printf(&scratch, "choices: §[%s{id: alone, label: a, label_en: a}]\n", choices),
        "a question has at most 64 choices");
    assert_mistake("questions:\n", arena_printf(&scratch, "questions:\n  §%s", questions + 2),
                   "a diagnosis has at most 64 questions");
}

static void all_mistakes_are_told_at_once(void **state) {
    (void)state;
    Diagnosis read;
    Problems problems = {0};
    Buf all;
    buf_init(&all, 65536);
    const char *text = "questions:\n"
                       "  - {id: a, several: maybe, choices: [text]}\n"
                       "  - 3\n"
                       "rules:\n"
                       "  - program: fare\n"
                       "    conditions: [{question: b, fits: []}, text]\n";
    assert_false(diagnosis_read(&read, str(text), "d.yaml", &catalogue, &problems));
    for (size_t i = 0; i < problems.count; i++)
        buf_printf(&all, "%d:%d %s\n", problems.items[i].line, problems.items[i].column,
                   problems.items[i].message);
    assert_string_equal(all.at,
                        "2:5 a question needs the key 'heading', which is missing\n"
                        "2:5 a question needs the key 'heading_en', which is missing\n"
                        "2:5 a question needs the key 'text', which is missing\n"
                        "2:5 a question needs the key 'text_en', which is missing\n"
                        "2:5 a question needs the key 'help', which is missing\n"
                        "2:5 a question needs the key 'help_en', which is missing\n"
                        "2:22 'maybe' is not a value of 'several' (expected one of: true, false)\n"
                        "2:39 'choices' must be a map (lines of 'key: value')\n"
                        "3:5 'questions' must be a map (lines of 'key: value')\n"
                        "5:14 there is no program 'fare' (did you mean 'fair'?)\n"
                        "6:29 there is no question 'b' (expected one of: a)\n"
                        "6:38 'fits' has no value; leave the key out instead\n"
                        "6:43 'conditions' must be a map (lines of 'key: value')\n");
    buf_release(&all);
    problems_release(&problems);
}

static void what_is_no_diagnosis_is_refused(void **state) {
    (void)state;
    assert_problem(arena_printf(&scratch, "§"), "the file is empty");
    assert_problem(arena_printf(&scratch, "§- a\n"),
                   "the file must be a map of sections (programs: …), not a list");
    assert_problem(arena_printf(&scratch, "questions: §&a []\n"),
                   "an anchor (&) is not allowed; put the text in quotes if it starts with &");
}

/* ---- files ---- */

static void it_lies_beside_the_edition(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    Diagnosis read;
    Problems problems = {0};
    assert_false(diagnosis_load(&read, folder.path, &catalogue, &problems));
    assert_string_equal(problems.items[0].message, "there is no such file or folder");
    assert_int_equal(read.rules.count, 0);
    problems_release(&problems);
    temp_folder_write(&folder, CATALOGUE_DIAGNOSIS, str(right));
    assert_true(diagnosis_load(&read, folder.path, &catalogue, &problems));
    assert_int_equal(read.rules.count, 4);
    diagnosis_release(&read);
    temp_folder_remove(&folder);
}

/* Any cut of the file, and any byte of it spoilt, is refused or read; nothing breaks. */
static void cut_and_spoilt_files_do_no_harm(void **state) {
    (void)state;
    size_t len = strlen(right);
    char *text = arena_copy(&scratch, str(right));
    for (size_t i = 0; i < len; i += 7) {
        Diagnosis read;
        Problems problems = {0};
        if (diagnosis_read(&read, str_n(right, i), "d.yaml", &catalogue, &problems))
            diagnosis_release(&read);
        char kept = text[i];
        text[i] = '[';
        if (diagnosis_read(&read, str(text), "d.yaml", &catalogue, &problems))
            diagnosis_release(&read);
        text[i] = kept;
        problems_release(&problems);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_and_choices_are_read_in_order),
        cmocka_unit_test(conditions_know_their_program_question_and_slide),
        cmocka_unit_test(a_program_of_another_file_needs_no_rule),
        cmocka_unit_test(keys_are_known_ones),
        cmocka_unit_test(programs_needs_and_countries_are_the_catalogues),
        cmocka_unit_test(questions_and_choices_are_the_files_own),
        cmocka_unit_test(a_question_depends_on_an_earlier_one_alone),
        cmocka_unit_test(nothing_stands_twice),
        cmocka_unit_test(ids_fit_into_plans),
        cmocka_unit_test(a_condition_says_what_fits_and_in_words),
        cmocka_unit_test(an_aim_speaks_by_its_labels_and_excludes_nothing),
        cmocka_unit_test(a_rule_names_the_step_and_need_of_the_catalogue),
        cmocka_unit_test(every_program_has_a_rule),
        cmocka_unit_test(every_choice_is_named_by_some_rule),
        cmocka_unit_test(there_are_only_so_many),
        cmocka_unit_test(all_mistakes_are_told_at_once),
        cmocka_unit_test(what_is_no_diagnosis_is_refused),
        cmocka_unit_test(it_lies_beside_the_edition),
        cmocka_unit_test(cut_and_spoilt_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, start, end);
}
