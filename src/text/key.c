/*
 * One pass with a table. A code point that the table does not hold is folded by libunistring
 * together with the code point before it (which it may combine with) and all such code
 * points after it; both ways give the same bytes. Blanks are joined as they are written.
 */
#include "text/key.h"

#include "text/key_fold.h"
#include "text/key_table.h"
#include "text/utf8.h"
#include "text/width.h"

typedef struct Key {
    Arena *arena;
    Arena scratch; /* of one call of key_fold */
    Str text;
    size_t read; /* bytes of text */
    char *at;
    size_t len, room; /* room is at least len, the bytes not read yet, and one */
    bool blank;       /* one waits to be written before what comes next */
} Key;

static Key begin(Arena *arena, Str text) {
    return (Key){
        .arena = arena, .text = text, .at = arena_alloc(arena, text.len + 1), .room = text.len + 1};
}

/* A place to go back to: before the last code point. */
typedef struct Place {
    size_t read, len;
    bool blank;
} Place;

static Place here(const Key *key) {
    return (Place){key->read, key->len, key->blank};
}

/* Where more bytes are written than were read. */
static void make_room(Key *key, size_t more) {
    size_t need = key->len + more + (key->text.len - key->read) + 1;
    if (need <= key->room)
        return;
    char *old = key->at;
    key->room = MAX_OF(need, key->room * 2);
    key->at = arena_alloc(key->arena, key->room);
    memcpy(key->at, old, key->len);
}

static inline void add_blank(Key *key) {
    key->blank = key->len > 0;
}

static inline void add_pending_blank(Key *key) {
    if (key->blank)
        key->at[key->len++] = ' ';
    key->blank = false;
}

static inline void add(Key *key, const char *bytes, size_t len) {
    add_pending_blank(key);
    for (size_t i = 0; i < len; i++) /* a call of memcpy costs more than three bytes do */
        key->at[key->len + i] = bytes[i];
    key->len += len;
}

static void add_folded(Key *key, Str folded) {
    for (size_t i = 0; i < folded.len; i++) {
        if (folded.at[i] == ' ')
            add_blank(key);
        else
            add(key, folded.at + i, 1);
    }
}

static inline unsigned entry_of(uint32_t rune) {
    if (rune > 0xFFFF)
        return KEY_ASK;
    return key_stage2[key_stage1[rune / KEY_BLOCK]][rune % KEY_BLOCK];
}

static inline void add_entry(Key *key, unsigned entry, Str self) {
    if (entry == KEY_SAME)
        add(key, self.at, self.len);
    else if (entry == KEY_BLANK)
        add_blank(key);
    else if (entry != KEY_DROP)
        add(key, (const char *)key_pool + entry + 1, key_pool[entry]);
}

/* Bytes of the code points at the front that the table does not hold. */
static size_t asked_run(Str text) {
    size_t at = 0;
    bool stray = false;
    while (at < text.len) {
        uint32_t rune;
        size_t bytes = utf8_next(text.at + at, text.len - at, &rune, &stray);
        if (stray || entry_of(rune) != KEY_ASK)
            break;
        at += bytes;
    }
    return at;
}

/* Folds what the table does not hold here, anew from `before` on. */
static void ask(Key *key, Place before) {
    size_t end = key->read + asked_run(str_skip(key->text, key->read));
    Str folded = key_fold(&key->scratch, str_n(key->text.at + before.read, end - before.read));
    key->read = end;
    key->len = before.len;
    key->blank = before.blank;
    make_room(key, folded.len + 1);
    add_folded(key, folded);
    arena_reset(&key->scratch);
}

static inline void add_ascii_byte(Key *key, unsigned char byte) {
    if (byte <= ' ' || byte == 0x7F) {
        add_blank(key);
        return;
    }
    add_pending_blank(key);
    key->at[key->len++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

/* Reads ASCII without the table. False when there was none; *last is its last character. */
static bool add_ascii(Key *key, Place *last) {
    size_t start = key->read;
    for (; key->read < key->text.len; key->read++) {
        unsigned char byte = (unsigned char)key->text.at[key->read];
        if (byte >= 0x80)
            break;
        *last = here(key);
        add_ascii_byte(key, byte);
    }
    return key->read > start;
}

static void add_stray(Key *key) {
    key->read++;
    make_room(key, 4);
    add(key, "\xEF\xBF\xBD", 3);
}

/* Reads one code point that is not ASCII. Returns from where on the key is written anew. */
static Place add_rune(Key *key, Place *last) {
    Str rest = str_skip(key->text, key->read);
    uint32_t rune;
    bool stray = false;
    size_t bytes = utf8_next(rest.at, rest.len, &rune, &stray);
    unsigned entry = stray ? KEY_ASK : entry_of(rune);
    Place written = here(key);
    if (entry != KEY_ASK) {
        *last = written;
        key->read += bytes;
        add_entry(key, entry, str_n(rest.at, bytes));
        return written;
    }
    if (stray) {
        add_stray(key);
    } else {
        written = *last;
        ask(key, *last);
    }
    *last = here(key);
    return written;
}

static Str finish(Key *key) {
    key->at[key->len] = '\0';
    arena_release(&key->scratch);
    return str_n(key->at, key->len);
}

Str text_key(Arena *arena, Str text) {
    Key key = begin(arena, text);
    Place last = here(&key);
    while (key.read < text.len)
        if (!add_ascii(&key, &last))
            add_rune(&key, &last);
    return finish(&key);
}

/* ---- with the way back ---- */

/* Reads one code point of either kind; returns as add_rune does. */
static Place add_one(Key *key, Place *last) {
    unsigned char byte = (unsigned char)key->text.at[key->read];
    if (byte >= 0x80)
        return add_rune(key, last);
    *last = here(key);
    add_ascii_byte(key, byte);
    key->read++;
    return *last;
}

/* Says of the bytes written since `start` that they come from what was read since then. */
static void note_origin(KeyMap *map, Arena *arena, size_t *room, Place start, const Key *key) {
    if (key->len > *room) {
        KeyOrigin *old = map->origin;
        *room = MAX_OF(key->len, *room * 2);
        map->origin = arena_new(arena, KeyOrigin, *room);
        if (start.len > 0)
            memcpy(map->origin, old, start.len * sizeof *old);
    }
    for (size_t i = start.len; i < key->len; i++)
        map->origin[i] = (KeyOrigin){start.read, key->read};
}

KeyMap text_key_map(Arena *arena, Str text) {
    Key key = begin(arena, text);
    size_t room = text.len;
    KeyMap map = {.origin = arena_new(arena, KeyOrigin, room)};
    Place last = here(&key);
    while (key.read < text.len) {
        Place start = add_one(&key, &last);
        note_origin(&map, arena, &room, start, &key);
    }
    map.key = finish(&key);
    return map;
}

bool text_same_key(Str a, Str b) {
    if (str_equal(a, b))
        return true;
    Arena scratch = {0};
    bool same = str_equal(text_key(&scratch, a), text_key(&scratch, b));
    arena_release(&scratch);
    return same;
}
