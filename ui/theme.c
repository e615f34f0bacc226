/*
 * The palette. Step colours are the calm ones of a printed leaflet: blue, green, ochre,
 * plum; with 8 colours their nearest. Each is there three times: light tones for a dark
 * background, deep ones for a light, and mid-tones while nobody knows. Bars are painted with both
 * colours set and are the same everywhere. tests/unit/test_theme.c holds all of them to the
 * contrast of WCAG 2.1.
 */
#include "ui/theme.h"

#include "base/bug.h"

#include <stdlib.h>
#include <string.h>

typedef struct Colours {
    short c256, c8;
} Colours;

enum { BACKGROUNDS = 3 };

/* Accent text for step 0 to 4; step 0 has the terminal's own. With 8 colours a light background
   leaves only blue and magenta to be read. */
static const Colours accents[BACKGROUNDS][5] = {
    [BACKGROUND_UNKNOWN] = {{-1, -1}, {32, 6}, {29, 2}, {136, 3}, {133, 5}},
    [BACKGROUND_DARK] = {{-1, -1}, {75, 6}, {78, 2}, {215, 3}, {176, 5}},
    [BACKGROUND_LIGHT] = {{-1, -1}, {25, 4}, {22, -1}, {94, -1}, {90, 5}},
};

/* Open and free; urgent or wrong; rows that differ. */
static const Colours good[BACKGROUNDS] = {{29, 2}, {78, 2}, {22, -1}};
static const Colours warn[BACKGROUNDS] = {{160, 1}, {203, 1}, {124, 1}};
static const Colours differs[BACKGROUNDS] = {{30, 6}, {80, 6}, {23, 4}};

/* Grounds of bars, dark enough for white text. */
static const Colours grounds[5] = {{240, 0}, {25, 4}, {29, 2}, {130, 3}, {90, 5}};

static int pick(Colours colours, int available) {
    if (available >= 256)
        return colours.c256;
    return available >= 8 ? colours.c8 : -1;
}

static Look accent(int step, int available, Background on) {
    return (Look){.fg = pick(accents[on][step], available), .bg = -1, .bold = true};
}

static Look bar(int step, int available, Background on) {
    if (available < 8)
        return (Look){.fg = -1, .bg = -1, .bold = true, .reverse = true};
    if (available < 256)
        return (Look){
            .fg = pick(accents[on][step], available), .bg = -1, .bold = true, .reverse = true};
    return (Look){.fg = 231, .bg = grounds[step].c256, .bold = true};
}

static Look coloured(Colours colours, int available) {
    return (Look){.fg = pick(colours, available), .bg = -1};
}

/* Black and white that no palette has made grey: of the colour cube where there is one. */
static int ink(bool white, int available) {
    if (available >= 256)
        return white ? 231 : 16;
    return white ? 7 : 0;
}

static Look found(Look look) {
    look.dim = false;
    look.bold = look.underline = true;
    return look;
}

Look theme_look(Style style, int colours, Background on) {
    Look look = {.fg = -1, .bg = -1};
    if ((int)style >= STYLE_COUNT && (int)style < STYLE_ALL)
        return found(theme_look((Style)((int)style - STYLE_COUNT), colours, on));
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
        return accent((int)style - (int)STYLE_STEP0, colours, on);
    case STYLE_BAR0:
    case STYLE_BAR1:
    case STYLE_BAR2:
    case STYLE_BAR3:
    case STYLE_BAR4:
        return bar((int)style - (int)STYLE_BAR0, colours, on);
    case STYLE_PICK:
        look.reverse = true; /* nothing more: it moves with every key, and few bytes do */
        return look;
    case STYLE_LINK:
        look.underline = true;
        return look;
    case STYLE_LINK_FOCUS:
        look.reverse = look.bold = true;
        return look;
    case STYLE_DIFFERS:
        look = coloured(differs[on], colours); /* of no step */
        look.bold = true;
        return look;
    case STYLE_GOOD:
        look = coloured(good[on], colours);
        look.bold = colours < 8;
        return look;
    case STYLE_WARN:
        look = coloured(warn[on], colours);
        look.bold = true;
        return look;
    case STYLE_FIELD:
        look.underline = true;
        return look;
    case STYLE_LIGHT:
        look.reverse = colours < 8;
        return colours < 8 ? look : (Look){.fg = ink(false, colours), .bg = ink(true, colours)};
    case STYLE_DARK:
        return colours < 8 ? look : (Look){.fg = ink(true, colours), .bg = ink(false, colours)};
    case STYLE_COUNT:
        break;
    }
    BUG("no such style");
}

/* Of the sixteen colours of a palette the dark ones are 0 to 6 and 8. */
Background theme_background(const char *colorfgbg) {
    const char *last = colorfgbg == NULL ? NULL : strrchr(colorfgbg, ';');
    char *end;
    if (last == NULL || last[1] < '0' || last[1] > '9')
        return BACKGROUND_UNKNOWN;
    long index = strtol(last + 1, &end, 10);
    if (*end != '\0' || index > 15)
        return BACKGROUND_UNKNOWN;
    return index <= 6 || index == 8 ? BACKGROUND_DARK : BACKGROUND_LIGHT;
}
