/* See shelf.h: finding and opening. Saving is in shelf_save.c. */
#include "plan/shelf.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/kept_yaml.h"
#include "plan/plan_yaml.h"
#include "plan/safe_io.h"
#include "plan/slug.h"
#include "text/key.h"
#include "text/nearest.h"
#include "text/nfc.h"

#include <dirent.h>
#include <errno.h>

#define ENDING ".yaml"

const char *shelf_path(const Shelf *shelf, Arena *arena, const char *file) {
    return arena_printf(arena, "%s/%s", shelf->plans, file);
}

/* ---- reading ---- */

bool shelf_parse(Str bytes, const char *path, Plan *out, Err *err) {
    Problems problems = {0};
    bool read = plan_read(bytes, path, out, &problems);
    if (!read)
        kept_first_problem(&problems, err);
    problems_release(&problems);
    return read;
}

bool shelf_open(const Shelf *shelf, const char *file, ShelfPlan *out, Err *err) {
    Arena scratch = {0};
    const char *path = shelf_path(shelf, &scratch, file);
    Buf bytes;
    FileMark mark;
    Plan plan;
    bool read = safe_file_read(path, &bytes, &mark, err);
    bool opened = read && shelf_parse(buf_str(&bytes), path, &plan, err);
    if (read)
        buf_release(&bytes);
    if (opened) {
        *out = (ShelfPlan){
            .file = mem_copy_string(file), .base = plan, .has_base = true, .mark = mark};
        plan_copy(&out->plan, &out->base);
    }
    arena_release(&scratch);
    return opened;
}

void shelf_close(ShelfPlan *plan) {
    if (plan->file == NULL)
        return;
    free(plan->file);
    plan_release(&plan->plan);
    if (plan->has_base)
        plan_release(&plan->base);
    *plan = (ShelfPlan){0};
}

/* ---- rows ---- */

static bool is_plan_file(const char *file) {
    size_t len = strlen(file), ending = strlen(ENDING);
    return file[0] != '.' && len > ending && strcmp(file + len - ending, ENDING) == 0;
}

static const char *stem_of(Arena *arena, const char *file) {
    return arena_copy(arena, str_n(file, strlen(file) - strlen(ENDING)));
}

static size_t count_done(const Plan *plan) {
    size_t done = 0;
    for (size_t i = 0; i < plan->count; i++)
        done += plan_status_of(&plan->items[i]) == PLAN_DONE ? 1 : 0;
    return done;
}

static void fill_good(Arena *arena, ShelfRow *row, Plan *plan) {
    row->name = arena_copy(arena, str(plan->name));
    row->updated = arena_copy(arena, str(plan->updated));
    row->items = plan->count;
    row->done = count_done(plan);
    row->archived = plan->archived;
    plan_release(plan);
}

/* False when there is no such file. */
static bool read_row(const Shelf *shelf, Arena *arena, const char *file, ShelfRow *out) {
    const char *path = shelf_path(shelf, arena, file);
    Buf bytes = {0};
    FileMark mark = {.exists = true};
    Plan plan;
    Err err;
    *out = (ShelfRow){.file = arena_copy(arena, str(file)),
                      .name = stem_of(arena, file),
                      .problem = "",
                      .updated = ""};
    bool read = safe_file_read(path, &bytes, &mark, &err);
    if (read && mark.exists && shelf_parse(buf_str(&bytes), path, &plan, &err))
        fill_good(arena, out, &plan);
    else if (mark.exists)
        out->problem = arena_copy(arena, str(err.text));
    buf_release(&bytes);
    return mark.exists;
}

/* ---- listing ---- */

typedef struct Ranked {
    Str key;
    ShelfRow row;
} Ranked;

static int by_name(const void *a, const void *b) {
    const Ranked *x = a, *y = b;
    int order = strcmp(x->key.at, y->key.at);
    if (order == 0)
        order = strcmp(x->row.name, y->row.name);
    return order != 0 ? order : strcmp(x->row.file, y->row.file);
}

static ShelfRows sorted(Arena *arena, ShelfRow *rows, size_t count) {
    Ranked *ranked = arena_new(arena, Ranked, count);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (Ranked){text_key(arena, str(rows[i].name)), rows[i]};
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, by_name);
    for (size_t i = 0; i < count; i++)
        rows[i] = ranked[i].row;
    return (ShelfRows){rows, count};
}

bool shelf_list(const Shelf *shelf, Arena *arena, ShelfRows *out, Err *err) {
    ShelfRow *rows = NULL;
    size_t count = 0, room = 0;
    DIR *folder = opendir(shelf->plans);
    int failure = folder == NULL && errno != ENOENT ? errno : 0;
    errno = 0;
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL; errno = 0) {
        if (!is_plan_file(entry->d_name))
            continue;
        rows = arena_grow(arena, rows, count, &room, sizeof *rows);
        if (read_row(shelf, arena, entry->d_name, &rows[count]))
            count++;
    }
    if (folder != NULL) {
        failure = errno;
        closedir(folder);
    }
    if (failure == 0)
        *out = sorted(arena, rows, count);
    else
        err_set(err, _("%s cannot be read: %s"), shelf->plans, safe_io_reason(failure));
    return failure == 0;
}

