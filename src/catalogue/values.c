/* Single values: every scalar is text, and the key decides what it must look like. */
#include "catalogue/schema.h"

#include "base/tr.h"

typedef void (*ValueReader)(Reading *reading, const Field *field, const YamlNode *node,
                            void *member);

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

static void store_text(const YamlNode *node, void *member) {
    *(const char **)member = node->text;
}

/* Digits only, at most `most`; moves past them. */
static bool take_digits(const char **at, int64_t most, int64_t *out) {
    int64_t value = 0;
    if (!is_digit(**at))
        return false;
    for (; is_digit(**at); ++*at) {
        value = value * 10 + (**at - '0');
        if (value > most)
            return false;
    }
    *out = value;
    return true;
}

static bool whole_number(const char *text, int64_t most, int64_t *out) {
    return take_digits(&text, most, out) && *text == '\0';
}

/* ---- texts ---- */

/* A block text (| or >) ends with a line feed that is no part of what is said. */
static bool keep_block(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    size_t len = strlen(node->text);
    while (len > 0 && node->text[len - 1] == '\n')
        node->text[--len] = '\0';
    if (len == 0)
        reading_problem(reading, node, _("'%s' has no value; leave the key out instead"),
                        field->name);
    store_text(node, member);
    return len > 0;
}

static void read_lines(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    keep_block(reading, field, node, member);
}

static void read_text(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    if (keep_block(reading, field, node, member) && strchr(node->text, '\n') != NULL)
        reading_problem(reading, node, _("'%s' must be one line"), field->name);
}

static bool is_id(const char *text) {
    for (const char *at = text; *at != '\0'; at++)
        if (!is_small(*at) && !is_digit(*at) && (*at != '-' || at == text))
            return false;
    return text[0] != '\0';
}

static void read_id(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    store_text(node, member);
    if (!is_id(node->text))
        reading_problem(
            reading, node,
            _("'%s' is not right for '%s'; expected a to z, 0 to 9 and hyphens, no hyphen first"),
            reading_quote(reading, node), field->name);
}

static void read_letter(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    store_text(node, member);
    if (!is_capital(node->text[0]) || node->text[1] != '\0')
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected one capital letter, like A"),
                        reading_quote(reading, node), field->name);
}

static void read_country(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    store_text(node, member);
    if (!is_small(node->text[0]) || !is_small(node->text[1]) || node->text[2] != '\0')
        reading_problem(
            reading, node,
            _("'%s' is not right for '%s'; expected two small letters of ISO 3166-1, like vn"),
            reading_quote(reading, node), field->name);
}

static void read_edition(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    Date date;
    store_text(node, member);
    if (!date_parse_iso(node->text, &date) || date.month == 0 || date.day != 0)
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected year and month, like 2016-12"),
                        reading_quote(reading, node), field->name);
}

static void read_url(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    enum { LONGEST = 2048 };
    (void)field;
    const char *text = node->text, *rest = text;
    store_text(node, member);
    if (strncmp(text, "https://", 8) == 0)
        rest += 8;
    else if (strncmp(text, "http://", 7) == 0)
        rest += 7;
    bool right = rest != text && rest[0] != '\0' && rest[0] != '/' && node->count <= LONGEST;
    for (const char *at = rest; right && *at != '\0'; at++)
        right = *at > ' ' && *at < 0x7F && strchr("\"<>\\^`{|}", *at) == NULL;
    if (!right)
        reading_problem(
            reading, node,
            _("'%s' is not a web address; expected http:// or https://, then ASCII characters "
              "without blanks"),
            reading_quote(reading, node));
}

static bool is_phone(const char *text) {
    int digits = 0;
    for (const char *at = text; *at != '\0'; at++) {
        bool hyphen = *at == '-' && at > text && at[-1] != '-' && at[1] != '\0';
        if (!is_digit(*at) && !hyphen)
            return false;
        digits += is_digit(*at) ? 1 : 0;
    }
    return digits >= 7 && digits <= 15; /* ITU-T E.164: 15 at most */
}

