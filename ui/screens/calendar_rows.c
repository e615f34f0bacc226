/* See calendar.h. */
#include "ui/screens/calendar.h"

#include "catalogue/names.h"
#include "plan/fields.h"
#include "report/words.h"

/* ---- rows ---- */

static CalendarRow *add(Calendar *of, CalendarRow row) {
    of->rows = arena_grow(of->arena, of->rows, (size_t)of->count, &of->room, sizeof *of->rows);
    of->rows[of->count] = row;
    return &of->rows[of->count++];
}

static void add_entries(Calendar *of) {
    const Agenda *agenda = &of->agenda;
    for (size_t i = 0; i < agenda->count; i++) {
        bool follows = i > 0 && agenda_same_month(agenda, i - 1, i);
        add(of, (CalendarRow){.kind = CALENDAR_ENTRY,
                              .entry = &agenda->at[i],
                              .program = agenda->at[i].program,
                              .section = agenda->own > 0 && i == agenda->own,
                              .heads = !follows});
    }
}

bool calendar_is_unfolded(const CalendarState *state, const AgendaGroup *group) {
    return (state->unfolded & 1u << group->kind) != 0;
}

static void add_programs(Calendar *of, const AgendaGroup *group) {
    for (size_t i = 0; i < group->programs.count; i++) {
        CalendarRow row = {
            .kind = CALENDAR_PROGRAM, .group = group, .program = group->programs.at[i]};
        add(of, row);
        row.kind = CALENDAR_TRIP;
        if (row.program->period.relative_from_days > 0)
            add(of, row);
    }
}

static void add_groups(Calendar *of) {
    bool first = true;
    for (int i = 0; i < AGENDA_GROUPS; i++) {
        const AgendaGroup *group = &of->agenda.undated[i];
        if (group->programs.count == 0)
            continue;
        add(of, (CalendarRow){
                    .kind = CALENDAR_GROUP, .group = group, .section = first, .heads = first});
        first = false;
        if (calendar_is_unfolded(of->state, group))
            add_programs(of, group);
    }
}

/* ---- keys ---- */

const char *calendar_key(Arena *arena, const CalendarRow *row) {
    static const char *const kinds[AGENDA_KINDS] = {
        [AGENDA_CLOSES] = "closes", [AGENDA_DUE] = "due",          [AGENDA_OPENS] = "opens",
        [AGENDA_SEMINAR] = "event", [AGENDA_EXHIBITION] = "event",
    };
    if (row->kind == CALENDAR_GROUP)
        return arena_printf(arena, "group:%s",
                            enum_name(&period_kind_names, (int)row->group->kind));
    if (row->kind != CALENDAR_ENTRY)
        return arena_printf(arena, "%s:%s", row->kind == CALENDAR_TRIP ? "trip" : "program",
                            row->program->id);
    const AgendaEntry *entry = row->entry;
    const char *id = entry->event != NULL  ? entry->event->id
                     : entry->item != NULL ? entry->item->program
                                           : entry->program->id;
    return arena_printf(arena, "%s:%s", kinds[entry->kind], id);
}

/* One that has gone leaves its place to the one that moved up. */
static int selected_row(const Calendar *of) {
    const char *key = of->state->key;
    for (int i = 0; key != NULL && i < of->count; i++)
        if (strcmp(calendar_key(of->arena, &of->rows[i]), key) == 0)
            return i;
    return MAX_OF(MIN_OF(of->state->list.selected, of->count - 1), 0);
}

/* ---- words ---- */

const char *calendar_name(const CalendarRow *row) {
    if (row->kind == CALENDAR_TRIP)
        return _("Work out the days to apply");
    if (row->program != NULL)
        return words_program_name(row->program);
    if (row->entry->event != NULL)
        return words_event_name(row->entry->event);
    const char *kept = plan_text(row->entry->item, PLAN_NAME);
    return is_absent(kept) ? row->entry->item->program : kept;
}

const char *calendar_beside(const Calendar *of, const CalendarRow *row) {
    const AgendaEntry *entry = row->entry;
    if (entry->event != NULL)
        return words_event_place(of->arena, of->app->catalogue, entry->event);
    if (entry->item != NULL)
        return plan_status_label(plan_status_of(entry->item));
    return words_provider_short(of->arena, entry->program->provider);
}

/* ---- all of it ---- */

/* It begins with what is next, its month at the top; or what comes before it as far as half the
   screen, so that more is seen of what comes after it. */
static void begin_at_next(Calendar *of) {
    List list = calendar_list(of);
    int next = (int)agenda_next(&of->agenda), first = next, above = 0, line = 0;
    while (first > 0 && !of->rows[first].heads) {
        above += list.height(of, first - 1);
        if (above > of->list_rows / 2)
            break;
        first--;
    }
    for (int i = 0; i < first; i++)
        line += list.height(of, i);
    of->list = (ListState){next, line};
}

static Calendar *collect(const App *app, Arena *arena, const CalendarState *state) {
    Calendar *of = arena_new(arena, Calendar, 1);
    *of = (Calendar){.app = app, .arena = arena, .state = state};
    of->agenda = agenda_of(arena, app->catalogue, &app->work.plan, app->today);
    add_entries(of);
    add_groups(of);
    return of;
}

const CalendarRow *calendar_selected(const App *app, Arena *arena, const CalendarState *state) {
    const Calendar *of = collect(app, arena, state);
    int at = state->key == NULL ? (int)agenda_next(&of->agenda) : selected_row(of);
    return of->count == 0 ? NULL : &of->rows[at];
}

Calendar *calendar_of(const App *app, Arena *arena, const CalendarState *state) {
    Calendar *of = collect(app, arena, state);
    calendar_measure(of);
    if (state->key == NULL)
        begin_at_next(of);
    else
        of->list = (ListState){selected_row(of), state->list.top};
    return of;
}
