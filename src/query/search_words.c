/* See search_words.h. The query is taken apart in its key form, where all blanks are one. */
#include "query/search_words.h"

#include "text/key.h"

/* ---- words and phrases ---- */

typedef struct Parser {
    Arena *arena;
    Str query;
    KeyMap map;
    size_t read; /* bytes of the key */
    SearchQuery out;
    size_t room;
} Parser;

static Str rest_of(const Parser *p) {
    return str_skip(p->map.key, p->read);
}

/* The end that belongs to a quote at the front, and the bytes of that quote; else NULL. */
static const char *quote_at(Str text, size_t *bytes) {
    static const struct {
        const char *begin, *end;
    } quotes[] = {{"\"", "\""}, {"“", "”"}, {"”", "”"}, {"「", "」"}, {"『", "』"}};
    for (size_t i = 0; i < COUNT_OF(quotes); i++)
        if (str_starts(text, str(quotes[i].begin))) {
            *bytes = strlen(quotes[i].begin);
            return quotes[i].end;
        }
    return NULL;
}

static bool is_known(const Parser *p, Str key, bool phrase) {
    for (size_t i = 0; i < p->out.count; i++)
        if (p->out.words[i].phrase == phrase && str_equal(p->out.words[i].key, key))
            return true;
    return false;
}

/* The word from key byte `from` up to `to`, without blanks around it. */
static void add_word(Parser *p, size_t from, size_t to, bool phrase) {
    const char *key = p->map.key.at;
    while (from < to && key[from] == ' ')
        from++;
    while (from < to && key[to - 1] == ' ')
        to--;
    Str word = str_n(key + from, to - from);
    if (word.len == 0 || p->out.count == SEARCH_WORDS_MOST || is_known(p, word, phrase))
        return;
    size_t start = p->map.origin[from].from, end = p->map.origin[to - 1].to;
    p->out.words = arena_grow(p->arena, p->out.words, p->out.count, &p->room, sizeof *p->out.words);
    p->out.words[p->out.count++] = (SearchWord){
        .key = word, .typed = str_n(p->query.at + start, end - start), .phrase = phrase};
}

static void take_phrase(Parser *p, const char *end, size_t quote_bytes) {
    p->read += quote_bytes;
    Str rest = rest_of(p);
    const char *found = memmem(rest.at, rest.len, end, strlen(end));
    size_t len = found == NULL ? rest.len : (size_t)(found - rest.at);
    add_word(p, p->read, p->read + len, true);
    p->read += len + (found == NULL ? 0 : strlen(end));
}

static void take_word(Parser *p) {
    Str rest = rest_of(p);
    const char *blank = memchr(rest.at, ' ', rest.len);
    size_t len = blank == NULL ? rest.len : (size_t)(blank - rest.at);
    add_word(p, p->read, p->read + len, false);
    p->read += len;
}

static void split(Parser *p) {
    while (p->read < p->map.key.len) {
        size_t bytes;
        const char *end = quote_at(rest_of(p), &bytes);
        if (p->map.key.at[p->read] == ' ')
            p->read++;
        else if (end != NULL)
            take_phrase(p, end, bytes);
        else
            take_word(p);
    }
}

/* ---- telephone numbers typed with blanks ---- */

/* Digits and signs of a number; the digits, 0 when there is anything else. */
static size_t phone_digits(Str key) {
    size_t digits = 0;
    for (size_t i = 0; i < key.len; i++) {
        if (strchr("+-().", key.at[i]) == NULL && (key.at[i] < '0' || key.at[i] > '9'))
            return 0;
        digits += key.at[i] >= '0' && key.at[i] <= '9' ? 1 : 0;
    }
    return digits;
}

static bool is_phone_label(Str key) {
    static const char *const labels[] = {"tel", "tel:", "fax", "fax:", "電話", "電話:"};
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        if (str_equal(key, str(labels[i])))
            return true;
    return false;
}

/* How many words from this one on are one number, 03 3580 9940 or TEL 03-3580-9940; 1 at least. */
static size_t count_phone(const SearchWord *words, size_t count) {
    enum { LEAST = 9 }; /* digits of a whole number; 2017 1 27 has fewer */
    size_t used = is_phone_label(words[0].key) ? 1 : 0, digits = 0;
    if (used == count || (words[used].key.at[0] != '0' && words[used].key.at[0] != '+'))
        return 1;
    for (size_t more; used < count && !words[used].phrase; digits += more, used++)
        if ((more = phone_digits(words[used].key)) == 0)
            break;
    return digits < LEAST ? 1 : used;
}

