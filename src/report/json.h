/*
 * Programs as JSON for scripts, a contract ("schema": 1):
 *
 *   {"schema": 1, "as_of": "2016-12-14", "programs": [ ... ]}
 *
 * A program has the keys of the catalogue's files (data/schema/catalogue.md) in one fixed
 * order, all of them always, and beside them provider_name, places[].country_id,
 * period.state and period.days_left (days until the last day to apply, null unless open).
 * `cases` are whole, not ids; their `about` has the ids of countries.
 *
 * null is what the source does not state (in a list: []); enumerations have a word of their
 * own for it (not_stated, unknown). Amounts are whole yen, rates strings ("2/3", "fixed",
 * "part", "not_stated"), percentages strings ("1.30%"), dates ISO. UTF-8, keys never sorted,
 * two blanks of indentation, a line feed at the end. Characters that could upset a terminal
 * or turn the direction of text stand as \u escapes.
 */
#ifndef KAIRO_REPORT_JSON_H
#define KAIRO_REPORT_JSON_H

#include "base/buf.h"
#include "catalogue/model.h"
#include "query/search.h"

enum { JSON_SCHEMA = 1 };

void json_print_programs(Buf *out, ProgramRefs programs, Date as_of);

/*
 * What a search found, best first: the same with "query" before "programs", and per program
 * "matched", the fields that any of the words was found in (search_field_name), best first.
 */
void json_print_hits(Buf *out, const char *query, SearchHits hits, Date as_of);

#endif
