/*
 * Bytes are taken by their first: ASCII and the CJK block (U+3000 to U+9FFF, three bytes,
 * first E3 to E9) are decided in the loop, because a catalogue is made of them; all others
 * are decoded and looked up in a short list of ranges. What is in no range is MIXED: that
 * costs time, never safety.
 */
#include "catalogue/yaml_guard.h"

typedef struct Range {
    uint32_t first, last;
    GuardVerdict verdict;
} Range;

/* Ascending. Plain ranges hold only characters that NFC and text_clean leave as they are. */
static const Range ranges[] = {
    {0x0080, 0x009F, GUARD_CONTROL},     {0x00A1, 0x00AC, GUARD_PLAIN},
    {0x00AD, 0x00AD, GUARD_INVISIBLE},   {0x00AE, 0x02FF, GUARD_PLAIN},
    {0x061C, 0x061C, GUARD_INVISIBLE},   {0x180E, 0x180E, GUARD_INVISIBLE},
    {0x200B, 0x200F, GUARD_INVISIBLE},   {0x2010, 0x2027, GUARD_PLAIN},
    {0x2028, 0x202E, GUARD_INVISIBLE},   {0x2030, 0x205E, GUARD_PLAIN},
    {0x2060, 0x206F, GUARD_INVISIBLE},   {0x2160, 0x217F, GUARD_PLAIN},
    {0x2190, 0x2328, GUARD_PLAIN},       {0x232B, 0x2ADB, GUARD_PLAIN},
    {0x3000, 0x3029, GUARD_PLAIN},       {0x3030, 0x3098, GUARD_PLAIN},
    {0x309B, 0x3163, GUARD_PLAIN},       {0x3165, 0x9FFF, GUARD_PLAIN},
    {0xFEFF, 0xFEFF, GUARD_INVISIBLE},   {0xFF01, 0xFF9F, GUARD_PLAIN},
    {0xFFE0, 0xFFE6, GUARD_PLAIN},       {0xFFF9, 0xFFFB, GUARD_INVISIBLE},
    {0xFFFE, 0xFFFF, GUARD_INVISIBLE},   {0x1D173, 0x1D17A, GUARD_INVISIBLE},
    {0xE0000, 0xE007F, GUARD_INVISIBLE},
};

static GuardVerdict verdict_of(uint32_t code) {
    size_t low = 0, high = COUNT_OF(ranges);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code < ranges[middle].first)
            high = middle;
        else if (code > ranges[middle].last)
            low = middle + 1;
        else
            return ranges[middle].verdict;
    }
    return GUARD_MIXED;
}

static bool continues(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* The length of the sequence at `at` (two to four bytes) and its code point; 0: not UTF-8. */
static size_t decode(const unsigned char *at, size_t left, uint32_t *code) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] < 0xC2 || at[0] > 0xF4 || left < length)
        return 0;
    uint32_t value = at[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (!continues(at[i]))
            return 0;
        value = value << 6 | (at[i] & 0x3Fu);
    }
    if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *code = value;
    return length;
}

/* Whether three bytes that begin with E3 to E9 are one character; notes in *marks when it is
   one that combines with the character before it (U+302A to U+302F, U+3099, U+309A) or the
   filler that cannot be seen (U+3164). Without branches, because kana and kanji alternate in
   no order a processor could foresee. */
static inline bool is_cjk(const unsigned char *at, unsigned *marks) {
    unsigned low = (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu); /* the code point's low 12 bits */
    *marks |= (unsigned)(at[0] == 0xE3) & ((unsigned)(low - 0x2A <= 5) |
                                           (unsigned)(low - 0x99 <= 1) | (unsigned)(low == 0x164));
    return ((at[1] & 0xC0u) == 0x80) & ((at[2] & 0xC0u) == 0x80);
}

/* Of what is no visible ASCII. */
static GuardVerdict control_verdict(const unsigned char *at, size_t left, GuardScope scope) {
    if (at[0] == '\n')
        return scope == GUARD_FILE && left > 1 && at[1] == '%' ? GUARD_DIRECTIVE : GUARD_PLAIN;
    if (at[0] == '\r' && scope == GUARD_FILE && left > 1 && at[1] == '\n')
        return GUARD_PLAIN;
    return at[0] == '\t' ? GUARD_TAB : GUARD_CONTROL;
}

/* Past visible ASCII, blanks and CJK: what catalogues are made of. */
static size_t skip_common(const unsigned char *at, size_t i, size_t len, unsigned *marks) {
    for (;;) {
        while (i < len && at[i] >= 0x20 && at[i] < 0x7F)
            i++;
        size_t from = i;
        while (i + 3 <= len && at[i] >= 0xE3 && at[i] <= 0xE9 && is_cjk(at + i, marks))
            i += 3;
        if (i == from)
            return i;
    }
}

GuardResult yaml_guard(Str bytes, GuardScope scope) {
    const unsigned char *at = (const unsigned char *)bytes.at;
    GuardVerdict all = GUARD_PLAIN;
    unsigned marks = 0;
    if (scope == GUARD_FILE && bytes.len > 0 && at[0] == '%')
        return (GuardResult){GUARD_DIRECTIVE, 0, '%'};
    for (size_t i = 0; i < bytes.len;) {
        i = skip_common(at, i, bytes.len, &marks);
        if (i == bytes.len)
            break;
        size_t left = bytes.len - i;
        if (at[i] < 0x80) {
            GuardVerdict one = control_verdict(at + i, left, scope);
            if (one == GUARD_DIRECTIVE)
                return (GuardResult){one, i + 1, '%'};
            if (one != GUARD_PLAIN)
                return (GuardResult){one, i, at[i]};
            i++;
            continue;
        }
        uint32_t code = 0;
        size_t length = decode(at + i, left, &code);
        if (length == 0)
            return (GuardResult){GUARD_ENCODING, i, at[i]};
        GuardVerdict one = verdict_of(code);
        if (one > GUARD_MIXED)
            return (GuardResult){one, i, code};
        all = MAX_OF(all, one);
        i += length;
    }
    return (GuardResult){marks != 0 ? GUARD_MIXED : all, 0, 0};
}

void yaml_guard_position(Str bytes, size_t offset, int *line, int *column) {
    *line = *column = 1;
    for (size_t i = 0; i < offset && i < bytes.len; i++) {
        if (bytes.at[i] == '\n') {
            ++*line;
            *column = 1;
        } else if (!continues((unsigned char)bytes.at[i])) {
            ++*column;
        }
    }
}
