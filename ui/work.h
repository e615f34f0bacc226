/*
 * What a session does to plans and bookmarks: the active plan as the user sees it, how safe it
 * is, and one history of undo for everything. Pure: changes are made here at once, asked to be
 * saved as effects (effect.h), and what became of that returns as News.
 *
 * A screen that changes something reads:
 *
 *     PlanChange change = {0};
 *     Err err;
 *     if (!work_may_change(app))                 // says why not
 *         return true;
 *     if (plan_set(&app->work.plan, id, PLAN_DUE, typed, work_time(app), &change, &err))
 *         work_did(app, &change, _("Set the due date of \"%s\""), name);
 *     else
 *         app_say(app, "%s", err.text);
 *
 * A name of what was done (Put "%s" in the plan) is a whole phrase: it is the message, and
 * with "Undone: " before it the message of undo.
 */
#ifndef KAIRO_UI_WORK_H
#define KAIRO_UI_WORK_H

#include "plan/bookmarks.h"
#include "plan/edit.h"
#include "plan/history.h"
#include "plan/shelf.h"
#include "ui/effect.h"

struct App;
typedef struct App App;

enum { STAMP_BYTES = 21 };

/* ---- what the edge found ---- */

typedef enum NewsKind {
    NEWS_SAVED,             /* plan, file, saved: the active plan is on disk like this; err: why it
                               could not have its new name, "" when it could */
    NEWS_NOT_SAVED,         /* err: it is not, and stays as it is */
    NEWS_OPENED,            /* plan, file: the active plan from now on */
    NEWS_DAMAGED,           /* file, err: no plan can be read there; plan (NULL for none), version,
                               when: its newest good version; text: a name for it */
    NEWS_REFRESHED,         /* plan, file: another changed the active plan on disk */
    NEWS_OTHER_DONE,        /* old_file, file, text, archived, change: what was done to another
                               plan, and its name */
    NEWS_OTHER_WALKED,      /* old_file, file, back: a step of another plan was undone or redone */
    NEWS_OTHER_STUCK,       /* err, back: it cannot be */
    NEWS_REFUSED,           /* err: what was asked for was not done */
    NEWS_SHELF,             /* rows: the plans there are */
    NEWS_BOOKMARKS,         /* bookmarks: on disk like this */
    NEWS_BOOKMARKS_UNSAVED, /* err */
    NEWS_BOOKMARKS_DAMAGED, /* err: their file cannot be read */
    NEWS_DIAGNOSIS,         /* diagnosis: lent for the session; NULL with err: it cannot be read */
    NEWS_HOLIDAYS,          /* text: what the file says, "" when there is none, file: its path;
                               err: it cannot be read */
    NEWS_QR,                /* qr: lent until the next news; side 0 with err: none */
    NEWS_EXPORTED,            /* file: where to, as people name it */
    NEWS_EXPORT_EXISTS,       /* file: something is there already */
    NEWS_EDITED,            /* text: what came back from the editor */
} NewsKind;

typedef struct News {
    NewsKind kind;
    EffectKind of; /* the effect it comes from; EFFECT_QUIT for none, at the start */
    const char *file, *old_file;
    const char *text;
    const Plan *plan;
    ShelfSaved saved;
    uint64_t version;
    const char *when; /* the version's */
    ShelfRows rows;
    const Bookmarks *bookmarks;
    const struct Diagnosis *diagnosis;
    const struct Qr *qr;
    bool archived, back;
    PlanChange *change; /* the app may take it over */
    Err err;
} News;

/* ---- state ---- */

typedef struct Work {
    Plan plan;        /* owned: the active plan */
    char *file;       /* owned; "" while it is not on disk yet */
    bool read_only;   /* --read-only */
    char *unsaved;    /* owned; why the last save failed, "" when all is saved */
    char *problem;    /* owned; "" or what is wrong with the file: the plan is a version of it,
                         or empty, and cannot be changed */
    uint64_t version; /* the version shown instead; 0 for none */
    char *version_when;
    Bookmarks bookmarks;     /* owned */
    char *bookmarks_unsaved; /* owned; as `unsaved` */
    char *bookmarks_problem; /* owned; "" or what is wrong with their file */
    History history;
    Arena shelf_arena;
    ShelfRows shelf; /* the plans there are, as last listed */
    char now[STAMP_BYTES];
} Work;

/* An empty plan by the name of a first-time user's, on no disk yet. */
void work_init(App *app, bool read_only);
void work_release(App *app);

/* What became of an effect. */
void work_news(App *app, const News *news);

/* ---- changing ---- */

PlanTime work_time(const App *app);

/* False after saying why the active plan (or the bookmarks) cannot be changed. */
bool work_may_change(App *app);
/* The same without saying it: why not, or NULL. */
const char *work_why_fixed(const App *app);

/*
 * Something was done to the active plan, and its name for people: one step of undo, shown as
 * a message, saved. A change that changed nothing is nothing. *change is empty afterwards.
 */
void work_did(App *app, PlanChange *change, const char *format, ...) PRINTF_LIKE(3, 4);

/* Puts a program in the plan or takes it out (Space). */
void work_toggle_program(App *app, const Program *program);
/* Puts several in it as one step; those that are in it already stay as they are. False after
   saying why not: then none was put in. */
bool work_add_programs(App *app, const Program *const *programs, size_t count);
/* Takes out an item whose program may have left the catalogue. */
void work_remove_item(App *app, const char *program);
/* Sets one of people's fields to what was typed. False after saying what is wrong. */
bool work_set(App *app, const char *program, PlanField field, Str typed);
/* Sets planned cost and terms of an estimate, and puts the program in the plan first where it is
   not there: one step. False after saying what is wrong. */
bool work_estimate(App *app, const Program *program, Str typed, const char *terms);
/* Sets a status and, where it asks for one, the reason: one step. */
bool work_set_status(App *app, const char *program, PlanStatus status, const char *reason);

/* Sets a bookmark or takes it away (b). */
void work_toggle_bookmark(App *app, BookmarkKind kind, const char *id, const char *name);

void work_undo(App *app);
void work_redo(App *app);
/* Why there is nothing to undo or redo, or NULL. */
const char *work_why_no_undo(const App *app);
const char *work_why_no_redo(const App *app);

/* Saves again what could not be saved. */
void work_retry(App *app);
bool work_is_unsaved(const App *app);

/* ---- looking ---- */

/* NULL where the program is not in the plan. */
const PlanItem *work_item(const App *app, const char *program);
bool work_is_bookmarked(const App *app, BookmarkKind kind, const char *id);

/* The item's name: the catalogue's in the user's language, else the one it had when added. */
const char *work_item_name(const App *app, const PlanItem *item);
/* Its program, or NULL when it has left the catalogue. */
const Program *work_item_program(const App *app, const PlanItem *item);

/* The step it belongs to, 0 to 4. */
int work_item_step(const App *app, const PlanItem *item);

/* How far a step (0 to 4) is: items in the plan, of them done (完了), and given up (不採択,
 * 見送り). */
typedef struct Progress {
    int planned, done, dropped;
} Progress;
Progress work_progress(const App *app, int step);

#endif
