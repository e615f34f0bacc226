/* Many words looked for at once, in one pass over the text. */
#ifndef KAIRO_QUERY_NEEDLES_H
#define KAIRO_QUERY_NEEDLES_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

/* In the arena they were made in. */
typedef struct Needles {
    const Str *at; /* in the order of their bytes, none the beginning of another */
    size_t count;
    const uint64_t *fronts; /* bits: which first characters there are, hashed */
} Needles;

/* The keys of the words; one that begins with another is found by that already. */
Needles needles_make(Arena *arena, Strings words);

/* The first of them in `text` (a key) from `from` on; false when there is none. */
bool needles_find(const Needles *needles, Str text, size_t from, size_t *at, size_t *len);

#endif
