/*
 * The palette. Step colours are the calm ones of a printed leaflet: blue, green, ochre,
 * plum; with 8 colours their nearest. Chosen to read on dark and light backgrounds: bars are
 * painted with both colours set, text accents are mid-tones.
 */
#include "ui/theme.h"

#include "base/bug.h"

typedef struct Colours {
    short c256, c8;
} Colours;

/* Accent text for step 0 to 4. */
static const Colours accents[5] = {
    {-1, -1}, /* belongs to no step: the terminal's own */
    {32, 4},  /* 1 知る・調べる: blue */
    {35, 2},  /* 2 計画する・準備する: green */
    {172, 3}, /* 3 海外に進出する: ochre */
    {133, 5}, /* 4 事業の安定・拡大: plum */
};

/* Grounds of bars, dark enough for white text. */
static const Colours grounds[5] = {{240, 0}, {25, 4}, {29, 2}, {130, 3}, {90, 5}};

static int pick(Colours colours, int available) {
    if (available >= 256)
        return colours.c256;
    return available >= 8 ? colours.c8 : -1;
}

static Look accent(int step, int available) {
    return (Look){.fg = pick(accents[step], available), .bg = -1, .bold = true};
}

static Look bar(int step, int available) {
    if (available < 8)
        return (Look){.fg = -1, .bg = -1, .bold = true, .reverse = true};
    if (available < 256)
        return (Look){
            .fg = pick(accents[step], available), .bg = -1, .bold = true, .reverse = true};
    return (Look){.fg = 255, .bg = grounds[step].c256, .bold = true};
}

static Look coloured(int c256, int c8, int available) {
    return (Look){.fg = pick((Colours){(short)c256, (short)c8}, available), .bg = -1};
}

static Look found(Look look) {
    look.dim = false;
    look.bold = look.underline = true;
    return look;
}

Look theme_look(Style style, int colours) {
    Look look = {.fg = -1, .bg = -1};
    if ((int)style >= STYLE_COUNT && (int)style < STYLE_ALL)
        return found(theme_look((Style)((int)style - STYLE_COUNT), colours));
    switch (style) {
    case STYLE_BODY:
        return look;
    case STYLE_DIM:
    case STYLE_FAINT:
        look.dim = true;
        return look;
    case STYLE_STRONG:
    case STYLE_KEY:
        look.bold = true;
        return look;
    case STYLE_STEP0:
    case STYLE_STEP1:
    case STYLE_STEP2:
    case STYLE_STEP3:
    case STYLE_STEP4:
        return accent((int)style - (int)STYLE_STEP0, colours);
    case STYLE_BAR0:
    case STYLE_BAR1:
    case STYLE_BAR2:
    case STYLE_BAR3:
    case STYLE_BAR4:
        return bar((int)style - (int)STYLE_BAR0, colours);
    case STYLE_PICK:
        look.reverse = true; /* nothing more: it moves with every key, and few bytes do */
        return look;
    case STYLE_LINK:
        look.underline = true;
        return look;
    case STYLE_LINK_FOCUS:
        look.reverse = look.bold = true;
        return look;
    case STYLE_GOOD:
        look = coloured(35, 2, colours);
        look.bold = colours < 8;
        return look;
    case STYLE_WARN:
        look = coloured(160, 1, colours);
        look.bold = true;
        return look;
    case STYLE_FIELD:
        look.underline = true;
        return look;
    case STYLE_COUNT:
        break;
    }
    BUG("no such style");
}
