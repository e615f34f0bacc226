/*
 * Which programs the lists show: a set of chosen values for each of ten facets. Values of one
 * facet are alternatives, facets are joined: (free or paid) and (any time) and … . A facet of
 * which nothing is chosen lets all through. What a program does not state is a value of its own
 * and can be chosen like any other, so that nothing is ever left out by silence.
 *
 * The count beside a value is what it would bring with the choices of all *other* facets as
 * they are, so that it is worth ticking exactly when it is not 0.
 *
 * query/filter.h is the command line's simpler filter: one value each.
 */
#ifndef KAIRO_QUERY_FACETS_H
#define KAIRO_QUERY_FACETS_H

#include "catalogue/model.h"
#include "query/audience.h"

#include <stdint.h>

typedef enum Facet {
    FACET_STEP,     /* 0 to 4; 0: a cross-step resource */
    FACET_COST,     /* CostKind */
    FACET_NEED,     /* by place in the catalogue; then one for none: resources have no need */
    FACET_PERIOD,   /* FacetPeriod */
    FACET_AUDIENCE, /* Audience */
    FACET_KIND,     /* ProgramKind */
    FACET_PROVIDER, /* by place in the catalogue */
    FACET_PLAN,     /* 0: in the plan, 1: not */
    FACET_BOOKMARK, /* 0: has a bookmark, 1: has none */
    FACET_COUNTRY,  /* by place in the catalogue: has a place there; then one for no place */
    FACET_COUNT
} Facet;

/* The state of the period; where there is none, why (period.h has STATE_UNKNOWN for both). */
typedef enum FacetPeriod {
    SHOWN_ALWAYS,
    SHOWN_OPEN,
    SHOWN_UPCOMING,
    SHOWN_CLOSED,
    SHOWN_SEE_SITE,
    SHOWN_NOT_STATED,
    SHOWN_PERIODS
} FacetPeriod;

enum {
    FACET_WORDS = 16,
    FACET_VALUES_MOST = 64 * FACET_WORDS, /* a provider beyond has no value, and no count */
};

/* Some values of one facet. */
typedef struct FacetSet {
    uint64_t words[FACET_WORDS];
} FacetSet;

/* `Facets f = {0};` shows all. */
typedef struct Facets {
    FacetSet chosen[FACET_COUNT];
} Facets;

/* What the values are judged by; plan and bookmarks are asked for. Lent. */
typedef struct FacetWorld {
    const Catalogue *catalogue;
    Date as_of;
    const void *context;
    bool (*is_planned)(const void *context, const Program *program);
    bool (*is_bookmarked)(const void *context, const Program *program);
} FacetWorld;

/* ---- values ---- */

int facet_values(const Catalogue *catalogue, Facet facet);
/* The value that says "not stated" (or none); -1 where the facet has none. */
int facet_not_stated(const Catalogue *catalogue, Facet facet);
/* A name for files that outlives this catalogue: "free", "jetro", "none"; static, lent, or in
 * `arena`. */
const char *facet_value_id(Arena *arena, const Catalogue *catalogue, Facet facet, int value);
/* "cost"; static. */
const char *facet_id(Facet facet);

/* The values that a program has. */
FacetSet facet_of(const FacetWorld *world, const Program *program, Facet facet);

/* ---- choosing ---- */

bool facets_are_on(const Facets *facets);
bool facets_has(const Facets *facets, Facet facet, int value);
bool facets_has_any(const Facets *facets, Facet facet);
void facets_toggle(Facets *facets, Facet facet, int value);
void facets_drop(Facets *facets, Facet facet);

/* The ids of what is chosen, parted by blanks, in `arena`; and back: unknown ids are nothing. */
const char *facets_ids(Arena *arena, const Catalogue *catalogue, const Facets *facets, Facet facet);
void facets_choose_ids(const Catalogue *catalogue, Facets *facets, Facet facet, const char *ids);

/* ---- what comes through ---- */

bool facets_match(const FacetWorld *world, const Facets *facets, const Program *program);

/* All programs of the catalogue and its resources, in this order; in `arena`. */
ProgramRefs facets_everything(const Catalogue *catalogue, Arena *arena);

typedef struct FacetCounts {
    int all, shown;
    int *values[FACET_COUNT]; /* beside each value, */
    int *every[FACET_COUNT];  /* and with nothing chosen at all */
    int without[FACET_COUNT]; /* how many there would be with nothing chosen of this facet */
} FacetCounts;

/* In `arena`. */
FacetCounts facets_count(const FacetWorld *world, const Facets *facets, ProgramRefs of,
                         Arena *arena);

/*
 * The facet whose choices, dropped, bring most programs; the first of equals. FACET_COUNT where
 * dropping any one brings no more than are shown.
 */
Facet facets_worst(const Facets *facets, const FacetCounts *counts);

#endif
