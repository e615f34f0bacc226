/* The text field as it is seen (edit_story.h tells how to read). */
#include "edit_story.h"

static void a_full_line_gives_the_cursor_the_next(void **state) {
    Story *story = *state;
    story->cols = 6;
    lines_of(story, "一二|");
    sees(story, "一二|");
    type(story, "三");
    sees(story, "一二三\n|");
    type(story, "四");
    sees(story, "一二三\n四|");
    press(story, "Backspace Left"); /* the empty line is there for the cursor alone */
    sees(story, "一二|三");
    press(story, "End");
    sees(story, "一二三\n|");
}

static void a_full_line_before_another(void **state) {
    Story *story = *state;
    story->cols = 6;
    lines_of(story, "一二三\n|四");
    sees(story, "一二三\n|四");
    press(story, "Left");
    sees(story, "一二三\n|\n四");
    press(story, "Down");
    sees(story, "一二三\n|四");
    press(story, "Left Up");
    sees(story, "|一二三\n四");
}

static void a_wide_character_goes_whole_to_the_next_line(void **state) {
    Story *story = *state;
    story->cols = 5;
    lines_of(story, "一二三|");
    sees(story, "一二\n三|");
    lines_of(story, "一二|三");
    sees(story, "一二\n|三");
    lines_of(story, "ab|ｶﾞｶﾞc");
    sees(story, "ab|ｶﾞ\nｶﾞc");
}

static void lines_end_with_their_feeds(void **state) {
    lines_of(*state, "一\n\n二\n|");
    sees(*state, "一\n\n二\n|");
    lines_of(*state, "|");
    sees(*state, "|");
}

static void one_line_goes_sideways(void **state) {
    Story *story = *state;
    story->cols = 16;
    story->rows = 1;
    one_line(story, "一二三四五六七|");
    sees(story, "一二三四五六七|");
    type(story, "八"); /* sixteen cells, and one for the cursor */
    sees(story, "⋯ 六七八|");
    press(story, "Left Left Left");
    sees(story, "⋯ |六七八");
    press(story, "Left"); /* never on the mark */
    sees(story, "一二三四|五六七八");
    press(story, "End");
    type(story, "九");
    press(story, "Home");
    sees(story, "|一二三四五六七 ⋯");
    press(story, "End Backspace Backspace");
    sees(story, "一二三四五六七|");
}

static void one_line_in_the_middle(void **state) {
    Story *story = *state;
    story->cols = 16;
    story->rows = 1;
    one_line(story, "abcdefghijklmn|opqrstuvwxyz");
    sees(story, "abcdefghijklmn|o⋯");
    press(story, "Right"); /* never on the mark: to the middle */
    sees(story, "⋯ijklmno|pqrstuv⋯");
    press(story, "Right Right Right Right Right Right");
    sees(story, "⋯ijklmnopqrstu|v⋯");
    press(story, "Right");
    sees(story, "⋯pqrstuv|wxyz");
    press(story, "Left Left Left Left Left Left Left");
    sees(story, "⋯|pqrstuvwxyz");
    press(story, "Left");
    sees(story, "⋯hijklmn|opqrstu⋯");
    press(story, "Home Right");
    sees(story, "a|bcdefghijklmno⋯");
}

static void too_narrow_for_marks(void **state) {
    Story *story = *state;
    story->cols = 6;
    story->rows = 1;
    one_line(story, "海外展開|");
    sees(story, "開|");
    press(story, "Left Left");
    sees(story, "外|展開");
    press(story, "Home");
    sees(story, "|海外展");
}

static void a_line_feed_in_one_line_is_a_control(void **state) {
    one_line(*state, "一\n二|");
    sees(*state, "一�二|");
    press(*state, "C-u");
    expect(*state, "|");
    one_line(*state, "|一\n二");
    press(*state, "C-k");
    expect(*state, "|");
}

static void without_japanese_each_character_has_its_ascii(void **state) {
    Story *story = *state;
    story->grid.substitute = story->edit.substitute = true;
    one_line(story, "すし㈱|年");
    sees(story, "sushi(K.K.)|?");
    press(story, "Left Left");
    sees(story, "su|shi(K.K.)?");
    story->ambiguous = AMBIGUOUS_WIDE;
    one_line(story, "\x1B①|"); /* all of it is narrow now */
    story->edit.substitute = true;
    sees(story, "?(1)|");
    lines_of(story, "きって|と");
    story->edit.substitute = true;
    story->cols = 5;
    sees(story, "ki?te\n|to"); /* a small tsu alone has no letters */
    press(story, "Up");
    expect(story, "|きってと");
    press(story, "End");
    expect(story, "きっ|てと");
}

static void a_terminal_without_japanese_needs_no_word_of_the_caller(void **state) {
    Story *story = *state;
    story->grid.substitute = true;
    story->cols = 5;
    lines_of(story, "きって|と");
    sees(story, "ki?te\n|to");
}

/* Joined by joiners, yet each with a mark that keeps it: one cluster, of any width. */
static void no_cluster_is_wider_than_six_cells(void **state) {
    Story *story = *state;
    const char *one = "\xF0\x9F\x91\xA8\xCC\x81\xE2\x80\x8D";
    char chain[200] = "";
    for (int i = 0; i < 20; i++)
        memcpy(chain + i * 9, one, 9);
    story->cols = 10;
    lines_of(story, chain);
    type(story, "路");
    sees(story, "\xF0\x9F\x91\xA8\xCC\x81\xF0\x9F\x91\xA8\xCC\x81\xF0\x9F\x91\xA8\xCC\x81路|");
    press(story, "Left Backspace");
    expect(story, "|路");
}

