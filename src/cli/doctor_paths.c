/* See doctor_facts.h: the places of kairo's files. */
#include "cli/doctor_facts.h"

#include "plan/safe_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* ---- how they are told ---- */

/* Folders of the system, whose names tell nothing of anybody. */
static bool is_of_system(const char *path) {
    static const char *const folders[] = {"/usr/", "/opt/", "/nix/", "/app/"};
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        if (str_starts(str(path), str(folders[i])))
            return true;
    return false;
}

static const char *below_home(Arena *arena, const Surroundings *at, const char *path) {
    size_t len = strlen(at->home);
    while (len > 1 && at->home[len - 1] == '/')
        len--;
    bool below =
        at->home[0] == '/' && len > 1 && strncmp(path, at->home, len) == 0 && path[len] == '/';
    return below ? arena_printf(arena, "~%s", path + len) : "";
}

static const char *shown_catalogue(Arena *arena, const Surroundings *at) {
    const char *path = paths_catalogue(arena, at);
    if (!is_absent(at->catalogue))
        return "$KAIRO_CATALOGUE";
    if (is_of_system(path))
        return path;
    const char *below = below_home(arena, at, path);
    if (!is_absent(below))
        return below;
    bool installed = strstr(path, "/share/kairo/") != NULL;
    return installed ? ".../share/kairo/catalogue" : ".../data/catalogue";
}

/* By the rules of paths.c. */
static const char *shown_xdg(Arena *arena, const Surroundings *at, const char *variable,
                             const char *value, const char *standard, const char *below) {
    if (value[0] == '/')
        return arena_printf(arena, "$%s/%s", variable, below);
    return at->home[0] == '/' ? arena_printf(arena, "~/%s/%s", standard, below) : "";
}

const char *doctor_shown(Arena *arena, const Surroundings *at, DoctorPlace place) {
    const char *data = at->data_home, *state = at->state_home;
    switch (place) {
    case PLACE_CATALOGUE:
        return shown_catalogue(arena, at);
    case PLACE_CONFIG:
        return shown_xdg(arena, at, "XDG_CONFIG_HOME", at->config_home, ".config", "kairo");
    case PLACE_PLANS:
        return shown_xdg(arena, at, "XDG_DATA_HOME", data, ".local/share", "kairo/plans");
    case PLACE_BOOKMARKS:
        return shown_xdg(arena, at, "XDG_DATA_HOME", data, ".local/share", "kairo/bookmarks.yaml");
    case PLACE_VERSIONS:
        return shown_xdg(arena, at, "XDG_STATE_HOME", state, ".local/state", "kairo/versions");
    case PLACE_SESSION:
        return shown_xdg(arena, at, "XDG_STATE_HOME", state, ".local/state", "kairo/session.yaml");
    case PLACE_COUNT:
        break;
    }
    return "";
}

/* ---- how they are ---- */

/* The folder above, until one is there. */
static const char *nearest_folder(Arena *arena, const char *path) {
    char *folder = arena_copy(arena, str(path));
    struct stat status;
    for (char *slash; (slash = strrchr(folder, '/')) != NULL && slash != folder;) {
        *slash = '\0';
        if (stat(folder, &status) == 0)
            return S_ISDIR(status.st_mode) ? folder : "";
    }
    return "/";
}

static int64_t free_bytes(const char *folder) {
    struct statvfs status;
    if (statvfs(folder, &status) != 0 || status.f_blocks == 0)
        return -1; /* file systems without a size say 0 */
    return (int64_t)status.f_bavail * (int64_t)status.f_frsize;
}

static DoctorLocks try_locks(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return LOCKS_NOT_TRIED;
    SafeLocks found = safe_lock_try(folder);
    close(folder);
    return found == SAFE_LOCKS_NOT_KNOWN ? LOCKS_NOT_TRIED
           : found == SAFE_LOCKS_WORK    ? LOCKS_WORK
                                         : LOCKS_DO_NOT;
}

static bool may(const char *path, int how) {
    return faccessat(AT_FDCWD, path, how, AT_EACCESS) == 0;
}

static void look_at_it(const char *path, bool file, const struct stat *status, DoctorPath *out) {
    out->exists = true;
    out->right_kind = file ? S_ISREG(status->st_mode) : S_ISDIR(status->st_mode);
    out->readable = may(path, file ? R_OK : R_OK | X_OK);
    out->writable = may(path, file ? W_OK : W_OK | X_OK);
    out->foreign = status->st_uid != geteuid();
    out->mode = status->st_mode & 0777;
}

/* A file is saved into its folder, beside what is there. */
static void look_at_folder(Arena *arena, const char *path, bool file, bool own, DoctorPath *out) {
    const char *folder = out->exists && !file ? path : nearest_folder(arena, path);
    bool writable = !is_absent(folder) && may(folder, W_OK | X_OK);
    out->writable = writable && (!out->exists || out->writable);
    if (is_absent(folder))
        return;
    out->free_bytes = free_bytes(folder);
    if (own && writable)
        out->locks = try_locks(folder);
}

static void look_at(Arena *arena, const char *path, DoctorPlace place, DoctorPath *out) {
    bool file = place == PLACE_BOOKMARKS || place == PLACE_SESSION;
    struct stat status;
    if (is_absent(path))
        return;
    if (stat(path, &status) == 0)
        look_at_it(path, file, &status, out);
    look_at_folder(arena, path, file, place != PLACE_CATALOGUE && place != PLACE_CONFIG, out);
}

void doctor_look_at_paths(Arena *arena, const Surroundings *at, DoctorPath out[PLACE_COUNT]) {
    const char *const paths[PLACE_COUNT] = {
        [PLACE_CATALOGUE] = paths_catalogue(arena, at),
        [PLACE_CONFIG] = paths_config(arena, at),
        [PLACE_PLANS] = paths_plans(arena, at),
        [PLACE_VERSIONS] = paths_versions(arena, at),
        [PLACE_BOOKMARKS] = paths_bookmarks(arena, at),
        [PLACE_SESSION] = paths_session(arena, at),
    };
    for (DoctorPlace i = 0; i < PLACE_COUNT; i++) {
        out[i] = (DoctorPath){.shown = doctor_shown(arena, at, i), .free_bytes = -1};
        look_at(arena, paths[i], i, &out[i]);
    }
}
