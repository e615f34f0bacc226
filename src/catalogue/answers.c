/* See answers.h. A sorted array: a diagnosis has about ten questions. */
#include "catalogue/answers.h"

#include "base/mem.h"
#include "base/tr.h"
#include "text/clean.h"

/* ---- the list ---- */

/* The place of the question's answer, or where it would go. */
static size_t place_of(const Answers *answers, const char *question, bool *found) {
    size_t low = 0, high = answers->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(answers->at[middle].question, question) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *found = low < answers->count && strcmp(answers->at[low].question, question) == 0;
    return low;
}

const char *answers_get(const Answers *answers, const char *question) {
    bool found;
    size_t place = place_of(answers, question, &found);
    return found ? answers->at[place].choices : "";
}

static void release_answer(Answer *answer) {
    free(answer->question);
    free(answer->choices);
}

static void insert(Answers *answers, size_t place, const char *question, const char *choices) {
    if (answers->count == answers->room) {
        answers->room = answers->room == 0 ? 8 : answers->room * 2;
        answers->at = mem_resize(answers->at, answers->room, sizeof *answers->at);
    }
    memmove(answers->at + place + 1, answers->at + place,
            (answers->count - place) * sizeof *answers->at);
    answers->at[place] = (Answer){mem_copy_string(question), mem_copy_string(choices)};
    answers->count++;
}

static void take_out(Answers *answers, size_t place) {
    release_answer(&answers->at[place]);
    answers->count--;
    memmove(answers->at + place, answers->at + place + 1,
            (answers->count - place) * sizeof *answers->at);
}

void answers_put(Answers *answers, const char *question, const char *choices) {
    bool found;
    size_t place = place_of(answers, question, &found);
    if (!found && !is_absent(choices)) {
        insert(answers, place, question, choices);
    } else if (found && is_absent(choices)) {
        take_out(answers, place);
    } else if (found) {
        char *copy = mem_copy_string(choices); /* may be lent from the answer itself */
        free(answers->at[place].choices);
        answers->at[place].choices = copy;
    }
}

void answers_copy(Answers *out, const Answers *answers) {
    *out = (Answers){0};
    for (size_t i = 0; i < answers->count; i++)
        insert(out, i, answers->at[i].question, answers->at[i].choices);
}

bool answers_equal(const Answers *a, const Answers *b) {
    bool equal = a->count == b->count;
    for (size_t i = 0; equal && i < a->count; i++)
        equal = strcmp(a->at[i].question, b->at[i].question) == 0 &&
                strcmp(a->at[i].choices, b->at[i].choices) == 0;
    return equal;
}

void answers_release(Answers *answers) {
    for (size_t i = 0; i < answers->count; i++)
        release_answer(&answers->at[i]);
    free(answers->at);
    *answers = (Answers){0};
}

/* ---- choices ---- */

bool answer_id_is_right(Str id) {
    for (size_t i = 0; i < id.len; i++) {
        char c = id.at[i];
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || i == 0))
            return false;
    }
    return id.len > 0 && id.len <= ANSWER_ID_MOST;
}

bool answer_next(Str *rest, Str *choice) {
    while (rest->len > 0 && rest->at[0] == ' ')
        *rest = str_skip(*rest, 1);
    size_t len = 0;
    while (len < rest->len && rest->at[len] != ' ')
        len++;
    *choice = str_n(rest->at, len);
    *rest = str_skip(*rest, len);
    return len > 0;
}

bool answer_has(const char *choices, const char *choice) {
    Str each;
    for (Str rest = str(choices); answer_next(&rest, &each);)
        if (str_equal(each, str(choice)))
            return true;
    return false;
}

static int compare_ids(const void *a, const void *b) {
    const Str *x = a, *y = b;
    int order = memcmp(x->at, y->at, MIN_OF(x->len, y->len));
    if (order == 0)
        order = x->len < y->len ? -1 : x->len > y->len;
    return order;
}

/* The ids in order, each once, parted by a blank. */
static const char *join_ids(Arena *arena, Str *ids, size_t count, size_t bytes) {
    char *text = arena_alloc(arena, bytes + 1), *at = text;
    if (count > 1)
        qsort(ids, count, sizeof *ids, compare_ids);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && str_equal(ids[i], ids[i - 1]))
            continue;
        if (i > 0)
            *at++ = ' ';
        memcpy(at, ids[i].at, ids[i].len);
        at += ids[i].len;
    }
    *at = '\0';
    return text;
}

static bool refuse_id(Str id, Arena *arena, Err *err) {
    enum { SHOWN = 48 }; /* bytes; the rest is no id in any case */
    Str shown = text_clean(arena, str_n(id.at, MIN_OF(id.len, SHOWN)));
    err_set(err, _("'%.*s' is not an id; expected a to z, 0 to 9 and hyphens, no hyphen first"),
            STR_ARG(shown));
    return false;
}

bool answer_canonical(Str typed, Arena *arena, const char **out, Err *err) {
    Str ids[ANSWER_TEXT_MOST / 2 + 1], id;
    size_t count = 0;
    if (str_equal(typed, str(ANSWER_SKIPPED))) {
        *out = ANSWER_SKIPPED;
        return true;
    }
    if (typed.len > ANSWER_TEXT_MOST) {
        err_set(err, _("the text is too long: %zu bytes, at most %zu can be kept"), typed.len,
                (size_t)ANSWER_TEXT_MOST);
        return false;
    }
    for (Str rest = typed; answer_next(&rest, &id); count++) {
        if (!answer_id_is_right(id))
            return refuse_id(id, arena, err);
        ids[count] = id;
    }
    *out = join_ids(arena, ids, count, typed.len);
    return true;
}
