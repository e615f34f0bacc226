/*
 * Two rounds, as for the catalogue (catalogue/load.c): tables of keys turn the tree into records,
 * then diagnosis_link.c turns ids into places. Programs, needs and countries are found through
 * the index that the catalogue's own reader uses, so a wrong id is told in the same words.
 */
#include "query/diagnosis_rules.h"

#include "base/tr.h"
#include "catalogue/files.h"
#include "catalogue/records.h"
#include "query/diagnosis_link.h"

/* ---- questions ---- */

static const Field choice_fields[] = {
    STRING(Choice, id, FIELD_ID, NEEDED),
    TEXT(Choice, label, NEEDED),
    TEXT(Choice, label_en, NEEDED),
    INT(Choice, step, OPTIONAL, 1, STEP_COUNT),
    {.name = "need",
     .type = FIELD_REF,
     .offset = NO_MEMBER,
     .target = MEMBER_AT(Choice, need, const Need *),
     .space = SPACE_NEED},
    {.name = "country",
     .type = FIELD_REF,
     .offset = NO_MEMBER,
     .target = MEMBER_AT(Choice, country, const Country *),
     .space = SPACE_COUNTRY_NAME},
};
static const Schema choice_schema = {
    /* TRANSLATORS: one of the answers that a question of the diagnosis offers */
    .what = N_("a choice"),
    .size = sizeof(Choice),
    OWN(choice_fields)};

static const Field only_if_fields[] = {
    TEXT(OnlyIf, question, NEEDED),
    {.name = "choices",
     .type = FIELD_STRINGS,
     .needed = NEEDED,
     .offset = MEMBER_AT(OnlyIf, choices, Strings)},
};
static const Schema only_if_schema = {
    .what = N_("'only_if'"), .size = sizeof(OnlyIf), OWN(only_if_fields)};

static const Field question_fields[] = {
    STRING(Question, id, FIELD_ID, NEEDED),
    FLAG(Question, aim),
    FLAG(Question, several),
    TEXT(Question, heading, NEEDED),
    TEXT(Question, heading_en, NEEDED),
    TEXT(Question, text, NEEDED),
    TEXT(Question, text_en, NEEDED),
    TEXT(Question, help, NEEDED),
    TEXT(Question, help_en, NEEDED),
    RECORD(Question, only_if, OPTIONAL, only_if_schema),
    RECORDS(Question, choices, NEEDED, choice_schema),
};
static const Schema question_schema = {
    /* TRANSLATORS: one that the diagnosis puts to a company */
    .what = N_("a question"),
    .size = sizeof(Question),
    OWN(question_fields)};

/* ---- rules ---- */

static const Field condition_fields[] = {
    TEXT(Condition, question, OPTIONAL), STRINGS(Condition, fits),
    STRINGS(Condition, excludes),        TEXT(Condition, text, OPTIONAL),
    TEXT(Condition, text_en, OPTIONAL),  SLIDE(Condition, OPTIONAL),
};
static const Schema condition_schema = {
    /* TRANSLATORS: something the source states of a program */
    .what = N_("a condition"),
    .size = sizeof(Condition),
    OWN(condition_fields)};

static const Field rule_fields[] = {
    {.name = "program",
     .type = FIELD_REF,
     .needed = NEEDED,
     .offset = NO_MEMBER,
     .target = MEMBER_AT(ProgramRule, program, const Program *),
     .space = SPACE_PROGRAM},
    RECORDS(ProgramRule, conditions, OPTIONAL, condition_schema),
};
static const Schema rule_schema = {
    /* TRANSLATORS: the conditions of one program */
    .what = N_("a rule"),
    .size = sizeof(ProgramRule),
    OWN(rule_fields)};

static const Field diagnosis_fields[] = {
    RECORDS(Diagnosis, questions, NEEDED, question_schema),
    RECORDS(Diagnosis, rules, NEEDED, rule_schema),
};
static const Schema diagnosis_schema = {
    .what = N_("the diagnosis"), .size = sizeof(Diagnosis), OWN(diagnosis_fields)};

