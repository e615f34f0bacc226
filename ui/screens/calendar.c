/*
 * Windows to apply, events and the plan's due dates, month by month; and what has no date, in
 * groups that fold. It opens where the reference date stands.
 */
#include "ui/screens/calendar.h"

#include "catalogue/names.h"

static const CalendarRow *selected(const Calendar *of) {
    return of->count == 0 ? NULL : &of->rows[of->list.selected];
}

/* ---- commands ---- */

static void keep_place(App *app, CalendarState *state, const Calendar *of) {
    state->list = of->list;
    if (of->count > 0)
        state->key = app_keep_text(app, calendar_key(&app->scratch, selected(of)));
}

/* To the first row of the next month or part; back first to the one of its own. */
static void to_month(Calendar *of, int direction) {
    int at = of->list.selected + direction;
    while (at > 0 && at < of->count && !of->rows[at].heads)
        at += direction;
    of->list.selected = MAX_OF(MIN_OF(at, of->count - 1), 0);
}

/* A heading that was gone to is seen with what is under it. */
static void show_month(Calendar *of) {
    List list = calendar_list(of);
    int line = 0;
    for (int i = 0; i < of->list.selected; i++)
        line += list.height(of, i);
    of->list.top = line;
    list_settle(&list, &of->list, of->list_rows);
}

/* What was unfolded is seen, as much of it as there is room for below its heading. */
static void show_unfolded(Calendar *of) {
    List list = calendar_list(of);
    int heading = 0, end = 0;
    for (int i = 0; i < of->count; i++) {
        if (i > of->list.selected && of->rows[i].kind == CALENDAR_GROUP)
            break;
        heading += i < of->list.selected ? list.height(of, i) : 0;
        end += list.height(of, i);
    }
    of->list.top = MAX_OF(of->list.top, MIN_OF(end - of->list_rows, heading));
}

static void fold(App *app, CalendarState *state, const Calendar *of) {
    keep_place(app, state, of);
    state->unfolded ^= 1u << selected(of)->group->kind;
    Calendar *now = calendar_of(app, &app->scratch, state);
    List list = calendar_list(now);
    if (calendar_is_unfolded(state, selected(now)->group))
        show_unfolded(now);
    list_settle(&list, &now->list, now->list_rows);
    keep_place(app, state, now);
}

static void open_selected(App *app, CalendarState *state, const Calendar *of) {
    const CalendarRow *row = selected(of);
    keep_place(app, state, of);
    if (row->kind == CALENDAR_GROUP)
        fold(app, state, of);
    else if (row->kind == CALENDAR_TRIP)
        app_open_trip(app, row->program);
    else if (row->entry != NULL && row->entry->item != NULL)
        app_open_item(app, row->entry->item->program);
    else if (row->entry != NULL && row->entry->event != NULL)
        app_open_event(app, row->entry->event);
    else
        app_open_program(app, row->program);
}

static bool calendar_command(App *app, ScreenState *screen, CommandId command) {
    CalendarState *state = &screen->calendar;
    Calendar *of = calendar_of(app, &app->scratch, state);
    List list = calendar_list(of);
    if (of->count == 0)
        return false;
    if (screen_list_command(&list, &of->list, of->list_rows, command)) {
        keep_place(app, state, of);
        return true;
    }
    if (command == CMD_NEXT || command == CMD_PREVIOUS) {
        to_month(of, command == CMD_NEXT ? 1 : -1);
        show_month(of);
        keep_place(app, state, of);
        return true;
    }
    if (command != CMD_OPEN)
        return false;
    open_selected(app, state, of);
    return true;
}

static const char *calendar_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    return command == CMD_ADDRESS ? _("Open a program first; its card has the address.") : NULL;
}

static const char *calendar_hint(const App *app, const ScreenState *screen, CommandId command) {
    Arena arena = {0};
    const char *word = NULL;
    if (command == CMD_OPEN) {
        const CalendarRow *row = calendar_selected(app, &arena, &screen->calendar);
        if (row != NULL && row->kind == CALENDAR_GROUP)
            word = calendar_is_unfolded(&screen->calendar, row->group) ? _("fold") : _("unfold");
        else if (row != NULL && row->kind == CALENDAR_TRIP)
            word = _("work out");
    }
    arena_release(&arena);
    return word;
}

/* Events are no programs: nothing of a plan can be done to them. */
static Subject calendar_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const CalendarRow *row = calendar_selected(app, arena, &screen->calendar);
    const AgendaEntry *entry = row == NULL ? NULL : row->entry;
    if (row == NULL || row->kind == CALENDAR_GROUP || (entry != NULL && entry->event != NULL))
        return screen_program_subject(NULL);
    if (row->program != NULL || entry == NULL)
        return screen_program_subject(row->program);
    return (Subject){.kind = BOOKMARK_PROGRAM,
                     .id = arena_copy(arena, str(entry->item->program)),
                     .name = arena_copy(arena, str(calendar_name(row)))};
}

static void calendar_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Calendar"));
}

/* ---- the session ---- */

static void calendar_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const CalendarState *state = &screen->calendar;
    (void)app;
    keep_text(keep, "row", state->key);
    keep_number(keep, "top", state->list.top);
    for (int i = 0; i < PERIOD_KIND_COUNT; i++)
        if ((state->unfolded & 1u << i) != 0)
            keep_number(keep, enum_name(&period_kind_names, i), 1);
}

static bool calendar_recall(App *app, ScreenState *screen, const Recall *recall) {
    CalendarState *state = &screen->calendar;
    (void)app;
    state->key = recall_text_or_null(recall, "row");
    state->list.top = recall_count(recall, "top");
    for (int i = 0; i < PERIOD_KIND_COUNT; i++)
        if (recall_number(recall, enum_name(&period_kind_names, i), 1, 1) == 1)
            state->unfolded |= 1u << i;
    return true;
}

const ScreenClass screen_calendar = {
    .name = "calendar",
    .crumbs = calendar_crumbs,
    .step = screen_no_step,
    .command = calendar_command,
    .disabled = calendar_disabled,
    .hint = calendar_hint,
    .subject = calendar_subject,
    .keep = calendar_keep,
    .recall = calendar_recall,
    .view = calendar_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_BACK, NULL},
              {CMD_NEXT, N_("next month")},
              {CMD_TOGGLE, NULL},
              {CMD_DUE, NULL},
              {CMD_STATUS, NULL},
              {CMD_BOOKMARK, NULL}},
};
