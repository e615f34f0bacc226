/* See readings.h. Words are sorted, so those that begin with the same character are a run. */
#include "query/readings.h"

#include "query/word_list.h"
#include "text/width.h"

extern const unsigned char readings_txt[];
extern const size_t readings_txt_bytes;

enum { SPELLING_BYTES_MOST = 1024, MIDDLE_DOT = 0x30FB };

/* ---- reading the list ---- */

/* With a point before each syllable but the first: nothing is found from within a word. */
static const char *with_points(Arena *arena, Str spelling) {
    char *out = arena_alloc(arena, 2 * spelling.len + 1), *at = out;
    for (size_t i = 0; i < spelling.len; i++) {
        if (i > 0 && spelling.at[i] >= 'A' && spelling.at[i] <= 'Z')
            *at++ = '.';
        *at++ = spelling.at[i];
    }
    return out;
}

/* The spelling of a reading in kana, and its last vowel. */
static const char *spell_kana(Arena *arena, Str text, char *vowel) {
    Buf out;
    Speller speller = {&out, '\0'};
    buf_init(&out, SPELLING_BYTES_MOST);
    Str key = text_key(arena, text);
    for (uint32_t rune; key.len > 0;) {
        size_t bytes = text_decode(key, &rune);
        key = str_skip(key, spelling_is_kana(rune) ? speller_kana(&speller, key) : bytes);
    }
    const char *spelling = with_points(arena, buf_str(&out));
    *vowel = speller.vowel;
    buf_release(&out);
    return spelling;
}

/* False for a line that says nothing. */
static bool read_line(Arena *arena, Str line, Reading *out) {
    Str word = word_list_field(&line), reading = word_list_field(&line),
        other = word_list_field(&line);
    if (word.len == 0 || reading.len == 0)
        return false;
    char last;
    *out = (Reading){.word = text_key(arena, word)};
    out->spelling = spell_kana(arena, reading, &out->vowel);
    if (other.len > 0)
        out->other = spell_kana(arena, other, &last);
    return true;
}

static int compare_words(Str a, Str b) {
    int order = memcmp(a.at, b.at, MIN_OF(a.len, b.len));
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_readings(const void *a, const void *b) {
    return compare_words(((const Reading *)a)->word, ((const Reading *)b)->word);
}

Readings readings_load(Arena *arena) {
    Reading *items = NULL;
    size_t count = 0, room = 0;
    for (Str rest = str_n((const char *)readings_txt, readings_txt_bytes); rest.len > 0;) {
        Reading reading;
        if (!read_line(arena, word_list_line(&rest), &reading))
            continue;
        items = arena_grow(arena, items, count, &room, sizeof *items);
        items[count++] = reading;
    }
    if (count > 0)
        qsort(items, count, sizeof *items, compare_readings);
    return (Readings){items, count};
}

/* ---- looking up ---- */

/* The first word not before `front`. */
static size_t lower_bound(Readings readings, Str front) {
    size_t low = 0, high = readings.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_words(readings.at[middle].word, front) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const Reading *readings_longest(Readings readings, Str key) {
    uint32_t rune;
    Str front = str_n(key.at, text_decode(key, &rune));
    const Reading *longest = NULL;
    for (size_t i = lower_bound(readings, front); i < readings.count; i++) {
        const Reading *reading = &readings.at[i];
        if (!str_starts(reading->word, front))
            break;
        if (str_starts(key, reading->word)) /* a longer one comes later */
            longest = reading;
    }
    return longest;
}

/* ---- spelling a text ---- */

typedef struct Scribe {
    Readings readings;
    Str key;
    size_t read;
    Speller speller;
    SpellingMap *map;
} Scribe;

/* Says of what was written since `start` that it comes from these bytes of the key. */
static void note(Scribe *s, size_t start, size_t from, size_t to) {
    size_t end = s->speller.out->len;
    SpellingMap *map = s->map;
    if (map == NULL || end == start)
        return;
    if (end > map->room) {
        KeyOrigin *old = map->origin;
        map->room = MAX_OF(end, map->room * 2);
        map->origin = arena_new(map->arena, KeyOrigin, map->room);
        if (start > 0)
            memcpy(map->origin, old, start * sizeof *old);
    }
    for (size_t i = start; i < end; i++)
        map->origin[i] = (KeyOrigin){from, to};
}

/* Writes what stands at the front; returns the bytes read. */
static size_t write_one(Scribe *s, Str rest, uint32_t rune, size_t bytes) {
    if (spelling_is_kana(rune))
        return speller_kana(&s->speller, rest);
    const Reading *reading = bytes > 1 ? readings_longest(s->readings, rest) : NULL;
    if (reading != NULL) {
        buf_text(s->speller.out, reading->spelling);
        s->speller.vowel = reading->vowel;
        return reading->word.len;
    }
    if (rune != MIDDLE_DOT)
        speller_part(&s->speller);
    return bytes;
}

/* Visits every character, or word, once. */
static void write_text(Scribe *s) {
    while (s->read < s->key.len) {
        Str rest = str_skip(s->key, s->read);
        uint32_t rune;
        size_t bytes = text_decode(rest, &rune), start = s->speller.out->len;
        size_t read = write_one(s, rest, rune, bytes);
        note(s, start, s->read, s->read + read);
        s->read += read;
    }
}

/* The other readings, which stand alone because their neighbours are with the first ones. */
static void write_others(Scribe *s) {
    for (size_t at = 0; at < s->key.len;) {
        Str rest = str_skip(s->key, at);
        uint32_t rune;
        size_t bytes = text_decode(rest, &rune), start = s->speller.out->len;
        const Reading *reading =
            bytes > 1 && !spelling_is_kana(rune) ? readings_longest(s->readings, rest) : NULL;
        if (reading != NULL)
            bytes = reading->word.len;
        if (reading != NULL && reading->other != NULL) {
            speller_part(&s->speller);
            buf_text(s->speller.out, reading->other);
            note(s, start, at, at + bytes);
        }
        at += bytes;
    }
}

void readings_spell(Readings readings, Str key, Buf *out, SpellingMap *map) {
    Scribe scribe = {.readings = readings, .key = key, .speller = {out, '\0'}, .map = map};
    write_text(&scribe);
    write_others(&scribe);
}
