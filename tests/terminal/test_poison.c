/*
 * Text made to harm a terminal: escape sequences, C1 controls, what turns text round or hides,
 * stray bytes, great length; in whatever kairo shows. Nothing of it reaches the terminal as it is,
 * in no screen and from no command, and no cell is out of place for it.
 */
#include "desk.h"
#include "grammar.h"
#include "tour.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Valid UTF-8, so that it may be a name; and with bytes of none. */
#define POISON                                                                                     \
    "\033]0;P\a\033[2J\033P1$q\033\\\xc2\x9b"                                                      \
    "5n\xc2\x9d"                                                                                   \
    "8;;x\xc2\x9c\xe2\x80\xaeR\xe2\x81\xa6I\xe2\x80\x8bZ\xef\xbb\xbf\x7f\ta"
static const char poison[] = POISON, stray_bytes[] = POISON "\x9b"
                                                            "2J\xff\xc0\x9b\xed\xa0\x80\r\n\b\xe6";

static void expect_clean(const Pty *pty, const char *(*stray)(const Buf *), const char *where) {
    const char *at = stray(&pty->output);
    if (at != NULL)
        fail_msg("%s: byte %zu of what was sent is not ours: %02x %02x %02x", where,
                 (size_t)(at - pty->output.at), (unsigned char)at[0], (unsigned char)at[1],
                 (unsigned char)at[2]);
}

/* ---- the test can fail ---- */

static const char *stray_in(const char *text, const char *(*stray)(const Buf *)) {
    static Buf buf;
    buf_release(&buf);
    buf_init(&buf, 1 << 16);
    buf_text(&buf, text);
    return stray(&buf);
}

static void the_grammar_knows_what_is_ours(void **state) {
    (void)state;
    static const char *const ours[] = {"海 é①\r\n", "\033[3;4H\033[;1;38;5;35mx\033[?25l\033(B\b",
                                       "\033]52;c;aGVsbG8=\a", "\uFFFD"};
    static const char *const others[] = {"\033]0;x\a",
                                         "\033]8;;http://x\a",
                                         "\033P1$q\033\\",
                                         "\033[5n",
                                         "\033[c",
                                         "\033[?1000h",
                                         "\033[>c",
                                         "\xc2\x9b",
                                         "\x9b",
                                         "\xff",
                                         "\xe2\x80\xae",
                                         "\xe2\x80\x8b",
                                         "\t",
                                         "\a",
                                         "\033c",
                                         "\033[21t",
                                         "\x7f",
                                         "\033[?47h"};
    for (size_t i = 0; i < COUNT_OF(ours); i++)
        assert_null(stray_in(ours[i], grammar_stray_of_screens));
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_non_null(stray_in(others[i], grammar_stray_of_screens));
    assert_non_null(stray_in("\033[m", grammar_stray_of_lines));
}

/* ---- commands ---- */

/* kairo with these words in a terminal; what it says is text. */
static void run(const PtyStart *desk, const char *const *words) {
    Pty pty;
    PtyStart start = *desk;
    memset(start.arguments, 0, sizeof start.arguments);
    for (size_t i = 0; words[i] != NULL; i++)
        start.arguments[i] = words[i];
    pty_start(&pty, &start);
    pty_wait_end(&pty);
    assert_true(WIFEXITED(pty.status));
    expect_clean(&pty, grammar_stray_of_lines, words[0]);
    pty_end(&pty);
}

