/*
 * Colours by meaning. Screens name a Style; this one table says how it looks with the
 * colours the terminal has. Every style that means something also differs by an attribute
 * or stands beside a mark or word, so a terminal without colours loses nothing.
 */
#ifndef KAIRO_UI_THEME_H
#define KAIRO_UI_THEME_H

#include <stdbool.h>

typedef enum Style {
    STYLE_BODY,   /* the terminal's own colour */
    STYLE_DIM,    /* secondary: readings, units, hints */
    STYLE_STRONG, /* names that matter */
    STYLE_STEP0,  /* accent text; 0 is what belongs to no step, then the four steps */
    STYLE_STEP1,
    STYLE_STEP2,
    STYLE_STEP3,
    STYLE_STEP4,
    STYLE_BAR0, /* pane heading that has the focus: a bar in the step's colour */
    STYLE_BAR1,
    STYLE_BAR2,
    STYLE_BAR3,
    STYLE_BAR4,
    STYLE_PICK,       /* the selected row's mark and number */
    STYLE_LINK,       /* can be walked to with Tab */
    STYLE_LINK_FOCUS, /* stands on it */
    STYLE_DIFFERS,    /* what is not the same in two things beside each other */
    STYLE_GOOD,       /* open, free */
    STYLE_WARN,       /* urgent or wrong: the only red */
    STYLE_FAINT,      /* closed, past */
    STYLE_KEY,        /* a key in the hint line */
    STYLE_FIELD,      /* text being typed */
    STYLE_LIGHT,      /* a QR code's light modules as ground, its dark ones as text */
    STYLE_DARK,       /* the other way round */
    STYLE_COUNT
} Style;

enum { STYLE_ALL = 2 * STYLE_COUNT /* each also as what was found */ };

/* Any style as it is where words that were looked for stand: bold and underlined. */
#define STYLE_FOUND(style) ((Style)((style) % STYLE_COUNT + STYLE_COUNT))

/* Style of one of five per step; step 0 to 4. */
#define STYLE_STEP(step) ((Style)(STYLE_STEP0 + (step)))
#define STYLE_BAR(step) ((Style)(STYLE_BAR0 + (step)))

typedef struct Look {
    int fg, bg; /* palette index, or -1 for the terminal's own */
    bool bold, dim, underline, reverse;
} Look;

/* What the colours stand on. Until it is known, accents are mid-tones that can be read on both. */
typedef enum Background { BACKGROUND_UNKNOWN, BACKGROUND_DARK, BACKGROUND_LIGHT } Background;

/* colours: 0 (none, NO_COLOR), 8, 16 or 256. */
Look theme_look(Style style, int colours, Background background);

/*
 * By $COLORFGBG as rxvt, Konsole and others set it ("15;0": the last is the background's index);
 * NULL and anything else are unknown.
 */
Background theme_background(const char *colorfgbg);

#endif
