/*
 * See keeper.h. The app has the plan as the user sees it, the keeper the same plan as it is on
 * disk; saving is copying the first over the second and letting the shelf merge and write.
 */
#include "ui/keeper.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/fields.h"
#include "plan/merge.h"
#include "text/nfc.h"
#include "ui/recall.h"

#include <errno.h>
#include <unistd.h>

/* ~/ for the home, so that it fits on a line. */
static const char *below_home(Keeper *keeper, const Surroundings *at, const char *path) {
    size_t len = strlen(at->home);
    bool below = len > 1 && strncmp(path, at->home, len) == 0 && path[len] == '/';
    return below ? arena_printf(&keeper->paths, "~%s", path + len) : path;
}

void keeper_init(Keeper *keeper, const Surroundings *at, bool read_only) {
    *keeper = (Keeper){.session_fd = -1, .read_only = read_only};
    keeper->shelf = (Shelf){paths_plans(&keeper->paths, at), paths_versions(&keeper->paths, at)};
    keeper->marks_path = paths_bookmarks(&keeper->paths, at);
    keeper->chosen = "";
    keeper->catalogue = paths_catalogue(&keeper->paths, at);
    keeper->holidays = paths_holidays(&keeper->paths, at);
    keeper->holidays_shown = below_home(keeper, at, keeper->holidays);
    keeper->session = paths_session(&keeper->paths, at);
    keeper->home = at->home;
    buf_init(&keeper->session_written, RECALL_MOST);
}

void keeper_release(Keeper *keeper) {
    shelf_close(&keeper->plan);
    bookmarks_close(&keeper->bookmarks);
    plan_release(&keeper->version);
    keeper_forget_late(keeper);
    plan_change_release(&keeper->change);
    buf_release(&keeper->session_written);
    if (keeper->session_fd >= 0)
        close(keeper->session_fd);
    arena_release(&keeper->paths);
    arena_release(&keeper->answers);
}

static bool tell(Keeper *keeper, NewsKind kind) {
    keeper->news.kind = kind;
    return true;
}

/* ---- opening ---- */

static bool tell_opened(Keeper *keeper, NewsKind kind) {
    keeper->news.plan = &keeper->plan.plan;
    keeper->news.file = keeper->plan.file;
    return tell(keeper, kind);
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
    return tell(keeper, NEWS_DAMAGED);
}

static bool is_there(Keeper *keeper, const char *file) {
    return access(shelf_path(&keeper->shelf, &keeper->answers, file), F_OK) == 0;
}

bool keeper_is_gone(Keeper *keeper, const char *file) {
    bool absent = !is_there(keeper, file) && errno == ENOENT;
    return absent && access(keeper->shelf.plans, R_OK | X_OK) == 0;
}

bool keeper_open(Keeper *keeper, const char *file, ShelfPlan *out, Err *err) {
    if (!keeper_is_gone(keeper, file))
        return shelf_open(&keeper->shelf, file, out, err);
    err_set(err, _("%s is gone: another has removed or renamed this plan."), file);
    return false;
}

