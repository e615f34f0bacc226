/*
 * One descriptor per screen. A screen is one file: its state is its member of ScreenState,
 * everything else is behind these functions. What it is painted with is pieces.h, what it asks of
 * the app ask.h; both come with this header.
 */
#ifndef KAIRO_UI_SCREENS_H
#define KAIRO_UI_SCREENS_H

#include "ui/app.h"
#include "ui/layout.h"
#include "ui/recall.h"
#include "ui/screens/ask.h"
#include "ui/screens/pieces.h"

enum { HINTS_MOST = 16, CRUMBS_MOST = 4 * STACK_MOST };

/* The way from home to here; strings static or in `arena`. */
typedef struct Crumbs {
    Arena *arena;
    const char *at[CRUMBS_MOST];
    int count;
} Crumbs;

void crumb(Crumbs *crumbs, const char *text);
/* The same for a name; where it stands there already, `instead`. */
void screen_crumb_once(Crumbs *crumbs, const char *name, const char *instead);
/* For screens that belong to no step: straight from home. */
void crumb_from_home(Crumbs *crumbs, const char *text);

/* A command in the hint line, and the word for it on this screen (msgid; NULL: its usual one). */
typedef struct Hint {
    CommandId command;
    const char *word;
} Hint;

/* What is selected on a screen: what Space, b, s, m and D are about. */
typedef struct Subject {
    BookmarkKind kind;
    const char *id;         /* "" for none */
    const char *name;       /* in the user's language; in the arena given */
    const Program *program; /* NULL when it is no program, or has left the catalogue */
} Subject;

typedef struct ScreenClass {
    const char *name; /* stable: in tests, bookmarks and the session's file */
    bool is_popup;    /* painted over the screen below; no part of the history */

    /* Adds this screen to the breadcrumb. */
    void (*crumbs)(const App *app, const ScreenState *state, Crumbs *crumbs);
    /* Whose colour the breadcrumb's end bears: 0 to 4. */
    int (*step)(const App *app, const ScreenState *state);
    /* A command that is this screen's own; false when it is not. */
    bool (*command)(App *app, ScreenState *state, CommandId command);
    /* A key or paste for a text field; false when the screen has none or does not take it. */
    bool (*text)(App *app, ScreenState *state, const Event *event);
    /* Why a command does nothing here, or NULL when it does. */
    const char *(*disabled)(const App *app, const ScreenState *state, CommandId command);
    /* Another word for a hint while it does something else, or NULL; may itself be NULL. */
    const char *(*hint)(const App *app, const ScreenState *state, CommandId command);
    /* What is selected; NULL for a screen that selects nothing of the kind. */
    Subject (*subject)(const App *app, const ScreenState *state, Arena *arena);
    /* Writes down where the screen stands (recall.h); NULL: its name says all. */
    void (*keep)(const App *app, const ScreenState *state, Keep *keep);
    /* Stands there again: *state has its id, all else is 0. False when what it showed is gone. */
    bool (*recall)(App *app, ScreenState *state, const Recall *recall);
    /* It has come on the stack, or the session has begun with it there: asks for what it needs
       beyond the catalogue (late.h); NULL: it needs nothing. */
    void (*begin)(App *app, ScreenState *state);
    void (*view)(const App *app, const ScreenState *state, const Canvas *body);
    Hint hints[HINTS_MOST]; /* in order of use; CMD_NONE ends */
} ScreenClass;

extern const ScreenClass screen_roadmap, screen_card, screen_providers, screen_provider,
    screen_figures, screen_figure, screen_plan, screen_item, screen_plans, screen_bookmarks,
    screen_search, screen_countries, screen_country, screen_calendar, screen_event,
    screen_diagnosis, screen_result, screen_compare, screen_calls, screen_address, screen_palette,
    screen_prompt, screen_note, screen_status, screen_settle, screen_plan_filter, screen_facets,
    screen_trip, screen_estimate, screen_add, screen_qr, screen_export;

const ScreenClass *screen_class(ScreenId id);

/* For screens that belong to no step. */
int screen_no_step(const App *app, const ScreenState *state);

/* What is selected on the screen on top, or below a popup; id "" for nothing. */
Subject app_subject(const App *app, const ScreenState *state, Arena *arena);

/* A program, provider, country or figure as what is selected; NULL for none. */
Subject screen_program_subject(const Program *program);
Subject screen_provider_subject(const Provider *provider);
Subject screen_country_subject(const Country *country);
Subject screen_figure_subject(const Figure *figure);

/* Keeps the place of a page: block, line and link; and reads it again. */
void screen_keep_page(const PageState *page, Keep *keep);
void screen_recall_page(PageState *page, const Recall *recall);

/*
 * The screens that need not be told what to show, and so can be bookmarked themselves: the
 * command that opens one (CMD_NONE: it is home) and its name for people, a msgid.
 */
typedef struct OpenScreen {
    ScreenId id;
    CommandId command;
    const char *name;
} OpenScreen;

/* NULL when it is none of these; by ScreenClass.name. */
const OpenScreen *screen_open_to_all(ScreenId id);
const OpenScreen *screen_named(const char *name);

#endif
