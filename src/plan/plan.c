/* See plan.h. Lists are arrays that grow; an item's place may move when another comes. */
#include "plan/plan.h"

#include "base/mem.h"

void plan_store(char **owned, const char *text) {
    char *copy = mem_copy_string(text);
    free(*owned);
    *owned = copy;
}

bool plan_is_stamp(const char *text) {
    static const char form[] = "0000-00-00T00:00:00Z";
    Date date;
    char day[11];
    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
            return false;
    memcpy(day, text, 10);
    day[10] = '\0';
    return date_parse_iso(day, &date) && memcmp(text + 11, "24", 2) < 0 &&
           memcmp(text + 14, "60", 2) < 0 && memcmp(text + 17, "61", 2) < 0; /* a leap second */
}

/* An array of `count` things with room for one more. */
static void *with_room(void *at, size_t count, size_t *room, size_t size) {
    if (count < *room)
        return at;
    *room = *room == 0 ? 4 : *room * 2;
    return mem_resize(at, *room, size);
}

/* ---- records ---- */

PlanRecord plan_record(const char *at, const char *field, const char *from, const char *to) {
    return (PlanRecord){mem_copy_string(at), mem_copy_string(field), mem_copy_string(from),
                        mem_copy_string(to)};
}

void plan_record_release(PlanRecord *record) {
    free(record->at);
    free(record->field);
    free(record->from);
    free(record->to);
    *record = (PlanRecord){0};
}

PlanRecord plan_record_copy(const PlanRecord *record) {
    return plan_record(record->at, record->field, record->from, record->to);
}

int plan_record_compare(const PlanRecord *a, const PlanRecord *b) {
    int order = strcmp(a->at, b->at);
    if (order == 0)
        order = strcmp(a->field, b->field);
    if (order == 0)
        order = strcmp(a->from, b->from);
    return order != 0 ? order : strcmp(a->to, b->to);
}

void plan_records_insert(PlanRecords *records, size_t index, PlanRecord record) {
    records->at = with_room(records->at, records->count, &records->room, sizeof *records->at);
    index = MIN_OF(index, records->count);
    memmove(records->at + index + 1, records->at + index,
            (records->count - index) * sizeof *records->at);
    records->at[index] = record;
    records->count++;
}

void plan_records_add(PlanRecords *records, PlanRecord record) {
    plan_records_insert(records, records->count, record);
}

PlanRecord plan_records_take(PlanRecords *records, size_t index) {
    PlanRecord taken = records->at[index];
    records->count--;
    memmove(records->at + index, records->at + index + 1,
            (records->count - index) * sizeof *records->at);
    return taken;
}

size_t plan_records_find(const PlanRecords *records, const PlanRecord *record) {
    for (size_t i = records->count; i > 0; i--)
        if (plan_record_compare(&records->at[i - 1], record) == 0)
            return i - 1;
    return records->count;
}

bool plan_records_equal(const PlanRecords *a, const PlanRecords *b) {
    bool equal = a->count == b->count;
    for (size_t i = 0; equal && i < a->count; i++)
        equal = plan_record_compare(&a->at[i], &b->at[i]) == 0;
    return equal;
}

void plan_records_copy(PlanRecords *out, const PlanRecords *records) {
    *out = (PlanRecords){0};
    for (size_t i = 0; i < records->count; i++)
        plan_records_add(out, plan_record_copy(&records->at[i]));
}

void plan_records_release(PlanRecords *records) {
    for (size_t i = 0; i < records->count; i++)
        plan_record_release(&records->at[i]);
    free(records->at);
    *records = (PlanRecords){0};
}

/* ---- items ---- */

void plan_item_init(PlanItem *item, const char *program) {
    *item = (PlanItem){.program = mem_copy_string(program)};
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        item->fields[i] = mem_copy_string("");
}

void plan_item_release(PlanItem *item) {
    free(item->program);
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        free(item->fields[i]);
    plan_records_release(&item->log);
    plan_records_release(&item->conflicts);
    *item = (PlanItem){0};
}

void plan_item_copy(PlanItem *out, const PlanItem *item) {
    *out = (PlanItem){.program = mem_copy_string(item->program)};
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        out->fields[i] = mem_copy_string(item->fields[i]);
    plan_records_copy(&out->log, &item->log);
    plan_records_copy(&out->conflicts, &item->conflicts);
}

bool plan_item_equal(const PlanItem *a, const PlanItem *b) {
    bool equal = strcmp(a->program, b->program) == 0;
    for (size_t i = 0; equal && i < PLAN_FIELD_COUNT; i++)
        equal = strcmp(a->fields[i], b->fields[i]) == 0;
    return equal && plan_records_equal(&a->log, &b->log) &&
           plan_records_equal(&a->conflicts, &b->conflicts);
}

void plan_insert_item(Plan *plan, size_t index, PlanItem item) {
    plan->items = with_room(plan->items, plan->count, &plan->room, sizeof *plan->items);
    index = MIN_OF(index, plan->count);
    memmove(plan->items + index + 1, plan->items + index,
            (plan->count - index) * sizeof *plan->items);
    plan->items[index] = item;
    plan->count++;
}

PlanItem plan_take_item(Plan *plan, size_t index) {
    PlanItem taken = plan->items[index];
    plan->count--;
    memmove(plan->items + index, plan->items + index + 1,
            (plan->count - index) * sizeof *plan->items);
    return taken;
}

