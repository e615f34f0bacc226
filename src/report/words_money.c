/*
 * What a program costs or gives. A card sets out every part on a line of its own; a line of a
 * hand-out has to say it all at once, so parts are joined and long lists of fees become a range.
 */
#include "report/words.h"

#include "catalogue/names.h"
#include "text/era.h"
#include "text/number.h"

/* ---- loans and the like ---- */

const char *words_finance(Arena *arena, const Finance *finance) {
    if (finance->cap_yen == YEN_NOT_STATED)
        return finance->label;
    const char *cap = number_yen(arena, finance->cap_yen);
    if (finance->working_cap_yen == YEN_NOT_STATED)
        /* TRANSLATORS: a loan scheme and its limit. */
        return arena_printf(arena, _("%s: up to %s"), finance->label, cap);
    /* TRANSLATORS: a loan scheme, its limit, and the limit for working capital within it. */
    return arena_printf(arena, _("%s: up to %s (of which working capital %s)"), finance->label, cap,
                        number_yen(arena, finance->working_cap_yen));
}

const char *words_finance_kind(FinanceKind kind) {
    switch (kind) {
    case FINANCE_GUARANTEE:
        return _("Guarantee");
    case FINANCE_INSURANCE:
        return _("Insurance");
    default:
        return _("Finance");
    }
}

static const char *base_rate(Arena *arena, const Finance *finance) {
    const char *rate = words_percent(arena, finance->base_rate_bp);
    if (!date_is_known(finance->rate_as_of))
        return arena_printf(arena, _("base rate %s"), rate);
    /* TRANSLATORS: a loan's rate of interest and the day it is quoted for. */
    return arena_printf(arena, _("base rate %s (as of %s)"), rate,
                        date_print_long(arena, finance->rate_as_of));
}

size_t words_finance_terms(Arena *arena, const Finance *finance,
                           const char *out[FINANCE_TERMS_MOST]) {
    size_t count = 0;
    if (finance->term_years > 0 && finance->working_term_years > 0)
        out[count++] = arena_printf(arena, _("up to %d years (working capital up to %d)"),
                                    finance->term_years, finance->working_term_years);
    else if (finance->term_years > 0)
        out[count++] = arena_printf(arena, _("up to %d years"), finance->term_years);
    if (finance->base_rate_bp > 0)
        out[count++] = base_rate(arena, finance);
    if (finance->rate_cut_bp > 0)
        out[count++] = arena_printf(arena, _("up to %s lower under certain conditions"),
                                    words_percent(arena, finance->rate_cut_bp));
    return count;
}

/* ---- subsidies ---- */

const char *words_multiplier(Arena *arena, const Multiplier *by) {
    /* TRANSLATORS: a condition, and by how much the most that is paid grows. */
    return arena_printf(arena, _("%s: limit times %s"), by->label, words_factor(arena, by->factor));
}

/* ---- fees ---- */

bool words_cost_is_elsewhere(const Cost *cost) {
    return strstr(cost->text, "の通り") != NULL; /* "as on the left", "as below" */
}

/* Parts that the source sets off with 【】 begin lines of their own. */
static const char *in_lines(Arena *arena, const char *text) {
    char *copy = arena_copy(arena, str(text));
    for (char *at = copy; (at = strstr(at, " 【")) != NULL;)
        *at++ = '\n';
    return copy;
}

const char *words_cost(Arena *arena, const Cost *cost) {
    const char *kind = enum_label(&cost_kind_names, (int)cost->kind);
    if (cost->kind == COST_NOT_STATED || is_absent(cost->text))
        return kind;
    if (tr_lang() != LANG_EN)
        return in_lines(arena, cost->text);
    /* TRANSLATORS: a kind of fee and the source's own word for it. */
    return arena_printf(arena, _("%s (%s)"), kind, cost->text);
}

bool words_cost_says_all(const Cost *cost) {
    if (tr_lang() != LANG_JA || is_absent(cost->text) || cost->options.count != 1)
        return false;
    const CostOption *only = &cost->options.at[0];
    return is_absent(only->label) && is_absent(only->audience) && is_absent(only->note);
}

