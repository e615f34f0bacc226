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

enum {
    READ_BYTES = 4096,
    READS_PER_FRAME = 16,
    RETRY_MS = 5000, /* how often a save that failed is tried again */
};

typedef struct Loop {
    App *app;
    Keeper *keeper;
    Input input;
    Grid grid;
    Arena frame;
    int64_t last_ms; /* when the decoder last heard of the time */
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

/* The time of now as plans keep it, in UTC. */
static void stamp_now(char out[STAMP_BYTES]) {
    time_t now = time(NULL);
    struct tm utc;
    bool known = now != (time_t)-1 && gmtime_r(&now, &utc) != NULL && utc.tm_year < 8100;
    if (!known || strftime(out, STAMP_BYTES, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        snprintf(out, STAMP_BYTES, "%s", "1970-01-01T00:00:00Z");
}

static Outcome update(Loop *loop, const Event *event) {
    Effects effects = {.count = 0};
    char now[STAMP_BYTES];
    Event stamped = *event;
    stamp_now(now);
    stamped.now = now;
    app_update(loop->app, &stamped, &effects);
    return perform(loop->keeper, loop->app, &effects);
}

static void leave(Loop *loop, int number) {
    update(loop, &(Event){.kind = EVENT_LEAVE});
    keeper_remember(loop->keeper, loop->app);
    loop->status = 128 + number;
    loop->done = true;
}

static void send_size(Loop *loop);

static void send(Loop *loop, const Event *event) {
    Outcome outcome = update(loop, event);
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
    while (!loop->done && input_next(&loop->input, &event))
        send(loop, &event);
}

/* One read. True when more may be waiting. A terminal that has gone ends the session. */
static bool take_bytes(Loop *loop) {
    char bytes[READ_BYTES];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        input_feed(&loop->input, str_n(bytes, (size_t)count), ms_since_last(loop));
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

/* ---- turns ---- */

/* -1 when there is nothing to wait for but keys and signals. */
static int wait_ms(const Loop *loop) {
    int ms = input_wait_ms(&loop->input);
    bool retries = ms < 0 && work_is_unsaved(loop->app);
    return retries ? RETRY_MS : ms;
}

/* Nothing came for as long as wait_ms said. */
static void pass(Loop *loop) {
    if (input_wait_ms(&loop->input) < 0) {
        send(loop, &(Event){.kind = EVENT_RETRY});
        return;
    }
    input_pass(&loop->input, ms_since_last(loop));
    send_input(loop);
}

static void wait_and_take(Loop *loop) {
    struct pollfd from[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = signals_fd(), .events = POLLIN}};
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
    if (start->asked_ambiguous)
        input_ask_ambiguous(&loop.input);
    term_size(&cols, &rows);
    grid_init(&loop.grid, cols, rows);
    if (cols != app->cols || rows != app->rows)
        send(&loop, &(Event){.kind = EVENT_RESIZE, .cols = cols, .rows = rows});
    show(&loop);
    while (!loop.done) {
        wait_and_take(&loop);
        if (loop.changed && !loop.done)
            show(&loop);
    }
    if (loop.status == 0)
        keeper_remember(keeper, app);
    input_release(&loop.input);
    grid_release(&loop.grid);
    arena_release(&loop.frame);
    return loop.status;
}
