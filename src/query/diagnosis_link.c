/*
 * See diagnosis_link.h. Records and the nodes they were read from are walked side by side: the
 * i-th record of a list is that of its i-th node. What was reported by the first round already
 * (a missing key, a text in the place of a map) is passed over here.
 */
#include "query/diagnosis_link.h"

#include "base/tr.h"
#include "catalogue/answers.h"

typedef struct Linker {
    Reading *reading;
    Diagnosis *diagnosis;
    const Catalogue *catalogue;
    ChoiceSet used[QUESTIONS_MOST]; /* choices that some rule names */
    Index ruled;                    /* programs that have a rule, by id */
    bool programs_lost;             /* some rule names no program that there is … */
    bool choices_lost;              /* … or no choice: what is missing then is not certain */
} Linker;

static const YamlNode empty_list = {.kind = YAML_LIST};

/* The list under `key`; an empty one when there is none. */
static const YamlNode *list_of(const YamlNode *map, const char *key) {
    const YamlNode *list = yaml_place_of(map, key);
    return list != map && list->kind == YAML_LIST ? list : &empty_list;
}

/* Reports the maps of a list whose `key` an earlier one has; `index` then holds all of them. */
static void enter_names(Linker *linker, Index *index, const YamlNode *list, const char *key) {
    for (const YamlNode *node = list->first; node != NULL; node = node->next) {
        const YamlNode *name = node->kind == YAML_MAP ? yaml_place_of(node, key) : node;
        if (name == node || name->kind != YAML_TEXT || is_absent(name->text))
            continue;
        const IndexEntry *taken =
            index_add(index, (IndexEntry){SPACE_NONE, name->text, node, "", name->line});
        if (taken != NULL)
            reading_problem(linker->reading, name,
                            _("'%s' stands here again; it is already in line %d"),
                            reading_quote(linker->reading, name), taken->line);
    }
}

static void report_doubles(Linker *linker, const YamlNode *list, const char *key) {
    Index index = {0};
    enter_names(linker, &index, list, key);
    index_release(&index);
}

/* ---- questions and choices by their ids ---- */

typedef struct Words {
    const char **at;
    size_t count;
} Words;

static void add_word(Words *words, const char *id) {
    if (!is_absent(id))
        words->at[words->count++] = id;
}

/* The place of the question; questions.count, after a problem, when there is none. */
static size_t find_question(Linker *linker, const YamlNode *id) {
    const Questions *questions = &linker->diagnosis->questions;
    size_t place = diagnosis_question(linker->diagnosis, id->text);
    if (place < questions->count)
        return place;
    Words words = {arena_new(linker->reading->scratch, const char *, questions->count), 0};
    for (size_t i = 0; i < questions->count; i++)
        add_word(&words, questions->at[i].id);
    reading_problem_of(linker->reading, id, str(id->text), (Strings){words.at, words.count},
                       _("there is no question '%s'"), reading_quote(linker->reading, id));
    linker->choices_lost = true;
    return place;
}

static void report_choice(Linker *linker, const Question *question, const YamlNode *id) {
    Words words = {arena_new(linker->reading->scratch, const char *, question->choices.count), 0};
    for (size_t i = 0; i < question->choices.count; i++)
        add_word(&words, question->choices.at[i].id);
    reading_problem_of(linker->reading, id, str(id->text), (Strings){words.at, words.count},
                       _("the question '%s' has no choice '%s'"), question->id,
                       reading_quote(linker->reading, id));
    linker->choices_lost = true;
}

/* The choices that the list under `key` names. */
static ChoiceSet read_set(Linker *linker, const Question *question, const YamlNode *map,
                          const char *key) {
    ChoiceSet set = 0;
    const YamlNode *list = list_of(map, key);
    if (question->choices.count == 0)
        return set;
    for (const YamlNode *id = list->first; id != NULL; id = id->next) {
        if (id->kind != YAML_TEXT || is_absent(id->text))
            continue;
        size_t place = question_choice(question, str(id->text));
        if (place < question->choices.count)
            set |= (ChoiceSet)1 << place;
        else
            report_choice(linker, question, id);
    }
    return set;
}

