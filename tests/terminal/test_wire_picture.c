/*
 * wire.h must not change the picture: random frames of text, styles, moves and erasures go to
 * one terminal as they are and to another squeezed; every cell must look the same.
 */
#include "world.h"

#include "ui/wire.h"

enum { COLS = 20, ROWS = 6, FRAMES = 3000, PIECES_MOST = 30 };

static const char *const pieces[] = {
    "\033[0m",
    "\033[m",
    "\033(B\033[m",
    "\033[1m",
    "\033[0;1m",
    "\033[0;2m",
    "\033[7m",
    "\033[0;1;4m",
    "\033[39;49m",
    "\033[39m",
    "\033[49m",
    "\033[31m",
    "\033[38;5;35m",
    "\033[48;5;29m",
    "\033[0;7m\033[32m",
    "\033[3;4H",
    "\033[2;1H",
    "\033[5;10H",
    "\033[A",
    "\033[2C",
    "\033[4G",
    "\033[3d",
    "\r",
    "\b",
    "\033[K",
    "\033[J",
    "\033[2X",
    "\033[1K",
    "a",
    "bc ",
    "海",
    "\033[?25l",
    "\033[?25h",
    "\033[1;1H",
    "x",
    "\033[4;31m",
    "\033[0;38;5;172m",
    "\033[22m",
    "\033[27m",
    " ",
    "\0337\033[2;5r\0338",
    "\033[2;2H\033[m\0337\033[2;4r\0338",
    "\n",
    "\033[1;6r",
    "\033[2S",
};

static VTerm *open_terminal(void) {
    VTerm *terminal = vterm_new(ROWS, COLS);
    vterm_set_utf8(terminal, 1);
    vterm_screen_reset(vterm_obtain_screen(terminal), 1);
    return terminal;
}

static bool same_look(const VTermScreenCell *a, const VTermScreenCell *b) {
    return a->attrs.bold == b->attrs.bold && a->attrs.underline == b->attrs.underline &&
           a->attrs.reverse == b->attrs.reverse && vterm_color_is_equal(&a->fg, &b->fg) &&
           vterm_color_is_equal(&a->bg, &b->bg);
}

static bool same_picture(VTerm *a, VTerm *b) {
    for (int i = 0; i < ROWS * COLS; i++) {
        VTermPos at = {.row = i / COLS, .col = i % COLS};
        VTermScreenCell left = {.width = 0}, right = {.width = 0};
        vterm_screen_get_cell(vterm_obtain_screen(a), at, &left);
        vterm_screen_get_cell(vterm_obtain_screen(b), at, &right);
        if (memcmp(left.chars, right.chars, sizeof left.chars) != 0 || !same_look(&left, &right))
            return false;
    }
    return true;
}

/* libvterm does not take nothing. */
static void feed(VTerm *terminal, const Buf *bytes) {
    if (bytes->len > 0)
        vterm_input_write(terminal, bytes->at, bytes->len);
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 16;
}

static void every_cell_looks_the_same(void **state) {
    (void)state;
    VTerm *plain = open_terminal(), *squeezed = open_terminal();
    Wire wire = {.plain = false};
    Buf frame, out;
    buf_init(&frame, 1 << 16);
    buf_init(&out, 1 << 16);
    uint32_t seed = 20161214;
    size_t before = 0, after = 0;
    for (int i = 0; i < FRAMES; i++) {
        buf_clear(&frame);
        buf_clear(&out);
        for (uint32_t n = next_random(&seed) % PIECES_MOST; n > 0; n--)
            buf_text(&frame, pieces[next_random(&seed) % COUNT_OF(pieces)]);
        wire_squeeze(&wire, buf_str(&frame), &out);
        feed(plain, &frame);
        feed(squeezed, &out);
        assert_true(same_picture(plain, squeezed));
        before += frame.len;
        after += out.len;
    }
    assert_true(after < before);
    print_message("%zu bytes became %zu\n", before, after);
    buf_release(&frame);
    buf_release(&out);
    vterm_free(plain);
    vterm_free(squeezed);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_cell_looks_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
