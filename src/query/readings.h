/*
 * How the words of the catalogue are read (data/readings.txt, carried inside the program), and
 * the spelling of whole texts made with it: 海外展示会 is KaIGaITeNZiKaI. Nothing is read
 * before the first search that needs it.
 */
#ifndef KAIRO_QUERY_READINGS_H
#define KAIRO_QUERY_READINGS_H

#include "query/spelling.h"
#include "text/key.h"

typedef struct Reading {
    Str word;             /* its key */
    const char *spelling; /* spelling.h */
    const char *other;    /* of its other reading; NULL when it has none */
    char vowel;           /* the last one of `spelling`; 0 when it ends in N */
} Reading;

/* In the order of the words' bytes. */
LIST_OF(Reading, Readings);

/* Reads them into the arena: some thousand allocations, so once. */
Readings readings_load(Arena *arena);

/* The longest word at the front of a key; NULL when there is none. */
const Reading *readings_longest(Readings readings, Str key);

/* Where each byte of a spelling comes from in the key; filled like KeyMap. */
typedef struct SpellingMap {
    Arena *arena;
    KeyOrigin *origin;
    size_t room;
} SpellingMap;

/*
 * Appends the spelling of a key to `out`: its kana and known words, a blank for all else; the
 * other readings of words after the whole, each for itself. A middle dot is no parting, it stands
 * inside of names. `map` may be NULL; else `out` must have been empty.
 */
void readings_spell(Readings readings, Str key, Buf *out, SpellingMap *map);

#endif
