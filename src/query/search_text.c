/* See search_text.h. */
#include "query/search_text.h"

#include "text/width.h"

enum {
    LANE_BYTES_MOST = 1024 * 1024 * 1024,
    SCRATCH_BYTES = 64 * 1024, /* then the scratch arena starts anew */
    PHONE_DIGITS_LEAST = 9,
};

/* ---- pieces ---- */

void search_add_piece(SearchText *out, SearchField field, size_t program, const char *text) {
    if (is_absent(text))
        return;
    out->pieces = arena_grow(&out->arena, out->pieces, out->count, &out->room, sizeof *out->pieces);
    out->pieces[out->count++] =
        (SearchPiece){.text = text, .program = (uint32_t)program, .field = field};
}

static bool same_group(const SearchPiece *a, const SearchPiece *b) {
    return a->program == b->program && a->field == b->field;
}

static void find_groups(SearchText *text) {
    for (size_t i = text->count; i-- > 0;) {
        SearchPiece *piece = &text->pieces[i];
        bool goes_on = i + 1 < text->count && same_group(piece, piece + 1);
        piece->next = goes_on ? piece[1].next : (uint32_t)(i + 1);
    }
}

void search_text_of_catalogue(SearchText *out, const Catalogue *catalogue) {
    *out = (SearchText){0};
    search_add_pieces(out, catalogue);
    find_groups(out);
}

void search_text_of_plan(SearchText *out, const Catalogue *catalogue, const Plan *plan) {
    *out = (SearchText){0};
    search_add_notes(out, catalogue, plan);
    find_groups(out);
}

void search_text_release(SearchText *text) {
    for (int i = 0; i < LANE_COUNT; i++)
        if (text->lanes[i].starts != NULL)
            buf_release(&text->lanes[i].text);
    arena_release(&text->arena);
    *text = (SearchText){0};
}

/* ---- telephone numbers ---- */

static bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

static bool is_phone_letter(char letter) {
    return is_digit(letter) || letter == '-' || letter == '(' || letter == ')';
}

/* Bytes at the front that may be a telephone number, and how many of them are digits. */
static size_t phone_bytes(Str key, size_t *digits) {
    size_t len = 0;
    *digits = 0;
    for (; len < key.len && is_phone_letter(key.at[len]); len++)
        *digits += is_digit(key.at[len]) ? 1 : 0;
    return len;
}

static void note_digit(SpellingMap *map, size_t index, size_t at) {
    if (map == NULL)
        return;
    map->origin = arena_grow(map->arena, map->origin, index, &map->room, sizeof *map->origin);
    map->origin[index] = (KeyOrigin){at, at + 1};
}

void search_digits(Str key, Buf *out, SpellingMap *map) {
    for (size_t at = 0; at < key.len;) {
        size_t digits, len = phone_bytes(str_skip(key, at), &digits);
        for (size_t i = at; digits >= PHONE_DIGITS_LEAST && i < at + len; i++)
            if (is_digit(key.at[i])) {
                note_digit(map, out->len, i);
                buf_byte(out, key.at[i]);
            }
        if (digits >= PHONE_DIGITS_LEAST) {
            note_digit(map, out->len, at + len - 1);
            buf_byte(out, ' ');
        }
        at += MAX_OF(len, 1);
    }
}

/* ---- lanes ---- */

/* The key of piece `i`, in the lane of keys. */
static Str key_of_piece(const SearchText *text, size_t i) {
    const SearchLane *keys = &text->lanes[LANE_KEYS];
    size_t start = keys->starts[i];
    return str_n(keys->text.at + start, keys->starts[i + 1] - start - 1);
}

static void write_piece(const SearchText *text, SearchLaneId id, size_t i, Readings readings,
                        Arena *scratch, Buf *out) {
    switch (id) {
    case LANE_KEYS:
        buf_add(out, text_key(scratch, str(text->pieces[i].text)));
        break;
    case LANE_SPELLINGS:
        readings_spell(readings, key_of_piece(text, i), out, NULL);
        break;
    case LANE_DIGITS:
        search_digits(key_of_piece(text, i), out, NULL);
        break;
    case LANE_COUNT:
        break;
    }
}

static void write_lane(SearchText *text, SearchLaneId id, Readings readings) {
    SearchLane *lane = &text->lanes[id];
    Arena scratch = {0};
    lane->starts = arena_new(&text->arena, uint32_t, text->count + 1);
    buf_init(&lane->text, LANE_BYTES_MOST);
    for (size_t i = 0; i < text->count; i++) {
        lane->starts[i] = (uint32_t)lane->text.len;
        write_piece(text, id, i, readings, &scratch, &lane->text);
        buf_byte(&lane->text, '\n');
        if (scratch.total > SCRATCH_BYTES)
            arena_reset(&scratch);
    }
    lane->starts[text->count] = (uint32_t)lane->text.len;
    arena_release(&scratch);
}

const SearchLane *search_text_lane(SearchText *text, SearchLaneId id, Readings readings) {
    if (text->lanes[LANE_KEYS].starts == NULL)
        write_lane(text, LANE_KEYS, readings);
    if (text->lanes[id].starts == NULL)
        write_lane(text, id, readings);
    return &text->lanes[id];
}

/* Steps that double, then halves: hits lie close together when they are many. */
size_t search_lane_piece(const SearchLane *lane, size_t count, size_t from, size_t at) {
    size_t low = from, step = 1;
    while (low + step < count && lane->starts[low + step] <= at) {
        low += step;
        step *= 2;
    }
    size_t high = MIN_OF(low + step, count);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lane->starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}
