/*
 * See keeper.h: where the session stands, on disk after every frame. One write into an open
 * file: what it holds survives a kill at any moment, which is what it is for. A power cut may
 * lose the last place, never a plan, so nothing is synced. A text shorter than the one before
 * is filled up with line feeds, because cutting the file would be a second step.
 */
#include "ui/keeper.h"

#include "ui/recall.h"

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

static bool open_file(Keeper *keeper) {
    enum { HOW = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK };
    struct stat status;
    if (keeper->session_fd >= 0)
        return true;
    make_folders(keeper->session);
    keeper->session_fd = open(keeper->session, HOW, 0600);
    if (keeper->session_fd >= 0 && fstat(keeper->session_fd, &status) == 0 &&
        S_ISREG(status.st_mode))
        return true;
    if (keeper->session_fd >= 0)
        close(keeper->session_fd);
    keeper->session_fd = -1;
    keeper->session = ""; /* not to be had: the session works without */
    return false;
}

static size_t size_now(const Keeper *keeper) {
    struct stat status;
    return fstat(keeper->session_fd, &status) == 0 ? (size_t)status.st_size : 0;
}

void keeper_remember(Keeper *keeper, const App *app) {
    if (keeper->read_only || is_absent(keeper->session))
        return;
    Buf text;
    buf_init(&text, RECALL_MOST);
    recall_write(app, &text);
    if (!text.overflowed && !str_equal(buf_str(&text), buf_str(&keeper->session_written)) &&
        open_file(keeper)) {
        buf_clear(&keeper->session_written);
        buf_add(&keeper->session_written, buf_str(&text));
        for (size_t size = size_now(keeper); text.len < size && !text.overflowed;)
            buf_byte(&text, '\n');
        ssize_t written = pwrite(keeper->session_fd, text.at, text.len, 0);
        if (written != (ssize_t)text.len)
            buf_clear(&keeper->session_written); /* try again at the next frame */
    }
    buf_release(&text);
}
