/*
 * The words of the program for facts of the catalogue, in the user's language: one place, so
 * that a badge in a list, a card and a table never disagree. Results are static or in the
 * arena given. All widths in cells.
 */
#ifndef KAIRO_REPORT_WORDS_H
#define KAIRO_REPORT_WORDS_H

#include "base/arena.h"
#include "base/tr.h"
#include "catalogue/model.h"
#include "catalogue/period.h"

/* 無料 補助 有料 融資 保証 保険 -: what it costs or gives, at most COST_BADGE_CELLS. */
enum { COST_BADGE_CELLS_JA = 4, COST_BADGE_CELLS_EN = 6 };
const char *words_cost_badge(const Program *program);
int words_cost_badge_cells(void);

/* 随時 〜1/27 1/4〜 終了 HP -: at most PERIOD_BADGE_CELLS. */
enum { PERIOD_BADGE_CELLS_JA = 7, PERIOD_BADGE_CELLS_EN = 8 };
const char *words_period_badge(Arena *arena, const Program *program, Date as_of);
int words_period_badge_cells(void);

/*
 * The period as a sentence for a card. More than a year after the edition nothing is worded
 * as a present fact: 「2016年12月時点 随時受付」; a dated window always shows its dates, and
 * how many days are left while it is open.
 */
const char *words_period(Arena *arena, const Edition *edition, const Program *program, Date as_of);

/* A period without dates: 随時受付; HPで確認; 公募終了; 記載なし. Static. */
const char *words_undated(PeriodKind kind);

/* あと38日; 本日締切. */
const char *words_days_left(Arena *arena, int days);

/* 2016年12月時点, more than a year after the edition; "" before. For headings over what was so
 * then. */
const char *words_as_of_edition(Arena *arena, const Edition *edition, Date as_of);

/* 訪問の6週間前から、日本出発の4営業日前まで; "" where the period is not relative to a journey.
   In weeks where the source counted in weeks. */
const char *words_relative_window(Arena *arena, const Period *period);

/* 2/3; 定額; 一部補助; 記載なし. */
const char *words_rate(Arena *arena, Rate rate);
/* 海外展開に取り組む場合：上限が2倍. */
const char *words_multiplier(Arena *arena, const Multiplier *by);
/* 補助率 2/3、上限 1,000万円（各年）; 定額; 一部補助. One subsidy on one line. */
const char *words_subsidy(Arena *arena, const Subsidy *subsidy);

/* 2 and 1.5 as people say them; 4/3 has no end as a decimal. */
const char *words_factor(Arena *arena, Rate factor);

/* 中小企業事業: 7億2,000万円まで（うち運転資金 2億5,000万円）. */
const char *words_finance(Arena *arena, const Finance *finance);
/* 20年以内（運転資金は7年以内）, 基準利率1.30%（2016年7月現在） and the like: what is stated of its
   terms, a line each. Returns how many. */
enum { FINANCE_TERMS_MOST = 3 };
size_t words_finance_terms(Arena *arena, const Finance *finance,
                           const char *out[FINANCE_TERMS_MOST]);
/* 資金; 保証; 保険. What a loan, guarantee or insurance is headed with. Static. */
const char *words_finance_kind(FinanceKind kind);

/*
 * All that it costs or gives, on one line: 無料; 補助率2/3、上限140万円; several parted by ／.
 * More than a year after the edition as of then: 2016年12月時点 無料.
 */
const char *words_money(Arena *arena, const Edition *edition, const Program *program, Date as_of);

/* 2017年1月27日（平成29年）金曜日. */
const char *words_day(Arena *arena, Date day);
/* あと38日; 本日が期限; 5日超過. */
const char *words_time_left(Arena *arena, Date due, Date as_of);

/* Basis points as the source prints them: 1.30%, 0.9%. */
const char *words_percent(Arena *arena, int basis_points);

/* The fee as the source words it (several lines where it sets parts off), in English behind its
   kind; 記載なし. */
const char *words_cost(Arena *arena, const Cost *cost);
/* Whether the source only points to another place on its slide (下記の通り). */
bool words_cost_is_elsewhere(const Cost *cost);
/* Whether words_cost has said it all: one price for everybody, in the source's own words. */
bool words_cost_says_all(const Cost *cost);
/* 初回相談  無料／30分まで: one fee with what and whom it is for. */
const char *words_cost_part(Arena *arena, const CostOption *option);
/* 21,600円〜78,700円（場合による）: of more fees than are listed; "" when no amount is stated. */
enum { COST_OPTIONS_LISTED = 3 };
const char *words_cost_range(Arena *arena, const CostOptions *options);
/* 無料; 32,400円; 10,800円（税込）〜; 10,000円（税抜）／30分; 記載なし. */
const char *words_cost_option(Arena *arena, const CostOption *option);

/* 03-3581-1101（内線 3823）; 0570-057-222（ナビダイヤル・通話料有料）; FAX 03-…. */
const char *words_phone(Arena *arena, const Phone *phone);

/* 2016年12月版. */
const char *words_edition(Arena *arena, const Edition *edition);
/* 2016年12月版（9年11か月前）, or in a short form where room is scarce: 2016.12版 9年前. */
const char *words_edition_line(Arena *arena, const Edition *edition, Date as_of, bool brief);

/* "a, b" of the names of things; of one alone that one, "" is none. */
const char *words_joined(Arena *arena, const char *before, const char *name);

/* The name to show first: the Japanese one, or the English one in English. */
const char *words_program_name(const Program *program);
const char *words_program_summary(const Program *program);
const char *words_provider_name(const Provider *provider);
/* In English the abbreviation where the name ends in one: Japan … Organization (JETRO). */
const char *words_provider_short(Arena *arena, const Provider *provider);
const char *words_country_name(const Country *country);
const char *words_region_name(const Country *country);
/* `known` may be NULL: then the name as printed. */
const char *words_city_name(const City *known, const char *printed);
const char *words_event_name(const Occasion *event);
/* 熊本; 米国: the town at home, the country (as printed) abroad. */
const char *words_event_place(Arena *arena, const Catalogue *catalogue, const Occasion *event);
const char *words_step_title(const Step *step);
const char *words_need_title(const Need *need);

#endif
