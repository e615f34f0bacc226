/* See desk.h. */
#include "desk.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATHS = 8, WORDS_MOST = 12 };

static char pairs[4][DESK_PATH_BYTES + 16];

const char *desk_path(const char *name) {
    static char paths[PATHS][DESK_PATH_BYTES];
    static int next;
    char *path = paths[next++ % PATHS];
    snprintf(path, DESK_PATH_BYTES, "%s/.local/desk%s%s", world_home(), name[0] == '\0' ? "" : "/",
             name);
    return path;
}

void desk_argument(PtyStart *start, const char *word) {
    size_t at = 0;
    while (start->arguments[at] != NULL)
        at++;
    assert_true(at + 1 < COUNT_OF(start->arguments));
    start->arguments[at] = word;
}

PtyStart desk_start(void) {
    static const char *const names[][2] = {{"XDG_DATA_HOME", "data"},
                                           {"XDG_STATE_HOME", "state"},
                                           {"XDG_CONFIG_HOME", "config"},
                                           {"TMPDIR", "tmp"}};
    PtyStart start = world_start();
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        snprintf(pairs[i], sizeof pairs[i], "%s=%s", names[i][0], desk_path(names[i][1]));
        world_set(&start, pairs[i]);
    }
    char local[DESK_PATH_BYTES];
    snprintf(local, sizeof local, "%s/.local", world_home());
    mkdir(local, 0700);
    mkdir(desk_path(""), 0700);
    mkdir(desk_path("tmp"), 0700);
    desk_argument(&start, "--lang=en");
    desk_argument(&start, "--as-of=2016-12-20");
    return start;
}

void desk_press(Pty *pty, const char *keys) {
    pty_send(pty, keys);
    pty_settle(pty);
}

void desk_do(Pty *pty, const char *keys, const char *message) {
    pty_send(pty, keys);
    pty_wait_text(pty, message);
}

/* ---- beside it ---- */

static _Noreturn void become(const PtyStart *start, const char *const *words) {
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    execve(start->program, (char *const *)words, (char *const *)start->environment);
    _exit(127);
}

int desk_command(const PtyStart *start, ...) {
    const char *words[WORDS_MOST] = {start->program};
    size_t count = 1;
    va_list arguments;
    va_start(arguments, start);
    while (count + 1 < WORDS_MOST && (words[count] = va_arg(arguments, const char *)) != NULL)
        count++;
    va_end(arguments);
    int status = 0;
    pid_t child = fork();
    if (child == 0)
        become(start, words);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* ---- on disk ---- */

/* The one plan there is. */
static ShelfRow only_plan(Arena *arena) {
    ShelfRows rows;
    Err err = {""};
    if (!shelf_list(&(Shelf){desk_path("data/kairo/plans"), ""}, arena, &rows, &err))
        fail_msg("%s", err.text);
    assert_int_equal(rows.count, 1);
    return rows.at[0];
}

Buf desk_plan_bytes(void) {
    Arena arena = {0};
    ShelfRow row = only_plan(&arena);
    char name[DESK_PATH_BYTES / 2];
    Buf bytes;
    FileMark mark;
    Err err;
    snprintf(name, sizeof name, "data/kairo/plans/%s", row.file);
    if (!safe_file_read(desk_path(name), &bytes, &mark, &err))
        fail_msg("%s", err.text);
    arena_release(&arena);
    return bytes;
}

Plan desk_plan(void) {
    Arena arena = {0};
    ShelfRow row = only_plan(&arena);
    ShelfPlan opened;
    Plan plan;
    Err err;
    if (!shelf_open(&(Shelf){desk_path("data/kairo/plans"), ""}, row.file, &opened, &err))
        fail_msg("%s", err.text);
    plan_copy(&plan, &opened.plan);
    shelf_close(&opened);
    arena_release(&arena);
    return plan;
}

bool desk_has(const char *text) {
    Buf bytes = desk_plan_bytes();
    bool found = strstr(bytes.at, text) != NULL;
    buf_release(&bytes);
    return found;
}

void desk_wait_file(const char *path) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    while (access(path, F_OK) != 0) {
        if (pty_now_ms() > end)
            fail_msg("%s never came", path);
        pty_pause_ms(5);
    }
}

/* Entries of a folder whose names begin like this. */
static int count_entries(const char *folder, const char *beginning) {
    DIR *opened = opendir(folder);
    int count = 0;
    for (struct dirent *entry; opened != NULL && (entry = readdir(opened)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
                 strncmp(entry->d_name, beginning, strlen(beginning)) == 0;
    if (opened != NULL)
        closedir(opened);
    return count;
}

bool desk_has_stray(void) {
    return count_entries(desk_path("data/kairo/plans"), ".kairo-") > 0 ||
           count_entries(desk_path("data/kairo"), ".kairo-") > 0;
}

int desk_count(const char *folder) {
    return count_entries(desk_path(folder), "");
}

/* Root may write anywhere, so modes would not do: a file stands where the folder was. */
void desk_block(bool block) {
    const char *folder = desk_path("data"), *aside = desk_path("aside");
    if (!block) {
        assert_int_equal(remove(folder), 0);
        assert_int_equal(rename(aside, folder), 0);
        return;
    }
    mkdir(folder, 0700);
    assert_int_equal(rename(folder, aside), 0);
    int file = open(folder, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    close(file);
}

void desk_expect_exit(Pty *pty, int status) {
    pty_wait_end(pty);
    assert_true(WIFEXITED(pty->status));
    assert_int_equal(WEXITSTATUS(pty->status), status);
}

/* ---- all of it ---- */

static Buf *snapshot;

static int add_one(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)where;
    buf_printf(snapshot, "%s %o %lld %lld.%09ld\n", path, (unsigned)info->st_mode,
               (long long)info->st_size, (long long)info->st_mtim.tv_sec, info->st_mtim.tv_nsec);
    Buf bytes;
    FileMark mark;
    Err err;
    if (kind == FTW_F && safe_file_read(path, &bytes, &mark, &err)) {
        buf_add(snapshot, buf_str(&bytes));
        buf_release(&bytes);
    }
    return 0;
}

Buf desk_snapshot(void) {
    Buf all;
    buf_init(&all, 16 << 20);
    snapshot = &all;
    nftw(desk_path(""), add_one, 16, FTW_PHYS);
    return all;
}
