/* One country, its cities, and what is there. */
#include "ui/screens/screens.h"

static bool country_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void country_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void country_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_country = {
    .name = "country",
    .crumbs = country_crumbs,
    .step = screen_no_step,
    .command = country_command,
    .view = country_view,
    .hints = {{CMD_BACK, NULL}},
};
