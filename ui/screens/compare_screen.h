/*
 * Between the files of the comparison's screen: compare.c (state and commands), compare_view.c
 * (what it looks like).
 */
#ifndef KAIRO_UI_SCREENS_COMPARE_SCREEN_H
#define KAIRO_UI_SCREENS_COMPARE_SCREEN_H

#include "report/comparison.h"
#include "ui/screens/screens.h"

/* The key of the last row, which gathers what no program states. */
#define COMPARE_UNSTATED "unstated"

/* A line of a cell as it is painted: the mark, and the text `indent` cells from the left. */
typedef struct ShownLine {
    Str text;
    const char *mark;
    int indent;
    DocRole role;
} ShownLine;

typedef struct ShownCell {
    ShownLine *lines;
    size_t count, room;
} ShownCell;

/* A row of the list; `row` is NULL for what no program states. */
typedef struct CompareItem {
    const ComparisonRow *row;
    int order; /* its place among all rows */
    int air;   /* blank lines before it */
    int lines; /* without them */
    ShownCell cells[COMPARED_MOST];
} CompareItem;

/* The screen, measured. Lives in the arena. */
typedef struct CompareView {
    const App *app;
    Arena *arena;
    const CompareState *state;
    const Comparison *all;
    CompareItem items[COMPARISON_ROWS_MOST + 1];
    int count;
    bool above;               /* names stand above their cells, not beside them */
    int cells_col, cell_cols; /* where the first column begins; how wide each is */
    int first, shown, focus;  /* columns */
    int head_rows, list_row, list_rows;
    ListState list;
} CompareView;

/* With at least COMPARED_LEAST programs marked. */
CompareView *compare_view_of(const App *app, Arena *arena, const CompareState *state);
List compare_view_list(const CompareView *view);
void compare_view_paint(const CompareView *view, const Canvas *body);

/* The key by which a row is remembered. */
const char *compare_item_key(const CompareItem *item);

/* The place of the program in focus among those marked; -1 when there is none. */
int compare_focus(const App *app, const CompareState *state);

#endif
