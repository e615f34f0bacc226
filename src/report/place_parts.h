/*
 * Where a program is present, in a few words: sites, offices, and what is only named as an example
 * apart, each with how many there are and their names.
 */
#ifndef KAIRO_REPORT_PLACE_PARTS_H
#define KAIRO_REPORT_PLACE_PARTS_H

#include "base/arena.h"
#include "catalogue/model.h"

/* Places of one role (catalogue/model.h). */
typedef struct PlacePart {
    const char *what; /* the role's name */
    const char *count; /* 10か国・地域、15か所; of one country only its places; "" where the names
                          alone say it */
    const char *names; /* countries, with their cities while these are few */
} PlacePart;
LIST_OF(PlacePart, PlaceParts);

/* In the order of their first places; in `arena`, in the user's language. */
PlaceParts place_parts(Arena *arena, const Places *all);

#endif
