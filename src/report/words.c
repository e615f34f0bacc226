/* See words.h. */
#include "report/words.h"

#include "catalogue/names.h"
#include "text/era.h"
#include "text/number.h"

static bool english(void) {
    return tr_lang() == LANG_EN;
}

/* ---- badges ---- */

int words_cost_badge_cells(void) {
    return english() ? COST_BADGE_CELLS_EN : COST_BADGE_CELLS_JA;
}

int words_period_badge_cells(void) {
    return english() ? PERIOD_BADGE_CELLS_EN : PERIOD_BADGE_CELLS_JA;
}

const char *words_cost_badge(const Program *program) {
    switch (program->cost.kind) {
    case COST_FREE:
        return tr_context("badge", "free");
    case COST_PAID:
        return tr_context("badge", "fee");
    case COST_SUBSIDY:
        return tr_context("badge", "grant");
    default:
        break;
    }
    /* Where the source names no fee, the kind says what the money is. */
    switch (program->kind) {
    case KIND_LOAN:
        return tr_context("badge", "loan");
    case KIND_GUARANTEE:
        return tr_context("badge", "surety");
    case KIND_INSURANCE:
        return tr_context("badge", "cover");
    default:
        return "-";
    }
}

const char *words_period_badge(Arena *arena, const Program *program, Date as_of) {
    const Period *period = &program->period;
    switch (period_state(period, as_of)) {
    case STATE_ALWAYS:
        return tr_context("badge", "any time");
    case STATE_OPEN:
        /* TRANSLATORS: a window that is open until a day, as month/day. */
        return arena_printf(arena, tr_context("badge", "to %s"),
                            date_print_short(arena, period->to));
    case STATE_UPCOMING:
        /* TRANSLATORS: a window that opens on a day, as month/day. */
        return arena_printf(arena, tr_context("badge", "fr %s"),
                            date_print_short(arena, period->from));
    case STATE_CLOSED:
        return tr_context("badge", "closed");
    default:
        return period->kind == PERIOD_SEE_SITE ? tr_context("badge", "website") : "-";
    }
}

/* ---- periods ---- */

const char *words_days_left(Arena *arena, int days) {
    if (days == 0)
        return _("closes today");
    return arena_printf(arena, tr_plural("%d day left", "%d days left", days), days);
}

/*
 * The window's dates and how it stands on that day. The dates are the edition's own facts;
 * how it stands is computed.
 */
static const char *window(Arena *arena, const Period *period, Date as_of) {
    const char *dates =
        /* TRANSLATORS: from one date to another. */
        arena_printf(arena, _("%s to %s"), date_print_both(arena, period->from),
                     date_print_both(arena, period->to));
    switch (period_state(period, as_of)) {
    case STATE_OPEN:
        /* TRANSLATORS: a window's dates, then "12 days left". */
        return arena_printf(arena, _("%s (%s)"), dates,
                            words_days_left(arena, period_days_left(period, as_of)));
    case STATE_UPCOMING:
        return arena_printf(arena, _("%s (not open yet)"), dates);
    default:
        return arena_printf(arena, _("%s (closed)"), dates);
    }
}

const char *words_undated(PeriodKind kind) {
    switch (kind) {
    case PERIOD_ALWAYS:
        return _("accepted at any time");
    case PERIOD_CLOSED:
        return _("call for applications closed");
    case PERIOD_SEE_SITE:
        return _("see the website");
    default:
        return _("not stated");
    }
}

const char *words_as_of_edition(Arena *arena, const Edition *edition, Date as_of) {
    if (!edition_is_stale(edition, as_of))
        return "";
    /* TRANSLATORS: a month, e.g. "As of December 2016". */
    return arena_printf(arena, _("As of %s"), date_print_long(arena, edition->date));
}

const char *words_period(Arena *arena, const Edition *edition, const Program *program, Date as_of) {
    const Period *period = &program->period;
    if (period->kind == PERIOD_RANGE)
        return window(arena, period, as_of);
    bool now = is_absent(program->source.edition) || !edition_is_stale(edition, as_of);
    if (period->kind == PERIOD_NOT_STATED || now)
        return words_undated(period->kind);
    /* TRANSLATORS: the date of the edition, then what was true then. */
    return arena_printf(arena, tr_context("as of", "%s: %s"),
                        words_as_of_edition(arena, edition, as_of), words_undated(period->kind));
}

