/* Painting the roadmap, in one of four arrangements (layout.h); its rows are program_row.h. */
#include "ui/screens/roadmap.h"

#include "report/words.h"

enum {
    LETTER_COLS = 2, /* a need's letter, blank */
    STRIP_ROWS = 3,  /* titles, counts, blank */
};

/* ---- lists ---- */

static const Program *item_of(const PaneList *pane, int item) {
    return pane->items.at[item];
}

/* The first program of a need carries the need's heading. */
static bool has_heading(const PaneList *pane, int item) {
    return pane->pane != 0 &&
           (item == 0 || item_of(pane, item)->need != item_of(pane, item - 1)->need);
}

static WrapLines heading_lines(const PaneList *pane, int item) {
    return screen_lines(pane->app, pane->arena, words_need_title(item_of(pane, item)->need),
                        pane->shape.cols - LETTER_COLS);
}

static int heading_rows(const PaneList *pane, int item) {
    if (!has_heading(pane, item))
        return 0;
    return (int)heading_lines(pane, item).count;
}

static int name_rows(const PaneList *pane, int item) {
    return row_height(pane->app, pane->arena, &pane->shape, item_of(pane, item));
}

static int item_height(const void *context, int item) {
    const PaneList *pane = context;
    int air = pane->airy && item > 0 && pane->rows[item].heading > 0 ? 1 : 0;
    return air + pane->rows[item].heading + pane->rows[item].name;
}

static int item_lead(const void *context, int item) {
    const PaneList *pane = context;
    return item_height(pane, item) - pane->rows[item].name;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const PaneList *pane = context;
    const Program *program = item_of(pane, item);
    const ItemRows *rows = &pane->rows[item];
    int row = item_height(pane, item) - rows->name;
    if (rows->heading > 0) {
        int at = row - rows->heading;
        paint(canvas, 0, at, STYLE_STEP(pane->pane), program->need->id);
        screen_paint_lines(canvas, LETTER_COLS, at, STYLE_STEP(pane->pane),
                           heading_lines(pane, item));
    }
    row_paint_number(pane->app, canvas, row, program, pane->pane, selected && pane->focused);
    row_paint_name(pane->app, canvas, row, &pane->shape, program);
    row_paint_badges(pane->app, canvas, row, &pane->shape, program);
}

/* By the whole pane, not by what the filter shows: columns stay where they are. */
static bool has_badges(const PaneList *pane) {
    for (size_t i = 0; i < pane->items.all.count; i++)
        if (row_has_badges(pane->items.all.at[i]))
            return true;
    return false;
}

List pane_list(PaneList *pane, const App *app, Arena *arena, int number, int cols, int rows) {
    *pane = (PaneList){.app = app, .arena = arena, .pane = number, .airy = true};
    pane->items = pane_items(app, arena, number);
    pane->shape = row_shape(cols, has_badges(pane));
    List list = {pane->items.count, pane, item_height, item_paint, item_lead};
    pane->rows = arena_new(arena, ItemRows, (size_t)list.count);
    for (int i = 0; i < list.count; i++)
        pane->rows[i] = (ItemRows){heading_rows(pane, i), name_rows(pane, i)};
    pane->airy = list_lines(&list) <= rows;
    return list;
}

/* ---- boxes ---- */

typedef enum Arrangement { CHIPS, STRIP, ACCORDION, FULL } Arrangement;

static Arrangement arrangement(const App *app, int pane) {
    if (app->cols < STRIP_COLS)
        return CHIPS;
    if (app->cols < ACCORDION_COLS || pane == 0)
        return STRIP;
    return app->cols < FULL_COLS ? ACCORDION : FULL;
}

/* Rows that the resources take at the foot, with the blank line above them. */
static int foot_rows(const App *app) {
    return app_body_rows(app) >= 16 ? 2 : 1;
}

static bool has_subtitles(const App *app) {
    return app_body_rows(app) >= 12;
}

/* Rows above a pane's list: its bar, its subtitle and a blank, as far as there is room. What the
 * filter shows stands in the blank, else in a row of its own. */
static int head_rows(const App *app) {
    return has_subtitles(app) ? 3 : facets_are_on(&app->facets) ? 2 : 1;
}

ListBox roadmap_list_box(const App *app, int pane) {
    int rows = app_body_rows(app);
    Span panes[4];
    switch (arrangement(app, pane)) {
    case CHIPS: /* chips, head, list */
        return (ListBox){app->cols - 2, MAX_OF(rows - 1 - head_rows(app), 1)};
    case STRIP: /* strip, subtitle, list, foot */
        return (ListBox){app->cols - 2, MAX_OF(rows - STRIP_ROWS - 1 - foot_rows(app), 1)};
    default:
        layout_panes(app->cols, pane, panes);
        return (ListBox){panes[pane - 1].cols, MAX_OF(rows - head_rows(app) - foot_rows(app), 1)};
    }
}

