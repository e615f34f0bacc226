/* See agenda.h. */
#include "query/agenda.h"

#include "plan/fields.h"

#include <stdlib.h>

typedef struct Maker {
    Arena *arena;
    AgendaEntry *at;
    size_t count, room;
    Date as_of;
} Maker;

/* ---- one entry ---- */

static void judge(AgendaEntry *entry, Date as_of) {
    Date last = date_last_day(entry->to);
    int to_begin = (int)(date_to_days(entry->from) - date_to_days(as_of));
    int to_end = (int)(date_to_days(last) - date_to_days(as_of));
    if (to_end < 0) {
        entry->state = AGENDA_PAST;
        entry->days = -to_end;
    } else if (to_begin > 0) {
        entry->state = AGENDA_COMING;
        entry->days = to_begin;
    } else {
        entry->state = to_begin == 0 && to_end == 0 ? AGENDA_TODAY : AGENDA_RUNNING;
    }
}

/* What has no date at all is none of the calendar's. */
static void add(Maker *maker, AgendaEntry entry) {
    if (!date_is_known(entry.from))
        entry.from = entry.to;
    if (!date_is_known(entry.to))
        entry.to = entry.from;
    if (!date_is_known(entry.from))
        return;
    entry.nth = maker->count;
    judge(&entry, maker->as_of);
    maker->at = arena_grow(maker->arena, maker->at, maker->count, &maker->room, sizeof entry);
    maker->at[maker->count++] = entry;
}

/* ---- where they come from ---- */

static void add_windows(Maker *maker, const Programs *programs) {
    for (size_t i = 0; i < programs->count; i++) {
        const Program *program = &programs->at[i];
        const Period *when = &program->period;
        if (when->kind != PERIOD_RANGE)
            continue;
        add(maker, (AgendaEntry){.kind = AGENDA_OPENS, .from = when->from, .program = program});
        add(maker, (AgendaEntry){.kind = AGENDA_CLOSES, .from = when->to, .program = program});
    }
}

static void add_events(Maker *maker, const Occasions *events) {
    for (size_t i = 0; i < events->count; i++) {
        const Occasion *event = &events->at[i];
        AgendaKind kind = event->kind == OCCASION_SEMINAR ? AGENDA_SEMINAR : AGENDA_EXHIBITION;
        add(maker,
            (AgendaEntry){.kind = kind, .from = event->from, .to = event->to, .event = event});
    }
}

static void add_dues(Maker *maker, const Catalogue *catalogue, const Plan *plan) {
    for (size_t i = 0; i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        AgendaEntry entry = {.kind = AGENDA_DUE, .item = item};
        if (!date_parse_iso(plan_text(item, PLAN_DUE), &entry.from))
            continue;
        entry.program = catalogue_program(catalogue, item->program);
        entry.settled = plan_status_is_final(plan_status_of(item));
        add(maker, entry);
    }
}

/* ---- order ---- */

/* A part that is not known comes after all that it could be. */
static int compare_dates(Date a, Date b) {
    enum { AFTER_ALL = 99 };
    int months = (a.month == 0 ? AFTER_ALL : a.month) - (b.month == 0 ? AFTER_ALL : b.month);
    int days = (a.day == 0 ? AFTER_ALL : a.day) - (b.day == 0 ? AFTER_ALL : b.day);
    if (a.year != b.year)
        return a.year - b.year;
    return months != 0 ? months : days;
}

static int compare(const void *one, const void *other) {
    const AgendaEntry *a = one, *b = other;
    int order = compare_dates(a->from, b->from);
    if (order == 0)
        order = (int)a->kind - (int)b->kind;
    return order != 0 ? order : (a->nth > b->nth) - (a->nth < b->nth);
}

static void sort(AgendaEntry *at, size_t count) {
    if (count > 0)
        qsort(at, count, sizeof *at, compare);
}

static bool all_past(const AgendaEntry *at, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (at[i].state != AGENDA_PAST)
            return false;
    return count > 0;
}

/* ---- without a date ---- */

static ProgramRefs programs_of(Arena *arena, const Programs *programs, PeriodKind kind) {
    const Program **at = arena_new(arena, const Program *, programs->count);
    size_t count = 0;
    for (size_t i = 0; i < programs->count; i++)
        if (programs->at[i].period.kind == kind)
            at[count++] = &programs->at[i];
    return (ProgramRefs){at, count};
}

static void gather_undated(Agenda *agenda, Arena *arena, const Programs *programs) {
    static const PeriodKind kinds[AGENDA_GROUPS] = {PERIOD_ALWAYS, PERIOD_SEE_SITE, PERIOD_CLOSED,
                                                    PERIOD_NOT_STATED};
    for (int i = 0; i < AGENDA_GROUPS; i++)
        agenda->undated[i] = (AgendaGroup){kinds[i], programs_of(arena, programs, kinds[i])};
}

Agenda agenda_of(Arena *arena, const Catalogue *catalogue, const Plan *plan, Date as_of) {
    Maker maker = {.arena = arena, .as_of = as_of};
    Agenda agenda = {.own = 0};
    add_dues(&maker, catalogue, plan);
    size_t own = maker.count;
    add_windows(&maker, &catalogue->programs);
    add_windows(&maker, &catalogue->resources);
    add_events(&maker, &catalogue->events);
    agenda.over = all_past(maker.at + own, maker.count - own);
    agenda.own = agenda.over ? own : 0;
    sort(maker.at, agenda.own);
    if (maker.count > agenda.own)
        sort(maker.at + agenda.own, maker.count - agenda.own);
    agenda.at = maker.at;
    agenda.count = maker.count;
    gather_undated(&agenda, arena, &catalogue->programs);
    return agenda;
}

/* ---- looking ---- */

size_t agenda_next(const Agenda *agenda) {
    for (size_t i = 0; i < agenda->count; i++)
        if (agenda->at[i].state != AGENDA_PAST && !agenda->at[i].settled)
            return i;
    for (size_t i = 0; i < agenda->own; i++)
        if (!agenda->at[i].settled)
            return i;
    return 0;
}

bool agenda_same_month(const Agenda *agenda, size_t a, size_t b) {
    Date x = agenda->at[a].from, y = agenda->at[b].from;
    return x.year == y.year && x.month == y.month && (a < agenda->own) == (b < agenda->own);
}
