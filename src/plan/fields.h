/*
 * The fields of a plan's item: their written keys, what may be typed for each, and the
 * canonical text kept. plan_field_canonical is the one gate: setting and reading a file both
 * pass it, and canonical text passes it unchanged.
 *
 *   status     one of the words below; typed in any width and case, or in English
 *   due        ISO day; typed as era_parse_due reads it
 *   estimate   whole yen, digits; typed as number_parse_yen reads it
 *   terms      labels of the catalogue, one per line: the subsidy chosen, then the conditions met
 *              (query/grant.h)
 *   owner      one line, ends trimmed
 *   reason, note  any UTF-8, kept to the byte
 *   documents  one per line, "[ ] 決算書" or "[x] 決算書"; typed with or without the box
 *
 * Nothing but status needs a value: "" clears a field, and for status means 候補.
 */
#ifndef KAIRO_PLAN_FIELDS_H
#define KAIRO_PLAN_FIELDS_H

#include "base/arena.h"
#include "base/err.h"
#include "plan/plan.h"

/* ---- fields ---- */

/* "status"; the key in YAML, JSON, logs and on the command line. Static. */
const char *plan_field_key(PlanField field);
/* The field's name for people, in their language. Static. */
const char *plan_field_label(PlanField field);
/* By key; PLAN_FIELD_COUNT when there is none. */
PlanField plan_field_find(const char *key);
/* Whether people set it (status to documents), or the program does (name, step, seen). */
bool plan_field_is_theirs(PlanField field);

/* What a value in a file may have at most, or what a person may type. */
typedef enum PlanSource { PLAN_TYPED, PLAN_FROM_FILE } PlanSource;

/*
 * The canonical form of `text`, in `arena`. `today` may be no day: then only whole dates are
 * known. False with a sentence when it is none.
 */
bool plan_field_canonical(PlanField field, Str text, Date today, PlanSource source, Arena *arena,
                          const char **out, Err *err);

/* The same for a line that is no field: one line, ends trimmed, at most PLAN_NAME_MOST bytes. */
bool plan_line_canonical(Str text, Arena *arena, const char **out, Err *err);

/* A plan's name: not empty, UTF-8, at most PLAN_NAME_MOST bytes; kept as it is. */
bool plan_name_is_right(const char *name, Err *err);

/* Someone's text as it can stand in a message: clean, one line, cut when long. */
const char *plan_quote(Arena *arena, Str text);

/* ---- statuses ---- */

typedef enum PlanStatus {
    PLAN_CANDIDATE, /* 候補 */
    PLAN_CHECKING,  /* 確認中 */
    PLAN_PREPARING, /* 準備中 */
    PLAN_APPLIED,   /* 申請済 */
    PLAN_ACCEPTED,  /* 採択 */
    PLAN_REJECTED,  /* 不採択: asks a reason */
    PLAN_USING,     /* 利用中 */
    PLAN_DONE,      /* 完了 */
    PLAN_DROPPED,   /* 見送り: asks a reason */
    PLAN_STATUS_COUNT
} PlanStatus;

/* The word in files: 候補. Static. */
const char *plan_status_word(PlanStatus status);
/* The word for people in their language. Static. */
const char *plan_status_label(PlanStatus status);
/* The English word of the command line: candidate. Static. */
const char *plan_status_english(PlanStatus status);
PlanStatus plan_status_of(const PlanItem *item);
bool plan_status_asks_reason(PlanStatus status);
/* Nothing is left to do: 不採択, 完了, 見送り. */
bool plan_status_is_final(PlanStatus status);

/* ---- terms, held as the lines of one text ---- */

/* Takes the first line off `*rest` (start with str(text)); false at the end. */
bool plan_term_next(Str *rest, Str *out);

/* ---- documents, held as the lines of one text ---- */

typedef struct PlanDocument {
    Str name; /* borrowed from the text */
    bool done;
} PlanDocument;

/* Takes the first line off `*rest` (start with str(text)); false at the end. */
bool plan_document_next(Str *rest, PlanDocument *out);

/* The text with `name` ticked or not, added at the end when it is new; in `arena`. */
const char *plan_documents_with(Arena *arena, const char *text, Str name, bool done);
/* The text without `name`. */
const char *plan_documents_without(Arena *arena, const char *text, Str name);

#endif
