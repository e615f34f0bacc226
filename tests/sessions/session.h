/*
 * A session without a terminal: keys in, cells out. Shared by the story runner and the size
 * sweep.
 */
#ifndef KAIRO_TESTS_SESSION_H
#define KAIRO_TESTS_SESSION_H

#include "base/buf.h"
#include "catalogue/load.h"
#include "ui/app.h"

typedef struct Session {
    /* Carries out what of `effects` concerns files; NULL: effects are only noted. */
    void (*perform)(struct Session *session);
    struct World *world;   /* world.h; NULL without one */
    struct Keeper *keeper; /* kept.h; NULL without one */
    App app;
    Grid grid;
    Arena frame;
    Effects effects; /* of the last event; without those that the world has carried out */
} Session;

/* The shipped edition; ends the test with its problems when it does not load. */
const Catalogue *session_catalogue(void);

/* Keeps `perform`, `world` and `keeper`, all else is new. */
void session_begin(Session *session, const AppStart *start);
void session_end(Session *session);
void session_event(Session *session, const Event *event);

/* "Down", "Enter", "C-l", "S-Tab", "Space", "F5" or one character. False for anything else. */
bool session_key(Session *session, const char *name);

/* Paints, and proves that the cells are sound: every wide character whole, nothing beyond. */
void session_view(Session *session);

#endif
