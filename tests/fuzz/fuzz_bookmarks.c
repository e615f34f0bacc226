/*
 * Any bytes as two files of bookmarks, parted by a line of "====": base, and ours. What can be
 * read is written and read again to the same, merges with itself to itself, and taking all
 * away can be undone.
 */
#include "plan/bookmarks.h"
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

static bool read_marks(Str bytes, Bookmarks *out) {
    Problems problems = {0};
    bool read = bookmarks_read(bytes, "b.yaml", out, &problems);
    HOLDS(read == (problems.count == 0));
    for (size_t i = 0; i < problems.count; i++)
        HOLDS(problems.items[i].line >= 0 && text_is_utf8(str(problems.items[i].message)));
    problems_release(&problems);
    return read;
}

static void check_file(const Bookmarks *bookmarks) {
    char *bytes;
    size_t len;
    Err err;
    Bookmarks again = {0};
    HOLDS(bookmarks_write(bookmarks, &bytes, &len, &err));
    HOLDS(read_marks(str_n(bytes, len), &again));
    HOLDS(bookmarks_equal(bookmarks, &again));
    bookmarks_release(&again);
    free(bytes);
}

static void check_merge(const Bookmarks *base, const Bookmarks *ours, const Bookmarks *theirs,
                        const Bookmarks *expected) {
    Bookmarks merged;
    bookmarks_merge(&merged, base, ours, theirs);
    HOLDS(expected == NULL || bookmarks_equal(&merged, expected));
    check_file(&merged);
    bookmarks_release(&merged);
}

static void check_undo(Bookmarks *bookmarks) {
    Bookmarks before;
    PlanChange change = {0};
    Err err;
    bookmarks_copy(&before, bookmarks);
    while (bookmarks->count > 0) /* from the middle, so that places matter */
        HOLDS(bookmarks_unset(bookmarks, bookmarks->at[bookmarks->count / 2].key, &change, &err));
    HOLDS(bookmarks_apply(bookmarks, &change, true, &err));
    HOLDS(bookmarks_equal(bookmarks, &before));
    HOLDS(bookmarks_apply(bookmarks, &change, false, &err) && bookmarks->count == 0);
    plan_change_release(&change);
    bookmarks_release(&before);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char mark[] = "\n====\n";
    Str all = str_n((const char *)data, size), other = all;
    const char *end = memmem(data, size, mark, sizeof mark - 1);
    if (end != NULL) {
        all.len = (size_t)(end - all.at) + 1;
        other = str_skip(other, all.len + sizeof mark - 2);
    }
    Bookmarks base = {0}, ours = {0};
    bool both = read_marks(all, &base) && read_marks(other, &ours);
    check_file(&base);
    if (both) {
        check_merge(&base, &ours, &base, &ours);
        check_merge(&base, &base, &ours, &ours);
        check_merge(&base, &ours, &ours, &ours);
        check_merge(NULL, &base, &ours, NULL);
    }
    check_undo(&base);
    bookmarks_release(&base);
    bookmarks_release(&ours);
    return 0;
}
