/*
 * Finding a spelling. What the two may differ in, from left to right:
 *   - the text lengthens a vowel, the word does not say so (tokyo, To-Kyo-);
 *   - the word lengthens one where the text begins another word with that vowel;
 *   - n before a vowel or y: な or んあ (kinen: KiNeN, KiNEN), and nna: んな or んあ;
 *   - the unfinished end, before which the text may have っ (gak, GaQKo-).
 */
#include "query/spelling.h"

static bool is_small(char letter) {
    return letter >= 'a' && letter <= 'z';
}

static char to_small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

static const char *skip_length(const char *text) {
    while (*text == '-')
        text++;
    return text;
}

/* The end of the match when what follows may be the unfinished syllable, else NULL. */
static const char *match_ending(const Spelling *spelling, const char *text) {
    if (spelling->endings[0] == NULL)
        return text;
    text = skip_length(text);
    for (size_t i = 0; spelling->endings[i] != NULL; i++) {
        const char *ending = spelling->endings[i];
        const char *at = text[0] == 'Q' && text[1] == ending[0] ? text + 1 : text;
        size_t len = strlen(ending);
        if (strncmp(at, ending, len) == 0)
            return at + len;
    }
    return NULL;
}

/* Whether the syllable at `text` is a vowel that lengthens the one before it. */
static bool begins_with_same(const char *text, char vowel) {
    char next = to_small(text[0]);
    return text[0] != next && vowel != '\0' && (next == vowel || (vowel == 'o' && next == 'u'));
}

/* The end of the match of the whole spelling at `text`, or NULL. `text` is NUL-terminated. */
static const char *match_at(const Spelling *spelling, const char *text) {
    char vowel = '\0'; /* the last one matched */
    for (const char *word = spelling->body; *word != '\0';) {
        bool after_n = word > spelling->body && word[-1] == 'N' && text[-1] == 'N';
        if (*word == *text) {
            if (*word != '-')
                vowel = *word == 'N' || *word == 'Q' ? '\0' : to_small(*word);
            word++, text++;
        } else if (*text == '-' && word > spelling->body) {
            text++;
        } else if (*word == '-' && begins_with_same(text, vowel)) {
            word++, text++;
        } else if (after_n && is_small(*word) && *text != *word && to_small(*text) == *word) {
            vowel = *word;
            word++, text++;
        } else if (after_n && *word == 'N' && is_small(word[1]) && !is_small(*text) &&
                   to_small(*text) == word[1]) {
            vowel = word[1];
            word += 2, text++;
        } else {
            return NULL;
        }
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
        const char *end = match_at(spelling, found);
        if (end != NULL) {
            *at = (size_t)(found - text.at);
            *len = (size_t)(end - found);
            return true;
        }
        from = (size_t)(found - text.at) + 1;
    }
    return false;
}
