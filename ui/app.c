/*
 * The session: events in, state changed, effects out. Keys go, in this order, to the text
 * field of the screen on top, to the global commands, to the screen's own commands.
 */
#include "ui/app.h"

#include "base/bug.h"
#include "base/mem.h"
#include "ui/frame.h"
#include "ui/plan_commands.h"
#include "ui/screens/screens.h"
#include "ui/trail.h"

#include <stdarg.h>

void effects_add(Effects *effects, Effect effect) {
    if (effects->count == EFFECTS_MOST)
        BUG("too many effects of one event");
    effects->at[effects->count++] = effect;
}

static ScreenState *top(App *app) {
    return &app->stack[app->depth - 1];
}

const ScreenClass *screen_class(ScreenId id) {
    static const ScreenClass *const classes[SCREEN_COUNT] = {
        [SCREEN_ROADMAP] = &screen_roadmap,
        [SCREEN_CARD] = &screen_card,
        [SCREEN_PROVIDERS] = &screen_providers,
        [SCREEN_PROVIDER] = &screen_provider,
        [SCREEN_FIGURES] = &screen_figures,
        [SCREEN_FIGURE] = &screen_figure,
        [SCREEN_PLAN] = &screen_plan,
        [SCREEN_ITEM] = &screen_item,
        [SCREEN_PLANS] = &screen_plans,
        [SCREEN_BOOKMARKS] = &screen_bookmarks,
        [SCREEN_ADDRESS] = &screen_address,
        [SCREEN_PALETTE] = &screen_palette,
        [SCREEN_PROMPT] = &screen_prompt,
        [SCREEN_NOTE] = &screen_note,
        [SCREEN_STATUS] = &screen_status,
        [SCREEN_SETTLE] = &screen_settle,
        [SCREEN_PLAN_FILTER] = &screen_plan_filter,
    };
    if (id < 0 || id >= SCREEN_COUNT)
        BUG("no such screen");
    return classes[id];
}

/* ---- what screens ask for ---- */

int app_body_rows(const App *app) {
    return layout_frame(app->cols, app->rows).body_rows;
}

const ScreenState *app_screen(const App *app) {
    int at = app->depth - 1;
    while (at > 0 && screen_class(app->stack[at].id)->is_popup)
        at--;
    return &app->stack[at];
}

void app_say(App *app, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(app->message, sizeof app->message, format, arguments);
    va_end(arguments);
}

void app_ask(App *app, Effect effect) {
    if (app->effects == NULL)
        BUG("an effect outside an event");
    effects_add(app->effects, effect);
}

const char *app_keep_text(App *app, const char *text) {
    Strings *kept = &app->kept_texts;
    for (size_t i = 0; i < kept->count; i++)
        if (strcmp(kept->at[i], text) == 0)
            return kept->at[i];
    const char **at =
        arena_grow(&app->kept, (void *)kept->at, kept->count, &app->kept_room, sizeof *kept->at);
    at[kept->count] = arena_copy(&app->kept, str(text));
    *kept = (Strings){at, kept->count + 1};
    return at[kept->count - 1];
}

void app_open(App *app, ScreenState state) {
    bool is_popup = screen_class(state.id)->is_popup;
    if (app->depth >= STACK_MOST - (is_popup ? 0 : KEPT_FOR_POPUPS)) {
        app_say(app, "%s", _("Many screens are open; Esc goes back."));
        return;
    }
    trail_keep(app);
    app->stack[app->depth++] = state;
    if (!is_popup)
        trail_add(app);
}

void app_open_program(App *app, const Program *program) {
    app_open(app, (ScreenState){.id = SCREEN_CARD, .card = {program, {.link = -1}}});
}

void app_open_provider(App *app, const Provider *provider) {
    app_open(app, (ScreenState){.id = SCREEN_PROVIDER, .provider = {provider, {.link = -1}}});
}

/* Back to it where it lies below, so that to the card and fro makes no pile. */
void app_open_item(App *app, const char *program) {
    const ScreenState *below = app->depth > 1 ? &app->stack[app->depth - 2] : NULL;
    if (below != NULL && below->id == SCREEN_ITEM && strcmp(below->item.program, program) == 0)
        app_back(app);
    else
        app_open(app, (ScreenState){.id = SCREEN_ITEM,
                                    .item = {.program = app_keep_text(app, program)}});
}

void app_open_address(App *app, const char *label, const char *text) {
    app_open(app, (ScreenState){.id = SCREEN_ADDRESS, .address = {label, text}});
}

void app_back(App *app) {
    if (app->depth == 1) {
        app_say(app, "%s", _("This is the start; q quits."));
        return;
    }
    bool was_popup = screen_class(top(app)->id)->is_popup;
    trail_keep(app);
    app->depth--;
    if (!was_popup)
        trail_add(app);
}

void app_go_to_step(App *app, int pane) {
    bool moved = app->depth > 1;
    if (moved)
        trail_keep(app);
    app->depth = 1;
    app->stack[0].roadmap.pane = pane;
    if (moved)
        trail_add(app);
}

