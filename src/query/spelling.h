/*
 * One spelling for kana and for every way people type them in Latin letters, so that both can
 * be compared byte by byte: tenjikai, tennjikai, tenzikai and てんじかい are all "TeNZiKaI".
 *
 * Every syllable begins with a capital and goes on in small letters, so that a match can only
 * begin where a syllable does:
 *   か Ka, しゃ Sya (sha), ち Ti (chi), つ Tu (tsu), ふ Fu (hu), じ ぢ Zi (ji, di), ヴ Bu;
 *   ティ Ti, ディ Zi, ファ Fa, シェ Sye, ウィ Wi, ツァ Tsa, クァ Kwa
 *   ん N, っ Q, a lengthened vowel - (ou, oo, ō and おー alike)
 * What is no kana parts words: a blank. Where the text is known to be within a word of kanji, a
 * point stands before the syllable, and no match begins there: hoken is not found in 情報研修
 * (Zyo.Ho-KeN.Syu-).
 *
 * Romaji may leave length away (tokyo finds とうきょう, toukyou does not find ときょ) and the
 * mark after n (kinen finds きんえん and きねん); its last syllable may be unfinished (tenjik).
 */
#ifndef KAIRO_QUERY_SPELLING_H
#define KAIRO_QUERY_SPELLING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

enum { SPELLING_ENDINGS_MOST = 4, SPELLING_LETTERS_MOST = 64 };

/* A word to be found. */
typedef struct Spelling {
    const char *body; /* never empty */
    /* How the unfinished syllable after it may begin; NULL after the last. */
    const char *endings[SPELLING_ENDINGS_MOST + 1];
} Spelling;

/*
 * A word of Latin letters, as text_key gives it. False for what cannot be romaji, for less
 * than two letters or one whole syllable, and for more than SPELLING_LETTERS_MOST bytes.
 */
bool spelling_of_romaji(Arena *arena, Str word, Spelling *out);

/* A word of kana only, as text_key gives it; at least two of them, and not too many. */
bool spelling_of_kana(Arena *arena, Str word, Spelling *out);

/* Finds the spelling in `text` (NUL-terminated) from `from` on. False when it is not there. */
bool spelling_find(const Spelling *spelling, Str text, size_t from, size_t *at, size_t *len);

/* ---- writing the text it is found in ---- */

typedef struct Speller {
    Buf *out;
    char vowel; /* that of the last syllable, which may be lengthened; 0 for none */
} Speller;

/* Whether the code point of a key is written by speller_kana. */
bool spelling_is_kana(uint32_t rune);

/* Writes the syllable at the front of `key`, a kana, with its length; returns the bytes read. */
size_t speller_kana(Speller *speller, Str key);

/* Parts what was written from what follows, unless it is parted already. */
void speller_part(Speller *speller);

#endif
