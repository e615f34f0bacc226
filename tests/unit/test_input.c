/* Bytes and silence in, events out: every keyboard's habits as small stories. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/input.h"

/* ---- a notation: what came out, written down ---- */

static const char *code_name(KeyCode code) {
    static const char *const names[] = {
        [K_NONE] = "none",
        [K_RUNE] = "rune",
        [K_ENTER] = "Enter",
        [K_ESC] = "Esc",
        [K_TAB] = "Tab",
        [K_BACKTAB] = "BackTab",
        [K_BACKSPACE] = "Backspace",
        [K_UP] = "Up",
        [K_DOWN] = "Down",
        [K_LEFT] = "Left",
        [K_RIGHT] = "Right",
        [K_HOME] = "Home",
        [K_END] = "End",
        [K_PAGE_UP] = "PageUp",
        [K_PAGE_DOWN] = "PageDown",
        [K_INSERT] = "Insert",
        [K_DELETE] = "Delete",
        [K_F] = "F",
    };
    return names[code];
}

static void write_key(Buf *out, const Key *key) {
    buf_text(out, (key->mods & MOD_CTRL) != 0 ? "C-" : "");
    buf_text(out, (key->mods & MOD_ALT) != 0 ? "A-" : "");
    buf_text(out, (key->mods & MOD_SHIFT) != 0 ? "S-" : "");
    if (key->code == K_F) {
        buf_printf(out, "F%u", key->rune);
    } else if (key->code == K_RUNE && key->rune == ' ') {
        buf_text(out, "Blank");
    } else if (key->code == K_RUNE) {
        char utf8[4];
        buf_add(out, str_n(utf8, text_encode(key->rune, utf8)));
    } else {
        buf_text(out, code_name(key->code));
    }
}

static void write_event(Buf *out, const Event *event) {
    buf_text(out, out->len > 0 ? " " : "");
    if (event->kind == EVENT_KEY)
        write_key(out, &event->key);
    else if (event->kind == EVENT_PASTE)
        buf_printf(out, "paste<%.*s>", STR_ARG(event->text));
    else if (event->kind == EVENT_AMBIGUOUS)
        buf_text(out, event->ambiguous == AMBIGUOUS_WIDE ? "wide" : "narrow");
    else if (event->kind == EVENT_BACKGROUND)
        buf_text(out, event->dark ? "dark" : "light");
    else
        buf_text(out, "?");
}

typedef struct Story {
    Input input;
    Buf out;
} Story;

static int begin(void **state) {
    static Story story;
    input_init(&story.input);
    buf_init(&story.out, 1 << 22);
    *state = &story;
    return 0;
}

static int end(void **state) {
    Story *story = *state;
    input_release(&story->input);
    buf_release(&story->out);
    return 0;
}

static void collect(Story *story) {
    Event event;
    while (input_next(&story->input, &event))
        write_event(&story->out, &event);
}

static void feed_n(Story *story, const char *bytes, size_t count, int ms) {
    input_feed(&story->input, str_n(bytes, count), ms);
    collect(story);
}

static void feed(Story *story, const char *bytes, int ms) {
    feed_n(story, bytes, strlen(bytes), ms);
}

static void silence(Story *story, int ms) {
    input_pass(&story->input, ms);
    collect(story);
}

static void expect(Story *story, const char *what) {
    assert_string_equal(story->out.at, what);
    buf_clear(&story->out);
}

/* Everything at once; then byte by byte, 150 ms apart; the same must come out. */
static void decodes(Story *story, const char *bytes, const char *what) {
    feed(story, bytes, 1000);
    expect(story, what);
    for (size_t i = 0; bytes[i] != '\0'; i++)
        feed_n(story, &bytes[i], 1, 150);
    expect(story, what);
}

/* ---- stories ---- */

