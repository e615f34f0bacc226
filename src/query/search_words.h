/* A query taken apart, for the files of the search; others use search.h. */
#ifndef KAIRO_QUERY_SEARCH_WORDS_H
#define KAIRO_QUERY_SEARCH_WORDS_H

#include "query/needles.h"
#include "query/search_text.h"
#include "query/spelling.h"

typedef struct SearchWord {
    Str key;
    Str typed;    /* in the query */
    bool phrase;  /* in quotes: as it is */
    bool fronts;  /* two or three Latin letters: only where a word begins */
    bool counted; /* 1月, 40万円: not behind another digit */
    Str katakana; /* two katakana, as they must stand in the text; else empty */
    bool spelled; /* romaji or kana: has a spelling */
    Spelling spelling;
    bool romaji; /* a dictionary may know more */
    bool date;
    Date from, to;          /* days that the date can mean */
    Needles dates;          /* its other forms */
    int month, day;         /* 1/27, of any year; else 0 */
    Needles amounts;        /* other forms of an amount in yen */
    Str digits;             /* of a telephone number; empty for other words */
    Needles meant;          /* what the catalogue says instead (synonyms.h) */
    const Needles *learned; /* NULL when no dictionary was asked */
} SearchWord;

typedef struct SearchQuery {
    SearchWord *words;
    size_t count;
} SearchQuery;

/* In the arena; `query` must live as long. Each word once; at most SEARCH_WORDS_MOST. */
SearchQuery search_query_parse(Arena *arena, Str query);

/* What a word that is no phrase can mean beside itself: all but `meant` and `learned`. */
void search_word_read(Arena *arena, SearchWord *word);

/* Half-width ones, too. */
bool search_is_katakana(uint32_t rune);

/* ---- the ways a word is looked for, each in a lane of its own ---- */

typedef enum SearchWay {
    WAY_WORD,
    WAY_SPELLING,
    WAY_DATES,
    WAY_AMOUNTS,
    WAY_DIGITS,
    WAY_MEANT,
    WAY_LEARNED,
    WAY_COUNT
} SearchWay;

bool search_way_applies(const SearchWord *word, SearchWay way);
SearchLaneId search_way_lane(SearchWay way);

/* The next place of a word's katakana in a text that is no key. */
bool search_katakana_find(const SearchWord *word, Str text, size_t from, size_t *at);

/* The next find in the lane's text from `from` on. */
bool search_way_find(const SearchWord *word, SearchWay way, Str text, size_t from, size_t *at,
                     size_t *len);

#endif
