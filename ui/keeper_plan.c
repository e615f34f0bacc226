/*
 * The active plan on disk. The app has the plan as the user sees it, the keeper the same plan as
 * it is on disk; saving is copying the first over the second and letting the shelf merge and write.
 */
#include "ui/keeper_parts.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/fields.h"
#include "plan/merge.h"
#include "text/nfc.h"

#include <errno.h>
#include <unistd.h>

/* ---- opening ---- */

static bool tell_opened(Keeper *keeper, NewsKind kind) {
    keeper->news.plan = &keeper->plan.plan;
    keeper->news.file = keeper->plan.file;
    return keeper_tell(keeper, kind);
}

/* The newest version that can be read, offered in the place of what is damaged. */
static void find_version(Keeper *keeper, const char *file) {
    VersionList list;
    Err ignored;
    keeper->news.plan = NULL;
    if (!shelf_history(&keeper->shelf, &keeper->answers, file, &list, &ignored))
        return;
    for (size_t i = 0; i < list.count && keeper->news.plan == NULL; i++) {
        Plan version;
        if (!shelf_version(&keeper->shelf, file, list.at[i].number, &version, &ignored))
            continue;
        plan_release(&keeper->version);
        keeper->version = version;
        keeper->news.plan = &keeper->version;
        keeper->news.version = list.at[i].number;
        keeper->news.when = list.at[i].when;
    }
}

static const char *name_of_file(Keeper *keeper, const char *file) {
    Str name = str(file);
    if (name.len > 5 && strcmp(file + name.len - 5, ".yaml") == 0)
        name.len -= 5;
    return arena_copy(&keeper->answers, name);
}

static bool tell_damaged(Keeper *keeper, const char *file, const Err *err) {
    shelf_close(&keeper->plan);
    keeper->news.err = *err;
    keeper->news.file = file;
    keeper->news.text = name_of_file(keeper, file);
    find_version(keeper, file);
    return keeper_tell(keeper, NEWS_DAMAGED);
}

bool keeper_is_there(Keeper *keeper, const char *file) {
    return access(shelf_path(&keeper->shelf, &keeper->answers, file), F_OK) == 0;
}

bool keeper_is_gone(Keeper *keeper, const char *file) {
    bool absent = !keeper_is_there(keeper, file) && errno == ENOENT;
    return absent && access(keeper->shelf.plans, R_OK | X_OK) == 0;
}

bool keeper_open(Keeper *keeper, const char *file, ShelfPlan *out, Err *err) {
    if (!keeper_is_gone(keeper, file))
        return shelf_open(&keeper->shelf, file, out, err);
    err_set(err, _("%s is gone: another has removed or renamed this plan."), file);
    return false;
}

bool keeper_open_plan(Keeper *keeper, const char *file) {
    ShelfPlan plan = {0};
    Err err;
    const char *kept = arena_copy(&keeper->answers, str(file)); /* it may be the plan's own */
    if (keeper_open(keeper, kept, &plan, &err)) {
        shelf_close(&keeper->plan);
        keeper->plan = plan;
        return tell_opened(keeper, NEWS_OPENED);
    }
    if (keeper_is_there(keeper, kept))
        return tell_damaged(keeper, kept, &err);
    keeper->news.err = err;
    return keeper_tell(keeper, NEWS_REFUSED);
}

/* ---- saving ---- */

bool keeper_name_is_taken(Keeper *keeper, const char *name, const char *own, Err *why) {
    ShelfRows rows;
    Err ignored;
    Arena *arena = &keeper->answers;
    if (!shelf_list(&keeper->shelf, arena, &rows, &ignored))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        const ShelfRow *row = &rows.at[i];
        /* One that cannot be read is named after its file: it may only be so for now. */
        if (is_absent(row->problem) && strcmp(row->file, own) != 0 &&
            str_equal(text_nfc(arena, str(row->name)), text_nfc(arena, str(name)))) {
            err_set(why, _("there is a plan '%s' already"), plan_quote(arena, str(row->name)));
            return true;
        }
    }
    return false;
}

bool keeper_put(Keeper *keeper, ShelfPlan *plan, const char *now, ShelfSaved *saved, Err *err) {
    if (!plan->has_base || strcmp(plan->plan.name, plan->base.name) == 0)
        return shelf_save(&keeper->shelf, plan, now, saved, err);
    char *name = mem_copy_string(plan->plan.name);
    plan_store(&plan->plan.name, plan->base.name);
    bool done = shelf_rename(&keeper->shelf, plan, name, (PlanTime){.now = now}, saved, err);
    free(name);
    return done;
}

/* The plan's first file. Another session may have made one of this name: then both go in. */
static bool make_file(Keeper *keeper, const Plan *mine, const char *now, Plan *out, Err *err) {
    ShelfRow row;
    Err why, ignored;
    if (shelf_create(&keeper->shelf, mine->name, now, &keeper->plan, &why)) {
        plan_copy(out, mine);
        plan_store(&out->created, now);
        return true;
    }
    if (!shelf_find(&keeper->shelf, &keeper->answers, mine->name, &row, &ignored) ||
        strcmp(row.name, mine->name) != 0 ||
        !shelf_open(&keeper->shelf, row.file, &keeper->plan, &ignored)) {
        *err = why;
        return false;
    }
    plan_merge(out, NULL, mine, &keeper->plan.plan);
    return true;
}

/* Another took the name that the plan was given here: all else of it is saved, without that. */
static void give_up_name(Keeper *keeper, Err *why) {
    ShelfPlan *plan = &keeper->plan;
    if (plan->has_base && strcmp(plan->plan.name, plan->base.name) != 0 &&
        keeper_name_is_taken(keeper, plan->plan.name, plan->file, why))
        plan_store(&plan->plan.name, plan->base.name);
}

