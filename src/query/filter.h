/*
 * Which programs somebody wants to see: every condition given must hold. What a program
 * does not state is a value of its own (not_stated, unknown), never left out.
 */
#ifndef KAIRO_QUERY_FILTER_H
#define KAIRO_QUERY_FILTER_H

#include "base/err.h"
#include "catalogue/model.h"

/* Conditions; NULL, 0 and -1 stand for "any". Lent by the catalogue. */
typedef struct Filter {
    int step; /* 1 to 4, or 0 */
    const Need *need;
    const Provider *provider;
    const Country *country; /* has a place there */
    int kind;               /* ProgramKind, or -1 */
    int cost;               /* CostKind, or -1 */
    int state;              /* PeriodState, or -1 */
} Filter;

static inline Filter filter_any(void) {
    return (Filter){.kind = -1, .cost = -1, .state = -1};
}

/* What a program's country means everywhere: it has a place there. */
bool filter_has_place_in(const Program *program, const Country *country);

bool filter_match(const Filter *filter, const Program *program, Date as_of);

/* Those of `from` that match, in their order; in `arena`. */
ProgramRefs filter_programs(const Filter *filter, Arena *arena, Programs from, Date as_of);

/*
 * Conditions from words as people type them: id or name, in any width, case or kana; an
 * empty word changes nothing. False with what was expected, or the nearest right word.
 */
bool filter_set_need(Filter *filter, const Catalogue *catalogue, const char *word, Err *err);
bool filter_set_provider(Filter *filter, const Catalogue *catalogue, const char *word, Err *err);
bool filter_set_country(Filter *filter, const Catalogue *catalogue, const char *word, Err *err);

#endif
