/*
 * Two processes change one file on a real disk, edit against edit: each adds a line of its
 * own 500 times. Every line that was confirmed is there, once.
 *
 *   fault_writers [EDITS]
 */
#include "shim.h"

#include "cmocka_all.h"

#include "plan/safe_file.h"
#include "plan/safe_io.h"
#include "plan/safe_lock.h"
#include "temp_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>

enum { WRITERS = 2 };

/* In memory that all share. */
typedef struct Tally {
    _Atomic long merges, refused, done[WRITERS];
} Tally;

static long edits = 500;
static TempFolder folder;
static char path[512];
static Tally *tally;

/* --- one writer --- */

typedef struct Writer {
    int who;
    Buf view; /* the file as this session sees it */
    FileMark mark;
    char line[64]; /* what it wants to add */
    Buf merged;    /* the last merge's answer; empty: none was needed */
} Writer;

/* Theirs, and then our line. */
static bool merge(void *context, Str mine, const Str *theirs, Buf *out, Err *err) {
    Writer *writer = context;
    (void)mine;
    (void)err;
    if (theirs != NULL)
        buf_add(out, *theirs);
    buf_text(out, writer->line);
    buf_clear(&writer->merged);
    buf_add(&writer->merged, buf_str(out));
    tally->merges++;
    return true;
}

/* Tried until it is confirmed. */
static void add_line(Writer *writer) {
    const SafeHooks hooks = {.merge = merge, .context = writer};
    FileMark *mark = &writer->mark;
    Err err;
    buf_clear(&writer->merged);
    buf_text(&writer->view, writer->line);
    while (!safe_file_save(path, buf_str(&writer->view), mark, &hooks, mark, &err)) {
        buf_clear(&writer->merged);
        if (++tally->refused > 20 * edits)
            _exit(2);
    }
    if (writer->merged.len == 0)
        return;
    buf_clear(&writer->view); /* what was written is the merge's answer */
    buf_add(&writer->view, buf_str(&writer->merged));
}

/* Edit against edit: neither gets ahead by more than one. */
static void wait_for_other(int who, long done) {
    for (int i = 0; i < 20000 && tally->done[1 - who] < done - 1; i++)
        poll(NULL, 0, 1);
}

static void no_locks(void) {
    static Trace trace;
    const FaultPlan plan = {.at = -1, .no_locks = true};
    fault_begin(&plan, &trace);
}

static void write_lines(int who, long count) {
    Writer writer = {.who = who};
    Err err;
    buf_init(&writer.merged, SAFE_FILE_MOST);
    if (!safe_file_read(path, &writer.view, &writer.mark, &err))
        _exit(1);
    for (long i = 0; i < count; i++) {
        wait_for_other(who, i);
        snprintf(writer.line, sizeof writer.line, "writer %d, edit %ld: 海路\n", who, i);
        add_line(&writer);
        tally->done[who] = i + 1;
    }
    buf_release(&writer.view);
    buf_release(&writer.merged);
    _exit(0);
}

static void run_writers(long count, bool locks) {
    int status;
    *tally = (Tally){0};
    for (int who = 0; who < WRITERS; who++)
        if (fork() == 0) {
            if (!locks)
                no_locks();
            write_lines(who, count);
        }
    for (int who = 0; who < WRITERS; who++) {
        assert_true(wait(&status) > 0);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
}

/* --- what they leave --- */

static long count_of(const char *text, const char *line) {
    long count = 0;
    for (const char *at = strstr(text, line); at != NULL; at = strstr(at + 1, line))
        count++;
    return count;
}

typedef struct Lines {
    long missing, doubled;
    bool torn; /* something else is there */
} Lines;

static Lines look(long count) {
    Lines lines = {0};
    char line[64];
    size_t bytes = 0;
    Buf found;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(path, &found, &mark, &err));
    for (int who = 0; who < WRITERS; who++)
        for (long i = 0; i < count; i++) {
            snprintf(line, sizeof line, "writer %d, edit %ld: 海路\n", who, i);
            long times = count_of(found.at, line);
            lines.missing += times == 0;
            lines.doubled += times > 1;
            bytes += (size_t)times * strlen(line);
        }
    lines.torn = bytes != found.len;
    buf_release(&found);
    return lines;
}

