/* Bookmarks as YAML: read again to the byte, and refused with the place of what is wrong. */
#include "bookmarks_fixture.h"

static int end(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

/* ---- writing and reading ---- */

static const char *bytes_of(const Bookmarks *bookmarks) {
    char *bytes = NULL;
    size_t len = 0;
    Err err = {""};
    if (!bookmarks_write(bookmarks, &bytes, &len, &err))
        fail_msg("%s", err.text);
    assert_int_equal(strlen(bytes), len);
    const char *copy = arena_copy(&arena, str_n(bytes, len));
    free(bytes);
    return copy;
}

static Bookmarks read_marks(const char *bytes) {
    Bookmarks out = {0};
    Problems problems = {0};
    if (!bookmarks_read(str(bytes), "b.yaml", &out, &problems))
        fail_msg("%s", problem_text(&arena, &problems.items[0]));
    assert_int_equal(problems.count, 0);
    problems_release(&problems);
    return out;
}

static void assert_round_trip(const Bookmarks *bookmarks) {
    const char *file = bytes_of(bookmarks);
    Bookmarks back = read_marks(file);
    assert_same(bookmarks, &back);
    assert_string_equal(bytes_of(&back), file);
    bookmarks_release(&back);
}

static void a_file_has_one_fact_per_line(void **state) {
    (void)state;
    Bookmarks bookmarks = {0};
    assert_string_equal(bytes_of(&bookmarks), "kairo_bookmarks: 1\nend: true\n");
    put(&bookmarks, "program:jetro-library", "ジェトロ・ライブラリー", FIRST);
    put(&bookmarks, "country:vn", "ベトナム: 社会主義共和国", LATER);
    put(&bookmarks, "screen:figures", "", LAST);
    assert_string_equal(bytes_of(&bookmarks), "kairo_bookmarks: 1\n"
                                              "bookmarks:\n"
                                              "  - mark: program:jetro-library\n"
                                              "    name: ジェトロ・ライブラリー\n"
                                              "    at: 2016-12-19T01:00:00Z\n"
                                              "  - mark: country:vn\n"
                                              "    name: \"ベトナム: 社会主義共和国\"\n"
                                              "    at: 2016-12-20T02:30:00Z\n"
                                              "  - mark: screen:figures\n"
                                              "    name: \"\"\n"
                                              "    at: 2016-12-23T09:15:30Z\n"
                                              "end: true\n");
    assert_round_trip(&bookmarks);
    bookmarks_release(&bookmarks);
}

static void any_name_comes_back(void **state) {
    (void)state;
    uint32_t seed = 41;
    Bookmarks bookmarks = {0};
    for (size_t i = 0; i < NASTY_COUNT; i++)
        if (text_is_utf8(str(nasty[i])))
            put(&bookmarks, arena_printf(&arena, "nasty:%zu", i), nasty[i], FIRST);
    for (int i = 0; i < 500; i++)
        put(&bookmarks, arena_printf(&arena, "random:%d", i), random_utf8(&arena, &seed, 40),
            LATER);
    static const char *const like_yaml[] = {"true", "- a", "a: b",   "# a",  "end: true",
                                            "|",    "\"",  "[x] ",   "a #b", "2016",
                                            "null", " a",  "a\nb\n", "\\"};
    for (size_t i = 0; i < COUNT_OF(like_yaml); i++)
        put(&bookmarks, arena_printf(&arena, "yaml:%zu", i), like_yaml[i], LAST);
    put(&bookmarks, "program: # {a, b} \"c\"", "a key that looks like YAML", LAST);
    assert_round_trip(&bookmarks);
    bookmarks_release(&bookmarks);
}

/* What is between the lines that both begin with and those that both end with: bytes. */
static void assert_one_block(const char *file, const char *other, const char *block) {
    size_t a = strlen(file), b = strlen(other), same = 0;
    assert_true(a > b);
    while (other[same] != '\0' && file[same] == other[same])
        same++;
    while (same > 0 && file[same - 1] != '\n')
        same--;
    const char *middle = arena_copy(&arena, str_n(file + same, a - b));
    assert_string_equal(other + same, file + same + (a - b));
    assert_string_equal(middle, block);
}

static void one_bookmark_more_is_one_block_more(void **state) {
    (void)state;
    static const char *const letters = "abc";
    for (const char *letter = letters; *letter != '\0'; letter++) {
        Bookmarks bookmarks = these(letters);
        put(&bookmarks, arena_printf(&arena, "p:%c", *letter), "しるし", LATER);
        const char *with = bytes_of(&bookmarks);
        take(&bookmarks, arena_printf(&arena, "p:%c", *letter));
        const char *block =
            arena_printf(&arena, "  - mark: p:%c\n    name: しるし\n    at: %s\n", *letter, LATER);
        assert_one_block(with, bytes_of(&bookmarks), block);
        bookmarks_release(&bookmarks);
    }
}

static void line_ends_and_a_mark_of_another_system_change_nothing(void **state) {
    (void)state;
    Bookmarks bookmarks = these("ab"), same = {0};
    Buf other;
    buf_init(&other, 65536);
    buf_text(&other, "\xEF\xBB\xBF");
    for (const char *at = bytes_of(&bookmarks); *at != '\0'; at++) {
        if (*at == '\n')
            buf_byte(&other, '\r');
        buf_byte(&other, *at);
    }
    same = read_marks(other.at);
    assert_same(&same, &bookmarks);
    buf_release(&other);
    bookmarks_release(&same);
    bookmarks_release(&bookmarks);
}

static void bookmarks_of_a_later_kind_are_kept(void **state) {
    (void)state;
    Bookmarks bookmarks = {0};
    put(&bookmarks, "dream:x", "夢", FIRST);
    assert_round_trip(&bookmarks);
    bookmarks_release(&bookmarks);
}

/* ---- damage ---- */

/* All problems, a line each. */
static void assert_problems(const char *file, const char *expected) {
    Bookmarks out = {.count = 77};
    Problems problems = {0};
    Buf all;
    buf_init(&all, 65536);
    assert_false(bookmarks_read(str(file), "b.yaml", &out, &problems));
    assert_int_equal(out.count, 77); /* left alone */
    problems_sort(&problems);
    for (size_t i = 0; i < problems.count; i++)
        buf_printf(&all, "%s\n", problem_text(&arena, &problems.items[i]));
    assert_string_equal(all.at, expected);
    buf_release(&all);
    problems_release(&problems);
}

static void every_mistake_is_named_with_its_place(void **state) {
    (void)state;
    assert_problems(HEAD ONE "  - mark: p:b\n    nmae: x\n    at: yesterday\n"
                             "  - mark: p:a\n    name: [x]\n    at: " FIRST "\n"
                             "  - name: x\n    at: " FIRST "\n    at: " FIRST "\n"
                             "  - mark: fair\n    name: x\n    at: " FIRST "\n"
                             "  - text\nnote: x\nend: true\n",
                    "b.yaml:6:5: a bookmark needs the key 'name', which is missing\n"
                    "b.yaml:7:5: unknown key 'nmae' in a bookmark (did you mean 'name'?)\n"
                    "b.yaml:8:9: 'yesterday' is not right for 'at'; expected a time like "
                    "2026-11-22T03:04:05Z\n"
                    "b.yaml:9:11: 'p:a' is bookmarked twice; it is already in line 3\n"
                    "b.yaml:10:11: 'name' must be a text, not a list or a map\n"
                    "b.yaml:12:5: a bookmark needs the key 'mark', which is missing\n"
                    "b.yaml:14:5: key 'at' stands here again; it is already in line 13\n"
                    "b.yaml:15:11: 'fair' is not a bookmark; expected a kind and an id, like "
                    "program:jetro-library\n"
                    "b.yaml:18:5: 'bookmarks' must be a map (lines of 'key: value')\n"
                    "b.yaml:19:1: unknown key 'note' in the bookmarks\n");
}

static void a_file_that_is_something_else_is_refused(void **state) {
    (void)state;
    assert_problems("", "b.yaml:1:1: the file is empty\n");
    assert_problems("- mark: p:a\n", "b.yaml:1:1: the file must be a map of sections "
                                     "(programs: …), not a list\n");
    assert_problems("kairo_plan: 1\n", "b.yaml:1:1: these are not bookmarks of kairo: the line "
                                       "'kairo_bookmarks: 1' is missing\n");
    assert_problems("kairo_bookmarks: 2\nnew_key: x\n",
                    "b.yaml:1:18: a newer kairo wrote these bookmarks (format 2; this one reads "
                    "format 1): use that one, or update this one\n");
    assert_problems("kairo_bookmarks: one\n",
                    "b.yaml:1:18: 'one' is not a format of bookmarks; expected 1\n");
    assert_problems("kairo_bookmarks: 1\nbookmarks: x\nend: true\n",
                    "b.yaml:2:12: 'bookmarks' must be a list (lines that begin with '- ')\n");
    assert_problems(HEAD "  - mark: p:a\n    name: \xEF\xBB\xBFx\n",
                    "b.yaml:4:11: an invisible character; remove it (U+FEFF)\n");
    assert_problems(HEAD "<<<<<<< ours\n" ONE "end: true\n",
                    "b.yaml:3:1: a key needs ': ' after it\n");
}

static void a_cut_file_is_never_read_as_a_whole_one(void **state) {
    (void)state;
    assert_problems(HEAD ONE, "b.yaml:1:1: the file was cut or added to: its last line must be "
                              "'end: true'\n");
    assert_problems(HEAD ONE "end: true\nbookmarks: []\n",
                    "b.yaml:6:1: the file was cut or added to: its last line must be "
                    "'end: true'\n"
                    "b.yaml:7:1: key 'bookmarks' stands here again; it is already in line 2\n");
    const char *file = HEAD ONE "end: true\n";
    for (size_t len = 0; len + 1 < strlen(file); len++) {
        Bookmarks out;
        Problems problems = {0};
        assert_false(bookmarks_read(str_n(file, len), "b.yaml", &out, &problems));
        assert_true(problems.count > 0);
        problems_release(&problems);
    }
}

static void more_than_is_read_again_is_never_written(void **state) {
    (void)state;
    Bookmarks most = many(BOOKMARKS_KEPT);
    assert_round_trip(&most);
    const char *file = bytes_of(&most);
    bookmarks_add(&most, "q:more", "", FIRST);
    char *bytes;
    size_t len;
    Err err = {""};
    assert_false(bookmarks_write(&most, &bytes, &len, &err));
    assert_string_equal(err.text, "kairo keeps at most 4000 bookmarks; take some away first");
    Str body = str_n(file, strlen(file) - strlen("end: true\n"));
    assert_problems(arena_printf(&arena, "%.*s" ONE "end: true\n", STR_ARG(body)),
                    "b.yaml:2:1: kairo keeps at most 4000 bookmarks; take some away first\n");
    bookmarks_release(&most);
}

#define TEST(name) cmocka_unit_test_teardown(name, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_file_has_one_fact_per_line),
        TEST(any_name_comes_back),
        TEST(one_bookmark_more_is_one_block_more),
        TEST(line_ends_and_a_mark_of_another_system_change_nothing),
        TEST(bookmarks_of_a_later_kind_are_kept),
        TEST(every_mistake_is_named_with_its_place),
        TEST(a_file_that_is_something_else_is_refused),
        TEST(a_cut_file_is_never_read_as_a_whole_one),
        TEST(more_than_is_read_again_is_never_written),
    };
    return cmocka_run_group_tests(tests, plans_in_english, NULL);
}
