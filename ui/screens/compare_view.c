/*
 * Painting the comparison.
 *
 *     | 9 of 14 rows differ                                   1-2 / 3 >
 *                      17 小規模事業者持続化補助金      16 JAPANブランド育成支援
 *
 *   ▸ | Fee            2/3                              …
 *     | Limit          …
 *
 * Row names stand fixed at the left, heads fixed on top; columns of equal width, as many as
 * find room, move sideways below them. Where not even two find room beside the names, names go
 * above their cells. Rows of one line stand close, between others is a blank line.
 */
#include "ui/screens/compare_screen.h"

#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"
#include "ui/screens/program_row.h"

enum {
    MARK_COL = 2, /* of rows that differ */
    NAME_COL = 4,
    GAP = 2,
    CELL_LEAST = 24,
    CELL_MOST = 46, /* farther apart, the eye compares no more */
    RIGHT = 1,      /* columns left free at the right edge */
    TALL_ROWS = 16, /* rows of the body from which heads may be long */
};

/* ---- what is compared ---- */

/* Its status, and on a line below when it is due. */
static const char *plan_text_of(Arena *arena, const PlanItem *item) {
    Date due;
    const char *status = plan_status_label(plan_status_of(item));
    if (!date_parse_iso(plan_text(item, PLAN_DUE), &due))
        return status;
    return arena_printf(arena, "%s\n%s %s", status, _("Due"), date_print_long(arena, due));
}

/* In the plan or not, once one of them is. */
static const Comparison *with_plan(const App *app, Arena *arena, const Comparison *all) {
    const char *texts[COMPARED_MOST];
    bool any = false;
    for (size_t i = 0; i < all->count; i++) {
        const PlanItem *item = work_item(app, all->programs[i]->id);
        any = any || item != NULL;
        texts[i] = item == NULL ? _("not in it") : plan_text_of(arena, item);
    }
    /* TRANSLATORS: a row of the comparison: its status in the plan */
    return any ? comparison_with(arena, all, "plan", tr_context("row", "Plan"), texts) : all;
}

const char *compare_item_key(const CompareItem *item) {
    return item->row == NULL ? COMPARE_UNSTATED : item->row->key;
}

/* The rows to be listed; what no program states is gathered in a last one. */
static void list_rows_of(CompareView *view) {
    const Comparison *all = view->all;
    for (size_t i = 0; i < all->row_count; i++) {
        const ComparisonRow *row = &all->rows[i];
        if (view->state->differing ? row->differs : row->stated)
            view->items[view->count++] = (CompareItem){.row = row, .order = (int)i};
    }
    if (!view->state->differing && !is_absent(comparison_unstated(view->arena, all)))
        view->items[view->count++] = (CompareItem){.order = (int)all->row_count};
}

/* The row that is selected, or the next that is listed. */
static int selected_item(const CompareView *view) {
    const char *key = view->state->row;
    int order = -1;
    for (size_t i = 0; key != NULL && i < view->all->row_count; i++)
        if (strcmp(view->all->rows[i].key, key) == 0)
            order = (int)i;
    if (key != NULL && order < 0)
        order = (int)view->all->row_count;
    for (int i = 0; i < view->count; i++)
        if (view->items[i].order >= order)
            return i;
    return MAX_OF(view->count - 1, 0);
}

/* ---- columns ---- */

/* Cells that a short text takes as it is painted. */
static int cells_of(const CompareView *view, const char *text) {
    return screen_cells(view->app, view->arena, text);
}

static int widest_name(const CompareView *view) {
    int widest = cells_of(view, _("Not stated"));
    for (size_t i = 0; i < view->all->row_count; i++)
        widest = MAX_OF(widest, cells_of(view, view->all->rows[i].name));
    return widest;
}

static int columns_in(int room, int count) {
    return MAX_OF(MIN_OF((room + GAP) / (CELL_LEAST + GAP), count), 1);
}

static void measure_columns(CompareView *view) {
    int count = (int)view->all->count, end = view->app->cols - RIGHT;
    view->cells_col = NAME_COL + widest_name(view) + GAP;
    view->above = columns_in(end - view->cells_col, count) < 2;
    if (view->above)
        view->cells_col = NAME_COL;
    int room = end - view->cells_col;
    view->shown = columns_in(room, count);
    view->cell_cols = MIN_OF((room - (view->shown - 1) * GAP) / view->shown, (int)CELL_MOST);
    view->focus = compare_focus(view->app, view->state);
    int first = MAX_OF(MIN_OF(view->state->first, view->focus), view->focus - view->shown + 1);
    view->first = MAX_OF(MIN_OF(first, count - view->shown), 0);
}

static int column_at(const CompareView *view, int column) {
    return view->cells_col + (column - view->first) * (view->cell_cols + GAP);
}

/* ---- heads ---- */