static void follow_program(App *app, const char *id) {
    const Program *program = catalogue_program(app->catalogue, id);
    if (program != NULL)
        app_open_program(app, program);
}

static void follow_provider(App *app, const char *id) {
    const Provider *provider = catalogue_provider(app->catalogue, id);
    if (provider != NULL)
        app_open_provider(app, provider);
}

void app_follow(App *app, const Doc *doc, int link) {
    const DocLink *to = &doc->links[link];
    switch (to->kind) {
    case DOC_LINK_PROGRAM:
        follow_program(app, to->target);
        break;
    case DOC_LINK_PROVIDER:
        follow_provider(app, to->target);
        break;
    case DOC_LINK_ITEM:
        app_open_item(app, to->target);
        break;
    case DOC_LINK_PHONE:
    case DOC_LINK_FAX:
        app_open_address(app, N_("Phone number"), to->target);
        break;
    case DOC_LINK_EMAIL:
        app_open_address(app, N_("E-mail address"), to->target);
        break;
    case DOC_LINK_URL:
        app_open_address(app, N_("Web address"), to->target);
        break;
    }
}

/* ---- commands ---- */

/* A directory that lies below is gone back to, as it was, instead of opened a second time. */
static void open_once(App *app, ScreenState state) {
    int at = 0;
    while (at < app->depth && app->stack[at].id != state.id)
        at++;
    if (at == app->depth) {
        app_open(app, state);
    } else if (at < app->depth - 1) {
        trail_keep(app);
        app->depth = at + 1;
        trail_add(app);
    }
}

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
static void refresh(App *app) {
    app_ask(app, (Effect){.kind = EFFECT_REFRESH});
    app_ask(app, (Effect){.kind = EFFECT_REFRESH_BOOKMARKS});
}

/* A list that others may have changed meanwhile is looked at again each time. */
static void open_plan_screen(App *app, ScreenId id) {
    ScreenState state = {.id = id};
    if (id == SCREEN_PLAN)
        state.plan = plan_as_left(app);
    open_once(app, state);
    app_ask(app, (Effect){.kind = EFFECT_REFRESH});
    app_ask(app, (Effect){.kind = EFFECT_LIST_PLANS});
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
    case CMD_PROVIDERS:
        open_once(app, (ScreenState){.id = SCREEN_PROVIDERS});
        return true;
    case CMD_FIGURES:
        open_once(app, (ScreenState){.id = SCREEN_FIGURES});
        return true;
    case CMD_BOOKMARKS:
        open_once(app, (ScreenState){.id = SCREEN_BOOKMARKS});
        app_ask(app, (Effect){.kind = EFFECT_REFRESH_BOOKMARKS});
        return true;
    case CMD_PLAN:
        open_plan_screen(app, SCREEN_PLAN);
        return true;
    case CMD_PLANS:
        open_plan_screen(app, SCREEN_PLANS);
        return true;
    case CMD_PALETTE:
        open_once(app, (ScreenState){.id = SCREEN_PALETTE});
        return true;
    case CMD_HISTORY_BACK:
    case CMD_HISTORY_FORWARD:
        trail_walk(app, command == CMD_HISTORY_BACK ? -1 : 1);
        return true;
    case CMD_LANGUAGE:
        switch_language(app);
        return true;
    case CMD_REDRAW:
        refresh(app);
        app_ask(app, (Effect){.kind = EFFECT_REDRAW});
        return true;
    case CMD_SUSPEND:
        app_ask(app, (Effect){.kind = EFFECT_SUSPEND});
        return true;
    case CMD_LEAVE:
        leave(app);
        return true;
    default:
        return false;
    }
}

