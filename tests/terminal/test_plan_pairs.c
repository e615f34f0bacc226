/* Two programs in two terminals at one plan: whatever either was told is done stays done. */
#include "desk.h"

enum { EDITS = 50 };

/* One of the two, and what it keeps changing. */
typedef struct Worker {
    Pty pty;
    const char *step, *toggled; /* a program of its own to put in and take out, in that step */
    bool planned;
    char field;         /* the key of its own field of the first program, which both share */
    const char *values; /* how its value n is written */
} Worker;

static void value_of(const Worker *worker, int n, char out[32]) {
    snprintf(out, 32, "%s%d", worker->values, n);
}

/* Odd edits toggle, even ones set the field. Returns the message to wait for. */
static const char *begin_edit(Worker *worker, int n) {
    char keys[64], value[32];
    value_of(worker, n, value);
    desk_press(&worker->pty, n % 2 == 1 ? worker->step : "1g");
    if (n % 2 == 1) {
        pty_push(&worker->pty, " ");
        worker->planned = !worker->planned;
        return worker->planned ? "\" in the plan" : "\" out of the plan";
    }
    snprintf(keys, sizeof keys, "%c\025%s\r", worker->field, value);
    pty_push(&worker->pty, keys);
    return "Set ";
}

/* That, or that something of the other came with it: both are said when it is on disk. */
static void wait_done(Worker *worker, const char *message) {
    static const char merged[] = "Saved, together with what another changed";
    int64_t end = pty_now_ms() + PTY_PATIENCE_MS;
    for (;;) {
        pty_settle(&worker->pty);
        if (pty_shows(&worker->pty, message) || pty_shows(&worker->pty, merged))
            return;
        if (pty_now_ms() > end)
            fail_msg("never shown: %s", message);
    }
}

/* Every value that was set is there, or in the log as what it was. */
static void expect_all_values(const Worker *worker) {
    Buf bytes = desk_plan_bytes();
    for (int n = 2; n <= EDITS; n += 2) {
        char value[32];
        value_of(worker, n, value);
        if (strstr(bytes.at, value) == NULL)
            fail_msg("%s is missing", value);
    }
    buf_release(&bytes);
}

static void expect_all(const Worker *worker) {
    Plan plan = desk_plan();
    expect_all_values(worker);
    assert_int_equal(plan_find(&plan, worker->toggled) != NULL, worker->planned);
    assert_int_equal(plan.conflicts.count, 0);
    for (size_t i = 0; i < plan.count; i++)
        assert_int_equal(plan.items[i].conflicts.count, 0);
    plan_release(&plan);
}

/* How many lines of the log of `program` are about `field`. */
static size_t log_lines(const char *program, const char *field) {
    Plan plan = desk_plan();
    const PlanItem *item = plan_find(&plan, program);
    size_t count = 0;
    assert_non_null(item);
    for (size_t i = 0; i < item->log.count; i++)
        count += strcmp(item->log.at[i].field, field) == 0;
    plan_release(&plan);
    return count;
}

static void work(Worker *a, Worker *b, bool at_once) {
    for (int n = 1; n <= EDITS; n++) {
        const char *of_a = begin_edit(a, n);
        if (!at_once)
            wait_done(a, of_a);
        const char *of_b = begin_edit(b, n);
        wait_done(b, of_b);
        if (at_once)
            wait_done(a, of_a);
    }
}

/* After Ctrl-L both show what is on disk: the same as a program that has just begun. */
static void expect_up_to_date(Worker *a, Worker *b, const PtyStart *start) {
    Pty fresh;
    PtyStart at_home = *start;
    desk_argument(&at_home, "--step=1");
    world_open(&fresh, &at_home);
    desk_press(&fresh, "jk");
    Buf expected = world_screen(&fresh);
    Worker *both[] = {a, b};
    for (size_t i = 0; i < COUNT_OF(both); i++) {
        Pty *pty = &both[i]->pty;
        for (int step = 4; step >= 1; step--) { /* first rows everywhere, as in a fresh one */
            char keys[] = {(char)('0' + step), 'g', '\0'};
            desk_press(pty, keys);
        }
        desk_press(pty, "\014");
        desk_press(pty, "jk");
        Buf now = world_screen(pty);
        assert_string_equal(now.at, expected.at);
        buf_release(&now);
    }
    buf_release(&expected);
    pty_end(&fresh);
}

static void both_are_right(bool at_once) {
    PtyStart start = desk_start();
    Worker a = {
        .step = "2g", .toggled = "jetro-trade-consultation", .field = 'O', .values = "Aoki-"};
    Worker b = {.step = "3g", .toggled = "j-goodtech", .field = 'e', .values = "41"};
    world_open(&a.pty, &start);
    desk_do(&a.pty, " ", "\" in the plan");
    world_open(&b.pty, &start);
    work(&a, &b, at_once);
    expect_all(&a);
    expect_all(&b);
    assert_int_equal(log_lines("jetro-seminar", "owner"), EDITS / 2);
    assert_int_equal(log_lines("jetro-seminar", "estimate"), EDITS / 2);
    expect_up_to_date(&a, &b, &start);
    world_quit(&a.pty);
    world_quit(&b.pty);
}

static void two_programs_by_turns(void **state) {
    (void)state;
    both_are_right(false);
}

static void two_programs_at_once(void **state) {
    (void)state;
    both_are_right(true);
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_programs_by_turns),
        cmocka_unit_test(two_programs_at_once),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
