/* The same picture in fewer bytes: what goes, and what must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/wire.h"

static Wire unknown(void) {
    return (Wire){.plain = false};
}

static Wire plain(void) {
    return (Wire){.plain = true};
}

static void becomes(Wire wire, const char *frame, const char *expected) {
    Buf out;
    buf_init(&out, 1 << 16);
    wire_squeeze(&wire, str(frame), &out);
    assert_string_equal(out.at, expected);
    buf_release(&out);
}

static void text_and_moves_pass(void **state) {
    (void)state;
    becomes(unknown(), "", "");
    becomes(unknown(), "海路 \r\n\033[3;4Hx\033[K\033[2J", "海路 \r\n\033[3;4Hx\033[K\033[2J");
    becomes(unknown(), "\033[?25l\033[?2004h\0337\033=\033]0;t\007x",
            "\033[?25l\033[?2004h\0337\033=\033]0;t\007x");
}

static void styles_in_a_row_are_one(void **state) {
    (void)state;
    becomes(unknown(), "\033[1m\033[38;5;35ma", "\033[1;38;5;35ma");
    becomes(unknown(), "\033[0;1m\033[32ma", "\033[;1;32ma");
    becomes(unknown(), "\033[m\033[7ma", "\033[;7ma");
}

static void the_last_reset_wins(void **state) {
    (void)state;
    becomes(unknown(), "\033[39m\033(B\033[ma", "\033[ma");
    becomes(unknown(), "\033[1m\033[0m\033[4;31m\033[0;2ma", "\033[;2ma");
}

static void a_plain_terminal_needs_no_reset(void **state) {
    (void)state;
    becomes(plain(), "\033[ma\033[0;1mb\033[0mc\033[md", "a\033[1mb\033[mcd");
    becomes(unknown(), "\033[ma\033[mb", "\033[mab");
}

/* A move looks the same in every style; erasing and text do not. */
static void a_style_is_held_over_moves_only(void **state) {
    (void)state;
    becomes(unknown(), "\033[1m\033[5;6H\033[A\b\r\033[mx", "\033[5;6H\033[A\b\r\033[mx");
    becomes(unknown(), "\033[41m\033[K\033[mx", "\033[41m\033[K\033[mx");
    becomes(unknown(), "\033[1m\033[5;6H", "\033[5;6H\033[1m"); /* sent at the end */
}

static void what_is_known_lasts_to_the_next_frame(void **state) {
    (void)state;
    Wire wire = unknown();
    Buf out;
    buf_init(&out, 1 << 16);
    wire_squeeze(&wire, str("\033[0;7mx\033[39m\033[m"), &out);
    wire_squeeze(&wire, str("\033[0;2my"), &out);
    assert_string_equal(out.at, "\033[;7mx\033[m\033[2my");
    buf_release(&out);
}

static void another_charset_is_respected(void **state) {
    (void)state;
    becomes(unknown(), "\033(Bx\033(0q\033(Bx", "x\033(0q\033(Bx");
}

static void a_long_style_is_not_cut(void **state) {
    (void)state;
    char many[400] = "", whole[512];
    for (size_t i = 0; i < 60; i++)
        memcpy(many + 3 * i, "38;", 4);
    many[3 * 60 - 1] = '\0';
    snprintf(whole, sizeof whole, "\033[1m\033[%smx", many);
    char expected[512];
    snprintf(expected, sizeof expected, "\033[1m\033[%smx", many);
    becomes(unknown(), whole, expected);
}

static void room_is_made_for_characters_only(void **state) {
    (void)state;
    becomes(unknown(), "版\b\033[1@\033[8;6H\033[m", "版\b\033[8;6H\033[m");
    becomes(unknown(), "版\b\033[1@", "版\b");
    becomes(unknown(), "\033[2@ab\033[1@\033[1mc\033[@\033(B\033[md",
            "\033[2@ab\033[1@\033[1mc\033[@\033[md");
}

static void the_users_palette_stays(void **state) {
    (void)state;
    becomes(unknown(), "\033[39;49m\033]104\a\033[mx", "\033[mx");
    becomes(unknown(), "\033[39;49m\033]R\033[mx", "\033[mx");
    becomes(unknown(), "\033]4;1;rgb:00/00/00\ax", "\033]4;1;rgb:00/00/00\ax");
}

static void the_cursor_is_not_saved_to_scroll(void **state) {
    (void)state;
    becomes(unknown(), "\033[20;6H\033[m\0337\033[7;21r\0338\r\033[21d\n",
            "\033[20;6H\033[7;21r\033[20;6H\r\033[21d\033[m\n");
    becomes((Wire){.at_row = 20, .at_col = 6}, "\0337\033[7;21r\0338\r", "\033[7;21r\033[20;6H\r");
    static const char *const others[] = {"\033[20;6Hx\0337\033[7;21r\0338",
                                         "\0337\033[7;21r\0338",
                                         "\033[20;6H\033[A\0337\033[7;21r\0338",
                                         "\033[20;6H\0337\033[7;21rx\0338",
                                         "\033[20;6H\0337\033[7;21",
                                         "\033[20;6H\0337\033[K\0338"};
    for (size_t i = 0; i < COUNT_OF(others); i++) /* nobody knows where it is, or what is meant */
        becomes(unknown(), others[i], others[i]);
}

/* Sixteen numbers is what terminals have room for. */
static void a_sequence_is_not_made_too_long(void **state) {
    (void)state;
    becomes(unknown(), "\033[1;2;3;4;5;6;7;8m\033[9;10;11;12;13;14;15;16mx",
            "\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16mx");
    becomes(unknown(), "\033[1;2;3;4;5;6;7;8m\033[9;10;11;12;13;14;15;16;17mx",
            "\033[1;2;3;4;5;6;7;8m\033[9;10;11;12;13;14;15;16;17mx");
}

static void cut_short_is_passed(void **state) {
    (void)state;
    becomes(unknown(), "a\033", "a\033");
    becomes(unknown(), "a\033[1;", "a\033[1;");
    becomes(unknown(), "a\033]0;x", "a\033]0;x");
    becomes(unknown(), "a\033(", "a\033(");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_moves_pass),
        cmocka_unit_test(styles_in_a_row_are_one),
        cmocka_unit_test(the_last_reset_wins),
        cmocka_unit_test(a_plain_terminal_needs_no_reset),
        cmocka_unit_test(a_style_is_held_over_moves_only),
        cmocka_unit_test(what_is_known_lasts_to_the_next_frame),
        cmocka_unit_test(another_charset_is_respected),
        cmocka_unit_test(a_long_style_is_not_cut),
        cmocka_unit_test(room_is_made_for_characters_only),
        cmocka_unit_test(the_users_palette_stays),
        cmocka_unit_test(the_cursor_is_not_saved_to_scroll),
        cmocka_unit_test(a_sequence_is_not_made_too_long),
        cmocka_unit_test(cut_short_is_passed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
