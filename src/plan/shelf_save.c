/* See shelf.h: everything that writes. */
#include "plan/shelf.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/merge.h"
#include "plan/plan_yaml.h"
#include "plan/safe_hash.h"
#include "plan/safe_io.h"
#include "plan/safe_lock.h"
#include "plan/safe_place.h"
#include "plan/slug.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 20 /* how often we begin again because another is quicker */ };

/* ---- versions ---- */

/* VERSIONS/elm for elm.yaml. */
static const char *versions_of(const Shelf *shelf, Arena *arena, const char *file) {
    const char *dot = strrchr(file, '.');
    Str stem = str_n(file, dot == NULL ? strlen(file) : (size_t)(dot - file));
    return arena_printf(arena, "%s/%.*s", shelf->versions, STR_ARG(stem));
}

static bool has_versions(const Shelf *shelf, Err *err) {
    if (!is_absent(shelf->versions))
        return true;
    err_set(err, "%s",
            _("there is no folder for old versions: neither XDG_STATE_HOME nor HOME names one"));
    return false;
}

static bool keep_version(const Shelf *shelf, const char *file, Str bytes, const char *now,
                         Err *err) {
    Arena scratch = {0};
    bool kept = has_versions(shelf, err) &&
                versions_keep(versions_of(shelf, &scratch, file), bytes, now, err);
    arena_release(&scratch);
    return kept;
}

bool shelf_history(const Shelf *shelf, Arena *arena, const char *file, VersionList *out, Err *err) {
    return has_versions(shelf, err) &&
           versions_list(arena, versions_of(shelf, arena, file), out, err);
}

bool shelf_version(const Shelf *shelf, const char *file, uint64_t number, Plan *out, Err *err) {
    Arena scratch = {0};
    Buf bytes;
    bool found = has_versions(shelf, err) &&
                 versions_read(versions_of(shelf, &scratch, file), number, &bytes, err);
    bool read = false;
    if (found) {
        const char *name = arena_printf(&scratch, _("version %llu"), (unsigned long long)number);
        read = shelf_parse(buf_str(&bytes), name, out, err);
        buf_release(&bytes);
    }
    arena_release(&scratch);
    return read;
}

/* ---- saving ---- */

typedef struct Saving {
    const Shelf *shelf;
    const ShelfPlan *plan;
    const char *path, *now;
    Plan merged; /* when has_merged: what was written */
    bool has_merged;
    ShelfSaved saved;
} Saving;

static void forget_merged(Saving *saving) {
    if (saving->has_merged)
        plan_release(&saving->merged);
    saving->has_merged = false;
    saving->saved.merged = saving->saved.gone = false;
    saving->saved.conflicts = 0;
}

static bool write_merged(Saving *saving, const Plan *theirs, Buf *out, Err *err) {
    const Plan *base = saving->plan->has_base ? &saving->plan->base : NULL;
    char *bytes;
    size_t len;
    size_t conflicts = plan_merge(&saving->merged, base, &saving->plan->plan, theirs);
    if (!plan_write(&saving->merged, &bytes, &len, err)) {
        plan_release(&saving->merged);
        return false;
    }
    buf_add(out, str_n(bytes, len));
    free(bytes);
    saving->has_merged = saving->saved.merged = true;
    saving->saved.conflicts = conflicts;
    return true;
}

static bool merge_with_theirs(void *context, Str mine, const Str *theirs, Buf *out, Err *err) {
    Saving *saving = context;
    Plan other;
    forget_merged(saving);
    if (theirs == NULL) {
        saving->saved.gone = true;
        buf_add(out, mine);
        return true;
    }
    if (!shelf_parse(*theirs, saving->path, &other, err)) {
        err_prefix(err, "%s", _("not saved, because the file is damaged"));
        return false;
    }
    bool merged = write_merged(saving, &other, out, err);
    plan_release(&other);
    return merged;
}

static void keep_replaced(void *context, Str replaced, const FileMark *mark) {
    Saving *saving = context;
    (void)mark;
    saving->saved.not_kept.text[0] = '\0';
    keep_version(saving->shelf, saving->plan->file, replaced, saving->now, &saving->saved.not_kept);
}

