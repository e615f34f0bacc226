/*
 * Any bytes as each of the small texts that people and terminals hand to kairo: settings, a list
 * of holidays, what is known of terminals, a line typed with --plain, a terminal's bytes in
 * EUC-JP and Shift_JIS. What is read is sound, and what is written of it is read again.
 */
#include "cli/settings.h"
#include "query/business_days.h"
#include "text/charset.h"
#include "text/clean.h"
#include "ui/outset.h"
#include "ui/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static bool is_sentence(const char *text) {
    return text[0] != '\0' && text_is_utf8(str(text));
}

static void check_settings(Str bytes) {
    Settings settings = {.theme = THEME_AUTO};
    Problems problems = {0};
    bool read = settings_read(&settings, bytes, "settings.yaml", &problems);
    HOLDS(read == (problems.count == 0));
    HOLDS(settings.theme <= THEME_LIGHT && settings.ambiguous <= AMBIGUOUS_WIDE);
    for (size_t i = 0; i < problems.count; i++)
        HOLDS(is_sentence(problem_text(&problems.arena, &problems.items[i])));
    problems_release(&problems);
}

static void check_holidays(Str bytes) {
    Arena arena = {0};
    Holidays holidays = {0};
    Err err;
    Date before;
    if (!holidays_read(&arena, bytes, &holidays, &err))
        HOLDS(is_sentence(err.text));
    for (size_t i = 0; i < holidays.count; i++) {
        const Holiday *holiday = &holidays.at[i];
        HOLDS(date_is_day(holiday->day) && text_is_utf8(str(holiday->name)));
        HOLDS(i == 0 || date_compare(holidays.at[i - 1].day, holiday->day) < 0);
        HOLDS(holidays_find(&holidays, holiday->day) == holiday);
        HOLDS(holidays_know_year(&holidays, holiday->day.year));
        HOLDS(!is_business_day(&holidays, holiday->day));
        if (business_day_before(&holidays, holiday->day, 3, &before))
            HOLDS(is_business_day(&holidays, before) && date_compare(before, holiday->day) < 0);
    }
    arena_release(&arena);
}

/* The first line of the bytes as $TERM, and all of them as what is known. */
static void check_terminals(Str bytes) {
    Arena arena = {0};
    Ambiguous found;
    bool has_nul = memchr(bytes.at, '\0', bytes.len) != NULL; /* there a line ends */
    const char *end = memchr(bytes.at, '\n', bytes.len);
    const char *term =
        arena_copy(&arena, str_n(bytes.at, end == NULL ? bytes.len : (size_t)(end - bytes.at)));
    const char *terminal = outset_terminal(&arena, term, "", bytes.len % 2 == 0, false);
    HOLDS(text_is_clean(str(terminal)) && strchr(terminal, ' ') == NULL);
    outset_find(bytes, terminal, &found);
    for (Ambiguous wide = AMBIGUOUS_NARROW; wide <= AMBIGUOUS_WIDE; wide++) {
        const char *known = outset_with(&arena, bytes, terminal, wide);
        HOLDS(outset_find(str(known), terminal, &found) && found == wide);
        const char *again = outset_with(&arena, str(known), terminal, wide);
        HOLDS(has_nul || strcmp(again, known) == 0);
    }
    arena_release(&arena);
}

static void check_line(Str bytes) {
    Arena arena = {0};
    PlainLine line = plain_read(&arena, bytes);
    HOLDS(line.choice >= 0);
    HOLDS(line.text.len <= bytes.len);
    HOLDS(!line.empty || (line.choice == 0 && line.key.code == K_NONE && line.text.len == 0));
    arena_release(&arena);
}

static void decode(const char *name, Str bytes, size_t piece, Buf *out) {
    Charset charset;
    buf_init(out, SIZE_MAX / 2);
    HOLDS(charset_open(&charset, name));
    for (Str rest = bytes; rest.len > 0; rest = str_skip(rest, piece))
        charset_decode(&charset, str_n(rest.at, MIN_OF(piece, rest.len)), out);
    charset_close(&charset);
}

/* As such a terminal draws them: one byte one cell, more two, half-width kana one. */
static int drawn(Str bytes, bool euc) {
    int cells = 0;
    while (bytes.len > 0) {
        unsigned char lead = (unsigned char)bytes.at[0];
        bool kana = euc ? lead == 0x8E : lead > 0xA0 && lead < 0xE0;
        size_t len = lead < 0x80 || (kana && !euc) ? 1 : euc && lead == 0x8F ? 3 : 2;
        HOLDS(len <= bytes.len);
        cells += lead < 0x80 || kana ? 1 : 2;
        bytes = str_skip(bytes, len);
    }
    return cells;
}

/* What it shows of a text takes as many cells as the text, character by character. */
static void check_cells(const Charset *charset, bool euc, Str text) {
    while (text.len > 0) {
        uint32_t rune;
        Buf bytes;
        size_t used = text_decode(text, &rune);
        buf_init(&bytes, 64);
        charset_encode(charset, str_n(text.at, used), AMBIGUOUS_WIDE, &bytes);
        HOLDS(drawn(buf_str(&bytes), euc) == MAX_OF(text_rune_width(rune, AMBIGUOUS_WIDE), 0));
        buf_release(&bytes);
        text = str_skip(text, used);
    }
}

static void check_charset(const char *name, bool euc, Str bytes) {
    Arena arena = {0};
    Charset charset;
    Buf once, pieces;
    decode(name, bytes, bytes.len + 1, &once);
    decode(name, bytes, 1, &pieces);
    HOLDS(text_is_utf8(buf_str(&once)));
    HOLDS(str_equal(buf_str(&once), buf_str(&pieces)));
    HOLDS(charset_open(&charset, name));
    check_cells(&charset, euc, text_clean(&arena, bytes));
    charset_close(&charset);
    buf_release(&once);
    buf_release(&pieces);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Str bytes = str_n(size == 0 ? "" : (const char *)data, size);
    check_settings(bytes);
    check_holidays(bytes);
    check_terminals(bytes);
    check_line(bytes);
    check_charset("EUC-JP", true, bytes);
    check_charset("SHIFT_JIS", false, bytes);
    return 0;
}
