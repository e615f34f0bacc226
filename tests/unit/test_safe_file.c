/* Bytes to and from disk, as long as the disk does what it is asked. tests/faults has the rest. */
#include "cmocka_all.h"

#include "base/tr.h"
#include "plan/safe_file.h"
#include "plan/safe_io.h"
#include "plan/safe_lock.h"
#include "temp_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* --- a folder for each test --- */

static TempFolder folder;

static int make_folder(void **state) {
    (void)state;
    tr_use(LANG_EN);
    folder = temp_folder_make();
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    temp_tree_remove(&folder);
    return 0;
}

typedef struct Path {
    char text[512];
} Path;

static Path in_folder(const char *name) {
    Path path;
    temp_folder_path(&folder, name, path.text);
    return path;
}

static void put(const char *name, const char *text) {
    temp_folder_write(&folder, name, str(text));
}

static void make_link(const char *name, const char *target) {
    assert_int_equal(symlink(target, in_folder(name).text), 0);
}

static FileMark mark_now(const char *name) {
    Buf bytes;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(in_folder(name).text, &bytes, &mark, &err));
    buf_release(&bytes);
    return mark;
}

static void expect_text(const char *name, const char *text) {
    Buf bytes;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(in_folder(name).text, &bytes, &mark, &err));
    assert_true(mark.exists);
    assert_string_equal(bytes.at, text);
    buf_release(&bytes);
}

static void expect_save(const char *name, const char *text) {
    Err err = {""};
    if (!safe_file_save(in_folder(name).text, str(text), NULL, NULL, NULL, &err))
        fail_msg("%s", err.text);
    expect_text(name, text);
}

/* The message is the path and then `reason`. */
static void expect_refusal(const char *name, const FileMark *expected, const SafeHooks *hooks,
                           const char *reason) {
    char wanted[1024];
    Err err = {""};
    Path path = in_folder(name);
    assert_false(safe_file_save(path.text, str("mine"), expected, hooks, NULL, &err));
    snprintf(wanted, sizeof wanted, "%s cannot be saved: %s", path.text, reason);
    assert_string_equal(err.text, wanted);
}

static int count_entries(const char *path) {
    DIR *opened = opendir(path);
    int count = 0;
    assert_non_null(opened);
    while (readdir(opened) != NULL)
        count++;
    closedir(opened);
    return count - 2;
}

/* --- reading --- */

static void no_file_is_an_answer(void **state) {
    (void)state;
    Buf bytes;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(in_folder("none").text, &bytes, &mark, &err));
    assert_false(mark.exists);
    assert_string_equal(bytes.at, "");
    buf_release(&bytes);
}

static void what_is_no_file_is_refused(void **state) {
    (void)state;
    Buf bytes;
    FileMark mark;
    Err err;
    char wanted[600];
    Path path = in_folder("pipe");
    assert_int_equal(mkfifo(path.text, 0600), 0);
    assert_false(safe_file_read(path.text, &bytes, &mark, &err));
    snprintf(wanted, sizeof wanted, "%s cannot be read: it is not an ordinary file", path.text);
    assert_string_equal(err.text, wanted);
    assert_false(safe_file_read(folder.path, &bytes, &mark, &err));
    expect_refusal("pipe", NULL, NULL, "it is not an ordinary file");
    expect_refusal("", NULL, NULL, "it is not an ordinary file");
}

static void large_files_are_refused(void **state) {
    (void)state;
    Buf bytes;
    FileMark mark;
    Err err = {""};
    put("large", "");
    assert_int_equal(truncate(in_folder("large").text, SAFE_FILE_MOST + 1), 0);
    assert_false(safe_file_read(in_folder("large").text, &bytes, &mark, &err));
    assert_non_null(strstr(err.text, "it is too large"));
    char *much = calloc(SAFE_FILE_MOST + 1, 1);
    Str all = str_n(much, SAFE_FILE_MOST + 1);
    assert_false(safe_file_save(in_folder("new").text, all, NULL, NULL, NULL, &err));
    assert_int_equal(count_entries(folder.path), 1);
    free(much);
}

/* --- saving --- */

