/*
 * Killed at any moment while somebody works: what the screen said was done is on disk, nothing is
 * torn, and the next session begins where this one stood, tidied up.
 *
 *   terminal_plan_kills PROGRAM [ROUNDS [SEED]]
 */
#include "desk.h"

#include <errno.h>
#include <unistd.h>

/* What is changed: the owner of the first program, whether the second is in the plan, and
   whether the third has a bookmark. */
typedef enum EditKind { EDIT_OWNER_OF_FIRST, EDIT_SECOND, EDIT_MARK_OF_THIRD, EDIT_KINDS } EditKind;

static const char first[] = "jetro-seminar", second[] = "smrj-seminar-speaker";
enum { FIRST_ROW = 7, SECOND_ROW, THIRD_ROW = 11 }; /* of the screen, in step 1 */

typedef struct Deeds {
    long owner;
    bool planned, marked;
} Deeds;

typedef struct Edit {
    EditKind kind;
    Deeds after;
    char keys[64];
    const char *message; /* what the screen says when it is done */
    int row;             /* where the cursor stands then */
} Edit;

static int rounds = 200;
static uint32_t seed = 2017;

static uint32_t any(uint32_t below) {
    seed = seed * 1103515245U + 12345U;
    return (seed >> 8) % below;
}

/* ---- what is on disk ---- */

static bool has_mark(void) {
    BookmarksFile file;
    Err err = {""};
    if (!bookmarks_open(desk_path("data/kairo/bookmarks.yaml"), &file, &err))
        fail_msg("%s", err.text);
    bool marked = file.bookmarks.count > 0;
    bookmarks_close(&file);
    return marked;
}

static Deeds on_disk(void) {
    Plan plan = desk_plan();
    const PlanItem *item = plan_find(&plan, first);
    assert_non_null(item);
    Deeds deeds = {.owner = strtol(plan_text(item, PLAN_OWNER), NULL, 10),
                   .planned = plan_find(&plan, second) != NULL,
                   .marked = has_mark()};
    plan_release(&plan);
    return deeds;
}

static bool same(const Deeds *a, const Deeds *b) {
    return a->owner == b->owner && a->planned == b->planned && a->marked == b->marked;
}

/* ---- edits ---- */

static Edit next_edit(const Deeds *now) {
    static const char put_in[] = "\" in the plan", taken_out[] = "\" out of the plan";
    static const char set[] = "Set ", taken_away[] = "Took the bookmark off";
    Edit edit = {.kind = (EditKind)any(EDIT_KINDS), .after = *now};
    switch (edit.kind) {
    case EDIT_OWNER_OF_FIRST:
        edit.after.owner++;
        snprintf(edit.keys, sizeof edit.keys, "O\025%ld\r", edit.after.owner);
        edit.message = set;
        edit.row = FIRST_ROW;
        break;
    case EDIT_SECOND:
        edit.after.planned = !now->planned;
        snprintf(edit.keys, sizeof edit.keys, "j ");
        edit.message = edit.after.planned ? put_in : taken_out;
        edit.row = SECOND_ROW;
        break;
    default:
        edit.after.marked = !now->marked;
        snprintf(edit.keys, sizeof edit.keys, "jjb");
        edit.message = edit.after.marked ? set : taken_away;
        edit.row = THIRD_ROW;
    }
    return edit;
}

/* In the first row, with no message on the screen. */
static void make_ready(Pty *pty) {
    desk_press(pty, "1g");
    assert_int_equal(pty->cursor.row, FIRST_ROW);
    assert_false(pty_shows(pty, "Set "));
}

/* ---- kills ---- */

