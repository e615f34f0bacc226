/* What a plan costs and what is granted of it, as a part of its hand-out. */
#ifndef KAIRO_REPORT_DOC_ESTIMATE_H
#define KAIRO_REPORT_DOC_ESTIMATE_H

#include "plan/plan.h"
#include "report/doc.h"

/*
 * The section 「見積」: a table of cost, grant and own share of every item with a planned cost,
 * in the order given, and their sums; why some cannot be computed; what must be known. Nothing
 * where no cost is planned. Items rejected or dropped do not count.
 */
void doc_plan_estimate(Doc *doc, const Catalogue *catalogue, const Plan *plan,
                       const PlanItem *const *items, size_t count);

#endif
