/* See scenes.h. */
#include "scenes.h"

#include "base/mem.h"
#include "plan/safe_file.h"
#include "plan/versions.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#define BASE "name: 海路商会\nitem: a\nstatus: 候補\nnote: the first of all\n"
#define MINE "name: 海路商会\nitem: a\nstatus: 申請済\nnote: changed in this session, and longer\n"
#define THEIRS "name: 海路商会\nitem: a\nstatus: 候補\nnote: changed by a sync tool\n"

static char root[64];
static FileMark seen; /* what the session had last seen */

/* --- the folder --- */

const char *scenes_begin(void) {
    snprintf(root, sizeof root, "/dev/shm/kairo-faults-XXXXXX");
    if (mkdtemp(root) != NULL)
        return root;
    snprintf(root, sizeof root, "/tmp/kairo-faults-XXXXXX");
    if (mkdtemp(root) == NULL)
        abort();
    return root;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    (void)kind;
    return where->level == 0 ? 0 : remove(path);
}

void scenes_empty(void) {
    nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void scenes_end(void) {
    scenes_empty();
    rmdir(root);
}

const char *scene_path(const char *name) {
    static char paths[4][256];
    static size_t turn;
    char *path = paths[turn++ % COUNT_OF(paths)];
    snprintf(path, sizeof paths[0], "%s/%s", root, name);
    return path;
}

static char stray[128];

static int find_stray(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info;
    (void)kind;
    if (strncmp(path + where->base, ".kairo-", 7) == 0)
        snprintf(stray, sizeof stray, "%s", path + where->base);
    return 0;
}

const char *scenes_stray(void) {
    stray[0] = '\0';
    nftw(root, find_stray, 16, FTW_PHYS);
    return stray;
}

static void put(const char *name, const char *text) {
    FILE *file = fopen(scene_path(name), "wb");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
}

/* --- one file and another --- */

static void prepare_file(void) {
    put("plan", BASE);
}

static bool read_and_save(const char *name, const SafeHooks *hooks, Err *err) {
    Buf bytes;
    FileMark mark;
    if (!safe_file_read(scene_path(name), &bytes, &mark, err))
        return false;
    buf_release(&bytes);
    return safe_file_save(scene_path(name), str(MINE), &mark, hooks, NULL, err);
}

static bool save_file(bool *warned, Err *err) {
    (void)warned;
    return read_and_save("plan", NULL, err);
}

static void prepare_nothing(void) {
}

static bool save_new(bool *warned, Err *err) {
    (void)warned;
    return read_and_save("data/kairo/plans/plan", NULL, err);
}

static void prepare_link(void) {
    if (mkdir(scene_path("shared"), 0700) != 0 || symlink("shared/plan", scene_path("link")) != 0)
        abort();
    put("shared/plan", BASE);
}

static bool save_link(bool *warned, Err *err) {
    (void)warned;
    return read_and_save("link", NULL, err);
}

/* --- merging --- */

static void prepare_merge(void) {
    Buf bytes;
    Err err;
    put("plan", BASE);
    if (!safe_file_read(scene_path("plan"), &bytes, &seen, &err))
        abort();
    buf_release(&bytes);
    put("plan", THEIRS);
}

static bool merge(void *context, Str mine, const Str *theirs, Buf *out, Err *err) {
    (void)context;
    size_t need = mine.len + (theirs == NULL ? 0 : theirs->len) + 1;
    char *at = mem_try_resize(out->at, need, 1);
    if (at == NULL) {
        err_set(err, "%s cannot be merged: no memory", scene_path("plan"));
        return false;
    }
    out->at = at;
    out->room = need;
    if (theirs != NULL)
        buf_add(out, *theirs);
    buf_add(out, mine);
    return true;
}

static bool save_merge(bool *warned, Err *err) {
    (void)warned;
    const SafeHooks hooks = {.merge = merge};
    return safe_file_save(scene_path("plan"), str(MINE), &seen, &hooks, NULL, err);
}

/* --- versions --- */

static void prepare_versions(void) {
    char name[64], text[64];
    put("plan", BASE);
    if (mkdir(scene_path("versions"), 0700) != 0)
        abort();
    for (int i = 1; i <= VERSIONS_MOST; i++) {
        snprintf(name, sizeof name, "versions/%012d_2017-01-27_14.%02d", i, i);
        snprintf(text, sizeof text, "version %d\n", i);
        put(name, text);
    }
}

static void keep(void *context, Str replaced, const FileMark *mark) {
    bool *warned = context;
    Err err;
    (void)mark;
    if (!versions_keep(scene_path("versions"), replaced, "2017-01-27 14:20", &err))
        *warned = true;
}

static bool save_versions(bool *warned, Err *err) {
    const SafeHooks hooks = {.keep = keep, .context = warned};
    return read_and_save("plan", &hooks, err);
}

static bool is_a_version(uint64_t number, Str bytes) {
    char text[64];
    snprintf(text, sizeof text, "version %d\n", (int)number);
    return str_equal(bytes, str(BASE)) || str_equal(bytes, str(text));
}

bool scenes_versions_are_whole(bool *newest_is_old) {
    Arena arena = {0};
    VersionList all;
    Err err;
    Buf bytes;
    bool whole = versions_list(&arena, scene_path("versions"), &all, &err);
    whole = whole && all.count == VERSIONS_MOST;
    *newest_is_old = false;
    for (size_t i = 0; whole && i < all.count; i++) {
        whole = versions_read(scene_path("versions"), all.at[i].number, &bytes, &err);
        if (!whole)
            break;
        whole = is_a_version(all.at[i].number, buf_str(&bytes));
        *newest_is_old = *newest_is_old || (i == 0 && str_equal(buf_str(&bytes), str(BASE)));
        buf_release(&bytes);
    }
    arena_release(&arena);
    return whole;
}

const Scene scenes[] = {
    {"a file", prepare_file, save_file, "plan", "plan", BASE, MINE, false, false},
    {"a first file in new folders", prepare_nothing, save_new, "data/kairo/plans/plan",
     "data/kairo/plans/plan", NULL, MINE, false, false},
    {"behind a link", prepare_link, save_link, "shared/plan", "link", BASE, MINE, false, false},
    {"merged", prepare_merge, save_merge, "plan", "plan", THEIRS, THEIRS MINE, false, false},
    {"with versions", prepare_versions, save_versions, "plan", "plan", BASE, MINE, true, false},
    {"without locks", prepare_merge, save_merge, "plan", "plan", THEIRS, THEIRS MINE, false, true},
};
const size_t scene_count = COUNT_OF(scenes);

/* --- protocols that are wrong --- */

static bool write_all(const char *path, int flags, bool sync) {
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    Str text = str(MINE);
    bool done = file >= 0 && write(file, text.at, text.len) == (ssize_t)text.len;
    done = done && (!sync || fsync(file) == 0);
    return file >= 0 && close(file) == 0 && done;
}

static bool sync_root(void) {
    int folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = folder >= 0 && fsync(folder) == 0;
    return folder >= 0 && close(folder) == 0 && done;
}

static bool save_in_place(bool *warned, Err *err) {
    (void)warned;
    (void)err;
    return write_all(scene_path("plan"), O_TRUNC, true) && sync_root();
}

static bool save_unsynced(bool *warned, Err *err) {
    (void)warned;
    (void)err;
    return write_all(scene_path("temp"), O_EXCL, false) &&
           rename(scene_path("temp"), scene_path("plan")) == 0 && sync_root();
}

static bool save_folder_unsynced(bool *warned, Err *err) {
    (void)warned;
    (void)err;
    return write_all(scene_path("temp"), O_EXCL, true) &&
           rename(scene_path("temp"), scene_path("plan")) == 0;
}

/* All but the names of the folders it made. */
static bool save_new_folder_unsynced(bool *warned, Err *err) {
    (void)warned;
    (void)err;
    if (mkdir(scene_path("data"), 0700) != 0 || !write_all(scene_path("data/temp"), O_EXCL, true) ||
        rename(scene_path("data/temp"), scene_path("data/plan")) != 0)
        return false;
    int folder = open(scene_path("data"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = folder >= 0 && fsync(folder) == 0;
    return folder >= 0 && close(folder) == 0 && done;
}

const Scene bad_scenes[] = {
    {"truncated in place", prepare_file, save_in_place, "plan", "plan", BASE, MINE, false, false},
    {"no sync", prepare_file, save_unsynced, "plan", "plan", BASE, MINE, false, false},
    {"no sync of the folder", prepare_file, save_folder_unsynced, "plan", "plan", BASE, MINE, false,
     false},
    {"no sync above a new folder", prepare_nothing, save_new_folder_unsynced, "data/plan",
     "data/plan", NULL, MINE, false, false},
};
const size_t bad_scene_count = COUNT_OF(bad_scenes);
