/*
 * Painting the calendar.
 *
 *     2016年12月（平成28年）
 *   ▸ 20日(火)  セミナー  name, which wraps             徳島        開催中
 *   〜21日(水)
 *
 * Days under days, so that a range takes two lines and no more columns. Where the columns leave
 * too little for names, these stand under the date. What is over is dim.
 */
#include "ui/screens/calendar.h"

#include "catalogue/period.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"

enum {
    PLAN_COL = 2,
    DAY_COL = 4,
    DAY_COLS = 8,
    KIND_COL = DAY_COL + DAY_COLS + 1,
    FOLD_COL = 4,
    LEFT_COLS = 9,
    BESIDE_COLS = 10,
    BESIDE_COLS_EN = 13,
    BESIDE_WIDE = 16,
    BESIDE_WIDE_FROM = 100, /* columns of the list from which providers have room */
    STACKED_BELOW = 72,
    LIST_MOST = 112,
    GAP = 2,
    MONTH_COLS = 21, /* seven days of three cells */
    MONTH_GAP = 4,
    MONTH_FROM = 108, /* columns of the screen from which the small calendar has room */
    MONTH_ROWS = 8,
};

/* ---- words ---- */

static int cells(const Calendar *of, const char *text) {
    return screen_cells(of->app, of->arena, text);
}

static const char *kind_word(AgendaKind kind) {
    switch (kind) {
    case AGENDA_CLOSES:
        return tr_context("calendar", "closes");
    case AGENDA_DUE:
        return tr_context("calendar", "due");
    case AGENDA_OPENS:
        return tr_context("calendar", "opens");
    case AGENDA_SEMINAR:
        return tr_context("calendar", "seminar");
    default:
        return tr_context("calendar", "exhibition");
    }
}

/* A day in its column of 8 cells: under its month only the day is said. */
static const char *day_text(Arena *arena, Date day, Date month) {
    if (day.month == 0)
        /* TRANSLATORS: instead of a day, at most 8 cells: only the year is known. */
        return _("in year");
    if (day.day == 0)
        /* TRANSLATORS: instead of a day, at most 8 cells: only the month is known. */
        return _("in month");
    if (day.year == month.year && day.month == month.month)
        /* TRANSLATORS: a day of the month, right-aligned, and its day of the week: 27日(金) */
        return arena_printf(arena, tr_context("calendar", "%2d %s"), day.day,
                            date_weekday_name(day));
    /* TRANSLATORS: a day as month/day and its day of the week: 1/3(火) */
    return arena_printf(arena, tr_context("calendar", "%s %s"), date_print_short(arena, day),
                        date_weekday_name(day));
}

static bool is_range(const AgendaEntry *entry) {
    return date_is_day(entry->from) && date_is_day(entry->to) &&
           date_compare(entry->from, entry->to) != 0;
}

/* How a window stands of which the day it opened is past. */
static const char *opened(const Calendar *of, const AgendaEntry *entry) {
    PeriodState state = period_state(&entry->program->period, of->app->today);
    return state == STATE_OPEN ? tr_context("calendar", "open") : tr_context("calendar", "over");
}

static const char *past(const Calendar *of, const AgendaEntry *entry) {
    if (entry->kind == AGENDA_OPENS)
        return opened(of, entry);
    if (entry->kind != AGENDA_DUE)
        return tr_context("calendar", "over");
    return arena_printf(of->arena, _("%ld late"), (long)entry->days);
}

/* In a column of 9 cells; what is years late may take more. */
static const char *left_text(const Calendar *of, const AgendaEntry *entry) {
    long days = entry->days;
    if (entry->settled)
        return "";
    switch (entry->state) {
    case AGENDA_PAST:
        return past(of, entry);
    case AGENDA_TODAY:
        return _("today");
    case AGENDA_RUNNING:
        return date_is_day(entry->from) ? tr_context("calendar", "on now") : "";
    default:
        return date_is_day(entry->from)
                   ? arena_printf(of->arena, tr_plural("%ld day", "%ld days", days), days)
                   : "";
    }
}

static bool is_dim(const AgendaEntry *entry) {
    bool missed = entry->kind == AGENDA_DUE && !entry->settled;
    return entry->settled || (entry->state == AGENDA_PAST && !missed);
}

static Style left_style(const Calendar *of, const AgendaEntry *entry) {
    enum { URGENT = 14, SOON = 7 /* days */ };
    bool now = entry->state == AGENDA_TODAY;
    if (entry->state == AGENDA_PAST && entry->kind == AGENDA_DUE && !entry->settled)
        return STYLE_WARN;
    if (entry->state == AGENDA_PAST && entry->kind == AGENDA_OPENS)
        return period_state(&entry->program->period, of->app->today) == STATE_OPEN ? STYLE_GOOD
                                                                                   : STYLE_FAINT;
    if (is_dim(entry))
        return STYLE_FAINT;
    if (entry->kind == AGENDA_CLOSES && entry->days <= URGENT)
        return STYLE_WARN;
    if (entry->state == AGENDA_RUNNING)
        return STYLE_GOOD;
    return now || (entry->kind == AGENDA_DUE && entry->days <= SOON) ? STYLE_STRONG : STYLE_BODY;
}

