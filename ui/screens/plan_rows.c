/*
 * See plan_rows.h. What an order compares is worked out once for each row, as a few numbers;
 * the place in the plan comes last, so that equals keep their order.
 */
#include "ui/screens/plan_rows.h"

#include "base/bug.h"
#include "plan/seen.h"

#include <stdlib.h>

/* ---- rows ---- */

/* Weeks end on Sunday, months on their last day; the first that holds the date counts. */
static PlanDue due_of(Date date, Date today) {
    int days = (int)(date_to_days(date) - date_to_days(today));
    if (!date_is_known(date))
        return DUE_NONE;
    if (days < 0)
        return DUE_OVERDUE;
    if (days <= 6 - date_weekday(today))
        return DUE_WITHIN_WEEK;
    return date.year == today.year && date.month == today.month ? DUE_WITHIN_MONTH : DUE_LATER;
}

static PlanRow row_of(const App *app, int place) {
    const PlanItem *item = &app->work.plan.items[place];
    PlanRow row = {.item = item, .status = plan_status_of(item), .place = place};
    row.program = work_item_program(app, item);
    row.step = row.program == NULL       ? work_item_step(app, item)
               : row.program->cross_step ? 0
                                         : row.program->step;
    date_parse_iso(plan_text(item, PLAN_DUE), &row.date);
    row.due = plan_status_is_final(row.status) ? DUE_COUNT : due_of(row.date, app->today);
    row.days = (int)(date_to_days(row.date) - date_to_days(app->today));
    return row;
}

PlanRows plan_rows_all(const App *app, Arena *arena) {
    PlanRows rows = {arena_new(arena, PlanRow, app->work.plan.count), 0};
    for (; rows.count < (int)app->work.plan.count; rows.count++)
        rows.at[rows.count] = row_of(app, rows.count);
    return rows;
}

const PlanRow *plan_row_selected(const PlanRows *rows, const PlanState *state) {
    for (int i = 0; state->program != NULL && i < rows->count; i++)
        if (strcmp(rows->at[i].item->program, state->program) == 0)
            return &rows->at[i];
    int place = MAX_OF(MIN_OF(state->list.selected, rows->count - 1), 0);
    return rows->count == 0 ? NULL : &rows->at[place];
}

bool plan_row_is_changed(Arena *arena, const PlanRow *row) {
    return row->program == NULL || plan_item_changes(arena, row->item, row->program).count > 0;
}

/* ---- the filter ---- */

unsigned plan_filter_bits(const PlanFilter *filter, FilterGroup group) {
    switch (group) {
    case FILTER_STEP:
        return filter->steps;
    case FILTER_STATUS:
        return filter->statuses;
    case FILTER_DUE:
        return filter->dues;
    case FILTER_CHANGED:
        return filter->changed ? 1 : 0;
    case FILTER_GROUPS:
        break;
    }
    BUG("no such group of the filter");
}

static void set_bits(PlanFilter *filter, FilterGroup group, unsigned bits) {
    if (group == FILTER_STEP)
        filter->steps = bits;
    else if (group == FILTER_STATUS)
        filter->statuses = bits;
    else if (group == FILTER_DUE)
        filter->dues = bits;
    else
        filter->changed = bits != 0;
}

void plan_filter_toggle(PlanFilter *filter, FilterGroup group, unsigned bit) {
    set_bits(filter, group, plan_filter_bits(filter, group) ^ bit);
}

bool plan_filter_is_on(const PlanFilter *filter) {
    return filter->steps != 0 || filter->statuses != 0 || filter->dues != 0 || filter->changed;
}

unsigned plan_row_bit(Arena *arena, const PlanRow *row, FilterGroup group) {
    switch (group) {
    case FILTER_STEP:
        return 1u << row->step;
    case FILTER_STATUS:
        return 1u << row->status;
    case FILTER_DUE:
        return row->due == DUE_COUNT ? 0 : 1u << row->due;
    default:
        return row->item->conflicts.count > 0 || plan_row_is_changed(arena, row) ? 1 : 0;
    }
}

