/*
 * Carries out what app_update asked for: the only place where a session acts on the world.
 * What concerns files is the keeper's, what concerns the terminal is here.
 */
#ifndef KAIRO_UI_PERFORM_H
#define KAIRO_UI_PERFORM_H

#include "ui/app.h"
#include "ui/dictionary.h"
#include "ui/keeper.h"

/* Those who do it; lent. */
typedef struct Edge {
    Keeper *keeper;
    Dictionary *dictionary;
} Edge;

/* What the effects came to. */
typedef struct Outcome {
    bool quit;    /* nothing after it was carried out */
    bool resumed; /* suspended or in an editor, and back: the app gets EVENT_RESUMED */
} Outcome;

/*
 * Lets the app have an event that is of now, and carries out what it asks for, in order. The app
 * is told the news of each effect as it comes.
 */
Outcome perform_event(const Edge *edge, App *app, const Event *event);

#endif
