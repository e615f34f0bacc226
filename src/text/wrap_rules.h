/*
 * Where a paragraph may be broken, and how gladly. libunistring knows UAX #14; here is what
 * Japanese setting asks beyond it: numbers stay with their units, words and addresses stay
 * whole while they can, and small marks start no line.
 */
#ifndef KAIRO_TEXT_WRAP_RULES_H
#define KAIRO_TEXT_WRAP_RULES_H

#include "base/arena.h"
#include "base/str.h"
#include "text/width.h"

#include <stdint.h>

/* How a line may end before a code point, from worst to best. */
typedef enum Strength {
    BREAK_NEVER, /* inside a cluster */
    BREAK_UGLY,  /* the next line would start, or this one end, with what it must not */
    BREAK_SPLIT, /* inside a word or number */
    BREAK_SOFT,  /* inside a run that should stay whole but has a good place, as after "/" */
    BREAK_FREE,
} Strength;

enum { STRENGTHS = BREAK_FREE + 1 };

typedef struct ParaRune {
    uint32_t rune;
    int cells;    /* of all code points before this one */
    size_t at;    /* byte in the paragraph */
    Strength gap; /* before this one */
} ParaRune;

/* `count` code points and one more entry for the end, with rune 0 and a free gap. */
typedef struct Paragraph {
    ParaRune *runes;
    size_t count;
} Paragraph;

/* `text` without line feeds. */
Paragraph paragraph_read(Arena *arena, Str text, Ambiguous ambiguous);

/* A blank that hangs at the end of a line: U+0020 and U+3000. */
static inline bool rune_hangs(uint32_t rune) {
    return rune == ' ' || rune == 0x3000;
}

/* 、。」) and other marks that close or part. */
bool rune_is_closing(uint32_t rune);

#endif
