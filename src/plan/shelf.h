/*
 * The plans on disk: one file for each client in one folder, and the versions of each.
 *
 *   PLANS/<slug>.yaml          mode 0600; slug.h says how a name becomes a slug
 *   VERSIONS/<slug>/           what saves have replaced: versions.h
 *
 * A plan is known by the name inside its file, never by the file's: a file that was copied or
 * put there by a sync tool under another name is a plan like any other, and two names that
 * share a slug get two files ("elm-2.yaml").
 *
 * Every save is by safe_file.h. What another process, a sync tool or git wrote meanwhile is
 * merged (merge.h); a file that has become no plan meanwhile is never overwritten.
 *
 * Nothing here reads the clock or the environment.
 */
#ifndef KAIRO_PLAN_SHELF_H
#define KAIRO_PLAN_SHELF_H

#include "plan/edit.h"
#include "plan/safe_file.h"
#include "plan/versions.h"

/* Folders, lent by the caller; they need not exist. */
typedef struct Shelf {
    const char *plans;
    const char *versions; /* "": nowhere to keep versions; saves work and say so */
} Shelf;

/* ---- what is there ---- */

typedef struct ShelfRow {
    const char *file;    /* in shelf->plans: "elm.yaml" */
    const char *name;    /* inside the file; of a damaged one the file's, without ".yaml" */
    const char *problem; /* "" when all is well, else file:line:column and what is wrong */
    const char *updated; /* stamp; "" of a damaged one */
    size_t items, done;  /* programs in it, and of them 完了 */
    bool archived;
} ShelfRow;
LIST_OF(ShelfRow, ShelfRows);

/* All plans by name, damaged ones too; in `arena`. No folder: none. */
bool shelf_list(const Shelf *shelf, Arena *arena, ShelfRows *out, Err *err);

/*
 * The plan that is meant by `name`: of this name to the byte, else the same in NFC, else the
 * damaged file that would hold it, else the only one with the same key (text/key.h). False
 * with a sentence that names the nearest. A damaged plan is found, with its problem.
 */
bool shelf_find(const Shelf *shelf, Arena *arena, const char *name, ShelfRow *out, Err *err);

/* ---- one plan ---- */

/* `ShelfPlan p = {0};` is none. */
typedef struct ShelfPlan {
    char *file;    /* owned; as ShelfRow's */
    Plan plan;     /* what the user works on: change it by edit.h, then save */
    Plan base;     /* what was on disk when it was last read or saved */
    bool has_base; /* false when what is on disk is no plan */
    FileMark mark; /* of the base */
} ShelfPlan;

/* Opens the file of a row. A damaged one is a failure with its first problem. */
bool shelf_open(const Shelf *shelf, const char *file, ShelfPlan *out, Err *err);
void shelf_close(ShelfPlan *plan);

/* A new, empty plan, saved. Fails when there is one of this name (in NFC). */
bool shelf_create(const Shelf *shelf, const char *name, const char *now, ShelfPlan *out, Err *err);

/* What there is to say of a save that succeeded. */
typedef struct ShelfSaved {
    bool merged;      /* another had changed the file, and both are in it now */
    size_t conflicts; /* met in that merge, kept in the plan for people to settle */
    bool gone;        /* the file was no longer there and has been made again */
    Err not_kept;     /* "" or why the version before this one could not be kept */
} ShelfSaved;

/*
 * Saves what changed; nothing changed is saved already. Afterwards plan->plan is what is on
 * disk, another's changes included. On failure it is as it was, to be tried again. `now` is
 * the time written beside the version that is kept.
 */
bool shelf_save(const Shelf *shelf, ShelfPlan *plan, const char *now, ShelfSaved *saved, Err *err);

/*
 * Gives it another name, with the file and the versions that belong to it. The old file goes
 * when the new one would survive a power cut, and when nobody has written to it meanwhile.
 * Fails when there is a plan of the new name.
 */
bool shelf_rename(const Shelf *shelf, ShelfPlan *plan, const char *name, PlanTime when,
                  ShelfSaved *saved, Err *err);

/* ---- versions ---- */

/* The versions of a file, newest first; in `arena`. */
bool shelf_history(const Shelf *shelf, Arena *arena, const char *file, VersionList *out, Err *err);

/* A version as a plan; the caller releases it. */
bool shelf_version(const Shelf *shelf, const char *file, uint64_t number, Plan *out, Err *err);

/*
 * Saves a version as the newest state, under the plan's present name; what it replaces becomes
 * a version, also when it was damaged (then it must be possible to keep it). A damaged file
 * does not say its name: then the version's stands where the file is its own, else `name`.
 */
bool shelf_restore(const Shelf *shelf, const char *file, const char *name, uint64_t number,
                   const char *now, ShelfSaved *saved, Err *err);

/* ---- between shelf.c and shelf_save.c ---- */

/* Bytes as a plan; a failure is the first problem, with its place. */
bool shelf_parse(Str bytes, const char *path, Plan *out, Err *err);

/* PLANS/file. */
const char *shelf_path(const Shelf *shelf, Arena *arena, const char *file);

/*
 * The file a plan of this name would have, or has when it is `own` (else ""). False when another
 * plan has the name, or its file is damaged.
 */
bool shelf_place(const Shelf *shelf, Arena *arena, const char *name, const char *own,
                 const char **file, Err *err);

#endif