static void what_commands_are_told(void **state) {
    (void)state;
    static const char *const commands[][7] = {
        {stray_bytes},
        {"list", stray_bytes},
        {"list", "--need", stray_bytes},
        {"list", "--provider", stray_bytes},
        {"list", "--kind", stray_bytes},
        {"list", "--country", stray_bytes},
        {"list", "--state", stray_bytes},
        {"list", "--format", stray_bytes},
        {"list", "--data", stray_bytes},
        {"list", "--as-of", stray_bytes},
        {"list", "--step", stray_bytes},
        {"list", "--lang", stray_bytes},
        {"list", "--ambiguous", stray_bytes},
        {"--program", stray_bytes},
        {"--plan", stray_bytes},
        {"show", stray_bytes},
        {"search", stray_bytes},
        {"search", poison},
        {"catalogue", stray_bytes},
        {"catalogue", "check", stray_bytes},
        {"plan", stray_bytes},
        {"plan", "new", stray_bytes},
        {"plan", "show", stray_bytes},
        {"plan", "restore", stray_bytes, "1"},
        {"plan", "history", stray_bytes},
        {"plan", "rename", stray_bytes, "x"},
        {"plan", "archive", stray_bytes},
        {"plan", "merge", stray_bytes, stray_bytes, stray_bytes},
        {"plan", "export", stray_bytes, "--output", stray_bytes},
    };
    PtyStart desk = desk_start();
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        run(&desk, commands[i]);
}

static void what_plans_hold(void **state) {
    (void)state;
    static const char *const commands[][7] = {
        {"plan", "new", poison},
        {"plan", "add", poison, "jetro-library", "12"},
        {"plan", "set", poison, "jetro-library", "note=" POISON "\n" POISON},
        {"plan", "set", poison, "jetro-library", "owner=" POISON, "due=2017-01-27"},
        {"plan", "set", poison, "12", "status=見送り", "reason=" POISON},
        {"plan", "set", poison, "12", "status=" POISON},
        {"plan", "set", poison, "12", "due=" POISON},
        {"plan", "set", poison, "12", "estimate=" POISON},
        {"plan", "set", poison, "12", POISON "=1"},
        {"plan", "ls"},
        {"plan", "ls", "--format", "json"},
        {"plan", "show", poison},
        {"plan", "show", poison, "--format", "json"},
        {"plan", "history", poison},
        {"plan", "export", poison},
        {"plan", "export", poison, "--format", "md"},
        {"plan", "export", poison, "--format", "html"},
        {"plan", "export", poison, "--format", "csv"},
        {"plan", "export", poison, "--format", "json"},
        {"plan", "export", poison, "--format", "ics"},
        {"plan", "rename", poison, "x" POISON},
        {"plan", "archive", "x" POISON},
        {"plan", "archive", "x" POISON},
        {"plan", "restore", "x" POISON, "99"},
    };
    PtyStart desk = desk_start();
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        run(&desk, commands[i]);
    assert_int_equal(desk_count("data/kairo/plans"), 1); /* it took it, and kept it to the byte */
    assert_true(desk_has("note:"));
}

static void what_the_environment_says(void **state) {
    (void)state;
    static const char *const pairs[] = {"TERM=" POISON,
                                        "LANG=" POISON,
                                        "LC_ALL=ja_JP." POISON,
                                        "LANGUAGE=" POISON,
                                        "HOME=/nonexistent" POISON,
                                        "XDG_DATA_HOME=/proc/" POISON,
                                        "XDG_STATE_HOME=/proc/" POISON,
                                        "EDITOR=" POISON,
                                        "NO_COLOR=" POISON,
                                        "BROWSER=" POISON,
                                        "TMUX=" POISON,
                                        "TZ=" POISON,
                                        "COLUMNS=" POISON,
                                        "KAIRO_MIGEMO_DICT=" POISON,
                                        "DISPLAY=" POISON};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        Pty pty;
        PtyStart start = desk_start();
        world_set(&start, "EDITOR=/bin/false");
        world_set(&start, pairs[i]);
        if (strncmp(pairs[i], "HOME", 4) == 0)
            world_set(&start, "XDG_DATA_HOME");
        pty_start(&pty, &start);
        pty_wait_ready(&pty);
        static const char *const keys[] = {" ",        "b", "\017", "\033[27u", "p",
                                           "\033[27u", "4", "\r",   "\t",       "\r"};
        for (size_t k = 0; k < COUNT_OF(keys) && !pty.ended; k++)
            desk_press(&pty, keys[k]);
        pty_signal(&pty, SIGTERM);
        pty_wait_end(&pty);
        expect_clean(&pty, grammar_stray_of_screens, pairs[i]);
        pty_end(&pty);
    }
    static const char *const catalogue[] = {"list", NULL};
    PtyStart desk = desk_start();
    world_set(&desk, "KAIRO_CATALOGUE=/nonexistent" POISON);
    run(&desk, catalogue);
}

