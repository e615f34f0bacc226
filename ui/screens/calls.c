/*
 * The plan's call sheet: its state and commands. What is selected is known by its id, so that
 * another due date, a merge or an undo does not move the selection to another call.
 */
#include "ui/screens/calls_screen.h"

#include "plan/fields.h"

/* ---- walking ---- */

static void select_matter(App *app, CallsState *state, const CallMatter *matter) {
    if (matter != NULL)
        state->program = app_keep_text(app, matter->item->program);
}

/* Stands on the call that is selected now, measured as it is shown in full. */
static void settle(App *app, CallsState *state) {
    CallsView *view = calls_view_of(app, &app->scratch, state);
    List list = calls_list(view);
    state->list = view->list;
    state->skip = view->skip;
    list_settle(&list, &state->list, view->list_rows);
}

/* A call taller than the page is read to its end before the next one comes. */
static bool scroll(CallsState *state, const CallsView *view, CommandId command) {
    int most = calls_overhang(view), page = MAX_OF(view->list_rows - 1, 1);
    int by = command == CMD_DOWN        ? 1
             : command == CMD_UP        ? -1
             : command == CMD_PAGE_DOWN ? page
             : command == CMD_PAGE_UP   ? -page
                                        : 0;
    int to = MAX_OF(MIN_OF(view->skip + by, most), 0);
    if (to == view->skip)
        return false;
    state->skip = to;
    return true;
}

/* From below one comes to the end of a tall call, else to the beginning of any. */
static bool walk(App *app, CallsState *state, const CallsView *view, CommandId command) {
    List list = calls_list(view);
    ListState at = view->list;
    bool backwards = command == CMD_UP || command == CMD_PAGE_UP;
    if (scroll(state, view, command))
        return true;
    if (!screen_list_command(&list, &at, view->list_rows, command))
        return false;
    if (at.selected != view->selected) {
        select_matter(app, state, &view->sheet.calls[at.selected].matters[0]);
        state->skip = backwards ? INT16_MAX : 0;
    } else if (command == CMD_FIRST || command == CMD_LAST) {
        state->skip = command == CMD_LAST ? INT16_MAX : 0;
    }
    state->list = at;
    settle(app, state);
    return true;
}

/* To the next matter of the call; after the last comes the first. */
static void step(App *app, CallsState *state, const CallsView *view, int direction) {
    const Call *call = &view->sheet.calls[view->selected];
    int count = (int)call->matter_count, to = (view->matter + direction + count) % count;
    select_matter(app, state, &call->matters[to]);
    state->skip = to == 0 ? 0 : view->boxes[view->selected].matter_rows[to];
    settle(app, state);
}

/* ---- what can be done ---- */

static void show_address(App *app, const CallsView *view) {
    const Call *call = &view->sheet.calls[view->selected];
    if (call->phone != NULL)
        app_open_address(app, N_("Phone number"), call->phone->number);
    else
        app_open_address(app, N_("Web address"), call->pages.at[0]);
}

static bool run(App *app, CallsState *state, const CallsView *view, CommandId command) {
    switch (command) {
    case CMD_NEXT:
    case CMD_PREVIOUS:
        step(app, state, view, command == CMD_NEXT ? 1 : -1);
        return true;
    case CMD_OPEN:
        app_open_item(app, state->program);
        return true;
    case CMD_ADDRESS:
        show_address(app, view);
        return true;
    case CMD_NEW:
        app_open_prompt(app, PROMPT_CALL, state->program, "");
        return true;
    default:
        return false;
    }
}

/* What happens to an item happens to the one that is seen to be selected. */
static bool calls_command(App *app, ScreenState *screen, CommandId command) {
    CallsState *state = &screen->calls;
    CallsView *view = calls_view_of(app, &app->scratch, state);
    const CallMatter *matter = calls_selected(view);
    if (walk(app, state, view, command))
        return true;
    if (command == CMD_OPEN || command == CMD_NEW ||
        (command >= CMD_TOGGLE && command <= CMD_BOOKMARK))
        select_matter(app, state, matter);
    state->list.selected = view->selected;
    return run(app, state, view, command);
}

/* ---- why not ---- */

static const char *why_no_address(const Call *call) {
    return call->phone == NULL && call->pages.count == 0
               ? _("Neither a number nor an address is stated.")
               : NULL;
}

