/* Carries out what app_update asked for: the only place where a session acts on the world. */
#ifndef KAIRO_UI_PERFORM_H
#define KAIRO_UI_PERFORM_H

#include "ui/app.h"

/* What the effects came to. */
typedef struct Outcome {
    bool quit;    /* nothing after it was carried out */
    bool resumed; /* suspended, and back: the app gets EVENT_RESUMED */
} Outcome;

Outcome perform(const Effects *effects);

#endif
