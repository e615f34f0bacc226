/*
 * Between the files of the plan's screen: plan.c (state and commands), plan_view.c (the
 * list), plan_head.c (what stands over it), plan_filter.c (the popup).
 */
#ifndef KAIRO_UI_SCREENS_PLAN_SCREEN_H
#define KAIRO_UI_SCREENS_PLAN_SCREEN_H

#include "ui/screens/plan_rows.h"

/* Where the facts of an item stand, in cells from the left; -1 for what is not shown. */
typedef struct PlanColumns {
    bool stacked; /* too narrow: the facts stand under the name, one after another */
    int name, name_cols;
    int beside; /* the note's first line, when the name leaves room */
    int status, due, left, owner, changed, note, documents;
    int owner_cols;
} PlanColumns;

/* Lines that an item takes. */
typedef struct PlanRowLines {
    int heading; /* 0 or 1, and the blank line before it */
    int air;
    WrapLines name;
    int below; /* a remark, the facts */
} PlanRowLines;

/* Items of a step by their status. */
typedef struct StepCounts {
    int statuses[PLAN_STATUS_COUNT];
} StepCounts;

typedef struct PlanHead PlanHead;

/* The screen, measured. Lives in `arena`. */
typedef struct PlanView {
    const App *app;
    Arena *arena;
    const PlanState *state;
    PlanRows all, rows; /* of the plan, and those that are listed */
    ListState list;     /* the state's, with the row that has the selected id */
    StepCounts steps[STEP_COUNT + 1];
    PlanColumns columns;
    PlanRowLines *lines;
    int cols;
    bool focused; /* no popup lies over it */
    const PlanHead *head;
    int head_rows, list_rows;
} PlanView;

PlanView *plan_view_of(const App *app, Arena *arena, const PlanState *state);
List plan_view_list(const PlanView *view);
void plan_view_paint(const PlanView *view, const Canvas *body);

/* The row selected; NULL when none is listed. */
const PlanRow *plan_view_selected(const PlanView *view);

/* ---- the head ---- */

/* Takes at most `most` rows of the body. */
const PlanHead *plan_head_of(const PlanView *view, int most, int *rows);
/* Its last row is blank. */
bool plan_head_has_air(const PlanHead *head);
void plan_head_paint(const PlanView *view, const Canvas *body);

/* ---- words ---- */

const char *plan_sort_name(PlanSort sort);
/* "1 dropped"; "" for none. */
const char *plan_status_count(Arena *arena, PlanStatus status, int count);
/* "13 items", or how many a filter lets through of all. */
const char *plan_count_text(Arena *arena, int shown, int all);
const char *plan_due_name(PlanDue due);
const char *plan_step_name(const App *app, Arena *arena, int step);
const char *plan_group_name(FilterGroup group);
/* How many choices a group has, and what one is called. */
int plan_choice_count(FilterGroup group);
const char *plan_choice_name(const App *app, Arena *arena, FilterGroup group, int choice);

#endif
