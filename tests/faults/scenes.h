/* Saves worth failing: each a folder as it is before, a save, and the file that matters. */
#ifndef KAIRO_FAULTS_SCENES_H
#define KAIRO_FAULTS_SCENES_H

#include "base/err.h"
#include "base/str.h"

typedef struct Scene {
    const char *name;
    void (*prepare)(void); /* in the empty folder of scenes_begin */
    /* What a session does; *warned: a version could not be kept. */
    bool (*save)(bool *warned, Err *err);
    const char *path;   /* the file without links, below the folder */
    const char *asked;  /* the path that was asked for, which messages begin with */
    const char *before; /* NULL: not there */
    const char *after;
    bool keeps_versions;
    bool no_locks; /* as on a disk that has none */
} Scene;

extern const Scene scenes[];
extern const size_t scene_count;

/* What a save by protocols that are wrong does; the power-cut model must catch them. */
extern const Scene bad_scenes[];
extern const size_t bad_scene_count;

/* A folder of our own, in memory where there is such a file system. */
const char *scenes_begin(void);
void scenes_empty(void);
void scenes_end(void);

/* "FOLDER/name"; the last few stay valid. */
const char *scene_path(const char *name);

/* Any name of ours for a temporary or lock file, below the folder; "" when there is none. */
const char *scenes_stray(void);

/* The versions are at most ten and whole; *newest_is_old: the newest is what was replaced. */
bool scenes_versions_are_whole(bool *newest_is_old);

#endif
