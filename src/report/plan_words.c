/* See plan_words.h. */
#include "report/plan_words.h"

#include "base/tr.h"
#include "text/era.h"
#include "text/number.h"

#include <stdio.h>

/* ---- days ---- */

const char *plan_words_day_short(Arena *arena, Date day) {
    return arena_printf(arena, tr_context("day", "%s (%s)"), date_print_long(arena, day),
                        date_weekday_name(day));
}

bool plan_words_due(const PlanItem *item, Date *out) {
    return date_parse_iso(plan_text(item, PLAN_DUE), out) && date_is_day(*out);
}

bool plan_words_is_overdue(const PlanItem *item, Date as_of) {
    Date due;
    return !plan_status_is_final(plan_status_of(item)) && plan_words_due(item, &due) &&
           date_compare(due, as_of) < 0;
}

static int two_digits(const char *at) {
    return (at[0] - '0') * 10 + at[1] - '0';
}

bool plan_words_moment(const char *stamp, int zone, Date *day, int *minute) {
    enum { DAY = 24 * 60 * 60, HOURS_AT = 11, MINUTES_AT = 14 };
    char iso[11];
    Date date = {0};
    snprintf(iso, sizeof iso, "%s", stamp);
    if (!plan_is_stamp(stamp) || !date_parse_iso(iso, &date))
        return false;
    int seconds = two_digits(stamp + HOURS_AT) * 3600 + two_digits(stamp + MINUTES_AT) * 60 + zone;
    int days = seconds < 0 ? -1 : seconds >= DAY ? 1 : 0;
    *day = date_from_days(date_to_days(date) + days);
    *minute = (seconds - days * DAY) / 60;
    return true;
}

/* ---- values ---- */

static const char *day_of(Arena *arena, const char *text) {
    Date day;
    return date_parse_iso(text, &day) && date_is_day(day) ? date_print_long(arena, day) : text;
}

static const char *amount_of(Arena *arena, const char *text) {
    int64_t yen;
    return number_parse_yen(str(text), &yen) ? number_yen(arena, yen) : text;
}

/* In files and on the command line a status is one of nine words; any other is left alone. */
static const char *status_of(const char *text) {
    for (int status = 0; status < PLAN_STATUS_COUNT; status++)
        if (strcmp(plan_status_word((PlanStatus)status), text) == 0)
            return plan_status_label((PlanStatus)status);
    return text;
}

static const char *documents_of(Arena *arena, const char *text) {
    const char *all = "";
    PlanDocument document;
    for (Str rest = str(text); plan_document_next(&rest, &document);) {
        const char *one =
            arena_printf(arena, "%s %.*s", document.done ? "☑" : "☐", STR_ARG(document.name));
        all = is_absent(all) ? one : arena_printf(arena, "%s  %s", all, one);
    }
    return all;
}

static const char *terms_of(Arena *arena, const char *text) {
    const char *all = "";
    Str term;
    for (Str rest = str(text); plan_term_next(&rest, &term);) {
        const char *one = arena_copy(arena, term);
        all = is_absent(all) ? one : arena_printf(arena, _("%s, %s"), all, one);
    }
    return all;
}

const char *plan_words_value(Arena *arena, PlanField field, const char *text) {
    if (is_absent(text))
        return text;
    switch (field) {
    case PLAN_DUE:
        return day_of(arena, text);
    case PLAN_ESTIMATE:
        return amount_of(arena, text);
    case PLAN_STATUS:
        return status_of(text);
    case PLAN_TERMS:
        return terms_of(arena, text);
    case PLAN_DOCUMENTS:
        return documents_of(arena, text);
    default:
        return text;
    }
}
