/* The file of bookmarks: saved beside others, and left alone when it is damaged. */
#include "bookmarks_fixture.h"

#include "temp_tree.h"

#include <sys/stat.h>

static TempFolder folder;
static char path[512];

static int begin(void **state) {
    (void)state;
    folder = temp_folder_make();
    temp_folder_path(&folder, "data/bookmarks.yaml", path);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_release(&arena);
    temp_tree_remove(&folder);
    return 0;
}

static BookmarksFile open_file(void) {
    BookmarksFile file;
    Err err = {""};
    if (!bookmarks_open(path, &file, &err))
        fail_msg("%s", err.text);
    return file;
}

/* Whether another's changes came in. */
static bool save(BookmarksFile *file) {
    bool merged;
    Err err = {""};
    if (!bookmarks_save(file, &merged, &err))
        fail_msg("%s", err.text);
    assert_false(bookmarks_unsaved(file));
    return merged;
}

static void put_file(const char *text) {
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static const char *file_now(void) {
    Buf bytes;
    FileMark mark;
    Err err = {""};
    if (!safe_file_read(path, &bytes, &mark, &err))
        fail_msg("%s", err.text);
    const char *copy = mark.exists ? arena_copy(&arena, buf_str(&bytes)) : NULL;
    buf_release(&bytes);
    return copy;
}

static void assert_on_disk(const Bookmarks *expected) {
    BookmarksFile now = open_file();
    assert_same(&now.bookmarks, expected);
    bookmarks_close(&now);
}

static void cannot_save(BookmarksFile *file, const char *sentence) {
    const char *before = file_now();
    Bookmarks mine;
    bool merged = true;
    Err err = {""};
    bookmarks_copy(&mine, &file->bookmarks);
    assert_false(bookmarks_save(file, &merged, &err));
    assert_string_equal(err.text, sentence);
    assert_false(merged);
    assert_same(&file->bookmarks, &mine);
    assert_true(bookmarks_unsaved(file));
    if (before != NULL)
        assert_string_equal(file_now(), before);
    bookmarks_release(&mine);
}

static void no_file_is_no_bookmark_and_none_is_made_for_nothing(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    assert_int_equal(file.bookmarks.count, 0);
    assert_false(save(&file));
    assert_null(file_now());
    put(&file.bookmarks, "p:a", "名前", FIRST);
    assert_true(bookmarks_unsaved(&file));
    assert_false(save(&file));
    assert_string_equal(file_now(), HEAD ONE "end: true\n");
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(file.mark.inode, info.st_ino); /* what it will be compared with */
    take(&file.bookmarks, "p:a");
    save(&file);
    assert_string_equal(file_now(), "kairo_bookmarks: 1\nend: true\n");
    bookmarks_close(&file);
}

static void nothing_changed_is_not_saved_again(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    put(&file.bookmarks, "p:a", "名前", FIRST);
    save(&file);
    put_file("not ours to look at\n");
    save(&file);
    assert_string_equal(file_now(), "not ours to look at\n");
    bookmarks_close(&file);
}

static void two_who_save_lose_nothing(void **state) {
    (void)state;
    BookmarksFile one = open_file(), two = open_file();
    put(&one.bookmarks, "p:a", "", FIRST);
    assert_false(save(&one));
    put(&two.bookmarks, "p:b", "", FIRST);
    assert_true(save(&two));
    assert_order(&two.bookmarks, "ba"); /* ours first */
    put(&one.bookmarks, "p:c", "", LATER);
    assert_true(save(&one));
    assert_int_equal(one.bookmarks.count, 3);
    take(&two.bookmarks, "p:a");
    assert_true(save(&two));
    put(&one.bookmarks, "p:b", "新しい名前", LAST);
    assert_true(save(&one));
    assert_null(bookmarks_find(&one.bookmarks, "p:a"));
    assert_string_equal(bookmarks_find(&one.bookmarks, "p:b")->name, "新しい名前");
    assert_non_null(bookmarks_find(&one.bookmarks, "p:c"));
    assert_on_disk(&one.bookmarks);
    bookmarks_close(&one);
    bookmarks_close(&two);
}

static void many_turns_of_two_lose_nothing(void **state) {
    (void)state;
    enum { TURNS = 100 };
    BookmarksFile files[] = {open_file(), open_file()};
    uint32_t seed = 3;
    for (size_t i = 0; i < TURNS; i++) {
        BookmarksFile *file = &files[next_random(&seed) % 2];
        put(&file->bookmarks, arena_printf(&arena, "p:%zu", i), "", FIRST);
        if (i % 10 == 9) {
            const char *old = arena_printf(&arena, "p:%zu", i - 5);
            if (bookmarks_find(&file->bookmarks, old) != NULL)
                take(&file->bookmarks, old);
            else
                put(&file->bookmarks, old, "", LATER);
        }
        save(file);
    }
    BookmarksFile now = open_file();
    for (size_t i = 0; i < TURNS; i++)
        if (i % 10 != 4)
            assert_non_null(bookmarks_find(&now.bookmarks, arena_printf(&arena, "p:%zu", i)));
    bookmarks_close(&now);
    bookmarks_close(&files[0]);
    bookmarks_close(&files[1]);
}

static void a_file_written_again_as_it_was_is_no_merge(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    put(&file.bookmarks, "p:a", "名前", FIRST);
    save(&file);
    put_file(HEAD ONE "end: true\n");
    put(&file.bookmarks, "p:b", "", FIRST);
    assert_false(save(&file));
    assert_on_disk(&file.bookmarks);
    bookmarks_close(&file);
}

static void a_change_is_undone_after_a_merge_without_anothers(void **state) {
    (void)state;
    BookmarksFile one = open_file(), two = open_file();
    PlanChange change = set_mark(&one.bookmarks, "p:a", "", FIRST);
    put(&two.bookmarks, "p:b", "", FIRST);
    save(&two);
    save(&one);
    apply(&one.bookmarks, &change, true);
    assert_order(&one.bookmarks, "b");
    save(&one);
    assert_on_disk(&two.bookmarks);
    plan_change_release(&change);
    bookmarks_close(&one);
    bookmarks_close(&two);
}

static void what_became_damaged_is_not_overwritten(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    put(&file.bookmarks, "p:a", "名前", FIRST);
    save(&file);
    put(&file.bookmarks, "p:b", "", LATER);
    put_file(HEAD ONE);
    cannot_save(&file, arena_printf(&arena,
                                    "not saved, because the file is damaged: %s:1:1: the file was "
                                    "cut or added to: its last line must be 'end: true'",
                                    path));
    put_file("");
    cannot_save(&file, arena_printf(&arena,
                                    "not saved, because the file is damaged: %s:1:1: the file is "
                                    "empty",
                                    path));
    /* Mended by hand, with one more: both are kept. */
    put_file(HEAD ONE "  - mark: p:c\n    name: x\n    at: " FIRST "\nend: true\n");
    assert_true(save(&file));
    assert_order(&file.bookmarks, "abc");
    assert_on_disk(&file.bookmarks);
    bookmarks_close(&file);
}

static void a_file_that_is_gone_is_made_again(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    put(&file.bookmarks, "p:a", "", FIRST);
    save(&file);
    unlink(path);
    put(&file.bookmarks, "p:b", "", FIRST);
    assert_false(save(&file));
    assert_on_disk(&file.bookmarks);
    bookmarks_close(&file);
}

static void a_damaged_file_is_left_alone_until_it_is_mended(void **state) {
    (void)state;
    BookmarksFile file = open_file();
    put(&file.bookmarks, "p:a", "名前", FIRST);
    save(&file);
    bookmarks_close(&file);
    put_file(HEAD ONE ONE "end: true\n");
    Err err = {""};
    assert_false(bookmarks_open(path, &file, &err));
    const char *damage =
        arena_printf(&arena, "%s:6:11: 'p:a' is bookmarked twice; it is already in line 3", path);
    assert_string_equal(err.text, damage);
    assert_int_equal(file.bookmarks.count, 0);
    assert_false(save(&file)); /* nothing to save, so all is well */
    put(&file.bookmarks, "p:b", "", FIRST);
    cannot_save(&file, arena_printf(&arena, "not saved, because the file is damaged: %s", damage));
    put_file(HEAD ONE "end: true\n");
    assert_true(save(&file));
    assert_order(&file.bookmarks, "ba");
    assert_on_disk(&file.bookmarks);
    bookmarks_close(&file);
}

static void without_a_folder_bookmarks_live_while_the_program_does(void **state) {
    (void)state;
    BookmarksFile file = {0}, none = {0};
    Err err = {""};
    bool merged;
    assert_true(bookmarks_open("", &file, &err));
    put(&file.bookmarks, "p:a", "", FIRST);
    assert_false(bookmarks_save(&file, &merged, &err));
    assert_string_equal(err.text, "there is no folder for bookmarks: neither XDG_DATA_HOME nor "
                                  "HOME names one");
    assert_order(&file.bookmarks, "a");
    put(&none.bookmarks, "p:a", "", FIRST); /* never opened */
    assert_false(bookmarks_save(&none, &merged, &err));
    bookmarks_close(&file);
    bookmarks_close(&none);
}

static void a_path_that_is_no_file_is_said(void **state) {
    (void)state;
    BookmarksFile file;
    Err err = {""};
    assert_false(bookmarks_open(folder.path, &file, &err));
    assert_non_null(strstr(err.text, folder.path));
    bookmarks_close(&file);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(no_file_is_no_bookmark_and_none_is_made_for_nothing),
        TEST(nothing_changed_is_not_saved_again),
        TEST(two_who_save_lose_nothing),
        TEST(many_turns_of_two_lose_nothing),
        TEST(a_file_written_again_as_it_was_is_no_merge),
        TEST(a_change_is_undone_after_a_merge_without_anothers),
        TEST(what_became_damaged_is_not_overwritten),
        TEST(a_file_that_is_gone_is_made_again),
        TEST(a_damaged_file_is_left_alone_until_it_is_mended),
        TEST(without_a_folder_bookmarks_live_while_the_program_does),
        TEST(a_path_that_is_no_file_is_said),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
