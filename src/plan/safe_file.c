/* See safe_file.h: save() below has the protocol's steps in their order. */
#include "plan/safe_file.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/safe_hash.h"
#include "plan/safe_io.h"
#include "plan/safe_lock.h"
#include "plan/safe_place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LOOKS = 20,   /* how often a file that changes meanwhile is read, and a save tried */
    NEW_NAMES = 8 /* how often a name for a temporary may be taken */
};

/* --- reading --- */

bool file_mark_equal(const FileMark *a, const FileMark *b) {
    return a->exists == b->exists && a->device == b->device && a->inode == b->inode &&
           a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds &&
           a->hash == b->hash;
}

static FileMark mark_of(const struct stat *info, Str content) {
    return (FileMark){
        .exists = true,
        .device = info->st_dev,
        .inode = info->st_ino,
        .size = (uint64_t)info->st_size,
        .seconds = info->st_mtim.tv_sec,
        .nanoseconds = info->st_mtim.tv_nsec,
        .hash = safe_hash(SAFE_HASH_START, content),
    };
}

static bool make_buf(Buf *out, size_t room) {
    char *at = mem_try_new(room, 1);
    if (at == NULL)
        return false;
    *out = (Buf){.at = at, .room = room, .most = SAFE_FILE_MOST};
    return true;
}

static int file_info(int file, struct stat *info) {
    if (fstat(file, info) != 0)
        return errno;
    if (!S_ISREG(info->st_mode))
        return SAFE_IO_NOT_A_FILE;
    return info->st_size > SAFE_FILE_MOST ? SAFE_IO_TOO_LARGE : 0;
}

/* SAFE_IO_RESTLESS when the file was written to while it was read. */
static int read_open(int file, Buf *out, FileMark *mark) {
    struct stat before, after;
    int failure = file_info(file, &before);
    if (failure != 0)
        return failure;
    /* One byte more than the size, so that a file that grew is noticed; and the NUL. */
    if (!make_buf(out, (size_t)before.st_size + 2))
        return ENOMEM;
    failure = safe_io_read(file, out->at, (size_t)before.st_size + 1, &out->len);
    if (failure == 0)
        failure = file_info(file, &after);
    if (failure != 0) {
        buf_release(out);
        return failure;
    }
    out->at[out->len] = '\0';
    *mark = mark_of(&before, buf_str(out));
    FileMark now = mark_of(&after, buf_str(out));
    if (out->len == mark->size && file_mark_equal(mark, &now))
        return 0;
    buf_release(out);
    return SAFE_IO_RESTLESS;
}

static int read_once(int folder, const char *name, int flags, Buf *out, FileMark *mark) {
    int file;
    int failure = safe_io_open(folder, name, O_RDONLY | O_NONBLOCK | flags, 0, &file);
    if (failure == ENOENT) {
        *mark = (FileMark){0};
        return make_buf(out, 1) ? 0 : ENOMEM;
    }
    if (failure == ELOOP && (flags & O_NOFOLLOW) != 0)
        return SAFE_IO_RESTLESS; /* it has become a link since we followed them */
    if (failure != 0)
        return failure;
    failure = read_open(file, out, mark);
    close(file);
    return failure;
}

/* `*out` is the caller's when this is 0, and empty otherwise. */
static int read_whole(int folder, const char *name, int flags, Buf *out, FileMark *mark) {
    int failure = SAFE_IO_RESTLESS;
    *out = (Buf){0};
    for (int i = 0; i < LOOKS && failure == SAFE_IO_RESTLESS; i++)
        failure = read_once(folder, name, flags, out, mark);
    return failure;
}

bool safe_file_read(const char *path, Buf *out, FileMark *mark, Err *err) {
    Buf bytes;
    FileMark found;
    int failure = read_whole(AT_FDCWD, path, 0, &bytes, &found);
    if (failure != 0) {
        err_set(err, _("%s cannot be read: %s"), path, safe_io_reason(failure));
        return false;
    }
    *out = bytes;
    *mark = found;
    return true;
}

/* --- writing --- */

/* One attempt to save. */
typedef struct Attempt {
    SafePlace place;
    bool locked;
    Str mine;
    const FileMark *expected; /* or NULL */
    SafeHooks hooks;
    Buf theirs;     /* what is on disk, */
    FileMark found; /* and its mark */
    Buf merged;     /* the merge's answer, when there is one */
    char temp[SAFE_TEMP_BYTES];
    FileMark written;
    Err refusal; /* the merge's, with REFUSED */
} Attempt;

enum { REFUSED = -1, AGAIN = -2 };

