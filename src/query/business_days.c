/* See business_days.h. */
#include "query/business_days.h"

#include "base/tr.h"
#include "plan/fields.h"
#include "text/clean.h"
#include "text/era.h"

#include <stdlib.h>

/* ---- reading ---- */

/* Bytes that would be right as Shift_JIS: what a Japanese Windows writes, and the Cabinet Office.
 */
static bool could_be_shift_jis(Str bytes) {
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char lead = (unsigned char)bytes.at[i];
        if (lead < 0x80 || (lead >= 0xA1 && lead <= 0xDF)) /* ASCII, half-width kana */
            continue;
        unsigned char trail = i + 1 < bytes.len ? (unsigned char)bytes.at[++i] : 0;
        bool leads = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
        if (!leads || trail < 0x40 || trail == 0x7F || trail > 0xFC)
            return false;
    }
    return true;
}

static Str trimmed(Str text) {
    while (text.len > 0 && strchr(" \t\r", text.at[0]) != NULL)
        text = str_skip(text, 1);
    while (text.len > 0 && strchr(" \t\r", text.at[text.len - 1]) != NULL)
        text.len--;
    return text;
}

/* Takes the first word off a line: up to a comma or blank, or what stands in quotes. */
static Str take_word(Str *line) {
    Str rest = trimmed(*line), word = rest;
    bool quoted = rest.len > 0 && rest.at[0] == '"';
    if (quoted)
        rest = word = str_skip(rest, 1);
    word.len = 0;
    while (word.len < rest.len && strchr(quoted ? "\"" : ", \t", rest.at[word.len]) == NULL)
        word.len++;
    rest = str_skip(rest, word.len + (quoted ? 1 : 0));
    rest = trimmed(rest);
    *line = rest.len > 0 && rest.at[0] == ',' ? trimmed(str_skip(rest, 1)) : rest;
    return word;
}

static Str without_quotes(Str text) {
    bool quoted = text.len >= 2 && text.at[0] == '"' && text.at[text.len - 1] == '"';
    return quoted ? str_n(text.at + 1, text.len - 2) : text;
}

typedef struct Reader {
    Arena *arena;
    Holiday *at;
    size_t count, room;
    int line;
} Reader;

/* 国民の祝日・休日月日,国民の祝日・休日名称 */
static bool is_heading(const Reader *reader, Str line) {
    return reader->line == 1 && memmem(line.at, line.len, "月日", strlen("月日")) != NULL;
}

static bool read_line(Reader *reader, Str line, Err *err) {
    Str rest = trimmed(line);
    Date day;
    if (rest.len == 0 || rest.at[0] == '#')
        return true;
    Str word = take_word(&rest);
    if (!era_parse(word, &day) || !date_is_day(day)) {
        if (is_heading(reader, line))
            return true;
        /* TRANSLATORS: of a list of holidays: the number of the line, and what stands in it. */
        err_set(err, _("line %1$d: \"%2$s\" is no day; write for example 2017-01-09"), reader->line,
                plan_quote(reader->arena, trimmed(line)));
        return false;
    }
    reader->at =
        arena_grow(reader->arena, reader->at, reader->count, &reader->room, sizeof *reader->at);
    reader->at[reader->count++] = (Holiday){day, arena_copy(reader->arena, without_quotes(rest))};
    return true;
}

static bool is_right_utf8(const Reader *reader, Str line, Str bytes, Err *err) {
    if (text_is_utf8(line))
        return true;
    if (could_be_shift_jis(bytes))
        err_set(err, _("line %d: it looks like Shift_JIS; please save the file as UTF-8"),
                reader->line);
    else
        err_set(err, _("line %d: it is not UTF-8"), reader->line);
    return false;
}

static int by_day(const void *a, const void *b) {
    return date_compare(((const Holiday *)a)->day, ((const Holiday *)b)->day);
}

/* In order; of a day that stands there twice one is left. */
static Holidays in_order(Reader *reader) {
    size_t count = 0;
    if (reader->count > 0)
        qsort(reader->at, reader->count, sizeof *reader->at, by_day);
    for (size_t i = 0; i < reader->count; i++)
        if (count == 0 || by_day(&reader->at[count - 1], &reader->at[i]) != 0)
            reader->at[count++] = reader->at[i];
    return (Holidays){reader->at, count};
}

bool holidays_read(Arena *arena, Str bytes, Holidays *out, Err *err) {
    const Str mark = str("\xEF\xBB\xBF");
    Reader reader = {.arena = arena};
    Str rest = str_starts(bytes, mark) ? str_skip(bytes, mark.len) : bytes;
    while (rest.len > 0) {
        const char *end = memchr(rest.at, '\n', rest.len);
        Str line = end == NULL ? rest : str_n(rest.at, (size_t)(end - rest.at));
        rest = str_skip(rest, line.len + 1);
        reader.line++;
        if (!is_right_utf8(&reader, line, bytes, err) || !read_line(&reader, line, err))
            return false;
    }
    *out = in_order(&reader);
    return true;
}

/* ---- looking ---- */

const Holiday *holidays_find(const Holidays *holidays, Date day) {
    const Holiday wanted = {.day = day};
    if (holidays->count == 0)
        return NULL;
    return bsearch(&wanted, holidays->at, holidays->count, sizeof wanted, by_day);
}

bool holidays_know_year(const Holidays *holidays, int year) {
    for (size_t i = 0; i < holidays->count; i++)
        if (holidays->at[i].day.year == year)
            return true;
    return false;
}

bool is_business_day(const Holidays *holidays, Date day) {
    enum { SATURDAY = 5 };
    return date_weekday(day) < SATURDAY && holidays_find(holidays, day) == NULL;
}

/* ---- counting ---- */

static bool is_first_day(Date day) {
    return day.year == 1 && day.month == 1 && day.day == 1;
}

bool business_day_before(const Holidays *holidays, Date day, int count, Date *out) {
    while (count > 0) {
        if (is_first_day(day))
            return false;
        day = date_from_days(date_to_days(day) - 1);
        count -= is_business_day(holidays, day) ? 1 : 0;
    }
    *out = day;
    return true;
}

static bool days_before(Date day, int count, Date *out) {
    const Date first = {1, 1, 1};
    int32_t at = date_to_days(day) - count;
    *out = date_from_days(at);
    return at >= date_to_days(first);
}

bool trip_window(const Period *period, const Holidays *holidays, Date visit, Date departure,
                 TripWindow *out, Err *err) {
    TripWindow found;
    if (date_compare(departure, visit) > 0) {
        err_set(err, "%s", _("The day of leaving Japan cannot be after the visit."));
        return false;
    }
    if (!days_before(visit, period->relative_from_days, &found.first) ||
        !business_day_before(holidays, departure, period->relative_until_business_days,
                             &found.last)) {
        err_set(err, "%s", _("The calendar does not go back so far."));
        return false;
    }
    if (date_compare(found.last, found.first) < 0) {
        Arena arena = {0};
        /* TRANSLATORS: two days */
        err_set(err,
                _("There is no day to apply: the last one (%1$s) would come before the first "
                  "(%2$s). The visit is too long after leaving Japan."),
                date_print_long(&arena, found.last), date_print_long(&arena, found.first));
        arena_release(&arena);
        return false;
    }
    *out = found;
    return true;
}
