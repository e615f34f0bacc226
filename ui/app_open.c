/*
 * The stack of screens: opening, going back, following links. What a screen needs beyond the
 * catalogue it asks for when it comes on the stack (ScreenClass.begin).
 */
#include "ui/app_parts.h"

#include "base/bug.h"
#include "ui/share.h"
#include "ui/trail.h"

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
        [SCREEN_SEARCH] = &screen_search,
        [SCREEN_COUNTRIES] = &screen_countries,
        [SCREEN_COUNTRY] = &screen_country,
        [SCREEN_CALENDAR] = &screen_calendar,
        [SCREEN_EVENT] = &screen_event,
        [SCREEN_DIAGNOSIS] = &screen_diagnosis,
        [SCREEN_RESULT] = &screen_result,
        [SCREEN_COMPARE] = &screen_compare,
        [SCREEN_CALLS] = &screen_calls,
        [SCREEN_ADDRESS] = &screen_address,
        [SCREEN_QR] = &screen_qr,
        [SCREEN_PALETTE] = &screen_palette,
        [SCREEN_PROMPT] = &screen_prompt,
        [SCREEN_NOTE] = &screen_note,
        [SCREEN_STATUS] = &screen_status,
        [SCREEN_SETTLE] = &screen_settle,
        [SCREEN_PLAN_FILTER] = &screen_plan_filter,
        [SCREEN_FACETS] = &screen_facets,
        [SCREEN_TRIP] = &screen_trip,
        [SCREEN_ESTIMATE] = &screen_estimate,
        [SCREEN_ADD] = &screen_add,
        [SCREEN_EXPORT] = &screen_export,
    };
    if (id < 0 || id >= SCREEN_COUNT)
        BUG("no such screen");
    return classes[id];
}

/* Outside an event nothing can be asked for: then EVENT_BEGIN comes. */
static void begin(App *app, ScreenState *state) {
    const ScreenClass *screen = screen_class(state->id);
    if (screen->begin != NULL && app->effects != NULL)
        screen->begin(app, state);
}

void app_begin(App *app) {
    for (int i = 0; i < app->depth; i++)
        begin(app, &app->stack[i]);
}

void app_open(App *app, ScreenState state) {
    bool is_popup = screen_class(state.id)->is_popup;
    if (app->depth >= STACK_MOST - (is_popup ? 0 : KEPT_FOR_POPUPS)) {
        app_say(app, "%s", _("Many screens are open; Esc goes back."));
        return;
    }
    trail_keep(app);
    app->stack[app->depth++] = state;
    begin(app, app_top(app));
    if (!is_popup)
        trail_add(app);
}

void app_open_program(App *app, const Program *program) {
    app_open(app, (ScreenState){.id = SCREEN_CARD, .card = {program, {.link = -1}}});
}

void app_open_provider(App *app, const Provider *provider) {
    app_open(app, (ScreenState){.id = SCREEN_PROVIDER, .provider = {provider, {.link = -1}}});
}

void app_open_country(App *app, const Country *country) {
    app_open(app, (ScreenState){.id = SCREEN_COUNTRY, .country = {country, {.link = -1}}});
}

void app_open_event(App *app, const Occasion *event) {
    app_open(app, (ScreenState){.id = SCREEN_EVENT, .event = {event, {.link = -1}}});
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
    bool was_popup = screen_class(app_top(app)->id)->is_popup;
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

static void follow_trip(App *app, const char *id) {
    const Program *program = catalogue_program(app->catalogue, id);
    if (program != NULL)
        app_open_trip(app, program);
}

static void follow_event(App *app, const char *id) {
    const Occasion *event = catalogue_event(app->catalogue, id);
    if (event != NULL)
        app_open_event(app, event);
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
    case DOC_LINK_EVENT:
        follow_event(app, to->target);
        break;
    case DOC_LINK_TRIP:
        follow_trip(app, to->target);
        break;
    default:
        app_open_address(app, share_label(to->kind), to->target);
        break;
    }
}

/* A directory that lies below is gone back to, as it was, instead of opened a second time. */
void app_open_once(App *app, ScreenState state) {
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
