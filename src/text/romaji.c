/*
 * A table of single kana, and rules for small ones: they replace the vowel of the kana
 * before them (キョ kyo, シェ she, フォ fo, ティ ti), or lengthen it (まぁ maa).
 */
#include "text/romaji.h"

enum { FIRST_KANA = 0x3041, LAST_KANA = 0x3096, LONG_MARK = 0x30FC, SYLLABLE_BYTES = 8 };

/* From ぁ to ゖ. */
static const char table[][4] = {
    "a",  "a",  "i",   "i",  "u",   "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go",  "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", "tsu", "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi",  "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me",  "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa",  "wa", "i",   "e",   "o",  "n",   "vu", "ka", "ka",
};
_Static_assert(COUNT_OF(table) == LAST_KANA - FIRST_KANA + 1, "one reading per kana");

static uint32_t to_hiragana(uint32_t rune) {
    return rune >= 0x30A1 && rune <= 0x30F6 ? rune - 0x60 : rune;
}

bool rune_is_kana(uint32_t rune) {
    uint32_t kana = to_hiragana(rune);
    return (kana >= FIRST_KANA && kana <= LAST_KANA) || (rune >= 0x30F7 && rune <= 0x30FA) ||
           rune == LONG_MARK;
}

/* "" for anything else. */
static const char *reading(uint32_t rune) {
    static const char *const with_v[] = {"va", "vi", "ve", "vo"}; /* ヷ to ヺ */
    if (rune >= 0x30F7 && rune <= 0x30FA)
        return with_v[rune - 0x30F7];
    uint32_t kana = to_hiragana(rune);
    return kana >= FIRST_KANA && kana <= LAST_KANA ? table[kana - FIRST_KANA] : "";
}

static bool is_vowel(char letter) {
    return letter != '\0' && strchr("aiueo", letter) != NULL;
}

/* The letter a small kana brings: ゃ a, ぃ i; 0 for other kana. */
static char small_vowel(uint32_t kana) {
    switch (kana) {
    case U'ぁ':
        return 'a';
    case U'ぃ':
        return 'i';
    case U'ぅ':
        return 'u';
    case U'ぇ':
        return 'e';
    case U'ぉ':
        return 'o';
    default:
        return '\0';
    }
}

static char small_glide(uint32_t kana) {
    switch (kana) {
    case U'ゃ':
        return 'a';
    case U'ゅ':
        return 'u';
    case U'ょ':
        return 'o';
    default:
        return '\0';
    }
}

static bool is_te_or_de(uint32_t kana) {
    return kana == U'て' || kana == U'で';
}

/* Whether a small vowel takes the place of the vowel before it. */
static bool replaces(uint32_t kana, char last, char vowel) {
    return (last == 'u' && vowel != 'u') || (last == 'i' && vowel == 'e') ||
           (is_te_or_de(kana) && vowel == 'i') ||
           ((kana == U'と' || kana == U'ど') && vowel == 'u');
}

/* What joins the consonant to the new vowel: kyo, kwa, ye, but sho. */
static const char *joint(uint32_t kana, char last, const char *consonant, bool glide) {
    size_t len = strlen(consonant);
    bool palatal = len > 0 && (consonant[len - 1] == 'h' || consonant[0] == 'j');
    if (!glide && last == 'u')
        return len == 0 ? "w" : kana == U'く' || kana == U'ぐ' ? "w" : "";
    if (!glide && last != 'i')
        return "";
    return palatal ? "" : "y";
}

/* One kana and the small one that belongs to it; returns the code points read. */
static size_t syllable(const uint32_t *runes, char out[SYLLABLE_BYTES]) {
    snprintf(out, SYLLABLE_BYTES, "%s", reading(runes[0]));
    size_t len = strlen(out);
    if (len == 0)
        return 1;
    uint32_t kana = to_hiragana(runes[0]), small = to_hiragana(runes[1]);
    char last = out[len - 1], vowel = small_vowel(small), glide = small_glide(small);
    bool glides = glide != '\0' &&
                  ((last == 'i' && len > 1) || is_te_or_de(kana) || kana == U'ふ' || kana == U'ゔ');
    if (vowel != '\0' && last == vowel) {
        out[len] = vowel;
        out[len + 1] = '\0';
        return 2;
    }
    if (!glides && (vowel == '\0' || !replaces(kana, last, vowel)))
        return 1;
    out[len - 1] = '\0';
    const char *between = joint(kana, last, out, glides);
    snprintf(out + len - 1, SYLLABLE_BYTES - len + 1, "%s%c", between, glides ? glide : vowel);
    return 2;
}

/* っ doubles the consonant after it, t before ch; elsewhere it is not heard. */
static void add_double(Buf *out, const uint32_t *next) {
    char after[SYLLABLE_BYTES];
    syllable(next, after);
    if (after[0] != '\0' && !is_vowel(after[0]))
        buf_byte(out, after[0] == 'c' ? 't' : after[0]);
}

/* ん parted from a vowel, so that んあ is not な. */
static void add_n(Buf *out, const uint32_t *next) {
    char after[SYLLABLE_BYTES];
    syllable(next, after);
    buf_text(out, is_vowel(after[0]) || after[0] == 'y' ? "n'" : "n");
}

size_t romaji_add(Buf *out, const uint32_t *runes) {
    uint32_t kana = to_hiragana(runes[0]);
    if (kana == LONG_MARK) {
        bool vowel = out->len > 0 && is_vowel(out->at[out->len - 1]);
        buf_byte(out, vowel ? out->at[out->len - 1] : '-');
        return 1;
    }
    if (kana == U'っ') {
        add_double(out, runes + 1);
        return 1;
    }
    if (kana == U'ん') {
        add_n(out, runes + 1);
        return 1;
    }
    char text[SYLLABLE_BYTES];
    size_t read = syllable(runes, text);
    buf_text(out, text);
    return read;
}
