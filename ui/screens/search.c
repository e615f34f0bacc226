/* Words typed, and the programs that have them all. */
#include "ui/screens/screens.h"

static bool search_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void search_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void search_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_search = {
    .name = "search",
    .crumbs = search_crumbs,
    .step = screen_no_step,
    .command = search_command,
    .view = search_view,
    .hints = {{CMD_BACK, NULL}},
};
