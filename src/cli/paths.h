/*
 * Where kairo's files are. What the environment says is read once into a value, so that
 * everything after that can be tried out in a test; nothing here needs a HOME.
 *
 * Source of the folders' rules: XDG Base Directory Specification (a relative path in one of
 * its variables counts as unset).
 */
#ifndef KAIRO_CLI_PATHS_H
#define KAIRO_CLI_PATHS_H

#include "base/arena.h"
#include "base/str.h"

/* "" where the environment says nothing. */
typedef struct Surroundings {
    const char *executable;  /* path of the running program, without links */
    const char *catalogue;   /* $KAIRO_CATALOGUE */
    const char *config_home; /* $XDG_CONFIG_HOME */
    const char *data_home;   /* $XDG_DATA_HOME */
    const char *state_home;  /* $XDG_STATE_HOME */
    const char *home;        /* $HOME */
    const char *dictionary;  /* $KAIRO_MIGEMO_DICT, of romaji; "" for the system's */
    const char *source_dir;  /* source tree and build tree of this build; used only when */
    const char *build_dir;   /* the program still lies in the build tree */
} Surroundings;

/* Reads the environment and /proc/self/exe; strings in `arena`. */
Surroundings surroundings_read(Arena *arena);

/*
 * The catalogue's folder: $KAIRO_CATALOGUE, else the source tree's while the program lies in
 * its build tree, else ../share/kairo/catalogue beside the program's folder. It need not
 * exist: then the loader's message names it.
 */
const char *paths_catalogue(Arena *arena, const Surroundings *at);

/* $XDG_CONFIG_HOME/kairo, else ~/.config/kairo; "" when neither is known. */
const char *paths_config(Arena *arena, const Surroundings *at);

/* The user's settings: kairo/settings.yaml below the same; "" as above. */
const char *paths_settings(Arena *arena, const Surroundings *at);

/* What is known of terminals: kairo/terminals.txt below $XDG_STATE_HOME, else ~/.local/state; "" as
   above. */
const char *paths_terminals(Arena *arena, const Surroundings *at);

/* The user's list of holidays: kairo/holidays.txt below the same; "" as above. */
const char *paths_holidays(Arena *arena, const Surroundings *at);

/* $XDG_DATA_HOME/kairo/plans, else ~/.local/share/kairo/plans; "" when neither is known. */
const char *paths_plans(Arena *arena, const Surroundings *at);

/* The file of bookmarks: $XDG_DATA_HOME/kairo/bookmarks.yaml, else below ~/.local/share; "" as
   above. */
const char *paths_bookmarks(Arena *arena, const Surroundings *at);

/* $XDG_STATE_HOME/kairo/versions, else ~/.local/state/kairo/versions; "" as above. */
const char *paths_versions(Arena *arena, const Surroundings *at);

/* The file of what was open at the end: $XDG_STATE_HOME/kairo/session.yaml, else below
   ~/.local/state; "" as above. */
const char *paths_session(Arena *arena, const Surroundings *at);

/* The user's folder of overlays, when it exists, and then `data`. */
Strings paths_overlays(Arena *arena, const Surroundings *at, Strings data);

#endif
