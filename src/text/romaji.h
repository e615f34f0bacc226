/* Kana in the letters of revised Hepburn, ASCII only. Used by text_to_ascii. */
#ifndef KAIRO_TEXT_ROMAJI_H
#define KAIRO_TEXT_ROMAJI_H

#include "base/buf.h"

#include <stdint.h>

/* Hiragana and katakana with a reading of their own, and ー. */
bool rune_is_kana(uint32_t rune);

/*
 * Appends the syllable at runes[0], kana all; the array ends with 0. Returns the code
 * points read, at least 1. ジェ je, っと tto, んあ n'a, ー the vowel before it again.
 */
size_t romaji_add(Buf *out, const uint32_t *runes);

#endif
