/*
 * Optimal string alignment: the edit distance with swaps of neighbours, where no part is
 * edited twice. Three rows of the usual matrix are enough.
 */
#include "text/nearest.h"

#include "text/width.h"

enum { LONGEST = 64 };

typedef struct Word {
    uint32_t runes[LONGEST];
    size_t count;
} Word;

/* False when the text is longer than that. */
static bool word_read(Str text, Word *word) {
    word->count = 0;
    while (text.len > 0) {
        if (word->count == LONGEST)
            return false;
        uint32_t rune;
        text = str_skip(text, text_decode(text, &rune));
        if (rune >= 'A' && rune <= 'Z')
            rune += 'a' - 'A';
        word->runes[word->count++] = rune;
    }
    return true;
}

static bool starts_with(const Word *word, const Word *start) {
    return start->count > 0 && start->count <= word->count &&
           memcmp(word->runes, start->runes, start->count * sizeof *start->runes) == 0;
}

static size_t distance(const Word *a, const Word *b) {
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            bool same = a->runes[i - 1] == b->runes[j - 1];
            size_t least = MIN_OF(above[j], row[j - 1]) + 1;
            least = MIN_OF(least, above[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a->runes[i - 1] == b->runes[j - 2] &&
                a->runes[i - 2] == b->runes[j - 1])
                least = MIN_OF(least, before[j - 2] + 1);
            row[j] = least;
        }
    }
    return rows[a->count % 3][b->count];
}

const char *text_nearest(Str text, Strings candidates) {
    Word word, candidate;
    const char *nearest = NULL;
    size_t best = LONGEST + 1;
    if (!word_read(text, &word) || word.count == 0)
        return NULL;
    for (size_t i = 0; i < candidates.count; i++) {
        if (!word_read(str(candidates.at[i]), &candidate))
            continue;
        size_t edits = distance(&word, &candidate);
        if (starts_with(&word, &candidate) || starts_with(&candidate, &word))
            edits = MIN_OF(edits, 1);
        if (edits < best && edits <= MAX_OF(word.count, candidate.count) / 3 + 1) {
            best = edits;
            nearest = candidates.at[i];
        }
    }
    return nearest;
}
