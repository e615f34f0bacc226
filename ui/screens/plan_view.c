/*
 * Painting the plan's checklist.
 *
 *   1 知る・調べる  完了 1/3  ☑☐☐
 *   ▸ 7*! name, which wraps      status    due  days left  owner  改 メモ 2/5
 *
 * Numbers and names stand where the roadmap has them. What is not in use takes no column; where
 * the columns leave too little for names they go under the name, one after another.
 */
#include "ui/screens/plan_screen.h"

#include "report/words.h"
#include "text/era.h"

enum {
    NUMBER_COL = 2,
    STAR_COL = 4,
    ALERT_COL = 5,
    NAME_COL = 7,
    NAME_LEAST = 28,
    LIST_MOST = 160, /* farther apart, the eye loses the row */
    GAP = 2,
    DUE_COLS = 5,
    OWNER_MOST = 12,
    OWNER_FROM = 100, /* columns of the screen from which an owner has room */
    OWNER_WIDE = 20,
    OWNER_WIDE_FROM = 140,
    BESIDE_COL = NAME_COL + 38,
    BESIDE_LEAST = 16,
};

/* Cells that depend on the language. */
typedef struct WordCells {
    int status, left, changed, note;
} WordCells;

static const WordCells *word_cells(void) {
    static const WordCells japanese = {6, 9, 2, 4}, english = {9, 8, 3, 4};
    return tr_lang() == LANG_EN ? &english : &japanese;
}

/* ---- text ---- */

static const char *first_line(const PlanView *view, const char *text) {
    return arena_copy(view->arena, str_n(text, strcspn(text, "\n")));
}

/* ---- facts ---- */

static bool is_final(const PlanRow *row) {
    return row->due == DUE_COUNT;
}

static const char *name_of(const PlanRow *row) {
    if (row->program != NULL)
        return words_program_name(row->program);
    const char *kept = plan_text(row->item, PLAN_NAME);
    return is_absent(kept) ? row->item->program : kept;
}

/* What has to be said beside the name; "" for nothing. */
static const char *remark_of(const PlanRow *row) {
    /* TRANSLATORS: beside an item of a plan whose support program was taken out of the catalogue */
    return row->program == NULL ? _("not in the catalogue") : "";
}

static const char *left_text(Arena *arena, const PlanRow *row) {
    bool none = is_final(row) || !date_is_known(row->date);
    return none ? "" : screen_days_left(arena, row->days);
}

static Style left_style(const PlanRow *row) {
    enum { SOON = 7 /* days */ };
    if (is_final(row))
        return STYLE_DIM;
    if (row->due == DUE_OVERDUE)
        return STYLE_WARN;
    return row->days <= SOON ? STYLE_STRONG : STYLE_BODY;
}

static const char *documents_of(Arena *arena, const PlanRow *row) {
    int done = 0, all = 0;
    PlanDocument document;
    for (Str rest = str(plan_text(row->item, PLAN_DOCUMENTS)); plan_document_next(&rest, &document);
         all++)
        done += document.done;
    return all == 0 ? "" : arena_printf(arena, "%d/%d", done, all);
}

static bool has(const PlanRow *row, PlanField field) {
    return !is_absent(plan_text(row->item, field));
}

/* Narrow marks; what they mean stands with the item. */
static const char *changed_mark(void) {
    /* TRANSLATORS: at most 3 cells (2 in Japanese): the catalogue says something new about it */
    return _("chg");
}

static const char *note_mark(void) {
    /* TRANSLATORS: at most 4 cells: there is a note */
    return _("note");
}

/* ---- columns ---- */

static bool any_has(const PlanRows *rows, PlanField field) {
    for (int i = 0; i < rows->count; i++)
        if (has(&rows->at[i], field))
            return true;
    return false;
}

static int documents_cols(const PlanView *view) {
    int widest = 0;
    for (int i = 0; i < view->all.count; i++)
        widest = MAX_OF(widest, (int)strlen(documents_of(view->arena, &view->all.at[i])));
    return widest;
}

