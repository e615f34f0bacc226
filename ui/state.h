/*
 * What each screen remembers. Included by app_state.h; screens include app.h.
 *
 * Every screen has one descriptor (screens/screens.h) and one member of the union below.
 * Popups (palette, address, prompt) are entries on the same stack.
 *
 * A state names a program by its id where it stands for an item of a plan: the plan may be
 * replaced by a merge, and the program may have left the catalogue. Such ids live for the
 * whole session (app_keep_text).
 */
#ifndef KAIRO_UI_STATE_H
#define KAIRO_UI_STATE_H

#include "catalogue/model.h"
#include "plan/fields.h"
#include "query/grant.h"
#include "ui/list.h"
#include "ui/page.h"

enum {
    STACK_MOST = 16,
    KEPT_FOR_POPUPS = 3, /* of them: a status, its reason, and the palette over it */
    QUERY_BYTES = 128
};

typedef enum ScreenId {
    SCREEN_ROADMAP,
    SCREEN_CARD,
    SCREEN_PROVIDERS,
    SCREEN_PROVIDER,
    SCREEN_FIGURES,
    SCREEN_FIGURE,
    SCREEN_PLAN,  /* the active plan's checklist */
    SCREEN_ITEM,  /* one item of it */
    SCREEN_PLANS, /* all plans */
    SCREEN_BOOKMARKS,
    SCREEN_SEARCH,
    SCREEN_COUNTRIES,
    SCREEN_COUNTRY,
    SCREEN_CALENDAR,
    SCREEN_EVENT,     /* a seminar or an exhibition */
    SCREEN_DIAGNOSIS, /* its questions */
    SCREEN_RESULT,    /* and what comes of the answers */
    SCREEN_COMPARE,
    SCREEN_CALLS,   /* the plan's call sheet */
    SCREEN_ADDRESS, /* popups from here on */
    SCREEN_QR,      /* the same as a QR code */
    SCREEN_PALETTE,
    SCREEN_PROMPT,      /* one line to type */
    SCREEN_NOTE,        /* many lines to type */
    SCREEN_STATUS,      /* a status to choose */
    SCREEN_SETTLE,      /* a conflict to settle */
    SCREEN_PLAN_FILTER, /* which items the plan shows */
    SCREEN_FACETS,      /* which programs the lists of the catalogue show */
    SCREEN_TRIP,        /* from when to when the briefing service can be applied for */
    SCREEN_ESTIMATE,    /* what a subsidy would come to */
    SCREEN_EXPORT,      /* forms of a hand-out */
    SCREEN_ADD,         /* programs of a diagnosis to be put in the plan */
    SCREEN_COUNT
} ScreenId;

