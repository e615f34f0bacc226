/*
 * Text for a terminal or charset that cannot show all of Unicode: substitutes that a
 * reader understands (① (1), ～ ~, ％ %, （ (, ・ /, … ..., full-width ASCII its ASCII,
 * kana as Hepburn romaji, counters after a number: 1,000万円 is 1,000 man yen, 2016年12月 is
 * 2016-12) and "?" for what has none. Line feeds stay. Returns `text` itself when it is
 * printable ASCII already.
 */
#ifndef KAIRO_TEXT_ASCII_H
#define KAIRO_TEXT_ASCII_H

#include "base/arena.h"
#include "base/str.h"

Str text_to_ascii(Arena *arena, Str text);

#endif