/* What is on disk becomes the plan and its base. */
static void settle(Saving *saving, ShelfPlan *plan, const FileMark *now) {
    if (saving->has_merged) {
        plan_release(&plan->plan);
        plan->plan = saving->merged;
        saving->has_merged = false;
    }
    if (plan->has_base)
        plan_release(&plan->base);
    plan_copy(&plan->base, &plan->plan);
    plan->has_base = true;
    plan->mark = *now;
}

static bool save_bytes(Saving *saving, ShelfPlan *plan, Str bytes, Err *err) {
    const SafeHooks hooks = {merge_with_theirs, keep_replaced, saving};
    FileMark now;
    if (!safe_file_save(saving->path, bytes, &plan->mark, &hooks, &now, err)) {
        forget_merged(saving);
        return false;
    }
    /* After a merge the file may have become ours again: then ours was written. */
    if (saving->has_merged && now.hash == safe_hash(SAFE_HASH_START, bytes))
        forget_merged(saving);
    settle(saving, plan, &now);
    return true;
}

/* Saves whether anything changed or not. */
static bool save_now(const Shelf *shelf, ShelfPlan *plan, const char *now, ShelfSaved *saved,
                     Err *err) {
    Arena scratch = {0};
    Saving saving = {
        .shelf = shelf, .plan = plan, .path = shelf_path(shelf, &scratch, plan->file), .now = now};
    char *bytes;
    size_t len;
    bool done = plan_write(&plan->plan, &bytes, &len, err);
    if (done) {
        done = save_bytes(&saving, plan, str_n(bytes, len), err);
        free(bytes);
    }
    if (done)
        *saved = saving.saved;
    arena_release(&scratch);
    return done;
}

bool shelf_save(const Shelf *shelf, ShelfPlan *plan, const char *now, ShelfSaved *saved, Err *err) {
    *saved = (ShelfSaved){0};
    if (plan->has_base && plan->mark.exists && plan_equal(&plan->plan, &plan->base))
        return true;
    return save_now(shelf, plan, now, saved, err);
}

/* ---- new files ---- */

static bool exists(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0;
}

/* A save that failed may have come to disk all the same: a new file is then taken back, or its
   name would be taken by ourselves for ever. */
static void take_back(const char *path, Str bytes) {
    Buf found;
    FileMark mark;
    Err ignored;
    if (!safe_file_read(path, &found, &mark, &ignored))
        return;
    if (mark.exists && str_equal(buf_str(&found), bytes))
        unlink(path);
    buf_release(&found);
}

/* As save_now, but never over a file: *taken says that one has come between. */
static bool save_new(const Shelf *shelf, ShelfPlan *plan, bool *taken, Err *err) {
    const FileMark nothing = {.exists = false};
    Arena scratch = {0};
    const char *path = shelf_path(shelf, &scratch, plan->file);
    char *bytes;
    size_t len;
    FileMark mark;
    bool done = plan_write(&plan->plan, &bytes, &len, err);
    *taken = false;
    if (done) {
        done = safe_file_save(path, str_n(bytes, len), &nothing, NULL, &mark, err);
        if (!done)
            take_back(path, str_n(bytes, len));
        *taken = !done && exists(path);
        free(bytes);
    }
    if (done)
        settle(&(Saving){0}, plan, &mark);
    arena_release(&scratch);
    return done;
}

static void place_at(ShelfPlan *plan, const char *file) {
    free(plan->file);
    plan->file = mem_copy_string(file);
}

/* Puts a plan that has no file yet where its name belongs. */
static bool put_on_shelf(const Shelf *shelf, ShelfPlan *plan, const char *own, Err *err) {
    bool done = false, taken = true;
    for (int i = 0; i < TRIES && !done && taken; i++) {
        Arena scratch = {0};
        const char *file;
        taken = false;
        if (shelf_place(shelf, &scratch, plan->plan.name, own, &file, err)) {
            place_at(plan, file);
            done = save_new(shelf, plan, &taken, err);
        }
        arena_release(&scratch);
    }
    return done;
}

