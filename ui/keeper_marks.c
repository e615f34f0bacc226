/* The bookmarks on disk: as the plan, in one file. */
#include "ui/keeper_parts.h"

#include "base/tr.h"

static bool tell_bookmarks(Keeper *keeper) {
    keeper->news.bookmarks = &keeper->bookmarks.bookmarks;
    return keeper_tell(keeper, NEWS_BOOKMARKS);
}

bool keeper_read_marks(Keeper *keeper) {
    if (is_absent(keeper->marks_path))
        return false;
    if (bookmarks_open(keeper->marks_path, &keeper->bookmarks, &keeper->news.err))
        return tell_bookmarks(keeper);
    return keeper_tell(keeper, NEWS_BOOKMARKS_DAMAGED);
}

bool keeper_refresh_marks(Keeper *keeper, const App *app) {
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
    return opened ? tell_bookmarks(keeper) : keeper_tell(keeper, NEWS_BOOKMARKS_DAMAGED);
}

/* A file that could not be read is tried again, and ours go in beside what it has. */
bool keeper_save_marks(Keeper *keeper, const App *app) {
    BookmarksFile *file = &keeper->bookmarks;
    bool merged;
    if (is_absent(keeper->marks_path)) {
        err_set(&keeper->news.err, "%s",
                _("there is no folder for plans: neither XDG_DATA_HOME nor HOME names one"));
        return keeper_tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    }
    if (file->path == NULL && !bookmarks_open(keeper->marks_path, file, &keeper->news.err))
        return keeper_tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    if (!is_absent(app->work.bookmarks_unsaved) &&
        !keeper_look_again_at_marks(keeper, &app->work.bookmarks, &keeper->news.err))
        return keeper_tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    bookmarks_release(&file->bookmarks);
    bookmarks_copy(&file->bookmarks, &app->work.bookmarks);
    if (!bookmarks_save(file, &merged, &keeper->news.err))
        return keeper_tell(keeper, NEWS_BOOKMARKS_UNSAVED);
    return tell_bookmarks(keeper);
}
