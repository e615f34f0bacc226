/* See compared.h. */
#include "ui/compared.h"

#include "ui/screens/screens.h"

int compared_find(const App *app, const Program *program) {
    for (int i = 0; i < app->compared.count; i++)
        if (app->compared.at[i] == program)
            return i;
    return -1;
}

bool compared_has(const App *app, const char *id) {
    for (int i = 0; i < app->compared.count; i++)
        if (strcmp(app->compared.at[i]->id, id) == 0)
            return true;
    return false;
}

void compared_add(App *app, const Program *program) {
    Compared *compared = &app->compared;
    if (program != NULL && compared->count < COMPARED_MOST && compared_find(app, program) < 0)
        compared->at[compared->count++] = program;
}

static void take_out(Compared *compared, int index) {
    compared->count--;
    for (int i = index; i < compared->count; i++)
        compared->at[i] = compared->at[i + 1];
}

/* ---- saying it ---- */

static void say_added(App *app) {
    int count = app->compared.count;
    if (count < COMPARED_LEAST)
        app_say(app, "%s", _("Marked for comparing. Mark one more with c, then C shows them."));
    else
        app_say(app, _("Marked for comparing (%d). C shows them side by side."), count);
}

static void say_taken(App *app) {
    int count = app->compared.count;
    if (count == 0)
        app_say(app, "%s", _("No longer marked; nothing is marked for comparing now."));
    else
        app_say(app,
                tr_plural("No longer marked; %d is left.", "No longer marked; %d are left.", count),
                count);
}

bool compared_command(App *app, const ScreenState *state, CommandId command) {
    if (command != CMD_MARK)
        return false;
    const Program *program = app_subject(app, state, &app->scratch).program;
    int index = compared_find(app, program);
    if (index >= 0) {
        take_out(&app->compared, index);
        say_taken(app);
    } else {
        compared_add(app, program);
        say_added(app);
    }
    return true;
}

const char *compared_hint(const App *app, const ScreenState *state, Arena *arena) {
    const Program *program = app_subject(app, state, arena).program;
    /* TRANSLATORS: hint: take the mark for comparing away */
    return compared_find(app, program) >= 0 ? _("unmark") : NULL;
}

/* ---- why not ---- */

static const char *why_no_mark(const App *app, const Subject *subject) {
    if (subject->kind != BOOKMARK_PROGRAM || is_absent(subject->id))
        return _("Choose a program first.");
    if (subject->program == NULL)
        return _("It is no longer in the catalogue.");
    if (app->compared.count < COMPARED_MOST || compared_find(app, subject->program) >= 0)
        return NULL;
    return _("Four are marked already; C shows them, and c there takes one out.");
}

const char *compared_why_not_enough(const App *app) {
    if (app->compared.count >= COMPARED_LEAST)
        return NULL;
    return app->compared.count == 0 ? _("First mark two to four programs with c.")
                                    : _("One program is marked; mark one more with c.");
}

const char *compared_disabled(const App *app, const ScreenState *state, CommandId command) {
    if (command == CMD_COMPARE)
        return compared_why_not_enough(app);
    if (command != CMD_MARK)
        return NULL;
    Arena arena = {0};
    Subject subject = app_subject(app, state, &arena);
    const char *why = why_no_mark(app, &subject);
    arena_release(&arena);
    return why;
}
