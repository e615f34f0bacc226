/* See safe_lock.h. */
#include "plan/safe_lock.h"

#include "plan/safe_hash.h"
#include "plan/safe_io.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#define TEMP_START ".kairo-tmp-"

/* What is in the lock's place is not for us: another user's, a link, a folder. */
static bool is_not_for_us(int number) {
    return number == EACCES || number == EPERM || number == ELOOP || number == EISDIR ||
           number == ENXIO || number == SAFE_IO_NOT_A_FILE;
}

/* Other errors than these mean that saving cannot work either. */
static bool means_no_locks(int number) {
    return number == ENOLCK || number == EOPNOTSUPP || number == ENOSYS || number == EINVAL ||
           number == EACCES || number == EPERM;
}

/*
 * Tells whether we made it: where nothing can be locked, that decides. Others may open it as the
 * umask allows, so that users who share a folder take turns.
 */
static int open_lock(int folder, int *out, bool *made) {
    int flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK;
    int failure = safe_io_open(folder, SAFE_LOCK_NAME, flags | O_CREAT | O_EXCL, 0666, out);
    *made = failure == 0;
    if (failure != EEXIST)
        return failure;
    failure = safe_io_open(folder, SAFE_LOCK_NAME, flags, 0, out);
    return failure == ENOENT ? EAGAIN : failure;
}

