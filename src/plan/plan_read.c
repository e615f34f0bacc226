/*
 * See plan_yaml.h. A tree is taken apart key by key (kept_yaml.h); what a key wants stands in
 * one table for each kind of map.
 */
#include "plan/plan_yaml.h"

#include "base/buf.h"
#include "base/tr.h"
#include "plan/fields.h"
#include "plan/kept_yaml.h"

typedef struct Reader {
    Kept *kept;
    Plan plan;
} Reader;

static void read_stamp(Kept *kept, const YamlNode *key, char **out) {
    if (kept_has_stamp(kept, key))
        plan_store(out, key->next->text);
}

/* ---- logs and conflicts ---- */

enum { RECORD_AT, RECORD_FIELD, RECORD_FROM, RECORD_TO, RECORD_KEYS };

static void read_record(Kept *kept, const YamlNode *map, bool conflict, PlanRecords *out) {
    const char *names[] = {"at", "field", "from", conflict ? "theirs" : "to"};
    /* TRANSLATORS: an entry of a log or a list of conflicts, as the subject of a sentence */
    const char *what = conflict ? _("a conflict") : _("a line of the log");
    const YamlNode *keys[RECORD_KEYS] = {NULL};
    PlanRecord record = plan_record("", "", "", "");
    char **values[] = {&record.at, &record.field, &record.from, &record.to};
    kept_gather(kept, map, what, (Strings){names, RECORD_KEYS}, keys);
    if (kept_needs(kept, map, what, names[RECORD_AT], keys[RECORD_AT]))
        read_stamp(kept, keys[RECORD_AT], &record.at);
    kept_needs(kept, map, what, names[RECORD_FIELD], keys[RECORD_FIELD]);
    for (size_t i = RECORD_FIELD; i < RECORD_KEYS; i++)
        if (keys[i] != NULL && keys[i]->next->kind == YAML_TEXT)
            plan_store(values[i], keys[i]->next->text);
        else if (keys[i] != NULL && i != RECORD_FIELD)
            kept_has_kind(kept, keys[i], YAML_TEXT);
    plan_records_add(out, record);
}

static void read_records(Kept *kept, const YamlNode *key, bool conflict, PlanRecords *out) {
    if (key == NULL || !kept_has_kind(kept, key, YAML_LIST))
        return;
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next)
        if (kept_is_map(kept, node, key->text))
            read_record(kept, node, conflict, out);
}

/* ---- fields ---- */

static void store_field(Kept *kept, PlanItem *item, PlanField field, const YamlNode *at,
                        const char *text) {
    Err err;
    const char *canonical;
    if (plan_field_canonical(field, str(text), (Date){0}, PLAN_FROM_FILE, &kept->scratch,
                             &canonical, &err))
        plan_store(&item->fields[field], canonical);
    else
        kept_problem(kept, at, "%s", err.text);
}

static void read_list(Kept *kept, PlanField field, const YamlNode *key, PlanItem *item) {
    if (!kept_has_kind(kept, key, YAML_LIST))
        return;
    Buf lines;
    buf_init(&lines, PLAN_TEXT_KEPT); /* what goes over it is too long in any case */
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next) {
        if (node->kind != YAML_TEXT || strchr(node->text, '\n') != NULL) {
            kept_problem(kept, node, _("'%s' must be one line"), key->text);
        } else {
            buf_text(&lines, node->text);
            buf_byte(&lines, '\n');
        }
    }
    if (lines.overflowed)
        kept_problem(kept, key, _("the list '%s' is too long"), key->text);
    else
        store_field(kept, item, field, key->next, lines.at);
    buf_release(&lines);
}

static void read_field(Kept *kept, PlanField field, const YamlNode *key, PlanItem *item) {
    if (field == PLAN_DOCUMENTS || field == PLAN_TERMS)
        read_list(kept, field, key, item);
    else if (kept_has_kind(kept, key, YAML_TEXT))
        store_field(kept, item, field, key->next, key->next->text);
}

/* ---- items ---- */

enum { ITEM_LOG = PLAN_FIELD_COUNT, ITEM_CONFLICTS, ITEM_PROGRAM, ITEM_KEYS };

static void say_double(Kept *kept, const YamlNode *id, int line) {
    kept_problem(kept, id, _("'%s' is in the plan twice; it is already in line %d"),
                 kept_quote(kept, id), line);
}