/* ---- measures ---- */

static int kind_cols(const Calendar *of) {
    int widest = 0;
    for (int kind = 0; kind < AGENDA_KINDS; kind++)
        widest = MAX_OF(widest, cells(of, kind_word((AgendaKind)kind)));
    return widest;
}

static void measure_columns(Calendar *of) {
    CalendarColumns *at = &of->columns;
    int screen = of->app->cols;
    *at = (CalendarColumns){.beside = -1, .month = -1};
    of->cols = MIN_OF(screen, (int)LIST_MOST);
    if (screen >= MONTH_FROM) {
        of->cols = MIN_OF(screen - MONTH_COLS - 2 * MONTH_GAP, (int)LIST_MOST);
        at->month = of->cols + MONTH_GAP;
    }
    at->end = of->cols - 1;
    at->stacked = of->cols < STACKED_BELOW;
    at->name = at->stacked ? DAY_COL : KIND_COL + kind_cols(of) + 1;
    if (!at->stacked) {
        at->beside_cols = of->cols >= BESIDE_WIDE_FROM ? BESIDE_WIDE
                          : tr_lang() == LANG_EN       ? BESIDE_COLS_EN
                                                       : BESIDE_COLS;
        at->beside = at->end - LEFT_COLS - 1 - at->beside_cols;
    }
    at->name_cols = (at->stacked ? at->end : at->beside - GAP) - at->name;
    of->shape = row_shape(at->end, true);
}

/* Of an event, in running text. */
static const char *last_day(const Calendar *of, const AgendaEntry *entry) {
    const char *day = day_text(of->arena, entry->to, entry->from);
    /* TRANSLATORS: the last day of an event. */
    return arena_printf(of->arena, tr_context("calendar", "to %s"), day + strspn(day, " "));
}

/* Where it stands under the date, an event's place and last day have no column and follow it. */
static const char *name_text(const Calendar *of, const CalendarRow *row) {
    const AgendaEntry *entry = row->entry;
    const char *name = calendar_name(row);
    if (!of->columns.stacked || entry->event == NULL)
        return name;
    const char *detail = calendar_beside(of, row);
    if (is_range(entry))
        detail = arena_printf(of->arena, _("%s, %s"), detail, last_day(of, entry));
    return arena_printf(of->arena, tr_context("calendar", "%s (%s)"), name, detail);
}

static bool is_program(const CalendarRow *row) {
    return row->kind == CALENDAR_PROGRAM;
}

static void measure_row(Calendar *of, int item) {
    const CalendarRow *row = &of->rows[item];
    CalendarLines *lines = &of->lines[item];
    lines->section = row->section ? 1 : 0;
    lines->heading = row->kind == CALENDAR_ENTRY && row->heads ? 1 : 0;
    bool ends = item + 1 < of->count && of->rows[item + 1].heads;
    lines->air = ends && app_body_rows(of->app) >= AIR_ROWS ? 1 : 0;
    if (row->kind == CALENDAR_ENTRY)
        lines->name = screen_lines(of->app, of->arena, name_text(of, row), of->columns.name_cols);
}

/* Under the headings. */
static int body_lines(const Calendar *of, int item) {
    const CalendarRow *row = &of->rows[item];
    if (is_program(row))
        return row_height(of->app, of->arena, &of->shape, row->program);
    if (row->kind != CALENDAR_ENTRY)
        return 1;
    int name = (int)of->lines[item].name.count;
    if (of->columns.stacked)
        return 1 + name;
    return MAX_OF(name, is_range(row->entry) ? 2 : 1);
}

static int head_lines(const CalendarLines *lines) {
    return lines->section + lines->heading;
}

static int item_height(const void *context, int item) {
    const Calendar *of = context;
    return head_lines(&of->lines[item]) + body_lines(of, item) + of->lines[item].air;
}

/* ---- over the list ---- */

static const char *over_text(const Calendar *of) {
    const char *year =
        date_print_long(of->arena, (Date){of->app->catalogue->edition.date.year, 0, 0});
    if (of->agenda.own > 0)
        /* TRANSLATORS: the year of the edition. */
        return arena_printf(of->arena,
                            _("All dates of the %s edition are over. What is due in the plan comes "
                              "first."),
                            year);
    return arena_printf(of->arena, _("All dates of the %s edition are over."), year);
}

