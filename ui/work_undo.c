/*
 * Undo and redo (work.h): one history for the active plan, other plans and bookmarks. A step of
 * another plan is walked by the keeper, on disk, and what comes of that returns as news.
 */
#include "ui/work_parts.h"

#include "ui/screens/screens.h"

const char *work_why_no_undo(const App *app) {
    if (history_undo(&app->work.history) == NULL)
        return _("There is nothing to undo in this session.");
    return NULL;
}

const char *work_why_no_redo(const App *app) {
    if (history_redo(&app->work.history) == NULL)
        return _("There is nothing to do again.");
    return NULL;
}

static void say_walked(App *app, const char *name, bool back) {
    if (back)
        app_say(app, _("Undone: %s"), name);
    else
        app_say(app, _("Done again: %s"), name);
}

void work_walked(App *app, bool back) {
    History *history = &app->work.history;
    const HistoryStep *step = back ? history_undo(history) : history_redo(history);
    if (step == NULL)
        return;
    say_walked(app, step->name, back);
    if (back)
        history_went_back(history);
    else
        history_went_forth(history);
}

void work_cannot_walk(App *app, bool back, const Err *err) {
    app_say(app, "%s", err->text);
    if (back)
        history_drop_undo(&app->work.history);
    else
        history_drop_redo(&app->work.history);
}

static bool apply(Work *work, const HistoryStep *step, bool of_bookmarks, bool back, Err *err) {
    if (of_bookmarks)
        return bookmarks_apply(&work->bookmarks, &step->change, back, err);
    return back ? plan_undo(&work->plan, &step->change, err)
                : plan_redo(&work->plan, &step->change, err);
}

static void walk(App *app, bool back) {
    Work *work = &app->work;
    const HistoryStep *step = back ? history_undo(&work->history) : history_redo(&work->history);
    Err err;
    if (step == NULL)
        return;
    bool of_bookmarks = strcmp(step->subject, WORK_BOOKMARKS) == 0;
    if (!of_bookmarks && strcmp(step->subject, work->file) != 0) {
        app_ask(app, (Effect){.kind = back ? EFFECT_UNDO_PLAN : EFFECT_REDO_PLAN,
                              .file = arena_copy(&app->scratch, str(step->subject)),
                              .change = &step->change});
        return;
    }
    if (!(of_bookmarks ? !work->read_only : work_may_change(app)))
        return;
    if (!apply(work, step, of_bookmarks, back, &err)) {
        work_cannot_walk(app, back, &err);
        return;
    }
    work_walked(app, back);
    app_ask(app, (Effect){.kind = of_bookmarks ? EFFECT_SAVE_BOOKMARKS : EFFECT_SAVE});
}

void work_undo(App *app) {
    walk(app, true);
}

void work_redo(App *app) {
    walk(app, false);
}
