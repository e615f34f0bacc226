/*
 * Which items of the active plan are listed, in what order and under which headings. Between
 * the files of the plan's screen and its filter; nothing here is painted.
 *
 * All results live in the arena given and lend from the plan: they are made anew for each key
 * and each view.
 */
#ifndef KAIRO_UI_SCREENS_PLAN_ROWS_H
#define KAIRO_UI_SCREENS_PLAN_ROWS_H

#include "plan/fields.h"
#include "ui/screens/screens.h"

/* What the filter tells apart. Within one, any choice will do; all of them must agree. */
typedef enum FilterGroup {
    FILTER_STEP,
    FILTER_STATUS,
    FILTER_DUE,
    FILTER_CHANGED,
    FILTER_GROUPS
} FilterGroup;

typedef struct PlanRow {
    const PlanItem *item;
    const Program *program; /* NULL when it has left the catalogue */
    PlanStatus status;
    int step;    /* 0 to 4 */
    PlanDue due; /* DUE_COUNT when nothing is left to do: then no date presses */
    Date date;   /* none: no due date */
    int days;    /* from today to the date */
    int place;   /* in the plan */
} PlanRow;

typedef struct PlanRows {
    PlanRow *at;
    int count;
} PlanRows;

/* Every item, in the order of the plan. */
PlanRows plan_rows_all(const App *app, Arena *arena);
/* Those of `all` that the filter lets through, in their order; a new array. */
PlanRows plan_rows_shown(const PlanRows *all, Arena *arena, const PlanState *state);

/* The row of the selected id; while that is not listed, the one in its place. NULL: no rows. */
const PlanRow *plan_row_selected(const PlanRows *rows, const PlanState *state);

/* The same without a list at hand. */
const PlanRow *plan_selected(const App *app, Arena *arena, const PlanState *state);

/* Rows of one number stand under one heading; 0 for all where there are none (SORT_ADDED). */
int plan_row_heading(const PlanRow *row, PlanSort sort);

/* Whether the catalogue says something else than when the item was added, or nothing at all.
 * Costs more than all else here: for rows that are seen, and while a filter asks. */
bool plan_row_is_changed(Arena *arena, const PlanRow *row);

/* ---- the filter ---- */

bool plan_filter_is_on(const PlanFilter *filter);
/* The choices of a group that are on, as bits; 0 lets all through. */
unsigned plan_filter_bits(const PlanFilter *filter, FilterGroup group);
void plan_filter_toggle(PlanFilter *filter, FilterGroup group, unsigned bit);

/* The bit of a row in a group; 0 where it has none. */
unsigned plan_row_bit(Arena *arena, const PlanRow *row, FilterGroup group);

/* How many of the rows the other groups let through and `bit` of `group` adds; with bit 0,
 * how many there would be without the group. */
int plan_filter_count(const PlanRows *all, Arena *arena, const PlanFilter *filter,
                      FilterGroup group, unsigned bit);

#endif
