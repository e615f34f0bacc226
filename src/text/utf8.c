/* The public faces of utf8.h; declared in width.h. */
#include "text/utf8.h"

#include "text/width.h"

size_t text_decode(Str text, uint32_t *rune) {
    bool stray = false;
    return text.len == 0 ? 0 : utf8_next(text.at, text.len, rune, &stray);
}

size_t text_encode(uint32_t rune, char out[4]) {
    if (rune > RUNE_LAST || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = RUNE_REPLACEMENT;
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    size_t bytes = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = bytes - 1; i > 0; i--, rune >>= 6)
        out[i] = (char)(0x80 | (rune & 0x3F));
    out[0] = (char)(lead[bytes] | rune);
    return bytes;
}
