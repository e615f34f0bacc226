/*
 * See work.h. A change is made in memory, becomes a step of the history and is asked to be
 * saved, in this order; a save that fails changes none of it, so that nothing typed is lost.
 */
#include "ui/app.h"

#include "base/bug.h"
#include "base/mem.h"
#include "report/words.h"
#include "ui/screens/screens.h"

#include <stdarg.h>

/* Whose step it is, for bookmarks; no plan's file is called so. */
static const char bookmarks_subject[] = "bookmarks";

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
    if (!made && change.count > 0) {
        Err ignored;
        plan_undo(&app->work.plan, &change, &ignored);
    }
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

/* Of several changes that make one step, all or none. */
static void take_back(Plan *plan, bool made, PlanChange *change) {
    Err ignored;
    if (!made && change->count > 0)
        plan_undo(plan, change, &ignored);
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
        push(app, &change, did, bookmarks_subject, EFFECT_SAVE_BOOKMARKS);
    else
        app_say(app, "%s", err.text);
    plan_change_release(&change);
}

/* ---- undo and redo ---- */

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

static void walked(App *app, bool back) {
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

/* Another has changed the same meanwhile: the step can never be taken back. */
static void cannot_walk(App *app, bool back, const Err *err) {
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
    bool of_bookmarks = strcmp(step->subject, bookmarks_subject) == 0;
    if (!of_bookmarks && strcmp(step->subject, work->file) != 0) {
        app_ask(app, (Effect){.kind = back ? EFFECT_UNDO_PLAN : EFFECT_REDO_PLAN,
                              .file = arena_copy(&app->scratch, str(step->subject)),
                              .change = &step->change});
        return;
    }
    if (!(of_bookmarks ? !work->read_only : work_may_change(app)))
        return;
    if (!apply(work, step, of_bookmarks, back, &err)) {
        cannot_walk(app, back, &err);
        return;
    }
    walked(app, back);
    app_ask(app, (Effect){.kind = of_bookmarks ? EFFECT_SAVE_BOOKMARKS : EFFECT_SAVE});
}

void work_undo(App *app) {
    walk(app, true);
}

void work_redo(App *app) {
    walk(app, false);
}

void work_retry(App *app) {
    if (!is_absent(app->work.unsaved))
        app_ask(app, (Effect){.kind = EFFECT_SAVE});
    if (!is_absent(app->work.bookmarks_unsaved))
        app_ask(app, (Effect){.kind = EFFECT_SAVE_BOOKMARKS});
}

bool work_is_unsaved(const App *app) {
    return !is_absent(app->work.unsaved) || !is_absent(app->work.bookmarks_unsaved);
}

/* ---- news ---- */

static void take_plan(Work *work, const Plan *plan) {
    Plan copy;
    plan_copy(&copy, plan);
    plan_release(&work->plan);
    work->plan = copy;
}

/* The plan got its first file, or was renamed on disk: its steps follow. */
static void take_file(Work *work, const char *file) {
    if (strcmp(work->file, file) != 0)
        history_move_subject(&work->history, work->file, file);
    plan_store(&work->file, file);
}

static void say_saved(App *app, const ShelfSaved *saved, bool was_unsaved) {
    long conflicts = (long)saved->conflicts;
    if (conflicts > 0)
        app_say(app,
                tr_plural("Another changed the same meanwhile: %ld conflict; both are kept.",
                          "Another changed the same meanwhile: %ld conflicts; both are kept.",
                          conflicts),
                conflicts);
    else if (saved->merged)
        app_say(app, "%s", _("Saved, together with what another changed meanwhile."));
    else if (saved->gone)
        app_say(app, "%s",
                _("The plan's file was removed or renamed meanwhile; it was written again."));
    else if (!is_absent(saved->not_kept.text))
        app_say(app, _("Saved, but the version before was not kept: %s"), saved->not_kept.text);
    else if (was_unsaved)
        app_say(app, "%s", _("Saved now."));
}

static void news_saved(App *app, const News *news) {
    bool was_unsaved = !is_absent(app->work.unsaved);
    take_plan(&app->work, news->plan);
    take_file(&app->work, news->file);
    plan_store(&app->work.unsaved, "");
    say_saved(app, &news->saved, was_unsaved);
}

static void news_opened(App *app, const News *news) {
    Work *work = &app->work;
    take_plan(work, news->plan);
    plan_store(&work->file, news->file);
    plan_store(&work->problem, "");
    plan_store(&work->unsaved, "");
    work->version = 0;
}

static void news_damaged(App *app, const News *news) {
    Work *work = &app->work;
    Plan empty;
    plan_init(&empty, news->text, work->now);
    take_plan(work, news->plan == NULL ? &empty : news->plan);
    plan_release(&empty);
    plan_store(&work->file, news->file);
    plan_store(&work->problem, news->err.text);
    plan_store(&work->unsaved, "");
    plan_store(&work->version_when, news->when == NULL ? "" : news->when);
    work->version = news->version;
    app_say(app, _("This plan is damaged and is only shown: %s"), news->err.text);
}

static void news_not_saved(App *app, char **unsaved, const Err *err) {
    plan_store(unsaved, err->text);
    app_say(app, _("NOT saved, kept in memory, R tries again: %s"), err->text);
}

static const char *other_name(App *app, const News *news) {
    bool renamed = news->change->count > 0 && news->change->edits[0].kind == EDIT_RENAME;
    if (renamed)
        return arena_printf(&app->scratch, _("Renamed the plan to \"%s\""), news->text);
    if (news->archived)
        return arena_printf(&app->scratch, _("Put the plan \"%s\" in the archive"), news->text);
    return arena_printf(&app->scratch, _("Brought the plan \"%s\" back from the archive"),
                        news->text);
}

/* Another plan's step joins the history under its own file. */
static void news_other_done(App *app, const News *news) {
    const char *name = other_name(app, news);
    history_move_subject(&app->work.history, news->old_file, news->file);
    if (history_push(&app->work.history, name, news->file, news->change))
        app_say(app, "%s", name);
}

static void news_shelf(Work *work, ShelfRows rows) {
    arena_reset(&work->shelf_arena);
    ShelfRow *copies = arena_new(&work->shelf_arena, ShelfRow, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        Arena *arena = &work->shelf_arena;
        copies[i] = rows.at[i];
        copies[i].file = arena_copy(arena, str(rows.at[i].file));
        copies[i].name = arena_copy(arena, str(rows.at[i].name));
        copies[i].problem = arena_copy(arena, str(rows.at[i].problem));
        copies[i].updated = arena_copy(arena, str(rows.at[i].updated));
    }
    work->shelf = (ShelfRows){copies, rows.count};
}

static void news_bookmarks(App *app, const News *news) {
    Work *work = &app->work;
    Bookmarks copy;
    bool was_unsaved = !is_absent(work->bookmarks_unsaved);
    bookmarks_copy(&copy, news->bookmarks);
    bookmarks_release(&work->bookmarks);
    work->bookmarks = copy;
    plan_store(&work->bookmarks_unsaved, "");
    plan_store(&work->bookmarks_problem, "");
    if (was_unsaved)
        app_say(app, "%s", _("Saved now."));
}

void work_news(App *app, const News *news) {
    Work *work = &app->work;
    switch (news->kind) {
    case NEWS_SAVED:
        news_saved(app, news);
        break;
    case NEWS_NOT_SAVED:
        news_not_saved(app, &work->unsaved, &news->err);
        break;
    case NEWS_OPENED:
        news_opened(app, news);
        break;
    case NEWS_REFRESHED:
        news_opened(app, news);
        app_say(app, "%s", _("Another changed this plan; what you see is up to date again."));
        break;
    case NEWS_DAMAGED:
        news_damaged(app, news);
        break;
    case NEWS_OTHER_DONE:
        news_other_done(app, news);
        break;
    case NEWS_OTHER_WALKED:
        walked(app, news->back);
        history_move_subject(&work->history, news->old_file, news->file);
        break;
    case NEWS_OTHER_STUCK:
        cannot_walk(app, news->back, &news->err);
        break;
    case NEWS_REFUSED:
        app_say(app, "%s", news->err.text);
        break;
    case NEWS_SHELF:
        news_shelf(work, news->rows);
        break;
    case NEWS_BOOKMARKS:
        news_bookmarks(app, news);
        break;
    case NEWS_BOOKMARKS_UNSAVED:
        news_not_saved(app, &work->bookmarks_unsaved, &news->err);
        break;
    case NEWS_BOOKMARKS_DAMAGED:
        plan_store(&work->bookmarks_problem, news->err.text);
        app_say(app, _("The bookmarks on disk cannot be read: %s"), news->err.text);
        break;
    case NEWS_EDITED:
        note_edited(app, news->text);
        break;
    case NEWS_DIAGNOSIS:
    case NEWS_HOLIDAYS: /* late.h */
    case NEWS_QR:
    case NEWS_EXPORTED:
    case NEWS_EXPORT_EXISTS: /* screens/export.c */
        break;
    }
}

/* ---- looking ---- */

const PlanItem *work_item(const App *app, const char *program) {
    return plan_find(&app->work.plan, program);
}

bool work_is_bookmarked(const App *app, BookmarkKind kind, const char *id) {
    for (size_t i = 0; i < app->work.bookmarks.count; i++) {
        BookmarkKind its_kind;
        const char *its_id;
        if (bookmark_key_parts(app->work.bookmarks.at[i].key, &its_kind, &its_id) &&
            its_kind == kind && strcmp(its_id, id) == 0)
            return true;
    }
    return false;
}

const Program *work_item_program(const App *app, const PlanItem *item) {
    return catalogue_program(app->catalogue, item->program);
}

const char *work_item_name(const App *app, const PlanItem *item) {
    const Program *program = work_item_program(app, item);
    if (program != NULL)
        return words_program_name(program);
    return is_absent(plan_text(item, PLAN_NAME)) ? item->program : plan_text(item, PLAN_NAME);
}

/* Where the catalogue has it now; else where it was. */
int work_item_step(const App *app, const PlanItem *item) {
    const Program *program = work_item_program(app, item);
    if (program != NULL)
        return program->cross_step ? 0 : program->step;
    const char *step = plan_text(item, PLAN_STEP);
    return step[0] >= '1' && step[0] <= '4' && step[1] == '\0' ? step[0] - '0' : 0;
}

Progress work_progress(const App *app, int step) {
    Progress progress = {0};
    const Plan *plan = &app->work.plan;
    for (size_t i = 0; i < plan->count; i++) {
        if (work_item_step(app, &plan->items[i]) != step)
            continue;
        PlanStatus status = plan_status_of(&plan->items[i]);
        progress.planned++;
        progress.done += status == PLAN_DONE;
        progress.dropped += status == PLAN_REJECTED || status == PLAN_DROPPED;
    }
    return progress;
}
