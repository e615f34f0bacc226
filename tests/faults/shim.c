/* See shim.h. Each wrapper: decide, perhaps fail, call, write down, perhaps fail. */
#include "shim.h"

#include "base/macros.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *old, size_t bytes);

enum { DESCRIPTORS = 1024 };

/* One shim per process, so its state is global. */
static struct {
    bool on;
    FaultPlan plan;
    Trace *trace;
    bool half_open; /* half was done; the next such call fails */
    FaultCall half_call;
    const char *folder; /* when ordered by the environment */
    const char *count_file;
    bool watched[DESCRIPTORS];
} shim;

/* --- deciding --- */

static FaultHow persisting(FaultCall call) {
    const Trace *trace = shim.trace;
    if (shim.half_open && call == shim.half_call) {
        shim.half_open = false;
        return FAULT_BEFORE;
    }
    if (!trace->hit || shim.plan.last == FAULT_ONCE)
        return FAULT_NONE;
    bool same = trace->kinds[shim.plan.at] == call;
    if (shim.plan.last == FAULT_SAME_CALL && !same)
        return FAULT_NONE;
    return shim.plan.how == FAULT_AFTER && same ? FAULT_AFTER : FAULT_BEFORE;
}

static FaultHow decide(FaultCall call, bool watched) {
    Trace *trace = shim.trace;
    if (!shim.on || !watched)
        return FAULT_NONE;
    int nth = trace->calls++;
    if (nth < TRACE_CALLS)
        trace->kinds[nth] = (unsigned char)call;
    if (nth != shim.plan.at)
        return persisting(call);
    trace->hit = true;
    if (shim.plan.how == FAULT_HALF) {
        shim.half_open = true;
        shim.half_call = call;
    }
    return shim.plan.how;
}

static void die_if(bool now) {
    if (now)
        kill(getpid(), SIGKILL);
}

static bool fails_before(FaultHow how) {
    die_if(how == FAULT_KILL_BEFORE);
    if (how == FAULT_BEFORE)
        errno = shim.plan.error;
    return how == FAULT_BEFORE;
}

static bool fails_after(FaultHow how) {
    die_if(how == FAULT_KILL_AFTER || how == FAULT_KILL_HALF);
    if (how == FAULT_AFTER)
        errno = shim.plan.error;
    return how == FAULT_AFTER;
}

/* --- which files count, when a folder was named --- */

static bool is_below(const char *path) {
    size_t len = strlen(shim.folder);
    return strncmp(path, shim.folder, len) == 0 && (path[len] == '/' || path[len] == '\0');
}

static bool watch_file(int file) {
    return shim.folder == NULL || (file >= 0 && file < DESCRIPTORS && shim.watched[file]);
}

static bool watch_path(int folder, const char *path) {
    if (shim.folder == NULL)
        return true;
    return path[0] == '/' ? is_below(path) : watch_file(folder);
}

static void remember_watched(int file, bool watched) {
    if (file >= 0 && file < DESCRIPTORS)
        shim.watched[file] = watched;
}

/* --- writing down --- */

static bool recording(void) {
    return shim.on && shim.folder == NULL;
}

static int new_node(Trace *trace, uint64_t device, uint64_t inode) {
    for (int i = 0; i < trace->nodes; i++)
        if (trace->node[i].device == device && trace->node[i].inode == inode)
            trace->node[i].current = false;
    if (trace->nodes == TRACE_NODES) {
        trace->full = true;
        return 0;
    }
    trace->node[trace->nodes] = (Node){.device = device, .inode = inode, .current = true};
    return trace->nodes++;
}

int fault_node(Trace *trace, uint64_t device, uint64_t inode) {
    for (int i = 0; i < trace->nodes; i++)
        if (trace->node[i].device == device && trace->node[i].inode == inode &&
            trace->node[i].current)
            return i;
    return new_node(trace, device, inode);
}

static int node_of_file(int file) {
    struct stat info = {0};
    int number = errno;
    REAL(fstat)(file, &info);
    errno = number;
    return fault_node(shim.trace, info.st_dev, info.st_ino);
}

static Op *add_op(OpKind kind, int node) {
    static Op nowhere;
    Trace *trace = shim.trace;
    if (trace->ops == TRACE_OPS) {
        trace->full = true;
        return &nowhere;
    }
    Op *op = &trace->op[trace->ops++];
    *op = (Op){.kind = kind, .node = node};
    return op;
}

