/*
 * A process that saves again and again is killed at any moment, on a real disk: what it was
 * told is saved is there, whole; the sweep leaves nothing behind.
 *
 *   fault_kills [KILLS]
 */
#include "cmocka_all.h"

#include "plan/safe_file.h"
#include "plan/versions.h"
#include "temp_tree.h"

#include <signal.h>
#include <sys/wait.h>

static long kills = 1000;
static TempFolder folder;
static char path[512], versions[512];

/* Text number n: its number, and lines that depend on it; 30 bytes to 20 kB. */
static void make_text(long n, Buf *out) {
    long lines = n * 37 % 400;
    buf_clear(out);
    buf_printf(out, "number: %ld\n", n);
    for (long i = 0; i < lines; i++)
        buf_printf(out, "line %ld of %ld: 海路 %ld\n", i, lines, n * 7919 + i);
    buf_printf(out, "end: %ld\n", n);
}

static void keep(void *context, Str replaced, const FileMark *mark) {
    Err err;
    (void)context;
    (void)mark;
    versions_keep(versions, replaced, "2017-01-27 14:05", &err);
}

/* Saves numbers until it is killed, and says which are confirmed. */
static void save_for_ever(int pipe_end, bool with_versions) {
    const SafeHooks hooks = {.keep = with_versions ? keep : NULL};
    FileMark mark;
    Buf text;
    Err err;
    if (!safe_file_read(path, &text, &mark, &err))
        _exit(1);
    long n = mark.exists ? strtol(text.at + strlen("number: "), NULL, 10) : 0;
    text.most = SAFE_FILE_MOST;
    for (;;) {
        make_text(++n, &text);
        if (!safe_file_save(path, buf_str(&text), &mark, &hooks, &mark, &err))
            _exit(2);
        if (write(pipe_end, &n, sizeof n) != (ssize_t)sizeof n)
            _exit(3);
    }
}

/* The last number that came through, or `before` when none did. */
static long last_confirmed(int pipe_end, long before) {
    long n = before, got;
    while (read(pipe_end, &got, sizeof got) == (ssize_t)sizeof got)
        n = got;
    return n;
}

/* The number of the text that is there; -1 for a torn one. */
static long number_on_disk(void) {
    Buf found, wanted;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(path, &found, &mark, &err));
    buf_init(&wanted, SAFE_FILE_MOST);
    long n = mark.exists ? strtol(found.at + MIN_OF(found.len, strlen("number: ")), NULL, 10) : 0;
    make_text(n, &wanted);
    bool whole = !mark.exists || str_equal(buf_str(&found), buf_str(&wanted));
    buf_release(&found);
    buf_release(&wanted);
    return whole ? n : -1;
}

static bool has_stray(const char *in) {
    DIR *opened = opendir(in);
    bool found = false;
    for (struct dirent *entry; opened != NULL && (entry = readdir(opened)) != NULL;)
        found = found || strncmp(entry->d_name, ".kairo-", 7) == 0;
    if (opened != NULL)
        closedir(opened);
    return found;
}

/* A moment of a save, which takes about a millisecond: chance is the point here. */
static void wait_a_moment(unsigned *seed) {
    *seed = *seed * 1103515245u + 12345u;
    const struct timespec moment = {.tv_nsec = (long)(*seed >> 8 & 0x7FFFFF)};
    nanosleep(&moment, NULL);
}

static long kill_once(long before, unsigned *seed, bool with_versions) {
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0)
        save_for_ever(ends[1], with_versions);
    close(ends[1]);
    wait_a_moment(seed);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    long confirmed = last_confirmed(ends[0], before);
    close(ends[0]);
    return confirmed;
}

static void killed_at_any_moment(void **state) {
    (void)state;
    long confirmed = 0, lost = 0, torn = 0, amid = 0, left = 0;
    unsigned seed = 2017;
    for (long i = 0; i < kills; i++) {
        Err err;
        confirmed = kill_once(confirmed, &seed, i % 2 == 1);
        long found = number_on_disk();
        torn += found < 0;
        lost += found >= 0 && found < confirmed;
        assert_true(found <= confirmed + 1);
        amid += has_stray(folder.path) || has_stray(versions);
        assert_true(safe_file_sweep(folder.path, &err) && safe_file_sweep(versions, &err));
        left += has_stray(folder.path) || has_stray(versions);
        confirmed = found; /* what is there is what the next one starts from */
    }
    printf(
        "  %ld kills, %ld in the middle of a save, %ld saves: %ld lost, %ld torn, %ld not tidy\n",
        kills, amid, confirmed, lost, torn, left);
    assert_int_equal(lost + torn + left, 0);
    assert_true(amid > kills / 10);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(killed_at_any_moment)};
    if (argc > 1)
        kills = strtol(argv[1], NULL, 10);
    folder = temp_folder_make();
    temp_folder_path(&folder, "plan", path);
    temp_folder_path(&folder, "versions", versions);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    temp_tree_remove(&folder);
    return failed;
}
