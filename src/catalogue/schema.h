/*
 * Reading records by tables: a Schema says which keys a map may have, how each value is read
 * and into which member of a C struct it goes. One engine (schema.c) does the rest and
 * reports unknown, doubled, missing and empty keys and wrong shapes in the same words
 * everywhere; values.c reads single values.
 */
#ifndef KAIRO_CATALOGUE_SCHEMA_H
#define KAIRO_CATALOGUE_SCHEMA_H

#include "catalogue/index.h"
#include "catalogue/names.h"
#include "catalogue/yaml_reader.h"

#include <stdint.h>

typedef enum FieldType {
    FIELD_TEXT,    /* const char *, one line */
    FIELD_LINES,   /* const char *, may have line feeds */
    FIELD_ID,      /* const char *: [a-z0-9][a-z0-9-]* */
    FIELD_LETTER,  /* const char *: one capital letter */
    FIELD_COUNTRY, /* const char *: two small letters */
    FIELD_EDITION, /* const char *: 2016-12 */
    FIELD_WORD,    /* const char *: one of names */
    FIELD_URL,     /* const char * */
    FIELD_PHONE,   /* const char * */
    FIELD_EMAIL,   /* const char * */
    FIELD_GRADES,  /* const char *: letters A to D */
    FIELD_ENUM,    /* an enumeration: one of names, or `fallback` */
    FIELD_BOOL,    /* bool */
    FIELD_INT,     /* int from low to high */
    FIELD_SLIDE,   /* int from 0 to the edition's last */
    FIELD_COUNT,   /* int64_t, may be negative */
    FIELD_YEN,     /* int64_t, YEN_NOT_STATED when left out */
    FIELD_PERCENT, /* int, basis points */
    FIELD_RATE,    /* Rate, at most 1 */
    FIELD_FACTOR,  /* Rate, a ratio of at least 1 */
    FIELD_DATE,    /* Date, to the day, month or year */
    FIELD_DAY,     /* Date, to the day */
    FIELD_STRINGS, /* Strings */
    FIELD_ROWS,    /* TableRows */
    FIELD_RECORD,  /* a struct by `schema` */
    FIELD_RECORDS, /* a LIST_OF(struct) by `schema` */
    FIELD_REF,     /* a name in `space`: const char * at offset, record pointer at target */
    FIELD_REFS,    /* pointers and their number: a list of names in `space` */
    FIELD_TYPES
} FieldType;

typedef struct Schema Schema;

/* No member: a REF of which only the text or only the pointer is kept. */
#define NO_MEMBER SIZE_MAX

typedef struct Field {
    const char *name;
    FieldType type;
    bool needed;
    size_t offset; /* of the member */
    size_t target; /* FIELD_REF: of the pointer to the record */
    int low, high, fallback;
    const EnumNames *names;
    const Schema *schema;
    Space space;
} Field;

typedef struct Reading Reading;

struct Schema {
    const char *what; /* msgid: "a contact" */
    size_t size;
    const Field *own, *common; /* common: shared with another schema */
    size_t own_count, common_count;
    Space space; /* where its ids are entered */
    /* What no single key can tell; called after all keys are read. May be NULL. */
    void (*check)(Reading *reading, void *record, const YamlNode *node);
    /* The same once references point at their records. May be NULL. */
    void (*check_linked)(Reading *reading, const void *record, const YamlNode *node);
};

/* A name that must turn out to be a record's. */
typedef struct Ref Ref;
struct Ref {
    const YamlNode *node;
    const char *file;
    Space space;
    void *target;      /* where the pointer to the record goes; NULL: nowhere */
    const void *owner; /* the record it stands in */
    Ref *next;
};

struct Reading {
    const char *file;
    Arena *arena;   /* the catalogue's */
    Arena *scratch; /* gone after loading */
    Problems *problems;
    Index index;
    Ref *refs, **refs_end;
    const void *owner; /* the record of a section being read */
    int last_slide;    /* of the edition */
    bool has_country_keys;
};

/* Fills `record` (zeroed) from the map `node`. */
void schema_read(Reading *reading, const Schema *schema, const YamlNode *node, void *record);

/* Reads one value into `member`; wrong ones are reported and leave it as it is. */
void value_read(Reading *reading, const Field *field, const YamlNode *node, void *member);

/* ---- reporting ---- */

void reading_problem(Reading *reading, const YamlNode *at, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* The same and then the nearest of `right`, or all of them when none is near. */
void reading_problem_of(Reading *reading, const YamlNode *at, Str wrong, Strings right,
                        const char *format, ...) PRINTF_LIKE(5, 6);

/* A value as it can be quoted in a message: one line, not too long; in the scratch arena. */
const char *reading_quote(Reading *reading, const YamlNode *text);

/* ---- references (resolve.c) ---- */

void ref_add(Reading *reading, const YamlNode *node, Space space, void *target);
void refs_resolve(Reading *reading);

#endif
