/* The ten last versions of a file. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "plan/versions.h"
#include "temp_tree.h"

static TempFolder folder;
static char versions[512];
static Arena arena;

static int begin(void **state) {
    (void)state;
    tr_use(LANG_EN);
    folder = temp_folder_make();
    temp_folder_path(&folder, "state/versions/plan", versions);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_release(&arena);
    temp_tree_remove(&folder);
    return 0;
}

static void keep(const char *text, const char *when) {
    Err err = {""};
    if (!versions_keep(versions, str(text), when, &err))
        fail_msg("%s", err.text);
}

static VersionList list(void) {
    Err err = {""};
    VersionList all;
    if (!versions_list(&arena, versions, &all, &err))
        fail_msg("%s", err.text);
    return all;
}

static void expect_version(uint64_t number, const char *text) {
    Err err = {""};
    Buf bytes;
    if (!versions_read(versions, number, &bytes, &err))
        fail_msg("%s", err.text);
    assert_string_equal(bytes.at, text);
    buf_release(&bytes);
}

static void none_at_first(void **state) {
    (void)state;
    Buf bytes;
    Err err = {""};
    assert_int_equal(list().count, 0);
    assert_false(versions_read(versions, 1, &bytes, &err));
    assert_string_equal(err.text, "there is no version 1");
}

static void newest_first_with_their_times(void **state) {
    (void)state;
    keep("one", "2017-01-27 14:05");
    keep("two…", "");
    keep("three", "H29.1.27/../\n午後 by kairo of the long, long name");
    VersionList all = list();
    assert_int_equal(all.count, 3);
    assert_int_equal(all.at[0].number, 3);
    assert_string_equal(all.at[0].when, "H29127 by kairo of the long lon");
    assert_int_equal(all.at[1].bytes, 6);
    assert_string_equal(all.at[1].when, "");
    assert_int_equal(all.at[2].number, 1);
    assert_string_equal(all.at[2].when, "2017-01-27 14:05");
    expect_version(1, "one");
    expect_version(2, "two…");
}

static void never_more_than_ten(void **state) {
    (void)state;
    char text[16];
    for (int i = 1; i <= 25; i++) {
        snprintf(text, sizeof text, "version %d", i);
        keep(text, "");
        assert_int_equal(list().count, MIN_OF(i, VERSIONS_MOST));
    }
    VersionList all = list();
    for (size_t i = 0; i < all.count; i++)
        assert_int_equal(all.at[i].number, 25 - i);
    expect_version(16, "version 16");
    Buf bytes;
    Err err;
    assert_false(versions_read(versions, 15, &bytes, &err));
}

/* What a killed process left over is not shown and goes with the next version. */
static void an_eleventh_left_over(void **state) {
    (void)state;
    char text[16], path[600];
    for (int i = 1; i <= 10; i++) {
        snprintf(text, sizeof text, "version %d", i);
        keep(text, "");
    }
    snprintf(path, sizeof path, "%s/000000000011_x", versions);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fclose(file);
    VersionList all = list();
    assert_int_equal(all.count, VERSIONS_MOST);
    assert_int_equal(all.at[9].number, 2);
    keep("twelve", "");
    assert_int_equal(access(path, F_OK), 0);
    snprintf(path, sizeof path, "%s/000000000002", versions);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(list().at[9].number, 3);
}

/* A save that is tried again and again must not push out the real versions. */
static void the_same_again_is_kept_once(void **state) {
    (void)state;
    keep("one", "a");
    keep("one", "b");
    assert_int_equal(list().count, 1);
    keep("two", "");
    keep("one", "c");
    assert_int_equal(list().count, 3);
}

static void other_files_are_let_be(void **state) {
    (void)state;
    keep("one", "");
    char path[600];
    const char *const names[] = {"README", "00000000000x", "0000000000001", "000000000001-x"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        snprintf(path, sizeof path, "%s/%s", versions, names[i]);
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fclose(file);
    }
    assert_int_equal(list().count, 1);
}

static void what_cannot_be_kept_is_reported(void **state) {
    (void)state;
    Err err = {""};
    temp_folder_write(&folder, "state", str("a file where the folder should be"));
    assert_false(versions_keep(versions, str("one"), "", &err));
    assert_non_null(strstr(err.text, "a part of its path is not a folder"));
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        STORY(none_at_first),
        STORY(newest_first_with_their_times),
        STORY(never_more_than_ten),
        STORY(an_eleventh_left_over),
        STORY(the_same_again_is_kept_once),
        STORY(other_files_are_let_be),
        STORY(what_cannot_be_kept_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
