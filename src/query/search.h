/*
 * The search: words that must all be found somewhere in a program, best finds first.
 *
 * Words are parted by blanks (U+3000 too); "…" and 「…」 keep a phrase together. Width, case,
 * kana, marks and dashes make no difference (text/key.h). Beside the word itself are found
 *   - for romaji and kana of two syllables or letters and more: what is read so, from the
 *     catalogue's own readings and the list of readings.h (tenjikai, tenjik, てんじかい: 展示会);
 *     and what a dictionary says, once it was asked (search_unasked);
 *   - for an everyday word: what the catalogue says instead (synonyms.h; 特許: 知財);
 *   - for a date in any form (平成29年1月, H29.1, 2017-01): programs whose period or event falls
 *     there, and the same date in other forms; 1/27 is that day of the year at hand;
 *   - for a telephone number: the same number with other hyphens, brackets, or none.
 * A phrase is looked for as it is. Short words are in too many others: up to three Latin letters
 * are found only where a word begins, two katakana only as katakana (タイ not in 参加したい).
 *
 * Results are programs and cross-step resources. Needs, providers, countries, cases and events
 * find the programs they belong to. A note finds the program it was written on.
 *
 * Nothing is prepared before the first search, and readings not before the first word that
 * wants them. No I/O, no clock.
 */
#ifndef KAIRO_QUERY_SEARCH_H
#define KAIRO_QUERY_SEARCH_H

#include "catalogue/model.h"
#include "plan/plan.h"
#include "text/width.h"

/* Where a word was found, best first. */
typedef enum SearchField {
    SEARCH_NAME,
    SEARCH_ALIAS,
    SEARCH_READING,
    SEARCH_PROVIDER,
    SEARCH_NEED,
    SEARCH_ID,
    SEARCH_SUMMARY,
    SEARCH_NOTE, /* of the plan */
    SEARCH_PLACE,
    SEARCH_CASE,
    SEARCH_EVENT,
    SEARCH_AUDIENCE,
    SEARCH_REQUIREMENT,
    SEARCH_COST,
    SEARCH_FINANCE, /* subsidies, loans, guarantees */
    SEARCH_PERIOD,
    SEARCH_PROCESS,
    SEARCH_DOCUMENT,
    SEARCH_TABLE,
    SEARCH_FACT,
    SEARCH_STEP,
    SEARCH_BODY,
    SEARCH_CONTACT,
    SEARCH_LINK,
    SEARCH_FIELD_COUNT
} SearchField;

/* "name", "alias" … "link": a contract (JSON). */
const char *search_field_name(SearchField field);
/* The same for people, in their language. */
const char *search_field_label(SearchField field);

enum {
    SEARCH_WORDS_MOST = 32, /* different words; what is typed beyond is not looked for */
    SEARCH_ASK_LEAST = 3,   /* letters of romaji that a dictionary is asked about */
    SEARCH_LEARNED_MOST = 1000,
};

typedef struct Search {
    const Catalogue *catalogue;
    struct SearchState *state; /* NULL until the first search; owned */
} Search;

typedef struct SearchHit {
    const Program *program;
    unsigned fields; /* bits 1 << SearchField: where any of the words was found */
    /* To show: the best find of the word that is hardest to find. */
    SearchField field;
    const char *text; /* the whole text it was found in */
} SearchHit;
LIST_OF(SearchHit, SearchHits);

/*
 * `hits` are in the arena given to search_run; their `text` and `query` also want the Search,
 * a note's text until the next search_use_plan.
 */
typedef struct SearchFound {
    const struct SearchQuery *query;
    SearchHits hits;
} SearchFound;

void search_init(Search *search, const Catalogue *catalogue);
void search_release(Search *search);

/*
 * Looks into this plan's notes and reasons, too; call it when the search opens and again when
 * they changed. NULL: into none.
 */
void search_use_plan(Search *search, const Plan *plan);

/*
 * The programs that have all the words of `query`. Rank: a name or other name that begins with
 * the word, then the fields in their order; of several words the sum; then the order of the
 * edition. None for a query without words (blanks, quotes).
 */
SearchFound search_run(Search *search, Arena *arena, Str query);

/* Whether the query has any word. */
bool search_has_words(Str query);

/* ---- a dictionary of romaji, which lives outside (cli/migemo.h) ---- */

/*
 * The query's words that a dictionary has not been asked about yet, in the arena. search_run
 * answers at once without; to have more, ask, tell it, and run again.
 */
Strings search_unasked(const Search *search, Arena *arena, Str query);

/*
 * What the dictionary said of a word, possibly nothing; copied, but for words of one character,
 * which are in too many others. Beyond the most it is forgotten, and nothing more is unasked.
 */
void search_learn(Search *search, const char *word, Strings alternatives);

/* ---- showing what was found ---- */

/* Bytes of a text, from `from` up to `to`. */
typedef struct SearchMark {
    size_t from, to;
} SearchMark;
LIST_OF(SearchMark, SearchMarks);

/*
 * Where the words are in any text: a hit's, a name on a row, a line of a card. In order, not
 * touching, between code points. None where a date falls into a period that words it otherwise.
 * In the arena. Changes nothing that a result depends on, so a view may call it.
 */
SearchMarks search_marks(const Search *search, Arena *arena, const SearchFound *found, Str text);

typedef struct SearchSnippet {
    Str text;                 /* a part of one line of the hit's text */
    bool cut_front, cut_back; /* there is more of the line */
    SearchMarks marks;        /* in `text` */
} SearchSnippet;

/* What to show of a hit in at most `cells` cells: the line of the first mark, around it. */
SearchSnippet search_snippet(const Search *search, Arena *arena, const SearchFound *found,
                             const SearchHit *hit, int cells, Ambiguous ambiguous);

/* ---- when nothing was found ---- */

typedef struct SearchLack {
    const char *word;      /* the first word that is found nowhere, as typed; NULL for none */
    const char *nearest;   /* a word of the catalogue that is near to it; NULL for none */
    const Occasion *event; /* has the word, but belongs to no program; NULL for none */
} SearchLack;

/* In the arena. Dear: for a query without results. */
SearchLack search_lack(Search *search, Arena *arena, Str query);

#endif
