/*
 * What the screens are painted with: words for days, texts as they are painted, rows of lists,
 * popups, keys, and the commands of a list. All measures in cells and rows.
 */
#ifndef KAIRO_UI_SCREENS_PIECES_H
#define KAIRO_UI_SCREENS_PIECES_H

#include "text/wrap.h"
#include "ui/app.h"
#include "ui/layout.h"

enum { AIR_ROWS = 12 /* rows of the body from which an item and its popups have blank lines */ };

/* ---- days ---- */

/* The day of a stamp (plan.h) on the user's clock, as short as can be: "today", 12/14,
 * 2015-12-14; "" for none. */
const char *screen_when(const App *app, Arena *arena, const char *stamp);

/* With the time of that day: "today 10:30", 12/14 10:30. */
const char *screen_when_exactly(const App *app, Arena *arena, const char *stamp);

/* "5 late", "today", "38 days": to a due date, for a column. */
const char *screen_days_left(Arena *arena, long days);

/* ---- rows, texts, popups ---- */

/* The selected row of a list: a reversed mark at its left, where the cursor stands. */
void screen_mark(const Canvas *item);

/* The mark of a program that is compared, there too. */
void screen_compared(const Canvas *item, bool selected);

/* A bookmark's mark at the left end of the row; of the selected row, after screen_mark. */
void screen_star(const Canvas *item, bool selected);

/* A text as it will be painted: made safe, in ASCII where the terminal can do no better; and the
 * cells of that. In `arena`. */
Str screen_shown(const App *app, Arena *arena, const char *text);
int screen_cells(const App *app, Arena *arena, const char *text);

/* Its lines, in `arena`; and painting them. */
WrapLines screen_lines(const App *app, Arena *arena, const char *text, int cols);
void screen_paint_lines(const Canvas *canvas, int col, int row, Style style, WrapLines lines);

/* The columns of a popup: those of a page with its margins, in the middle of a wide screen. */
Span screen_popup(int cols);
/* That part of the body, after blanking it from row `first` to its end. */
Canvas screen_popup_canvas(const Canvas *body, int first);

/* The bar over a popup: what it is, and what it is about ("" for nothing). */
void screen_heading(const Canvas *body, int row, const char *what, const char *about);

/* "f change": a command's key and what it does. Returns the column for the next one; and how many
 * cells it takes without the gap. */
int screen_key(const Canvas *canvas, int col, int row, CommandId command, const char *word);
int screen_key_cells(const Canvas *canvas, CommandId command, const char *word);

/* "PgDn 3 more" in dim, ending before column `end`: what lies below, and the key that shows it. */
void screen_more(const Canvas *canvas, int end, int row, const char *text);
/* The same for the items of a list, in the row under its `box`, which must be blank. */
void screen_more_items(const List *list, const ListState *state, const Canvas *box);
/* As screen_more_items, where the row under the body is not the hint line. */
void screen_more_items_below(const List *list, const ListState *state, const Canvas *box);

/* The commands of a list; false for other commands. */
bool screen_list_command(const List *list, ListState *state, int rows, CommandId command);

#endif
