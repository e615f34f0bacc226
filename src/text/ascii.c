/*
 * Kana go through romaji.c. Signs have a table of substitutes; anything else is decomposed
 * (é is e and a mark, Ⅲ is III) and keeps what of it is ASCII. Counters after a number are
 * worth a reading too, because an amount with a hole in it misleads: 1,000万円 is
 * "1,000 man yen", 2016年12月 is "2016-12".
 */
#include "text/ascii.h"

#include "base/bug.h"
#include "text/cluster_rules.h"
#include "text/romaji.h"
#include "text/utf8.h"
#include "text/width.h"

#include <stdint.h>
#include <uninorm.h>
#include <unictype.h>

typedef struct Sign {
    uint32_t rune;
    const char *ascii;
} Sign;

/* NULL when there is none. */
static const char *find_sign(const Sign *signs, size_t count, uint32_t rune) {
    for (size_t i = 0; i < count; i++)
        if (signs[i].rune == rune)
            return signs[i].ascii;
    return NULL;
}

static const char *substitute(uint32_t rune) {
    static const Sign signs[] = {
        {U'、', ","},   {U'。', "."},  {U'・', "/"},   {U'，', ","},    {U'．', "."},
        {U'「', "\""},  {U'」', "\""}, {U'『', "\""},  {U'』', "\""},   {U'【', "["},
        {U'】', "]"},   {U'〔', "["},  {U'〕', "]"},   {U'〈', "<"},    {U'〉', ">"},
        {U'《', "<<"},  {U'》', ">>"}, {U'〜', "~"},   {U'～', "~"},    {U'‐', "-"},
        {U'‑', "-"},    {U'‒', "-"},   {U'–', "-"},    {U'—', "-"},     {U'―', "-"},
        {U'−', "-"},    {U'─', "-"},   {U'━', "-"},    {U'│', "|"},     {U'┃', "|"},
        {U'…', "..."},  {U'‥', ".."},  {U'⋯', "..."},  {U'‘', "'"},     {U'’', "'"},
        {U'“', "\""},   {U'”', "\""},  {U'※', "*"},    {U'●', "*"},     {U'◆', "*"},
        {U'◇', "*"},    {U'■', "#"},   {U'□', "#"},    {U'★', "*"},     {U'☆', "*"},
        {U'○', "o"},    {U'◎', "o"},   {U'◯', "o"},    {U'×', "x"},     {U'✕', "x"},
        {U'△', "^"},    {U'▲', "-"},   {U'▽', "v"},    {U'▼', "v"},     {U'→', "->"},
        {U'←', "<-"},   {U'⇒', "=>"},  {U'↑', "^"},    {U'↓', "v"},     {U'▸', ">"},
        {U'▶', ">"},    {U'►', ">"},   {U'›', ">"},    {U'‹', "<"},     {U'»', ">>"},
        {U'«', "<<"},   {U'✓', "v"},   {U'✔', "v"},    {U'☐', "[ ]"},   {U'☑', "[x]"},
        {U'•', "*"},    {U'·', "."},   {U'¥', "JPY "}, {U'￥', "JPY "}, {U'€', "EUR "},
        {U'£', "GBP "}, {U'°', "deg"}, {U'℃', "degC"}, {U'〒', "Zip "}, {U'㈱', "(K.K.)"},
        {U'⁄', "/"},    {U'÷', "/"},   {U'±', "+-"},   {U'§', "S."},    {U'゛', ""},
        {U'゜', ""},    {U'￫', "->"},  {U'゠', "="},   {U'ß', "ss"},    {U'æ', "ae"},
        {U'Æ', "AE"},   {U'ø', "o"},   {U'Ø', "O"},    {U'œ', "oe"},    {U'Œ', "OE"},
        {U'đ', "d"},    {U'Đ', "D"},   {U'ł', "l"},    {U'Ł', "L"},     {U'ı', "i"},
    };
    bool kanji = rune >= 0x3400 && rune < 0xF900; /* most of all text; none is a sign */
    return kanji ? NULL : find_sign(signs, COUNT_OF(signs), rune);
}

static const char *counter(uint32_t rune) {
    static const Sign counters[] = {
        {U'円', " yen"}, {U'万', " man"}, {U'億', " oku"},   {U'兆', " cho"},
        {U'千', " sen"}, {U'年', " nen"}, {U'月', " gatsu"}, {U'日', " nichi"},
        {U'時', " ji"},  {U'分', " fun"}, {U'社', " sha"},   {U'回', " kai"},
        {U'件', " ken"}, {U'名', " mei"}, {U'人', " nin"},   {U'室', " shitsu"},
    };
    return find_sign(counters, COUNT_OF(counters), rune);
}

static bool is_digit(uint32_t rune) {
    return (rune >= '0' && rune <= '9') || (rune >= 0xFF10 && rune <= 0xFF19);
}

