/*
 * The terminal through ncurses, which knows the terminals and finds the smallest difference
 * between two screens. The modes of the device, signals and keys are not its business here:
 * it is handed a terminal that is raw already, and never reads.
 *
 * A frame costs: rows that equal the last frame's are skipped; the others are handed to
 * ncurses whole, wide cells as one. ncurses writes into memory, so that its habits cost the
 * line nothing (wire.h) and the terminal gets a frame in one write.
 */
#include "ui/term.h"

#include "base/bug.h"
#include "base/mem.h"
#include "base/tr.h"
#include "ui/osc52.h"
#include "ui/signals.h"
#include "ui/term_names.h"
#include "ui/tty.h"
#include "ui/wcwidth.h"
#include "ui/wire.h"

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

enum { FRAME_MOST = 64 << 20 }; /* bytes; far more than any terminal shows */

/* One terminal per process. */
static struct {
    SCREEN *screen;  /* NULL when not open */
    FILE *memory;    /* what ncurses takes for the terminal; owned */
    Buf frame, sent; /* what it wrote there, and what came of that */
    Wire wire;
    const Charset *charset; /* of the terminal; lent */
    bool ansi;              /* the terminal speaks as wire.h expects */
    cchar_t *line;          /* a row on its way to ncurses; owned */
    uint64_t *shown;        /* what each row held in the last frame (row_mark); owned */
    int cols, rows;
    bool all;   /* the next frame hands over every row */
    bool clear; /* and clears the screen first */
    bool cursor_shown;
    bool ask; /* how wide ambiguous characters are, as soon as the window has room for it */
    Ambiguous ambiguous;
    int colours;
    bool own_default; /* the terminal has default colours that can be asked for */
    attr_t attributes[STYLE_ALL];
    short pairs[STYLE_ALL];
} term;

/* ---- a description of the terminal ---- */

static const char *capability(const char *name) {
    const char *value = tigetstr(name);
    return value == NULL || (intptr_t)value == -1 ? "" : value;
}

/*
 * Whether this machine has the description `name`, and what it can do. Asked before newterm,
 * which leaks when it fails.
 */
typedef enum Description { UNKNOWN, UNFIT, FIT } Description;

static Description describe(const char *name) {
    int error;
    if (setupterm(name, STDOUT_FILENO, &error) != OK)
        return UNKNOWN;
    Description found = is_absent(capability("cup")) ? UNFIT : FIT;
    del_curterm(cur_term);
    return found;
}

/*
 * ncurses cannot ask memory for its size, and LINES and COLUMNS may be another window's.
 * Starting in the right size saves making every window twice.
 */
static void announce_size(void) {
    char number[16];
    tty_size(&term.cols, &term.rows);
    snprintf(number, sizeof number, "%d", term.cols);
    setenv("COLUMNS", number, 1);
    snprintf(number, sizeof number, "%d", term.rows);
    setenv("LINES", number, 1);
}

static bool open_screen(const char *name) {
    int memory = memfd_create("kairo-frame", MFD_CLOEXEC);
    term.memory = memory < 0 ? NULL : fdopen(memory, "w");
    if (term.memory == NULL)
        return false;
    announce_size();
    term.screen = newterm(name, term.memory, stdin);
    unsetenv("COLUMNS");
    unsetenv("LINES");
    if (term.screen == NULL)
        fclose(term.memory);
    return term.screen != NULL;
}

/* Everything ncurses has written since the last time, and `after`, to the terminal. */
static void send_frame(const char *after) {
    int memory = fileno(term.memory);
    off_t end = lseek(memory, 0, SEEK_CUR);
    buf_clear(&term.frame);
    for (off_t at = 0; at < end;) {
        char bytes[8192];
        ssize_t count = pread(memory, bytes, sizeof bytes, at);
        if (count <= 0)
            break;
        buf_add(&term.frame, str_n(bytes, (size_t)MIN_OF((off_t)count, end - at)));
        at += count;
    }
    lseek(memory, 0, SEEK_SET);
    buf_clear(&term.sent);
    if (term.ansi)
        wire_squeeze(&term.wire, buf_str(&term.frame), &term.sent);
    else
        buf_add(&term.sent, buf_str(&term.frame));
    buf_text(&term.sent, after);
    if (charset_converts(term.charset)) {
        buf_clear(&term.frame);
        charset_encode(term.charset, buf_str(&term.sent), term.ambiguous, &term.frame);
        tty_write(buf_str(&term.frame));
    } else {
        tty_write(buf_str(&term.sent));
    }
}

