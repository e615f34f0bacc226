/*
 * Painting the days to apply. What there is to say is collected as lines first: with blank
 * lines between where they fit, then without, then without what can be done without.
 */
#include "ui/screens/trip.h"

#include "catalogue/period.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"

enum {
    MARGIN = 2,
    GAP = 2,
    LINES_MOST = 40,
    FIELD_COLS = 20,
    BESIDE_FROM = 66, /* columns from which what was understood stands beside the field */
};

typedef enum LineKind { LINE_TEXT, LINE_FIELD, LINE_ACTION } LineKind;

typedef struct Line {
    LineKind kind;
    TripField field;
    int col;
    Style style;
    Str text;
    const char *label; /* at the margin, "" for none */
    Str after;         /* behind a field, "" for none */
    Style after_style;
} Line;

/* How much is left out for want of rows. */
typedef enum Tightness { ROOMY, NO_AIR, NO_HELP, BARE, TIGHTNESSES } Tightness;

typedef struct TripLines {
    const App *app;
    const TripState *state;
    Arena *arena;
    Trip trip;
    Tightness tight;
    int cols, value_col;
    Line at[LINES_MOST];
    int count;
} TripLines;

static Line *add(TripLines *of, Line line) {
    if (line.label == NULL)
        line.label = "";
    if (line.after.at == NULL)
        line.after = str("");
    if (of->count == LINES_MOST)
        of->count--;
    of->at[of->count] = line;
    return &of->at[of->count++];
}

static void add_air(TripLines *of) {
    if (of->tight == ROOMY)
        add(of, (Line){.text = {"", 0}});
}

/* A text over as many lines as it takes; a label before the first. */
static void add_text(TripLines *of, const char *label, int col, Style style, const char *text) {
    WrapLines lines = screen_lines(of->app, of->arena, text, of->cols - col - MARGIN);
    for (size_t i = 0; i < lines.count; i++)
        add(of, (Line){.col = col,
                       .style = style,
                       .text = lines.at[i].text,
                       .label = i == 0 ? label : ""});
}

/* ---- the two days ---- */

static const char *field_name(TripField field) {
    return field == TRIP_VISIT ? tr_context("trip", "Visit") : tr_context("trip", "Leaving Japan");
}

/* What is understood; what can be typed, while nothing is; what is wrong, once it is left. */
static const char *meaning(const TripLines *of, TripField field, Style *style) {
    const TripDay *day = &of->trip.days[field];
    *style = day->is_day ? STYLE_BODY : STYLE_DIM;
    if (day->is_day)
        return of->cols >= BESIDE_FROM ? words_day(of->arena, day->day)
                                       : plan_words_day_short(of->arena, day->day);
    if (of->trip.at == (int)field)
        return field == TRIP_VISIT ? _("2017-01-30, H29.1.30, 1/30 or +6w") : _("in the same way");
    *style = STYLE_WARN;
    return day->typed.len == 0 ? "" : _("not a day");
}

static void add_field(TripLines *of, TripField field) {
    Style style;
    const char *text = meaning(of, field, &style);
    Line *line = add(of, (Line){.kind = LINE_FIELD,
                                .field = field,
                                .col = of->value_col,
                                .label = field_name(field)});
    if (of->cols >= BESIDE_FROM) {
        line->after = str(text);
        line->after_style = style;
    } else if (of->tight != BARE && !is_absent(text)) {
        add_text(of, "", of->value_col, style, text);
    }
}

/* ---- what comes of them ---- */

static int days_until(const TripLines *of, Date day) {
    return (int)(date_to_days(day) - date_to_days(of->app->today));
}

static const char *first_standing(const TripLines *of, Date first) {
    int days = days_until(of, first);
    if (days == 0)
        return _("from today");
    if (days > 0)
        return arena_printf(of->arena, tr_plural("in %d day", "in %d days", days), days);
    /* TRANSLATORS: one can apply since so many days. */
    return arena_printf(of->arena, tr_plural("since %d day", "since %d days", -days), -days);
}

