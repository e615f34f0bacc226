/*
 * Between the files of the call sheet: calls.c (state and commands), calls_rows.c (what each
 * call says, measured) and calls_view.c (the page).
 *
 * Selected is a matter, known by its program's id; the call that has it is shown in full with
 * what to ask, all others in two lines. Everything is made anew for each key and each frame
 * from the plan as it is then.
 */
#ifndef KAIRO_UI_SCREENS_CALLS_SCREEN_H
#define KAIRO_UI_SCREENS_CALLS_SCREEN_H

#include "report/call_sheet.h"
#include "ui/screens/screens.h"

/* A piece of text in its place within a call. */
typedef struct CallSpan {
    int row, col;
    int cells; /* it is cut to as many; 0: never */
    Style style;
    Str text;
    bool right; /* it ends at col */
} CallSpan;

/* One call, set: what it says, and how many lines it takes. */
typedef struct CallBox {
    CallSpan *spans;
    size_t count, room;
    int height;
    int *matter_rows; /* where each matter's name stands, when it is shown in full */
} CallBox;

typedef struct CallsView {
    const App *app;
    Arena *arena;
    CallSheet sheet;
    int selected, matter; /* the call, and which of its matters; 0 where there is none */
    int cols;
    WrapLines intro;
    Style intro_style;
    int head_rows, list_rows;
    CallBox *boxes;
    ListState list; /* the state's, with the selected call */
    int skip;       /* lines of the selected call above the page: it may be taller */
} CallsView;

CallsView *calls_view_of(const App *app, Arena *arena, const CallsState *state);
/* The same not yet measured: only the sheet and what is selected. */
CallsView *calls_found(const App *app, Arena *arena, const CallsState *state);
/* The matter selected; NULL when there is none. */
const CallMatter *calls_selected(const CallsView *view);

List calls_list(const CallsView *view);
/* Lines of the selected call that find no room; 0 for most. */
int calls_overhang(const CallsView *view);
void calls_paint(const CallsView *view, const Canvas *body);

/* calls_rows.c: sets one call, in full or in two lines. */
CallBox calls_box(const CallsView *view, int call, bool full);

#endif
