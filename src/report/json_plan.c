/* See json_plan.h. */
#include "report/json_plan.h"

#include "plan/fields.h"
#include "query/grant.h"
#include "report/json.h"
#include "report/json_parts.h"

/* ---- the list ---- */

static json_t *row_value(const ShelfRow *row) {
    bool good = is_absent(row->problem);
    json_t *value = js_made(json_object());
    js_put_text(value, "name", row->name);
    js_put(value, "items", good ? json_integer((json_int_t)row->items) : json_null());
    js_put_text(value, "updated", row->updated);
    js_put(value, "archived", good ? json_boolean(row->archived) : json_null());
    js_put_text(value, "problem", row->problem);
    return value;
}

void json_print_shelf(Buf *out, ShelfRows rows) {
    json_t *root = js_made(json_object()), *plans = js_made(json_array());
    for (size_t i = 0; i < rows.count; i++)
        js_append(plans, row_value(&rows.at[i]));
    js_put(root, "schema", json_integer(JSON_SCHEMA));
    js_put(root, "plans", plans);
    js_print(out, root);
}

/* ---- one plan ---- */

static json_t *documents_value(const char *text) {
    json_t *array = js_made(json_array());
    Arena scratch = {0};
    PlanDocument document;
    for (Str rest = str(text); plan_document_next(&rest, &document);) {
        json_t *value = js_made(json_object());
        js_put(value, "name", js_text(arena_copy(&scratch, document.name)));
        js_put(value, "done", json_boolean(document.done));
        js_append(array, value);
    }
    arena_release(&scratch);
    return array;
}

static json_t *log_value(const PlanRecords *log) {
    json_t *array = js_made(json_array());
    for (size_t i = 0; i < log->count; i++) {
        json_t *value = js_made(json_object());
        js_put_text(value, "at", log->at[i].at);
        js_put_text(value, "field", log->at[i].field);
        js_put_text(value, "from", log->at[i].from);
        js_put_text(value, "to", log->at[i].to);
        js_append(array, value);
    }
    return array;
}

static json_t *conflicts_value(const PlanRecords *conflicts) {
    json_t *array = js_made(json_array());
    for (size_t i = 0; i < conflicts->count; i++) {
        json_t *value = js_made(json_object());
        js_put_text(value, "at", conflicts->at[i].at);
        js_put_text(value, "field", conflicts->at[i].field);
        js_put_text(value, "theirs", conflicts->at[i].to);
        js_append(array, value);
    }
    return array;
}

/* Canonical text of digits only. */
static void put_digits(json_t *object, const char *key, const char *digits) {
    js_put(object, key, is_absent(digits) ? json_null() : json_integer(strtoll(digits, NULL, 10)));
}

static void put_field(json_t *object, const PlanItem *item, PlanField field) {
    js_put_text(object, plan_field_key(field), plan_text(item, field));
}

static json_t *terms_value(const char *text) {
    json_t *array = js_made(json_array());
    Arena scratch = {0};
    Str term;
    for (Str rest = str(text); plan_term_next(&rest, &term);)
        js_append(array, js_text(arena_copy(&scratch, term)));
    arena_release(&scratch);
    return array;
}

static json_t *grant_value(const Catalogue *catalogue, const PlanItem *item) {
    json_t *value = js_made(json_object());
    Grant grant = grant_of_item(catalogue, item);
    bool known = grant.why == GRANT_COMPUTED;
    js_put(value, "yen", known ? json_integer(grant.grant) : json_null());
    js_put(value, "own_yen", known ? json_integer(grant.own) : json_null());
    js_put_text(value, "why", grant_why_key(grant.why));
    return value;
}

static json_t *totals_value(const Catalogue *catalogue, const Plan *plan) {
    json_t *value = js_made(json_object());
    GrantTotals totals = grant_totals(catalogue, plan);
    js_put(value, "cost_yen", json_integer(totals.cost));
    js_put(value, "grant_yen", json_integer(totals.grant));
    js_put(value, "own_yen", json_integer(totals.own));
    js_put(value, "not_computed", json_integer(totals.priced - totals.computed));
    js_put(value, "not_computed_yen", json_integer(totals.open_cost));
    return value;
}

static json_t *item_value(const Catalogue *catalogue, const PlanItem *item) {
    json_t *value = js_made(json_object());
    js_put_text(value, "program", item->program);
    put_field(value, item, PLAN_NAME);
    put_digits(value, "step", plan_text(item, PLAN_STEP));
    put_field(value, item, PLAN_STATUS);
    put_field(value, item, PLAN_REASON);
    put_field(value, item, PLAN_NOTE);
    put_field(value, item, PLAN_OWNER);
    put_field(value, item, PLAN_DUE);
    js_put(value, "documents", documents_value(plan_text(item, PLAN_DOCUMENTS)));
    put_digits(value, "estimate", plan_text(item, PLAN_ESTIMATE));
    js_put(value, "terms", terms_value(plan_text(item, PLAN_TERMS)));
    js_put(value, "grant", grant_value(catalogue, item));
    js_put(value, "log", log_value(&item->log));
    js_put(value, "conflicts", conflicts_value(&item->conflicts));
    return value;
}

static json_t *choices_value(const char *choices) {
    json_t *array = js_made(json_array());
    Str rest = str(choices), choice;
    if (strcmp(choices, ANSWER_SKIPPED) == 0)
        return array;
    while (answer_next(&rest, &choice))
        js_append(array, json_stringn(choice.at, choice.len));
    return array;
}

static json_t *answers_value(const Answers *answers) {
    json_t *value = js_made(json_object());
    for (size_t i = 0; i < answers->count; i++)
        js_put(value, answers->at[i].question, choices_value(answers->at[i].choices));
    return value;
}

static json_t *plan_value(const Catalogue *catalogue, const Plan *plan) {
    json_t *value = js_made(json_object());
    js_put_text(value, "name", plan->name);
    js_put_text(value, "created", plan->created);
    js_put_text(value, "updated", plan->updated);
    js_put(value, "archived", json_boolean(plan->archived));
    js_put(value, "answers", answers_value(&plan->answers));
    js_put(value, "conflicts", conflicts_value(&plan->conflicts));
    js_put(value, "totals", totals_value(catalogue, plan));
    return value;
}

void json_print_plan(Buf *out, const Catalogue *catalogue, const Plan *plan) {
    json_t *root = js_made(json_object()), *items = js_made(json_array());
    for (size_t i = 0; i < plan->count; i++)
        js_append(items, item_value(catalogue, &plan->items[i]));
    js_put(root, "schema", json_integer(JSON_SCHEMA));
    js_put(root, "plan", plan_value(catalogue, plan));
    js_put(root, "items", items);
    js_print(out, root);
}
