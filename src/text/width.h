/*
 * The one authority on how many cells text takes. Layout, painting and, through the
 * wcwidth() that the terminal edge exports, ncurses all ask here, so they always agree.
 *
 * Narrow mode is libunistring's uc_width(c, "UTF-8"). Wide mode is that, plus two cells for
 * the A (ambiguous) class of Unicode's EastAsianWidth.txt where the character takes a cell at all
 * (generated table, rune_table.c). libunistring's own "EUC-JP" mode is not it: it widens ë and ✓
 * too.
 */
#ifndef KAIRO_TEXT_WIDTH_H
#define KAIRO_TEXT_WIDTH_H

#include "base/str.h"

#include <stdint.h>

/* How many cells the terminal gives ambiguous characters (※ ① ○ → ─ é). */
typedef enum Ambiguous { AMBIGUOUS_NARROW = 1, AMBIGUOUS_WIDE = 2 } Ambiguous;

/* Cells of one code point: 0 (marks, variation selectors), 1 or 2; -1 for controls. */
int text_rune_width(uint32_t rune, Ambiguous ambiguous);

/*
 * Cells of one cluster (cluster.h): its widest code point. ﾞ and ﾟ after a half-width kana add
 * theirs, and so does the second letter of a flag. 1 or 2 for clusters of clean text.
 */
int text_cluster_width(Str cluster, Ambiguous ambiguous);

/* Cells of a whole string. Controls and stray bytes count as what text_clean makes of them. */
int text_width(Str text, Ambiguous ambiguous);

/*
 * Decodes the first code point. Returns its bytes (0 only for an empty text); a stray or
 * overlong byte is one byte and U+FFFD.
 */
size_t text_decode(Str text, uint32_t *rune);

/* Writes UTF-8; returns the bytes, 1 to 4. What is no code point is written as U+FFFD. */
size_t text_encode(uint32_t rune, char out[4]);

#endif
