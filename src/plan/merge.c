/*
 * See merge.h. An item missing on a side is no special case of merging fields: only whether
 * it stays is decided apart. Items both sides added are merged against one as it is when it
 * is put in a plan, so a status set by one side alone is no conflict.
 */
#include "plan/merge.h"

#include "base/mem.h"
#include "plan/fields.h"
#include "plan/merge_parts.h"

typedef struct Merge {
    Arena scratch;
    const Plan *base, *ours, *theirs;
    size_t conflicts;
} Merge;

/* ---- conflicts ---- */

/* Notes what the other side says, unless that is noted already. */
static void note_conflict(PlanRecords *conflicts, const char *at, const char *field,
                          const char *theirs) {
    PlanRecord record = plan_record(at, field, "", theirs);
    if (plan_records_find(conflicts, &record) == conflicts->count)
        plan_records_add(conflicts, record);
    else
        plan_record_release(&record);
}

/* When the item's field was last changed: by its log, else by the plan's stamp. */
static const char *time_of(const Plan *plan, const PlanItem *item, const char *field) {
    for (size_t i = item->log.count; i > 0; i--)
        if (strcmp(item->log.at[i - 1].field, field) == 0)
            return item->log.at[i - 1].at;
    return plan->updated;
}

/* ---- items ---- */

static const char *larger(const char *a, const char *b) {
    return strcmp(a, b) >= 0 ? a : b;
}

static void merge_field(Merge *merge, PlanItem *out, PlanField field, Versions versions,
                        const PlanItem *theirs) {
    const char *key = plan_field_key(field);
    const char *merged = merge_text(versions);
    if (merged == NULL && field == PLAN_DOCUMENTS)
        merged = merge_documents(&merge->scratch, versions);
    if (merged == NULL && field == PLAN_SEEN)
        merged = larger(versions.ours, versions.theirs);
    if (merged == NULL) {
        merge->conflicts++;
        if (field == PLAN_NOTE || field == PLAN_REASON)
            merged = merge_note(&merge->scratch, versions);
    }
    if (merged == NULL) {
        merged = versions.ours;
        note_conflict(&out->conflicts, time_of(merge->theirs, theirs, key), key, versions.theirs);
    }
    plan_store(&out->fields[field], merged);
}

static PlanItem merge_item(Merge *merge, const PlanItem *base, const PlanItem *ours,
                           const PlanItem *theirs) {
    PlanItem out;
    plan_item_init(&out, ours->program);
    merge_records(&out.log, &base->log, &ours->log, &theirs->log);
    merge_records(&out.conflicts, &base->conflicts, &ours->conflicts, &theirs->conflicts);
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++) {
        Versions versions = {base->fields[i], ours->fields[i], theirs->fields[i]};
        merge_field(merge, &out, (PlanField)i, versions, theirs);
    }
    return out;
}

static PlanItem merge_added(Merge *merge, const PlanItem *ours, const PlanItem *theirs) {
    PlanItem fresh;
    plan_item_init(&fresh, ours->program);
    plan_store(&fresh.fields[PLAN_STATUS], plan_status_word(PLAN_CANDIDATE));
    PlanItem out = merge_item(merge, &fresh, ours, theirs);
    plan_item_release(&fresh);
    return out;
}

/* An item that `remover` has not, or has no more. */
static void keep_one_sided(Merge *merge, Plan *out, const PlanItem *base, const PlanItem *item,
                           const Plan *remover) {
    if (base != NULL && plan_item_equal(base, item))
        return;
    PlanItem copy;
    plan_item_copy(&copy, item);
    if (base != NULL) {
        merge->conflicts++;
        note_conflict(&copy.conflicts, remover->updated, "removed", "");
    }
    plan_insert_item(out, out->count, copy);
}

static void merge_program(Merge *merge, Plan *out, const char *program) {
    const PlanItem *base = plan_find(merge->base, program);
    const PlanItem *ours = plan_find(merge->ours, program);
    const PlanItem *theirs = plan_find(merge->theirs, program);
    if (theirs == NULL)
        keep_one_sided(merge, out, base, ours, merge->theirs);
    else if (ours == NULL)
        keep_one_sided(merge, out, base, theirs, merge->ours);
    else
        plan_insert_item(out, out->count,
                         base != NULL ? merge_item(merge, base, ours, theirs)
                                      : merge_added(merge, ours, theirs));
}

static Strings programs_of(Arena *arena, const Plan *plan) {
    const char **programs = arena_new(arena, const char *, plan->count + 1);
    for (size_t i = 0; i < plan->count; i++)
        programs[i] = plan->items[i].program;
    return (Strings){programs, plan->count};
}

static void merge_items(Merge *merge, Plan *out) {
    Arena *arena = &merge->scratch;
    Strings order = merge_order(arena, programs_of(arena, merge->base),
                                programs_of(arena, merge->ours), programs_of(arena, merge->theirs));
    for (size_t i = 0; i < order.count; i++)
        merge_program(merge, out, order.at[i]);
}

/* ---- the plan ---- */

static void merge_answer(Merge *merge, Plan *out, const char *question) {
    Versions versions = {answers_get(&merge->base->answers, question),
                         answers_get(&merge->ours->answers, question),
                         answers_get(&merge->theirs->answers, question)};
    const char *merged = merge_text(versions);
    if (merged == NULL) {
        const char *field = arena_printf(&merge->scratch, PLAN_ANSWER "%s", question);
        merge->conflicts++;
        note_conflict(&out->conflicts, merge->theirs->updated, field, versions.theirs);
        merged = versions.ours;
    }
    answers_put(&out->answers, question, merged);
}

static void merge_answers(Merge *merge, Plan *out) {
    const Answers *ours = &merge->ours->answers, *theirs = &merge->theirs->answers;
    for (size_t i = 0; i < ours->count; i++)
        merge_answer(merge, out, ours->at[i].question);
    for (size_t i = 0; i < theirs->count; i++)
        if (is_absent(answers_get(ours, theirs->at[i].question)))
            merge_answer(merge, out, theirs->at[i].question);
}

static void merge_head(Merge *merge, Plan *out) {
    const Plan *base = merge->base, *ours = merge->ours, *theirs = merge->theirs;
    const char *name = merge_text((Versions){base->name, ours->name, theirs->name});
    const char *created = merge_text((Versions){base->created, ours->created, theirs->created});
    const char *updated = merge_text((Versions){base->updated, ours->updated, theirs->updated});
    bool first = strcmp(ours->created, theirs->created) <= 0;
    merge_records(&out->conflicts, &base->conflicts, &ours->conflicts, &theirs->conflicts);
    if (name == NULL) {
        merge->conflicts++;
        note_conflict(&out->conflicts, theirs->updated, PLAN_NAME_CONFLICT, theirs->name);
    }
    plan_store(&out->name, name != NULL ? name : ours->name);
    plan_store(&out->created, created != NULL ? created : (first ? ours : theirs)->created);
    plan_store(&out->updated, updated != NULL ? updated : larger(ours->updated, theirs->updated));
    out->archived = ours->archived == base->archived ? theirs->archived : ours->archived;
}

size_t plan_merge(Plan *out, const Plan *base, const Plan *ours, const Plan *theirs) {
    Plan nothing;
    plan_init(&nothing, "", "");
    Merge merge = {.base = base != NULL ? base : &nothing, .ours = ours, .theirs = theirs};
    plan_init(out, "", "");
    merge_head(&merge, out);
    merge_answers(&merge, out);
    merge_items(&merge, out);
    arena_release(&merge.scratch);
    plan_release(&nothing);
    return merge.conflicts;
}
