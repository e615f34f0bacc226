/*
 * What is seen of the filter while its popup is closed: the line of chips, and what stands
 * instead of a list that it has emptied, with the one facet whose choices, dropped, bring most.
 */
#include "ui/screens/facets.h"
#include "ui/screens/ticks.h"

/* ---- chips ---- */

/* As far as there is room before `end`; what is cut ends in the mark for it. */
static int paint_chips(const App *app, const Canvas *canvas, int col, int row, int end) {
    enum { LEAST = 6 };
    for (int facet = 0; facet < FACET_COUNT; facet++) {
        if (!facets_has_any(&app->facets, (Facet)facet))
            continue;
        const char *text = facet_chip(app, canvas->frame, (Facet)facet);
        const char *chip = ticks_chip(app, canvas->frame, text);
        int room = end - col;
        if (room < LEAST)
            return col + paint(canvas, col, row, STYLE_DIM, mark_cut(canvas->grid)) + 1;
        col += paint_fit(canvas, col, row, room, STYLE_BAR0, chip) + 1;
        if (paint_width(canvas, chip) > room)
            return col;
    }
    return col;
}

/* Else the keys mean what the popup over the screen makes of them. */
static bool has_keys(const App *app) {
    return !screen_class(app->stack[app->depth - 1].id)->is_popup;
}

bool facets_chips(const App *app, const Canvas *canvas, int row) {
    enum { GAP = 2, WIDE = 60, MARK = 2 /* the mark for what is cut, and a blank */ };
    /* TRANSLATORS: beside the filter's key: change what is chosen */
    const char *change = tr_context("filter", "change"), *all = _("show all");
    bool wide = canvas->cols >= WIDE;
    int keys = GAP + screen_key_cells(canvas, CMD_FILTER, change) +
               (wide ? GAP + screen_key_cells(canvas, CMD_UNFILTER, all) : 0);
    if (!facets_are_on(&app->facets))
        return false;
    int col = 0;
    if (wide)
        col += paint(canvas, 0, row, STYLE_DIM, _("Filter")) + GAP;
    col = paint_chips(app, canvas, col, row, canvas->cols - keys - MARK) + 1;
    if (!has_keys(app))
        return true;
    col = screen_key(canvas, col, row, CMD_FILTER, change);
    if (wide)
        screen_key(canvas, col, row, CMD_UNFILTER, all);
    return true;
}

/* ---- nothing gets through ---- */

typedef struct Drop {
    Facet facet; /* FACET_COUNT: only all together bring something */
    int brings;
} Drop;

static Drop drop_for(const App *app, Arena *arena, ProgramRefs of) {
    FacetWorld world = facets_world(app);
    FacetCounts counts = facets_count(&world, &app->facets, of, arena);
    Facet worst = facets_worst(&app->facets, &counts);
    return (Drop){worst, worst == FACET_COUNT ? counts.all : counts.without[worst]};
}

static const char *drop_text(const App *app, Arena *arena, const Drop *drop) {
    if (drop->facet == FACET_COUNT)
        return arena_printf(arena,
                            tr_plural("Several conditions keep it out; without any there is %d "
                                      "program.",
                                      "Several conditions keep them out; without any there are %d "
                                      "programs.",
                                      drop->brings),
                            drop->brings);
    /* TRANSLATORS: without "Applications: open now" there are 3 programs */
    return arena_printf(arena,
                        tr_plural("Without \"%1$s\" there is %2$d program.",
                                  "Without \"%1$s\" there are %2$d programs.", drop->brings),
                        facet_condition(app, arena, drop->facet), drop->brings);
}

static int paint_sentence(const App *app, const Canvas *canvas, int row, Style style,
                          const char *text) {
    enum { READING_MOST = 76 };
    WrapLines lines =
        screen_lines(app, canvas->frame, text, MIN_OF(canvas->cols - 2, READING_MOST));
    screen_paint_lines(canvas, 1, row, style, lines);
    return row + (int)lines.count;
}

/* What Enter drops, and F where that is something else. */
static void paint_keys(const Canvas *canvas, int row, const Drop *drop) {
    bool one = drop->facet != FACET_COUNT;
    /* TRANSLATORS: beside Enter: take this condition of the filter away */
    const char *word = one ? _("drop it") : _("drop all");
    int col = screen_key(canvas, 1, row, CMD_OPEN, word);
    if (one && col + screen_key_cells(canvas, CMD_UNFILTER, _("show all")) <= canvas->cols)
        screen_key(canvas, col, row, CMD_UNFILTER, _("show all"));
}

void facets_nothing(const App *app, const Canvas *canvas, ProgramRefs of, bool focused) {
    if (of.count == 0 || !facets_are_on(&app->facets))
        return;
    int row = paint_sentence(app, canvas, 0, focused ? STYLE_BODY : STYLE_DIM,
                             _("No program here gets through the filter."));
    if (!focused)
        return;
    Drop drop = drop_for(app, canvas->frame, of);
    row = paint_sentence(app, canvas, row, STYLE_BODY, drop_text(app, canvas->frame, &drop));
    row += row + 1 < canvas->rows ? 1 : 0;
    if (!has_keys(app))
        return;
    paint_keys(canvas, row, &drop);
    paint_cursor(canvas, 1, row, false);
}

void facets_drop_worst(App *app, ProgramRefs of) {
    Drop drop = drop_for(app, &app->scratch, of);
    if (drop.facet == FACET_COUNT) {
        facets_clear(app);
        return;
    }
    const char *condition = facet_condition(app, &app->scratch, drop.facet);
    facets_drop(&app->facets, drop.facet);
    /* TRANSLATORS: a condition of the filter: "Applications: open now" */
    app_say(app, _("\"%s\" is dropped from the filter."), condition);
}
