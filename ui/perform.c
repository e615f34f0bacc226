/* See perform.h. */
#include "ui/perform.h"

#include "ui/term.h"

static void perform_one(const Effect *effect, Outcome *outcome) {
    switch (effect->kind) {
    case EFFECT_QUIT:
        outcome->quit = true;
        break;
    case EFFECT_SUSPEND:
        term_suspend();
        outcome->resumed = true;
        break;
    case EFFECT_REDRAW:
        term_redraw();
        break;
    }
}

Outcome perform(const Effects *effects) {
    Outcome outcome = {.quit = false};
    for (size_t i = 0; i < effects->count && !outcome.quit; i++)
        perform_one(&effects->at[i], &outcome);
    return outcome;
}
