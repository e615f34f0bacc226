/* Grapheme clusters: what a reader takes for one character, and what is never split. */
#ifndef KAIRO_TEXT_CLUSTER_H
#define KAIRO_TEXT_CLUSTER_H

#include "base/str.h"
#include "text/width.h"

/*
 * Bytes of the first cluster (0 only for an empty text). Extended grapheme clusters of
 * UAX #29 as far as cells allow: what takes a cell of its own (spacing marks of Indic
 * scripts, old Hangul written apart) is a cluster, whatever takes none is part of the one
 * before. One of ﾞ and ﾟ belongs to the half-width kana before it, so that a cluster never
 * takes more than two cells.
 */
size_t text_cluster(Str text);

/*
 * The quick way through ordinary text: bytes of the first cluster when it is one code point
 * of one or two cells, with that code point and its cells; 0 when it may be anything else.
 */
size_t text_cluster_plain(Str text, Ambiguous ambiguous, uint32_t *rune, int *cells);

/* Bytes of the last cluster: what Backspace removes. */
size_t text_last_cluster(Str text);

/* The longest run of whole clusters from the front that fits `cells`. */
Str text_fit(Str text, int cells, Ambiguous ambiguous);

#endif
