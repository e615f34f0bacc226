/*
 * A program as a row of a list, the same on every screen:
 *
 *     ▸ 7*☑ name …          provider  料金  受付
 *
 * mark (▸, or = while it is marked for comparing), number, bookmark, plan; the name, over several
 * lines where it must; badges in fixed columns on the right. Mark and number of the selected row
 * are one reversed block, all else stays as it is, so that moving it changes few cells. All
 * measures in cells.
 */
#ifndef KAIRO_UI_SCREENS_PROGRAM_ROW_H
#define KAIRO_UI_SCREENS_PROGRAM_ROW_H

#include "ui/screens/screens.h"

enum {
    ROW_NAME_COL = 6, /* where the name begins: mark, number, bookmark, plan, blank */
    ROW_PLAN_COL = 4,
};

/* What finds room in `cols`: badges give way before names do; the provider comes last. */
typedef struct RowShape {
    int cols, name_cols;
    bool shows_cost, shows_period, shows_provider;
} RowShape;

/* `badges`: whether any of the list's badges says something (row_has_badges). */
RowShape row_shape(int cols, bool badges);
/* Resources have neither fee nor period. */
bool row_has_badges(const Program *program);

/* Where the columns on the right begin: each -1 when it is not shown. */
typedef struct RowColumns {
    int provider, cost, period;
} RowColumns;
RowColumns row_columns(const RowShape *shape);

/* The headings of the columns on the right. */
void row_paint_heads(const Canvas *canvas, int row, const RowShape *shape, Style style);

/* Mark, number, bookmark and plan; `step` (0 to 4) colours the plan's mark. */
void row_paint_number(const App *app, const Canvas *canvas, int row, const Program *program,
                      int step, bool selected);
void row_paint_badges(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                      const Program *program);
/* The name's lines; in English the Japanese name beside it as far as there is room. */
void row_paint_name(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                    const Program *program);

/* In the name as row_paint_name painted it, the words that were looked for. */
void row_mark_found(const App *app, const Canvas *canvas, int row, const RowShape *shape,
                    const Program *program, const SearchFound *found);

/* Lines that a row takes, and all of it, from the canvas's row `row`. */
int row_height(const App *app, Arena *arena, const RowShape *shape, const Program *program);
void row_paint(const App *app, const Canvas *canvas, int row, const RowShape *shape,
               const Program *program, bool selected);

#endif
