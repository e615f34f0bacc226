/* The terminal is given back as it was, whatever ends or stops the program. */
#include "world.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A hang-up must be noticed at once; sanitizers look for leaks on the way out. */
enum {
    GONE_WITHIN_MS = 100,
    GONE_WITHIN_SLOW_MS = 5000,
    SPIN_MOST_MS = 1500,
    ENDS_WITHIN_MS = 20000
};

static void taken_and_given_back(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    struct termios now;
    assert_int_equal(tcgetattr(pty.slave, &now), 0);
    assert_int_equal(now.c_lflag & (tcflag_t)(ICANON | ECHO | ISIG), 0);
    assert_int_equal(now.c_iflag & (tcflag_t)(IXON | ICRNL), 0);
    assert_true(pty.alternate);
    assert_true(pty_paste_is_on(&pty));
    world_quit(&pty);
}

static void ends_by(int number) {
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_signal(&pty, number);
    pty_wait_end(&pty);
    world_expect_given_back(&pty);
    assert_true(WIFSIGNALED(pty.status) || WEXITSTATUS(pty.status) != 0);
    pty_end(&pty);
}

static void terminated(void **state) {
    (void)state;
    ends_by(SIGTERM);
}

static void interrupted(void **state) {
    (void)state;
    ends_by(SIGINT);
}

static void hung_up_by_signal(void **state) {
    (void)state;
    ends_by(SIGHUP);
}

static void quit_by_signal(void **state) {
    (void)state;
    ends_by(SIGQUIT);
}

static void crashed(void **state) {
    (void)state;
    ends_by(SIGSEGV);
    ends_by(SIGBUS);
    ends_by(SIGFPE);
}

static void aborted(void **state) {
    (void)state;
    ends_by(SIGABRT);
}

/* Redraws that nobody reads until a key stays untaken: then it can only be writing. */
static void fill_the_line(Pty *pty) {
    int waiting = 0;
    for (int untaken = 0; untaken<20; untaken = waiting> 0 ? untaken + 1 : 0) {
        if (waiting == 0)
            pty_push(pty, "\014");
        pty_pause_ms(10);
        ioctl(pty->slave, FIONREAD, &waiting);
    }
}

/* The terminal takes no more bytes and a signal comes: it still ends. */
static void terminated_while_the_terminal_is_stuck(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    fill_the_line(&pty);
    kill(pty.program, SIGTERM);
    struct pollfd report = {.fd = pty.reports, .events = POLLIN};
    assert_int_equal(poll(&report, 1, ENDS_WITHIN_MS), 1); /* still nobody reads */
    pty_wait_end(&pty);
    assert_true(pty_modes_are_back(&pty));
    pty_end(&pty);
}

/* How long it outlives the terminal. */
static int hang_up(bool ignored) {
    Pty pty;
    PtyStart start = world_start();
    start.ignores_hup = ignored;
    world_open(&pty, &start);
    int64_t begin = pty_now_ms();
    pty_hang_up(&pty);
    pty_wait_end(&pty);
    int took = (int)(pty_now_ms() - begin);
    print_message("gone %d ms after the terminal, %ld ms of processor time in all\n", took,
                  pty.cpu_ms);
    assert_true(pty.cpu_ms <= SPIN_MOST_MS);
    pty_end(&pty);
    return took;
}

/* The best of a few: a busy machine says nothing about the program. */
static void goes_at_once(bool ignored) {
    int most = world_is_slow() ? GONE_WITHIN_SLOW_MS : GONE_WITHIN_MS;
    int took = most + 1;
    for (int attempt = 0; attempt < 5 && took > most; attempt++)
        took = hang_up(ignored);
    assert_true(took <= most);
}

static void the_terminal_goes_away(void **state) {
    (void)state;
    goes_at_once(false);
}

static void the_terminal_goes_away_and_nobody_says(void **state) {
    (void)state;
    goes_at_once(true);
}

static void stops_and_comes_back(Pty *pty, Buf *before) {
    pty_wait_stopped(pty);
    world_expect_given_back(pty);
    pty_continue(pty);
    pty_wait_ready(pty);
    Buf after = world_screen(pty);
    assert_string_equal(before->at, after.at);
    assert_true(pty_paste_is_on(pty));
    assert_false(pty_modes_are_back(pty));
    buf_release(&after);
}

static void suspended_by_key_and_by_signal(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "j");
    pty_settle(&pty);
    Buf before = world_screen(&pty);
    for (int round = 0; round < 2; round++) {
        pty_send(&pty, "\032");
        stops_and_comes_back(&pty, &before);
    }
    pty_signal(&pty, SIGTSTP);
    stops_and_comes_back(&pty, &before);
    buf_release(&before);
    world_quit(&pty);
}

/* SIGSTOP cannot be caught: the shell then sets the modes it wants, and we ours again. */
static void stopped_without_warning(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    Buf before = world_screen(&pty);
    pty_signal(&pty, SIGSTOP);
    pty_wait_stopped(&pty);
    tcsetattr(pty.slave, TCSANOW, &pty.modes_at_start);
    pty_continue(&pty);
    pty_settle(&pty);
    assert_false(pty_modes_are_back(&pty));
    Buf after = world_screen(&pty);
    assert_string_equal(before.at, after.at);
    buf_release(&before);
    buf_release(&after);
    world_quit(&pty);
}

/* While it is stopped the terminal is the shell's: nothing is written, nothing restored. */
static void terminated_while_stopped(void **state) {
    (void)state;
    Pty pty;
    PtyStart start = world_start();
    world_open(&pty, &start);
    pty_send(&pty, "\032");
    pty_wait_stopped(&pty);
    pty_signal(&pty, SIGTERM);
    pty_continue(&pty);
    pty_wait_end(&pty);
    world_expect_given_back(&pty);
    pty_end(&pty);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taken_and_given_back),
        cmocka_unit_test(terminated),
        cmocka_unit_test(interrupted),
        cmocka_unit_test(hung_up_by_signal),
        cmocka_unit_test(quit_by_signal),
        cmocka_unit_test(crashed),
        cmocka_unit_test(aborted),
        cmocka_unit_test(terminated_while_the_terminal_is_stuck),
        cmocka_unit_test(the_terminal_goes_away),
        cmocka_unit_test(the_terminal_goes_away_and_nobody_says),
        cmocka_unit_test(suspended_by_key_and_by_signal),
        cmocka_unit_test(stopped_without_warning),
        cmocka_unit_test(terminated_while_stopped),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
