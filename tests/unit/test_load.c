/*
 * data/small.yaml has one of everything. Each test breaks it in one way and says what must be
 * reported; "§" in the broken text marks the place that must be named.
 */
#include "catalogue/load.h"

#include "base/buf.h"
#include "base/tr.h"
#include "temp_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const char *const mark = "§";

static char *read_small(void) {
    FILE *file = fopen(SOURCE_DIR "/tests/unit/data/small.yaml", "rb");
    assert_non_null(file);
    char *text = calloc(1, 32 * 1024);
    assert_true(fread(text, 1, 32 * 1024 - 1, file) > 0);
    fclose(file);
    return text;
}

/* `text` with the first `old` replaced. */
static void replace(Buf *out, const char *text, const char *old, const char *new) {
    const char *at = strstr(text, old);
    if (at == NULL)
        fail_msg("the fixture has no '%s'", old);
    buf_init(out, 1 << 20);
    buf_add(out, str_n(text, (size_t)(at - text)));
    buf_text(out, new);
    buf_text(out, at + strlen(old));
}

/* Takes the mark out; its line and column, or 0 when there is none. */
static void take_mark(Buf *text, int *line, int *column) {
    *line = *column = 0;
    char *at = strstr(text->at, mark);
    if (at == NULL)
        return;
    *line = *column = 1;
    for (const char *c = text->at; c < at; c++) {
        if (*c == '\n') {
            ++*line;
            *column = 1;
        } else if (((unsigned char)*c & 0xC0) != 0x80) {
            ++*column;
        }
    }
    memmove(at, at + strlen(mark), strlen(at + strlen(mark)) + 1);
    text->len -= strlen(mark);
}

static bool load_text(const char *text, Catalogue *out, Problems *problems, TempFolder *folder) {
    *folder = temp_folder_make();
    temp_folder_write(folder, "small.yaml", str(text));
    return catalogue_load(out, folder->path, (Strings){0}, problems);
}

static void assert_mistake(const char *old, const char *new, const char *message) {
    char *small = read_small();
    Buf text;
    int line, column;
    replace(&text, small, old, new);
    take_mark(&text, &line, &column);
    Catalogue catalogue;
    Problems problems = {0};
    TempFolder folder;
    bool loaded = load_text(text.at, &catalogue, &problems, &folder);
    temp_folder_remove(&folder);
    assert_false(loaded);
    for (size_t i = 1; i < problems.count; i++)
        print_error("also: %s\n", problems.items[i].message);
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].message, message);
    assert_int_equal(problems.items[0].line, line);
    assert_int_equal(problems.items[0].column, column);
    assert_null(catalogue.programs.at);
    problems_release(&problems);
    buf_release(&text);
    free(small);
}

/* What is reported when `old` is replaced. */
static Problems load_broken(const char *old, const char *new) {
    char *small = read_small();
    Buf text;
    replace(&text, small, old, new);
    Catalogue catalogue;
    Problems problems = {0};
    TempFolder folder;
    if (load_text(text.at, &catalogue, &problems, &folder))
        catalogue_release(&catalogue);
    temp_folder_remove(&folder);
    buf_release(&text);
    free(small);
    return problems;
}

/* ---- what is right ---- */

static Catalogue small;
static Problems no_problems;

static int load_small(void **state) {
    (void)state;
    tr_use(LANG_EN);
    TempFolder folder;
    char *text = read_small();
    bool loaded = load_text(text, &small, &no_problems, &folder);
    for (size_t i = 0; i < no_problems.count; i++)
        print_error("%d: %s\n", no_problems.items[i].line, no_problems.items[i].message);
    temp_folder_remove(&folder);
    free(text);
    return loaded ? 0 : -1;
}

static int release_small(void **state) {
    (void)state;
    catalogue_release(&small);
    problems_release(&no_problems);
    return 0;
}

static void everything_is_read(void **state) {
    (void)state;
    assert_string_equal(small.edition.id, "2016-12");
    assert_int_equal(small.edition.date.month, 12);
    assert_string_equal(small.edition.document, "");
    assert_string_equal(small.steps[3].title, "拡大");
    assert_string_equal(small.steps[0].activities.at[0], "情報収集");
    assert_int_equal(small.needs.count, 2);
    assert_int_equal(small.programs.count, 2);
    assert_int_equal(small.resources.count, 1);
    assert_int_equal(small.events.at[0].to.day, 3);
    assert_string_equal(small.events.at[0].place.in->id, "us");
    assert_string_equal(small.events.at[0].place.role, "");
    assert_string_equal(small.figures.at[0].grades.at[1].grades, "DDA");
    assert_true(small.figures.at[1].series.at[0].points.at[0].value == 2013);
}

