/*
 * Keeps what a session must not lose: carries out the effects that concern plans, bookmarks
 * and the session's own place, and tells the app what came of them. At the edge: of the
 * screens' parts, the only one that touches files.
 */
#ifndef KAIRO_UI_KEEPER_H
#define KAIRO_UI_KEEPER_H

#include "cli/paths.h"
#include "report/qr.h"
#include "ui/app.h"

/* Fields are private to keeper*.c. `Keeper k = {.session_fd = -1};` keeps nothing. */
typedef struct Keeper {
    Shelf shelf;             /* plans is "" when there is no folder for them */
    ShelfPlan plan;          /* the active one, as on disk; file NULL before it is there */
    const char *marks_path;  /* of the bookmarks, "" for none */
    BookmarksFile bookmarks; /* path NULL before it was looked for */

    const char *chosen;          /* file of the plan that was asked for, "" for none */
    const char *catalogue;       /* folder of the edition */
    const char *holidays;        /* path of the user's list of holidays, "" for none, */
    const char *holidays_shown;  /* and as people write it: ~/.config/… */
    struct Diagnosis *diagnosis; /* its rules, once they were asked for; lent to the app */
    const char *home;            /* $HOME, "" for none */
    const char *session;         /* path of the session's file, "" for none */
    Buf session_written;         /* what we last wrote there */
    int session_fd;              /* -1 */
    bool read_only;
    Arena paths;
    Arena answers; /* what the last news lends */
    Qr qr;         /* the last one made, in answers */
    News news;
    Plan version; /* of a damaged plan, lent to news */
    PlanChange change;
} Keeper;

/* Nothing is read yet. With `read_only` nothing is ever written. */
void keeper_init(Keeper *keeper, const Surroundings *at, bool read_only);
void keeper_release(Keeper *keeper);

/*
 * Which plan to begin with: the one that `name` (--plan) means. False with a sentence when there
 * is none of that name. "", or never called: the one of the last session, else the one changed
 * last. Needs no app, so that a mistake is told before the terminal is taken.
 */
bool keeper_choose(Keeper *keeper, const char *name, Err *err);

/*
 * At the start: tidies up, opens that plan, reads the bookmarks and, with `recall`, puts the
 * screens back where the last session stood. What is wrong becomes a message of the app.
 */
void keeper_begin(Keeper *keeper, App *app, bool recall);

/*
 * Carries out an effect that is the keeper's and fills in *event for the app, lent until the
 * next call. False when there is nothing to tell, or the effect is not the keeper's.
 */
bool keeper_perform(Keeper *keeper, const App *app, const Effect *effect, Event *event);

/*
 * Writes down where the session stands, when it stands elsewhere than at the last call. Quick:
 * for after every frame. Where the file cannot be written the session works without, silently,
 * and the next call tries again. Of several sessions the last to write is the one that counts.
 */
void keeper_remember(Keeper *keeper, const App *app);
/* The same for the end, whoever has written there meanwhile. */
void keeper_part(Keeper *keeper, const App *app);

/* Removes what sessions that were killed left among old versions and beside the session's file.
 * For the end. */
void keeper_tidy_at_end(const Keeper *keeper);

#endif
