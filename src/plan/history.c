/* One array: done steps, then undone ones. */
#include "plan/history.h"

#include "base/bug.h"
#include "base/mem.h"

static void release_step(HistoryStep *step) {
    free(step->name);
    free(step->subject);
    plan_change_release(&step->change);
}

/* Removes the step at `index`. */
static void drop(History *history, size_t index) {
    release_step(&history->steps[index]);
    history->count--;
    memmove(history->steps + index, history->steps + index + 1,
            (history->count - index) * sizeof *history->steps);
    if (index < history->done)
        history->done--;
}

void history_release(History *history) {
    for (size_t i = 0; i < history->count; i++)
        release_step(&history->steps[i]);
    free(history->steps);
    *history = (History){0};
}

bool history_push(History *history, const char *name, const char *subject, PlanChange *change) {
    if (change->count == 0)
        return false;
    while (history->count > history->done)
        drop(history, history->count - 1);
    if (history->count == HISTORY_MOST)
        drop(history, 0);
    if (history->count == history->room) {
        history->room = history->room == 0 ? 16 : history->room * 2;
        history->steps = mem_resize(history->steps, history->room, sizeof *history->steps);
    }
    history->steps[history->count++] =
        (HistoryStep){mem_copy_string(name), mem_copy_string(subject), *change};
    history->done = history->count;
    *change = (PlanChange){0};
    return true;
}

const HistoryStep *history_undo(const History *history) {
    return history->done > 0 ? &history->steps[history->done - 1] : NULL;
}

const HistoryStep *history_redo(const History *history) {
    return history->done < history->count ? &history->steps[history->done] : NULL;
}

void history_went_back(History *history) {
    if (history->done == 0)
        BUG("nothing was there to undo");
    history->done--;
}

void history_went_forth(History *history) {
    if (history->done == history->count)
        BUG("nothing was there to redo");
    history->done++;
}

void history_drop_undo(History *history) {
    if (history->done == 0)
        BUG("nothing was there to undo");
    drop(history, history->done - 1);
}

void history_drop_redo(History *history) {
    if (history->done == history->count)
        BUG("nothing was there to redo");
    drop(history, history->done);
}

void history_move_subject(History *history, const char *from, const char *to) {
    for (size_t i = 0; i < history->count; i++)
        if (strcmp(history->steps[i].subject, from) == 0)
            plan_store(&history->steps[i].subject, to);
}
