/*
 * What screens ask of the app and of one another: to open a screen, to say something, to go
 * somewhere. Changes of the plan are ui/work.h.
 */
#ifndef KAIRO_UI_SCREENS_ASK_H
#define KAIRO_UI_SCREENS_ASK_H

#include "ui/app.h"

/* ---- knowing ---- */

/* Cells of the body, for settling lists and pages after a command. */
int app_body_rows(const App *app);

/* The screen on top that is no popup. */
const ScreenState *app_screen(const App *app);

/* Why a command does nothing on that screen of the stack, or NULL. */
const char *app_disabled(const App *app, const ScreenState *state, CommandId command);

/* Whether the filter of the catalogue's lists lets a program through (facets.h). */
bool app_shows(const App *app, const Program *program);

/* The active plan's screen as it was left: row, order and filter. */
PlanState plan_as_left(const App *app);

/* ---- saying, keeping, asking ---- */

/* A sentence for the user, until the next key. */
void app_say(App *app, const char *format, ...) PRINTF_LIKE(2, 3);

/* A copy that lives for the session; the same text gives the same copy. */
const char *app_keep_text(App *app, const char *text);

/* Asks the edge for something (effect.h). Strings must outlive the update: app->scratch. */
void app_ask(App *app, Effect effect);

/* Runs a command as a key would. */
void app_run(App *app, CommandId command);

/* ---- going ---- */

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

/* Follows a link of a page: opens the program or provider, shows an address whole. */
void app_follow(App *app, const Doc *doc, int link);

/* Back to the screen below, as it was. */
void app_back(App *app);

/* Home, on a step (1 to 4) or on what serves all steps (0). */
void app_go_to_step(App *app, int pane);

/* Selects a program on the roadmap, in its pane. */
void roadmap_select(const App *app, RoadmapState *state, const Program *program);

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

/* ---- plans.c, plans_news.c ---- */

/* Asks for an effect that makes another plan the active one; the one that is, is saved first. */
void plans_switch(App *app, Effect effect);
/* Says which plan is worked on, and from their list goes home, where it shows. */
void plans_show_active(App *app);
/* News have been taken in; `file` is what the active plan's was before. */
void plans_news(App *app, const News *news, const char *file);

/* ---- export.c ---- */

/* Asks for the hand-out to be written; `again` over what is there. */
void export_to(App *app, const char *form, const char *path, bool again);
/* What came of it; false for other news. */
bool export_news(App *app, const News *news);

#endif
