/*
 * The words of the program for what a plan says, in the user's language: one place, so that a
 * list, an item, a card and a question never disagree. As words.h is for the catalogue.
 * Results are static or in the arena given.
 */
#ifndef KAIRO_REPORT_PLAN_WORDS_H
#define KAIRO_REPORT_PLAN_WORDS_H

#include "base/arena.h"
#include "plan/fields.h"

/* words_day without the other calendar, where there is little room: 2017年1月27日 金曜日. */
const char *plan_words_day_short(Arena *arena, Date day);

/* The day an item is due; false when there is none. */
bool plan_words_due(const PlanItem *item, Date *out);
/* What is left to do has a day, and that day is over. */
bool plan_words_is_overdue(const PlanItem *item, Date as_of);

/* The day and the minute of it (0 to 1439) of a stamp (plan.h), on a clock that is `zone` seconds
   ahead of UTC; false when it is no stamp. */
bool plan_words_moment(const char *stamp, int zone, Date *day, int *minute);

/*
 * A field's canonical text as people say it: a day, an amount, a status, documents on one line.
 * Texts stay as they are; "" stays "".
 */
const char *plan_words_value(Arena *arena, PlanField field, const char *text);

#endif
