/*
 * What a session finds out about its terminal, and keeps for the next one: the colour of the
 * background, and how wide ambiguous characters are. Nothing waits for an answer, and none is a
 * key.
 */
#include "world.h"

#include <sys/stat.h>

/* The colours of step 1's accent (theme.c). */
#define ON_UNKNOWN "38;5;32"
#define ON_DARK "38;5;75"
#define ON_LIGHT "38;5;25"
#define QUESTION "\033]11;?"

static bool said(const Pty *pty, const char *bytes) {
    return memmem(pty->output.at, pty->output.len, bytes, strlen(bytes)) != NULL;
}

static void the_background_is_asked_for(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    assert_true(said(&pty, QUESTION));
    assert_true(said(&pty, ON_UNKNOWN)); /* the first frame did not wait */
    world_quit(&pty);
}

/* In any form and in any pieces; the screen is the same but for its colours. */
static void an_answer_changes_the_colours(void **state) {
    (void)state;
    static const struct {
        const char *answer, *colour;
    } answers[] = {{"\033]11;rgb:ffff/ffff/ffff\033\\", ON_LIGHT},
                   {"\033]11;rgb:1c1c/1c1c/1c1c\a", ON_DARK},
                   {"\033]11;rgb:f/f/e\a", ON_LIGHT},
                   {"\033]11;rgb:00/00/2b\033\\", ON_DARK}};
    for (size_t i = 0; i < COUNT_OF(answers); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_open(&pty, &start);
        Buf before = world_screen(&pty);
        pty_forget(&pty);
        for (const char *at = answers[i].answer; *at != '\0'; at++)
            pty_push(&pty, (const char[]){*at, '\0'});
        pty_settle(&pty);
        assert_true(said(&pty, answers[i].colour));
        Buf after = world_screen(&pty);
        assert_string_equal(after.at, before.at);
        buf_release(&after);
        buf_release(&before);
        world_quit(&pty);
    }
}

static void what_is_no_answer_changes_nothing(void **state) {
    (void)state;
    static const char *const others[] = {"\033]11;rgb:zz/00/00\a",
                                         "\033]11;#ffffff\a",
                                         "\033]10;rgb:ffff/ffff/ffff\a",
                                         "\033]11;rgb:ffff/ffff\a",
                                         "\033]11;rgb:ffff/ffff/ffff/ffff\a",
                                         "\033P11;rgb:f/f/f\033\\"};
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    Buf before = world_screen(&pty);
    pty_forget(&pty);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        pty_send(&pty, others[i]);
    pty_settle(&pty);
    Buf after = world_screen(&pty);
    assert_string_equal(after.at, before.at);
    assert_false(said(&pty, ON_LIGHT));
    buf_release(&after);
    buf_release(&before);
    world_quit(&pty);
}

static void write_settings(const char *text) {
    char path[256];
    static const char *const folders[] = {"/.config", "/.config/kairo"};
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        snprintf(path, sizeof path, "%s%s", world_home(), folders[i]);
        mkdir(path, 0700);
    }
    snprintf(path, sizeof path, "%s/.config/kairo/settings.yaml", world_home());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void a_setting_is_not_asked_about(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    write_settings("theme: light\nlanguage: en\n");
    world_open(&pty, &start);
    assert_false(said(&pty, QUESTION));
    assert_true(said(&pty, ON_LIGHT));
    assert_true(pty_shows(&pty, "Attend a seminar") || pty_shows(&pty, "Learn"));
    world_quit(&pty);
}

static void a_wrong_setting_is_told_and_the_rest_holds(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    write_settings("language: en\ntheme: pink\n");
    world_open(&pty, &start);
    assert_true(pty_shows(&pty, "settings.yaml:2:8"));
    assert_true(pty_shows(&pty, "Learn"));
    world_quit(&pty);
}

static void neither_without_colours_nor_on_old_terminals(void **state) {
    (void)state;
    static const char *const variables[] = {"NO_COLOR=1", "TERM=vt100", "TERM=linux",
                                            "COLORFGBG=0;15"};
    for (size_t i = 0; i < COUNT_OF(variables); i++) {
        Pty pty;
        PtyStart start = world_start();
        world_set(&start, variables[i]);
        world_open(&pty, &start);
        assert_false(said(&pty, QUESTION));
        world_quit(&pty);
    }
}

/* Column of the cell behind the bar's title: with wide signs it stands elsewhere. */
static void a_wide_terminal_is_known_the_next_time(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    start.wide = true;
    world_open(&pty, &start);
    pty_settle(&pty);
    world_quit(&pty);
    start.answers = PTY_SILENT; /* it is known without asking */
    start.wide = true;
    world_open(&pty, &start);
    Buf known = world_screen(&pty);
    world_quit(&pty);
    PtyStart fixed = start;
    fixed.arguments[0] = "--ambiguous=wide";
    world_open(&pty, &fixed);
    Buf wide = world_screen(&pty);
    assert_string_equal(known.at, wide.at);
    buf_release(&wide);
    buf_release(&known);
    world_quit(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_background_is_asked_for),
        cmocka_unit_test(an_answer_changes_the_colours),
        cmocka_unit_test(what_is_no_answer_changes_nothing),
        cmocka_unit_test(a_setting_is_not_asked_about),
        cmocka_unit_test(a_wrong_setting_is_told_and_the_rest_holds),
        cmocka_unit_test(neither_without_colours_nor_on_old_terminals),
        cmocka_unit_test(a_wide_terminal_is_known_the_next_time),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
