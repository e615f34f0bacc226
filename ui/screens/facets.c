/* Which programs the lists of the catalogue show. */
#include "ui/screens/screens.h"

static bool facets_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void facets_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void facets_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_facets = {
    .name = "facets",
    .is_popup = true,
    .crumbs = facets_crumbs,
    .step = screen_no_step,
    .command = facets_command,
    .view = facets_view,
    .hints = {{CMD_BACK, NULL}},
};