static void plain_keys(void **state) {
    decodes(*state, "jk 0/", "j k Blank 0 /");
    decodes(*state, "\r\n\t\b\x7f", "Enter Enter Tab Backspace Backspace");
    decodes(*state, "\x01\x03\x12\x13\x1a\x1c\x1f", "C-a C-c C-r C-s C-z C-\\ C-_");
    feed_n(*state, "\0", 1, 0);
    expect(*state, "C-Blank");
}

static void japanese_letters(void **state) {
    decodes(*state, "海路", "海 路");
    decodes(*state, "ｊ／？\u3000ﾞ", "ｊ ／ ？ \u3000 ﾞ");
    decodes(*state, "𠮷é", "𠮷 é");
}

static void arrows_of_both_kinds(void **state) {
    decodes(*state, "\033[A\033[B\033[C\033[D", "Up Down Right Left");
    decodes(*state, "\033OA\033OB\033OC\033OD", "Up Down Right Left");
    decodes(*state, "\033[1;5C\033[1;2A\033[1;3D\033[1;8B", "C-Right S-Up A-Left C-A-S-Down");
    decodes(*state, "\033[a\033Od", "S-Up C-Left");
    decodes(*state, "\033O5A\033O1;5B", "C-Up C-Down");
    feed(*state, "\033\033[A\033\033OB", 0);
    expect(*state, "A-Up A-Down");
}

static void editing_keys_of_every_family(void **state) {
    decodes(*state, "\033[H\033[F\033OH\033OF", "Home End Home End");
    decodes(*state, "\033[1~\033[4~\033[7~\033[8~", "Home End Home End");
    decodes(*state, "\033[2~\033[3~\033[5~\033[6~", "Insert Delete PageUp PageDown");
    decodes(*state, "\033[3;5~\033[5;2~", "C-Delete S-PageUp");
    decodes(*state, "\033[3$\033[3^\033[3@", "S-Delete C-Delete C-S-Delete");
    decodes(*state, "\033[Z\033[1;2Z", "BackTab BackTab");
}

static void function_keys_of_every_family(void **state) {
    decodes(*state, "\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4");
    decodes(*state, "\033[P\033[Q\033[R\033[S", "F1 F2 F3 F4");
    decodes(*state, "\033[[A\033[[E", "F1 F5");
    decodes(*state, "\033[11~\033[15~\033[17~\033[24~", "F1 F5 F6 F12");
    decodes(*state, "\033[25~\033[34~", "F13 F20");
    decodes(*state, "\033[1;2P\033[1;2R\033[1;5S\033[15;5~", "S-F1 S-F3 C-F4 C-F5");
}

static void keypad_in_application_mode(void **state) {
    decodes(*state, "\033Op\033Oy\033OM\033Ok\033On", "0 9 Enter + .");
    decodes(*state, "\033O \033OI\033OX", "Blank Tab =");
}

static void keys_sent_by_code_point(void **state) {
    decodes(*state, "\033[106u\033[99;5u\033[27;5;9~\033[13;2u", "j C-c C-Tab S-Enter");
    decodes(*state, "\033[27u\033[9;2u\033[127u\033[32u", "Esc BackTab Backspace Blank");
    /* With Shift it is the shifted character: as the terminal says, or known of letters. */
    decodes(*state, "\033[103;2u\033[71;2u\033[27;2;71~\033[27;2;33~\033[49:33;2u", "G G G ! !");
    decodes(*state, "\033[49;2u\033[114;6u\033[82;6u\033[27;6;82~", "S-1 C-S-r C-S-r C-S-r");
    decodes(*state, "\033[12354u\033[27;2;165~", "あ \u00A5");
    /* Pressed, held, let go; keys that only such terminals have; text in a third number. */
    decodes(*state, "\033[106;1:1uk\033[106;1:2uk\033[106;1:3uk", "j k j k k");
    decodes(*state, "\033[1;1:3Bk\033[1;1:1B\033[3;5:3~\033[3;5:2~", "k Down C-Delete");
    decodes(*state, "\033[57441;2uj\033[57358uk\033[55555;1ul", "j k l");
    decodes(*state, "\033[106;1;106uk\033[106::74;;uk\033[:u\033[;u", "j k j k");
}

