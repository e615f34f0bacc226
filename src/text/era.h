/*
 * Dates as people write them in Japan, both ways.
 *
 * Eras: 明治 M, 大正 T, 昭和 S (to 1989-01-07), 平成 H (1989-01-08 to 2019-04-30),
 * 令和 R (from 2019-05-01). 元年 is year 1. Reading accepts a year past the end of its era
 * (平成32年 is 2020), because documents were written before the change was known, but no day
 * before its beginning. 明治 begins on 1868-01-25 for reading; for printing, years count only
 * from 1873, when Japan took over today's calendar.
 */
#ifndef KAIRO_TEXT_ERA_H
#define KAIRO_TEXT_ERA_H

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"

/*
 * Reads 平成28年12月, 平成28年12月14日, 令和元年5月1日, H28.12.14, h28/12/14, 平28.12,
 * 2016年12月14日, 2016-12-14, 2016/12/14, 2016.12, 2016年; digits and punctuation may be
 * full-width or kanji (平成二十八年, 二〇一六年), spaces are ignored. False and untouched when it
 * is none of these or no real day.
 */
bool era_parse(Str text, Date *out);

/* As people type in a plan: all of the above, and 1/27 or 1月27日 (the next such day not
 * before `today`), +3d, +2w, +1m, 今日, 明日, today, tomorrow. */
bool era_parse_due(Str text, Date today, Date *out);

/*
 * 平成28年12月14日; 平成28年12月; 令和元年; before 明治6年 (1873) as 1872年12月31日. A month or
 * year in which the era changed has the later one.
 */
const char *era_print(Arena *arena, Date date);

/* 2016年12月14日 in Japanese, 14 December 2016 in English (the language of base/tr.h). */
const char *date_print_long(Arena *arena, Date date);

/* 2016年12月14日（平成28年） in Japanese; as date_print_long in English. */
const char *date_print_both(Arena *arena, Date date);

/* 12/14; 12月 or Dec for a month, 2016年 or 2016 for a year. ASCII digits. */
const char *date_print_short(Arena *arena, Date date);

/* 月 to 日; Mon to Sun in English. Static. */
const char *date_weekday_name(Date date);

#endif
