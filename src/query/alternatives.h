/*
 * The words a dictionary gives for romaji, out of the one pattern in which libmigemo puts them
 * (展示(会|物)[館室]). The signs of the pattern are set by whoever asks libmigemo
 * (cli/migemo.c) to bytes that stand in no word.
 */
#ifndef KAIRO_QUERY_ALTERNATIVES_H
#define KAIRO_QUERY_ALTERNATIVES_H

#include "base/arena.h"
#include "base/str.h"

#define ALTERNATIVES_OR "\x01"
#define ALTERNATIVES_NEST_IN "\x02"
#define ALTERNATIVES_NEST_OUT "\x03"
#define ALTERNATIVES_SELECT_IN "\x04"
#define ALTERNATIVES_SELECT_OUT "\x05"

enum {
    ALTERNATIVES_MOST = 8192,              /* words; the rest is left out */
    ALTERNATIVES_BYTES_MOST = 1024 * 1024, /* all that is written on the way to them */
};

/* The words the pattern stands for, in the arena; of a broken pattern, those before the break. */
Strings alternatives_of(Arena *arena, Str pattern);

#endif