static void a_program_is_read_with_all_its_parts(void **state) {
    (void)state;
    const Program *seminar = catalogue_program(&small, "seminar");
    assert_int_equal(seminar->number, 1);
    assert_false(seminar->cross_step);
    assert_ptr_equal(seminar->provider, catalogue_provider(&small, "jetro"));
    assert_ptr_equal(seminar->need, catalogue_need(&small, "A"));
    assert_int_equal(seminar->kind, KIND_SEMINAR);
    assert_string_equal(seminar->body, "一行目\n二行目");
    assert_int_equal(seminar->links.at[0].kind, LINK_GUIDE);
    assert_int_equal(seminar->links.at[1].kind, LINK_FAQ);
    assert_int_equal(seminar->contacts.at[0].phones.at[0].kind, PHONE_FREEDIAL);
    assert_int_equal(seminar->contacts.at[0].phones.at[1].kind, PHONE_VOICE);
    assert_int_equal(seminar->tables.at[0].rows.count, 2);
    assert_string_equal(seminar->tables.at[0].rows.at[1].cells.at[1], "会場");
    assert_int_equal(seminar->case_count, 1);
    assert_ptr_equal(seminar->cases[0], catalogue_case(&small, "elm"));
    assert_ptr_equal(seminar->see_also.at[0], catalogue_program(&small, "portal"));
    assert_string_equal(seminar->source.edition, "2016-12");
    assert_int_equal(seminar->source.slide, 7);
}

static void amounts_and_rates_are_exact(void **state) {
    (void)state;
    const Program *subsidy = catalogue_program(&small, "subsidy");
    assert_int_equal(subsidy->subsidy.at[0].rate.numerator, 2);
    assert_int_equal(subsidy->subsidy.at[0].rate.denominator, 3);
    assert_true(subsidy->subsidy.at[0].cap_yen == 1800000);
    assert_int_equal(subsidy->subsidy.at[0].multipliers.at[0].factor.numerator, 3);
    assert_int_equal(subsidy->finance.at[0].base_rate_bp, 130);
    assert_true(subsidy->finance.at[0].cap_yen == YEN_NOT_STATED);
    assert_ptr_equal(subsidy->requires_programs.at[0], catalogue_program(&small, "seminar"));
}

static void what_is_left_out_is_empty_never_null(void **state) {
    (void)state;
    const Program *subsidy = catalogue_program(&small, "subsidy");
    assert_string_equal(subsidy->audience, "");
    assert_string_equal(subsidy->cost.text, "");
    assert_string_equal(subsidy->period.label, "");
    assert_false(date_is_known(subsidy->period.from));
    assert_string_equal(subsidy->subsidy.at[0].cap_per, "");
    assert_string_equal(subsidy->source.note, "");
    assert_int_equal(subsidy->links.count, 0);
}

static void a_resource_stands_across_the_steps(void **state) {
    (void)state;
    const Program *portal = catalogue_program(&small, "portal");
    assert_true(portal->cross_step);
    assert_null(portal->need);
    assert_int_equal(portal->step, 0);
    assert_int_equal(portal->number, 0);
}

static void places_find_their_country_by_any_name(void **state) {
    (void)state;
    const Program *seminar = catalogue_program(&small, "seminar");
    const Country *us = catalogue_country_named(&small, "us");
    assert_ptr_equal(seminar->places.at[0].in, us);
    assert_string_equal(seminar->places.at[0].country, "アメリカ");
    assert_ptr_equal(seminar->places.at[1].in, us); /* in full-width letters */
    assert_ptr_equal(catalogue_country_named(&small, "ＵＮＩＴＥＤ　States"), us);
    assert_ptr_equal(catalogue_country_named(&small, "アメリカ"), us);
    assert_null(catalogue_country_named(&small, "火星"));
    assert_null(catalogue_country_named(&small, ""));
}