static void read_phone(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    (void)field;
    store_text(node, member);
    if (!is_phone(node->text))
        reading_problem(reading, node,
                        _("'%s' is not a telephone number; expected ASCII digits and hyphens, like "
                          "03-3582-5511"),
                        reading_quote(reading, node));
}

static void read_email(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    (void)field;
    store_text(node, member);
    const char *sign = strchr(node->text, '@');
    bool right = sign != NULL && sign > node->text && sign[1] != '\0' && !strchr(sign + 1, '@');
    for (const char *at = node->text; right && *at != '\0'; at++)
        right = *at > ' ' && *at < 0x7F && strchr("\"<>,;:\\", *at) == NULL;
    if (!right)
        reading_problem(reading, node,
                        _("'%s' is not an e-mail address; expected one like name@example.jp"),
                        reading_quote(reading, node));
}

static void read_grades(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    store_text(node, member);
    if (node->text[strspn(node->text, "ABCD")] != '\0')
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected letters A to D, without blanks"),
                        reading_quote(reading, node), field->name);
}

/* ---- enumerations ---- */

static int find_word(Reading *reading, const Field *field, const YamlNode *node) {
    int value = enum_find(field->names, node->text);
    if (value < 0)
        reading_problem_of(reading, node, str(node->text), enum_all(field->names),
                           _("'%s' is not a value of '%s'"), reading_quote(reading, node),
                           field->name);
    return value;
}

static void read_word(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    find_word(reading, field, node);
    store_text(node, member);
}

/* A wrong value leaves one past the last, which no check asks about. */
static void read_enum(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    int value = find_word(reading, field, node);
    *(int *)member = value >= 0 ? value : field->names->count;
}

static void read_bool(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    static const char *const words[] = {"true", "false"};
    if (strcmp(node->text, "true") == 0)
        *(bool *)member = true;
    else if (strcmp(node->text, "false") != 0)
        reading_problem_of(reading, node, str(node->text), (Strings){words, 2},
                           _("'%s' is not a value of '%s'"), reading_quote(reading, node),
                           field->name);
}

/* ---- numbers ---- */

static void read_range(Reading *reading, const Field *field, const YamlNode *node, int low,
                       int high, void *member) {
    int64_t value;
    if (whole_number(node->text, high, &value) && value >= low)
        *(int *)member = (int)value;
    else
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a whole number from %d to %d"),
                        reading_quote(reading, node), field->name, low, high);
}

static void read_int(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    read_range(reading, field, node, field->low, field->high, member);
}

static void read_slide(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    read_range(reading, field, node, 0, reading->last_slide, member);
}

/* Far above any amount of money, far below what sums could overflow at. */
static const int64_t largest_amount = 1000000000000000;

static void read_count(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    int64_t value;
    bool negative = node->text[0] == '-';
    if (whole_number(node->text + (negative ? 1 : 0), largest_amount, &value))
        *(int64_t *)member = negative ? -value : value;
    else
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a whole number, digits only"),
                        reading_quote(reading, node), field->name);
}

static void read_yen(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    int64_t value;
    if (whole_number(node->text, largest_amount, &value))
        *(int64_t *)member = value;
    else
        reading_problem(
            reading, node,
            _("'%s' is not right for '%s'; expected whole yen, digits only, like 1800000"),
            reading_quote(reading, node), field->name);
}

/* "1.30%" is 130 basis points. */
static bool parse_percent(const char *text, int *out) {
    enum { MOST_WHOLE = 999 };
    int64_t whole, part = 0;
    if (!take_digits(&text, MOST_WHOLE, &whole))
        return false;
    if (*text == '.') {
        const char *from = ++text;
        if (!take_digits(&text, 99, &part) || text - from > 2)
            return false;
        part *= text - from == 1 ? 10 : 1;
    }
    *out = (int)(whole * 100 + part);
    return strcmp(text, "%") == 0;
}

static void read_percent(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    int value;
    if (parse_percent(node->text, &value))
        *(int *)member = value;
    else
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a percentage with at most two "
                          "decimals, like 1.30%%"),
                        reading_quote(reading, node), field->name);
}

/* ---- rates ---- */

