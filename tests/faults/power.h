/*
 * The power-cut model. From the operations the shim wrote down it makes every disk that a
 * power cut could leave: the operations up to some point, and of those that no sync had made
 * durable any subset, in their order. A file's sync makes its content durable, a folder's
 * sync the names in it; a name is no part of the file it names. A write counts as two, so that
 * it can tear.
 *
 * Harder than real file systems, which keep some order: what passes here passes there.
 */
#ifndef KAIRO_FAULTS_POWER_H
#define KAIRO_FAULTS_POWER_H

#include "shim.h"

#include "base/str.h"

enum { DISK_NAMES = 100 };

typedef struct DiskName {
    int folder, node;
    char name[TRACE_NAME];
} DiskName;

/* What is durable when the recording begins. */
typedef struct Disk {
    int root; /* node */
    int names;
    DiskName name[DISK_NAMES];
    char *content[TRACE_NODES]; /* owned; NULL: empty or a folder */
    size_t len[TRACE_NODES];
} Disk;

/* Reads all below `folder`; nodes are entered into `trace`. */
void disk_scan(Disk *disk, const char *folder, Trace *trace);
void disk_release(Disk *disk);

/* The file in question and what it may hold. */
typedef struct PowerFile {
    const char *path;  /* below the root, no links */
    const Str *before; /* NULL: no such file */
    Str after;
} PowerFile;

typedef struct PowerReport {
    long states; /* disks looked at */
    long bad;
    char first[200]; /* the first bad one, in words */
} PowerReport;

/*
 * Looks at all disks after `ops` operations: `file` is as before or as after, and as after
 * when OP_CONFIRMED is among the operations. Adds to `report`.
 */
void power_cut_at(const Disk *disk, const Trace *trace, int ops, const PowerFile *file,
                  PowerReport *report);

/* At every point. */
void power_cut(const Disk *disk, const Trace *trace, const PowerFile *file, PowerReport *report);

#endif