/* Why not on the call that is selected; there is one. */
static const char *why_not_on_call(const App *app, const CallsState *state, CommandId command) {
    Arena arena = {0};
    const CallsView *view = calls_found(app, &arena, state);
    const Call *call = &view->sheet.calls[view->selected];
    const char *why = command == CMD_ADDRESS   ? why_no_address(call)
                      : call->matter_count < 2 ? _("This call is about one thing only.")
                                               : NULL;
    arena_release(&arena);
    return why;
}

static bool has_open_items(const App *app) {
    for (size_t i = 0; i < app->work.plan.count; i++)
        if (!plan_status_is_final(plan_status_of(&app->work.plan.items[i])))
            return true;
    return false;
}

static const char *calls_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool on_call = command == CMD_ADDRESS || command == CMD_NEXT || command == CMD_PREVIOUS;
    bool is_ours = on_call || command == CMD_OPEN || command == CMD_RIGHT || command == CMD_NEW;
    if (is_ours && !has_open_items(app))
        return app->work.plan.count == 0 ? _("The plan is empty; 1 to 4 open the roadmap.")
                                         : _("Everything in the plan is settled.");
    if (on_call)
        return why_not_on_call(app, &screen->calls, command);
    return command == CMD_NEW ? work_why_fixed(app) : NULL;
}

/* What o shows. */
static const char *calls_hint(const App *app, const ScreenState *screen, CommandId command) {
    Arena arena = {0};
    if (command != CMD_ADDRESS || !has_open_items(app))
        return NULL;
    const CallsView *view = calls_found(app, &arena, &screen->calls);
    bool numbered = view->sheet.calls[view->selected].phone != NULL;
    arena_release(&arena);
    /* TRANSLATORS: hint: show the telephone number alone */
    return numbered ? _("number") : NULL;
}

/* ---- what it is about ---- */

/* Asked for every hint of every view, so the sheet is made only when it has to be. */
static Subject calls_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const CallsState *state = &screen->calls;
    const PlanItem *item = state->program == NULL ? NULL : work_item(app, state->program);
    if (item == NULL || plan_status_is_final(plan_status_of(item))) {
        const CallMatter *matter = calls_selected(calls_found(app, arena, state));
        item = matter == NULL ? NULL : matter->item;
    }
    if (item == NULL)
        return screen_program_subject(NULL);
    return (Subject){BOOKMARK_PROGRAM, item->program, work_item_name(app, item),
                     work_item_program(app, item)};
}

/* What the plan's answers leave open is known by the rules of the diagnosis. */
static void calls_begin(App *app, ScreenState *screen) {
    (void)screen;
    if (app->work.plan.answers.count > 0)
        late_want_diagnosis(app);
}

static void calls_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Plan"));
    crumb(crumbs, _("Call sheet"));
}

static void calls_view(const App *app, const ScreenState *screen, const Canvas *body) {
    calls_paint(calls_view_of(app, body->frame, &screen->calls), body);
}

/* ---- the session ---- */

static void calls_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const CallsState *state = &screen->calls;
    Arena arena = {0};
    const CallMatter *matter = calls_selected(calls_found(app, &arena, state));
    if (matter != NULL)
        keep_text(keep, "program", matter->item->program);
    keep_number(keep, "top", state->list.top);
    keep_number(keep, "skip", state->skip);
    arena_release(&arena);
}

static bool calls_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->calls = (CallsState){.list.top = recall_count(recall, "top"),
                                 .program = recall_text_or_null(recall, "program"),
                                 .skip = recall_count(recall, "skip")};
    return true;
}

const ScreenClass screen_calls = {
    .name = "calls",
    .crumbs = calls_crumbs,
    .step = screen_no_step,
    .command = calls_command,
    .disabled = calls_disabled,
    .hint = calls_hint,
    .subject = calls_subject,
    .keep = calls_keep,
    .recall = calls_recall,
    .begin = calls_begin,
    .view = calls_view,
    /* TRANSLATORS: hint: write down what came of a call */
    .hints = {{CMD_NEW, N_("log a call")},
              {CMD_OPEN, NULL},
              /* TRANSLATORS: hint: the next thing to settle in the same call */
              {CMD_NEXT, N_("next matter")},
              {CMD_ADDRESS, NULL},
              {CMD_STATUS, NULL},
              {CMD_NOTE, NULL},
              {CMD_DUE, NULL},
              {CMD_UNDO, NULL},
              {CMD_BACK, NULL}},
};
