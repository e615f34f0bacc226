/* See perform.h. */
#include "ui/perform.h"

#include "base/tr.h"
#include "ui/browse.h"
#include "ui/editor.h"
#include "ui/term.h"

static Outcome both(Outcome a, Outcome b) {
    return (Outcome){.quit = a.quit || b.quit, .resumed = a.resumed || b.resumed};
}

/* The time of now as plans keep it, in UTC. */
static void stamp_now(char out[STAMP_BYTES]) {
    time_t now = time(NULL);
    struct tm utc;
    bool known = now != (time_t)-1 && gmtime_r(&now, &utc) != NULL && utc.tm_year < 8100;
    if (!known || strftime(out, STAMP_BYTES, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        snprintf(out, STAMP_BYTES, "%s", "1970-01-01T00:00:00Z");
}

static Outcome perform_all(const Edge *edge, App *app, const Effects *effects);

/* What an effect came to may ask for more: a plan that is opened, say, for its bookmarks. */
static Outcome tell(const Edge *edge, App *app, const Event *event) {
    Effects more = {.count = 0};
    app_update(app, event, &more);
    return perform_all(edge, app, &more);
}

/* An hour may pass in an editor, so this is an event of its own. */
static Outcome edit(const Edge *edge, App *app, const char *text) {
    Buf edited;
    News news = {.kind = NEWS_EDITED};
    term_leave();
    bool done = editor_run(text, &edited, &news.err);
    term_return();
    news.kind = done ? NEWS_EDITED : NEWS_REFUSED;
    news.text = done ? edited.at : "";
    Outcome outcome = perform_event(edge, app, &(Event){.kind = EVENT_NEWS, .news = &news});
    if (done)
        buf_release(&edited);
    outcome.resumed = true;
    return outcome;
}

static Outcome browse(const Edge *edge, App *app, const char *address) {
    News news = {.kind = NEWS_REFUSED};
    if (browse_open(address, &news.err))
        err_set(&news.err, "%s", _("A browser was asked to open it."));
    return tell(edge, app, &(Event){.kind = EVENT_NEWS, .news = &news});
}

static Outcome perform_one(const Edge *edge, App *app, const Effect *effect) {
    Event event;
    switch (effect->kind) {
    case EFFECT_QUIT:
        return (Outcome){.quit = true};
    case EFFECT_SUSPEND:
        term_suspend();
        return (Outcome){.resumed = true};
    case EFFECT_REDRAW:
        term_redraw();
        return (Outcome){.quit = false};
    case EFFECT_COPY:
        term_copy(effect->text);
        return (Outcome){.quit = false};
    case EFFECT_BROWSE:
        return browse(edge, app, effect->text);
    case EFFECT_LOOK_UP:
        dictionary_ask(edge->dictionary, effect->text);
        return (Outcome){.quit = false};
    case EFFECT_EDIT_TEXT:
        return edit(edge, app, effect->text);
    default:
        if (keeper_perform(edge->keeper, app, effect, &event))
            return tell(edge, app, &event);
        return (Outcome){.quit = false};
    }
}

static Outcome perform_all(const Edge *edge, App *app, const Effects *effects) {
    Outcome outcome = {.quit = false};
    for (size_t i = 0; i < effects->count && !outcome.quit; i++)
        outcome = both(outcome, perform_one(edge, app, &effects->at[i]));
    return outcome;
}

Outcome perform_event(const Edge *edge, App *app, const Event *event) {
    char now[STAMP_BYTES];
    Event stamped = *event;
    stamp_now(now);
    stamped.now = now;
    return tell(edge, app, &stamped);
}
