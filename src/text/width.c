/*
 * Widths are one look into a table. Text that is not clean is cleaned first, so that what
 * is measured is what will be painted; that is rare and may be slow. So is text with marks,
 * which may compose to something wider.
 */
#include "text/width.h"

#include "base/arena.h"
#include "text/clean.h"
#include "text/cluster_rules.h"
#include "text/rune_table.h"

int text_rune_width(uint32_t rune, Ambiguous ambiguous) {
    return rune > RUNE_LAST ? -1 : rune_cells(rune_byte(rune), ambiguous == AMBIGUOUS_WIDE);
}

/* The sum over all code points; -1 on meeting one of a class above `most`. */
static int sum_width(Str text, bool wide, unsigned most) {
    int cells = 0;
    bool stray = false;
    for (size_t at = 0; at < text.len;) {
        size_t ascii = utf8_plain_ascii(text.at + at, text.len - at);
        cells += (int)ascii;
        at += ascii;
        for (size_t i = 0; i < 8 && at < text.len; i++) {
            uint32_t rune;
            at += utf8_next(text.at + at, text.len - at, &rune, &stray);
            unsigned byte = rune_byte(rune);
            if ((byte & RUNE_CLASS) > most)
                return -1;
            cells += rune_cells(byte, wide);
        }
    }
    return cells; /* a stray byte has counted as U+FFFD */
}

int text_width(Str text, Ambiguous ambiguous) {
    bool wide = ambiguous == AMBIGUOUS_WIDE;
    int cells = sum_width(text, wide, RUNE_PLAIN);
    if (cells >= 0)
        return cells;
    Arena scratch = {0};
    cells = sum_width(text_clean(&scratch, text), wide, RUNE_MARK);
    arena_release(&scratch);
    return cells;
}

int text_cluster_width(Str cluster, Ambiguous ambiguous) {
    int widest = 0, added = 0;
    bool first = true;
    for (size_t at = 0; at < cluster.len; first = false) {
        uint32_t rune;
        at += text_decode(str_skip(cluster, at), &rune);
        int cells = text_rune_width(rune, ambiguous);
        if (cells < 0)
            cells = text_rune_width(RUNE_REPLACEMENT, ambiguous);
        if (!first && (rune_is_half_mark(rune) || rune_is_flag_letter(rune)))
            added += cells;
        else
            widest = MAX_OF(widest, cells);
    }
    return widest + added;
}
