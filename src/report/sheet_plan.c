/* See sheet_plan.h. An item is canonical text already, so a cell is a field but for the documents.
 */
#include "report/sheet_plan.h"

#include "plan/fields.h"

/* After the program's id, in the order of the JSON. */
static const PlanField columns[] = {PLAN_NAME,  PLAN_STEP, PLAN_STATUS,    PLAN_REASON,  PLAN_NOTE,
                                    PLAN_OWNER, PLAN_DUE,  PLAN_DOCUMENTS, PLAN_ESTIMATE};
enum { COLUMNS = COUNT_OF(columns) + 1 };

static const char *documents(Arena *arena, const PlanItem *item) {
    const char *all = "";
    PlanDocument document;
    for (Str rest = str(plan_text(item, PLAN_DOCUMENTS)); plan_document_next(&rest, &document);)
        all = arena_printf(arena, "%s%s[%c] %.*s", all, is_absent(all) ? "" : "; ",
                           document.done ? 'x' : ' ', STR_ARG(document.name));
    return all;
}

Table sheet_of_plan(Arena *arena, const Plan *plan) {
    const char **heads = arena_new(arena, const char *, COLUMNS);
    TableRow *rows = arena_new(arena, TableRow, plan->count);
    heads[0] = "program";
    for (size_t k = 1; k < COLUMNS; k++)
        heads[k] = plan_field_key(columns[k - 1]);
    for (size_t i = 0; i < plan->count; i++) {
        const char **cells = arena_new(arena, const char *, COLUMNS);
        cells[0] = plan->items[i].program;
        for (size_t k = 1; k < COLUMNS; k++)
            cells[k] = columns[k - 1] == PLAN_DOCUMENTS
                           ? documents(arena, &plan->items[i])
                           : plan_text(&plan->items[i], columns[k - 1]);
        rows[i].cells = (Strings){cells, COLUMNS};
    }
    return (Table){
        .title = "", .columns = {heads, COLUMNS}, .rows = {rows, plan->count}, .note = ""};
}
