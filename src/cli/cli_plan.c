/* kairo plan: what its commands share. */
#include "base/tr.h"
#include "cli/plan_desk.h"

int desk_fail(PlanDesk *desk, const Err *err) {
    cli_complain(desk->io->err, "%s", err->text);
    return CLI_FAILED;
}

const char *desk_argument(const PlanDesk *desk, size_t index) {
    return desk->options->arguments.at[index];
}

/* ---- plans ---- */

bool desk_find(PlanDesk *desk, ShelfRow *out) {
    Err err;
    if (shelf_find(&desk->shelf, &desk->arena, desk_argument(desk, 0), out, &err))
        return true;
    desk_fail(desk, &err);
    return false;
}

bool desk_open(PlanDesk *desk, ShelfPlan *out) {
    ShelfRow row;
    Err err;
    if (!desk_find(desk, &row))
        return false;
    if (shelf_open(&desk->shelf, row.file, out, &err))
        return true;
    desk_fail(desk, &err);
    if (!is_absent(row.problem))
        cli_complain(desk->io->err, "%s",
                     _("the plan is damaged and was left alone; kairo plan history NAME lists the "
                       "versions that kairo plan restore NAME VERSION brings back"));
    return false;
}

int desk_report(PlanDesk *desk, const ShelfSaved *saved) {
    long conflicts = (long)saved->conflicts;
    FILE *err = desk->io->err;
    if (conflicts > 0)
        cli_complain(err,
                     tr_plural("another changed the same meanwhile: %ld conflict; both are kept",
                               "another changed the same meanwhile: %ld conflicts; both are kept",
                               conflicts),
                     conflicts);
    if (saved->gone)
        cli_complain(err, "%s",
                     _("the plan's file was removed or renamed meanwhile; it was written again"));
    if (!is_absent(saved->not_kept.text))
        cli_complain(err, _("saved, but the version before was not kept: %s"),
                     saved->not_kept.text);
    return CLI_DONE;
}

void desk_say_conflicts(PlanDesk *desk, const Plan *plan) {
    size_t count = plan->conflicts.count;
    for (size_t i = 0; i < plan->count; i++)
        count += plan->items[i].conflicts.count;
    if (count > 0)
        cli_complain(desk->io->err,
                     tr_plural("%ld conflict in this plan is to be settled",
                               "%ld conflicts in this plan are to be settled", (long)count),
                     (long)count);
}

int desk_save(PlanDesk *desk, ShelfPlan *plan) {
    ShelfSaved saved;
    Err err;
    int status = shelf_save(&desk->shelf, plan, desk->when.now, &saved, &err)
                     ? desk_report(desk, &saved)
                     : desk_fail(desk, &err);
    shelf_close(plan);
    return status;
}

/* ---- running ---- */

static int run(PlanDesk *desk) {
    switch (desk->options->command) {
    case COMMAND_PLAN_LS:
        return plan_ls(desk);
    case COMMAND_PLAN_NEW:
        return plan_new(desk);
    case COMMAND_PLAN_SHOW:
        return plan_show(desk);
    case COMMAND_PLAN_ADD:
        return plan_add_programs(desk);
    case COMMAND_PLAN_SET:
        return plan_set_fields(desk);
    case COMMAND_PLAN_REMOVE:
        return plan_remove_programs(desk);
    case COMMAND_PLAN_RENAME:
        return plan_give_name(desk);
    case COMMAND_PLAN_ARCHIVE:
        return plan_put_aside(desk, true);
    case COMMAND_PLAN_UNARCHIVE:
        return plan_put_aside(desk, false);
    case COMMAND_PLAN_EXPORT:
        return plan_export(desk);
    case COMMAND_PLAN_HISTORY:
        return plan_history(desk);
    case COMMAND_PLAN_RESTORE:
        return plan_bring_back(desk);
    default:
        return CLI_USAGE;
    }
}

static int run_on_shelf(PlanDesk *desk) {
    Err ignored; /* what a killed save left is tidied away when it can be */
    desk->shelf = (Shelf){paths_plans(&desk->arena, desk->io->at),
                          paths_versions(&desk->arena, desk->io->at)};
    if (is_absent(desk->shelf.plans)) {
        cli_complain(desk->io->err, "%s",
                     _("there is no folder for plans: neither XDG_DATA_HOME nor HOME names one"));
        return CLI_FAILED;
    }
    safe_file_sweep(desk->shelf.plans, &ignored);
    return run(desk);
}

int cli_plan(const Options *options, const CliIo *io) {
    PlanDesk desk = {
        .options = options, .io = io, .when = {.now = io->now, .today = options->as_of}};
    int status =
        options->command == COMMAND_PLAN_MERGE ? plan_merge_files(&desk) : run_on_shelf(&desk);
    arena_release(&desk.arena);
    return status;
}
