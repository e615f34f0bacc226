/* Every country and region of the edition, by region. */
#include "ui/screens/screens.h"

static bool countries_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void countries_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void countries_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_countries = {
    .name = "countries",
    .crumbs = countries_crumbs,
    .step = screen_no_step,
    .command = countries_command,
    .view = countries_view,
    .hints = {{CMD_BACK, NULL}},
};