static ChoiceSet all_choices(const Question *question) {
    size_t count = question->choices.count;
    return count == CHOICES_MOST ? ~(ChoiceSet)0 : ((ChoiceSet)1 << count) - 1;
}

/* ---- questions ---- */

static void check_id(Linker *linker, const YamlNode *map) {
    const YamlNode *id = yaml_place_of(map, "id");
    if (id != map && id->kind == YAML_TEXT && strlen(id->text) > ANSWER_ID_MOST)
        reading_problem(linker->reading, id, _("an id has at most %d characters"), ANSWER_ID_MOST);
}

static void link_only_if(Linker *linker, Question *question, size_t place, const YamlNode *map) {
    const YamlNode *only_if = yaml_place_of(map, "only_if");
    if (only_if == map || only_if->kind != YAML_MAP || is_absent(question->only_if.question))
        return;
    const YamlNode *id = yaml_place_of(only_if, "question");
    size_t asked = find_question(linker, id);
    if (asked < linker->diagnosis->questions.count && asked >= place)
        reading_problem(linker->reading, id,
                        _("'only_if' must name a question that stands before this one"));
    if (asked >= place)
        return;
    question->only_if.asked = asked;
    question->only_if.set =
        read_set(linker, &linker->diagnosis->questions.at[asked], only_if, "choices");
}

static void link_questions(Linker *linker, const YamlNode *list) {
    size_t place = 0;
    report_doubles(linker, list, "id");
    for (const YamlNode *node = list->first; node != NULL; node = node->next, place++) {
        if (node->kind != YAML_MAP || place >= linker->diagnosis->questions.count)
            continue;
        const YamlNode *choices = list_of(node, "choices");
        check_id(linker, node);
        report_doubles(linker, choices, "id");
        for (const YamlNode *choice = choices->first; choice != NULL; choice = choice->next)
            if (choice->kind == YAML_MAP)
                check_id(linker, choice);
        link_only_if(linker, (Question *)&linker->diagnosis->questions.at[place], place, node);
    }
}

/* Sets of choices have only so many bits. */
static bool questions_fit(Linker *linker, const YamlNode *root) {
    const Questions *questions = &linker->diagnosis->questions;
    const YamlNode *node = list_of(root, "questions")->first;
    bool fit = questions->count <= QUESTIONS_MOST;
    if (!fit)
        reading_problem(linker->reading, yaml_place_of(root, "questions"),
                        _("a diagnosis has at most %d questions"), QUESTIONS_MOST);
    for (size_t i = 0; fit && i < questions->count; i++, node = node->next)
        if (questions->at[i].choices.count > CHOICES_MOST) {
            reading_problem(linker->reading, yaml_place_of(node, "choices"),
                            _("a question has at most %d choices"), CHOICES_MOST);
            fit = false;
        }
    return fit;
}

/* ---- conditions ---- */

static void need_key(Linker *linker, const YamlNode *map, const char *key) {
    if (yaml_find_key(map, key) == NULL)
        reading_problem(linker->reading, map, _("%s needs the key '%s', which is missing"),
                        _("a condition"), key);
}

static void refuse_key(Linker *linker, const YamlNode *map, const char *key, const char *because) {
    const YamlNode *found = yaml_find_key(map, key);
    if (found != NULL)
        /* TRANSLATORS: a key, then one of the three sentences that follow in the sources */
        reading_problem(linker->reading, found, _("leave '%s' out: %s"), key, because);
}

