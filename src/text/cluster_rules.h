/* The code points that make clusters and take cells: shared by cluster, clean and width. */
#ifndef KAIRO_TEXT_CLUSTER_RULES_H
#define KAIRO_TEXT_CLUSTER_RULES_H

#include <stdbool.h>
#include <stdint.h>

enum { RUNE_ZWJ = 0x200D, RUNE_KEYCAP = 0x20E3 };

/* ｦ to ﾝ without ｰ. */
static inline bool rune_is_half_kana(uint32_t rune) {
    return rune >= 0xFF66 && rune <= 0xFF9D && rune != 0xFF70;
}

/* ﾞ and ﾟ: one cell each, yet part of the half-width kana before them. */
static inline bool rune_is_half_mark(uint32_t rune) {
    return rune == 0xFF9E || rune == 0xFF9F;
}

/* Regional indicators; two of them are a flag. */
static inline bool rune_is_flag_letter(uint32_t rune) {
    return rune >= 0x1F1E6 && rune <= 0x1F1FF;
}

static inline bool rune_is_skin_tone(uint32_t rune) {
    return rune >= 0x1F3FB && rune <= 0x1F3FF;
}

#endif
