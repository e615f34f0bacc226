/* See power.h. */
#include "power.h"

#include <dirent.h>
#include <sys/stat.h>

enum { PENDING_MOST = 20, CONTENT_MOST = 1 << 16 };

/* --- the disk at the start --- */

static void read_content(Disk *disk, const char *path, int node, size_t size) {
    FILE *file = fopen(path, "rb");
    disk->content[node] = calloc(size + 1, 1);
    disk->len[node] = size;
    if (file == NULL || fread(disk->content[node], 1, size, file) != size)
        abort();
    fclose(file);
}

static void scan_entry(Disk *disk, int above, const char *path, const char *name, Trace *trace);

static void scan_folder(Disk *disk, int node, const char *path, Trace *trace) {
    char below[1024];
    DIR *opened = opendir(path);
    if (opened == NULL)
        abort();
    for (struct dirent *entry; (entry = readdir(opened)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        scan_entry(disk, node, below, entry->d_name, trace);
    }
    closedir(opened);
}

static void scan_entry(Disk *disk, int above, const char *path, const char *name, Trace *trace) {
    struct stat info;
    if (lstat(path, &info) != 0 || disk->names == DISK_NAMES)
        abort();
    int node = fault_node(trace, info.st_dev, info.st_ino);
    DiskName *entry = &disk->name[disk->names++];
    *entry = (DiskName){.folder = above, .node = node};
    snprintf(entry->name, sizeof entry->name, "%s", name);
    if (S_ISDIR(info.st_mode))
        scan_folder(disk, node, path, trace);
    else if (S_ISREG(info.st_mode))
        read_content(disk, path, node, (size_t)info.st_size);
}

void disk_scan(Disk *disk, const char *folder, Trace *trace) {
    struct stat info;
    *disk = (Disk){0};
    if (stat(folder, &info) != 0)
        abort();
    disk->root = fault_node(trace, info.st_dev, info.st_ino);
    scan_folder(disk, disk->root, folder, trace);
}

void disk_release(Disk *disk) {
    for (size_t i = 0; i < TRACE_NODES; i++)
        free(disk->content[i]);
    *disk = (Disk){0};
}

/* --- what is durable --- */

static bool is_synced(const Trace *trace, int node, int from, int ops) {
    for (int i = from; i < ops; i++)
        if (trace->op[i].kind == OP_SYNC && trace->op[i].node == node)
            return true;
    return false;
}

static bool is_durable(const Trace *trace, int at, int ops) {
    const Op *op = &trace->op[at];
    switch (op->kind) {
    case OP_WRITE:
    case OP_TRUNCATE:
        return is_synced(trace, op->node, at, ops);
    case OP_RENAME:
        return is_synced(trace, op->folder, at, ops) && is_synced(trace, op->other_folder, at, ops);
    case OP_MAKE_FOLDER:
    case OP_CREATE:
    case OP_UNLINK:
        return is_synced(trace, op->folder, at, ops);
    case OP_SYNC:
    case OP_CONFIRMED:
        break;
    }
    return true;
}

/* --- one disk: which operations count --- */

typedef struct State {
    const Disk *disk;
    const Trace *trace;
    int ops;
    bool counts[TRACE_OPS];
    int names;
    DiskName name[DISK_NAMES + TRACE_OPS];
} State;

static void drop_name(State *state, int folder, const char *name) {
    for (int i = 0; i < state->names; i++)
        if (state->name[i].folder == folder && strcmp(state->name[i].name, name) == 0)
            state->name[i--] = state->name[--state->names];
}

static void set_name(State *state, int folder, const char *name, int node) {
    drop_name(state, folder, name);
    DiskName *entry = &state->name[state->names++];
    *entry = (DiskName){.folder = folder, .node = node};
    snprintf(entry->name, sizeof entry->name, "%s", name);
}

static void apply_names(State *state) {
    state->names = state->disk->names;
    memcpy(state->name, state->disk->name, sizeof state->disk->name);
    for (int i = 0; i < state->ops; i++) {
        const Op *op = &state->trace->op[i];
        if (!state->counts[i])
            continue;
        if (op->kind == OP_CREATE || op->kind == OP_MAKE_FOLDER)
            set_name(state, op->folder, op->name, op->node);
        if (op->kind == OP_UNLINK || op->kind == OP_RENAME)
            drop_name(state, op->folder, op->name);
        if (op->kind == OP_RENAME)
            set_name(state, op->other_folder, op->other_name, op->node);
    }
}

/* -1: no such file. */
static int find(const State *state, const char *path) {
    int node = state->disk->root;
    while (node >= 0 && path[0] != '\0') {
        size_t len = strcspn(path, "/");
        int next = -1;
        for (int i = 0; i < state->names; i++)
            if (state->name[i].folder == node && strlen(state->name[i].name) == len &&
                strncmp(state->name[i].name, path, len) == 0)
                next = state->name[i].node;
        node = next;
        path += len + (path[len] == '/');
    }
    return node;
}

static size_t content_of(const State *state, int node, char out[CONTENT_MOST]) {
    size_t len = state->disk->len[node];
    if (len > 0)
        memcpy(out, state->disk->content[node], len);
    for (int i = 0; i < state->ops; i++) {
        const Op *op = &state->trace->op[i];
        if (!state->counts[i] || op->node != node)
            continue;
        size_t end = op->offset + (op->kind == OP_WRITE ? op->len : 0);
        if (end > CONTENT_MOST)
            abort();
        bool sets_end = op->kind == OP_TRUNCATE || (op->kind == OP_WRITE && end > len);
        if (sets_end && end > len)
            memset(out + len, 0, end - len);
        if (sets_end)
            len = end;
        if (op->kind == OP_WRITE)
            memcpy(out + op->offset, state->trace->pool + op->from, op->len);
    }
    return len;
}

static bool is_confirmed(const Trace *trace, int ops) {
    for (int i = 0; i < ops; i++)
        if (trace->op[i].kind == OP_CONFIRMED)
            return true;
    return false;
}

static const char *judge(State *state, const PowerFile *file) {
    static char content[CONTENT_MOST];
    apply_names(state);
    bool confirmed = is_confirmed(state->trace, state->ops);
    int node = find(state, file->path);
    if (node < 0)
        return confirmed              ? "a confirmed file is not there"
               : file->before != NULL ? "the old file is not there"
                                      : NULL;
    Str found = str_n(content, content_of(state, node, content));
    if (str_equal(found, file->after))
        return NULL;
    if (file->before == NULL || !str_equal(found, *file->before))
        return "the file is torn";
    return confirmed ? "a confirmed change is lost" : NULL;
}

/* Whether the node ever has the file's name: what others hold does not matter. */
static bool may_be_the_file(const State *state, int node, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    for (int i = 0; i < state->disk->names; i++)
        if (state->disk->name[i].node == node && strcmp(state->disk->name[i].name, name) == 0)
            return true;
    for (int i = 0; i < state->ops; i++) {
        const Op *op = &state->trace->op[i];
        const char *given = op->kind == OP_RENAME ? op->other_name : op->name;
        if (op->kind != OP_WRITE && op->node == node && strcmp(given, name) == 0)
            return true;
    }
    return false;
}

static bool is_pending(const State *state, int at, const char *path) {
    const Op *op = &state->trace->op[at];
    bool content = op->kind == OP_WRITE || op->kind == OP_TRUNCATE;
    if (content && !may_be_the_file(state, op->node, path))
        return false;
    return !is_durable(state->trace, at, state->ops);
}

void power_cut_at(const Disk *disk, const Trace *trace, int ops, const PowerFile *file,
                  PowerReport *report) {
    static State state;
    int pending[PENDING_MOST], count = 0;
    state.disk = disk;
    state.trace = trace;
    state.ops = ops;
    for (int i = 0; i < ops; i++) {
        state.counts[i] = !is_pending(&state, i, file->path);
        if (!state.counts[i] && count == PENDING_MOST)
            abort();
        if (!state.counts[i])
            pending[count++] = i;
    }
    for (unsigned long subset = 0; subset < 1ul << count; subset++) {
        for (int i = 0; i < count; i++)
            state.counts[pending[i]] = (subset >> i & 1) != 0;
        const char *fault = judge(&state, file);
        report->states++;
        if (fault != NULL && report->bad++ == 0)
            snprintf(report->first, sizeof report->first,
                     "%s: power cut after operation %d of %d, subset %lx of %d", fault, ops,
                     trace->ops, subset, count);
    }
}

void power_cut(const Disk *disk, const Trace *trace, const PowerFile *file, PowerReport *report) {
    for (int ops = 0; ops <= trace->ops; ops++)
        power_cut_at(disk, trace, ops, file, report);
}
