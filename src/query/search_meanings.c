/* See search_words.h: dates, amounts, telephone numbers and short words, each by its look. */
#include "query/search_words.h"

#include "text/era.h"
#include "text/number.h"

enum {
    PHONE_LEAST = 6,          /* digits; fewer are in too many numbers */
    YEAR_OF_FIRST_ERA = 1868, /* 0120-11-22 is the beginning of a number */
};

static const char *print_western(Arena *arena, Date date) {
    if (date.month == 0)
        return arena_printf(arena, "%d年", date.year);
    if (date.day == 0)
        return arena_printf(arena, "%d年%d月", date.year, date.month);
    return arena_printf(arena, "%d年%d月%d日", date.year, date.month, date.day);
}

/* 20170120, as in names of files. */
static Str parted(Arena *arena, Str key) {
    enum { DIGITS = 8 };
    bool recent = str_starts(key, str("19")) || str_starts(key, str("20"));
    if (key.len != DIGITS || !recent || strspn(key.at, "0123456789") < DIGITS)
        return key;
    return str(arena_printf(arena, "%.4s-%.2s-%.2s", key.at, key.at + 4, key.at + 6));
}

static void take_date(SearchWord *word, Date from, Date to) {
    word->date = true;
    word->from = date_from_days(date_to_days(from));
    word->to = date_last_day(to);
}

static void read_date(Arena *arena, SearchWord *word) {
    Date date;
    if (!era_parse(parted(arena, word->key), &date) || date.year < YEAR_OF_FIRST_ERA)
        return;
    take_date(word, date, date);
    char iso[DATE_ISO_BYTES];
    date_print_iso(date, iso);
    const char *forms[] = {print_western(arena, date), era_print(arena, date), iso};
    size_t count = date.month == 0 ? 2 : 3; /* a bare year is any number */
    word->dates = needles_make(arena, (Strings){forms, count});
}

/* 平成28年度: from April to March. */
static void read_fiscal_year(Arena *arena, SearchWord *word) {
    Date year;
    Str sign = str("度");
    if (word->key.len <= sign.len ||
        !str_equal(str_skip(word->key, word->key.len - sign.len), sign))
        return;
    if (!era_parse(str_n(word->key.at, word->key.len - sign.len), &year) || year.month != 0)
        return;
    take_date(word, (Date){year.year, 4, 1}, (Date){(int16_t)(year.year + 1), 3, 31});
    const char *forms[] = {arena_printf(arena, "%s度", print_western(arena, year)),
                           arena_printf(arena, "%s度", era_print(arena, year))};
    word->dates = needles_make(arena, (Strings){forms, COUNT_OF(forms)});
}

/* 1000万円, 75000, ¥10,800: as the source and the cards write it. */
static void read_amount(Arena *arena, SearchWord *word) {
    enum { LEAST = 1000 };
    int64_t yen;
    if (word->key.at[0] == '0' || !number_parse_yen(word->key, &yen) || yen < LEAST)
        return;
    const char *forms[] = {number_yen_in(arena, yen, LANG_JA), number_yen_in(arena, yen, LANG_EN),
                           number_grouped(arena, yen)};
    word->amounts = needles_make(arena, (Strings){forms, COUNT_OF(forms)});
}

/* 1月 is not in 11月, nor 40万円 in 140万円; of bare digits any part may be typed. */
static bool is_counted(Str key) {
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.at[i] >= 0x80)
            return key.at[0] >= '0' && key.at[0] <= '9';
    return false;
}

/* What stands before a number that was copied with it. */
static Str without_phone_label(Str key) {
    static const char *const labels[] = {"tel", "fax", "電話"};
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        if (str_starts(key, str(labels[i]))) {
            Str rest = str_skip(key, strlen(labels[i]));
            rest = str_skip(rest, str_starts(rest, str(":")) ? 1 : 0);
            return str_skip(rest, str_starts(rest, str(" ")) ? 1 : 0);
        }
    return key;
}

/* 03-3581-1101, 0120(95)3375, +81 3 3581 1101: the digits as they are dialled at home. */
static void read_phone(Arena *arena, SearchWord *word) {
    char *digits = arena_alloc(arena, word->key.len + 2);
    size_t count = 0;
    Str rest = without_phone_label(word->key);
    if (str_starts(rest, str("+81"))) {
        digits[count++] = '0';
        rest = str_skip(rest, 3);
    }
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.at[i] >= '0' && rest.at[i] <= '9')
            digits[count++] = rest.at[i];
        else if (strchr("-(). ", rest.at[i]) == NULL)
            return;
    }
    if (count >= PHONE_LEAST)
        word->digits = str_n(digits, count);
}

/* 1/27 or 1月27日: a month and a day. */
static void read_month_day(SearchWord *word) {
    static const char *const signs[][2] = {{"/", ""}, {"月", "日"}};
    int part[2];
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        Str rest = word->key;
        bool read = true;
        for (int k = 0; k < 2 && read; k++) {
            size_t digits = 0;
            for (part[k] = 0; digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9';
                 digits++)
                part[k] = digits < 2 ? part[k] * 10 + (rest.at[digits] - '0') : INT8_MAX;
            rest = str_skip(rest, digits);
            read = digits > 0 && str_starts(rest, str(signs[i][k]));
            rest = str_skip(rest, read ? strlen(signs[i][k]) : 0);
        }
        if (read && rest.len == 0 && part[0] >= 1 && part[0] <= 12 && part[1] >= 1 &&
            part[1] <= 31) {
            word->month = part[0];
            word->day = part[1];
        }
    }
}

static bool is_latin(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < 'a' || text.at[i] > 'z')
            return false;
    return true;
}

bool search_is_katakana(uint32_t rune) {
    return (rune >= 0x30A1 && rune <= 0x30FC) || (rune >= 0xFF66 && rune <= 0xFF9F);
}

/*
 * タイ is not the たい of 参加したい or 体制: so short a word that was typed in katakana is one.
 * Keys are hiragana, whose katakana stand at the same distance each.
 */
static void read_katakana(Arena *arena, SearchWord *word) {
    enum { KANA = 2, DISTANCE = U'ア' - U'あ' };
    uint32_t rune;
    size_t count = 0;
    text_decode(word->typed, &rune);
    char *out = arena_alloc(arena, word->key.len + 1), *at = out;
    if (!search_is_katakana(rune))
        return;
    for (Str rest = word->key; rest.len > 0; count++) {
        rest = str_skip(rest, text_decode(rest, &rune));
        if (count == KANA || !spelling_is_kana(rune))
            return;
        at += text_encode(rune + DISTANCE, at);
    }
    if (count == KANA)
        word->katakana = str_n(out, (size_t)(at - out));
}

static bool is_ascii(Str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

void search_word_read(Arena *arena, SearchWord *word) {
    enum { SHORT = 3 };
    word->fronts = word->key.len <= SHORT && is_latin(word->key);
    read_katakana(arena, word);
    if (word->katakana.len > 0)
        return;
    word->spelled = spelling_of_romaji(arena, word->key, &word->spelling);
    word->romaji = word->spelled && word->key.len >= SEARCH_ASK_LEAST && is_ascii(word->key);
    if (!word->spelled)
        word->spelled = spelling_of_kana(arena, word->key, &word->spelling);
    word->counted = is_counted(word->key);
    read_month_day(word);
    if (word->spelled)
        return;
    read_date(arena, word);
    read_fiscal_year(arena, word);
    read_amount(arena, word);
    if (!word->date)
        read_phone(arena, word);
}