/* ① to ㊿, ⓪ and ❶ to ❿; -1 for others. */
static int circled_number(uint32_t rune) {
    if (rune >= 0x2460 && rune <= 0x2473)
        return (int)rune - 0x2460 + 1;
    if (rune >= 0x3251 && rune <= 0x325F)
        return (int)rune - 0x3251 + 21;
    if (rune >= 0x32B1 && rune <= 0x32BF)
        return (int)rune - 0x32B1 + 36;
    if (rune >= 0x2776 && rune <= 0x277F)
        return (int)rune - 0x2776 + 1;
    return rune == 0x24EA ? 0 : -1;
}

/* The text as code points with kana composed, ended by 0. */
static uint32_t *read_runes(Arena *arena, Str text, size_t *count) {
    uint32_t *runes = arena_new(arena, uint32_t, text.len + 2);
    size_t used = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t rune, wide[4];
        at += text_decode(str_skip(text, at), &rune);
        size_t parts = COUNT_OF(wide);
        if (rune == 0)
            rune = RUNE_REPLACEMENT;
        if (rune >= 0xFF66 && rune <= 0xFF9F &&
            u32_normalize(UNINORM_NFKC, &rune, 1, wide, &parts) == wide && parts == 1)
            rune = wide[0];
        uint32_t composed = used > 0 && (rune == 0x3099 || rune == 0x309A)
                                ? uc_composition(runes[used - 1], rune)
                                : 0;
        if (composed != 0 && composed <= RUNE_LAST)
            runes[used - 1] = composed;
        else
            runes[used++] = rune;
    }
    *count = used;
    return runes;
}

static bool is_invisible(uint32_t rune) {
    return uc_is_general_category(rune, UC_MARK) ||
           uc_is_property_default_ignorable_code_point(rune);
}

/* What decomposition leaves: its ASCII, or "?" where nothing is left. */
static void add_decomposed(Buf *out, uint32_t rune) {
    uint32_t parts[32];
    size_t count = COUNT_OF(parts), before = out->len;
    uint32_t *made = u32_normalize(UNINORM_NFKD, &rune, 1, parts, &count);
    if (made == NULL)
        bug_no_memory();
    for (size_t i = 0; i < count; i++) {
        const char *sign = substitute(made[i]);
        if (sign != NULL)
            buf_text(out, sign);
        else if (made[i] >= ' ' && made[i] < 0x7F)
            buf_byte(out, (char)made[i]);
        else if (!is_invisible(made[i]))
            buf_byte(out, '?');
    }
    if (out->len == before && !is_invisible(rune))
        buf_byte(out, '?');
    if (made != parts)
        free(made);
}

static void add_rune(Buf *out, uint32_t rune) {
    if (rune == '\n' || rune == '\t' || (rune >= ' ' && rune < 0x7F)) {
        buf_byte(out, rune == '\t' ? ' ' : (char)rune);
        return;
    }
    const char *sign = substitute(rune);
    int number = circled_number(rune);
    if (sign != NULL)
        buf_text(out, sign);
    else if (number >= 0)
        buf_printf(out, "(%d)", number);
    else
        add_decomposed(out, rune);
}

/* A number, what counts it, and whether it has turned out to be a date. */
typedef struct Counting {
    bool number, date;
} Counting;

/* False when the code point counts nothing here. */
static bool add_counter(Buf *out, Counting *counting, const uint32_t *rune) {
    const char *word = counting->number ? counter(rune[0]) : NULL;
    if (word == NULL)
        return false;
    bool year_or_month = rune[0] == U'年' || rune[0] == U'月';
    if (year_or_month && is_digit(rune[1])) {
        buf_byte(out, '-');
        counting->date = true;
        return true;
    }
    bool ends_date = counting->date && (rune[0] == U'月' || rune[0] == U'日');
    if (!ends_date)
        buf_text(out, word);
    counting->date = false;
    return true;
}

static void add_all(Buf *out, const uint32_t *runes, size_t count) {
    Counting counting = {0};
    for (size_t i = 0; i < count;) {
        if (add_counter(out, &counting, &runes[i])) {
            i++;
            continue;
        }
        counting.number = is_digit(runes[i]);
        counting.date = counting.date && counting.number;
        if (rune_is_kana(runes[i]))
            i += romaji_add(out, &runes[i]);
        else
            add_rune(out, runes[i++]);
    }
}

Str text_to_ascii(Arena *arena, Str text) {
    if (utf8_plain_ascii(text.at, text.len) == text.len)
        return text;
    Arena scratch = {0};
    Buf out;
    buf_init(&out, SIZE_MAX / 2);
    size_t count;
    const uint32_t *runes = read_runes(&scratch, text, &count);
    add_all(&out, runes, count);
    Str made = str_n(arena_copy(arena, buf_str(&out)), out.len);
    buf_release(&out);
    arena_release(&scratch);
    return made;
}
