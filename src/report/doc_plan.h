/*
 * A plan as a page to hand to the client: what is planned, how it stands on a day, whom to call
 * and what to ask, and what to do next. Notes, the names of those in charge and what came of calls
 * are part of it; the rest of the log is not.
 *
 * A program that has left the catalogue stays, with the name it had; then there is nothing to
 * say of its provider, fee and period.
 */
#ifndef KAIRO_REPORT_DOC_PLAN_H
#define KAIRO_REPORT_DOC_PLAN_H

#include "plan/plan.h"
#include "report/doc.h"

/*
 * The whole page. `zone`: seconds by which the reader's clock is ahead of UTC, for the times of
 * calls. Strings are lent by the plan and the catalogue.
 */
void doc_plan(Doc *doc, const Catalogue *catalogue, const Plan *plan, Date as_of, int zone);

/* The program's name for people, or the one the plan keeps. */
const char *doc_plan_item_name(const Catalogue *catalogue, const PlanItem *item);

/* Fields: the provider, in full. */
void doc_plan_provider(Doc *doc, const Provider *provider);
/* Fields: numbers to call (the provider's where the program has none) and web addresses. */
void doc_plan_contacts(Doc *doc, const Program *program);
/* Fields: the documents, each with a box. */
void doc_plan_documents(Doc *doc, const PlanItem *item);

/* That what the catalogue says is of its edition's month and must be asked for again. */
const char *doc_plan_caution(Arena *arena, const Edition *edition);

/* The day something is due; false when there is none. */
bool doc_plan_due(const PlanItem *item, Date *out);

/* A plan's name on one line; in `arena`. */
const char *doc_plan_name(Arena *arena, const Plan *plan);

#endif
