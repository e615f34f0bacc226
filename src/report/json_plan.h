/*
 * Plans as JSON for scripts, a contract like json.h:
 *
 *   {"schema": 1, "plans": [{"name", "items", "updated", "archived", "problem"}]}
 *   {"schema": 1, "plan": {"name", "created", "updated", "archived",
 *                          "answers": {"country": ["th", "vn"], …}, "conflicts"},
 *    "items": [{"program", "name", "step", "status", "reason", "note", "owner", "due",
 *               "documents": [{"name", "done"}], "estimate",
 *               "log": [{"at", "field", "from", "to"}],
 *               "conflicts": [{"at", "field", "theirs"}]}]}
 *
 * All keys always, in this order; null is what nobody entered. `status` is the word of the
 * files (候補) in every language, `estimate` whole yen, `due` an ISO day, `at` a stamp in UTC.
 * `answers` are those of the diagnosis, in the order of their ids; [] is a question passed over.
 * A plan that cannot be read has null but for its name (that of the file) and its problem.
 */
#ifndef KAIRO_REPORT_JSON_PLAN_H
#define KAIRO_REPORT_JSON_PLAN_H

#include "base/buf.h"
#include "plan/plan.h"
#include "plan/shelf.h"

void json_print_shelf(Buf *out, ShelfRows rows);
void json_print_plan(Buf *out, const Plan *plan);

#endif
