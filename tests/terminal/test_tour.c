/* Every screen in a narrow terminal and in a wide one: each cell, and the cursor. */
#include "tour.h"

static void walk(bool wide) {
    Tour tour = {.far = false};
    PtyStart start = world_start();
    start.wide = wide;
    tour_begin(&tour, &start, session_catalogue(), "");
    for (size_t i = 0; i < tour_stop_count; i++) {
        tour_go(&tour, &tour_stops[i]);
        tour_expect_cursor(&tour, tour_stops[i].cursor);
        tour_expect_idle(&tour);
    }
    for (int screen = 0; screen < SCREEN_COUNT; screen++)
        if (!tour.seen[screen] && screen != SCREEN_SETTLE)
            fail_msg("no stop shows screen %d", screen);
    tour_end(&tour);
}

static void every_screen_in_a_narrow_terminal(void **state) {
    (void)state;
    walk(false);
}

static void every_screen_in_a_wide_terminal(void **state) {
    (void)state;
    walk(true);
}

/* Terminals that wrap, insert and scroll in other ways: the first stops of the tour. */
static void in_other_dialects(void **state) {
    (void)state;
    static const char *const names[] = {"TERM=screen-256color", "TERM=tmux-256color", "TERM=rxvt",
                                        "TERM=linux", "TERM=vt100"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Tour tour = {.cannot_hide = i >= 4};
        PtyStart start = world_start();
        world_set(&start, names[i]);
        start.wide = i % 2 == 1;
        tour_begin(&tour, &start, session_catalogue(), "");
        tour.session.app.can_copy = false;
        for (size_t stop = 0; stop < 6; stop++)
            tour_go(&tour, &tour_stops[stop]);
        tour_end(&tour);
    }
}

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_in_a_narrow_terminal),
        cmocka_unit_test(every_screen_in_a_wide_terminal),
        cmocka_unit_test(in_other_dialects),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
