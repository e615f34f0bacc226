/*
 * UTF-8 inside src/text: small enough to inline into every scanning loop. Others use
 * text_decode and text_encode of width.h.
 */
#ifndef KAIRO_TEXT_UTF8_H
#define KAIRO_TEXT_UTF8_H

#include "base/str.h"

#include <stdint.h>

enum { RUNE_REPLACEMENT = 0xFFFD, RUNE_LAST = 0x10FFFF };

static inline bool utf8_follows(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/*
 * Decodes the code point at the front of `len` > 0 bytes, strictly (Unicode, table 3-7).
 * Returns its bytes; 1 and U+FFFD for a byte that starts no whole, shortest sequence.
 * Sets *stray when that happened, and leaves it alone otherwise.
 */
static inline size_t utf8_next(const char *at, size_t len, uint32_t *rune, bool *stray) {
    const unsigned char *p = (const unsigned char *)at;
    if (p[0] < 0x80) {
        *rune = p[0];
        return 1;
    }
    if (p[0] >= 0xE0 && p[0] <= 0xEF && len >= 3 && utf8_follows(p[1]) && utf8_follows(p[2])) {
        uint32_t r = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        if (r >= 0x800 && (r < 0xD800 || r > 0xDFFF)) {
            *rune = r;
            return 3;
        }
    } else if (p[0] >= 0xC2 && p[0] <= 0xDF && len >= 2 && utf8_follows(p[1])) {
        *rune = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        return 2;
    } else if (p[0] >= 0xF0 && p[0] <= 0xF4 && len >= 4 && utf8_follows(p[1]) &&
               utf8_follows(p[2]) && utf8_follows(p[3])) {
        uint32_t r =
            (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        if (r >= 0x10000 && r <= RUNE_LAST) {
            *rune = r;
            return 4;
        }
    }
    *rune = RUNE_REPLACEMENT;
    *stray = true;
    return 1;
}

/* Bytes at the front that are printable ASCII, counted eight at a time: a lower bound. */
static inline size_t utf8_plain_ascii(const char *at, size_t len) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    size_t n = 0;
    for (; n + 8 <= len; n += 8) {
        uint64_t word;
        memcpy(&word, at + n, sizeof word);
        uint64_t control = (word - ones * 0x20) | (word + ones); /* below 0x20, or 0x7F */
        if (((word | control) & high) != 0)
            break;
    }
    return n;
}

#endif
