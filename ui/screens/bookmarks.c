#include "ui/screens/screens.h"

static bool bookmarks_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void bookmarks_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Bookmarks");
}

static void bookmarks_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_bookmarks = {
    .name = "bookmarks",
    .is_popup = false,
    .crumbs = bookmarks_crumbs,
    .step = screen_no_step,
    .command = bookmarks_command,
    .view = bookmarks_view,
    .hints = {{CMD_BACK, NULL}},
};
