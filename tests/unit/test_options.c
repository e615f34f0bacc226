/* The command line: what is understood, and what is refused with which sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalogue/model.h"
#include "cli/options.h"

static const Date today = {2016, 12, 20};

typedef struct Run {
    Arena arena;
    Options options;
    Err err;
    bool good;
} Run;

/* Parses the words (a NULL ends them) as the shell would hand them over. */
static Run parse(const char *const *words) {
    Run run = {.err = {""}};
    char *argv[16] = {(char *)(uintptr_t) "kairo"};
    int argc = 1;
    for (; words[argc - 1] != NULL; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    run.good = options_parse(&run.options, &run.arena, argc, argv, today, &run.err);
    return run;
}

#define PARSE(...) parse((const char *const[]){__VA_ARGS__, NULL})

static void accept(Run *run) {
    assert_string_equal(run->err.text, "");
    assert_true(run->good);
}

static void refuse(Run run, const char *sentence) {
    assert_false(run.good);
    assert_string_equal(run.err.text, sentence);
    arena_release(&run.arena);
}

static int in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

static void nothing_opens_the_roadmap(void **state) {
    (void)state;
    Run run = parse((const char *const[]){NULL});
    accept(&run);
    assert_int_equal(run.options.command, COMMAND_SCREENS);
    assert_int_equal(date_compare(run.options.as_of, today), 0);
    assert_int_equal(run.options.step, 0);
    assert_string_equal(run.options.program, "");
    assert_int_equal(run.options.kind, -1);
    assert_false(run.options.ambiguous_fixed);
    arena_release(&run.arena);
}

static void options_stand_anywhere_in_both_forms(void **state) {
    (void)state;
    Run run = PARSE("--lang=en", "list", "--step", "2", "--cost=free", "--format", "json");
    accept(&run);
    assert_int_equal(run.options.command, COMMAND_LIST);
    assert_int_equal(run.options.lang, LANG_EN);
    assert_int_equal(run.options.step, 2);
    assert_int_equal(run.options.cost, COST_FREE);
    assert_int_equal(run.options.format, FORMAT_JSON);
    arena_release(&run.arena);
}

static void posixly_correct_changes_nothing(void **state) {
    (void)state;
    setenv("POSIXLY_CORRECT", "1", 1);
    Run run = PARSE("show", "jetro-library", "--format", "md");
    unsetenv("POSIXLY_CORRECT");
    accept(&run);
    assert_int_equal(run.options.format, FORMAT_MD);
    assert_int_equal(run.options.arguments.count, 1);
    arena_release(&run.arena);
}

static void two_hyphens_end_the_options(void **state) {
    (void)state;
    Run run = PARSE("show", "--", "--step", "x");
    accept(&run);
    assert_int_equal(run.options.arguments.count, 2);
    assert_string_equal(run.options.arguments.at[0], "--step");
    arena_release(&run.arena);
}

static void each_command_has_its_own_format(void **state) {
    (void)state;
    Run list = PARSE("list"), show = PARSE("show", "x");
    assert_int_equal(list.options.format, FORMAT_TABLE);
    assert_int_equal(show.options.format, FORMAT_TEXT);
    arena_release(&list.arena);
    arena_release(&show.arena);
    refuse(PARSE("list", "--format", "text"),
           "--format: text is not a format of list; expected one of table, json, csv, tsv, md");
    refuse(PARSE("show", "x", "--format=csv"),
           "--format: csv is not a format of show; expected one of text, json, md");
    refuse(PARSE("catalogue", "check", "--format", "json"),
           "--format is not an option of catalogue check; see kairo --help");
}

static void a_plan_is_exported_as_text_unless_said_otherwise(void **state) {
    (void)state;
    Run text = PARSE("plan", "export", "エルム");
    accept(&text);
    assert_int_equal(text.options.command, COMMAND_PLAN_EXPORT);
    assert_int_equal(text.options.format, FORMAT_TEXT);
    assert_string_equal(text.options.output, "");
    arena_release(&text.arena);
    Run html = PARSE("plan", "export", "エルム", "--format=html", "--output", "a.html");
    accept(&html);
    assert_int_equal(html.options.format, FORMAT_HTML);
    assert_string_equal(html.options.output, "a.html");
    arena_release(&html.arena);
    Run ics = PARSE("--output=-", "plan", "export", "エルム", "--format", "ics");
    accept(&ics);
    assert_int_equal(ics.options.format, FORMAT_ICS);
    arena_release(&ics.arena);
    refuse(PARSE("plan", "export", "x", "--format", "table"),
           "--format: table is not a format of plan export; expected one of text, json, csv, md, "
           "html, ics");
    refuse(PARSE("plan", "export", "x", "--output", ""), "--output: expected a value");
    refuse(PARSE("plan", "export"), "plan export: expected NAME; see kairo --help");
    refuse(PARSE("list", "--output", "x"), "--output is not an option of list; see kairo --help");
    refuse(PARSE("--output", "x"), "--output needs a command such as list; see kairo --help");
}

static void a_plan_comes_back_from_the_archive(void **state) {
    (void)state;
    Run run = PARSE("plan", "unarchive", "エルム");
    accept(&run);
    assert_int_equal(run.options.command, COMMAND_PLAN_UNARCHIVE);
    arena_release(&run.arena);
    refuse(PARSE("plan", "unarchiv", "x"),
           "plan unarchiv is not a command; did you mean plan unarchive?");
}

static void data_adds_up_and_others_count_as_given_last(void **state) {
    (void)state;
    Run run = PARSE("--data", "a.yaml", "--data=b", "list", "--step", "1", "--step", "3");
    accept(&run);
    assert_int_equal(run.options.data.count, 2);
    assert_string_equal(run.options.data.at[0], "a.yaml");
    assert_string_equal(run.options.data.at[1], "b");
    assert_int_equal(run.options.step, 3);
    arena_release(&run.arena);
    refuse(PARSE("--data", ""), "--data: expected a file or folder");
}

static void check_as_of(const char *text, Date expected) {
    Run run = PARSE("--as-of", text);
    accept(&run);
    assert_int_equal(run.options.as_of.year, expected.year);
    assert_int_equal(run.options.as_of.month, expected.month);
    assert_int_equal(run.options.as_of.day, expected.day);
    arena_release(&run.arena);
}

static void as_of_takes_every_way_of_writing_a_day(void **state) {
    (void)state;
    check_as_of("2016-12-14", (Date){2016, 12, 14});
    check_as_of("2016/12/14", (Date){2016, 12, 14});
    check_as_of("平成28年12月14日", (Date){2016, 12, 14});
    check_as_of("H28.12.14", (Date){2016, 12, 14});
    check_as_of("令和元年5月1日", (Date){2019, 5, 1});
    check_as_of("2016-12", (Date){2016, 12, 1});
    check_as_of("2016", (Date){2016, 1, 1});
    refuse(PARSE("--as-of", "2016-13-01"),
           "--as-of: 2016-13-01 is not a date; expected one such as 2016-12-14 or H28.12.14");
    refuse(PARSE("--as-of", ""),
           "--as-of:  is not a date; expected one such as 2016-12-14 or H28.12.14");
}

static void steps_are_one_to_four(void **state) {
    (void)state;
    refuse(PARSE("--step", "5"), "--step: 5 is not a step; expected 1 to 4, or 0");
    refuse(PARSE("--step", "-1"), "--step: -1 is not a step; expected 1 to 4, or 0");
    refuse(PARSE("--step", "1a"), "--step: 1a is not a step; expected 1 to 4, or 0");
    refuse(PARSE("--step="), "--step:  is not a step; expected 1 to 4, or 0");
    Run run = PARSE("list", "--step", "0");
    accept(&run);
    assert_true(run.options.cross_step);
    assert_int_equal(run.options.step, 0);
    arena_release(&run.arena);
}

static void ambiguous_is_auto_narrow_or_wide(void **state) {
    (void)state;
    Run wide = PARSE("--ambiguous", "wide"), automatic = PARSE("--ambiguous=auto");
    assert_int_equal(wide.options.ambiguous, AMBIGUOUS_WIDE);
    assert_true(wide.options.ambiguous_fixed);
    assert_false(automatic.options.ambiguous_fixed);
    arena_release(&wide.arena);
    arena_release(&automatic.arena);
    refuse(PARSE("--ambiguous", "both"),
           "--ambiguous: both is not a width; expected auto, narrow or wide");
}

static void filters_know_their_values(void **state) {
    (void)state;
    Run run = PARSE("list", "--kind", "loan", "--state", "always", "--need", "J");
    accept(&run);
    assert_int_equal(run.options.kind, KIND_LOAN);
    assert_int_equal(run.options.state, STATE_ALWAYS);
    assert_string_equal(run.options.need, "J");
    arena_release(&run.arena);
    refuse(PARSE("list", "--kind", "laon"), "--kind: laon is not known; did you mean loan?");
    refuse(PARSE("list", "--cost", "zzzzzzzzzz"),
           "--cost: zzzzzzzzzz is not known; expected one of free, paid, subsidy, not_stated");
    refuse(PARSE("list", "--country", ""), "--country: expected a value");
}

static void unknown_options_are_named_with_the_nearest(void **state) {
    (void)state;
    refuse(PARSE("list", "--stpe", "1"), "--stpe is not an option; did you mean --step?");
    refuse(PARSE("--proivder=x", "list"), "--proivder is not an option; did you mean --provider?");
    refuse(PARSE("--qqqqqqqqq"), "--qqqqqqqqq is not an option; see kairo --help");
    refuse(PARSE("list", "-x"), "-x is not an option; see kairo --help");
    refuse(PARSE("list", "--ascii=yes"), "--ascii takes no value");
    refuse(PARSE("list", "--step"), "--step: expected a value");
}

static void unknown_commands_are_named_with_the_nearest(void **state) {
    (void)state;
    refuse(PARSE("lsit"), "lsit is not a command; did you mean list?");
    refuse(PARSE("qqqqqqqqqq"), "qqqqqqqqqq is not a command; expected list, show, search, plan, "
                                "catalogue check or doctor");
    refuse(PARSE("catalogue"), "catalogue: expected catalogue check");
    refuse(PARSE("catalogue", "diff"), "catalogue diff is not a command; expected catalogue check");
    refuse(PARSE(""), " is not a command; expected list, show, search, plan, "
                      "catalogue check or doctor");
}

static void options_belong_to_commands(void **state) {
    (void)state;
    refuse(PARSE("show", "x", "--cost", "free"),
           "--cost is not an option of show; see kairo --help");
    refuse(PARSE("--kind", "loan"), "--kind needs a command such as list; see kairo --help");
    refuse(PARSE("list", "--program", "x"), "--program is not an option of list; see kairo --help");
}

static void arguments_are_counted(void **state) {
    (void)state;
    refuse(PARSE("show"), "show: expected an id, as in kairo show jetro-library");
    refuse(PARSE("list", "jetro"),
           "list: jetro is not expected; list is narrowed by options such as --step");
    Run run = PARSE("catalogue", "check", "a.yaml", "b.yaml");
    accept(&run);
    assert_int_equal(run.options.command, COMMAND_CATALOGUE_CHECK);
    assert_int_equal(run.options.arguments.count, 2);
    arena_release(&run.arena);
}

static void a_search_takes_words(void **state) {
    (void)state;
    Run run = PARSE("search", "展示会", "--format", "json", "補助");
    accept(&run);
    assert_int_equal(run.options.command, COMMAND_SEARCH);
    assert_int_equal(run.options.format, FORMAT_JSON);
    assert_int_equal(run.options.arguments.count, 2);
    assert_string_equal(run.options.arguments.at[1], "補助");
    arena_release(&run.arena);
    refuse(PARSE("search"), "search: expected QUERY...; see kairo --help");
    refuse(PARSE("search", "x", "--step", "1"),
           "--step is not an option of search; see kairo --help");
    refuse(PARSE("serch"), "serch is not a command; did you mean search?");
}

static void help_and_version_win(void **state) {
    (void)state;
    Run help = PARSE("list", "--help", "--cost", "free"), brief = PARSE("-h");
    Run version = PARSE("--version");
    assert_int_equal(help.options.command, COMMAND_HELP);
    assert_int_equal(brief.options.command, COMMAND_HELP);
    assert_int_equal(version.options.command, COMMAND_VERSION);
    arena_release(&help.arena);
    arena_release(&brief.arena);
    arena_release(&version.arena);
}

static Lang language_of(const char *const *words, Lang fallback) {
    char *argv[8] = {(char *)(uintptr_t) "kairo"};
    int argc = 1;
    for (; words[argc - 1] != NULL; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    return options_language(argc, argv, fallback);
}

static void the_language_is_known_before_anything_else(void **state) {
    (void)state;
    const char *const broken[] = {"--bad", "list", "--lang", "en", NULL};
    const char *const twice[] = {"--lang=en", "--lang=ja", NULL};
    const char *const wrong[] = {"--lang", "fr", NULL};
    const char *const after[] = {"--", "--lang", "en", NULL};
    assert_int_equal(language_of(broken, LANG_JA), LANG_EN);
    assert_int_equal(language_of(twice, LANG_EN), LANG_JA);
    assert_int_equal(language_of(wrong, LANG_EN), LANG_EN);
    assert_int_equal(language_of(after, LANG_JA), LANG_JA);
    refuse(PARSE("--lang", "fr"), "--lang: fr is not a language of kairo; expected ja or en");
}

static void argv_stays_as_it_was(void **state) {
    (void)state;
    char *argv[] = {(char *)(uintptr_t) "kairo", (char *)(uintptr_t) "list",
                    (char *)(uintptr_t) "--step", (char *)(uintptr_t) "1", NULL};
    char *before[5];
    memcpy(before, argv, sizeof argv);
    Arena arena = {0};
    Options options;
    Err err;
    assert_true(options_parse(&options, &arena, 4, argv, today, &err));
    assert_memory_equal(before, argv, sizeof argv);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_opens_the_roadmap),
        cmocka_unit_test(options_stand_anywhere_in_both_forms),
        cmocka_unit_test(posixly_correct_changes_nothing),
        cmocka_unit_test(two_hyphens_end_the_options),
        cmocka_unit_test(each_command_has_its_own_format),
        cmocka_unit_test(a_plan_is_exported_as_text_unless_said_otherwise),
        cmocka_unit_test(a_plan_comes_back_from_the_archive),
        cmocka_unit_test(data_adds_up_and_others_count_as_given_last),
        cmocka_unit_test(as_of_takes_every_way_of_writing_a_day),
        cmocka_unit_test(steps_are_one_to_four),
        cmocka_unit_test(ambiguous_is_auto_narrow_or_wide),
        cmocka_unit_test(filters_know_their_values),
        cmocka_unit_test(unknown_options_are_named_with_the_nearest),
        cmocka_unit_test(unknown_commands_are_named_with_the_nearest),
        cmocka_unit_test(options_belong_to_commands),
        cmocka_unit_test(arguments_are_counted),
        cmocka_unit_test(a_search_takes_words),
        cmocka_unit_test(help_and_version_win),
        cmocka_unit_test(the_language_is_known_before_anything_else),
        cmocka_unit_test(argv_stays_as_it_was),
    };
    return cmocka_run_group_tests(tests, in_english, NULL);
}