/* The file's own permission counts, although the folder's would do for a rename. */
static int may_write(const Attempt *at) {
    if (!at->found.exists)
        return 0;
    if (faccessat(at->place.folder, at->place.name, W_OK, AT_EACCESS) == 0)
        return 0;
    return errno == ENOENT ? AGAIN : errno;
}

static bool is_expected(const Attempt *at) {
    return at->expected == NULL || file_mark_equal(at->expected, &at->found) ||
           (at->found.exists && str_equal(at->mine, buf_str(&at->theirs)));
}

/* Sees to it that `*bytes` is what to write. */
static int settle(Attempt *at, Str *bytes) {
    *bytes = at->mine;
    if (is_expected(at))
        return 0;
    if (at->hooks.merge == NULL)
        return SAFE_IO_CHANGED;
    if (!make_buf(&at->merged, 64))
        return ENOMEM;
    Str theirs = buf_str(&at->theirs);
    const Str *there = at->found.exists ? &theirs : NULL;
    if (!at->hooks.merge(at->hooks.context, at->mine, there, &at->merged, &at->refusal))
        return REFUSED;
    *bytes = buf_str(&at->merged);
    return at->merged.overflowed ? SAFE_IO_TOO_LARGE : 0;
}

static int make_temp(Attempt *at, int *file) {
    int failure = EEXIST;
    for (int i = 0; i < NEW_NAMES && failure == EEXIST; i++) {
        safe_temp_name(at->temp);
        int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
        failure = safe_io_open(at->place.folder, at->temp, flags, 0600, file);
        if (failure != 0) /* the answer may have got lost: then it is there, and ours */
            unlinkat(at->place.folder, at->temp, 0);
    }
    return failure;
}

/* What a file system or an ordinary user cannot do is no reason not to save. */
static int unless_impossible(int result) {
    bool impossible = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL;
    return result == 0 || impossible ? 0 : errno;
}

