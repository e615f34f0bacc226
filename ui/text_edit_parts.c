/*
 * Edges are found going forward from the beginning of the logical line, which always is
 * one: what a unit is depends on what stands before it (flags, joined emoji), and a line is
 * soon gone through.
 */
#include "ui/text_edit_parts.h"

#include "text/ascii.h"
#include "text/clean.h"
#include "text/cluster.h"

/* ---- units ---- */

/* Seen, and joined by nothing of its kind: nearly all there is. */
static bool is_ordinary(uint32_t rune) {
    return (rune >= ' ' && rune < 0x7F) || (rune >= 0x4E00 && rune <= 0x9FFF) ||
           (rune >= 0x3041 && rune <= 0x3096) || (rune >= 0x30A1 && rune <= 0x30FE) ||
           (rune >= 0x3001 && rune <= 0x3029);
}

/* Bytes of a unit of one such character before another, or before the end of a line; else 0. */
static size_t ordinary_unit(Str text) {
    uint32_t rune, next;
    size_t bytes = text_decode(text, &rune);
    if (bytes == 0 || !is_ordinary(rune))
        return 0;
    if (bytes == text.len || text.at[bytes] == '\n')
        return bytes;
    text_decode(str_skip(text, bytes), &next);
    return is_ordinary(next) ? bytes : 0;
}

static bool is_control(uint32_t rune) {
    return text_rune_width(rune, AMBIGUOUS_NARROW) < 0;
}

/* Cleaning, which measures the odd clusters, is slow: most need none. */
static bool is_unseen(Str cluster) {
    uint32_t rune;
    text_decode(cluster, &rune);
    return !is_ordinary(rune) && !is_control(rune) && text_width(cluster, AMBIGUOUS_NARROW) == 0;
}

/* Takes clusters up to the first that is seen, then those after it that are not. */
size_t edit_unit(Str text) {
    bool seen = false;
    size_t at = ordinary_unit(text);
    if (at > 0)
        return at;
    while (at < text.len) {
        Str rest = str_skip(text, at);
        if (rest.at[0] == '\n')
            return MAX_OF(at, 1);
        Str cluster = str_n(rest.at, text_cluster(rest));
        bool unseen = is_unseen(cluster);
        if (seen && !unseen)
            break;
        seen = seen || !unseen;
        at += cluster.len;
    }
    return at;
}

Str edit_unit_painted(const TextEdit *edit, Arena *arena, Str unit, Ambiguous ambiguous) {
    Str painted = text_clean(arena, unit);
    if (edit->substitute && painted.len > 0) {
        painted = text_to_ascii(arena, painted);
        painted = painted.len == 0 ? str("?") : painted;
    }
    return text_fit(painted, EDIT_UNIT_CELLS, ambiguous);
}

/* Of U+FFFD, or its "?". */
static int control_cells(const TextEdit *edit, Ambiguous ambiguous) {
    return edit->substitute ? 1 : text_rune_width(0xFFFD, ambiguous);
}

int edit_unit_cells(const TextEdit *edit, Str unit, Ambiguous ambiguous) {
    uint32_t rune;
    if (text_decode(unit, &rune) == 1 && unit.len == 1)
        return rune != '\t' && is_control(rune) ? control_cells(edit, ambiguous) : 1;
    int cells = edit->substitute ? -1 : text_width(unit, ambiguous);
    if (cells >= 0 && cells <= EDIT_UNIT_CELLS)
        return cells;
    Arena scratch = {0};
    cells = text_width(edit_unit_painted(edit, &scratch, unit, ambiguous), ambiguous);
    arena_release(&scratch);
    return cells;
}

int edit_cells(const TextEdit *edit, size_t from, size_t to, Ambiguous ambiguous) {
    int cells = 0;
    Str rest = str_n(edit->text.at + from, to - from);
    while (rest.len > 0) {
        size_t bytes = edit_unit(rest);
        cells += edit_unit_cells(edit, str_n(rest.at, bytes), ambiguous);
        rest = str_skip(rest, bytes);
    }
    return cells;
}

/* ---- edges ---- */

size_t edit_line_start(const TextEdit *edit, size_t byte) {
    const char *feed = edit->many_lines ? memrchr(edit->text.at, '\n', byte) : NULL;
    return feed == NULL ? 0 : (size_t)(feed - edit->text.at) + 1;
}

size_t edit_edge_before(const TextEdit *edit, size_t byte) {
    size_t at = edit_line_start(edit, byte);
    while (at < byte) {
        size_t next = at + edit_unit(str_skip(buf_str(&edit->text), at));
        if (next > byte)
            break;
        at = next;
    }
    return at;
}

size_t edit_edge_after(const TextEdit *edit, size_t byte) {
    size_t at = edit_edge_before(edit, byte);
    return at == byte ? at : at + edit_unit(str_skip(buf_str(&edit->text), at));
}