/* ---- finding ---- */

typedef bool RowTest(const ShelfRow *row, Str name);

static bool has_name(const ShelfRow *row, Str name) {
    return is_absent(row->problem) && str_equal(str(row->name), name);
}

static bool has_nfc(const ShelfRow *row, Str name) {
    Arena scratch = {0};
    bool same = is_absent(row->problem) &&
                str_equal(text_nfc(&scratch, str(row->name)), text_nfc(&scratch, name));
    arena_release(&scratch);
    return same;
}

static bool is_damaged_one(const ShelfRow *row, Str name) {
    Arena scratch = {0};
    bool same =
        !is_absent(row->problem) && (str_equal(str(row->name), str(plan_slug(&scratch, name))) ||
                                     str_equal(str(row->name), name));
    arena_release(&scratch);
    return same;
}

static bool has_key(const ShelfRow *row, Str name) {
    return text_same_key(str(row->name), name);
}

/* The first row that passes; *count is how many do. */
static const ShelfRow *first_of(ShelfRows rows, RowTest *test, Str name, size_t *count) {
    const ShelfRow *found = NULL;
    *count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        if (!test(&rows.at[i], name))
            continue;
        if (found == NULL)
            found = &rows.at[i];
        ++*count;
    }
    return found;
}

static void say_unknown(Arena *arena, ShelfRows rows, const char *name, Err *err) {
    const char **names = arena_new(arena, const char *, rows.count);
    for (size_t i = 0; i < rows.count; i++)
        names[i] = rows.at[i].name;
    const char *near = text_nearest(str(name), (Strings){names, rows.count});
    const char *asked = plan_quote(arena, str(name));
    if (near != NULL)
        err_set(err, _("there is no plan '%s'; did you mean '%s'?"), asked,
                plan_quote(arena, str(near)));
    else
        err_set(err, _("there is no plan '%s'; kairo plan ls names them all"), asked);
}

static bool find_in(Arena *arena, ShelfRows rows, const char *name, ShelfRow *out, Err *err) {
    static RowTest *const tests[] = {has_name, has_nfc, is_damaged_one, has_key};
    for (size_t i = 0; i < COUNT_OF(tests); i++) {
        size_t count;
        const ShelfRow *found = first_of(rows, tests[i], str(name), &count);
        if (count > 1 && tests[i] == has_key) {
            err_set(err,
                    _("there are several plans like '%s'; write the name exactly as kairo "
                      "plan ls does"),
                    plan_quote(arena, str(name)));
            return false;
        }
        if (found != NULL) {
            *out = *found;
            return true;
        }
    }
    say_unknown(arena, rows, name, err);
    return false;
}

bool shelf_find(const Shelf *shelf, Arena *arena, const char *name, ShelfRow *out, Err *err) {
    /* Most plans lie where their name says: then no other file need be read. */
    const char *file = arena_printf(arena, "%s" ENDING, plan_slug(arena, str(name)));
    ShelfRow row;
    if (read_row(shelf, arena, file, &row) && has_name(&row, str(name))) {
        *out = row;
        return true;
    }
    ShelfRows rows;
    return shelf_list(shelf, arena, &rows, err) && find_in(arena, rows, name, out, err);
}

/* ---- a place for a new name ---- */

static bool is_taken(Arena *arena, ShelfRows rows, const char *name, const char *own, Err *err) {
    for (size_t i = 0; i < rows.count; i++) {
        if (strcmp(rows.at[i].file, own) == 0 || !has_nfc(&rows.at[i], str(name)))
            continue;
        err_set(err, _("there is a plan '%s' already"), plan_quote(arena, str(rows.at[i].name)));
        return true;
    }
    return false;
}

static const ShelfRow *row_of_file(ShelfRows rows, const char *file) {
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.at[i].file, file) == 0)
            return &rows.at[i];
    return NULL;
}

bool shelf_place(const Shelf *shelf, Arena *arena, const char *name, const char *own,
                 const char **file, Err *err) {
    ShelfRows rows;
    if (!shelf_list(shelf, arena, &rows, err) || is_taken(arena, rows, name, own, err))
        return false;
    const char *slug = plan_slug(arena, str(name));
    *file = arena_printf(arena, "%s" ENDING, slug);
    for (size_t i = 2;; i++) {
        const ShelfRow *row = row_of_file(rows, *file);
        if (row == NULL || strcmp(row->file, own) == 0)
            return true;
        if (!is_absent(row->problem)) {
            err_set(err, _("its file is there already, but damaged: %s"), row->problem);
            return false;
        }
        *file = arena_printf(arena, "%s-%zu" ENDING, slug, i);
    }
}
