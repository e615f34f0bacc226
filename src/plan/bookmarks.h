/*
 * Bookmarks: what someone wants to find again, apart from any plan. A bookmark names a
 * program or cross-step resource, a provider, a country, a figure, or a screen, by the id it has in
 * the catalogue; it keeps the name as it was, so that it survives changes of the catalogue.
 *
 * Pure but for bookmarks_open and bookmarks_save, which use safe_file.h and merge what others
 * saved meanwhile. Ownership: a Bookmarks owns its strings; getters lend until it changes.
 */
#ifndef KAIRO_PLAN_BOOKMARKS_H
#define KAIRO_PLAN_BOOKMARKS_H

#include "catalogue/load.h"
#include "plan/change.h"
#include "plan/safe_file.h"

enum {
    BOOKMARKS_FORMAT = 1,  /* kairo_bookmarks: 1 */
    BOOKMARKS_MOST = 2000, /* that people may set … */
    BOOKMARKS_KEPT = 4000, /* … and that a merge of several may leave in a file */
    BOOKMARK_KEY_MOST = 1024,
    BOOKMARK_NAME_MOST = 1024, /* bytes; a longer name is cut when it is set */
};

typedef enum BookmarkKind {
    BOOKMARK_PROGRAM, /* or resource */
    BOOKMARK_PROVIDER,
    BOOKMARK_COUNTRY,
    BOOKMARK_FIGURE,
    BOOKMARK_SCREEN,
    BOOKMARK_KIND_COUNT
} BookmarkKind;

typedef struct Bookmark {
    char *key;  /* "program:jetro-library": kind and id; one line of visible text */
    char *name; /* as it was when it was set; any UTF-8 */
    char *at;   /* stamp */
} Bookmark;

/* `Bookmarks b = {0};` is none. In the order in which they were set. */
typedef struct Bookmarks {
    Bookmark *at; /* owned */
    size_t count, room;
} Bookmarks;

void bookmarks_release(Bookmarks *bookmarks);
void bookmarks_copy(Bookmarks *out, const Bookmarks *bookmarks);
bool bookmarks_equal(const Bookmarks *a, const Bookmarks *b);

/* "kind:id" in `arena`. */
const char *bookmark_key(Arena *arena, BookmarkKind kind, const char *id);
/* The kind and (lent) id of a key; false for a kind this version does not know: it is kept. */
bool bookmark_key_parts(const char *key, BookmarkKind *kind, const char **id);
/* Whether it has the form of a key, of a known kind or not. */
bool bookmark_key_is_right(const char *key);

/* NULL when there is none. */
const Bookmark *bookmarks_find(const Bookmarks *bookmarks, const char *key);

/*
 * Sets or takes away one, and appends what it did to *change as an outside edit (change.h),
 * whose key is the bookmark's key and whose from and to hold all that bookmarks_apply needs to
 * undo and redo it exactly, place included. False with a sentence (too many, not in there), and
 * nothing done.
 *
 * A new one goes to the end. One that is there stays where it is and gets the name and the
 * stamp; with the name it has already nothing is done, and *change has no edit more. Key and
 * name may be lent by the bookmarks themselves.
 */
bool bookmarks_set(Bookmarks *bookmarks, const char *key, const char *name, const char *now,
                   PlanChange *change, Err *err);
bool bookmarks_unset(Bookmarks *bookmarks, const char *key, PlanChange *change, Err *err);

/*
 * Undoes (back) or redoes every outside edit of a change that is a bookmark's. False with a
 * sentence, nothing done, when another changed the same meanwhile. Where another's merge moved
 * the others about, one comes back after the one it stood after, if that is still there.
 */
bool bookmarks_apply(Bookmarks *bookmarks, const PlanChange *change, bool back, Err *err);

/*
 * Three-way merge by key: set on either side stays, taken away on either side goes unless the
 * other side changed it; changed on both, the later stamp has its way (then the name that
 * sorts last). Order: base's, then ours' new, then theirs'; a side that alone changed the order
 * has its way. `base` may be NULL. The caller releases *out, which is none of the three.
 * merge(b,a,b) = a, merge(b,b,a) = a, merge(x,a,a) = a.
 */
void bookmarks_merge(Bookmarks *out, const Bookmarks *base, const Bookmarks *ours,
                     const Bookmarks *theirs);

/* ---- the file ---- */

/*
 *     kairo_bookmarks: 1
 *     bookmarks:
 *       - mark: program:jetro-library
 *         name: ジェトロ・ライブラリー
 *         at: 2026-11-22T03:04:05Z
 *     end: true
 *
 * One fact per line, any UTF-8 byte for byte, strict as plan_yaml.h, all problems reported.
 */

/* NUL-terminated; the caller frees them. False when memory is gone or the file would not be
   read again: too many, too large. */
bool bookmarks_write(const Bookmarks *bookmarks, char **bytes, size_t *len, Err *err);
/* False leaves *out alone; on success the caller releases it. */
bool bookmarks_read(Str bytes, const char *file, Bookmarks *out, Problems *problems);

/* `BookmarksFile f = {0};` is none. */
typedef struct BookmarksFile {
    char *path;          /* owned; "" for nowhere */
    Bookmarks bookmarks; /* what the user works on */
    Bookmarks base;      /* what was on disk when it was last read or saved */
    FileMark mark;       /* of the base */
} BookmarksFile;

/*
 * Reads the file at `path`; no file, or no path (""): none. False with the first problem and its
 * place: the file is damaged and left alone. *out is good for use in either case, and the
 * caller's to close: after a failure it has no bookmarks, and those set in it are saved, merged
 * with what is in the file, as soon as that can be read again.
 */
bool bookmarks_open(const char *path, BookmarksFile *out, Err *err);
void bookmarks_close(BookmarksFile *file);

/* Whether there is something to save. */
bool bookmarks_unsaved(const BookmarksFile *file);

/*
 * Saves what changed; nothing changed is saved already. Another's changes are merged and are in
 * file->bookmarks afterwards; *merged says that this changed them. On failure all is as it was,
 * to be tried again. A file that has become damaged meanwhile is never overwritten.
 */
bool bookmarks_save(BookmarksFile *file, bool *merged, Err *err);

/* ---- between bookmarks.c and bookmarks_file.c ---- */

/* Appends one; the texts are copied. */
void bookmarks_add(Bookmarks *bookmarks, const char *key, const char *name, const char *at);

#endif
