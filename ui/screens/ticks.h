/*
 * A popup of choices to tick, in groups, with a count beside each: what the plan shows
 * (plan_filter.c), what the lists of the catalogue show (facets.c).
 *
 *     What the plan shows                          3 of 13 items
 *
 *     ▸ ☐ Show all            13
 *
 *       Step                         Status
 *       ☑ 2 Plan and prepare   3     ☑ checking    1
 *
 * Where there is room the groups stand side by side at the foot of the screen, so that the list
 * above them can be seen following every choice; what does not fit scrolls. In a narrow or low
 * window they are one list. Space or Enter ticks, Tab goes to the next group, Esc or the key
 * that opened it closes. All measures in cells.
 *
 * The caller makes the board anew for each key and each view; the state is where it stands.
 */
#ifndef KAIRO_UI_SCREENS_TICKS_H
#define KAIRO_UI_SCREENS_TICKS_H

#include "ui/screens/screens.h"

typedef struct Tick {
    int group;           /* those of a group stand together; -1: the first of all, "Show all" */
    int value;           /* the caller's */
    const char *heading; /* its group's name */
    const char *name;
    const char *id; /* by which a session finds it again */
    int count;      /* what it brings; only for a view */
    bool on;
} Tick;

typedef struct TickBoard {
    const App *app;
    Arena *arena;
    const char *title, *total; /* the bar; only for a view */
    const Tick *at;            /* the first is group -1 */
    int count;
    int columns_most;           /* side by side */
    int widest_most, each_most; /* of the column with the longest names, and of the others */
} TickBoard;

void ticks_view(const TickBoard *board, const ListState *state, const Canvas *body);

/* Moves, or says in *ticked which choice was ticked; NULL when none was. CMD_UNFILTER ticks the
 * first, wherever it stands. False when the command is none of a popup's. */
bool ticks_command(const TickBoard *board, ListState *state, CommandId command,
                   const Tick **ticked);

/* ScreenClass.text: the keys that popups leave to no command. Space ticks, f closes, F shows all:
 * what is ticked goes through the screen's own command. */
bool ticks_text(App *app, ScreenState *state, const Event *event);

/* Where it stands, for the session. */
void ticks_keep(const TickBoard *board, const ListState *state, Keep *keep);
void ticks_recall(const TickBoard *board, ListState *state, const Recall *recall);

/* The chips of what is on: " free " reversed, or "[free]" where that is not seen. */
const char *ticks_chip(const App *app, Arena *arena, const char *text);

#endif