static void wait_a_moment(long microseconds) {
    struct timespec left = {.tv_sec = microseconds / 1000000,
                            .tv_nsec = microseconds % 1000000 * 1000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

/* How long an edit takes from its keys to its message, in microseconds. */
static long usual_time(Pty *pty, Deeds *deeds) {
    int times[7];
    for (size_t i = 0; i < COUNT_OF(times); i++) {
        struct timespec from, to;
        Edit edit = next_edit(deeds);
        make_ready(pty);
        clock_gettime(CLOCK_MONOTONIC, &from);
        pty_push(pty, edit.keys);
        pty_wait_text(pty, edit.message);
        clock_gettime(CLOCK_MONOTONIC, &to);
        times[i] = (int)((to.tv_sec - from.tv_sec) * 1000000 + (to.tv_nsec - from.tv_nsec) / 1000);
        *deeds = edit.after;
    }
    return world_median(times, COUNT_OF(times));
}

/* Closes what was being typed when it was killed. It stood in one of the places it was in. */
static void expect_place(Pty *pty, const Edit *last) {
    if (last == NULL)
        return;
    bool typing = last->kind == EDIT_OWNER_OF_FIRST && pty_shows(pty, "Who takes care of it");
    typing = typing || (last->kind == EDIT_OWNER_OF_FIRST && pty->cursor.row > THIRD_ROW);
    int row = pty->cursor.row;
    if (!typing && row != FIRST_ROW && row != last->row)
        fail_msg("it began in row %d, and was in %d or %d", row, FIRST_ROW, last->row);
    if (typing)
        desk_press(pty, "\003");
}

typedef struct Tally {
    int shown, done, neither, amid;
} Tally;

/* A session: some edits, and a kill during the last. */
static void one_round(const PtyStart *start, Deeds *deeds, Edit *last, bool is_first, long usual,
                      Tally *tally) {
    Pty pty;
    world_open(&pty, start);
    assert_false(desk_has_stray());
    expect_place(&pty, is_first ? NULL : last);
    for (uint32_t i = any(3); i > 0; i--) {
        Edit edit = next_edit(deeds);
        make_ready(&pty);
        desk_do(&pty, edit.keys, edit.message);
        *deeds = edit.after;
    }
    *last = next_edit(deeds);
    make_ready(&pty);
    pty_push(&pty, last->keys);
    wait_a_moment((long)any((uint32_t)usual * 3 / 2 + 1));
    kill(pty.program, SIGKILL);
    pty_wait_end(&pty);
    bool shown = pty_shows(&pty, last->message);
    pty_end(&pty);
    tally->amid += desk_has_stray();
    Deeds found = on_disk();
    bool done = same(&found, &last->after);
    tally->shown += shown;
    tally->done += done && !shown;
    tally->neither += !done;
    if (!done && (shown || !same(&found, deeds)))
        fail_msg("lost: owner %ld, %d, %d instead of %ld, %d, %d%s", found.owner, found.planned,
                 found.marked, last->after.owner, last->after.planned, last->after.marked,
                 shown ? ", which was shown" : "");
    *deeds = found;
}

static void what_was_shown_is_on_disk(void **state) {
    (void)state;
    PtyStart start = desk_start();
    Deeds deeds = {.owner = 1000};
    Tally tally = {0};
    Edit last;
    Pty pty;
    print_message("%d rounds, seed %u\n", rounds, seed);
    world_open(&pty, &start);
    desk_do(&pty, " ", "\" in the plan");
    make_ready(&pty);
    desk_do(&pty, "O1000\r", "Set ");
    long usual = usual_time(&pty, &deeds);
    world_quit(&pty);
    for (int i = 0; i < rounds; i++)
        one_round(&start, &deeds, &last, i == 0, usual, &tally);
    print_message("an edit takes %ld us; killed: %d before it was done, %d done but not shown, "
                  "%d shown; %d left something to tidy up\n",
                  usual, tally.neither, tally.done, tally.shown, tally.amid);
    assert_true(tally.neither > 0 && tally.shown > 0);
}

int main(int argc, char **argv) {
    if (argc > 2)
        rounds = (int)strtol(argv[2], NULL, 10);
    if (argc > 3)
        seed = (uint32_t)strtoul(argv[3], NULL, 10);
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_shown_is_on_disk)};
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
