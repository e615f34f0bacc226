/* See synonyms.h. */
#include "query/synonyms.h"

#include "query/word_list.h"
#include "text/key.h"

extern const unsigned char synonyms_txt[];
extern const size_t synonyms_txt_bytes;

/* ---- reading the list ---- */

static const char *spell(Arena *arena, Str reading) {
    Spelling spelling;
    return spelling_of_kana(arena, text_key(arena, reading), &spelling) ? spelling.body : "";
}

/* An underscore stands for a blank within a word. */
static const char *meant_word(Arena *arena, Str field) {
    char *word = arena_copy(arena, field);
    for (char *at = word; (at = strchr(at, '_')) != NULL;)
        *at = ' ';
    return word;
}

static Strings take_meant(Arena *arena, Str line) {
    const char **words = NULL;
    size_t count = 0, room = 0;
    for (Str field; (field = word_list_field(&line)).len > 0;) {
        words = arena_grow(arena, words, count, &room, sizeof *words);
        words[count++] = meant_word(arena, field);
    }
    return (Strings){words, count};
}

Synonyms synonyms_load(Arena *arena) {
    Synonym *items = NULL;
    size_t count = 0, room = 0;
    for (Str rest = str_n((const char *)synonyms_txt, synonyms_txt_bytes); rest.len > 0;) {
        Str line = word_list_line(&rest), word = word_list_field(&line);
        if (word.len == 0)
            continue;
        items = arena_grow(arena, items, count, &room, sizeof *items);
        Synonym *item = &items[count++];
        item->word = text_key(arena, word);
        item->reading = spell(arena, word_list_field(&line));
        item->meant = take_meant(arena, line);
    }
    return (Synonyms){items, count};
}

/* ---- looking up ---- */

/* The whole of it, with what romaji may leave away. */
static bool is_read_so(const SearchWord *word, const char *reading) {
    size_t at, len;
    return word->spelled && word->spelling.endings[0] == NULL && !is_absent(reading) &&
           spelling_find(&word->spelling, str(reading), 0, &at, &len) && at == 0 &&
           reading[len + strspn(reading + len, "-")] == '\0';
}

/* subsidies: subsidy, exhibitions: exhibition; "" for what is no English word of many. */
static Str singular_of(Arena *arena, Str key) {
    enum { LEAST = 5 };
    bool letters = strspn(key.at, "abcdefghijklmnopqrstuvwxyz") >= key.len;
    if (key.len < LEAST || !letters || key.at[key.len - 1] != 's' || key.at[key.len - 2] == 's')
        return str("");
    if (str_equal(str_skip(key, key.len - 3), str("ies")))
        return str(arena_printf(arena, "%.*sy", (int)(key.len - 3), key.at));
    return str(arena_copy(arena, str_n(key.at, key.len - 1)));
}

Needles synonyms_meant(Synonyms synonyms, Arena *arena, const SearchWord *word) {
    const char **words = NULL;
    size_t count = 0, room = 0;
    Str singular = word->phrase ? str("") : singular_of(arena, word->key);
    if (singular.len > 0) {
        words = arena_grow(arena, words, count, &room, sizeof *words);
        words[count++] = singular.at;
    }
    for (size_t i = 0; i < synonyms.count && !word->phrase; i++) {
        const Synonym *synonym = &synonyms.at[i];
        if (!str_equal(synonym->word, word->key) && !is_read_so(word, synonym->reading) &&
            !(singular.len > 0 && str_equal(synonym->word, singular)))
            continue;
        for (size_t k = 0; k < synonym->meant.count; k++) {
            words = arena_grow(arena, words, count, &room, sizeof *words);
            words[count++] = synonym->meant.at[k];
        }
    }
    return count == 0 ? (Needles){.count = 0} : needles_make(arena, (Strings){words, count});
}