static void a_save_leaves_the_file_and_nothing_else(void **state) {
    (void)state;
    expect_save("plan", "one");
    expect_save("plan", "two, and longer");
    expect_save("plan", "");
    assert_int_equal(count_entries(folder.path), 1);
}

static void zero_bytes_and_large_ones_survive(void **state) {
    (void)state;
    size_t len = 3 << 20;
    char *bytes = calloc(len, 1);
    for (size_t i = 0; i < len; i += 3)
        bytes[i] = (char)(i * 7);
    Buf back;
    FileMark written, found;
    Err err;
    Path path = in_folder("plan");
    assert_true(safe_file_save(path.text, str_n(bytes, len), NULL, NULL, &written, &err));
    assert_true(safe_file_read(path.text, &back, &found, &err));
    assert_true(str_equal(buf_str(&back), str_n(bytes, len)));
    assert_true(file_mark_equal(&written, &found));
    buf_release(&back);
    free(bytes);
}

static mode_t mode_of(const char *name) {
    struct stat info;
    assert_int_equal(stat(in_folder(name).text, &info), 0);
    return info.st_mode & 07777;
}

static void folders_and_files_are_private(void **state) {
    (void)state;
    expect_save("a/b/c/plan", "one");
    assert_int_equal(mode_of("a"), 0700);
    assert_int_equal(mode_of("a/b/c"), 0700);
    assert_int_equal(mode_of("a/b/c/plan"), 0600);
}

static void mode_and_owner_are_kept(void **state) {
    (void)state;
    Path path = in_folder("plan");
    put("plan", "old");
    assert_int_equal(chmod(path.text, 0640), 0);
    bool root = chown(path.text, 12345, 23456) == 0;
    expect_save("plan", "new");
    assert_int_equal(mode_of("plan"), 0640);
    struct stat info;
    assert_int_equal(stat(path.text, &info), 0);
    assert_int_equal(info.st_uid, root ? 12345 : getuid());
    assert_int_equal(info.st_gid, root ? 23456 : getgid());
}

static void names_of_any_length(void **state) {
    (void)state;
    char name[300];
    memset(name, 'n', sizeof name);
    name[255] = '\0';
    expect_save(name, "fits");
    name[255] = 'n';
    name[256] = '\0';
    expect_refusal(name, NULL, NULL, "its path is too long");
    expect_refusal("folder/..", NULL, NULL, "it is not an ordinary file");
    expect_refusal("plan/", NULL, NULL, "it is not an ordinary file");
}

static void a_relative_path_without_folder(void **state) {
    (void)state;
    int before = open(".", O_RDONLY | O_DIRECTORY);
    Err err;
    assert_int_equal(chdir(folder.path), 0);
    bool saved = safe_file_save("plan", str("here"), NULL, NULL, NULL, &err);
    assert_int_equal(fchdir(before), 0);
    close(before);
    assert_true(saved);
    expect_text("plan", "here");
}

static void a_file_in_the_way_of_a_folder(void **state) {
    (void)state;
    put("file", "x");
    expect_refusal("file/plan", NULL, NULL, "a part of its path is not a folder");
    expect_text("file", "x");
}

/* --- links --- */

static bool is_link(const char *name) {
    struct stat info;
    return lstat(in_folder(name).text, &info) == 0 && S_ISLNK(info.st_mode);
}

static void links_are_followed_and_stay(void **state) {
    (void)state;
    expect_save("deep/er/real", "old");
    make_link("deep/middle", "er/real");
    make_link("link", "deep/middle");
    expect_save("link", "new");
    expect_text("deep/er/real", "new");
    assert_true(is_link("link") && is_link("deep/middle"));
    assert_int_equal(count_entries(folder.path), 2);
    assert_int_equal(count_entries(in_folder("deep/er").text), 1);
}

static void absolute_links_too(void **state) {
    (void)state;
    put("real", "old");
    make_link("link", in_folder("real").text);
    expect_save("link", "new");
    assert_true(is_link("link"));
    expect_text("real", "new");
}

