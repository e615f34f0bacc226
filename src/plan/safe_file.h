/*
 * Bytes safely to and from disk. Knows nothing of plans.
 *
 * A save is confirmed (true) only when it would survive a power cut; when it is not, the file
 * is whole and as it was, but for one case: when the folder cannot be synced after the rename,
 * the new bytes are already there and only not known to last. The protocol:
 *
 *   1. symlinks are followed to the real file, whose missing folders are made (0700);
 *   2. the folder's lock (safe_lock.h) is taken, so that two of us take turns;
 *   3. the file is read again; when it is not what the caller last saw, the caller merges;
 *   4. a new temporary file in the same folder gets the bytes, is synced and closed;
 *   5. the file is looked at once more, in case a program that knows no lock has written;
 *   6. the temporary is renamed over the file and the folder is synced.
 *
 * Where no true lock is to be had, the file is read once more at the end, and all is done
 * again when it is not what was written. Two that write at the same moment without any lock
 * can still lose a change.
 *
 * After a failed sync the same file is never synced again: the kernel may have dropped the
 * pages and would say it is fine. A new attempt writes a new temporary from memory.
 *
 * Mode and owner of an existing file are kept as far as the system lets us; a hard link to it
 * is not (a file that is replaced whole cannot keep one), nor are extended attributes. A file
 * that we may not write is not replaced although the folder would let us.
 *
 * Errors are sentences that begin with the path. Nothing here ends the program for lack of
 * memory; nothing reads the clock.
 */
#ifndef KAIRO_PLAN_SAFE_FILE_H
#define KAIRO_PLAN_SAFE_FILE_H

#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

enum { SAFE_FILE_MOST = 16 << 20 /* bytes of a file; larger ones are refused */ };

/*
 * What a file was when we last saw it. All fields count: times can be set back, sizes can be
 * equal and inodes are used again. The hash is 64-bit FNV-1a of the whole content: quick,
 * simple, and enough against accidents, which are all it has to tell apart.
 */
typedef struct FileMark {
    bool exists; /* false: there was no file, and all else is zero */
    uint64_t device, inode;
    uint64_t size; /* bytes */
    int64_t seconds;
    int64_t nanoseconds; /* of the last modification */
    uint64_t hash;
} FileMark;

bool file_mark_equal(const FileMark *a, const FileMark *b);

/*
 * Reads the whole file, links followed. No file is no error: then mark->exists is false and
 * `out` is empty. `*out` is set up here and the caller's to release; `out` and `mark` are
 * untouched on failure.
 */
bool safe_file_read(const char *path, Buf *out, FileMark *mark, Err *err);

/*
 * Asked when the file is not what the caller expected. `mine` is what the caller wants to
 * save, `theirs` what is on disk now, NULL when the file is gone; the common base is the
 * caller's to know. Puts what to write into `out` (empty, given), or refuses with an error.
 * May be asked again in the same save, when the file changes once more: always with the same
 * `mine`, so the answer must not depend on earlier ones.
 */
typedef bool (*SafeMerge)(void *context, Str mine, const Str *theirs, Buf *out, Err *err);

/*
 * Shown what is about to be replaced, before it is. Cannot stop the save; what goes wrong
 * here the caller notes in its context. May be shown the same bytes more than once.
 */
typedef void (*SafeKeep)(void *context, Str replaced, const FileMark *mark);

typedef struct SafeHooks {
    SafeMerge merge; /* NULL: refuse to save over what was not expected */
    SafeKeep keep;   /* NULL: nothing */
    void *context;   /* handed to both */
} SafeHooks;

/*
 * Saves as above. `expected` is the mark of the last read or save; NULL: whatever is there is
 * replaced. `hooks` may be NULL. `*now` (may be NULL) is the mark of what was written. When a
 * merge happened, what was written is the merge's last answer. Untouched on failure: `now`.
 */
bool safe_file_save(const char *path, Str bytes, const FileMark *expected, const SafeHooks *hooks,
                    FileMark *now, Err *err);

/*
 * Removes the temporary and lock files that a killed or powerless save left in `folder`. Those
 * of a save that is under way are left alone, told by the lock, and where there are no locks
 * by the process whose number is in the name; never by a time. No folder is no error.
 */
bool safe_file_sweep(const char *folder, Err *err);

#endif
