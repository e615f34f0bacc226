/*
 * Day numbers by counting years from March, so that the leap day is the last day of its
 * year and month lengths follow one formula (the usual civil-calendar arithmetic).
 */
#include "base/date.h"

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* 0001-01-01 and 9999-12-31 */

int date_days_in_month(int year, int month) {
    static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool date_is_day(Date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

int32_t date_to_days(Date date) {
    int32_t month = date.month == 0 ? 1 : date.month;
    int32_t day = date.day == 0 ? 1 : date.day;
    int32_t year = date.year - (month <= 2 ? 1 : 0);
    int32_t century = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of = year - century * 400;
    int32_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int32_t day_of = year_of * 365 + year_of / 4 - year_of / 100 + day_of_year;
    return century * 146097 + day_of - 719468;
}

Date date_from_days(int32_t days) {
    days = MIN_OF(MAX_OF(days, FIRST_DAY), LAST_DAY);
    int32_t shifted = days + 719468;
    int32_t century = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int32_t day_of = shifted - century * 146097;
    int32_t year_of = (day_of - day_of / 1460 + day_of / 36524 - day_of / 146096) / 365;
    int32_t day_of_year = day_of - (365 * year_of + year_of / 4 - year_of / 100);
    int32_t from_march = (5 * day_of_year + 2) / 153;
    int32_t month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (Date){
        .year = (int16_t)(year_of + century * 400 + (month <= 2 ? 1 : 0)),
        .month = (int8_t)month,
        .day = (int8_t)(day_of_year - (153 * from_march + 2) / 5 + 1),
    };
}

int date_weekday(Date date) {
    int32_t from_monday = (date_to_days(date) + 3) % 7; /* 1970-01-01 was a Thursday */
    return from_monday < 0 ? from_monday + 7 : from_monday;
}

int date_compare(Date a, Date b) {
    int32_t x = date_to_days(a), y = date_to_days(b);
    return (x > y) - (x < y);
}

Date date_last_day(Date date) {
    if (date.month == 0)
        return (Date){date.year, 12, 31};
    if (date.day == 0)
        date.day = (int8_t)date_days_in_month(date.year, date.month);
    return date;
}

/* Months since year 0; an unknown month counts as the first. */
static int64_t month_index(Date date) {
    return (int64_t)date.year * 12 + (date.month == 0 ? 0 : date.month - 1);
}

Date date_add_months(Date date, int months) {
    const int64_t first = 12, last = 9999 * 12 + 11;
    int64_t index = MIN_OF(MAX_OF(month_index(date) + months, first), last);
    int year = (int)(index / 12), month = (int)(index % 12) + 1;
    int day = MIN_OF(date.day, date_days_in_month(year, month));
    return (Date){(int16_t)year, (int8_t)month, (int8_t)day};
}

int date_months_between(Date a, Date b) {
    int months = (int)(month_index(b) - month_index(a));
    if (MAX_OF(b.day, 1) < MAX_OF(a.day, 1))
        months--;
    return MAX_OF(months, 0);
}

/* Exactly `digits` digits at *at, which moves past them. */
static bool take_number(const char **at, int digits, int *out) {
    int value = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        value = value * 10 + (**at - '0');
    }
    *out = value;
    return true;
}

bool date_parse_iso(const char *text, Date *out) {
    int year, month = 0, day = 0;
    if (!take_number(&text, 4, &year) || year == 0)
        return false;
    if (*text == '-' && (text++, !take_number(&text, 2, &month) || month < 1 || month > 12))
        return false;
    if (month != 0 && *text == '-' &&
        (text++, !take_number(&text, 2, &day) || day < 1 || day > date_days_in_month(year, month)))
        return false;
    if (*text != '\0')
        return false;
    *out = (Date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

void date_print_iso(Date date, char out[DATE_ISO_BYTES]) {
    if (!date_is_known(date))
        out[0] = '\0';
    else if (date.month == 0)
        snprintf(out, DATE_ISO_BYTES, "%04d", date.year);
    else if (date.day == 0)
        snprintf(out, DATE_ISO_BYTES, "%04d-%02d", date.year, date.month);
    else
        snprintf(out, DATE_ISO_BYTES, "%04d-%02d-%02d", date.year, date.month, date.day);
}
