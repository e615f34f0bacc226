/*
 * The steps of a session that can be undone and redone: plans, bookmarks and bulk actions in
 * one row, each with its name. Holds the last HISTORY_MOST; older ones are forgotten.
 *
 * A step is undone in two moves, because the plan it belongs to may first have to be opened:
 *
 *     const HistoryStep *step = history_undo(&history);      // NULL: nothing to undo
 *     if (plan_undo(plan_of(step->subject), &step->change, &err))
 *         history_went_back(&history);
 *     else
 *         history_drop_undo(&history);                       // another changed it: say err
 */
#ifndef KAIRO_PLAN_HISTORY_H
#define KAIRO_PLAN_HISTORY_H

#include "plan/change.h"

enum { HISTORY_MOST = 2000 };

typedef struct HistoryStep {
    char *name;    /* for people: 「海外展開相談」の状況を採択に */
    char *subject; /* whose change it is: the plan's file, or what the caller likes */
    PlanChange change;
} HistoryStep;

/* `History h = {0};` is empty. */
typedef struct History {
    HistoryStep *steps; /* owned */
    size_t count, room;
    size_t done; /* steps before this place are done, those from it on were undone */
} History;

void history_release(History *history);

/*
 * Takes over what was done (*change is empty then) as one step after the last done one; steps
 * that were undone are forgotten. A change that changed nothing is no step: false.
 */
bool history_push(History *history, const char *name, const char *subject, PlanChange *change);

/* The step that would be undone or redone, lent; NULL when there is none. */
const HistoryStep *history_undo(const History *history);
const HistoryStep *history_redo(const History *history);

/* That step has been undone, or redone. */
void history_went_back(History *history);
void history_went_forth(History *history);

/* That step can never be undone, or redone: forgets it alone. */
void history_drop_undo(History *history);
void history_drop_redo(History *history);

/* A plan was renamed on disk: its steps follow. */
void history_move_subject(History *history, const char *from, const char *to);

#endif
