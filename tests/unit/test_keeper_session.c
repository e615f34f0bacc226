/* The file of where a session stands: written in home, whatever happens to it meanwhile. */
#include "../sessions/session.h"
#include "cmocka_all.h"
#include "temp_tree.h"
#include "ui/keeper.h"
#include "ui/recall.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* A folder, and a session in it that keeps its home. */
typedef struct Home {
    TempFolder folder;
    char state[512], path[512];
} Home;

typedef struct Sitting {
    Session session;
    Keeper keeper;
} Sitting;

static Home home_make(void) {
    Home home = {.folder = temp_folder_make()};
    temp_folder_path(&home.folder, "state", home.state);
    temp_folder_path(&home.folder, "state/kairo/session.yaml", home.path);
    return home;
}

static void sit_down(Sitting *sitting, const Home *home, bool read_only) {
    const Surroundings at = {.executable = "",
                             .catalogue = "",
                             .config_home = "",
                             .data_home = "",
                             .state_home = home->state,
                             .home = "",
                             .dictionary = "",
                             .source_dir = "",
                             .build_dir = ""};
    *sitting = (Sitting){.session = {.perform = NULL}};
    session_begin(&sitting->session, &(AppStart){.catalogue = session_catalogue(),
                                                 .today = {2016, 12, 20},
                                                 .cols = 80,
                                                 .rows = 24,
                                                 .program = "",
                                                 .notice = ""});
    keeper_init(&sitting->keeper, &at, read_only);
}

static void stand_up(Sitting *sitting) {
    keeper_release(&sitting->keeper);
    session_end(&sitting->session);
}

static void press(Sitting *sitting, const char *key) {
    assert_true(session_key(&sitting->session, key));
    keeper_remember(&sitting->keeper, &sitting->session.app);
}

static Buf content(const char *path) {
    Buf bytes;
    FileMark mark;
    Err err;
    if (!safe_file_read(path, &bytes, &mark, &err))
        fail_msg("%s", err.text);
    return bytes;
}

/* The file says where this session stands. */
static void expect_there(const Sitting *sitting, const Home *home) {
    Buf found = content(home->path), text;
    buf_init(&text, RECALL_MOST);
    recall_write(&sitting->session.app, &text);
    assert_true(str_starts(buf_str(&found), buf_str(&text)));
    for (size_t i = text.len; i < found.len; i++)
        assert_int_equal(found.at[i], '\n');
    Sitting other;
    sit_down(&other, home, true);
    recall_read(&other.session.app, buf_str(&found));
    assert_int_equal(other.session.app.depth, sitting->session.app.depth);
    stand_up(&other);
    buf_release(&found);
    buf_release(&text);
}

