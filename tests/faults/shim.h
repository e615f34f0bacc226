/*
 * The fault shim: a shared object put before libc (LD_PRELOAD) that counts the calls of a
 * program, makes the n-th of them fail or end the process, and writes down what reached the
 * disk, for the power-cut model.
 *
 * A test uses it from inside: fault_begin … fault_end. The names are weak, so that a program
 * sees whether the shim is there. Any other program takes its orders from the environment:
 *
 *   KAIRO_FAULT="at=12 how=before error=28 last=once" KAIRO_FAULT_FOLDER=/some/folder
 *
 * Then only calls on files below that folder count. how: before after half kill-before
 * kill-after kill-half; last: once call every; error: a number of errno.h. KAIRO_FAULT_COUNT
 * names a file that gets the number of calls at the end.
 */
#ifndef KAIRO_FAULTS_SHIM_H
#define KAIRO_FAULTS_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum FaultCall {
    CALL_OPEN,
    CALL_READ,
    CALL_WRITE,
    CALL_SYNC,
    CALL_CLOSE,
    CALL_RENAME,
    CALL_UNLINK,
    CALL_MKDIR,
    CALL_LOCK,
    CALL_STAT,
    CALL_TRUNCATE,
    CALL_CHANGE, /* of mode or owner */
    CALL_LINK,   /* reading one */
    CALL_ACCESS,
    CALL_LIST, /* opening and reading a folder */
    CALL_MEMORY,
    FAULT_CALLS
} FaultCall;

typedef enum FaultHow {
    FAULT_NONE,
    FAULT_BEFORE, /* the call is not made and reports an error */
    FAULT_AFTER,  /* the call is made and reports an error all the same */
    FAULT_HALF,   /* half of the bytes, and the next such call reports an error */
    FAULT_KILL_BEFORE,
    FAULT_KILL_AFTER,
    FAULT_KILL_HALF
} FaultHow;

typedef enum FaultLast {
    FAULT_ONCE,
    FAULT_SAME_CALL, /* all later calls of this kind too */
    FAULT_EVERY_CALL /* all later calls whatever */
} FaultLast;

typedef struct FaultPlan {
    int at; /* from 0; -1: none */
    FaultHow how;
    int error;
    FaultLast last;
    bool no_locks; /* besides, no file can be locked: ENOLCK */
} FaultPlan;

/* What reached the kernel. A write is two operations, each a half, so that it can tear. */
typedef enum OpKind {
    OP_MAKE_FOLDER, /* folder, name, node */
    OP_CREATE,      /* folder, name, node */
    OP_WRITE,       /* node, offset, bytes at `from` in the pool */
    OP_TRUNCATE,    /* node, offset is the new size */
    OP_SYNC,        /* node, a file or a folder */
    OP_RENAME,      /* folder, name to other_folder, other_name; node */
    OP_UNLINK,      /* folder, name */
    OP_CONFIRMED    /* the program said "saved" */
} OpKind;

enum {
    TRACE_OPS = 1000,
    TRACE_NODES = 200,
    TRACE_CALLS = 1000, /* whose kinds are noted; later ones are only counted */
    TRACE_NAME = 80,    /* bytes; longer names are cut */
    TRACE_POOL = 1 << 17
};

typedef struct Op {
    OpKind kind;
    int folder, other_folder, node;
    char name[TRACE_NAME], other_name[TRACE_NAME];
    size_t offset, from, len;
} Op;

/* A file or folder; an inode that is used again is a new node. */
typedef struct Node {
    uint64_t device, inode;
    bool current;     /* the last to have this inode */
    bool sync_failed; /* must not be synced again */
} Node;

/* Lies in memory that parent and child share. */
typedef struct Trace {
    int calls;
    unsigned char kinds[TRACE_CALLS];
    int ops, nodes;
    Op op[TRACE_OPS];
    Node node[TRACE_NODES];
    size_t pool_len;
    char pool[TRACE_POOL];
    bool full; /* something had no room: the trace is of no use */
    bool synced_again /* after a failed sync: forbidden */;
    bool hit; /* the fault has happened */
} Trace;

/* From now on only calls on files below it count (NULL: all, and they are written down). Lent. */
void fault_below(const char *folder) __attribute__((weak));

/* From here on calls count, until fault_end. `trace` keeps its nodes. */
void fault_begin(const FaultPlan *plan, Trace *trace) __attribute__((weak));
void fault_end(void) __attribute__((weak));
void fault_confirmed(void) __attribute__((weak));

/* The node of a file that is there already; a new one when it was not known. */
int fault_node(Trace *trace, uint64_t device, uint64_t inode) __attribute__((weak));

#endif
