/* See plan_yaml.h. Fields in the order of PlanField, absent ones left out. */
#include "plan/plan_yaml.h"

#include "base/tr.h"
#include "catalogue/yaml_reader.h"
#include "plan/fields.h"
#include "plan/yaml_text.h"

enum { IN_ITEM = 4, IN_LIST = 6 }; /* blanks before an item's keys, and before what they hold */

/* ---- lists ---- */

static void add_pair(YamlOut *out, const char *key, const char *text) {
    yaml_out_text(out, ", ");
    yaml_out_text(out, key);
    yaml_out_text(out, ": ");
    yaml_out_scalar(out, str(text), true);
}

static void add_record(YamlOut *out, size_t indent, const PlanRecord *record, bool conflict) {
    yaml_out_blanks(out, indent);
    yaml_out_text(out, "- {at: ");
    yaml_out_text(out, record->at);
    add_pair(out, "field", record->field);
    if (!is_absent(record->from))
        add_pair(out, "from", record->from);
    if (!is_absent(record->to))
        add_pair(out, conflict ? "theirs" : "to", record->to);
    yaml_out_text(out, "}\n");
}

static void add_records(YamlOut *out, size_t indent, const char *key, const PlanRecords *records,
                        bool conflict) {
    if (records->count == 0)
        return;
    yaml_out_key(out, indent, key);
    yaml_out_text(out, "\n");
    for (size_t i = 0; i < records->count; i++)
        add_record(out, indent + 2, &records->at[i], conflict);
}

static void add_list(YamlOut *out, const char *key, const char *text) {
    yaml_out_key(out, IN_ITEM, key);
    yaml_out_text(out, "\n");
    for (Str rest = str(text); rest.len > 0;) {
        const char *end = memchr(rest.at, '\n', rest.len);
        Str line = end == NULL ? rest : str_n(rest.at, (size_t)(end - rest.at));
        yaml_out_blanks(out, IN_LIST);
        yaml_out_text(out, "- ");
        yaml_out_scalar(out, line, false);
        yaml_out_text(out, "\n");
        rest = str_skip(rest, line.len + 1);
    }
}

/* A question's answer on one line, whatever is chosen. */
static void add_answer(YamlOut *out, const Answer *answer) {
    Str rest = str(answer->choices), choice;
    bool skipped = strcmp(answer->choices, ANSWER_SKIPPED) == 0;
    yaml_out_key(out, 2, answer->question);
    yaml_out_text(out, " [");
    for (bool first = true; !skipped && answer_next(&rest, &choice); first = false) {
        yaml_out_text(out, first ? "" : ", ");
        yaml_out_scalar(out, choice, true);
    }
    yaml_out_text(out, "]\n");
}

static void add_answers(YamlOut *out, const Answers *answers) {
    if (answers->count > 0)
        yaml_out_text(out, "answers:\n");
    for (size_t i = 0; i < answers->count; i++)
        add_answer(out, &answers->at[i]);
}

/* ---- items and the plan ---- */

static void add_field(YamlOut *out, PlanField field, const char *text) {
    const char *key = plan_field_key(field);
    if (is_absent(text))
        return;
    switch (field) {
    case PLAN_STEP:
    case PLAN_DUE:
    case PLAN_ESTIMATE:
        yaml_out_bare(out, IN_ITEM, key, text);
        break;
    case PLAN_REASON:
    case PLAN_NOTE:
        yaml_out_key(out, IN_ITEM, key);
        yaml_out_text(out, " ");
        yaml_out_lines(out, str(text), IN_LIST);
        yaml_out_text(out, "\n");
        break;
    case PLAN_TERMS:
    case PLAN_DOCUMENTS:
        add_list(out, key, text);
        break;
    default:
        yaml_out_line(out, IN_ITEM, key, text);
    }
}

static void add_item(YamlOut *out, const PlanItem *item) {
    yaml_out_text(out, "  - ");
    yaml_out_line(out, 0, "program", item->program);
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        add_field(out, (PlanField)i, item->fields[i]);
    add_records(out, IN_ITEM, "log", &item->log, false);
    add_records(out, IN_ITEM, "conflicts", &item->conflicts, true);
}

static void add_plan(YamlOut *out, const Plan *plan) {
    yaml_out_bare(out, 0, "kairo_plan", "1");
    yaml_out_line(out, 0, "name", plan->name);
    yaml_out_bare(out, 0, "created", plan->created);
    yaml_out_bare(out, 0, "updated", plan->updated);
    if (plan->archived)
        yaml_out_bare(out, 0, "archived", "true");
    add_answers(out, &plan->answers);
    add_records(out, 0, "conflicts", &plan->conflicts, true);
    if (plan->count > 0)
        yaml_out_text(out, "items:\n");
    for (size_t i = 0; i < plan->count; i++)
        add_item(out, &plan->items[i]);
    yaml_out_bare(out, 0, "end", "true");
}

bool plan_write(const Plan *plan, char **bytes, size_t *len, Err *err) {
    YamlOut out = {0};
    add_plan(&out, plan);
    if (yaml_out_take(&out, bytes, len))
        return true;
    if (out.failed)
        err_set(err, _("not enough memory to save the plan"));
    else
        err_set(err, _("the plan would take more than %d MiB, the most that is read again"),
                YAML_FILE_MOST / (1024 * 1024));
    return false;
}
