/*
 * See bookmarks.h; the file is in bookmarks_file.c. What an edit did is two texts, the bookmark
 * before and after, each with its place; "" where there was none. Setting and taking away go
 * through the function that redoes them, so redoing cannot differ from doing.
 */
#include "plan/bookmarks.h"

#include "base/bug.h"
#include "base/mem.h"
#include "base/tr.h"
#include "plan/merge_parts.h"
#include "text/clean.h"

/* ---- keys ---- */

/* What stands before the colon. */
static const char *const kind_words[BOOKMARK_KIND_COUNT] = {"program", "provider", "country",
                                                            "figure", "screen"};

const char *bookmark_key(Arena *arena, BookmarkKind kind, const char *id) {
    return arena_printf(arena, "%s:%s", kind_words[kind], id);
}

bool bookmark_key_is_right(const char *key) {
    const char *colon = strchr(key, ':');
    return colon != NULL && colon != key && colon[1] != '\0' && strlen(key) <= BOOKMARK_KEY_MOST &&
           text_is_clean(str(key));
}

bool bookmark_key_parts(const char *key, BookmarkKind *kind, const char **id) {
    if (!bookmark_key_is_right(key))
        return false;
    const char *colon = strchr(key, ':');
    for (size_t i = 0; i < BOOKMARK_KIND_COUNT; i++)
        if (str_equal(str_n(key, (size_t)(colon - key)), str(kind_words[i]))) {
            *kind = (BookmarkKind)i;
            *id = colon + 1;
            return true;
        }
    return false;
}

/* ---- the list ---- */

static void release_one(Bookmark *bookmark) {
    free(bookmark->key);
    free(bookmark->name);
    free(bookmark->at);
}

static void insert(Bookmarks *bookmarks, size_t place, const char *key, const char *name,
                   const char *at) {
    if (bookmarks->count == bookmarks->room) {
        bookmarks->room = bookmarks->room == 0 ? 8 : bookmarks->room * 2;
        bookmarks->at = mem_resize(bookmarks->at, bookmarks->room, sizeof *bookmarks->at);
    }
    memmove(bookmarks->at + place + 1, bookmarks->at + place,
            (bookmarks->count - place) * sizeof *bookmarks->at);
    bookmarks->at[place] =
        (Bookmark){mem_copy_string(key), mem_copy_string(name), mem_copy_string(at)};
    bookmarks->count++;
}

static void drop(Bookmarks *bookmarks, size_t place) {
    release_one(&bookmarks->at[place]);
    bookmarks->count--;
    memmove(bookmarks->at + place, bookmarks->at + place + 1,
            (bookmarks->count - place) * sizeof *bookmarks->at);
}

void bookmarks_add(Bookmarks *bookmarks, const char *key, const char *name, const char *at) {
    insert(bookmarks, bookmarks->count, key, name, at);
}

void bookmarks_release(Bookmarks *bookmarks) {
    for (size_t i = 0; i < bookmarks->count; i++)
        release_one(&bookmarks->at[i]);
    free(bookmarks->at);
    *bookmarks = (Bookmarks){0};
}

static void add_copy(Bookmarks *out, const Bookmark *bookmark) {
    bookmarks_add(out, bookmark->key, bookmark->name, bookmark->at);
}

void bookmarks_copy(Bookmarks *out, const Bookmarks *bookmarks) {
    *out = (Bookmarks){0};
    for (size_t i = 0; i < bookmarks->count; i++)
        add_copy(out, &bookmarks->at[i]);
}

/* Of two with the same key. */
static bool same_content(const Bookmark *a, const Bookmark *b) {
    return strcmp(a->name, b->name) == 0 && strcmp(a->at, b->at) == 0;
}

bool bookmarks_equal(const Bookmarks *a, const Bookmarks *b) {
    bool equal = a->count == b->count;
    for (size_t i = 0; equal && i < a->count; i++)
        equal = strcmp(a->at[i].key, b->at[i].key) == 0 && same_content(&a->at[i], &b->at[i]);
    return equal;
}

/* Its place, or the count. */
static size_t place_of(const Bookmarks *bookmarks, const char *key) {
    size_t i = 0;
    while (i < bookmarks->count && strcmp(bookmarks->at[i].key, key) != 0)
        i++;
    return i;
}

const Bookmark *bookmarks_find(const Bookmarks *bookmarks, const char *key) {
    size_t place = place_of(bookmarks, key);
    return place < bookmarks->count ? &bookmarks->at[place] : NULL;
}

