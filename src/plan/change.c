/*
 * One function applies an edit forwards and backwards, and setting a field goes through it
 * as well, so redoing cannot differ from doing. Each edit first looks whether the plan is as
 * the edit expects it; when a change of many fails half-way, a copy takes the plan's place.
 */
#include "plan/change.h"

#include "base/bug.h"
#include "base/mem.h"
#include "base/tr.h"

typedef enum Direction { BACKWARD, FORWARD } Direction;

/* ---- values ---- */

PlanEdit plan_edit(PlanEditKind kind, const char *program, const char *from, const char *to) {
    return (PlanEdit){.kind = kind,
                      .program = mem_copy_string(program),
                      .from = mem_copy_string(from),
                      .to = mem_copy_string(to)};
}

static void release_edit(PlanEdit *edit) {
    free(edit->program);
    free(edit->from);
    free(edit->to);
    plan_record_release(&edit->record);
    plan_item_release(&edit->item);
}

void plan_change_add(PlanChange *change, PlanEdit edit) {
    if (change->count == change->room) {
        change->room = change->room == 0 ? 2 : change->room * 2;
        change->edits = mem_resize(change->edits, change->room, sizeof *change->edits);
    }
    change->edits[change->count++] = edit;
}

void plan_change_append(PlanChange *change, PlanChange *more) {
    for (size_t i = 0; i < more->count; i++)
        plan_change_add(change, more->edits[i]);
    more->count = 0;
    if (more->updated_to != NULL) {
        if (change->updated_from == NULL)
            change->updated_from = mem_copy_string(more->updated_from);
        plan_store(&change->updated_to, more->updated_to);
    }
    plan_change_release(more);
}

void plan_change_outside(PlanChange *change, const char *key, const char *from, const char *to) {
    plan_change_add(change, plan_edit(EDIT_OUTSIDE, key, from, to));
}

void plan_change_release(PlanChange *change) {
    for (size_t i = 0; i < change->count; i++)
        release_edit(&change->edits[i]);
    free(change->edits);
    free(change->updated_from);
    free(change->updated_to);
    *change = (PlanChange){0};
}

/* ---- one edit ---- */

static bool changed_meanwhile(Err *err) {
    err_set(err, _("it has been changed elsewhere meanwhile, so it stays as it is"));
    return false;
}

static bool gone_meanwhile(Err *err) {
    err_set(err, _("the program is no longer in the plan"));
    return false;
}

static bool put_item(Plan *plan, const PlanEdit *edit, Err *err) {
    if (plan_find(plan, edit->item.program) != NULL)
        return changed_meanwhile(err);
    PlanItem copy;
    plan_item_copy(&copy, &edit->item);
    plan_insert_item(plan, edit->index, copy);
    return true;
}

static bool drop_item(Plan *plan, const PlanEdit *edit, Err *err) {
    size_t index = plan_index(plan, edit->item.program);
    if (index == plan->count)
        return gone_meanwhile(err);
    if (!plan_item_equal(&plan->items[index], &edit->item))
        return changed_meanwhile(err);
    PlanItem taken = plan_take_item(plan, index);
    plan_item_release(&taken);
    return true;
}

/* Puts the edit's record into a list, or takes it out; one already gone is no matter. */
static void move_record(PlanRecords *records, const PlanEdit *edit, bool put, size_t index) {
    if (put) {
        plan_records_insert(records, index, plan_record_copy(&edit->record));
        return;
    }
    size_t found = plan_records_find(records, &edit->record);
    if (found == records->count)
        return;
    PlanRecord taken = plan_records_take(records, found);
    plan_record_release(&taken);
}

static bool set_field(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    size_t index = plan_index(plan, edit->program);
    if (index == plan->count)
        return gone_meanwhile(err);
    PlanItem *item = &plan->items[index];
    const char *before = direction == FORWARD ? edit->from : edit->to;
    const char *after = direction == FORWARD ? edit->to : edit->from;
    if (strcmp(item->fields[edit->field], before) != 0)
        return changed_meanwhile(err);
    plan_store(&item->fields[edit->field], after);
    if (edit->record.at != NULL)
        move_record(&item->log, edit, direction == FORWARD, item->log.count);
    return true;
}

