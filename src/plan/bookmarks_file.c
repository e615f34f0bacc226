/* See bookmarks.h: bookmarks as YAML, and their file. */
#include "plan/bookmarks.h"

#include "base/mem.h"
#include "base/tr.h"
#include "plan/kept_yaml.h"
#include "plan/safe_hash.h"
#include "plan/yaml_text.h"

enum { HEAD_FORMAT, HEAD_LIST, HEAD_END, HEAD_KEYS };
enum { MARK_KEY, MARK_NAME, MARK_AT, MARK_KEYS };

static const char *const head_names[HEAD_KEYS] = {"kairo_bookmarks", "bookmarks", "end"};
static const char *const mark_names[MARK_KEYS] = {"mark", "name", "at"};

static void say_too_many(Err *err) {
    err_set(err, _("kairo keeps at most %d bookmarks; take some away first"), BOOKMARKS_KEPT);
}

/* ---- writing ---- */

static void add_all(YamlOut *out, const Bookmarks *bookmarks) {
    enum { IN_MARK = 4 };
    yaml_out_bare(out, 0, head_names[HEAD_FORMAT], "1");
    if (bookmarks->count > 0)
        yaml_out_text(out, "bookmarks:\n");
    for (size_t i = 0; i < bookmarks->count; i++) {
        const Bookmark *bookmark = &bookmarks->at[i];
        yaml_out_text(out, "  - ");
        yaml_out_line(out, 0, mark_names[MARK_KEY], bookmark->key);
        yaml_out_line(out, IN_MARK, mark_names[MARK_NAME], bookmark->name);
        yaml_out_bare(out, IN_MARK, mark_names[MARK_AT], bookmark->at);
    }
    yaml_out_bare(out, 0, head_names[HEAD_END], "true");
}

bool bookmarks_write(const Bookmarks *bookmarks, char **bytes, size_t *len, Err *err) {
    YamlOut out = {0};
    if (bookmarks->count > BOOKMARKS_KEPT) {
        say_too_many(err);
        return false;
    }
    add_all(&out, bookmarks);
    if (yaml_out_take(&out, bytes, len))
        return true;
    if (out.failed)
        err_set(err, _("not enough memory to save the bookmarks"));
    else
        err_set(err, _("the bookmarks would take more than %d MiB, the most that is read again"),
                YAML_FILE_MOST / (1024 * 1024));
    return false;
}

/* ---- reading ---- */

static const char *text_of(const YamlNode *key) {
    return key != NULL && key->next->kind == YAML_TEXT ? key->next->text : "";
}

static void say_double(Kept *kept, const YamlNode *value, int line) {
    kept_problem(kept, value, _("'%s' is bookmarked twice; it is already in line %d"),
                 kept_quote(kept, value), line);
}

static void check_mark(Kept *kept, const YamlNode *value) {
    if (!bookmark_key_is_right(value->text))
        kept_problem(kept, value,
                     _("'%s' is not a bookmark; expected a kind and an id, like "
                       "program:jetro-library"),
                     kept_quote(kept, value));
}

static void read_mark(Kept *kept, const YamlNode *node, Bookmarks *out) {
    /* TRANSLATORS: an entry of the file of bookmarks, as the subject of a sentence */
    const char *what = _("a bookmark");
    const YamlNode *keys[MARK_KEYS] = {NULL};
    kept_gather(kept, node, what, (Strings){mark_names, MARK_KEYS}, keys);
    if (kept_needs(kept, node, what, mark_names[MARK_KEY], keys[MARK_KEY]))
        check_mark(kept, keys[MARK_KEY]->next);
    kept_needs(kept, node, what, mark_names[MARK_NAME], keys[MARK_NAME]);
    if (kept_needs(kept, node, what, mark_names[MARK_AT], keys[MARK_AT]))
        kept_has_stamp(kept, keys[MARK_AT]);
    bookmarks_add(out, text_of(keys[MARK_KEY]), text_of(keys[MARK_NAME]), text_of(keys[MARK_AT]));
}

static void read_list(Kept *kept, const YamlNode *key, Bookmarks *out) {
    Err err;
    if (key == NULL || !kept_has_kind(kept, key, YAML_LIST))
        return;
    if (key->next->count > BOOKMARKS_KEPT) {
        say_too_many(&err);
        kept_problem(kept, key, "%s", err.text);
        return;
    }
    kept_check_doubles(kept, key->next, mark_names[MARK_KEY], say_double);
    for (const YamlNode *node = key->next->first; node != NULL; node = node->next) {
        if (problems_are_full(kept->problems))
            return;
        if (kept_is_map(kept, node, key->text))
            read_mark(kept, node, out);
    }
}

/* Whether these are bookmarks, and of a format known here: else nothing else is worth saying. */
static bool format_is_known(Kept *kept, const YamlNode *root) {
    const char *name = head_names[HEAD_FORMAT];
    const YamlNode *value = yaml_place_of(root, name);
    switch (kept_format(root, name)) {
    case KEPT_FORMAT_KNOWN:
        return true;
    case KEPT_FORMAT_MISSING:
        kept_problem(kept, root,
                     _("these are not bookmarks of kairo: the line 'kairo_bookmarks: %d' is "
                       "missing"),
                     BOOKMARKS_FORMAT);
        break;
    case KEPT_FORMAT_LATER:
        kept_problem(kept, value,
                     _("a newer kairo wrote these bookmarks (format %s; this one reads format "
                       "%d): use that one, or update this one"),
                     kept_quote(kept, value), BOOKMARKS_FORMAT);
        break;
    case KEPT_FORMAT_WRONG:
        kept_problem(kept, value, _("'%s' is not a format of bookmarks; expected %d"),
                     kept_quote(kept, value), BOOKMARKS_FORMAT);
        break;
    }
    return false;
}

