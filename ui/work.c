/*
 * See work.h; work_undo.c takes changes back, work_news.c takes in what became of saving them,
 * work_look.c answers questions. A change is made in memory, becomes a step of the history and is
 * asked to be saved, in this order; a save that fails changes none of it, so that nothing typed is
 * lost.
 */
#include "ui/work_parts.h"

#include "base/mem.h"
#include "report/words.h"
#include "ui/screens/screens.h"

#include <stdarg.h>

/* ---- beginning and end ---- */

void work_init(App *app, bool read_only) {
    Work *work = &app->work;
    *work = (Work){.read_only = read_only,
                   .file = mem_copy_string(""),
                   .unsaved = mem_copy_string(""),
                   .problem = mem_copy_string(""),
                   .version_when = mem_copy_string(""),
                   .bookmarks_unsaved = mem_copy_string(""),
                   .bookmarks_problem = mem_copy_string(""),
                   .now = "1970-01-01T00:00:00Z"};
    /* TRANSLATORS: the plan that a first-time user gets without being asked */
    plan_init(&work->plan, _("My plan"), work->now);
}

void work_release(App *app) {
    Work *work = &app->work;
    plan_release(&work->plan);
    bookmarks_release(&work->bookmarks);
    history_release(&work->history);
    arena_release(&work->shelf_arena);
    free(work->file);
    free(work->unsaved);
    free(work->problem);
    free(work->version_when);
    free(work->bookmarks_unsaved);
    free(work->bookmarks_problem);
}

PlanTime work_time(const App *app) {
    return (PlanTime){app->work.now, app->today};
}

/* ---- may it be changed ---- */

const char *work_why_fixed(const App *app) {
    if (app->work.read_only)
        return _("kairo was opened for reading only (--read-only).");
    if (!is_absent(app->work.problem))
        return _("The plan's file is damaged and is only shown; P offers the last good version.");
    return NULL;
}

bool work_may_change(App *app) {
    const char *why = work_why_fixed(app);
    if (why != NULL)
        app_say(app, "%s", why);
    return why == NULL;
}

/* ---- saying and saving ---- */

static void push(App *app, PlanChange *change, const char *name, const char *subject,
                 EffectKind save) {
    Work *work = &app->work;
    if (!history_push(&work->history, name, subject, change))
        return;
    if (is_absent(work->file) && is_absent(work->unsaved))
        plan_store(&work->plan.created, work->now); /* a first plan begins with its first change */
    app_say(app, "%s", name);
    app_ask(app, (Effect){.kind = save});
}

void work_did(App *app, PlanChange *change, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *name = arena_vprintf(&app->scratch, format, arguments);
    va_end(arguments);
    push(app, change, name, app->work.file, EFFECT_SAVE);
    plan_change_release(change);
}

/* A change made, or the sentence that says why not. */
static bool finish(App *app, bool made, PlanChange *change, const Err *err, const char *name) {
    if (made)
        push(app, change, name, app->work.file, EFFECT_SAVE);
    else
        app_say(app, "%s", err->text);
    plan_change_release(change);
    return made;
}

/* Of several changes that make one step, all or none. */
static void take_back(Plan *plan, bool made, PlanChange *change) {
    Err ignored;
    if (!made && change->count > 0)
        plan_undo(plan, change, &ignored);
}

/* ---- programs ---- */

void work_remove_item(App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    PlanChange change = {0};
    Err err;
    if (item == NULL || !work_may_change(app))
        return;
    const char *name =
        arena_printf(&app->scratch, _("Took \"%s\" out of the plan"), work_item_name(app, item));
    finish(app, plan_remove(&app->work.plan, program, work_time(app), &change, &err), &change, &err,
           name);
}

void work_toggle_program(App *app, const Program *program) {
    PlanChange change = {0};
    Err err;
    if (work_item(app, program->id) != NULL) {
        work_remove_item(app, program->id);
        return;
    }
    if (!work_may_change(app))
        return;
    const char *name =
        arena_printf(&app->scratch, _("Put \"%s\" in the plan"), words_program_name(program));
    finish(app, plan_add(&app->work.plan, program, work_time(app), &change, &err), &change, &err,
           name);
}

static bool add_all(App *app, const Program *const *programs, size_t count, PlanChange *change,
                    Err *err) {
    for (size_t i = 0; i < count; i++)
        if (work_item(app, programs[i]->id) == NULL &&
            !plan_add(&app->work.plan, programs[i], work_time(app), change, err))
            return false;
    return true;
}

