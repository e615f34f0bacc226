/*
 * Three-way merge of plans: `base` is what both sides began with. Used inside the program, by
 * `kairo plan merge` and as a git merge driver.
 *
 * - A field that one side changed is that side's; the same change on both is one change.
 * - Changed differently on both is a conflict. A note (and a reason) keeps both texts, set
 *   apart by lines that name them; any other field keeps ours, and theirs goes to the item's
 *   list of conflicts, for people to settle. `seen` is the catalogue's and never a conflict.
 * - Documents are merged each by its name. A tick on either side stays.
 * - An item that one side removed and the other left alone is removed; when the other changed
 *   it, it stays, with "removed" in its conflicts. Added on both sides, it is merged field by
 *   field.
 * - The answers of the diagnosis are merged each by its question; a conflict keeps ours, and
 *   theirs goes to the plan's list of conflicts.
 * - Logs, and lists of conflicts, have what either side added, in order of time, nothing twice.
 * - Order: base's, then ours' new items, then theirs'; a side that alone changed the order
 *   has its way.
 *
 * Deterministic: no clock, no language. What is merged is the same from both sides but for
 * which side is kept in a conflict, and for the order of new items. merge(b,a,b) = a,
 * merge(b,b,a) = a, merge(x,a,a) = a.
 */
#ifndef KAIRO_PLAN_MERGE_H
#define KAIRO_PLAN_MERGE_H

#include "plan/plan.h"

/* `base` may be NULL: nothing in common. Returns the number of conflicts met in this merge;
   the caller releases *out, which is none of the three. */
size_t plan_merge(Plan *out, const Plan *base, const Plan *ours, const Plan *theirs);

#endif
