/* The documents of an item: ticking, adding, correcting, taking off. Each is one step of undo. */
#ifndef KAIRO_UI_DOCUMENTS_H
#define KAIRO_UI_DOCUMENTS_H

#include "ui/app.h"

/* Ticks a document, or takes the tick away; says why not. */
void documents_tick(App *app, const char *program, const char *name);

/*
 * Takes a name that was typed: for a new document where `old` is "", else in the place of
 * `old`, which keeps its place and tick; an empty one takes `old` off the list. False after
 * saying why not.
 */
bool documents_take(App *app, const char *program, const char *old, Str typed);

#endif