static void dangling_links(void **state) {
    (void)state;
    make_link("link", "not-yet");
    expect_save("link", "first");
    assert_true(is_link("link"));
    expect_text("not-yet", "first");
    make_link("unplugged", "disk/plan");
    expect_refusal("unplugged", NULL, NULL, "it is a link into a folder that is not there");
    assert_int_equal(count_entries(folder.path), 3);
}

static void links_in_a_circle(void **state) {
    (void)state;
    make_link("a", "b");
    make_link("b", "a");
    expect_refusal("a", NULL, NULL, "its links lead in a circle");
    Buf bytes;
    FileMark mark;
    Err err;
    assert_false(safe_file_read(in_folder("a").text, &bytes, &mark, &err));
}

/* --- others write too --- */

typedef struct Other {
    int merges, keeps;
    bool was_there;
    char theirs[64], kept[64];
    const char *refuse;         /* what the merge says, or NULL */
    void (*meanwhile)(int nth); /* what another program does in the middle of a save */
} Other;

static bool merge(void *context, Str mine, const Str *theirs, Buf *out, Err *err) {
    Other *other = context;
    other->merges++;
    other->was_there = theirs != NULL;
    if (theirs != NULL)
        snprintf(other->theirs, sizeof other->theirs, "%.*s", STR_ARG(*theirs));
    if (other->refuse != NULL) {
        err_set(err, "%s", other->refuse);
        return false;
    }
    if (theirs != NULL)
        buf_printf(out, "%.*s+", STR_ARG(*theirs));
    buf_add(out, mine);
    return true;
}

static void keep(void *context, Str replaced, const FileMark *mark) {
    Other *other = context;
    assert_true(mark->exists);
    snprintf(other->kept, sizeof other->kept, "%.*s", STR_ARG(replaced));
    other->keeps++;
    if (other->meanwhile != NULL)
        other->meanwhile(other->keeps);
}

static SafeHooks hooks_of(Other *other) {
    return (SafeHooks){merge, keep, other};
}

static bool save_mine(const FileMark *expected, Other *other, Err *err) {
    SafeHooks hooks = hooks_of(other);
    return safe_file_save(in_folder("plan").text, str("mine"), expected, &hooks, NULL, err);
}

static void what_was_expected_is_not_merged(void **state) {
    (void)state;
    Err err;
    Other other = {0};
    put("plan", "base");
    FileMark seen = mark_now("plan");
    assert_true(save_mine(&seen, &other, &err));
    assert_int_equal(other.merges, 0);
    assert_string_equal(other.kept, "base");
    expect_text("plan", "mine");
}

static void expect_merge(const FileMark *seen, const char *theirs) {
    char both[128];
    Err err;
    Other other = {0};
    assert_true(save_mine(seen, &other, &err));
    assert_int_equal(other.merges, 1);
    assert_true(other.was_there);
    assert_string_equal(other.theirs, theirs);
    assert_string_equal(other.kept, theirs);
    snprintf(both, sizeof both, "%s+mine", theirs);
    expect_text("plan", both);
}

static void a_replaced_file_is_merged(void **state) {
    (void)state;
    put("plan", "base");
    FileMark seen = mark_now("plan");
    put("other", "sync");
    assert_int_equal(rename(in_folder("other").text, in_folder("plan").text), 0);
    expect_merge(&seen, "sync");
}

static void a_truncated_file_is_merged(void **state) {
    (void)state;
    put("plan", "base");
    FileMark seen = mark_now("plan");
    assert_int_equal(truncate(in_folder("plan").text, 2), 0);
    expect_merge(&seen, "ba");
}

static void set_time(const char *name, struct timespec time) {
    const struct timespec times[2] = {time, time};
    assert_int_equal(utimensat(AT_FDCWD, in_folder(name).text, times, 0), 0);
}

static void an_older_copy_put_back_is_merged(void **state) {
    (void)state;
    put("plan", "base");
    FileMark seen = mark_now("plan");
    put("plan", "2016");
    set_time("plan", (struct timespec){.tv_sec = 1000000000});
    expect_merge(&seen, "2016");
}

