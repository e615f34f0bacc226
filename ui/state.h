/*
 * What a session remembers. Included by app.h; screens include app.h.
 *
 * Every screen has one descriptor (screens/screens.h) and one member of the union below.
 * Popups (palette, address) are entries on the same stack.
 */
#ifndef KAIRO_UI_STATE_H
#define KAIRO_UI_STATE_H

#include "catalogue/model.h"
#include "ui/commands.h"
#include "ui/list.h"
#include "ui/page.h"

enum { STACK_MOST = 16, TRAIL_MOST = 64, MESSAGE_BYTES = 512, QUERY_BYTES = 128 };

typedef enum ScreenId {
    SCREEN_ROADMAP,
    SCREEN_CARD,
    SCREEN_PROVIDERS,
    SCREEN_PROVIDER,
    SCREEN_FIGURES,
    SCREEN_FIGURE,
    SCREEN_ADDRESS, /* popup */
    SCREEN_PALETTE, /* popup */
    SCREEN_COUNT
} ScreenId;

typedef struct RoadmapState {
    int pane;                        /* 1 to 4, or 0: what serves all steps */
    ListState lists[STEP_COUNT + 1]; /* indexed by pane */
} RoadmapState;

typedef struct CardState {
    const Program *program;
    PageState page;
} CardState;

typedef struct ProviderState {
    const Provider *provider;
    PageState page;
} ProviderState;

typedef struct FigureState {
    const Figure *figure;
    PageState page;
} FigureState;

typedef struct PaletteState {
    char query[QUERY_BYTES]; /* valid UTF-8 */
    ListState list;
} PaletteState;

typedef struct AddressState {
    const char *label; /* what it is the address of */
    const char *text;  /* whole */
} AddressState;

typedef struct ScreenState {
    ScreenId id;
    union {
        RoadmapState roadmap;
        CardState card;
        ListState providers;
        ProviderState provider;
        ListState figures;
        FigureState figure;
        PaletteState palette;
        AddressState address;
    };
} ScreenState;

/* A whole stack as it stood: what [ and ] walk through. */
typedef struct Snapshot {
    ScreenState stack[STACK_MOST];
    int depth;
} Snapshot;

typedef struct Trail {
    Snapshot *seen; /* TRAIL_MOST, owned by the app */
    int count, at;  /* seen[at] is where we are */
} Trail;

typedef struct App {
    const Catalogue *catalogue; /* lent */
    Date today;                 /* the reference date */
    Lang lang;
    Ambiguous ambiguous;
    bool ambiguous_fixed, ascii, substitute;
    int cols, rows;
    ScreenState stack[STACK_MOST];
    int depth; /* at least 1: the roadmap is always at the bottom */
    Trail trail;
    char message[MESSAGE_BYTES]; /* shown until the next key; "" for none */
    CommandId pending;           /* chosen in the palette, to be run on the screen below it */
    Arena scratch;               /* for work inside one update */
} App;

#endif
