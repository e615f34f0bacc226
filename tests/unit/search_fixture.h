/* The edition that ships, searched together with the notes of one plan. */
#ifndef KAIRO_TESTS_SEARCH_FIXTURE_H
#define KAIRO_TESTS_SEARCH_FIXTURE_H

#include "edition_fixture.h"

#include "base/tr.h"
#include "plan/edit.h"
#include "query/search.h"

static Search search;
static Plan plan;

static inline void put(const char *program, PlanField field, const char *text) {
    PlanChange change = {0};
    Err err;
    PlanTime now = {"2016-12-20T00:00:00Z", {2016, 12, 20}};
    assert_true(plan_set(&plan, program, field, str(text), now, &change, &err));
    plan_change_release(&change);
}

static inline void add(const char *program) {
    PlanChange change = {0};
    Err err;
    PlanTime now = {"2016-12-20T00:00:00Z", {2016, 12, 20}};
    assert_true(plan_add(&plan, catalogue_program(&edition, program), now, &change, &err));
    plan_change_release(&change);
}

static inline int start(void **state) {
    tr_use(LANG_EN);
    if (load_edition(state) != 0)
        return -1;
    plan_init(&plan, "エルム", "2016-12-20T00:00:00Z");
    add("jetro-library");
    add("nexi-sme-insurance");
    put("jetro-library", PLAN_NOTE, "さとう（佐藤社長）が３月に訪問。\n見積書は03-1234-5678へ");
    put("nexi-sme-insurance", PLAN_REASON, "今年は見送った");
    search_init(&search, &edition);
    search_use_plan(&search, &plan);
    return 0;
}

static inline int finish(void **state) {
    search_release(&search);
    plan_release(&plan);
    return release_edition(state);
}

static inline SearchFound run(const char *query) {
    return search_run(&search, &scratch, str(query));
}

static inline const SearchHit *hit_of(const SearchFound *found, const char *id) {
    for (size_t i = 0; i < found->hits.count; i++)
        if (strcmp(found->hits.at[i].program->id, id) == 0)
            return &found->hits.at[i];
    return NULL;
}

#endif
