/* Every screen in a narrow terminal and in a wide one: each cell, and the cursor. */
#include "tour.h"

static void walk(bool wide) {
    Tour tour;
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

int main(int argc, char **argv) {
    world_begin(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_in_a_narrow_terminal),
        cmocka_unit_test(every_screen_in_a_wide_terminal),
    };
    return world_end(cmocka_run_group_tests(tests, NULL, NULL));
}