static bool open_named(char notice[256], Err *err) {
    TermNames names = term_names(getenv("TERM"));
    int at = 0;
    Description found = UNKNOWN;
    while (at < names.count && (found = describe(names.at[at])) == UNKNOWN)
        at++;
    if (found == UNFIT) {
        err_set(err,
                _("This terminal (%s) cannot move its cursor. Use \"kairo list\" and "
                  "\"kairo show\" instead."),
                names.at[at]);
        return false;
    }
    if (found == UNKNOWN || !open_screen(names.at[at])) {
        err_set(err, _("This machine knows no terminal of the type \"%s\"."), names.at[0]);
        return false;
    }
    notice[0] = '\0';
    if (at > 0)
        snprintf(notice, 256,
                 _("This machine does not know the terminal \"%s\"; it is treated as %s."),
                 names.at[0], names.at[at]);
    return true;
}

/* ---- colours ---- */

/* A terminal of direct colours has no palette beyond the first eight. */
static int palette_size(void) {
    int colours = tigetnum("colors");
    if (colours > 256)
        return 8;
    return colours >= 256 ? 256 : colours >= 16 ? 16 : colours >= 8 ? 8 : 0;
}

static attr_t look_attributes(const Look *look) {
    return (look->bold ? A_BOLD : 0) | (look->dim ? A_DIM : 0) |
           (look->underline ? A_UNDERLINE : 0) | (look->reverse ? A_REVERSE : 0);
}

static void set_looks(Background background) {
    for (int style = 0; style < STYLE_ALL; style++) {
        Look look = theme_look((Style)style, term.colours, background);
        term.attributes[style] = look_attributes(&look);
        term.pairs[style] = 0;
        if (term.colours == 0 || (look.fg < 0 && look.bg < 0))
            continue;
        int fg = look.fg < 0 && !term.own_default ? COLOR_WHITE : look.fg;
        int bg = look.bg < 0 && !term.own_default ? COLOR_BLACK : look.bg;
        term.pairs[style] = (short)(style % STYLE_COUNT + 1); /* found: the same colours */
        init_pair(term.pairs[style], (short)fg, (short)bg);
    }
}

static void open_colours(const TermStart *start) {
    term.colours = start->no_colour ? 0 : palette_size();
    term.own_default = false;
    if (term.colours > 0) {
        start_color();
        term.own_default = use_default_colors() == OK;
    }
    set_looks(start->background);
}

void term_use_background(Background background) {
    if (term.screen == NULL || term.colours == 0)
        return;
    set_looks(background);
    term.all = true;
}

/* ---- taking and giving back ---- */

/* Appends a capability without its padding, "$<5>". */
static size_t add_capability(char *out, size_t at, const char *value) {
    while (*value != '\0' && at < TTY_FAREWELL_MOST) {
        const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
        if (end != NULL)
            value = end + 1;
        else
            out[at++] = *value++;
    }
    return at;
}

