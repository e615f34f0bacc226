/*
 * libmigemo is opened at run time, so that the program starts without it and runs where it is
 * not installed. Its functions are declared here for the same reason (migemo.h of C/Migemo 1.3).
 * The signs of its patterns are set to those of query/alternatives.h, so that a dictionary's own
 * brackets are letters.
 */
#include "cli/migemo.h"

#include "base/library.h"
#include "query/alternatives.h"

#include <sys/stat.h>
#include <unistd.h>

typedef void *MigemoOpen(const char *dictionary);
typedef void MigemoClose(void *handle);
typedef unsigned char *MigemoQuery(void *handle, const unsigned char *word);
typedef void MigemoRelease(void *handle, unsigned char *pattern);
typedef int MigemoSetOperator(void *handle, int index, const unsigned char *sign);
typedef int MigemoIsEnable(void *handle);

void migemo_init(Migemo *migemo, const char *dictionary) {
    *migemo = (Migemo){.dictionary = dictionary != NULL ? dictionary : ""};
}

/* libmigemo reads for ever what cannot be read, as folders and devices. */
static bool is_readable_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
           access(path, R_OK) == 0;
}

static const char *find_dictionary(const Migemo *migemo) {
    static const char *const usual[] = {
        "/usr/share/cmigemo/utf-8/migemo-dict",      /* Debian */
        "/usr/share/migemo/utf-8/migemo-dict",       /* Arch, Gentoo */
        "/usr/local/share/migemo/utf-8/migemo-dict", /* from source */
        "/usr/share/cmigemo/migemo-dict",            /* Fedora */
    };
    if (!is_absent(migemo->dictionary))
        return is_readable_file(migemo->dictionary) ? migemo->dictionary : NULL;
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        if (is_readable_file(usual[i]))
            return usual[i];
    return NULL;
}

static bool set_signs(const Migemo *migemo) {
    static const char *const signs[] = {ALTERNATIVES_OR,         ALTERNATIVES_NEST_IN,
                                        ALTERNATIVES_NEST_OUT,   ALTERNATIVES_SELECT_IN,
                                        ALTERNATIVES_SELECT_OUT, ""};
    MigemoSetOperator *set;
    if (!LIBRARY_FUNCTION(migemo->library, "migemo_set_operator", &set))
        return false;
    for (int i = 0; i < (int)COUNT_OF(signs); i++)
        if (set(migemo->handle, i, (const unsigned char *)signs[i]) == 0)
            return false;
    return true;
}

static void close_handle(Migemo *migemo) {
    MigemoClose *close_it;
    if (migemo->handle != NULL && LIBRARY_FUNCTION(migemo->library, "migemo_close", &close_it))
        close_it(migemo->handle);
    migemo->handle = NULL;
}

static bool open_dictionary(Migemo *migemo) {
    MigemoOpen *open_it;
    MigemoIsEnable *is_enabled;
    const char *dictionary = find_dictionary(migemo);
    if (dictionary == NULL)
        return false;
    migemo->library = dlopen("libmigemo.so.1", RTLD_NOW | RTLD_LOCAL);
    if (migemo->library == NULL || !LIBRARY_FUNCTION(migemo->library, "migemo_open", &open_it) ||
        !LIBRARY_FUNCTION(migemo->library, "migemo_is_enable", &is_enabled))
        return false;
    migemo->handle = open_it(dictionary);
    return migemo->handle != NULL && is_enabled(migemo->handle) != 0 && set_signs(migemo);
}

bool migemo_is_there(Migemo *migemo) {
    if (!migemo->tried) {
        migemo->tried = true;
        if (!open_dictionary(migemo))
            close_handle(migemo);
    }
    return migemo->handle != NULL;
}

Strings migemo_look_up(Migemo *migemo, Arena *arena, const char *word) {
    MigemoQuery *query;
    MigemoRelease *release;
    if (!migemo_is_there(migemo) || !LIBRARY_FUNCTION(migemo->library, "migemo_query", &query) ||
        !LIBRARY_FUNCTION(migemo->library, "migemo_release", &release))
        return (Strings){0};
    unsigned char *pattern = query(migemo->handle, (const unsigned char *)word);
    if (pattern == NULL)
        return (Strings){0};
    Strings words = alternatives_of(arena, str((const char *)pattern));
    release(migemo->handle, pattern);
    return words;
}

void migemo_release(Migemo *migemo) {
    close_handle(migemo);
    if (migemo->library != NULL)
        dlclose(migemo->library);
    *migemo = (Migemo){.dictionary = migemo->dictionary};
}
