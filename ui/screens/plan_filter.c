#include "ui/screens/screens.h"

static bool plan_filter_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void plan_filter_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Filter");
}

static void plan_filter_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_plan_filter = {
    .name = "plan-filter",
    .is_popup = true,
    .crumbs = plan_filter_crumbs,
    .step = screen_no_step,
    .command = plan_filter_command,
    .view = plan_filter_view,
    .hints = {{CMD_BACK, NULL}},
};
