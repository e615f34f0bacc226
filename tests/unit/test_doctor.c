/* The report of kairo doctor on invented facts, and what is told of places. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "cli/doctor_facts.h"
#include "report/doctor.h"
#include "temp_folder.h"
#include "temp_tree.h"
#include "text/clean.h"

#include <jansson.h>
#include <sys/stat.h>

/* Facts of a place where all is well; tests spoil what they are about. */
typedef struct Case {
    DoctorTerminal terminal;
    DoctorFacts facts;
} Case;

static DoctorPath good_path(const char *shown) {
    return (DoctorPath){.shown = shown,
                        .exists = true,
                        .right_kind = true,
                        .readable = true,
                        .writable = true,
                        .mode = 0700,
                        .free_bytes = 83000000000,
                        .locks = LOCKS_WORK};
}

static void make_good(Case *c) {
    c->terminal = (DoctorTerminal){.in = true,
                                   .out = true,
                                   .name = "xterm-256color",
                                   .used = "xterm-256color",
                                   .known = true,
                                   .moves_cursor = true,
                                   .alternate_screen = true,
                                   .colours = 256,
                                   .colorterm = "truecolor",
                                   .cols = 80,
                                   .rows = 24,
                                   .answer = ANSWER_NARROW,
                                   .clipboard = true,
                                   .browser = true};
    c->facts = (DoctorFacts){
        .locale = {.lc_all = "",
                   .lc_ctype = "",
                   .lang = "ja_JP.UTF-8",
                   .c_library = "ja_JP.UTF-8",
                   .charset = "",
                   .language_by = "LANG"},
        .terminal = &c->terminal,
        .paths = {good_path("/usr/share/kairo/catalogue"), good_path("~/.config/kairo"),
                  good_path("~/.local/share/kairo/plans"),
                  good_path("~/.local/state/kairo/versions"),
                  good_path("~/.local/share/kairo/bookmarks.yaml"),
                  good_path("~/.local/state/kairo/session.yaml")},
        .catalogue = {.loaded = true,
                      .edition = "2016-12",
                      .age = "2016年12月版",
                      .programs = 40,
                      .resources = 8,
                      .diagnosis = READING_DONE},
        .plans = {.listed = true, .count = 3, .archived = 1},
        .parts = {true, true, true},
        .versions = {"0.1.0", "6.4", "0.2.5", "1.0", "2.14", "2.36"},
    };
}

/* Everything that can be wrong, is. */
static void make_bad(Case *c) {
    make_good(c);
    c->terminal = (DoctorTerminal){.in = true,
                                   .out = true,
                                   .name = "nonesuch",
                                   .used = "",
                                   .colorterm = "",
                                   .cols = 30,
                                   .rows = 8,
                                   .ssh = true,
                                   .between = BETWEEN_TMUX,
                                   .clipboard_through = BETWEEN_TMUX,
                                   .clipboard = true,
                                   .answer = ANSWER_NONE};
    c->facts.locale.encoding = ENCODING_ASCII;
    c->facts.locale.c_library = "";
    for (DoctorPlace i = 0; i < PLACE_COUNT; i++) {
        c->facts.paths[i].readable = c->facts.paths[i].writable = false;
        c->facts.paths[i].mode = 0755;
        c->facts.paths[i].free_bytes = 4096;
        c->facts.paths[i].locks = LOCKS_DO_NOT;
    }
    static const char *const places[] = {"programs.yaml:3:5", "catalogue.d/own.yaml:1:1", "--data"};
    c->facts.catalogue = (DoctorCatalogue){.edition = "",
                                           .age = "",
                                           .problems = 200,
                                           .more = true,
                                           .places = {places, COUNT_OF(places)},
                                           .diagnosis = READING_FAILED,
                                           .holidays = READING_FAILED};
    c->facts.plans = (DoctorPlans){
        .listed = true, .count = 3, .damaged = 2, .open_to_others = 1, .leftovers = 4};
    c->facts.parts = (DoctorParts){0};
    c->facts.versions.ncurses = "";
}

typedef struct Told {
    Buf text;
    DoctorState state;
} Told;

static Told tell(const Case *c) {
    Told told;
    buf_init(&told.text, 1 << 20);
    told.state = doctor_print_text(&told.text, &c->facts);
    return told;
}

