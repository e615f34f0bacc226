/*
 * Whether a program takes applications, computed against a reference date (--as-of, else
 * today), and how old the edition is then.
 */
#ifndef KAIRO_CATALOGUE_PERIOD_H
#define KAIRO_CATALOGUE_PERIOD_H

#include "catalogue/model.h"

/* always → STATE_ALWAYS, closed → STATE_CLOSED, range → by the dates, otherwise unknown. */
PeriodState period_state(const Period *period, Date as_of);

/* Days from as_of to the last day to apply (0 on that day); -1 unless STATE_OPEN. */
int period_days_left(const Period *period, Date as_of);

/*
 * Whether as_of lies more than a year after the edition's month: then nothing may be worded
 * as a present fact (2016年12月時点 随時受付).
 */
bool edition_is_stale(const Edition *edition, Date as_of);

#endif
