/*
 * The dictionary of romaji: libmigemo with the system's dictionary, where both are there.
 * Nothing is loaded before the first word, and then once: a fifth of a second and some 30 MB,
 * which is why search_run answers without it first. Without libmigemo or its dictionary every
 * word gives nothing, and nobody is told: the search has readings of its own.
 */
#ifndef KAIRO_CLI_MIGEMO_H
#define KAIRO_CLI_MIGEMO_H

#include "base/arena.h"
#include "base/str.h"

typedef struct Migemo {
    const char *dictionary; /* its file; "" for where systems put it */
    bool tried;
    void *library, *handle; /* NULL when not there */
} Migemo;

/* `dictionary` is lent; NULL is as "". */
void migemo_init(Migemo *migemo, const char *dictionary);
void migemo_release(Migemo *migemo);

/* What the dictionary has for a word in small Latin letters, in the arena; possibly nothing. */
Strings migemo_look_up(Migemo *migemo, Arena *arena, const char *word);

/* Whether there is one. Loads it. */
bool migemo_is_there(Migemo *migemo);

#endif
