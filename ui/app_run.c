/*
 * Commands: what a key or the palette asks for. First the screen's own use of it, then what it
 * means everywhere, then what it means for the plan.
 */
#include "ui/app_parts.h"

#include "ui/compared.h"
#include "ui/plan_commands.h"
#include "ui/share.h"
#include "ui/screens/facets.h"
#include "ui/trail.h"

/* What is not saved is tried once more; a second q tries again and leaves, saved or not. */
static void quit(App *app) {
    bool stays = work_is_unsaved(app) && !app->leaving;
    app->leaving = true;
    work_retry(app);
    if (!stays)
        app_ask(app, (Effect){.kind = EFFECT_QUIT});
}

static void leave(App *app) {
    if (app->depth == 1)
        quit(app);
    else
        app_back(app);
}

/* What others may have changed on disk meanwhile. */
void app_refresh(App *app) {
    app_ask(app, (Effect){.kind = EFFECT_REFRESH});
    app_ask(app, (Effect){.kind = EFFECT_REFRESH_BOOKMARKS});
}

/* Commands that open a screen which need not be told what to show, and what is read again each time
 * as others may have changed it meanwhile. */
typedef struct Opening {
    CommandId command;
    ScreenId screen;
    EffectKind reads[2]; /* EFFECT_QUIT for nothing */
} Opening;

static const Opening openings[] = {
    {CMD_PROVIDERS, SCREEN_PROVIDERS, {0}},
    {CMD_FIGURES, SCREEN_FIGURES, {0}},
    {CMD_COUNTRIES, SCREEN_COUNTRIES, {0}},
    {CMD_CALENDAR, SCREEN_CALENDAR, {0}},
    {CMD_DIAGNOSIS, SCREEN_DIAGNOSIS, {0}},
    {CMD_COMPARE, SCREEN_COMPARE, {0}},
    {CMD_EXPORT, SCREEN_EXPORT, {0}},
    {CMD_PALETTE, SCREEN_PALETTE, {0}},
    {CMD_CALLS, SCREEN_CALLS, {EFFECT_REFRESH}},
    {CMD_BOOKMARKS, SCREEN_BOOKMARKS, {EFFECT_REFRESH_BOOKMARKS}},
    {CMD_PLAN, SCREEN_PLAN, {EFFECT_REFRESH, EFFECT_LIST_PLANS}},
    {CMD_PLANS, SCREEN_PLANS, {EFFECT_REFRESH, EFFECT_LIST_PLANS}},
};

static bool open_screen(App *app, CommandId command) {
    const Opening *opening = NULL;
    for (size_t i = 0; i < COUNT_OF(openings); i++)
        if (openings[i].command == command)
            opening = &openings[i];
    if (opening == NULL)
        return false;
    ScreenState state = {.id = opening->screen};
    if (state.id == SCREEN_PLAN)
        state.plan = plan_as_left(app);
    app_open_once(app, state);
    for (size_t i = 0; i < COUNT_OF(opening->reads); i++)
        if (opening->reads[i] != EFFECT_QUIT)
            app_ask(app, (Effect){.kind = opening->reads[i]});
    return true;
}

static void switch_language(App *app) {
    app->lang = app->lang == LANG_JA ? LANG_EN : LANG_JA;
    tr_use(app->lang);
}

/* Commands that mean the same everywhere. */
static bool run_global(App *app, CommandId command) {
    switch (command) {
    case CMD_STEP1:
    case CMD_STEP2:
    case CMD_STEP3:
    case CMD_STEP4:
        app_go_to_step(app, (int)command - (int)CMD_STEP1 + 1);
        return true;
    case CMD_CROSS:
        app_go_to_step(app, 0);
        return true;
    case CMD_SEARCH:
        app_open(app, (ScreenState){.id = SCREEN_SEARCH});
        return true;
    case CMD_FILTER:
        app_open(app, (ScreenState){.id = SCREEN_FACETS});
        return true;
    case CMD_UNFILTER:
        facets_clear(app);
        return true;
    case CMD_HISTORY_BACK:
    case CMD_HISTORY_FORWARD:
        trail_walk(app, command == CMD_HISTORY_BACK ? -1 : 1);
        return true;
    case CMD_LANGUAGE:
        switch_language(app);
        return true;
    case CMD_REDRAW:
        app_refresh(app);
        app_ask(app, (Effect){.kind = EFFECT_REDRAW});
        return true;
    case CMD_SUSPEND:
        app_ask(app, (Effect){.kind = EFFECT_SUSPEND});
        return true;
    case CMD_LEAVE:
        leave(app);
        return true;
    default:
        return open_screen(app, command);
    }
}

/* What a command comes to where a screen has no use of its own for it. */
static bool run_fallback(App *app, CommandId command) {
    const Program *program = app_subject(app, app_top(app), &app->scratch).program;
    switch (command) {
    case CMD_COPY:
        if (program == NULL)
            return false;
        share_copy_card(app, program);
        return true;
    case CMD_QR:
        if (program == NULL)
            return false;
        share_open_program_qr(app, program);
        return true;
    case CMD_BACK:
        app_back(app);
        return true;
    case CMD_LEFT:
        app_run(app, CMD_BACK);
        return true;
    case CMD_RIGHT:
        app_run(app, CMD_OPEN);
        return true;
    default:
        return false;
    }
}

/* History first: what a trail cannot do any more is said by the same words everywhere. */
static const char *disabled_globally(const App *app, const ScreenState *state, CommandId command) {
    if (command == CMD_HISTORY_BACK && !trail_can(app, -1))
        return _("There is nothing earlier in the history.");
    if (command == CMD_HISTORY_FORWARD && !trail_can(app, 1))
        return _("There is nothing later in the history.");
    if (command == CMD_EXPORT && app->work.plan.count == 0)
        return _("There is nothing in the plan yet; Space puts programs in.");
    return find_disabled(app, state, command);
}

const char *app_disabled(const App *app, const ScreenState *state, CommandId command) {
    const char *why = disabled_globally(app, state, command);
    if (why != NULL)
        return why;
    const ScreenClass *screen = screen_class(state->id);
    if (screen->disabled != NULL)
        why = screen->disabled(app, state, command);
    if (why == NULL)
        why = compared_disabled(app, state, command);
    return why != NULL ? why : plan_command_disabled(app, state, command);
}

/* The palette has gone by now, so the command meets the screen it was chosen for. */
static void run_pending(App *app) {
    CommandId command = app->pending;
    app->pending = CMD_NONE;
    if (command != CMD_NONE)
        app_run(app, command);
}

void app_run(App *app, CommandId command) {
    ScreenState *state = app_top(app);
    bool changes = plan_command_is(command) || command == CMD_MARK;
    if (screen_class(state->id)->is_popup && changes) {
        app_say(app, "%s", _("First close this with Esc."));
        return;
    }
    const char *why = app_disabled(app, state, command);
    if (why != NULL) {
        app_say(app, "%s", why);
        return;
    }
    if (screen_class(state->id)->command(app, state, command)) {
        run_pending(app);
        return;
    }
    if (!run_global(app, command) && !compared_command(app, state, command) &&
        !plan_command(app, state, command) && !run_fallback(app, command))
        app_say(app, _("\"%s\" has no use on this screen."), _(command_of(command)->help));
}
