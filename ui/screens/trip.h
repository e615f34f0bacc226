/*
 * Between trip.c (typing, commands) and trip_view.c (painting): a journey's two days and what
 * comes of them. Made anew for each key and each frame.
 */
#ifndef KAIRO_UI_SCREENS_TRIP_H
#define KAIRO_UI_SCREENS_TRIP_H

#include "ui/screens/screens.h"

/* What stands in a field. */
typedef struct TripDay {
    Str typed;
    bool is_day; /* it can be read, to the day: */
    Date day;
} TripDay;

typedef struct Trip {
    TripDay days[TRIP_FIELDS];
    int at;           /* as TripState's, held to what there is */
    bool both, found; /* both days are there, and from them the window: */
    TripWindow window;
    Err why; /* why they give none */
} Trip;

Trip trip_of(const App *app, const TripState *state);

/* Cells of a field on a screen. */
int trip_field_cols(const App *app);

void trip_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
