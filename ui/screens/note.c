#include "ui/screens/screens.h"

void app_open_note(App *app, const char *program) {
    (void)app;
    (void)program;
}

void note_leave(App *app, ScreenState *state) {
    (void)app;
    (void)state;
}

void note_edited(App *app, const char *text) {
    (void)app;
    (void)text;
}

static bool note_command(App *app, ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    (void)command;
    return false;
}

static void note_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, "Note");
}

static void note_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    (void)screen;
    (void)body;
}

const ScreenClass screen_note = {
    .name = "note",
    .is_popup = true,
    .crumbs = note_crumbs,
    .step = screen_no_step,
    .command = note_command,
    .view = note_view,
    .hints = {{CMD_BACK, NULL}},
};
