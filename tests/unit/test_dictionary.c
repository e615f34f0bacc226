/*
 * The dictionary's process: what it answers comes back, and whatever it does instead (silence,
 * death, nonsense, too much of it) keeps nobody waiting and leaves nothing behind.
 */
#include "cmocka_all.h"

#include "base/macros.h"
#include "ui/dictionary.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000 };

static Dictionary dictionary;

static void say(int out, const char *text) {
    ssize_t written = write(out, text, strlen(text));
    (void)written;
}

/* Waits for the next answer; false when the dictionary has been given up instead. */
static bool hear(Str *word, Strings *words) {
    while (!dictionary_next(&dictionary, word, words)) {
        struct pollfd from = {.fd = dictionary_fd(&dictionary), .events = POLLIN};
        if (from.fd < 0)
            return false;
        assert_int_equal(poll(&from, 1, PATIENCE_MS), 1);
        dictionary_hear(&dictionary);
    }
    return true;
}

static void expect(const char *wanted, size_t count) {
    Str word;
    Strings words;
    assert_true(hear(&word, &words));
    assert_string_equal(word.at, wanted);
    assert_int_equal(words.count, count);
}

static void expect_given_up(void) {
    Str word;
    Strings words;
    assert_false(hear(&word, &words));
    assert_int_equal(dictionary_fd(&dictionary), -1);
    dictionary_ask(&dictionary, "again"); /* no harm, and nothing is started anew */
    assert_int_equal(dictionary_fd(&dictionary), -1);
}