static void providers_are_found_by_any_name(void **state) {
    (void)state;
    const Provider *jetro = catalogue_provider(&small, "jetro");
    assert_non_null(jetro);
    assert_ptr_equal(catalogue_provider_named(&small, "ＪＥＴＲＯ"), jetro);
    assert_ptr_equal(catalogue_provider_named(&small, "日本貿易振興会"), jetro);
    assert_ptr_equal(catalogue_provider_named(&small, "日本貿易振興機構"), jetro);
    assert_null(catalogue_provider_named(&small, "jetr"));
    assert_null(catalogue_provider(&small, "JETRO")); /* an id is exact */
}

static void ids_are_those_of_programs_and_resources(void **state) {
    (void)state;
    Arena arena = {0};
    Strings ids = catalogue_ids(&small, &arena);
    assert_int_equal(ids.count, 3);
    assert_string_equal(ids.at[0], "seminar");
    assert_string_equal(ids.at[2], "portal");
    arena_release(&arena);
    assert_null(catalogue_program(&small, "nothing"));
    assert_null(catalogue_case(&small, "nothing"));
    assert_null(catalogue_need(&small, "Z"));
}

/* ---- keys and shapes ---- */

static void wrong_keys_are_reported(void **state) {
    (void)state;
    assert_mistake("    kind: seminar", "    §knd: seminar",
                   "unknown key 'knd' in a program (did you mean 'kind'?)");
    assert_mistake("        email:", "        §xyzxyz: 1\n        email:",
                   "unknown key 'xyzxyz' in a contact (expected one of: label, phones, hours, "
                   "email, note)");
    assert_mistake("  - id: seminar\n    number: 1\n    name: 参加型セミナー\n",
                   "  - §id: seminar\n    number: 1\n",
                   "a program needs the key 'name', which is missing");
    assert_mistake("    step: 1\n", "    step: 1\n    §step: 1\n",
                   "key 'step' stands here again; it is already in line 42");
    assert_mistake("programs:\n", "§program:\n",
                   "unknown section 'program' (did you mean 'programs'?)");
    assert_mistake("resources:\n", "§needs:\n",
                   "key 'needs' stands here again; it is already in line 17");
}

static void wrong_shapes_are_reported(void **state) {
    (void)state;
    assert_mistake("    reading: さんかがたせみなー", "    reading: §[a]",
                   "'reading' must be a text, not a list or a map");
    assert_mistake("    cases: [elm]", "    cases: §elm",
                   "'cases' must be a list (lines that begin with '- ')");
    assert_mistake("    cost: {kind: not_stated}", "    cost: §free",
                   "'cost' must be a map (lines of 'key: value')");
    assert_mistake("    cases: [elm]", "    cases: [§[elm]]",
                   "'cases' must be a text, not a list or a map");
    assert_mistake("          - [中小機構, 講師]", "          - §中小機構",
                   "'rows' must be a list (lines that begin with '- ')");
    assert_mistake("cases:\n  - {", "cases:\n  - §text\n  - {",
                   "each entry of 'cases' must be a map (lines of 'key: value')");
    assert_mistake("    reading: さんかがたせみなー", "    reading:§",
                   "'reading' has no value; leave the key out instead");
    assert_mistake("    cases: [elm]", "    cases: §[]",
                   "'cases' has no value; leave the key out instead");
    assert_mistake("    reading: さんかがたせみなー", "    reading: §|\n      二行\n      ある",
                   "'reading' must be one line");
}

/* ---- values ---- */

static void wrong_words_are_reported(void **state) {
    (void)state;
    assert_mistake("    kind: seminar", "    kind: §semnar",
                   "'semnar' is not a value of 'kind' (did you mean 'seminar'?)");
    assert_mistake("      kind: free\n", "      kind: §zzzzzzzz\n",
                   "'zzzzzzzz' is not a value of 'kind' (expected one of: free, paid, subsidy, "
                   "not_stated)");
    assert_mistake("role: platform", "role: §plattform",
                   "'plattform' is not a value of 'role' (did you mean 'platform'?)");
    assert_mistake("        unit: 社\n", "        unit: 社\n        approximate: §yes\n",
                   "'yes' is not a value of 'approximate' (expected one of: true, false)");
}

