/*
 * Plans as JSON for scripts, a contract like json.h:
 *
 *   {"schema": 1, "plans": [{"name", "items", "updated", "archived", "problem"}]}
 *   {"schema": 1, "plan": {"name", "created", "updated", "archived",
 *                          "answers": {"country": ["th", "vn"], …}, "conflicts",
 *            "totals": {"cost_yen", "grant_yen", "own_yen", "not_computed", "not_computed_yen"}},
 *    "items": [{"program", "name", "step", "status", "reason", "note", "owner", "due",
 *               "documents": [{"name", "done"}], "estimate",
 *               "terms": ["海外展開に取り組む場合"],
 *               "grant": {"yen", "own_yen", "why"},
 *               "log": [{"at", "field", "from", "to"}],
 *               "conflicts": [{"at", "field", "theirs"}]}]}
 *
 * All keys always, in this order; null is what nobody entered. `status` is the word of the
 * files (候補) in every language, `estimate` whole yen, `due` an ISO day, `at` a stamp in UTC.
 * `answers` are those of the diagnosis, in the order of their ids; [] is a question passed over.
 * `grant` is what the subsidy comes to for `estimate` and `terms`: yen and own_yen, or null with
 * `why` not (grant_why_key; else "computed"). `totals` leave out what was rejected or dropped;
 * cost_yen is grant_yen, own_yen and not_computed_yen together.
 * A plan that cannot be read has null but for its name (that of the file) and its problem.
 */
#ifndef KAIRO_REPORT_JSON_PLAN_H
#define KAIRO_REPORT_JSON_PLAN_H

#include "base/buf.h"
#include "catalogue/model.h"
#include "plan/plan.h"
#include "plan/shelf.h"

void json_print_shelf(Buf *out, ShelfRows rows);
/* `catalogue` may be NULL, where it cannot be read: then no grant is known. */
void json_print_plan(Buf *out, const Catalogue *catalogue, const Plan *plan);

#endif