/* What gives the screen back when nothing else can be done any more. */
static void prepare_farewell(void) {
    char bytes[TTY_FAREWELL_MOST];
    size_t at = add_capability(bytes, 0, paste_off);
    const char *const names[] = {"sgr0", "op", "cnorm", "rmcup"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        at = add_capability(bytes, at, capability(names[i]));
    if (is_absent(capability("rmcup")))
        at = add_capability(bytes, at, "\r\n");
    tty_set_farewell(str_n(bytes, at));
    bug_set_hook(tty_abandon);
}

static bool speaks_ansi(void) {
    return strncmp(capability("cup"), "\033[%i%p1%d;%p2%dH", 16) == 0;
}

/*
 * Prints an ambiguous character at the start of row 2 and asks where that left the cursor.
 * Nothing waits for the answer. The screen is blank, the cursor at home, and so they are
 * again afterwards. Where there is no UTF-8 the character cannot be sent.
 */
static const char *question(void) {
    bool fits = term.rows >= 2 && term.cols >= 4;
    if (!term.ask || !fits || !term.ansi || MB_CUR_MAX == 1)
        return "";
    term.ask = false;
    return "\033[2;1H\u203B\033[6n\033[2;1H\033[K\033[H";
}

/*
 * ncurses 6.4 flushes after every cursor move until it has been left once. What it writes
 * for that is thrown away, so the terminal sees one beginning.
 */
static void begin(const char *after) {
    endwin();
    lseek(fileno(term.memory), 0, SEEK_SET);
    typeahead(-1); /* never leave a frame half painted because a key waits */
    refresh();
    curs_set(0);
    term.cursor_shown = false;
    char more[96];
    snprintf(more, sizeof more, "%s%s", paste_on, after);
    send_frame(more);
}

static void follow_size(void) {
    tty_size(&term.cols, &term.rows);
    if (term.cols != COLS || term.rows != LINES)
        resizeterm(term.rows, term.cols);
    term.line = mem_resize(term.line, (size_t)term.cols, sizeof term.line[0]);
    term.shown = mem_resize(term.shown, (size_t)term.rows, sizeof term.shown[0]);
    term.all = true;
    term.wire.at_row = 0; /* who knows what the terminal made of its cursor */
}

bool term_open(const TermStart *start, char notice[256], Err *err) {
    if (!tty_check(err) || !tty_take(err))
        return false;
    signals_install();
    if (!open_named(notice, err)) {
        tty_give_back();
        signals_remove();
        return false;
    }
    buf_init(&term.frame, FRAME_MOST);
    buf_init(&term.sent, FRAME_MOST);
    term.wire = (Wire){.plain = false};
    term.charset = start->charset;
    term.ansi = speaks_ansi();
    prepare_farewell();
    open_colours(start);
    term.ambiguous = AMBIGUOUS_NARROW;
    wcwidth_use(term.ambiguous);
    follow_size();
    term.ask = start->ask_ambiguous;
    char questions[64];
    snprintf(questions, sizeof questions, "%s%s", question(),
             start->ask_background && term.colours > 0 ? "]11;?" : "");
    begin(questions);
    return true;
}

static void give_back(void) {
    endwin();
    send_frame(paste_off);
    term.wire.plain = false;
    tty_give_back();
}

void term_close(void) {
    if (term.screen == NULL)
        return;
    give_back();
    bug_set_hook(NULL);
    signals_remove();
    delscreen(term.screen);
    fclose(term.memory);
    buf_release(&term.frame);
    buf_release(&term.sent);
    free(term.line);
    free(term.shown);
    term.screen = NULL;
    term.line = NULL;
    term.shown = NULL;
}

static void take_again(void) {
    Err ignored; /* nothing better can be done than go on */
    tty_take(&ignored);
    bug_set_hook(tty_abandon);
    werase(stdscr); /* the next frame paints what there was */
    refresh();
    send_frame(paste_on);
    term.all = true;
}

void term_suspend(void) {
    give_back();
    signals_stop();
    take_again();
}

void term_leave(void) {
    if (term.screen == NULL)
        return; /* --plain */
    give_back();
}

void term_return(void) {
    if (term.screen == NULL)
        return; /* --plain */
    take_again();
}

void term_resumed(void) {
    give_back();
    take_again();
}

/* ---- size ---- */

void term_size(int *cols, int *rows) {
    tty_size(cols, rows);
}

void term_resize(int cols, int rows) {
    (void)cols; /* the device knows best; it may have changed again */
    (void)rows;
    follow_size();
    const char *asked = question();
    if (!is_absent(asked)) { /* it was too small for that */
        send_frame(asked);
        term.clear = true;
    }
}

/* ---- frames ---- */

void term_redraw(void) {
    term.all = term.clear = true;
}

void term_copy(const char *text) {
    Buf bytes;
    if (term.screen == NULL)
        return;
    buf_init(&bytes, (size_t)4 * OSC52_TEXT_MOST);
    osc52_print(&bytes, str(text), osc52_through(getenv("TERM"), getenv("TMUX"), getenv("STY")));
    tty_write(buf_str(&bytes));
    buf_release(&bytes);
}

static void put(cchar_t *out, const wchar_t *text, uint8_t style) {
    setcchar(out, text, term.attributes[style], term.pairs[style], NULL);
}

/* A cell for ncurses. What would take another width than its cell becomes blank. */
static int put_cell(cchar_t *out, const Cell *cell, int room) {
    wchar_t text[CELL_RUNES + 1] = {(wchar_t)cell->runes[0]};
    int cells = cell->runes[0] == 0 ? -1 : text_rune_width(cell->runes[0], term.ambiguous);
    int count = 1;
    for (int i = 1; i < CELL_RUNES && cell->runes[i] != 0; i++)
        if (text_rune_width(cell->runes[i], term.ambiguous) == 0)
            text[count++] = (wchar_t)cell->runes[i];
    if (cells != cell->cells || cells < 1 || cells > room) {
        put(out, L" ", cell->style);
        return 1;
    }
    put(out, text, cell->style);
    return cells;
}

static void show_row(const Cell *cells, int row, int count) {
    int n = 0;
    for (int col = 0; col < count;)
        col += put_cell(&term.line[n++], &cells[col], count - col);
    mvadd_wchnstr(row, 0, term.line, n);
}

/* 64 bits that tell two contents of a row apart: a copy of all cells costs a page per row. */
static uint64_t row_mark(const Cell *cells, int count) {
    uint64_t mark = 0;
    for (int i = 0; i < count; i++) {
        const Cell *cell = &cells[i];
        uint64_t runes =
            cell->runes[0] | (uint64_t)cell->runes[1] << 21 | (uint64_t)cell->runes[2] << 42;
        uint64_t looks = (uint64_t)cell->style << 2 | cell->cells;
        mark = (mark ^ runes) * 0x9E3779B97F4A7C15u + looks * 0xBF58476D1CE4E5B9u;
        mark ^= mark >> 32;
    }
    return mark;
}

static void show_rows(const Grid *grid) {
    for (int row = 0; row < MIN_OF(term.rows, grid->rows); row++) {
        const Cell *cells = &grid->cells[(size_t)row * (size_t)grid->cols];
        uint64_t mark = row_mark(cells, term.cols);
        if (term.all || term.shown[row] != mark)
            show_row(cells, row, term.cols);
        term.shown[row] = mark;
    }
}

/* Everything ncurses remembers was measured with the other widths. */
static void use_widths(Ambiguous ambiguous) {
    if (ambiguous == term.ambiguous)
        return;
    term.ambiguous = ambiguous;
    wcwidth_use(ambiguous);
    term.all = term.clear = true;
}

static void begin_whole_frame(void) {
    werase(stdscr);
    if (term.clear)
        clearok(curscr, TRUE);
}

static void show_cursor(const Grid *grid) {
    if (grid->cursor_in_text != term.cursor_shown)
        curs_set(grid->cursor_in_text ? 1 : 0);
    term.cursor_shown = grid->cursor_in_text;
}

void term_show(const Grid *grid) {
    if (term.screen == NULL || grid->cols != term.cols)
        return; /* a size is on its way */
    use_widths(grid->ambiguous);
    if (term.all)
        begin_whole_frame();
    show_rows(grid);
    term.all = term.clear = false;
    int row = MIN_OF(MAX_OF(grid->cursor_row, 0), term.rows - 1);
    int col = MIN_OF(MAX_OF(grid->cursor_col, 0), term.cols - 1);
    wmove(stdscr, row, col);
    refresh();
    show_cursor(grid);
    send_frame("");
    term.wire.at_row = row + 1;
    term.wire.at_col = col + 1;
}

/* ---- looking, for kairo doctor ---- */

/* Appends to a text of TERM_TEXT_BYTES, without padding; all or nothing. */
static void join_capability(char *out, const char *value) {
    char bytes[TTY_FAREWELL_MOST + 1];
    size_t at = strlen(out), len = add_capability(bytes, 0, value);
    if (at + len >= TERM_TEXT_BYTES)
        return;
    memcpy(out + at, bytes, len);
    out[at + len] = '\0';
}

static void print_colour(char *out, const char *name, int colour) {
    if (colour >= 0 && !is_absent(capability(name)))
        join_capability(out, tparm(capability(name), (long)colour, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
}

/* With colours only: without them the bars would all be one. */
static void print_bars(TermFacts *out) {
    for (int step = 0; step < TERM_BARS && out->colours > 0; step++) {
        Look look = theme_look(STYLE_BAR(step), out->colours, BACKGROUND_UNKNOWN);
        char *bar = out->bars[step];
        print_colour(bar, "setaf", look.fg);
        print_colour(bar, "setab", look.bg);
        join_capability(bar, look.bold ? capability("bold") : "");
        join_capability(bar, look.reverse ? capability("rev") : "");
    }
    join_capability(out->no_bar, out->colours > 0 ? capability("sgr0") : "");
}

static void look_at_description(bool no_colour, TermFacts *out) {
    out->moves_cursor = !is_absent(capability("cup"));
    out->alternate_screen = !is_absent(capability("smcup"));
    out->ansi = speaks_ansi();
    out->colours = no_colour ? 0 : palette_size();
    print_bars(out);
}

void term_look_up(const char *name, bool no_colour, TermFacts *out) {
    TermNames names = term_names(name);
    int error;
    *out = (TermFacts){.colours = 0};
    snprintf(out->name, sizeof out->name, "%s", names.at[0]);
    for (int i = 0; i < names.count && is_absent(out->used); i++) {
        if (setupterm(names.at[i], STDOUT_FILENO, &error) != OK)
            continue;
        snprintf(out->used, sizeof out->used, "%s", names.at[i]);
        look_at_description(no_colour, out);
        del_curterm(cur_term);
    }
}

const char *term_library_version(void) {
    const char *version = curses_version();
    return version + strcspn(version, "0123456789");
}
