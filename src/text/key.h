/*
 * One key form for everything that is compared or searched: NFKC, case folded, katakana to
 * hiragana, long marks and dashes unified, variation selectors dropped, runs of blanks to
 * one space, ends trimmed. ＪＥＴＲＯ and jetro, ｼﾞｪﾄﾛ and ジェトロ give the same key.
 */
#ifndef KAIRO_TEXT_KEY_H
#define KAIRO_TEXT_KEY_H

#include "base/arena.h"
#include "base/str.h"

/* The key, in the arena, NUL-terminated UTF-8. */
Str text_key(Arena *arena, Str text);

/* Whether two texts have the same key. */
bool text_same_key(Str a, Str b);

#endif
