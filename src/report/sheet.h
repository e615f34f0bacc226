/*
 * Programs as a flat table, two ways: every flat fact under its JSON name for spreadsheets
 * and scripts, and the five columns people choose by.
 */
#ifndef KAIRO_REPORT_SHEET_H
#define KAIRO_REPORT_SHEET_H

#include "base/arena.h"
#include "catalogue/model.h"

/*
 * One row per program. Column names are the paths of the JSON keys ("cost.kind",
 * "links.url"); several values in one cell are parted by "; "; what the source does not
 * state is an empty cell, except for enumerations, which say not_stated or unknown.
 */
Table sheet_of_facts(Arena *arena, ProgramRefs programs, Date as_of);

/* The table with one more column at the end, a cell for each of its rows. */
Table sheet_with_column(Arena *arena, Table table, const char *heading, Strings cells);

/* Columns of sheet_for_people. */
enum { SHEET_ID, SHEET_NAME, SHEET_NAME_JA, SHEET_PROVIDER, SHEET_COST, SHEET_PERIOD };

/*
 * Id, name, Japanese name (empty, heading and all, unless the language is English), provider,
 * cost and period, in the user's language; providers by their abbreviation in English. When the
 * edition is more than a year older than `as_of`, the heading of the period says as of when
 * it holds.
 */
Table sheet_for_people(Arena *arena, const Edition *edition, ProgramRefs programs, Date as_of);

#endif