/* The item's id; "" when it has none. */
static const char *read_program(Kept *kept, const YamlNode *node, const YamlNode *key) {
    if (!kept_needs(kept, node, _("an item of the plan"), "program", key))
        return "";
    const char *id = key->next->text;
    if (is_absent(id) || strlen(id) > PLAN_NAME_MOST)
        kept_problem(kept, key->next, _("'%s' is not a program's id"), kept_quote(kept, key->next));
    return id;
}

static void read_item(Reader *reader, const YamlNode *node) {
    const char *names[ITEM_KEYS];
    const YamlNode *keys[ITEM_KEYS] = {NULL};
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        names[i] = plan_field_key((PlanField)i);
    names[ITEM_LOG] = "log";
    names[ITEM_CONFLICTS] = "conflicts";
    names[ITEM_PROGRAM] = "program";
    kept_gather(reader->kept, node, _("an item of the plan"), (Strings){names, ITEM_KEYS}, keys);
    PlanItem item;
    plan_item_init(&item, read_program(reader->kept, node, keys[ITEM_PROGRAM]));
    plan_store(&item.fields[PLAN_STATUS], plan_status_word(PLAN_CANDIDATE));
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        if (keys[i] != NULL)
            read_field(reader->kept, (PlanField)i, keys[i], &item);
    read_records(reader->kept, keys[ITEM_LOG], false, &item.log);
    read_records(reader->kept, keys[ITEM_CONFLICTS], true, &item.conflicts);
    plan_insert_item(&reader->plan, reader->plan.count, item);
}

static void read_items(Reader *reader, const YamlNode *key) {
    if (key == NULL || !kept_has_kind(reader->kept, key, YAML_LIST))
        return;
    const YamlNode *list = key->next;
    if (list->count > PLAN_ITEMS_KEPT) {
        kept_problem(reader->kept, key, _("a plan holds at most %d programs"), PLAN_ITEMS_KEPT);
        return;
    }
    kept_check_doubles(reader->kept, list, "program", say_double);
    for (const YamlNode *node = list->first; node != NULL; node = node->next) {
        if (problems_are_full(reader->kept->problems))
            return;
        if (kept_is_map(reader->kept, node, key->text))
            read_item(reader, node);
    }
}

/* ---- answers ---- */

/* The choices of an answer as one text; ANSWER_SKIPPED for an empty list. */
static const char *read_choices(Kept *kept, const YamlNode *key) {
    Buf text;
    Err err;
    const char *canonical = "";
    if (key->next->count == 0)
        return ANSWER_SKIPPED;
    buf_init(&text, YAML_SCALAR_MOST); /* what goes over it is too long in any case */
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next) {
        if (node->kind != YAML_TEXT || !answer_id_is_right(str(node->text))) {
            kept_problem(kept, node, _("'%s' is a list of ids: a to z, 0 to 9 and hyphens"),
                         key->text);
        } else {
            buf_text(&text, node->text);
            buf_byte(&text, ' ');
        }
    }
    if (!answer_canonical(buf_str(&text), &kept->scratch, &canonical, &err))
        kept_problem(kept, key->next, "%s", err.text);
    buf_release(&text);
    return canonical;
}

static void read_answer(Reader *reader, const YamlNode *map, const YamlNode *key) {
    Answers *answers = &reader->plan.answers;
    if (!answer_id_is_right(str(key->text)))
        kept_problem(reader->kept, key, _("'%s' is not the id of a question"),
                     kept_quote(reader->kept, key));
    else if (!is_absent(answers_get(answers, key->text)))
        kept_problem(reader->kept, key, _("key '%s' stands here again; it is already in line %d"),
                     key->text, yaml_find_key(map, key->text)->line);
    else if (kept_has_kind(reader->kept, key, YAML_LIST))
        answers_put(answers, key->text, read_choices(reader->kept, key));
}

static void read_answers(Reader *reader, const YamlNode *key) {
    if (key == NULL || !kept_is_map(reader->kept, key->next, key->text))
        return;
    const YamlNode *map = key->next;
    if (map->count > PLAN_ANSWERS_KEPT) {
        kept_problem(reader->kept, key, _("a plan holds at most %d answers"), PLAN_ANSWERS_KEPT);
        return;
    }
    for (const YamlNode *at = map->first; at != NULL; at = at->next->next) {
        if (problems_are_full(reader->kept->problems))
            return;
        read_answer(reader, map, at);
    }
}

