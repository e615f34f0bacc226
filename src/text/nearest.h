/* "Did you mean": the nearest of the right words to a wrong one. */
#ifndef KAIRO_TEXT_NEAREST_H
#define KAIRO_TEXT_NEAREST_H

#include "base/str.h"

/*
 * The candidate with the smallest edit distance (insert, delete, replace, swap neighbours,
 * by code point, ASCII case ignored) to `word`; NULL when even that is more than a third of
 * the longer word plus one, or when the word is longer than 64 code points. A candidate that
 * starts with the word, or is started by it, wins at distance 1. Ties: the first. NULL for an
 * empty word.
 */
const char *text_nearest(Str word, Strings candidates);

#endif
