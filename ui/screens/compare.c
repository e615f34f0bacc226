/* Two to four programs side by side. */
#include "ui/screens/screens.h"

static bool compare_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void compare_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void compare_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_compare = {
    .name = "compare",
    .crumbs = compare_crumbs,
    .step = screen_no_step,
    .command = compare_command,
    .view = compare_view,
    .hints = {{CMD_BACK, NULL}},
};
