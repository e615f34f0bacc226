/*
 * kairo plan merge BASE OURS THEIRS, as git calls a merge driver: the result goes into OURS;
 * exit status 1 says that there were conflicts. They are in the file, but as items that read
 * well, not as marks that would damage it.
 */
#include "base/tr.h"
#include "cli/plan_desk.h"
#include "plan/merge.h"
#include "plan/plan_yaml.h"

/* All that can go wrong but conflicts: git then takes the merge for failed as well. */
enum { NO_MERGE = CLI_USAGE };

typedef struct Side {
    Plan plan;
    bool there;
    FileMark mark;
} Side;

/* An empty file is none when it may be: git gives one where there is no common base. */
static bool parse_side(Str bytes, const char *path, bool may_be_empty, Side *out, Err *err) {
    out->there = false;
    if (may_be_empty && bytes.len == 0)
        return true;
    out->there = shelf_parse(bytes, path, &out->plan, err);
    return out->there;
}

static bool read_side(const char *path, bool is_base, Side *out, Err *err) {
    Buf bytes;
    if (!safe_file_read(path, &bytes, &out->mark, err))
        return false;
    bool read = true;
    if (!out->mark.exists) {
        err_set(err, _("%s: there is no such file"), path);
        read = false;
    }
    read = read && parse_side(buf_str(&bytes), path, is_base, out, err);
    buf_release(&bytes);
    return read;
}

static bool save_merged(const char *path, const Plan *merged, const FileMark *mark, Err *err) {
    char *bytes;
    size_t len;
    if (!plan_write(merged, &bytes, &len, err))
        return false;
    bool saved = safe_file_save(path, str_n(bytes, len), mark, NULL, NULL, err);
    free(bytes);
    return saved;
}

static int merge_sides(PlanDesk *desk, const Side sides[3]) {
    Plan merged;
    Err err;
    const char *path = desk_argument(desk, 1);
    long conflicts = (long)plan_merge(&merged, sides[0].there ? &sides[0].plan : NULL,
                                      &sides[1].plan, &sides[2].plan);
    bool saved = save_merged(path, &merged, &sides[1].mark, &err);
    plan_release(&merged);
    if (!saved) {
        desk_fail(desk, &err);
        return NO_MERGE;
    }
    if (conflicts == 0)
        return CLI_DONE;
    cli_complain(desk->io->err,
                 tr_plural("%s: %ld conflict; both are kept in the plan",
                           "%s: %ld conflicts; both are kept in the plan", conflicts),
                 path, conflicts);
    return CLI_FAILED;
}

int plan_merge_files(PlanDesk *desk) {
    Side sides[3] = {0};
    Err err;
    int status = CLI_DONE;
    for (size_t i = 0; i < COUNT_OF(sides) && status == CLI_DONE; i++)
        if (!read_side(desk_argument(desk, i), i == 0, &sides[i], &err)) {
            desk_fail(desk, &err);
            status = NO_MERGE;
        }
    if (status == CLI_DONE)
        status = merge_sides(desk, sides);
    for (size_t i = 0; i < COUNT_OF(sides); i++)
        if (sides[i].there)
            plan_release(&sides[i].plan);
    return status;
}
