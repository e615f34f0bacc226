/* See doctor.h. The question is asked on the line where the cursor stands, which is cleared. */
#include "ui/doctor.h"

#include "base/bug.h"
#include "base/tr.h"
#include "cli/cli.h"
#include "cli/environment.h"
#include "ui/browse.h"
#include "ui/locale.h"
#include "ui/osc52.h"
#include "ui/signals.h"
#include "ui/term.h"
#include "ui/tty.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_BYTES = 256, LEAST_COLS = 4 };

/* ---- the locale ---- */

static const char *language_by(void) {
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT_OF(variables); i++)
        if (!is_absent(environment_get(variables[i])))
            return variables[i];
    return "";
}

static DoctorEncoding encoding_of(TermLocale locale) {
    switch (locale) {
    case LOCALE_FELL_BACK:
        return ENCODING_ASSUMED;
    case LOCALE_CHARSET:
        return ENCODING_OTHER;
    case LOCALE_NONE:
        return ENCODING_ASCII;
    case LOCALE_UTF8:
        break;
    }
    return ENCODING_UTF8;
}

/* The C library's own answer first: afterwards it is set to what kairo works with. */
static void look_at_locale(Arena *arena, Charset *charset, DoctorLocale *out) {
    const char *took = setlocale(LC_CTYPE, "");
    *out = (DoctorLocale){.lc_all = environment_get("LC_ALL"),
                          .lc_ctype = environment_get("LC_CTYPE"),
                          .lang = environment_get("LANG"),
                          .language_by = language_by()};
    out->c_library = took == NULL ? "" : arena_copy(arena, str(took));
    out->encoding = encoding_of(term_locale(charset));
    out->charset = charset->name;
}

/* As in the screens: Latin letters cannot show Japanese. */
static void choose_language(const Options *options, DoctorLocale *locale) {
    if (locale->encoding != ENCODING_ASCII || isatty(STDOUT_FILENO) != 1 || options->lang_given)
        return;
    tr_use(LANG_EN);
    locale->language_by = "encoding";
}

/* ---- the terminal, without asking it ---- */

static DoctorBetween between_of(Osc52Through through) {
    return through == OSC52_TMUX     ? BETWEEN_TMUX
           : through == OSC52_SCREEN ? BETWEEN_SCREEN
                                     : BETWEEN_NOTHING;
}