static json_t *tell_json(const Case *c, DoctorState *state) {
    Buf text;
    json_error_t error;
    buf_init(&text, 1 << 20);
    *state = doctor_print_json(&text, &c->facts);
    json_t *root = json_loads(text.at, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(root);
    buf_release(&text);
    json_t *doctor = json_incref(json_object_get(root, "doctor"));
    assert_int_equal(json_integer_value(json_object_get(root, "schema")), 1);
    json_decref(root);
    return doctor;
}

static json_t *finding_of(json_t *doctor, const char *section, const char *key) {
    json_t *finding = json_object_get(json_object_get(doctor, section), key);
    assert_non_null(finding);
    return finding;
}

static const char *text_in(json_t *finding, const char *key) {
    json_t *value = json_object_get(finding, key);
    assert_non_null(value);
    return json_is_null(value) ? "" : json_string_value(value);
}

static void expect(const Case *c, const char *section, const char *key, const char *state) {
    DoctorState worst;
    json_t *doctor = tell_json(c, &worst), *finding = finding_of(doctor, section, key);
    assert_string_equal(text_in(finding, "state"), state);
    /* Whoever is told that something is wrong is told what to do. */
    assert_int_equal(strcmp(state, "ok") == 0, is_absent(text_in(finding, "advice")));
    json_decref(doctor);
}

static void where_all_is_well_nothing_is_said(void **state) {
    (void)state;
    Case c;
    make_good(&c);
    for (Lang lang = LANG_JA; lang <= LANG_EN; lang++) {
        tr_use(lang);
        Told told = tell(&c);
        assert_int_equal(told.state, DOCTOR_OK);
        assert_null(strstr(told.text.at, "\n› "));
        assert_null(strstr(told.text.at, "\n! "));
        assert_non_null(strstr(told.text.at, lang == LANG_JA ? "問題はありません。\n"
                                                             : "No problems were found.\n"));
        buf_release(&told.text);
    }
}

static void notes_alone_are_no_problem(void **state) {
    (void)state;
    Case c;
    make_good(&c);
    c.facts.locale.encoding = ENCODING_ASSUMED;
    c.facts.parts.dictionary = false;
    Told told = tell(&c);
    assert_int_equal(told.state, DOCTOR_NOTE);
    assert_non_null(strstr(told.text.at, "No problems were found. 2 things are worth knowing.\n"));
    assert_non_null(strstr(told.text.at, "\n› Encoding"));
    buf_release(&told.text);
    DoctorState worst;
    json_t *doctor = tell_json(&c, &worst);
    assert_int_equal(worst, DOCTOR_NOTE);
    assert_string_equal(text_in(doctor, "state"), "note");
    assert_int_equal(json_integer_value(json_object_get(doctor, "problems")), 0);
    assert_int_equal(json_integer_value(json_object_get(doctor, "notes")), 2);
    json_decref(doctor);
}

static void what_is_wrong_is_told(void **state) {
    (void)state;
    Case c;
    make_bad(&c);
    static const char *const problems[][2] = {
        {"locale", "encoding"},    {"terminal", "term"},      {"terminal", "size"},
        {"files", "catalogue"},    {"files", "plans"},        {"files", "session"},
        {"catalogue", "edition"},  {"catalogue", "mistakes"}, {"catalogue", "diagnosis"},
        {"catalogue", "holidays"}, {"plans", "files"},
    };
    static const char *const notes[][2] = {
        {"locale", "c_library"}, {"terminal", "abilities"}, {"terminal", "ambiguous"},
        {"plans", "leftovers"},  {"parts", "dictionary"},   {"parts", "qr"},
        {"parts", "euc_jp"},     {"terminal", "clipboard"},
    };
    for (size_t i = 0; i < COUNT_OF(problems); i++)
        expect(&c, problems[i][0], problems[i][1], "problem");
    for (size_t i = 0; i < COUNT_OF(notes); i++)
        expect(&c, notes[i][0], notes[i][1], "note");
    make_good(&c);
    for (size_t i = 0; i < COUNT_OF(problems); i++)
        expect(&c, problems[i][0], problems[i][1], "ok");
    for (size_t i = 0; i < COUNT_OF(notes); i++)
        expect(&c, notes[i][0], notes[i][1], "ok");
}

static void the_first_mistakes_have_their_places(void **state) {
    (void)state;
    Case c;
    make_bad(&c);
    Told told = tell(&c);
    assert_int_equal(told.state, DOCTOR_PROBLEM);
    assert_non_null(strstr(told.text.at, "at least 200\n"));
    assert_non_null(strstr(told.text.at, " programs.yaml:3:5\n"));
    assert_non_null(strstr(told.text.at, " catalogue.d/own.yaml:1:1\n"));
    buf_release(&told.text);
}

/* Each line in its two columns, whatever the terminal does with ambiguous characters. */
static void expect_lines(const Buf *text, int most) {
    for (const char *line = text->at; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        assert_true(text_width(str_n(line, len), AMBIGUOUS_WIDE) <= most);
        assert_true(len == 0 || line[len - 1] != ' ');
        line += len + 1;
    }
}

static void lines_fit_the_page(void **state) {
    (void)state;
    Case good, bad;
    static const int cols[] = {0, 40, 59, 60, 80, 200};
    for (Lang lang = LANG_JA; lang <= LANG_EN; lang++)
        for (size_t i = 0; i < COUNT_OF(cols); i++) {
            tr_use(lang);
            make_good(&good);
            make_bad(&bad);
            good.terminal.cols = bad.terminal.cols = cols[i];
            int most = cols[i] == 0 || cols[i] > 80 ? 80 : cols[i];
            Told told = tell(&good);
            expect_lines(&told.text, most);
            buf_release(&told.text);
            told = tell(&bad);
            expect_lines(&told.text, most);
            assert_true(text_is_utf8(buf_str(&told.text)));
            buf_release(&told.text);
        }
}

/* What a name would look like among the facts: none of it may come through. */
static void nothing_of_the_environment_comes_through_raw(void **state) {
    (void)state;
    Case c;
    make_good(&c);
    c.terminal.name = "株式会社エルム";
    c.terminal.colorterm = "a secret\033[31m";
    c.facts.locale.lang = "taro tanaka";
    c.facts.locale.lc_all = "0123456789012345678901234567890123456789012345678901234567890123";
    c.facts.locale.charset = "\033]0;x\007";
    c.facts.locale.encoding = ENCODING_OTHER;
    static const char *const secrets[] = {"エルム", "secret", "tanaka", "0123456789", "\033", "]0"};
    Told told = tell(&c);
    DoctorState worst;
    json_t *doctor = tell_json(&c, &worst);
    char *json = json_dumps(doctor, 0);
    for (size_t i = 0; i < COUNT_OF(secrets); i++) {
        assert_null(strstr(told.text.at, secrets[i]));
        assert_null(strstr(json, secrets[i]));
    }
    free(json);
    json_decref(doctor);
    buf_release(&told.text);
}

/* ---- the width ---- */

static void a_setting_against_the_answer_is_noted(void **state) {
    (void)state;
    Case c;
    make_good(&c);
    assert_int_equal(doctor_width(&c.facts), AMBIGUOUS_NARROW);
    c.terminal.answer = ANSWER_WIDE;
    assert_int_equal(doctor_width(&c.facts), AMBIGUOUS_WIDE);
    expect(&c, "terminal", "ambiguous", "ok");
    c.facts.width_fixed = true;
    c.facts.width = AMBIGUOUS_NARROW;
    assert_int_equal(doctor_width(&c.facts), AMBIGUOUS_NARROW);
    expect(&c, "terminal", "ambiguous", "note");
    c.facts.width = AMBIGUOUS_WIDE;
    expect(&c, "terminal", "ambiguous", "ok");
}

/* Old terminals of another encoding are wide until they say otherwise, as in the screens. */
static void another_encoding_is_wide(void **state) {
    (void)state;
    Case c;
    make_good(&c);
    c.facts.locale.encoding = ENCODING_OTHER;
    c.facts.locale.charset = "EUC-JP";
    c.terminal.answer = ANSWER_NONE;
    assert_int_equal(doctor_width(&c.facts), AMBIGUOUS_WIDE);
    c.terminal.answer = ANSWER_NARROW;
    assert_int_equal(doctor_width(&c.facts), AMBIGUOUS_NARROW);
}

/* ---- the card ---- */

/* Where the second bar of a line stands; 0 where there is none. */
static int bar_column(Str line, Ambiguous width) {
    size_t last = 0;
    for (size_t i = 3; i < line.len; i++)
        if (line.at[i] == '|')
            last = i;
    return last == 0 ? 0 : text_width(str_n(line.at, last), width);
}

static void bars_stand_in_one_column(void **state) {
    (void)state;
    static const int cols[] = {0, 20, 40, 80, 120};
    for (int wide = 0; wide < 2; wide++)
        for (size_t i = 0; i < COUNT_OF(cols); i++) {
            Case c;
            Buf text;
            int column = 0, lines = 0;
            make_good(&c);
            Ambiguous width = wide == 1 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
            c.terminal.answer = wide == 1 ? ANSWER_WIDE : ANSWER_NARROW;
            c.terminal.cols = cols[i];
            buf_init(&text, 1 << 20);
            doctor_print_card(&text, &c.facts);
            for (const char *line = text.at; *line != '\0';) {
                size_t len = strcspn(line, "\n");
                int bar = bar_column(str_n(line, len), width);
                assert_true(bar == 0 || column == 0 || bar == column);
                assert_true(text_width(str_n(line, len), width) <= (cols[i] > 0 ? cols[i] : 80));
                column = MAX_OF(column, bar);
                lines += bar > 0 ? 1 : 0;
                line += len + 1;
            }
            assert_true(lines >= (cols[i] == 20 ? 2 : 6));
            assert_null(strstr(text.at, "\u3099")); /* composed, as all that is painted */
            buf_release(&text);
        }
}

static void bars_of_colour_only_where_there_are_colours(void **state) {
    (void)state;
    Case c;
    Buf text;
    make_good(&c);
    buf_init(&text, 1 << 20);
    doctor_print_bars(&text, &c.terminal);
    assert_int_equal(text.len, 0);
    snprintf(c.terminal.bars[3], DOCTOR_BAR_BYTES, "\033[43m");
    snprintf(c.terminal.no_bar, DOCTOR_BAR_BYTES, "\033[m");
    doctor_print_bars(&text, &c.terminal);
    assert_non_null(strstr(text.at, "\033[43m  3  \033[m"));
    buf_release(&text);
}

/* ---- places ---- */

static const Surroundings at_home = {.executable = "/usr/bin/kairo",
                                     .catalogue = "",
                                     .config_home = "",
                                     .data_home = "",
                                     .state_home = "",
                                     .home = "/home/tanaka",
                                     .dictionary = "",
                                     .source_dir = "",
                                     .build_dir = ""};

static void expect_shown(const Surroundings *at, DoctorPlace place, const char *expected) {
    Arena arena = {0};
    assert_string_equal(doctor_shown(&arena, at, place), expected);
    arena_release(&arena);
}

static void places_tell_no_names(void **state) {
    (void)state;
    Surroundings at = at_home;
    expect_shown(&at, PLACE_PLANS, "~/.local/share/kairo/plans");
    expect_shown(&at, PLACE_SESSION, "~/.local/state/kairo/session.yaml");
    expect_shown(&at, PLACE_CATALOGUE, "/usr/share/kairo/catalogue");
    at.executable = "/home/tanaka/.local/bin/kairo";
    expect_shown(&at, PLACE_CATALOGUE, "~/.local/share/kairo/catalogue");
    at.data_home = "/srv/clients/elm";
    expect_shown(&at, PLACE_PLANS, "$XDG_DATA_HOME/kairo/plans");
    expect_shown(&at, PLACE_BOOKMARKS, "$XDG_DATA_HOME/kairo/bookmarks.yaml");
    at.home = "";
    expect_shown(&at, PLACE_CATALOGUE, ".../share/kairo/catalogue");
    expect_shown(&at, PLACE_VERSIONS, "");
    at.home = "/"; /* as for daemons: everything lies below it, which hides nothing */
    expect_shown(&at, PLACE_CATALOGUE, ".../share/kairo/catalogue");
    at.catalogue = "/home/tanaka/elm";
    expect_shown(&at, PLACE_CATALOGUE, "$KAIRO_CATALOGUE");
}

static void mistakes_tell_no_folders(void **state) {
    (void)state;
    Arena arena = {0};
    const Surroundings *at = &at_home;
    assert_string_equal(
        doctor_mistake(&arena, at, "/usr/share/kairo/catalogue/programs.yaml", 3, 5),
        "programs.yaml:3:5");
    assert_string_equal(
        doctor_mistake(&arena, at, "/home/tanaka/.config/kairo/catalogue.d/own.yaml", 1, 2),
        "catalogue.d/own.yaml:1:2");
    assert_string_equal(doctor_mistake(&arena, at, "/home/tanaka/elm.yaml", 7, 1), "--data:7:1");
    assert_string_equal(doctor_mistake(&arena, at, "/home/tanaka/elm", 0, 0), "--data");
    assert_string_equal(doctor_mistake(&arena, at, "/usr/share/kairo/catalogue", 0, 0),
                        "catalogue");
    arena_release(&arena);
}

static void places_are_looked_at(void **state) {
    (void)state;
    Arena arena = {0};
    TempFolder folder = temp_folder_make();
    Surroundings at = at_home;
    DoctorPath paths[PLACE_COUNT];
    at.home = folder.path;
    doctor_look_at_paths(&arena, &at, paths);
    assert_false(paths[PLACE_PLANS].exists);
    assert_true(paths[PLACE_PLANS].writable);
    assert_int_equal(paths[PLACE_PLANS].locks, LOCKS_WORK);
    assert_true(paths[PLACE_PLANS].free_bytes > 0);
    char local[512];
    temp_folder_path(&folder, ".local", local); /* a file in the way of a folder */
    temp_folder_write(&folder, ".local", str(""));
    doctor_look_at_paths(&arena, &at, paths);
    assert_false(paths[PLACE_PLANS].writable);
    unlink(local);
    static const char *const folders[] = {".local", ".local/share", ".local/share/kairo",
                                          ".local/share/kairo/plans"};
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        temp_folder_path(&folder, folders[i], local);
        assert_int_equal(mkdir(local, 0755), 0);
    }
    temp_folder_write(&folder, ".local/share/kairo/bookmarks.yaml", str(""));
    doctor_look_at_paths(&arena, &at, paths);
    assert_true(paths[PLACE_PLANS].exists && paths[PLACE_PLANS].right_kind);
    assert_int_equal(paths[PLACE_PLANS].mode, 0755);
    assert_true(paths[PLACE_BOOKMARKS].exists && paths[PLACE_BOOKMARKS].right_kind);
    temp_tree_remove(&folder);
    arena_release(&arena);
}

