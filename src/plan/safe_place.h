/*
 * Where a file really is: its folder, open, and its name in it, so that nothing that happens
 * to the path while we work can lead a save elsewhere.
 */
#ifndef KAIRO_PLAN_SAFE_PLACE_H
#define KAIRO_PLAN_SAFE_PLACE_H

#include "base/err.h"

#include <limits.h>
#include <stdbool.h>

typedef struct SafePlace {
    int folder; /* open for reading; closed by safe_place_close */
    char name[NAME_MAX + 1];
} SafePlace;

/*
 * Follows links, also one whose file is not there yet, and makes the folders that are missing
 * (0700): but not behind a link, which most likely points to a disk that is not plugged in.
 * Returns an error number of safe_io.h, 0 when the place is open.
 */
int safe_place_open(const char *path, SafePlace *out);

void safe_place_close(SafePlace *place);

/*
 * Makes the folder's own name durable, and those of the folders above it on the same disk.
 * Needed before a first file is put into it: a synced file in a folder that a power cut takes
 * away is gone.
 */
int safe_place_sync_above(const SafePlace *place);

#endif
