/*
 * A plan as a flat table for spreadsheets: one row per item, columns named as the keys of
 * json_plan.h (program, name, step, status, reason, note, owner, due, documents, estimate,
 * terms), then what the subsidy comes to: grant_yen, own_yen, or grant_why not (grant_why_key).
 * `documents` has each with its box, parted by "; ": "[x] 決算書; [ ] 定款"; `terms` are parted
 * alike. What nobody entered is an empty cell.
 */
#ifndef KAIRO_REPORT_SHEET_PLAN_H
#define KAIRO_REPORT_SHEET_PLAN_H

#include "base/arena.h"
#include "catalogue/model.h"
#include "plan/plan.h"

/* Cells are lent by the plan. `catalogue` may be NULL: then no grant is known. */
Table sheet_of_plan(Arena *arena, const Catalogue *catalogue, const Plan *plan);

#endif
