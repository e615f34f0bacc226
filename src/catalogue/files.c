/* See files.h. */
#include "catalogue/files.h"

#include "base/mem.h"
#include "base/tr.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void say_errno(Err *err, int number) {
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        err_set(err, _("there is no such file or folder"));
        break;
    case EACCES:
    case EPERM:
        err_set(err, _("you are not allowed to read it"));
        break;
    default:
        /* TRANSLATORS: then the system's own words */
        err_set(err, _("it cannot be read: %s"), strerror(number));
    }
}

PathKind path_kind(const char *path, Err *err) {
    struct stat info;
    if (stat(path, &info) != 0) {
        say_errno(err, errno);
        return PATH_NEITHER;
    }
    if (S_ISDIR(info.st_mode))
        return PATH_FOLDER;
    if (S_ISREG(info.st_mode))
        return PATH_FILE;
    err_set(err, _("it is neither a file nor a folder"));
    return PATH_NEITHER;
}

static bool is_catalogue_file(const char *name) {
    size_t len = strlen(name);
    return name[0] != '.' && len > 5 && strcmp(name + len - 5, ".yaml") == 0;
}

static int compare_paths(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *path_in(Arena *arena, const char *folder, const char *name) {
    size_t len = strlen(folder);
    bool ends = len > 0 && folder[len - 1] == '/';
    return arena_printf(arena, ends ? "%s%s" : "%s/%s", folder, name);
}

bool folder_list(Arena *arena, const char *folder, Strings *out, Err *err) {
    DIR *open_folder = opendir(folder);
    if (open_folder == NULL) {
        say_errno(err, errno);
        return false;
    }
    const char **paths = NULL;
    size_t count = 0, room = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(open_folder)) != NULL; errno = 0)
        if (is_catalogue_file(entry->d_name)) {
            paths = arena_grow(arena, paths, count, &room, sizeof *paths);
            paths[count++] = path_in(arena, folder, entry->d_name);
        }
    int failure = errno;
    closedir(open_folder);
    if (failure != 0) {
        say_errno(err, failure);
        return false;
    }
    if (count > 1)
        qsort(paths, count, sizeof *paths, compare_paths);
    *out = (Strings){paths, count};
    return true;
}

/* Reads until the end or `room` bytes; the number of bytes, or -1 with errno. */
static ssize_t read_all(int file, char *bytes, size_t room) {
    size_t len = 0;
    while (len < room) {
        ssize_t got = read(file, bytes + len, room - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    return (ssize_t)len;
}

static bool read_open(int file, size_t most, Str *out, Err *err) {
    struct stat info;
    if (fstat(file, &info) != 0) {
        say_errno(err, errno);
        return false;
    }
    if (!S_ISREG(info.st_mode)) {
        err_set(err, _("it is not an ordinary file"));
        return false;
    }
    /* One byte more than the size, so that a file that grew meanwhile is noticed. */
    size_t room = MIN_OF((size_t)info.st_size, most) + 1;
    char *bytes = mem_try_new(room, 1);
    if (bytes == NULL) {
        say_errno(err, ENOMEM);
        return false;
    }
    ssize_t len = read_all(file, bytes, room);
    if (len < 0) {
        say_errno(err, errno);
        free(bytes);
        return false;
    }
    *out = str_n(bytes, (size_t)len);
    return true;
}

bool file_read(const char *path, size_t most, Str *out, Err *err) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        say_errno(err, errno);
        return false;
    }
    bool read_well = read_open(file, most, out, err);
    close(file);
    return read_well;
}
