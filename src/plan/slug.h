/*
 * The file name of a client's plan, without ".yaml". Names are any text; a slug is a name
 * any file system takes: UTF-8 in NFC, SLUG_BYTES at most, no "/", control, blank, or ASCII
 * sign but "-", "_" and ".", no capital letter (some file systems take ABC and abc for one),
 * never empty, never begins with "." or "-". Kana and kanji stay as they are.
 *
 * A name that is such a slug is its own. Any other gets what is left of it and a hyphen with
 * eight hexadecimal digits of the whole name, so that two names hardly ever share a slug; who
 * keeps plans must still look at the name inside the file. NFC and NFD of one name are one
 * name: they have the same slug.
 */
#ifndef KAIRO_PLAN_SLUG_H
#define KAIRO_PLAN_SLUG_H

#include "base/arena.h"
#include "base/str.h"

enum { SLUG_BYTES = 200 };

const char *plan_slug(Arena *arena, Str name);

#endif
