/*
 * Any bytes as three plan files, parted by lines of "====": base, ours, theirs; one file is
 * taken for all. What can be read is written and read again to the same plan, merges with
 * itself to itself, and merges with the others to a plan that can be read again.
 */
#include "plan/edit.h"
#include "plan/merge.h"
#include "plan/plan_yaml.h"
#include "plan/slug.h"
#include "text/clean.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

enum { PLANS = 3 };

static bool read_plan(Str bytes, Plan *out) {
    Problems problems = {0};
    bool read = plan_read(bytes, "p.yaml", out, &problems);
    HOLDS(read == (problems.count == 0));
    for (size_t i = 0; i < problems.count; i++)
        HOLDS(problems.items[i].line >= 0 && problems.items[i].message[0] != '\0' &&
              text_is_utf8(str(problems.items[i].message)));
    problems_release(&problems);
    return read;
}

static void check_file(const Plan *plan) {
    char *bytes;
    size_t len;
    Err err;
    Plan again = {0};
    HOLDS(plan_write(plan, &bytes, &len, &err));
    HOLDS(read_plan(str_n(bytes, len), &again));
    HOLDS(plan_equal(plan, &again));
    plan_release(&again);
    free(bytes);
}

static void check_slug(const Plan *plan) {
    Arena arena = {0};
    Str slug = str(plan_slug(&arena, str(plan->name)));
    HOLDS(slug.len > 0 && slug.len <= SLUG_BYTES && memchr(slug.at, '/', slug.len) == NULL);
    HOLDS(slug.at[0] != '.' && slug.at[0] != '-' && text_is_clean(slug));
    arena_release(&arena);
}

static void check_merge(const Plan *base, const Plan *ours, const Plan *theirs) {
    Plan merged;
    plan_merge(&merged, base, ours, theirs);
    check_file(&merged);
    plan_release(&merged);
    HOLDS(plan_merge(&merged, base, ours, base) == 0 && plan_equal(&merged, ours));
    plan_release(&merged);
    HOLDS(plan_merge(&merged, base, base, ours) == 0 && plan_equal(&merged, ours));
    plan_release(&merged);
    HOLDS(plan_merge(&merged, base, ours, ours) == 0 && plan_equal(&merged, ours));
    plan_release(&merged);
}

/* The last bytes are what somebody answers, types into every field of the first item, and writes of
 * a call. */
static void check_edits(Plan *plan, Str typed) {
    static const PlanTime when = {"2016-12-20T00:00:00Z", {2016, 12, 20}};
    Plan before;
    PlanChange change = {0};
    Err err;
    plan_copy(&before, plan);
    plan_answer(plan, "country", typed, when, &change, &err);
    plan_answer(plan, "first", str("new"), when, &change, &err);
    HOLDS(plan_undo(plan, &change, &err));
    HOLDS(plan_equal(plan, &before));
    plan_change_release(&change);
    if (plan->count == 0) {
        plan_release(&before);
        return;
    }
    const char *program = before.items[0].program;
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        if (plan_field_is_theirs((PlanField)i))
            plan_set(plan, program, (PlanField)i, typed, when, &change, &err);
    plan_log_call(plan, program, typed, when, &change, &err);
    plan_remove(plan, program, when, &change, &err);
    HOLDS(plan_undo(plan, &change, &err));
    HOLDS(plan_equal(plan, &before));
    HOLDS(plan_redo(plan, &change, &err));
    plan_change_release(&change);
    plan_release(&before);
}

/* The part before the next line of "====". */
static Str take_part(Str *rest) {
    static const char mark[] = "\n====\n";
    const char *end = memmem(rest->at, rest->len, mark, sizeof mark - 1);
    size_t len = end == NULL ? rest->len : (size_t)(end - rest->at) + 1;
    Str part = str_n(rest->at, len);
    *rest = str_skip(*rest, end == NULL ? len : len + sizeof mark - 2);
    return part;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Plan plans[PLANS] = {0};
    size_t count = 0;
    Str rest = str_n((const char *)data, size), part = rest;
    for (size_t i = 0; i < PLANS; i++) {
        part = rest.len > 0 ? take_part(&rest) : part;
        count += read_plan(part, &plans[count]) ? 1 : 0;
    }
    if (count == PLANS)
        check_merge(&plans[0], &plans[1], &plans[2]);
    for (size_t i = 0; i < count; i++) {
        check_file(&plans[i]);
        check_slug(&plans[i]);
        check_edits(&plans[i], str_skip(part, part.len / 2));
        plan_release(&plans[i]);
    }
    return 0;
}
