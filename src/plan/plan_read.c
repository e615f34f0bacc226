/*
 * See plan_yaml.h. A tree from catalogue/yaml_reader.h is taken apart key by key; what a key
 * wants stands in one table for each kind of map.
 */
#include "plan/plan_yaml.h"

#include "base/buf.h"
#include "base/tr.h"
#include "catalogue/yaml_reader.h"
#include "plan/fields.h"
#include "text/nearest.h"

typedef struct Reader {
    const char *file;
    Problems *problems;
    Arena scratch;
    Plan plan;
} Reader;

/* ---- problems ---- */

static void problem(Reader *reader, const YamlNode *at, const char *format, ...) PRINTF_LIKE(3, 4);

static void problem(Reader *reader, const YamlNode *at, const char *format, ...) {
    if (problems_are_full(reader->problems)) {
        reader->problems->dropped++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(&reader->scratch, format, arguments);
    va_end(arguments);
    problems_add(reader->problems, reader->file, at->line, at->column, "%s", message);
}

static const char *quote(Reader *reader, const YamlNode *node) {
    return plan_quote(&reader->scratch, str(node->text));
}

static bool has_kind(Reader *reader, const YamlNode *key, YamlKind kind) {
    if (key->next->kind == kind)
        return true;
    const char *name = quote(reader, key);
    if (kind == YAML_TEXT)
        problem(reader, key->next, _("'%s' must be a text, not a list or a map"), name);
    else
        problem(reader, key->next, _("'%s' must be a list (lines that begin with '- ')"), name);
    return false;
}

static bool is_map(Reader *reader, const YamlNode *node, const char *list) {
    if (node->kind == YAML_MAP)
        return true;
    problem(reader, node, _("'%s' must be a map (lines of 'key: value')"), list);
    return false;
}

/* ---- keys ---- */

static void unknown_key(Reader *reader, const YamlNode *key, const char *what, Strings known) {
    if (problems_are_full(reader->problems)) { /* a hostile file has a million of them */
        reader->problems->dropped++;
        return;
    }
    const char *near = text_nearest(str(key->text), known);
    const char *message =
        arena_printf(&reader->scratch, _("unknown key '%s' in %s"), quote(reader, key), what);
    if (near != NULL)
        message = arena_printf(&reader->scratch, _("%s (did you mean '%s'?)"), message, near);
    problem(reader, key, "%s", message);
}

/*
 * The places of a map's keys in `known`, in values[]: NULL where the key is left out. Reports
 * keys that are unknown or stand twice.
 */
static void gather(Reader *reader, const YamlNode *map, const char *what, Strings known,
                   const YamlNode **keys) {
    for (const YamlNode *key = map->first; key != NULL; key = key->next->next) {
        size_t i = 0;
        while (i < known.count && strcmp(known.at[i], key->text) != 0)
            i++;
        if (i < known.count && keys[i] == NULL) {
            keys[i] = key;
        } else if (i < known.count) {
            problem(reader, key, _("key '%s' stands here again; it is already in line %d"),
                    key->text, keys[i]->line);
        } else {
            unknown_key(reader, key, what, known);
        }
    }
}

static bool needs(Reader *reader, const YamlNode *map, const char *what, const char *name,
                  const YamlNode *key) {
    if (key == NULL)
        problem(reader, map, _("%s needs the key '%s', which is missing"), what, name);
    return key != NULL && has_kind(reader, key, YAML_TEXT);
}

static void read_stamp(Reader *reader, const YamlNode *key, char **out) {
    if (plan_is_stamp(key->next->text))
        plan_store(out, key->next->text);
    else
        problem(reader, key->next,
                _("'%s' is not right for '%s'; expected a time like 2026-11-22T03:04:05Z"),
                quote(reader, key->next), key->text);
}

/* ---- logs and conflicts ---- */

enum { RECORD_AT, RECORD_FIELD, RECORD_FROM, RECORD_TO, RECORD_KEYS };

static void read_record(Reader *reader, const YamlNode *map, bool conflict, PlanRecords *out) {
    const char *names[] = {"at", "field", "from", conflict ? "theirs" : "to"};
    /* TRANSLATORS: an entry of a log or a list of conflicts, as the subject of a sentence */
    const char *what = conflict ? _("a conflict") : _("a line of the log");
    const YamlNode *keys[RECORD_KEYS] = {NULL};
    PlanRecord record = plan_record("", "", "", "");
    char **values[] = {&record.at, &record.field, &record.from, &record.to};
    gather(reader, map, what, (Strings){names, RECORD_KEYS}, keys);
    if (needs(reader, map, what, names[RECORD_AT], keys[RECORD_AT]))
        read_stamp(reader, keys[RECORD_AT], &record.at);
    needs(reader, map, what, names[RECORD_FIELD], keys[RECORD_FIELD]);
    for (size_t i = RECORD_FIELD; i < RECORD_KEYS; i++)
        if (keys[i] != NULL && keys[i]->next->kind == YAML_TEXT)
            plan_store(values[i], keys[i]->next->text);
        else if (keys[i] != NULL && i != RECORD_FIELD)
            has_kind(reader, keys[i], YAML_TEXT);
    plan_records_add(out, record);
}

static void read_records(Reader *reader, const YamlNode *key, bool conflict, PlanRecords *out) {
    if (key == NULL || !has_kind(reader, key, YAML_LIST))
        return;
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next)
        if (is_map(reader, node, key->text))
            read_record(reader, node, conflict, out);
}

