/* See perform.h. */
#include "ui/perform.h"

#include "ui/editor.h"
#include "ui/term.h"

static Outcome both(Outcome a, Outcome b) {
    return (Outcome){.quit = a.quit || b.quit, .resumed = a.resumed || b.resumed};
}

/* What an effect came to may ask for more: a plan that is opened, say, for its bookmarks. */
static Outcome tell(Keeper *keeper, App *app, const Event *event) {
    Effects more = {.count = 0};
    app_update(app, event, &more);
    return perform(keeper, app, &more);
}

static Outcome edit(Keeper *keeper, App *app, const char *text) {
    Buf edited;
    News news = {.kind = NEWS_EDITED};
    term_leave();
    bool done = editor_run(text, &edited, &news.err);
    term_return();
    news.kind = done ? NEWS_EDITED : NEWS_REFUSED;
    news.text = done ? edited.at : "";
    Outcome outcome = tell(keeper, app, &(Event){.kind = EVENT_NEWS, .news = &news});
    if (done)
        buf_release(&edited);
    outcome.resumed = true;
    return outcome;
}

static Outcome perform_one(Keeper *keeper, App *app, const Effect *effect) {
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
    case EFFECT_EDIT_TEXT:
        return edit(keeper, app, effect->text);
    default:
        if (keeper_perform(keeper, app, effect, &event))
            return tell(keeper, app, &event);
        return (Outcome){.quit = false};
    }
}

Outcome perform(Keeper *keeper, App *app, const Effects *effects) {
    Outcome outcome = {.quit = false};
    for (size_t i = 0; i < effects->count && !outcome.quit; i++)
        outcome = both(outcome, perform_one(keeper, app, &effects->at[i]));
    return outcome;
}
