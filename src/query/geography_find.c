/*
 * Finding countries and cities. Names are few, so each is compared as the search compares its
 * texts: its key, and its kana as syllables for romaji; the words are the search's, too.
 */
#include "query/geography.h"

#include "query/readings.h"
#include "query/search_words.h"
#include "text/key.h"

enum { NAME_BYTES_MOST = 1024 };

/* ---- one word in one name ---- */

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Letters must begin a word; kanji and kana may stand anywhere. */
static bool begins_word(Str key, const char *found) {
    return !is_letter(*found) || found == key.at || !is_letter(found[-1]);
}

static bool has_key(Str key, Str word) {
    const char *end = key.at + key.len, *from = key.at;
    for (const char *found; (found = memmem(from, (size_t)(end - from), word.at, word.len)) != NULL;
         from = found + 1)
        if (begins_word(key, found))
            return true;
    return false;
}

/* "hochiminh" is Ho Chi Minh City. */
static bool begins_without_blanks(Str key, Str word) {
    size_t at = 0;
    for (size_t i = 0; i < key.len && at < word.len; i++) {
        if (key.at[i] == ' ')
            continue;
        if (key.at[i] != word.at[at++])
            return false;
    }
    return word.len > 0 && at == word.len;
}

static bool has_spelling(Str key, const Spelling *spelling) {
    Buf spelled;
    size_t at, len;
    buf_init(&spelled, NAME_BYTES_MOST);
    readings_spell((Readings){NULL, 0}, key, &spelled, NULL);
    bool found = spelled.len > 0 && spelling_find(spelling, buf_str(&spelled), 0, &at, &len);
    buf_release(&spelled);
    return found;
}

static bool has(Arena *arena, const char *name, const SearchWord *word) {
    Str key = text_key(arena, str(name));
    return has_key(key, word->key) || begins_without_blanks(key, word->key) ||
           (word->spelled && has_spelling(key, &word->spelling));
}

/* ---- the names of a thing ---- */

static bool country_has(Arena *arena, const Country *country, const SearchWord *word) {
    const char *const of[] = {country->name, country->name_en, country->reading,
                              country->id,   country->region,  country->region_en};
    for (size_t i = 0; i < COUNT_OF(of); i++)
        if (has(arena, of[i], word))
            return true;
    for (size_t i = 0; i < country->aliases.count; i++)
        if (has(arena, country->aliases.at[i], word))
            return true;
    return false;
}

static bool city_has(Arena *arena, const GeoCity *city, const SearchWord *word) {
    const City *known = city->known;
    return has(arena, city->name, word) || (known != NULL && (has(arena, known->name_en, word) ||
                                                              has(arena, known->reading, word)));
}

/* ---- all words in a country ---- */

/* Marks the cities that have the word; false when there is none. */
static bool mark_cities(Arena *arena, GeoCities cities, const SearchWord *word, bool *marks) {
    bool any = false;
    for (size_t i = 0; i < cities.count; i++) {
        bool found = !is_absent(cities.at[i].name) && city_has(arena, &cities.at[i], word);
        marks[i] = marks[i] || found;
        any = any || found;
    }
    return any;
}

static GeoFind found_cities(Arena *arena, const GeoCountry *country, const bool *marks) {
    const GeoCity **cities = arena_new(arena, const GeoCity *, country->cities.count);
    GeoFind find = {country, cities, 0};
    for (size_t i = 0; i < country->cities.count; i++)
        if (marks[i])
            cities[find.city_count++] = &country->cities.at[i];
    return find;
}

/* A word that the country has by itself says nothing of its cities. */
static bool find_in(Arena *arena, const GeoCountry *country, const SearchQuery *query,
                    GeoFind *out) {
    bool *marks = arena_new(arena, bool, country->cities.count);
    for (size_t i = 0; i < query->count; i++)
        if (!country_has(arena, country->country, &query->words[i]) &&
            !mark_cities(arena, country->cities, &query->words[i], marks))
            return false;
    *out = found_cities(arena, country, marks);
    return true;
}

GeoFinds geography_find(Arena *arena, const Geography *geography, Str typed) {
    SearchQuery query = search_query_parse(arena, typed);
    GeoFind *finds = arena_new(arena, GeoFind, geography->count);
    size_t count = 0;
    for (size_t i = 0; i < geography->count; i++)
        count += find_in(arena, &geography->at[i], &query, &finds[count]) ? 1 : 0;
    return (GeoFinds){finds, count};
}
