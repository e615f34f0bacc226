/*
 * Text for a terminal or charset that cannot show all of Unicode: substitutes that a
 * reader understands (① (1), ～ ~, ％ %, （ (, ・ /, … ..., full-width ASCII its ASCII,
 * kana as Hepburn romaji) and "?" for what has none.
 */
#ifndef KAIRO_TEXT_ASCII_H
#define KAIRO_TEXT_ASCII_H

#include "base/arena.h"
#include "base/str.h"

Str text_to_ascii(Arena *arena, Str text);

#endif
