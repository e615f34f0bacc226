/* See versions.h. */
#include "plan/versions.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/safe_file.h"
#include "plan/safe_io.h"
#include "plan/safe_lock.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    DIGITS = 12,
    NAME_BYTES = DIGITS + 1 + VERSIONS_WHEN_BYTES,
};

/* One version's file. */
typedef struct Entry {
    uint64_t number;
    char name[NAME_BYTES];
} Entry;

/* The files of a folder, newest first. */
typedef struct Entries {
    Entry *at;
    size_t count, room;
    bool strays; /* a keeping that was killed has left something */
} Entries;

/* --- names --- */

static bool may_stand_in_when(char c) {
    return isalnum((unsigned char)c) || strchr("-+: ", c) != NULL;
}

/* ":" and the blank are not for file names everywhere. */
static void print_name(char out[NAME_BYTES], uint64_t number, const char *when) {
    int at = snprintf(out, NAME_BYTES, "%0*llu", DIGITS, (unsigned long long)number);
    size_t len = (size_t)at;
    if (when[0] != '\0')
        out[len++] = '_';
    for (; when[0] != '\0' && len + 1 < NAME_BYTES; when++)
        if (may_stand_in_when(when[0]))
            out[len++] = when[0] == ':' ? '.' : when[0] == ' ' ? '_' : when[0];
    out[len] = '\0';
}

static bool parse_name(const char *name, Entry *out) {
    size_t len = strlen(name);
    if (strspn(name, "0123456789") != DIGITS || len >= NAME_BYTES)
        return false;
    if (name[DIGITS] != '\0' && name[DIGITS] != '_')
        return false;
    out->number = strtoull(name, NULL, 10);
    memcpy(out->name, name, len + 1);
    return true;
}

static const char *when_of(Arena *arena, const Entry *entry) {
    if (entry->name[DIGITS] == '\0')
        return "";
    char *when = arena_copy(arena, str(entry->name + DIGITS + 1));
    for (char *c = when; *c != '\0'; c++)
        *c = *c == '.' ? ':' : *c == '_' ? ' ' : *c;
    return when;
}

static bool path_of(const char *folder, const char *name, char out[PATH_MAX]) {
    int bytes = snprintf(out, PATH_MAX, "%s/%s", folder, name);
    return bytes > 0 && bytes < PATH_MAX;
}

/* --- listing --- */

static int newest_first(const void *a, const void *b) {
    const Entry *one = a, *two = b;
    if (one->number != two->number)
        return one->number < two->number ? 1 : -1;
    return -strcmp(one->name, two->name);
}

static bool add_entry(Entries *entries, const Entry *entry) {
    if (entries->count == entries->room) {
        size_t room = entries->room == 0 ? 16 : entries->room * 2;
        Entry *at = mem_try_resize(entries->at, room, sizeof *at);
        if (at == NULL)
            return false;
        entries->at = at;
        entries->room = room;
    }
    entries->at[entries->count++] = *entry;
    return true;
}

static int read_entries(DIR *folder, Entries *out) {
    Entry entry;
    errno = 0;
    for (struct dirent *found; (found = readdir(folder)) != NULL; errno = 0) {
        if (parse_name(found->d_name, &entry) && !add_entry(out, &entry))
            return ENOMEM;
        out->strays = out->strays || safe_temp_is_ours(found->d_name) ||
                      strcmp(found->d_name, SAFE_LOCK_NAME) == 0;
    }
    return errno;
}

/* `*out` is the caller's to free in any case. */
static bool scan(const char *folder, Entries *out, Err *err) {
    *out = (Entries){0};
    DIR *opened = opendir(folder);
    if (opened == NULL && errno == ENOENT)
        return true;
    int failure = opened == NULL ? errno : read_entries(opened, out);
    if (opened != NULL)
        closedir(opened);
    if (failure != 0) {
        err_set(err, _("%s cannot be read: %s"), folder, safe_io_reason(failure));
        return false;
    }
    if (out->count > 1)
        qsort(out->at, out->count, sizeof *out->at, newest_first);
    return true;
}

bool versions_list(Arena *arena, const char *folder, VersionList *out, Err *err) {
    Entries entries;
    char path[PATH_MAX];
    struct stat info;
    bool listed = scan(folder, &entries, err);
    if (listed) {
        size_t count = MIN_OF(entries.count, (size_t)VERSIONS_MOST);
        Version *versions = arena_new(arena, Version, count);
        for (size_t i = 0; i < count; i++) {
            const Entry *entry = &entries.at[i];
            bool there = path_of(folder, entry->name, path) && stat(path, &info) == 0;
            versions[i] = (Version){.number = entry->number,
                                    .when = when_of(arena, entry),
                                    .bytes = there ? (uint64_t)info.st_size : 0};
        }
        *out = (VersionList){versions, count};
    }
    free(entries.at);
    return listed;
}

/* --- reading --- */

static bool read_entry(const char *folder, const Entry *entry, Buf *out, Err *err) {
    char path[PATH_MAX];
    FileMark mark;
    if (!path_of(folder, entry->name, path)) {
        err_set(err, _("%s cannot be read: %s"), folder, safe_io_reason(ENAMETOOLONG));
        return false;
    }
    return safe_file_read(path, out, &mark, err);
}

bool versions_read(const char *folder, uint64_t number, Buf *out, Err *err) {
    Entries entries;
    bool scanned = scan(folder, &entries, err);
    const Entry *wanted = NULL;
    for (size_t i = 0; scanned && i < MIN_OF(entries.count, (size_t)VERSIONS_MOST); i++)
        if (wanted == NULL && entries.at[i].number == number)
            wanted = &entries.at[i];
    if (scanned && wanted == NULL)
        err_set(err, _("there is no version %llu"), (unsigned long long)number);
    bool read_well = wanted != NULL && read_entry(folder, wanted, out, err);
    free(entries.at);
    return read_well;
}

/* --- keeping --- */

static bool equals_newest(const char *folder, const Entries *entries, Str bytes) {
    Buf newest;
    Err ignored; /* what cannot be read is not what we have */
    if (entries->count == 0 || !read_entry(folder, &entries->at[0], &newest, &ignored))
        return false;
    bool equal = str_equal(buf_str(&newest), bytes);
    buf_release(&newest);
    return equal;
}

/* What could not be removed now goes the next time; nobody sees it meanwhile. */
static void remove_oldest(const char *folder, const Entries *entries) {
    char path[PATH_MAX];
    for (size_t i = VERSIONS_MOST - 1; i < entries->count; i++)
        if (path_of(folder, entries->at[i].name, path))
            unlink(path);
}

static bool keep_as(const char *folder, uint64_t number, Str bytes, const char *when, Err *err) {
    char name[NAME_BYTES], path[PATH_MAX];
    print_name(name, number, when);
    if (!path_of(folder, name, path)) {
        err_set(err, _("%s cannot be saved: %s"), folder, safe_io_reason(ENAMETOOLONG));
        return false;
    }
    const FileMark nothing = {.exists = false};
    return safe_file_save(path, bytes, &nothing, NULL, NULL, err);
}

bool versions_keep(const char *folder, Str bytes, const char *when, Err *err) {
    Entries entries;
    Err ignored;
    bool kept = scan(folder, &entries, err);
    if (entries.strays)
        safe_file_sweep(folder, &ignored);
    if (kept && !equals_newest(folder, &entries, bytes)) {
        uint64_t number = entries.count == 0 ? 1 : entries.at[0].number + 1;
        kept = keep_as(folder, number, bytes, when, err);
        if (kept)
            remove_oldest(folder, &entries);
    }
    free(entries.at);
    return kept;
}
