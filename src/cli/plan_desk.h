/* Between the files of kairo plan: what each of its commands works with. */
#ifndef KAIRO_CLI_PLAN_DESK_H
#define KAIRO_CLI_PLAN_DESK_H

#include "cli/commands.h"
#include "plan/shelf.h"

typedef struct PlanDesk {
    const Options *options;
    const CliIo *io;
    Arena arena; /* until the command ends */
    Shelf shelf;
    PlanTime when;
} PlanDesk;

/* Each returns the exit status. */
int plan_ls(PlanDesk *desk);
int plan_show(PlanDesk *desk);
int plan_history(PlanDesk *desk);
int plan_new(PlanDesk *desk);
int plan_add_programs(PlanDesk *desk);
int plan_set_fields(PlanDesk *desk);
int plan_remove_programs(PlanDesk *desk);
int plan_give_name(PlanDesk *desk);
int plan_put_aside(PlanDesk *desk, bool archived); /* or takes it out again */
int plan_export(PlanDesk *desk);
int plan_bring_back(PlanDesk *desk);
int plan_merge_files(PlanDesk *desk);

/* What went wrong, on standard error; CLI_FAILED. */
int desk_fail(PlanDesk *desk, const Err *err);

/* Argument `index`, which options_parse has seen to. */
const char *desk_argument(const PlanDesk *desk, size_t index);

/* The plan of the first argument. False after it was said why not. */
bool desk_find(PlanDesk *desk, ShelfRow *out);
bool desk_open(PlanDesk *desk, ShelfPlan *out);

/* Says what there is to say of a save that succeeded; CLI_DONE. */
int desk_report(PlanDesk *desk, const ShelfSaved *saved);

/* Says that there are conflicts to be settled, if there are. */
void desk_say_conflicts(PlanDesk *desk, const Plan *plan);

/* Saves and closes. */
int desk_save(PlanDesk *desk, ShelfPlan *plan);

#endif
