/*
 * What a program costs or gives. A card sets out every part on a line of its own; a line of a
 * hand-out has to say it all at once, so parts are joined and long lists of fees become a range.
 */
#include "report/words.h"

#include "catalogue/names.h"
#include "text/number.h"

enum { OPTIONS_LISTED = 3 /* with more fees than this their range is enough */ };

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
        all = arena_printf(arena, _("%s, %s"), all, fee(arena, &options->at[i]));
    return all;
}

/* "" when no amount is stated. */
static const char *range_of_fees(Arena *arena, const CostOptions *options) {
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
    if (cost->options.count > OPTIONS_LISTED)
        text = range_of_fees(arena, &cost->options);
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
