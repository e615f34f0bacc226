/*
 * What news of plans mean for their list. Its rows are known by files, and a file moves with
 * the plan's name; a plan that was switched to shows where its company stands: on the roadmap.
 */
#include "ui/screens/screens.h"

static void list_again(App *app) {
    app_ask(app, (Effect){.kind = EFFECT_LIST_PLANS});
}

/* The file of a plan is called otherwise now: who stands on it follows. */
static void follow(App *app, const char *from, const char *to) {
    const char *kept = app_keep_text(app, to);
    for (int i = 0; i < app->depth; i++) {
        ScreenState *state = &app->stack[i];
        const char **file = state->id == SCREEN_PLANS    ? &state->plans.file
                            : state->id == SCREEN_PROMPT ? &state->prompt.subject
                                                         : NULL;
        bool of_plan = state->id == SCREEN_PLANS || state->prompt.kind >= PROMPT_PLAN_NEW;
        if (file != NULL && *file != NULL && of_plan && strcmp(*file, from) == 0)
            *file = kept;
    }
}

static void moved(App *app, const char *from, const char *to) {
    if (strcmp(from, to) != 0)
        follow(app, from, to);
    list_again(app);
}

/* ---- switching ---- */

void plans_switch(App *app, Effect effect) {
    if (!is_absent(app->work.unsaved))
        app_ask(app, (Effect){.kind = EFFECT_SAVE});
    app_ask(app, effect);
}

static bool is_switch(EffectKind kind) {
    return kind == EFFECT_OPEN_PLAN || kind == EFFECT_NEW_PLAN || kind == EFFECT_DUPLICATE_PLAN;
}

void plans_show_active(App *app) {
    const Plan *plan = &app->work.plan;
    const char *name = plan_quote(&app->scratch, str(plan->name));
    if (plan->count > 0 || app->work.read_only)
        app_say(app, _("You are now working on \"%s\"."), name);
    else
        app_say(app, _("You are now working on \"%s\"; Space on a program puts it in."), name);
    if (app_screen(app)->id == SCREEN_PLANS)
        app_go_to_step(app, app->stack[0].roadmap.pane);
}

/* ---- steps of other plans ---- */

/* Which plan it was in, unless the step's name says so itself. */
static void say_walked(App *app, const News *news) {
    const History *history = &app->work.history;
    const HistoryStep *step = news->back ? history_redo(history) : history_undo(history);
    PlanEditKind kind = step->change.edits[0].kind;
    const char *plan = plan_quote(&app->scratch, str(news->text));
    if (kind == EDIT_RENAME || kind == EDIT_ARCHIVE)
        return;
    if (news->back)
        /* TRANSLATORS: the plan's name, then what was done there */
        app_say(app, _("Undone in the plan \"%1$s\": %2$s"), plan, step->name);
    else
        app_say(app, _("Done again in the plan \"%1$s\": %2$s"), plan, step->name);
}

/* ---- all news ---- */

static bool is_rename(const HistoryStep *step) {
    return step != NULL && step->change.count > 0 && step->change.edits[0].kind == EDIT_RENAME;
}

/* The step by which the plan would have another name than it has: done or undone in vain. */
static void forget_rename(App *app) {
    History *history = &app->work.history;
    const HistoryStep *done = history_undo(history), *undone = history_redo(history);
    const char *name = app->work.plan.name;
    if (is_rename(done) && strcmp(done->change.edits[0].from, name) == 0)
        history_drop_undo(history);
    else if (is_rename(undone) && strcmp(undone->change.edits[0].to, name) == 0)
        history_drop_redo(history);
}

static void saved(App *app, const News *news, const char *file) {
    if (strcmp(file, news->file) != 0)
        moved(app, file, news->file);
    if (is_absent(news->err.text))
        return;
    forget_rename(app);
    list_again(app);
    app_say(app, _("The plan keeps its name: %s"), news->err.text);
}

/* A copy of a plan that never was on disk takes its place, and its steps of undo. */
static void opened(App *app, const News *news, const char *file) {
    if (!is_switch(news->of))
        return;
    if (is_absent(file))
        history_move_subject(&app->work.history, file, news->file);
    plans_show_active(app);
    if (news->of != EFFECT_OPEN_PLAN)
        list_again(app);
}

/* The plan's own screen says what is wrong and offers a version. */
static void damaged(App *app, const News *news) {
    if (news->of == EFFECT_OPEN_PLAN && app_screen(app)->id == SCREEN_PLANS)
        app_run(app, CMD_PLAN);
}

/* The row may be of a plan that is no longer there. */
static void refused(App *app, const News *news) {
    bool of_row = news->of == EFFECT_OPEN_PLAN || news->of == EFFECT_DUPLICATE_PLAN ||
                  news->of == EFFECT_RENAME_PLAN || news->of == EFFECT_ARCHIVE_PLAN;
    if (of_row && !work_is_unsaved(app))
        list_again(app);
}

void plans_news(App *app, const News *news, const char *file) {
    switch (news->kind) {
    case NEWS_SAVED:
        saved(app, news, file);
        break;
    case NEWS_OPENED:
        opened(app, news, file);
        break;
    case NEWS_DAMAGED:
        damaged(app, news);
        break;
    case NEWS_OTHER_DONE:
        moved(app, news->old_file, news->file);
        break;
    case NEWS_OTHER_WALKED:
        say_walked(app, news);
        moved(app, news->old_file, news->file);
        break;
    case NEWS_REFUSED:
        refused(app, news);
        break;
    default:
        break;
    }
}
