/*
 * Japanese groups digits by four: 万 (10^4), 億 (10^8), 兆 (10^12), 京 (10^16). Reading adds
 * one such group after another, each scale smaller than the one before.
 */
#include "text/number.h"

#include "base/tr.h"
#include "text/width.h"

enum { MYRIAD = 10000, WORDS_FROM = 100000 };

/* Digits of an absolute value in groups of three. */
static const char *grouped(Arena *arena, uint64_t value) {
    char digits[32];
    size_t at = sizeof digits;
    digits[--at] = '\0';
    for (int count = 0; value > 0 || count == 0; count++, value /= 10) {
        if (count > 0 && count % 3 == 0)
            digits[--at] = ',';
        digits[--at] = (char)('0' + value % 10);
    }
    return arena_copy(arena, str(digits + at));
}

static uint64_t absolute(int64_t value) {
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

const char *number_grouped(Arena *arena, int64_t value) {
    const char *digits = grouped(arena, absolute(value));
    return value < 0 ? arena_printf(arena, "-%s", digits) : digits;
}

/* 1億5,432万1,000: the groups that are not zero, from the largest. */
static const char *in_myriads(Arena *arena, uint64_t value) {
    static const char *const scales[] = {"", "万", "億", "兆", "京"};
    const char *text = "";
    for (size_t i = 0; value > 0 && i < COUNT_OF(scales); i++, value /= MYRIAD) {
        uint64_t group = value % MYRIAD;
        if (group > 0)
            text = arena_printf(arena, "%s%s%s", grouped(arena, group), scales[i], text);
    }
    return text;
}

const char *number_yen(Arena *arena, int64_t yen) {
    return number_yen_in(arena, yen, tr_lang());
}

const char *number_yen_in(Arena *arena, int64_t yen, Lang lang) {
    const char *sign = yen < 0 ? "-" : "";
    uint64_t value = absolute(yen);
    if (lang == LANG_EN)
        return arena_printf(arena, "%s¥%s", sign, grouped(arena, value));
    bool words = value >= (uint64_t)MYRIAD * MYRIAD || (value >= WORDS_FROM && value % MYRIAD == 0);
    return arena_printf(arena, "%s%s円", sign,
                        words ? in_myriads(arena, value) : grouped(arena, value));
}

/* ASCII for full-width digits and signs; blanks become 0 and are skipped. */
static uint32_t plain_rune(uint32_t rune) {
    if (rune == 0x3000 || rune == ' ' || rune == '\t')
        return 0;
    if (rune == 0xFFE5)
        return 0xA5;
    return rune >= 0xFF01 && rune <= 0xFF5E ? rune - 0xFEE0 : rune;
}

typedef struct Amount {
    const uint32_t *at;  /* ends with 0 */
    int64_t total, most; /* most: the next scale must be below this one */
} Amount;

/* A number with its digits after the point: 34.8 is 348 with one place. */
typedef struct Decimal {
    int64_t value;
    int places;
} Decimal;

static bool add_digit(Decimal *number, uint32_t digit) {
    return !__builtin_mul_overflow(number->value, 10, &number->value) &&
           !__builtin_add_overflow(number->value, (int64_t)(digit - '0'), &number->value);
}

static bool is_digit(uint32_t rune) {
    return rune >= '0' && rune <= '9';
}

/* Commas, where there are any, stand before every three digits. */
static bool take_integer(Amount *amount, Decimal *number) {
    int digits = 0;
    bool commas = false;
    for (;; amount->at++) {
        if (is_digit(*amount->at)) {
            digits++;
            if ((commas && digits > 3) || !add_digit(number, *amount->at))
                return false;
        } else if (*amount->at == ',' && (commas ? digits == 3 : digits >= 1 && digits <= 3)) {
            commas = true;
            digits = 0;
        } else {
            return commas ? digits == 3 : digits > 0;
        }
    }
}

static bool take_decimal(Amount *amount, Decimal *number) {
    *number = (Decimal){0};
    if (!take_integer(amount, number))
        return false;
    if (*amount->at != '.')
        return true;
    for (amount->at++; is_digit(*amount->at); amount->at++, number->places++)
        if (!add_digit(number, *amount->at))
            return false;
    return number->places > 0;
}

/* 千万 is one scale too: people say 3千万円. */
static int64_t take_scale(Amount *amount) {
    static const struct {
        uint32_t rune;
        int64_t value;
    } scales[] = {{U'万', 10000}, {U'億', 100000000}, {U'兆', 1000000000000}};
    int64_t scale = 1;
    if (*amount->at == U'千') {
        scale = 1000;
        amount->at++;
    }
    for (size_t i = 0; i < COUNT_OF(scales); i++) {
        if (*amount->at == scales[i].rune) {
            amount->at++;
            return scale * scales[i].value;
        }
    }
    return scale;
}

/* One number with its scale, added to the total. */
static bool add_group(Amount *amount) {
    Decimal number;
    if (!take_decimal(amount, &number))
        return false;
    int64_t scale = take_scale(amount), value;
    if (scale >= amount->most)
        return false;
    amount->most = scale;
    for (; number.places > 0; number.places--, scale /= 10)
        if (scale % 10 != 0)
            return false;
    return !__builtin_mul_overflow(number.value, scale, &value) &&
           !__builtin_add_overflow(amount->total, value, &amount->total);
}

bool number_parse_yen(Str text, int64_t *out) {
    enum { LONGEST = 64 };
    uint32_t runes[LONGEST + 1] = {0};
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t rune;
        at += text_decode(str_skip(text, at), &rune);
        if (rune == 0 || count == LONGEST)
            return false;
        rune = plain_rune(rune);
        if (rune != 0)
            runes[count++] = rune;
    }
    Amount amount = {.at = runes, .most = INT64_MAX};
    if (*amount.at == 0xA5)
        amount.at++;
    do {
        if (!add_group(&amount))
            return false;
    } while (is_digit(*amount.at));
    if (*amount.at == U'円')
        amount.at++;
    if (*amount.at != 0)
        return false;
    *out = amount.total;
    return true;
}