static const char *last_standing(const TripLines *of, Date last) {
    int days = days_until(of, last);
    if (days == 0)
        return _("closes today");
    if (days > 0)
        return arena_printf(of->arena, tr_plural("%d day left", "%d days left", days), days);
    return arena_printf(of->arena, tr_plural("over since %d day", "over since %d days", -days),
                        -days);
}

/* On one line with how it stands, on the smallest screens too. */
static const char *brief_day(Arena *arena, Date day) {
    char iso[DATE_ISO_BYTES];
    date_print_iso(day, iso);
    /* TRANSLATORS: a day in figures and its day of the week: 2017-01-24(火) */
    return arena_printf(arena, tr_context("calendar", "%s %s"), iso, date_weekday_name(day));
}

/* The day in full, in short, or with how it stands on a line of its own: as there is room. */
static void add_day(TripLines *of, const char *label, Date day, Style style, const char *standing) {
    const char *brief = plan_words_day_short(of->arena, day);
    const char *forms[] = {
        of->tight == BARE ? brief_day(of->arena, day) : words_day(of->arena, day), brief};
    int room = of->cols - of->value_col - MARGIN;
    const char *text = arena_printf(of->arena, "%s\n%s", brief, standing);
    for (size_t i = COUNT_OF(forms); i-- > 0;) {
        const char *line =
            arena_printf(of->arena, is_absent(standing) ? "%s%s" : "%s  %s", forms[i], standing);
        if (text_width(str(line), of->app->ambiguous) <= room)
            text = line;
    }
    add_text(of, label, of->value_col, style, text);
}

static void add_result(TripLines *of) {
    const Trip *trip = &of->trip;
    if (trip->found) {
        Date last = trip->window.last;
        Style style = days_until(of, last) < 0 ? STYLE_WARN : STYLE_STRONG;
        add_day(of, tr_context("trip", "First day"), trip->window.first, STYLE_STRONG,
                of->tight == BARE ? "" : first_standing(of, trip->window.first));
        add_day(of, tr_context("trip", "Last day"), last, style, last_standing(of, last));
    } else if (trip->both) {
        add_text(of, "", MARGIN, STYLE_WARN, trip->why.text);
    } else if (of->tight != BARE) {
        add_text(of, "", MARGIN, STYLE_DIM,
                 _("With both days the first and the last day to apply stand here."));
    }
    if (!trip->found) {
        add_air(of); /* the fields stay where they are once there is a result */
    }
}

/* ---- which days count ---- */

static const char *joined(Arena *arena, const char *all, const char *more) {
    /* TRANSLATORS: joins the names of things in a list. */
    return is_absent(all) ? more : arena_printf(arena, _("%s, %s"), all, more);
}

/* Days of the list that made a difference, with their names: 1/9 成人の日. */
static const char *holidays_met(const TripLines *of) {
    enum { MOST = 8 };
    const Holidays *list = &of->app->late.holidays;
    const char *all = "";
    int count = 0;
    Date departure = of->trip.days[TRIP_DEPARTURE].day;
    for (size_t i = 0; i < list->count && count < MOST; i++) {
        const Holiday *holiday = &list->at[i];
        bool met = date_compare(holiday->day, of->trip.window.last) >= 0 &&
                   date_compare(holiday->day, departure) < 0 &&
                   is_business_day(&(Holidays){NULL, 0}, holiday->day);
        if (!met)
            continue;
        const char *day = date_print_short(of->arena, holiday->day);
        const char *name =
            is_absent(holiday->name)
                ? day
                : arena_printf(of->arena, "%s %s", day, plan_quote(of->arena, str(holiday->name)));
        all = joined(of->arena, all, name);
        count++;
    }
    return all;
}

