/* The commands that change plans and bookmarks, the same on every screen. */
#ifndef KAIRO_UI_PLAN_COMMANDS_H
#define KAIRO_UI_PLAN_COMMANDS_H

#include "ui/app.h"

/* Runs one on what is selected; false when the command is none of these. */
bool plan_command(App *app, const ScreenState *state, CommandId command);

/* Why such a command does nothing on that screen, or NULL. */
const char *plan_command_disabled(const App *app, const ScreenState *state, CommandId command);

/* What Space does there with what is in the plan already; NULL where it puts something in. */
const char *plan_toggle_hint(const App *app, const ScreenState *state, Arena *arena);

/* Whether it is one of them: popups do not take them. */
bool plan_command_is(CommandId command);

#endif
