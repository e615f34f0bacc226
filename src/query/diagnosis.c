/*
 * Answers become one set of choices for each question, so that a condition is two masks against
 * a third. All programs are judged into one array, which is then sorted; the groups are runs of
 * it.
 */
#include "query/diagnosis.h"

#include "base/tr.h"

/* ---- questions ---- */

static const char *in_language(const char *japanese, const char *english) {
    return tr_lang() == LANG_JA ? japanese : english;
}

const char *question_heading(const Question *question) {
    return in_language(question->heading, question->heading_en);
}

const char *question_text(const Question *question) {
    return in_language(question->text, question->text_en);
}

const char *question_help(const Question *question) {
    return in_language(question->help, question->help_en);
}

const char *choice_label(const Choice *choice) {
    return in_language(choice->label, choice->label_en);
}

ChoiceSet question_chosen(const Question *question, const char *choices) {
    ChoiceSet set = 0;
    Str id;
    for (Str rest = str(choices); answer_next(&rest, &id);) {
        size_t place = question_choice(question, id);
        if (place < question->choices.count)
            set |= (ChoiceSet)1 << place;
    }
    return set;
}

const char *question_choose(Arena *arena, const Question *question, const char *choices,
                            const char *choice) {
    bool keeps = question->several && strcmp(choices, ANSWER_SKIPPED) != 0;
    bool takes_back = keeps && answer_has(choices, choice);
    const char *all = takes_back ? "" : choice, *canonical;
    Err too_long;
    Str id;
    for (Str rest = str(choices); keeps && answer_next(&rest, &id);)
        if (!str_equal(id, str(choice)))
            all = arena_printf(arena, "%s %.*s", all, STR_ARG(id));
    return answer_canonical(str(all), arena, &canonical, &too_long)
               ? canonical
               : arena_copy(arena, str(choices));
}

/* `chosen` holds what was chosen for the questions before. */
static bool asks(const Question *question, const ChoiceSet *chosen) {
    const OnlyIf *only_if = &question->only_if;
    return is_absent(only_if->question) || chosen[only_if->asked] == 0 ||
           (chosen[only_if->asked] & only_if->set) != 0;
}

/* For each question; none where it is not asked, was not answered or the choices are unknown. */
static const ChoiceSet *all_chosen(Arena *arena, const Diagnosis *diagnosis,
                                   const Answers *answers) {
    const Questions *questions = &diagnosis->questions;
    ChoiceSet *chosen = arena_new(arena, ChoiceSet, questions->count + 1);
    for (size_t i = 0; i < questions->count; i++) {
        const Question *question = &questions->at[i];
        if (asks(question, chosen))
            chosen[i] = question_chosen(question, answers_get(answers, question->id));
    }
    return chosen;
}

bool diagnosis_asks(const Diagnosis *diagnosis, const Answers *answers, size_t place) {
    Arena scratch = {0};
    bool asked = asks(&diagnosis->questions.at[place], all_chosen(&scratch, diagnosis, answers));
    arena_release(&scratch);
    return asked;
}

/* Passed over, or answered with a choice that is known. */
static bool is_settled(const Question *question, ChoiceSet chosen, const Answers *answers) {
    return chosen != 0 || strcmp(answers_get(answers, question->id), ANSWER_SKIPPED) == 0;
}

const Question *diagnosis_next(const Diagnosis *diagnosis, const Answers *answers) {
    Arena scratch = {0};
    const ChoiceSet *chosen = all_chosen(&scratch, diagnosis, answers);
    const Question *next = NULL;
    for (size_t i = 0; next == NULL && i < diagnosis->questions.count; i++) {
        const Question *question = &diagnosis->questions.at[i];
        if (asks(question, chosen) && !is_settled(question, chosen[i], answers))
            next = question;
    }
    arena_release(&scratch);
    return next;
}

DiagnosisProgress diagnosis_progress(const Diagnosis *diagnosis, const Answers *answers) {
    Arena scratch = {0};
    const ChoiceSet *chosen = all_chosen(&scratch, diagnosis, answers);
    DiagnosisProgress progress = {0};
    for (size_t i = 0; i < diagnosis->questions.count; i++) {
        const Question *question = &diagnosis->questions.at[i];
        bool asked = asks(question, chosen);
        progress.asked += asked ? 1 : 0;
        progress.settled += asked && is_settled(question, chosen[i], answers) ? 1 : 0;
    }
    arena_release(&scratch);
    return progress;
}