/* Years of which the list says nothing, of those that were counted in. */
static const char *years_missing(const TripLines *of) {
    const char *all = "";
    for (int year = of->trip.window.last.year; year <= of->trip.days[TRIP_DEPARTURE].day.year;
         year++)
        if (!holidays_know_year(&of->app->late.holidays, year))
            all = joined(of->arena, all, date_print_long(of->arena, (Date){(int16_t)year, 0, 0}));
    return all;
}

static const char *by_list(const TripLines *of) {
    const Late *late = &of->app->late;
    int count = (int)late->holidays.count;
    const char *slash = strrchr(late->holidays_file, '/');
    const char *file = slash == NULL ? late->holidays_file : slash + 1;
    /* TRANSLATORS: how many days a list of holidays has, and its file. */
    return arena_printf(of->arena,
                        tr_plural("Saturdays, Sundays and the %1$d day of the list of holidays "
                                  "(%2$s) are counted as holidays.",
                                  "Saturdays, Sundays and the %1$d days of the list of holidays "
                                  "(%2$s) are counted as holidays.",
                                  count),
                        count, file);
}

static void add_by_list(TripLines *of) {
    add_text(of, "", MARGIN, STYLE_DIM, by_list(of));
    if (!of->trip.found)
        return;
    const char *met = holidays_met(of), *missing = years_missing(of);
    if (!is_absent(met))
        add_text(of, "", MARGIN, STYLE_DIM,
                 arena_printf(of->arena, _("Holidays met in counting: %s"), met));
    if (!is_absent(missing))
        add_text(of, "", MARGIN, STYLE_WARN,
                 arena_printf(of->arena,
                              _("The list says nothing of %s: there only Saturdays and Sundays are "
                                "counted as holidays."),
                              missing));
}

static void add_counting(TripLines *of) {
    const Late *late = &of->app->late;
    if (late->holidays.count > 0) {
        add_by_list(of);
        return;
    }
    if (!is_absent(late->holidays_why))
        add_text(of, "", MARGIN, STYLE_WARN, late->holidays_why);
    add_text(of, "", MARGIN, STYLE_DIM,
             of->tight == BARE
                 ? _("Only Saturdays and Sundays are counted as holidays.")
                 : _("Only Saturdays and Sundays are counted as holidays, neither public holidays "
                     "nor the days around New Year."));
    if (is_absent(late->holidays_why) && !is_absent(late->holidays_file) && of->tight < NO_HELP)
        add_text(of, "", MARGIN, STYLE_DIM,
                 arena_printf(of->arena,
                              _("To count public holidays too, write them into %s, one day on each "
                                "line (2017-01-09)."),
                              late->holidays_file));
}

/* ---- into the plan ---- */

static const char *in_plan(const TripLines *of) {
    const PlanItem *item = work_item(of->app, of->state->program->id);
    Date due;
    if (item == NULL)
        return _("It is not in the plan yet; it is put in then.");
    const char *status = plan_status_label(plan_status_of(item));
    if (!plan_words_due(item, &due))
        /* TRANSLATORS: a status in the plan. */
        return arena_printf(of->arena, _("In the plan: %s, no due date"), status);
    /* TRANSLATORS: a status in the plan and a day. */
    return arena_printf(of->arena, _("In the plan: %1$s, due on %2$s"), status,
                        plan_words_day_short(of->arena, due));
}

static void add_action(TripLines *of) {
    add_air(of);
    if (!of->trip.found) {
        add_air(of);
        add_air(of);
        return;
    }
    add(of, (Line){.kind = LINE_ACTION,
                   .col = MARGIN + 1,
                   .style = STYLE_BODY,
                   .text = str(_("Set the last day as the due date"))});
    if (of->tight < NO_HELP)
        add_text(of, "", MARGIN + 1, STYLE_DIM, in_plan(of));
}

/* ---- all of it ---- */

static void add_rule(TripLines *of) {
    const App *app = of->app;
    const char *rule = words_relative_window(of->arena, &of->state->program->period);
    const char *then = words_as_of_edition(of->arena, &app->catalogue->edition, app->today);
    if (!is_absent(then))
        /* TRANSLATORS: the date of the edition, then what was true then. */
        rule = arena_printf(of->arena, tr_context("as of", "%s: %s"), then, rule);
    if (of->tight >= NO_HELP)
        return;
    add_air(of);
    add_text(of, "", MARGIN, STYLE_DIM, rule);
}

