/* Programs and cross-step resources. */
#include "catalogue/records.h"

#include "base/tr.h"

static const Field option_fields[] = {
    TEXT(CostOption, label, OPTIONAL),
    YEN(CostOption, amount_yen),
    ENUM(CostOption, tax, OPTIONAL, tax_names, TAX_NOT_STATED),
    TEXT(CostOption, per, OPTIONAL),
    FLAG(CostOption, from),
    TEXT(CostOption, audience, OPTIONAL),
    LINES(CostOption, note, OPTIONAL),
};
static const Schema option_schema = {
    .what = N_("a fee"), .size = sizeof(CostOption), OWN(option_fields)};

static const Field cost_fields[] = {
    ENUM(Cost, kind, NEEDED, cost_kind_names, COST_NOT_STATED),
    LINES(Cost, text, OPTIONAL),
    RECORDS(Cost, options, OPTIONAL, option_schema),
};
static const Schema cost_schema = {
    .what = N_("the cost"), .size = sizeof(Cost), OWN(cost_fields), .check = check_cost};

static const Field multiplier_fields[] = {
    TEXT(Multiplier, label, NEEDED),
    {.name = "factor",
     .type = FIELD_FACTOR,
     .needed = NEEDED,
     .offset = MEMBER_AT(Multiplier, factor, Rate)},
    FLAG(Multiplier, further),
};
static const Schema multiplier_schema = {
    .what = N_("a multiplier"), .size = sizeof(Multiplier), OWN(multiplier_fields)};

static const Field subsidy_fields[] = {
    TEXT(Subsidy, label, OPTIONAL),
    {.name = "rate",
     .type = FIELD_RATE,
     .needed = NEEDED,
     .offset = MEMBER_AT(Subsidy, rate, Rate)},
    YEN(Subsidy, cap_yen),
    TEXT(Subsidy, cap_per, OPTIONAL),
    LINES(Subsidy, scope, OPTIONAL),
    RECORDS(Subsidy, multipliers, OPTIONAL, multiplier_schema),
};
static const Schema subsidy_schema = {
    .what = N_("a subsidy"), .size = sizeof(Subsidy), OWN(subsidy_fields)};

#define PERCENT(STRUCT, KEY, MEMBER)                                                               \
    { .name = KEY, .type = FIELD_PERCENT, .offset = MEMBER_AT(STRUCT, MEMBER, int) }

static const Field finance_fields[] = {
    TEXT(Finance, label, NEEDED),
    ENUM(Finance, kind, NEEDED, finance_kind_names, FINANCE_LOAN),
    LINES(Finance, text, OPTIONAL),
    YEN(Finance, cap_yen),
    YEN(Finance, working_cap_yen),
    INT(Finance, term_years, OPTIONAL, 1, 99),
    INT(Finance, working_term_years, OPTIONAL, 1, 99),
    PERCENT(Finance, "base_rate", base_rate_bp),
    PERCENT(Finance, "rate_cut", rate_cut_bp),
    DAY(Finance, rate_as_of, FIELD_DATE, OPTIONAL),
};
static const Schema finance_schema = {
    .what = N_("a kind of finance"), .size = sizeof(Finance), OWN(finance_fields)};

static const Field period_fields[] = {
    ENUM(Period, kind, NEEDED, period_kind_names, PERIOD_NOT_STATED),
    TEXT(Period, label, OPTIONAL),
    TEXT(Period, text, OPTIONAL),
    DAY(Period, from, FIELD_DAY, OPTIONAL),
    DAY(Period, to, FIELD_DAY, OPTIONAL),
    LINES(Period, note, OPTIONAL),
    INT(Period, relative_from_days, OPTIONAL, 0, 3660),
    INT(Period, relative_until_business_days, OPTIONAL, 0, 3660),
};
static const Schema period_schema = {
    .what = N_("the period"), .size = sizeof(Period), OWN(period_fields), .check = check_period};

static const Field process_fields[] = {
    TEXT(ProcessStep, label, OPTIONAL),
    TEXT(ProcessStep, title, NEEDED),
    LINES(ProcessStep, text, OPTIONAL),
};
static const Schema process_schema = {
    .what = N_("a step of the process"), .size = sizeof(ProcessStep), OWN(process_fields)};

