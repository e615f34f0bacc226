/* Plans where something is in the way: nothing may be written, or cannot be; the user's editor. */
#include "desk.h"

#include "ui/loop.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char put_in[] = "\" in the plan", not_saved[] = "NOT saved";

/* ---- read-only ---- */

static void reading_only_changes_nothing_on_disk(void **state) {
    (void)state;
    static const char *const keys[] = {" ",    "m", "D",    "O",    "e",  "s", "b",  "B",    "u",
                                       "\022", "R", "\017", "p",    "a",  "r", "+",  "A",    "\033",
                                       "P",    " ", "m",    "\033", "\r", "q", "jj", "\014", "q"};
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_press(&pty, "jb");
    world_quit(&pty);
    Buf before = desk_snapshot();
    PtyStart reading = start;
    desk_argument(&reading, "--read-only");
    world_open(&pty, &reading);
    desk_do(&pty, " ", "reading only");
    for (size_t i = 0; i < COUNT_OF(keys) && !pty.ended; i++)
        desk_press(&pty, keys[i]);
    if (!pty.ended)
        pty_signal(&pty, SIGTERM);
    pty_wait_end(&pty);
    pty_end(&pty);
    Buf after = desk_snapshot();
    assert_true(before.len > 1000);
    assert_string_equal(after.at, before.at);
    buf_release(&before);
    buf_release(&after);
}

static void reading_only_makes_no_folders(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    desk_argument(&start, "--read-only");
    Buf before = desk_snapshot();
    world_open(&pty, &start);
    desk_press(&pty, " ");
    desk_press(&pty, "b");
    world_quit(&pty);
    Buf after = desk_snapshot();
    assert_string_equal(after.at, before.at);
    buf_release(&before);
    buf_release(&after);
}

/* ---- a folder that cannot be written ---- */

static void what_cannot_be_saved_is_kept_and_saved_later(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    desk_block(true);
    world_open(&pty, &start);
    desk_do(&pty, " ", not_saved);
    assert_true(pty_shows(&pty, "is not a folder")); /* the reason, after a long path */
    desk_press(&pty, "j");                           /* work goes on */
    desk_do(&pty, " ", not_saved);
    desk_block(false);
    pty_wait_text(&pty, "Saved now."); /* by itself, within LOOP_RETRY_MS */
    assert_true(desk_has("jetro-seminar") && desk_has("smrj-seminar-speaker"));
    desk_do(&pty, "u", "Undone");
    assert_false(desk_has("smrj-seminar-speaker"));
    world_quit(&pty);
}

/* However busy the keys are: a retry is due by the clock. */
static void it_is_saved_later_also_while_keys_come(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    desk_block(true);
    world_open(&pty, &start);
    desk_do(&pty, " ", not_saved);
    desk_block(false);
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    while (access(desk_path("data/kairo/plans"), F_OK) != 0 && pty_now_ms() < end)
        desk_press(&pty, "jk");
    assert_int_equal(access(desk_path("data/kairo/plans"), F_OK), 0);
    world_quit(&pty);
}

static void a_key_tries_again(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_do(&pty, "jb", "bookmark");
    desk_block(true);
    desk_do(&pty, " ", not_saved);
    desk_do(&pty, "b", not_saved);
    desk_press(&pty, "j");
    desk_do(&pty, "R", not_saved);
    desk_block(false);
    desk_do(&pty, "R", "Saved now.");
    desk_do(&pty, "R", "Everything is saved.");
    assert_true(desk_has("smrj-seminar-speaker"));
    world_quit(&pty);
}

static void leaving_unsaved_is_warned_of_once(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = desk_start();
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_block(true);
    desk_do(&pty, " ", not_saved);
    desk_do(&pty, "q", "q once more leaves without");
    desk_press(&pty, "j"); /* another key: it would be warned of again */
    desk_do(&pty, "q", "q once more leaves without");
    pty_send(&pty, "q");
    desk_expect_exit(&pty, 0);
    pty_end(&pty);
    desk_block(false);
    assert_true(desk_has("jetro-seminar"));
}

