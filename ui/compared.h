/*
 * The programs marked for comparing (c): at most four, in the order of marking, on every list
 * and card. They belong to the session, not to a plan.
 */
#ifndef KAIRO_UI_COMPARED_H
#define KAIRO_UI_COMPARED_H

#include "report/comparison.h"
#include "ui/commands.h"

struct App;
struct ScreenState;

typedef struct Compared {
    const Program *at[COMPARED_MOST];
    int count;
} Compared;

/* Its place among them, or -1. */
int compared_find(const struct App *app, const Program *program);
/* The same by its id; an item of a plan may have left the catalogue. */
bool compared_has(const struct App *app, const char *id);

/* Adds it where there is room and it is not there yet. */
void compared_add(struct App *app, const Program *program);

/* c on what is selected. False when the command is another. */
bool compared_command(struct App *app, const struct ScreenState *state, CommandId command);
/* Why c or C does nothing on that screen, or NULL. */
const char *compared_disabled(const struct App *app, const struct ScreenState *state,
                              CommandId command);

/* The hint for c while it takes the mark away; NULL while it sets one. */
const char *compared_hint(const struct App *app, const struct ScreenState *state, Arena *arena);
/* Why there are too few to compare, or NULL. */
const char *compared_why_not_enough(const struct App *app);

#endif
