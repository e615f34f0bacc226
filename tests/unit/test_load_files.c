/* Several files and folders: order, additions, and what is wrong with the files themselves. */
#include "catalogue/load.h"

#include "base/tr.h"
#include "temp_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/stat.h>

static const char *const data = SOURCE_DIR "/tests/unit/data";

static const char added[] = "programs:\n"
                            "  - id: own\n"
                            "    name: 自社\n"
                            "    name_en: Own\n"
                            "    reading: じしゃ\n"
                            "    provider: city\n"
                            "    step: 2\n"
                            "    need: E\n"
                            "    kind: subsidy\n"
                            "    summary: 要約\n"
                            "    summary_en: Summary\n"
                            "    body: 本文\n"
                            "    cost: {kind: free}\n"
                            "    period: {kind: always}\n"
                            "    related: {see_also: [seminar]}\n"
                            "providers:\n"
                            "  - {id: city, name: 市, name_full: 市, name_en: City, reading: し, "
                            "summary: 要約, summary_en: Summary}\n";

typedef struct Loaded {
    Catalogue catalogue;
    Problems problems;
    bool right;
} Loaded;

static Loaded load(const char *folder, const char *extra) {
    Loaded loaded = {0};
    Strings extras = {&extra, extra == NULL ? 0 : 1};
    loaded.right = catalogue_load(&loaded.catalogue, folder, extras, &loaded.problems);
    return loaded;
}

static void release(Loaded *loaded) {
    catalogue_release(&loaded->catalogue);
    problems_release(&loaded->problems);
}

static void assert_says(const Loaded *loaded, size_t i, const char *text) {
    assert_true(i < loaded->problems.count);
    Arena arena = {0};
    assert_string_equal(problem_text(&arena, &loaded->problems.items[i]), text);
    arena_release(&arena);
}