const char *words_cost_part(Arena *arena, const CostOption *option) {
    const char *label = option->label;
    if (!is_absent(label) && !is_absent(option->audience))
        label = arena_printf(arena, _("%s, %s"), label, option->audience);
    else if (is_absent(label))
        label = option->audience;
    const char *price = words_cost_option(arena, option);
    return is_absent(label) ? price : arena_printf(arena, "%s  %s", label, price);
}

/* ---- on one line ---- */

static const char *joined(Arena *arena, const char *before, const char *part) {
    if (is_absent(before))
        return part;
    /* TRANSLATORS: two subsidies or loans of one program, on one line. */
    return arena_printf(arena, tr_context("money", "%s; %s"), before, part);
}

static const char *subsidies(Arena *arena, const Program *program) {
    const char *all = "";
    for (size_t i = 0; i < program->subsidy.count; i++) {
        const Subsidy *subsidy = &program->subsidy.at[i];
        const char *part = words_subsidy(arena, subsidy);
        if (!is_absent(subsidy->label))
            part = arena_printf(arena, "%s %s", subsidy->label, part);
        all = joined(arena, all, part);
    }
    return all;
}

static const char *finances(Arena *arena, const Program *program) {
    const char *all = "";
    for (size_t i = 0; i < program->finance.count; i++)
        all = joined(arena, all, words_finance(arena, &program->finance.at[i]));
    /* TRANSLATORS: a kind of finance (loan, guarantee, insurance) and what there is of it. */
    return arena_printf(arena, tr_context("money", "%s: %s"),
                        words_finance_kind(program->finance.at[0].kind), all);
}

static const char *fee(Arena *arena, const CostOption *option) {
    const char *price = words_cost_option(arena, option);
    return is_absent(option->label) ? price : arena_printf(arena, "%s %s", option->label, price);
}

static const char *listed_fees(Arena *arena, const CostOptions *options) {
    const char *all = fee(arena, &options->at[0]);
    for (size_t i = 1; i < options->count; i++)
        all = words_joined(arena, all, fee(arena, &options->at[i]));
    return all;
}

const char *words_cost_range(Arena *arena, const CostOptions *options) {
    int64_t least = YEN_NOT_STATED, most = YEN_NOT_STATED;
    for (size_t i = 0; i < options->count; i++) {
        int64_t yen = options->at[i].amount_yen;
        if (yen == YEN_NOT_STATED)
            continue;
        least = least == YEN_NOT_STATED ? yen : MIN_OF(least, yen);
        most = MAX_OF(most, yen);
    }
    if (least == YEN_NOT_STATED)
        return "";
    /* TRANSLATORS: the lowest and the highest of many fees. */
    return arena_printf(arena, _("%s to %s, depending on the case"), number_yen(arena, least),
                        number_yen(arena, most));
}

static const char *paid(Arena *arena, const Cost *cost) {
    const char *text = "";
    if (cost->options.count > COST_OPTIONS_LISTED)
        text = words_cost_range(arena, &cost->options);
    else if (cost->options.count > 0)
        text = listed_fees(arena, &cost->options);
    return is_absent(text) ? enum_label(&cost_kind_names, (int)cost->kind) : text;
}

static const char *money(Arena *arena, const Program *program) {
    if (program->subsidy.count > 0)
        return subsidies(arena, program);
    if (program->finance.count > 0)
        return finances(arena, program);
    return program->cost.kind == COST_PAID ? paid(arena, &program->cost)
                                           : enum_label(&cost_kind_names, (int)program->cost.kind);
}

const char *words_money(Arena *arena, const Edition *edition, const Program *program, Date as_of) {
    const char *text = money(arena, program);
    bool now = is_absent(program->source.edition) || !edition_is_stale(edition, as_of);
    if (now || strcmp(text, enum_label(&cost_kind_names, COST_NOT_STATED)) == 0)
        return text;
    return arena_printf(arena, tr_context("as of", "%s: %s"),
                        words_as_of_edition(arena, edition, as_of), text);
}
