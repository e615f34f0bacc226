/* Plans for tests: on the sample's programs, and random ones from a fixed seed. */
#ifndef KAIRO_TESTS_PLAN_FIXTURE_H
#define KAIRO_TESTS_PLAN_FIXTURE_H

#include "cmocka_all.h"

#include "base/buf.h"
#include "base/tr.h"
#include "nasty.h"
#include "plan/edit.h"
#include "plan/plan_yaml.h"
#include "sample.h"
#include "text/clean.h"

static const PlanTime monday = {"2016-12-19T01:00:00Z", {2016, 12, 19}};
static const PlanTime tuesday = {"2016-12-20T02:30:00Z", {2016, 12, 20}};
static const PlanTime friday = {"2016-12-23T09:15:30Z", {2016, 12, 23}};

static inline int plans_in_english(void **state) {
    (void)state;
    tr_use(LANG_EN);
    return 0;
}

/* Calls what must work; tests that use this do not look at the change. */
#define DO(function, ...)                                                                          \
    do {                                                                                           \
        PlanChange made_change = {0};                                                              \
        Err said = {""};                                                                           \
        if (!function(__VA_ARGS__, &made_change, &said))                                           \
            fail_msg("%s: %s", #function, said.text);                                              \
        plan_change_release(&made_change);                                                         \
    } while (0)

static inline void set(Plan *plan, const char *program, PlanField field, const char *text,
                       PlanTime when) {
    DO(plan_set, plan, program, field, str(text), when);
}

/* A plan with the sample's first two programs, added on Monday. */
static inline Plan small_plan(void) {
    Plan plan;
    plan_init(&plan, "株式会社エルム", monday.now);
    DO(plan_add, &plan, &sample_programs[0], monday);
    DO(plan_add, &plan, &sample_programs[1], monday);
    return plan;
}

static inline const char *text_of(const Plan *plan, const char *program, PlanField field) {
    const PlanItem *item = plan_find(plan, program);
    assert_non_null(item);
    return plan_text(item, field);
}

/* The plan's file; the caller frees it. */
static inline char *written(const Plan *plan) {
    char *bytes = NULL;
    size_t len = 0;
    Err err = {""};
    if (!plan_write(plan, &bytes, &len, &err))
        fail_msg("%s", err.text);
    assert_int_equal(strlen(bytes), len);
    return bytes;
}

static inline void assert_same_plan(const Plan *a, const Plan *b) {
    if (plan_equal(a, b))
        return;
    char *x = written(a), *y = written(b);
    print_error("--- one\n%s--- other\n%s", x, y);
    free(x);
    free(y);
    fail_msg("the plans differ");
}

/* Reads a file that must be right. */
static inline Plan read_back(const char *bytes) {
    Plan plan = {0};
    Problems problems = {0};
    Arena arena = {0};
    if (!plan_read(str(bytes), "p.yaml", &plan, &problems)) {
        print_error("%s", bytes);
        fail_msg("%s", problem_text(&arena, &problems.items[0]));
    }
    problems_release(&problems);
    return plan;
}

/* ---- random ---- */

/* UTF-8 without U+0000, of many kinds. */
static inline const char *random_utf8(Arena *arena, uint32_t *seed, size_t most) {
    Str text = {"", 0};
    if (next_random(seed) % 3 == 0)
        text = str(nasty[next_random(seed) % NASTY_COUNT]);
    if (text.len == 0 || !text_is_utf8(text))
        text = random_text(arena, seed, most);
    while (!text_is_utf8(text) || memchr(text.at, '\0', text.len) != NULL)
        text = random_text(arena, seed, most);
    return arena_copy(arena, text);
}

/* Something that can be typed for a field. */
static inline const char *random_typed(Arena *arena, uint32_t *seed, PlanField field) {
    static const char *const owners[] = {"山田", "佐藤 花子", "", "K. Suzuki", "- 田中: #1"};
    uint32_t pick = next_random(seed);
    switch (field) {
    case PLAN_STATUS:
        return plan_status_word((PlanStatus)(pick % PLAN_STATUS_COUNT));
    case PLAN_OWNER:
        return owners[pick % COUNT_OF(owners)];
    case PLAN_DUE:
        return pick % 9 == 0
                   ? ""
                   : arena_printf(arena, "2017-%02u-%02u", 1 + pick % 12, 1 + pick / 16 % 28);
    case PLAN_ESTIMATE:
        return pick % 9 == 0 ? "" : arena_printf(arena, "%u", pick % 10000000);
    case PLAN_TERMS:
        return pick % 7 == 0 ? "" : arena_printf(arena, "区分 %u\n条件: #%u", pick % 3, pick % 5);
    case PLAN_DOCUMENTS:
        return arena_printf(arena, "[%c] 決算書\n[ ] 書類 %u\n[x] # 書類: %u",
                            pick % 2 == 0 ? 'x' : ' ', pick % 3, pick % 5);
    default:
        return random_utf8(arena, seed, 60);
    }
}

static const PlanField settable[] = {PLAN_STATUS,   PLAN_REASON, PLAN_OWNER, PLAN_DUE,
                                     PLAN_ESTIMATE, PLAN_TERMS,  PLAN_NOTE,  PLAN_DOCUMENTS};

static inline PlanTime random_time(Arena *arena, uint32_t *seed) {
    uint32_t pick = next_random(seed);
    return (PlanTime){arena_printf(arena, "2017-01-%02uT%02u:%02u:%02uZ", 1 + pick % 28,
                                   pick / 32 % 24, pick / 1024 % 60, pick / 65536 % 60),
                      {2017, 1, 1}};
}

/* The sample's programs under many ids. */
static inline Program random_program(Arena *arena, uint32_t *seed, const char *group) {
    Program program = sample_programs[next_random(seed) % 3];
    program.id = arena_printf(arena, "%s-%u", group, next_random(seed) % 12);
    return program;
}

/* An answer of the diagnosis: none, passed over, or some choices. */
static inline const char *random_choices(Arena *arena, uint32_t *seed) {
    uint32_t pick = next_random(seed);
    if (pick % 5 == 0)
        return pick % 2 == 0 ? "" : ANSWER_SKIPPED;
    return arena_printf(arena, "c%u c%u %s", pick / 8 % 4, pick / 64 % 4,
                        pick % 3 == 0 ? "no" : "vn");
}

/* One thing a person may do. */
static inline void random_edit(Arena *arena, uint32_t *seed, Plan *plan, const char *group,
                               PlanChange *change) {
    Err err;
    PlanTime when = random_time(arena, seed);
    uint32_t pick = next_random(seed) % 20;
    size_t place = plan->count == 0 ? 0 : next_random(seed) % plan->count;
    const char *id = plan->count == 0 ? "" : arena_copy(arena, str(plan->items[place].program));
    Program program = random_program(arena, seed, group);
    PlanField field = settable[next_random(seed) % COUNT_OF(settable)];
    const char *question = arena_printf(arena, "q-%u", next_random(seed) % 6);
    if (pick < 4 || plan->count == 0)
        plan_add(plan, &program, when, change, &err);
    else if (pick < 6)
        plan_remove(plan, id, when, change, &err);
    else if (pick == 6)
        plan_rename(plan, random_utf8(arena, seed, 20), when, change, &err);
    else if (pick == 7)
        plan_archive(plan, !plan->archived, when, change, &err);
    else if (pick < 10)
        plan_answer(plan, question, str(random_choices(arena, seed)), when, change, &err);
    else if (pick == 10)
        plan_log_call(plan, id, str(random_typed(arena, seed, PLAN_OWNER)), when, change, &err);
    else
        plan_set(plan, id, field, str(random_typed(arena, seed, field)), when, change, &err);
}

static inline Plan random_plan(Arena *arena, uint32_t *seed, size_t edits) {
    Plan plan;
    plan_init(&plan, "エルム", monday.now);
    for (size_t i = 0; i < edits; i++) {
        PlanChange change = {0};
        random_edit(arena, seed, &plan, "p", &change);
        plan_change_release(&change);
    }
    return plan;
}

#endif
