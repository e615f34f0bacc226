/*
 * Character by character: what may stay stays, what has a plain form (Ａ, É, ㈱) becomes it,
 * all else becomes a hyphen, never two in a row. Whenever the outcome differs from the name,
 * or could be the outcome of another name, the hash is added.
 */
#include "plan/slug.h"

#include "base/buf.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/key.h"
#include "text/nfc.h"

#include <inttypes.h>

enum { HASH_BYTES = 9 /* "-" and eight digits */ };

/* FNV-1a, both halves folded into one. */
static uint32_t hash_of(Str text) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * UINT64_C(0x100000001b3);
    return (uint32_t)(hash ^ hash >> 32);
}

static bool is_plain_ascii(uint32_t rune) {
    return (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9') || rune == '-' ||
           rune == '_' || rune == '.';
}

/* Kana, kanji and Hangul, which have no other form but in search keys. */
static bool is_letter_here(uint32_t rune) {
    return (rune >= 0x3041 && rune <= 0x3096) || (rune >= 0x30A1 && rune <= 0x30FC) ||
           (rune >= 0x3005 && rune <= 0x3007) || (rune >= 0x3400 && rune <= 0x9FFF) ||
           (rune >= 0xAC00 && rune <= 0xD7A3) || (rune >= 0x20000 && rune <= 0x323AF);
}

static bool is_edge(char c) {
    return c == '-' || c == '.';
}

static void add_hyphen(Buf *out) {
    if (out->len > 0 && out->at[out->len - 1] != '-')
        buf_byte(out, '-');
}

/* A mark whose base became a hyphen or nothing goes with it. */
static void add_kept(Buf *out, uint32_t rune, Str bytes) {
    bool alone = out->len == 0 || is_edge(out->at[out->len - 1]);
    if (!alone || text_rune_width(rune, AMBIGUOUS_NARROW) != 0)
        buf_add(out, bytes);
}

static void add_plain(Buf *out, Str text) {
    while (text.len > 0) {
        uint32_t rune;
        size_t bytes = text_decode(text, &rune);
        if (rune >= 'A' && rune <= 'Z')
            buf_byte(out, (char)(rune - 'A' + 'a'));
        else if (rune < 0x80 ? is_plain_ascii(rune) : rune != 0xFFFD)
            add_kept(out, rune, str_n(text.at, bytes));
        else
            add_hyphen(out);
        text = str_skip(text, bytes);
    }
}

static void add_rune(Buf *out, uint32_t rune, Str bytes) {
    if (rune < 0x80 || is_letter_here(rune)) {
        add_plain(out, bytes);
        return;
    }
    Arena scratch = {0};
    Str plain = text_key(&scratch, bytes);
    if (plain.len == 0)
        add_hyphen(out); /* a blank of some kind */
    else
        add_plain(out, plain);
    arena_release(&scratch);
}

static Str without_edges(Str text) {
    while (text.len > 0 && is_edge(text.at[0]))
        text = str_skip(text, 1);
    while (text.len > 0 && is_edge(text.at[text.len - 1]))
        text.len--;
    return text;
}

static bool ends_like_a_hash(Str text) {
    if (text.len < HASH_BYTES || text.at[text.len - HASH_BYTES] != '-')
        return false;
    for (size_t i = text.len - HASH_BYTES + 1; i < text.len; i++)
        if (strchr("0123456789abcdef", text.at[i]) == NULL)
            return false;
    return true;
}

/* The longest beginning of whole clusters. */
static Str cut(Str text, size_t most) {
    size_t end = 0;
    for (size_t next = 0; next <= most; next += text_cluster(str_skip(text, next))) {
        end = next;
        if (next == text.len)
            break;
    }
    return str_n(text.at, end);
}

static Str plain_form(Arena *arena, Str name) {
    Buf plain;
    buf_init(&plain, SIZE_MAX / 2);
    for (Str rest = text_clean(arena, name); rest.len > 0;) {
        uint32_t rune;
        size_t bytes = text_decode(rest, &rune);
        add_rune(&plain, rune, str_n(rest.at, bytes));
        rest = str_skip(rest, bytes);
    }
    const char *copy = arena_copy(arena, buf_str(&plain));
    buf_release(&plain);
    return text_clean(arena, str(copy)); /* what stands side by side now may combine */
}

const char *plan_slug(Arena *arena, Str name) {
    Str normal = text_nfc(arena, name);
    Str plain = without_edges(plain_form(arena, normal));
    bool same = str_equal(plain, normal) && plain.len > 0 && plain.len <= SLUG_BYTES;
    if (same && !ends_like_a_hash(plain))
        return arena_copy(arena, plain);
    Str base = without_edges(cut(plain, SLUG_BYTES - HASH_BYTES));
    if (base.len == 0)
        base = str("plan");
    return arena_printf(arena, "%.*s-%08" PRIx32, STR_ARG(base), hash_of(normal));
}
