/*
 * See doctor.h. Each line is filled with blanks to one width, as kairo measures it: a terminal that
 * measures otherwise shows its bar elsewhere.
 */
#include "report/doctor_parts.h"

#include "base/tr.h"
#include "text/clean.h"
#include "text/wrap.h"

enum {
    CARD_CELLS = 40, /* between the bars, */
    CARD_FRAME = 5,  /* and around it */
    LABEL_CELLS = 16,
    RULER_KANJI = 40,
    PAGE_CELLS = 79
};

typedef struct Card {
    Buf *out;
    Arena *arena;
    Ambiguous width;
    int cells;
    bool labels;
} Card;

/* Without labels where they would not fit beside it. */
static Card card_of(Buf *out, Arena *arena, const DoctorFacts *facts) {
    int cols = facts->terminal->cols, room = cols > 0 ? cols - CARD_FRAME : CARD_CELLS;
    return (Card){out, arena, doctor_width(facts), MAX_OF(MIN_OF(room, CARD_CELLS), 0),
                  cols == 0 || cols >= CARD_CELLS + CARD_FRAME + LABEL_CELLS};
}

/* The text is cleaned first, as everything painted is: what is measured is what is sent. */
static void print_line(const Card *card, const char *text, const char *label) {
    Str clean = text_clean(card->arena, str(text));
    int cells = text_width(clean, card->width);
    if (cells > card->cells)
        return;
    buf_printf(card->out, "  |%.*s%*s|%s%s\n", STR_ARG(clean), card->cells - cells, "",
               card->labels ? "  " : "", card->labels ? label : "");
}

static void print_lines(const Card *card) {
    const char *digits = "1234567890123456789012345678901234567890";
    print_line(card, arena_printf(card->arena, "%.*s", card->cells, digits), "ASCII");
    print_line(card, "※①○■→─…é×△◇★", _("ambiguous"));
    print_line(card, "ｶﾞｷﾞｸﾞﾊﾟﾋﾟﾌﾟｱｲｳ", _("half-width kana"));
    print_line(card, "か\u3099き\u3099 は\u309Aひ\u309A ウ\u3099", _("added marks"));
    print_line(card, "ＡＢＣ１２３、。「」（）", _("full-width"));
    print_line(card, "✓▸›⋯☐☑", _("marks of kairo"));
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

static void print_sentence(const Card *card, int cols, const char *text) {
    int cells = cols > 0 ? MIN_OF(MAX_OF(cols - 1, LABEL_CELLS), PAGE_CELLS) : PAGE_CELLS;
    WrapLines lines = text_wrap(card->arena, str(text), cells, AMBIGUOUS_WIDE);
    for (size_t i = 0; i < lines.count; i++)
        buf_printf(card->out, "%.*s\n", STR_ARG(lines.at[i].text));
}

void doctor_print_card(Buf *out, const DoctorFacts *facts) {
    Arena arena = {0};
    Card card = card_of(out, &arena, facts);
    int cols = facts->terminal->cols;
    buf_printf(out, "\n%s\n", _("Test card"));
    print_sentence(&card, cols,
                   _("The bars on the right should stand in one column, no character should be cut "
                     "or missing, and the kanji at the end should be as long as the digits."));
    print_lines(&card);
    print_ruler(out, ruler_kanji(cols));
    if (!is_absent(facts->terminal->no_bar))
        print_sentence(&card, cols, _("The colours of the steps, each another:"));
    arena_release(&arena);
}

void doctor_print_bars(Buf *out, const DoctorTerminal *terminal) {
    if (is_absent(terminal->no_bar))
        return;
    buf_text(out, "  ");
    for (int i = 0; i < DOCTOR_BARS; i++)
        buf_printf(out, "%s  %d  %s ", terminal->bars[i], i, terminal->no_bar);
    buf_byte(out, '\n');
}
