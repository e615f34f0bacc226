/*
 * See dictionary.h. One socket carries both ways: where the child has died, sending there gives
 * an error and no SIGPIPE. The child keeps only its end of it, as its input and output.
 */
#include "ui/dictionary.h"

#include "cli/migemo.h"
#include "plan/safe_io.h"
#include "text/clean.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the child ---- */

/* A line without its end; false when there are no more. */
static bool read_line(int fd, char line[DICTIONARY_WORD_MOST]) {
    size_t len = 0;
    for (char c; read(fd, &c, 1) == 1;) {
        if (c == '\n') {
            line[len] = '\0';
            return true;
        }
        if (len + 1 < DICTIONARY_WORD_MOST)
            line[len++] = c;
    }
    return false;
}

static void add_answer(Buf *out, const char *word, Strings alternatives) {
    buf_text(out, word);
    for (size_t i = 0; i < alternatives.count; i++) {
        buf_byte(out, '\t');
        buf_text(out, alternatives.at[i]);
    }
    buf_byte(out, '\n');
}

/* Without a dictionary it ends at once. */
static void serve_migemo(int in, int out, const char *file) {
    Migemo migemo;
    char word[DICTIONARY_WORD_MOST];
    bool good = true;
    migemo_init(&migemo, file);
    while (good && migemo_is_there(&migemo) && read_line(in, word)) {
        Arena arena = {0};
        Buf answer;
        buf_init(&answer, DICTIONARY_ANSWER_MOST);
        add_answer(&answer, word, migemo_look_up(&migemo, &arena, word));
        good = !answer.overflowed && safe_io_write(out, buf_str(&answer)) == 0;
        buf_release(&answer);
        arena_release(&arena);
    }
    migemo_release(&migemo);
}

/* Signals do what they do to any program; of the files only `fd` is left, as input and output. */
static bool strip(int fd) {
    sigset_t none;
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int nothing = open("/dev/null", O_WRONLY);
    bool stripped = nothing >= 0 && dup2(fd, STDIN_FILENO) >= 0 && dup2(fd, STDOUT_FILENO) >= 0 &&
                    dup2(nothing, STDERR_FILENO) >= 0;
    return stripped && close_range(STDERR_FILENO + 1, ~0U, 0) == 0;
}

static _Noreturn void be_child(const Dictionary *dictionary, int fd) {
    if (strip(fd))
        dictionary->serve(STDIN_FILENO, STDOUT_FILENO, dictionary->file);
    _exit(0);
}

/* ---- the parent ---- */

void dictionary_init_with(Dictionary *dictionary, const char *file, DictionaryServe *serve) {
    *dictionary = (Dictionary){.serve = serve, .file = file, .fd = -1};
    buf_init(&dictionary->heard, DICTIONARY_ANSWER_MOST);
}

void dictionary_init(Dictionary *dictionary, const char *file) {
    dictionary_init_with(dictionary, file, serve_migemo);
}

/* It holds nothing that a kill could harm. */
static void give_up(Dictionary *dictionary) {
    dictionary->given_up = true;
    if (dictionary->fd >= 0)
        close(dictionary->fd);
    dictionary->fd = -1;
    if (dictionary->child > 0) {
        kill(dictionary->child, SIGKILL);
        while (waitpid(dictionary->child, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    dictionary->child = 0;
}

void dictionary_release(Dictionary *dictionary) {
    give_up(dictionary);
    buf_release(&dictionary->heard);
    arena_release(&dictionary->words);
}

static void start(Dictionary *dictionary) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        dictionary->given_up = true;
        return;
    }
    dictionary->fd = ends[0];
    dictionary->child = fork();
    if (dictionary->child == 0)
        be_child(dictionary, ends[1]);
    close(ends[1]);
    if (dictionary->child < 0)
        give_up(dictionary);
}

/* A line that is cut would be half a word: then nothing more is asked. */
void dictionary_ask(Dictionary *dictionary, const char *word) {
    char line[DICTIONARY_WORD_MOST + 1];
    if (strlen(word) >= DICTIONARY_WORD_MOST || strchr(word, '\n') != NULL)
        return;
    if (dictionary->child == 0 && !dictionary->given_up)
        start(dictionary);
    if (dictionary->given_up)
        return;
    int len = snprintf(line, sizeof line, "%s\n", word);
    ssize_t sent = send(dictionary->fd, line, (size_t)len, MSG_DONTWAIT | MSG_NOSIGNAL);
    bool full = sent < 0 && (errno == EAGAIN || errno == EINTR);
    if (sent != len && !full)
        give_up(dictionary);
    else if (!full)
        dictionary->due++;
}

int dictionary_fd(const Dictionary *dictionary) {
    return dictionary->fd;
}

void dictionary_hear(Dictionary *dictionary) {
    char bytes[16 * 1024];
    if (dictionary->fd < 0)
        return;
    ssize_t count = recv(dictionary->fd, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count > 0)
        buf_add(&dictionary->heard, str_n(bytes, (size_t)count));
    if (count <= 0 || dictionary->heard.overflowed)
        give_up(dictionary);
}

/* The part before the next tab. */
static Str take_part(Str *line) {
    const char *tab = memchr(line->at, '\t', line->len);
    Str part = str_n(line->at, tab == NULL ? line->len : (size_t)(tab - line->at));
    *line = str_skip(*line, MIN_OF(part.len + 1, line->len));
    return part;
}

/* In `arena`, without what is no text. */
static Strings parts_of(Arena *arena, Str line) {
    const char **parts = NULL;
    size_t count = 0, room = 0;
    while (line.len > 0) {
        Str part = take_part(&line);
        if (part.len == 0 || !text_is_utf8(part) || memchr(part.at, '\0', part.len) != NULL)
            continue;
        parts = arena_grow(arena, parts, count, &room, sizeof *parts);
        parts[count++] = arena_copy(arena, part);
    }
    return (Strings){parts, count};
}

static void drop_front(Buf *buf, size_t bytes) {
    memmove(buf->at, buf->at + bytes, buf->len - bytes + 1);
    buf->len -= bytes;
}

bool dictionary_next(Dictionary *dictionary, Str *word, Strings *alternatives) {
    Buf *heard = &dictionary->heard;
    const char *end = heard->len == 0 ? NULL : memchr(heard->at, '\n', heard->len);
    if (end == NULL)
        return false;
    if (dictionary->due == 0) { /* nobody asked */
        give_up(dictionary);
        return false;
    }
    dictionary->due--;
    size_t bytes = (size_t)(end - heard->at);
    arena_reset(&dictionary->words);
    Str line = str(arena_copy(&dictionary->words, str_n(heard->at, bytes)));
    drop_front(heard, bytes + 1);
    *word = take_part(&line);
    *word = str(arena_copy(&dictionary->words, *word));
    *alternatives = parts_of(&dictionary->words, line);
    return true;
}