static void esc_alone_waits_its_delay(void **state) {
    Story *story = *state;
    assert_int_equal(input_wait_ms(&story->input), -1);
    feed(story, "\033", 0);
    expect(story, "");
    assert_int_equal(input_wait_ms(&story->input), ESC_DELAY_MS);
    silence(story, ESC_DELAY_MS - 50);
    expect(story, "");
    assert_int_equal(input_wait_ms(&story->input), 50);
    silence(story, 50);
    expect(story, "Esc");
    assert_int_equal(input_wait_ms(&story->input), -1);
}

static void esc_then_a_key_needs_no_delay(void **state) {
    feed(*state, "\033", 0);
    feed(*state, "j", 60);
    expect(*state, "Esc j");
    feed(*state, "\033", 0);
    feed(*state, "海", 60);
    expect(*state, "Esc 海");
    feed(*state, "\033", 0);
    feed(*state, "P", 60);
    expect(*state, "Esc P");
    feed(*state, "\033", 0);
    feed(*state, "\r", 60);
    expect(*state, "Esc Enter");
}

static void two_escs(void **state) {
    feed(*state, "\033\033", 0);
    silence(*state, ESC_DELAY_MS);
    expect(*state, "Esc Esc");
    feed(*state, "\033\033\033", 0);
    silence(*state, ESC_DELAY_MS);
    expect(*state, "Esc Esc Esc");
    feed(*state, "\033\033x", 0);
    expect(*state, "Esc A-x");
    feed(*state, "\033", 0);
    feed(*state, "\033", 60);
    feed(*state, "i", 60);
    expect(*state, "Esc Esc i");
}

static void alt_with_a_key(void **state) {
    feed(*state, "\033x\033\r\033\x7f\033\x01\033あ", 0);
    expect(*state, "A-x A-Enter A-Backspace C-A-a A-あ");
    feed(*state, "\033[", 0);
    silence(*state, ESC_DELAY_MS);
    expect(*state, "A-[");
    feed(*state, "\033O", 0);
    silence(*state, ESC_DELAY_MS);
    feed(*state, "\033]", 0);
    silence(*state, ESC_DELAY_MS);
    expect(*state, "A-O A-]");
}

static void esc_then_a_bracket_are_two_keys(void **state) {
    feed(*state, "\033", 0);
    feed(*state, "[", 100);
    expect(*state, "");
    silence(*state, ESC_DELAY_MS);
    expect(*state, "Esc [");
}

static void stray_bytes_swallow_nothing(void **state) {
    decodes(*state, "\xffj\xfe\xc0\x80k", "j k");
    decodes(*state, "\xe6\xb5j", "j");         /* a character cut short */
    decodes(*state, "\xe6\xe6\xb5\xb7", "海"); /* and begun again */
    decodes(*state, "\xf8\x88\x80\x80\x80j", "j");
    decodes(*state, "\xed\xa0\x80j\xe0\x80\x80k\xf4\x90\x80\x80l", "j k l");
    decodes(*state, "\xc2\x9bj", "j");             /* U+009B: no key and no introducer */
    decodes(*state, "\x83\x65\x83\x58j", "e X j"); /* テス in Shift_JIS */
}

static void half_a_character_ends_with_any_key(void **state) {
    feed(*state, "\xe6\xb5", 0);
    feed(*state, "\033[A", 50);
    expect(*state, "Up");
    feed(*state, "\xe6", 0);
    feed(*state, "\xb5\xb7", INPUT_STALE_MS); /* too late to belong together */
    expect(*state, "");
}

static void unknown_sequences_vanish_whole(void **state) {
    decodes(*state, "\033[?62;4cj\033[>0;276;0ck\033[?2026;2$yl\033[4;480;640tm", "j k l m");
    decodes(*state, "\033[I\033[Oj", "j");                 /* focus in and out */
    decodes(*state, "\033[<0;10;20M\033[<0;10;20mj", "j"); /* mouse, new */
    decodes(*state, "\033[M !!j\033[32;10;20Mk", "j k");   /* mouse, old and rxvt */
    decodes(*state, "\033Ojj\033Oz", "* j");
}

