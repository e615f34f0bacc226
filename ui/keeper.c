/* See keeper.h. What it is made of, who carries out which effect, and the beginning. */
#include "ui/keeper_parts.h"

#include "base/tr.h"
#include "ui/recall.h"

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

bool keeper_tell(Keeper *keeper, NewsKind kind) {
    keeper->news.kind = kind;
    return true;
}

/* ---- dispatch ---- */

static bool carry_out(Keeper *keeper, const App *app, const Effect *effect) {
    switch (effect->kind) {
    case EFFECT_SAVE:
        return keeper_save(keeper, app);
    case EFFECT_SAVE_BOOKMARKS:
        return keeper_save_marks(keeper, app);
    case EFFECT_REFRESH:
        return keeper_refresh(keeper, app);
    case EFFECT_REFRESH_BOOKMARKS:
        return keeper_refresh_marks(keeper, app);
    case EFFECT_LIST_PLANS:
        return keeper_list(keeper);
    case EFFECT_OPEN_PLAN:
        return !keeper_is_safe(keeper, app) || keeper_open_plan(keeper, effect->file);
    case EFFECT_NEW_PLAN:
        return keeper_new_plan(keeper, app, effect->text);
    case EFFECT_DUPLICATE_PLAN:
        return keeper_duplicate(keeper, app, effect);
    case EFFECT_RESTORE_PLAN:
        return keeper_restore(keeper, app, effect->file);
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
    return keeper_tell(keeper, NEWS_REFUSED);
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
           keeper_is_there(keeper, file);
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
    if (!is_absent(file) && keeper_open_plan(keeper, file))
        send(app, &keeper->news);
    keeper->news = (News){.kind = NEWS_REFUSED};
    if (keeper_read_marks(keeper))
        send(app, &keeper->news);
    if (recall)
        recall_read(app, buf_str(&session));
    else
        recall_compared(app, buf_str(&session));
    keeper->news = (News){.kind = NEWS_REFUSED};
    if (shows_plans(app) && keeper_list(keeper))
        send(app, &keeper->news);
    buf_release(&session);
    arena_release(&arena);
}
