#include "ui/screens/screens.h"

static bool plans_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void plans_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Plans");
}

static void plans_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_plans = {
    .name = "plans",
    .is_popup = false,
    .crumbs = plans_crumbs,
    .step = screen_no_step,
    .command = plans_command,
    .view = plans_view,
    .hints = {{CMD_BACK, NULL}},
};