static Lines story(const char *name, long count, bool locks) {
    run_writers(count, locks);
    Lines lines = look(count);
    printf("  %s: %d x %ld edits, %ld merges, %ld refused: %ld missing, %ld twice\n", name, WRITERS,
           count, tally->merges, tally->refused, lines.missing, lines.doubled);
    assert_false(lines.torn);
    assert_true(tally->merges > count / 20); /* else they did not meet */
    return lines;
}

static void expect_only_the_file(void) {
    DIR *opened = opendir(folder.path);
    int entries = 0;
    while (readdir(opened) != NULL)
        entries++;
    closedir(opened);
    assert_int_equal(entries, 3); /* with . and .. */
}

/* --- stories --- */

static int begin(void **state) {
    (void)state;
    folder = temp_folder_make();
    temp_folder_path(&folder, "plan", path);
    return 0;
}

static int end(void **state) {
    (void)state;
    temp_tree_remove(&folder);
    return 0;
}

static void nobodys_edit_is_lost(void **state) {
    (void)state;
    Lines lines = story("with locks", edits, true);
    assert_int_equal(lines.missing + lines.doubled, 0);
    expect_only_the_file();
}

/* ENOLCK from every fcntl: the lock file's maker has the lock. */
static void nor_where_the_disk_has_no_locks(void **state) {
    (void)state;
    Lines lines = story("without locks (ENOLCK)", edits, false);
    assert_int_equal(lines.missing, 0);
    expect_only_the_file();
}

/*
 * A link in the lock's place, so that there is no lock of any kind: nothing but the look before
 * and after the rename. No promise that nothing is missing, but nothing is torn.
 */
static void with_nothing_but_hashes(void **state) {
    (void)state;
    char lock[512];
    temp_folder_path(&folder, SAFE_LOCK_NAME, lock);
    assert_int_equal(symlink("nowhere", lock), 0);
    story("with nothing but hashes", edits / 5, true);
}

/* --- a lock that goes by name, and its maker --- */

/* In a child, where no file can be locked: the exit status is what it found. */
static int take_without_locks(int patience) {
    int status;
    pid_t child = fork();
    if (child == 0) {
        SafeLock lock;
        no_locks();
        int opened = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        int failure = safe_lock_take(opened, patience, &lock);
        _exit(failure == SAFE_IO_BUSY ? 3 : failure != 0 ? 4 : lock.by_name ? 1 : 2);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

enum { HAS_IT = 1, GOES_WITHOUT };

static void a_dead_process_has_no_lock(void **state) {
    (void)state;
    assert_int_equal(take_without_locks(0), HAS_IT); /* and dies with it */
    assert_int_equal(take_without_locks(2), HAS_IT);
}

/* We are alive, so our lock is waited for, and in the end done without. */
static void a_living_process_has(void **state) {
    (void)state;
    char maker[SAFE_TEMP_BYTES];
    safe_temp_name(maker);
    temp_folder_write(&folder, SAFE_LOCK_NAME, str(maker));
    assert_int_equal(take_without_locks(0), GOES_WITHOUT);
    Buf found;
    FileMark mark;
    Err err;
    char lock[512];
    temp_folder_path(&folder, SAFE_LOCK_NAME, lock);
    assert_true(safe_file_read(lock, &found, &mark, &err));
    assert_string_equal(found.at, maker);
    buf_release(&found);
    assert_int_equal(take_without_locks(10), GOES_WITHOUT);
    assert_int_equal(take_without_locks(0), HAS_IT);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nobodys_edit_is_lost, begin, end),
        cmocka_unit_test_setup_teardown(nor_where_the_disk_has_no_locks, begin, end),
        cmocka_unit_test_setup_teardown(with_nothing_but_hashes, begin, end),
        cmocka_unit_test_setup_teardown(a_dead_process_has_no_lock, begin, end),
        cmocka_unit_test_setup_teardown(a_living_process_has, begin, end),
    };
    if (fault_begin == NULL) {
        fprintf(stderr, "start this with LD_PRELOAD=libfault.so\n");
        return 1;
    }
    if (argc > 1)
        edits = strtol(argv[1], NULL, 10);
    tally = mmap(NULL, sizeof *tally, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
