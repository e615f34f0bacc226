/*
 * Telling stories of a text field. Each begins with a text, "|" where the cursor stands, does
 * something and says what the text is then, or what is to be seen: lines, "|" before the
 * cell that has the cursor.
 */
#ifndef KAIRO_TEST_EDIT_STORY_H
#define KAIRO_TEST_EDIT_STORY_H

#include "cmocka_all.h"
#include "nasty.h"

#include "../edit_sound.h"

#define FAMILY "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
#define FLAG_JP "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5"
#define FLAG_VN "\xF0\x9F\x87\xBB\xF0\x9F\x87\xB3"
#define DAKUTEN "\xE3\x82\x99" /* combining: か + it is が */
#define ZERO_WIDTH "\xE2\x80\x8B"
#define OVERRIDE "\xE2\x80\xAE"
#define SELECTOR "\xF3\xA0\x84\x80" /* of a variant of the kanji before it */

enum { MOST = 100000 };

typedef struct Story {
    TextEdit edit;
    int cols, rows;
    Ambiguous ambiguous;
    int above, below; /* as last seen */
    Grid grid;
    Arena frame;
    Buf got;
} Story;

static inline int begin(void **state) {
    static Story story;
    story = (Story){.cols = 20, .rows = 5, .ambiguous = AMBIGUOUS_NARROW};
    text_edit_init(&story.edit, str(""), MOST, true);
    grid_init(&story.grid, 0, 0);
    buf_init(&story.got, SIZE_MAX / 2);
    *state = &story;
    return 0;
}

static inline int end(void **state) {
    Story *story = *state;
    text_edit_release(&story->edit);
    grid_release(&story->grid);
    arena_release(&story->frame);
    buf_release(&story->got);
    return 0;
}

static inline void start_with(Story *story, const char *text, size_t most, bool many_lines) {
    const char *bar = strchr(text, '|');
    size_t before = bar == NULL ? strlen(text) : (size_t)(bar - text);
    buf_clear(&story->got);
    buf_add(&story->got, str_n(text, before));
    buf_text(&story->got, bar == NULL ? "" : bar + 1);
    text_edit_release(&story->edit);
    text_edit_init(&story->edit, buf_str(&story->got), most, many_lines);
    text_edit_move(&story->edit, before);
    assert_int_equal(story->edit.cursor, before);
}

static inline void lines_of(Story *story, const char *text) {
    start_with(story, text, MOST, true);
}

static inline void one_line(Story *story, const char *text) {
    start_with(story, text, MOST, false);
}

static inline bool send(Story *story, Event event) {
    return text_edit_key(&story->edit, &event, story->cols, story->rows, story->ambiguous);
}

static inline bool send_key(Story *story, KeyCode code, uint8_t mods, uint32_t rune) {
    return send(story, (Event){.kind = EVENT_KEY, .key = {code, mods, rune}});
}

static inline void type(Story *story, const char *text) {
    for (Str rest = str(text); rest.len > 0;) {
        uint32_t rune;
        rest = str_skip(rest, text_decode(rest, &rune));
        assert_true(send_key(story, K_RUNE, 0, rune));
    }
}

static inline void paste(Story *story, const char *text) {
    assert_true(send(story, (Event){.kind = EVENT_PASTE, .text = str(text)}));
}

/* "Left", "C-w": whether the field took it. */
static inline bool press_one(Story *story, Str name) {
    static const struct {
        const char *name;
        KeyCode code;
    } keys[] = {
        {"Left", K_LEFT},     {"Right", K_RIGHT},         {"Up", K_UP},
        {"Down", K_DOWN},     {"Home", K_HOME},           {"End", K_END},
        {"PgUp", K_PAGE_UP},  {"PgDn", K_PAGE_DOWN},      {"Enter", K_ENTER},
        {"Delete", K_DELETE}, {"Backspace", K_BACKSPACE}, {"Esc", K_ESC},
        {"Tab", K_TAB},       {"BackTab", K_BACKTAB},     {"Insert", K_INSERT},
    };
    if (name.len == 3 && str_starts(name, str("C-")))
        return send_key(story, K_RUNE, MOD_CTRL, (uint32_t)name.at[2]);
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (str_equal(name, str(keys[i].name)))
            return send_key(story, keys[i].code, 0, 0);
    fail_msg("no key %.*s", STR_ARG(name));
    return false;
}

static inline void press(Story *story, const char *keys) {
    for (Str rest = str(keys); rest.len > 0;) {
        const char *blank = memchr(rest.at, ' ', rest.len);
        size_t len = blank == NULL ? rest.len : (size_t)(blank - rest.at);
        assert_true(press_one(story, str_n(rest.at, len)));
        rest = str_skip(rest, len + 1);
    }
}

static inline void expect(Story *story, const char *text) {
    Str have = buf_str(&story->edit.text);
    buf_clear(&story->got);
    buf_add(&story->got, str_n(have.at, story->edit.cursor));
    buf_byte(&story->got, '|');
    buf_add(&story->got, str_skip(have, story->edit.cursor));
    assert_string_equal(story->got.at, text);
}

static inline void add_row(Story *story, const Canvas *canvas, int row) {
    size_t begun = story->got.len;
    for (int col = 0; col < canvas->cols; col++) {
        const Cell *cell = grid_cell(canvas->grid, canvas->col + col, canvas->row + row);
        if (canvas->grid->cursor_col == canvas->col + col &&
            canvas->grid->cursor_row == canvas->row + row)
            buf_byte(&story->got, '|');
        for (int i = 0; i < CELL_RUNES && cell->runes[i] != 0; i++) {
            char bytes[4];
            buf_add(&story->got, str_n(bytes, text_encode(cell->runes[i], bytes)));
        }
    }
    while (story->got.len > begun && story->got.at[story->got.len - 1] == ' ')
        story->got.at[--story->got.len] = '\0';
}

static inline Canvas canvas_of(Story *story) {
    arena_reset(&story->frame);
    story->grid.ambiguous = story->ambiguous;
    return sound_canvas(&story->grid, &story->frame, story->cols, story->rows);
}

/* The rows without blanks at their ends, without blank rows at the end. */
static inline void sees(Story *story, const char *picture) {
    Canvas canvas = canvas_of(story);
    text_edit_view(&story->edit, &canvas, &story->above, &story->below);
    buf_clear(&story->got);
    for (int row = 0; row < canvas.rows; row++) {
        add_row(story, &canvas, row);
        buf_byte(&story->got, '\n');
    }
    while (story->got.len > 0 && story->got.at[story->got.len - 1] == '\n')
        story->got.at[--story->got.len] = '\0';
    assert_string_equal(story->got.at, picture);
}

static inline void is_sound(Story *story, size_t given) {
    Canvas canvas = canvas_of(story);
    const char *wrong = edit_unsound(&story->edit, given, &canvas);
    if (wrong != NULL)
        fail_msg("%s, at byte %zu of \"%s\" in %d x %d", wrong, story->edit.cursor,
                 story->edit.text.at, story->cols, story->rows);
}

#endif
