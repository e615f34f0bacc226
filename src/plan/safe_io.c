/* See safe_io.h. */
#include "plan/safe_io.h"

#include "base/tr.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* A signal interrupts a call once or twice; a call that never gets through is an error. */
enum { TRIES = 100 };

int safe_io_open(int folder, const char *name, int flags, mode_t mode, int *file) {
    for (int i = 0; i < TRIES; i++) {
        *file = openat(folder, name, flags | O_CLOEXEC | O_NOCTTY, mode);
        if (*file >= 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return EINTR;
}

int safe_io_write(int file, Str bytes) {
    int interrupted = 0;
    while (bytes.len > 0) {
        ssize_t written = write(file, bytes.at, bytes.len);
        if (written > 0)
            bytes = str_skip(bytes, (size_t)written);
        else if (written == 0)
            return EIO;
        else if (errno != EINTR || ++interrupted == TRIES)
            return errno;
    }
    return 0;
}

int safe_io_read(int file, char *at, size_t room, size_t *len) {
    int interrupted = 0;
    *len = 0;
    while (*len < room) {
        ssize_t got = read(file, at + *len, room - *len);
        if (got == 0)
            return 0;
        if (got > 0)
            *len += (size_t)got;
        else if (errno != EINTR || ++interrupted == TRIES)
            return errno;
    }
    return 0;
}

int safe_io_sync(int file) {
    for (int i = 0; i < TRIES; i++) {
        if (fsync(file) == 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return EINTR;
}

int safe_io_sync_folder(int folder) {
    int failure = safe_io_sync(folder);
    bool cannot = failure == EINVAL || failure == EOPNOTSUPP || failure == ENOSYS;
    return cannot ? 0 : failure;
}

/* Interrupted or not, Linux has closed it. */
int safe_io_close(int file) {
    return close(file) == 0 || errno == EINTR ? 0 : errno;
}

/* TRANSLATORS: these end the sentences "… cannot be saved: %s" and "… cannot be read: %s". */
static const struct {
    int number;
    const char *reason;
} reasons[] = {
    {ENOSPC, N_("the disk is full")},
    {EDQUOT, N_("your share of the disk is used up")},
    {EROFS, N_("the disk is read-only")},
    {EACCES, N_("you do not have the permission")},
    {EPERM, N_("you do not have the permission")},
    {EIO, N_("the disk reports an error; it may be failing")},
    {EMFILE, N_("this program has too many files open")},
    {ENFILE, N_("this computer has too many files open")},
    {ENOMEM, N_("there is not enough memory")},
    {EINTR, N_("it was interrupted again and again")},
    {ENOENT, N_("the folder is not there")},
    {ENOTDIR, N_("a part of its path is not a folder")},
    {EISDIR, N_("it is not an ordinary file")},
    {ELOOP, N_("its links lead in a circle")},
    {ENAMETOOLONG, N_("its path is too long")},
    {EFBIG, N_("it is too large")},
    {SAFE_IO_NOT_A_FILE, N_("it is not an ordinary file")},
    {SAFE_IO_TOO_LARGE, N_("it is too large")},
    {SAFE_IO_BUSY, N_("another program has been writing there for some time")},
    {SAFE_IO_RESTLESS, N_("another program keeps changing it")},
    {SAFE_IO_CHANGED, N_("another program has changed it")},
    {SAFE_IO_DANGLING, N_("it is a link into a folder that is not there")},
};

const char *safe_io_reason(int number) {
    for (size_t i = 0; i < COUNT_OF(reasons); i++)
        if (reasons[i].number == number)
            return tr(reasons[i].reason);
    return strerror(number);
}
