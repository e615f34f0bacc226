/* The text field: typing, pasting, moving and removing (edit_story.h tells how to read). */
#include "edit_story.h"

/* ---- typing ---- */

static void typing_japanese(void **state) {
    type(*state, "海外へ");
    expect(*state, "海外へ|");
    press(*state, "Left Left");
    type(*state, "の国");
    expect(*state, "海の国|外へ");
    press(*state, "Home Delete End Backspace");
    expect(*state, "の国外|");
}

static void enter_makes_a_line_where_there_are_many(void **state) {
    type(*state, "一");
    press(*state, "Enter");
    type(*state, "二");
    expect(*state, "一\n二|");
    press(*state, "Left Backspace");
    expect(*state, "一|二");
    one_line(*state, "一|");
    assert_false(press_one(*state, str("Enter")));
    expect(*state, "一|");
}

static void what_is_no_editing_key_is_the_callers(void **state) {
    Story *story = *state;
    const char *const others[] = {"Esc", "Tab", "BackTab", "Insert", "C-r", "C-l", "C-z", "C-c"};
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_false(press_one(story, str(others[i])));
    assert_false(send_key(story, K_RUNE, MOD_ALT, 'a'));
    assert_false(send_key(story, K_LEFT, MOD_CTRL, 0));
    assert_false(send_key(story, K_F, 0, 1));
    assert_false(send_key(story, K_RUNE, 0, 0x9B));
    assert_false(send(story, (Event){.kind = EVENT_RESIZE, .cols = 80, .rows = 24}));
    expect(story, "|");
}

static void in_one_line_up_and_down_are_the_callers(void **state) {
    const char *const keys[] = {"Up", "Down", "PgUp", "PgDn", "C-p", "C-n"};
    one_line(*state, "海|路");
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        assert_false(press_one(*state, str(keys[i])));
    expect(*state, "海|路");
}

static void shift_alters_nothing(void **state) {
    lines_of(*state, "海路|");
    assert_true(send_key(*state, K_LEFT, MOD_SHIFT, 0));
    assert_true(send_key(*state, K_RUNE, MOD_SHIFT, 'A'));
    expect(*state, "海A|路");
}

static void control_letters_move_and_remove(void **state) {
    lines_of(*state, "一二三四|\n五");
    press(*state, "C-b C-b C-f C-h");
    expect(*state, "一二|四\n五");
    press(*state, "C-a C-d");
    expect(*state, "|二四\n五");
    press(*state, "C-e C-n");
    expect(*state, "二四\n五|");
    press(*state, "C-p");
    expect(*state, "二四|\n五"); /* the column of before */
}

static void nothing_to_remove_is_no_harm(void **state) {
    press(*state, "Backspace Delete C-w C-u C-k Left Right Up Down Home End PgUp PgDn");
    expect(*state, "|");
}

/* ---- clusters ---- */

static void backspace_takes_a_letter_with_its_marks(void **state) {
    lines_of(*state, "わか" DAKUTEN "|め");
    press(*state, "Backspace");
    expect(*state, "わ|め");
    lines_of(*state, "ｽﾊﾟ|");
    press(*state, "Left");
    expect(*state, "ｽ|ﾊﾟ");
    press(*state, "Delete");
    expect(*state, "ｽ|");
}

static void a_mark_joins_the_letter_before_it(void **state) {
    lines_of(*state, "か|め");
    type(*state, DAKUTEN);
    expect(*state, "か" DAKUTEN "|め");
    sees(*state, "が|め");
    lines_of(*state, "か\n|" DAKUTEN "め");
    press(*state, "Backspace");
    expect(*state, "か" DAKUTEN "|め");
}

static void half_width_voicing_typed_after_its_kana(void **state) {
    type(*state, "ﾊﾟ");
    expect(*state, "ﾊﾟ|");
    sees(*state, "ﾊﾟ|");
    press(*state, "Backspace");
    expect(*state, "|");
}

static void it_can_be_put_anywhere_between_clusters(void **state) {
    Story *story = *state;
    lines_of(story, "一か" DAKUTEN "\n二");
    for (size_t byte = 3; byte < 9; byte++) {
        text_edit_move(&story->edit, byte);
        expect(story, "一|か" DAKUTEN "\n二");
    }
    text_edit_move(&story->edit, 9);
    expect(story, "一か" DAKUTEN "|\n二");
    text_edit_move(&story->edit, 1000);
    expect(story, "一か" DAKUTEN "\n二|");
    text_edit_set(&story->edit, str("another"));
    expect(story, "another|");
}

