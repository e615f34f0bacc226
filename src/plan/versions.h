/*
 * The ten last versions of a file: what saves have replaced, newest first.
 *
 * One folder belongs to one file. Each version is a file in it, "000000000042_WHEN": a number
 * that grows by one, so that order needs no clock, and the time as the caller had it in text.
 * A version is written by the protocol of safe_file.h; when an eleventh is there, the oldest
 * goes. What equals the newest version is not kept again, so a save that is tried many times
 * costs one version.
 *
 * A version that cannot be kept must not stop a save: the work of now is worth more than a
 * copy of the past. versions_keep reports it, and the caller shows it beside "saved".
 *
 * Keep versions while holding the file's own lock (the `keep` hook of safe_file_save does):
 * two that keep at once could give one number twice.
 */
#ifndef KAIRO_PLAN_VERSIONS_H
#define KAIRO_PLAN_VERSIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

enum {
    VERSIONS_MOST = 10,
    VERSIONS_WHEN_BYTES = 32 /* of the time's text with its NUL; longer ones are cut */
};

typedef struct Version {
    uint64_t number;  /* from 1, never given again while a later one is kept */
    const char *when; /* as given to versions_keep; "" when none was */
    uint64_t bytes;
} Version;

LIST_OF(Version, VersionList);

/*
 * Keeps `bytes` as the newest version; makes the folder if need be. Of `when` the letters and
 * digits of ASCII, "-", "+", ":" and the blank are kept ("2017-01-27 14:05").
 */
bool versions_keep(const char *folder, Str bytes, const char *when, Err *err);

/* Newest first, at most VERSIONS_MOST, in `arena`. No folder: none. */
bool versions_list(Arena *arena, const char *folder, VersionList *out, Err *err);

/* What version `number` holds; `*out` is set up here and the caller's to release. */
bool versions_read(const char *folder, uint64_t number, Buf *out, Err *err);

#endif
