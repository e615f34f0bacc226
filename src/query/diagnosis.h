/*
 * Judging a company's answers (catalogue/answers.h) by the conditions that the source states
 * (diagnosis_rules.h). Pure and deterministic: the same answers give the same report.
 *
 * Each condition of a program comes out as one of four:
 *
 *   MET      a chosen choice fits
 *   AGAINST  all chosen choices are among those that the source itself rules out
 *   OPEN     passed over, not asked, or answered with something of which the source says nothing
 *   APART    an aim (stage, need) was answered, and the program stands elsewhere in the roadmap
 *
 * An aim that was not answered is left out: what somebody has not asked for is no condition.
 *
 * And each program in one place:
 *
 *   OUTSIDE  条件外  a condition is AGAINST
 *   ASIDE    ほかの目的  no such, but of the aims that were answered and that the program has, the
 *            last in the order of the questions is APART: a need decides before a stage
 *   FITS     合いそう  neither, something is MET, and no condition with a question is OPEN
 *   CONFIRM  要確認  all others
 *
 * The first three groups in the order FITS, CONFIRM, OUTSIDE are the result; ASIDE is the rest,
 * so that nothing is hidden. A condition without a question is always OPEN: it never moves a
 * program, since no answer could move it back. A program that no rule speaks of (of another
 * file) is in CONFIRM, without reasons. Within a group those with most conditions MET come
 * first, then the order of the edition, then cross-step resources.
 *
 * No group says that a company may use anything: that is for the body to say which runs it, so
 * every group has its closing sentence, and every program says what to confirm and with whom.
 * Whether applications are open is not judged here: show the period beside it
 * (catalogue/period.h).
 */
#ifndef KAIRO_QUERY_DIAGNOSIS_H
#define KAIRO_QUERY_DIAGNOSIS_H

#include "catalogue/answers.h"
#include "query/diagnosis_rules.h"

/* ---- questions ---- */

/* The words in the user's language, lent. */
const char *question_heading(const Question *question);
const char *question_text(const Question *question);
const char *question_help(const Question *question);
const char *choice_label(const Choice *choice);

/* The choices of an answer that the question knows; 0 when it was passed over. */
ChoiceSet question_chosen(const Question *question, const char *choices);

/*
 * The answer after `choice` was taken or, where several may be chosen, taken back: canonical
 * text for answers_put or plan_answer, in `arena`. Unknown ids stay where several may be chosen.
 */
const char *question_choose(Arena *arena, const Question *question, const char *choices,
                            const char *choice);

/*
 * Whether the question at this place is asked at present: it is not while the question that it
 * depends on has an answer, itself asked, with none of the right choices. The answer to a
 * question that is not asked is kept, and does not count.
 */
bool diagnosis_asks(const Diagnosis *diagnosis, const Answers *answers, size_t place);

/* The first question that is asked and has neither an answer nor been passed over; NULL at the
   end. Any other can be answered at any time. */
const Question *diagnosis_next(const Diagnosis *diagnosis, const Answers *answers);

/* How many questions are asked at present, and how many of them are answered or passed over. */
typedef struct DiagnosisProgress {
    size_t asked, settled;
} DiagnosisProgress;
DiagnosisProgress diagnosis_progress(const Diagnosis *diagnosis, const Answers *answers);

/* ---- judging ---- */

typedef enum Verdict { VERDICT_MET, VERDICT_AGAINST, VERDICT_OPEN, VERDICT_APART } Verdict;

typedef struct Reason {
    const Condition *condition;
    const Question *question; /* NULL: nobody is asked */
    Verdict verdict;
    bool answered; /* OPEN though it was answered: the source does not say */
} Reason;
LIST_OF(Reason, Reasons);

typedef enum DiagnosisGroup {
    DIAGNOSIS_FITS,
    DIAGNOSIS_CONFIRM,
    DIAGNOSIS_OUTSIDE,
    DIAGNOSIS_GROUPS,
    DIAGNOSIS_ASIDE = DIAGNOSIS_GROUPS, /* the rest */
    DIAGNOSIS_PARTS,
} DiagnosisGroup;

typedef struct DiagnosisResult {
    const Program *program;
    DiagnosisGroup group;
    Reasons reasons; /* in the order of the rule */
    size_t met;      /* reasons that are VERDICT_MET */
} DiagnosisResult;
LIST_OF(DiagnosisResult, DiagnosisResults);

typedef struct DiagnosisReport {
    DiagnosisResults groups[DIAGNOSIS_PARTS];
} DiagnosisReport;

/* All programs and resources of the catalogue, each once; in `arena`. */
DiagnosisReport diagnosis_judge(Arena *arena, const Diagnosis *diagnosis,
                                const Catalogue *catalogue, const Answers *answers);

/* ---- the result in words, in the user's language ---- */

/* 合いそう, 要確認, 条件外, ほかの目的. Static. */
const char *diagnosis_group_label(DiagnosisGroup group);
/* The same in a word, to stand before a number. Static. */
const char *diagnosis_group_word(DiagnosisGroup group);
/* What the group means, and what to do next: its closing sentences. Static. */
const char *diagnosis_group_close(DiagnosisGroup group);

/* 合う, 合わない, 未回答 …: a word or two for the verdict. Static. */
const char *reason_label(const Reason *reason);
/* What the source states: 「4者以上が連携すること」, 「目的: 資金を調達したい」. In `arena`. */
const char *reason_text(Arena *arena, const Reason *reason);

/* What to confirm: what is OPEN or AGAINST, and one general line where nothing is. In `arena`. */
Strings diagnosis_confirm(Arena *arena, const DiagnosisResult *result);

/*
 * With whom: 「商工中金：国際部 海外展開サポートデスク 03-3246-9450」, a line for each telephone of
 * the program; where there is none, its desks and addresses, else the name of its provider. At
 * least one line; in `arena`.
 */
Strings diagnosis_contacts(Arena *arena, const Program *program);

#endif
