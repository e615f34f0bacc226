/*
 * See grant.h. value × n / d is computed in two parts, value / d and value % d, so that
 * nothing overflows for a rate up to 1; what would for a raise stops at INT64_MAX.
 */
#include "query/grant.h"

#include "plan/fields.h"

/* ---- numbers ---- */

static int64_t times(int64_t a, int64_t b) {
    int64_t product;
    return __builtin_mul_overflow(a, b, &product) ? INT64_MAX : product;
}

static int64_t plus(int64_t a, int64_t b) {
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

/* value × n / d, rounded down; all at least 0, d more than 0. */
static int64_t scale(int64_t value, int64_t n, int64_t d) {
    return plus(times(value / d, n), times(value % d, n) / d);
}

/* ---- why not ---- */

static const char *const why_keys[] = {
    [GRANT_COMPUTED] = "computed",     [GRANT_NO_COST] = "no_cost", [GRANT_UNCHOSEN] = "unchosen",
    [GRANT_FIXED] = "fixed",           [GRANT_PART] = "part",       [GRANT_NO_RATE] = "no_rate",
    [GRANT_RAISES] = "raises",         [GRANT_LOAN] = "loan",       [GRANT_GUARANTEE] = "guarantee",
    [GRANT_INSURANCE] = "insurance",   [GRANT_FREE] = "free",       [GRANT_PAID] = "paid",
    [GRANT_NOT_STATED] = "not_stated", [GRANT_GONE] = "gone",
};
_Static_assert(COUNT_OF(why_keys) == GRANT_WHY_COUNT, "a word for every reason");

const char *grant_why_key(GrantWhy why) {
    return why_keys[why];
}

bool grant_is_offered(const Program *program) {
    return program != NULL && program->subsidy.count > 0;
}

static GrantWhy why_no_subsidy(const Program *program) {
    if (program == NULL)
        return GRANT_GONE;
    if (program->finance.count > 0)
        switch (program->finance.at[0].kind) {
        case FINANCE_GUARANTEE:
            return GRANT_GUARANTEE;
        case FINANCE_INSURANCE:
            return GRANT_INSURANCE;
        default:
            return GRANT_LOAN;
        }
    /* The kind says it where the source gives no terms. */
    if (program->kind == KIND_LOAN)
        return GRANT_LOAN;
    if (program->kind == KIND_GUARANTEE)
        return GRANT_GUARANTEE;
    if (program->kind == KIND_INSURANCE)
        return GRANT_INSURANCE;
    if (program->cost.kind == COST_FREE)
        return GRANT_FREE;
    return program->cost.kind == COST_PAID ? GRANT_PAID : GRANT_NOT_STATED;
}

/* ---- terms ---- */

size_t grant_raise_count(const Subsidy *subsidy) {
    return MIN_OF(subsidy->multipliers.count, (size_t)GRANT_RAISES_MOST);
}

static bool is_met(uint32_t raises, size_t nth) {
    return (raises >> nth & 1u) != 0;
}

bool grant_raise_is_asked(const Subsidy *subsidy, uint32_t raises, size_t nth) {
    while (nth > 0 && subsidy->multipliers.at[nth].further)
        if (!is_met(raises, --nth))
            return false;
    return true;
}

/* Without those that stand on one that is not met. */
static uint32_t asked_only(const Subsidy *subsidy, uint32_t raises) {
    uint32_t kept = 0;
    for (size_t i = 0; i < grant_raise_count(subsidy); i++)
        if (is_met(raises, i) && grant_raise_is_asked(subsidy, raises, i))
            kept |= 1u << i;
    return kept;
}

static const Subsidy *chosen(const Program *program, GrantTerms terms) {
    bool there = grant_is_offered(program) && terms.entry >= 0 &&
                 (size_t)terms.entry < program->subsidy.count;
    return there ? &program->subsidy.at[terms.entry] : NULL;
}

GrantTerms grant_choose(GrantTerms terms, int entry) {
    return entry == terms.entry ? terms : (GrantTerms){.entry = entry};
}

GrantTerms grant_toggle_raise(const Program *program, GrantTerms terms, size_t nth) {
    const Subsidy *subsidy = chosen(program, terms);
    if (subsidy != NULL && nth < grant_raise_count(subsidy))
        terms.raises = asked_only(subsidy, terms.raises ^ 1u << nth);
    return terms;
}

static bool is_only_label(const Subsidies *all, size_t entry) {
    const char *label = all->at[entry].label;
    bool only = !is_absent(label) && strchr(label, '\n') == NULL;
    for (size_t i = 0; i < all->count && only; i++)
        only = i == entry || strcmp(all->at[i].label, label) != 0;
    return only;
}

const char *grant_entry_key(Arena *arena, const Program *program, size_t entry) {
    if (is_only_label(&program->subsidy, entry))
        return program->subsidy.at[entry].label;
    return arena_printf(arena, "#%zu", entry + 1);
}

static int find_entry(const Program *program, Str key) {
    Arena scratch = {0};
    int found = GRANT_NO_ENTRY;
    for (size_t i = 0; i < program->subsidy.count && found < 0; i++)
        if (str_equal(key, str(grant_entry_key(&scratch, program, i))))
            found = (int)i;
    arena_release(&scratch);
    return found;
}

/* Its number among the multipliers, or their count. */
static size_t find_raise(const Subsidy *subsidy, Str label) {
    size_t i = 0;
    while (i < grant_raise_count(subsidy) &&
           !str_equal(label, str(subsidy->multipliers.at[i].label)))
        i++;
    return i;
}

/* The first line that names a subsidy chooses it. */
static int entry_of(const Program *program, const char *text) {
    Str term;
    int entry = program->subsidy.count == 1 ? 0 : GRANT_NO_ENTRY;
    for (Str rest = str(text); entry < 0 && plan_term_next(&rest, &term);)
        entry = find_entry(program, term);
    return entry;
}

GrantTerms grant_terms_read(const Program *program, const char *text) {
    GrantTerms terms = {.entry = GRANT_NO_ENTRY};
    Str term;
    if (!grant_is_offered(program))
        return terms;
    terms.entry = entry_of(program, text);
    const Subsidy *subsidy = chosen(program, terms);
    for (Str rest = str(text); subsidy != NULL && plan_term_next(&rest, &term);) {
        size_t nth = find_raise(subsidy, term);
        if (nth < grant_raise_count(subsidy))
            terms.raises |= 1u << nth;
    }
    if (subsidy != NULL)
        terms.raises = asked_only(subsidy, terms.raises);
    return terms;
}

static const char *joined(Arena *arena, const char *lines, const char *line) {
    return is_absent(lines) ? line : arena_printf(arena, "%s\n%s", lines, line);
}

const char *grant_terms_text(Arena *arena, const Program *program, GrantTerms terms) {
    const Subsidy *subsidy = chosen(program, terms);
    const char *lines = "";
    if (subsidy == NULL)
        return lines;
    if (program->subsidy.count > 1)
        lines = grant_entry_key(arena, program, (size_t)terms.entry);
    for (size_t i = 0; i < grant_raise_count(subsidy); i++)
        if (is_met(terms.raises, i))
            lines = joined(arena, lines, subsidy->multipliers.at[i].label);
    return lines;
}

const char *grant_terms_unknown(Arena *arena, const Program *program, const char *text) {
    const char *unknown = "";
    Str term;
    int entry = grant_is_offered(program) ? entry_of(program, text) : GRANT_NO_ENTRY;
    const Subsidy *subsidy = chosen(program, (GrantTerms){.entry = entry});
    for (Str rest = str(text); plan_term_next(&rest, &term);)
        if (subsidy == NULL || (find_entry(program, term) != entry &&
                                find_raise(subsidy, term) == grant_raise_count(subsidy)))
            unknown = joined(arena, unknown, arena_copy(arena, term));
    return unknown;
}

/* ---- the result ---- */

/* The limit with its raises; false when what they come to together is not stated. */
static bool raise_cap(const Subsidy *subsidy, uint32_t raises, int64_t *cap) {
    int64_t n = 1, d = 1;
    int chains = 0;
    for (size_t i = 0; i < grant_raise_count(subsidy); i++) {
        const Multiplier *by = &subsidy->multipliers.at[i];
        if (!is_met(raises, i))
            continue;
        chains += by->further && i > 0 ? 0 : 1;
        n = times(n, by->factor.numerator);
        d = times(d, by->factor.denominator);
    }
    *cap = scale(subsidy->cap_yen, n, d);
    return chains <= 1;
}

static GrantWhy why_no_rate(Rate rate) {
    switch (rate.kind) {
    case RATE_RATIO:
        return GRANT_COMPUTED;
    case RATE_FIXED:
        return GRANT_FIXED;
    case RATE_PART:
        return GRANT_PART;
    default:
        return GRANT_NO_RATE;
    }
}

static void compute(Grant *out) {
    Rate rate = out->subsidy->rate;
    out->by_rate = MIN_OF(scale(out->cost, rate.numerator, rate.denominator), out->cost);
    out->capped = out->cap != YEN_NOT_STATED && out->by_rate > out->cap;
    out->grant = out->capped ? out->cap : out->by_rate;
    out->own = out->cost - out->grant;
}

Grant grant_of(const Program *program, int64_t cost, GrantTerms terms) {
    Grant grant = {.cost = cost < 0 ? YEN_NOT_STATED : cost, .cap = YEN_NOT_STATED};
    const Subsidy *subsidy = chosen(program, terms);
    bool known = true;
    grant.subsidy = subsidy;
    if (subsidy == NULL) {
        grant.why = grant_is_offered(program) ? GRANT_UNCHOSEN : why_no_subsidy(program);
        return grant;
    }
    uint32_t raises = asked_only(subsidy, terms.raises);
    if (subsidy->cap_yen != YEN_NOT_STATED) {
        known = raise_cap(subsidy, raises, &grant.cap);
        grant.raised = raises != 0;
    }
    grant.why = why_no_rate(subsidy->rate);
    if (grant.why == GRANT_COMPUTED && !known)
        grant.why = GRANT_RAISES;
    else if (grant.why == GRANT_COMPUTED && grant.cost == YEN_NOT_STATED)
        grant.why = GRANT_NO_COST;
    if (grant.why == GRANT_COMPUTED)
        compute(&grant);
    return grant;
}

static int64_t cost_of(const PlanItem *item) {
    const char *digits = plan_text(item, PLAN_ESTIMATE);
    return is_absent(digits) ? YEN_NOT_STATED : strtoll(digits, NULL, 10);
}

Grant grant_of_item(const Catalogue *catalogue, const PlanItem *item) {
    const Program *program = catalogue == NULL ? NULL : catalogue_program(catalogue, item->program);
    return grant_of(program, cost_of(item), grant_terms_read(program, plan_text(item, PLAN_TERMS)));
}

/* ---- a whole plan ---- */

bool grant_item_counts(const PlanItem *item) {
    return !plan_status_asks_reason(plan_status_of(item));
}

GrantTotals grant_totals(const Catalogue *catalogue, const Plan *plan) {
    GrantTotals totals = {0};
    for (size_t i = 0; i < plan->count; i++) {
        if (!grant_item_counts(&plan->items[i]))
            continue;
        Grant grant = grant_of_item(catalogue, &plan->items[i]);
        totals.used++;
        if (grant.cost == YEN_NOT_STATED)
            continue;
        totals.priced++;
        totals.cost = plus(totals.cost, grant.cost);
        if (grant.why != GRANT_COMPUTED) {
            totals.open_cost = plus(totals.open_cost, grant.cost);
            continue;
        }
        totals.computed++;
        totals.grant = plus(totals.grant, grant.grant);
        totals.own = plus(totals.own, grant.own);
    }
    return totals;
}