static void strings_vanish_whole(void **state) {
    feed(*state, "\033]11;rgb:0000/0000/0000\033\\j\033]0;title\007k", 0);
    feed(*state, "\033P1$r0m\033\\l\033_Gi=1;OK\033\\m\033^x\033\\n\033Xy\033\\o", 0);
    expect(*state, "j k l m n o");
    feed(*state, "\033]11;rgb:00", 0); /* split anywhere */
    feed(*state, "00/0000", 150);
    feed(*state, "\033", 150);
    feed(*state, "\\j", 150);
    expect(*state, "j");
}

static void an_unfinished_string_is_no_trap(void **state) {
    feed(*state, "\033]11;rgb", 0);
    feed(*state, "j", INPUT_STALE_MS);
    expect(*state, "j");
    feed(*state, "\033]11;rgb", 0);
    feed(*state, "\r", 10); /* no reply has an Enter */
    expect(*state, "Enter");
    feed(*state, "\033]11;rgb", 0);
    feed(*state, "\033[A", 10);
    expect(*state, "Up");
    feed(*state, "\033]11;rgb\033", 0);
    silence(*state, ESC_DELAY_MS);
    expect(*state, "Esc");
}

static void an_unfinished_sequence_is_no_trap(void **state) {
    feed(*state, "\033[1;", 0);
    feed(*state, "\033[A", 10);
    expect(*state, "Up");
    feed(*state, "\033[1;", 0);
    feed(*state, "海", 10);
    expect(*state, "海");
    feed(*state, "\033[1;", 0);
    assert_int_equal(input_wait_ms(&((Story *)*state)->input), -1);
    feed(*state, "j", INPUT_STALE_MS);
    expect(*state, "j");
}

static void a_very_long_sequence_is_dropped(void **state) {
    Story *story = *state;
    feed(story, "\033[", 0);
    for (int i = 0; i < 200; i++)
        feed(story, "1;", 0);
    feed(story, "Aj", 0);
    expect(story, "j");
}

static void the_answer_about_ambiguous_width(void **state) {
    Story *story = *state;
    input_ask_ambiguous(&story->input);
    feed(story, "\033[2;3Rj", 5);
    expect(story, "wide j");
    input_ask_ambiguous(&story->input);
    feed(story, "\033[2;2R", 5);
    expect(story, "narrow");
    feed(story, "\033[2;3Rj\033[24;80R", 5); /* nobody asked */
    expect(story, "j");
    input_ask_ambiguous(&story->input);
    feed(story, "\033[24;80R\033[2;7Rj", 5); /* another's answer */
    expect(story, "j");
}

static void a_late_answer_among_keys(void **state) {
    Story *story = *state;
    input_ask_ambiguous(&story->input);
    feed(story, "j", 5);
    feed(story, "k\033[2;3Rl", 60000);
    expect(story, "j k wide l");
}

/* However it is torn apart, and however slow the line: never a key. */
static void a_split_answer_is_never_a_key(void **state) {
    Story *story = *state;
    static const char answer[] = "\033[2;3R";
    for (size_t cut = 2; cut < sizeof answer - 1; cut++) {
        input_ask_ambiguous(&story->input);
        feed_n(story, answer, cut, 5);
        silence(story, 700);
        silence(story, 2300);
        feed(story, answer + cut, 100);
        expect(story, "wide");
    }
    input_ask_ambiguous(&story->input); /* ESC alone has to be a key; the rest is none */
    feed_n(story, answer, 1, 5);
    silence(story, ESC_DELAY_MS);
    feed(story, answer + 1, 300);
    expect(story, "Esc wide");
    input_ask_ambiguous(&story->input);
    for (size_t at = 0; at < sizeof answer - 1; at++)
        feed_n(story, &answer[at], 1, 150);
    expect(story, "wide");
}

