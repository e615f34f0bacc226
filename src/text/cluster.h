/* Grapheme clusters: what a reader takes for one character, and what is never split. */
#ifndef KAIRO_TEXT_CLUSTER_H
#define KAIRO_TEXT_CLUSTER_H

#include "base/str.h"
#include "text/width.h"

/*
 * Bytes of the first cluster (0 only for an empty text). Extended grapheme clusters of
 * UAX #29, plus one rule of our own: half-width ﾞ and ﾟ belong to the kana before them.
 */
size_t text_cluster(Str text);

/* Bytes of the last cluster: what Backspace removes. */
size_t text_last_cluster(Str text);

/* The longest run of whole clusters from the front that fits `cells`. */
Str text_fit(Str text, int cells, Ambiguous ambiguous);

#endif