static void check_words(Linker *linker, const Question *question, const YamlNode *map) {
    if (question == NULL || !question->aim) {
        need_key(linker, map, "text");
        need_key(linker, map, "text_en");
        return;
    }
    /* TRANSLATORS: after "leave 'text' out:" */
    const char *because = _("the labels of the choices say it already");
    refuse_key(linker, map, "text", because);
    refuse_key(linker, map, "text_en", because);
    /* TRANSLATORS: after "leave 'excludes' out:" */
    refuse_key(linker, map, "excludes", _("what somebody looks for excludes nothing"));
}

static void check_sets(Linker *linker, const Question *question, const Condition *condition,
                       const YamlNode *map) {
    ChoiceSet both = condition->fitting & condition->excluded;
    for (size_t i = 0; i < question->choices.count; i++)
        if (both >> i & 1)
            reading_problem(linker->reading, yaml_place_of(map, "excludes"),
                            _("the choice '%s' cannot both fit and be excluded"),
                            question->choices.at[i].id);
    if (question->choices.count > 0 && condition->fitting == all_choices(question))
        reading_problem(linker->reading, yaml_place_of(map, "fits"),
                        _("every choice of '%s' fits, so this is no condition; leave it out"),
                        question->id);
}

static void link_condition(Linker *linker, const Program *program, Condition *condition,
                           const YamlNode *map) {
    const Question *question = NULL;
    if (yaml_find_key(map, "slide") == NULL && program != NULL)
        condition->slide = program->source.slide;
    if (is_absent(condition->question)) {
        /* TRANSLATORS: after "leave 'fits' out:" */
        const char *because = _("this condition names no question");
        refuse_key(linker, map, "fits", because);
        refuse_key(linker, map, "excludes", because);
        check_words(linker, NULL, map);
        return;
    }
    condition->asked = find_question(linker, yaml_place_of(map, "question"));
    if (condition->asked == linker->diagnosis->questions.count)
        return;
    question = &linker->diagnosis->questions.at[condition->asked];
    need_key(linker, map, "fits");
    linker->choices_lost = linker->choices_lost || list_of(map, "fits")->count == 0;
    condition->fitting = read_set(linker, question, map, "fits");
    condition->excluded = read_set(linker, question, map, "excludes");
    linker->used[condition->asked] |= condition->fitting | condition->excluded;
    check_sets(linker, question, condition, map);
    check_words(linker, question, map);
}

/* ---- what the catalogue says of a program ---- */

/* Whether a choice stands for the program's step or need; a problem when for another one. */
static void check_aim(Linker *linker, const Program *program, const Choice *choice,
                      const YamlNode *map, bool *step, bool *need) {
    bool other_step = choice->step != 0 && program->step != 0 && choice->step != program->step;
    bool other_need = choice->need != NULL && choice->need != program->need;
    if (other_step || other_need)
        reading_problem(linker->reading, yaml_place_of(map, "fits"),
                        _("the catalogue does not have '%s' under '%s'"), program->id, choice->id);
    *step = *step || (choice->step != 0 && choice->step == program->step);
    *need = *need || (choice->need != NULL && choice->need == program->need);
}

/* The choice that stands for a step or a need; NULL when no question offers it. */
static const Choice *choice_for(const Diagnosis *diagnosis, int step, const Need *need) {
    for (size_t i = 0; i < diagnosis->questions.count; i++) {
        const Choices *choices = &diagnosis->questions.at[i].choices;
        for (size_t j = 0; j < choices->count; j++)
            if ((step != 0 && choices->at[j].step == step) ||
                (need != NULL && choices->at[j].need == need))
                return &choices->at[j];
    }
    return NULL;
}

static void report_aim(Linker *linker, const Program *program, const Choice *choice,
                       const YamlNode *map) {
    if (choice != NULL)
        reading_problem(linker->reading, yaml_place_of(map, "program"),
                        _("the catalogue has '%s' under '%s', but its rule does not say so"),
                        program->id, choice->id);
}

