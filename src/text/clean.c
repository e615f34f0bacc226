/*
 * One quick pass decides nearly always: a table tells code points that are clean wherever
 * they stand from those that never are. Only combining marks depend on what is before
 * them; text with marks, or with anything unclean, is taken apart, normalised by
 * libunistring and put together again.
 */
#include "text/clean.h"

#include "base/bug.h"
#include "text/cluster_rules.h"
#include "text/rune_table.h"
#include "text/width.h"

#include <uninorm.h>
#include <unictype.h>

typedef enum Verdict { CLEAN, IN_DOUBT, DIRTY } Verdict;

static Verdict judge(Str text, bool lines) {
    Verdict verdict = CLEAN;
    bool stray = false;
    for (size_t at = 0; at < text.len;) {
        at += utf8_plain_ascii(text.at + at, text.len - at);
        for (size_t i = 0; i < 8 && at < text.len; i++) {
            uint32_t rune;
            at += utf8_next(text.at + at, text.len - at, &rune, &stray);
            unsigned class = rune_class(rune);
            if (stray || (class == RUNE_DIRTY && !(lines && rune == '\n')))
                return DIRTY;
            if (class == RUNE_MARK)
                verdict = IN_DOUBT;
        }
    }
    return verdict;
}

/* What filtering remembers of the emoji it is in. */
typedef struct Filter {
    bool lines;
    bool pictograph; /* the last code point kept is one */
    bool joined;     /* and a joiner has followed */
} Filter;

enum { NOTHING = 0 }; /* U+0000 itself becomes U+FFFD */

static bool is_pictograph(uint32_t rune) {
    return rune >= 0xA9 && uc_is_property_extended_pictographic(rune);
}

static uint32_t filter_dirty(Filter *filter, uint32_t rune) {
    if (rune == '\n' && filter->lines)
        return rune;
    if (rune == '\t' || rune == 0x2028 || rune == 0x2029)
        return ' ';
    if (rune_is_flag_letter(rune))
        return 'A' + (rune - 0x1F1E6);
    if (rune == RUNE_ZWJ)
        filter->joined = filter->pictograph;
    if (rune_is_skin_tone(rune) || rune == RUNE_KEYCAP)
        return NOTHING;
    if (rune_cells(rune_byte(rune), false) < 0 || (rune & 0xFFFE) == 0xFFFE ||
        (rune >= 0xFDD0 && rune <= 0xFDEF))
        return RUNE_REPLACEMENT;
    if (uc_is_property_default_ignorable_code_point(rune) ||
        uc_is_general_category(rune, UC_FORMAT))
        return NOTHING;
    return rune; /* left to normalisation */
}

static uint32_t filter_rune(Filter *filter, uint32_t rune) {
    uint32_t kept = rune;
    if (rune_class(rune) == RUNE_DIRTY)
        kept = filter_dirty(filter, rune);
    if (kept == NOTHING)
        return kept;
    bool pictograph = is_pictograph(kept);
    bool part_of_emoji = filter->joined && pictograph;
    filter->joined = false;
    filter->pictograph = pictograph;
    return part_of_emoji ? NOTHING : kept;
}

static size_t filter_text(Str text, bool lines, uint32_t *out) {
    Filter filter = {.lines = lines};
    size_t count = 0;
    bool stray = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t rune;
        at += utf8_next(text.at + at, text.len - at, &rune, &stray);
        if (lines && rune == '\r' && at < text.len && text.at[at] == '\n')
            continue;
        rune = filter_rune(&filter, rune);
        if (rune != NOTHING)
            out[count++] = rune;
    }
    return count;
}

/* Writes the text without marks that have no base, and without the third on one base. */
static size_t write_bases(const uint32_t *runes, size_t count, char *out) {
    enum { NO_BASE = 2 };
    int marks = NO_BASE;
    size_t used = 0;
    uint32_t before = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t rune = runes[i];
        bool mark = rune_cells(rune_byte(rune), false) == 0;
        if (mark && marks >= 2)
            continue;
        if (rune == '\n')
            marks = NO_BASE;
        else if (mark || (rune_is_half_mark(rune) && rune_is_half_kana(before)))
            marks++;
        else
            marks = 0;
        used += text_encode(rune, out + used);
        before = rune;
    }
    return used;
}

static Str rebuild(Arena *arena, Str text, bool lines) {
    Arena scratch = {0};
    uint32_t *kept = arena_new(&scratch, uint32_t, text.len + 1);
    size_t count = filter_text(text, lines, kept), normal_count = 0;
    uint32_t *normal = u32_normalize(UNINORM_NFC, kept, count, NULL, &normal_count);
    if (normal == NULL && count > 0)
        bug_no_memory();
    char *out = arena_alloc(arena, normal_count * 4 + 1);
    size_t used = write_bases(normal, normal_count, out);
    free(normal);
    arena_release(&scratch);
    return str_n(out, used);
}

static Str clean(Arena *arena, Str text, bool lines) {
    Verdict verdict = judge(text, lines);
    if (verdict == CLEAN)
        return text;
    Str made = rebuild(arena, text, lines);
    return verdict == IN_DOUBT && str_equal(made, text) ? text : made;
}

Str text_clean(Arena *arena, Str text) {
    return clean(arena, text, false);
}

Str text_clean_lines(Arena *arena, Str text) {
    return clean(arena, text, true);
}

/* ---- for files ---- */

static bool turns_direction(uint32_t rune) {
    return rune == 0x061C || rune == 0x200E || rune == 0x200F ||
           (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069);
}

static bool is_never_text(uint32_t rune) {
    return rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || (rune & 0xFFFE) == 0xFFFE ||
           (rune >= 0xFDD0 && rune <= 0xFDEF);
}

/* NOTHING for what is dropped. */
static uint32_t filter_for_file(uint32_t rune) {
    if (rune == '\n')
        return rune;
    if (rune == '\r')
        return '\n';
    if (rune == '\t' || rune == 0x2028 || rune == 0x2029)
        return ' ';
    if (turns_direction(rune) || rune == 0xFEFF)
        return NOTHING;
    return is_never_text(rune) ? RUNE_REPLACEMENT : rune;
}

Str text_clean_file(Arena *arena, Str text) {
    char *out = arena_alloc(arena, text.len * 3 + 1); /* a byte becomes U+FFFD at most */
    size_t used = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t rune;
        bool stray = false;
        if (text.at[at] == '\r' && at + 1 < text.len && text.at[at + 1] == '\n')
            at++;
        at += utf8_next(text.at + at, text.len - at, &rune, &stray);
        rune = filter_for_file(rune);
        if (rune != NOTHING)
            used += text_encode(rune, out + used);
    }
    return str_n(out, used);
}

bool text_is_clean(Str text) {
    Verdict verdict = judge(text, false);
    if (verdict != IN_DOUBT)
        return verdict == CLEAN;
    Arena scratch = {0};
    bool same = str_equal(rebuild(&scratch, text, false), text);
    arena_release(&scratch);
    return same;
}

bool text_is_utf8(Str text) {
    bool stray = false;
    for (size_t at = 0; at < text.len && !stray;) {
        at += utf8_plain_ascii(text.at + at, text.len - at);
        uint32_t rune;
        if (at < text.len)
            at += utf8_next(text.at + at, text.len - at, &rune, &stray);
    }
    return !stray;
}