/* ---- fields ---- */

static void store_field(Reader *reader, PlanItem *item, PlanField field, const YamlNode *at,
                        const char *text) {
    Err err;
    const char *canonical;
    if (plan_field_canonical(field, str(text), (Date){0}, PLAN_FROM_FILE, &reader->scratch,
                             &canonical, &err))
        plan_store(&item->fields[field], canonical);
    else
        problem(reader, at, "%s", err.text);
}

static void read_documents(Reader *reader, const YamlNode *key, PlanItem *item) {
    if (!has_kind(reader, key, YAML_LIST))
        return;
    Buf lines;
    buf_init(&lines, PLAN_TEXT_KEPT); /* what goes over it is too long in any case */
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next) {
        if (node->kind != YAML_TEXT || strchr(node->text, '\n') != NULL) {
            problem(reader, node, _("'%s' must be one line"), key->text);
        } else {
            buf_text(&lines, node->text);
            buf_byte(&lines, '\n');
        }
    }
    if (lines.overflowed)
        problem(reader, key, _("the list of documents is too long"));
    else
        store_field(reader, item, PLAN_DOCUMENTS, key->next, lines.at);
    buf_release(&lines);
}

static void read_field(Reader *reader, PlanField field, const YamlNode *key, PlanItem *item) {
    if (field == PLAN_DOCUMENTS)
        read_documents(reader, key, item);
    else if (has_kind(reader, key, YAML_TEXT))
        store_field(reader, item, field, key->next, key->next->text);
}

/* ---- items ---- */

enum { ITEM_LOG = PLAN_FIELD_COUNT, ITEM_CONFLICTS, ITEM_PROGRAM, ITEM_KEYS };

static const YamlNode *earlier_item(const YamlNode *list, const YamlNode *node, const char *id) {
    for (const YamlNode *at = list->first; at != node; at = at->next) {
        const YamlNode *key = at->kind == YAML_MAP ? yaml_find_key(at, "program") : NULL;
        if (key != NULL && key->next->kind == YAML_TEXT && strcmp(key->next->text, id) == 0)
            return key->next;
    }
    return NULL;
}

/* Whether an item before has the id; the search for its place is left to that rare case. */
static bool is_double(Reader *reader, const YamlNode *list, const YamlNode *node,
                      const YamlNode *id) {
    if (plan_find(&reader->plan, id->text) == NULL)
        return false;
    const YamlNode *earlier = earlier_item(list, node, id->text);
    problem(reader, id, _("'%s' is in the plan twice; it is already in line %d"), quote(reader, id),
            earlier != NULL ? earlier->line : id->line);
    return true;
}

/* The item's id; "" when it has none that is right. */
static const char *read_program(Reader *reader, const YamlNode *list, const YamlNode *node,
                                const YamlNode *key) {
    if (!needs(reader, node, _("an item of the plan"), "program", key))
        return "";
    const char *id = key->next->text;
    if (is_absent(id) || strlen(id) > PLAN_NAME_MOST)
        problem(reader, key->next, _("'%s' is not a program's id"), quote(reader, key->next));
    else if (is_double(reader, list, node, key->next))
        return "";
    return id;
}

static void read_item(Reader *reader, const YamlNode *list, const YamlNode *node) {
    const char *names[ITEM_KEYS];
    const YamlNode *keys[ITEM_KEYS] = {NULL};
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        names[i] = plan_field_key((PlanField)i);
    names[ITEM_LOG] = "log";
    names[ITEM_CONFLICTS] = "conflicts";
    names[ITEM_PROGRAM] = "program";
    gather(reader, node, _("an item of the plan"), (Strings){names, ITEM_KEYS}, keys);
    PlanItem item;
    plan_item_init(&item, read_program(reader, list, node, keys[ITEM_PROGRAM]));
    plan_store(&item.fields[PLAN_STATUS], plan_status_word(PLAN_CANDIDATE));
    for (size_t i = 0; i < PLAN_FIELD_COUNT; i++)
        if (keys[i] != NULL)
            read_field(reader, (PlanField)i, keys[i], &item);
    read_records(reader, keys[ITEM_LOG], false, &item.log);
    read_records(reader, keys[ITEM_CONFLICTS], true, &item.conflicts);
    plan_insert_item(&reader->plan, reader->plan.count, item);
}

