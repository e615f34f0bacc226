/* See plan_commands.h. What is selected decides: every screen names it (ScreenClass.subject). */
#include "ui/plan_commands.h"

#include "query/grant.h"
#include "report/grant_words.h"
#include "ui/screens/facets.h"
#include "ui/screens/screens.h"

bool plan_command_is(CommandId command) {
    return command >= CMD_TOGGLE && command <= CMD_SAVE;
}

Subject app_subject(const App *app, const ScreenState *state, Arena *arena) {
    const ScreenClass *screen = screen_class(state->id);
    Subject none = {.id = "", .name = ""};
    return screen->subject == NULL ? none : screen->subject(app, state, arena);
}

static bool is_program(const Subject *subject) {
    return subject->kind == BOOKMARK_PROGRAM && !is_absent(subject->id);
}

/* ---- why not ---- */

static const char *why_no_toggle(const App *app, const Subject *subject) {
    if (!is_program(subject))
        return _("Choose a program first.");
    if (subject->program == NULL && work_item(app, subject->id) == NULL)
        return _("It is no longer in the catalogue.");
    return work_why_fixed(app);
}

static const char *why_not_of_item(const App *app, const Subject *subject) {
    if (!is_program(subject))
        return _("Choose a program first.");
    if (work_item(app, subject->id) == NULL)
        return _("It is not in the plan yet; Space puts it in.");
    return work_why_fixed(app);
}

/* A subsidy can be reckoned without a plan; of a program that has none it is said why. */
static const char *why_no_estimate(const App *app, const Subject *subject) {
    bool planned = work_item(app, subject->id) != NULL;
    if (!is_program(subject) || subject->program == NULL)
        return why_not_of_item(app, subject);
    return planned && !grant_is_offered(subject->program) ? work_why_fixed(app) : NULL;
}

/* Of the screen `open`, or else (NULL) of what is selected. */
static const char *why_no_bookmark(const App *app, const Subject *subject, const OpenScreen *open) {
    if (open == NULL && is_absent(subject->id))
        return _("There is nothing selected to set a bookmark on.");
    return app->work.read_only ? work_why_fixed(app) : NULL;
}

/* The plan, the countries and the comparison have one of their own. */
static const char *why_no_filter(const App *app, const ScreenState *state, CommandId command) {
    bool own = state->id == SCREEN_COUNTRIES || state->id == SCREEN_COMPARE;
    if (state->id == SCREEN_PLAN || (own && command == CMD_FILTER))
        return NULL;
    if (!facets_are_of(state->id) && state->id != SCREEN_FACETS)
        return _("There is no filter on this screen.");
    return command == CMD_FILTER || facets_are_on(&app->facets) ? NULL : _("No filter is on.");
}

static const char *why_not_here(const ScreenState *state, CommandId command) {
    switch (command) {
    case CMD_SORT:
        return state->id == SCREEN_PLAN ? NULL : _("Only in the plan (P).");
    case CMD_NEW:
        return state->id == SCREEN_PLANS || state->id == SCREEN_ITEM || state->id == SCREEN_CALLS ||
                       state->id == SCREEN_RESULT
                   ? NULL
                   : _("Only in the list of plans (p), in an item of a plan, on the call sheet (T) "
                       "and in the result of the diagnosis.");
    case CMD_RENAME:
        return state->id == SCREEN_PLANS || state->id == SCREEN_ITEM || state->id == SCREEN_PLAN
                   ? NULL
                   : _("Only in the list of plans (p) and in an item of a plan.");
    default:
        return state->id == SCREEN_PLANS ? NULL : _("Only in the list of plans (p).");
    }
}

/* Of commands that are about what is selected; only these need to know it, and for some screens
 * that is half a view's work. */
static const char *why_not_of_subject(const App *app, const ScreenState *state, CommandId command) {
    Arena arena = {0};
    const char *why = NULL;
    Subject subject = app_subject(app, state, &arena);
    switch (command) {
    case CMD_TOGGLE:
        why = why_no_toggle(app, &subject);
        break;
    case CMD_ESTIMATE:
        why = why_no_estimate(app, &subject);
        break;
    case CMD_BOOKMARK:
        why = why_no_bookmark(app, &subject, NULL);
        break;
    case CMD_BOOKMARK_SCREEN:
        why = why_no_bookmark(app, &subject, screen_open_to_all(state->id));
        break;
    default:
        why = why_not_of_item(app, &subject);
        break;
    }
    arena_release(&arena);
    return why;
}