static void emoji_are_one_step(void **state) {
    lines_of(*state, "家族" FAMILY "|です");
    sees(*state, "家族\xF0\x9F\x91\xA8|です"); /* painted as its first */
    press(*state, "Left");
    expect(*state, "家族|" FAMILY "です");
    press(*state, "Right Backspace");
    expect(*state, "家族|です");
}

static void flags_go_two_letters_at_a_time(void **state) {
    lines_of(*state, FLAG_JP FLAG_VN "|");
    sees(*state, "JPVN|");
    press(*state, "Left");
    expect(*state, FLAG_JP "|" FLAG_VN);
    sees(*state, "JP|VN");
    press(*state, "Backspace");
    expect(*state, "|" FLAG_VN);
}

static void half_a_flag_pairs_anew(void **state) {
    lines_of(*state, "|" FLAG_VN);
    type(*state, "\xF0\x9F\x87\xAF"); /* J and V are a pair now, N is alone */
    expect(*state, "\xF0\x9F\x87\xAF\xF0\x9F\x87\xBB|\xF0\x9F\x87\xB3");
}

static void variants_of_kanji_stay_whole(void **state) {
    lines_of(*state, "葛" SELECTOR "|城");
    sees(*state, "葛|城");
    press(*state, "Left");
    expect(*state, "|葛" SELECTOR "城");
    press(*state, "Delete");
    expect(*state, "|城");
}

static void a_keycap_is_its_digit(void **state) {
    lines_of(*state, "1\xEF\xB8\x8F\xE2\x83\xA3|番");
    sees(*state, "1|番");
    press(*state, "Backspace");
    expect(*state, "|番");
}

/* ---- hostile text ---- */

static void hostile_text_stays_and_is_never_painted_raw(void **state) {
    const char *text = "\x1B[31m赤\xC2\x9B" OVERRIDE "abc\r";
    Story *story = *state;
    lines_of(story, text);
    sees(story, "�[31m赤�abc�|");
    assert_string_equal(story->edit.text.at, text);
    press(story, "Home Right Right");
    sees(story, "�[|31m赤�abc�");
}

static void a_tab_is_one_blank(void **state) {
    lines_of(*state, "一\t|二");
    sees(*state, "一 |二");
    press(*state, "Backspace");
    expect(*state, "一|二");
}

static void what_is_not_seen_goes_with_its_neighbour(void **state) {
    lines_of(*state, "\xEF\xBB\xBF" ZERO_WIDTH "海" OVERRIDE "路|");
    sees(*state, "海路|");
    press(*state, "Left");
    expect(*state, "\xEF\xBB\xBF" ZERO_WIDTH "海" OVERRIDE "|路");
    press(*state, "Left");
    expect(*state, "|\xEF\xBB\xBF" ZERO_WIDTH "海" OVERRIDE "路");
    press(*state, "Delete");
    expect(*state, "|路");
    lines_of(*state, "\x1B" ZERO_WIDTH ZERO_WIDTH "|x"); /* a control joins with nothing */
    press(*state, "Left");
    expect(*state, "|\x1B" ZERO_WIDTH ZERO_WIDTH "x");
}

static void only_unseen_text_can_be_removed(void **state) {
    lines_of(*state, "一\n" ZERO_WIDTH OVERRIDE "|");
    sees(*state, "一\n|");
    press(*state, "Backspace");
    expect(*state, "一\n|");
}

static void stray_bytes_are_mended(void **state) {
    lines_of(*state, "");
    text_edit_set(&((Story *)*state)->edit, str("a\xFF\xE3\x81z"));
    expect(*state, "a���z|");
}

static void controls_are_neither_typed_nor_pasted(void **state) {
    paste(*state, "赤\x1B[0m\x07\x7F\xC2\x9B青\tx");
    expect(*state, "赤[0m青 x|");
}

/* ---- pasting ---- */

static void pasted_lines_end_in_line_feeds(void **state) {
    paste(*state, "一\r\n二\r三\n四\xE2\x80\xA8五\r\n");
    expect(*state, "一\n二\n三\n四\n五\n|");
}

