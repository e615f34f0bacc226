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

/* Removes what sessions that were killed left among old versions. For the end. */
void keeper_tidy_versions(const Keeper *keeper);

/* ---- between the files of the keeper ---- */

/* keeper_tidy.c: the same among the plans and beside the bookmarks. */
void keeper_tidy(const Keeper *keeper);

/* Saves a plan whose name may have changed (then its file and versions follow). */
bool keeper_put(Keeper *keeper, ShelfPlan *plan, const char *now, ShelfSaved *saved, Err *err);

/* Whether the plan in the file `own` can never have this name, as another plan has it (*why): a
   full disk or the like is no such reason. */
bool keeper_name_is_taken(Keeper *keeper, const char *name, const char *own, Err *why);

/* Whether it is certain that there is no such file: a folder that cannot be reached says nothing.
 */
bool keeper_is_gone(Keeper *keeper, const char *file);
/* As shelf_open, with a sentence of its own for a file that is no longer there. */
bool keeper_open(Keeper *keeper, const char *file, ShelfPlan *out, Err *err);

/*
 * keeper_again.c: before a save that failed is tried again with `mine`, which the user may have
 * changed since. It may have come to disk all the same, only not for certain: when it has, that is
 * what we changed since; else it would be merged as another's, and what was undone meanwhile would
 * come back. False with a sentence when nobody can say.
 */
bool keeper_look_again(Keeper *keeper, const Plan *mine, Err *err);
bool keeper_look_again_at_marks(Keeper *keeper, const Bookmarks *mine, Err *err);

/* keeper_export.c: hand-outs. */
bool keeper_export(Keeper *keeper, const App *app, const Effect *effect);

/* keeper_late.c: what is read only once it is asked for. */
bool keeper_read_diagnosis(Keeper *keeper, const App *app);
bool keeper_make_qr(Keeper *keeper, const char *text);
bool keeper_read_holidays(Keeper *keeper);
void keeper_forget_late(Keeper *keeper);

/* keeper_other.c: plans that are not the active one. */
bool keeper_other(Keeper *keeper, const App *app, const Effect *effect);

#endif
