/* What is printed around the programs. */
#include "catalogue/records.h"

#include "base/tr.h"

static const Field edition_fields[] = {
    STRING(Edition, id, FIELD_EDITION, NEEDED),
    TEXT(Edition, title, NEEDED),
    TEXT(Edition, title_en, NEEDED),
    TEXT(Edition, issuer, NEEDED),
    TEXT(Edition, issuer_en, NEEDED),
    TEXT(Edition, document, OPTIONAL),
    DAY(Edition, date, FIELD_DATE, NEEDED),
    INT(Edition, slides, NEEDED, 0, 9999),
};
const Schema edition_schema = {
    .what = N_("the edition"), .size = sizeof(Edition), OWN(edition_fields)};

static const Field step_fields[] = {
    INT(Step, number, NEEDED, 1, STEP_COUNT),
    TEXT(Step, title, NEEDED),
    TEXT(Step, title_en, NEEDED),
    TEXT(Step, reading, NEEDED),
    TEXT(Step, subtitle, NEEDED),
    TEXT(Step, subtitle_en, NEEDED),
    TEXT(Step, summary, NEEDED),
    TEXT(Step, summary_en, NEEDED),
    STRINGS(Step, activities),
};
const Schema step_schema = {.what = N_("a step"), .size = sizeof(Step), OWN(step_fields)};

static const Field need_fields[] = {
    STRING(Need, id, FIELD_LETTER, NEEDED),
    INT(Need, step, NEEDED, 1, STEP_COUNT),
    TEXT(Need, title, NEEDED),
    TEXT(Need, title_en, NEEDED),
    TEXT(Need, reading, NEEDED),
    TEXT(Need, summary, NEEDED),
    TEXT(Need, summary_en, NEEDED),
};
const Schema need_schema = {
    .what = N_("a need"), .size = sizeof(Need), OWN(need_fields), .space = SPACE_NEED};

static const Field provider_fields[] = {
    STRING(Provider, id, FIELD_ID, NEEDED),
    TEXT(Provider, name, NEEDED),
    TEXT(Provider, name_full, NEEDED),
    TEXT(Provider, name_en, NEEDED),
    TEXT(Provider, reading, NEEDED),
    STRINGS(Provider, aliases),
    TEXT(Provider, summary, NEEDED),
    TEXT(Provider, summary_en, NEEDED),
    RECORDS(Provider, links, OPTIONAL, link_schema),
    RECORDS(Provider, contacts, OPTIONAL, contact_schema),
};
const Schema provider_schema = {.what = N_("a provider"),
                                .size = sizeof(Provider),
                                OWN(provider_fields),
                                .space = SPACE_PROVIDER};

static const Field country_fields[] = {
    STRING(Country, id, FIELD_COUNTRY, NEEDED),
    TEXT(Country, name, NEEDED),
    TEXT(Country, name_en, NEEDED),
    TEXT(Country, reading, NEEDED),
    TEXT(Country, region, NEEDED),
    TEXT(Country, region_en, NEEDED),
    STRINGS(Country, aliases),
};
const Schema country_schema = {.what = N_("a country"),
                               .size = sizeof(Country),
                               OWN(country_fields),
                               .space = SPACE_COUNTRY,
                               .check = enter_country_names};

static const Field city_fields[] = {
    {.name = "country",
     .type = FIELD_REF,
     .needed = NEEDED,
     .offset = MEMBER_AT(City, country, const char *),
     .target = MEMBER_AT(City, in, const Country *),
     .space = SPACE_COUNTRY_NAME},
    TEXT(City, name, NEEDED),
    TEXT(City, name_en, NEEDED),
    TEXT(City, reading, NEEDED),
};
const Schema city_schema = {.what = N_("a city"), .size = sizeof(City), OWN(city_fields)};

#define ABOUT(STRUCT)                                                                              \
    {                                                                                              \
        .name = "about", .type = FIELD_REFS, .offset = MEMBER_AT(STRUCT, about, CountryRefs),      \
        .space = SPACE_COUNTRY_NAME                                                                \
    }

