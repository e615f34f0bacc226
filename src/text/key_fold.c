/* See key_fold.h. */
#include "text/key_fold.h"

#include "base/bug.h"
#include "text/utf8.h"
#include "text/width.h"

#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>

static bool is_dash(uint32_t rune) {
    return rune == 0x30FC || rune == 0x2212 || rune == 0x2500 || rune == 0x2501 || rune == 0x2043 ||
           rune == 0xFE58 || (rune >= 0x2010 && rune <= 0x2015);
}

/* One code point of NFKC text, folded further; 0 for nothing. */
static uint32_t fold_rune(uint32_t rune) {
    if ((rune >= 0x30A1 && rune <= 0x30F6) || rune == 0x30FD || rune == 0x30FE)
        return rune - 0x60; /* katakana to hiragana, ヽヾ to ゝゞ */
    if (is_dash(rune))
        return '-';
    if (rune == 0x301C)
        return '~'; /* 〜; NFKC has made the other wave, ～, one already */
    if (uc_is_property_default_ignorable_code_point(rune))
        return 0;
    if (uc_is_property_white_space(rune) || uc_is_general_category(rune, UC_CONTROL))
        return ' ';
    return rune;
}

Str key_fold(Arena *arena, Str text) {
    if (text.len == 0)
        return text;
    size_t len = 0, used = 0;
    uint8_t *folded =
        u8_casefold((const uint8_t *)text.at, text.len, NULL, UNINORM_NFKC, NULL, &len);
    if (folded == NULL)
        bug_no_memory();
    char *out = arena_alloc(arena, len + 1);
    bool stray = false;
    for (size_t at = 0; at < len;) {
        uint32_t rune;
        at += utf8_next((const char *)folded + at, len - at, &rune, &stray);
        rune = fold_rune(rune);
        if (rune != 0)
            used += text_encode(rune, out + used);
    }
    free(folded);
    return str_n(out, used);
}