static void wrong_numbers_are_reported(void **state) {
    (void)state;
    assert_mistake(
        "cap_yen: 1800000", "cap_yen: §1,800,000",
        "'1,800,000' is not right for 'cap_yen'; expected whole yen, digits only, like 1800000");
    assert_mistake(
        "cap_yen: 1800000", "cap_yen: §-5",
        "'-5' is not right for 'cap_yen'; expected whole yen, digits only, like 1800000");
    assert_mistake("cap_yen: 1800000", "cap_yen: §99999999999999999999",
                   "'99999999999999999999' is not right for 'cap_yen'; expected whole yen, digits "
                   "only, like 1800000");
    assert_mistake("value: 2013", "value: §72.4",
                   "'72.4' is not right for 'value'; expected a whole number, digits only");
    assert_mistake("      slide: 7", "      slide: §29",
                   "'29' is not right for 'slide'; expected a whole number from 0 to 28");
    assert_mistake("    step: 1\n", "    step: §5\n",
                   "'5' is not right for 'step'; expected a whole number from 1 to 4");
    assert_mistake("base_rate: 1.30%", "base_rate: §1.305%",
                   "'1.305%' is not right for 'base_rate'; expected a percentage with at most two "
                   "decimals, like "
                   "1.30%");
    assert_mistake("base_rate: 1.30%", "base_rate: §1.30",
                   "'1.30' is not right for 'base_rate'; expected a percentage with at most two "
                   "decimals, like 1.30%");
}

static void wrong_rates_are_reported(void **state) {
    (void)state;
    assert_mistake(
        "rate: \"2/3\"", "rate: §\"0.66\"",
        "'0.66' is not right for 'rate'; expected a fraction like 2/3, or fixed, part, not_stated");
    assert_mistake(
        "rate: \"2/3\"", "rate: §2/0",
        "'2/0' is not right for 'rate'; expected a fraction like 2/3, or fixed, part, not_stated");
    assert_mistake("rate: \"2/3\"", "rate: §4/6", "'4/6' is not in lowest terms; write 2/3");
    assert_mistake("rate: \"2/3\"", "rate: §3/2",
                   "'3/2' is more than the whole; a 'rate' is at most 1/1");
    assert_mistake("factor: \"3/2\"", "factor: §2/3",
                   "'2/3' is less than one; a 'factor' is at least 1");
    assert_mistake("factor: \"3/2\"", "factor: §double",
                   "'double' is not right for 'factor'; expected a number like 2 or 3/2");
}

static void wrong_dates_are_reported(void **state) {
    (void)state;
    assert_mistake("      from: 2016-12-14", "      from: §2016-13-14",
                   "'2016-13-14' is not right for 'from'; expected a day like 2016-12-14");
    assert_mistake("      from: 2016-12-14", "      from: §2016-12",
                   "'2016-12' is not right for 'from'; expected a day like 2016-12-14");
    assert_mistake("    from: 2017-02-01", "    from: §2017-02-29",
                   "'2017-02-29' is not right for 'from'; expected a day like 2016-12-14");
    assert_mistake("rate_as_of: 2016-12", "rate_as_of: §平成28年",
                   "'平成28年' is not right for 'rate_as_of'; expected a date like 2016-12-14, "
                   "2016-12 or 2016");
    assert_mistake("  id: \"2016-12\"", "  id: §edition",
                   "'edition' is not right for 'id'; expected year and month, like 2016-12");
}

static void wrong_addresses_are_reported(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "javascript:alert(1)", "ftp://example.jp/", "http://",
        "http:///etc/passwd",  "www.jetro.go.jp",   "http://日本.jp/",
        "file:///etc/passwd",  "http://a.jp/$`x`",  "\\\"http://a.jp/\\\"",
        "http://a.jp/ -x",     "HTTP://a.jp/",      "http://a.jp/<x>",
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        Buf text, message;
        buf_init(&text, 1024);
        buf_init(&message, 1024);
        buf_printf(&text, "url: §\"%s\"", wrong[i]);
        buf_printf(&message,
                   "'%s' is not a web address; expected http:// or https://, then ASCII characters "
                   "without "
                   "blanks",
                   wrong[i][0] == '\\' ? "\"http://a.jp/\"" : wrong[i]);
        assert_mistake("url: http://www.jetro.go.jp/events/", text.at, message.at);
        buf_release(&text);
        buf_release(&message);
    }
    assert_mistake("email: info@example.jp", "email: §info.example.jp",
                   "'info.example.jp' is not an e-mail address; expected one like name@example.jp");
}