static void expect_no_child(void) {
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static int start(void **state) {
    (void)state;
    return 0;
}

/* Every test ends here: no process is left, not even a dead one. */
static int finish(void **state) {
    (void)state;
    dictionary_release(&dictionary);
    return waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD ? 0 : 1;
}

/* ---- what it may do ---- */

/* Each word with itself twice. */
static void echo(int in, int out, const char *file) {
    char line[256], answer[1024];
    FILE *words = fdopen(in, "r");
    (void)file;
    while (words != NULL && fgets(line, sizeof line, words) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        snprintf(answer, sizeof answer, "%s\t%s\t%s\n", line, line, line);
        say(out, answer);
    }
}

static void it_answers_in_order(void **state) {
    (void)state;
    dictionary_init_with(&dictionary, "", echo);
    assert_int_equal(dictionary_fd(&dictionary), -1);
    dictionary_ask(&dictionary, "one");
    dictionary_ask(&dictionary, "two");
    expect("one", 2);
    expect("two", 2);
    dictionary_ask(&dictionary, "three");
    expect("three", 2);
}

static void in_pieces(int in, int out, const char *file) {
    char bytes[64];
    (void)file;
    if (read(in, bytes, sizeof bytes) > 0) {
        static const char answer[] = "tenjikai\t展示会\t天使\n";
        for (size_t i = 0; i < sizeof answer - 1; i++)
            say(out, (char[]){answer[i], '\0'});
        pause();
    }
}

static void an_answer_may_come_in_pieces(void **state) {
    Str word;
    Strings words;
    (void)state;
    dictionary_init_with(&dictionary, "", in_pieces);
    dictionary_ask(&dictionary, "tenjikai");
    assert_true(hear(&word, &words));
    assert_int_equal(words.count, 2);
    assert_string_equal(words.at[0], "展示会");
    assert_string_equal(words.at[1], "天使");
}

/* ---- what it must not ---- */

static void never(int in, int out, const char *file) {
    (void)in;
    (void)out;
    (void)file;
    for (;;)
        pause();
}

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* More words than any socket holds. */
static void silence_keeps_nobody_waiting(void **state) {
    Str word;
    Strings words;
    (void)state;
    int64_t begin = now_ms();
    dictionary_init_with(&dictionary, "", never);
    for (int i = 0; i < 20000; i++)
        dictionary_ask(&dictionary, "abcdefghijklmnopqrstuvwxyz");
    dictionary_hear(&dictionary);
    assert_false(dictionary_next(&dictionary, &word, &words));
    assert_true(now_ms() - begin < PATIENCE_MS);
    assert_true(dictionary_fd(&dictionary) >= 0);
}

static void die(int in, int out, const char *file) {
    (void)in;
    (void)out;
    (void)file;
    raise(SIGSEGV);
}

static void its_death_is_harmless(void **state) {
    (void)state;
    dictionary_init_with(&dictionary, "", die);
    dictionary_ask(&dictionary, "one");
    expect_given_up();
    expect_no_child();
}

/* The socket breaks between two words: that is an error and no signal. */
static void asking_the_dead_is_harmless(void **state) {
    (void)state;
    dictionary_init_with(&dictionary, "", die);
    for (int i = 0; i < 1000; i++) {
        dictionary_ask(&dictionary, "one");
        usleep(100);
    }
    expect_no_child();
}

static void flood(int in, int out, const char *file) {
    (void)in;
    (void)file;
    for (;;)
        say(out, "no line and no end ");
}

static void an_answer_without_an_end_is_given_up(void **state) {
    (void)state;
    dictionary_init_with(&dictionary, "", flood);
    dictionary_ask(&dictionary, "one");
    expect_given_up();
    expect_no_child();
}

static void lines(int in, int out, const char *file) {
    (void)in;
    (void)file;
    for (;;)
        say(out, "two\tthree\n");
}

static void what_nobody_asked_for_is_given_up(void **state) {
    (void)state;
    dictionary_init_with(&dictionary, "", lines);
    dictionary_ask(&dictionary, "one");
    expect("two", 1);
    expect_given_up();
    expect_no_child();
}

static void nonsense(int in, int out, const char *file) {
    char bytes[64];
    (void)file;
    if (read(in, bytes, sizeof bytes) > 0) {
        static const char answer[] = "one\t\t\xff\xfe\tgood\t\xe5\xb1\t\0zero\t\n";
        ssize_t written = write(out, answer, sizeof answer - 1);
        (void)written;
        pause();
    }
}

static void only_text_is_taken(void **state) {
    Str word;
    Strings words;
    (void)state;
    dictionary_init_with(&dictionary, "", nonsense);
    dictionary_ask(&dictionary, "one");
    assert_true(hear(&word, &words));
    assert_string_equal(word.at, "one");
    assert_int_equal(words.count, 1);
    assert_string_equal(words.at[0], "good");
}

/* Too long, or two words in one: not asked, nothing is started. */
static void some_words_are_not_asked_about(void **state) {
    (void)state;
    char word[DICTIONARY_WORD_MOST + 1];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    dictionary_init_with(&dictionary, "", echo);
    dictionary_ask(&dictionary, word);
    dictionary_ask(&dictionary, "a\nb");
    assert_int_equal(dictionary_fd(&dictionary), -1);
    expect_no_child();
}

/* ---- what it has of the session ---- */

/* Answers with its open files, and what it does at a hang-up. */
static void tell(int in, int out, const char *file) {
    char answer[64], bytes[64];
    struct sigaction hup;
    int files = 0;
    (void)file;
    DIR *opened = opendir("/proc/self/fd");
    while (opened != NULL && readdir(opened) != NULL)
        files++;
    sigaction(SIGHUP, NULL, &hup);
    if (opened == NULL || read(in, bytes, sizeof bytes) <= 0)
        return;
    snprintf(answer, sizeof answer, "one\t%d\t%s\t%s\n", files - 3, /* ".", "..", the folder's */
             hup.sa_handler == SIG_DFL ? "default" : "kept",
             isatty(STDERR_FILENO) ? "terminal" : "none");
    say(out, answer);
}

static void ignore(int number) {
    (void)number;
}

static void it_has_nothing_of_the_session(void **state) {
    Str word;
    Strings words;
    (void)state;
    struct sigaction ours = {.sa_handler = ignore}, before;
    sigaction(SIGHUP, &ours, &before);
    int kept = dup(STDIN_FILENO); /* not even closed by exec */
    dictionary_init_with(&dictionary, "", tell);
    dictionary_ask(&dictionary, "one");
    assert_true(hear(&word, &words));
    assert_int_equal(words.count, 3);
    assert_string_equal(words.at[0], "3");
    assert_string_equal(words.at[1], "default");
    assert_string_equal(words.at[2], "none");
    close(kept);
    sigaction(SIGHUP, &before, NULL);
}

/* ---- the real one ---- */

static void without_a_dictionary_it_ends(void **state) {
    (void)state;
    dictionary_init(&dictionary, "/nonexistent");
    dictionary_ask(&dictionary, "tenjikai");
    expect_given_up();
    expect_no_child();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_answers_in_order, start, finish),
        cmocka_unit_test_setup_teardown(an_answer_may_come_in_pieces, start, finish),
        cmocka_unit_test_setup_teardown(silence_keeps_nobody_waiting, start, finish),
        cmocka_unit_test_setup_teardown(its_death_is_harmless, start, finish),
        cmocka_unit_test_setup_teardown(asking_the_dead_is_harmless, start, finish),
        cmocka_unit_test_setup_teardown(an_answer_without_an_end_is_given_up, start, finish),
        cmocka_unit_test_setup_teardown(what_nobody_asked_for_is_given_up, start, finish),
        cmocka_unit_test_setup_teardown(only_text_is_taken, start, finish),
        cmocka_unit_test_setup_teardown(some_words_are_not_asked_about, start, finish),
        cmocka_unit_test_setup_teardown(it_has_nothing_of_the_session, start, finish),
        cmocka_unit_test_setup_teardown(without_a_dictionary_it_ends, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