static WrapLines head_lines(const CompareView *view, int column) {
    const Program *program = view->all->programs[column];
    bool starred = work_is_bookmarked(view->app, BOOKMARK_PROGRAM, program->id);
    const char *text = words_program_name(program);
    if (program->number > 0)
        text = arena_printf(view->arena, "%d%s %s", program->number, starred ? mark_bookmark() : "",
                            text);
    return screen_lines(view->app, view->arena, text, view->cell_cols);
}

/* In English the Japanese name stands below, where there is room. */
static bool has_second_name(const CompareView *view) {
    return tr_lang() == LANG_EN && app_body_rows(view->app) >= TALL_ROWS;
}

static void measure_rows(CompareView *view) {
    int body = app_body_rows(view->app), most = body >= TALL_ROWS ? 3 : body >= AIR_ROWS ? 2 : 1;
    for (int i = view->first; i < view->first + view->shown; i++)
        view->head_rows = MAX_OF(view->head_rows, (int)head_lines(view, i).count);
    view->head_rows = MIN_OF(view->head_rows, most);
    view->list_row =
        1 + view->head_rows + (has_second_name(view) ? 1 : 0) + (body >= AIR_ROWS ? 1 : 0);
    view->list_rows = MAX_OF(body - view->list_row, 1);
}

/* A bar over the focused column; all others in their step's colour. */
static void paint_head(const CompareView *view, const Canvas *body, int column) {
    const Program *program = view->all->programs[column];
    bool here = column == view->focus;
    Style style = here ? STYLE_BAR(program->step) : STYLE_STEP(program->step);
    WrapLines lines = head_lines(view, column);
    int col = column_at(view, column);
    for (int i = 0; i < view->head_rows; i++) {
        bool cut = i + 1 == view->head_rows && (size_t)view->head_rows < lines.count;
        if (here)
            paint_blank(body, col - 1, 1 + i, view->cell_cols + 2, style);
        if ((size_t)i < lines.count)
            paint_fit(body, col, 1 + i, view->cell_cols, style,
                      cut ? lines.at[i].text.at : arena_copy(view->arena, lines.at[i].text));
    }
    if (here)
        paint(body, col - 1, 1, style, mark_selected(body->grid));
    if (has_second_name(view))
        paint_fit(body, col, 1 + view->head_rows, view->cell_cols, STYLE_DIM, program->name);
}

/* ---- rows ---- */

static void add_line(CompareView *view, ShownCell *cell, const CellLine *line, int cols) {
    int indent = cells_of(view, line->mark);
    WrapLines lines = screen_lines(view->app, view->arena, line->text, cols - indent);
    for (size_t i = 0; i < lines.count; i++) {
        cell->lines =
            arena_grow(view->arena, cell->lines, cell->count, &cell->room, sizeof *cell->lines);
        cell->lines[cell->count++] =
            (ShownLine){lines.at[i].text, i == 0 ? line->mark : "", indent, line->role};
    }
}

static void set_cells(CompareView *view, CompareItem *item) {
    for (int i = view->first; i < view->first + view->shown; i++) {
        const ComparisonCell *from = &item->row->cells[i];
        for (size_t line = 0; line < from->count; line++)
            add_line(view, &item->cells[i], &from->lines[line], view->cell_cols);
        item->lines = MAX_OF(item->lines, (int)item->cells[i].count);
    }
}

/* What no program states: names of rows, over the whole width. */
static void set_unstated(CompareView *view, CompareItem *item) {
    const CellLine line = {"",
                           /* TRANSLATORS: names of what none of the compared programs states */
                           arena_printf(view->arena, _("%s (in all of them)"),
                                        comparison_unstated(view->arena, view->all)),
                           ROLE_FAINT};
    add_line(view, &item->cells[0], &line, view->shown * (view->cell_cols + GAP) - GAP);
    item->lines = (int)item->cells[0].count;
}

static void set_rows(CompareView *view) {
    bool airy = app_body_rows(view->app) >= AIR_ROWS;
    for (int i = 0; i < view->count; i++) {
        CompareItem *item = &view->items[i];
        if (item->row == NULL)
            set_unstated(view, item);
        else
            set_cells(view, item);
        item->lines += view->above;
        bool close = i == 0 || (item->lines == 1 && view->items[i - 1].lines == 1);
        item->air = airy && !close;
    }
}

static void paint_cell(const Canvas *canvas, int col, int row, const ShownCell *cell) {
    for (size_t i = 0; i < cell->count; i++) {
        const ShownLine *line = &cell->lines[i];
        Style style = page_style(line->role, 0);
        paint(canvas, col, row + (int)i, style, line->mark);
        paint_text(canvas, col + line->indent, row + (int)i, style, line->text);
    }
}

static void paint_name(const Canvas *canvas, int row, const CompareItem *item) {
    bool differs = item->row != NULL && item->row->differs;
    paint(canvas, NAME_COL, row, differs ? STYLE_DIFFERS : STYLE_DIM,
          item->row == NULL ? _("Not stated") : item->row->name);
}

static int item_height(const void *context, int index) {
    const CompareView *view = context;
    return view->items[index].air + view->items[index].lines;
}

/* A row that differs has a line along its whole height, and its name in the same colour. Of a row
   whose beginning has scrolled away, name and mark stand by what is seen of it. */