static void wrong_telephone_numbers_are_reported(void **state) {
    (void)state;
    assert_mistake(
        "number: 03-3582-5511", "number: §03(3582)5511",
        "'03(3582)5511' is not a telephone number; expected ASCII digits and hyphens, like "
        "03-3582-5511");
    assert_mistake(
        "number: 03-3582-5511", "number: §03-",
        "'03-' is not a telephone number; expected ASCII digits and hyphens, like 03-3582-5511");
    assert_mistake("            kind: freedial", "            kind: §navidial",
                   "the number 0120-95-3375 is of the kind 'freedial', not 'navidial'");
    assert_mistake("number: 03-3582-5511", "number: §0570-057-222",
                   "the number 0570-057-222 is of the kind 'navidial', not 'voice'");
    assert_mistake("number: 03-3582-5511", "kind: §freedial, number: 03-3582-5511",
                   "the number 03-3582-5511 is of the kind 'voice', not 'freedial'");
}

static void wrong_ids_are_reported(void **state) {
    (void)state;
    assert_mistake(
        "  - id: expo", "  - id: §Expo",
        "'Expo' is not right for 'id'; expected a to z, 0 to 9 and hyphens, no hyphen first");
    assert_mistake(
        "  - id: expo", "  - id: §-expo",
        "'-expo' is not right for 'id'; expected a to z, 0 to 9 and hyphens, no hyphen first");
    assert_mistake(
        "  - id: expo", "  - id: §../expo",
        "'../expo' is not right for 'id'; expected a to z, 0 to 9 and hyphens, no hyphen first");
    assert_mistake(
        "  - {id: jp,", "  - {id: §jpn,",
        "'jpn' is not right for 'id'; expected two small letters of ISO 3166-1, like vn");
    assert_mistake("needs:\n",
                   "needs:\n  - {id: §ab, step: 1, title: a, title_en: a, reading: a, "
                   "summary: a, summary_en: a}\n",
                   "'ab' is not right for 'id'; expected one capital letter, like A");
}

/* ---- links between records ---- */

static void names_of_nothing_are_reported(void **state) {
    (void)state;
    assert_mistake("    provider: jetro", "    provider: §jetr",
                   "there is no provider 'jetr' (did you mean 'jetro'?)");
    assert_mistake("    need: A", "    need: §X", "there is no need 'X' (expected one of: A, E)");
    assert_mistake("    cases: [elm]", "    cases: [elm, §eml]",
                   "there is no case 'eml' (did you mean 'elm'?)");
    assert_mistake("      see_also: [portal]", "      see_also: [§portla]",
                   "there is no program 'portla' (did you mean 'portal'?)");
    assert_mistake("{country: アメリカ", "{country: §アメリア",
                   "there is no country 'アメリア' (did you mean 'アメリカ'?)");
    assert_mistake("    program: seminar\n", "    program: §seminars\n",
                   "there is no program 'seminars' (did you mean 'seminar'?)");
    assert_mistake("summary_en: A case, program: seminar", "summary_en: A case, program: §semi",
                   "there is no program 'semi' (did you mean 'seminar'?)");
    assert_mistake("      see_also: [portal]", "      see_also: [§seminar]",
                   "'seminar' names itself");
}

static void doubled_ids_are_reported(void **state) {
    (void)state;
    Problems problems = load_broken("    see_also: [portal]\n", "    see_also: [subsidy]\n");
    assert_int_equal(problems.count, 0);
    problems = load_broken("  - id: portal", "  - id: subsidy");
    assert_int_equal(problems.count, 2); /* and what named the portal */
    assert_int_equal(problems.items[1].line, 115);
    assert_int_equal(problems.items[1].column, 9);
    assert_non_null(strstr(problems.items[1].message, "the id 'subsidy' is already used in /"));
    assert_non_null(strstr(problems.items[1].message, "small.yaml, line 83"));
    problems_release(&problems);
}

static void a_name_may_belong_to_one_country_only(void **state) {
    (void)state;
    assert_mistake("aliases: [アメリカ]", "aliases: §[アメリカ, 日本]",
                   "the name '日本' already belongs to the country 'jp'");
}

/* ---- what several keys say together ---- */

