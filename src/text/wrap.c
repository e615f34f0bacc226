/*
 * A paragraph is filled line by line: the farthest free gap that fits; where there is none,
 * a soft one; then any between clusters. Blanks before a gap cost nothing. One line is held
 * back while the next is made, so that the last but one can give a character to the last.
 */
#include "text/wrap.h"

#include "text/cluster.h"
#include "text/wrap_rules.h"

enum { LEAST_CELLS = 2 };

typedef struct Wrapper {
    Arena *arena;
    Ambiguous ambiguous;
    int limit, cells; /* of the next line, and of all others */
    WrapLine *lines;
    size_t count, room;
} Wrapper;

typedef struct Span {
    size_t start, end; /* code points; blanks before the end hang */
} Span;

static void add_line(Wrapper *wrapper, WrapLine line) {
    if (wrapper->count == wrapper->room) {
        WrapLine *old = wrapper->lines;
        wrapper->room = MAX_OF(wrapper->room * 2, 8);
        wrapper->lines = arena_new(wrapper->arena, WrapLine, wrapper->room);
        if (old != NULL)
            memcpy(wrapper->lines, old, wrapper->count * sizeof *old);
    }
    wrapper->lines[wrapper->count++] = line;
}

static size_t without_blanks(const ParaRune *runes, Span span) {
    while (span.end > span.start && rune_hangs(runes[span.end - 1].rune))
        span.end--;
    return span.end;
}

static size_t past_blanks(const Paragraph *paragraph, size_t i) {
    while (i < paragraph->count && rune_hangs(paragraph->runes[i].rune))
        i++;
    return i;
}

static int span_cells(const ParaRune *runes, Span span) {
    return runes[without_blanks(runes, span)].cells - runes[span.start].cells;
}

static void add_span(Wrapper *wrapper, const Paragraph *paragraph, Str text, Span span) {
    const ParaRune *runes = paragraph->runes;
    size_t end = without_blanks(runes, span);
    Str part = str_n(text.at + runes[span.start].at, runes[end].at - runes[span.start].at);
    add_line(wrapper, (WrapLine){part, runes[end].cells - runes[span.start].cells});
}

/* Whether what reaches from `start` to the next gap as good as `least` fits a whole line. */
static bool run_fits(const Paragraph *paragraph, size_t start, Strength least, int cells) {
    const ParaRune *runes = paragraph->runes;
    size_t end = start + 1;
    while (end < paragraph->count && runes[end].gap < least &&
           runes[end].cells - runes[start].cells <= cells)
        end++;
    return span_cells(runes, (Span){start, end}) <= cells;
}

/* The farthest gap of each strength that fits; 0 where there is none. */
static void find_gaps(const Paragraph *paragraph, size_t start, int limit, size_t best[STRENGTHS]) {
    const ParaRune *runes = paragraph->runes;
    for (size_t end = start + 1; end <= paragraph->count; end++) {
        bool hangs = rune_hangs(runes[end - 1].rune);
        if (!hangs && runes[end].cells - runes[start].cells > limit)
            return;
        best[runes[end].gap] = end;
    }
}

static size_t first_cluster(const Paragraph *paragraph, size_t start) {
    size_t end = start + 1;
    while (end < paragraph->count && paragraph->runes[end].gap == BREAK_NEVER)
        end++;
    return end;
}

/* Where the line from `start` ends; at `start` itself when all fits better in the next. */
static size_t line_end(const Paragraph *paragraph, size_t start, int limit, int cells) {
    size_t best[STRENGTHS] = {0};
    find_gaps(paragraph, start, limit, best);
    if (best[BREAK_FREE] != 0)
        return best[BREAK_FREE];
    if (limit < cells && run_fits(paragraph, start, BREAK_FREE, cells))
        return start;
    size_t soft = best[BREAK_SOFT];
    if (soft != 0 && (run_fits(paragraph, soft, BREAK_SOFT, cells) ||
                      span_cells(paragraph->runes, (Span){start, soft}) * 2 >= limit))
        return soft;
    if (best[BREAK_SPLIT] != 0 || soft != 0)
        return MAX_OF(best[BREAK_SPLIT], soft);
    if (best[BREAK_UGLY] != 0)
        return best[BREAK_UGLY];
    return limit < cells ? start : first_cluster(paragraph, start);
}