static void an_extra_file_adds_programs_and_providers(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    char path[512];
    temp_folder_write(&folder, "own.yaml", str(added));
    temp_folder_path(&folder, "own.yaml", path);
    Loaded loaded = load(data, path);
    assert_true(loaded.right);
    const Program *own = catalogue_program(&loaded.catalogue, "own");
    assert_ptr_equal(own, &loaded.catalogue.programs.at[2]); /* after those of the edition */
    assert_int_equal(own->number, 0);
    assert_string_equal(own->provider->name_en, "City");
    assert_string_equal(own->source.edition, ""); /* it stands in no edition */
    assert_true(own->source.attribution < ATTRIBUTION_COUNT);
    assert_string_equal(own->see_also.at[0]->id, "seminar");
    release(&loaded);
    loaded = load(data, folder.path); /* the folder as well as the file */
    assert_true(loaded.right);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void an_extra_file_replaces_nothing(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    char expected[1024];
    temp_folder_write(&folder, "own.yaml",
                      str("providers:\n"
                          "  - {id: jetro, name: a, name_full: a, name_en: a, reading: a, summary: "
                          "a, summary_en: a}\n"
                          "edition:\n  id: \"2017-01\"\n"
                          "programs:\n"
                          "  - number: 3\n"));
    Loaded loaded = load(data, folder.path);
    assert_false(loaded.right);
    snprintf(expected, sizeof expected,
             "%s/own.yaml:2:10: the id 'jetro' is already used in %s/small.yaml, line 22",
             folder.path, data);
    assert_says(&loaded, 0, expected);
    snprintf(expected, sizeof expected,
             "%s/own.yaml:3:1: only the edition itself has the section 'edition'; leave it out "
             "here",
             folder.path);
    assert_says(&loaded, 1, expected);
    bool unknown_number = false;
    for (size_t i = 0; i < loaded.problems.count; i++)
        unknown_number = unknown_number || strstr(loaded.problems.items[i].message,
                                                  "unknown key 'number' in an added program");
    assert_true(unknown_number);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void all_mistakes_of_all_files_are_reported_in_order(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    temp_folder_write(&folder, "b.yaml", str("needs:\n  - {id: bb, step: 9}\n"));
    temp_folder_write(&folder, "a.yaml", str("a: 1\nb\nc: 2\n"));
    temp_folder_write(&folder, "c.yaml", str("stepps: []\n"));
    temp_folder_write(&folder, "ignored.yml", str("\xFF"));
    temp_folder_write(&folder, ".hidden.yaml", str("\xFF"));
    Loaded loaded = load(folder.path, NULL);
    char expected[512];
    assert_false(loaded.right);
    assert_int_equal(loaded.problems.count, 1 + 7 + 1);
    snprintf(expected, sizeof expected, "%s/a.yaml:2:1: a key needs ': ' after it", folder.path);
    assert_says(&loaded, 0, expected);
    for (size_t i = 1; i < 6; i++) /* five keys are missing */
        assert_int_equal(loaded.problems.items[i].column, 5);
    assert_int_equal(loaded.problems.items[6].column, 10);
    assert_int_equal(loaded.problems.items[7].column, 20);
    snprintf(expected, sizeof expected,
             "%s/c.yaml:1:1: unknown section 'stepps' (did you mean 'steps'?)", folder.path);
    assert_says(&loaded, 8, expected);
    release(&loaded);
    temp_folder_remove(&folder);
}

/* It is read when somebody asks for it (query/diagnosis_rules.h), never at the start. */
static void the_diagnosis_of_an_edition_is_passed_over(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    temp_folder_write(&folder, CATALOGUE_DIAGNOSIS, str("\xFF"));
    Loaded alone = load(folder.path, NULL), extra = load(data, folder.path);
    assert_false(alone.right); /* for its missing sections, not for the byte */
    for (size_t i = 0; i < alone.problems.count; i++)
        assert_non_null(strstr(alone.problems.items[i].message, "no file has the section"));
    assert_false(extra.right); /* only an edition has one */
    assert_int_equal(extra.problems.count, 1);
    release(&alone);
    release(&extra);
    temp_folder_remove(&folder);
}

static void sections_of_one_kind_may_stand_in_several_files(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    temp_folder_write(&folder, "a.yaml",
                      str("countries:\n  - {id: vn, name: ベトナム, name_en: Vietnam, reading: "
                          "べとなむ, region: アジア, region_en: Asia}\n"));
    Loaded loaded = load(data, folder.path);
    assert_true(loaded.right);
    assert_int_equal(loaded.catalogue.countries.count, 3);
    assert_string_equal(loaded.catalogue.countries.at[2].name_en, "Vietnam");
    release(&loaded);
    temp_folder_remove(&folder);
}

/* Cities, cases and events name their countries in any form. */
static void cities_cases_and_events_find_their_countries(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    temp_folder_write(
        &folder, "a.yaml",
        str("cities:\n"
            "  - {country: アメリカ, name: シアトル, name_en: Seattle, reading: しあとる}\n"
            "cases:\n"
            "  - {id: own, title: a, about: [アメリカ, jp], summary: a, summary_en: a, "
            "program: seminar, slide: 7}\n"
            "events:\n"
            "  - {id: own, kind: seminar, name: a, name_en: a, from: 2017-01-17, to: 2017-01-17, "
            "date_text: a, place: {country: 日本}, about: [米国], slide: 7}\n"));
    Loaded loaded = load(data, folder.path);
    assert_true(loaded.right);
    const Catalogue *catalogue = &loaded.catalogue;
    const Country *us = catalogue_country_named(catalogue, "us");
    const Country *jp = catalogue_country_named(catalogue, "jp");
    const CountryRefs *about = &catalogue_case(catalogue, "own")->about;
    assert_string_equal(catalogue_city(catalogue, us, "シアトル")->name_en, "Seattle");
    assert_null(catalogue_city(catalogue, jp, "シアトル"));
    assert_int_equal(about->count, 2);
    assert_ptr_equal(about->at[0], us);
    assert_ptr_equal(about->at[1], jp);
    assert_ptr_equal(catalogue->events.at[catalogue->events.count - 1].about.at[0], us);
    release(&loaded);
    temp_folder_write(&folder, "a.yaml",
                      str("cities:\n"
                          "  - {country: 火星, name: a, name_en: a, reading: a}\n"
                          "  - {country: 日本, name: a, name_en: a}\n"));
    loaded = load(data, folder.path);
    assert_false(loaded.right);
    assert_int_equal(loaded.problems.count, 2);
    assert_non_null(strstr(loaded.problems.items[0].message, "there is no country '火星'"));
    assert_non_null(strstr(loaded.problems.items[1].message, "a city needs the key 'reading'"));
    release(&loaded);
    temp_folder_remove(&folder);
}

static void an_edition_without_its_sections_is_reported(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    char expected[512];
    temp_folder_write(&folder, "a.yaml", str("cases: []\n"));
    Loaded loaded = load(folder.path, NULL);
    assert_int_equal(loaded.problems.count, 6);
    snprintf(expected, sizeof expected,
             "%s: no file has the section 'edition', which an edition needs", folder.path);
    assert_says(&loaded, 0, expected);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void the_edition_is_described_once(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    static const char edition[] = "edition: {id: \"2016-12\", title: a, title_en: a, issuer: a, "
                                  "issuer_en: a, date: 2016-12, slides: 1}\n";
    char expected[1024];
    temp_folder_write(&folder, "a.yaml", str(edition));
    temp_folder_write(&folder, "b.yaml", str(edition));
    Loaded loaded = load(folder.path, NULL);
    snprintf(expected, sizeof expected,
             "%s/b.yaml:1:1: the edition is already described in %s/a.yaml, line 1", folder.path,
             folder.path);
    bool said = false;
    Arena arena = {0};
    for (size_t i = 0; i < loaded.problems.count; i++)
        said = said || strcmp(problem_text(&arena, &loaded.problems.items[i]), expected) == 0;
    assert_true(said);
    arena_release(&arena);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void files_that_cannot_be_read_are_reported(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    char path[512], expected[600];
    Loaded loaded = load("/nowhere/at/all", NULL);
    assert_says(&loaded, 0, "/nowhere/at/all: there is no such file or folder");
    release(&loaded);
    loaded = load(folder.path, NULL);
    snprintf(expected, sizeof expected, "%s: the folder holds no file whose name ends in .yaml",
             folder.path);
    assert_says(&loaded, 0, expected);
    assert_int_equal(loaded.problems.count, 1);
    release(&loaded);
    loaded = load(data, "/nowhere.yaml");
    assert_int_equal(loaded.problems.count, 1);
    assert_says(&loaded, 0, "/nowhere.yaml: there is no such file or folder");
    release(&loaded);
    temp_folder_path(&folder, "pipe.yaml", path);
    assert_int_equal(mkfifo(path, 0600), 0); /* nobody writes: reading it would wait for ever */
    loaded = load(data, path);
    snprintf(expected, sizeof expected, "%s: it is neither a file nor a folder", path);
    assert_says(&loaded, 0, expected);
    release(&loaded);
    loaded = load(data, folder.path);
    snprintf(expected, sizeof expected, "%s: it is not an ordinary file", path);
    assert_says(&loaded, 0, expected);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void an_empty_extra_folder_is_no_mistake(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    Loaded loaded = load(data, folder.path);
    assert_true(loaded.right);
    release(&loaded);
    temp_folder_remove(&folder);
}

static void problems_sort_by_file_as_read_then_place(void **state) {
    (void)state;
    Problems problems = {0};
    problems_meet(&problems, "z");
    problems_add(&problems, "a", 1, 1, "four");
    problems_add(&problems, "z", 2, 1, "three");
    problems_add(&problems, "z", 1, 9, "%s", "two");
    problems_add(&problems, "z", 0, 0, "one");
    problems_sort(&problems);
    static const char *const expected[] = {"one", "two", "three", "four"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(problems.items[i].message, expected[i]);
    problems_release(&problems);
}

static void further_problems_are_only_counted(void **state) {
    (void)state;
    Problems problems = {0};
    for (int i = 0; i < PROBLEMS_MOST + 5; i++)
        problems_add(&problems, "f", i + 1, 1, "problem %d", i);
    assert_int_equal(problems.count, PROBLEMS_MOST);
    assert_int_equal(problems.dropped, 5);
    assert_true(problems_are_full(&problems));
    problems_release(&problems);
}

static int english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_extra_file_adds_programs_and_providers),
        cmocka_unit_test(an_extra_file_replaces_nothing),
        cmocka_unit_test(all_mistakes_of_all_files_are_reported_in_order),
        cmocka_unit_test(the_diagnosis_of_an_edition_is_passed_over),
        cmocka_unit_test(sections_of_one_kind_may_stand_in_several_files),
        cmocka_unit_test(cities_cases_and_events_find_their_countries),
        cmocka_unit_test(an_edition_without_its_sections_is_reported),
        cmocka_unit_test(the_edition_is_described_once),
        cmocka_unit_test(files_that_cannot_be_read_are_reported),
        cmocka_unit_test(an_empty_extra_folder_is_no_mistake),
        cmocka_unit_test(problems_sort_by_file_as_read_then_place),
        cmocka_unit_test(further_problems_are_only_counted),
    };
    return cmocka_run_group_tests(tests, english, NULL);
}
