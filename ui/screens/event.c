/* One seminar or exhibition. */
#include "ui/screens/screens.h"

static bool event_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void event_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void event_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_event = {
    .name = "event",
    .crumbs = event_crumbs,
    .step = screen_no_step,
    .command = event_command,
    .view = event_view,
    .hints = {{CMD_BACK, NULL}},
};
