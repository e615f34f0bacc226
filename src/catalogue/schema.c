/* See schema.h. Keys mostly come in the schema's order, so the search for each begins after
   the one before. */
#include "catalogue/schema.h"

#include "base/bug.h"
#include "base/tr.h"
#include "text/nearest.h"

/* What every LIST_OF is in memory. */
typedef struct AnyList {
    const void *at;
    size_t count;
} AnyList;
_Static_assert(sizeof(AnyList) == sizeof(Programs) && sizeof(AnyList) == sizeof(Strings),
               "lists are a pointer and a count");

/* ---- reporting ---- */

/* Counted, but not worth wording. */
static bool only_counts(Reading *reading) {
    if (!problems_are_full(reading->problems))
        return false;
    reading->problems->dropped++;
    return true;
}

void reading_problem(Reading *reading, const YamlNode *at, const char *format, ...) {
    if (only_counts(reading))
        return;
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(reading->scratch, format, arguments);
    va_end(arguments);
    problems_add(reading->problems, reading->file, at->line, at->column, "%s", message);
}

static const char *join(Reading *reading, Strings words) {
    size_t bytes = 1;
    for (size_t i = 0; i < words.count; i++)
        bytes += strlen(words.at[i]) + 2;
    char *text = arena_alloc(reading->scratch, bytes), *at = text;
    for (size_t i = 0; i < words.count; i++) {
        size_t len = strlen(words.at[i]);
        if (i > 0) {
            memcpy(at, ", ", 2);
            at += 2;
        }
        memcpy(at, words.at[i], len);
        at += len;
    }
    return text;
}

void reading_problem_of(Reading *reading, const YamlNode *at, Str wrong, Strings right,
                        const char *format, ...) {
    enum { MOST_LISTED = 32 };
    if (only_counts(reading))
        return;
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprintf(reading->scratch, format, arguments);
    va_end(arguments);
    /* A single letter is near to every other one. */
    const char *near = wrong.len > 1 ? text_nearest(wrong, right) : NULL;
    if (near != NULL)
        /* TRANSLATORS: a complete message, then the nearest right word */
        message = arena_printf(reading->scratch, _("%s (did you mean '%s'?)"), message, near);
    else if (right.count > 0 && right.count <= MOST_LISTED)
        /* TRANSLATORS: a complete message, then all right words */
        message = arena_printf(reading->scratch, _("%s (expected one of: %s)"), message,
                               join(reading, right));
    problems_add(reading->problems, reading->file, at->line, at->column, "%s", message);
}

const char *reading_quote(Reading *reading, const YamlNode *text) {
    enum { MOST_SHOWN = 40 }; /* code points */
    size_t end = 0, shown = 0;
    for (; text->text[end] != '\0'; end++)
        if (((unsigned char)text->text[end] & 0xC0) != 0x80 && ++shown > MOST_SHOWN)
            break;
    char *copy = arena_printf(reading->scratch, "%.*s%s", (int)end, text->text,
                              text->text[end] != '\0' ? "…" : "");
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '\n')
            *at = ' ';
    return copy;
}

/* ---- keys ---- */

static size_t field_count(const Schema *schema) {
    return schema->own_count + schema->common_count;
}

static const Field *field_at(const Schema *schema, size_t i) {
    return i < schema->own_count ? &schema->own[i] : &schema->common[i - schema->own_count];
}

/* The place of the field called `key`, or the number of fields. */
static size_t find_field(const Schema *schema, const char *key, size_t start) {
    size_t count = field_count(schema);
    for (size_t tried = 0, i = start; tried < count; tried++, i++) {
        if (i >= count)
            i = 0;
        if (strcmp(field_at(schema, i)->name, key) == 0)
            return i;
    }
    return count;
}

