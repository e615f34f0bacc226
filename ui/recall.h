/*
 * Where a session stands, as a text that the next start reads: the plan, the screens on top
 * of one another with their rows, scroll and filters, and what was being typed. Pure; the edge
 * (keeper.c) keeps it on disk.
 *
 * Each screen writes its own facts by keys and reads them again (ScreenClass.keep, .recall).
 * Things are named by their ids, never by their places, so that another edition of the
 * catalogue or another window does not lose them. What cannot be found any more is left out;
 * a text that cannot be read at all is as good as none.
 */
#ifndef KAIRO_UI_RECALL_H
#define KAIRO_UI_RECALL_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdint.h>

struct App;

enum { RECALL_MOST = 256 * 1024 /* bytes */ };

/* ---- for screens ---- */

typedef struct Keep Keep;
void keep_text(Keep *keep, const char *key, const char *text); /* "" and NULL add nothing */
void keep_number(Keep *keep, const char *key, int64_t number); /* 0 adds nothing */

typedef struct Recall Recall;
/* "" when there is none; lives for the session. */
const char *recall_text(const Recall *recall, const char *key);
/* The same, NULL when there is none: of what was selected, before anything was. */
const char *recall_text_or_null(const Recall *recall, const char *key);
/* 0 when there is none or it is outside least to most. */
int64_t recall_number(const Recall *recall, const char *key, int64_t least, int64_t most);
/* A number of rows or lines, from 0. */
int recall_count(const Recall *recall, const char *key);

/* ---- for the edge ---- */

/* Appends the text, nothing when memory is gone. The same state gives the same bytes. A screen
   for which there is no room is left out, and what stands on it. */
void recall_write(const struct App *app, Buf *out);

/* The file of the plan that was active, in `arena`; "" when the text does not say. */
const char *recall_plan(Str bytes, Arena *arena);

/*
 * Puts the screens back, on an app that has been initialised and has its plan; the history
 * begins there. Leaves the start screen where the text cannot be read. A screen that is not
 * known or not to be found is left out, and with it a popup that stands on it. Popups come back
 * only over the plan over which they stood: what was typed for one client is none of another's.
 */
void recall_read(struct App *app, Str bytes);

/*
 * Puts back what was marked for comparing, as far as it is in the catalogue: recall_read does it
 * too, but a session that begins at a place of its own wants only this.
 */
void recall_compared(struct App *app, Str bytes);

#endif
