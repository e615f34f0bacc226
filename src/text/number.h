/* Numbers as people say them. */
#ifndef KAIRO_TEXT_NUMBER_H
#define KAIRO_TEXT_NUMBER_H

#include "base/arena.h"
#include "base/str.h"
#include "base/tr.h"

#include <stdint.h>

/*
 * Yen: 10,800円; 1,000万円; 7億2,000万円; 34億8,000万円; 1億5,432万1,000円 in Japanese,
 * ¥10,800 and ¥10,000,000 in English. 万 is used from 100,000 yen (10万円) up and only where
 * the amount is a whole number of 万, else plain digits: 32,400円. From 1億円 up the words are
 * used for every amount.
 */
const char *number_yen(Arena *arena, int64_t yen);

/* The same in a language that need not be the one in use. */
const char *number_yen_in(Arena *arena, int64_t yen, Lang lang);

/* 16,370: groups of three with ASCII commas. */
const char *number_grouped(Arena *arena, int64_t value);

/*
 * Reads an amount in yen as people type it: 1800000, 1,800,000, 180万, 180万円, 1億5,000万円,
 * 34.8億円, 3千万円, ¥1,800,000, full-width digits too, blanks anywhere. False and untouched for
 * anything else, negative numbers, parts of a yen, and overflow.
 */
bool number_parse_yen(Str text, int64_t *out);

#endif