bool shelf_create(const Shelf *shelf, const char *name, const char *now, ShelfPlan *out, Err *err) {
    if (!plan_name_is_right(name, err))
        return false;
    ShelfPlan plan = {.file = mem_copy_string("")};
    plan_init(&plan.plan, name, now);
    if (!put_on_shelf(shelf, &plan, "", err)) {
        shelf_close(&plan);
        return false;
    }
    *out = plan;
    return true;
}

/* ---- renaming ---- */

/* The lock is held: nobody who takes it can write between the look and the end. */
static int remove_unchanged(const SafePlace *place, const char *path, const FileMark *mark,
                            bool *changed) {
    Buf bytes;
    FileMark now;
    Err err;
    *changed = false;
    if (!safe_file_read(path, &bytes, &now, &err))
        return EIO;
    buf_release(&bytes);
    if (!now.exists)
        return 0;
    *changed = !file_mark_equal(&now, mark);
    if (*changed)
        return 0;
    /* By the path, not the place: of a link the link goes, and what it names stays. */
    if (unlink(path) != 0 && errno != ENOENT)
        return errno;
    return safe_io_sync_folder(place->folder);
}

static bool remove_old(const char *path, const FileMark *mark, bool *changed, Err *err) {
    SafePlace place;
    SafeLock lock;
    int failure = safe_place_open(path, &place);
    if (failure == 0) {
        failure = safe_lock_take(place.folder, SAFE_LOCK_PATIENCE, &lock);
        if (failure == 0) {
            failure = remove_unchanged(&place, path, mark, changed);
            safe_lock_release(place.folder, &lock);
        }
        safe_place_close(&place);
    }
    if (failure != 0)
        err_set(err, _("%s cannot be removed: %s"), path, safe_io_reason(failure));
    return failure == 0;
}

/* What another wrote to the old file since `old` was read goes into the new one. */
static bool take_over(const Shelf *shelf, ShelfPlan *moved, ShelfPlan *old, const char *now,
                      ShelfSaved *saved, Err *err) {
    ShelfPlan theirs = {0};
    ShelfSaved one = {0};
    Plan merged;
    if (!shelf_open(shelf, old->file, &theirs, err))
        return false;
    saved->conflicts += plan_merge(&merged, &old->base, &moved->plan, &theirs.plan);
    saved->merged = true;
    plan_release(&moved->plan);
    moved->plan = merged;
    bool done = shelf_save(shelf, moved, now, &one, err);
    shelf_close(old);
    *old = theirs;
    return done;
}

/* Versions follow the file; those of a file of that name that is gone are not overwritten. */
static void move_versions(const Shelf *shelf, const char *from, const char *to) {
    Arena scratch = {0};
    VersionList list;
    Err err;
    const char *old = versions_of(shelf, &scratch, from);
    const char *new = versions_of(shelf, &scratch, to);
    if (!is_absent(shelf->versions) && rename(old, new) != 0 && errno != ENOENT &&
        versions_list(&scratch, old, &list, &err))
        for (size_t i = list.count; i-- > 0;) {
            Buf bytes;
            if (!versions_read(old, list.at[i].number, &bytes, &err))
                continue;
            versions_keep(new, buf_str(&bytes), list.at[i].when, &err);
            buf_release(&bytes);
        }
    arena_release(&scratch);
}

static void keep_old(const Shelf *shelf, const ShelfPlan *old, const char *now, ShelfSaved *saved) {
    char *bytes;
    size_t len;
    if (!plan_write(&old->base, &bytes, &len, &saved->not_kept))
        return;
    keep_version(shelf, old->file, str_n(bytes, len), now, &saved->not_kept);
    free(bytes);
}