static void the_smallest_canvases(void **state) {
    Story *story = *state;
    story->rows = 1;
    story->cols = 1;
    lines_of(story, "海|路");
    sees(story, "|⋯"); /* no kanji fits one cell */
    story->rows = 3;
    lines_of(story, "海|路");
    sees(story, "⋯\n|⋯");
    story->rows = 1;
    lines_of(story, "a|b");
    sees(story, "|b");
    one_line(story, "ab|");
    sees(story, "|");
    one_line(story, "|海路");
    sees(story, "|⋯");
    story->cols = 2;
    lines_of(story, "海|路");
    sees(story, "|路");
    one_line(story, "海路|");
    sees(story, "|");
    press(story, "Left");
    sees(story, "|路");
    story->cols = 3;
    one_line(story, "海路|");
    sees(story, "|");
    press(story, "Left Left");
    sees(story, "|海");
}

static void nothing_to_paint_on(void **state) {
    Story *story = *state;
    lines_of(story, "海路|");
    story->cols = 0;
    sees(story, "");
    story->cols = 5;
    story->rows = 0;
    sees(story, "");
    press(story, "Up Down Home End");
    expect(story, "海路|");
}

static void every_small_canvas_is_sound(void **state) {
    Story *story = *state;
    for (int i = 0; i < NASTY_COUNT * 5 * 3; i++) {
        story->cols = 1 + i % 5;
        story->rows = 1 + i / 5 % 3;
        text_edit_release(&story->edit);
        text_edit_init(&story->edit, str(nasty[i / 15]), MOST, i % 2 == 0);
        size_t given = story->edit.text.len, before;
        is_sound(story, given);
        do {
            before = story->edit.cursor;
            press(story, "Left");
            is_sound(story, given);
        } while (story->edit.cursor != before);
        assert_int_equal(before, 0);
    }
}

/* ---- a long walk ---- */

static void set_out(Story *story, uint32_t *seed, Str text) {
    story->cols = 1 + (int)(next_random(seed) % (next_random(seed) % 4 == 0 ? 5 : 40));
    story->rows = 1 + (int)(next_random(seed) % 8);
    story->ambiguous = next_random(seed) % 2 == 0 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    story->grid.substitute = next_random(seed) % 8 == 0;
    text_edit_release(&story->edit);
    text_edit_init(&story->edit, text, 20 + next_random(seed) % 80, next_random(seed) % 4 != 0);
    story->edit.substitute = story->grid.substitute;
}

static bool has_controls(const TextEdit *edit) {
    for (size_t at = 0; at < edit->text.len;) {
        uint32_t rune;
        at += text_decode(str_skip(buf_str(&edit->text), at), &rune);
        if (text_rune_width(rune, AMBIGUOUS_NARROW) < 0 && !(rune == '\n' && edit->many_lines))
            return true;
    }
    return false;
}

static void take_step(Story *story, Arena *arena, uint32_t *seed) {
    uint32_t rune = 0, pick = next_random(seed);
    Str paste = next_random(seed) % 2 == 0 ? str(nasty[next_random(seed) % NASTY_COUNT])
                                           : random_text(arena, seed, 12);
    text_decode(random_text(arena, seed, 2), &rune);
    size_t len = story->edit.text.len, cursor = story->edit.cursor;
    if (!send(story, sound_event(pick, rune, paste))) {
        assert_int_equal(story->edit.text.len, len);
        assert_int_equal(story->edit.cursor, cursor);
    }
}

/* 100,000 keys and pastes, through every nasty text and, every other time, from nothing. */
static void any_events_at_all(void **state) {
    enum { EVENTS = 100000, OF_ONE_TEXT = 200 };
    Story *story = *state;
    Arena arena = {0};
    uint32_t seed = 20161201;
    size_t given = 0;
    for (int i = 0; i < EVENTS; i++) {
        int text = i / OF_ONE_TEXT;
        if (i % OF_ONE_TEXT == 0) {
            set_out(story, &seed, str(text % 2 == 0 ? "" : nasty[text / 2 % NASTY_COUNT]));
            given = story->edit.text.len;
        }
        take_step(story, &arena, &seed);
        is_sound(story, given);
        assert_true(given > 0 || text % 2 != 0 || !has_controls(&story->edit));
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int main(void) {
#define STORY(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        STORY(a_full_line_gives_the_cursor_the_next),
        STORY(a_full_line_before_another),
        STORY(a_wide_character_goes_whole_to_the_next_line),
        STORY(lines_end_with_their_feeds),
        STORY(one_line_goes_sideways),
        STORY(one_line_in_the_middle),
        STORY(too_narrow_for_marks),
        STORY(a_line_feed_in_one_line_is_a_control),
        STORY(without_japanese_each_character_has_its_ascii),
        STORY(a_terminal_without_japanese_needs_no_word_of_the_caller),
        STORY(no_cluster_is_wider_than_six_cells),
        STORY(the_smallest_canvases),
        STORY(nothing_to_paint_on),
        STORY(every_small_canvas_is_sound),
        STORY(any_events_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
