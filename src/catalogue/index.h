/*
 * Names that records are found by while a catalogue is being loaded: ids per space, and the
 * names of countries. A hash table over an array, so that 100,000 cards load in linear time.
 */
#ifndef KAIRO_CATALOGUE_INDEX_H
#define KAIRO_CATALOGUE_INDEX_H

#include "base/arena.h"
#include "base/str.h"

typedef enum Space {
    SPACE_NONE,
    SPACE_STEP,
    SPACE_NEED,
    SPACE_PROVIDER,
    SPACE_COUNTRY,
    SPACE_COUNTRY_NAME, /* id, names and aliases as written */
    SPACE_COUNTRY_KEY,  /* the same, as search keys */
    SPACE_PROGRAM,      /* resources too */
    SPACE_CASE,
    SPACE_EVENT,
    SPACE_FIGURE,
} Space;

typedef struct IndexEntry {
    Space space;
    const char *name; /* borrowed */
    const void *record;
    const char *file; /* where the name was given; borrowed */
    int line;
} IndexEntry;

/* `Index i = {0};` is empty. */
typedef struct Index {
    IndexEntry *entries; /* in order of adding */
    size_t count, room;
    size_t *slots; /* 1 + place in entries; 0 when free */
    size_t slot_count;
} Index;

/* The entry that holds the name already, else NULL and the name is added. */
const IndexEntry *index_add(Index *index, IndexEntry entry);
const IndexEntry *index_find(const Index *index, Space space, const char *name);

/* All names of a space, in order of adding; in `arena`. */
Strings index_names(const Index *index, Space space, Arena *arena);
void index_release(Index *index);

#endif