static bool set_head(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    const char *before = direction == FORWARD ? edit->from : edit->to;
    const char *after = direction == FORWARD ? edit->to : edit->from;
    bool rename = edit->kind == EDIT_RENAME;
    const char *now = rename ? plan->name : plan->archived ? "true" : "";
    if (strcmp(now, before) != 0)
        return changed_meanwhile(err);
    if (rename)
        plan_store(&plan->name, after);
    else
        plan->archived = !is_absent(after);
    return true;
}

static bool set_answer(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    const char *before = direction == FORWARD ? edit->from : edit->to;
    const char *after = direction == FORWARD ? edit->to : edit->from;
    if (strcmp(answers_get(&plan->answers, edit->program), before) != 0)
        return changed_meanwhile(err);
    answers_put(&plan->answers, edit->program, after);
    return true;
}

static bool move_call(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    size_t index = plan_index(plan, edit->program);
    if (index == plan->count)
        return gone_meanwhile(err);
    PlanRecords *log = &plan->items[index].log;
    move_record(log, edit, direction == FORWARD, log->count);
    return true;
}

static bool move_conflict(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    PlanRecords *records = &plan->conflicts;
    if (!is_absent(edit->program)) {
        size_t index = plan_index(plan, edit->program);
        if (index == plan->count)
            return gone_meanwhile(err);
        records = &plan->items[index].conflicts;
    }
    move_record(records, edit, direction == BACKWARD, edit->index);
    return true;
}

static bool apply_edit(Plan *plan, const PlanEdit *edit, Direction direction, Err *err) {
    switch (edit->kind) {
    case EDIT_ADD:
        return direction == FORWARD ? put_item(plan, edit, err) : drop_item(plan, edit, err);
    case EDIT_REMOVE:
        return direction == FORWARD ? drop_item(plan, edit, err) : put_item(plan, edit, err);
    case EDIT_FIELD:
        return set_field(plan, edit, direction, err);
    case EDIT_RENAME:
    case EDIT_ARCHIVE:
        return set_head(plan, edit, direction, err);
    case EDIT_ANSWER:
        return set_answer(plan, edit, direction, err);
    case EDIT_CALL:
        return move_call(plan, edit, direction, err);
    case EDIT_CONFLICT:
        return move_conflict(plan, edit, direction, err);
    case EDIT_OUTSIDE:
        return true;
    }
    BUG("no such edit");
}

/* ---- all of them ---- */

/* The i-th edit in the order of going `direction`. */
static const PlanEdit *edit_at(const PlanChange *change, size_t i, Direction direction) {
    return &change->edits[direction == FORWARD ? i : change->count - 1 - i];
}

static void move_stamp(Plan *plan, const PlanChange *change, Direction direction) {
    if (change->updated_to == NULL)
        return;
    const char *before = direction == FORWARD ? change->updated_from : change->updated_to;
    const char *after = direction == FORWARD ? change->updated_to : change->updated_from;
    if (strcmp(plan->updated, before) == 0)
        plan_store(&plan->updated, after);
}

static bool apply_all(Plan *plan, const PlanChange *change, Direction direction, Err *err) {
    for (size_t i = 0; i < change->count; i++)
        if (!apply_edit(plan, edit_at(change, i, direction), direction, err))
            return false;
    move_stamp(plan, change, direction);
    return true;
}

static bool apply(Plan *plan, const PlanChange *change, Direction direction, Err *err) {
    if (change->count < 2) /* one edit is done or not */
        return apply_all(plan, change, direction, err);
    Plan before;
    plan_copy(&before, plan);
    bool done = apply_all(plan, change, direction, err);
    plan_release(done ? &before : plan);
    if (!done)
        *plan = before;
    return done;
}

bool plan_undo(Plan *plan, const PlanChange *change, Err *err) {
    return apply(plan, change, BACKWARD, err);
}

bool plan_redo(Plan *plan, const PlanChange *change, Err *err) {
    return apply(plan, change, FORWARD, err);
}