/* As wide as the longest, within reason; 0 where owners find no room. */
static int owner_cols(const PlanView *view) {
    int cols = view->app->cols, widest = 0;
    for (int i = 0; i < view->all.count; i++) {
        const char *owner = plan_text(view->all.at[i].item, PLAN_OWNER);
        widest = MAX_OF(widest, screen_cells(view->app, view->arena, owner));
    }
    if (cols < OWNER_FROM)
        return 0;
    return MIN_OF(widest, cols < OWNER_WIDE_FROM ? OWNER_MOST : OWNER_WIDE);
}

/* Takes `cells` off the right; -1 where they are none. */
static int column(int *end, int cells, int gap) {
    if (cells == 0)
        return -1;
    int at = *end - cells;
    *end = at - gap;
    return at;
}

/* By the whole plan, not by what the filter lets through: columns stay where they are. */
static PlanColumns measure(const PlanView *view) {
    const WordCells *cells = word_cells();
    const PlanRows *all = &view->all;
    int end = view->cols - 1;
    PlanColumns at = {.name = NAME_COL, .beside = -1};
    at.documents = column(&end, documents_cols(view), 1);
    at.note = column(&end, any_has(all, PLAN_NOTE) ? cells->note : 0, 1);
    at.changed = column(&end, cells->changed, GAP);
    at.owner_cols = owner_cols(view);
    at.owner = column(&end, at.owner_cols, GAP);
    at.left = column(&end, cells->left, 1);
    at.due = column(&end, DUE_COLS, GAP);
    at.status = column(&end, cells->status, GAP);
    at.name_cols = end - NAME_COL;
    at.stacked = at.name_cols < NAME_LEAST;
    if (at.stacked)
        at.name_cols = view->cols - NAME_COL - 1;
    else if (end - BESIDE_COL >= BESIDE_LEAST)
        at.beside = BESIDE_COL;
    return at;
}

/* Over the columns, where a blank line would be. */
static void paint_column_heads(const PlanView *view, const Canvas *canvas, int row) {
    const PlanColumns *at = &view->columns;
    if (at->stacked)
        return;
    paint(canvas, at->status, row, STYLE_DIM, _("Status"));
    paint(canvas, at->due, row, STYLE_DIM, _("Due"));
    if (at->owner >= 0)
        paint(canvas, at->owner, row, STYLE_DIM, _("Owner"));
    if (at->documents >= 0)
        paint_right(canvas, view->cols - 1, row, STYLE_DIM, tr_context("column", "Docs"));
}

/* ---- lines ---- */

static bool has_heading(const PlanView *view, int item) {
    PlanSort sort = view->state->sort;
    const PlanRow *rows = view->rows.at;
    return sort != SORT_ADDED && (item == 0 || plan_row_heading(&rows[item], sort) !=
                                                   plan_row_heading(&rows[item - 1], sort));
}

/* Where the remark begins, when there is room for it after the name; else -1. */
static int remark_col(const PlanView *view, const PlanRow *row, WrapLines name) {
    int cells = screen_cells(view->app, view->arena, remark_of(row));
    int col = NAME_COL + (name.count > 0 ? name.at[name.count - 1].cells : 0) + GAP;
    return col + cells <= NAME_COL + view->columns.name_cols ? col : -1;
}

static PlanRowLines lines_of(const PlanView *view, int item) {
    const PlanRow *row = &view->rows.at[item];
    PlanRowLines lines = {
        .heading = has_heading(view, item),
        .name = screen_lines(view->app, view->arena, name_of(row), view->columns.name_cols)};
    bool remark = row->program == NULL && remark_col(view, row, lines.name) < 0;
    lines.below = (remark ? 1 : 0) + (view->columns.stacked ? 1 : 0);
    return lines;
}

static int item_height(const void *context, int item) {
    const PlanView *view = context;
    const PlanRowLines *lines = &view->lines[item];
    return lines->air + lines->heading + (int)lines->name.count + lines->below;
}

/* A blank line before each heading, when everything fits with it. */
static void let_air_in(PlanView *view) {
    List list = plan_view_list(view);
    int headings = 0;
    for (int i = 1; i < list.count; i++)
        headings += view->lines[i].heading;
    if (view->state->sort == SORT_ADDED || list_lines(&list) + headings > view->list_rows)
        return;
    for (int i = 1; i < list.count; i++)
        view->lines[i].air = view->lines[i].heading;
}

