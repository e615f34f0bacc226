/*
 * Reading brings the text to one plain form first (ASCII digits and signs, no blanks), so
 * that the grammar is small: an era or nothing, a year, a month, a day, each with its sign.
 */
#include "text/era.h"

#include "base/tr.h"
#include "text/width.h"

/* Promulgated day by day in the calendar of today; 明治 counts from its first day. */
typedef struct Era {
    const char *name;
    char letter;
    Date first;
} Era;

static const Era eras[] = {
    {"令和", 'R', {2019, 5, 1}},  {"平成", 'H', {1989, 1, 8}},  {"昭和", 'S', {1926, 12, 25}},
    {"大正", 'T', {1912, 7, 30}}, {"明治", 'M', {1868, 1, 25}},
};

/* Before 1873 Japan had another calendar, so months and days cannot be printed for it. */
static const Date first_printed = {1873, 1, 1};

enum { PLAIN_BYTES = 64, KANJI_BYTES = 8 };

/* What is read: plain text, and how far. */
typedef struct Reader {
    char text[PLAIN_BYTES];
    size_t at;
} Reader;

/* ASCII for full-width forms and for the dashes people type. */
static uint32_t plain_rune(uint32_t rune) {
    if (rune >= 0xFF01 && rune <= 0xFF5E)
        rune -= 0xFEE0;
    if (rune == 0x2212 || (rune >= 0x2010 && rune <= 0x2015) || rune == 0x30FC)
        return '-';
    return rune >= 'A' && rune <= 'Z' ? rune + ('a' - 'A') : rune;
}

/* 0 to 9, 10 for 十; -1 for anything else. */
static int kanji_digit(uint32_t rune) {
    static const uint32_t digits[] = U"〇一二三四五六七八九十";
    for (int i = 0; digits[i] != 0; i++)
        if (digits[i] == rune)
            return i;
    return -1;
}

/* ASCII digits for the number in kanji at the front (二十九, 二〇一七); the bytes read. */
static size_t write_kanji_number(Str text, Reader *reader, size_t *used) {
    enum { TEN = 10, MOST = 9999 };
    int value = 0, ones = 0;
    size_t read = 0;
    for (uint32_t rune; read < text.len && value <= MOST;) {
        size_t bytes = text_decode(str_skip(text, read), &rune);
        int digit = kanji_digit(rune);
        if (digit < 0)
            break;
        bool ten = digit == TEN;
        value = ten ? MAX_OF(value, 1) * TEN : ones == TEN ? value + digit : value * TEN + digit;
        ones = digit;
        read += bytes;
    }
    if (read > 0)
        *used += (size_t)snprintf(reader->text + *used, PLAIN_BYTES - *used, "%d", value);
    return read;
}

static bool reader_init(Reader *reader, Str text) {
    *reader = (Reader){0};
    size_t used = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t rune;
        if (used + KANJI_BYTES > PLAIN_BYTES)
            return false;
        size_t number = write_kanji_number(str_skip(text, at), reader, &used);
        at += number > 0 ? number : text_decode(str_skip(text, at), &rune);
        if (number > 0 || rune == ' ' || rune == '\t' || rune == 0x3000 || rune == 0xA0)
            continue;
        if (rune == 0)
            return false;
        used += text_encode(plain_rune(rune), reader->text + used);
    }
    return used > 0;
}

static bool take(Reader *reader, const char *word) {
    size_t len = strlen(word);
    if (strncmp(reader->text + reader->at, word, len) != 0)
        return false;
    reader->at += len;
    return true;
}

static bool at_end(const Reader *reader) {
    return reader->text[reader->at] == '\0';
}

/* One to `most` digits; the count, 0 when there are none or more. */
static int take_number(Reader *reader, int most, int *out) {
    const char *digit = reader->text + reader->at;
    int count = 0, value = 0;
    for (; digit[count] >= '0' && digit[count] <= '9'; count++) {
        if (count == most)
            return 0;
        value = value * 10 + (digit[count] - '0');
    }
    reader->at += (size_t)count;
    *out = value;
    return count;
}