static int try_lock(int file) {
    const struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    for (int i = 0; i < 100; i++) {
        if (fcntl(file, F_OFD_SETLK, &whole) == 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return EINTR;
}

static int check_file(int file) {
    struct stat info;
    if (fstat(file, &info) != 0)
        return errno;
    return S_ISREG(info.st_mode) ? 0 : SAFE_IO_NOT_A_FILE;
}

/* Whether the lock file's name still means the file that was locked. */
static int still_named(int folder, int file, bool *out) {
    struct stat named, locked;
    if (fstat(file, &locked) != 0)
        return errno;
    if (fstatat(folder, SAFE_LOCK_NAME, &named, AT_SYMLINK_NOFOLLOW) != 0) {
        *out = false;
        return errno == ENOENT ? 0 : errno;
    }
    *out = named.st_dev == locked.st_dev && named.st_ino == locked.st_ino;
    return 0;
}

/* For whom one waits, where the lock is by name. */
typedef struct Waiting {
    bool noted, changed;
    uint64_t holder; /* a hash; 0: not by name */
} Waiting;

static void note_holder(Waiting *waiting, uint64_t holder) {
    waiting->changed = waiting->changed || (waiting->noted && holder != waiting->holder);
    waiting->noted = true;
    waiting->holder = holder;
}

/* Says in the file who has the lock, or has it not. */
static int sign(int folder, SafeLock *out) {
    char maker[SAFE_TEMP_BYTES];
    safe_temp_name(maker);
    int failure = safe_io_write(out->file, str(maker));
    out->by_name = true;
    if (failure != 0)
        safe_lock_release(folder, out);
    return failure;
}

/* The file cannot be locked: then who made it has the lock. A dead process has not. */
static int take_by_name(int folder, bool made, SafeLock *out, Waiting *waiting) {
    char maker[SAFE_TEMP_BYTES] = "";
    size_t len;
    if (made)
        return sign(folder, out);
    int failure = safe_io_read(out->file, maker, sizeof maker - 1, &len);
    close(out->file);
    if (failure != 0)
        return failure;
    note_holder(waiting, safe_hash(SAFE_HASH_START, str(maker)));
    if (safe_temp_is_stale(maker))
        unlinkat(folder, SAFE_LOCK_NAME, 0);
    return EAGAIN;
}

/* One try. EAGAIN: somebody else has it. */
static int take_once(int folder, SafeLock *out, Waiting *waiting) {
    bool named = false, made;
    *out = (SafeLock){.file = -1};
    int failure = open_lock(folder, &out->file, &made);
    if (failure != 0)
        return failure;
    failure = check_file(out->file);
    if (failure == 0)
        failure = try_lock(out->file);
    if (means_no_locks(failure))
        return take_by_name(folder, made, out, waiting);
    if (failure == 0)
        failure = still_named(folder, out->file, &named);
    if (failure == 0 && named)
        return 0;
    if (made && failure != 0 && failure != EAGAIN)
        unlinkat(folder, SAFE_LOCK_NAME, 0);
    close(out->file);
    note_holder(waiting, 0);
    return failure == 0 ? EAGAIN : failure;
}

/* Nobody saves for so long: where a lock goes by name, its maker died on another machine. */
static int stop_waiting(int folder, bool has_waited, const Waiting *waiting, SafeLock *out) {
    *out = (SafeLock){.file = -1};
    if (waiting->holder == 0 || waiting->changed)
        return SAFE_IO_BUSY;
    if (has_waited)
        unlinkat(folder, SAFE_LOCK_NAME, 0);
    return 0;
}

int safe_lock_take(int folder, int patience, SafeLock *out) {
    Waiting waiting = {0};
    bool has_waited = patience > 0;
    int pause = 1; /* milliseconds, doubled up to 4: a save takes about one */
    for (;;) {
        int failure = take_once(folder, out, &waiting);
        if (failure == 0)
            return 0;
        if (failure != EAGAIN) {
            *out = (SafeLock){.file = -1};
            return is_not_for_us(failure) ? 0 : failure;
        }
        if (patience <= 0)
            return stop_waiting(folder, has_waited, &waiting, out);
        poll(NULL, 0, pause);
        patience -= pause;
        pause = MIN_OF(pause * 2, 4);
    }
}

void safe_lock_release(int folder, SafeLock *lock) {
    if (lock->file < 0)
        return;
    unlinkat(folder, SAFE_LOCK_NAME, 0);
    close(lock->file);
    lock->file = -1;
}

/* The machine and its space of process numbers: a container counts its own. */
static uint32_t machine(void) {
    struct utsname names = {0};
    struct stat space = {0};
    uint64_t hash = SAFE_HASH_START;
    if (uname(&names) == 0)
        hash = safe_hash(hash, str(names.nodename));
    if (stat("/proc/self/ns/pid", &space) == 0)
        hash = safe_hash(hash, str_n((const char *)&space.st_ino, sizeof space.st_ino));
    return (uint32_t)(hash ^ hash >> 32);
}

void safe_temp_name(char out[SAFE_TEMP_BYTES]) {
    uint64_t chance = 0;
    if (getrandom(&chance, sizeof chance, GRND_NONBLOCK) != (ssize_t)sizeof chance)
        chance = (uint64_t)(uintptr_t)out; /* O_EXCL sees to the rest */
    snprintf(out, SAFE_TEMP_BYTES, TEMP_START "%08lx-%ld-%016llx", (unsigned long)machine(),
             (long)getpid(), (unsigned long long)chance);
}

typedef struct TempName {
    unsigned long machine;
    long process;
} TempName;

static size_t hex_digits(const char *text) {
    return strspn(text, "0123456789abcdef");
}

static bool parse_temp(const char *name, TempName *out) {
    if (!str_starts(str(name), str(TEMP_START)))
        return false;
    char *end;
    name += strlen(TEMP_START);
    if (hex_digits(name) != 8 || name[8] != '-' || !isdigit((unsigned char)name[9]))
        return false;
    out->machine = strtoul(name, NULL, 16);
    out->process = strtol(name + 9, &end, 10);
    return out->process > 0 && end[0] == '-' && hex_digits(end + 1) == 16 && end[17] == '\0';
}

bool safe_temp_is_ours(const char *name) {
    TempName parts;
    return parse_temp(name, &parts);
}

bool safe_temp_is_stale(const char *name) {
    TempName parts;
    if (!parse_temp(name, &parts) || parts.machine != machine())
        return false;
    return kill((pid_t)parts.process, 0) != 0 && errno == ESRCH;
}

/* ---- whether there are locks at all ---- */

static int open_nameless(int folder, int *out) {
    char name[SAFE_TEMP_BYTES];
    if (safe_io_open(folder, ".", O_TMPFILE | O_RDWR, 0600, out) == 0)
        return 0;
    safe_temp_name(name); /* not every file system has files without a name */
    int failure = safe_io_open(folder, name, O_RDWR | O_CREAT | O_EXCL, 0600, out);
    if (failure == 0)
        unlinkat(folder, name, 0);
    return failure;
}

SafeLocks safe_lock_try(int folder) {
    int file;
    if (open_nameless(folder, &file) != 0)
        return SAFE_LOCKS_NOT_KNOWN;
    bool works = try_lock(file) == 0;
    close(file);
    return works ? SAFE_LOCKS_WORK : SAFE_LOCKS_DO_NOT;
}
