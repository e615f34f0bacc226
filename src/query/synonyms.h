/*
 * Everyday words that the catalogue words otherwise (data/synonyms.txt, carried inside the
 * program): who types 特許 is looking for 知財. Nothing is read before the first search.
 */
#ifndef KAIRO_QUERY_SYNONYMS_H
#define KAIRO_QUERY_SYNONYMS_H

#include "query/search_words.h"

typedef struct Synonym {
    Str word;            /* its key */
    const char *reading; /* its spelling (spelling.h); "" for a word in Latin letters */
    Strings meant;       /* words of the catalogue */
} Synonym;
LIST_OF(Synonym, Synonyms);

Synonyms synonyms_load(Arena *arena);

/* What the word is looked for as, too, in the arena: by itself or as it is read. */
Needles synonyms_meant(Synonyms synonyms, Arena *arena, const SearchWord *word);

#endif