/* ---- judging ---- */

typedef struct Judge {
    Arena *arena;
    const Diagnosis *diagnosis;
    const ChoiceSet *chosen; /* by the questions' places */
} Judge;

static Verdict verdict_of(const Condition *condition, const Question *question, ChoiceSet chosen) {
    if ((chosen & condition->fitting) != 0)
        return VERDICT_MET;
    if (question->aim)
        return VERDICT_APART;
    bool all_excluded = chosen != 0 && (chosen & ~condition->excluded) == 0;
    return all_excluded ? VERDICT_AGAINST : VERDICT_OPEN;
}

/* False for an aim that was not answered: it is no reason. */
static bool judge_condition(const Judge *judge, const Condition *condition, Reason *out) {
    if (is_absent(condition->question)) {
        *out = (Reason){condition, NULL, VERDICT_OPEN, false};
        return true;
    }
    const Question *question = &judge->diagnosis->questions.at[condition->asked];
    ChoiceSet chosen = judge->chosen[condition->asked];
    *out = (Reason){condition, question, verdict_of(condition, question, chosen), chosen != 0};
    return chosen != 0 || !question->aim;
}

static Reasons judge_conditions(const Judge *judge, const Conditions *conditions) {
    Reason *reasons = arena_new(judge->arena, Reason, conditions->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < conditions->count; i++)
        count += judge_condition(judge, &conditions->at[i], &reasons[count]) ? 1 : 0;
    return (Reasons){reasons, count};
}

static DiagnosisGroup group_of(const Reasons *reasons, size_t met) {
    const Reason *aim = NULL; /* the last in the order of the questions */
    bool against = false, open = false;
    for (size_t i = 0; i < reasons->count; i++) {
        const Reason *reason = &reasons->at[i];
        against = against || reason->verdict == VERDICT_AGAINST;
        open = open || (reason->verdict == VERDICT_OPEN && reason->question != NULL);
        if (reason->question != NULL && reason->question->aim &&
            (aim == NULL || reason->condition->asked >= aim->condition->asked))
            aim = reason;
    }
    if (against)
        return DIAGNOSIS_OUTSIDE;
    if (aim != NULL && aim->verdict == VERDICT_APART)
        return DIAGNOSIS_ASIDE;
    return open || met == 0 ? DIAGNOSIS_CONFIRM : DIAGNOSIS_FITS;
}

static DiagnosisResult judge_program(const Judge *judge, const Program *program) {
    const ProgramRule *rule = diagnosis_rule(judge->diagnosis, program);
    DiagnosisResult result = {.program = program, .group = DIAGNOSIS_CONFIRM};
    if (rule == NULL)
        return result;
    result.reasons = judge_conditions(judge, &rule->conditions);
    for (size_t i = 0; i < result.reasons.count; i++)
        result.met += result.reasons.at[i].verdict == VERDICT_MET ? 1 : 0;
    result.group = group_of(&result.reasons, result.met);
    return result;
}

static bool comes_before(const DiagnosisResult *a, const DiagnosisResult *b) {
    return a->group != b->group ? a->group < b->group : a->met > b->met;
}

/* Into its place among the `count` before it, behind its equals: so equals keep their order. */
static void insert(DiagnosisResult *results, size_t count, DiagnosisResult result) {
    while (count > 0 && comes_before(&result, &results[count - 1])) {
        results[count] = results[count - 1];
        count--;
    }
    results[count] = result;
}

DiagnosisReport diagnosis_judge(Arena *arena, const Diagnosis *diagnosis,
                                const Catalogue *catalogue, const Answers *answers) {
    const Programs *lists[] = {&catalogue->programs, &catalogue->resources};
    Judge judge = {arena, diagnosis, all_chosen(arena, diagnosis, answers)};
    DiagnosisReport report = {0};
    size_t count = 0, most = lists[0]->count + lists[1]->count;
    DiagnosisResult *results = arena_new(arena, DiagnosisResult, most + 1);
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++)
            insert(results, count++, judge_program(&judge, &lists[list]->at[i]));
    for (size_t i = 0; i < count; i++) {
        DiagnosisResults *group = &report.groups[results[i].group];
        group->at = group->count == 0 ? &results[i] : group->at;
        group->count++;
    }
    return report;
}
