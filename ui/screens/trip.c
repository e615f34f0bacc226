/* From when to when the briefing service can be applied for. */
#include "ui/screens/screens.h"

static bool trip_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void trip_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void trip_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_trip = {
    .name = "trip",
    .is_popup = true,
    .crumbs = trip_crumbs,
    .step = screen_no_step,
    .command = trip_command,
    .view = trip_view,
    .hints = {{CMD_BACK, NULL}},
};