/* "2/3", or "2" for 2/1; each part 1 to 9999. */
static bool parse_ratio(const char *text, Rate *out) {
    int64_t numerator, denominator = 1;
    if (!take_digits(&text, 9999, &numerator))
        return false;
    if (*text == '/' && (text++, !take_digits(&text, 9999, &denominator)))
        return false;
    if (*text != '\0' || numerator == 0 || denominator == 0)
        return false;
    *out = (Rate){RATE_RATIO, (int)numerator, (int)denominator};
    return true;
}

static int common_divisor(int a, int b) {
    while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static bool in_lowest_terms(Reading *reading, const YamlNode *node, Rate rate) {
    int divisor = common_divisor(rate.numerator, rate.denominator);
    if (divisor == 1)
        return true;
    reading_problem(reading, node, _("'%s' is not in lowest terms; write %d/%d"),
                    reading_quote(reading, node), rate.numerator / divisor,
                    rate.denominator / divisor);
    return false;
}

static bool rate_word(const char *text, Rate *out) {
    static const struct {
        const char *word;
        RateKind kind;
    } words[] = {{"fixed", RATE_FIXED}, {"part", RATE_PART}, {"not_stated", RATE_NOT_STATED}};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strcmp(text, words[i].word) == 0) {
            *out = (Rate){.kind = words[i].kind};
            return true;
        }
    return false;
}

static void read_rate(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    Rate rate;
    if (!rate_word(node->text, &rate) && !parse_ratio(node->text, &rate)) {
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a fraction like 2/3, or fixed, "
                          "part, not_stated"),
                        reading_quote(reading, node), field->name);
        return;
    }
    if (rate.kind == RATE_RATIO && rate.numerator > rate.denominator)
        reading_problem(reading, node, _("'%s' is more than the whole; a '%s' is at most 1/1"),
                        reading_quote(reading, node), field->name);
    else if (rate.kind != RATE_RATIO || in_lowest_terms(reading, node, rate))
        *(Rate *)member = rate;
}

static void read_factor(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    Rate rate;
    if (!parse_ratio(node->text, &rate))
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a number like 2 or 3/2"),
                        reading_quote(reading, node), field->name);
    else if (rate.numerator < rate.denominator)
        reading_problem(reading, node, _("'%s' is less than one; a '%s' is at least 1"),
                        reading_quote(reading, node), field->name);
    else if (in_lowest_terms(reading, node, rate))
        *(Rate *)member = rate;
}

/* ---- dates ---- */

static void read_date(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    if (!date_parse_iso(node->text, (Date *)member))
        reading_problem(
            reading, node,
            _("'%s' is not right for '%s'; expected a date like 2016-12-14, 2016-12 or 2016"),
            reading_quote(reading, node), field->name);
}

static void read_day(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    Date date;
    if (date_parse_iso(node->text, &date) && date_is_day(date))
        *(Date *)member = date;
    else
        reading_problem(reading, node,
                        _("'%s' is not right for '%s'; expected a day like 2016-12-14"),
                        reading_quote(reading, node), field->name);
}

void value_read(Reading *reading, const Field *field, const YamlNode *node, void *member) {
    static const ValueReader readers[FIELD_TYPES] = {
        [FIELD_TEXT] = read_text,       [FIELD_LINES] = read_lines,
        [FIELD_ID] = read_id,           [FIELD_LETTER] = read_letter,
        [FIELD_COUNTRY] = read_country, [FIELD_EDITION] = read_edition,
        [FIELD_WORD] = read_word,       [FIELD_URL] = read_url,
        [FIELD_PHONE] = read_phone,     [FIELD_EMAIL] = read_email,
        [FIELD_GRADES] = read_grades,   [FIELD_ENUM] = read_enum,
        [FIELD_BOOL] = read_bool,       [FIELD_INT] = read_int,
        [FIELD_SLIDE] = read_slide,     [FIELD_COUNT] = read_count,
        [FIELD_YEN] = read_yen,         [FIELD_PERCENT] = read_percent,
        [FIELD_RATE] = read_rate,       [FIELD_FACTOR] = read_factor,
        [FIELD_DATE] = read_date,       [FIELD_DAY] = read_day,
    };
    readers[field->type](reading, field, node, member);
}