static void check_aims(Linker *linker, const ProgramRule *rule, const YamlNode *map) {
    const Program *program = rule->program;
    const YamlNode *node = list_of(map, "conditions")->first;
    bool step = false, need = false;
    for (size_t i = 0; i < rule->conditions.count; i++, node = node->next) {
        const Condition *condition = &rule->conditions.at[i];
        if (condition->fitting == 0) /* and then perhaps no question */
            continue;
        const Question *question = &linker->diagnosis->questions.at[condition->asked];
        for (size_t j = 0; j < question->choices.count; j++)
            if (condition->fitting >> j & 1)
                check_aim(linker, program, &question->choices.at[j], node, &step, &need);
    }
    if (!step && program->step != 0)
        report_aim(linker, program, choice_for(linker->diagnosis, program->step, NULL), map);
    if (!need && program->need != NULL)
        report_aim(linker, program, choice_for(linker->diagnosis, 0, program->need), map);
}

/* ---- rules ---- */

static void link_rule(Linker *linker, const ProgramRule *rule, const YamlNode *map) {
    size_t place = 0;
    const YamlNode *node = list_of(map, "conditions")->first;
    for (; node != NULL && place < rule->conditions.count; node = node->next, place++)
        if (node->kind == YAML_MAP)
            link_condition(linker, rule->program, (Condition *)&rule->conditions.at[place], node);
    if (rule->program != NULL)
        check_aims(linker, rule, map);
    else
        linker->programs_lost = true;
}

static void link_rules(Linker *linker, const YamlNode *list) {
    size_t place = 0;
    const YamlNode *node = list->first;
    enter_names(linker, &linker->ruled, list, "program");
    for (; node != NULL && place < linker->diagnosis->rules.count; node = node->next, place++) {
        if (problems_are_full(linker->reading->problems))
            return;
        if (node->kind == YAML_MAP)
            link_rule(linker, &linker->diagnosis->rules.at[place], node);
    }
}

/* ---- what is left out ---- */

static void report_unruled(Linker *linker, const Programs *programs, const YamlNode *rules) {
    for (size_t i = 0; i < programs->count; i++) {
        const Program *program = &programs->at[i];
        if (!program->added && index_find(&linker->ruled, SPACE_NONE, program->id) == NULL)
            reading_problem(linker->reading, rules, _("the program '%s' has no rule"), program->id);
    }
}

static void report_unused(Linker *linker, const YamlNode *list) {
    size_t place = 0;
    for (const YamlNode *node = list->first; node != NULL; node = node->next, place++) {
        if (node->kind != YAML_MAP)
            continue;
        const Question *question = &linker->diagnosis->questions.at[place];
        const YamlNode *choice = list_of(node, "choices")->first;
        for (size_t i = 0; i < question->choices.count; i++, choice = choice->next) {
            const char *id = question->choices.at[i].id;
            bool first = question_choice(question, str(id)) == i; /* a second one was told */
            if (!is_absent(id) && first && (linker->used[place] >> i & 1) == 0)
                reading_problem(linker->reading, yaml_place_of(choice, "id"),
                                _("no rule uses the choice '%s' of the question '%s'"), id,
                                question->id);
        }
    }
}

void diagnosis_link(Reading *reading, Diagnosis *diagnosis, const YamlNode *root,
                    const Catalogue *catalogue) {
    Linker linker = {.reading = reading, .diagnosis = diagnosis, .catalogue = catalogue};
    const YamlNode *questions = list_of(root, "questions"), *rules = list_of(root, "rules");
    if (problems_are_full(reading->problems) || !questions_fit(&linker, root))
        return;
    link_questions(&linker, questions);
    link_rules(&linker, rules);
    if (rules->count > 0 && !linker.choices_lost)
        report_unused(&linker, questions);
    if (rules->count > 0 && !linker.programs_lost) {
        report_unruled(&linker, &catalogue->programs, yaml_find_key(root, "rules"));
        report_unruled(&linker, &catalogue->resources, yaml_find_key(root, "rules"));
    }
    index_release(&linker.ruled);
}
