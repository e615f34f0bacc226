/*
 * The search in the real program: the dictionary's words arrive after the first frame, it is
 * started at the first word of romaji and not before, and whatever ends the session or the
 * dictionary, nothing is left behind and nobody waits.
 */
#include "desk.h"

#include "base/arena.h"
#include "cli/migemo.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHILDREN_MOST = 8, IDLE_MS = 3000 };

static const char lemons[] = "檸檬の輸出"; /* in no list of ours */
static const char noted[] = "Set the note";

static bool is_there(void) {
    Migemo migemo;
    migemo_init(&migemo, "");
    bool there = migemo_is_there(&migemo);
    migemo_release(&migemo);
    if (!there)
        print_message("no dictionary of romaji here (packages cmigemo and skkdic): skipped\n");
    return there;
}

/* ---- its processes ---- */

/* The parent of a process, and its state ("T" is stopped); 0 when there is none. */
static pid_t parent_of(pid_t process, char *state) {
    char path[64], line[512] = "";
    long parent = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return 0;
    const char *end = fgets(line, sizeof line, file) == NULL ? NULL : strrchr(line, ')');
    if (end != NULL && strlen(end) > 4) {
        *state = end[2];
        parent = strtol(end + 4, NULL, 10);
    }
    fclose(file);
    return (pid_t)parent;
}

/* The one child there is; 0 for none. */
static pid_t child_of(pid_t parent) {
    DIR *processes = opendir("/proc");
    pid_t child = 0;
    char state;
    assert_non_null(processes);
    for (struct dirent *entry; (entry = readdir(processes)) != NULL;) {
        pid_t process = (pid_t)strtol(entry->d_name, NULL, 10);
        if (process > 0 && parent_of(process, &state) == parent) {
            assert_int_equal(child, 0);
            child = process;
        }
    }
    closedir(processes);
    return child;
}

static void wait_gone(pid_t process) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    while (kill(process, 0) == 0 && pty_now_ms() < end)
        pty_pause_ms(5);
    assert_int_equal(kill(process, 0), -1);
    assert_int_equal(errno, ESRCH);
}

static void wait_state(pid_t process, char wanted) {
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    char state = '?';
    while (parent_of(process, &state) != 0 && state != wanted && pty_now_ms() < end)
        pty_pause_ms(5);
    assert_int_equal(state, wanted);
}

/* A session whose plan has a note that only the dictionary finds; nothing is started yet. */
static void open_with_note(Pty *pty, const PtyStart *start) {
    world_open(pty, start);
    desk_press(pty, "2 m");
    desk_press(pty, lemons);
    desk_do(pty, "\033", noted);
    assert_int_equal(child_of(pty->program), 0);
}

/* The same, and the dictionary has answered. */
static pid_t open_with_dictionary(Pty *pty) {
    PtyStart start = desk_start();
    open_with_note(pty, &start);
    desk_press(pty, "/");
    desk_press(pty, "re");
    assert_int_equal(child_of(pty->program), 0);
    desk_press(pty, "mon");
    pty_wait_text(pty, lemons);
    pid_t child = child_of(pty->program);
    assert_true(child > 0);
    return child;
}

/* ---- tests ---- */

static void its_words_arrive_after_the_first_frame(void **state) {
    (void)state;
    Pty pty;
    if (!is_there())
        skip();
    open_with_dictionary(&pty);
    assert_true(pty_shows(&pty, "1 of "));
    desk_press(&pty, "\r\033"); /* kept, and back */
    world_quit(&pty);
}

static void without_it_readings_do(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    world_set(&start, "KAIRO_MIGEMO_DICT=/nonexistent");
    open_with_note(&pty, &start);
    desk_do(&pty, "/tenj", "展示会");
    desk_do(&pty, "\025mohouhin", "2 of "); /* Ctrl-U */
    desk_do(&pty, "\025remon", "\"remon\" is found nowhere");
    assert_int_equal(child_of(pty.program), 0);
    desk_press(&pty, "\033");
    world_quit(&pty);
}