/* 平成, 平, h. The letters are lower case by now. */
static const Era *take_era(Reader *reader) {
    for (size_t i = 0; i < COUNT_OF(eras); i++) {
        const char letter[] = {(char)(eras[i].letter + ('a' - 'A')), '\0'};
        char first[4] = {0};
        memcpy(first, eras[i].name, 3);
        if (take(reader, eras[i].name) || take(reader, first) || take(reader, letter))
            return &eras[i];
    }
    return NULL;
}

/* The year of our calendar; 0 when there is none. */
static int take_year(Reader *reader, const Era *era) {
    int year = 0;
    if (era == NULL)
        return take_number(reader, 4, &year) == 4 ? year : 0;
    if (take(reader, "元"))
        year = 1;
    else if (take_number(reader, 3, &year) == 0 || year == 0)
        return 0;
    return era->first.year - 1 + year;
}

/* 年12月14日, 年12月 or 年. */
static bool take_kanji_rest(Reader *reader, int *month, int *day) {
    if (at_end(reader))
        return true;
    if (take_number(reader, 2, month) == 0 || *month == 0 || !take(reader, "月"))
        return false;
    return at_end(reader) || (take_number(reader, 2, day) > 0 && *day != 0 && take(reader, "日"));
}

/* .12.14 or .12, with one sign throughout. */
static bool take_signed_rest(Reader *reader, int *month, int *day) {
    const char sign[] = {reader->text[reader->at], '\0'};
    if (sign[0] == '\0' || strchr(".-/", sign[0]) == NULL)
        return false;
    reader->at++;
    if (take_number(reader, 2, month) == 0 || *month == 0)
        return false;
    return at_end(reader) || (take(reader, sign) && take_number(reader, 2, day) > 0 && *day != 0);
}

/* A year, or a real month, or a real day, not before its era. */
static bool is_real(int year, int month, int day, const Era *era) {
    if (year < 1 || year > 9999 || month > 12 ||
        (month > 0 && day > date_days_in_month(year, month)))
        return false;
    Date date = {(int16_t)year, (int8_t)month, (int8_t)day};
    return era == NULL || date_compare(date_last_day(date), era->first) >= 0;
}

