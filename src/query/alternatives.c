/*
 * A pattern is read once, from left to right: a sequence multiplies what it has by the next
 * item, an alternation adds up its sequences. Both stop at their most, so that no pattern,
 * however it nests, costs more than that.
 */
#include "query/alternatives.h"

enum { DEPTH_MOST = 64 };

typedef struct Words {
    Str *at;
    size_t count, room;
} Words;

typedef struct Expander {
    Arena *arena;
    Str rest; /* of the pattern */
    size_t bytes;
    int depth;
} Expander;

static bool at_sign(const Expander *e, const char *sign) {
    return e->rest.len > 0 && e->rest.at[0] == sign[0];
}

static bool take_sign(Expander *e, const char *sign) {
    if (!at_sign(e, sign))
        return false;
    e->rest = str_skip(e->rest, 1);
    return true;
}

static void add(Expander *e, Words *words, Str word) {
    if (words->count == ALTERNATIVES_MOST)
        return;
    words->at = arena_grow(e->arena, words->at, words->count, &words->room, sizeof *words->at);
    words->at[words->count++] = word;
}

/* Both one after the other; false when there is no room for more. */
static bool add_joined(Expander *e, Words *words, Str front, Str back) {
    size_t len = front.len + back.len;
    if (e->bytes + len > ALTERNATIVES_BYTES_MOST || words->count == ALTERNATIVES_MOST)
        return false;
    e->bytes += len;
    char *word = arena_alloc(e->arena, len + 1);
    if (front.len > 0)
        memcpy(word, front.at, front.len);
    if (back.len > 0)
        memcpy(word + front.len, back.at, back.len);
    add(e, words, str_n(word, len));
    return true;
}

/* One character, its bytes together; a backslash before it says nothing. */
static Str take_character(Expander *e) {
    if (e->rest.len > 1 && e->rest.at[0] == '\\')
        e->rest = str_skip(e->rest, 1);
    size_t len = 1;
    while (len < e->rest.len && ((unsigned char)e->rest.at[len] & 0xC0) == 0x80)
        len++;
    Str character = str_n(e->rest.at, len);
    e->rest = str_skip(e->rest, len);
    return character;
}

/* Characters that follow each other without a sign. */
static Str take_plain(Expander *e) {
    static const char ends[] = ALTERNATIVES_OR ALTERNATIVES_NEST_IN ALTERNATIVES_NEST_OUT
        ALTERNATIVES_SELECT_IN ALTERNATIVES_SELECT_OUT "\\";
    size_t len = 0;
    while (len < e->rest.len && (e->rest.at[len] == '\0' || !strchr(ends, e->rest.at[len])))
        len++;
    Str plain = str_n(e->rest.at, len);
    e->rest = str_skip(e->rest, len);
    return plain;
}

static Words take_alternation(Expander *e);

static Words take_item(Expander *e) {
    Words item = {0};
    if (take_sign(e, ALTERNATIVES_NEST_IN)) {
        e->depth++;
        item = take_alternation(e);
        e->depth--;
        take_sign(e, ALTERNATIVES_NEST_OUT);
    } else if (take_sign(e, ALTERNATIVES_SELECT_IN)) {
        while (e->rest.len > 0 && !take_sign(e, ALTERNATIVES_SELECT_OUT))
            add(e, &item, take_character(e));
    } else {
        Str plain = take_plain(e);
        add(e, &item, plain.len > 0 ? plain : take_character(e));
    }
    return item;
}

static Words joined(Expander *e, Words fronts, Words backs) {
    Words all = {0};
    for (size_t i = 0; i < fronts.count; i++)
        for (size_t k = 0; k < backs.count; k++)
            if (!add_joined(e, &all, fronts.at[i], backs.at[k]))
                return all;
    return all;
}

static Words take_sequence(Expander *e) {
    Words all = {0};
    add(e, &all, str(""));
    while (e->rest.len > 0 && !at_sign(e, ALTERNATIVES_OR) && !at_sign(e, ALTERNATIVES_NEST_OUT))
        all = joined(e, all, take_item(e));
    return all;
}

static Words take_alternation(Expander *e) {
    Words all = {0};
    if (e->depth > DEPTH_MOST) {
        e->rest = str_skip(e->rest, e->rest.len);
        return all;
    }
    do {
        Words sequence = take_sequence(e);
        for (size_t i = 0; i < sequence.count; i++)
            add(e, &all, sequence.at[i]);
    } while (take_sign(e, ALTERNATIVES_OR));
    return all;
}

Strings alternatives_of(Arena *arena, Str pattern) {
    Arena scratch = {0};
    Expander expander = {.arena = &scratch, .rest = pattern};
    Words words = take_alternation(&expander);
    const char **found = arena_new(arena, const char *, words.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++)
        if (words.at[i].len > 0 && memchr(words.at[i].at, '\0', words.at[i].len) == NULL)
            found[count++] = arena_copy(arena, words.at[i]);
    arena_release(&scratch);
    return (Strings){found, count};
}
