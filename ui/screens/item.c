#include "ui/screens/screens.h"

static bool item_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void item_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Item");
}

static void item_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_item = {
    .name = "item",
    .is_popup = false,
    .crumbs = item_crumbs,
    .step = screen_no_step,
    .command = item_command,
    .view = item_view,
    .hints = {{CMD_BACK, NULL}},
};