/* The plan's name, its file's and its note stay where they are. */
static void plans_are_only_counted(void **state) {
    (void)state;
    Arena arena = {0};
    TempFolder folder = temp_folder_make();
    Surroundings at = at_home;
    DoctorPlans plans;
    char path[512];
    static const char *const folders[] = {"kairo", "kairo/plans", "kairo/versions",
                                          "kairo/versions/elm"};
    at.data_home = at.state_home = folder.path;
    doctor_look_at_plans(&arena, &at, &plans);
    assert_true(plans.listed);
    assert_int_equal(plans.count, 0);
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        temp_folder_path(&folder, folders[i], path);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    temp_folder_write(&folder, "kairo/plans/elm.yaml", str("damaged\n"));
    temp_folder_path(&folder, "kairo/plans/elm.yaml", path);
    assert_int_equal(chmod(path, 0644), 0);
    temp_folder_write(&folder, "kairo/versions/elm/000000000001_2017-01-27", str("x"));
    doctor_look_at_plans(&arena, &at, &plans);
    assert_int_equal(plans.count, 1);
    assert_int_equal(plans.damaged, 1);
    assert_int_equal(plans.open_to_others, 1);
    assert_int_equal(plans.versions, 1);
    assert_int_equal(plans.leftovers, 0);
    temp_tree_remove(&folder);
    arena_release(&arena);
}

static int in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(where_all_is_well_nothing_is_said, in_english),
        cmocka_unit_test_setup(notes_alone_are_no_problem, in_english),
        cmocka_unit_test_setup(what_is_wrong_is_told, in_english),
        cmocka_unit_test_setup(the_first_mistakes_have_their_places, in_english),
        cmocka_unit_test_setup(lines_fit_the_page, in_english),
        cmocka_unit_test_setup(nothing_of_the_environment_comes_through_raw, in_english),
        cmocka_unit_test_setup(a_setting_against_the_answer_is_noted, in_english),
        cmocka_unit_test_setup(another_encoding_is_wide, in_english),
        cmocka_unit_test_setup(bars_stand_in_one_column, in_english),
        cmocka_unit_test_setup(bars_of_colour_only_where_there_are_colours, in_english),
        cmocka_unit_test_setup(places_tell_no_names, in_english),
        cmocka_unit_test_setup(mistakes_tell_no_folders, in_english),
        cmocka_unit_test_setup(places_are_looked_at, in_english),
        cmocka_unit_test_setup(plans_are_only_counted, in_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