bool work_add_programs(App *app, const Program *const *programs, size_t count) {
    PlanChange change = {0};
    Err err;
    if (!work_may_change(app))
        return false;
    bool made = add_all(app, programs, count, &change, &err);
    take_back(&app->work.plan, made, &change);
    long added = (long)change.count;
    const char *name = arena_printf(
        &app->scratch,
        tr_plural("Put %ld program in the plan", "Put %ld programs in the plan", added), added);
    return finish(app, made, &change, &err, name);
}

/* What setting a field is called, in `arena`. */
static const char *set_name(App *app, const PlanItem *item, PlanField field, Str typed) {
    const char *name = work_item_name(app, item), *label = plan_field_label(field);
    if (typed.len == 0)
        /* TRANSLATORS: Cleared the due date of "JETRO library" */
        return arena_printf(&app->scratch, _("Cleared the %2$s of \"%1$s\""), name, label);
    /* TRANSLATORS: Set the due date of "JETRO library" */
    return arena_printf(&app->scratch, _("Set the %2$s of \"%1$s\""), name, label);
}

bool work_set(App *app, const char *program, PlanField field, Str typed) {
    const PlanItem *item = work_item(app, program);
    PlanChange change = {0};
    Err err;
    if (item == NULL || !work_may_change(app))
        return false;
    const char *name = set_name(app, item, field, typed);
    return finish(app,
                  plan_set(&app->work.plan, program, field, typed, work_time(app), &change, &err),
                  &change, &err, name);
}

bool work_set_status(App *app, const char *program, PlanStatus status, const char *reason) {
    const PlanItem *item = work_item(app, program);
    PlanChange change = {0};
    Err err;
    if (item == NULL || !work_may_change(app))
        return false;
    Plan *plan = &app->work.plan;
    PlanTime when = work_time(app);
    const char *name = arena_printf(&app->scratch, _("Set the status of \"%1$s\" to %2$s"),
                                    work_item_name(app, item), plan_status_label(status));
    bool made =
        plan_set(plan, program, PLAN_STATUS, str(plan_status_word(status)), when, &change, &err) &&
        (!plan_status_asks_reason(status) ||
         plan_set(plan, program, PLAN_REASON, str(reason), when, &change, &err));
    take_back(plan, made, &change);
    return finish(app, made, &change, &err, name);
}

bool work_estimate(App *app, const Program *program, Str typed, const char *terms) {
    bool there = work_item(app, program->id) != NULL;
    PlanChange change = {0};
    Err err;
    if (!work_may_change(app))
        return false;
    Plan *plan = &app->work.plan;
    PlanTime when = work_time(app);
    const char *name = arena_printf(&app->scratch,
                                    there ? _("Set the estimate of \"%s\"")
                                          : _("Put \"%s\" in the plan with its estimate"),
                                    words_program_name(program));
    bool made = (there || plan_add(plan, program, when, &change, &err)) &&
                plan_set(plan, program->id, PLAN_ESTIMATE, typed, when, &change, &err) &&
                plan_set(plan, program->id, PLAN_TERMS, str(terms), when, &change, &err);
    take_back(plan, made, &change);
    return finish(app, made, &change, &err, name);
}

/* ---- bookmarks ---- */

void work_toggle_bookmark(App *app, BookmarkKind kind, const char *id, const char *name) {
    Work *work = &app->work;
    const char *key = bookmark_key(&app->scratch, kind, id);
    PlanChange change = {0};
    Err err;
    if (work->read_only) {
        work_may_change(app);
        return;
    }
    bool is_set = bookmarks_find(&work->bookmarks, key) != NULL;
    bool made = is_set ? bookmarks_unset(&work->bookmarks, key, &change, &err)
                       : bookmarks_set(&work->bookmarks, key, name, work->now, &change, &err);
    const char *did = arena_printf(
        &app->scratch, is_set ? _("Took the bookmark off \"%s\"") : _("Set a bookmark on \"%s\""),
        name);
    if (made)
        push(app, &change, did, WORK_BOOKMARKS, EFFECT_SAVE_BOOKMARKS);
    else
        app_say(app, "%s", err.text);
    plan_change_release(&change);
}

/* ---- what could not be saved ---- */

void work_retry(App *app) {
    if (!is_absent(app->work.unsaved))
        app_ask(app, (Effect){.kind = EFFECT_SAVE});
    if (!is_absent(app->work.bookmarks_unsaved))
        app_ask(app, (Effect){.kind = EFFECT_SAVE_BOOKMARKS});
}

bool work_is_unsaved(const App *app) {
    return !is_absent(app->work.unsaved) || !is_absent(app->work.bookmarks_unsaved);
}
