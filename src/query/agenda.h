/*
 * Everything of the catalogue and a plan that has a date, in order: windows to apply (the day
 * they open and the day they close), seminars, exhibitions, the plan's due dates. And what has
 * none, in groups, so that a calendar never hides it. Pure; in the arena given, and lent by the
 * catalogue and the plan.
 */
#ifndef KAIRO_QUERY_AGENDA_H
#define KAIRO_QUERY_AGENDA_H

#include "catalogue/model.h"
#include "plan/plan.h"

/* In the order in which they stand on one day. */
typedef enum AgendaKind {
    AGENDA_CLOSES,
    AGENDA_DUE,
    AGENDA_OPENS,
    AGENDA_SEMINAR,
    AGENDA_EXHIBITION,
    AGENDA_KINDS
} AgendaKind;

typedef enum AgendaState {
    AGENDA_PAST,
    AGENDA_RUNNING, /* it has begun, and it is not its only day */
    AGENDA_TODAY,   /* it is today and on no other day */
    AGENDA_COMING
} AgendaState;

typedef struct AgendaEntry {
    AgendaKind kind;
    AgendaState state;
    Date from, to; /* inclusive, equal for one day; may be known to the month or year only */
    int days;      /* until it begins, while it is coming; since its last day, once it is past */
    const Program *program; /* of a window; of a due date, or NULL: no longer in the catalogue */
    const Occasion *event;  /* of a seminar or exhibition, else NULL */
    const PlanItem *item;   /* of a due date, else NULL */
    bool settled;           /* a due date of what is done or given up */
    size_t nth;             /* as it was found: what decides between two of one kind and day */
} AgendaEntry;

/* Programs whose period has no dates: one kind of period. */
typedef struct AgendaGroup {
    PeriodKind kind;
    ProgramRefs programs;
} AgendaGroup;

enum { AGENDA_GROUPS = 4 /* at any time, see the website, closed, not stated */ };

/*
 * Once every window and event of the catalogue is over, the due dates come first (`own` of
 * them), because they are what is left to be done; else all stand together, and `own` is 0.
 * A thing known only to the month stands after that month's days, to the year after its months.
 */
typedef struct Agenda {
    const AgendaEntry *at;
    size_t count, own;
    bool over;
    AgendaGroup undated[AGENDA_GROUPS];
} Agenda;

Agenda agenda_of(Arena *arena, const Catalogue *catalogue, const Plan *plan, Date as_of);

/* Where to begin to read: the first that is not over, else the first due date missed, else 0. */
size_t agenda_next(const Agenda *agenda);

/* Whether both stand under one heading: the same month, and both or neither of them `own`. */
bool agenda_same_month(const Agenda *agenda, size_t a, size_t b);

#endif
