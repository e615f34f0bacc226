/* What a subsidy would come to. */
#include "ui/screens/screens.h"

static bool estimate_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void estimate_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void estimate_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_estimate = {
    .name = "estimate",
    .is_popup = true,
    .crumbs = estimate_crumbs,
    .step = screen_no_step,
    .command = estimate_command,
    .view = estimate_view,
    .hints = {{CMD_BACK, NULL}},
};
