/*
 * What changed in the catalogue since a program was put in a plan. The plan keeps a
 * fingerprint for each group of facts, "fee=8f3a91c2 period=0c11d2e3 links=5e0d7a41", not the
 * facts: they stand in the catalogue, and a file of plans stays small.
 */
#ifndef KAIRO_PLAN_SEEN_H
#define KAIRO_PLAN_SEEN_H

#include "catalogue/model.h"
#include "plan/plan.h"

/* The fingerprints of a program as it is now; in `arena`. */
const char *plan_seen(Arena *arena, const Program *program);

/*
 * The groups that differ from what the item keeps: "name", "fee" (cost, subsidy, finance),
 * "period", "links". Groups the item knows nothing of are left out. The array is in `arena`.
 */
Strings plan_item_changes(Arena *arena, const PlanItem *item, const Program *program);

/* A group's name for people, in their language. Static. */
const char *plan_seen_label(const char *group);

#endif