/* What costs most is asked last. */
static bool passes(Arena *arena, const PlanRow *row, const PlanFilter *filter, FilterGroup but) {
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++) {
        unsigned bits = group == but ? 0 : plan_filter_bits(filter, group);
        if (bits != 0 && (bits & plan_row_bit(arena, row, group)) == 0)
            return false;
    }
    return true;
}

int plan_filter_count(const PlanRows *all, Arena *arena, const PlanFilter *filter,
                      FilterGroup group, unsigned bit) {
    int count = 0;
    for (int i = 0; i < all->count; i++)
        count += (bit == 0 || (bit & plan_row_bit(arena, &all->at[i], group)) != 0) &&
                 passes(arena, &all->at[i], filter, group);
    return count;
}

/* Asked for every hint of every view, so the whole list is made only when it has to be. */
const PlanRow *plan_selected(const App *app, Arena *arena, const PlanState *state) {
    PlanRow *row = arena_new(arena, PlanRow, 1);
    const Plan *plan = &app->work.plan;
    size_t place = state->program == NULL ? plan->count : plan_index(plan, state->program);
    if (place < plan->count) {
        *row = row_of(app, (int)place);
        if (passes(arena, row, &state->filter, FILTER_GROUPS))
            return row;
    }
    PlanRows all = plan_rows_all(app, arena);
    PlanRows rows = plan_rows_shown(&all, arena, state);
    return plan_row_selected(&rows, state);
}

/* ---- the order ---- */

enum { KEYS = 5, NEVER = INT32_MAX };

typedef struct Keyed {
    int keys[KEYS];
    const PlanRow *row;
} Keyed;

/* As the roadmap has them: step by step, what serves every step at the end. */
static int step_place(const PlanRow *row) {
    return row->step == 0 ? STEP_COUNT + 1 : row->step;
}

static int number_of(const PlanRow *row) {
    return row->program == NULL || row->program->number == 0 ? NEVER : row->program->number;
}

static int days_of(const PlanRow *row) {
    return date_is_known(row->date) ? row->days : NEVER;
}

static Keyed keyed(const PlanRow *row, PlanSort sort) {
    int step = step_place(row), number = number_of(row), days = days_of(row);
    switch (sort) {
    case SORT_STEP:
        return (Keyed){{step, number, row->place}, row};
    case SORT_DUE:
        return (Keyed){{row->due, days, step, number, row->place}, row};
    case SORT_STATUS:
        return (Keyed){{(int)row->status, days, step, number, row->place}, row};
    default:
        return (Keyed){{row->place}, row};
    }
}

static int compare(const void *a, const void *b) {
    const Keyed *left = a, *right = b;
    int i = 0;
    while (i < KEYS - 1 && left->keys[i] == right->keys[i])
        i++;
    return (left->keys[i] > right->keys[i]) - (left->keys[i] < right->keys[i]);
}

PlanRows plan_rows_shown(const PlanRows *all, Arena *arena, const PlanState *state) {
    Keyed *order = arena_new(arena, Keyed, (size_t)all->count);
    PlanRows rows = {arena_new(arena, PlanRow, (size_t)all->count), 0};
    int count = 0;
    for (int i = 0; i < all->count; i++)
        if (passes(arena, &all->at[i], &state->filter, FILTER_GROUPS))
            order[count++] = keyed(&all->at[i], state->sort);
    qsort(order, (size_t)count, sizeof *order, compare);
    for (; rows.count < count; rows.count++)
        rows.at[rows.count] = *order[rows.count].row;
    return rows;
}

/* The months of what is due later stand under headings of their own. */
int plan_row_heading(const PlanRow *row, PlanSort sort) {
    enum { MONTHS = 12 };
    switch (sort) {
    case SORT_STEP:
        return 1 + row->step;
    case SORT_DUE:
        return row->due == DUE_LATER ? row->date.year * MONTHS + row->date.month
                                     : -1 - (int)row->due;
    case SORT_STATUS:
        return 1 + (int)row->status;
    default:
        return 0;
    }
}
