/* See sheet_plan.h. An item is canonical text already, so a cell is a field but for lists. */
#include "report/sheet_plan.h"

#include "plan/fields.h"
#include "query/grant.h"

#include <inttypes.h>

/* After the program's id, in the order of the JSON. */
static const PlanField fields[] = {PLAN_NAME,     PLAN_STEP,  PLAN_STATUS, PLAN_REASON,
                                   PLAN_NOTE,     PLAN_OWNER, PLAN_DUE,    PLAN_DOCUMENTS,
                                   PLAN_ESTIMATE, PLAN_TERMS};

enum {
    GRANT_YEN = COUNT_OF(fields) + 1, /* after the id and the fields */
    OWN_YEN,
    GRANT_WHY,
    COLUMNS
};

static const char *documents(Arena *arena, const PlanItem *item) {
    const char *all = "";
    PlanDocument document;
    for (Str rest = str(plan_text(item, PLAN_DOCUMENTS)); plan_document_next(&rest, &document);)
        all = arena_printf(arena, "%s%s[%c] %.*s", all, is_absent(all) ? "" : "; ",
                           document.done ? 'x' : ' ', STR_ARG(document.name));
    return all;
}

static const char *terms(Arena *arena, const PlanItem *item) {
    const char *all = "";
    Str term;
    for (Str rest = str(plan_text(item, PLAN_TERMS)); plan_term_next(&rest, &term);)
        all = arena_printf(arena, "%s%s%.*s", all, is_absent(all) ? "" : "; ", STR_ARG(term));
    return all;
}

static const char *cell(Arena *arena, const PlanItem *item, PlanField field) {
    if (field == PLAN_DOCUMENTS)
        return documents(arena, item);
    return field == PLAN_TERMS ? terms(arena, item) : plan_text(item, field);
}

static void set_grant(Arena *arena, const Catalogue *catalogue, const PlanItem *item,
                      const char **cells) {
    Grant grant = grant_of_item(catalogue, item);
    bool known = grant.why == GRANT_COMPUTED;
    cells[GRANT_YEN] = known ? arena_printf(arena, "%" PRId64, grant.grant) : "";
    cells[OWN_YEN] = known ? arena_printf(arena, "%" PRId64, grant.own) : "";
    cells[GRANT_WHY] = known ? "" : grant_why_key(grant.why);
}

Table sheet_of_plan(Arena *arena, const Catalogue *catalogue, const Plan *plan) {
    const char **heads = arena_new(arena, const char *, COLUMNS);
    TableRow *rows = arena_new(arena, TableRow, plan->count);
    heads[0] = "program";
    for (size_t k = 0; k < COUNT_OF(fields); k++)
        heads[k + 1] = plan_field_key(fields[k]);
    heads[GRANT_YEN] = "grant_yen";
    heads[OWN_YEN] = "own_yen";
    heads[GRANT_WHY] = "grant_why";
    for (size_t i = 0; i < plan->count; i++) {
        const char **cells = arena_new(arena, const char *, COLUMNS);
        cells[0] = plan->items[i].program;
        for (size_t k = 0; k < COUNT_OF(fields); k++)
            cells[k + 1] = cell(arena, &plan->items[i], fields[k]);
        set_grant(arena, catalogue, &plan->items[i], cells);
        rows[i].cells = (Strings){cells, COLUMNS};
    }
    return (Table){
        .title = "", .columns = {heads, COLUMNS}, .rows = {rows, plan->count}, .note = ""};
}
