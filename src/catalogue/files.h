/* Files and folders a catalogue is read from. */
#ifndef KAIRO_CATALOGUE_FILES_H
#define KAIRO_CATALOGUE_FILES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

typedef enum PathKind { PATH_FILE, PATH_FOLDER, PATH_NEITHER } PathKind;

/* What stands at `path`; PATH_NEITHER with an error when it cannot be read as either. */
PathKind path_kind(const char *path, Err *err);

/* All *.yaml in the folder but hidden ones, by name (bytes), as FOLDER/NAME in `arena`. */
bool folder_list(Arena *arena, const char *folder, Strings *out, Err *err);

/*
 * The whole file, but never more than `most` + 1 bytes: the caller sees by the length that it
 * is too large. `out->at` is the caller's to free(). Ordinary files only, so that a pipe or a
 * device cannot keep the program waiting.
 */
bool file_read(const char *path, size_t most, Str *out, Err *err);

#endif