static void one_line_takes_the_first_of_a_paste(void **state) {
    one_line(*state, "前|後");
    paste(*state, "一\t二\r\n三");
    expect(*state, "前一 二|後");
    paste(*state, "\n四");
    expect(*state, "前一 二|後");
    assert_false(((Story *)*state)->edit.full);
}

static void nothing_is_longer_than_most(void **state) {
    Story *story = *state;
    start_with(story, "海|", 6, false);
    type(story, "路");
    assert_false(story->edit.full);
    expect(story, "海路|");
    type(story, "x");
    assert_true(story->edit.full);
    expect(story, "海路|");
    press(story, "Backspace");
    assert_false(story->edit.full);
}

static void most_does_not_cut_a_cluster(void **state) {
    Story *story = *state;
    start_with(story, "|", 10, true);
    paste(story, "一か" DAKUTEN "二"); /* 3, 6 and 3 bytes: the last is too much */
    expect(story, "一か" DAKUTEN "|");
    assert_true(story->edit.full);
    start_with(story, "|", 8, true);
    paste(story, "一か" DAKUTEN);
    expect(story, "一|");
    assert_true(story->edit.full);
    start_with(story, "|", 17, true);
    paste(story, FAMILY); /* 18 bytes */
    expect(story, "|");
    assert_true(story->edit.full);
    start_with(story, "か|", 5, true);
    type(story, DAKUTEN);
    expect(story, "か|");
    assert_true(story->edit.full);
}

static void a_text_given_too_long_only_shrinks(void **state) {
    Story *story = *state;
    start_with(story, "海路図|", 6, true);
    type(story, "x");
    assert_true(story->edit.full);
    press(story, "Backspace Backspace");
    type(story, "xyz");
    expect(story, "海xyz|");
    assert_false(story->edit.full);
}

/* ---- moving by lines ---- */

static void the_column_is_kept_over_short_lines(void **state) {
    lines_of(*state, "abcdefg|\n海\nabcdefg\n海海海海海");
    press(*state, "Down");
    expect(*state, "abcdefg\n海|\nabcdefg\n海海海海海");
    press(*state, "Down");
    expect(*state, "abcdefg\n海\nabcdefg|\n海海海海海");
    press(*state, "Down"); /* column 7 is inside the fourth */
    expect(*state, "abcdefg\n海\nabcdefg\n海海海|海海");
    press(*state, "Up");
    expect(*state, "abcdefg\n海\nabcdefg|\n海海海海海");
    press(*state, "Left Down Up"); /* from here on it is the sixth */
    expect(*state, "abcdefg\n海\nabcdef|g\n海海海海海");
}

static void widths_of_the_terminal_count(void **state) {
    Story *story = *state;
    lines_of(story, "①①①|\nabcdefgh");
    press(story, "Down");
    expect(story, "①①①\nabc|defgh");
    story->ambiguous = AMBIGUOUS_WIDE;
    lines_of(story, "①①①|\nabcdefgh");
    press(story, "Down");
    expect(story, "①①①\nabcdef|gh");
    sees(story, "①①①\nabcdef|gh");
}

static void lines_as_set_are_lines(void **state) {
    Story *story = *state;
    story->cols = 6;
    lines_of(story, "一二三四五|六七");
    sees(story, "一二三\n四五|六\n七");
    press(story, "Home");
    expect(story, "一二三|四五六七");
    press(story, "End"); /* before 六: after it is the next line */
    sees(story, "一二三\n四五|六\n七");
    press(story, "Down");
    sees(story, "一二三\n四五六\n七|");
    press(story, "Up Up");
    sees(story, "一二|三\n四五六\n七");
    press(story, "End End");
    expect(story, "一二|三四五六七");
    press(story, "Right");
    sees(story, "一二三\n|四五六\n七");
}

static void up_and_down_stop_at_the_ends(void **state) {
    Story *story = *state;
    lines_of(story, "一二|三\n四五六");
    sees(story, "一二|三\n四五六");
    assert_int_equal(story->above, 0);
    assert_int_equal(story->below, 0);
    press(*state, "Up");
    expect(*state, "一二|三\n四五六");
    press(*state, "Down Down Down");
    expect(*state, "一二三\n四五|六");
}

