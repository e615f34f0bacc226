/*
 * Civil dates of the proleptic Gregorian calendar. Nothing here reads the clock: today is
 * always handed in. Printing and reading dates as people write them is text/era.h.
 */
#ifndef KAIRO_BASE_DATE_H
#define KAIRO_BASE_DATE_H

#include "base/macros.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * month == 0: only the year is known; day == 0: only year and month are.
 * year == 0: no date at all.
 */
typedef struct Date {
    int16_t year; /* 1 to 9999 */
    int8_t month; /* 1 to 12, or 0 */
    int8_t day;   /* 1 to 31, or 0 */
} Date;

enum { DATE_ISO_BYTES = 24 /* "2016-12-31" and its NUL, with room for any int */ };

static inline bool date_is_known(Date date) {
    return date.year != 0;
}

/* A real day of the calendar, to the day. */
bool date_is_day(Date date);

/* Days since 1970-01-01; for a date that is known to the month or year, its first day. */
int32_t date_to_days(Date date);
Date date_from_days(int32_t days); /* held to the years 1 to 9999 */

/* 0 is Monday, 6 Sunday. */
int date_weekday(Date date);

int date_days_in_month(int year, int month); /* 0 for no such month */

/* Negative, zero or positive; an unknown part counts as its first. */
int date_compare(Date a, Date b);

/* The last day that `date` can mean: 2016-12 gives 2016-12-31. */
Date date_last_day(Date date);

/*
 * Moves by whole months; the day is held to the month's last (01-31 + 1 = 02-28), the
 * result to the years 1 to 9999. An unknown month counts as January.
 */
Date date_add_months(Date date, int months);

/* Whole months from a to b, never negative; an unknown part counts as its first. */
int date_months_between(Date a, Date b);

/* "2016", "2016-12" or "2016-12-31" exactly; false and untouched otherwise. */
bool date_parse_iso(const char *text, Date *out);

/* Writes the same three forms; "" for no date. */
void date_print_iso(Date date, char out[DATE_ISO_BYTES]);

#endif