/* ---- headings ---- */

/* ☑☑☐: one for each item, or where they are many, one for each tenth of them. */
static int paint_boxes(const Canvas *canvas, int col, int row, int step, int done, int all) {
    enum { MOST = 12, PARTS = 10 };
    int boxes = all > MOST ? PARTS : all;
    int ticked = all > MOST ? done * PARTS / all : done;
    if (col + boxes >= canvas->cols)
        return 0;
    for (int i = 0; i < boxes; i++)
        paint(canvas, col + i, row, i < ticked ? STYLE_STEP(step) : STYLE_DIM,
              i < ticked ? mark_planned(canvas->grid) : mark_open(canvas->grid));
    return boxes;
}

/* How far a step is: of what is not given up, how much is done; then what is given up. */
static void paint_progress(const PlanView *view, const Canvas *canvas, int col, int row, int step) {
    static const PlanStatus given_up[] = {PLAN_REJECTED, PLAN_DROPPED};
    const int *statuses = view->steps[step].statuses;
    int done = statuses[PLAN_DONE], all = 0;
    for (int i = 0; i < PLAN_STATUS_COUNT; i++)
        all += i == PLAN_REJECTED || i == PLAN_DROPPED ? 0 : statuses[i];
    if (all > 0) {
        /* TRANSLATORS: how many of a step's items are done, of how many */
        const char *text = arena_printf(view->arena, _("%1$d of %2$d done"), done, all);
        col += paint(canvas, col, row, done > 0 ? STYLE_GOOD : STYLE_DIM, text) + 1;
        col += paint_boxes(canvas, col, row, step, done, all) + GAP;
    }
    for (size_t i = 0; i < COUNT_OF(given_up); i++) {
        const char *text = plan_status_count(view->arena, given_up[i], statuses[given_up[i]]);
        if (!is_absent(text) && col + paint_width(canvas, text) < view->cols)
            col += paint(canvas, col, row, STYLE_DIM, text) + GAP;
    }
}

static int rows_under(const PlanView *view, int item) {
    int count = 1;
    while (item + count < view->rows.count && !view->lines[item + count].heading)
        count++;
    return count;
}

static const char *heading_text(const PlanView *view, const PlanRow *row) {
    switch (view->state->sort) {
    case SORT_STEP:
        return plan_step_name(view->app, view->arena, row->step);
    case SORT_STATUS:
        return plan_status_label(row->status);
    default:
        return row->due == DUE_LATER
                   ? date_print_long(view->arena, (Date){row->date.year, row->date.month, 0})
                   : plan_due_name(row->due);
    }
}

static Style heading_style(const PlanView *view, int item) {
    const PlanRow *first = &view->rows.at[item];
    if (view->state->sort == SORT_DUE && first->due == DUE_OVERDUE)
        return STYLE_WARN;
    return STYLE_STEP(view->state->sort == SORT_STEP ? first->step : 0);
}

static void paint_heading(const PlanView *view, const Canvas *canvas, int row, int item) {
    const PlanRow *first = &view->rows.at[item];
    bool steps = view->state->sort == SORT_STEP;
    int col = 1 + GAP +
              paint_fit(canvas, 1, row, view->cols - 2, heading_style(view, item),
                        heading_text(view, first));
    if (steps) {
        paint_progress(view, canvas, col, row, first->step);
        return;
    }
    int count = rows_under(view, item);
    paint(canvas, col, row, STYLE_DIM,
          arena_printf(view->arena, tr_plural("%d item", "%d items", count), count));
}

/* ---- rows ---- */

static void paint_number(const PlanView *view, const Canvas *canvas, const PlanRow *row,
                         Style style) {
    if (row->program != NULL && row->program->number > 0)
        paint(canvas, NUMBER_COL, 0, style, arena_printf(view->arena, "%2d", row->program->number));
    if (work_is_bookmarked(view->app, BOOKMARK_PROGRAM, row->item->program))
        paint(canvas, STAR_COL, 0, STYLE_BODY, mark_bookmark());
    if (row->item->conflicts.count > 0)
        paint(canvas, ALERT_COL, 0, STYLE_WARN, "!");
}

