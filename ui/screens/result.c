/* What comes of the answers, in groups. */
#include "ui/screens/screens.h"

static bool result_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void result_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void result_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_result = {
    .name = "result",
    .crumbs = result_crumbs,
    .step = screen_no_step,
    .command = result_command,
    .view = result_view,
    .hints = {{CMD_BACK, NULL}},
};
