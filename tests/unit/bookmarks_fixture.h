/* Bookmarks for tests, in few words. */
#ifndef KAIRO_TESTS_BOOKMARKS_FIXTURE_H
#define KAIRO_TESTS_BOOKMARKS_FIXTURE_H

#include "plan_fixture.h"

#include "plan/bookmarks.h"

#define FIRST "2016-12-19T01:00:00Z"
#define LATER "2016-12-20T02:30:00Z"
#define LAST "2016-12-23T09:15:30Z"

/* Parts of a file. */
#define HEAD "kairo_bookmarks: 1\nbookmarks:\n"
#define ONE "  - mark: p:a\n    name: 名前\n    at: " FIRST "\n"

static Arena arena; /* for the test that runs */

static inline PlanChange set_mark(Bookmarks *bookmarks, const char *key, const char *name,
                                  const char *now) {
    PlanChange change = {0};
    Err err = {""};
    if (!bookmarks_set(bookmarks, key, name, now, &change, &err))
        fail_msg("%s: %s", key, err.text);
    return change;
}

static inline PlanChange unset_mark(Bookmarks *bookmarks, const char *key) {
    PlanChange change = {0};
    Err err = {""};
    if (!bookmarks_unset(bookmarks, key, &change, &err))
        fail_msg("%s: %s", key, err.text);
    return change;
}

static inline void put(Bookmarks *bookmarks, const char *key, const char *name, const char *now) {
    PlanChange change = set_mark(bookmarks, key, name, now);
    plan_change_release(&change);
}

static inline void take(Bookmarks *bookmarks, const char *key) {
    PlanChange change = unset_mark(bookmarks, key);
    plan_change_release(&change);
}

/* Those of the keys "p:a", "p:b" … for the letters of `letters`. */
static inline Bookmarks these(const char *letters) {
    Bookmarks bookmarks = {0};
    for (; *letters != '\0'; letters++)
        put(&bookmarks, arena_printf(&arena, "p:%c", *letters), "名前", FIRST);
    return bookmarks;
}

static inline void assert_same(const Bookmarks *a, const Bookmarks *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_string_equal(a->at[i].key, b->at[i].key);
        assert_string_equal(a->at[i].name, b->at[i].name);
        assert_string_equal(a->at[i].at, b->at[i].at);
    }
    assert_true(bookmarks_equal(a, b));
}

/* The letters of keys like "p:a", in order. */
static inline void assert_order(const Bookmarks *bookmarks, const char *letters) {
    char *found = arena_alloc(&arena, bookmarks->count + 1);
    for (size_t i = 0; i < bookmarks->count; i++)
        found[i] = bookmarks->at[i].key[2];
    assert_string_equal(found, letters);
}

static inline void apply(Bookmarks *bookmarks, const PlanChange *change, bool back) {
    Err err = {""};
    if (!bookmarks_apply(bookmarks, change, back, &err))
        fail_msg("%s", err.text);
}

/* So many others, without names. */
static inline Bookmarks many(size_t count) {
    Bookmarks bookmarks = {0};
    for (size_t i = 0; i < count; i++)
        bookmarks_add(&bookmarks, arena_printf(&arena, "p:%zu", i), "", FIRST);
    return bookmarks;
}

#endif