/* Same inode, size and time: only the hash tells. */
static void no_trust_in_times(void **state) {
    (void)state;
    put("plan", "base");
    FileMark seen = mark_now("plan");
    put("plan", "BASE");
    set_time("plan", (struct timespec){.tv_sec = seen.seconds, .tv_nsec = seen.nanoseconds});
    FileMark now = mark_now("plan");
    now.hash = seen.hash;
    assert_true(file_mark_equal(&seen, &now));
    expect_merge(&seen, "BASE");
}

static void a_file_that_became_a_link_is_merged(void **state) {
    (void)state;
    put("plan", "base");
    FileMark seen = mark_now("plan");
    put("elsewhere", "linked");
    unlink(in_folder("plan").text);
    make_link("plan", "elsewhere");
    expect_merge(&seen, "linked");
    assert_true(is_link("plan"));
}

static void a_file_that_is_gone(void **state) {
    (void)state;
    Err err;
    Other other = {0};
    put("plan", "base");
    FileMark seen = mark_now("plan");
    unlink(in_folder("plan").text);
    assert_true(save_mine(&seen, &other, &err));
    assert_int_equal(other.merges, 1);
    assert_false(other.was_there);
    assert_int_equal(other.keeps, 0);
    expect_text("plan", "mine");
}

static void a_file_that_appeared(void **state) {
    (void)state;
    const FileMark nothing = {0};
    put("plan", "theirs");
    expect_merge(&nothing, "theirs");
}

/* Both sides did the same: there is nothing to merge. */
static void the_same_bytes_are_not_merged(void **state) {
    (void)state;
    Err err;
    Other other = {0};
    const FileMark nothing = {0};
    put("plan", "mine");
    assert_true(save_mine(&nothing, &other, &err));
    assert_int_equal(other.merges, 0);
}

static void a_merge_may_refuse(void **state) {
    (void)state;
    Err err;
    Other other = {.refuse = "the plan is damaged in line 3"};
    const FileMark nothing = {0};
    put("plan", "theirs");
    assert_false(save_mine(&nothing, &other, &err));
    assert_string_equal(err.text, "the plan is damaged in line 3");
    expect_text("plan", "theirs");
    assert_int_equal(count_entries(folder.path), 1);
}

static void without_a_merge_nothing_is_overwritten(void **state) {
    (void)state;
    const FileMark nothing = {0};
    put("plan", "theirs");
    expect_refusal("plan", &nothing, NULL, "another program has changed it");
    expect_text("plan", "theirs");
}

/* --- others write in the middle of a save, and know no lock --- */

static void write_once(int nth) {
    if (nth == 1)
        put("plan", "sync");
}

static void a_change_in_the_middle_is_merged(void **state) {
    (void)state;
    Err err;
    Other other = {.meanwhile = write_once};
    put("plan", "base");
    FileMark seen = mark_now("plan");
    assert_true(save_mine(&seen, &other, &err));
    assert_int_equal(other.merges, 1);
    assert_string_equal(other.kept, "sync");
    expect_text("plan", "sync+mine");
    assert_int_equal(count_entries(folder.path), 1);
}

static void remove_once(int nth) {
    if (nth == 1)
        unlink(in_folder("plan").text);
}

static void a_removal_in_the_middle(void **state) {
    (void)state;
    Err err;
    Other other = {.meanwhile = remove_once};
    put("plan", "base");
    FileMark seen = mark_now("plan");
    assert_true(save_mine(&seen, &other, &err));
    assert_int_equal(other.merges, 1);
    assert_false(other.was_there);
}

static void write_always(int nth) {
    put("plan", nth % 2 == 0 ? "even" : "odd");
}

static void endless_changes_end_in_an_error(void **state) {
    (void)state;
    Other other = {.meanwhile = write_always};
    SafeHooks hooks = hooks_of(&other);
    put("plan", "base");
    FileMark seen = mark_now("plan");
    expect_refusal("plan", &seen, &hooks, "another program keeps changing it");
    assert_int_equal(count_entries(folder.path), 1);
}

static void link_once(int nth) {
    if (nth != 1)
        return;
    put("elsewhere", "linked");
    unlink(in_folder("plan").text);
    make_link("plan", "elsewhere");
}