static void contradictions_are_reported(void **state) {
    (void)state;
    assert_mistake("    step: 1\n    need: A", "    step: §2\n    need: A",
                   "step 2 is not the step of the need A, which is 1");
    assert_mistake("      kind: free\n",
                   "      kind: §free\n      options: [{amount_yen: 10800}]\n",
                   "the cost is 'free', but 'options' names an amount");
    assert_mistake("cost: {kind: not_stated}",
                   "cost: {kind: §not_stated, options: [{amount_yen: 10800}]}",
                   "the cost is 'not_stated', but 'options' names an amount");
    assert_mistake("cost: {kind: not_stated}", "cost: §{kind: subsidy}",
                   "the cost is 'subsidy', but neither 'text' nor 'subsidy' says how much");
    assert_mistake("      to: 2017-01-27", "      to: §2016-01-27", "'to' lies before 'from'");
    assert_mistake("    to: 2017-02-03", "    to: §2017-01-31", "'to' lies before 'from'");
    assert_mistake("      kind: range\n      from: 2016-12-14\n", "      kind: §range\n",
                   "a period of the kind 'range' needs both 'from' and 'to'");
    assert_mistake("      kind: always\n", "      kind: always\n      §to: 2016-12-14\n",
                   "only a period of the kind 'range' has 'from' and 'to'");
    assert_mistake("          - [主催者, 会場]", "          - §[主催者]",
                   "this row has 1 cells, but the table 2 columns");
    assert_mistake("grades: DDA", "grades: §DDAA", "4 grades, but 'grade_columns' says 3");
    assert_mistake("grades: DDA", "grades: §DEA",
                   "'DEA' is not right for 'grades'; expected letters A to D, without "
                   "blanks");
    Problems problems = load_broken("    grade_columns: 3\n", "");
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].message, "'grades' and 'grade_columns' belong together");
    assert_int_equal(problems.items[0].line, 144);
    problems_release(&problems);
}

static void numbers_are_unique_and_in_order(void **state) {
    (void)state;
    assert_mistake("    number: 2\n", "    number: §1\n",
                   "number 1 comes after 1; numbers are unique and in order");
}

static void a_step_given_twice_leaves_another_missing(void **state) {
    (void)state;
    Problems problems = load_broken("  - {number: 4,", "  - {number: 3,");
    assert_int_equal(problems.count, 2);
    assert_string_equal(problems.items[0].message,
                        "step 4 is missing; there are exactly the steps 1 to 4");
    assert_string_equal(problems.items[1].message, "step 3 stands here again");
    problems_release(&problems);
}

static void steps_are_exactly_one_to_four(void **state) {
    (void)state;
    assert_mistake("  - {number: 4,", "  - {number: §5,",
                   "'5' is not right for 'number'; expected a whole number from 1 to 4");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(a_program_is_read_with_all_its_parts),
        cmocka_unit_test(amounts_and_rates_are_exact),
        cmocka_unit_test(what_is_left_out_is_empty_never_null),
        cmocka_unit_test(a_resource_stands_across_the_steps),
        cmocka_unit_test(places_find_their_country_by_any_name),
        cmocka_unit_test(providers_are_found_by_any_name),
        cmocka_unit_test(ids_are_those_of_programs_and_resources),
        cmocka_unit_test(wrong_keys_are_reported),
        cmocka_unit_test(wrong_shapes_are_reported),
        cmocka_unit_test(wrong_words_are_reported),
        cmocka_unit_test(wrong_numbers_are_reported),
        cmocka_unit_test(wrong_rates_are_reported),
        cmocka_unit_test(wrong_dates_are_reported),
        cmocka_unit_test(wrong_addresses_are_reported),
        cmocka_unit_test(wrong_telephone_numbers_are_reported),
        cmocka_unit_test(wrong_ids_are_reported),
        cmocka_unit_test(names_of_nothing_are_reported),
        cmocka_unit_test(doubled_ids_are_reported),
        cmocka_unit_test(a_name_may_belong_to_one_country_only),
        cmocka_unit_test(contradictions_are_reported),
        cmocka_unit_test(numbers_are_unique_and_in_order),
        cmocka_unit_test(a_step_given_twice_leaves_another_missing),
        cmocka_unit_test(steps_are_exactly_one_to_four),
    };
    return cmocka_run_group_tests(tests, load_small, release_small);
}