typedef void (*Ending)(Pty *pty);

static void by_terminate(Pty *pty) {
    pty_signal(pty, SIGTERM);
}

static void by_hangup_signal(Pty *pty) {
    pty_signal(pty, SIGHUP);
}

static void by_closed_terminal(Pty *pty) {
    pty_hang_up(pty);
}

static void by_kill(Pty *pty) {
    pty_signal(pty, SIGKILL);
}

static void by_crash(Pty *pty) {
    pty_signal(pty, SIGABRT);
}

static void by_key(Pty *pty) {
    desk_press(pty, "\033");
    pty_send(pty, "q");
}

static void nothing_is_left_behind(void **state) {
    (void)state;
    static const Ending endings[] = {by_terminate, by_hangup_signal, by_closed_terminal,
                                     by_kill,      by_crash,         by_key};
    if (!is_there())
        skip();
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        Pty pty;
        pid_t child = open_with_dictionary(&pty);
        endings[i](&pty);
        pty_wait_end(&pty);
        wait_gone(child);
        pty_end(&pty);
    }
}

static void its_death_is_harmless(void **state) {
    (void)state;
    Pty pty;
    if (!is_there())
        skip();
    pid_t child = open_with_dictionary(&pty);
    kill(child, SIGKILL);
    wait_gone(child); /* the session has seen it and left no zombie */
    desk_do(&pty, "\025tenj", "展示会");
    assert_int_equal(child_of(pty.program), 0);
    desk_press(&pty, "\033");
    world_quit(&pty);
}

/* It hangs in the middle of its work: keys and frames go on, and so does the way out. */
static void a_dictionary_that_hangs_keeps_nobody_waiting(void **state) {
    (void)state;
    Pty pty;
    if (!is_there())
        skip();
    pid_t child = open_with_dictionary(&pty);
    kill(child, SIGSTOP);
    desk_do(&pty, "\025tenj", "展示会");
    for (int i = 0; i < 20; i++)
        desk_press(&pty, "\025kaigaitenkai");
    desk_press(&pty, "\033");
    world_quit(&pty);
    wait_gone(child);
}

static void it_stops_and_goes_on_with_the_session(void **state) {
    (void)state;
    Pty pty;
    if (!is_there())
        skip();
    pid_t child = open_with_dictionary(&pty);
    pty_send(&pty, "\032"); /* Ctrl-Z */
    pty_wait_stopped(&pty);
    wait_state(child, 'T');
    pty_continue(&pty);
    pty_wait_text(&pty, lemons);
    wait_state(child, 'S');
    desk_press(&pty, "\025");
    desk_do(&pty, "lemon", "found nowhere");
    desk_do(&pty, "\025yusyutsu remonn", lemons);
    desk_press(&pty, "\033");
    world_quit(&pty);
    wait_gone(child);
}

static void it_costs_nothing_while_nobody_types(void **state) {
    (void)state;
    Pty pty;
    if (!is_there())
        skip();
    open_with_dictionary(&pty);
    pty_settle(&pty);
    long before = pty_sleeps(&pty);
    pty_forget(&pty);
    pty_pause_ms(IDLE_MS);
    assert_int_equal(pty_sleeps(&pty), before);
    assert_int_equal(pty.output.len, 0);
    desk_press(&pty, "\033");
    world_quit(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_words_arrive_after_the_first_frame),
        cmocka_unit_test(without_it_readings_do),
        cmocka_unit_test(nothing_is_left_behind),
        cmocka_unit_test(its_death_is_harmless),
        cmocka_unit_test(a_dictionary_that_hangs_keeps_nobody_waiting),
        cmocka_unit_test(it_stops_and_goes_on_with_the_session),
        cmocka_unit_test(it_costs_nothing_while_nobody_types),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