/* The new file is there; the old one goes, or else the new one does. */
static bool leave_old(const Shelf *shelf, ShelfPlan *moved, ShelfPlan *old, const char *now,
                      ShelfSaved *saved, Err *err) {
    Arena scratch = {0};
    const char *path = shelf_path(shelf, &scratch, old->file);
    bool done = false, changed = true;
    for (int i = 0; i < TRIES && changed; i++) {
        done = remove_old(path, &old->mark, &changed, err);
        if (!done)
            break;
        if (changed)
            done = take_over(shelf, moved, old, now, saved, err);
        if (!done)
            break;
    }
    if (done && changed) {
        err_set(err, _("%s cannot be removed: %s"), path, safe_io_reason(SAFE_IO_RESTLESS));
        done = false;
    }
    if (!done)
        unlink(shelf_path(shelf, &scratch, moved->file));
    arena_release(&scratch);
    return done;
}

static bool move_file(const Shelf *shelf, ShelfPlan *plan, const char *now, ShelfSaved *saved,
                      Err *err) {
    ShelfPlan moved = {.file = mem_copy_string("")}, old = {.file = mem_copy_string(plan->file)};
    plan_copy(&moved.plan, &plan->plan);
    plan_copy(&old.plan, &plan->base);
    plan_copy(&old.base, &plan->base);
    old.has_base = true;
    old.mark = plan->mark;
    bool done = put_on_shelf(shelf, &moved, plan->file, err) &&
                leave_old(shelf, &moved, &old, now, saved, err);
    if (done) {
        keep_old(shelf, &old, now, saved);
        move_versions(shelf, old.file, moved.file);
        shelf_close(plan);
        *plan = moved;
    } else {
        shelf_close(&moved);
    }
    shelf_close(&old);
    return done;
}

bool shelf_rename(const Shelf *shelf, ShelfPlan *plan, const char *name, PlanTime when,
                  ShelfSaved *saved, Err *err) {
    Arena scratch = {0};
    PlanChange change = {0};
    const char *file;
    Err ignored;
    *saved = (ShelfSaved){0};
    bool done = plan_name_is_right(name, err) &&
                shelf_place(shelf, &scratch, name, plan->file, &file, err) &&
                plan_rename(&plan->plan, name, when, &change, err);
    if (done) {
        done = strcmp(file, plan->file) == 0 ? shelf_save(shelf, plan, when.now, saved, err)
                                             : move_file(shelf, plan, when.now, saved, err);
        if (!done)
            plan_undo(&plan->plan, &change, &ignored);
    }
    plan_change_release(&change);
    arena_release(&scratch);
    return done;
}

/* ---- restoring ---- */

/* What is on disk, plan or not. A damaged file must be kept first: nothing else holds it. */
static bool open_any(const Shelf *shelf, const char *file, const char *now, ShelfPlan *out,
                     Err *err) {
    Arena scratch = {0};
    Err damage;
    Buf bytes;
    bool opened = shelf_open(shelf, file, out, &damage);
    if (!opened && safe_file_read(shelf_path(shelf, &scratch, file), &bytes, &out->mark, err)) {
        opened = !out->mark.exists || keep_version(shelf, file, buf_str(&bytes), now, err);
        buf_release(&bytes);
        out->file = mem_copy_string(file);
        plan_init(&out->plan, "", now);
    }
    arena_release(&scratch);
    return opened;
}

static bool is_own_file(const char *name, const char *file) {
    Arena scratch = {0};
    Str slug = str(plan_slug(&scratch, str(name)));
    bool own = str_starts(str(file), slug) && strchr("-.", file[slug.len]) != NULL;
    arena_release(&scratch);
    return own;
}

bool shelf_restore(const Shelf *shelf, const char *file, const char *name, uint64_t number,
                   const char *now, ShelfSaved *saved, Err *err) {
    Plan old;
    ShelfPlan plan = {0};
    *saved = (ShelfSaved){0};
    if (!shelf_version(shelf, file, number, &old, err))
        return false;
    bool done = open_any(shelf, file, now, &plan, err);
    if (done) {
        if (plan.has_base)
            plan_store(&old.name, plan.base.name);
        else if (!is_own_file(old.name, file))
            plan_store(&old.name, name);
        plan_store(&old.updated, now);
        Plan present = plan.plan;
        plan.plan = old;
        old = present;
        done = save_now(shelf, &plan, now, saved, err);
    }
    shelf_close(&plan);
    plan_release(&old);
    return done;
}