/* The folder of a path as a node, and the name in it. */
static int locate(int folder, const char *path, char name[TRACE_NAME]) {
    char above[4096] = ".";
    struct stat info = {0};
    const char *slash = strrchr(path, '/');
    if (slash != NULL)
        snprintf(above, sizeof above, "%.*s", (int)MAX_OF(slash - path, 1), path);
    snprintf(name, TRACE_NAME, "%s", slash == NULL ? path : slash + 1);
    REAL(fstatat)(folder, above, &info, 0);
    return fault_node(shim.trace, info.st_dev, info.st_ino);
}

static bool is_there(int folder, const char *path) {
    struct stat info;
    return REAL(fstatat)(folder, path, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

static void record_name(OpKind kind, int folder, const char *path, bool fresh) {
    struct stat info = {0};
    int number = errno;
    char name[TRACE_NAME];
    int above = locate(folder, path, name);
    int node = 0;
    if (kind != OP_UNLINK && REAL(fstatat)(folder, path, &info, 0) == 0)
        node = fresh ? new_node(shim.trace, info.st_dev, info.st_ino)
                     : fault_node(shim.trace, info.st_dev, info.st_ino);
    Op *op = add_op(kind, node);
    op->folder = above;
    memcpy(op->name, name, sizeof name);
    errno = number;
}

static void record_half(int node, size_t offset, const char *bytes, size_t len) {
    Trace *trace = shim.trace;
    if (len == 0)
        return;
    if (len > TRACE_POOL - trace->pool_len) {
        trace->full = true;
        return;
    }
    Op *op = add_op(OP_WRITE, node);
    op->offset = offset;
    op->from = trace->pool_len;
    op->len = len;
    memcpy(trace->pool + trace->pool_len, bytes, len);
    trace->pool_len += len;
}

static void record_write(int file, const void *bytes, ssize_t len) {
    if (!recording() || len <= 0)
        return;
    off_t end = lseek(file, 0, SEEK_CUR);
    if (end < 0)
        return; /* no file: a pipe */
    int node = node_of_file(file);
    size_t all = (size_t)len, half = all / 2, start = (size_t)end - all;
    record_half(node, start, bytes, half);
    record_half(node, start + half, (const char *)bytes + half, all - half);
}

/* --- orders --- */

void fault_below(const char *folder) {
    shim.folder = folder;
}

void fault_begin(const FaultPlan *plan, Trace *trace) {
    shim.plan = *plan;
    shim.trace = trace;
    shim.half_open = false;
    trace->calls = trace->ops = 0;
    trace->pool_len = 0;
    trace->full = trace->hit = trace->synced_again = false;
    shim.on = true;
}

void fault_end(void) {
    shim.on = false;
}

void fault_confirmed(void) {
    add_op(OP_CONFIRMED, 0);
}

static FaultHow how_of(const char *name) {
    static const char *const names[] = {"none",        "before",     "after",    "half",
                                        "kill-before", "kill-after", "kill-half"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(names[i], name) == 0)
            return (FaultHow)i;
    return FAULT_NONE;
}

static void take_orders(const char *orders) {
    static Trace trace;
    char how[16] = "none", last[16] = "once";
    FaultPlan plan = {.at = -1};
    sscanf(orders, "at=%d how=%15s error=%d last=%15s", &plan.at, how, &plan.error, last);
    plan.how = how_of(how);
    plan.last = last[0] == 'e' ? FAULT_EVERY_CALL : last[0] == 'c' ? FAULT_SAME_CALL : FAULT_ONCE;
    fault_begin(&plan, &trace);
}

__attribute__((constructor)) static void start(void) {
    const char *orders = getenv("KAIRO_FAULT");
    shim.folder = getenv("KAIRO_FAULT_FOLDER");
    shim.count_file = getenv("KAIRO_FAULT_COUNT");
    if (orders != NULL && shim.folder != NULL)
        take_orders(orders);
}

__attribute__((destructor)) static void stop(void) {
    shim.on = false;
    FILE *file = shim.count_file == NULL ? NULL : fopen(shim.count_file, "w");
    if (file == NULL || shim.trace == NULL)
        return;
    fprintf(file, "%d\n", shim.trace->calls);
    fclose(file);
}

/* --- the calls --- */

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    bool watched = watch_path(folder, path);
    FaultHow how = decide(CALL_OPEN, watched);
    if (fails_before(how))
        return -1;
    bool fresh = recording() && (flags & O_CREAT) != 0 && !is_there(folder, path);
    int file = REAL(openat)(folder, path, flags, mode);
    remember_watched(file, watched);
    if (file >= 0 && fresh)
        record_name(OP_CREATE, folder, path, true);
    if (file >= 0 && recording() && (flags & O_TRUNC) != 0)
        add_op(OP_TRUNCATE, node_of_file(file));
    if (fails_after(how)) {
        int number = errno;
        if (file >= 0)
            REAL(close)(file);
        errno = number;
        return -1;
    }
    return file;
}

int openat(int folder, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_at(folder, path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_at(AT_FDCWD, path, flags, mode);
}

static size_t part_of(FaultHow how, size_t len) {
    return how == FAULT_HALF || how == FAULT_KILL_HALF ? (len + 1) / 2 : len;
}

ssize_t read(int file, void *bytes, size_t len) {
    FaultHow how = decide(CALL_READ, watch_file(file));
    if (fails_before(how))
        return -1;
    ssize_t got = REAL(read)(file, bytes, part_of(how, len));
    return fails_after(how) ? -1 : got;
}

ssize_t write(int file, const void *bytes, size_t len) {
    FaultHow how = decide(CALL_WRITE, watch_file(file));
    if (fails_before(how))
        return -1;
    ssize_t done = REAL(write)(file, bytes, part_of(how, len));
    record_write(file, bytes, done);
    return fails_after(how) ? -1 : done;
}

/* Never by a save, which is what is written down. */
ssize_t pwrite(int file, const void *bytes, size_t len, off_t at) {
    FaultHow how = decide(CALL_WRITE, watch_file(file));
    if (fails_before(how))
        return -1;
    ssize_t done = REAL(pwrite)(file, bytes, part_of(how, len), at);
    return fails_after(how) ? -1 : done;
}

static int sync_file(int file, bool data_only) {
    FaultHow how = decide(CALL_SYNC, watch_file(file));
    int node = recording() ? node_of_file(file) : -1;
    struct stat info = {0};
    REAL(fstat)(file, &info);
    if (node >= 0 && !S_ISDIR(info.st_mode) && shim.trace->node[node].sync_failed)
        shim.trace->synced_again = true;
    bool failed = fails_before(how);
    int result = failed ? -1 : data_only ? REAL(fdatasync)(file) : REAL(fsync)(file);
    /* A sync that says it failed has not synced, whatever the disk did. */
    if (node >= 0 && result == 0 && how != FAULT_AFTER)
        add_op(OP_SYNC, node);
    failed = failed || fails_after(how);
    if (node >= 0 && failed && shim.plan.error != EINTR)
        shim.trace->node[node].sync_failed = true;
    return failed ? -1 : result;
}

int fsync(int file) {
    return sync_file(file, false);
}

int fdatasync(int file) {
    return sync_file(file, true);
}

/* Linux closes also when it reports an error. */
int close(int file) {
    FaultHow how = decide(CALL_CLOSE, watch_file(file));
    die_if(how == FAULT_KILL_BEFORE);
    int result = REAL(close)(file);
    remember_watched(file, false);
    return fails_before(how) || fails_after(how) ? -1 : result;
}

static void record_rename(int node, int from_folder, const char *from, int to_folder,
                          const char *to) {
    Op *op = add_op(OP_RENAME, node);
    op->folder = locate(from_folder, from, op->name);
    op->other_folder = locate(to_folder, to, op->other_name);
}

static int rename_at(int from_folder, const char *from, int to_folder, const char *to) {
    FaultHow how = decide(CALL_RENAME, watch_path(from_folder, from) || watch_path(to_folder, to));
    if (fails_before(how))
        return -1;
    struct stat info = {0};
    bool known = recording() && REAL(fstatat)(from_folder, from, &info, AT_SYMLINK_NOFOLLOW) == 0;
    int node = known ? fault_node(shim.trace, info.st_dev, info.st_ino) : 0;
    int result = REAL(renameat)(from_folder, from, to_folder, to);
    if (known && result == 0)
        record_rename(node, from_folder, from, to_folder, to);
    return fails_after(how) ? -1 : result;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    return rename_at(from_folder, from, to_folder, to);
}

int rename(const char *from, const char *to) {
    return rename_at(AT_FDCWD, from, AT_FDCWD, to);
}

int unlinkat(int folder, const char *path, int flags) {
    FaultHow how = decide(CALL_UNLINK, watch_path(folder, path));
    if (fails_before(how))
        return -1;
    int result = REAL(unlinkat)(folder, path, flags);
    if (result == 0 && recording())
        record_name(OP_UNLINK, folder, path, false);
    return fails_after(how) ? -1 : result;
}

int unlink(const char *path) {
    return unlinkat(AT_FDCWD, path, 0);
}

int mkdirat(int folder, const char *path, mode_t mode) {
    FaultHow how = decide(CALL_MKDIR, watch_path(folder, path));
    if (fails_before(how))
        return -1;
    int result = REAL(mkdirat)(folder, path, mode);
    if (result == 0 && recording())
        record_name(OP_MAKE_FOLDER, folder, path, true);
    return fails_after(how) ? -1 : result;
}

int mkdir(const char *path, mode_t mode) {
    return mkdirat(AT_FDCWD, path, mode);
}

int fcntl(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    FaultHow how = decide(CALL_LOCK, watch_file(file));
    if (fails_before(how))
        return -1;
    if (shim.on && shim.plan.no_locks) {
        errno = ENOLCK;
        return -1;
    }
    int result = REAL(fcntl)(file, command, argument);
    return fails_after(how) ? -1 : result;
}

int ftruncate(int file, off_t size) {
    FaultHow how = decide(CALL_TRUNCATE, watch_file(file));
    if (fails_before(how))
        return -1;
    int result = REAL(ftruncate)(file, size);
    if (result == 0 && recording())
        add_op(OP_TRUNCATE, node_of_file(file))->offset = (size_t)size;
    return fails_after(how) ? -1 : result;
}

int fchmod(int file, mode_t mode) {
    FaultHow how = decide(CALL_CHANGE, watch_file(file));
    if (fails_before(how))
        return -1;
    int result = REAL(fchmod)(file, mode);
    return fails_after(how) ? -1 : result;
}

int fchown(int file, uid_t owner, gid_t group) {
    FaultHow how = decide(CALL_CHANGE, watch_file(file));
    if (fails_before(how))
        return -1;
    int result = REAL(fchown)(file, owner, group);
    return fails_after(how) ? -1 : result;
}

int fstat(int file, struct stat *info) {
    FaultHow how = decide(CALL_STAT, watch_file(file));
    if (fails_before(how))
        return -1;
    int result = REAL(fstat)(file, info);
    return fails_after(how) ? -1 : result;
}

int fstatat(int folder, const char *restrict path, struct stat *restrict info, int flags) {
    FaultHow how = decide(CALL_STAT, watch_path(folder, path));
    if (fails_before(how))
        return -1;
    int result = REAL(fstatat)(folder, path, info, flags);
    return fails_after(how) ? -1 : result;
}

int stat(const char *restrict path, struct stat *restrict info) {
    return fstatat(AT_FDCWD, path, info, 0);
}

int lstat(const char *restrict path, struct stat *restrict info) {
    return fstatat(AT_FDCWD, path, info, AT_SYMLINK_NOFOLLOW);
}

int faccessat(int folder, const char *path, int mode, int flags) {
    FaultHow how = decide(CALL_ACCESS, watch_path(folder, path));
    if (fails_before(how))
        return -1;
    int result = REAL(faccessat)(folder, path, mode, flags);
    return fails_after(how) ? -1 : result;
}

int access(const char *path, int mode) {
    return faccessat(AT_FDCWD, path, mode, 0);
}

ssize_t readlink(const char *restrict path, char *restrict bytes, size_t room) {
    FaultHow how = decide(CALL_LINK, watch_path(AT_FDCWD, path));
    if (fails_before(how))
        return -1;
    ssize_t result = REAL(readlink)(path, bytes, room);
    return fails_after(how) ? -1 : result;
}

DIR *opendir(const char *path) {
    FaultHow how = decide(CALL_LIST, watch_path(AT_FDCWD, path));
    if (fails_before(how))
        return NULL;
    DIR *result = REAL(opendir)(path);
    if (!fails_after(how))
        return result;
    int number = errno;
    if (result != NULL)
        closedir(result);
    errno = number;
    return NULL;
}

struct dirent *readdir(DIR *folder) {
    FaultHow how = decide(CALL_LIST, shim.folder == NULL || watch_file(dirfd(folder)));
    if (fails_before(how))
        return NULL;
    struct dirent *result = REAL(readdir)(folder);
    return fails_after(how) ? NULL : result;
}

/* Memory has no "after", and no folder to tell whose it is. */
static bool no_memory(void) {
    FaultHow how = decide(CALL_MEMORY, shim.folder == NULL);
    die_if(how >= FAULT_KILL_BEFORE);
    if (how != FAULT_NONE)
        errno = ENOMEM;
    return how != FAULT_NONE;
}

void *malloc(size_t bytes) {
    return no_memory() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes) {
    return no_memory() ? NULL : __libc_calloc(count, bytes);
}

void *realloc(void *old, size_t bytes) {
    return no_memory() ? NULL : __libc_realloc(old, bytes);
}
