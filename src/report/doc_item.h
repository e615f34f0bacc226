/* What the active plan says of a program, as a part of its card. */
#ifndef KAIRO_REPORT_DOC_ITEM_H
#define KAIRO_REPORT_DOC_ITEM_H

#include "plan/plan.h"
#include "report/doc.h"

/*
 * The section 「計画」: status with its reason, due date with the days left, owner, planned cost
 * with what is granted of it, documents with their boxes, note. What is not filled in is left out.
 * Its status is a link to the item. Strings are lent by the item.
 */
void doc_plan_item(Doc *doc, const Catalogue *catalogue, const PlanItem *item, Date as_of);

#endif