const char *plan_command_disabled(const App *app, const ScreenState *state, CommandId command) {
    switch (command) {
    case CMD_TOGGLE: /* ticks an answer of the diagnosis there */
        return state->id == SCREEN_DIAGNOSIS ? NULL : why_not_of_subject(app, state, command);
    case CMD_STATUS:
    case CMD_NOTE:
    case CMD_DUE:
    case CMD_OWNER:
    case CMD_EDITOR:
    case CMD_ESTIMATE:
    case CMD_BOOKMARK:
    case CMD_BOOKMARK_SCREEN:
        return why_not_of_subject(app, state, command);
    case CMD_FILTER:
    case CMD_UNFILTER:
        return why_no_filter(app, state, command);
    case CMD_SORT:
    case CMD_NEW:
    case CMD_RENAME:
    case CMD_DUPLICATE:
    case CMD_ARCHIVE:
        return why_not_here(state, command);
    case CMD_UNDO:
        return work_why_no_undo(app);
    case CMD_REDO:
        return work_why_no_redo(app);
    case CMD_SAVE:
        return work_is_unsaved(app) ? NULL : _("Everything is saved.");
    default:
        return NULL;
    }
}

const char *plan_toggle_hint(const App *app, const ScreenState *state, Arena *arena) {
    Subject subject = app_subject(app, state, arena);
    bool planned = is_program(&subject) && work_item(app, subject.id) != NULL;
    if (planned && (state->id == SCREEN_BOOKMARKS || state->id == SCREEN_COMPARE))
        return _("take out of the plan"); /* another key takes it out of the list */
    /* TRANSLATORS: hint: take out of the plan */
    return planned ? _("take out") : NULL;
}

/* ---- doing it ---- */

static void toggle(App *app, const Subject *subject) {
    if (subject->program != NULL)
        work_toggle_program(app, subject->program);
    else
        work_remove_item(app, subject->id);
}

static void bookmark(App *app, const Subject *subject) {
    work_toggle_bookmark(app, subject->kind, subject->id, subject->name);
}

/* A screen that shows one thing is found again by that thing. */
static void bookmark_screen(App *app, const ScreenState *state, const Subject *subject) {
    const OpenScreen *open = screen_open_to_all(state->id);
    if (open == NULL)
        bookmark(app, subject);
    else
        work_toggle_bookmark(app, BOOKMARK_SCREEN, screen_class(state->id)->name, _(open->name));
}

static void open_prompt(App *app, PromptKind kind, const char *program, PlanField field) {
    app_open_prompt(app, kind, program, plan_text(work_item(app, program), field));
}

static void in_editor(App *app, const char *program) {
    app_open_note(app, program);
    if (app->stack[app->depth - 1].id == SCREEN_NOTE) /* else it has said why not */
        note_to_editor(app);
}

/* The estimate of a subsidy; else the planned cost of an item, else why there is none. */
static void estimate(App *app, const Subject *subject) {
    if (grant_is_offered(subject->program))
        app_open_estimate(app, subject->program);
    else if (work_item(app, subject->id) != NULL)
        open_prompt(app, PROMPT_ESTIMATE, app_keep_text(app, subject->id), PLAN_ESTIMATE);
    else
        app_say(app, "%s",
                grant_words_none(&app->scratch, &app->catalogue->edition, subject->program,
                                 app->today));
}

/* Of the item that is selected, which is in the plan. */
static bool change_item(App *app, const char *program, CommandId command) {
    switch (command) {
    case CMD_STATUS:
        app_open_status(app, program);
        return true;
    case CMD_NOTE:
        app_open_note(app, program);
        return true;
    case CMD_DUE:
        open_prompt(app, PROMPT_DUE, program, PLAN_DUE);
        return true;
    case CMD_OWNER:
        open_prompt(app, PROMPT_OWNER, program, PLAN_OWNER);
        return true;
    case CMD_EDITOR:
        in_editor(app, program);
        return true;
    default:
        return false;
    }
}

bool plan_command(App *app, const ScreenState *state, CommandId command) {
    Subject subject = app_subject(app, state, &app->scratch);
    switch (command) {
    case CMD_TOGGLE:
        toggle(app, &subject);
        return true;
    case CMD_ESTIMATE:
        estimate(app, &subject);
        return true;
    case CMD_BOOKMARK:
        bookmark(app, &subject);
        return true;
    case CMD_BOOKMARK_SCREEN:
        bookmark_screen(app, state, &subject);
        return true;
    case CMD_UNDO:
        work_undo(app);
        return true;
    case CMD_REDO:
        work_redo(app);
        return true;
    case CMD_SAVE:
        work_retry(app);
        return true;
    default:
        return is_absent(subject.id) || subject.kind != BOOKMARK_PROGRAM
                   ? false
                   : change_item(app, app_keep_text(app, subject.id), command);
    }
}
