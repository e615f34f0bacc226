/*
 * Effects: what app_update asks the edge to do. Carried out in order by perform.c (the
 * terminal) and keeper.c (plans, bookmarks, the session); what they come to returns as
 * EVENT_NEWS. Strings are lent: they live until the next event from outside.
 */
#ifndef KAIRO_UI_EFFECT_H
#define KAIRO_UI_EFFECT_H

#include <stdbool.h>
#include <stddef.h>

struct PlanChange;

typedef enum EffectKind {
    EFFECT_QUIT,
    EFFECT_SUSPEND,           /* Ctrl-Z */
    EFFECT_REDRAW,            /* Ctrl-L: paint everything afresh */
    EFFECT_LOOK_UP,           /* `text`, a word of romaji, in the dictionary: EVENT_LEARNED */
    EFFECT_COPY,              /* `text` to the terminal's clipboard */
    EFFECT_BROWSE,            /* the web page `text` in a browser on this machine's display */
    EFFECT_SAVE,              /* the active plan, as work.plan has it */
    EFFECT_SAVE_BOOKMARKS,    /* as work.bookmarks has them */
    EFFECT_REFRESH,           /* the active plan, when another changed it on disk */
    EFFECT_REFRESH_BOOKMARKS, /* the same of the bookmarks */
    EFFECT_LIST_PLANS,        /* what plans there are */
    EFFECT_OPEN_PLAN,         /* make the plan in `file` the active one */
    EFFECT_NEW_PLAN,          /* a new, empty plan called `text`, active from now on */
    EFFECT_DUPLICATE_PLAN,    /* a copy of the plan in `file` called `text`, active from now on */
    EFFECT_RENAME_PLAN,       /* the plan in `file`, which is not the active one, to `text` */
    EFFECT_ARCHIVE_PLAN,      /* put it away, or back when it is away; as above */
    EFFECT_UNDO_PLAN,         /* take `change` of the plan in `file` back; as above */
    EFFECT_REDO_PLAN,         /* do it again; as above */
    EFFECT_RESTORE_PLAN,      /* the newest good version of the damaged plan in `file` */
    EFFECT_EXPORT, /* the active plan in the form `text` to the path `file`; `again`: whatever
                      is there */
    EFFECT_READ_DIAGNOSIS, /* the questions and rules of the diagnosis */
    EFFECT_MAKE_QR,        /* a QR code of `text` */
    EFFECT_READ_HOLIDAYS,  /* the user's list of holidays */
    EFFECT_EDIT_TEXT,      /* `text` in the user's editor */
} EffectKind;

typedef struct Effect {
    EffectKind kind;
    const char *file; /* a plan's file, as ShelfRow's */
    const char *text;
    const struct PlanChange *change;
    bool again;
} Effect;

enum { EFFECTS_MOST = 16 };

typedef struct Effects {
    Effect at[EFFECTS_MOST];
    size_t count;
} Effects;

/* BUG() when full: one event never needs that many. */
void effects_add(Effects *effects, Effect effect);

#endif
