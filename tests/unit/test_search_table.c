/* The table of searches (data/searches.tsv): who must be found, and who must not. */
#include "search_fixture.h"

#include "catalogue/files.h"

typedef struct Row {
    const char *query, *wanted, *unwanted;
    int line;
} Row;

static char *take_until(char **rest, const char *ends) {
    char *field = *rest;
    size_t len = strcspn(field, ends);
    *rest = field + len + (field[len] != '\0' ? 1 : 0);
    field[len] = '\0';
    return field;
}

static int failures;

static void complain(const Row *row, const char *what, const char *id) {
    print_error("searches.tsv:%d: %s: %s%s\n", row->line, row->query, what, id);
    failures++;
}

static void check_wanted(const Row *row, const SearchFound *found) {
    char *rest = arena_copy(&scratch, str(row->wanted));
    while (rest[0] != '\0') {
        const char *id = take_until(&rest, " ");
        bool first = strncmp(id, "first:", 6) == 0;
        id += first ? 6 : 0;
        const SearchHit *hit = hit_of(found, id);
        if (catalogue_program(&edition, id) == NULL)
            complain(row, "there is no program ", id);
        else if (hit == NULL)
            complain(row, "does not find ", id);
        else if (first && hit != found->hits.at)
            complain(row, "does not come first: ", id);
    }
}

static void check_unwanted(const Row *row, const SearchFound *found) {
    char *rest = arena_copy(&scratch, str(row->unwanted));
    while (rest[0] != '\0') {
        const char *id = take_until(&rest, " ");
        if (catalogue_program(&edition, id) == NULL)
            complain(row, "there is no program ", id);
        else if (hit_of(found, id) != NULL)
            complain(row, "finds ", id);
    }
}

static void check_row(const Row *row) {
    SearchFound found = run(row->query);
    if (strcmp(row->wanted, "nobody") == 0) {
        if (found.hits.count > 0)
            complain(row, "finds ", found.hits.at[0].program->id);
        return;
    }
    if (strcmp(row->wanted, "-") != 0)
        check_wanted(row, &found);
    if (strcmp(row->unwanted, "-") != 0)
        check_unwanted(row, &found);
}

static void every_search_of_the_table(void **state) {
    (void)state;
    Str file;
    Err err;
    int rows = 0;
    assert_true(file_read(SOURCE_DIR "/tests/unit/data/searches.tsv", 1 << 20, &file, &err));
    char *rest = arena_copy(&scratch, file);
    for (int line = 1; rest[0] != '\0'; line++) {
        char *text = take_until(&rest, "\n");
        if (text[0] == '#' || text[0] == '\0')
            continue;
        Row row = {.line = line};
        row.query = take_until(&text, "\t");
        row.wanted = take_until(&text, "\t");
        row.unwanted = take_until(&text, "\t");
        check_row(&row);
        rows++;
    }
    free((void *)(uintptr_t)file.at);
    assert_true(rows >= 80);
    assert_int_equal(failures, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_search_of_the_table),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