/* In weeks where the source counted in weeks. */
const char *words_relative_window(Arena *arena, const Period *period) {
    int days = period->relative_from_days, until = period->relative_until_business_days;
    if (days == 0)
        return "";
    if (days % 7 == 0)
        return arena_printf(
            arena, _("from %d weeks before the visit until %d business days before leaving Japan"),
            days / 7, until);
    return arena_printf(
        arena, _("from %d days before the visit until %d business days before leaving Japan"), days,
        until);
}

/* ---- money ---- */

const char *words_rate(Arena *arena, Rate rate) {
    switch (rate.kind) {
    case RATE_RATIO:
        return arena_printf(arena, "%d/%d", rate.numerator, rate.denominator);
    case RATE_FIXED:
        return _("fixed amount");
    case RATE_PART:
        return _("part of the cost");
    default:
        return _("not stated");
    }
}

static const char *subsidy_rate(Arena *arena, Rate rate) {
    if (rate.kind != RATE_RATIO)
        return words_rate(arena, rate);
    /* TRANSLATORS: a subsidy rate such as 2/3. */
    return arena_printf(arena, _("rate %s"), words_rate(arena, rate));
}

const char *words_subsidy(Arena *arena, const Subsidy *subsidy) {
    const char *rate = subsidy_rate(arena, subsidy->rate);
    if (subsidy->cap_yen == YEN_NOT_STATED)
        return rate;
    const char *cap = number_yen(arena, subsidy->cap_yen);
    if (is_absent(subsidy->cap_per))
        /* TRANSLATORS: subsidy rate, then the most that is paid. */
        return arena_printf(arena, _("%s, up to %s"), rate, cap);
    /* TRANSLATORS: subsidy rate, the most that is paid, and for what (each year). */
    return arena_printf(arena, _("%s, up to %s (%s)"), rate, cap, subsidy->cap_per);
}

const char *words_factor(Arena *arena, Rate factor) {
    int tenths = factor.numerator % factor.denominator * 10;
    if (factor.denominator == 1)
        return arena_printf(arena, "%d", factor.numerator);
    if (tenths % factor.denominator != 0)
        return arena_printf(arena, "%d/%d", factor.numerator, factor.denominator);
    return arena_printf(arena, "%d.%d", factor.numerator / factor.denominator,
                        tenths / factor.denominator);
}

const char *words_percent(Arena *arena, int basis_points) {
    int whole = basis_points / 100, rest = basis_points % 100;
    if (whole == 0 && rest % 10 == 0)
        return arena_printf(arena, "0.%d%%", rest / 10);
    return arena_printf(arena, "%d.%02d%%", whole, rest);
}

const char *words_cost_option(Arena *arena, const CostOption *option) {
    if (option->amount_yen == YEN_NOT_STATED)
        return _("not stated");
    const char *text = option->amount_yen == 0 ? enum_label(&cost_kind_names, COST_FREE)
                                               : number_yen(arena, option->amount_yen);
    if (option->tax == TAX_INCLUDED)
        text = arena_printf(arena, _("%s (tax included)"), text);
    else if (option->tax == TAX_EXCLUDED)
        text = arena_printf(arena, _("%s (tax excluded)"), text);
    if (!is_absent(option->per))
        /* TRANSLATORS: a price, then what it is for: 10,000円 / 30分. */
        text = arena_printf(arena, _("%s / %s"), text, option->per);
    /* TRANSLATORS: this price and up. */
    return option->from ? arena_printf(arena, _("from %s"), text) : text;
}

/* ---- days ---- */

const char *words_day(Arena *arena, Date day) {
    /* TRANSLATORS: a day and its day of the week: 27 January 2017 (Fri). */
    return arena_printf(arena, tr_context("day", "%s (%s)"), date_print_both(arena, day),
                        date_weekday_name(day));
}

const char *words_time_left(Arena *arena, Date due, Date as_of) {
    int days = (int)(date_to_days(due) - date_to_days(as_of));
    if (days > 0)
        return arena_printf(arena, tr_plural("%d day left", "%d days left", days), days);
    if (days == 0)
        return _("due today");
    /* TRANSLATORS: how long something should have been done. */
    return arena_printf(arena, tr_plural("%d day overdue", "%d days overdue", -days), -days);
}

/* ---- contacts ---- */

static const char *phone_kind_note(const Phone *phone) {
    switch (phone->kind) {
    case PHONE_FREEDIAL:
        return _("Free Dial");
    case PHONE_NAVIDIAL:
        return _("Navi Dial");
    default:
        return "";
    }
}

