/* See paths.h. */
#include "cli/paths.h"

#include "cli/environment.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *from_environment(Arena *arena, const char *name) {
    return arena_copy(arena, str(environment_get(name)));
}

static const char *own_path(Arena *arena) {
    char path[PATH_MAX];
    ssize_t bytes = readlink("/proc/self/exe", path, sizeof path);
    if (bytes <= 0 || bytes >= (ssize_t)sizeof path)
        return "";
    return arena_copy(arena, str_n(path, (size_t)bytes));
}

Surroundings surroundings_read(Arena *arena) {
    return (Surroundings){
        .executable = own_path(arena),
        .catalogue = from_environment(arena, "KAIRO_CATALOGUE"),
        .config_home = from_environment(arena, "XDG_CONFIG_HOME"),
        .data_home = from_environment(arena, "XDG_DATA_HOME"),
        .state_home = from_environment(arena, "XDG_STATE_HOME"),
        .home = from_environment(arena, "HOME"),
        .dictionary = from_environment(arena, "KAIRO_MIGEMO_DICT"),
        .source_dir = KAIRO_SOURCE_DIR,
        .build_dir = KAIRO_BUILD_DIR,
    };
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The part of `path` before its last `levels` slashes; empty when there are fewer. */
static Str above(const char *path, int levels) {
    Str rest = str(path);
    while (levels > 0 && rest.len > 0)
        if (rest.at[--rest.len] == '/')
            levels--;
    return rest;
}

static bool lies_in(const char *path, const char *folder) {
    return !is_absent(folder) && str_starts(str(path), str(folder)) && path[strlen(folder)] == '/';
}

const char *paths_catalogue(Arena *arena, const Surroundings *at) {
    if (!is_absent(at->catalogue))
        return at->catalogue;
    if (lies_in(at->executable, at->build_dir))
        return arena_printf(arena, "%s/data/catalogue", at->source_dir);
    return arena_printf(arena, "%.*s/share/kairo/catalogue", STR_ARG(above(at->executable, 2)));
}

/* `below` the folder of an XDG variable, else below `standard` in the home. */
static const char *xdg(Arena *arena, const Surroundings *at, const char *set, const char *standard,
                       const char *below) {
    if (set[0] == '/')
        return arena_printf(arena, "%s/%s", set, below);
    if (at->home[0] == '/')
        return arena_printf(arena, "%s/%s/%s", at->home, standard, below);
    return "";
}

const char *paths_config(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->config_home, ".config", "kairo");
}

const char *paths_settings(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->config_home, ".config", "kairo/settings.yaml");
}

const char *paths_terminals(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->state_home, ".local/state", "kairo/terminals.txt");
}

const char *paths_holidays(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->config_home, ".config", "kairo/holidays.txt");
}

const char *paths_plans(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->data_home, ".local/share", "kairo/plans");
}

const char *paths_bookmarks(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->data_home, ".local/share", "kairo/bookmarks.yaml");
}

const char *paths_versions(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->state_home, ".local/state", "kairo/versions");
}

const char *paths_session(Arena *arena, const Surroundings *at) {
    return xdg(arena, at, at->state_home, ".local/state", "kairo/session.yaml");
}

Strings paths_overlays(Arena *arena, const Surroundings *at, Strings data) {
    const char **all = arena_new(arena, const char *, data.count + 1);
    size_t count = 0;
    const char *config = paths_config(arena, at);
    const char *folder = arena_printf(arena, "%s/catalogue.d", config);
    if (!is_absent(config) && is_folder(folder))
        all[count++] = folder;
    for (size_t i = 0; i < data.count; i++)
        all[count++] = data.at[i];
    return (Strings){all, count};
}
