#include "ui/screens/screens.h"

void app_open_status(App *app, const char *program) {
    (void)app;
    (void)program;
}

static bool status_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void status_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Status");
}

static void status_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_status = {
    .name = "status",
    .is_popup = true,
    .crumbs = status_crumbs,
    .step = screen_no_step,
    .command = status_command,
    .view = status_view,
    .hints = {{CMD_BACK, NULL}},
};
