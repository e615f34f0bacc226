/* The questions of the diagnosis. */
#include "ui/screens/screens.h"

static bool diagnosis_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void diagnosis_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    (void)crumbs;
}

static void diagnosis_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_diagnosis = {
    .name = "diagnosis",
    .crumbs = diagnosis_crumbs,
    .step = screen_no_step,
    .command = diagnosis_command,
    .view = diagnosis_view,
    .hints = {{CMD_BACK, NULL}},
};
