/* Words, for a key that removes one: not a dictionary's, but what the eye takes for a run. */
#ifndef KAIRO_TEXT_WORD_H
#define KAIRO_TEXT_WORD_H

#include "base/str.h"

/*
 * Bytes of the last word of a line, the blanks after it included (all of them when there is
 * nothing else). A word is a run of letters and digits; of Japanese, a run of one script:
 * kanji, hiragana, katakana (海外展示会|での|ブース); or a run of signs.
 * It begins at a cluster's edge. 0 only for an empty line.
 */
size_t text_last_word(Str line);

#endif
