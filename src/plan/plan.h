/*
 * A plan: which programs one company means to use and how far it is with each. Pure: nothing
 * here reads a file or the clock.
 *
 * Every field of an item is held as canonical text, "" when absent, so that setting, logging,
 * undoing, merging and writing treat all fields alike; fields.h says what is canonical.
 *
 * Stamps are UTC to the second, 2026-11-22T03:04:05Z, so that their order as text is their
 * order in time.
 *
 * Ownership: a plan owns all its strings (heap). Getters lend until the plan changes. To
 * change a plan use edit.h, which keeps the log and can be undone (change.h).
 */
#ifndef KAIRO_PLAN_PLAN_H
#define KAIRO_PLAN_PLAN_H

#include "base/date.h"
#include "base/str.h"
#include "catalogue/answers.h"

/*
 * kairo_plan: 1. Still 1 with the answers of the diagnosis and the terms of an estimate: no kairo
 * without them was released, and it would refuse the key it does not know rather than lose it.
 */
enum { PLAN_FORMAT = 1 };

/* What people may enter (MOST), and what a merge of several may leave in a file (KEPT). */
enum {
    PLAN_ITEMS_MOST = 1000,
    PLAN_ITEMS_KEPT = 4000,
    PLAN_DOCUMENTS_MOST = 100, /* of an item */
    PLAN_DOCUMENTS_KEPT = 400,
    PLAN_TERMS_MOST = 64,    /* of an item */
    PLAN_ANSWERS_MOST = 100, /* questions answered */
    PLAN_ANSWERS_KEPT = 4000,
    PLAN_NAME_MOST = 1024,      /* bytes of a plan's name, an owner, a document */
    PLAN_TEXT_MOST = 32 * 1024, /* bytes of a note or a reason */
    PLAN_TEXT_KEPT = 64 * 1024,
    PLAN_BODY_MOST = 3 * 1024 * 1024, /* bytes of all texts of a plan, its calls among them */
    PLAN_LOG_MOST = 1024 * 1024,      /* bytes of all other logs; then the longest lose their
                                         oldest */
};

/* In the order of the file. */
typedef enum PlanField {
    PLAN_NAME, /* the program's, as it was when added */
    PLAN_STEP, /* 0 to 4 */
    PLAN_STATUS,
    PLAN_REASON,
    PLAN_OWNER,
    PLAN_DUE,
    PLAN_ESTIMATE, /* planned cost in yen */
    PLAN_TERMS,    /* which of the program's subsidies, and what raises its limit */
    PLAN_NOTE,
    PLAN_DOCUMENTS,
    PLAN_SEEN, /* what the catalogue said: seen.h */
    PLAN_FIELD_COUNT
} PlanField;

/*
 * A line of an item's log: `field` went from `from` to `to` (only the lines that differ, cut
 * when long). Also a conflict that a merge left: `to` is the other side's value, `from` is "".
 * `field` is the field's key, "added" for the beginning of a log, "removed" for a conflict in
 * which one side removed what the other changed, "plan" for a plan's own name, PLAN_ANSWER
 * with a question's id ("answer:country") for an answer, and PLAN_CALL for a telephone call:
 * then `to` is what somebody wrote down of it, whole, and it is never dropped to make room.
 */
#define PLAN_ANSWER "answer:"
#define PLAN_NAME_CONFLICT "plan"
#define PLAN_CALL "call"
typedef struct PlanRecord {
    char *at; /* stamp */
    char *field;
    char *from, *to;
} PlanRecord;

typedef struct PlanRecords {
    PlanRecord *at;
    size_t count, room;
} PlanRecords;

typedef struct PlanItem {
    char *program; /* id; the program may have left the catalogue */
    char *fields[PLAN_FIELD_COUNT];
    PlanRecords log, conflicts;
} PlanItem;

typedef struct Plan {
    char *name; /* as typed: any text, see slug.h for its file */
    char *created, *updated;
    bool archived;
    Answers answers; /* to the questions of the diagnosis */
    PlanItem *items;
    size_t count, room;
    PlanRecords conflicts; /* of the plan's name and of answers */
} Plan;

/* An empty plan. `name` and `now` are copied. */
void plan_init(Plan *plan, const char *name, const char *now);
void plan_release(Plan *plan);
void plan_copy(Plan *out, const Plan *plan);
bool plan_equal(const Plan *a, const Plan *b);

/* By program id; NULL when the plan has no such item. */
const PlanItem *plan_find(const Plan *plan, const char *program);
/* Its place, or plan->count. */
size_t plan_index(const Plan *plan, const char *program);

static inline const char *plan_text(const PlanItem *item, PlanField field) {
    return item->fields[field];
}

/* Whether a conflict of the plan's own is about its name; else it is about an answer. */
static inline bool plan_conflict_is_of_name(const PlanRecord *conflict) {
    return strcmp(conflict->field, PLAN_NAME_CONFLICT) == 0;
}

/* Whether `text` is a stamp of this calendar. */
bool plan_is_stamp(const char *text);

/* ---- parts, for the other files of this folder ---- */

/* Replaces an owned string by a copy of `text`. */
void plan_store(char **owned, const char *text);

/* All fields "". */
void plan_item_init(PlanItem *item, const char *program);
void plan_item_release(PlanItem *item);
void plan_item_copy(PlanItem *out, const PlanItem *item);
bool plan_item_equal(const PlanItem *a, const PlanItem *b);

/* Puts an item, which the plan then owns, at `index` (held to the count). */
void plan_insert_item(Plan *plan, size_t index, PlanItem item);
/* Takes it out; the caller owns it. */
PlanItem plan_take_item(Plan *plan, size_t index);

PlanRecord plan_record(const char *at, const char *field, const char *from, const char *to);
void plan_record_release(PlanRecord *record);
PlanRecord plan_record_copy(const PlanRecord *record);
/* By at, field, from, to. */
int plan_record_compare(const PlanRecord *a, const PlanRecord *b);

/* The list then owns the record. */
void plan_records_insert(PlanRecords *records, size_t index, PlanRecord record);
void plan_records_add(PlanRecords *records, PlanRecord record);
PlanRecord plan_records_take(PlanRecords *records, size_t index);
/* The last one equal to `record`, or records->count. */
size_t plan_records_find(const PlanRecords *records, const PlanRecord *record);
bool plan_records_equal(const PlanRecords *a, const PlanRecords *b);
void plan_records_copy(PlanRecords *out, const PlanRecords *records);
void plan_records_release(PlanRecords *records);

bool plan_record_is_call(const PlanRecord *record);
/* How many calls an item has, and the newest of them (NULL: none). */
size_t plan_calls(const PlanItem *item, const PlanRecord **newest);

/* Bytes of all texts that people wrote, and of the logs. */
void plan_measure(const Plan *plan, size_t *body, size_t *log);

/* Drops the oldest lines of the longest logs, but no calls, until all take no more than
   PLAN_LOG_MOST. */
void plan_trim_log(Plan *plan);

#endif
