/* See keeper.h: what became of a save that failed. */
#include "ui/keeper_parts.h"

/* What is on disk is what was last tried, which the keeper still has. */
static void take_as_base(ShelfPlan *plan, Plan *found, const FileMark *mark) {
    plan_release(&plan->base);
    plan->base = *found;
    plan->mark = *mark;
}

bool keeper_look_again(Keeper *keeper, const Plan *mine, Err *err) {
    ShelfPlan *plan = &keeper->plan;
    const char *path = shelf_path(&keeper->shelf, &keeper->answers, plan->file);
    Plan found;
    Buf bytes;
    FileMark mark;
    Err ignored;
    if (!plan->has_base || plan_equal(mine, &plan->plan))
        return true; /* the same again is written in any case, and is nobody else's */
    if (!safe_file_read(path, &bytes, &mark, err))
        return false;
    if (mark.exists && shelf_parse(buf_str(&bytes), path, &found, &ignored)) {
        if (plan_equal(&found, &plan->plan))
            take_as_base(plan, &found, &mark);
        else
            plan_release(&found);
    }
    buf_release(&bytes);
    return true;
}

bool keeper_look_again_at_marks(Keeper *keeper, const Bookmarks *mine, Err *err) {
    BookmarksFile *file = &keeper->bookmarks, now = {0};
    if (bookmarks_equal(mine, &file->bookmarks))
        return true;
    bool read = bookmarks_open(keeper->marks_path, &now, err);
    bool came = read && bookmarks_equal(&now.bookmarks, &file->bookmarks);
    bookmarks_close(came ? file : &now);
    if (came)
        *file = now;
    return read;
}