typedef struct RoadmapState {
    int pane;                        /* 1 to 4, or 0: what serves all steps */
    ListState lists[STEP_COUNT + 1]; /* by pane; `selected` counts what a filter hides too */
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

/* The code itself is late.qr. */
typedef struct QrState {
    const char *label, *text; /* as AddressState's */
    bool swapped;             /* light for dark: the terminal's colours are the other way round */
} QrState;

/* Bits of what a plan shows; a group without a bit shows all of its kind. */
typedef struct PlanFilter {
    unsigned steps;    /* bits 1 << step, 0 to 4 */
    unsigned statuses; /* bits 1 << PlanStatus */
    unsigned dues;     /* bits 1 << PlanDue */
    bool changed;      /* only what changed in the catalogue, or is in conflict */
} PlanFilter;

typedef enum PlanDue {
    DUE_OVERDUE,
    DUE_WITHIN_WEEK,
    DUE_WITHIN_MONTH,
    DUE_LATER,
    DUE_NONE,
    DUE_COUNT
} PlanDue;

typedef enum PlanSort { SORT_STEP, SORT_DUE, SORT_STATUS, SORT_ADDED, SORT_COUNT } PlanSort;

typedef struct PlanState {
    ListState list;
    const char *program; /* the selected item's id; NULL before any was */
    PlanSort sort;
    PlanFilter filter;
} PlanState;

/* Rows are named, not counted: their order changes with every save. */
typedef struct PlansState {
    ListState list;
    const char *file; /* the selected plan's; NULL before any was */
} PlansState;

typedef struct BookmarksState {
    ListState list;
    const char *key; /* the selected bookmark's; NULL before any was */
} BookmarksState;

typedef struct ItemState {
    const char *program; /* id */
    int kind, nth;       /* the selected row: ItemRowKind, and which of them */
    int top;             /* first line shown: as ListState's */
} ItemState;

/* What a line is typed for. */
typedef enum PromptKind {
    PROMPT_DUE,
    PROMPT_OWNER,
    PROMPT_ESTIMATE,
    PROMPT_REASON,   /* together with the status it is asked for */
    PROMPT_DOCUMENT, /* a new one */
    PROMPT_CALL,     /* what came of a telephone call */
    PROMPT_PLAN_NEW,
    PROMPT_PLAN_RENAME,
    PROMPT_PLAN_DUPLICATE,
    PROMPT_EXPORT, /* where to; `subject` is the form (report/hand_out.h) */
    PROMPT_COUNT
} PromptKind;

/* The text itself is app->field: one is typed at a time. */
typedef struct PromptState {
    PromptKind kind;
    const char *subject;  /* an item's program id, or a plan's file */
    PlanStatus status;    /* of PROMPT_REASON */
    const char *document; /* of PROMPT_DOCUMENT: whose name is corrected; "" for a new one */
    bool warned;          /* it has been said that a reason helps, or that the file is there */
} PromptState;

typedef struct NoteState {
    const char *program;
    const char *before; /* the note when typing began */
    bool refused;       /* what was typed could not be kept; Ctrl-C once more leaves it */
} NoteState;

typedef struct StatusState {
    const char *program;
    ListState list;
} StatusState;

typedef struct SettleState {
    const char *program; /* "" for the plan's own conflicts */
    size_t index;        /* of its conflicts */
    ListState list;
} SettleState;

/* Words typed, and the programs that have them all. */
typedef struct SearchState {
    ListState list;
    const Program *program; /* the selected one; NULL: by its place in the list */
    const char *words;      /* kept with Enter; NULL before any were */
    bool typing;            /* others are being typed: app->field */
    ListState list_before;  /* as it was with the kept words, while others are typed */
    const Program *program_before;
} SearchState;

/* Every country and region of the edition, by region. */
typedef struct CountriesState {
    ListState list;
    const Country *country; /* the selected row's, also while the filter hides it; NULL at first */
    char filter[QUERY_BYTES]; /* what narrows the list; valid UTF-8, "" for nothing */
    int cursor;               /* bytes from the filter's front, */
    bool typing;              /* while it is being typed */
} CountriesState;

/* One country, its cities, and what is there. */
typedef struct CountryState {
    const Country *country;
    PageState page;
} CountryState;

/* Windows to apply, events and due dates, month by month. */
typedef struct CalendarState {
    ListState list;
    const char *key;   /* the selected row's; NULL before any was: it begins with what is next */
    unsigned unfolded; /* bits 1 << PeriodKind: groups without a date whose programs are listed */
} CalendarState;

/* One seminar or exhibition. */
typedef struct EventState {
    const Occasion *event;
    PageState page;
} EventState;

/* What comes of the answers, in groups. */
typedef struct ResultState {
    const char *program; /* the selected one's id; NULL before any was */
    int top;
    bool rest; /* those for other purposes are listed too */
} ResultState;

/* The questions of the diagnosis. By their ids: the rules may not be read yet. */
typedef struct DiagnosisState {
    const char *question; /* the open one; NULL before any was */
    const char *choice;   /* the selected one of it */
    int top;
    ResultState result; /* as it was left */
} DiagnosisState;

/* Programs of the result that go into the plan together. */
typedef struct AddState {
    const char *ticked; /* their ids, parted by blanks; NULL before any was ticked or unticked */
    ListState list;
} AddState;

/* The marked programs (App.compared) side by side. */
typedef struct CompareState {
    ListState list;
    const char *row;      /* the selected row's key (report/comparison.h); NULL before any was */
    const Program *focus; /* whose column Enter, c and Space mean; NULL for the first */
    int first;            /* first column shown; a wish, held to what shows the focus */
    bool differing;       /* only rows that differ */
} CompareState;

/* The plan's call sheet. */
typedef struct CallsState {
    ListState list;      /* of calls */
    const char *program; /* the selected matter's id; NULL before any was */
    int skip;            /* lines of the selected call above the page, when it is taller */
} CallsState;

/* Which programs the lists of the catalogue show. */
typedef struct FacetsState {
    ListState list;
} FacetsState;

/* From when to when the briefing service can be applied for. */
typedef enum TripField { TRIP_VISIT, TRIP_DEPARTURE, TRIP_FIELDS } TripField;

typedef struct TripState {
    const Program *program;
    int at;                         /* a TripField, or TRIP_FIELDS: setting the due date */
    const char *texts[TRIP_FIELDS]; /* what was typed; of the field being typed app->field has it */
} TripState;

/* What a subsidy would come to. */
typedef struct EstimateState {
    const char *program; /* id */
    ListState list;      /* 0: the field, which is app->field; then what may be chosen */
    GrantTerms terms;
    bool warned; /* it has been said that no subsidy is chosen */
} EstimateState;

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
        QrState qr;
        PlanState plan;
        ItemState item;
        PlansState plans;
        BookmarksState bookmarks;
        PromptState prompt;
        NoteState note;
        StatusState status;
        SettleState settle;
        ListState plan_filter;
        SearchState search;
        CountriesState countries;
        CountryState country;
        CalendarState calendar;
        EventState event;
        DiagnosisState diagnosis;
        ResultState result;
        CompareState compare;
        CallsState calls;
        FacetsState facets;
        TripState trip;
        EstimateState estimate;
        AddState add;
        ListState export;
    };
} ScreenState;

#endif
