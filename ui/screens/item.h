/*
 * Between the files of the item screen: item.c (commands), item_rows.c (its rows),
 * item_words.c (what changed, in words) and item_view.c (painting). All measures in cells.
 *
 * The rows are made anew for each key and each frame from the plan as it is then. Which one is
 * selected is remembered by its kind and its number among those, so that a row that comes or
 * goes above it (a reason, a document of another session) moves nothing.
 */
#ifndef KAIRO_UI_ITEM_H
#define KAIRO_UI_ITEM_H

#include "ui/screens/screens.h"

/* In the order of the screen. */
typedef enum ItemRowKind {
    ITEM_STATUS,
    ITEM_REASON,
    ITEM_DUE,
    ITEM_OWNER,
    ITEM_ESTIMATE,
    ITEM_NOTE,
    ITEM_DOCUMENT,
    ITEM_NO_DOCUMENT, /* in their place when there is none */
    ITEM_CHANGES,     /* in the catalogue, not yet seen */
    ITEM_CONFLICT,
    ITEM_CARD,
    ITEM_LOG,
    ITEM_ROW_KINDS
} ItemRowKind;

typedef struct ItemRow {
    ItemRowKind kind;
    int nth;           /* among those of its kind, from 0 */
    int space;         /* blank lines above it */
    const char *label; /* "" where the row above bears it */
    bool label_above;  /* on a line of its own */
    int col;           /* where the text begins */
    Str mark;          /* in front of the text: a box, a day; "" for none */
    Style style;
    WrapLines lines;
    const char *after; /* behind the text or, where there is no room, below it; "" for none */
    Style after_style;
    bool after_below;
    Str name; /* a document's */
} ItemRow;

typedef struct ItemRows {
    const App *app;
    Arena *arena;
    const PlanItem *item; /* NULL: it is not in the plan */
    int margin, cols;     /* of the whole, within the body */
    int rows;             /* lines for the list */
    int head;             /* lines above it: the title's bar, a remark, blank lines */
    WrapLines title, remark;
    const char *side; /* at the right end of the title; "" for none */
    int label_cols;
    ItemRow *at;
    int count;
    size_t room;
} ItemRows;

/* Lives in `arena`, with the app's plan. */
ItemRows *item_rows(const App *app, Arena *arena, const ItemState *state);

/* Lines of one row. */
int item_row_height(const ItemRow *row);

/* The place of the row that is selected, or of the one before where it should be. */
int item_selected(const ItemRows *rows, const ItemState *state);

/* The item's name also when it is no longer in the plan. */
const char *item_name(const App *app, const char *program);

/* ---- item_words.c; static or in `arena` ---- */

/* What a conflict is about: "due date"; and what the other side says. */
const char *item_conflict_label(Arena *arena, const PlanRecord *conflict);
const char *item_conflict_text(Arena *arena, const PlanRecord *conflict);
/* What a line of the log says happened, on one line. `ascii`: with marks in ASCII. */
const char *item_log_text(Arena *arena, const PlanRecord *record, bool ascii);
/* `all` and one more, as a list in a sentence. */
const char *item_joined(Arena *arena, const char *all, const char *one);

/* ---- item_view.c ---- */

List item_list(const ItemRows *rows);
void item_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
