/*
 * The folding behind text_key, without its table: slow, by the book, the measure of the
 * fast way. Used for what the table does not hold, by make_tables.c and by the tests.
 */
#ifndef KAIRO_TEXT_KEY_FOLD_H
#define KAIRO_TEXT_KEY_FOLD_H

#include "base/arena.h"
#include "base/str.h"

/*
 * NFKC and case folding of libunistring, then each code point on its own: katakana to
 * hiragana, marks of length and dashes to "-", blanks and controls to " ", what is
 * invisible dropped. Blanks are neither joined nor trimmed yet. `text` must be UTF-8.
 */
Str key_fold(Arena *arena, Str text);

#endif