static void keys_that_only_looked_like_an_answer(void **state) {
    Story *story = *state;
    input_ask_ambiguous(&story->input);
    feed(story, "\033", 5);
    silence(story, ESC_DELAY_MS);
    feed(story, "[", 300);
    feed(story, "j", 300); /* Esc, history back, down: typed, not sent */
    expect(story, "Esc [ j");
}

static void shift_f3_is_not_an_answer(void **state) {
    Story *story = *state;
    input_ask_ambiguous(&story->input);
    feed(story, "\033[1;2R", 5);
    expect(story, "S-F3");
}

static void the_answer_about_the_background(void **state) {
    Story *story = *state;
    static const char *const answers[][2] = {{"\033]11;rgb:ffff/ffff/ffff\033\\j", "light j"},
                                             {"\033]11;rgb:0000/0000/0000\aj", "dark j"},
                                             {"\033]11;rgb:8/8/8\a", "light"},
                                             {"\033]11;rgb:7F/7F/7F\a", "dark"},
                                             {"\033]11;rgb:ff/ff\aj", "j"},
                                             {"\033]11;rgb:ff/ff/gg\aj", "j"},
                                             {"\033]11;rgb:fffff/ff/ff\aj", "j"},
                                             {"\033]10;rgb:ff/ff/ff\aj", "j"}};
    for (size_t i = 0; i < COUNT_OF(answers); i++) {
        input_ask_background(&story->input);
        feed(story, answers[i][0], 5);
        expect(story, answers[i][1]);
    }
    feed(story, "\033]11;rgb:0/0/0\a", 5); /* asked again, answered once */
    expect(story, "dark");
    feed(story, "\033]11;rgb:0/0/0\aj", 5); /* nobody asked */
    expect(story, "j");
}

static void a_split_background_is_never_a_key(void **state) {
    Story *story = *state;
    static const char answer[] = "\033]11;rgb:ff/ff/ff\033\\";
    for (size_t cut = 2; cut < sizeof answer - 1; cut++) {
        input_ask_background(&story->input);
        feed_n(story, answer, cut, 5);
        silence(story, 700);
        silence(story, 2300);
        feed(story, answer + cut, 100);
        expect(story, "light");
    }
    input_ask_background(&story->input); /* ESC alone has to be a key; the rest is none */
    feed_n(story, answer, 1, 5);
    silence(story, ESC_DELAY_MS);
    feed(story, answer + 1, 300);
    expect(story, "Esc light");
    input_ask_background(&story->input);
    for (size_t at = 0; at < sizeof answer - 1; at++)
        feed_n(story, &answer[at], 1, 150);
    expect(story, "light");
}

static void a_paste_is_one_event(void **state) {
    decodes(*state, "\033[200~会社 q\033[201~j", "paste<会社 q> j");
    decodes(*state, "\033[200~one\rtwo\r\nthree\nfour\033[201~", "paste<one\ntwo\nthree\nfour>");
    decodes(*state, "\033[200~\033[201~", "paste<>");
    decodes(*state, "\033[200~a\033[A\033[201\033\033[201~j", "paste<a\033[A\033[201\033> j");
    decodes(*state, "\033[200~a\xff\xe6\xb5z\033[201~", "paste<a\uFFFD\uFFFD\uFFFDz>");
    decodes(*state, "\033[201~j", "j"); /* an end without a beginning */
}

static void a_paste_without_end_ends_after_silence(void **state) {
    Story *story = *state;
    feed(story, "\033[200~abc", 0);
    assert_int_equal(input_wait_ms(&story->input), INPUT_PASTE_GAP_MS);
    silence(story, 3000);
    feed(story, "def", 0);
    silence(story, INPUT_PASTE_GAP_MS - 1);
    expect(story, "");
    silence(story, 1);
    feed(story, "j", 0);
    expect(story, "paste<abcdef> j");
}

