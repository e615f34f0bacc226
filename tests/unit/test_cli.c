/* Commands on streams of our own: statuses, cleaned messages, a terminal's results. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/tr.h"
#include "cli/cli.h"
#include "temp_folder.h"
#include "temp_tree.h"

/* What one command said. */
typedef struct Said {
    char *out, *err; /* owned */
    size_t out_bytes, err_bytes;
    int status;
} Said;

static void said_release(Said *said) {
    free(said->out);
    free(said->err);
}

typedef struct Where {
    const char *catalogue;
    const char *data; /* folder; NULL for none */
    bool terminal, file;
    int cols;
} Where;

static Said run(const Where *where, const char *const *words) {
    Said said = {0};
    Arena arena = {0};
    Surroundings at = surroundings_read(&arena);
    at.config_home = at.home = "";
    at.data_home = at.state_home = where->data != NULL ? where->data : "";
    if (where->catalogue != NULL)
        at.catalogue = where->catalogue;
    char *argv[16] = {(char *)(uintptr_t) "kairo"};
    int argc = 1;
    for (; words[argc - 1] != NULL; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    CliIo io = {.out = open_memstream(&said.out, &said.out_bytes),
                .err = open_memstream(&said.err, &said.err_bytes),
                .out_is_terminal = where->terminal,
                .out_is_file = where->file,
                .cols = where->cols,
                .at = &at,
                .now = "2016-12-20T01:00:00Z"};
    Options options;
    Err err;
    if (options_parse(&options, &arena, argc, argv, (Date){2016, 12, 20}, &err))
        said.status = cli_run(&options, &io);
    else
        said.status = cli_refuse(io.err, &err);
    fclose(io.out);
    fclose(io.err);
    arena_release(&arena);
    return said;
}

#define RUN(where, ...) run(&(where), (const char *const[]){__VA_ARGS__, NULL})

static int in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

static const Where a_pipe = {.catalogue = NULL};

static void a_listing_succeeds(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "list", "--step", "1");
    assert_int_equal(said.status, CLI_DONE);
    assert_string_equal(said.err, "");
    assert_non_null(strstr(said.out, "jetro-library"));
    said_release(&said);
}

static int widest_line(const char *text) {
    int widest = 0;
    for (Str rest = str(text); rest.len > 0;) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t bytes = end != NULL ? (size_t)(end - rest.at) : rest.len;
        widest = MAX_OF(widest, text_width(str_n(rest.at, bytes), AMBIGUOUS_NARROW));
        rest = str_skip(rest, bytes + 1);
    }
    return widest;
}

static void a_listing_fits_the_terminal(void **state) {
    (void)state;
    for (int cols = 72; cols <= 200; cols += 8) {
        const Where terminal = {.terminal = true, .cols = cols};
        Said said = RUN(terminal, "list");
        assert_in_range(widest_line(said.out), 60, cols);
        said_release(&said);
    }
}

/* A command that must work and say nothing. */
static void do_quietly(const Where *where, const char *const *words) {
    Said said = run(where, words);
    assert_string_equal(said.err, "");
    assert_int_equal(said.status, CLI_DONE);
    said_release(&said);
}

#define DO(where, ...) do_quietly(&(where), (const char *const[]){__VA_ARGS__, NULL})

static void a_plan_fits_the_terminal(void **state) {
    (void)state;
    TempFolder folder = temp_folder_make();
    const Where narrow = {.data = folder.path, .terminal = true, .cols = 80};
    const Where wide = {.data = folder.path, .terminal = true, .cols = 200};
    DO(narrow, "plan", "new", "エルム");
    DO(narrow, "plan", "add", "エルム", "hida-training", "jetro-trade-consultation");
    DO(narrow, "plan", "set", "エルム", "hida-training", "owner=佐藤", "estimate=180万",
       "due=2017-01-27", "note=研修生の受入れを、先に電話で確かめる。");
    Said below = RUN(narrow, "plan", "show", "エルム");
    assert_in_range(widest_line(below.out), 70, 80);
    assert_non_null(strstr(below.out, "\n                          Owner 佐藤  Estimate ¥1,800,000"
                                      "  Note 研修生の"));
    Said beside = RUN(wide, "plan", "show", "エルム");
    assert_non_null(
        strstr(beside.out, "佐藤   ¥1,800,000  研修生の受入れを、先に電話で確かめる。\n"));
    Said page = RUN(wide, "plan", "export", "エルム");
    assert_int_equal(widest_line(page.out), 76);
    said_release(&below);
    said_release(&beside);
    said_release(&page);
    temp_tree_remove(&folder);
}

static void a_byte_order_mark_only_in_files(void **state) {
    (void)state;
    const Where file = {.file = true};
    Said to_file = RUN(file, "list", "--format", "csv");
    Said to_pipe = RUN(a_pipe, "list", "--format", "csv");
    assert_memory_equal(to_file.out, "\xEF\xBB\xBFid,number,", 13);
    assert_memory_equal(to_pipe.out, "id,number,", 10);
    said_release(&to_file);
    said_release(&to_pipe);
}

static void nothing_found_is_a_failure_with_a_message(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "list", "--kind", "network");
    assert_int_equal(said.status, CLI_FAILED);
    assert_string_equal(said.out, "");
    assert_string_equal(said.err, "kairo: no program matches; cross-step resources do: see kairo "
                                  "list --step 0\n");
    said_release(&said);
}

/* ---- search ---- */