static void collect(TripLines *of, Tightness tight) {
    of->tight = tight;
    of->count = 0;
    add_rule(of);
    add_air(of);
    for (int i = 0; i < TRIP_FIELDS; i++)
        add_field(of, (TripField)i);
    add_air(of);
    add_result(of);
    add_air(of);
    if (tight == BARE) { /* the last may be cut off at the foot */
        add_action(of);
        add_counting(of);
    } else {
        add_counting(of);
        add_action(of);
    }
}

static int value_col(const TripLines *of) {
    const char *labels[] = {field_name(TRIP_VISIT), field_name(TRIP_DEPARTURE),
                            tr_context("trip", "First day"), tr_context("trip", "Last day")};
    int widest = 0;
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        widest = MAX_OF(widest, text_width(str(labels[i]), of->app->ambiguous));
    return MARGIN + widest + GAP;
}

static TripLines *lines_of(const App *app, const TripState *state, Arena *arena, int rows) {
    TripLines *of = arena_new(arena, TripLines, 1);
    *of = (TripLines){.app = app, .state = state, .arena = arena, .trip = trip_of(app, state)};
    of->cols = screen_popup(app->cols).cols;
    of->value_col = value_col(of);
    for (int tight = ROOMY; tight < TIGHTNESSES; tight++) {
        collect(of, (Tightness)tight);
        if (of->count <= rows)
            break;
    }
    return of;
}

static int field_cols(const TripLines *of) {
    return MAX_OF(MIN_OF(of->cols - of->value_col - MARGIN, (int)FIELD_COLS), 2);
}

int trip_field_cols(const App *app) {
    TripLines of = {.app = app, .cols = screen_popup(app->cols).cols};
    of.value_col = value_col(&of);
    return field_cols(&of);
}

static void paint_field(const TripLines *of, const Canvas *popup, int row, const Line *line) {
    Canvas field = canvas_part(popup, line->col, row, field_cols(of), 1);
    if (of->trip.at == (int)line->field) {
        text_edit_view(&of->app->field, &field, NULL, NULL);
    } else {
        paint_blank(&field, 0, 0, field.cols, STYLE_FIELD);
        paint_fit(&field, 0, 0, field.cols, STYLE_FIELD,
                  arena_copy(of->arena, of->trip.days[line->field].typed));
    }
    int col = line->col + field_cols(of) + GAP;
    paint_fit(popup, col, row, of->cols - col - 1, line->after_style,
              arena_copy(of->arena, line->after));
}

static void paint_line(const TripLines *of, const Canvas *popup, int row, const Line *line) {
    bool here = of->trip.at == TRIP_FIELDS;
    paint(popup, MARGIN, row, STYLE_BODY, line->label);
    if (line->kind == LINE_FIELD) {
        paint_field(of, popup, row, line);
        return;
    }
    if (line->kind == LINE_ACTION && here) {
        Canvas part = canvas_part(popup, 0, row, popup->cols, 1);
        screen_mark(&part);
    }
    paint_text(popup, line->col, row, line->style, line->text);
}

void trip_view(const App *app, const ScreenState *screen, const Canvas *body) {
    TripLines *of = lines_of(app, &screen->trip, body->frame, body->rows - 1);
    bool air = of->count + 2 <= body->rows;
    int head = MAX_OF(body->rows - of->count - 1 - (air ? 1 : 0), 0);
    Canvas popup = screen_popup_canvas(body, MAX_OF(head - 1, 0));
    screen_heading(&popup, head, _("Days to apply"), words_program_name(screen->trip.program));
    for (int i = 0; i < of->count && head + 1 + i < body->rows; i++)
        paint_line(of, &popup, head + 1 + i, &of->at[i]);
}