/* ---- a bookmark as one side of an edit ---- */

/* "bookmark⏎place⏎stamp⏎key before it⏎name": only the name may have line feeds. */
typedef struct Held {
    size_t place;
    const char *at;
    const char *after; /* "" when it is the first */
    const char *name;
} Held;

#define HELD_HEAD "bookmark\n"

static const char *key_before(const Bookmarks *bookmarks, size_t place) {
    return place == 0 ? "" : bookmarks->at[place - 1].key;
}

static const char *hold(Arena *arena, const Bookmarks *bookmarks, size_t place, const char *name,
                        const char *at) {
    return arena_printf(arena, HELD_HEAD "%zu\n%s\n%s\n%s", place, at, key_before(bookmarks, place),
                        name);
}

static const char *hold_present(Arena *arena, const Bookmarks *bookmarks, size_t place) {
    const Bookmark *bookmark = &bookmarks->at[place];
    return hold(arena, bookmarks, place, bookmark->name, bookmark->at);
}

static const char *take_line(Arena *arena, const char **rest) {
    size_t len = strcspn(*rest, "\n");
    const char *line = arena_copy(arena, str_n(*rest, len));
    *rest += len + ((*rest)[len] == '\n' ? 1 : 0);
    return line;
}

/* False when the text holds no bookmark. */
static bool read_held(Arena *arena, const char *text, Held *out) {
    if (!str_starts(str(text), str(HELD_HEAD)))
        return false;
    text += strlen(HELD_HEAD);
    out->place = strtoul(take_line(arena, &text), NULL, 10);
    out->at = take_line(arena, &text);
    out->after = take_line(arena, &text);
    out->name = text;
    return true;
}

/* ---- doing, undoing, redoing ---- */

/* Where it goes: after the one it stood after, else as far from the first as it was. */
static size_t place_for(const Bookmarks *bookmarks, const Held *held) {
    if (is_absent(held->after))
        return 0;
    size_t before = place_of(bookmarks, held->after);
    return before < bookmarks->count ? before + 1 : MIN_OF(held->place, bookmarks->count);
}

static bool is_as_held(const Bookmarks *bookmarks, size_t place, bool there, const Held *held) {
    if (!there || place == bookmarks->count)
        return !there && place == bookmarks->count;
    const Bookmark *now = &bookmarks->at[place];
    return strcmp(now->name, held->name) == 0 && strcmp(now->at, held->at) == 0;
}

static bool turn(Bookmarks *bookmarks, const char *key, const char *from, const char *to,
                 Err *err) {
    Arena scratch = {0};
    Held before, after;
    bool had = read_held(&scratch, from, &before), has = read_held(&scratch, to, &after);
    size_t place = place_of(bookmarks, key);
    bool ours = had || has; /* else it is another kind of outside edit */
    bool done = !ours || is_as_held(bookmarks, place, had, &before);
    if (!done) {
        err_set(err, _("it has been changed elsewhere meanwhile, so it stays as it is"));
    } else if (had && has) {
        plan_store(&bookmarks->at[place].name, after.name);
        plan_store(&bookmarks->at[place].at, after.at);
    } else if (has) {
        insert(bookmarks, place_for(bookmarks, &after), key, after.name, after.at);
    } else if (had) {
        drop(bookmarks, place);
    }
    arena_release(&scratch);
    return done;
}

static bool apply_all(Bookmarks *bookmarks, const PlanChange *change, bool back, Err *err) {
    bool done = true;
    for (size_t i = 0; done && i < change->count; i++) {
        const PlanEdit *edit = &change->edits[back ? change->count - 1 - i : i];
        if (edit->kind == EDIT_OUTSIDE)
            done = turn(bookmarks, edit->program, back ? edit->to : edit->from,
                        back ? edit->from : edit->to, err);
    }
    return done;
}

bool bookmarks_apply(Bookmarks *bookmarks, const PlanChange *change, bool back, Err *err) {
    Bookmarks before;
    bookmarks_copy(&before, bookmarks);
    bool done = apply_all(bookmarks, change, back, err);
    bookmarks_release(done ? &before : bookmarks);
    if (!done)
        *bookmarks = before;
    return done;
}

