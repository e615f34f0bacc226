/* What merge.c is made of: single values, lists of keys, logs. */
#ifndef KAIRO_PLAN_MERGE_PARTS_H
#define KAIRO_PLAN_MERGE_PARTS_H

#include "base/arena.h"
#include "plan/plan.h"

/* The three versions of one text. */
typedef struct Versions {
    const char *base, *ours, *theirs;
} Versions;

/* The text that one side alone changed, or both the same; NULL for a conflict. */
const char *merge_text(Versions versions);

/* Both texts of a note under lines that name them; in `arena`. NULL where none would fit. */
const char *merge_note(Arena *arena, Versions versions);

/* Documents by name; in `arena`. NULL where there would be too many. */
const char *merge_documents(Arena *arena, Versions versions);

/* All keys that ours or theirs has, in the order of the merge; the array is in `arena`. */
Strings merge_order(Arena *arena, Strings base, Strings ours, Strings theirs);

bool strings_have(Strings strings, const char *key);

/* Logs or conflicts. *out is empty before. */
void merge_records(PlanRecords *out, const PlanRecords *base, const PlanRecords *ours,
                   const PlanRecords *theirs);

#endif