/* ---- the plan ---- */

enum {
    HEAD_FORMAT,
    HEAD_NAME,
    HEAD_CREATED,
    HEAD_UPDATED,
    HEAD_ARCHIVED,
    HEAD_ANSWERS,
    HEAD_CONFLICTS,
    HEAD_ITEMS,
    HEAD_END,
    HEAD_KEYS
};

static const char *const head_names[] = {
    "kairo_plan", "name", "created", "updated", "archived", "answers", "conflicts", "items", "end"};

/* Whether this is a plan, and of a format known here: else nothing else is worth saying. */
static bool format_is_known(Reader *reader, const YamlNode *root) {
    const char *name = head_names[HEAD_FORMAT];
    const YamlNode *value = yaml_place_of(root, name);
    switch (kept_format(root, name)) {
    case KEPT_FORMAT_KNOWN:
        return true;
    case KEPT_FORMAT_MISSING:
        kept_problem(reader->kept, root,
                     _("this is not a plan of kairo: the line 'kairo_plan: %d' is missing"),
                     PLAN_FORMAT);
        break;
    case KEPT_FORMAT_LATER:
        kept_problem(
            reader->kept, value,
            _("a newer kairo wrote this plan (format %s; this one reads format %d): use that "
              "one, or update this one"),
            kept_quote(reader->kept, value), PLAN_FORMAT);
        break;
    case KEPT_FORMAT_WRONG:
        kept_problem(reader->kept, value, _("'%s' is not a format of plans; expected %d"),
                     kept_quote(reader->kept, value), PLAN_FORMAT);
        break;
    }
    return false;
}

static void read_name(Reader *reader, const YamlNode *value) {
    Err err;
    if (plan_name_is_right(value->text, &err))
        plan_store(&reader->plan.name, value->text);
    else
        kept_problem(reader->kept, value, "%s", err.text);
}

static void read_archived(Reader *reader, const YamlNode *key) {
    if (key == NULL || !kept_has_kind(reader->kept, key, YAML_TEXT))
        return;
    reader->plan.archived = strcmp(key->next->text, "true") == 0;
    if (!reader->plan.archived && strcmp(key->next->text, "false") != 0)
        kept_problem(reader->kept, key->next,
                     _("'%s' is not right for '%s'; expected true or false"),
                     kept_quote(reader->kept, key->next), key->text);
}

static void read_plan(Reader *reader, const YamlNode *root) {
    /* TRANSLATORS: as the subject of a sentence */
    const char *what = _("a plan");
    const YamlNode *keys[HEAD_KEYS] = {NULL};
    kept_gather(reader->kept, root, what, (Strings){head_names, HEAD_KEYS}, keys);
    if (kept_needs(reader->kept, root, what, head_names[HEAD_NAME], keys[HEAD_NAME]))
        read_name(reader, keys[HEAD_NAME]->next);
    if (kept_needs(reader->kept, root, what, head_names[HEAD_CREATED], keys[HEAD_CREATED]))
        read_stamp(reader->kept, keys[HEAD_CREATED], &reader->plan.created);
    if (kept_needs(reader->kept, root, what, head_names[HEAD_UPDATED], keys[HEAD_UPDATED]))
        read_stamp(reader->kept, keys[HEAD_UPDATED], &reader->plan.updated);
    read_archived(reader, keys[HEAD_ARCHIVED]);
    read_answers(reader, keys[HEAD_ANSWERS]);
    read_records(reader->kept, keys[HEAD_CONFLICTS], true, &reader->plan.conflicts);
    read_items(reader, keys[HEAD_ITEMS]);
    kept_check_end(reader->kept, root, keys[HEAD_END]);
}

bool plan_read(Str bytes, const char *file, Plan *out, Problems *problems) {
    Kept kept;
    const YamlNode *root = kept_begin(&kept, bytes, file, problems);
    Reader reader = {.kept = &kept};
    plan_init(&reader.plan, "", "");
    if (root != NULL && format_is_known(&reader, root))
        read_plan(&reader, root);
    bool read = kept_end(&kept);
    if (read)
        *out = reader.plan;
    else
        plan_release(&reader.plan);
    return read;
}
