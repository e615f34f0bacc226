/*
 * Everything that can be done to a plan. Each function checks first, changes the plan only
 * when all is right, keeps the log and the plan's stamp, and appends what it did to *change
 * (several calls with one change make one step of undo). What is the same already changes
 * nothing and is no error. False with a sentence: nothing was changed.
 */
#ifndef KAIRO_PLAN_EDIT_H
#define KAIRO_PLAN_EDIT_H

#include "catalogue/model.h"
#include "plan/change.h"
#include "plan/fields.h"

/* When it happens; nothing here reads the clock. */
typedef struct PlanTime {
    const char *now; /* stamp: 2026-11-22T03:04:05Z */
    Date today;      /* the user's day, for due dates such as 1/27 and +2w */
} PlanTime;

/*
 * Puts a program at the end as 候補, with its name, step, documents (none ticked) and what
 * the catalogue says of it (seen.h). Fails when it is in the plan already.
 */
bool plan_add(Plan *plan, const Program *program, PlanTime when, PlanChange *change, Err *err);
bool plan_remove(Plan *plan, const char *program, PlanTime when, PlanChange *change, Err *err);

/* Sets one of people's fields (status to documents) to what was typed; "" clears it. */
bool plan_set(Plan *plan, const char *program, PlanField field, Str typed, PlanTime when,
              PlanChange *change, Err *err);

/* One document: ticks, unticks or adds it; takes it off the list. */
bool plan_set_document(Plan *plan, const char *program, Str name, bool done, PlanTime when,
                       PlanChange *change, Err *err);
bool plan_remove_document(Plan *plan, const char *program, Str name, PlanTime when,
                          PlanChange *change, Err *err);

/* Writes a telephone call into an item's log: what was found out, one line, kept whole. */
bool plan_log_call(Plan *plan, const char *program, Str typed, PlanTime when, PlanChange *change,
                   Err *err);

/* The user has looked at what changed in the catalogue: item_changes is empty then. */
bool plan_see(Plan *plan, const Program *program, PlanTime when, PlanChange *change, Err *err);

bool plan_rename(Plan *plan, const char *name, PlanTime when, PlanChange *change, Err *err);
bool plan_archive(Plan *plan, bool archived, PlanTime when, PlanChange *change, Err *err);

/*
 * Answers a question of the diagnosis with choices (answers.h); an earlier answer is replaced,
 * all others stay. ANSWER_SKIPPED passes the question over, "" takes the answer away. Whether a
 * question has such choices is not asked: ids are kept.
 */
bool plan_answer(Plan *plan, const char *question, Str choices, PlanTime when, PlanChange *change,
                 Err *err);

/*
 * Clears the conflict at `index` of a program's item, or of the plan where program is "".
 * With `take_theirs` the other side's value is set first ("removed" removes the item).
 */
bool plan_settle(Plan *plan, const char *program, size_t index, bool take_theirs, PlanTime when,
                 PlanChange *change, Err *err);

#endif