static const char *intro_text(const Calendar *of) {
    Date today = of->app->today;
    if (of->agenda.over)
        return over_text(of);
    const char *day =
        of->columns.stacked ? plan_words_day_short(of->arena, today) : words_day(of->arena, today);
    return arena_printf(of->arena, _("The reference date is %s."), day);
}

void calendar_measure(Calendar *of) {
    measure_columns(of);
    of->lines = arena_new(of->arena, CalendarLines, (size_t)of->count);
    for (int i = 0; i < of->count; i++)
        measure_row(of, i);
    of->intro = screen_lines(of->app, of->arena, intro_text(of), of->columns.end - DAY_COL);
    int rows = app_body_rows(of->app), air = rows >= AIR_ROWS ? 1 : 0;
    of->list_rows = MAX_OF(rows - (int)of->intro.count - air, 1);
}

/* ---- painting rows ---- */

static void paint_month(const Calendar *of, const Canvas *canvas, int row, Date day) {
    Date month = {day.year, day.month, 0};
    bool over = date_compare(date_last_day(month), of->app->today) < 0;
    paint_fit(canvas, DAY_COL, row, of->columns.end - DAY_COL, over ? STYLE_DIM : STYLE_STEP0,
              date_print_both(of->arena, month));
}

static const char *section_text(const Calendar *of, const CalendarRow *row) {
    const Edition *edition = &of->app->catalogue->edition;
    if (row->kind == CALENDAR_ENTRY)
        return arena_printf(of->arena, _("Dates of the %s edition, all over"),
                            date_print_long(of->arena, (Date){edition->date.year, 0, 0}));
    const char *then = words_as_of_edition(of->arena, edition, of->app->today);
    if (is_absent(then))
        return _("Programs without dates");
    /* TRANSLATORS: a heading, and the date of the edition. */
    return arena_printf(of->arena, tr_context("calendar", "%s (%s)"), _("Programs without dates"),
                        then);
}

static void paint_heads(const Calendar *of, const Canvas *canvas, int item) {
    const CalendarRow *row = &of->rows[item];
    const CalendarLines *lines = &of->lines[item];
    if (lines->section > 0)
        paint_fit(canvas, DAY_COL, 0, of->columns.end - DAY_COL, STYLE_STEP0,
                  section_text(of, row));
    if (lines->heading > 0)
        paint_month(of, canvas, lines->section, row->entry->from);
}

static void paint_days(const Calendar *of, const Canvas *line, const AgendaEntry *entry,
                       Style style) {
    paint(line, DAY_COL, 0, style, day_text(of->arena, entry->from, entry->from));
    if (of->columns.stacked || !is_range(entry))
        return;
    /* TRANSLATORS: before the last day of several, in a column of 2 cells: 〜21日(水) */
    paint(line, DAY_COL - 2, 1, style, tr_context("calendar", "-"));
    paint(line, DAY_COL, 1, style, day_text(of->arena, entry->to, entry->from));
}

static void paint_planned(const Calendar *of, const Canvas *line, const CalendarRow *row) {
    const char *id = row->entry->item != NULL ? row->entry->item->program
                     : row->program != NULL   ? row->program->id
                                              : "";
    const PlanItem *item = is_absent(id) ? NULL : work_item(of->app, id);
    if (item == NULL)
        return;
    bool over = plan_status_is_final(plan_status_of(item));
    paint(line, PLAN_COL, 0, over ? STYLE_DIM : STYLE_STEP(work_item_step(of->app, item)),
          mark_planned(line->grid));
}

static void paint_entry(const Calendar *of, const Canvas *line, int item) {
    const CalendarRow *row = &of->rows[item];
    const CalendarColumns *at = &of->columns;
    const AgendaEntry *entry = row->entry;
    Style style = is_dim(entry) ? STYLE_DIM : STYLE_BODY;
    const char *left = left_text(of, entry), *beside = calendar_beside(of, row);
    int begin = paint_right(line, at->end, 0, left_style(of, entry), left);
    paint_planned(of, line, row);
    paint_days(of, line, entry, style);
    int kind = paint(line, KIND_COL, 0, style, kind_word(entry->kind));
    screen_paint_lines(line, at->name, at->stacked ? 1 : 0, style, of->lines[item].name);
    if (at->beside >= 0)
        paint_fit(line, at->beside, 0, at->beside_cols, STYLE_DIM, beside);
    int col = KIND_COL + kind + GAP;
    if (at->stacked && entry->item != NULL)
        paint_fit(line, col, 0, begin - GAP - col, STYLE_DIM, beside);
}

