/* See keeper.h: what is done to a plan that is not the active one. It is opened, changed, saved
   and closed again, by the same rules as the one that is. */
#include "ui/keeper_parts.h"

#include "base/mem.h"
#include "base/tr.h"

static bool archive(Keeper *keeper, ShelfPlan *plan, PlanTime when, Err *err) {
    return plan_archive(&plan->plan, !plan->plan.archived, when, &keeper->change, err);
}

static bool change_it(Keeper *keeper, ShelfPlan *plan, const App *app, const Effect *effect,
                      Err *err) {
    PlanTime when = {app->work.now, app->today};
    switch (effect->kind) {
    case EFFECT_RENAME_PLAN:
        return plan_rename(&plan->plan, effect->text, when, &keeper->change, err);
    case EFFECT_ARCHIVE_PLAN:
        return archive(keeper, plan, when, err);
    case EFFECT_UNDO_PLAN:
        return plan_undo(&plan->plan, effect->change, err);
    default:
        return plan_redo(&plan->plan, effect->change, err);
    }
}

static bool walks(const Effect *effect) {
    return effect->kind == EFFECT_UNDO_PLAN || effect->kind == EFFECT_REDO_PLAN;
}

static void tell_done(Keeper *keeper, const ShelfPlan *plan, const Effect *effect) {
    News *news = &keeper->news;
    news->kind = walks(effect) ? NEWS_OTHER_WALKED : NEWS_OTHER_DONE;
    news->back = effect->kind == EFFECT_UNDO_PLAN;
    news->old_file = effect->file;
    news->file = arena_copy(&keeper->answers, str(plan->file));
    news->text = arena_copy(&keeper->answers, str(plan->plan.name));
    news->archived = plan->plan.archived;
    news->change = &keeper->change;
}

/* A step that can never be walked must not stand before the others. */
static void tell_not_done(Keeper *keeper, const Effect *effect, bool for_ever) {
    keeper->news.kind = walks(effect) && for_ever ? NEWS_OTHER_STUCK : NEWS_REFUSED;
    keeper->news.back = effect->kind == EFFECT_UNDO_PLAN;
}

/* The list says what is wrong; a message has no room for a path and a sentence. */
static void tell_unread(Keeper *keeper, const Effect *effect) {
    bool gone = keeper_is_gone(keeper, effect->file);
    if (!gone)
        err_set(&keeper->news.err, _("%s cannot be read; the list of plans (p) says why."),
                effect->file);
    tell_not_done(keeper, effect, gone);
}

static void put(Keeper *keeper, const App *app, ShelfPlan *plan, const Effect *effect) {
    News *news = &keeper->news;
    const char *name = arena_copy(&keeper->answers, str(plan->plan.name));
    Err ignored;
    if (keeper_put(keeper, plan, app->work.now, &news->saved, &news->err))
        tell_done(keeper, plan, effect);
    else
        tell_not_done(keeper, effect, keeper_name_is_taken(keeper, name, plan->file, &ignored));
}

bool keeper_other(Keeper *keeper, const App *app, const Effect *effect) {
    News *news = &keeper->news;
    ShelfPlan plan = {0};
    if (!keeper_open(keeper, effect->file, &plan, &news->err)) {
        tell_unread(keeper, effect);
        return true;
    }
    if (!change_it(keeper, &plan, app, effect, &news->err))
        tell_not_done(keeper, effect, true);
    else
        put(keeper, app, &plan, effect);
    shelf_close(&plan);
    return true;
}