/* A plan whose first save made the file but went no further began when the file did. */
static void copy_mine(const Keeper *keeper, const Work *work, Plan *out) {
    plan_copy(out, &work->plan);
    if (is_absent(work->file))
        plan_store(&out->created, keeper->plan.base.created);
}

static bool save(Keeper *keeper, const App *app, ShelfSaved *saved, Err *err) {
    const Work *work = &app->work;
    Plan mine;
    *saved = (ShelfSaved){0};
    if (is_absent(keeper->shelf.plans)) {
        err_set(err, "%s",
                _("there is no folder for plans: neither XDG_DATA_HOME nor HOME names one"));
        return false;
    }
    if (keeper->plan.file != NULL)
        copy_mine(keeper, work, &mine);
    else if (!make_file(keeper, &work->plan, work->now, &mine, err))
        return false;
    if (!is_absent(work->unsaved) && !keeper_look_again(keeper, &mine, err)) {
        plan_release(&mine);
        return false;
    }
    plan_release(&keeper->plan.plan);
    keeper->plan.plan = mine;
    give_up_name(keeper, err);
    return keeper_put(keeper, &keeper->plan, work->now, saved, err);
}

bool keeper_save(Keeper *keeper, const App *app) {
    if (!save(keeper, app, &keeper->news.saved, &keeper->news.err))
        return keeper_tell(keeper, NEWS_NOT_SAVED);
    return tell_opened(keeper, NEWS_SAVED);
}

/* Another plan may take its place: whoever asks for that asks for EFFECT_SAVE first. */
bool keeper_is_safe(Keeper *keeper, const App *app) {
    if (is_absent(app->work.unsaved))
        return true;
    err_set(&keeper->news.err, _("First this plan must be saved: %s"), app->work.unsaved);
    return !keeper_tell(keeper, NEWS_REFUSED);
}

/* ---- what others changed ---- */

bool keeper_refresh(Keeper *keeper, const App *app) {
    ShelfPlan now = {0};
    Err err;
    const char *file = app->work.file;
    if (is_absent(file) || !is_absent(app->work.unsaved) || !keeper_is_there(keeper, file))
        return false;
    if (!shelf_open(&keeper->shelf, file, &now, &err))
        return is_absent(app->work.problem) ? tell_damaged(keeper, file, &err) : false;
    bool same = is_absent(app->work.problem) && keeper->plan.file != NULL &&
                plan_equal(&now.plan, &keeper->plan.base);
    shelf_close(same ? &now : &keeper->plan);
    if (same)
        return false;
    keeper->plan = now;
    return tell_opened(keeper, NEWS_REFRESHED);
}

/* ---- new plans ---- */

bool keeper_new_plan(Keeper *keeper, const App *app, const char *name) {
    ShelfPlan plan = {0};
    if (!keeper_is_safe(keeper, app))
        return true;
    if (!shelf_create(&keeper->shelf, name, app->work.now, &plan, &keeper->news.err))
        return keeper_tell(keeper, NEWS_REFUSED);
    shelf_close(&keeper->plan);
    keeper->plan = plan;
    return tell_opened(keeper, NEWS_OPENED);
}

/* The items of `from` under the name and dates of *plan. */
static void take_items(Plan *plan, const Plan *from) {
    Plan copy;
    plan_copy(&copy, from);
    plan_store(&copy.name, plan->name);
    plan_store(&copy.created, plan->created);
    plan_store(&copy.updated, plan->updated);
    copy.archived = false;
    plan_release(plan);
    *plan = copy;
}

static bool copy_plan(Keeper *keeper, const Plan *from, const char *name, const char *now) {
    ShelfPlan plan = {0};
    ShelfSaved saved;
    Err *err = &keeper->news.err;
    bool done = shelf_create(&keeper->shelf, name, now, &plan, err);
    if (done) {
        take_items(&plan.plan, from);
        done = shelf_save(&keeper->shelf, &plan, now, &saved, err);
    }
    shelf_close(done ? &keeper->plan : &plan);
    if (!done)
        return keeper_tell(keeper, NEWS_REFUSED);
    keeper->plan = plan;
    return tell_opened(keeper, NEWS_OPENED);
}

/* Of the active plan as it is seen, on disk or not: then nothing of it can be lost either. */
bool keeper_duplicate(Keeper *keeper, const App *app, const Effect *effect) {
    const Work *work = &app->work;
    ShelfPlan from = {0};
    if (strcmp(effect->file, work->file) == 0)
        return copy_plan(keeper, &work->plan, effect->text, work->now);
    if (!keeper_is_safe(keeper, app))
        return true;
    if (!keeper_open(keeper, effect->file, &from, &keeper->news.err))
        return keeper_tell(keeper, NEWS_REFUSED);
    copy_plan(keeper, &from.plan, effect->text, work->now);
    shelf_close(&from);
    return true;
}

bool keeper_restore(Keeper *keeper, const App *app, const char *file) {
    const Work *work = &app->work;
    ShelfSaved saved;
    if (!shelf_restore(&keeper->shelf, file, work->plan.name, work->version, work->now, &saved,
                       &keeper->news.err))
        return keeper_tell(keeper, NEWS_REFUSED);
    return keeper_open_plan(keeper, file);
}

/* ---- lists ---- */

bool keeper_list(Keeper *keeper) {
    if (is_absent(keeper->shelf.plans))
        return false;
    bool listed =
        shelf_list(&keeper->shelf, &keeper->answers, &keeper->news.rows, &keeper->news.err);
    return keeper_tell(keeper, listed ? NEWS_SHELF : NEWS_REFUSED);
}
