/*
 * Nothing was found: which word is to blame, and what it may have been meant to be. The words
 * to choose from are cut out of names, providers, needs, summaries, places and events: runs of
 * one script, and in runs of kanji the words that readings.h knows. They are compared as keys,
 * then by their spelling, so that a slip in romaji or kana finds its kanji.
 */
#include "query/search_state.h"

#include "text/nearest.h"
#include "text/utf8.h"

enum {
    RUN_MOST = 10, /* characters of a word to be proposed */
    RUN_LEAST = 2,
    LATIN_LEAST = 4,
    SPELLING_MOST = 1024,
};

typedef enum Script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_KATAKANA, SCRIPT_HAN } Script;

typedef struct Lexis {
    Arena *arena;
    Readings readings;
    const char **keys, **words; /* side by side */
    size_t count, key_room, word_room;
} Lexis;

static Script script_of(uint32_t rune) {
    if ((rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') ||
        (rune >= 'a' && rune <= 'z') || rune == '-' || rune == '/')
        return SCRIPT_LATIN;
    if ((rune >= 0x30A1 && rune <= 0x30FA) || rune == 0x30FC || (rune >= 0xFF66 && rune <= 0xFF9F))
        return SCRIPT_KATAKANA;
    if ((rune >= 0x3400 && rune <= 0x9FFF) || rune == 0x3005)
        return SCRIPT_HAN;
    return SCRIPT_NONE;
}

static void add_word(Lexis *lexis, Str word) {
    lexis->keys =
        arena_grow(lexis->arena, lexis->keys, lexis->count, &lexis->key_room, sizeof *lexis->keys);
    lexis->words = arena_grow(lexis->arena, lexis->words, lexis->count, &lexis->word_room,
                              sizeof *lexis->words);
    lexis->keys[lexis->count] = text_key(lexis->arena, word).at;
    lexis->words[lexis->count++] = arena_copy(lexis->arena, word);
}

/* The words within a run of kanji; they are their own keys. */
static void add_known(Lexis *lexis, Str run) {
    while (run.len > 0) {
        const Reading *reading = readings_longest(lexis->readings, run);
        uint32_t rune;
        size_t one = text_decode(run, &rune), len = reading != NULL ? reading->word.len : one;
        if (len > one && len < run.len)
            add_word(lexis, str_n(run.at, len));
        run = str_skip(run, len);
    }
}

/* The run of one script at the front, and its characters. */
static Str take_run(Str text, Script *script, size_t *characters) {
    uint32_t rune;
    size_t len = text_decode(text, &rune);
    *script = script_of(rune);
    *characters = 1;
    for (size_t bytes; len < text.len; len += bytes, (*characters)++) {
        bytes = text_decode(str_skip(text, len), &rune);
        if (script_of(rune) != *script)
            break;
    }
    return str_n(text.at, len);
}

static void add_runs(Lexis *lexis, Str text) {
    while (text.len > 0) {
        Script script;
        size_t characters;
        Str run = take_run(text, &script, &characters);
        size_t least = script == SCRIPT_LATIN ? LATIN_LEAST : RUN_LEAST;
        if (script != SCRIPT_NONE && characters >= least && characters <= RUN_MOST)
            add_word(lexis, run);
        if (script == SCRIPT_HAN)
            add_known(lexis, run);
        text = str_skip(text, run.len);
    }
}

static bool may_propose(SearchField field) {
    switch (field) {
    case SEARCH_NAME:
    case SEARCH_ALIAS:
    case SEARCH_PROVIDER:
    case SEARCH_NEED:
    case SEARCH_SUMMARY:
    case SEARCH_PLACE:
    case SEARCH_EVENT:
        return true;
    default:
        return false;
    }
}

static Lexis collect(SearchState *state, Arena *arena) {
    Lexis lexis = {.arena = arena, .readings = search_readings(state, WAY_SPELLING)};
    for (size_t i = 0; i < state->cards.count; i++)
        if (may_propose(state->cards.pieces[i].field))
            add_runs(&lexis, str(state->cards.pieces[i].text));
    return lexis;
}

static Str first_character(Str text) {
    uint32_t rune;
    return str_n(text.at, text_decode(text, &rune));
}

static Str last_character(Str text) {
    size_t from = text.len;
    while (from > 0 && ((unsigned char)text.at[--from] & 0xC0) == 0x80)
        continue;
    return str_skip(text, from);
}

/* Short words are near to too many others: one end at least must be the same. */
static bool same_end(Str word, Str other) {
    return str_equal(first_character(word), first_character(other)) ||
           str_equal(last_character(word), last_character(other));
}

static bool same_syllable(Str word, Str other) {
    return word.len > 1 && str_starts(other, str_n(word.at, 2));
}

/* The word that stands beside the nearest of the texts that are akin to `word`. */
static const char *nearest_of(const Lexis *lexis, Str word, const char *const *texts,
                              bool (*is_akin)(Str, Str)) {
    const char **akin = arena_new(lexis->arena, const char *, lexis->count);
    size_t count = 0;
    for (size_t i = 0; i < lexis->count; i++)
        if (is_akin(word, str(texts[i])))
            akin[count++] = texts[i];
    const char *near = text_nearest(word, (Strings){akin, count});
    for (size_t i = 0; near != NULL && i < lexis->count; i++)
        if (texts[i] == near)
            return lexis->words[i];
    return NULL;
}

/* Without the points, which nobody types. */
static const char *without_points(Arena *arena, Str spelling) {
    char *out = arena_alloc(arena, spelling.len + 1), *at = out;
    for (size_t i = 0; i < spelling.len; i++)
        if (spelling.at[i] != '.')
            *at++ = spelling.at[i];
    return out;
}

static const char **spell_all(const Lexis *lexis) {
    const char **spellings = arena_new(lexis->arena, const char *, lexis->count);
    for (size_t i = 0; i < lexis->count; i++) {
        Buf out;
        buf_init(&out, SPELLING_MOST);
        readings_spell(lexis->readings, str(lexis->keys[i]), &out, NULL);
        spellings[i] = without_points(lexis->arena, buf_str(&out));
        buf_release(&out);
    }
    return spellings;
}

static const char *nearest(SearchState *state, Arena *arena, const SearchWord *word) {
    uint32_t rune;
    bool number = word->key.at[0] >= '0' && word->key.at[0] <= '9';
    if (text_decode(word->key, &rune) == word->key.len || number || word->date || word->phrase ||
        word->fronts)
        return NULL; /* one character is near to all; the others have no neighbours */
    Lexis lexis = collect(state, arena);
    const char *near = nearest_of(&lexis, word->key, lexis.keys, same_end);
    if (near == NULL && word->spelled)
        near = nearest_of(&lexis, str(word->spelling.body), spell_all(&lexis), same_syllable);
    return near;
}

/* Seminars that the source ties to no program: they stand in the calendar alone. */
static const Occasion *event_with(Search *search, Arena *arena, const char *word) {
    SearchQuery query = search_query(search, arena, str(word));
    SearchFound found = {.query = &query};
    Occasions events = search->catalogue->events;
    for (size_t i = 0; i < events.count; i++) {
        const Occasion *event = &events.at[i];
        const char *text = arena_printf(arena, "%s %s %s %s %s", event->name, event->name_en,
                                        event->place.country, event->place.city, event->date_text);
        if (event->program[0] == '\0' && search_marks(search, arena, &found, str(text)).count > 0)
            return event;
    }
    return NULL;
}

SearchLack search_lack(Search *search, Arena *arena, Str text) {
    SearchLack lack = {NULL, NULL, NULL};
    SearchQuery query = search_query_parse(arena, text);
    for (size_t i = 0; i < query.count && lack.word == NULL; i++) {
        const SearchWord *word = &query.words[i];
        const char *quoted =
            arena_printf(arena, word->phrase ? "\"%.*s\"" : "%.*s", STR_ARG(word->key));
        if (search_run(search, arena, str(quoted)).hits.count > 0)
            continue;
        lack.word = arena_copy(arena, word->typed);
        lack.event = event_with(search, arena, quoted);
        if (lack.event == NULL)
            lack.nearest = nearest(search_state(search), arena, word);
    }
    return lack;
}
