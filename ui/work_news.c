/* What became of saving, opening and changing plans and bookmarks (work.h), taken in. */
#include "ui/work_parts.h"

#include "ui/screens/screens.h"

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
        work_walked(app, news->back);
        history_move_subject(&work->history, news->old_file, news->file);
        break;
    case NEWS_OTHER_STUCK:
        work_cannot_walk(app, news->back, &news->err);
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
