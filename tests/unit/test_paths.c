/* Where kairo looks for its files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "cli/paths.h"

static const Surroundings bare = {.executable = "/opt/kairo/bin/kairo",
                                  .catalogue = "",
                                  .config_home = "",
                                  .data_home = "",
                                  .state_home = "",
                                  .home = "",
                                  .source_dir = "/src/kairo",
                                  .build_dir = "/src/kairo/build"};

static void expect_catalogue(Surroundings at, const char *path) {
    Arena arena = {0};
    assert_string_equal(paths_catalogue(&arena, &at), path);
    arena_release(&arena);
}

static void an_installed_program_looks_beside_itself(void **state) {
    (void)state;
    expect_catalogue(bare, "/opt/kairo/share/kairo/catalogue");
    Surroundings at = bare;
    at.executable = "/bin/kairo";
    expect_catalogue(at, "/share/kairo/catalogue");
}

static void the_build_tree_uses_its_source(void **state) {
    (void)state;
    Surroundings at = bare;
    at.executable = "/src/kairo/build/kairo";
    expect_catalogue(at, "/src/kairo/data/catalogue");
    at.executable = "/src/kairo/build2/kairo";
    expect_catalogue(at, "/src/kairo/share/kairo/catalogue");
}

static void the_environment_has_the_last_word(void **state) {
    (void)state;
    Surroundings at = bare;
    at.catalogue = "here";
    expect_catalogue(at, "here");
}

static void expect_config(const char *config_home, const char *home, const char *path) {
    Arena arena = {0};
    Surroundings at = bare;
    at.config_home = config_home;
    at.home = home;
    assert_string_equal(paths_config(&arena, &at), path);
    arena_release(&arena);
}

static void configuration_follows_xdg(void **state) {
    (void)state;
    expect_config("/cfg", "/home/a", "/cfg/kairo");
    expect_config("", "/home/a", "/home/a/.config/kairo");
    expect_config("relative", "/home/a", "/home/a/.config/kairo");
    expect_config("", "", "");
}

static void plans_follow_xdg(void **state) {
    (void)state;
    Arena arena = {0};
    Surroundings at = bare;
    assert_string_equal(paths_plans(&arena, &at), "");
    assert_string_equal(paths_versions(&arena, &at), "");
    at.home = "/home/a";
    assert_string_equal(paths_plans(&arena, &at), "/home/a/.local/share/kairo/plans");
    assert_string_equal(paths_versions(&arena, &at), "/home/a/.local/state/kairo/versions");
    at.data_home = "relative";
    assert_string_equal(paths_plans(&arena, &at), "/home/a/.local/share/kairo/plans");
    at.data_home = "/d";
    at.state_home = "/s";
    assert_string_equal(paths_plans(&arena, &at), "/d/kairo/plans");
    assert_string_equal(paths_versions(&arena, &at), "/s/kairo/versions");
    arena_release(&arena);
}

static void bookmarks_are_data_and_the_session_is_state(void **state) {
    (void)state;
    Arena arena = {0};
    Surroundings at = bare;
    assert_string_equal(paths_bookmarks(&arena, &at), "");
    assert_string_equal(paths_session(&arena, &at), "");
    at.home = "/home/a";
    at.data_home = at.state_home = "relative";
    assert_string_equal(paths_bookmarks(&arena, &at), "/home/a/.local/share/kairo/bookmarks.yaml");
    assert_string_equal(paths_session(&arena, &at), "/home/a/.local/state/kairo/session.yaml");
    at.data_home = "/d";
    at.state_home = "/s";
    at.home = "";
    assert_string_equal(paths_bookmarks(&arena, &at), "/d/kairo/bookmarks.yaml");
    assert_string_equal(paths_session(&arena, &at), "/s/kairo/session.yaml");
    arena_release(&arena);
}

static void overlays_are_added_when_they_exist(void **state) {
    (void)state;
    char folder[] = "/tmp/kairo-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *const given[] = {"a.yaml"};
    Arena arena = {0};
    Surroundings at = bare;
    at.config_home = folder;
    Strings before = paths_overlays(&arena, &at, (Strings){given, 1});
    assert_int_equal(before.count, 1);
    const char *config = arena_printf(&arena, "%s/kairo", folder);
    const char *overlays = arena_printf(&arena, "%s/catalogue.d", config);
    assert_int_equal(mkdir(config, 0700), 0);
    assert_int_equal(mkdir(overlays, 0700), 0);
    Strings after = paths_overlays(&arena, &at, (Strings){given, 1});
    assert_int_equal(after.count, 2);
    assert_string_equal(after.at[0], overlays);
    assert_string_equal(after.at[1], "a.yaml");
    rmdir(overlays);
    rmdir(config);
    rmdir(folder);
    arena_release(&arena);
}

static void nothing_is_added_without_a_home(void **state) {
    (void)state;
    Arena arena = {0};
    assert_int_equal(paths_overlays(&arena, &bare, (Strings){NULL, 0}).count, 0);
    arena_release(&arena);
}

static void this_test_knows_where_it_lies(void **state) {
    (void)state;
    Arena arena = {0};
    Surroundings at = surroundings_read(&arena);
    assert_true(at.executable[0] == '/');
    assert_true(str_starts(str(at.executable), str(at.build_dir)));
    arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_installed_program_looks_beside_itself),
        cmocka_unit_test(the_build_tree_uses_its_source),
        cmocka_unit_test(the_environment_has_the_last_word),
        cmocka_unit_test(configuration_follows_xdg),
        cmocka_unit_test(plans_follow_xdg),
        cmocka_unit_test(bookmarks_are_data_and_the_session_is_state),
        cmocka_unit_test(overlays_are_added_when_they_exist),
        cmocka_unit_test(nothing_is_added_without_a_home),
        cmocka_unit_test(this_test_knows_where_it_lies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