/* The place of the field that was probably meant, or the number of fields. */
static size_t report_unknown_key(Reading *reading, const Schema *schema, const YamlNode *key) {
    if (only_counts(reading)) /* before the names are gathered */
        return field_count(schema);
    size_t count = field_count(schema);
    const char **names = arena_new(reading->scratch, const char *, count);
    for (size_t i = 0; i < count; i++)
        names[i] = field_at(schema, i)->name;
    /* TRANSLATORS: the second word is "a program", "a contact" and so on */
    reading_problem_of(reading, key, str(key->text), (Strings){names, count},
                       _("unknown key '%s' in %s"), reading_quote(reading, key), tr(schema->what));
    const char *meant = text_nearest(str(key->text), (Strings){names, count});
    return meant == NULL ? count : find_field(schema, meant, 0);
}

static void report_double_key(Reading *reading, const YamlNode *map, const YamlNode *key) {
    if (only_counts(reading))
        return;
    reading_problem(reading, key, _("key '%s' stands here again; it is already in line %d"),
                    key->text, yaml_find_key(map, key->text)->line);
}

static bool is_empty(const YamlNode *node) {
    return node->kind == YAML_TEXT ? node->text[0] == '\0' : node->first == NULL;
}

/* ---- shapes ---- */

static YamlKind shape_of(FieldType type) {
    switch (type) {
    case FIELD_RECORD:
        return YAML_MAP;
    case FIELD_STRINGS:
    case FIELD_ROWS:
    case FIELD_RECORDS:
    case FIELD_REFS:
        return YAML_LIST;
    default:
        return YAML_TEXT;
    }
}

static bool has_shape(Reading *reading, const YamlNode *node, YamlKind wanted, const char *name) {
    if (node->kind == wanted)
        return true;
    if (wanted == YAML_TEXT)
        reading_problem(reading, node, _("'%s' must be a text, not a list or a map"), name);
    else if (wanted == YAML_LIST)
        reading_problem(reading, node, _("'%s' must be a list (lines that begin with '- ')"), name);
    else
        reading_problem(reading, node, _("'%s' must be a map (lines of 'key: value')"), name);
    return false;
}

static bool has_value(Reading *reading, const YamlNode *node, const char *name) {
    if (!is_empty(node))
        return true;
    reading_problem(reading, node, _("'%s' has no value; leave the key out instead"), name);
    return false;
}

/* ---- lists ---- */

static Strings read_strings(Reading *reading, const Field *field, const YamlNode *list) {
    static const Field item_type = {.type = FIELD_TEXT};
    Field item = item_type;
    item.name = field->name;
    const char **texts = arena_new(reading->arena, const char *, list->count);
    size_t count = 0;
    for (const YamlNode *node = list->first; node != NULL; node = node->next) {
        texts[count] = "";
        if (has_shape(reading, node, YAML_TEXT, field->name) &&
            has_value(reading, node, field->name))
            value_read(reading, &item, node, &texts[count]);
        count++;
    }
    return (Strings){texts, count};
}

static void read_rows(Reading *reading, const Field *field, const YamlNode *list, void *member) {
    TableRow *rows = arena_new(reading->arena, TableRow, list->count);
    size_t count = 0;
    for (const YamlNode *node = list->first; node != NULL; node = node->next, count++)
        if (has_shape(reading, node, YAML_LIST, field->name))
            rows[count].cells = read_strings(reading, field, node);
    AnyList read = {rows, count};
    memcpy(member, &read, sizeof read);
}

static void set_defaults(const Schema *schema, char *record, bool stands);

static void read_records(Reading *reading, const Field *field, const YamlNode *list, void *member) {
    const Schema *schema = field->schema;
    char *records = arena_array(reading->arena, list->count, schema->size);
    size_t count = 0;
    for (const YamlNode *node = list->first; node != NULL && !problems_are_full(reading->problems);
         node = node->next, count++)
        if (has_shape(reading, node, YAML_MAP, field->name))
            schema_read(reading, schema, node, records + count * schema->size);
        else
            set_defaults(schema, records + count * schema->size, true);
    AnyList read = {records, count};
    memcpy(member, &read, sizeof read);
}

