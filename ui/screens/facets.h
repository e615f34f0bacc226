/*
 * The filter of the catalogue's lists (query/facets.h), which the app holds: app->facets. The
 * roadmap and the search show what it lets through; any other list can follow it:
 *
 *     app_shows(app, program)               which rows (screens.h)
 *     facets_chips(app, canvas, row)        what is on, where it is
 *     facets_nothing(app, canvas, of)       instead of a list that it has emptied
 *     facets_drop_worst(app, of)            and Enter there
 *
 * f and F are run by app_run.c on all screens of facets_are_of.
 */
#ifndef KAIRO_UI_SCREENS_FACETS_H
#define KAIRO_UI_SCREENS_FACETS_H

#include "query/facets.h"
#include "ui/screens/screens.h"

/* The screens whose lists follow the filter. */
bool facets_are_of(ScreenId id);

FacetWorld facets_world(const App *app);

/* Shows all again, and says so. */
void facets_clear(App *app);

/* ---- for the session: part of the roadmap's place ---- */

void facets_keep(const App *app, Keep *keep);
void facets_recall(App *app, const Recall *recall);

/* ---- words (facet_words.c); static or in `arena` ---- */

/* 料金 */
const char *facet_name(Facet facet);
/* 無料; 2 計画する・準備する; C 海外展開の専門家に相談したい; 記載なし */
const char *facet_value_name(const App *app, Arena *arena, Facet facet, int value);
/* 料金: 無料・有料: what is chosen of a facet, for a sentence. */
const char *facet_condition(const App *app, Arena *arena, Facet facet);
/* 無料・有料; ステップ 2: as short as it can be understood. */
const char *facet_chip(const App *app, Arena *arena, Facet facet);
/* 14件; 14件中3件 while the filter is on. */
const char *facets_count_text(const App *app, Arena *arena, int shown, int all);

/* ---- lines (facets_line.c) ---- */

/* What is on, as a line over the whole canvas, and the keys for it; false and nothing painted
 * while all is shown. */
bool facets_chips(const App *app, const Canvas *canvas, int row);

/* Why none of these programs is shown, what to drop, and the keys; nothing when `of` is empty.
 * In few words where the list has not the focus. */
void facets_nothing(const App *app, const Canvas *canvas, ProgramRefs of, bool focused);

/* Drops what facets_nothing names, and says so. */
void facets_drop_worst(App *app, ProgramRefs of);

#endif
