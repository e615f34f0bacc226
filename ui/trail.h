/*
 * The screens seen, in order: what [ and ] walk through. Each entry is the whole stack as
 * it stood, so walking back gives the identical screen with the way back from there.
 */
#ifndef KAIRO_UI_TRAIL_H
#define KAIRO_UI_TRAIL_H

#include "ui/app.h"

void trail_init(App *app);
void trail_release(App *app);

/* Before leaving a screen: remembers row and scroll as they are now. */
void trail_keep(App *app);

/* After arriving at another: a new entry; what lay ahead is forgotten. */
void trail_add(App *app);

/* Leaves the screen on top without a trace, as if it had not been opened. */
void trail_drop(App *app);

bool trail_can(const App *app, int direction); /* -1 back, 1 forward */
void trail_walk(App *app, int direction);

#endif
