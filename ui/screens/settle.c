#include "ui/screens/screens.h"

static bool settle_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void settle_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Conflict");
}

static void settle_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_settle = {
    .name = "settle",
    .is_popup = true,
    .crumbs = settle_crumbs,
    .step = screen_no_step,
    .command = settle_command,
    .view = settle_view,
    .hints = {{CMD_BACK, NULL}},
};