static void leaving_saves_what_can_be_saved_by_then(void **state) {
    (void)state;
    static const char *const ways[] = {"q", "\003", NULL};
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        Pty pty;
        PtyStart start = desk_start();
        world_open(&pty, &start);
        desk_do(&pty, " ", put_in);
        desk_block(true);
        desk_do(&pty, " ", not_saved);
        desk_block(false);
        if (ways[i] != NULL)
            pty_send(&pty, ways[i]);
        else
            pty_signal(&pty, SIGTERM);
        desk_expect_exit(&pty, ways[i] != NULL ? 0 : 128 + SIGTERM);
        assert_false(desk_has("jetro-seminar"));
        pty_end(&pty);
    }
}

/* ---- the user's own editor ---- */

/* An editor of these lines of shell. "$1" is its file. */
static void make_editor(const char *name, const char *lines) {
    FILE *file = fopen(desk_path(name), "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", lines);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(desk_path(name), 0700), 0);
}

static Buf file_of(const char *name) {
    Buf bytes;
    FileMark mark;
    Err err;
    assert_true(safe_file_read(desk_path(name), &bytes, &mark, &err));
    assert_true(mark.exists);
    return bytes;
}

static PtyStart start_with_editor(char pair[DESK_PATH_BYTES], const char *name, const char *lines) {
    PtyStart start = desk_start();
    make_editor("ed.sh", lines);
    snprintf(pair, DESK_PATH_BYTES, "%s=%s", name, desk_path("ed.sh"));
    world_set(&start, pair);
    return start;
}

static void a_note_is_written_in_the_users_editor(void **state) {
    (void)state;
    Pty pty;
    char pair[DESK_PATH_BYTES];
    PtyStart start = start_with_editor(pair, "EDITOR",
                                       "cd \"$HOME/.local/desk\"\necho $# >args\nstty -a >modes\n"
                                       "echo 編集した行 >>\"$1\"");
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_press(&pty, "m");
    desk_press(&pty, "はじめ");
    desk_do(&pty, "\033", "Set ");
    desk_do(&pty, "\017", "編集した行");
    assert_true(pty_shows(&pty, "はじめ"));
    assert_true(pty.alternate);
    desk_do(&pty, "\033", "Set ");
    assert_true(desk_has("編集した行"));
    Buf arguments = file_of("args"), modes = file_of("modes");
    assert_string_equal(arguments.at, "1\n");
    assert_non_null(strstr(modes.at, " icanon"));
    assert_non_null(strstr(modes.at, " echo "));
    assert_int_equal(desk_count("tmp"), 0);
    buf_release(&arguments);
    buf_release(&modes);
    desk_do(&pty, "u", "Undone");
    assert_false(desk_has("\n      編集した行"));
    world_quit(&pty);
}

static void the_editors_command_may_have_words(void **state) {
    (void)state;
    Pty pty;
    char pair[DESK_PATH_BYTES], visual[2 * DESK_PATH_BYTES];
    PtyStart start = start_with_editor(pair, "EDITOR", "exit 3");
    make_editor("visual.sh", "[ \"$1\" = --flag ] && echo \"word $2\" >>\"$3\"");
    snprintf(visual, sizeof visual, "VISUAL=%s --flag 'two words'", desk_path("visual.sh"));
    world_set(&start, visual);
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_do(&pty, "\017", "word two words");
    desk_do(&pty, "\033", "Set ");
    assert_true(desk_has("word two words"));
    world_quit(&pty);
}