/* A day that is a year away or more is said with its year alone: nobody counts such days. */
static bool is_far(const PlanRow *row) {
    enum { YEAR = 365 /* days */ };
    return row->days <= -YEAR || row->days >= YEAR;
}

static void paint_due(const PlanView *view, const Canvas *canvas, int col, int left, int row,
                      const PlanRow *of) {
    Style style = is_final(of) ? STYLE_DIM : of->due == DUE_OVERDUE ? STYLE_WARN : STYLE_BODY;
    const char *days = left_text(view->arena, of);
    char iso[DATE_ISO_BYTES];
    date_print_iso(of->date, iso);
    if (is_far(of)) {
        paint_right(canvas, left + word_cells()->left, row, style, iso);
        return;
    }
    paint_right(canvas, col + DUE_COLS, row, style, date_print_short(view->arena, of->date));
    int cells = word_cells()->left;
    if (paint_width(canvas, days) > cells)
        paint_fit(canvas, left, row, cells, left_style(of), days);
    else
        paint_right(canvas, left + cells, row, left_style(of), days);
}

static void paint_columns(const PlanView *view, const Canvas *canvas, const PlanRow *row) {
    const PlanColumns *at = &view->columns;
    Style style = is_final(row) ? STYLE_DIM : STYLE_BODY;
    paint_fit(canvas, at->status, 0, word_cells()->status, style, plan_status_label(row->status));
    if (date_is_known(row->date))
        paint_due(view, canvas, at->due, at->left, 0, row);
    if (at->owner >= 0)
        paint_fit(canvas, at->owner, 0, at->owner_cols, style, plan_text(row->item, PLAN_OWNER));
    if (row->program != NULL && plan_row_is_changed(view->arena, row))
        paint(canvas, at->changed, 0, STYLE_STRONG, changed_mark());
    if (has(row, PLAN_NOTE))
        paint(canvas, at->note, 0, STYLE_DIM, note_mark());
    if (at->documents >= 0)
        paint_right(canvas, view->cols - 1, 0, style, documents_of(view->arena, row));
}

/* Under the name, what there is one after another; what finds no room is seen in the item. */
static void paint_stacked(const PlanView *view, const Canvas *canvas, int row, const PlanRow *of) {
    Style style = is_final(of) ? STYLE_DIM : STYLE_BODY;
    int end = view->cols - 1, col = NAME_COL;
    paint(canvas, col, row, style, plan_status_label(of->status));
    col += word_cells()->status + GAP;
    if (date_is_known(of->date)) {
        int left = col + DUE_COLS + 1;
        paint_due(view, canvas, col, left, row, of);
        col = left + word_cells()->left + GAP;
    }
    bool changed = of->program != NULL && plan_row_is_changed(view->arena, of);
    const char *marks[] = {changed ? changed_mark() : "", documents_of(view->arena, of),
                           has(of, PLAN_NOTE) ? note_mark() : "", plan_text(of->item, PLAN_OWNER)};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        int cells = paint_width(canvas, marks[i]);
        if (cells > 0 && col + cells <= end)
            col += paint(canvas, col, row, i == 0 ? STYLE_STRONG : STYLE_DIM, marks[i]) + GAP;
    }
}