static void read_refs(Reading *reading, const Field *field, const YamlNode *list, void *member) {
    const void **targets = arena_new(reading->arena, const void *, list->count);
    size_t count = 0;
    for (const YamlNode *node = list->first; node != NULL; node = node->next)
        if (has_shape(reading, node, YAML_TEXT, field->name) &&
            has_value(reading, node, field->name))
            ref_add(reading, node, field->space, &targets[count++]);
    AnyList read = {targets, count};
    memcpy(member, &read, sizeof read);
}

static void read_ref(Reading *reading, const Field *field, const YamlNode *node, char *record) {
    if (field->offset != NO_MEMBER)
        memcpy(record + field->offset, &(const char *){node->text}, sizeof(const char *));
    ref_add(reading, node, field->space,
            field->target != NO_MEMBER ? record + field->target : NULL);
}

/* ---- records ---- */

static void read_field(Reading *reading, const Field *field, const YamlNode *node, char *record) {
    if (!has_shape(reading, node, shape_of(field->type), field->name) ||
        !has_value(reading, node, field->name))
        return;
    switch (field->type) {
    case FIELD_REF:
        read_ref(reading, field, node, record);
        break;
    case FIELD_STRINGS: {
        Strings read = read_strings(reading, field, node);
        memcpy(record + field->offset, &read, sizeof read);
        break;
    }
    case FIELD_ROWS:
        read_rows(reading, field, node, record + field->offset);
        break;
    case FIELD_RECORD:
        schema_read(reading, field->schema, node, record + field->offset);
        break;
    case FIELD_RECORDS:
        read_records(reading, field, node, record + field->offset);
        break;
    case FIELD_REFS:
        read_refs(reading, field, node, record + field->offset);
        break;
    default:
        value_read(reading, field, node, record + field->offset);
    }
}

/*
 * What a member holds when its key is left out; zero bytes unless said here. An enumeration
 * that is needed holds one past its last, which no check asks about; but where the record
 * itself may be left out (`stands` is false), nothing is wrong and it holds its fallback.
 */
static void set_default(const Field *field, char *record, bool stands) {
    if (field->offset == NO_MEMBER)
        return;
    char *member = record + field->offset;
    if (field->type == FIELD_YEN)
        *(int64_t *)(void *)member = YEN_NOT_STATED;
    else if (field->type == FIELD_ENUM)
        *(int *)(void *)member = field->needed && stands ? field->names->count : field->fallback;
    else if (field->type == FIELD_RECORD)
        set_defaults(field->schema, member, stands && field->needed);
    else if (field->type < FIELD_ENUM || field->type == FIELD_REF)
        *(const char **)(void *)member = "";
}

static void set_defaults(const Schema *schema, char *record, bool stands) {
    for (size_t i = 0; i < field_count(schema); i++)
        set_default(field_at(schema, i), record, stands);
}

static void report_missing(Reading *reading, const Schema *schema, const YamlNode *node,
                           uint64_t seen) {
    for (size_t i = 0; i < field_count(schema); i++)
        if (field_at(schema, i)->needed && (seen >> i & 1) == 0)
            /* TRANSLATORS: the first word is "a program", "a contact" and so on */
            reading_problem(reading, node, _("%s needs the key '%s', which is missing"),
                            tr(schema->what), field_at(schema, i)->name);
}

void schema_read(Reading *reading, const Schema *schema, const YamlNode *node, void *record) {
    size_t count = field_count(schema), next = 0;
    uint64_t seen = 0, meant = 0; /* one bit per field */
    if (count > 64)
        BUG("a schema with more than 64 keys");
    set_defaults(schema, record, true);
    for (const YamlNode *key = node->first; key != NULL; key = key->next->next) {
        size_t i = find_field(schema, key->text, next);
        if (i == count) {
            i = report_unknown_key(reading, schema, key);
            if (i < count)
                meant |= (uint64_t)1 << i;
            continue;
        }
        if ((seen >> i & 1) != 0) {
            report_double_key(reading, node, key);
            continue;
        }
        seen |= (uint64_t)1 << i;
        next = i + 1;
        read_field(reading, field_at(schema, i), key->next, record);
    }
    report_missing(reading, schema, node, seen | meant);
    if (schema->check != NULL && !problems_are_full(reading->problems))
        schema->check(reading, record, node);
}
