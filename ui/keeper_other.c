/* See keeper.h: what is done to a plan that is not the active one. It is opened, changed, saved
   and closed again, by the same rules as the one that is. */
#include "ui/keeper.h"

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

static void tell_done(Keeper *keeper, const ShelfPlan *plan, const Effect *effect) {
    News *news = &keeper->news;
    bool walked = effect->kind == EFFECT_UNDO_PLAN || effect->kind == EFFECT_REDO_PLAN;
    news->kind = walked ? NEWS_OTHER_WALKED : NEWS_OTHER_DONE;
    news->back = effect->kind == EFFECT_UNDO_PLAN;
    news->old_file = effect->file;
    news->file = arena_copy(&keeper->answers, str(plan->file));
    news->text = arena_copy(&keeper->answers, str(plan->plan.name));
    news->archived = plan->plan.archived;
    news->change = &keeper->change;
}

bool keeper_other(Keeper *keeper, const App *app, const Effect *effect) {
    News *news = &keeper->news;
    ShelfPlan plan = {0};
    bool walks = effect->kind == EFFECT_UNDO_PLAN || effect->kind == EFFECT_REDO_PLAN;
    if (!shelf_open(&keeper->shelf, effect->file, &plan, &news->err))
        return true; /* NEWS_REFUSED */
    if (!change_it(keeper, &plan, app, effect, &news->err)) {
        news->kind = walks ? NEWS_OTHER_STUCK : NEWS_REFUSED;
        news->back = effect->kind == EFFECT_UNDO_PLAN;
    } else if (keeper_put(keeper, &plan, app->work.now, &news->saved, &news->err)) {
        tell_done(keeper, &plan, effect);
    }
    shelf_close(&plan);
    return true;
}
