/*
 * Business days, and from when to when a service with a window relative to a journey (no. 11)
 * can be applied for. Saturdays and Sundays are no business days; which other days are none,
 * only a list of the user's says: nothing of it is built in, because holidays are moved by law
 * from year to year, and a list that is silently out of date is worse than none.
 */
#ifndef KAIRO_QUERY_BUSINESS_DAYS_H
#define KAIRO_QUERY_BUSINESS_DAYS_H

#include "base/err.h"
#include "catalogue/model.h"

/* ---- the list of holidays ---- */

typedef struct Holiday {
    Date day;
    const char *name; /* "" when the list gives none */
} Holiday;

/* By day, none twice. `Holidays h = {0};` is no list. */
typedef struct Holidays {
    const Holiday *at;
    size_t count;
} Holidays;

/*
 * Reads a list, one day per line, in `arena`:
 *
 *     # comment
 *     2017-01-09 成人の日
 *     2017/1/9,成人の日            as in the Cabinet Office's CSV, whose heading is skipped
 *
 * A day is written in any form that era_parse knows. UTF-8, with or without a byte-order mark.
 * False with a sentence that names the line: half a list would count wrongly without a sign.
 */
bool holidays_read(Arena *arena, Str bytes, Holidays *out, Err *err);

/* NULL when it is none. */
const Holiday *holidays_find(const Holidays *holidays, Date day);

/* Whether it has any day of that year: of others it says nothing. */
bool holidays_know_year(const Holidays *holidays, int year);

/* ---- counting ---- */

bool is_business_day(const Holidays *holidays, Date day);

/* The `count`th business day before `day`, which is not counted itself: the first before a
   Monday is the Friday. False where the calendar has no such day (base/date.h). */
bool business_day_before(const Holidays *holidays, Date day, int count, Date *out);

/* Both inclusive. */
typedef struct TripWindow {
    Date first, last;
} TripWindow;

/*
 * From `relative_from_days` days before the visit until `relative_until_business_days` business
 * days before leaving Japan. The first day may be any day of the week. False with a sentence
 * when nobody could apply: the journey begins after the visit, or the last day comes before the
 * first.
 */
bool trip_window(const Period *period, const Holidays *holidays, Date visit, Date departure,
                 TripWindow *out, Err *err);

#endif
