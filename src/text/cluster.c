/*
 * A cluster is a code point and all that takes no cell after it, which for text that is
 * clean is what UAX #29 says. Flags, skin tones and joined emoji are kept whole too, for
 * text that is not. The only state is the code point before and whether a flag is open.
 */
#include "text/cluster.h"

#include "text/cluster_rules.h"
#include "text/rune_table.h"

#include <unictype.h>

typedef struct Cluster {
    uint32_t base, before; /* first and last code point so far */
    bool open_flag;        /* one regional indicator that waits for its second */
} Cluster;

static bool joins(const Cluster *cluster, uint32_t rune) {
    if (rune_cells(rune_byte(cluster->base), false) < 0)
        return false;
    if (rune_cells(rune_byte(rune), false) == 0 || rune_is_skin_tone(rune))
        return true;
    if (rune_is_half_mark(rune))
        return rune_is_half_kana(cluster->before);
    if (rune_is_flag_letter(rune))
        return cluster->open_flag && rune_is_flag_letter(cluster->before);
    return cluster->before == RUNE_ZWJ && uc_is_property_extended_pictographic(cluster->base) &&
           uc_is_property_extended_pictographic(rune);
}

size_t text_cluster(Str text) {
    if (text.len == 0)
        return 0;
    if (text.len == 1 || ((unsigned char)text.at[0] < 0x80 && (unsigned char)text.at[1] < 0x80))
        return 1;
    Cluster cluster;
    size_t at = text_decode(text, &cluster.base);
    cluster.before = cluster.base;
    cluster.open_flag = rune_is_flag_letter(cluster.base);
    while (at < text.len) {
        uint32_t rune;
        size_t bytes = text_decode(str_skip(text, at), &rune);
        if (!joins(&cluster, rune))
            break;
        cluster.open_flag = false;
        cluster.before = rune;
        at += bytes;
    }
    return at;
}

/* Whether a cluster ends before this code point, whatever stands before it. */
static bool begins_afresh(Str text) {
    uint32_t rune;
    if (text.len == 0 || (unsigned char)text.at[0] < 0x80)
        return true;
    text_decode(text, &rune);
    return rune_cells(rune_byte(rune), false) > 0 && !rune_is_half_mark(rune) &&
           !rune_is_skin_tone(rune) && !rune_is_flag_letter(rune);
}

size_t text_cluster_plain(Str text, Ambiguous ambiguous, uint32_t *rune, int *cells) {
    if (text.len == 0)
        return 0;
    size_t bytes = text_decode(text, rune);
    *cells = rune_cells(rune_byte(*rune), ambiguous == AMBIGUOUS_WIDE);
    return *cells > 0 && begins_afresh(str_skip(text, bytes)) ? bytes : 0;
}

/* Bytes of the last code point, as decoding from the front would part them. */
static size_t last_rune(Str text, uint32_t *rune) {
    for (size_t bytes = MIN_OF(text.len, 4); bytes > 1; bytes--)
        if (text_decode(str_n(text.at + text.len - bytes, bytes), rune) == bytes)
            return bytes;
    return text_decode(str_n(text.at + text.len - 1, 1), rune);
}

/* Whether a cluster may reach from before `rune` over it, or further on than to it. */
static bool needs_context(uint32_t rune) {
    return rune_cells(rune_byte(rune), false) == 0 || rune_is_skin_tone(rune) ||
           rune_is_half_mark(rune) || rune_is_flag_letter(rune);
}

/* Goes back to where a cluster surely starts, then forward to the last one. */
size_t text_last_cluster(Str text) {
    size_t start = text.len;
    uint32_t rune = 0, before = 0;
    while (start > 0) {
        start -= last_rune(str_n(text.at, start), &rune);
        if (start > 0)
            last_rune(str_n(text.at, start), &before);
        if (!needs_context(rune) && (start == 0 || before != RUNE_ZWJ))
            break;
    }
    Str rest = str_skip(text, start);
    size_t bytes = text_cluster(rest);
    while (bytes < rest.len) {
        rest = str_skip(rest, bytes);
        bytes = text_cluster(rest);
    }
    return bytes;
}

Str text_fit(Str text, int cells, Ambiguous ambiguous) {
    size_t at = 0;
    while (at < text.len) {
        size_t bytes = text_cluster(str_skip(text, at));
        cells -= text_cluster_width(str_n(text.at + at, bytes), ambiguous);
        if (cells < 0)
            break;
        at += bytes;
    }
    return str_n(text.at, at);
}
