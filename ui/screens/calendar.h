/*
 * Between the files of the calendar: calendar.c (commands), calendar_rows.c (its rows, their
 * names for people and for the session) and calendar_view.c (painting). All measures in cells.
 *
 * The rows are made anew for each key and each frame. Which one is selected is remembered by a
 * key of its own ("closes:jizokuka-subsidy"), so that other due dates, another day or an
 * unfolded group above it move nothing.
 */
#ifndef KAIRO_UI_SCREENS_CALENDAR_H
#define KAIRO_UI_SCREENS_CALENDAR_H

#include "query/agenda.h"
#include "ui/screens/program_row.h"

typedef enum CalendarRowKind {
    CALENDAR_ENTRY,   /* something with a date */
    CALENDAR_GROUP,   /* programs without one: folds */
    CALENDAR_PROGRAM, /* one of them */
    CALENDAR_TRIP,    /* under a program whose window is relative to a journey */
} CalendarRowKind;

typedef struct CalendarRow {
    CalendarRowKind kind;
    const AgendaEntry *entry;
    const AgendaGroup *group;
    const Program *program; /* NULL for none */
    bool section; /* under it begins another part: the edition's dates, what has no date */
    bool heads;   /* the first of its month or part */
} CalendarRow;

typedef struct CalendarColumns {
    bool stacked; /* the name stands under the date */
    int name, name_cols;
    int beside, beside_cols; /* place, provider or status; -1 when it has no column */
    int end;                 /* where the days left end */
    int month;               /* where the small calendar begins, -1 for none */
} CalendarColumns;

/* Lines of a row, from its top: headings, then the rest, then `air`: a blank one before the next
   heading, which so can stand at the top of the screen. */
typedef struct CalendarLines {
    int section, heading, air;
    WrapLines name;
} CalendarLines;

typedef struct Calendar {
    const App *app;
    Arena *arena;
    const CalendarState *state;
    Agenda agenda;
    CalendarRow *rows;
    CalendarLines *lines;
    int count;
    size_t room;
    CalendarColumns columns;
    RowShape shape; /* of programs without a date */
    int cols;       /* of the list */
    WrapLines intro;
    int list_rows;
    ListState list; /* where the list stands */
} Calendar;

/* Lives in `arena`, with the app's plan and catalogue. */
Calendar *calendar_of(const App *app, Arena *arena, const CalendarState *state);

/* The selected row alone, not measured: for what is asked often. NULL when there is none. */
const CalendarRow *calendar_selected(const App *app, Arena *arena, const CalendarState *state);

/* A name for the session, in `arena`. */
const char *calendar_key(Arena *arena, const CalendarRow *row);

bool calendar_is_unfolded(const CalendarState *state, const AgendaGroup *group);

/* ---- words; static or in `arena` ---- */

const char *calendar_name(const CalendarRow *row);
const char *calendar_beside(const Calendar *of, const CalendarRow *row);

/* ---- calendar_view.c ---- */

/* Measures what calendar_of has collected: heights, columns, scroll. */
void calendar_measure(Calendar *of);
List calendar_list(const Calendar *of);
void calendar_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
