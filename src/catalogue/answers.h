/*
 * What a company answered to the questions of the diagnosis (query/diagnosis.h judges them, a
 * plan keeps them). Ids only, so that answers outlive the wording of the questions; ids that
 * nobody knows any more are kept as they are.
 *
 * The choices of an answer are one canonical text: ids in the order of their bytes, each once,
 * parted by a blank ("th vn"); ANSWER_SKIPPED where the question was passed over; "" where it
 * was not answered. So setting, undoing, merging and writing treat an answer like any text.
 */
#ifndef KAIRO_CATALOGUE_ANSWERS_H
#define KAIRO_CATALOGUE_ANSWERS_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum {
    ANSWER_ID_MOST = 64,     /* bytes of a question's or a choice's id */
    ANSWER_TEXT_MOST = 1024, /* bytes of an answer's choices */
};

/* No id begins with a hyphen. */
#define ANSWER_SKIPPED "-"

typedef struct Answer {
    char *question; /* id */
    char *choices;  /* canonical, never "" */
} Answer;

/* `Answers a = {0};` is empty. In the order of the questions' ids; owns its strings. */
typedef struct Answers {
    Answer *at;
    size_t count, room;
} Answers;

/* The choices, lent until the next change; "" when the question was not answered. */
const char *answers_get(const Answers *answers, const char *question);

/* Sets canonical choices; "" takes the answer away. */
void answers_put(Answers *answers, const char *question, const char *choices);

void answers_copy(Answers *out, const Answers *answers);
bool answers_equal(const Answers *a, const Answers *b);
void answers_release(Answers *answers);

/* Whether `id` can be that of a question or a choice: a to z, 0 to 9 and hyphens, none first. */
bool answer_id_is_right(Str id);

/*
 * The canonical form of ids parted by blanks, in `arena`; ANSWER_SKIPPED and "" stay. False
 * with a sentence when a word is no id or there are too many.
 */
bool answer_canonical(Str typed, Arena *arena, const char **out, Err *err);

/* Takes the first choice off `*rest` (start with str(choices)); false at the end. */
bool answer_next(Str *rest, Str *choice);

bool answer_has(const char *choices, const char *choice);

#endif
