/* Lines typed in --plain, and a screen set as lines. */
#include "ui/plain.h"
#include "base/tr.h"

#include "cmocka_all.h"

static PlainLine read_line(Arena *arena, const char *line) {
    return plain_read(arena, str(line));
}

static void numbers_choose(void **state) {
    (void)state;
    Arena arena = {0};
    assert_int_equal(read_line(&arena, "12").choice, 12);
    assert_int_equal(read_line(&arena, "  １２　").choice, 12); /* the input method is on */
    assert_int_equal(read_line(&arena, "12").key.code, K_NONE);
    PlainLine both = read_line(&arena, "3 s");
    assert_int_equal(both.choice, 3);
    assert_int_equal(both.key.rune, 's');
    assert_true(read_line(&arena, "99999").unknown); /* no list is so long */
    assert_true(read_line(&arena, "12x").unknown);
    arena_release(&arena);
}

static void keys_have_names(void **state) {
    (void)state;
    Arena arena = {0};
    tr_use(LANG_JA);
    static const struct {
        const char *line;
        CommandId command;
    } lines[] = {{"Enter", CMD_OPEN},       {"Esc", CMD_BACK},      {"Space", CMD_TOGGLE},
                 {"Ctrl-R", CMD_REDO},      {"toggle", CMD_TOGGLE}, {"計画へ", CMD_TOGGLE},
                 {"検索", CMD_SEARCH},      {"ｊ", CMD_DOWN},       {"step 2", CMD_STEP2},
                 {"ステップ 3", CMD_STEP3}, {"step 0", CMD_CROSS}};
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        PlainLine read = read_line(&arena, lines[i].line);
        assert_false(read.unknown);
        assert_int_equal(command_for_key(key_half_width(read.key)), lines[i].command);
    }
    assert_true(read_line(&arena, "Entr").unknown);
    assert_true(read_line(&arena, "step 7").unknown);
    assert_true(read_line(&arena, "　 ").empty);
    arena_release(&arena);
}

static void a_text_follows_its_key(void **state) {
    (void)state;
    Arena arena = {0};
    PlainLine read = read_line(&arena, "5 m 午後に電話  する");
    assert_int_equal(read.choice, 5);
    assert_int_equal(read.key.rune, 'm');
    assert_string_equal(arena_copy(&arena, read.text), "午後に電話  する");
    read = read_line(&arena, "/tenji vietnam");
    assert_int_equal(read.key.rune, '/');
    assert_string_equal(arena_copy(&arena, read.text), "tenji vietnam");
    read = read_line(&arena, "／展示会");
    assert_int_equal(read.key.rune, '/');
    assert_string_equal(arena_copy(&arena, read.text), "展示会");
    arena_release(&arena);
}

static void some_keys_are_no_text(void **state) {
    (void)state;
    Arena arena = {0};
    Key key;
    assert_true(plain_is_key(&arena, str("Tab"), &key));
    assert_int_equal(key.code, K_TAB);
    assert_true(plain_is_key(&arena, str("Ctrl-R"), &key));
    static const char *const texts[] = {"q", "Tab key", "tab", "", "1", "toggle", "/"};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_false(plain_is_key(&arena, str(texts[i]), &key));
    arena_release(&arena);
}

/* ---- pages ---- */

static void put(Grid *grid, int row, const char *text) {
    for (int col = 0; text[col] != '\0'; col++)
        grid_cell(grid, col, row)->runes[0] = (unsigned char)text[col];
}

static void columns_and_blank_rows_go(void **state) {
    (void)state;
    Arena arena = {0};
    Grid grid;
    grid_init(&grid, 40, 8);
    grid_want_choices(&grid);
    put(&grid, 1, "  kairo      plan");
    put(&grid, 5, "> 7  name            free");
    grid_note_item(&grid, 5, 3);
    grid.cursor_row = 5;
    PlainPage page = plain_page(&arena, &grid);
    assert_int_equal(page.lines.count, 2);
    assert_string_equal(page.lines.at[0], "kairo  plan");
    assert_string_equal(page.lines.at[1], "3. > 7  name  free");
    assert_int_equal(page.selected, 1);
    grid_release(&grid);
    arena_release(&arena);
}

static const char *said(Arena *arena, const PlainPage *before, const PlainPage *now, bool whole) {
    Buf out;
    buf_init(&out, 1 << 16);
    plain_say(&out, before, now, whole);
    const char *copy = arena_copy(arena, buf_str(&out));
    buf_release(&out);
    return copy;
}

static void only_what_is_new_is_said(void **state) {
    (void)state;
    Arena arena = {0};
    static const char *const first[] = {"head", "1. > 1  a", "2. 2  b"};
    static const char *const second[] = {"head", "1. 1  a", "2. > 2  b", "more"};
    PlainPage before = {{first, 3}, 1}, now = {{second, 4}, 2};
    assert_string_equal(said(&arena, &before, &now, false), "2. > 2  b\nmore\n");
    assert_string_equal(said(&arena, &now, &now, false), "");
    assert_string_equal(said(&arena, &before, &now, true), "head\n1. 1  a\n2. > 2  b\nmore\n");
    PlainPage none = {.selected = -1};
    assert_string_equal(said(&arena, &none, &before, false), "head\n1. > 1  a\n2. 2  b\n");
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_choose),
        cmocka_unit_test(keys_have_names),
        cmocka_unit_test(a_text_follows_its_key),
        cmocka_unit_test(some_keys_are_no_text),
        cmocka_unit_test(columns_and_blank_rows_go),
        cmocka_unit_test(only_what_is_new_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
