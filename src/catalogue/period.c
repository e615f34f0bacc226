/* See period.h. */
#include "catalogue/period.h"

static PeriodState range_state(const Period *period, Date as_of) {
    if (date_compare(as_of, period->from) < 0)
        return STATE_UPCOMING;
    return date_compare(as_of, period->to) > 0 ? STATE_CLOSED : STATE_OPEN;
}

PeriodState period_state(const Period *period, Date as_of) {
    switch (period->kind) {
    case PERIOD_ALWAYS:
        return STATE_ALWAYS;
    case PERIOD_CLOSED:
        return STATE_CLOSED;
    case PERIOD_RANGE:
        return range_state(period, as_of);
    case PERIOD_SEE_SITE:
    case PERIOD_NOT_STATED:
    case PERIOD_KIND_COUNT:
        break;
    }
    return STATE_UNKNOWN;
}

int period_days_left(const Period *period, Date as_of) {
    if (period_state(period, as_of) != STATE_OPEN)
        return -1;
    return (int)(date_to_days(period->to) - date_to_days(as_of));
}

/* 2016-12 means up to 2016-12-31, so 2017-12-31 is a year after and 2018-01-01 is more. */
bool edition_is_stale(const Edition *edition, Date as_of) {
    Date month = {edition->date.year, edition->date.month, 0};
    return date_compare(as_of, date_add_months(date_last_day(month), 12)) > 0;
}
