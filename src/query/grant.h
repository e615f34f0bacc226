/*
 * What a subsidy comes to for a planned cost: the cost times its rate, and no more than its
 * limit, rounded down to a whole yen. Whole numbers only. What the source leaves open (定額,
 * 一部補助, which of several subsidies, what two raises of a limit come to together) is not
 * guessed: then nothing is computed, and the result says why.
 *
 * A multiplier raises the limit, never the rate. One that is `further` counts only on top of
 * the one before it. Rates and limits are those of the catalogue's edition, and which costs
 * count is for the body to decide: whoever shows a result says so (report/grant_words.h).
 */
#ifndef KAIRO_QUERY_GRANT_H
#define KAIRO_QUERY_GRANT_H

#include "base/arena.h"
#include "catalogue/model.h"
#include "plan/plan.h"

typedef enum GrantWhy {
    GRANT_COMPUTED,
    GRANT_NO_COST,    /* no cost has been planned */
    GRANT_UNCHOSEN,   /* several subsidies, and none of them chosen */
    GRANT_FIXED,      /* 定額: no rate of the cost */
    GRANT_PART,       /* 一部補助: the rate is not stated */
    GRANT_NO_RATE,    /* the rate is not stated */
    GRANT_RAISES,     /* several raises of the limit: what they come to together is not stated */
    GRANT_LOAN,       /* a loan, a standby credit, an exchange: no grant */
    GRANT_GUARANTEE,  /* no grant */
    GRANT_INSURANCE,  /* no grant */
    GRANT_FREE,       /* free of charge: there is nothing to grant */
    GRANT_PAID,       /* it costs a fee, and no grant is stated */
    GRANT_NOT_STATED, /* neither fee nor grant is stated */
    GRANT_GONE,       /* the program has left the catalogue */
    GRANT_WHY_COUNT
} GrantWhy;

/* "fixed": the word for data (JSON, CSV). Static. */
const char *grant_why_key(GrantWhy why);

/* Whether the program has a subsidy at all, computable or not. */
bool grant_is_offered(const Program *program);

/* ---- terms: which subsidy, and which raises of its limit ---- */

enum { GRANT_NO_ENTRY = -1, GRANT_RAISES_MOST = 32 };

typedef struct GrantTerms {
    int entry;       /* index into program->subsidy; the only one is chosen by itself */
    uint32_t raises; /* bits 1 << index into its multipliers: those that are met */
} GrantTerms;

/* What a plan's PLAN_TERMS say, by the labels as they are; lines nobody knows say nothing. */
GrantTerms grant_terms_read(const Program *program, const char *text);
/* The same as a canonical text, in `arena`; "" when there is nothing to say. */
const char *grant_terms_text(Arena *arena, const Program *program, GrantTerms terms);
/* The lines of `text` that the program does not know; "" for none. In `arena`. */
const char *grant_terms_unknown(Arena *arena, const Program *program, const char *text);

/* The name of a subsidy in those lines: its label, or "#2" where that names no single one. */
const char *grant_entry_key(Arena *arena, const Program *program, size_t entry);

/* How many multipliers of a subsidy there is room for. */
size_t grant_raise_count(const Subsidy *subsidy);
/* A further raise is asked for only where the one before it is met. */
bool grant_raise_is_asked(const Subsidy *subsidy, uint32_t raises, size_t nth);
/* The terms with another subsidy chosen, and with a raise met or not. */
GrantTerms grant_choose(GrantTerms terms, int entry);
GrantTerms grant_toggle_raise(const Program *program, GrantTerms terms, size_t nth);

/* ---- the result ---- */

typedef struct Grant {
    GrantWhy why;
    const Subsidy *subsidy; /* the one chosen; NULL for none */
    int64_t cost;           /* YEN_NOT_STATED where none is planned */
    int64_t cap;            /* with its raises; YEN_NOT_STATED where none is stated */
    bool raised;            /* the limit is */
    /* Only of GRANT_COMPUTED: */
    int64_t by_rate;    /* cost × rate, rounded down */
    int64_t grant, own; /* cost = grant + own */
    bool capped;        /* the limit binds: by_rate is more */
} Grant;

/* `program` may be NULL: it has left the catalogue. `cost` YEN_NOT_STATED for none. */
Grant grant_of(const Program *program, int64_t cost, GrantTerms terms);

/* What the plan says of an item; `catalogue` may be NULL: then all have left it. */
Grant grant_of_item(const Catalogue *catalogue, const PlanItem *item);

/* ---- a whole plan ---- */

/* Whether an item counts: not where it was rejected or dropped. */
bool grant_item_counts(const PlanItem *item);

typedef struct GrantTotals {
    int used, priced, computed; /* items that count; with a planned cost; with a result */
    int64_t cost;               /* of all that count */
    int64_t grant, own;         /* of those with a result */
    int64_t open_cost;          /* of those with a cost and no result: cost - grant - own */
} GrantTotals;

/* Sums stop at INT64_MAX. */
GrantTotals grant_totals(const Catalogue *catalogue, const Plan *plan);

#endif
