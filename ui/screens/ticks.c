/*
 * See ticks.h. Groups are dealt out to columns in their order, the last columns filled first, so
 * that the highest column is as low as can be.
 */
#include "ui/screens/ticks.h"

#include <stdlib.h>

enum {
    COLUMNS_MOST = 5,
    COLUMNS_FROM = 72, /* columns of the screen from which groups stand side by side, */
    FOUR_FROM = 112,
    FIVE_FROM = 150,
    SCROLLS_FROM = 14, /* and rows of the body from which they may scroll */
    LIVE_ROWS = 10,    /* of the list above that stay in sight, where there are so many */
    POPUP_LEAST = 20,
    HEAD_ROWS = 2, /* the bar and a blank */
    ALL_ROWS = 2,  /* the first choice and a blank */
    MARK_COLS = 3,
    BOX_COLS = 2,
    COUNT_COLS = 4,
    NAME_MOST = 30, /* cells of a choice in one list */
};

typedef struct Spot {
    int column, row; /* of the board; its first row is the first choice */
} Spot;

/* The board, laid out. */
typedef struct Ticks {
    const TickBoard *board;
    Spot *spots; /* of each choice; only side by side */
    bool side_by_side;
    int columns, rows; /* rows of the highest column */
    int wide;          /* the column whose names are the longest: it gets what the others leave */
    int first;         /* the popup's first row in the body */
    int box;           /* rows of its list or board */
} Ticks;

/* ---- layout ---- */

static bool heads(const TickBoard *board, int item) {
    return item > 0 && board->at[item].group != board->at[item - 1].group;
}

/* The last choice of the group, going forward from any of it. */
static int last_of_group(const TickBoard *board, int item) {
    while (item + 1 < board->count && board->at[item + 1].group == board->at[item].group)
        item++;
    return item;
}

static int first_of_group(const TickBoard *board, int item) {
    while (item > 1 && !heads(board, item))
        item--;
    return item;
}

/* Deals the groups out from the last to the first, no column higher than `limit`. Returns the
 * columns it takes; with `spots`, `columns` are there and each choice gets its spot. */
static int deal(const TickBoard *board, int limit, int columns, Spot *spots) {
    int used = 1, height = 0;
    for (int last = board->count - 1; last > 0;) {
        int first = first_of_group(board, last), rows = 2 + last - first;
        bool fits = height == 0 || height + 1 + rows <= limit;
        used += fits ? 0 : 1;
        height = fits ? height + rows + (height > 0 ? 1 : 0) : rows;
        for (int i = first; spots != NULL && i <= last; i++)
            spots[i].column = columns - used;
        last = first - 1;
    }
    return used;
}

static int group_rows(const TickBoard *board) {
    int most = 1;
    for (int i = 1; i < board->count; i = last_of_group(board, i) + 1)
        most = MAX_OF(most, 2 + last_of_group(board, i) - i);
    return most;
}

/* Down each column; a blank between two groups. */
static int spot_rows(const TickBoard *board, Spot *spots) {
    int row = 0, most = 0;
    for (int i = 1; i < board->count; i++) {
        bool new_column = i == 1 || spots[i].column != spots[i - 1].column;
        if (heads(board, i))
            row = new_column ? ALL_ROWS + 1 : row + 2;
        spots[i].row = row++;
        most = MAX_OF(most, row);
    }
    return most;
}

static int widest_column(const Ticks *ticks) {
    int widest = 0, cells = 0;
    for (int i = 1; i < ticks->board->count; i++) {
        int name = text_width(str(ticks->board->at[i].name), ticks->board->app->ambiguous);
        if (name > cells)
            widest = ticks->spots[i].column;
        cells = MAX_OF(cells, name);
    }
    return widest;
}