static void join_phones(SearchQuery *query) {
    size_t kept = 0;
    for (size_t i = 0, used; i < query->count; i += used) {
        SearchWord *word = &query->words[i], *last = word;
        used = count_phone(word, query->count - i);
        last += used - 1;
        word->key.len = (size_t)(last->key.at - word->key.at) + last->key.len;
        word->typed.len = (size_t)(last->typed.at - word->typed.at) + last->typed.len;
        query->words[kept++] = *word;
    }
    query->count = kept;
}

SearchQuery search_query_parse(Arena *arena, Str query) {
    Parser parser = {.arena = arena, .query = query, .map = text_key_map(arena, query)};
    split(&parser);
    join_phones(&parser.out);
    for (size_t i = 0; i < parser.out.count; i++)
        if (!parser.out.words[i].phrase)
            search_word_read(arena, &parser.out.words[i]);
    return parser.out;
}

/* ---- looking for it ---- */

bool search_way_applies(const SearchWord *word, SearchWay way) {
    switch (way) {
    case WAY_WORD:
        return true;
    case WAY_SPELLING:
        return word->spelled;
    case WAY_DATES:
        return word->date;
    case WAY_AMOUNTS:
        return word->amounts.count > 0;
    case WAY_DIGITS:
        return word->digits.len > 0;
    case WAY_MEANT:
        return word->meant.count > 0;
    case WAY_LEARNED:
        return word->learned != NULL && word->learned->count > 0;
    case WAY_COUNT:
        break;
    }
    return false;
}

SearchLaneId search_way_lane(SearchWay way) {
    return way == WAY_SPELLING ? LANE_SPELLINGS : way == WAY_DIGITS ? LANE_DIGITS : LANE_KEYS;
}

static bool find_bytes(Str needle, Str text, size_t from, size_t *at, size_t *len) {
    const char *found = memmem(text.at + from, text.len - from, needle.at, needle.len);
    if (found == NULL)
        return false;
    *at = (size_t)(found - text.at);
    *len = needle.len;
    return true;
}

static bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool find_front(Str needle, Str text, size_t from, size_t *at, size_t *len) {
    while (find_bytes(needle, text, from, at, len)) {
        if (*at == 0 || !is_alphanumeric(text.at[*at - 1]))
            return true;
        from = *at + 1;
    }
    return false;
}

/* Whether a number goes on in front of it: 140万円, 2,000万円 and 7億2,000万円. */
static bool is_within_number(Str text, size_t at) {
    static const char *const scales[] = {"万", "億", "兆"};
    bool after_digit = at > 0 && text.at[at - 1] >= '0' && text.at[at - 1] <= '9';
    bool after_sign = at > 1 && strchr(",.", text.at[at - 1]) != NULL && text.at[at - 2] >= '0' &&
                      text.at[at - 2] <= '9';
    for (size_t i = 0; i < COUNT_OF(scales); i++) {
        size_t bytes = strlen(scales[i]);
        if (at >= bytes && memcmp(text.at + at - bytes, scales[i], bytes) == 0)
            return true;
    }
    return after_digit || after_sign;
}

static bool find_amount(const Needles *amounts, Str text, size_t from, size_t *at, size_t *len) {
    for (; needles_find(amounts, text, from, at, len); from = *at + *len)
        if (!is_within_number(text, *at))
            return true;
    return false;
}

static bool find_word(const SearchWord *word, Str text, size_t from, size_t *at, size_t *len) {
    if (word->fronts)
        return find_front(word->key, text, from, at, len);
    for (; find_bytes(word->key, text, from, at, len); from = *at + *len)
        if (!word->counted || !is_within_number(text, *at))
            return true;
    return false;
}

bool search_katakana_find(const SearchWord *word, Str text, size_t from, size_t *at) {
    for (size_t len; from < text.len && find_bytes(word->katakana, text, from, at, &len);) {
        uint32_t before = 0;
        size_t start = *at;
        while (start > 0 && ((unsigned char)text.at[--start] & 0xC0) == 0x80)
            continue;
        if (*at > 0)
            text_decode(str_skip(text, start), &before);
        if (!search_is_katakana(before))
            return true;
        from = *at + 1;
    }
    return false;
}

bool search_way_find(const SearchWord *word, SearchWay way, Str text, size_t from, size_t *at,
                     size_t *len) {
    if (from >= text.len)
        return false;
    switch (way) {
    case WAY_WORD:
        return find_word(word, text, from, at, len);
    case WAY_SPELLING:
        return spelling_find(&word->spelling, text, from, at, len);
    case WAY_DATES:
        return needles_find(&word->dates, text, from, at, len);
    case WAY_AMOUNTS:
        return find_amount(&word->amounts, text, from, at, len);
    case WAY_DIGITS:
        return find_bytes(word->digits, text, from, at, len);
    case WAY_MEANT:
        return needles_find(&word->meant, text, from, at, len);
    case WAY_LEARNED:
        return needles_find(word->learned, text, from, at, len);
    case WAY_COUNT:
        break;
    }
    return false;
}