static void look_at_size(DoctorTerminal *out) {
    struct winsize size = {0};
    if (!out->out || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return;
    out->cols = size.ws_col;
    out->rows = size.ws_row;
}

static void take_description(const TermFacts *facts, DoctorTerminal *out) {
    out->used = facts->used;
    out->known = !is_absent(out->name) && strcmp(facts->name, facts->used) == 0;
    out->moves_cursor = facts->moves_cursor;
    out->alternate_screen = facts->alternate_screen;
    out->colours = facts->colours;
    for (int i = 0; i < DOCTOR_BARS; i++)
        memcpy(out->bars[i], facts->bars[i], DOCTOR_BAR_BYTES);
    memcpy(out->no_bar, facts->no_bar, DOCTOR_BAR_BYTES);
}

static void look_at_terminal(const TermFacts *facts, DoctorTerminal *out) {
    const char *term = getenv("TERM"), *tmux = getenv("TMUX"), *sty = getenv("STY");
    *out = (DoctorTerminal){.in = isatty(STDIN_FILENO) == 1,
                            .out = isatty(STDOUT_FILENO) == 1,
                            .name = environment_get("TERM"),
                            .no_colour = !is_absent(environment_get("NO_COLOR")),
                            .colorterm = environment_get("COLORTERM"),
                            .ssh = !is_absent(environment_get("SSH_CONNECTION")) ||
                                   !is_absent(environment_get("SSH_TTY"))};
    take_description(facts, out);
    out->between = between_of(osc52_through("", tmux, sty));
    out->clipboard = osc52_is_known(term);
    out->clipboard_through = between_of(osc52_through(term, tmux, sty));
    out->browser = browse_can();
    look_at_size(out);
}

/* ---- asking it ---- */

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The column of a cursor's place, ESC [ row ; column R, somewhere in the bytes; 0 when it is not
   there yet. */
static int column_in(const char *bytes) {
    for (const char *at = bytes; (at = strstr(at, "\033[")) != NULL; at += 2) {
        const char *row = at + 2, *column = row + strspn(row, "0123456789");
        if (column == row || *column != ';')
            continue;
        column++;
        const char *end = column + strspn(column, "0123456789");
        if (end > column && end - column < 5 && *end == 'R')
            return (int)strtol(column, NULL, 10);
    }
    return 0;
}

/* Waits for bytes or a signal until `end`. False when the time is over, the terminal is gone or
   somebody wants us to end. Bytes are appended; what does not fit is dropped. */
static bool read_more(char bytes[ANSWER_BYTES], size_t *len, int64_t end) {
    struct pollfd ready[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                             {.fd = signals_fd(), .events = POLLIN}};
    int left = (int)(end - now_ms());
    if (left <= 0 || (poll(ready, COUNT_OF(ready), left) <= 0 && errno != EINTR))
        return false;
    if (ready[1].revents != 0 && signals_take().leave != 0)
        return false;
    if (ready[0].revents == 0)
        return true;
    if (*len == ANSWER_BYTES - 1)
        *len = 0;
    ssize_t count = read(STDIN_FILENO, bytes + *len, ANSWER_BYTES - 1 - *len);
    if (count <= 0)
        return count < 0 && errno == EINTR;
    for (ssize_t i = 0; i < count; i++)
        bytes[*len + (size_t)i] = bytes[*len + (size_t)i] == '\0' ? ' ' : bytes[*len + (size_t)i];
    *len += (size_t)count;
    bytes[*len] = '\0';
    return true;
}

static DoctorAnswer wait_for_answer(void) {
    char bytes[ANSWER_BYTES] = "";
    size_t len = 0;
    int column = 0;
    int64_t end = now_ms() + DOCTOR_WAIT_MS;
    while (column == 0 && read_more(bytes, &len, end))
        column = column_in(bytes);
    return column == 2 ? ANSWER_NARROW : column == 3 ? ANSWER_WIDE : ANSWER_NONE;
}

/* Reads and forgets. */
static void wait_for_late_answer(void) {
    char bytes[ANSWER_BYTES] = "";
    size_t len = 0;
    int64_t end = now_ms() + DOCTOR_WAIT_MS;
    while (read_more(bytes, &len, end)) {
    }
}

static void send_question(const Charset *charset) {
    Buf bytes;
    Str question = str("\r\u203B\033[6n\r\033[K");
    buf_init(&bytes, ANSWER_BYTES);
    if (charset_converts(charset))
        charset_encode(charset, question, AMBIGUOUS_WIDE, &bytes);
    else
        buf_add(&bytes, question);
    tty_write(buf_str(&bytes));
    buf_release(&bytes);
}

/* In the background asking would stop us. */
static bool may_ask(const TermFacts *facts, const CliEdge *edge) {
    const DoctorTerminal *terminal = &edge->terminal;
    return terminal->in && terminal->out && facts->ansi &&
           edge->locale.encoding != ENCODING_ASCII &&
           (terminal->cols == 0 || terminal->cols >= LEAST_COLS) &&
           tcgetpgrp(STDIN_FILENO) == getpgrp();
}

/* Leaves the terminal quiet when there was no answer. */
static DoctorAnswer ask(const Charset *charset) {
    Err ignored;
    if (!tty_hush(&ignored))
        return ANSWER_NOT_ASKED;
    bug_set_hook(tty_abandon);
    signals_install();
    send_question(charset);
    return wait_for_answer();
}

/* A signal that came meanwhile ends us now, as it would have then. */
static void give_back(bool dropping) {
    int leave = signals_take().leave;
    if (dropping)
        tty_give_back_dropping();
    else
        tty_give_back();
    bug_set_hook(NULL);
    signals_remove();
    if (leave != 0)
        raise(leave);
}

int doctor_run(const Options *options) {
    Arena arena = {0};
    Charset charset;
    TermFacts facts;
    CliEdge edge = {.ncurses = term_library_version()};
    look_at_locale(&arena, &charset, &edge.locale);
    choose_language(options, &edge.locale);
    term_look_up(getenv("TERM"), !is_absent(environment_get("NO_COLOR")), &facts);
    look_at_terminal(&facts, &edge.terminal);
    if (may_ask(&facts, &edge))
        edge.terminal.answer = ask(&charset);
    bool quiet = edge.terminal.answer == ANSWER_NONE;
    if (edge.terminal.answer != ANSWER_NOT_ASKED && (!quiet || signals_take().leave != 0))
        give_back(quiet);
    int status = cli_main(options, &edge);
    if (quiet) {
        wait_for_late_answer();
        give_back(true);
    }
    charset_close(&charset);
    arena_release(&arena);
    return status;
}
