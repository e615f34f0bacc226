/* See trail.h. Popups are left out of the snapshots: they are no place to come back to. */
#include "ui/trail.h"

#include "base/mem.h"
#include "ui/screens/screens.h"

static void take(const App *app, Snapshot *snapshot) {
    snapshot->depth = 0;
    for (int i = 0; i < app->depth; i++)
        if (!screen_class(app->stack[i].id)->is_popup)
            snapshot->stack[snapshot->depth++] = app->stack[i];
}

/* A session that visits little shall not carry the memory of the longest one. */
static void make_room(Trail *trail, int count) {
    enum { FIRST = 4 };
    if (count <= trail->room)
        return;
    int room = MIN_OF(MAX_OF(trail->room * 2, (int)FIRST), (int)TRAIL_MOST);
    trail->seen = mem_resize(trail->seen, (size_t)room, sizeof *trail->seen);
    trail->room = room;
}

void trail_init(App *app) {
    app->trail = (Trail){.count = 1};
    make_room(&app->trail, 1);
    take(app, &app->trail.seen[0]);
}

void trail_release(App *app) {
    free(app->trail.seen);
    app->trail = (Trail){0};
}

void trail_keep(App *app) {
    take(app, &app->trail.seen[app->trail.at]);
}

void trail_add(App *app) {
    Trail *trail = &app->trail;
    if (trail->at + 1 == TRAIL_MOST) {
        memmove(trail->seen, trail->seen + 1, (TRAIL_MOST - 1) * sizeof *trail->seen);
        trail->at--;
    }
    trail->at++;
    trail->count = trail->at + 1;
    make_room(trail, trail->count);
    take(app, &trail->seen[trail->at]);
}

/* Where the session began with it, nothing was seen before. */
void trail_drop(App *app) {
    Trail *trail = &app->trail;
    app->depth--;
    if (trail->at > 0)
        trail->at--;
    trail->count = trail->at + 1;
    take(app, &trail->seen[trail->at]);
}

bool trail_can(const App *app, int direction) {
    int to = app->trail.at + direction;
    return to >= 0 && to < app->trail.count;
}

void trail_walk(App *app, int direction) {
    if (!trail_can(app, direction))
        return;
    trail_keep(app);
    app->trail.at += direction;
    const Snapshot *there = &app->trail.seen[app->trail.at];
    memcpy(app->stack, there->stack, (size_t)there->depth * sizeof *app->stack);
    app->depth = there->depth;
}