static void a_link_in_the_middle_is_not_replaced(void **state) {
    (void)state;
    Other other = {.meanwhile = link_once};
    SafeHooks hooks = hooks_of(&other);
    put("plan", "base");
    FileMark seen = mark_now("plan");
    expect_refusal("plan", &seen, &hooks, "another program keeps changing it");
    assert_true(is_link("plan"));
    expect_text("elsewhere", "linked");
}

/* --- permissions: in a process that is not root --- */

static bool as_nobody(bool (*story)(void)) {
    assert_int_equal(chmod(folder.path, 0755), 0);
    pid_t child = fork();
    if (child == 0)
        _exit((getuid() != 0 || setuid(65534) == 0) && story() ? 0 : 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool save_is_forbidden(void) {
    Err err = {""};
    return !safe_file_save(in_folder("plan").text, str("mine"), NULL, NULL, NULL, &err) &&
           strstr(err.text, "you do not have the permission") != NULL;
}

static void a_file_we_may_not_write_is_not_replaced(void **state) {
    (void)state;
    put("plan", "old");
    assert_int_equal(chmod(in_folder("plan").text, 0444), 0);
    assert_int_equal(chmod(folder.path, 0777), 0);
    assert_true(as_nobody(save_is_forbidden));
    expect_text("plan", "old");
    assert_int_equal(count_entries(folder.path), 1);
}

static void a_folder_we_may_not_write(void **state) {
    (void)state;
    put("plan", "old");
    assert_int_equal(chmod(in_folder("plan").text, 0666), 0);
    assert_int_equal(chmod(folder.path, 0555), 0);
    if (getuid() == 0)
        assert_true(as_nobody(save_is_forbidden));
    else
        assert_true(save_is_forbidden());
    expect_text("plan", "old");
    assert_int_equal(chmod(folder.path, 0755), 0);
}

/* --- the lock --- */

static int open_folder(void) {
    int opened = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(opened >= 0);
    return opened;
}

static void one_holds_the_lock(void **state) {
    (void)state;
    int opened = open_folder();
    SafeLock one, two;
    assert_int_equal(safe_lock_take(opened, 0, &one), 0);
    assert_true(one.file >= 0);
    assert_int_equal(safe_lock_take(opened, 3, &two), SAFE_IO_BUSY);
    safe_lock_release(opened, &one);
    assert_int_equal(count_entries(folder.path), 0);
    assert_int_equal(safe_lock_take(opened, 0, &two), 0);
    safe_lock_release(opened, &two);
    close(opened);
}

/* A lock file that a killed process left is nobody's. */
static void a_left_lock_file_is_in_nobodys_way(void **state) {
    (void)state;
    put(SAFE_LOCK_NAME, "");
    expect_save("plan", "one");
    assert_int_equal(count_entries(folder.path), 1);
}

static void no_lock_to_be_had_is_no_failure(void **state) {
    (void)state;
    int opened = open_folder();
    SafeLock lock;
    make_link(SAFE_LOCK_NAME, "plan");
    assert_int_equal(safe_lock_take(opened, 0, &lock), 0);
    assert_int_equal(lock.file, -1);
    safe_lock_release(opened, &lock);
    assert_true(is_link(SAFE_LOCK_NAME));
    expect_save("plan", "one");
    close(opened);
}

/* --- sweeping --- */

static void expect_sweep(void) {
    Err err = {""};
    if (!safe_file_sweep(folder.path, &err))
        fail_msg("%s", err.text);
}

static void sweeping_removes_only_ours(void **state) {
    (void)state;
    char temp[SAFE_TEMP_BYTES];
    safe_temp_name(temp);
    put(temp, "half");
    put(SAFE_LOCK_NAME, "");
    put(".kairo-tmp-of-somebody", "x");
    put(".kairo-tmp-12345678-77-0123456789abcdef.bak", "x");
    put(".plan.yaml.swp", "x");
    put("plan", "x");
    expect_sweep();
    assert_int_equal(count_entries(folder.path), 4);
    expect_text(".kairo-tmp-of-somebody", "x");
    assert_int_equal(access(in_folder(temp).text, F_OK), -1);
}

static void sweeping_leaves_a_save_under_way_alone(void **state) {
    (void)state;
    char temp[SAFE_TEMP_BYTES];
    int opened = open_folder();
    SafeLock lock;
    safe_temp_name(temp);
    put(temp, "half");
    assert_int_equal(safe_lock_take(opened, 0, &lock), 0);
    expect_sweep();
    expect_text(temp, "half");
    safe_lock_release(opened, &lock);
    expect_sweep();
    assert_int_equal(count_entries(folder.path), 0);
    close(opened);
}

/* Where there is no lock, the process decides: we are alive, our ended child is not. */
static void sweeping_without_locks(void **state) {
    (void)state;
    char mine[SAFE_TEMP_BYTES], gone[SAFE_TEMP_BYTES];
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        safe_temp_name(gone);
        _exit(write(ends[1], gone, sizeof gone) == (ssize_t)sizeof gone ? 0 : 1);
    }
    assert_int_equal(read(ends[0], gone, sizeof gone), sizeof gone);
    assert_int_equal(waitpid(child, NULL, 0), child);
    safe_temp_name(mine);
    put(mine, "half");
    put(gone, "half");
    put(".kairo-tmp-00000000-1-0123456789abcdef", "of another machine");
    make_link(SAFE_LOCK_NAME, "nowhere");
    expect_sweep();
    expect_text(mine, "half");
    assert_int_equal(access(in_folder(gone).text, F_OK), -1);
    assert_int_equal(count_entries(folder.path), 3);
    close(ends[0]);
    close(ends[1]);
}

static void sweeping_what_is_not_there(void **state) {
    (void)state;
    Err err = {""};
    assert_true(safe_file_sweep(in_folder("none").text, &err));
    put("file", "x");
    assert_false(safe_file_sweep(in_folder("file").text, &err));
    assert_non_null(strstr(err.text, "a part of its path is not a folder"));
}

/* A sentence each, so that a user knows what to do. */
static void reasons_are_distinct(void **state) {
    (void)state;
    const int numbers[] = {ENOSPC, EDQUOT, EROFS, EACCES, EIO, EMFILE, ENFILE, ENOMEM};
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(safe_io_reason(numbers[i]), safe_io_reason(numbers[j]));
    assert_string_equal(safe_io_reason(EXDEV), strerror(EXDEV));
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void) {
    const struct CMUnitTest tests[] = {
        STORY(no_file_is_an_answer),
        STORY(what_is_no_file_is_refused),
        STORY(large_files_are_refused),
        STORY(a_save_leaves_the_file_and_nothing_else),
        STORY(zero_bytes_and_large_ones_survive),
        STORY(folders_and_files_are_private),
        STORY(mode_and_owner_are_kept),
        STORY(names_of_any_length),
        STORY(a_relative_path_without_folder),
        STORY(a_file_in_the_way_of_a_folder),
        STORY(links_are_followed_and_stay),
        STORY(absolute_links_too),
        STORY(dangling_links),
        STORY(links_in_a_circle),
        STORY(what_was_expected_is_not_merged),
        STORY(a_replaced_file_is_merged),
        STORY(a_truncated_file_is_merged),
        STORY(an_older_copy_put_back_is_merged),
        STORY(no_trust_in_times),
        STORY(a_file_that_became_a_link_is_merged),
        STORY(a_file_that_is_gone),
        STORY(a_file_that_appeared),
        STORY(the_same_bytes_are_not_merged),
        STORY(a_merge_may_refuse),
        STORY(without_a_merge_nothing_is_overwritten),
        STORY(a_change_in_the_middle_is_merged),
        STORY(a_removal_in_the_middle),
        STORY(endless_changes_end_in_an_error),
        STORY(a_link_in_the_middle_is_not_replaced),
        STORY(a_file_we_may_not_write_is_not_replaced),
        STORY(a_folder_we_may_not_write),
        STORY(one_holds_the_lock),
        STORY(a_left_lock_file_is_in_nobodys_way),
        STORY(no_lock_to_be_had_is_no_failure),
        STORY(sweeping_removes_only_ours),
        STORY(sweeping_leaves_a_save_under_way_alone),
        STORY(sweeping_without_locks),
        STORY(sweeping_what_is_not_there),
        STORY(reasons_are_distinct),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
