/* Between the two files of the roadmap: what its panes hold, and how its list is measured. */
#ifndef KAIRO_UI_SCREENS_ROADMAP_H
#define KAIRO_UI_SCREENS_ROADMAP_H

#include "ui/screens/facets.h"
#include "ui/screens/program_row.h"

/* The programs of pane 1 to 4, in the order of the edition; pane 0 holds the resources. */
typedef struct PaneItems {
    const Program *const *at; /* those that the filter shows */
    const int *places;        /* of each among all */
    int count;
    ProgramRefs all;
} PaneItems;

PaneItems pane_items(const App *app, Arena *arena, int pane);

/* Where a pane's list stands: on the program selected; while the filter hides it, on the next one
 * that is shown, or the last. */
ListState pane_at(const PaneItems *items, const ListState *state);

/* Lines that an item takes: its need's heading (0 when it has none) and its name. */
typedef struct ItemRows {
    int heading, name;
} ItemRows;

/* One pane's list, measured for a width. Lives in `arena`. */
typedef struct PaneList {
    const App *app;
    Arena *arena;
    PaneItems items;
    ItemRows *rows; /* per item */
    int pane;
    RowShape shape;
    bool focused;
    bool airy; /* a blank line before each need: everything fits */
} PaneList;

/* `rows` is what the list has; it decides whether there is air between needs. */
List pane_list(PaneList *pane, const App *app, Arena *arena, int number, int cols, int rows);

/* Where the focused pane's list stands, for settling it: cells within the body. */
typedef struct ListBox {
    int cols, rows;
} ListBox;
ListBox roadmap_list_box(const App *app, int pane);

/* n (1) and N (-1). */
void roadmap_find(App *app, RoadmapState *state, int direction);

void roadmap_view(const App *app, const ScreenState *state, const Canvas *body);

#endif
