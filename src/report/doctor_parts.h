/*
 * Between the files of the doctor's report: findings, section by section. A finding is something
 * to read (label, text, advice) and the same as values for JSON. Everything lies in the arena.
 */
#ifndef KAIRO_REPORT_DOCTOR_PARTS_H
#define KAIRO_REPORT_DOCTOR_PARTS_H

#include "report/doctor.h"

enum { FINDING_VALUES = 12, EXAMINATION_SECTIONS = 8 };

typedef enum FindingKind { FINDING_TEXT, FINDING_NUMBER, FINDING_FLAG, FINDING_LIST } FindingKind;

typedef struct FindingValue {
    const char *key;
    FindingKind kind;
    const char *text; /* "": null */
    int64_t number;   /* negative: null; of a flag 0 or 1 */
    Strings list;
} FindingValue;

typedef struct Finding {
    const char *key, *label;
    const char *text; /* possibly several lines */
    DoctorState state;
    const char *advice; /* "" when all is well */
    FindingValue values[FINDING_VALUES];
    size_t value_count;
} Finding;

typedef struct FindingSection {
    const char *key, *heading;
    Finding *at;
    size_t count, room;
} FindingSection;

typedef struct Examination {
    Arena *arena;
    FindingSection sections[EXAMINATION_SECTIONS];
    size_t count;
} Examination;

/* What is found from now on belongs to this section. */
void examination_begin(Examination *out, const char *key, const char *heading);

/* A finding that is well so far; valid until the next. */
Finding *examination_find(Examination *out, const char *key, const char *label, const char *text);

/* Something to note or a problem, and what to do about it; adds up. */
void finding_advise(Examination *in, Finding *finding, DoctorState state, const char *advice);

void finding_text(Finding *finding, const char *key, const char *text);
void finding_number(Finding *finding, const char *key, int64_t number);
void finding_flag(Finding *finding, const char *key, int flag);
void finding_list(Finding *finding, const char *key, Strings list);

/* A value of the environment when it looks like a name; else that it does not. "" stays. */
const char *doctor_name(const char *value);

/* Each adds its sections. */
void doctor_find_locale(Examination *out, const DoctorLocale *locale);
void doctor_find_terminal(Examination *out, const DoctorFacts *facts);
void doctor_find_paths(Examination *out, const DoctorPath paths[PLACE_COUNT]);
void doctor_find_catalogue(Examination *out, const DoctorCatalogue *catalogue);
void doctor_find_plans(Examination *out, const DoctorPlans *plans);
void doctor_find_parts(Examination *out, const DoctorParts *parts);
void doctor_find_versions(Examination *out, const DoctorVersions *versions);

#endif