/* ---- panes ---- */

static const char *pane_name(const App *app, int pane) {
    return pane == 0 ? _("For every step") : words_step_title(&app->catalogue->steps[pane - 1]);
}

static const char *pane_subtitle(const App *app, int pane) {
    if (pane == 0)
        return _("Portals, casebooks and networks for any step");
    const Step *step = &app->catalogue->steps[pane - 1];
    return tr_lang() == LANG_EN ? step->subtitle_en : step->subtitle;
}

static const char *count_text(const App *app, Arena *arena, const PaneItems *items) {
    return facets_count_text(app, arena, items->count, (int)items->all.count);
}

/* How far the plan is with a step, before column `end`: "☑2 1 done". Returns the cells. */
static int paint_progress(const App *app, const Canvas *canvas, int col, int row, int end,
                          int step) {
    Progress progress = work_progress(app, step);
    const char *planned =
        arena_printf(canvas->frame, "%s%d", mark_planned(canvas->grid), progress.planned);
    /* TRANSLATORS: how many programs of a step are done; beside the number planned */
    const char *done = arena_printf(canvas->frame, _("%d done"), progress.done);
    if (progress.planned == 0 || col + paint_width(canvas, planned) > end)
        return 0;
    int cells = paint(canvas, col, row, STYLE_STEP(step), planned);
    if (progress.done > 0 && col + cells + 1 + paint_width(canvas, done) <= end)
        cells += 1 + paint(canvas, col + cells + 1, row, STYLE_GOOD, done);
    return cells;
}

/* Subtitle and count: one dim line. `end` is where other text begins on the right. */
static void subtitle_line(const App *app, const PaneList *pane, const Canvas *canvas, int row,
                          int end) {
    const char *count = count_text(app, canvas->frame, &pane->items);
    int col = 1 + paint(canvas, 1, row, STYLE_DIM, count) + 2;
    bool in_strip = arrangement(app, pane->pane) == STRIP && pane->pane != 0;
    int cells = in_strip ? 0 : paint_progress(app, canvas, col, row, end, pane->pane);
    col += cells + (cells > 0 ? 2 : 0);
    paint_fit(canvas, col, row, end - col - 1, STYLE_DIM, pane_subtitle(app, pane->pane));
}

/* Over the badges, once the edition is old: what they say was so then. Returns where it begins. */
static int as_of_line(const App *app, const Canvas *canvas, int row) {
    const char *text = words_as_of_edition(canvas->frame, &app->catalogue->edition, app->today);
    return is_absent(text) ? canvas->cols : paint_right(canvas, canvas->cols, row, STYLE_DIM, text);
}

/* The bar over a pane that is shown in full: step and title; what the badges mean. */
static void pane_head(const App *app, const Canvas *canvas, const PaneList *pane) {
    Style style = pane->focused ? STYLE_BAR(pane->pane) : STYLE_STEP(pane->pane);
    if (pane->focused)
        paint_blank(canvas, 0, 0, canvas->cols, style);
    row_paint_heads(canvas, 0, &pane->shape, style);
    RowColumns at = row_columns(&pane->shape);
    int end = at.provider >= 0 ? at.provider : at.cost >= 0 ? at.cost : canvas->cols;
    paint_fit(canvas, 1, 0, end - 2, style,
              arena_printf(canvas->frame, "%d %s", pane->pane, pane_name(app, pane->pane)));
    if (has_subtitles(app))
        subtitle_line(app, pane, canvas, 1, as_of_line(app, canvas, 1));
}

/* A pane's list, or why it is empty. Returns where it stands. */
static ListState paint_items(const App *app, const RoadmapState *state, const PaneList *pane,
                             const List *list, const Canvas *box) {
    ListState at = pane_at(&pane->items, &state->lists[pane->pane]);
    list_view(list, &at, box);
    if (list->count == 0)
        facets_nothing(app, box, pane->items.all, pane->focused);
    return at;
}

static void full_pane(const App *app, const RoadmapState *state, const Canvas *canvas, int number,
                      bool focused) {
    int head = head_rows(app);
    Canvas box = canvas_part(canvas, 0, head, canvas->cols, canvas->rows - head);
    PaneList pane;
    List list = pane_list(&pane, app, canvas->frame, number, canvas->cols, box.rows);
    pane.focused = focused;
    pane_head(app, canvas, &pane);
    ListState at = paint_items(app, state, &pane, &list, &box);
    if (focused && arrangement(app, number) == CHIPS)
        screen_more_items_below(&list, &at, &box);
    else if (foot_rows(app) > 1)
        screen_more_items(&list, &at, &box);
}