#define PROGRAM_ID(STRUCT, NEED)                                                                   \
    {                                                                                              \
        .name = "program", .type = FIELD_REF, .needed = NEED,                                      \
        .offset = MEMBER_AT(STRUCT, program, const char *), .target = NO_MEMBER,                   \
        .space = SPACE_PROGRAM                                                                     \
    }

static const Field case_fields[] = {
    STRING(Case, id, FIELD_ID, NEEDED),
    TEXT(Case, title, NEEDED),
    TEXT(Case, place, OPTIONAL),
    ABOUT(Case),
    LINES(Case, summary, NEEDED),
    LINES(Case, summary_en, NEEDED),
    RECORDS(Case, facts, OPTIONAL, fact_schema),
    PROGRAM_ID(Case, NEEDED),
    SLIDE(Case, NEEDED),
};
const Schema case_schema = {
    .what = N_("a case"), .size = sizeof(Case), OWN(case_fields), .space = SPACE_CASE};

static const Field event_fields[] = {
    STRING(Occasion, id, FIELD_ID, NEEDED),
    ENUM(Occasion, kind, NEEDED, event_kind_names, OCCASION_SEMINAR),
    TEXT(Occasion, name, NEEDED),
    TEXT(Occasion, name_en, NEEDED),
    TEXT(Occasion, field, OPTIONAL),
    DAY(Occasion, from, FIELD_DAY, NEEDED),
    DAY(Occasion, to, FIELD_DAY, NEEDED),
    TEXT(Occasion, date_text, NEEDED),
    RECORD(Occasion, place, NEEDED, event_place_schema),
    ABOUT(Occasion),
    LINES(Occasion, note, OPTIONAL),
    PROGRAM_ID(Occasion, OPTIONAL),
    SLIDE(Occasion, NEEDED),
};
const Schema event_schema = {.what = N_("an event"),
                             .size = sizeof(Occasion),
                             OWN(event_fields),
                             .space = SPACE_EVENT,
                             .check = check_event};

static const Field point_fields[] = {
    TEXT(Point, label, NEEDED),
    {.name = "value",
     .type = FIELD_COUNT,
     .needed = NEEDED,
     .offset = MEMBER_AT(Point, value, int64_t)},
    LINES(Point, note, OPTIONAL),
};
static const Schema point_schema = {
    .what = N_("a point"), .size = sizeof(Point), OWN(point_fields)};

static const Field series_fields[] = {
    TEXT(Series, label, NEEDED),
    TEXT(Series, label_en, NEEDED),
    TEXT(Series, unit, NEEDED),
    FLAG(Series, approximate),
    RECORDS(Series, points, NEEDED, point_schema),
};
static const Schema series_schema = {
    .what = N_("a series"), .size = sizeof(Series), OWN(series_fields)};

static const Field grade_fields[] = {
    TEXT(GradeRow, label, NEEDED),
    STRINGS(GradeRow, examples),
    STRING(GradeRow, grades, FIELD_GRADES, NEEDED),
};
static const Schema grade_schema = {
    .what = N_("a row of grades"), .size = sizeof(GradeRow), OWN(grade_fields)};

static const Field figure_fields[] = {
    STRING(Figure, id, FIELD_ID, NEEDED),
    ENUM(Figure, kind, NEEDED, figure_kind_names, FIGURE_TEXT),
    TEXT(Figure, title, NEEDED),
    TEXT(Figure, title_en, NEEDED),
    SLIDE(Figure, NEEDED),
    TEXT(Figure, source, OPTIONAL),
    LINES(Figure, summary, NEEDED),
    LINES(Figure, summary_en, NEEDED),
    STRINGS(Figure, notes),
    RECORDS(Figure, facts, OPTIONAL, fact_schema),
    RECORDS(Figure, series, OPTIONAL, series_schema),
    RECORDS(Figure, tables, OPTIONAL, table_schema),
    INT(Figure, grade_columns, OPTIONAL, 1, 99),
    RECORDS(Figure, grades, OPTIONAL, grade_schema),
};
const Schema figure_schema = {.what = N_("a figure"),
                              .size = sizeof(Figure),
                              OWN(figure_fields),
                              .space = SPACE_FIGURE,
                              .check = check_figure};
