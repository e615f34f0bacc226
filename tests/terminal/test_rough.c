/*
 * What befalls a screen besides its keys, on every screen: noise from the terminal, a paste, an
 * input method left on, flow control, other sizes, Ctrl-Z, Ctrl-C. Afterwards every cell is what
 * the session beside it has.
 */
#include "tour.h"

/* To the program alone. */
static void send_raw(Tour *tour, const char *bytes) {
    tour->last_key = "bytes";
    pty_send(&tour->pty, bytes);
    pty_settle(&tour->pty);
}

/* To the session alone. */
static void tell(Tour *tour, const Event *event) {
    session_event(&tour->session, event);
    session_view(&tour->session);
}

/* A terminal's reports, bytes of no character, halves of sequences: nothing at all. */
static void noise(Tour *tour) {
    static const char *const strays[] = {"\033[I",
                                         "\033[O",
                                         "\033[<0;5;5M\033[<0;5;5m",
                                         "\033[M !!",
                                         "\xff\xfe\x80\x80",
                                         "\xc2\x9b",
                                         "\xed\xa0\x80",
                                         "\033]11;rgb:0000/0000/0000\033\\",
                                         "\033P1$r0m\033\\",
                                         "\033[?62;4c",
                                         "\033[2;3R",
                                         "\033[106;1:3u",
                                         "\033[57441;2u"};
    pty_settle(&tour->pty);
    for (size_t i = 0; i < COUNT_OF(strays); i++)
        pty_push(&tour->pty, strays[i]);
    send_raw(tour, "\xff");
    tour_expect_same(tour);
}

static void a_paste(Tour *tour) {
    send_raw(tour, "\033[200~海q\r\n\tj\033[31m\xff\033[201~");
    tell(tour, &(Event){.kind = EVENT_PASTE, .text = str("海q\n\tj\033[31m\uFFFD")});
    tour_expect_same(tour);
}

static void with_the_input_method_on(Tour *tour) {
    static const char *const pairs[][2] = {{"ｊ", "j"}, {"ｋ", "k"}, {"あ", "あ"}};
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        send_raw(tour, pairs[i][0]);
        session_key(&tour->session, pairs[i][1]);
        session_view(&tour->session);
        tour_expect_same(tour);
    }
}

static void flow_control(Tour *tour) {
    tour_press(tour, "C-s");
    tour_expect_same(tour);
    tour_press(tour, "C-q");
    tour_expect_same(tour);
}

static void other_sizes(Tour *tour) {
    static const int sizes[][2] = {{100, 30}, {61, 20}, {40, 10}, {39, 9}, {1, 1}, {80, 24}};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        tour_resize(tour, sizes[i][0], sizes[i][1]);
        tour_expect_same(tour);
    }
}

static void to_the_shell_and_back(Tour *tour) {
    pty_send(&tour->pty, "\032");
    pty_wait_stopped(&tour->pty);
    world_expect_given_back(&tour->pty);
    pty_continue(&tour->pty);
    pty_settle(&tour->pty);
    session_key(&tour->session, "C-z");
    tell(tour, &(Event){.kind = EVENT_RESUMED});
    tour_expect_same(tour);
}

static void stopped_from_outside(Tour *tour) {
    pty_signal(&tour->pty, SIGSTOP);
    pty_wait_stopped(&tour->pty);
    pty_continue(&tour->pty);
    pty_settle(&tour->pty);
    tell(tour, &(Event){.kind = EVENT_RESUMED});
    tour_expect_same(tour);
}

static void walk(bool wide) {
    Tour tour = {.far = false};
    PtyStart start = world_start();
    start.wide = wide;
    tour_begin(&tour, &start, session_catalogue(), "");
    for (size_t i = 0; i < tour_stop_count; i++) {
        const TourStop *stop = &tour_stops[i];
        tour_go(&tour, stop);
        noise(&tour);
        if (stop->cursor != CURSOR_TYPES)
            with_the_input_method_on(&tour);
        flow_control(&tour);
        other_sizes(&tour);
        to_the_shell_and_back(&tour);
        a_paste(&tour);
        if (i % 4 == 0)
            stopped_from_outside(&tour);
        if (tour.session.app.depth > 1) /* at home it leaves */
            tour_press(&tour, "C-c");
        tour_expect_same(&tour);
    }
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