static void read_items(Reader *reader, const YamlNode *key) {
    if (key == NULL || !has_kind(reader, key, YAML_LIST))
        return;
    const YamlNode *list = key->next;
    if (list->count > PLAN_ITEMS_KEPT) {
        problem(reader, key, _("a plan holds at most %d programs"), PLAN_ITEMS_KEPT);
        return;
    }
    for (const YamlNode *node = list->first; node != NULL; node = node->next) {
        if (problems_are_full(reader->problems))
            return;
        if (is_map(reader, node, key->text))
            read_item(reader, list, node);
    }
}

/* ---- the plan ---- */

enum {
    HEAD_FORMAT,
    HEAD_NAME,
    HEAD_CREATED,
    HEAD_UPDATED,
    HEAD_ARCHIVED,
    HEAD_CONFLICTS,
    HEAD_ITEMS,
    HEAD_END,
    HEAD_KEYS
};

static const char *const head_names[] = {"kairo_plan", "name",      "created", "updated",
                                         "archived",   "conflicts", "items",   "end"};

/* Whether this is a plan, and of a format known here: else nothing else is worth saying. */
static bool format_is_known(Reader *reader, const YamlNode *root) {
    const YamlNode *key = yaml_find_key(root, head_names[HEAD_FORMAT]);
    if (key == NULL || key->next->kind != YAML_TEXT) {
        problem(reader, root,
                _("this is not a plan of kairo: the line 'kairo_plan: %d' is missing"),
                PLAN_FORMAT);
        return false;
    }
    const char *format = key->next->text;
    if (strcmp(format, "1") == 0)
        return true;
    if (format[0] >= '1' && format[0] <= '9' && format[strspn(format, "0123456789")] == '\0')
        problem(reader, key->next,
                _("a newer kairo wrote this plan (format %s; this one reads format %d): use that "
                  "one, or update this one"),
                quote(reader, key->next), PLAN_FORMAT);
    else
        problem(reader, key->next, _("'%s' is not a format of plans; expected %d"),
                quote(reader, key->next), PLAN_FORMAT);
    return false;
}

static void read_name(Reader *reader, const YamlNode *value) {
    Err err;
    if (plan_name_is_right(value->text, &err))
        plan_store(&reader->plan.name, value->text);
    else
        problem(reader, value, "%s", err.text);
}

static void read_archived(Reader *reader, const YamlNode *key) {
    if (key == NULL || !has_kind(reader, key, YAML_TEXT))
        return;
    reader->plan.archived = strcmp(key->next->text, "true") == 0;
    if (!reader->plan.archived && strcmp(key->next->text, "false") != 0)
        problem(reader, key->next, _("'%s' is not right for '%s'; expected true or false"),
                quote(reader, key->next), key->text);
}

/* A file that was cut between two lines is right but for this. */
static void check_end(Reader *reader, const YamlNode *root, const YamlNode *key) {
    bool whole = key != NULL && key->next->kind == YAML_TEXT && key->next->next == NULL &&
                 strcmp(key->next->text, "true") == 0;
    if (!whole)
        problem(reader, key != NULL ? key : root,
                _("the file was cut or added to: its last line must be 'end: true'"));
}

static void read_plan(Reader *reader, const YamlNode *root) {
    /* TRANSLATORS: as the subject of a sentence */
    const char *what = _("a plan");
    const YamlNode *keys[HEAD_KEYS] = {NULL};
    gather(reader, root, what, (Strings){head_names, HEAD_KEYS}, keys);
    if (needs(reader, root, what, head_names[HEAD_NAME], keys[HEAD_NAME]))
        read_name(reader, keys[HEAD_NAME]->next);
    if (needs(reader, root, what, head_names[HEAD_CREATED], keys[HEAD_CREATED]))
        read_stamp(reader, keys[HEAD_CREATED], &reader->plan.created);
    if (needs(reader, root, what, head_names[HEAD_UPDATED], keys[HEAD_UPDATED]))
        read_stamp(reader, keys[HEAD_UPDATED], &reader->plan.updated);
    read_archived(reader, keys[HEAD_ARCHIVED]);
    read_records(reader, keys[HEAD_CONFLICTS], true, &reader->plan.conflicts);
    read_items(reader, keys[HEAD_ITEMS]);
    check_end(reader, root, keys[HEAD_END]);
}

bool plan_read(Str bytes, const char *file, Plan *out, Problems *problems) {
    Reader reader = {.file = file, .problems = problems};
    size_t before = problems->count + problems->dropped;
    YamlInput input = {.file = file,
                       .bytes = bytes,
                       .nodes = &reader.scratch,
                       .texts = &reader.scratch,
                       .problems = problems,
                       .exact = true};
    const YamlNode *root = yaml_read(&input);
    plan_init(&reader.plan, "", "");
    if (root != NULL && format_is_known(&reader, root))
        read_plan(&reader, root);
    arena_release(&reader.scratch);
    bool read = problems->count + problems->dropped == before;
    if (read)
        *out = reader.plan;
    else
        plan_release(&reader.plan);
    return read;
}