/* How many of a pane's programs are free. */
static const char *free_text(Arena *arena, const PaneItems *items) {
    int count = 0;
    for (int i = 0; i < items->count; i++)
        count += items->at[i]->cost.kind == COST_FREE;
    /* TRANSLATORS: how many of a step's programs are free. */
    return arena_printf(arena, _("%d free"), count);
}

/* The numbers alone: 14, or 3/14 while the filter is on. */
static const char *short_count(const App *app, Arena *arena, const PaneItems *items) {
    if (!facets_are_on(&app->facets))
        return arena_printf(arena, "%d", items->count);
    return arena_printf(arena, "%d/%zu", items->count, items->all.count);
}

/* How many programs a pane has; of them those planned, or while there are none, the free ones.
 * The numbers alone where the plan would find no room. */
static void counts(const App *app, const Canvas *canvas, int col, int step) {
    enum { LEAST = 4 /* blank, mark, two digits */ };
    PaneItems items = pane_items(app, canvas->frame, step);
    const char *count = count_text(app, canvas->frame, &items);
    const char *free = free_text(canvas->frame, &items);
    int plan = work_progress(app, step).planned > 0 ? LEAST : 0;
    bool tight = plan > 0 || facets_are_on(&app->facets);
    if (tight && col + paint_width(canvas, count) + plan > canvas->cols)
        count = short_count(app, canvas->frame, &items);
    col += paint(canvas, col, 1, STYLE_DIM, count) + 1;
    if (paint_progress(app, canvas, col, 1, canvas->cols, step) == 0 &&
        !facets_are_on(&app->facets) && col + paint_width(canvas, free) < canvas->cols)
        paint(canvas, col, 1, STYLE_DIM, free);
}

/* While the filter is on, a need without a program that is shown is not shown either. */
static bool has_need(const PaneItems *items, const Need *need) {
    bool found = items->count == (int)items->all.count;
    for (int i = 0; i < items->count; i++)
        found = found || items->at[i]->need == need;
    return found;
}

/* The needs of a pane that waits its turn, as far as they fit. */
static void narrow_needs(const App *app, const Canvas *canvas, int number, int row) {
    const Needs *needs = &app->catalogue->needs;
    PaneItems items = pane_items(app, canvas->frame, number);
    for (size_t i = 0; i < needs->count; i++) {
        if (needs->at[i].step != number || !has_need(&items, &needs->at[i]))
            continue;
        WrapLines lines =
            screen_lines(app, canvas->frame, words_need_title(&needs->at[i]), canvas->cols - 2);
        if (row + (int)lines.count > canvas->rows)
            return;
        paint(canvas, 0, row, STYLE_DIM, needs->at[i].id);
        for (size_t line = 0; line < lines.count; line++)
            paint_text(canvas, 2, row++, STYLE_DIM, lines.at[line].text);
    }
}

/* A pane that waits its turn: number, title, counts, needs. */
static void narrow_pane(const App *app, const Canvas *canvas, int number) {
    paint_fit(canvas, 0, 0, canvas->cols, STYLE_STEP(number),
              arena_printf(canvas->frame, "%d %s", number, pane_name(app, number)));
    if (has_subtitles(app))
        counts(app, canvas, 2, number);
    narrow_needs(app, canvas, number, head_rows(app));
}

/* ---- what serves all steps, in one row ---- */

static void foot(const App *app, const RoadmapState *state, const Canvas *body) {
    int row = body->rows - 1;
    bool here = state->pane == 0;
    const char *title = arena_printf(body->frame, " 0 %s ", _("For every step"));
    int col = 1 + paint(body, 1, row, here ? STYLE_BAR(0) : STYLE_STRONG, title) + 1;
    PaneItems items = pane_items(app, body->frame, 0);
    col += paint(body, col, row, STYLE_DIM, count_text(app, body->frame, &items)) + 2;
    int cells = here ? 0 : paint_progress(app, body, col, row, body->cols - 1, 0);
    col += cells + (cells > 0 ? 2 : 0);
    if (!here) /* then it stands over the list */
        paint_fit(body, col, row, body->cols - 1 - col, STYLE_DIM, pane_subtitle(app, 0));
}

/* ---- arrangements ---- */