/* ---- files ---- */

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Files of strange names and contents, where kairo looks for its own. */
static void what_lies_about(void **state) {
    (void)state;
    PtyStart start = desk_start();
    static const char *const folders[] = {
        "data", "data/kairo", "data/kairo/plans", "config", "config/kairo", "state", "state/kairo"};
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        mkdir(desk_path(folders[i]), 0700);
    write_file(desk_path("data/kairo/plans/"
                         "\033]0;x\a\xc2\x9b\xe2\x80\xae\n\xff.yaml"),
               "kairo_plan: 1\n" POISON);
    write_file(desk_path("data/kairo/plans/b.yaml"),
               "kairo_plan: 1\nname: \"\\e]0;\\a\\x9B\\u202E\"\nend: true\n");
    write_file(desk_path("data/kairo/plans/c.yaml"),
               "kairo_plan: 1\nname: b\n" POISON ": 1\nend: true\n");
    write_file(desk_path("data/kairo/bookmarks.yaml"), "kairo_bookmarks: 1\n" POISON "\n");
    write_file(desk_path("config/kairo/holidays.txt"), "2017-01-01 " POISON "\n" POISON "\n");
    write_file(desk_path("state/kairo/session.yaml"), "kairo_session: 1\nscreen: " POISON "\n");
    Pty pty;
    pty_start(&pty, &start);
    pty_wait_ready(&pty);
    static const char *const keys[] = {"p", "j", "\r",     "\r", "\033[27u", "'",   "\033[27u",
                                       "b", "2", "jjjj\r", "\t", "\r",       "1/27"};
    for (size_t k = 0; k < COUNT_OF(keys); k++)
        desk_press(&pty, keys[k]);
    pty_signal(&pty, SIGTERM);
    pty_wait_end(&pty);
    expect_clean(&pty, grammar_stray_of_screens, "files");
    pty_end(&pty);
    static const char *const list[] = {"plan", "ls", NULL};
    run(&start, list);
}

/* ---- the screens ---- */

/* The same in YAML, which keeps it. */
#define SCALAR                                                                                     \
    "\"\\e]0;P\\a\\e[2J\\eP1$q\\e\\\\\\x9B5n\\x9D8;;x\\x9C\\u202ER\\u2066I\\u200BZ\\uFEFF"         \
    "\\x7F\\ta\""
static const char plan[] =
    "kairo_plan: 1\nname: " SCALAR
    "\ncreated: 2016-11-01T01:00:00Z\nupdated: 2016-12-19T08:30:00Z\n"
    "conflicts:\n  - {at: 2016-12-19T01:30:00Z, field: name, theirs: " SCALAR "}\n"
    "items:\n"
    "  - program: smrj-advice\n    name: " SCALAR "\n    step: 2\n    status: 準備中\n"
    "    owner: " SCALAR "\n    due: 2017-01-27\n    reason: " SCALAR "\n    note: " SCALAR "\n"
    "    documents:\n      - \"[ ] \\e]0;P\\a\\u202E\"\n      - \"[x] \\x9B2J\"\n"
    "    log:\n      - {at: 2016-12-14T01:30:00Z, field: call, to: " SCALAR "}\n"
    "      - {at: 2016-12-14T01:30:00Z, field: owner, from: " SCALAR ", to: " SCALAR "}\n"
    "    conflicts:\n      - {at: 2016-12-14T01:30:00Z, field: owner, theirs: " SCALAR "}\n"
    "  - program: gone-from-the-catalogue\n    name: " SCALAR "\n    step: 1\n    status: 候補\n"
    "end: true\n";