/* ---- plans ---- */

void plan_init(Plan *plan, const char *name, const char *now) {
    *plan = (Plan){.name = mem_copy_string(name),
                   .created = mem_copy_string(now),
                   .updated = mem_copy_string(now)};
}

void plan_release(Plan *plan) {
    free(plan->name);
    free(plan->created);
    free(plan->updated);
    for (size_t i = 0; i < plan->count; i++)
        plan_item_release(&plan->items[i]);
    free(plan->items);
    answers_release(&plan->answers);
    plan_records_release(&plan->conflicts);
    *plan = (Plan){0};
}

void plan_copy(Plan *out, const Plan *plan) {
    plan_init(out, plan->name, plan->created);
    plan_store(&out->updated, plan->updated);
    out->archived = plan->archived;
    answers_copy(&out->answers, &plan->answers);
    plan_records_copy(&out->conflicts, &plan->conflicts);
    for (size_t i = 0; i < plan->count; i++) {
        PlanItem item;
        plan_item_copy(&item, &plan->items[i]);
        plan_insert_item(out, i, item);
    }
}

bool plan_equal(const Plan *a, const Plan *b) {
    bool equal = strcmp(a->name, b->name) == 0 && strcmp(a->created, b->created) == 0 &&
                 strcmp(a->updated, b->updated) == 0 && a->archived == b->archived &&
                 a->count == b->count && answers_equal(&a->answers, &b->answers) &&
                 plan_records_equal(&a->conflicts, &b->conflicts);
    for (size_t i = 0; equal && i < a->count; i++)
        equal = plan_item_equal(&a->items[i], &b->items[i]);
    return equal;
}

size_t plan_index(const Plan *plan, const char *program) {
    size_t i = 0;
    while (i < plan->count && strcmp(plan->items[i].program, program) != 0)
        i++;
    return i;
}

const PlanItem *plan_find(const Plan *plan, const char *program) {
    size_t index = plan_index(plan, program);
    return index < plan->count ? &plan->items[index] : NULL;
}

/* ---- calls ---- */

bool plan_record_is_call(const PlanRecord *record) {
    return strcmp(record->field, PLAN_CALL) == 0;
}

size_t plan_calls(const PlanItem *item, const PlanRecord **newest) {
    size_t count = 0;
    *newest = NULL;
    for (size_t i = 0; i < item->log.count; i++) {
        const PlanRecord *record = &item->log.at[i];
        if (!plan_record_is_call(record))
            continue;
        count++;
        if (*newest == NULL || strcmp((*newest)->at, record->at) <= 0)
            *newest = record;
    }
    return count;
}

/* ---- size ---- */

static size_t bytes_of_answers(const Answers *answers) {
    enum { AROUND = 8 }; /* what the file needs beside the texts */
    size_t bytes = 0;
    for (size_t i = 0; i < answers->count; i++)
        bytes += strlen(answers->at[i].question) + strlen(answers->at[i].choices) + AROUND;
    return bytes;
}

static size_t bytes_of_record(const PlanRecord *record) {
    enum { AROUND = 40 };
    return strlen(record->at) + strlen(record->field) + strlen(record->from) + strlen(record->to) +
           AROUND;
}

static size_t bytes_of_records(const PlanRecords *records) {
    size_t bytes = 0;
    for (size_t i = 0; i < records->count; i++)
        bytes += bytes_of_record(&records->at[i]);
    return bytes;
}

void plan_measure(const Plan *plan, size_t *body, size_t *log) {
    *body =
        strlen(plan->name) + bytes_of_answers(&plan->answers) + bytes_of_records(&plan->conflicts);
    *log = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        for (size_t field = 0; field < PLAN_FIELD_COUNT; field++)
            *body += strlen(item->fields[field]);
        *body += strlen(item->program) + bytes_of_records(&item->conflicts);
        for (size_t line = 0; line < item->log.count; line++)
            *(plan_record_is_call(&item->log.at[line]) ? body : log) +=
                bytes_of_record(&item->log.at[line]);
    }
}

/* Lines that may be dropped to make room. */
static size_t droppable(const PlanRecords *records) {
    size_t count = 0;
    for (size_t i = 0; i < records->count; i++)
        count += plan_record_is_call(&records->at[i]) ? 0 : 1;
    return count;
}

static PlanRecords *longest_log(Plan *plan) {
    PlanRecords *longest = NULL;
    for (size_t i = 0; i < plan->count; i++)
        if (longest == NULL || droppable(&plan->items[i].log) > droppable(longest))
            longest = &plan->items[i].log;
    return longest;
}

/* The first `drop` of those that may go; all others keep their order. */
static void drop_oldest(PlanRecords *records, size_t drop) {
    size_t kept = 0;
    for (size_t i = 0; i < records->count; i++) {
        if (drop > 0 && !plan_record_is_call(&records->at[i])) {
            plan_record_release(&records->at[i]);
            drop--;
        } else {
            records->at[kept++] = records->at[i];
        }
    }
    records->count = kept;
}

void plan_trim_log(Plan *plan) {
    for (;;) {
        size_t body, log;
        plan_measure(plan, &body, &log);
        if (log <= PLAN_LOG_MOST)
            return;
        PlanRecords *records = longest_log(plan);
        drop_oldest(records, 1 + droppable(records) / 8); /* not one by one: this happens rarely */
    }
}
