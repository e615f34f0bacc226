/*
 * Whom to call for a plan, and what to ask: pure, from the plan, the catalogue and the day.
 *
 * What is still open in the plan comes in the order of due dates, what has none last, else in
 * the order of the plan. What is at its end (不採択, 完了, 見送り) needs no call and is left out,
 * but counted. Items that share a number are one call with several matters; it stands where the
 * earliest of them would. Whom to call is stated by the program; where it states nobody, its
 * provider's contacts are taken; where there are none either, web addresses to look it up.
 *
 * Everything lives in the arena given, with the plan and the catalogue.
 */
#ifndef KAIRO_REPORT_CALL_SHEET_H
#define KAIRO_REPORT_CALL_SHEET_H

#include "plan/plan.h"
#include "query/diagnosis.h"

/* One thing to be settled in a call. */
typedef struct CallMatter {
    const PlanItem *item;
    const Program *program; /* NULL when it has left the catalogue */
    Date due;               /* none: no due date */
    size_t place;           /* in the plan */
} CallMatter;

/* A desk and its numbers; those of a fax, which nobody can call, apart. */
typedef struct CallDesk {
    const Contact *contact;
    const Phone **phones, **faxes;
    size_t phone_count, fax_count;
} CallDesk;

typedef struct Call {
    CallMatter *matters; /* at least 1, in the order of due dates */
    size_t matter_count;
    CallDesk *desks; /* those with a number first; none where nobody is stated */
    size_t desk_count;
    const Phone *phone;     /* the first number to call; NULL where none is stated */
    Strings pages;          /* where there is no number: addresses to look it up */
    size_t logged;          /* calls written down, of all matters */
    const PlanRecord *last; /* the newest of them; NULL for none */
} Call;

typedef struct CallSheet {
    Call *calls;
    size_t count;
    size_t open, settled; /* items of the plan */
    size_t unstated;      /* calls without a number */
} CallSheet;

CallSheet call_sheet(Arena *arena, const Catalogue *catalogue, const Plan *plan);

/*
 * What to ask in a matter, as short questions in the user's language, built from stated facts
 * alone: whether it is still offered (once the edition is stale, always first), when it is
 * open, what it costs or gives where that is not stated, conditions to confirm (by the answers
 * of the plan where there are any and `diagnosis` is not NULL, else those the program states),
 * documents not ticked yet.
 */
Strings call_questions(Arena *arena, const Catalogue *catalogue, const Plan *plan,
                       const CallMatter *matter, Date as_of, const Diagnosis *diagnosis);

/* What the kind of a number says beside it: 電話, フリーダイヤル, ナビダイヤル（通話料有料）,
 * ファクス; and extension and remark, as far as there are any. */
const char *call_phone_kind(const Phone *phone);
const char *call_phone_note(Arena *arena, const Phone *phone);

#endif