/* What a catalogue may hold is checked as it is read: of this kind it takes what has a width. */
static const char overlay[] =
    "providers:\n  - {id: p, name: ①※…—é①※…—é①※…—é①※…—é①※…—é①※…—é①※…—é①※…—é, name_full: か゛ﾊﾟｶﾞ, "
    "name_en: "
    "ËÜÖ, reading: か, summary: ①, summary_en: a}\n"
    "programs:\n  - {id: zz, name: "
    "長い名前長い名前長い名前長い名前長い名前長い名前長い名前長い名前長い名前長い名前長い名前長い名"
    "前, name_en: "
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
    " "
    "reading: な, provider: p, step: 4, need: M, kind: seminar, summary: "
    "①②③④⑤⑥⑦⑧⑨①②③④⑤⑥⑦⑧⑨①②③④⑤⑥⑦⑧⑨①②③④⑤⑥⑦⑧⑨, "
    "summary_en: a, body: a, cost: {kind: free}, period: {kind: always}}\n";

/* The item of it that the tour does not come by: no. 8. */
static const TourStop stops[] = {
    {SCREEN_ROADMAP, CURSOR_PICKS, {"F", "2", "g", "Down"}},
    {SCREEN_CARD, CURSOR_READS, {"2", "g", "Down", "Enter"}},
    {SCREEN_NOTE, CURSOR_TYPES, {"2", "g", "Down", "m"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"2", "g", "Down", "O"}},
    {SCREEN_ITEM, CURSOR_PICKS, {"2", "g", "Down", "Enter", "Tab", "Enter", "PgDn"}},
    {SCREEN_PROMPT,
     CURSOR_TYPES,
     {"2", "g", "Down", "Enter", "Tab", "Enter", "Down", "Down", "Down", "Down", "Down", "Down",
      "r"}},
    {SCREEN_SETTLE,
     CURSOR_PICKS,
     {"2", "g", "Down", "Enter", "Tab", "Enter", "G", "Up", "Up", "Up", "Enter"}},
    {SCREEN_PLAN, CURSOR_PICKS, {"P", "S", "g"}},
};

static void see(Tour *tour, const TourStop *stop) {
    tour_go(tour, stop);
    expect_clean(&tour->pty, grammar_stray_of_screens, "a screen");
}

static void walk(bool wide) {
    Tour tour = {.far = false};
    PtyStart start = world_start();
    start.wide = wide;
    char file[DESK_PATH_BYTES], data[DESK_PATH_BYTES];
    snprintf(file, sizeof file, "%s/poison.yaml", world_home());
    snprintf(data, sizeof data, "%s/overlay.yaml", world_home());
    write_file(file, plan);
    write_file(data, overlay);
    start.arguments[0] = "--data";
    start.arguments[1] = data;
    Catalogue catalogue;
    Problems problems = {0};
    const char *overlays[] = {data};
    Arena arena = {0};
    if (!catalogue_load(&catalogue, SOURCE_DIR "/data/catalogue", (Strings){overlays, 1},
                        &problems))
        fail_msg("%s", problem_text(&arena, &problems.items[0]));
    problems_release(&problems);
    tour_begin(&tour, &start, &catalogue, file);
    for (size_t i = 0; i < tour_stop_count; i++)
        see(&tour, &tour_stops[i]);
    for (size_t i = 0; i < COUNT_OF(stops); i++)
        see(&tour, &stops[i]);
    tour_end(&tour);
    catalogue_release(&catalogue);
    arena_release(&arena);
}

static void what_the_screens_show(void **state) {
    (void)state;
    walk(false);
}

static void what_the_screens_show_in_a_wide_terminal(void **state) {
    (void)state;
    walk(true);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_grammar_knows_what_is_ours),
        cmocka_unit_test(what_commands_are_told),
        cmocka_unit_test(what_plans_hold),
        cmocka_unit_test(what_the_environment_says),
        cmocka_unit_test(what_lies_about),
        cmocka_unit_test(what_the_screens_show),
        cmocka_unit_test(what_the_screens_show_in_a_wide_terminal),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
