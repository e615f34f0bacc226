/*
 * From when to when one may apply for a program whose window is relative to a journey (no. 11),
 * as a popup: two days are typed, what comes of them stands below at once, and one more Enter
 * makes the last day the due date in the plan.
 */
#include "ui/screens/trip.h"

#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"

enum { FIELD_MOST = 64 /* bytes */ };

/* ---- what is typed ---- */

static Str typed_in(const App *app, const TripState *state, TripField field) {
    if (state->at == (int)field)
        return buf_str(&app->field.text);
    return str(state->texts[field] == NULL ? "" : state->texts[field]);
}

Trip trip_of(const App *app, const TripState *state) {
    Trip trip = {.at = state->at, .both = true};
    for (int i = 0; i < TRIP_FIELDS; i++) {
        TripDay *day = &trip.days[i];
        day->typed = typed_in(app, state, (TripField)i);
        day->is_day = era_parse_due(day->typed, app->today, &day->day) && date_is_day(day->day);
        trip.both = trip.both && day->is_day;
    }
    if (trip.both)
        trip.found =
            trip_window(&state->program->period, &app->late.holidays, trip.days[TRIP_VISIT].day,
                        trip.days[TRIP_DEPARTURE].day, &trip.window, &trip.why);
    return trip;
}

static void type_in(App *app, const char *text) {
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), FIELD_MOST, false);
    app->field.substitute = app->substitute;
}

void app_open_trip(App *app, const Program *program) {
    type_in(app, "");
    app_open(app,
             (ScreenState){.id = SCREEN_TRIP, .trip = {.program = program, .texts = {"", ""}}});
}

/* ---- going from field to field ---- */

static void keep_typed(App *app, TripState *state) {
    if (state->at < TRIP_FIELDS)
        state->texts[state->at] = app_keep_text(app, buf_str(&app->field.text).at);
}

static void go_to(App *app, TripState *state, int at) {
    keep_typed(app, state);
    state->at = at;
    if (at < TRIP_FIELDS)
        type_in(app, state->texts[at]);
}

/* The due date can be set only from days that give a window. */
static void move(App *app, TripState *state, int by) {
    int count = trip_of(app, state).found ? TRIP_FIELDS + 1 : TRIP_FIELDS;
    go_to(app, state, (MIN_OF(state->at, count - 1) + by + count) % count);
}

/* ---- into the plan ---- */

static bool change_plan(App *app, const Program *program, const char *day, PlanChange *change,
                        Err *err) {
    Plan *plan = &app->work.plan;
    PlanTime when = work_time(app);
    bool made =
        (work_item(app, program->id) != NULL || plan_add(plan, program, when, change, err)) &&
        plan_set(plan, program->id, PLAN_DUE, str(day), when, change, err);
    if (!made && change->count > 0) {
        Err ignored;
        plan_undo(plan, change, &ignored);
    }
    return made;
}

static void set_due(App *app, const TripState *state, Date last) {
    const char *name = words_program_name(state->program);
    char day[DATE_ISO_BYTES];
    PlanChange change = {0};
    Err err;
    if (!work_may_change(app))
        return;
    date_print_iso(last, day);
    if (!change_plan(app, state->program, day, &change, &err)) {
        app_say(app, "%s", err.text);
        plan_change_release(&change);
        return;
    }
    if (change.count == 0)
        app_say(app, _("\"%1$s\" is due on %2$s already."), name,
                plan_words_day_short(&app->scratch, last));
    else
        work_did(app, &change, _("Set the due date of \"%1$s\" to %2$s"), name,
                 date_print_long(&app->scratch, last));
    app_back(app);
}

/* ---- the screen ---- */

/* A day that cannot be read keeps the cursor; why two days give nothing stands below them. */
static void enter(App *app, TripState *state) {
    Trip trip = trip_of(app, state);
    if (trip.at == TRIP_FIELDS) {
        if (trip.found)
            set_due(app, state, trip.window.last);
        else
            go_to(app, state, TRIP_DEPARTURE);
        return;
    }
    const TripDay *day = &trip.days[trip.at];
    if (day->typed.len > 0 && !day->is_day)
        app_say(app, _("\"%s\" cannot be read as a day."), plan_quote(&app->scratch, day->typed));
    else
        move(app, state, 1);
}

static bool trip_command(App *app, ScreenState *screen, CommandId command) {
    TripState *state = &screen->trip;
    switch (command) {
    case CMD_OPEN:
    case CMD_RIGHT:
        enter(app, state);
        return true;
    case CMD_NEXT:
    case CMD_DOWN:
        move(app, state, 1);
        return true;
    case CMD_PREVIOUS:
    case CMD_UP:
        move(app, state, -1);
        return true;
    case CMD_LEAVE:
        app_back(app);
        return true;
    default:
        return command != CMD_BACK && command != CMD_LEFT && command != CMD_REDRAW &&
               command != CMD_SUSPEND && command != CMD_LANGUAGE;
    }
}

static bool trip_text(App *app, ScreenState *screen, const Event *event) {
    if (screen->trip.at == TRIP_FIELDS)
        return false;
    return text_edit_key(&app->field, event, trip_field_cols(app), 1, app->ambiguous);
}

static const char *trip_hint(const App *app, const ScreenState *screen, CommandId command) {
    if (command != CMD_OPEN || trip_of(app, &screen->trip).at < TRIP_FIELDS)
        return NULL;
    return _("set the due date");
}

static void trip_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Days to apply"));
}

static void trip_begin(App *app, ScreenState *screen) {
    (void)screen;
    late_want_holidays(app);
}

/* ---- the session ---- */

static void trip_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const TripState *state = &screen->trip;
    keep_text(keep, "program", state->program->id);
    keep_number(keep, "at", state->at);
    keep_text(keep, "visit", typed_in(app, state, TRIP_VISIT).at);
    keep_text(keep, "departure", typed_in(app, state, TRIP_DEPARTURE).at);
    keep_number(keep, "cursor", state->at < TRIP_FIELDS ? (int64_t)app->field.cursor : 0);
}

static bool trip_recall(App *app, ScreenState *screen, const Recall *recall) {
    TripState *state = &screen->trip;
    state->program = catalogue_program(app->catalogue, recall_text(recall, "program"));
    state->texts[TRIP_VISIT] = recall_text(recall, "visit");
    state->texts[TRIP_DEPARTURE] = recall_text(recall, "departure");
    int at = (int)recall_number(recall, "at", 0, TRIP_FIELDS);
    if (state->program == NULL || state->program->period.relative_from_days == 0)
        return false;
    state->at = TRIP_FIELDS;
    if (at == TRIP_FIELDS && trip_of(app, state).found)
        return true;
    state->at = MIN_OF(at, TRIP_FIELDS - 1);
    type_in(app, state->texts[state->at]);
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, FIELD_MOST));
    return true;
}

const ScreenClass screen_trip = {
    .name = "trip",
    .is_popup = true,
    .crumbs = trip_crumbs,
    .step = screen_no_step,
    .command = trip_command,
    .text = trip_text,
    .hint = trip_hint,
    .keep = trip_keep,
    .recall = trip_recall,
    .begin = trip_begin,
    .view = trip_view,
    .hints = {{CMD_OPEN, N_("go on")}, {CMD_NEXT, N_("next field")}, {CMD_BACK, N_("close")}},
};