static void paint_group(const Calendar *of, const Canvas *line, const CalendarRow *row) {
    int count = (int)row->group->programs.count;
    bool unfolded = calendar_is_unfolded(of->state, row->group);
    const char *text =
        arena_printf(of->arena, tr_plural("%d program", "%d programs", count), count);
    paint(line, FOLD_COL, 0, STYLE_DIM, unfolded ? "-" : "+");
    int col = ROW_NAME_COL + GAP +
              paint(line, ROW_NAME_COL, 0, STYLE_BODY, words_undated(row->group->kind));
    if (col + paint_width(line, text) > of->columns.end)
        text = arena_printf(of->arena, "%d", count);
    paint(line, col, 0, STYLE_DIM, text);
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool here) {
    const Calendar *of = context;
    const CalendarRow *row = &of->rows[item];
    int head = head_lines(&of->lines[item]);
    paint_heads(of, canvas, item);
    Canvas line = canvas_shifted(canvas, head, body_lines(of, item));
    if (is_program(row)) {
        row_paint(of->app, &line, 0, &of->shape, row->program, here);
        return;
    }
    if (here)
        screen_mark(&line);
    bool marked = row->kind == CALENDAR_ENTRY && row->program != NULL &&
                  work_is_bookmarked(of->app, BOOKMARK_PROGRAM, row->program->id);
    if (marked)
        screen_star(&line, here);
    if (row->kind == CALENDAR_ENTRY)
        paint_entry(of, &line, item);
    else if (row->kind == CALENDAR_GROUP)
        paint_group(of, &line, row);
    else
        paint_fit(&line, ROW_NAME_COL, 0, of->columns.end - ROW_NAME_COL, STYLE_LINK,
                  calendar_name(row));
}

static int item_lead(const void *context, int item) {
    const Calendar *of = context;
    return head_lines(&of->lines[item]);
}

List calendar_list(const Calendar *of) {
    return (List){of->count, of, item_height, item_paint, item_lead};
}

/* ---- the small calendar ---- */

/* The month that it shows: of the selected row, else of the reference date. */
static Date month_shown(const Calendar *of) {
    const CalendarRow *row = of->count == 0 ? NULL : &of->rows[of->list.selected];
    Date day = row != NULL && row->entry != NULL ? row->entry->from : of->app->today;
    return day.month == 0 ? of->app->today : day;
}

static bool has_something(const Calendar *of, Date day) {
    for (size_t i = 0; i < of->agenda.count; i++) {
        const AgendaEntry *entry = &of->agenda.at[i];
        if (date_is_day(entry->from) && date_compare(entry->from, day) <= 0 &&
            date_compare(date_last_day(entry->to), day) >= 0)
            return true;
    }
    return false;
}

/* 日; Su: of two cells. */
static const char *day_initials(const Calendar *of, Date day) {
    const char *name = date_weekday_name(day);
    return tr_lang() == LANG_EN ? arena_printf(of->arena, "%.2s", name) : name;
}

/* Weeks begin on Sunday, as on the wall. A star stands behind a day that has something; the
   reference date is strong. */
static void paint_weeks(const Calendar *of, const Canvas *part, Date month) {
    const Date first = {month.year, month.month, 1};
    int offset = (date_weekday(first) + 1) % 7;
    for (int i = 0; i < 7; i++)
        paint_right(part, 3 * i + 2, 1, STYLE_DIM,
                    day_initials(of, date_from_days(date_to_days(first) - offset + i)));
    for (int day = 1; day <= date_days_in_month(month.year, month.month); day++) {
        Date date = {month.year, month.month, (int8_t)day};
        int col = 3 * ((offset + day - 1) % 7), row = 2 + (offset + day - 1) / 7;
        bool today = date_compare(date, of->app->today) == 0, some = has_something(of, date);
        paint_right(part, col + 2, row, today || some ? STYLE_STRONG : STYLE_DIM,
                    arena_printf(of->arena, "%d", day));
        if (some)
            paint(part, col + 2, row, STYLE_BODY, "*");
    }
}

static void paint_small_calendar(const Calendar *of, const Canvas *body, int row) {
    Date month = month_shown(of);
    if (of->columns.month < 0 || body->rows - row < MONTH_ROWS)
        return;
    Canvas part = canvas_part(body, of->columns.month, row, MONTH_COLS, MONTH_ROWS);
    paint(&part, 0, 0, STYLE_STEP0, date_print_long(of->arena, (Date){month.year, month.month, 0}));
    paint_weeks(of, &part, month);
}

void calendar_view(const App *app, const ScreenState *screen, const Canvas *body) {
    Calendar *of = calendar_of(app, body->frame, &screen->calendar);
    List list = calendar_list(of);
    int top = body->rows - of->list_rows;
    screen_paint_lines(body, DAY_COL, 0, of->agenda.over ? STYLE_BODY : STYLE_DIM, of->intro);
    Canvas box = canvas_part(body, 0, top, of->cols, of->list_rows);
    list_view(&list, &of->list, &box);
    screen_more_items_below(&list, &of->list, &box);
    paint_small_calendar(of, body, top);
}