static mode_t mode_of(const char *path) {
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

/* ---- an ordinary day ---- */

static void each_step_is_on_disk(void **state) {
    (void)state;
    static const char *const keys[] = {"Down", "2", "Enter", "PgDn", "Esc", "1", "g", "i", "q"};
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        press(&sitting, keys[i]);
        expect_there(&sitting, &home);
    }
    assert_int_equal(mode_of(home.path), 0600);
    assert_int_equal(mode_of(home.state), 0700);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void nothing_is_written_where_nothing_moved(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    temp_folder_write(&home.folder, "state/kairo/session.yaml", str("mine"));
    press(&sitting, "z"); /* a key without a use */
    Buf found = content(home.path);
    assert_string_equal(found.at, "mine");
    buf_release(&found);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void read_only_writes_nothing(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, true);
    press(&sitting, "Down");
    keeper_part(&sitting.keeper, &sitting.session.app);
    assert_int_equal(access(home.state, F_OK), -1);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

/* ---- several sessions ---- */

static void the_last_to_write_counts(void **state) {
    (void)state;
    Home home = home_make();
    Sitting a, b;
    sit_down(&a, &home, false);
    sit_down(&b, &home, false);
    press(&a, "Enter"); /* a longer text … */
    press(&b, "Down");  /* … and a shorter one over it */
    expect_there(&b, &home);
    press(&a, "PgDn");
    expect_there(&a, &home);
    press(&b, "Up");
    expect_there(&b, &home);
    /* Who goes last says where to begin, although it did not move since. */
    keeper_part(&a.keeper, &a.session.app);
    expect_there(&a, &home);
    stand_up(&b);
    stand_up(&a);
    temp_tree_remove(&home.folder);
}

/* ---- the file goes away ---- */

static void a_file_removed_is_made_again(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    assert_int_equal(unlink(home.path), 0);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    temp_tree_remove(&home.folder);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    temp_tree_remove(&home.folder);
    keeper_part(&sitting.keeper, &sitting.session.app);
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

/* Noticed at the end, when there is time for it. */
static void a_folder_moved_away_is_made_again(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    char away[512];
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    temp_folder_path(&home.folder, "away", away);
    assert_int_equal(rename(home.state, away), 0);
    press(&sitting, "Down");
    keeper_part(&sitting.keeper, &sitting.session.app);
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void a_file_replaced_is_written_over(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    char other[512];
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    temp_folder_path(&home.folder, "other", other);
    temp_folder_write(&home.folder, "other", str("by another program"));
    assert_int_equal(rename(other, home.path), 0);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void a_file_grown_huge_is_cut(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    stand_up(&sitting);
    assert_int_equal(truncate(home.path, 4 << 20), 0);
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

/* ---- what is in the way ---- */

static void a_file_in_the_folders_place_is_waited_out(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    temp_folder_write(&home.folder, "state", str("in the way"));
    press(&sitting, "Down");
    keeper_part(&sitting.keeper, &sitting.session.app);
    Buf found = content(home.state);
    assert_string_equal(found.at, "in the way");
    buf_release(&found);
    assert_int_equal(unlink(home.state), 0);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void a_link_is_not_followed(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    char target[512];
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    temp_folder_path(&home.folder, "target", target);
    temp_folder_write(&home.folder, "target", str("precious"));
    assert_int_equal(unlink(home.path), 0);
    assert_int_equal(symlink(target, home.path), 0);
    press(&sitting, "Down");
    keeper_part(&sitting.keeper, &sitting.session.app);
    Buf found = content(target);
    assert_string_equal(found.at, "precious");
    buf_release(&found);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void a_pipe_is_left_alone(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    assert_int_equal(unlink(home.path), 0);
    assert_int_equal(mkfifo(home.path, 0600), 0);
    press(&sitting, "Down"); /* nobody reads: this must not wait */
    int reader = open(home.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    char byte;
    press(&sitting, "Down");
    assert_int_equal(read(reader, &byte, 1), 0); /* nobody wrote */
    close(reader);
    assert_int_equal(unlink(home.path), 0);
    assert_int_equal(mkdir(home.path, 0700), 0); /* nor a folder of that name */
    press(&sitting, "Down");
    assert_int_equal(rmdir(home.path), 0);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

static void limit_files_to(rlim_t bytes) {
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* A disk that is full half way through a text still has the text before. */
static void a_full_disk_keeps_the_place_before(void **state) {
    (void)state;
    Home home = home_make();
    Sitting sitting;
    signal(SIGXFSZ, SIG_IGN);
    sit_down(&sitting, &home, false);
    press(&sitting, "Down");
    Buf before = content(home.path);
    limit_files_to(before.len + 20);
    press(&sitting, "Enter"); /* longer by more than that */
    limit_files_to(RLIM_INFINITY);
    Buf found = content(home.path);
    assert_memory_equal(found.at, before.at, before.len);
    press(&sitting, "Down");
    expect_there(&sitting, &home);
    buf_release(&found);
    buf_release(&before);
    stand_up(&sitting);
    temp_tree_remove(&home.folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step_is_on_disk),
        cmocka_unit_test(nothing_is_written_where_nothing_moved),
        cmocka_unit_test(read_only_writes_nothing),
        cmocka_unit_test(the_last_to_write_counts),
        cmocka_unit_test(a_file_removed_is_made_again),
        cmocka_unit_test(a_folder_moved_away_is_made_again),
        cmocka_unit_test(a_file_replaced_is_written_over),
        cmocka_unit_test(a_file_grown_huge_is_cut),
        cmocka_unit_test(a_file_in_the_folders_place_is_waited_out),
        cmocka_unit_test(a_link_is_not_followed),
        cmocka_unit_test(a_pipe_is_left_alone),
        cmocka_unit_test(a_full_disk_keeps_the_place_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
