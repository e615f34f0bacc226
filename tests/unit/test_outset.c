/* What a session begins with: settings, and what terminals said before. */
#include "ui/outset.h"

#include "cmocka_all.h"

static bool read_settings(Settings *out, const char *text, Problems *problems) {
    return settings_read(out, str(text), "settings.yaml", problems);
}

static void settings_are_taken(void **state) {
    (void)state;
    Settings settings;
    Problems problems = {0};
    assert_true(
        read_settings(&settings, "theme: light\nambiguous: wide\nlanguage: en\n", &problems));
    assert_int_equal(settings.theme, THEME_LIGHT);
    assert_true(settings.ambiguous_given);
    assert_int_equal(settings.ambiguous, AMBIGUOUS_WIDE);
    assert_true(settings.language_given);
    assert_int_equal(settings.language, LANG_EN);
    assert_true(read_settings(&settings, "theme: auto # as found\n", &problems));
    assert_false(settings.ambiguous_given);
    problems_release(&problems);
}

static void nothing_settles_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {"", "\n\n", "# theme: light\n", "  # x\n\t\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        Settings settings;
        Problems problems = {0};
        assert_true(read_settings(&settings, texts[i], &problems));
        assert_int_equal(settings.theme, THEME_AUTO);
        problems_release(&problems);
    }
}

static void expect_problem(const char *text, const char *sentence) {
    Settings settings;
    Problems problems = {0};
    tr_use(LANG_EN);
    assert_false(read_settings(&settings, text, &problems));
    assert_string_equal(problem_text(&problems.arena, &problems.items[0]), sentence);
    problems_release(&problems);
}

static void mistakes_have_their_place(void **state) {
    (void)state;
    expect_problem("theme: pink\n", "settings.yaml:1:8: theme: expected auto, dark or light");
    expect_problem("theme: dark\nambiguos: wide\n",
                   "settings.yaml:2:1: ambiguos is no setting; did you mean ambiguous?");
    expect_problem("colours: many\n", "settings.yaml:1:1: colours is no setting");
    expect_problem("theme: [dark]\n", "settings.yaml:1:8: theme: expected auto, dark or light");
}

/* One mistake takes nothing from the rest. */
static void what_is_right_holds(void **state) {
    (void)state;
    Settings settings;
    Problems problems = {0};
    assert_false(read_settings(&settings, "theme: dark\nx: y\n", &problems));
    assert_int_equal(settings.theme, THEME_DARK);
    problems_release(&problems);
}

/* ---- terminals ---- */

static void terminals_have_names(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(outset_terminal(&arena, "xterm-256color", "iTerm.app", false, false),
                        "xterm-256color,iTerm.app,");
    assert_string_equal(outset_terminal(&arena, "screen", NULL, true, false), "screen,,tmux");
    assert_string_equal(outset_terminal(&arena, "screen", NULL, false, true), "screen,,screen");
    assert_string_equal(outset_terminal(&arena, NULL, "a b\n", false, false), ",?,");
    assert_string_equal(outset_terminal(&arena, "x\033]0;t\a", NULL, false, false), "?,,");
    arena_release(&arena);
}

static void what_was_said_is_found_again(void **state) {
    (void)state;
    Arena arena = {0};
    Ambiguous ambiguous;
    const char *text = outset_with(&arena, str(""), "xterm,,", AMBIGUOUS_WIDE);
    text = outset_with(&arena, str(text), "xterm,,tmux", AMBIGUOUS_NARROW);
    assert_string_equal(text, "xterm,,tmux narrow\nxterm,, wide\n");
    assert_true(outset_find(str(text), "xterm,,", &ambiguous));
    assert_int_equal(ambiguous, AMBIGUOUS_WIDE);
    assert_true(outset_find(str(text), "xterm,,tmux", &ambiguous));
    assert_int_equal(ambiguous, AMBIGUOUS_NARROW);
    assert_false(outset_find(str(text), "xterm", &ambiguous));
    text = outset_with(&arena, str(text), "xterm,,", AMBIGUOUS_NARROW);
    assert_string_equal(text, "xterm,, narrow\nxterm,,tmux narrow\n");
    arena_release(&arena);
}

static void a_damaged_list_says_nothing(void **state) {
    (void)state;
    Ambiguous ambiguous;
    static const char *const texts[] = {"xterm,,", "xterm,, \n", "xterm,, broad\n",
                                        "\0xterm,, wide"};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_false(outset_find(str(texts[i]), "xterm,,", &ambiguous));
}

static void the_list_does_not_grow_for_ever(void **state) {
    (void)state;
    Arena arena = {0};
    const char *text = "";
    for (int i = 0; i < 3 * OUTSET_TERMINALS_MOST; i++)
        text = outset_with(&arena, str(text), arena_printf(&arena, "t%d,,", i), AMBIGUOUS_WIDE);
    int lines = 0;
    for (const char *at = text; *at != '\0'; at++)
        lines += *at == '\n';
    assert_int_equal(lines, OUTSET_TERMINALS_MOST);
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_are_taken),
        cmocka_unit_test(nothing_settles_nothing),
        cmocka_unit_test(mistakes_have_their_place),
        cmocka_unit_test(what_is_right_holds),
        cmocka_unit_test(terminals_have_names),
        cmocka_unit_test(what_was_said_is_found_again),
        cmocka_unit_test(a_damaged_list_says_nothing),
        cmocka_unit_test(the_list_does_not_grow_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
