/* See search_words.h. The query is taken apart in its key form, where all blanks are one. */
#include "query/search_words.h"

#include "text/era.h"
#include "text/key.h"

enum {
    PHONE_LEAST = 6,          /* digits; fewer are in too many numbers */
    YEAR_OF_FIRST_ERA = 1868, /* 0120-11-22 is the beginning of a number */
};

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

/* ---- what a word can mean beside itself ---- */

static const char *print_western(Arena *arena, Date date) {
    if (date.month == 0)
        return arena_printf(arena, "%d年", date.year);
    if (date.day == 0)
        return arena_printf(arena, "%d年%d月", date.year, date.month);
    return arena_printf(arena, "%d年%d月%d日", date.year, date.month, date.day);
}

static void read_date(Arena *arena, SearchWord *word) {
    Date date;
    if (!era_parse(word->key, &date) || date.year < YEAR_OF_FIRST_ERA)
        return;
    word->date = true;
    word->from = date_from_days(date_to_days(date));
    word->to = date_last_day(date);
    char iso[DATE_ISO_BYTES];
    date_print_iso(date, iso);
    const char *forms[] = {print_western(arena, date), era_print(arena, date), iso};
    size_t count = date.month == 0 ? 2 : 3; /* a bare year is any number */
    word->dates = needles_make(arena, (Strings){forms, count});
}

/* 03-3581-1101, 0120(95)3375, +81-3-3581-1101: the digits as they are dialled at home. */
static void read_phone(Arena *arena, SearchWord *word) {
    char *digits = arena_alloc(arena, word->key.len + 2);
    size_t count = 0;
    Str rest = word->key;
    if (str_starts(rest, str("+81"))) {
        digits[count++] = '0';
        rest = str_skip(rest, 3);
    }
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.at[i] >= '0' && rest.at[i] <= '9')
            digits[count++] = rest.at[i];
        else if (strchr("-().", rest.at[i]) == NULL)
            return;
    }
    if (count >= PHONE_LEAST)
        word->digits = str_n(digits, count);
}

/* 1/27: a month and a day. */
static void read_month_day(SearchWord *word) {
    const char *slash = memchr(word->key.at, '/', word->key.len);
    int part[2] = {0, 0}, which = 0;
    if (slash == NULL || word->key.len > 5)
        return;
    for (size_t i = 0; i < word->key.len; i++) {
        char c = word->key.at[i];
        if (c == '/' && which == 0)
            which = 1;
        else if (c >= '0' && c <= '9')
            part[which] = part[which] * 10 + (c - '0');
        else
            return;
    }
    if (part[0] >= 1 && part[0] <= 12 && part[1] >= 1 && part[1] <= 31) {
        word->month = part[0];
        word->day = part[1];
    }
}

static bool is_latin(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < 'a' || text.at[i] > 'z')
            return false;
    return true;
}

static bool is_katakana(uint32_t rune) {
    return (rune >= 0x30A1 && rune <= 0x30FC) || (rune >= 0xFF66 && rune <= 0xFF9F);
}

/*
 * タイ is not the たい of 参加したい or 体制: so short a word that was typed in katakana is one.
 * Keys are hiragana, whose katakana stand at the same distance each.
 */
static void read_katakana(Arena *arena, SearchWord *word) {
    enum { KANA = 2, DISTANCE = U'ア' - U'あ' };
    uint32_t rune;
    size_t count = 0;
    text_decode(word->typed, &rune);
    char *out = arena_alloc(arena, word->key.len + 1), *at = out;
    if (!is_katakana(rune))
        return;
    for (Str rest = word->key; rest.len > 0; count++) {
        rest = str_skip(rest, text_decode(rest, &rune));
        if (count == KANA || !spelling_is_kana(rune))
            return;
        at += text_encode(rune + DISTANCE, at);
    }
    if (count == KANA)
        word->katakana = str_n(out, (size_t)(at - out));
}

static bool is_ascii(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

static void read_meanings(Arena *arena, SearchWord *word) {
    enum { SHORT = 3 };
    word->fronts = word->key.len <= SHORT && is_latin(word->key);
    read_katakana(arena, word);
    if (word->katakana.len > 0)
        return;
    word->spelled = spelling_of_romaji(arena, word->key, &word->spelling);
    word->romaji = word->spelled && word->key.len >= SEARCH_ASK_LEAST && is_ascii(word->key);
    if (!word->spelled)
        word->spelled = spelling_of_kana(arena, word->key, &word->spelling);
    if (!word->spelled)
        read_date(arena, word);
    read_month_day(word);
    if (!word->spelled && !word->date)
        read_phone(arena, word);
}

SearchQuery search_query_parse(Arena *arena, Str query) {
    Parser parser = {.arena = arena, .query = query, .map = text_key_map(arena, query)};
    split(&parser);
    for (size_t i = 0; i < parser.out.count; i++)
        if (!parser.out.words[i].phrase)
            read_meanings(arena, &parser.out.words[i]);
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

bool search_katakana_find(const SearchWord *word, Str text, size_t from, size_t *at) {
    for (size_t len; from < text.len && find_bytes(word->katakana, text, from, at, &len);) {
        uint32_t before = 0;
        size_t start = *at;
        while (start > 0 && ((unsigned char)text.at[--start] & 0xC0) == 0x80)
            continue;
        if (*at > 0)
            text_decode(str_skip(text, start), &before);
        if (!is_katakana(before))
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
        if (word->fronts)
            return find_front(word->key, text, from, at, len);
        return find_bytes(word->key, text, from, at, len);
    case WAY_SPELLING:
        return spelling_find(&word->spelling, text, from, at, len);
    case WAY_DATES:
        return needles_find(&word->dates, text, from, at, len);
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