static void pages_go_by_rows(void **state) {
    Story *story = *state;
    story->rows = 3;
    lines_of(story, "|0\n1\n2\n3\n4\n5\n6\n7");
    sees(story, "|0\n1\n2");
    assert_int_equal(story->above, 0);
    assert_int_equal(story->below, 5);
    press(story, "PgDn");
    sees(story, "1\n2\n|3");
    press(story, "PgDn PgDn");
    sees(story, "5\n6\n|7");
    assert_int_equal(story->above, 5);
    assert_int_equal(story->below, 0);
    press(story, "PgUp");
    sees(story, "|4\n5\n6");
    press(story, "PgUp PgUp");
    sees(story, "|0\n1\n2");
}

/* The text stands still while the cursor moves within what is seen. */
static void scrolling_moves_no_more_than_it_must(void **state) {
    Story *story = *state;
    story->rows = 3;
    lines_of(story, "0\n1\n2\n3\n4|");
    sees(story, "2\n3\n4|");
    press(story, "Up");
    sees(story, "2\n3|\n4");
    press(story, "Up");
    sees(story, "2|\n3\n4");
    press(story, "Up");
    sees(story, "1|\n2\n3");
    press(story, "Down");
    sees(story, "1\n2|\n3");
    press(story, "Delete Delete Delete Delete Delete Delete"); /* no blank line below the end */
    sees(story, "0\n1\n2|");
}

/* ---- removing more ---- */

static void words_go_by_script(void **state) {
    lines_of(*state, "海外でのJETRO セミナー |、次");
    press(*state, "C-w");
    expect(*state, "海外でのJETRO |、次");
    press(*state, "C-w");
    expect(*state, "海外での|、次");
    press(*state, "C-w");
    expect(*state, "海外|、次");
    press(*state, "C-w");
    expect(*state, "|、次");
    lines_of(*state, ZERO_WIDTH "ab|");
    press(*state, "C-w");
    expect(*state, "|");
    lines_of(*state, "一\n|二");
    press(*state, "C-w");
    expect(*state, "一|二");
}

static void to_the_ends_of_the_whole_line(void **state) {
    Story *story = *state;
    story->cols = 4;
    lines_of(story, "前\n一二三四|五六\n後");
    press(story, "C-k");
    expect(story, "前\n一二三四|\n後");
    press(story, "C-k");
    expect(story, "前\n一二三四|\n後");
    press(story, "C-u");
    expect(story, "前\n|\n後");
    press(story, "C-u");
    expect(story, "前\n|\n後");
}

int main(void) {
#define STORY(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        STORY(typing_japanese),
        STORY(enter_makes_a_line_where_there_are_many),
        STORY(what_is_no_editing_key_is_the_callers),
        STORY(in_one_line_up_and_down_are_the_callers),
        STORY(shift_alters_nothing),
        STORY(control_letters_move_and_remove),
        STORY(nothing_to_remove_is_no_harm),
        STORY(backspace_takes_a_letter_with_its_marks),
        STORY(a_mark_joins_the_letter_before_it),
        STORY(half_width_voicing_typed_after_its_kana),
        STORY(it_can_be_put_anywhere_between_clusters),
        STORY(emoji_are_one_step),
        STORY(flags_go_two_letters_at_a_time),
        STORY(half_a_flag_pairs_anew),
        STORY(variants_of_kanji_stay_whole),
        STORY(a_keycap_is_its_digit),
        STORY(hostile_text_stays_and_is_never_painted_raw),
        STORY(a_tab_is_one_blank),
        STORY(what_is_not_seen_goes_with_its_neighbour),
        STORY(only_unseen_text_can_be_removed),
        STORY(stray_bytes_are_mended),
        STORY(controls_are_neither_typed_nor_pasted),
        STORY(pasted_lines_end_in_line_feeds),
        STORY(one_line_takes_the_first_of_a_paste),
        STORY(nothing_is_longer_than_most),
        STORY(most_does_not_cut_a_cluster),
        STORY(a_text_given_too_long_only_shrinks),
        STORY(the_column_is_kept_over_short_lines),
        STORY(widths_of_the_terminal_count),
        STORY(lines_as_set_are_lines),
        STORY(up_and_down_stop_at_the_ends),
        STORY(pages_go_by_rows),
        STORY(scrolling_moves_no_more_than_it_must),
        STORY(words_go_by_script),
        STORY(to_the_ends_of_the_whole_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