static void read_all(Kept *kept, const YamlNode *root, Bookmarks *out) {
    /* TRANSLATORS: the file of bookmarks: "unknown key 'x' in …" */
    const char *what = _("the bookmarks");
    const YamlNode *keys[HEAD_KEYS] = {NULL};
    kept_gather(kept, root, what, (Strings){head_names, HEAD_KEYS}, keys);
    read_list(kept, keys[HEAD_LIST], out);
    kept_check_end(kept, root, keys[HEAD_END]);
}

bool bookmarks_read(Str bytes, const char *file, Bookmarks *out, Problems *problems) {
    Kept kept;
    Bookmarks bookmarks = {0};
    const YamlNode *root = kept_begin(&kept, bytes, file, problems);
    if (root != NULL && format_is_known(&kept, root))
        read_all(&kept, root, &bookmarks);
    bool read = kept_end(&kept);
    if (read)
        *out = bookmarks;
    else
        bookmarks_release(&bookmarks);
    return read;
}

/* ---- opening ---- */

static bool parse(Str bytes, const char *path, Bookmarks *out, Err *err) {
    Problems problems = {0};
    bool read = bookmarks_read(bytes, path, out, &problems);
    if (!read)
        kept_first_problem(&problems, err);
    problems_release(&problems);
    return read;
}

static bool has_path(const BookmarksFile *file) {
    return file->path != NULL && !is_absent(file->path);
}

bool bookmarks_open(const char *path, BookmarksFile *out, Err *err) {
    Buf bytes;
    FileMark mark;
    *out = (BookmarksFile){.path = mem_copy_string(path)};
    if (!has_path(out))
        return true;
    if (!safe_file_read(path, &bytes, &mark, err))
        return false;
    bool opened = !mark.exists || parse(buf_str(&bytes), path, &out->base, err);
    buf_release(&bytes);
    if (opened) {
        bookmarks_copy(&out->bookmarks, &out->base);
        out->mark = mark;
    }
    return opened;
}

void bookmarks_close(BookmarksFile *file) {
    free(file->path);
    bookmarks_release(&file->bookmarks);
    bookmarks_release(&file->base);
    *file = (BookmarksFile){0};
}

bool bookmarks_unsaved(const BookmarksFile *file) {
    return !bookmarks_equal(&file->bookmarks, &file->base);
}

/* ---- saving ---- */

typedef struct Saving {
    const BookmarksFile *file;
    Bookmarks merged; /* when has_merged: what was written */
    bool has_merged;
} Saving;

static bool merge_with_theirs(void *context, Str mine, const Str *theirs, Buf *out, Err *err) {
    Saving *saving = context;
    Bookmarks other = {0};
    char *bytes;
    size_t len;
    bookmarks_release(&saving->merged); /* of an earlier answer */
    saving->has_merged = false;
    if (theirs == NULL) { /* the file is gone, and made again */
        buf_add(out, mine);
        return true;
    }
    if (!parse(*theirs, saving->file->path, &other, err)) {
        err_prefix(err, "%s", _("not saved, because the file is damaged"));
        return false;
    }
    bookmarks_merge(&saving->merged, &saving->file->base, &saving->file->bookmarks, &other);
    bookmarks_release(&other);
    saving->has_merged = bookmarks_write(&saving->merged, &bytes, &len, err);
    if (!saving->has_merged)
        return false;
    buf_add(out, str_n(bytes, len));
    free(bytes);
    return true;
}

/* What is on disk becomes the bookmarks and their base. */
static void settle(BookmarksFile *file, Saving *saving, const FileMark *now) {
    if (saving->has_merged) {
        bookmarks_release(&file->bookmarks);
        file->bookmarks = saving->merged;
        saving->merged = (Bookmarks){0};
    }
    bookmarks_release(&file->base);
    bookmarks_copy(&file->base, &file->bookmarks);
    file->mark = *now;
}

static bool save_bytes(BookmarksFile *file, Str bytes, bool *merged, Err *err) {
    Saving saving = {.file = file};
    const SafeHooks hooks = {.merge = merge_with_theirs, .context = &saving};
    FileMark now;
    bool saved = safe_file_save(file->path, bytes, &file->mark, &hooks, &now, err);
    /* The merge may have come to what is ours already; and after one the file may have become
       ours again, and then ours was written. */
    if (saved && now.hash == safe_hash(SAFE_HASH_START, bytes))
        saving.has_merged = false;
    *merged = saved && saving.has_merged;
    if (saved)
        settle(file, &saving, &now);
    bookmarks_release(&saving.merged);
    return saved;
}

bool bookmarks_save(BookmarksFile *file, bool *merged, Err *err) {
    char *bytes;
    size_t len;
    *merged = false;
    if (!bookmarks_unsaved(file))
        return true;
    if (!has_path(file)) {
        err_set(err, "%s",
                _("there is no folder for bookmarks: neither XDG_DATA_HOME nor HOME names one"));
        return false;
    }
    if (!bookmarks_write(&file->bookmarks, &bytes, &len, err))
        return false;
    bool saved = save_bytes(file, str_n(bytes, len), merged, err);
    free(bytes);
    return saved;
}
