/*
 * See doctor.h. Each line is filled with blanks to one width, as kairo measures it: a terminal that
 * measures otherwise shows its bar elsewhere.
 */
#include "report/doctor_parts.h"

#include "base/tr.h"
#include "text/clean.h"
#include "text/wrap.h"

enum { CARD_CELLS = 40, RULER_KANJI = 40, PAGE_CELLS = 79 };

/* The text is cleaned first, as everything painted is: what is measured is what is sent. */
static void print_line(Buf *out, Arena *arena, const char *text, const char *label,
                       Ambiguous width) {
    Str clean = text_clean(arena, str(text));
    int blanks = MAX_OF(CARD_CELLS - text_width(clean, width), 0);
    buf_printf(out, "  |%.*s%*s|  %s\n", STR_ARG(clean), blanks, "", label);
}

static void print_lines(Buf *out, Arena *arena, Ambiguous width) {
    print_line(out, arena, "1234567890123456789012345678901234567890", "ASCII", width);
    print_line(out, arena, "※①○■→─…é×△◇★", _("ambiguous"), width);
    print_line(out, arena, "ｶﾞｷﾞｸﾞﾊﾟﾋﾟﾌﾟｱｲｳ", _("half-width kana"), width);
    print_line(out, arena, "か\u3099 は\u309A カ\u309A ツ\u309A", _("added marks"), width);
    print_line(out, arena, "ＡＢＣ１２３、。「」（）", _("full-width"), width);
    print_line(out, arena, "✓▸›⋯☐☑", _("marks of kairo"), width);
}

/* As many as the line has room for, in tens. */
static int ruler_kanji(int cols) {
    return cols > 0 ? MIN_OF(cols / 20 * 10, RULER_KANJI) : RULER_KANJI;
}

/* Kanji below as many columns of digits. */
static void print_ruler(Buf *out, int kanji) {
    for (int i = 0; i < kanji / 5; i++)
        buf_text(out, "1234567890");
    buf_byte(out, '\n');
    for (int i = 0; i < kanji / 10; i++)
        buf_text(out, "一二三四五六七八九十");
    buf_byte(out, '\n');
}

static void print_sentence(Buf *out, Arena *arena, const char *text) {
    WrapLines lines = text_wrap(arena, str(text), PAGE_CELLS, AMBIGUOUS_WIDE);
    for (size_t i = 0; i < lines.count; i++)
        buf_printf(out, "%.*s\n", STR_ARG(lines.at[i].text));
}

void doctor_print_card(Buf *out, const DoctorFacts *facts) {
    Arena arena = {0};
    int kanji = ruler_kanji(facts->terminal->cols);
    buf_printf(out, "\n%s\n", _("Test card"));
    print_sentence(out, &arena,
                   _("The bars on the right should stand in one column, no character should be cut "
                     "or missing, and the kanji at the end should be as long as the digits."));
    print_lines(out, &arena, doctor_width(facts));
    print_ruler(out, kanji);
    if (!is_absent(facts->terminal->no_bar))
        print_sentence(out, &arena, _("The colours of the steps, each another:"));
    arena_release(&arena);
}

void doctor_print_bars(Buf *out, const DoctorTerminal *terminal) {
    if (is_absent(terminal->no_bar))
        return;
    buf_text(out, "  ");
    for (int i = 0; i < DOCTOR_BARS; i++)
        buf_printf(out, "%s   %d   %s ", terminal->bars[i], i, terminal->no_bar);
    buf_byte(out, '\n');
}
