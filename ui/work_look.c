/* What screens ask about the active plan and the bookmarks (work.h). */
#include "ui/app.h"

#include "report/words.h"

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
