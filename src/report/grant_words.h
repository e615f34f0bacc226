/*
 * The words of the program for what a subsidy comes to (query/grant.h), in the user's language:
 * one place, so that the popup, the plan, a card and a hand-out never disagree. Amounts are set
 * out to the yen here, since they are computed. Results are static or in the arena given.
 */
#ifndef KAIRO_REPORT_GRANT_WORDS_H
#define KAIRO_REPORT_GRANT_WORDS_H

#include "query/grant.h"

/* 1,000,000円: every digit. */
const char *grant_words_yen(Arena *arena, int64_t yen);

/* 定額のため; どの区分か選ばれていないため. Why nothing is computed; "" when it is. Static. */
const char *grant_words_why(GrantWhy why);
/* 算定不可（定額のため）. */
const char *grant_words_open(Arena *arena, GrantWhy why);

/* 1,800,000円 × 2/3 = 1,200,000円、上限 1,000,000円（各年）. Only of a computed one. */
const char *grant_words_formula(Arena *arena, const Grant *grant);
/* What decides: 上限まで; 補助率どおり; 上限の記載なし. Only of a computed one. Static. */
const char *grant_words_bound(const Grant *grant);
/* 上限 2,000万円（1,000万円の2倍）; "" where no raise counts. */
const char *grant_words_raised(Arena *arena, const Grant *grant);

/* Whose rate it is, and who decides which costs count. */
const char *grant_words_source(Arena *arena, const Edition *edition, const Program *program);
/* 補助金は、通常、支払いのあとに交付されます。 Static. */
const char *grant_words_paid_after(void);

/* A program without a subsidy: why there is nothing to estimate, with what it gives instead. */
const char *grant_words_none(Arena *arena, const Edition *edition, const Program *program,
                             Date as_of);

/* 算定不可 2件; with their cost: 算定不可 2件（170万円）. "" for none. */
const char *grant_words_open_count(Arena *arena, const GrantTotals *totals);
const char *grant_words_open_total(Arena *arena, const GrantTotals *totals);

/* What comes of all planned costs: 補助 100万円  自己負担 80万円  算定不可 2件（170万円）. */
const char *grant_words_shares(Arena *arena, const GrantTotals *totals);

#endif