/* Owner, group and mode of the file that is replaced. */
static int keep_attributes(const Attempt *at, int file) {
    struct stat old, new;
    if (!at->found.exists)
        return 0;
    if (fstatat(at->place.folder, at->place.name, &old, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? AGAIN : errno;
    int failure = 0;
    if (fstat(file, &new) != 0)
        return errno;
    if (old.st_gid != new.st_gid)
        failure = unless_impossible(fchown(file, (uid_t)-1, old.st_gid));
    if (failure == 0 && old.st_uid != new.st_uid)
        failure = unless_impossible(fchown(file, old.st_uid, (gid_t)-1));
    if (failure == 0 && fstat(file, &new) != 0)
        failure = errno;
    mode_t mode = old.st_mode & 0777;
    if (failure == 0 && old.st_gid != new.st_gid) /* another group gets what all get */
        mode = (mode & 0707) | (mode & 07) << 3;
    return failure != 0 ? failure : unless_impossible(fchmod(file, mode));
}

static int fill_temp(Attempt *at, int file, Str bytes) {
    struct stat info;
    int failure = safe_io_write(file, bytes);
    if (failure == 0)
        failure = keep_attributes(at, file);
    if (failure == 0)
        failure = safe_io_sync(file);
    if (failure == 0 && fstat(file, &info) != 0)
        failure = errno;
    if (failure == 0 && (size_t)info.st_size != bytes.len)
        failure = EIO; /* more or less is there than the disk said it took */
    if (failure == 0)
        at->written = mark_of(&info, bytes);
    int closing = safe_io_close(file);
    return failure != 0 ? failure : closing;
}

/* AGAIN when the file is no longer what `wanted` says. */
static int look_again(const Attempt *at, const FileMark *wanted) {
    Buf bytes;
    FileMark mark;
    int failure = read_whole(at->place.folder, at->place.name, O_NOFOLLOW, &bytes, &mark);
    if (failure == 0)
        buf_release(&bytes);
    if (failure == SAFE_IO_RESTLESS || (failure == 0 && !file_mark_equal(&mark, wanted)))
        return AGAIN;
    return failure;
}

/* The temporary takes the file's place; ENOENT: somebody has tidied it away. */
static int put_in_place(const Attempt *at) {
    int failure = look_again(at, &at->found);
    if (failure != 0)
        return failure;
    if (renameat(at->place.folder, at->temp, at->place.folder, at->place.name) != 0)
        return errno == ENOENT ? AGAIN : errno;
    return 0;
}

static int replace(Attempt *at, Str bytes) {
    int file;
    int failure = at->found.exists ? 0 : safe_place_sync_above(&at->place);
    if (failure == 0)
        failure = make_temp(at, &file);
    if (failure != 0)
        return failure;
    failure = fill_temp(at, file, bytes);
    if (failure == 0)
        failure = put_in_place(at);
    if (failure != 0)
        unlinkat(at->place.folder, at->temp, 0);
    return failure;
}

/* Steps 3 to 6. */
static int attempt(Attempt *at) {
    Str bytes;
    int failure = may_write(at);
    if (failure == 0)
        failure = settle(at, &bytes);
    if (failure != 0)
        return failure;
    if (bytes.len > SAFE_FILE_MOST)
        return SAFE_IO_TOO_LARGE;
    if (at->hooks.keep != NULL && at->found.exists)
        at->hooks.keep(at->hooks.context, buf_str(&at->theirs), &at->found);
    failure = replace(at, bytes);
    if (failure == 0)
        failure = safe_io_sync_folder(at->place.folder);
    if (failure == 0 && !at->locked)
        failure = look_again(at, &at->written);
    return failure;
}

static int attempt_all(Attempt *at) {
    int failure = AGAIN;
    for (int i = 0; i < LOOKS && failure == AGAIN; i++) {
        failure = read_whole(at->place.folder, at->place.name, O_NOFOLLOW, &at->theirs, &at->found);
        if (failure == 0)
            failure = attempt(at);
        buf_release(&at->theirs);
        buf_release(&at->merged);
    }
    return failure == AGAIN ? SAFE_IO_RESTLESS : failure;
}

static int save(Attempt *at, const char *path) {
    SafeLock lock;
    int failure = safe_place_open(path, &at->place);
    if (failure != 0)
        return failure;
    failure = safe_lock_take(at->place.folder, SAFE_LOCK_PATIENCE, &lock);
    if (failure == 0) {
        at->locked = lock.file >= 0 && !lock.by_name;
        failure = attempt_all(at);
        safe_lock_release(at->place.folder, &lock);
    }
    safe_place_close(&at->place);
    return failure;
}

bool safe_file_save(const char *path, Str bytes, const FileMark *expected, const SafeHooks *hooks,
                    FileMark *now, Err *err) {
    Attempt at = {.mine = bytes, .expected = expected};
    if (hooks != NULL)
        at.hooks = *hooks;
    int failure = save(&at, path);
    if (failure == REFUSED)
        *err = at.refusal;
    else if (failure != 0)
        err_set(err, _("%s cannot be saved: %s"), path, safe_io_reason(failure));
    else if (now != NULL)
        *now = at.written;
    return failure == 0;
}

/* --- sweeping --- */

typedef enum Sweep { SWEEP_LOOK, SWEEP_STALE, SWEEP_ALL } Sweep;

static int sweep_one(int folder, const char *name, Sweep how) {
    if (how == SWEEP_STALE && !safe_temp_is_stale(name))
        return 0;
    return unlinkat(folder, name, 0) == 0 || errno == ENOENT ? 0 : errno;
}

/* SWEEP_LOOK: AGAIN when there is something to sweep. */
static int sweep_entries(DIR *entries, int folder, Sweep how) {
    int failure = 0;
    errno = 0;
    for (struct dirent *entry; failure == 0 && (entry = readdir(entries)) != NULL; errno = 0) {
        bool temp = safe_temp_is_ours(entry->d_name);
        if (how == SWEEP_LOOK)
            failure = temp || strcmp(entry->d_name, SAFE_LOCK_NAME) == 0 ? AGAIN : 0;
        else if (temp)
            failure = sweep_one(folder, entry->d_name, how);
    }
    return failure != 0 ? failure : errno;
}

static int sweep_folder(int folder, Sweep how) {
    int again;
    int failure = safe_io_open(folder, ".", O_RDONLY | O_DIRECTORY, 0, &again);
    if (failure != 0)
        return failure;
    DIR *entries = fdopendir(again);
    if (entries == NULL) {
        failure = errno;
        close(again);
        return failure;
    }
    failure = sweep_entries(entries, folder, how);
    closedir(entries);
    return failure;
}

/* Who holds the folder's lock knows that no save is under way in it. */
static int sweep_locked(int folder) {
    SafeLock lock;
    int failure = safe_lock_take(folder, 0, &lock);
    if (failure != 0)
        return failure == SAFE_IO_BUSY ? 0 : failure;
    failure = sweep_folder(folder, lock.file >= 0 ? SWEEP_ALL : SWEEP_STALE);
    safe_lock_release(folder, &lock);
    return failure;
}

bool safe_file_sweep(const char *folder, Err *err) {
    int opened;
    int failure = safe_io_open(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0, &opened);
    if (failure == ENOENT)
        return true;
    if (failure == 0) {
        failure = sweep_folder(opened, SWEEP_LOOK);
        if (failure == AGAIN)
            failure = sweep_locked(opened);
        close(opened);
    }
    if (failure != 0)
        err_set(err, _("%s cannot be tidied: %s"), folder, safe_io_reason(failure));
    return failure == 0;
}
