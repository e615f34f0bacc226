/* See pieces.h. */
#include "ui/screens/pieces.h"

#include "base/tr.h"
#include "report/plan_words.h"
#include "text/ascii.h"
#include "text/clean.h"
#include "text/era.h"
#include "text/width.h"

/* ---- days ---- */

/* None for what is no stamp. */
static Date day_of(const App *app, const char *stamp) {
    Date day;
    int minute;
    return plan_words_moment(stamp, app->zone, &day, &minute) ? day : (Date){0};
}

const char *screen_when(const App *app, Arena *arena, const char *stamp) {
    char iso[DATE_ISO_BYTES];
    Date day = day_of(app, stamp), today = day_of(app, app->work.now);
    if (!date_is_known(day))
        return "";
    if (date_compare(day, today) == 0)
        return tr_context("when", "today");
    if (day.year == today.year)
        return date_print_short(arena, day);
    date_print_iso(day, iso);
    return arena_copy(arena, str(iso));
}

const char *screen_days_left(Arena *arena, long days) {
    if (days == 0)
        return _("today");
    if (days < 0)
        /* TRANSLATORS: days over the due date, in a column of at most 8 cells */
        return arena_printf(arena, _("%ld late"), -days);
    /* TRANSLATORS: days left, in a column of at most 9 cells */
    return arena_printf(arena, tr_plural("%ld day", "%ld days", days), days);
}

const char *screen_when_exactly(const App *app, Arena *arena, const char *stamp) {
    Date day;
    int minute;
    if (!plan_words_moment(stamp, app->zone, &day, &minute))
        return "";
    return arena_printf(arena, "%s %02d:%02d", screen_when(app, arena, stamp), minute / 60,
                        minute % 60);
}

/* ---- rows ---- */

void screen_star(const Canvas *item, bool selected) {
    paint(item, 0, 0, selected ? STYLE_PICK : STYLE_BODY, mark_bookmark());
}

void screen_compared(const Canvas *item, bool selected) {
    paint(item, 0, 0, selected ? STYLE_PICK : STYLE_BODY, mark_compared());
}

void screen_mark(const Canvas *item) {
    paint(item, 0, 0, STYLE_PICK, " ");
    paint(item, 1, 0, STYLE_PICK, mark_selected(item->grid));
    paint_cursor(item, 2, 0, false);
}

/* ---- popups ---- */

Span screen_popup(int cols) {
    enum { WIDE = 100, MARGIN = 2 };
    PageShape shape = page_shape(cols);
    if (cols <= WIDE)
        return (Span){0, cols};
    return (Span){shape.margin - MARGIN, shape.cells + 2 * MARGIN};
}

Canvas screen_popup_canvas(const Canvas *body, int first) {
    for (int row = first; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    Span span = screen_popup(body->cols);
    return canvas_part(body, span.col, 0, span.cols, body->rows);
}

void screen_heading(const Canvas *body, int row, const char *what, const char *about) {
    paint_blank(body, 0, row, body->cols, STYLE_BAR0);
    int col = 2 + paint(body, 2, row, STYLE_BAR0, what) + 2;
    paint_fit(body, col, row, body->cols - col - 2, STYLE_BAR0, about);
}

/* ---- text as it is painted ---- */

Str screen_shown(const App *app, Arena *arena, const char *text) {
    Str clean = text_clean_lines(arena, str(text));
    return app->substitute ? text_to_ascii(arena, clean) : clean;
}

int screen_cells(const App *app, Arena *arena, const char *text) {
    return text_width(screen_shown(app, arena, text), app->ambiguous);
}

/* Most fit on one line, which is known without breaking them. */
WrapLines screen_lines(const App *app, Arena *arena, const char *text, int cols) {
    Str shown = screen_shown(app, arena, text);
    int cells = text_width(shown, app->ambiguous);
    if (cells > cols || shown.len == 0 || memchr(shown.at, '\n', shown.len) != NULL)
        return text_wrap(arena, shown, MAX_OF(cols, 2), app->ambiguous);
    WrapLine *line = arena_new(arena, WrapLine, 1);
    *line = (WrapLine){shown, cells};
    return (WrapLines){line, 1};
}

void screen_paint_lines(const Canvas *canvas, int col, int row, Style style, WrapLines lines) {
    for (size_t i = 0; i < lines.count; i++)
        paint_text(canvas, col, row + (int)i, style, lines.at[i].text);
}

/* ---- keys with their words ---- */

int screen_key_cells(const Canvas *canvas, CommandId command, const char *word) {
    return paint_width(canvas, command_first_key(canvas->frame, command)) + 1 +
           paint_width(canvas, word);
}

int screen_key(const Canvas *canvas, int col, int row, CommandId command, const char *word) {
    col += paint(canvas, col, row, STYLE_KEY, command_first_key(canvas->frame, command)) + 1;
    return col + paint(canvas, col, row, STYLE_DIM, word) + 2;
}

/* ---- what lies below ---- */

void screen_more(const Canvas *canvas, int end, int row, const char *text) {
    const char *key = command_first_key(canvas->frame, CMD_PAGE_DOWN);
    int begin = paint_right(canvas, end, row, STYLE_DIM, text);
    paint_right(canvas, begin - 1, row, STYLE_KEY, key);
}

/* Items whose last line is not seen. */
static int items_below(const List *list, const ListState *state, int rows) {
    int line = -list_top(list, state, rows);
    for (int item = 0; item < list->count; item++) {
        line += list->height(list->context, item);
        if (line > rows)
            return list->count - item;
    }
    return 0;
}

void screen_more_items(const List *list, const ListState *state, const Canvas *box) {
    int rest = items_below(list, state, box->rows);
    if (rest == 0)
        return;
    Canvas whole = canvas_whole(box->grid, box->frame);
    screen_more(&whole, MIN_OF(box->col + box->cols, whole.cols - 1), box->row + box->rows,
                /* TRANSLATORS: items of a list that lie below what is seen. */
                arena_printf(box->frame, tr_plural("%d more", "%d more", rest), rest));
}

void screen_more_items_below(const List *list, const ListState *state, const Canvas *box) {
    if (box->row + box->rows < box->grid->rows - 1)
        screen_more_items(list, state, box);
}

bool screen_list_command(const List *list, ListState *state, int rows, CommandId command) {
    switch (command) {
    case CMD_UP:
        list_step(list, state, rows, -1);
        break;
    case CMD_DOWN:
        list_step(list, state, rows, 1);
        break;
    case CMD_PAGE_UP:
        list_page(list, state, rows, -1);
        break;
    case CMD_PAGE_DOWN:
        list_page(list, state, rows, 1);
        break;
    case CMD_FIRST:
        list_move(list, state, -list->count);
        break;
    case CMD_LAST:
        list_move(list, state, list->count);
        break;
    default:
        return false;
    }
    list_settle(list, state, rows);
    return true;
}
