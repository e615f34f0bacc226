/* What a Search keeps, for the files of the search; others use search.h. */
#ifndef KAIRO_QUERY_SEARCH_STATE_H
#define KAIRO_QUERY_SEARCH_STATE_H

#include "query/search_words.h"
#include "query/synonyms.h"

/* A word a dictionary was asked about. */
typedef struct SearchLearned {
    const char *word;
    Needles needles;
} SearchLearned;

typedef struct SearchState {
    Arena arena; /* owns all but the texts */
    SearchText cards, notes;
    Readings readings; /* none until a word wants them */
    bool readings_known;
    Synonyms synonyms;
    bool synonyms_known;
    SearchLearned *learned;
    size_t learned_count, learned_room;
} SearchState;

/* The state, made when there is none yet. */
SearchState *search_state(Search *search);

/* The readings, when the word wants them; none otherwise. */
Readings search_readings(SearchState *state, SearchWay way);

/* Taken apart, and with what was learned. */
SearchQuery search_query(Search *search, Arena *arena, Str query);

/* Programs and resources. */
size_t search_program_count(const Search *search);

#endif
