/*
 * See keeper.h: where the session stands, on disk after every frame. One write into an open
 * file: what it holds survives a kill at any moment, which is what it is for. A power cut may
 * lose the last place, never a plan, so nothing is synced.
 *
 * A text shorter than the one before is filled up with line feeds, because cutting the file
 * would be a second step; what a reader finds behind the last line it ignores anyway (recall.c),
 * so it does no harm when another session writes a longer text at the same time. Before each
 * write it is seen whether the file is still there, so that one that was removed or replaced
 * meanwhile is no loss.
 */
#include "ui/keeper_parts.h"

#include "ui/recall.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes the folders above `path`; what cannot be made shows when the file is opened. */
static void make_folders(const char *path) {
    Arena arena = {0};
    char *copy = arena_copy(&arena, str(path));
    for (char *slash = strchr(copy + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0700);
        *slash = '/';
    }
    arena_release(&arena);
}

static void close_file(Keeper *keeper) {
    if (keeper->session_fd >= 0)
        close(keeper->session_fd);
    keeper->session_fd = -1;
}

/* Whether the file that is open is still there; and its size. It costs little: no path is walked.
 */
static bool is_there(const Keeper *keeper, size_t *size) {
    struct stat opened;
    if (keeper->session_fd < 0 || fstat(keeper->session_fd, &opened) != 0)
        return false;
    *size = (size_t)opened.st_size;
    return opened.st_nlink > 0;
}

/* Whether the path names it, too: its folder may have been moved away with it. */
static bool is_named(const Keeper *keeper) {
    struct stat opened, named;
    return keeper->session_fd >= 0 && fstat(keeper->session_fd, &opened) == 0 &&
           lstat(keeper->session, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/* No text of ours is so long, and none would be read there. True when it stays so. */
static bool is_overgrown(const Keeper *keeper, const struct stat *status) {
    return status->st_size > RECALL_MOST && ftruncate(keeper->session_fd, 0) != 0;
}

/* What is no ordinary file (a pipe, a link, a device) is somebody else's, and left alone. */
static bool open_file(Keeper *keeper) {
    enum { HOW = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK };
    struct stat status;
    close_file(keeper);
    if (lstat(keeper->session, &status) == 0 && !S_ISREG(status.st_mode))
        return false;
    keeper->session_fd = open(keeper->session, HOW, 0600);
    if (keeper->session_fd < 0 && errno == ENOENT) {
        make_folders(keeper->session);
        keeper->session_fd = open(keeper->session, HOW, 0600);
    }
    bool good = keeper->session_fd >= 0 && fstat(keeper->session_fd, &status) == 0 &&
                S_ISREG(status.st_mode) && !is_overgrown(keeper, &status);
    if (!good)
        close_file(keeper);
    return good;
}

static bool write_over(const Keeper *keeper, Str text) {
    return pwrite(keeper->session_fd, text.at, text.len, 0) == (ssize_t)text.len;
}

/* A disk that takes only a part of it has taken all of the text before: that again. */
static bool write_text(Keeper *keeper, Buf *text) {
    size_t size;
    if (!is_there(keeper, &size) && !(open_file(keeper) && is_there(keeper, &size)))
        return false;
    while (text->len < size && !text->overflowed)
        buf_byte(text, '\n');
    if (write_over(keeper, buf_str(text)))
        return true;
    write_over(keeper, buf_str(&keeper->session_written));
    return false;
}

static void remember(Keeper *keeper, const App *app, bool always) {
    Buf text;
    if (keeper->read_only || is_absent(keeper->session))
        return;
    buf_init(&text, RECALL_MOST);
    recall_write(app, &text);
    size_t len = text.len;
    bool same = str_equal(buf_str(&text), buf_str(&keeper->session_written));
    if (len > 0 && (always || !same) && write_text(keeper, &text)) {
        buf_clear(&keeper->session_written);
        buf_add(&keeper->session_written, str_n(text.at, len));
    }
    buf_release(&text);
}

void keeper_remember(Keeper *keeper, const App *app) {
    remember(keeper, app, false);
}

void keeper_part(Keeper *keeper, const App *app) {
    if (!is_named(keeper))
        close_file(keeper);
    remember(keeper, app, true);
}
