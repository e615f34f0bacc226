/*
 * The whole state of a session in one value, and its three functions.
 *
 * app_update changes only the app and appends effects: no I/O, no clock, no curses.
 * app_view paints the grid from the app. So a session runs in a test without a terminal.
 */
#ifndef KAIRO_UI_APP_H
#define KAIRO_UI_APP_H

#include "ui/app_state.h"
#include "ui/effect.h"
#include "ui/event.h"
#include "ui/grid.h"

/* What a session starts with. Strings and catalogue are lent for the whole session. */
typedef struct AppStart {
    const Catalogue *catalogue;
    Date today; /* --as-of, else the clock's day, read at the edge */
    int zone;   /* seconds by which the user's clock is ahead of UTC */
    Lang lang;
    Ambiguous ambiguous;
    bool ambiguous_fixed; /* by option: the terminal's answer is not taken */
    bool ascii, substitute;
    bool plain;                /* --plain */
    bool can_copy, can_browse; /* as in app_state.h */
    int cols, rows;
    int step;            /* --step, or 0 */
    bool cross_step;     /* --step 0 */
    const char *program; /* --program, or "" */
    const char *notice;  /* shown once at the start, or "" */
    bool read_only;      /* --read-only: plans and bookmarks can be seen, not changed */
} AppStart;

void app_init(App *app, const AppStart *start);
void app_release(App *app);
void app_update(App *app, const Event *event, Effects *effects);
void app_view(const App *app, Arena *frame, Grid *grid);

#endif
