/* See kept.h. */
#include "kept.h"

static void perform(Session *session, const Effects *effects) {
    for (size_t i = 0; i < effects->count; i++) {
        Event event;
        Effects more = {.count = 0};
        if (effects->at[i].kind < EFFECT_SAVE || effects->at[i].kind == EFFECT_EDIT_TEXT) {
            effects_add(&session->effects, effects->at[i]);
        } else if (keeper_perform(session->keeper, &session->app, &effects->at[i], &event)) {
            app_update(&session->app, &event, &more);
            perform(session, &more);
        }
    }
}

void session_perform_files(Session *session) {
    Effects asked = session->effects;
    session->effects.count = 0;
    perform(session, &asked);
    keeper_remember(session->keeper, &session->app);
}

void session_open(Session *session) {
    Effects asked = {.count = 0};
    app_update(&session->app, &(Event){.kind = EVENT_BEGIN}, &asked);
    perform(session, &asked);
}
