/*
 * A tour of every screen. The real program in a terminal and a session without one beside it
 * (tests/sessions/session.h) are given the same keys, each with folders of its own; what stands
 * in the terminal must be the session's grid: every cell, and where the cursor is.
 */
#ifndef KAIRO_TESTS_TOUR_H
#define KAIRO_TESTS_TOUR_H

#include "world.h"

#include "../sessions/kept.h"

/* Where the hardware cursor stands: input methods draw there, screen readers read there. */
typedef enum TourCursor {
    CURSOR_READS, /* nothing is selected: it is out of the way */
    CURSOR_PICKS, /* on the selected row or link */
    CURSOR_TYPES, /* in the text field, and seen */
} TourCursor;

/* Keys that lead there from home, as session_key names them. What a stop leaves behind (items of
   the plan, marks, a filter) the later ones find. */
typedef struct TourStop {
    ScreenId screen;
    TourCursor cursor;
    const char *keys[16];
} TourStop;

/* What kairo is started with. */
extern const char *const tour_options[2];

extern const TourStop tour_stops[];
extern const size_t tour_stop_count;

typedef struct Tour {
    Pty pty;
    Session session;
    Keeper keeper;
    Arena arena;
    bool far; /* inside another program, whose sleep tells nothing: what is due is waited for */
    bool cannot_hide; /* a terminal without an invisible cursor */
    const char *last_key;
    bool seen[SCREEN_COUNT];
} Tour;

/* `start` is world_start's, its `wide` meant too. Files of `plan` ("" for none), by its path, are
   among the plans of both. The catalogue is what the program was told to load. Where `start` is
   another program than kairo, that one starts kairo, with tour_options. Of *tour, cannot_hide is
   kept. */
void tour_begin(Tour *tour, const PtyStart *start, const Catalogue *catalogue, const char *plan);
void tour_end(Tour *tour);

/* A key for both, taken by both. */
void tour_press(Tour *tour, const char *key);
/* From wherever it is, home. */
void tour_go_home(Tour *tour);
/* To a stop; fails the test when its keys lead elsewhere. */
void tour_go(Tour *tour, const TourStop *stop);
/* Both windows. */
void tour_resize(Tour *tour, int cols, int rows);

/* Cell by cell, and the cursor. Digits beside a colon may differ: that is the time of day. */
void tour_expect_same(Tour *tour);
/* The cursor is where that kind of screen wants it. */
void tour_expect_cursor(Tour *tour, TourCursor cursor);
/* It sleeps until a key or a signal comes, and not until some time. */
void tour_expect_idle(Tour *tour);

#endif
