/*
 * Finding a spelling. What the two may differ in, from left to right:
 *   - the text lengthens a vowel, the word does not say so (tokyo, To-Kyo-);
 *   - the word lengthens one where the text begins another word with that vowel;
 *   - n before a vowel or y: な or んあ (kinen: KiNeN, KiNEN), and nna: んな or んあ;
 *   - points, which are for finding the beginning only;
 *   - the unfinished end, before which the text may have っ (gak, GaQKo-).
 */
#include "query/spelling.h"

static bool is_small(char letter) {
    return letter >= 'a' && letter <= 'z';
}

static char to_small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

/* Past the points, which say nothing to who compares. */
static const char *skip_points(const char *text) {
    while (*text == '.')
        text++;
    return text;
}

static const char *skip_length(const char *text) {
    while (*text == '-' || *text == '.')
        text++;
    return text;
}

/* The end of the match when what follows may be the unfinished syllable, else NULL. */
static const char *match_ending(const Spelling *spelling, const char *text) {
    if (spelling->endings[0] == NULL)
        return text;
    text = skip_length(text);
    const char *doubled = text[0] == 'Q' ? skip_points(text + 1) : text;
    for (size_t i = 0; spelling->endings[i] != NULL; i++) {
        const char *ending = spelling->endings[i];
        const char *at = doubled[0] == ending[0] ? doubled : text;
        while (*ending != '\0' && *skip_points(at) == *ending) {
            at = skip_points(at) + 1;
            ending++;
        }
        if (*ending == '\0')
            return at;
    }
    return NULL;
}

/* Whether the syllable at `text` is a vowel that lengthens the one before it. */
static bool begins_with_same(const char *text, char vowel) {
    char next = to_small(text[0]);
    return text[0] != next && vowel != '\0' && (next == vowel || (vowel == 'o' && next == 'u'));
}

/* Whether the word goes on with a syllable after n where the text begins one after ん. */
static bool is_after_n(char small, char capital) {
    return is_small(small) && !is_small(capital) && to_small(capital) == small;
}

/* The end of the match of the whole spelling at `text`, or NULL. `text` is NUL-terminated. */
static const char *match_at(const Spelling *spelling, const char *text) {
    const char *word = spelling->body;
    char vowel = '\0', before = '\0'; /* the last vowel, and the last letter, of the text */
    while (*word != '\0') {
        text = skip_points(text);
        bool after_n = before == 'N' && word > spelling->body && word[-1] == 'N';
        if (*word == *text) {
            vowel = *word == '-' ? vowel : to_small(*word);
            word++;
        } else if (*word == '-' && begins_with_same(text, vowel)) {
            word++;
        } else if (after_n && is_after_n(*word, *text)) {
            vowel = *word++;
        } else if (after_n && *word == 'N' && is_after_n(word[1], *text)) {
            vowel = word[1];
            word += 2;
        } else if (*text != '-' || word == spelling->body) {
            return NULL;
        }
        before = *text++;
    }
    return match_ending(spelling, text);
}

/* Bytes of the first syllable, which must stand in the text as it is. */
static size_t sure_bytes(const char *body) {
    size_t len = 1;
    while (is_small(body[len]))
        len++;
    return len;
}

bool spelling_find(const Spelling *spelling, Str text, size_t from, size_t *at, size_t *len) {
    size_t sure = sure_bytes(spelling->body);
    while (from < text.len) {
        const char *found = memmem(text.at + from, text.len - from, spelling->body, sure);
        if (found == NULL)
            return false;
        bool within = found > text.at && found[-1] == '.';
        const char *end = within ? NULL : match_at(spelling, found);
        if (end != NULL) {
            *at = (size_t)(found - text.at);
            *len = (size_t)(end - found);
            return true;
        }
        from = (size_t)(found - text.at) + 1;
    }
    return false;
}
