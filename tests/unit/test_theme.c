/*
 * Colours that can be read: the contrast of WCAG 2.1 (relative luminance, 1.4.3 and 1.4.11) between
 * every style's text and what it stands on, for each number of colours and each background.
 */
#include "ui/theme.h"

#include "base/macros.h"
#include "cmocka_all.h"

#include <math.h>

typedef struct Rgb {
    int red, green, blue;
} Rgb;

/* xterm's own sixteen, then the cube and the greys of 256 colours. */
static Rgb rgb_of(int index) {
    static const Rgb sixteen[] = {{0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
                                  {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
                                  {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
                                  {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
    static const int steps[] = {0, 95, 135, 175, 215, 255};
    if (index < 16)
        return sixteen[index];
    if (index >= 232)
        return (Rgb){8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232)};
    index -= 16;
    return (Rgb){steps[index / 36], steps[index / 6 % 6], steps[index % 6]};
}

static double linear(int value) {
    double part = value / 255.0;
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(Rgb colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

static double contrast(Rgb a, Rgb b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static const Rgb darks[] = {{0, 0, 0}, {28, 28, 28}, {30, 30, 46}};
static const Rgb lights[] = {{255, 255, 255}, {250, 250, 245}, {238, 238, 238}};

/* The least contrast of a style's text with what it stands on. */
static double least(Style style, int colours, Background on, const Rgb *grounds, size_t count,
                    Rgb text) {
    Look look = theme_look(style, colours, on);
    double lowest = 100;
    for (size_t i = 0; i < count; i++) {
        Rgb fg = look.fg < 0 ? text : rgb_of(look.fg);
        Rgb bg = look.bg < 0 ? grounds[i] : rgb_of(look.bg);
        lowest = fmin(lowest, contrast(fg, bg));
    }
    return lowest;
}

static double least_on(Style style, int colours, Background on, bool dark) {
    return dark ? least(style, colours, on, darks, COUNT_OF(darks), (Rgb){216, 216, 216})
                : least(style, colours, on, lights, COUNT_OF(lights), (Rgb){0, 0, 0});
}

static void expect_readable(int colours, Background on, bool dark, double most_wanted) {
    for (int style = 0; style < STYLE_ALL; style++) {
        double found = least_on((Style)style, colours, on, dark);
        if (found < most_wanted)
            print_error("style %d, %d colours, background %d (%s): contrast %.2f\n", style, colours,
                        on, dark ? "dark" : "light", found);
        assert_true(found >= most_wanted);
    }
}

/* Text: 4.5. */
static void with_256_colours_all_text_can_be_read(void **state) {
    (void)state;
    expect_readable(256, BACKGROUND_DARK, true, 4.5);
    expect_readable(256, BACKGROUND_LIGHT, false, 4.5);
}

/* Until the terminal has said what it is, bold text on both: what 1.4.3 wants of large text, but for
   the palest paper. */
static void mid_tones_do_for_both_backgrounds(void **state) {
    (void)state;
    expect_readable(256, BACKGROUND_UNKNOWN, true, 2.8);
    expect_readable(256, BACKGROUND_UNKNOWN, false, 2.8);
}

/* Palettes of eight are the terminal's: by xterm's, whose red is dark. */
static void with_8_colours_too(void **state) {
    (void)state;
    for (int colours = 8; colours <= 16; colours += 8) {
        expect_readable(colours, BACKGROUND_DARK, true, 2.8);
        expect_readable(colours, BACKGROUND_LIGHT, false, 2.8);
    }
}

static void without_colours_nothing_is_coloured(void **state) {
    (void)state;
    for (int style = 0; style < STYLE_ALL; style++) {
        Look look = theme_look((Style)style, 0, BACKGROUND_DARK);
        assert_int_equal(look.fg, -1);
        assert_int_equal(look.bg, -1);
    }
}

/* Accents tell the steps apart wherever there are colours for it. */
static void steps_differ(void **state) {
    (void)state;
    static const Background all[] = {BACKGROUND_UNKNOWN, BACKGROUND_DARK, BACKGROUND_LIGHT};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        for (int a = 1; a <= 4; a++)
            for (int b = a + 1; b <= 4; b++)
                assert_int_not_equal(theme_look(STYLE_STEP(a), 256, all[i]).fg,
                                     theme_look(STYLE_STEP(b), 256, all[i]).fg);
}

static void the_environment_may_tell_the_background(void **state) {
    (void)state;
    static const struct {
        const char *value;
        Background background;
    } known[] = {{"15;0", BACKGROUND_DARK},          {"0;15", BACKGROUND_LIGHT},
                 {"0;default;15", BACKGROUND_LIGHT}, {"7;8", BACKGROUND_DARK},
                 {"0;7", BACKGROUND_LIGHT},          {NULL, BACKGROUND_UNKNOWN},
                 {"", BACKGROUND_UNKNOWN},           {"15", BACKGROUND_UNKNOWN},
                 {"15;default", BACKGROUND_UNKNOWN}, {"15;99", BACKGROUND_UNKNOWN},
                 {"15;0x", BACKGROUND_UNKNOWN}};
    for (size_t i = 0; i < COUNT_OF(known); i++)
        assert_int_equal(theme_background(known[i].value), known[i].background);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_256_colours_all_text_can_be_read),
        cmocka_unit_test(mid_tones_do_for_both_backgrounds),
        cmocka_unit_test(with_8_colours_too),
        cmocka_unit_test(without_colours_nothing_is_coloured),
        cmocka_unit_test(steps_differ),
        cmocka_unit_test(the_environment_may_tell_the_background),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
