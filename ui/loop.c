/*
 * One turn: sleep, take everything that waits (signals first, then bytes), then paint once.
 * So a burst of keys or a storm of resizes costs one frame.
 */
#include "ui/loop.h"

#include "ui/input.h"
#include "ui/perform.h"
#include "ui/signals.h"
#include "ui/term.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

enum { READ_BYTES = 4096, READS_PER_FRAME = 16 };

typedef struct Loop {
    App *app;
    Keeper *keeper;
    Dictionary dictionary;
    Input input;
    Charset *charset;
    Buf decoded; /* what was read, in UTF-8, where the terminal sends something else */
    Grid grid;
    Arena frame;
    int64_t last_ms;  /* when the decoder last heard of the time */
    int64_t retry_ms; /* when to try again what could not be saved; 0: all is saved */
    bool done;
    bool changed; /* something happened since the last frame */
    int status;
} Loop;

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int ms_since_last(Loop *loop) {
    int64_t now = now_ms(), passed = now - loop->last_ms;
    loop->last_ms = now;
    return (int)MIN_OF(passed, (int64_t)INT32_MAX);
}

/* ---- events ---- */

static Outcome perform(Loop *loop, const Event *event) {
    return perform_event(&(Edge){loop->keeper, &loop->dictionary}, loop->app, event);
}

/* First where we stand, with what is half typed: saving may take longer than we are given. */
static void leave(Loop *loop, int number) {
    keeper_part(loop->keeper, loop->app);
    perform(loop, &(Event){.kind = EVENT_LEAVE});
    keeper_part(loop->keeper, loop->app);
    loop->status = 128 + number;
    loop->done = true;
}

static void send_size(Loop *loop);

static void send(Loop *loop, const Event *event) {
    Outcome outcome = perform(loop, event);
    loop->changed = true;
    loop->done = loop->done || outcome.quit;
    if (outcome.resumed && !loop->done) {
        send(loop, &(Event){.kind = EVENT_RESUMED});
        send_size(loop);
    }
}

/* The size that is now, however many changes there were. */
static void send_size(Loop *loop) {
    Event event = {.kind = EVENT_RESIZE};
    term_size(&event.cols, &event.rows);
    if (event.cols == loop->grid.cols && event.rows == loop->grid.rows)
        return;
    term_resize(event.cols, event.rows);
    grid_resize(&loop->grid, event.cols, event.rows);
    send(loop, &event);
}

static void take_signals(Loop *loop) {
    Signals seen = signals_take();
    if (seen.leave != 0) {
        leave(loop, seen.leave);
        return;
    }
    if (seen.stop)
        term_suspend();
    else if (seen.resumed)
        term_resumed();
    if (seen.stop || seen.resumed)
        send(loop, &(Event){.kind = EVENT_RESUMED});
    if (seen.stop || seen.resumed || seen.resized)
        send_size(loop);
}

static void send_input(Loop *loop) {
    Event event;
    while (!loop->done && input_next(&loop->input, &event)) {
        if (event.kind == EVENT_BACKGROUND)
            term_use_background(event.dark ? BACKGROUND_DARK : BACKGROUND_LIGHT);
        send(loop, &event);
    }
}

static void feed(Loop *loop, Str bytes) {
    if (charset_converts(loop->charset)) {
        buf_clear(&loop->decoded);
        charset_decode(loop->charset, bytes, &loop->decoded);
        bytes = buf_str(&loop->decoded);
    }
    input_feed(&loop->input, bytes, ms_since_last(loop));
}

/* One read. True when more may be waiting. A terminal that has gone ends the session. */
static bool take_bytes(Loop *loop) {
    char bytes[READ_BYTES];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        feed(loop, str_n(bytes, (size_t)count));
        send_input(loop);
        return count == (ssize_t)sizeof bytes;
    }
    if (count == 0 || (errno != EINTR && errno != EAGAIN))
        leave(loop, SIGHUP);
    return false;
}

static bool is_readable(void) {
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&in, 1, 0) == 1 && (in.revents & POLLIN) != 0;
}