static bool open_plan(Keeper *keeper, const char *file) {
    ShelfPlan plan = {0};
    Err err;
    const char *kept = arena_copy(&keeper->answers, str(file)); /* it may be the plan's own */
    if (keeper_open(keeper, kept, &plan, &err)) {
        shelf_close(&keeper->plan);
        keeper->plan = plan;
        return tell_opened(keeper, NEWS_OPENED);
    }
    if (is_there(keeper, kept))
        return tell_damaged(keeper, kept, &err);
    keeper->news.err = err;
    return tell(keeper, NEWS_REFUSED);
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

static bool save_and_tell(Keeper *keeper, const App *app) {
    if (!save(keeper, app, &keeper->news.saved, &keeper->news.err))
        return tell(keeper, NEWS_NOT_SAVED);
    return tell_opened(keeper, NEWS_SAVED);
}

/* Another plan may take its place: whoever asks for that asks for EFFECT_SAVE first. */
static bool is_safe(Keeper *keeper, const App *app) {
    if (is_absent(app->work.unsaved))
        return true;
    err_set(&keeper->news.err, _("First this plan must be saved: %s"), app->work.unsaved);
    return !tell(keeper, NEWS_REFUSED);
}

/* ---- what others changed ---- */

static bool refresh_plan(Keeper *keeper, const App *app) {
    ShelfPlan now = {0};
    Err err;
    const char *file = app->work.file;
    if (is_absent(file) || !is_absent(app->work.unsaved) || !is_there(keeper, file))
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

static bool new_plan(Keeper *keeper, const App *app, const char *name) {
    ShelfPlan plan = {0};
    if (!is_safe(keeper, app))
        return true;
    if (!shelf_create(&keeper->shelf, name, app->work.now, &plan, &keeper->news.err))
        return tell(keeper, NEWS_REFUSED);
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
        return tell(keeper, NEWS_REFUSED);
    keeper->plan = plan;
    return tell_opened(keeper, NEWS_OPENED);
}

/* Of the active plan as it is seen, on disk or not: then nothing of it can be lost either. */
static bool duplicate(Keeper *keeper, const App *app, const Effect *effect) {
    const Work *work = &app->work;
    ShelfPlan from = {0};
    if (strcmp(effect->file, work->file) == 0)
        return copy_plan(keeper, &work->plan, effect->text, work->now);
    if (!is_safe(keeper, app))
        return true;
    if (!keeper_open(keeper, effect->file, &from, &keeper->news.err))
        return tell(keeper, NEWS_REFUSED);
    copy_plan(keeper, &from.plan, effect->text, work->now);
    shelf_close(&from);
    return true;
}

static bool restore(Keeper *keeper, const App *app, const char *file) {
    const Work *work = &app->work;
    ShelfSaved saved;
    if (!shelf_restore(&keeper->shelf, file, work->plan.name, work->version, work->now, &saved,
                       &keeper->news.err))
        return tell(keeper, NEWS_REFUSED);
    return open_plan(keeper, file);
}

/* ---- lists ---- */

static bool list_plans(Keeper *keeper) {
    if (is_absent(keeper->shelf.plans))
        return false;
    bool listed =
        shelf_list(&keeper->shelf, &keeper->answers, &keeper->news.rows, &keeper->news.err);
    return tell(keeper, listed ? NEWS_SHELF : NEWS_REFUSED);
}

/* ---- bookmarks ---- */

static bool tell_bookmarks(Keeper *keeper) {
    keeper->news.bookmarks = &keeper->bookmarks.bookmarks;
    return tell(keeper, NEWS_BOOKMARKS);
}

static bool read_bookmarks(Keeper *keeper) {
    if (is_absent(keeper->marks_path))
        return false;
    if (bookmarks_open(keeper->marks_path, &keeper->bookmarks, &keeper->news.err))
        return tell_bookmarks(keeper);
    return tell(keeper, NEWS_BOOKMARKS_DAMAGED);
}

static bool refresh_bookmarks(Keeper *keeper, const App *app) {
    const Work *work = &app->work;
    BookmarksFile now;
    if (is_absent(keeper->marks_path) || !is_absent(work->bookmarks_unsaved))
        return false;
    bool opened = bookmarks_open(keeper->marks_path, &now, &keeper->news.err);
    bool is_new = opened ? !is_absent(work->bookmarks_problem) ||
                               !bookmarks_equal(&now.base, &keeper->bookmarks.base)
                         : is_absent(work->bookmarks_problem);
    bookmarks_close(opened && is_new ? &keeper->bookmarks : &now);
    if (opened && is_new)
        keeper->bookmarks = now;
    if (!is_new)
        return false;
    return opened ? tell_bookmarks(keeper) : tell(keeper, NEWS_BOOKMARKS_DAMAGED);
}

/* A file that could not be read is tried again, and ours go in beside what it has. */
static bool save_bookmarks(Keeper *keeper, const App *app) {
    BookmarksFile *file = &keeper->bookmarks;
    bool merged;
    if (is_absent(keeper->marks_path)) {
        err_set(&keeper->news.err, "%s",
                _("there is no folder for plans: neither XDG_DATA_HOME nor HOME names one"));
        return tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    }
    if (file->path == NULL && !bookmarks_open(keeper->marks_path, file, &keeper->news.err))
        return tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    if (!is_absent(app->work.bookmarks_unsaved) &&
        !keeper_look_again_at_marks(keeper, &app->work.bookmarks, &keeper->news.err))
        return tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    bookmarks_release(&file->bookmarks);
    bookmarks_copy(&file->bookmarks, &app->work.bookmarks);
    if (!bookmarks_save(file, &merged, &keeper->news.err))
        return tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    return tell_bookmarks(keeper);
}

/* ---- dispatch ---- */

static bool carry_out(Keeper *keeper, const App *app, const Effect *effect) {
    switch (effect->kind) {
    case EFFECT_SAVE:
        return save_and_tell(keeper, app);
    case EFFECT_SAVE_BOOKMARKS:
        return save_bookmarks(keeper, app);
    case EFFECT_REFRESH:
        return refresh_plan(keeper, app);
    case EFFECT_REFRESH_BOOKMARKS:
        return refresh_bookmarks(keeper, app);
    case EFFECT_LIST_PLANS:
        return list_plans(keeper);
    case EFFECT_OPEN_PLAN:
        return !is_safe(keeper, app) || open_plan(keeper, effect->file);
    case EFFECT_NEW_PLAN:
        return new_plan(keeper, app, effect->text);
    case EFFECT_DUPLICATE_PLAN:
        return duplicate(keeper, app, effect);
    case EFFECT_RESTORE_PLAN:
        return restore(keeper, app, effect->file);
    case EFFECT_RENAME_PLAN:
    case EFFECT_ARCHIVE_PLAN:
    case EFFECT_UNDO_PLAN:
    case EFFECT_REDO_PLAN:
        return keeper_other(keeper, app, effect);
    case EFFECT_EXPORT:
        return keeper_export(keeper, app, effect);
    case EFFECT_MAKE_QR:
        return keeper_make_qr(keeper, effect->text);
    case EFFECT_READ_DIAGNOSIS:
        return keeper_read_diagnosis(keeper, app);
    case EFFECT_READ_HOLIDAYS:
        return keeper_read_holidays(keeper);
    case EFFECT_QUIT:
    case EFFECT_SUSPEND:
    case EFFECT_REDRAW:
    case EFFECT_LOOK_UP:
    case EFFECT_COPY:
    case EFFECT_BROWSE:
    case EFFECT_EDIT_TEXT:
        return false;
    }
    return false;
}

/* What may be done when nothing may be written. */
static bool is_reading(EffectKind kind) {
    return kind == EFFECT_REFRESH || kind == EFFECT_REFRESH_BOOKMARKS ||
           kind == EFFECT_LIST_PLANS || kind == EFFECT_OPEN_PLAN || kind == EFFECT_READ_DIAGNOSIS ||
           kind == EFFECT_READ_HOLIDAYS || kind == EFFECT_MAKE_QR;
}

static bool refuse_writing(Keeper *keeper, EffectKind kind) {
    if (kind < EFFECT_SAVE || kind == EFFECT_EDIT_TEXT)
        return false;
    err_set(&keeper->news.err, "%s", _("kairo was opened for reading only (--read-only)."));
    return tell(keeper, NEWS_REFUSED);
}

/* A sentence that begins with a plan's whole path says more of folders than of what is wrong. */
static void shorten(const Keeper *keeper, Err *err) {
    size_t len = strlen(keeper->shelf.plans);
    if (len > 0 && strncmp(err->text, keeper->shelf.plans, len) == 0 && err->text[len] == '/')
        memmove(err->text, err->text + len + 1, strlen(err->text + len + 1) + 1);
}

bool keeper_perform(Keeper *keeper, const App *app, const Effect *effect, Event *event) {
    arena_reset(&keeper->answers);
    plan_change_release(&keeper->change);
    keeper->change = (PlanChange){0};
    keeper->news = (News){.kind = NEWS_REFUSED, .of = effect->kind};
    *event = (Event){.kind = EVENT_NEWS, .news = &keeper->news};
    if (keeper->read_only && !is_reading(effect->kind))
        return refuse_writing(keeper, effect->kind);
    bool told = carry_out(keeper, app, effect);
    if (told)
        shorten(keeper, &keeper->news.err);
    return told;
}

/* ---- the beginning ---- */

/* Nothing of the session says which: the one changed last, of those that are not put away. */
static const char *latest_plan(Keeper *keeper, Arena *arena) {
    ShelfRows rows;
    Err ignored;
    const char *file = "", *updated = "";
    if (is_absent(keeper->shelf.plans) || !shelf_list(&keeper->shelf, arena, &rows, &ignored))
        return "";
    for (size_t i = 0; i < rows.count; i++)
        if (!rows.at[i].archived && is_absent(rows.at[i].problem) &&
            strcmp(rows.at[i].updated, updated) > 0) {
            file = rows.at[i].file;
            updated = rows.at[i].updated;
        }
    return file;
}

static bool find_plan(Keeper *keeper, Arena *arena, const char *name, const char **file, Err *err) {
    ShelfRow row;
    if (is_absent(keeper->shelf.plans)) {
        err_set(err, "%s",
                _("there is no folder for plans: neither XDG_DATA_HOME nor HOME names one"));
        return false;
    }
    bool found = shelf_find(&keeper->shelf, arena, name, &row, err);
    *file = found ? arena_copy(&keeper->paths, str(row.file)) : "";
    return found;
}

bool keeper_choose(Keeper *keeper, const char *name, Err *err) {
    Arena arena = {0};
    bool found = is_absent(name) || find_plan(keeper, &arena, name, &keeper->chosen, err);
    arena_release(&arena);
    return found;
}

/* Whether a session's text may name it: a plan's file, in the folder, and there. */
static bool may_open(Keeper *keeper, const char *file) {
    return !is_absent(file) && file[0] != '.' && strchr(file, '/') == NULL &&
           is_there(keeper, file);
}

static const char *first_plan(Keeper *keeper, Arena *arena, Str session) {
    if (is_absent(keeper->shelf.plans) || !is_absent(keeper->chosen))
        return keeper->chosen;
    const char *file = recall_plan(session, arena);
    return may_open(keeper, file) ? file : latest_plan(keeper, arena);
}

static void send(App *app, const News *news) {
    Effects none = {.count = 0};
    app_update(app, &(Event){.kind = EVENT_NEWS, .news = news}, &none);
}

/* What the last session left; empty when there is none or it cannot be read. */
static void read_session(Keeper *keeper, Buf *out) {
    FileMark mark;
    Err ignored;
    buf_init(out, RECALL_MOST);
    Buf bytes;
    if (is_absent(keeper->session) || !safe_file_read(keeper->session, &bytes, &mark, &ignored))
        return;
    buf_add(out, buf_str(&bytes));
    buf_release(&bytes);
}

static bool shows_plans(const App *app) {
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i].id == SCREEN_PLANS)
            return true;
    return false;
}

void keeper_begin(Keeper *keeper, App *app, bool recall) {
    Arena arena = {0};
    Buf session;
    keeper_tidy(keeper);
    read_session(keeper, &session);
    const char *file = first_plan(keeper, &arena, buf_str(&session));
    keeper->news = (News){.kind = NEWS_REFUSED};
    if (!is_absent(file) && open_plan(keeper, file))
        send(app, &keeper->news);
    keeper->news = (News){.kind = NEWS_REFUSED};
    if (read_bookmarks(keeper))
        send(app, &keeper->news);
    if (recall)
        recall_read(app, buf_str(&session));
    else
        recall_compared(app, buf_str(&session));
    keeper->news = (News){.kind = NEWS_REFUSED};
    if (shows_plans(app) && list_plans(keeper))
        send(app, &keeper->news);
    buf_release(&session);
    arena_release(&arena);
}
