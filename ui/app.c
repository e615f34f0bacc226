/*
 * The session: events in, state changed, effects out. Keys go, in this order, to the text
 * field of the screen on top, to the global commands, to the screen's own commands.
 */
#include "ui/app_parts.h"

#include "base/bug.h"
#include "base/mem.h"
#include "ui/frame.h"
#include "ui/trail.h"

#include <stdarg.h>

void effects_add(Effects *effects, Effect effect) {
    if (effects->count == EFFECTS_MOST)
        BUG("too many effects of one event");
    effects->at[effects->count++] = effect;
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

/* ---- events ---- */

static void unknown_key(App *app, Key key) {
    if (key_is_from_input_method(key))
        app_say(app, "%s", _("The input method is on: switch it off to use the keys."));
    else if (key.code == K_RUNE)
        app_say(app, "%s", _("That key does nothing here; ? shows all keys."));
}

static void on_key(App *app, const Event *event) {
    ScreenState *state = app_top(app);
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
    ScreenState *state = app_top(app);
    const ScreenClass *screen = screen_class(state->id);
    if (screen->text == NULL || !screen->text(app, state, event))
        app_say(app, "%s", _("There is nothing to paste into here."));
}

/* The line is gone: what is half typed is kept before we go, and what could not be saved is
   tried a last time. */
static void on_leave(App *app) {
    if (app_top(app)->id == SCREEN_NOTE)
        note_leave(app, app_top(app));
    work_retry(app);
    app_ask(app, (Effect){.kind = EFFECT_QUIT});
}

static void on_news(App *app, const News *news) {
    const char *file = arena_copy(&app->scratch, str(app->work.file));
    if (late_news(app, news) || export_news(app, news))
        return;
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
    case EVENT_BEGIN:
        app_begin(app);
        break;
    case EVENT_LEARNED:
        late_learned(app, event);
        break;
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
        if (!app->ambiguous_fixed) {
            app->ambiguous = event->ambiguous;
            app->ambiguous_told = true;
        }
        break;
    case EVENT_BACKGROUND: /* colours are the edge's */
        break;
    case EVENT_RESUMED:
        app_refresh(app);
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
    find_settle(app);
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
        .plain = start->plain,
        .can_copy = start->can_copy,
        .can_browse = start->can_browse,
        .cols = start->cols,
        .rows = start->rows,
        .depth = 1,
    };
    app->stack[0] = (ScreenState){.id = SCREEN_ROADMAP, .roadmap = {.pane = 1}};
    tr_use(app->lang);
    work_init(app, start->read_only);
    late_init(app);
    find_init(app);
    text_edit_init(&app->field, str(""), 1, false);
    trail_init(app);
    open_at_start(app, start);
    if (!is_absent(start->notice))
        app_say(app, "%s", start->notice);
}

void app_release(App *app) {
    trail_release(app);
    work_release(app);
    late_release(app);
    find_release(app);
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
