/*
 * The diagnosis as data: the questions put to a company, and for each program the conditions
 * that the source itself states. Nothing here is an opinion of the program: what the source
 * does not state is no condition. The file, diagnosis.yaml beside the edition, is described in
 * data/schema/diagnosis.md; query/diagnosis.h judges answers by it.
 *
 * It is read when somebody first asks for it, never at the start, and as strictly as the
 * catalogue: all mistakes at once, each with file, line and column.
 *
 * Everything lies in the arena of the Diagnosis and is immutable after reading; programs,
 * needs and countries are lent by the catalogue, which must live longer.
 */
#ifndef KAIRO_QUERY_DIAGNOSIS_RULES_H
#define KAIRO_QUERY_DIAGNOSIS_RULES_H

#include "catalogue/load.h"

#include <stdint.h>

enum { CHOICES_MOST = 64 };

/* Some choices of one question: bit i is its i-th choice. */
typedef uint64_t ChoiceSet;

typedef struct Choice {
    const char *id; /* kept in plans: never changed once released */
    const char *label, *label_en;
    int step;               /* the step it stands for, or 0 */
    const Need *need;       /* the need it stands for, or NULL */
    const Country *country; /* the country or region it stands for, or NULL */
} Choice;
LIST_OF(Choice, Choices);

/* A question that is asked only while an earlier one has, or may have, one of these answers. */
typedef struct OnlyIf {
    const char *question; /* id; "" when the question is always asked */
    Strings choices;
    size_t asked;  /* place of that question */
    ChoiceSet set; /* the choices */
} OnlyIf;

typedef struct Question {
    const char *id;                   /* kept in plans, as that of a choice */
    const char *heading, *heading_en; /* two or three words: 「ステップ」 */
    const char *text, *text_en;       /* 「いま、どのステップですか」 */
    const char *help, *help_en;
    bool several; /* more than one choice may be taken */
    bool aim;     /* asks what is looked for (stage, need), not what the company is */
    Choices choices;
    OnlyIf only_if;
} Question;
LIST_OF(Question, Questions);

/*
 * One thing that the source states. `fits` are the choices that meet it, `excludes` those that
 * the source itself rules out; of any other choice the source says nothing. A condition without
 * a question can only be confirmed. A condition on an aim has no text of its own.
 */
typedef struct Condition {
    const char *question; /* id, or "" */
    Strings fits, excludes;
    const char *text, *text_en;
    int slide;    /* where it is stated: the program's own slide when the file names none */
    size_t asked; /* place of the question, when there is one */
    ChoiceSet fitting, excluded;
} Condition;
LIST_OF(Condition, Conditions);

typedef struct ProgramRule {
    const Program *program; /* or a cross-step resource */
    Conditions conditions;
} ProgramRule;
LIST_OF(ProgramRule, ProgramRules);

/* `Diagnosis d = {0};` is empty. */
typedef struct Diagnosis {
    Questions questions; /* in the order in which they are asked */
    ProgramRules rules;
    Arena arena;
} Diagnosis;

/*
 * Reads the bytes of a diagnosis for this catalogue. False with at least one problem when
 * anything is wrong; then *out is empty. On success the caller releases it.
 */
bool diagnosis_read(Diagnosis *out, Str bytes, const char *file, const Catalogue *catalogue,
                    Problems *problems);

/* The same from the file CATALOGUE_DIAGNOSIS in the edition's folder. */
bool diagnosis_load(Diagnosis *out, const char *folder, const Catalogue *catalogue,
                    Problems *problems);

void diagnosis_release(Diagnosis *diagnosis);

/* ---- look-ups; all lend ---- */

/* NULL when the program was added by a file outside the edition: no rule speaks of it. */
const ProgramRule *diagnosis_rule(const Diagnosis *diagnosis, const Program *program);

/* The place of the question, or questions.count. */
size_t diagnosis_question(const Diagnosis *diagnosis, const char *id);

/* The place of the choice in its question, or choices.count. */
size_t question_choice(const Question *question, Str id);

#endif
