/*
 * A character that begins no word is passed over by one bit; for the others the words are
 * sorted and none begins another, so only the last one not after the text can be there.
 */
#include "query/needles.h"

#include "text/key.h"

enum { FRONT_BITS = 1 << 14, FRONT_WORDS = FRONT_BITS / 64 };

static int compare(Str a, Str b) {
    int order = memcmp(a.at, b.at, MIN_OF(a.len, b.len));
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_items(const void *a, const void *b) {
    return compare(*(const Str *)a, *(const Str *)b);
}

/* The bytes of the character that begins with `lead`, as far as it tells. */
static size_t character_bytes(unsigned char lead) {
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static size_t front_of(Str text) {
    size_t bytes = MIN_OF(character_bytes((unsigned char)text.at[0]), text.len);
    uint32_t hash = 0;
    for (size_t i = 0; i < bytes; i++)
        hash = hash * 31 + (unsigned char)text.at[i];
    return hash % FRONT_BITS;
}

Needles needles_make(Arena *arena, Strings words) {
    Str *keys = arena_new(arena, Str, words.count + 1);
    uint64_t *fronts = arena_new(arena, uint64_t, FRONT_WORDS);
    size_t given = 0, count = 0;
    for (size_t i = 0; i < words.count; i++) {
        Str key = text_key(arena, str(words.at[i]));
        if (key.len > 0)
            keys[given++] = key;
    }
    if (given > 0)
        qsort(keys, given, sizeof *keys, compare_items);
    for (size_t i = 0; i < given; i++) {
        if (count > 0 && str_starts(keys[i], keys[count - 1]))
            continue;
        keys[count++] = keys[i];
        size_t front = front_of(keys[i]);
        fronts[front / 64] |= UINT64_C(1) << front % 64;
    }
    return (Needles){keys, count, fronts};
}

/* The word at the front of the text, or NULL. */
static const Str *needle_at(const Needles *needles, Str text) {
    size_t low = 0, high = needles->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(needles->at[middle], text) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low > 0 && str_starts(text, needles->at[low - 1]);
    return found ? &needles->at[low - 1] : NULL;
}

bool needles_find(const Needles *needles, Str text, size_t from, size_t *at, size_t *len) {
    if (needles->count == 0)
        return false;
    while (from < text.len) {
        Str rest = str_skip(text, from);
        size_t front = front_of(rest);
        bool may = (needles->fronts[front / 64] >> front % 64 & 1) != 0;
        const Str *needle = may ? needle_at(needles, rest) : NULL;
        if (needle != NULL) {
            *at = from;
            *len = needle->len;
            return true;
        }
        from += character_bytes((unsigned char)text.at[from]);
    }
    return false;
}