static void a_huge_paste_is_cut(void **state) {
    Story *story = *state;
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    feed(story, "\033[200~", 0);
    for (int i = 0; i < 40; i++)
        feed_n(story, block, sizeof block, 1);
    input_feed(&story->input, str("\033[201~j"), 1);
    Event event;
    assert_true(input_next(&story->input, &event));
    assert_int_equal(event.kind, EVENT_PASTE);
    assert_int_equal(event.text.len, INPUT_PASTE_MOST);
    collect(story);
    expect(story, "j");
}

/* The next paste has its whole room again, and broken bytes do not outgrow it. */
static void a_paste_of_broken_bytes_stays_bounded(void **state) {
    Story *story = *state;
    static char block[1 << 16];
    memset(block, '\xff', sizeof block);
    for (int round = 0; round < 2; round++) {
        feed(story, "\033[200~", 0);
        for (int i = 0; i < 16; i++)
            feed_n(story, block, sizeof block, 1);
        input_feed(&story->input, str("\033[201~"), 1);
        Event event;
        assert_true(input_next(&story->input, &event));
        assert_true(event.text.len <= INPUT_PASTE_MOST);
        assert_true(event.text.len > INPUT_PASTE_MOST - 3);
        collect(story);
    }
}

/* Any bytes in any pieces: it ends, and an Enter after a silence is always an Enter. */
static void any_bytes_at_all(void **state) {
    Story *story = *state;
    uint32_t seed = 20161214;
    static const char likely[] = "\033\033\033[[O]P;12340~ARMu\\\007\xe6\xb5\xb7\xff";
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t count = 0;
        seed = seed * 1664525 + 1013904223;
        for (uint32_t n = seed >> 28; count <= n; count++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t r = seed >> 16;
            bytes[count] = likely[(r >> 2) % (sizeof likely - 1)];
            if (r % 4 == 0)
                bytes[count] = (char)(r >> 4);
        }
        if (seed >> 31)
            input_ask_ambiguous(&story->input);
        feed_n(story, bytes, count, (int)(seed >> 8 & 0x1FF));
        if (round % 10 == 9) {
            silence(story, INPUT_ANSWER_MS);
            silence(story, INPUT_ANSWER_MS);
            buf_clear(&story->out);
            feed(story, "\r", INPUT_STALE_MS);
            expect(story, "Enter");
        }
        buf_clear(&story->out);
    }
}

int main(void) {
#define STORY(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        STORY(plain_keys),
        STORY(japanese_letters),
        STORY(arrows_of_both_kinds),
        STORY(editing_keys_of_every_family),
        STORY(function_keys_of_every_family),
        STORY(keypad_in_application_mode),
        STORY(keys_sent_by_code_point),
        STORY(esc_alone_waits_its_delay),
        STORY(esc_then_a_key_needs_no_delay),
        STORY(two_escs),
        STORY(alt_with_a_key),
        STORY(esc_then_a_bracket_are_two_keys),
        STORY(stray_bytes_swallow_nothing),
        STORY(half_a_character_ends_with_any_key),
        STORY(unknown_sequences_vanish_whole),
        STORY(strings_vanish_whole),
        STORY(an_unfinished_string_is_no_trap),
        STORY(an_unfinished_sequence_is_no_trap),
        STORY(a_very_long_sequence_is_dropped),
        STORY(the_answer_about_ambiguous_width),
        STORY(a_late_answer_among_keys),
        STORY(a_split_answer_is_never_a_key),
        STORY(keys_that_only_looked_like_an_answer),
        STORY(shift_f3_is_not_an_answer),
        STORY(the_answer_about_the_background),
        STORY(a_split_background_is_never_a_key),
        STORY(a_paste_is_one_event),
        STORY(a_paste_without_end_ends_after_silence),
        STORY(a_huge_paste_is_cut),
        STORY(a_paste_of_broken_bytes_stays_bounded),
        STORY(any_bytes_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