static void lay_out_columns(Ticks *ticks) {
    const TickBoard *board = ticks->board;
    int cols = board->app->cols, limit = group_rows(board);
    ticks->columns = cols >= FIVE_FROM ? 5 : cols >= FOUR_FROM ? 4 : 3;
    ticks->columns = MIN_OF(ticks->columns, board->columns_most);
    while (deal(board, limit, ticks->columns, NULL) > ticks->columns)
        limit++;
    ticks->columns = deal(board, limit, ticks->columns, NULL);
    ticks->spots = arena_new(board->arena, Spot, (size_t)board->count);
    deal(board, limit, ticks->columns, ticks->spots);
    ticks->rows = spot_rows(board, ticks->spots);
    ticks->wide = widest_column(ticks);
}

static Ticks *lay_out(const TickBoard *board) {
    Ticks *ticks = arena_new(board->arena, Ticks, 1);
    int body = app_body_rows(board->app), rows = body;
    *ticks = (Ticks){.board = board};
    lay_out_columns(ticks);
    int wanted = HEAD_ROWS + ticks->rows;
    ticks->side_by_side =
        board->app->cols >= COLUMNS_FROM && (body > wanted || body >= SCROLLS_FROM);
    if (ticks->side_by_side)
        rows = body > wanted + LIVE_ROWS
                   ? wanted
                   : MIN_OF(MIN_OF(wanted, body), MAX_OF(body - LIVE_ROWS, POPUP_LEAST));
    ticks->first = body - rows;
    ticks->box = MAX_OF(rows - HEAD_ROWS, 1);
    return ticks;
}

/* ---- painting ---- */

/* ▸ ☑ name   3 in `cols` cells. */
static void paint_tick(const Ticks *ticks, const Canvas *canvas, int item, bool selected) {
    const Tick *tick = &ticks->board->at[item];
    int name = MARK_COLS + BOX_COLS, end = canvas->cols - 1;
    Style style = tick->on ? STYLE_STRONG : tick->count == 0 ? STYLE_DIM : STYLE_BODY;
    if (selected)
        screen_mark(canvas);
    paint(canvas, MARK_COLS, 0, style,
          tick->on ? mark_planned(canvas->grid) : mark_open(canvas->grid));
    paint_fit(canvas, name, 0, end - COUNT_COLS - name, style, tick->name);
    paint_right(canvas, end, 0, tick->count == 0 ? STYLE_DIM : STYLE_BODY,
                arena_printf(ticks->board->arena, "%d", tick->count));
}

static int item_height(const void *context, int item) {
    const Ticks *ticks = context;
    return heads(ticks->board, item) ? 3 : 1;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const Ticks *ticks = context;
    int row = item_height(ticks, item) - 1;
    if (row > 0)
        paint(canvas, MARK_COLS, row - 1, STYLE_STEP0, ticks->board->at[item].heading);
    Canvas part = canvas_shifted(canvas, row, 1);
    paint_tick(ticks, &part, item, selected);
}

static int item_lead(const void *context, int item) {
    return item_height(context, item) - 1;
}

static List list_of(const Ticks *ticks) {
    return (List){ticks->board->count, ticks, item_height, item_paint, item_lead};
}

static void paint_one_list(const Ticks *ticks, const ListState *state, const Canvas *canvas) {
    List list = list_of(ticks);
    int cols = MIN_OF(canvas->cols, MARK_COLS + BOX_COLS + NAME_MOST + COUNT_COLS);
    Canvas box = canvas_part(canvas, 0, 0, cols, ticks->box);
    list_view(&list, state, &box);
    screen_more_items_below(&list, state, &box);
}

/* ---- side by side ---- */

static Span span_of(const Ticks *ticks, int column) {
    enum { EACH = 24, WIDE = 40, MARGIN = 1 };
    int cols = ticks->board->app->cols, others = ticks->columns - 1, wide = ticks->wide;
    int each = others == 0 ? EACH : (cols - MARGIN - WIDE) / others;
    each = MAX_OF(MIN_OF(each, ticks->board->each_most), EACH);
    int widest = MIN_OF(cols - others * each - MARGIN, ticks->board->widest_most);
    int before = column > wide ? widest + (column - 1) * each : column * each;
    return (Span){before, column == wide ? widest : each};
}

