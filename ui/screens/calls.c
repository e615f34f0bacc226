/* The plan's call sheet. */
#include "ui/screens/screens.h"

static bool calls_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void calls_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void calls_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_calls = {
    .name = "calls",
    .crumbs = calls_crumbs,
    .step = screen_no_step,
    .command = calls_command,
    .view = calls_view,
    .hints = {{CMD_BACK, NULL}},
};
