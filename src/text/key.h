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

/* The bytes of the text that one byte of its key stands for: from `from` up to `to`. */
typedef struct KeyOrigin {
    size_t from, to;
} KeyOrigin;

typedef struct KeyMap {
    Str key;           /* as text_key gives it */
    KeyOrigin *origin; /* one for each byte of the key, none before the one in front of it */
} KeyMap;

/*
 * The key and the way back to the text, to mark there what was found in the key: the match of
 * key bytes a to b (b > a) is the text from origin[a].from to origin[b - 1].to. Ends lie between
 * code points. Dearer than text_key: for what is shown, not for what is searched.
 */
KeyMap text_key_map(Arena *arena, Str text);

/* Whether two texts have the same key. */
bool text_same_key(Str a, Str b);

#endif