bool era_parse(Str text, Date *out) {
    Reader reader;
    if (!reader_init(&reader, text))
        return false;
    const Era *era = take_era(&reader);
    int year = take_year(&reader, era), month = 0, day = 0;
    bool read = year != 0 && (take(&reader, "年") ? take_kanji_rest(&reader, &month, &day)
                                                  : take_signed_rest(&reader, &month, &day));
    if (!read || !at_end(&reader) || !is_real(year, month, day, era))
        return false;
    *out = (Date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

static bool is_in_calendar(int32_t days) {
    return days <= date_to_days((Date){9999, 12, 31});
}

/* +3d, +2w, +1m. */
static bool read_distance(Reader *reader, Date today, Date *out) {
    int count;
    if (!take(reader, "+") || take_number(reader, 4, &count) == 0)
        return false;
    bool days = take(reader, "d"), weeks = !days && take(reader, "w");
    if (!days && !weeks && !take(reader, "m"))
        return false;
    if (!at_end(reader))
        return false;
    if (!days && !weeks) {
        if (today.year * 12 + today.month + count > 9999 * 12 + 12)
            return false;
        *out = date_add_months(today, count);
        return true;
    }
    int32_t day = date_to_days(today) + count * (weeks ? 7 : 1);
    if (!is_in_calendar(day))
        return false;
    *out = date_from_days(day);
    return true;
}

/* The next such day; 2/29 may be eight years away. */
static bool next_such_day(int month, int day, Date today, Date *out) {
    enum { YEARS = 9 };
    for (int year = today.year; year < today.year + YEARS && year <= 9999; year++) {
        Date date = {(int16_t)year, (int8_t)month, (int8_t)day};
        if (date_is_day(date) && date_compare(date, today) >= 0) {
            *out = date;
            return true;
        }
    }
    return false;
}

/* 1/27 or 1月27日. */
static bool read_day(Reader *reader, Date today, Date *out) {
    int month = 0, day = 0;
    if (take_number(reader, 2, &month) == 0)
        return false;
    bool kanji = take(reader, "月");
    if (!kanji && !take(reader, "/"))
        return false;
    if (take_number(reader, 2, &day) == 0 || (kanji && !take(reader, "日")) || !at_end(reader))
        return false;
    return next_such_day(month, day, today, out);
}

static bool read_word(Reader *reader, Date today, Date *out) {
    bool now = take(reader, "今日") || take(reader, "today");
    bool next = !now && (take(reader, "明日") || take(reader, "tomorrow"));
    int32_t day = date_to_days(today) + (next ? 1 : 0);
    if ((!now && !next) || !at_end(reader) || !is_in_calendar(day))
        return false;
    *out = date_from_days(day);
    return true;
}

bool era_parse_due(Str text, Date today, Date *out) {
    if (era_parse(text, out))
        return true;
    Reader start;
    if (!date_is_day(today) || !reader_init(&start, text))
        return false;
    Reader reader = start;
    if (read_distance(&reader, today, out))
        return true;
    reader = start;
    if (read_day(&reader, today, out))
        return true;
    reader = start;
    return read_word(&reader, today, out);
}

/* The era on the last day that the date can mean: 2019 is 令和元年. */
static const Era *era_of(Date date) {
    Date last = date_last_day(date);
    if (date_compare(last, first_printed) < 0)
        return NULL;
    for (size_t i = 0; i < COUNT_OF(eras); i++)
        if (date_compare(last, eras[i].first) >= 0)
            return &eras[i];
    return NULL;
}

/* "平成28年"; "2016年" where there is no era to print. */
static const char *print_year(Arena *arena, Date date) {
    const Era *era = era_of(date);
    if (era == NULL)
        return arena_printf(arena, "%d年", date.year);
    int year = date.year - era->first.year + 1;
    return year == 1 ? arena_printf(arena, "%s元年", era->name)
                     : arena_printf(arena, "%s%d年", era->name, year);
}

/* `year` followed by what else is known. */
static const char *print_rest(Arena *arena, const char *year, Date date) {
    if (date.month == 0)
        return year;
    if (date.day == 0)
        return arena_printf(arena, "%s%d月", year, date.month);
    return arena_printf(arena, "%s%d月%d日", year, date.month, date.day);
}

const char *era_print(Arena *arena, Date date) {
    return date_is_known(date) ? print_rest(arena, print_year(arena, date), date) : "";
}

static const char *const english_months[] = {"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

static const char *print_english(Arena *arena, Date date) {
    if (date.month == 0)
        return arena_printf(arena, "%d", date.year);
    const char *month = english_months[date.month - 1];
    if (date.day == 0)
        return arena_printf(arena, "%s %d", month, date.year);
    return arena_printf(arena, "%d %s %d", date.day, month, date.year);
}

const char *date_print_long(Arena *arena, Date date) {
    if (!date_is_known(date))
        return "";
    if (tr_lang() == LANG_EN)
        return print_english(arena, date);
    return print_rest(arena, arena_printf(arena, "%d年", date.year), date);
}

const char *date_print_both(Arena *arena, Date date) {
    const char *printed = date_print_long(arena, date);
    if (!date_is_known(date) || tr_lang() == LANG_EN || era_of(date) == NULL)
        return printed;
    return arena_printf(arena, "%s（%s）", printed, print_year(arena, date));
}

const char *date_print_short(Arena *arena, Date date) {
    if (!date_is_known(date))
        return "";
    if (date.day != 0)
        return arena_printf(arena, "%d/%d", date.month, date.day);
    if (tr_lang() == LANG_EN && date.month != 0)
        return arena_printf(arena, "%.3s", english_months[date.month - 1]);
    if (date.month != 0)
        return arena_printf(arena, "%d月", date.month);
    return arena_printf(arena, tr_lang() == LANG_EN ? "%d" : "%d年", date.year);
}

const char *date_weekday_name(Date date) {
    static const char *const japanese[] = {"月", "火", "水", "木", "金", "土", "日"};
    static const char *const english[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return (tr_lang() == LANG_EN ? english : japanese)[date_weekday(date)];
}
