/* See editor.h. The shell splits what $VISUAL says ("emacsclient -t"), as everywhere; the
   file's name reaches it as an argument and never as text. */
#include "ui/editor.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/tr.h"
#include "cli/environment.h"
#include "plan/safe_file.h"
#include "text/width.h"
#include "ui/signals.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *chosen(void) {
    static const char *const names[] = {"VISUAL", "EDITOR"};
    const char *named = environment_first((Strings){names, COUNT_OF(names)});
    return is_absent(named) ? "vi" : named;
}

static const char *folder(void) {
    const char *const names[] = {"XDG_RUNTIME_DIR", "TMPDIR"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = environment_get(names[i]);
        if (value[0] == '/' && access(value, W_OK) == 0)
            return value;
    }
    return "/tmp";
}

/* ---- the file ---- */

static bool write_all(int fd, Str text) {
    while (text.len > 0) {
        ssize_t count = write(fd, text.at, text.len);
        if (count < 0 && errno != EINTR)
            return false;
        text = str_skip(text, count < 0 ? 0 : (size_t)count);
    }
    return true;
}

/* Only we can read it (mkstemps); editors tell the kind of a file by its ending. */
static bool make_file(char *path, const char *text, Err *err) {
    enum { ENDING = 4 };
    int fd = mkstemps(path, ENDING);
    bool made =
        fd >= 0 && write_all(fd, str(text)) && (is_absent(text) || write_all(fd, str("\n")));
    if (!made)
        err_set(err, _("The editor's file %s cannot be written: %s"), path, strerror(errno));
    if (fd >= 0)
        close(fd);
    if (fd >= 0 && !made)
        unlink(path);
    return made;
}

static bool is_text(Str bytes) {
    uint32_t rune;
    while (bytes.len > 0) {
        size_t used = text_decode(bytes, &rune);
        if (rune == 0 || (rune == 0xFFFD && used == 1))
            return false;
        bytes = str_skip(bytes, used);
    }
    return true;
}

static bool read_file(const char *path, Buf *out, Err *err) {
    FileMark mark;
    if (!safe_file_read(path, out, &mark, err))
        return false;
    if (!is_text(buf_str(out))) {
        err_set(err, _("What the editor left is no UTF-8 text; it is kept in %s"), path);
        buf_release(out);
        return false;
    }
    while (out->len > 0 && out->at[out->len - 1] == '\n')
        out->at[--out->len] = '\0';
    return true;
}

/* ---- the program ---- */

static void run_child(const char *command, const char *path) {
    const int kinds[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGPIPE};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        signal(kinds[i], SIG_DFL);
    execl("/bin/sh", "sh", "-c", command, "kairo", path, (char *)NULL);
    _exit(127);
}

/* The keys for interrupting mean the editor; Ctrl-Z stops both. */
static int run_and_wait(const char *command, const char *path) {
    static const int kinds[] = {SIGINT, SIGQUIT, SIGTSTP, SIGCHLD};
    struct sigaction before[COUNT_OF(kinds)];
    int status = -1;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        struct sigaction now = {.sa_handler = i < 2 ? SIG_IGN : SIG_DFL};
        sigaction(kinds[i], &now, &before[i]);
    }
    pid_t child = fork();
    if (child == 0)
        run_child(command, path);
    signals_pass_on(child);
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    signals_pass_on(0);
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        sigaction(kinds[i], &before[i], NULL);
    return status;
}

/* What it left is kept when it is not what it was given: somebody wrote it. */
static void say_failed(const char *editor, const char *path, const char *given, Err *err) {
    Buf left;
    FileMark mark;
    bool there = safe_file_read(path, &left, &mark, err), same = false;
    if (there) {
        Str rest = str_starts(buf_str(&left), str(given)) ? str_skip(buf_str(&left), strlen(given))
                                                          : str_n("?", 1);
        same = !mark.exists || rest.len == 0 || str_equal(rest, str("\n"));
        buf_release(&left);
    }
    if (same)
        err_set(err, _("The editor \"%s\" failed; nothing was changed."), editor);
    else
        err_set(err, _("The editor \"%s\" failed; nothing was changed, what it left is in %s"),
                editor, path);
    if (same)
        unlink(path);
}

bool editor_run(const char *text, Buf *out, Err *err) {
    Arena arena = {0};
    const char *editor = chosen();
    char *path = arena_printf(&arena, "%s/kairo-XXXXXX.txt", folder());
    bool done = make_file(path, text, err);
    if (done) {
        int status = run_and_wait(arena_printf(&arena, "exec %s \"$1\"", editor), path);
        done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (!done)
            say_failed(editor, path, text, err);
        else
            done = read_file(path, out, err);
        if (done)
            unlink(path);
    }
    arena_release(&arena);
    return done;
}