/* Noted first: the key may be lent by the very bookmark that goes. */
static void note_and_turn(Bookmarks *bookmarks, const char *key, const char *from, const char *to,
                          PlanChange *change) {
    Err err;
    plan_change_outside(change, key, from, to);
    if (!turn(bookmarks, key, from, to, &err))
        BUG("a bookmark is not what it has just been");
}

/* ---- setting ---- */

/* The name without what is too long, never cut within a character. */
static const char *short_name(Arena *arena, const char *name) {
    size_t len = MIN_OF(strlen(name), (size_t)BOOKMARK_NAME_MOST);
    while (len > 0 && ((unsigned char)name[len] & 0xC0) == 0x80)
        len--;
    return arena_copy(arena, str_n(name, len));
}

static bool may_set(const Bookmarks *bookmarks, size_t place, const char *key, const char *name,
                    Err *err) {
    bool utf8 = text_is_utf8(str(name)), right = bookmark_key_is_right(key);
    bool room = place < bookmarks->count || bookmarks->count < BOOKMARKS_MOST;
    if (!utf8)
        err_set(err, _("the text holds bytes that are not UTF-8"));
    else if (!right)
        err_set(err, _("this cannot be bookmarked: its id is not right"));
    else if (!room)
        err_set(err, _("kairo keeps at most %d bookmarks; take some away first"), BOOKMARKS_MOST);
    return utf8 && right && room;
}

bool bookmarks_set(Bookmarks *bookmarks, const char *key, const char *name, const char *now,
                   PlanChange *change, Err *err) {
    Arena scratch = {0};
    size_t place = place_of(bookmarks, key);
    bool may = may_set(bookmarks, place, key, name, err), there = place < bookmarks->count;
    if (!plan_is_stamp(now))
        BUG("a bookmark would get a time that cannot be read again");
    name = short_name(&scratch, name);
    if (may && !(there && strcmp(bookmarks->at[place].name, name) == 0))
        note_and_turn(bookmarks, key, there ? hold_present(&scratch, bookmarks, place) : "",
                      hold(&scratch, bookmarks, place, name, now), change);
    arena_release(&scratch);
    return may;
}

bool bookmarks_unset(Bookmarks *bookmarks, const char *key, PlanChange *change, Err *err) {
    Arena scratch = {0};
    size_t place = place_of(bookmarks, key);
    bool there = place < bookmarks->count;
    if (there)
        note_and_turn(bookmarks, key, hold_present(&scratch, bookmarks, place), "", change);
    else
        err_set(err, _("there is no bookmark here"));
    arena_release(&scratch);
    return there;
}

/* ---- merging ---- */

static const Bookmark *later(const Bookmark *a, const Bookmark *b) {
    int order = strcmp(a->at, b->at);
    if (order == 0)
        order = strcmp(a->name, b->name);
    return order >= 0 ? a : b;
}

/* Of which ours or theirs is there; NULL when it goes. */
static const Bookmark *merge_one(const Bookmark *base, const Bookmark *ours,
                                 const Bookmark *theirs) {
    if (ours == NULL || theirs == NULL) {
        const Bookmark *left = ours != NULL ? ours : theirs;
        return base != NULL && same_content(base, left) ? NULL : left;
    }
    if (base != NULL && same_content(base, theirs))
        return ours;
    if (base != NULL && same_content(base, ours))
        return theirs;
    return later(ours, theirs);
}

static Strings keys_of(Arena *arena, const Bookmarks *bookmarks) {
    const char **keys = arena_new(arena, const char *, bookmarks->count + 1);
    for (size_t i = 0; i < bookmarks->count; i++)
        keys[i] = bookmarks->at[i].key;
    return (Strings){keys, bookmarks->count};
}

void bookmarks_merge(Bookmarks *out, const Bookmarks *base, const Bookmarks *ours,
                     const Bookmarks *theirs) {
    static const Bookmarks none = {0};
    Arena scratch = {0};
    if (base == NULL)
        base = &none;
    Strings order = merge_order(&scratch, keys_of(&scratch, base), keys_of(&scratch, ours),
                                keys_of(&scratch, theirs));
    *out = (Bookmarks){0};
    for (size_t i = 0; i < order.count; i++) {
        const char *key = order.at[i];
        const Bookmark *kept = merge_one(bookmarks_find(base, key), bookmarks_find(ours, key),
                                         bookmarks_find(theirs, key));
        if (kept != NULL)
            add_copy(out, kept);
    }
    arena_release(&scratch);
}
