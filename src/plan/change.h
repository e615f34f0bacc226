/*
 * What was done to a plan, as a value that undoes and redoes it exactly, log and stamp
 * included. Undoing is by name, not by place: when the plan has been merged meanwhile, only
 * what was done is taken back, and what another changed since is never overwritten.
 */
#ifndef KAIRO_PLAN_CHANGE_H
#define KAIRO_PLAN_CHANGE_H

#include "base/err.h"
#include "plan/plan.h"

typedef enum PlanEditKind {
    EDIT_ADD,      /* item, at index */
    EDIT_REMOVE,   /* item, from index */
    EDIT_FIELD,    /* program, field: from → to, with a line in the log */
    EDIT_RENAME,   /* the plan: from → to */
    EDIT_ARCHIVE,  /* the plan: "" or "true" */
    EDIT_ANSWER,   /* program is a question's id, its answer: from → to */
    EDIT_CALL,     /* record joined the log of program's item */
    EDIT_CONFLICT, /* record left the conflicts of program, or of the plan for "" */
    EDIT_OUTSIDE,  /* program is a key, from → to: kept elsewhere, a plan ignores it */
} PlanEditKind;

typedef struct PlanEdit {
    PlanEditKind kind;
    PlanField field;
    size_t index;
    char *program, *from, *to; /* owned, never NULL */
    PlanRecord record;         /* owned; record.at is NULL when there is none */
    PlanItem item;             /* owned; EDIT_ADD, EDIT_REMOVE */
} PlanEdit;

/* `PlanChange c = {0};` is empty: nothing was changed. */
typedef struct PlanChange {
    PlanEdit *edits; /* owned */
    size_t count, room;
    char *updated_from, *updated_to; /* the plan's stamp before and after; NULL when empty */
} PlanChange;

void plan_change_release(PlanChange *change);

/* Moves all edits of `more` to the end of `change`: one step of many. `more` is empty then. */
void plan_change_append(PlanChange *change, PlanChange *more);

/* Appends an edit, which the change then owns. */
void plan_change_add(PlanChange *change, PlanEdit edit);
/* An edit with owned copies of the three texts. */
PlanEdit plan_edit(PlanEditKind kind, const char *program, const char *from, const char *to);

/* A change of something kept elsewhere (a bookmark), so that one history serves all. */
void plan_change_outside(PlanChange *change, const char *key, const char *from, const char *to);

/*
 * All of it or nothing: false with a sentence, and the plan as it was, when another has
 * changed the same meanwhile.
 */
bool plan_undo(Plan *plan, const PlanChange *change, Err *err);
bool plan_redo(Plan *plan, const PlanChange *change, Err *err);

#endif