/* Its lists are members of the program itself. */
static const Field related_fields[] = {
    {.name = "requires",
     .type = FIELD_REFS,
     .offset = MEMBER_AT(Program, requires_programs, ProgramRefs),
     .space = SPACE_PROGRAM},
    {.name = "see_also",
     .type = FIELD_REFS,
     .offset = MEMBER_AT(Program, see_also, ProgramRefs),
     .space = SPACE_PROGRAM},
};
static const Schema related_schema = {
    .what = N_("the related programs"), .size = sizeof(Program), OWN(related_fields)};

static const Field source_fields[] = {
    SLIDE(SourceRef, NEEDED),
    ENUM(SourceRef, attribution, NEEDED, attribution_names, ATTRIBUTION_EXPLICIT),
    LINES(SourceRef, note, OPTIONAL),
};
static const Schema source_schema = {
    .what = N_("the source"), .size = sizeof(SourceRef), OWN(source_fields)};

_Static_assert(offsetof(Program, case_count) == offsetof(Program, cases) + sizeof(void *),
               "cases and case_count are read as one list");

static const Field common_fields[] = {
    STRING(Program, id, FIELD_ID, NEEDED),
    TEXT(Program, name, NEEDED),
    TEXT(Program, name_en, NEEDED),
    TEXT(Program, reading, NEEDED),
    STRINGS(Program, aliases),
    {.name = "provider",
     .type = FIELD_REF,
     .needed = NEEDED,
     .offset = NO_MEMBER,
     .target = MEMBER_AT(Program, provider, const Provider *),
     .space = SPACE_PROVIDER},
    ENUM(Program, kind, NEEDED, program_kind_names, KIND_INFORMATION),
    TEXT(Program, summary, NEEDED),
    TEXT(Program, summary_en, NEEDED),
    LINES(Program, body, NEEDED),
    LINES(Program, audience, OPTIONAL),
    STRINGS(Program, requirements),
    RECORD(Program, cost, NEEDED, cost_schema),
    RECORDS(Program, subsidy, OPTIONAL, subsidy_schema),
    RECORDS(Program, finance, OPTIONAL, finance_schema),
    RECORD(Program, period, NEEDED, period_schema),
    RECORDS(Program, links, OPTIONAL, link_schema),
    RECORDS(Program, contacts, OPTIONAL, contact_schema),
    RECORDS(Program, places, OPTIONAL, place_schema),
    RECORDS(Program, process, OPTIONAL, process_schema),
    STRINGS(Program, documents),
    RECORDS(Program, facts, OPTIONAL, fact_schema),
    RECORDS(Program, tables, OPTIONAL, table_schema),
    {.name = "cases", .type = FIELD_REFS, .offset = offsetof(Program, cases), .space = SPACE_CASE},
    {.name = "related", .type = FIELD_RECORD, .offset = 0, .schema = &related_schema},
};

#define NUMBER INT(Program, number, NEEDED, 1, 999999)
#define STEP(NEED) INT(Program, step, NEED, 1, STEP_COUNT)
#define NEED_OF_PROGRAM                                                                            \
    {                                                                                              \
        .name = "need", .type = FIELD_REF, .needed = NEEDED, .offset = NO_MEMBER,                  \
        .target = MEMBER_AT(Program, need, const Need *), .space = SPACE_NEED                      \
    }
#define SOURCE(NEED) RECORD(Program, source, NEED, source_schema)

#define PROGRAM_SCHEMA(WHAT, FIELDS)                                                               \
    {                                                                                              \
        .what = WHAT, .size = sizeof(Program), OWN(FIELDS), COMMON(common_fields),                 \
        .space = SPACE_PROGRAM, .check = check_program, .check_linked = check_program_linked       \
    }

static const Field program_fields[] = {NUMBER, STEP(NEEDED), NEED_OF_PROGRAM, SOURCE(NEEDED)};
static const Field added_program_fields[] = {STEP(NEEDED), NEED_OF_PROGRAM, SOURCE(OPTIONAL)};
static const Field resource_fields[] = {STEP(OPTIONAL), SOURCE(NEEDED)};
static const Field added_resource_fields[] = {STEP(OPTIONAL), SOURCE(OPTIONAL)};

const Schema program_schema = PROGRAM_SCHEMA(N_("a program"), program_fields);
const Schema added_program_schema = PROGRAM_SCHEMA(N_("an added program"), added_program_fields);
const Schema resource_schema = PROGRAM_SCHEMA(N_("a resource"), resource_fields);
const Schema added_resource_schema = PROGRAM_SCHEMA(N_("an added resource"), added_resource_fields);