static void an_editor_that_fails_changes_nothing(void **state) {
    (void)state;
    static const char *const lines[] = {"exit 1", "kill -9 $$", "exec /nonexistent/editor"};
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        Pty pty;
        char pair[DESK_PATH_BYTES];
        PtyStart start = start_with_editor(pair, "EDITOR", lines[i]);
        world_open(&pty, &start);
        desk_do(&pty, " ", put_in);
        desk_do(&pty, "\017", "failed; nothing was");
        assert_int_equal(desk_count("tmp"), 0);
        pty_signal(&pty, SIGTERM);
        desk_expect_exit(&pty, 128 + SIGTERM);
        assert_false(desk_has("note:"));
        pty_end(&pty);
    }
}

/* What somebody wrote is not thrown away because the editor crashed after that. */
static void what_a_crashed_editor_left_is_kept(void **state) {
    (void)state;
    Pty pty;
    char pair[DESK_PATH_BYTES];
    PtyStart start = start_with_editor(pair, "EDITOR", "echo precious >>\"$1\"\nkill -9 $$");
    start.cols = 200;
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_do(&pty, "\017", "what it left is in");
    assert_true(pty_shows(&pty, desk_path("tmp/kairo-")));
    assert_int_equal(desk_count("tmp"), 1);
    pty_signal(&pty, SIGTERM);
    desk_expect_exit(&pty, 128 + SIGTERM);
    assert_false(desk_has("precious"));
    pty_end(&pty);
}

static void what_is_no_text_is_kept_out(void **state) {
    (void)state;
    Pty pty;
    char pair[DESK_PATH_BYTES];
    PtyStart start = start_with_editor(pair, "EDITOR", "printf 'a\\377b' >\"$1\"");
    start.cols = 200;
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    desk_do(&pty, "\017", "no UTF-8 text; it is kept in");
    assert_int_equal(desk_count("tmp"), 1);
    pty_signal(&pty, SIGTERM);
    desk_expect_exit(&pty, 128 + SIGTERM);
    pty_end(&pty);
}

/* Who ends kairo ends its editor; where the session stands is known. */
static void asked_to_leave_it_asks_the_editor_too(void **state) {
    (void)state;
    Pty pty;
    char pair[DESK_PATH_BYTES];
    PtyStart start =
        start_with_editor(pair, "EDITOR",
                          "echo $$ >\"$HOME/.local/desk/writing\"\n"
                          "mv \"$HOME/.local/desk/writing\" \"$HOME/.local/desk/ready\"\n"
                          "exec sleep 1000");
    world_open(&pty, &start);
    desk_do(&pty, " ", put_in);
    pty_send(&pty, "\017");
    desk_wait_file(desk_path("ready"));
    pty_signal(&pty, SIGTERM);
    desk_expect_exit(&pty, 128 + SIGTERM);
    world_expect_given_back(&pty);
    pty_end(&pty);
    Buf ready = file_of("ready");
    assert_int_equal(kill((pid_t)strtol(ready.at, NULL, 10), 0), -1); /* it is gone */
    buf_release(&ready);
    world_open(&pty, &start);
    pty_signal(&pty, SIGTERM);
    desk_expect_exit(&pty, 128 + SIGTERM);
    pty_end(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_only_changes_nothing_on_disk),
        cmocka_unit_test(reading_only_makes_no_folders),
        cmocka_unit_test(what_cannot_be_saved_is_kept_and_saved_later),
        cmocka_unit_test(it_is_saved_later_also_while_keys_come),
        cmocka_unit_test(a_key_tries_again),
        cmocka_unit_test(leaving_unsaved_is_warned_of_once),
        cmocka_unit_test(leaving_saves_what_can_be_saved_by_then),
        cmocka_unit_test(a_note_is_written_in_the_users_editor),
        cmocka_unit_test(the_editors_command_may_have_words),
        cmocka_unit_test(an_editor_that_fails_changes_nothing),
        cmocka_unit_test(what_a_crashed_editor_left_is_kept),
        cmocka_unit_test(what_is_no_text_is_kept_out),
        cmocka_unit_test(asked_to_leave_it_asks_the_editor_too),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
