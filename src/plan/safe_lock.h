/*
 * The lock of a folder and the names of the files we leave in it for a moment.
 *
 * The lock is on a file of its own beside what it protects, because what is saved is replaced
 * and a lock on the old file would protect nothing; beside and not among the user's state,
 * because the next writer may be another user. It is an open-file-description lock: it goes
 * with the process, and closing another descriptor of the file does not drop it. The lock
 * file is removed by its holder while it still holds the lock; whoever waited for it sees
 * that the name now means another file and starts again.
 *
 * On a file system without locks, who made the lock file has the lock, and its name (that of
 * a temporary) is in the file. Such a lock outlives a process that is killed: it is broken
 * when that process was one of this machine and is gone, or when nothing has happened for
 * SAFE_LOCK_PATIENCE. Both can in rare cases break a lock that is held, so who holds one by
 * name still looks before and after the rename (safe_file.h).
 */
#ifndef KAIRO_PLAN_SAFE_LOCK_H
#define KAIRO_PLAN_SAFE_LOCK_H

#include "base/err.h"

#include <stdbool.h>

#define SAFE_LOCK_NAME ".kairo-lock"
enum {
    SAFE_LOCK_PATIENCE = 5000, /* milliseconds slept while somebody else saves */
    SAFE_TEMP_BYTES = 64
};

typedef struct SafeLock {
    int file; /* -1: there is no lock to be had; what is in its place is not ours */
    bool by_name;
} SafeLock;

/*
 * Takes the lock of the open `folder`, or finds that there is none to be had: that is no
 * failure, see SafeLock. An error number of safe_io.h otherwise; SAFE_IO_BUSY when somebody
 * else held it for `patience` milliseconds.
 */
int safe_lock_take(int folder, int patience, SafeLock *out);
void safe_lock_release(int folder, SafeLock *lock);

/*
 * Whether files in the open `folder` can be locked, tried on one that has no name or loses it at
 * once, so that nothing is left behind. Not known where none can be made.
 */
typedef enum SafeLocks { SAFE_LOCKS_NOT_KNOWN, SAFE_LOCKS_WORK, SAFE_LOCKS_DO_NOT } SafeLocks;
SafeLocks safe_lock_try(int folder);

/*
 * A name for a temporary file: that of no other process, and by chance (64 bits) of no other
 * one of ours. It tells the machine and the process, for safe_temp_is_stale.
 */
void safe_temp_name(char out[SAFE_TEMP_BYTES]);

bool safe_temp_is_ours(const char *name);

/* Whether the process that made this temporary of ours was one of this machine and is gone. */
bool safe_temp_is_stale(const char *name);

#endif
