/*
 * One descriptor per screen. A screen is one file: its state is its member of ScreenState,
 * everything else is behind these functions.
 */
#ifndef KAIRO_UI_SCREENS_H
#define KAIRO_UI_SCREENS_H

#include "text/wrap.h"
#include "ui/app.h"
#include "ui/layout.h"
#include "ui/recall.h"

enum {
    HINTS_MOST = 16,
    CRUMBS_MOST = 4 * STACK_MOST,
    AIR_ROWS = 12, /* rows of the body from which an item and its popups have blank lines */
};

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
    screen_trip, screen_estimate, screen_add, screen_qr;

const ScreenClass *screen_class(ScreenId id);

/* For screens that belong to no step. */
int screen_no_step(const App *app, const ScreenState *state);

/* A program, provider, country or figure as what is selected; NULL for none. */
Subject screen_program_subject(const Program *program);
Subject screen_provider_subject(const Provider *provider);
Subject screen_country_subject(const Country *country);
Subject screen_figure_subject(const Figure *figure);

/* Keeps the place of a page: block, line and link; and reads it again. */
void screen_keep_page(const PageState *page, Keep *keep);
void screen_recall_page(PageState *page, const Recall *recall);

/* The day of a stamp (plan.h) on the user's clock, as short as can be: "today", 12/14,
 * 2015-12-14; "" for none. */
const char *screen_when(const App *app, Arena *arena, const char *stamp);

/* With the time of that day: "today 10:30", 12/14 10:30. */
const char *screen_when_exactly(const App *app, Arena *arena, const char *stamp);

/* "5 late", "today", "38 days": to a due date, for a column. */
const char *screen_days_left(Arena *arena, long days);

/* The selected row of a list: a reversed mark at its left, where the cursor stands. */
void screen_mark(const Canvas *item);

/* The mark of a program that is compared, there too. */
void screen_compared(const Canvas *item, bool selected);

/* A bookmark's mark at the left end of the row; of the selected row, after screen_mark. */
void screen_star(const Canvas *item, bool selected);

/* A text as it will be painted: made safe, in ASCII where the terminal can do no better; and the
 * cells of that. In `arena`. */
Str screen_shown(const App *app, Arena *arena, const char *text);
int screen_cells(const App *app, Arena *arena, const char *text);

/* Its lines, in `arena`; and painting them. */
WrapLines screen_lines(const App *app, Arena *arena, const char *text, int cols);
void screen_paint_lines(const Canvas *canvas, int col, int row, Style style, WrapLines lines);

/* The columns of a popup: those of a page with its margins, in the middle of a wide screen. */
Span screen_popup(int cols);
/* That part of the body, after blanking it from row `first` to its end. */
Canvas screen_popup_canvas(const Canvas *body, int first);

/* The bar over a popup: what it is, and what it is about ("" for nothing). */
void screen_heading(const Canvas *body, int row, const char *what, const char *about);

/* "PgDn 3 more" in dim, ending before column `end`: what lies below, and the key that shows it. */
void screen_more(const Canvas *canvas, int end, int row, const char *text);
/* The same for the items of a list, in the row under its `box`, which must be blank. */
void screen_more_items(const List *list, const ListState *state, const Canvas *box);
/* As screen_more_items, where the row under the body is not the hint line. */
void screen_more_items_below(const List *list, const ListState *state, const Canvas *box);

/* The commands of a list; false for other commands. */
bool screen_list_command(const List *list, ListState *state, int rows, CommandId command);

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

/* ---- plans.c, plans_news.c ---- */

/* Asks for an effect that makes another plan the active one; the one that is, is saved first. */
void plans_switch(App *app, Effect effect);
/* Says which plan is worked on, and from their list goes home, where it shows. */
void plans_show_active(App *app);
/* News have been taken in; `file` is what the active plan's was before. */
void plans_news(App *app, const News *news, const char *file);

/* ---- what screens ask of the app ---- */

/* Cells of the body, for settling lists and pages after a command. */
int app_body_rows(const App *app);

/* Opens a screen on top, remembers the way, reports when the stack is full. */
void app_open(App *app, ScreenState state);
/* The same, but one that lies below already is gone back to, as it was. */
void app_open_once(App *app, ScreenState state);
void app_open_program(App *app, const Program *program);
void app_open_provider(App *app, const Provider *provider);
void app_open_country(App *app, const Country *country);
void app_open_address(App *app, const char *label, const char *text);
void app_open_item(App *app, const char *program);
void app_open_event(App *app, const Occasion *event);
/* From when to when one may apply for a program whose window is relative to a journey. */
void app_open_trip(App *app, const Program *program);

/* The active plan's screen as it was left: row, order and filter. */
PlanState plan_as_left(const App *app);

/* A copy that lives for the session; the same text gives the same copy. */
const char *app_keep_text(App *app, const char *text);

/* Whether the filter of the catalogue's lists lets a program through (facets.h). */
bool app_shows(const App *app, const Program *program);

/* What is selected on the screen on top, or below a popup; id "" for nothing. */
Subject app_subject(const App *app, const ScreenState *state, Arena *arena);

/* Asks the edge for something (effect.h). Strings must outlive the update: app->scratch. */
void app_ask(App *app, Effect effect);

/* ---- typing (prompt.c, note.c): popups over the screen ---- */

/* Asks for a line: what it is for, and the text it begins with. */
void app_open_prompt(App *app, PromptKind kind, const char *subject, const char *text);
/* The reason for a status, which is set together with it. */
void app_open_reason(App *app, const char *program, PlanStatus status);
/* The name of a document of an item, to be corrected or emptied; "" for a new one. */
void app_open_document(App *app, const char *program, const char *document);
/* The note of an item. */
void app_open_note(App *app, const char *program);
/* What a program's subsidy comes to; it need not be in the plan. */
void app_open_estimate(App *app, const Program *program);
/* The statuses to choose from. */
void app_open_status(App *app, const char *program);
/* A conflict of an item to settle, by its number; program "" for those of the plan. */
void app_open_settle(App *app, const char *program, size_t index);
/* Hands the note being typed to the user's editor. */
void note_to_editor(App *app);
/* The line is gone while a note is being typed: it is saved as it is. */
void note_leave(App *app, ScreenState *state);
/* Takes over what came back from the editor into the note being typed. */
void note_edited(App *app, const char *text);

/* Back to the screen below, as it was. */
void app_back(App *app);

/* Selects a program on the roadmap, in its pane. */
void roadmap_select(const App *app, RoadmapState *state, const Program *program);

/* Home, on a step (1 to 4) or on what serves all steps (0). */
void app_go_to_step(App *app, int pane);

/* A sentence for the user, until the next key. */
void app_say(App *app, const char *format, ...) PRINTF_LIKE(2, 3);

/* Follows a link of a page: opens the program or provider, shows an address whole. */
void app_follow(App *app, const Doc *doc, int link);

/* The screen on top that is no popup. */
const ScreenState *app_screen(const App *app);

/* Runs a command as a key would. */
void app_run(App *app, CommandId command);

/* Why a command does nothing on that screen of the stack, or NULL. */
const char *app_disabled(const App *app, const ScreenState *state, CommandId command);

#endif
