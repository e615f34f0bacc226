#include "ui/screens/screens.h"

static bool plan_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void plan_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Plan");
}

static void plan_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_plan = {
    .name = "plan",
    .is_popup = false,
    .crumbs = plan_crumbs,
    .step = screen_no_step,
    .command = plan_command,
    .view = plan_view,
    .hints = {{CMD_BACK, NULL}},
};
