/*
 * The one list. Items may be several lines high (a heading above the first of a group, a
 * name that wraps). The scroll position is derived from the selection and the height: it
 * moves only as far as it must to show the whole selected item, or to show nothing else where
 * that is taller than the screen.
 */
#ifndef KAIRO_UI_LIST_H
#define KAIRO_UI_LIST_H

#include "ui/paint.h"

typedef struct ListState {
    int selected; /* item, from 0 */
    int top;      /* first line shown; a wish, held to what shows the selection */
} ListState;

typedef struct List {
    int count;
    const void *context;
    int (*height)(const void *context, int item); /* lines, at least 1 */
    /* `canvas` is as tall as the item; its first row is the item's first line. */
    void (*paint)(const void *context, const Canvas *canvas, int item, bool selected);
    /* Lines above the one that bears its mark: headings, air; -1 for what cannot be selected. NULL:
       none have any. */
    int (*lead)(const void *context, int item);
} List;

int list_lines(const List *list);

/* The first line to show in `rows` lines. */
int list_top(const List *list, const ListState *state, int rows);

/* By items, held at the ends. True when the selection moved. */
bool list_move(const List *list, ListState *state, int by);
/* By one item up (-1) or down (1); through one that is taller than the screen part by part. */
bool list_step(const List *list, ListState *state, int rows, int direction);
/* By a screenful, up (-1) or down (1). */
bool list_page(const List *list, ListState *state, int rows, int direction);

/* Stores the derived scroll, after a key. */
void list_settle(const List *list, ListState *state, int rows);

void list_view(const List *list, const ListState *state, const Canvas *canvas);

#endif