/* ---- reading ---- */

static void enter(Reading *reading, Space space, const char *id, const void *record) {
    index_add(&reading->index, (IndexEntry){space, id, record, "", 0});
}

static void enter_catalogue(Reading *reading, const Catalogue *catalogue) {
    for (size_t i = 0; i < catalogue->programs.count; i++)
        enter(reading, SPACE_PROGRAM, catalogue->programs.at[i].id, &catalogue->programs.at[i]);
    for (size_t i = 0; i < catalogue->resources.count; i++)
        enter(reading, SPACE_PROGRAM, catalogue->resources.at[i].id, &catalogue->resources.at[i]);
    for (size_t i = 0; i < catalogue->needs.count; i++)
        enter(reading, SPACE_NEED, catalogue->needs.at[i].id, &catalogue->needs.at[i]);
    for (size_t i = 0; i < catalogue->countries.count; i++)
        enter(reading, SPACE_COUNTRY_NAME, catalogue->countries.at[i].id,
              &catalogue->countries.at[i]);
}

static void read_records(Reading *reading, Diagnosis *diagnosis, const YamlNode *root,
                         const Catalogue *catalogue) {
    enter_catalogue(reading, catalogue);
    schema_read(reading, &diagnosis_schema, root, diagnosis);
    refs_resolve(reading);
    diagnosis_link(reading, diagnosis, root, catalogue);
    index_release(&reading->index);
}

static size_t problem_count(const Problems *problems) {
    return problems->count + problems->dropped;
}

bool diagnosis_read(Diagnosis *out, Str bytes, const char *file, const Catalogue *catalogue,
                    Problems *problems) {
    size_t before = problem_count(problems);
    Diagnosis diagnosis = {0};
    Arena nodes = {0};
    YamlInput input = {.file = file,
                       .bytes = bytes,
                       .nodes = &nodes,
                       .texts = &diagnosis.arena,
                       .problems = problems};
    Reading reading = {.file = file,
                       .arena = &diagnosis.arena,
                       .scratch = &nodes,
                       .problems = problems,
                       .last_slide = catalogue->edition.slides};
    const YamlNode *root = yaml_read(&input);
    if (root != NULL)
        read_records(&reading, &diagnosis, root, catalogue);
    bool right = problem_count(problems) == before;
    if (!right)
        diagnosis_release(&diagnosis);
    *out = diagnosis;
    arena_release(&nodes);
    problems_sort(problems);
    return right;
}

bool diagnosis_load(Diagnosis *out, const char *folder, const Catalogue *catalogue,
                    Problems *problems) {
    Arena arena = {0};
    Err err;
    Str bytes;
    const char *file = arena_printf(&arena, "%s/%s", folder, CATALOGUE_DIAGNOSIS);
    bool read = file_read(file, YAML_FILE_MOST, &bytes, &err);
    *out = (Diagnosis){0};
    if (read) {
        read = diagnosis_read(out, bytes, file, catalogue, problems);
        free((char *)bytes.at);
    } else {
        problems_add(problems, file, 0, 0, "%s", err.text);
    }
    arena_release(&arena);
    return read;
}

void diagnosis_release(Diagnosis *diagnosis) {
    arena_release(&diagnosis->arena);
    *diagnosis = (Diagnosis){0};
}

/* ---- look-ups ---- */

const ProgramRule *diagnosis_rule(const Diagnosis *diagnosis, const Program *program) {
    for (size_t i = 0; i < diagnosis->rules.count; i++)
        if (diagnosis->rules.at[i].program == program)
            return &diagnosis->rules.at[i];
    return NULL;
}

size_t diagnosis_question(const Diagnosis *diagnosis, const char *id) {
    size_t i = 0;
    while (i < diagnosis->questions.count && strcmp(diagnosis->questions.at[i].id, id) != 0)
        i++;
    return i;
}

size_t question_choice(const Question *question, Str id) {
    size_t i = 0;
    while (i < question->choices.count && !str_equal(str(question->choices.at[i].id), id))
        i++;
    return i;
}
