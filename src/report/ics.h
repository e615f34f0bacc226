/*
 * A plan's due dates as a calendar (iCalendar, RFC 5545), to be imported into any program.
 *
 * One all-day event (VEVENT, because many calendars do not show VTODO) for each item with a due
 * date, final ones too: what will not be used after all is CANCELLED, so that a calendar that
 * has the event already takes it out. Reading the same plan twice gives the same bytes: DTSTAMP
 * is when the item was last changed. UIDs are hashes of the plan's file, the second it was made
 * and the program, so they stay while the plan is worked on and tell nobody the client's name.
 */
#ifndef KAIRO_REPORT_ICS_H
#define KAIRO_REPORT_ICS_H

#include "base/buf.h"
#include "catalogue/model.h"
#include "plan/plan.h"

/*
 * `file` is the plan's on the shelf (plan/shelf.h). Returns the number of events; 0 writes
 * nothing, because a calendar without any is none by the RFC.
 */
size_t ics_print_plan(Buf *out, const Catalogue *catalogue, const Plan *plan, const char *file);

#endif