/* The first row of the board that is seen: the selected choice is, with its heading. */
static int top_of(const Ticks *ticks, const ListState *state) {
    int row = ticks->spots[state->selected].row;
    int top = MIN_OF(state->top, row - (heads(ticks->board, state->selected) ? 1 : 0));
    top = MAX_OF(top, row + 1 - ticks->box);
    return MAX_OF(MIN_OF(top, ticks->rows - ticks->box), 0);
}

/* A heading that has scrolled away stands over its column, where a blank line would be. */
static void paint_heading(const Ticks *ticks, const Canvas *canvas, int item, int top) {
    const Spot *spot = &ticks->spots[item];
    int row = spot->row - top;
    bool first_seen = row == 0 && item > 0;
    if (!heads(ticks->board, item) && !first_seen)
        return;
    Span span = span_of(ticks, spot->column);
    Canvas column = canvas_part(canvas, span.col, 0, span.cols, canvas->rows);
    paint(&column, MARK_COLS, row + HEAD_ROWS - 1, STYLE_STEP0, ticks->board->at[item].heading);
}

static void paint_below(const Ticks *ticks, const Canvas *canvas, int top) {
    int rest = 0, row = canvas->row + canvas->rows;
    for (int i = 0; i < ticks->board->count; i++)
        rest += ticks->spots[i].row >= top + ticks->box;
    if (rest == 0 || row >= canvas->grid->rows - 1)
        return;
    Canvas whole = canvas_whole(canvas->grid, canvas->frame);
    screen_more(&whole, whole.cols - 1, row,
                arena_printf(canvas->frame, tr_plural("%d more", "%d more", rest), rest));
}

static void paint_side_by_side(const Ticks *ticks, const ListState *state, const Canvas *canvas) {
    int top = top_of(ticks, state);
    for (int i = 0; i < ticks->board->count; i++) {
        const Spot *spot = &ticks->spots[i];
        int row = spot->row - top;
        if (row < 0 || row >= ticks->box)
            continue;
        Span span = span_of(ticks, spot->column);
        Canvas part = canvas_part(canvas, span.col, HEAD_ROWS + row, span.cols, 1);
        paint_tick(ticks, &part, i, i == state->selected);
        paint_heading(ticks, canvas, i, top);
    }
    paint_below(ticks, canvas, top);
}

/* ---- the popup ---- */

static void paint_bar(const TickBoard *board, const Canvas *canvas) {
    paint_blank(canvas, 0, 0, canvas->cols, STYLE_BAR0);
    int end = paint_right(canvas, canvas->cols - 1, 0, STYLE_BAR0, board->total);
    paint_fit(canvas, 1, 0, end - 3, STYLE_BAR0, board->title);
}