/* What a command comes to where a screen has no use of its own for it. */
static bool run_fallback(App *app, CommandId command) {
    switch (command) {
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
static const char *disabled_globally(const App *app, CommandId command) {
    if (command == CMD_HISTORY_BACK && !trail_can(app, -1))
        return _("There is nothing earlier in the history.");
    if (command == CMD_HISTORY_FORWARD && !trail_can(app, 1))
        return _("There is nothing later in the history.");
    return NULL;
}

const char *app_disabled(const App *app, const ScreenState *state, CommandId command) {
    const char *why = disabled_globally(app, command);
    if (why != NULL)
        return why;
    const ScreenClass *screen = screen_class(state->id);
    if (screen->disabled != NULL)
        why = screen->disabled(app, state, command);
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
    ScreenState *state = top(app);
    if (screen_class(state->id)->is_popup && plan_command_is(command)) {
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
    if (!run_global(app, command) && !plan_command(app, state, command) &&
        !run_fallback(app, command))
        app_say(app, _("\"%s\" has no use on this screen."), _(command_of(command)->help));
}

/* ---- events ---- */

static void unknown_key(App *app, Key key) {
    if (key_is_from_input_method(key))
        app_say(app, "%s", _("The input method is on: switch it off to use the keys."));
    else if (key.code == K_RUNE)
        app_say(app, "%s", _("That key does nothing here; ? shows all keys."));
}

static void on_key(App *app, const Event *event) {
    ScreenState *state = top(app);
    const ScreenClass *screen = screen_class(state->id);
    app->message[0] = '\0';
    if (screen->text != NULL && screen->text(app, state, event))
        return;
    Key key = key_half_width(event->key);
    CommandId command = command_for_key(key);
    app->leaving = app->leaving && command == CMD_LEAVE;
    if (command == CMD_NONE)
        unknown_key(app, key);
    else
        app_run(app, command);
}

static void on_paste(App *app, const Event *event) {
    ScreenState *state = top(app);
    const ScreenClass *screen = screen_class(state->id);
    if (screen->text == NULL || !screen->text(app, state, event))
        app_say(app, "%s", _("There is nothing to paste into here."));
}

/* The line is gone: what is half typed is kept before we go, and what could not be saved is
   tried a last time. */
static void on_leave(App *app) {
    if (top(app)->id == SCREEN_NOTE)
        note_leave(app, top(app));
    work_retry(app);
    app_ask(app, (Effect){.kind = EFFECT_QUIT});
}

static void on_news(App *app, const News *news) {
    const char *file = arena_copy(&app->scratch, str(app->work.file));
    work_news(app, news);
    plans_news(app, news, file);
    if (!app->leaving)
        return;
    if (!work_is_unsaved(app))
        app_ask(app, (Effect){.kind = EFFECT_QUIT});
    else if (news->kind == NEWS_NOT_SAVED || news->kind == NEWS_BOOKMARKS_UNSAVED)
        app_say(app, _("NOT saved; q once more leaves without saving: %s"), news->err.text);
}

static void on_event(App *app, const Event *event) {
    switch (event->kind) {
    case EVENT_KEY:
        on_key(app, event);
        break;
    case EVENT_PASTE:
        on_paste(app, event);
        break;
    case EVENT_RESIZE:
        app->cols = event->cols;
        app->rows = event->rows;
        break;
    case EVENT_AMBIGUOUS:
        if (!app->ambiguous_fixed)
            app->ambiguous = event->ambiguous;
        break;
    case EVENT_RESUMED:
        refresh(app);
        app_ask(app, (Effect){.kind = EFFECT_REDRAW});
        break;
    case EVENT_LEAVE:
        on_leave(app);
        break;
    case EVENT_RETRY:
        work_retry(app);
        break;
    case EVENT_NEWS:
        on_news(app, event->news);
        break;
    }
}

/* Effects lend what is in scratch, so news of them must not reset it. */
void app_update(App *app, const Event *event, Effects *effects) {
    tr_use(app->lang);
    if (event->kind != EVENT_NEWS)
        arena_reset(&app->scratch);
    if (event->now != NULL)
        snprintf(app->work.now, sizeof app->work.now, "%s", event->now);
    app->effects = effects;
    on_event(app, event);
    app->effects = NULL;
}

/* ---- beginning, end, view ---- */

static void open_at_start(App *app, const AppStart *start) {
    if (start->cross_step)
        app->stack[0].roadmap.pane = 0;
    if (start->step >= 1 && start->step <= STEP_COUNT)
        app->stack[0].roadmap.pane = start->step;
    const Program *program =
        is_absent(start->program) ? NULL : catalogue_program_asked(app->catalogue, start->program);
    if (program != NULL) {
        roadmap_select(app, &app->stack[0].roadmap, program);
        app_open_program(app, program);
    }
}

void app_init(App *app, const AppStart *start) {
    *app = (App){
        .catalogue = start->catalogue,
        .today = start->today,
        .zone = start->zone,
        .lang = start->lang,
        .ambiguous = start->ambiguous,
        .ambiguous_fixed = start->ambiguous_fixed,
        .ascii = start->ascii,
        .substitute = start->substitute,
        .cols = start->cols,
        .rows = start->rows,
        .depth = 1,
    };
    app->stack[0] = (ScreenState){.id = SCREEN_ROADMAP, .roadmap = {.pane = 1}};
    tr_use(app->lang);
    work_init(app, start->read_only);
    text_edit_init(&app->field, str(""), 1, false);
    trail_init(app);
    open_at_start(app, start);
    if (!is_absent(start->notice))
        app_say(app, "%s", start->notice);
}

void app_release(App *app) {
    trail_release(app);
    work_release(app);
    text_edit_release(&app->field);
    arena_release(&app->kept);
    arena_release(&app->scratch);
}

void app_view(const App *app, Arena *frame, Grid *grid) {
    tr_use(app->lang);
    grid->ambiguous = app->ambiguous;
    grid->ascii = app->ascii;
    grid->substitute = app->substitute;
    if (grid->cols != app->cols || grid->rows != app->rows)
        grid_resize(grid, app->cols, app->rows);
    else
        grid_blank(grid);
    Canvas whole = canvas_whole(grid, frame);
    frame_view(app, &whole);
}