/* Widths of the strip's columns: what the titles need, the rest shared out. */
static void strip_columns(const App *app, const Canvas *body, Span columns[STEP_COUNT]) {
    int need = 0, wants[STEP_COUNT], room = body->cols - 2;
    for (int i = 0; i < STEP_COUNT; i++)
        need += wants[i] = paint_width(body, pane_name(app, i + 1)) + 4;
    int col = 1;
    for (int i = 0; i < STEP_COUNT; i++) {
        int cols = need <= room ? wants[i] + (room - need) / STEP_COUNT : room / STEP_COUNT;
        columns[i] = (Span){col, cols};
        col += cols;
    }
}

/* The four steps side by side, the focused one as a bar; their contents open below. */
static void strip(const App *app, const RoadmapState *state, const Canvas *body) {
    Span columns[STEP_COUNT];
    strip_columns(app, body, columns);
    for (int i = 0; i < STEP_COUNT; i++) {
        Canvas part = canvas_part(body, columns[i].col, 0, columns[i].cols, 2);
        bool here = state->pane == i + 1;
        Style style = here ? STYLE_BAR(i + 1) : STYLE_STEP(i + 1);
        if (here)
            paint_blank(&part, 0, 0, part.cols, style);
        paint_fit(&part, 1, 0, part.cols - 2, style,
                  arena_printf(body->frame, "%d %s", i + 1, pane_name(app, i + 1)));
        counts(app, &part, 3, i + 1);
    }
}

/* 1 2 3 4 0 in a row, the focused one as a bar. */
static void chips(const RoadmapState *state, const Canvas *body) {
    static const int order[] = {1, 2, 3, 4, 0};
    int col = 1 + paint(body, 1, 0, STYLE_DIM, _("Step")) + 1;
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        bool here = order[i] == state->pane;
        const char *label =
            arena_printf(body->frame, here && body->grid->ascii ? "[%d]" : " %d ", order[i]);
        col += paint(body, col, 0, here ? STYLE_BAR(order[i]) : STYLE_STEP(order[i]), label) + 1;
    }
}

static void one_at_a_time(const App *app, const RoadmapState *state, const Canvas *body) {
    chips(state, body);
    Canvas pane = canvas_part(body, 1, 1, body->cols - 2, body->rows - 1);
    full_pane(app, state, &pane, state->pane, true);
    facets_chips(app, &pane, head_rows(app) - 1);
}

static void side_by_side(const App *app, const RoadmapState *state, const Canvas *body) {
    Span panes[4];
    layout_panes(app->cols, state->pane, panes);
    for (int i = 0; i < STEP_COUNT; i++) {
        bool focused = i + 1 == state->pane;
        Canvas part =
            canvas_part(body, panes[i].col, 0, panes[i].cols, body->rows - foot_rows(app));
        if (focused || app->cols >= FULL_COLS)
            full_pane(app, state, &part, i + 1, focused);
        else
            narrow_pane(app, &part, i + 1);
    }
    Canvas line = canvas_part(body, 1, head_rows(app) - 1, body->cols - 2, 1);
    facets_chips(app, &line, 0);
    foot(app, state, body);
}

/* One list over the whole width, under the strip. */
static void under_the_strip(const App *app, const RoadmapState *state, const Canvas *body) {
    strip(app, state, body);
    ListBox box = roadmap_list_box(app, state->pane);
    PaneList pane;
    List list = pane_list(&pane, app, body->frame, state->pane, box.cols, box.rows);
    pane.focused = true;
    Canvas head = canvas_part(body, 1, STRIP_ROWS, box.cols, 1);
    RowColumns at = row_columns(&pane.shape);
    int end = at.provider >= 0 ? at.provider : at.cost >= 0 ? at.cost : box.cols;
    Canvas above = canvas_part(body, 1, STRIP_ROWS - 1, box.cols, 1);
    int end_of_chips = as_of_line(app, &above, 0) - 1;
    above.cols = MIN_OF(above.cols, end_of_chips);
    facets_chips(app, &above, 0);
    subtitle_line(app, &pane, &head, 0, end);
    row_paint_heads(&head, 0, &pane.shape, STYLE_DIM);
    Canvas part = canvas_part(body, 1, STRIP_ROWS + 1, box.cols, box.rows);
    ListState place = paint_items(app, state, &pane, &list, &part);
    if (foot_rows(app) > 1)
        screen_more_items(&list, &place, &part);
    foot(app, state, body);
}

void roadmap_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const RoadmapState *state = &screen->roadmap;
    switch (arrangement(app, state->pane)) {
    case CHIPS:
        one_at_a_time(app, state, body);
        break;
    case STRIP:
        under_the_strip(app, state, body);
        break;
    default:
        side_by_side(app, state, body);
        break;
    }
}
