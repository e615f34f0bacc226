/* See grant_words.h. */
#include "report/grant_words.h"

#include "base/tr.h"
#include "report/words.h"
#include "text/number.h"

const char *grant_words_yen(Arena *arena, int64_t yen) {
    /* TRANSLATORS: an amount with every digit: 1,000,000円 */
    return arena_printf(arena, tr_context("exact", "¥%s"), number_grouped(arena, yen));
}

/* ---- why not ---- */

static const char *const reasons[] = {
    [GRANT_COMPUTED] = "",
    /* TRANSLATORS: the following say why a grant cannot be computed, within brackets */
    [GRANT_NO_COST] = N_("no planned cost yet"),
    [GRANT_UNCHOSEN] = N_("no subsidy chosen yet"),
    [GRANT_FIXED] = N_("a fixed sum, no share of the cost"),
    [GRANT_PART] = N_("a part is paid, its rate is not stated"),
    [GRANT_NO_RATE] = N_("the rate is not stated"),
    [GRANT_RAISES] = N_("what the raises of the limit come to together is not stated"),
    [GRANT_LOAN] = N_("a loan, no grant"),
    [GRANT_GUARANTEE] = N_("a guarantee, no grant"),
    [GRANT_INSURANCE] = N_("an insurance, no grant"),
    [GRANT_FREE] = N_("free of charge, no grant"),
    [GRANT_PAID] = N_("a fee is paid, no grant is stated"),
    [GRANT_NOT_STATED] = N_("no grant is stated"),
    [GRANT_GONE] = N_("no longer in the catalogue"),
};
_Static_assert(COUNT_OF(reasons) == GRANT_WHY_COUNT, "words for every reason");

const char *grant_words_why(GrantWhy why) {
    return is_absent(reasons[why]) ? "" : _(reasons[why]);
}

const char *grant_words_open(Arena *arena, GrantWhy why) {
    /* TRANSLATORS: a grant, and why it cannot be computed */
    return arena_printf(arena, _("cannot be computed (%s)"), grant_words_why(why));
}

/* ---- how it comes about ---- */

static const char *limit(Arena *arena, const Grant *grant) {
    const char *cap = grant_words_yen(arena, grant->cap), *per = grant->subsidy->cap_per;
    /* TRANSLATORS: the most that is paid, and for what (each year) */
    return is_absent(per) ? cap : arena_printf(arena, tr_context("limit", "%s (%s)"), cap, per);
}

const char *grant_words_formula(Arena *arena, const Grant *grant) {
    Rate rate = grant->subsidy->rate;
    const char *product =
        /* TRANSLATORS: cost x rate = grant: 1,800,000円 × 2/3 = 1,200,000円 */
        arena_printf(arena, _("%1$s x %2$d/%3$d = %4$s"), grant_words_yen(arena, grant->cost),
                     rate.numerator, rate.denominator, grant_words_yen(arena, grant->by_rate));
    if (grant->cap == YEN_NOT_STATED)
        /* TRANSLATORS: behind cost x rate = grant */
        return arena_printf(arena, _("%s; no limit is stated"), product);
    if (grant->capped)
        /* TRANSLATORS: cost x rate = grant, and the limit, which is less */
        return arena_printf(arena, _("%s, but at most %s"), product, limit(arena, grant));
    /* TRANSLATORS: cost x rate = grant, and the limit, which is not reached */
    return arena_printf(arena, _("%s, within the limit of %s"), product, limit(arena, grant));
}

const char *grant_words_bound(const Grant *grant) {
    if (grant->cap == YEN_NOT_STATED)
        /* TRANSLATORS: behind a grant: the rate decided, since there is no limit */
        return _("by the rate; no limit is stated");
    if (grant->capped)
        /* TRANSLATORS: behind a grant: the limit decided */
        return _("the limit decides");
    /* TRANSLATORS: behind a grant: the rate decided */
    return _("the rate decides");
}

const char *grant_words_raised(Arena *arena, const Grant *grant) {
    if (!grant->raised || grant->cap == YEN_NOT_STATED)
        return "";
    /* TRANSLATORS: the most that is paid on some conditions, and without them */
    return arena_printf(arena, _("limit raised to %s from %s"), number_yen(arena, grant->cap),
                        number_yen(arena, grant->subsidy->cap_yen));
}

/* ---- what must be known ---- */

const char *grant_words_source(Arena *arena, const Edition *edition, const Program *program) {
    if (program != NULL && is_absent(program->source.edition))
        return _("Which costs count is decided by the provider.");
    return arena_printf(arena,
                        /* TRANSLATORS: the edition, named by its month */
                        _("Rates and limits are those of the %s. Which costs count is decided by "
                          "the provider."),
                        words_edition(arena, edition));
}

const char *grant_words_paid_after(void) {
    return _("Grants are normally paid after the money has been spent.");
}

const char *grant_words_none(Arena *arena, const Edition *edition, const Program *program,
                             Date as_of) {
    const char *gives = words_money(arena, edition, program, as_of);
    Grant grant = grant_of(program, YEN_NOT_STATED, (GrantTerms){.entry = GRANT_NO_ENTRY});
    switch (grant.why) {
    case GRANT_FREE:
        return _("It is free of charge: there is no grant to estimate.");
    case GRANT_LOAN:
        /* TRANSLATORS: in brackets what kind of money it is, with its limits */
        return arena_printf(arena, _("A loan is paid back, so it is no grant (%s)."), gives);
    case GRANT_GUARANTEE:
        return arena_printf(arena, _("A guarantee is no grant (%s)."), gives);
    case GRANT_INSURANCE:
        return arena_printf(arena, _("An insurance is no grant (%s)."), gives);
    case GRANT_PAID:
        return arena_printf(arena, _("It costs a fee, and no grant is stated (%s)."), gives);
    default:
        return _("The source states no grant, so there is nothing to estimate.");
    }
}

const char *grant_words_open_count(Arena *arena, const GrantTotals *totals) {
    int open = totals->priced - totals->computed;
    /* TRANSLATORS: programs whose grant cannot be computed */
    return open == 0 ? "" : arena_printf(arena, _("%d not computed"), open);
}

const char *grant_words_open_total(Arena *arena, const GrantTotals *totals) {
    const char *count = grant_words_open_count(arena, totals);
    if (is_absent(count))
        return "";
    /* TRANSLATORS: 2 not computed (¥1,700,000) */
    return arena_printf(arena, tr_context("total", "%s (%s)"), count,
                        number_yen(arena, totals->open_cost));
}

const char *grant_words_shares(Arena *arena, const GrantTotals *totals) {
    const char *open = grant_words_open_total(arena, totals), *text = "";
    if (totals->computed > 0)
        text = arena_printf(arena, "%s  %s",
                            /* TRANSLATORS: the grants of all items */
                            arena_printf(arena, _("grant %s"), number_yen(arena, totals->grant)),
                            arena_printf(arena, _("own share %s"), number_yen(arena, totals->own)));
    if (is_absent(open) || is_absent(text))
        return is_absent(text) ? open : text;
    return arena_printf(arena, "%s  %s", text, open);
}
