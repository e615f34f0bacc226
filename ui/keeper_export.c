/* See keeper.h: a hand-out is made in memory and written at once and safely, or not at all. */
#include "ui/keeper_parts.h"

#include "base/tr.h"
#include "plan/safe_file.h"
#include "report/hand_out.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HAND_OUT_MOST = 64 << 20 };

/* A path that begins with "~/" is below the home. */
static const char *path_of(Keeper *keeper, const char *typed) {
    const char *home = keeper->home;
    if (!str_starts(str(typed), str("~/")) || is_absent(home))
        return arena_copy(&keeper->answers, str(typed));
    return arena_printf(&keeper->answers, "%s/%s", home, typed + 2);
}

static const char *folder_of(Keeper *keeper, const char *path) {
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_printf(&keeper->answers, "%.*s", (int)(slash - path), path);
}

/* A plan must not be lost because its file, or a link to it, was named. */
static bool is_among_plans(Keeper *keeper, const char *path) {
    struct stat plans, folder;
    char *real = realpath(path, NULL); /* NULL when there is nothing yet */
    const char *above = folder_of(keeper, real == NULL ? path : real);
    free(real);
    return stat(above, &folder) == 0 && stat(keeper->shelf.plans, &plans) == 0 &&
           folder.st_dev == plans.st_dev && folder.st_ino == plans.st_ino;
}

static bool print(const App *app, const char *form, Buf *out, Err *err) {
    HandOut what = {.form = hand_out_named(form),
                    .catalogue = app->catalogue,
                    .plan = &app->work.plan,
                    .file = app->work.file,
                    .as_of = app->today,
                    .zone = app->zone,
                    .setting = {HAND_OUT_CELLS, app->ambiguous, app->substitute},
                    .with_bom = true};
    return hand_out_print(out, &what, err);
}

static bool write_out(Keeper *keeper, const App *app, const Effect *effect, const char *path) {
    Buf out;
    Err *err = &keeper->news.err;
    buf_init(&out, HAND_OUT_MOST);
    bool written = print(app, effect->text, &out, err) &&
                   safe_file_save(path, buf_str(&out), NULL, NULL, NULL, err);
    buf_release(&out);
    return written;
}

bool keeper_export(Keeper *keeper, const App *app, const Effect *effect) {
    News *news = &keeper->news;
    const char *path = path_of(keeper, effect->file);
    struct stat there;
    news->file = arena_copy(&keeper->answers, str(effect->file));
    news->kind = NEWS_REFUSED;
    if (is_among_plans(keeper, path))
        err_set(&news->err, _("%s lies among the plans; name a file elsewhere"), news->file);
    else if (!effect->again && lstat(path, &there) == 0)
        news->kind = NEWS_EXPORT_EXISTS;
    else if (write_out(keeper, app, effect, path))
        news->kind = NEWS_EXPORTED;
    return true;
}
