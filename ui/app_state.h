/* What a session remembers, all of it: one App. Included by app.h; screens include app.h. */
#ifndef KAIRO_UI_APP_STATE_H
#define KAIRO_UI_APP_STATE_H

#include "base/date.h"
#include "base/tr.h"
#include "query/facets.h"
#include "text/width.h"
#include "ui/commands.h"
#include "ui/compared.h"
#include "ui/find.h"
#include "ui/late.h"
#include "ui/state.h"
#include "ui/text_edit.h"
#include "ui/work.h"

enum { TRAIL_MOST = 64, MESSAGE_BYTES = 512 };

/* A whole stack as it stood: what [ and ] walk through. */
typedef struct Snapshot {
    ScreenState stack[STACK_MOST];
    int depth;
} Snapshot;

typedef struct Trail {
    Snapshot *seen; /* owned by the app; at most TRAIL_MOST */
    int count, at;  /* seen[at] is where we are */
    int room;       /* for so many there is memory */
} Trail;

typedef struct App {
    const Catalogue *catalogue; /* lent */
    Date today;                 /* the reference date */
    int zone;                   /* seconds by which the user's clock is ahead of UTC */
    Lang lang;
    Ambiguous ambiguous;
    bool ambiguous_fixed, ascii, substitute;
    bool ambiguous_told; /* the terminal has answered */
    bool can_copy;       /* the terminal may have a clipboard */
    bool can_browse;     /* a browser would open on the user's own display */
    bool plain;          /* lines instead of screens (plain.h): a popup is shown alone */
    int cols, rows;
    ScreenState stack[STACK_MOST];
    int depth; /* at least 1: the roadmap is always at the bottom */
    Trail trail;
    char message[MESSAGE_BYTES]; /* shown until the next key; "" for none */
    CommandId pending;           /* chosen in the palette, to be run on the screen below it */
    bool leaving;                /* q was pressed while something was not saved */
    Work work;                   /* plans, bookmarks, undo */
    Facets facets;               /* which programs the lists show (screens/facets.h) */
    Compared compared;           /* the programs marked for comparing */
    Late late;                   /* what is read or made only once it is asked for */
    Find find;                   /* what is looked for */
    PlanState plan_left;         /* the plan's screen as it was last, */
    const char *plan_left_file;  /* and of which plan; NULL before */
    TextEdit field;              /* what is being typed in a prompt, note or search */
    Arena kept;                  /* texts that live for the session */
    Strings kept_texts;
    size_t kept_room;
    Effects *effects; /* of the event being worked on; else NULL */
    Arena scratch;    /* for work inside one update */
} App;

#endif
