/*
 * The schemas of all sections of a catalogue (data/schema/catalogue.md). Macros make a Field
 * from a struct's member; the compiler checks that the member has the type the reader writes.
 */
#ifndef KAIRO_CATALOGUE_RECORDS_H
#define KAIRO_CATALOGUE_RECORDS_H

#include "catalogue/schema.h"

extern const Schema edition_schema, step_schema, need_schema, provider_schema, country_schema;
extern const Schema city_schema;
extern const Schema case_schema, event_schema, figure_schema;
extern const Schema program_schema;        /* of the edition: has a number */
extern const Schema added_program_schema;  /* of another file: has none */
extern const Schema resource_schema;       /* no need, perhaps no step */
extern const Schema added_resource_schema; /* may stand on no slide */

/* Parts that programs share with other records. */
extern const Schema link_schema, contact_schema, place_schema, event_place_schema;
extern const Schema fact_schema, table_schema;

/* ---- checks (check.c) ---- */
void check_cost(Reading *reading, void *record, const YamlNode *node);
void check_period(Reading *reading, void *record, const YamlNode *node);
void check_phone(Reading *reading, void *record, const YamlNode *node);
void check_table(Reading *reading, void *record, const YamlNode *node);
void check_event(Reading *reading, void *record, const YamlNode *node);
void check_figure(Reading *reading, void *record, const YamlNode *node);
void check_program(Reading *reading, void *record, const YamlNode *node);
void check_program_linked(Reading *reading, const void *record, const YamlNode *node);
/* Enters a country's names, which places may use. */
void enter_country_names(Reading *reading, void *record, const YamlNode *node);

/* ---- fields ---- */

#define NEEDED true
#define OPTIONAL false

/* The offset of MEMBER; does not compile unless it is a TYPE. */
#define MEMBER_AT(STRUCT, MEMBER, TYPE)                                                            \
    (offsetof(STRUCT, MEMBER) + 0 * sizeof(char[_Generic(((STRUCT *)0)->MEMBER, TYPE : 1)]))
/* The offset of an enumeration or a list, which all have one form in memory. */
#define ENUM_AT(STRUCT, MEMBER)                                                                    \
    (offsetof(STRUCT, MEMBER) + 0 * sizeof(char[sizeof(((STRUCT *)0)->MEMBER) == 4 ? 1 : -1]))
#define LIST_AT(STRUCT, MEMBER)                                                                    \
    (offsetof(STRUCT, MEMBER) +                                                                    \
     0 * sizeof(char[sizeof(((STRUCT *)0)->MEMBER.at) == sizeof(void *) ? 1 : -1]))

#define STRING(STRUCT, MEMBER, TYPE, NEED)                                                         \
    {                                                                                              \
        .name = #MEMBER, .type = TYPE, .needed = NEED,                                             \
        .offset = MEMBER_AT(STRUCT, MEMBER, const char *)                                          \
    }
#define TEXT(STRUCT, MEMBER, NEED) STRING(STRUCT, MEMBER, FIELD_TEXT, NEED)
#define LINES(STRUCT, MEMBER, NEED) STRING(STRUCT, MEMBER, FIELD_LINES, NEED)
#define INT(STRUCT, MEMBER, NEED, LOW, HIGH)                                                       \
    {                                                                                              \
        .name = #MEMBER, .type = FIELD_INT, .needed = NEED,                                        \
        .offset = MEMBER_AT(STRUCT, MEMBER, int), .low = LOW, .high = HIGH                         \
    }
#define SLIDE(STRUCT, NEED)                                                                        \
    {                                                                                              \
        .name = "slide", .type = FIELD_SLIDE, .needed = NEED,                                      \
        .offset = MEMBER_AT(STRUCT, slide, int)                                                    \
    }
#define YEN(STRUCT, MEMBER)                                                                        \
    { .name = #MEMBER, .type = FIELD_YEN, .offset = MEMBER_AT(STRUCT, MEMBER, int64_t) }
#define DAY(STRUCT, MEMBER, TYPE, NEED)                                                            \
    { .name = #MEMBER, .type = TYPE, .needed = NEED, .offset = MEMBER_AT(STRUCT, MEMBER, Date) }
#define FLAG(STRUCT, MEMBER)                                                                       \
    { .name = #MEMBER, .type = FIELD_BOOL, .offset = MEMBER_AT(STRUCT, MEMBER, bool) }
#define ENUM(STRUCT, MEMBER, NEED, NAMES, FALLBACK)                                                \
    {                                                                                              \
        .name = #MEMBER, .type = FIELD_ENUM, .needed = NEED, .offset = ENUM_AT(STRUCT, MEMBER),    \
        .names = &NAMES, .fallback = FALLBACK                                                      \
    }
#define STRINGS(STRUCT, MEMBER)                                                                    \
    { .name = #MEMBER, .type = FIELD_STRINGS, .offset = MEMBER_AT(STRUCT, MEMBER, Strings) }
#define RECORD(STRUCT, MEMBER, NEED, SCHEMA)                                                       \
    {                                                                                              \
        .name = #MEMBER, .type = FIELD_RECORD, .needed = NEED, .offset = offsetof(STRUCT, MEMBER), \
        .schema = &SCHEMA                                                                          \
    }
#define RECORDS(STRUCT, MEMBER, NEED, SCHEMA)                                                      \
    {                                                                                              \
        .name = #MEMBER, .type = FIELD_RECORDS, .needed = NEED, .offset = LIST_AT(STRUCT, MEMBER), \
        .schema = &SCHEMA                                                                          \
    }

#define OWN(FIELDS) .own = FIELDS, .own_count = COUNT_OF(FIELDS)
#define COMMON(FIELDS) .common = FIELDS, .common_count = COUNT_OF(FIELDS)

#endif