void ticks_view(const TickBoard *board, const ListState *state, const Canvas *body) {
    const Ticks *ticks = lay_out(board);
    int first = ticks->first;
    for (int row = first; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    Canvas popup = canvas_part(body, 0, first, body->cols, body->rows - first);
    paint_bar(board, &popup);
    if (ticks->side_by_side) {
        paint_side_by_side(ticks, state, &popup);
        return;
    }
    Canvas part = canvas_part(&popup, 0, HEAD_ROWS, popup.cols, popup.rows - HEAD_ROWS);
    paint_one_list(ticks, state, &part);
}

const char *ticks_chip(const App *app, Arena *arena, const char *text) {
    bool brackets = app->ascii || app->substitute;
    return arena_printf(arena, brackets ? "[%s]" : " %s ", text);
}

/* ---- commands ---- */

/* The choice of a column that is nearest to a row. */
static int nearest(const Ticks *ticks, int column, int row) {
    int best = 0, nearest = INT32_MAX;
    for (int i = 1; i < ticks->board->count; i++) {
        int far = abs(ticks->spots[i].row - row);
        if (ticks->spots[i].column == column && far < nearest) {
            nearest = far;
            best = i;
        }
    }
    return best;
}

/* To the same height of the next column. */
static void go_aside(const Ticks *ticks, ListState *state, int direction) {
    const Spot *from = &ticks->spots[state->selected];
    int to = (from->column + direction + ticks->columns) % ticks->columns;
    state->selected = nearest(ticks, to, from->row);
}

/* A screenful up or down the column. */
static void go_far(const Ticks *ticks, ListState *state, int direction) {
    const Spot *from = &ticks->spots[state->selected];
    int page = MAX_OF(ticks->box - 1, 1);
    state->top = MAX_OF(top_of(ticks, state) + direction * page, 0);
    int to = nearest(ticks, from->column, from->row + direction * page);
    bool top = direction < 0 && from->column == 0 && from->row - page <= 0;
    state->selected = top ? 0 : to;
}

/* To the first choice of the next group, or of the one before. */
static void to_group(const TickBoard *board, ListState *state, int direction) {
    int at = state->selected;
    do
        at = (at + direction + board->count) % board->count;
    while (at != 0 && !heads(board, at));
    state->selected = at;
}

static int aside(CommandId command) {
    return command == CMD_RIGHT ? 1 : command == CMD_LEFT ? -1 : 0;
}

static void settle(const Ticks *ticks, ListState *state) {
    List list = list_of(ticks);
    if (ticks->side_by_side)
        state->top = top_of(ticks, state);
    else
        list_settle(&list, state, ticks->box);
}

static bool move(const Ticks *ticks, ListState *state, CommandId command) {
    List list = list_of(ticks);
    int far = command == CMD_PAGE_DOWN ? 1 : command == CMD_PAGE_UP ? -1 : 0, top = state->top;
    if (far != 0 && ticks->side_by_side)
        go_far(ticks, state, far);
    else if (command == CMD_NEXT || command == CMD_PREVIOUS)
        to_group(ticks->board, state, command == CMD_NEXT ? 1 : -1);
    else if (aside(command) != 0 && ticks->side_by_side)
        go_aside(ticks, state, aside(command));
    else if (!screen_list_command(&list, state, ticks->box, command) && aside(command) == 0)
        return false;
    else if (ticks->side_by_side)
        state->top = top; /* not by the lines of one list */
    return true;
}

bool ticks_command(const TickBoard *board, ListState *state, CommandId command,
                   const Tick **ticked) {
    const Ticks *ticks = lay_out(board);
    state->selected = MAX_OF(MIN_OF(state->selected, board->count - 1), 0);
    *ticked = command == CMD_OPEN       ? &board->at[state->selected]
              : command == CMD_UNFILTER ? &board->at[0]
                                        : NULL;
    if (*ticked == NULL && !move(ticks, state, command))
        return false;
    settle(ticks, state);
    return true;
}

bool ticks_text(App *app, ScreenState *state, const Event *event) {
    if (event->kind != EVENT_KEY)
        return false;
    CommandId command = command_for_key(key_half_width(event->key));
    if (command == CMD_FILTER)
        app_back(app);
    else if (command == CMD_TOGGLE || command == CMD_UNFILTER)
        screen_class(state->id)->command(app, state,
                                         command == CMD_TOGGLE ? CMD_OPEN : CMD_UNFILTER);
    else
        return false;
    return true;
}

/* ---- the session ---- */

void ticks_keep(const TickBoard *board, const ListState *state, Keep *keep) {
    if (state->selected < board->count)
        keep_text(keep, "choice", board->at[state->selected].id);
    keep_number(keep, "top", state->top);
}

void ticks_recall(const TickBoard *board, ListState *state, const Recall *recall) {
    const char *id = recall_text(recall, "choice");
    for (int i = 0; i < board->count; i++)
        if (strcmp(board->at[i].id, id) == 0)
            state->selected = i;
    state->top = recall_count(recall, "top");
}