/* The remark of an item, else the beginning of its note, where the name leaves room. */
static void paint_beside(const PlanView *view, const Canvas *canvas, const PlanRow *row,
                         const PlanRowLines *lines) {
    const PlanColumns *at = &view->columns;
    int last = (int)lines->name.count - 1, end = NAME_COL + at->name_cols;
    if (row->program == NULL) {
        int col = remark_col(view, row, lines->name);
        paint(canvas, col < 0 ? NAME_COL : col, col < 0 ? last + 1 : last, STYLE_DIM,
              remark_of(row));
        return;
    }
    int col = MAX_OF(at->beside, NAME_COL + lines->name.at[0].cells + GAP);
    if (at->beside >= 0 && last == 0 && end - col >= BESIDE_LEAST)
        paint_fit(canvas, col, 0, end - col, STYLE_DIM,
                  first_line(view, plan_text(row->item, PLAN_NOTE)));
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const PlanView *view = context;
    const PlanRow *row = &view->rows.at[item];
    const PlanRowLines *lines = &view->lines[item];
    int above = lines->air + lines->heading;
    if (lines->heading > 0)
        paint_heading(view, canvas, lines->air, item);
    Canvas part = canvas_shifted(canvas, above, canvas->rows - above);
    Style style = is_final(row) ? STYLE_DIM : STYLE_BODY;
    if (selected && view->focused)
        screen_mark(&part);
    else if (selected)
        paint(&part, 1, 0, STYLE_BODY, mark_selected(canvas->grid));
    if (compared_has(view->app, row->item->program))
        screen_compared(&part, selected && view->focused);
    paint_number(view, &part, row, style);
    screen_paint_lines(&part, NAME_COL, 0, style, lines->name);
    paint_beside(view, &part, row, lines);
    if (view->columns.stacked)
        paint_stacked(view, &part, part.rows - 1, row);
    else
        paint_columns(view, &part, row);
}

static int item_lead(const void *context, int item) {
    const PlanView *view = context;
    return view->lines[item].air + view->lines[item].heading;
}

List plan_view_list(const PlanView *view) {
    return (List){view->rows.count, view, item_height, item_paint, item_lead};
}

/* ---- the screen ---- */

static void count_steps(PlanView *view) {
    for (int i = 0; i < view->all.count; i++)
        view->steps[view->all.at[i].step].statuses[view->all.at[i].status]++;
}

static ListState list_state(const PlanView *view) {
    const PlanRow *row = plan_row_selected(&view->rows, view->state);
    return (ListState){row == NULL ? 0 : (int)(row - view->rows.at), view->state->list.top};
}

PlanView *plan_view_of(const App *app, Arena *arena, const PlanState *state) {
    PlanView *view = arena_new(arena, PlanView, 1);
    *view = (PlanView){.app = app, .arena = arena, .state = state};
    view->cols = MIN_OF(app->cols, LIST_MOST);
    view->focused = app->stack[app->depth - 1].id == SCREEN_PLAN;
    view->all = plan_rows_all(app, arena);
    view->rows = plan_rows_shown(&view->all, arena, state);
    view->list = list_state(view);
    count_steps(view);
    view->columns = measure(view);
    view->lines = arena_new(arena, PlanRowLines, (size_t)view->rows.count);
    for (int i = 0; i < view->rows.count; i++)
        view->lines[i] = lines_of(view, i);
    view->head = plan_head_of(view, app_body_rows(app), &view->head_rows);
    view->list_rows = MAX_OF(app_body_rows(app) - view->head_rows, 1);
    let_air_in(view);
    return view;
}

const PlanRow *plan_view_selected(const PlanView *view) {
    return view->rows.count == 0 ? NULL : &view->rows.at[view->list.selected];
}

/* The heading that has scrolled away stands over the list, so that one knows where one is. */
static void paint_heading_above(const PlanView *view, const Canvas *body, const List *list) {
    int top = list_top(list, &view->list, view->list_rows), line = 0, item = 0;
    while (item < list->count && line + item_height(view, item) <= top)
        line += item_height(view, item++);
    int first = item;
    while (first > 0 && view->lines[first].heading == 0)
        first--;
    bool seen = first == item && line + view->lines[item].air >= top;
    int end = view->columns.stacked ? view->cols : view->columns.status;
    if (item < list->count && !seen && view->lines[first].heading > 0)
        paint_fit(body, 1, view->head_rows - 1, end - GAP - 1, heading_style(view, first),
                  heading_text(view, &view->rows.at[first]));
}

void plan_view_paint(const PlanView *view, const Canvas *body) {
    List list = plan_view_list(view);
    Canvas box = canvas_part(body, 0, view->head_rows, view->cols, view->list_rows);
    plan_head_paint(view, body);
    if (view->rows.count > 0 && plan_head_has_air(view->head)) {
        paint_heading_above(view, body, &list);
        paint_column_heads(view, body, view->head_rows - 1);
    }
    list_view(&list, &view->list, &box);
    screen_more_items_below(&list, &view->list, &box);
}