const char *words_phone(Arena *arena, const Phone *phone) {
    const char *number =
        phone->kind == PHONE_FAX ? arena_printf(arena, _("fax %s"), phone->number) : phone->number;
    const char *notes[3];
    size_t count = 0;
    if (!is_absent(phone->extension))
        notes[count++] = arena_printf(arena, _("ext. %s"), phone->extension);
    if (!is_absent(phone_kind_note(phone)))
        notes[count++] = phone_kind_note(phone);
    if (!is_absent(phone->note))
        notes[count++] = phone->note;
    if (count == 0)
        return number;
    const char *joined = notes[0];
    for (size_t i = 1; i < count; i++)
        /* TRANSLATORS: puts two short notes in a row. */
        joined = arena_printf(arena, _("%s; %s"), joined, notes[i]);
    /* TRANSLATORS: a phone number and notes on it. */
    return arena_printf(arena, tr_context("phone", "%s (%s)"), number, joined);
}

/* ---- the edition ---- */

const char *words_edition(Arena *arena, const Edition *edition) {
    /* TRANSLATORS: the edition, named by its month. */
    return arena_printf(arena, _("edition of %s"), date_print_long(arena, edition->date));
}

/* 9年11か月前の情報; "" when the edition is not older than a month. */
static const char *edition_age(Arena *arena, const Edition *edition, Date as_of) {
    int months = date_months_between(edition->date, as_of);
    int years = months / 12, rest = months % 12;
    if (months == 0)
        return "";
    if (years == 0)
        return arena_printf(arena, tr_plural("%d month old", "%d months old", rest), rest);
    if (rest == 0)
        return arena_printf(arena, tr_plural("%d year old", "%d years old", years), years);
    /* TRANSLATORS: years and months, in short. */
    return arena_printf(arena, _("%d y %d m old"), years, rest);
}

const char *words_edition_line(Arena *arena, const Edition *edition, Date as_of, bool brief) {
    if (brief) {
        int years = date_months_between(edition->date, as_of) / 12;
        if (years == 0)
            return arena_printf(arena, _("%d.%02d ed."), edition->date.year, edition->date.month);
        /* TRANSLATORS: edition year and month, and its age in years, as short as can be. */
        return arena_printf(arena, _("%d.%02d, %d y old"), edition->date.year, edition->date.month,
                            years);
    }
    const char *name = words_edition(arena, edition);
    const char *age = edition_age(arena, edition, as_of);
    /* TRANSLATORS: the edition and its age. */
    return is_absent(age) ? name : arena_printf(arena, tr_context("edition", "%s (%s)"), name, age);
}

/* ---- names ---- */

const char *words_joined(Arena *arena, const char *before, const char *name) {
    if (is_absent(before) || is_absent(name))
        return is_absent(before) ? name : before;
    /* TRANSLATORS: joins the names of things in a list. */
    return arena_printf(arena, _("%s, %s"), before, name);
}

const char *words_program_name(const Program *program) {
    return english() ? program->name_en : program->name;
}

const char *words_program_summary(const Program *program) {
    return english() ? program->summary_en : program->summary;
}

const char *words_provider_name(const Provider *provider) {
    return english() ? provider->name_en : provider->name;
}

const char *words_provider_short(Arena *arena, const Provider *provider) {
    const char *name = words_provider_name(provider);
    const char *open = strrchr(name, '('), *close = strrchr(name, ')');
    if (!english() || open == NULL || close == NULL || close < open || close[1] != '\0')
        return name;
    return arena_copy(arena, str_n(open + 1, (size_t)(close - open - 1)));
}

const char *words_country_name(const Country *country) {
    return english() ? country->name_en : country->name;
}

const char *words_region_name(const Country *country) {
    return english() ? country->region_en : country->region;
}

const char *words_city_name(const City *known, const char *printed) {
    return english() && known != NULL ? known->name_en : printed;
}

const char *words_event_name(const Occasion *event) {
    return english() ? event->name_en : event->name;
}

const char *words_event_place(Arena *arena, const Catalogue *catalogue, const Occasion *event) {
    const Place *place = &event->place;
    const char *country = english() ? place->in->name_en : place->country;
    if (is_absent(place->city))
        return country;
    const char *city =
        words_city_name(catalogue_city(catalogue, place->in, place->city), place->city);
    if (strcmp(place->in->id, "jp") == 0)
        return city;
    /* TRANSLATORS: a city and its country. */
    return arena_printf(arena, tr_context("place", "%1$s, %2$s"), city, country);
}

const char *words_step_title(const Step *step) {
    return english() ? step->title_en : step->title;
}

const char *words_need_title(const Need *need) {
    return english() ? need->title_en : need->title;
}