/* Everything that waits, but a flood still gets its frames. */
static void take_all_bytes(Loop *loop) {
    bool more = take_bytes(loop);
    for (int reads = 1; more && !loop->done && reads < READS_PER_FRAME && is_readable(); reads++)
        more = take_bytes(loop);
}

/* What the dictionary has answered. */
static void take_answers(Loop *loop) {
    Event event = {.kind = EVENT_LEARNED};
    dictionary_hear(&loop->dictionary);
    while (!loop->done && dictionary_next(&loop->dictionary, &event.text, &event.words))
        send(loop, &event);
}

/* ---- turns ---- */

/* -1 when there is nothing to wait for but keys and signals. */
static int wait_ms(const Loop *loop) {
    int ms = input_wait_ms(&loop->input);
    if (loop->retry_ms == 0)
        return ms;
    int retry = (int)MAX_OF(loop->retry_ms - now_ms(), 0);
    return ms < 0 ? retry : MIN_OF(ms, retry);
}

/* By the clock, however busy the keys are. */
static void retry_in_time(Loop *loop) {
    if (loop->retry_ms != 0 && now_ms() >= loop->retry_ms) {
        send(loop, &(Event){.kind = EVENT_RETRY});
        loop->retry_ms = 0;
    }
    if (!work_is_unsaved(loop->app))
        loop->retry_ms = 0;
    else if (loop->retry_ms == 0)
        loop->retry_ms = now_ms() + LOOP_RETRY_MS;
}

/* Nothing came for as long as wait_ms said. */
static void pass(Loop *loop) {
    if (input_wait_ms(&loop->input) < 0)
        return;
    input_pass(&loop->input, ms_since_last(loop));
    send_input(loop);
}

static void wait_and_take(Loop *loop) {
    struct pollfd from[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = signals_fd(), .events = POLLIN},
                            {.fd = dictionary_fd(&loop->dictionary), .events = POLLIN}};
    int ready = poll(from, COUNT_OF(from), wait_ms(loop));
    if (ready < 0 && errno != EINTR) {
        leave(loop, SIGHUP);
        return;
    }
    if (ready == 0) {
        pass(loop);
        return;
    }
    if (ready > 0 && from[1].revents != 0)
        take_signals(loop);
    if (ready > 0 && !loop->done && from[0].revents != 0)
        take_all_bytes(loop);
    if (ready > 0 && !loop->done && from[2].revents != 0)
        take_answers(loop);
}

static void show(Loop *loop) {
    arena_reset(&loop->frame);
    app_view(loop->app, &loop->frame, &loop->grid);
    term_show(&loop->grid);
    keeper_remember(loop->keeper, loop->app); /* after the frame: nobody waits for it */
    loop->changed = false;
}

int loop_run(App *app, Keeper *keeper, const LoopStart *start) {
    Loop loop = {.app = app, .keeper = keeper, .last_ms = now_ms()};
    int cols, rows;
    input_init(&loop.input);
    loop.charset = start->charset;
    buf_init(&loop.decoded, (size_t)4 * READ_BYTES);
    dictionary_init(&loop.dictionary, start->dictionary);
    if (start->asked_ambiguous)
        input_ask_ambiguous(&loop.input);
    if (start->asked_background)
        input_ask_background(&loop.input);
    term_size(&cols, &rows);
    grid_init(&loop.grid, cols, rows);
    if (cols != app->cols || rows != app->rows)
        send(&loop, &(Event){.kind = EVENT_RESIZE, .cols = cols, .rows = rows});
    send(&loop, &(Event){.kind = EVENT_BEGIN});
    show(&loop);
    while (!loop.done) {
        wait_and_take(&loop);
        if (!loop.done)
            retry_in_time(&loop);
        if (loop.changed && !loop.done)
            show(&loop);
    }
    if (loop.status == 0)
        keeper_part(keeper, app);
    dictionary_release(&loop.dictionary);
    input_release(&loop.input);
    buf_release(&loop.decoded);
    grid_release(&loop.grid);
    arena_release(&loop.frame);
    return loop.status;
}