/* Characters of a line, not counting marks at its end; 2 stands for more. */
static int count_characters(const Paragraph *paragraph, Span span) {
    int characters = 0;
    span.end = without_blanks(paragraph->runes, span);
    for (size_t i = span.start; i < span.end && characters < 2; i++)
        if (paragraph->runes[i].gap != BREAK_NEVER && !rune_is_closing(paragraph->runes[i].rune))
            characters++;
    return characters;
}

/* Gives a lone last character company, where a gap as good as the present one allows. */
static void settle_lone(const Paragraph *paragraph, Span *before, Span *last, int cells) {
    const ParaRune *runes = paragraph->runes;
    Strength least = MIN_OF(runes[last->start].gap, BREAK_FREE);
    if (least != BREAK_FREE)
        least = BREAK_SPLIT;
    if (count_characters(paragraph, *last) > 1)
        return;
    int most = MAX_OF(cells / 2, LEAST_CELLS);
    for (size_t gap = last->start; gap-- > before->start + 1;) {
        Span kept = {before->start, gap}, moved = {gap, paragraph->count};
        if (runes[last->start].cells - runes[gap].cells > most)
            return;
        if (runes[gap].gap < least || rune_hangs(runes[gap].rune))
            continue;
        if (span_cells(runes, moved) <= cells && count_characters(paragraph, kept) > 1) {
            before->end = gap;
            last->start = gap;
        }
        return;
    }
}

static void wrap_long(Wrapper *wrapper, Str text) {
    Paragraph paragraph = paragraph_read(wrapper->arena, text, wrapper->ambiguous);
    Span before = {0}, line = {0};
    bool pending = false;
    for (size_t start = 0; start < paragraph.count || !pending; pending = true) {
        line = (Span){start, line_end(&paragraph, start, wrapper->limit, wrapper->cells)};
        if (pending && line.end == paragraph.count)
            settle_lone(&paragraph, &before, &line, wrapper->cells);
        if (pending)
            add_span(wrapper, &paragraph, text, before);
        before = line;
        start = line.end == line.start ? line.end : past_blanks(&paragraph, line.end);
        wrapper->limit = wrapper->cells;
    }
    add_span(wrapper, &paragraph, text, line);
}

static Str trim_end(Str text) {
    for (;;) {
        if (text.len >= 1 && text.at[text.len - 1] == ' ')
            text.len--;
        else if (text.len >= 3 && memcmp(text.at + text.len - 3, "\xE3\x80\x80", 3) == 0)
            text.len -= 3;
        else
            return text;
    }
}

static void wrap_paragraph(Wrapper *wrapper, Str text) {
    Str trimmed = trim_end(text);
    int cells = text_width(trimmed, wrapper->ambiguous);
    if (cells <= wrapper->limit || trimmed.len == 0)
        add_line(wrapper, (WrapLine){trimmed, cells});
    else
        wrap_long(wrapper, trimmed);
    wrapper->limit = wrapper->cells;
}

WrapLines text_wrap_first(Arena *arena, Str text, int first_cells, int cells, Ambiguous ambiguous) {
    Wrapper wrapper = {.arena = arena, .ambiguous = ambiguous};
    wrapper.cells = MAX_OF(cells, LEAST_CELLS);
    wrapper.limit = MAX_OF(first_cells, 0);
    for (;;) {
        const char *feed = text.len == 0 ? NULL : memchr(text.at, '\n', text.len);
        if (feed == NULL)
            break;
        size_t bytes = (size_t)(feed - text.at);
        wrap_paragraph(&wrapper, str_n(text.at, bytes));
        text = str_skip(text, bytes + 1);
    }
    wrap_paragraph(&wrapper, text);
    return (WrapLines){wrapper.lines, wrapper.count};
}

WrapLines text_wrap(Arena *arena, Str text, int cells, Ambiguous ambiguous) {
    int clamped = MAX_OF(cells, LEAST_CELLS);
    return text_wrap_first(arena, text, clamped, clamped, ambiguous);
}