static void a_search_says_what_it_found_and_where(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "search", "展示会", "補助");
    assert_int_equal(said.status, CLI_DONE);
    assert_string_equal(said.err, "");
    assert_non_null(strstr(said.out, "Found in"));
    assert_non_null(strstr(said.out, "\njetro-trade-fair "));
    assert_non_null(strstr(said.out, "展示会への出展費"));
    assert_null(strstr(said.out, "\njetro-library "));
    said_release(&said);
}

static void finds_fit_the_terminal(void **state) {
    (void)state;
    for (int cols = 56; cols <= 200; cols += 6) {
        const Where terminal = {.terminal = true, .cols = cols};
        Said said = RUN(terminal, "search", "展示会");
        assert_in_range(widest_line(said.out), 50, cols);
        assert_non_null(strstr(said.out, "Summary: "));
        said_release(&said);
    }
}

static void a_search_without_finds_names_the_nearest_word(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "search", "海外", "ﾍﾞﾄﾅﾝ");
    assert_int_equal(said.status, CLI_FAILED);
    assert_string_equal(said.out, "");
    assert_string_equal(said.err, "kairo: ﾍﾞﾄﾅﾝ is found nowhere; did you mean ベトナム?\n");
    said_release(&said);
    said = RUN(a_pipe, "search", "鹿児島", "ベトナム");
    assert_string_equal(said.err, "kairo: each word is found, but no program has them all\n");
    said_release(&said);
    said = RUN(a_pipe, "search", "xyzzy", "--format", "json");
    assert_int_equal(said.status, CLI_FAILED);
    assert_non_null(strstr(said.out, "\"programs\": []"));
    said_release(&said);
}

static void a_search_wants_a_word(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "search", " 　", "\"\"");
    assert_int_equal(said.status, CLI_USAGE);
    assert_string_equal(said.err,
                        "kairo: search: expected a word to look for, as in kairo search subsidy\n");
    said_release(&said);
}

static void unknown_ids_do_not_hide_the_others(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "show", "jetro-libary", "jetro-library", "--format", "json");
    assert_int_equal(said.status, CLI_FAILED);
    assert_non_null(strstr(said.out, "\"id\": \"jetro-library\""));
    assert_string_equal(said.err, "kairo: show: there is no program jetro-libary; did you mean "
                                  "jetro-library?\n");
    said_release(&said);
}

static void messages_are_cleaned(void **state) {
    (void)state;
    Said said = RUN(a_pipe, "show", "\x1b[31m\xC2\x9B\nkairo: forged \xE2\x80\xAE");
    assert_int_equal(said.status, CLI_FAILED);
    assert_null(strchr(said.err, 0x1b));
    assert_null(strstr(said.err, "\xC2\x9B"));
    assert_null(strstr(said.err, "\xE2\x80\xAE"));
    assert_ptr_equal(strchr(said.err, '\n'), said.err + said.err_bytes - 1);
    said_release(&said);
}

static void a_missing_catalogue_is_named(void **state) {
    (void)state;
    const Where nowhere = {.catalogue = "/nowhere/at all"};
    Said list = RUN(nowhere, "list"), check = RUN(nowhere, "catalogue", "check");
    Said version = RUN(nowhere, "--version");
    assert_int_equal(list.status, CLI_FAILED);
    assert_non_null(strstr(list.err, "/nowhere/at all"));
    assert_int_equal(check.status, CLI_FAILED);
    assert_int_equal(version.status, CLI_DONE);
    assert_non_null(strstr(version.out, "cannot be read"));
    said_release(&list);
    said_release(&check);
    said_release(&version);
}

static void a_full_disk_is_told(void **state) {
    (void)state;
    Arena arena = {0};
    Surroundings at = surroundings_read(&arena);
    char *text = NULL;
    size_t bytes = 0;
    CliIo io = {.out = fopen("/dev/full", "w"), .err = open_memstream(&text, &bytes), .at = &at};
    assert_non_null(io.out);
    Options options = {.command = COMMAND_HELP};
    assert_int_equal(cli_run(&options, &io), CLI_FAILED);
    fclose(io.err);
    assert_non_null(strstr(text, "kairo: the result could not be written: no room is left\n"));
    fclose(io.out);
    free(text);
    arena_release(&arena);
}

static void help_fits_eighty_columns_in_both_languages(void **state) {
    (void)state;
    for (Lang lang = LANG_JA; lang <= LANG_EN; lang++) {
        tr_use(lang);
        Said said = RUN(a_pipe, "--help");
        assert_int_equal(said.status, CLI_DONE);
        assert_in_range(widest_line(said.out), 60, 80);
        for (size_t i = 0; i < option_rows().count; i++)
            assert_non_null(strstr(said.out, option_rows().at[i].name));
        said_release(&said);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_listing_succeeds),
        cmocka_unit_test(a_listing_fits_the_terminal),
        cmocka_unit_test(a_plan_fits_the_terminal),
        cmocka_unit_test(a_byte_order_mark_only_in_files),
        cmocka_unit_test(nothing_found_is_a_failure_with_a_message),
        cmocka_unit_test(a_search_says_what_it_found_and_where),
        cmocka_unit_test(finds_fit_the_terminal),
        cmocka_unit_test(a_search_without_finds_names_the_nearest_word),
        cmocka_unit_test(a_search_wants_a_word),
        cmocka_unit_test(unknown_ids_do_not_hide_the_others),
        cmocka_unit_test(messages_are_cleaned),
        cmocka_unit_test(a_missing_catalogue_is_named),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(help_fits_eighty_columns_in_both_languages),
    };
    return cmocka_run_group_tests(tests, in_english, NULL);
}
