/*
 * System calls as a save needs them: interrupted ones are tried again, though not for ever,
 * and a failure is an error number (0: done), so that tidying up cannot disturb it.
 */
#ifndef KAIRO_PLAN_SAFE_IO_H
#define KAIRO_PLAN_SAFE_IO_H

#include "base/err.h"
#include "base/str.h"

#include <sys/types.h>

/* O_CLOEXEC and O_NOCTTY are added. The descriptor comes out in `*file`. */
int safe_io_open(int folder, const char *name, int flags, mode_t mode, int *file);

int safe_io_write(int file, Str bytes);

/* Reads to the end or until `room` is full; `*len` bytes have come. */
int safe_io_read(int file, char *at, size_t room, size_t *len);

/* EIO and the like mean that what was written may be gone: do not sync the same file again. */
int safe_io_sync(int file);

/* As safe_io_sync, for a folder; a file system that cannot sync folders counts as done. */
int safe_io_sync_folder(int folder);

int safe_io_close(int file);

/* Why, as a part of a sentence: "the disk is full". Static, or the system's own words. */
const char *safe_io_reason(int number);

/* Our own numbers, beside the system's. */
enum {
    SAFE_IO_NOT_A_FILE = 1 << 16, /* a folder, a pipe, a device */
    SAFE_IO_TOO_LARGE,            /* more than SAFE_FILE_MOST */
    SAFE_IO_BUSY,                 /* somebody else has held the lock for too long */
    SAFE_IO_RESTLESS,             /* the file changes each time we look */
    SAFE_IO_CHANGED,              /* not what was expected, and nobody to merge it */
    SAFE_IO_DANGLING,             /* a link into a folder that is not there */
};

#endif