static void item_paint(const void *context, const Canvas *canvas, int index, bool selected) {
    const CompareView *view = context;
    const CompareItem *item = &view->items[index];
    Canvas part = canvas_shifted(canvas, item->air, item->lines);
    Canvas seen = canvas_shifted(&part, part.clip_top, item->lines - part.clip_top);
    bool differs = item->row != NULL && item->row->differs;
    if (selected)
        screen_mark(&seen);
    for (int i = 0; differs && i < item->lines; i++)
        paint(&part, MARK_COL, i, STYLE_DIFFERS, mark_differs());
    paint_name(view->above ? &part : &seen, 0, item);
    if (item->row == NULL)
        paint_cell(&part, view->cells_col, view->above, &item->cells[0]);
    for (int i = view->first; item->row != NULL && i < view->first + view->shown; i++)
        paint_cell(&part, column_at(view, i), view->above, &item->cells[i]);
}

static int item_lead(const void *context, int index) {
    const CompareView *view = context;
    return view->items[index].air;
}

List compare_view_list(const CompareView *view) {
    return (List){view->count, view, item_height, item_paint, item_lead};
}

CompareView *compare_view_of(const App *app, Arena *arena, const CompareState *state) {
    CompareView *view = arena_new(arena, CompareView, 1);
    *view = (CompareView){.app = app, .arena = arena, .state = state};
    view->all = with_plan(app, arena,
                          comparison_of(arena, app->catalogue, app->compared.at,
                                        (size_t)app->compared.count, app->today));
    list_rows_of(view);
    measure_columns(view);
    measure_rows(view);
    set_rows(view);
    view->list = (ListState){selected_item(view), state->list.top};
    return view;
}

/* ---- the line on top ---- */

static const char *count_text(const CompareView *view) {
    int stated = 0, differing = (int)view->all->differing;
    for (size_t i = 0; i < view->all->row_count; i++)
        stated += view->all->rows[i].stated;
    if (view->state->differing)
        /* TRANSLATORS: over a comparison of which only rows that differ are shown */
        return arena_printf(view->arena, _("only the %1$d of %2$d rows that differ"), differing,
                            stated);
    return arena_printf(view->arena, _("%1$d of %2$d rows differ"), differing, stated);
}

/* "< 2-3 / 4 >": which columns are seen, and on which sides there are more. */
static const char *place_text(const CompareView *view) {
    int count = (int)view->all->count, last = view->first + view->shown;
    const char *left = view->first > 0 ? "< " : "", *right = last < count ? " >" : "  ";
    if (view->shown == count)
        return "";
    if (view->shown == 1)
        return arena_printf(view->arena, "%s%d / %d%s", left, last, count, right);
    return arena_printf(view->arena, "%s%d-%d / %d%s", left, view->first + 1, last, count, right);
}

/* Once the edition is old, all of it was so then. */
static const char *as_of_text(const CompareView *view) {
    for (size_t i = 0; i < view->all->count; i++)
        if (!is_absent(view->all->programs[i]->source.edition))
            return words_as_of_edition(view->arena, &view->app->catalogue->edition,
                                       view->app->today);
    return "";
}

static void paint_top(const CompareView *view, const Canvas *body) {
    int end = paint_right(body, body->cols - RIGHT, 0, STYLE_STRONG, place_text(view));
    paint(body, MARK_COL, 0, STYLE_DIFFERS, mark_differs());
    int col =
        NAME_COL + GAP + paint_fit(body, NAME_COL, 0, end - NAME_COL, STYLE_DIM, count_text(view));
    const char *as_of = as_of_text(view);
    if (col + paint_width(body, as_of) < end)
        paint(body, col, 0, STYLE_DIM, as_of);
}

/* Of a row whose name above its cells has scrolled away, that name: in the blank line over it. */
static void paint_name_over(const CompareView *view, const List *list, const Canvas *body) {
    int line = -list_top(list, &view->list, view->list_rows), at = 0;
    while (at < view->count && line + item_height(view, at) <= 0)
        line += item_height(view, at++);
    bool has_line = app_body_rows(view->app) >= AIR_ROWS;
    if (view->above && has_line && at < view->count && line + view->items[at].air < 0)
        paint_name(body, view->list_row - 1, &view->items[at]);
}

void compare_view_paint(const CompareView *view, const Canvas *body) {
    List list = compare_view_list(view);
    Canvas box = canvas_part(body, 0, view->list_row, body->cols, view->list_rows);
    paint_top(view, body);
    for (int i = view->first; i < view->first + view->shown; i++)
        paint_head(view, body, i);
    if (view->count == 0)
        screen_paint_lines(&box, NAME_COL, 0, STYLE_BODY,
                           screen_lines(view->app, view->arena,
                                        _("They do not differ in anything; f shows all rows."),
                                        body->cols - NAME_COL - RIGHT));
    paint_name_over(view, &list, body);
    list_view(&list, &view->list, &box);
    screen_more_items_below(&list, &view->list, &box);
}
