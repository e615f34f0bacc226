/* Windows to apply, events and due dates, month by month. */
#include "ui/screens/screens.h"

static bool calendar_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void calendar_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void calendar_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_calendar = {
    .name = "calendar",
    .crumbs = calendar_crumbs,
    .step = screen_no_step,
    .command = calendar_command,
    .view = calendar_view,
    .hints = {{CMD_BACK, NULL}},
};
