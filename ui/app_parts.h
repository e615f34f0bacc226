/* What the files of the app share: app.c (state, events), app_open.c (the stack of screens),
 * app_run.c (commands). Screens use screens/screens.h. */
#ifndef KAIRO_UI_APP_PARTS_H
#define KAIRO_UI_APP_PARTS_H

#include "ui/screens/screens.h"

/* The screen or popup on top. */
static inline ScreenState *app_top(App *app) {
    return &app->stack[app->depth - 1];
}

/* Asks for what others may have changed on disk meanwhile. */
void app_refresh(App *app);

/* The screens that are on the stack ask for what they need (ScreenClass.begin). */
void app_begin(App *app);

#endif
