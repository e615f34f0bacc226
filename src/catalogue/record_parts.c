/* Parts that several records have: links, contacts, places, facts, tables. */
#include "catalogue/records.h"

#include "base/tr.h"

static const Field link_fields[] = {
    ENUM(Link, kind, OPTIONAL, link_kind_names, LINK_GUIDE),
    TEXT(Link, label, OPTIONAL),
    STRING(Link, url, FIELD_URL, NEEDED),
    TEXT(Link, printed, OPTIONAL),
    TEXT(Link, audience, OPTIONAL),
};
const Schema link_schema = {.what = N_("a link"), .size = sizeof(Link), OWN(link_fields)};

static const Field phone_fields[] = {
    STRING(Phone, number, FIELD_PHONE, NEEDED),
    TEXT(Phone, extension, OPTIONAL),
    ENUM(Phone, kind, OPTIONAL, phone_kind_names, PHONE_VOICE),
    TEXT(Phone, note, OPTIONAL),
};
static const Schema phone_schema = {.what = N_("a telephone number"),
                                    .size = sizeof(Phone),
                                    OWN(phone_fields),
                                    .check = check_phone};

static const Field contact_fields[] = {
    TEXT(Contact, label, NEEDED),   RECORDS(Contact, phones, OPTIONAL, phone_schema),
    TEXT(Contact, hours, OPTIONAL), STRING(Contact, email, FIELD_EMAIL, OPTIONAL),
    LINES(Contact, note, OPTIONAL),
};
const Schema contact_schema = {
    .what = N_("a contact"), .size = sizeof(Contact), OWN(contact_fields)};

#define COUNTRY_OF_PLACE                                                                           \
    {                                                                                              \
        .name = "country", .type = FIELD_REF, .needed = NEEDED,                                    \
        .offset = MEMBER_AT(Place, country, const char *),                                         \
        .target = MEMBER_AT(Place, in, const Country *), .space = SPACE_COUNTRY_NAME               \
    }

static const Field place_fields[] = {
    COUNTRY_OF_PLACE,
    TEXT(Place, city, OPTIONAL),
    {.name = "role",
     .type = FIELD_WORD,
     .needed = NEEDED,
     .offset = MEMBER_AT(Place, role, const char *),
     .names = &place_role_names},
    TEXT(Place, label, OPTIONAL),
    INT(Place, rooms, OPTIONAL, 1, 9999),
    TEXT(Place, audience, OPTIONAL),
};
const Schema place_schema = {.what = N_("a place"), .size = sizeof(Place), OWN(place_fields)};

/* The place of an event: only where it is. The rest of the struct is set to "". */
static const Field event_place_fields[] = {
    COUNTRY_OF_PLACE,
    TEXT(Place, city, OPTIONAL),
};
static void fill_event_place(Reading *reading, void *record, const YamlNode *node) {
    (void)reading, (void)node;
    Place *place = record;
    place->role = place->label = place->audience = "";
}
const Schema event_place_schema = {.what = N_("the place of an event"),
                                   .size = sizeof(Place),
                                   OWN(event_place_fields),
                                   .check = fill_event_place};

static const Field fact_fields[] = {
    TEXT(Fact, label, NEEDED),
    LINES(Fact, value, NEEDED),
};
const Schema fact_schema = {.what = N_("a fact"), .size = sizeof(Fact), OWN(fact_fields)};

static const Field table_fields[] = {
    TEXT(Table, title, NEEDED),
    {.name = "columns",
     .type = FIELD_STRINGS,
     .needed = NEEDED,
     .offset = MEMBER_AT(Table, columns, Strings)},
    {.name = "rows",
     .type = FIELD_ROWS,
     .needed = NEEDED,
     .offset = MEMBER_AT(Table, rows, TableRows)},
    LINES(Table, note, OPTIONAL),
};
const Schema table_schema = {
    .what = N_("a table"), .size = sizeof(Table), OWN(table_fields), .check = check_table};
