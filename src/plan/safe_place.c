/* See safe_place.h. */
#include "plan/safe_place.h"

#include "plan/safe_io.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS_MOST = 40 /* as many as the kernel follows */ };

/* Bytes of `path` up to and with its last slash. */
static size_t folder_bytes(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* Makes `path` what its link says: from the root, or from the folder the link is in. */
static int follow_one(char path[PATH_MAX], const char *link) {
    size_t start = link[0] == '/' ? 0 : folder_bytes(path);
    int bytes = snprintf(path + start, PATH_MAX - start, "%s", link);
    return bytes < 0 || (size_t)bytes >= PATH_MAX - start ? ENAMETOOLONG : 0;
}

static int follow_all(char path[PATH_MAX], int *links) {
    for (*links = 0; *links <= LINKS_MOST; ++*links) {
        char link[PATH_MAX];
        ssize_t bytes = readlink(path, link, sizeof link);
        if (bytes < 0)
            return errno == EINVAL || errno == ENOENT ? 0 : errno;
        if ((size_t)bytes >= sizeof link)
            return ENAMETOOLONG;
        link[bytes] = '\0';
        int failure = follow_one(path, link);
        if (failure != 0)
            return failure;
    }
    return ELOOP;
}

/* `path` is cut at its slashes while the folders above are made, and whole again afterwards. */
static int make_folder(char *path) {
    if (mkdir(path, 0700) == 0 || errno == EEXIST)
        return 0;
    char *slash = strrchr(path, '/');
    if (errno != ENOENT || slash == NULL || slash == path)
        return errno;
    *slash = '\0';
    int failure = make_folder(path);
    *slash = '/';
    if (failure != 0)
        return failure;
    return mkdir(path, 0700) == 0 || errno == EEXIST ? 0 : errno;
}

static int open_folder(char *path, bool may_make, int *out) {
    int failure = safe_io_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0, out);
    if (failure != ENOENT)
        return failure;
    if (!may_make)
        return SAFE_IO_DANGLING;
    failure = make_folder(path);
    if (failure != 0)
        return failure;
    return safe_io_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0, out);
}

static int set_name(SafePlace *place, const char *name) {
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return SAFE_IO_NOT_A_FILE;
    if (strlen(name) > NAME_MAX)
        return ENAMETOOLONG;
    snprintf(place->name, sizeof place->name, "%s", name);
    return 0;
}

int safe_place_open(const char *path, SafePlace *out) {
    char real[PATH_MAX] = "";
    int links = 0;
    int failure = follow_one(real, path);
    if (failure == 0)
        failure = follow_all(real, &links);
    size_t bytes = folder_bytes(real);
    if (failure == 0)
        failure = set_name(out, real + bytes);
    if (failure != 0)
        return failure;
    real[bytes > 1 ? bytes - 1 : bytes] = '\0';
    return open_folder(bytes == 0 ? (char[]){"."} : real, links == 0, &out->folder);
}

void safe_place_close(SafePlace *place) {
    close(place->folder);
    place->folder = -1;
}

/* 0 with `*above` open, or -1 in it when there is nothing more to sync. */
static int step_up(int folder, int *above) {
    struct stat here, there;
    int failure = safe_io_open(folder, "..", O_RDONLY | O_DIRECTORY, 0, above);
    bool closed = failure == EACCES && faccessat(folder, "..", R_OK, AT_EACCESS) != 0;
    if (closed) { /* not one that we made */
        *above = -1;
        return 0;
    }
    if (failure != 0)
        return failure;
    if (fstat(folder, &here) != 0 || fstat(*above, &there) != 0)
        failure = errno;
    bool end = failure == 0 && (here.st_dev != there.st_dev || here.st_ino == there.st_ino);
    if (failure != 0 || end) {
        close(*above);
        *above = -1;
    }
    return failure;
}

int safe_place_sync_above(const SafePlace *place) {
    int folder = place->folder, above = -1, failure = 0;
    do {
        failure = step_up(folder, &above);
        if (failure == 0 && above >= 0)
            failure = safe_io_sync_folder(above);
        if (folder != place->folder)
            close(folder);
        folder = above;
    } while (failure == 0 && folder >= 0);
    if (folder >= 0)
        close(folder);
    return failure;
}
