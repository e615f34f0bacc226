/* What no single key can tell. Called with a record whose keys have all been read; members
   that were wrong hold their defaults, so each check asks only about what is there. */
#include "catalogue/records.h"

#include "base/tr.h"

static const YamlNode *at_key(const YamlNode *map, const char *key) {
    return yaml_place_of(map, key);
}

static bool has_key(const YamlNode *map, const char *key) {
    return yaml_find_key(map, key) != NULL;
}

/* ---- programs ---- */

void check_cost(Reading *reading, void *record, const YamlNode *node) {
    const Cost *cost = record;
    bool asks = false;
    for (size_t i = 0; i < cost->options.count; i++)
        asks = asks || cost->options.at[i].amount_yen > 0;
    if (cost->kind == COST_FREE && asks)
        reading_problem(reading, at_key(node, "kind"),
                        _("the cost is 'free', but 'options' names an amount"));
    if (cost->kind == COST_NOT_STATED && asks)
        reading_problem(reading, at_key(node, "kind"),
                        _("the cost is 'not_stated', but 'options' names an amount"));
}

static void check_range(Reading *reading, const Period *period, const YamlNode *node) {
    if (!has_key(node, "from") || !has_key(node, "to"))
        reading_problem(reading, at_key(node, "kind"),
                        _("a period of the kind 'range' needs both 'from' and 'to'"));
    else if (date_is_known(period->from) && date_is_known(period->to) &&
             date_compare(period->from, period->to) > 0)
        reading_problem(reading, at_key(node, "to"), _("'to' lies before 'from'"));
}

void check_period(Reading *reading, void *record, const YamlNode *node) {
    const Period *period = record;
    if (period->kind == PERIOD_RANGE)
        check_range(reading, period, node);
    else if (period->kind != PERIOD_KIND_COUNT && (has_key(node, "from") || has_key(node, "to")))
        reading_problem(reading, yaml_find_key(node, has_key(node, "from") ? "from" : "to"),
                        _("only a period of the kind 'range' has 'from' and 'to'"));
}

static bool starts(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* 0120 and 0800 are free for the caller, 0570 is Navi-Dial (Japan's numbering plan); a fax
   may have any number. */
void check_phone(Reading *reading, void *record, const YamlNode *node) {
    const Phone *phone = record;
    bool free_call = starts(phone->number, "0120") || starts(phone->number, "0800");
    PhoneKind right = free_call                       ? PHONE_FREEDIAL
                      : starts(phone->number, "0570") ? PHONE_NAVIDIAL
                                                      : PHONE_VOICE;
    if (phone->kind == right || phone->kind == PHONE_FAX || phone->kind == PHONE_KIND_COUNT ||
        is_absent(phone->number))
        return;
    reading_problem(reading, at_key(node, has_key(node, "kind") ? "kind" : "number"),
                    _("the number %s is of the kind '%s', not '%s'"), phone->number,
                    enum_name(&phone_kind_names, (int)right),
                    enum_name(&phone_kind_names, (int)phone->kind));
}

void check_program(Reading *reading, void *record, const YamlNode *node) {
    const Program *program = record;
    if (program->cost.kind == COST_SUBSIDY && program->subsidy.count == 0 &&
        is_absent(program->cost.text))
        reading_problem(reading, at_key(node, "cost"),
                        _("the cost is 'subsidy', but neither 'text' nor 'subsidy' says how much"));
}

void check_program_linked(Reading *reading, const void *record, const YamlNode *node) {
    const Program *program = record;
    if (program->need != NULL && program->step != 0 && program->need->step != 0 &&
        program->need->step != program->step)
        reading_problem(reading, at_key(node, "step"),
                        _("step %d is not the step of the need %s, which is %d"), program->step,
                        program->need->id, program->need->step);
}

/* ---- around ---- */

void check_table(Reading *reading, void *record, const YamlNode *node) {
    const Table *table = record;
    const YamlNode *rows = at_key(node, "rows");
    if (rows->kind != YAML_LIST || table->columns.count == 0)
        return;
    size_t i = 0;
    for (const YamlNode *row = rows->first; row != NULL; row = row->next, i++)
        if (row->kind == YAML_LIST && table->rows.at[i].cells.count != table->columns.count)
            reading_problem(reading, row, _("this row has %zu cells, but the table %zu columns"),
                            table->rows.at[i].cells.count, table->columns.count);
}

void check_event(Reading *reading, void *record, const YamlNode *node) {
    const Occasion *event = record;
    if (date_is_known(event->from) && date_is_known(event->to) &&
        date_compare(event->from, event->to) > 0)
        reading_problem(reading, at_key(node, "to"), _("'to' lies before 'from'"));
}

static void check_grades(Reading *reading, const Figure *figure, const YamlNode *rows) {
    size_t i = 0;
    for (const YamlNode *row = rows->first; row != NULL; row = row->next, i++) {
        if (row->kind != YAML_MAP || !has_key(row, "grades"))
            continue;
        size_t letters = strlen(figure->grades.at[i].grades);
        if (letters != (size_t)figure->grade_columns)
            reading_problem(reading, at_key(row, "grades"),
                            _("%zu grades, but 'grade_columns' says %d"), letters,
                            figure->grade_columns);
    }
}

void check_figure(Reading *reading, void *record, const YamlNode *node) {
    const Figure *figure = record;
    bool graded = has_key(node, "grades");
    if (graded != has_key(node, "grade_columns"))
        reading_problem(reading, node, _("'grades' and 'grade_columns' belong together"));
    else if (figure->kind == FIGURE_GRADES && !graded)
        reading_problem(reading, at_key(node, "kind"),
                        _("a figure of the kind 'grades' needs 'grades' and 'grade_columns'"));
    else if (figure->grade_columns != 0 && figure->grades.count > 0)
        check_grades(reading, figure, at_key(node, "grades"));
}

/* A name that two countries share could not be resolved. */
static void enter_country_name(Reading *reading, const Country *country, const char *name,
                               const YamlNode *place) {
    if (is_absent(name))
        return;
    const IndexEntry *taken =
        index_add(&reading->index,
                  (IndexEntry){SPACE_COUNTRY_NAME, name, country, reading->file, place->line});
    if (taken != NULL && taken->record != country)
        reading_problem(reading, place, _("the name '%s' already belongs to the country '%s'"),
                        name, ((const Country *)taken->record)->id);
}

void enter_country_names(Reading *reading, void *record, const YamlNode *node) {
    const Country *country = record;
    enter_country_name(reading, country, country->id, at_key(node, "id"));
    enter_country_name(reading, country, country->name, at_key(node, "name"));
    enter_country_name(reading, country, country->name_en, at_key(node, "name_en"));
    for (size_t i = 0; i < country->aliases.count; i++)
        enter_country_name(reading, country, country->aliases.at[i], at_key(node, "aliases"));
}
