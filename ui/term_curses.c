/*
 * The terminal through ncurses, which knows the terminals and finds the smallest difference
 * between two screens. The modes of the device, signals and keys are not its business here:
 * it is handed a terminal that is raw already, and never reads.
 *
 * A frame costs: rows that equal the last frame's are skipped; the others are handed to
 * ncurses whole, wide cells as one; doupdate writes once.
 */
#include "ui/term.h"

#include "base/bug.h"
#include "base/mem.h"
#include "base/tr.h"
#include "ui/signals.h"
#include "ui/term_names.h"
#include "ui/tty.h"
#include "ui/wcwidth.h"

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>


static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

/* One terminal per process. */
static struct {
    SCREEN *screen; /* NULL when not open */
    Cell *shown;    /* the last frame, cols × rows; owned */
    int cols, rows;
    bool all; /* the next frame is painted whole */
    bool cursor_visible;
    Ambiguous ambiguous;
    int colours;
    attr_t attributes[STYLE_COUNT];
    short pairs[STYLE_COUNT];
} term;

/* ---- a description of the terminal ---- */

static const char *capability(const char *name) {
    const char *value = tigetstr(name);
    return value == NULL || value == (const char *)-1 ? "" : value;
}

/* Tries one name after the other; `used` is the one that worked. */
static bool open_screen(const TermNames *names, const char **used) {
    use_env(FALSE); /* LINES and COLUMNS may be another window's */
    use_tioctl(TRUE);
    for (int i = 0; i < names->count; i++) {
        term.screen = newterm(names->at[i], stdout, stdin);
        if (term.screen != NULL) {
            *used = names->at[i];
            return true;
        }
    }
    return false;
}

static void close_screen(void) {
    endwin();
    delscreen(term.screen);
    term.screen = NULL;
}

static bool open_named(char notice[256], Err *err) {
    TermNames names = term_names(getenv("TERM"));
    const char *used = "";
    if (!open_screen(&names, &used)) {
        err_set(err, _("This machine knows no terminal of the type \"%s\"."), names.at[0]);
        return false;
    }
    if (is_absent(capability("cup"))) {
        close_screen();
        err_set(err,
                _("This terminal (%s) cannot move its cursor. Use \"kairo list\" and "
                  "\"kairo show\" instead."),
                used);
        return false;
    }
    notice[0] = '\0';
    if (used != names.at[0])
        snprintf(notice, 256,
                 _("This machine does not know the terminal \"%s\"; it is treated as %s."),
                 names.at[0], used);
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

static void open_colours(bool none) {
    term.colours = none ? 0 : palette_size();
    bool own_default = false;
    if (term.colours > 0) {
        start_color();
        own_default = use_default_colors() == OK;
    }
    for (int style = 0; style < STYLE_COUNT; style++) {
        Look look = theme_look((Style)style, term.colours);
        term.attributes[style] = look_attributes(&look);
        term.pairs[style] = 0;
        if (term.colours == 0 || (look.fg < 0 && look.bg < 0))
            continue;
        int fg = look.fg < 0 && !own_default ? COLOR_WHITE : look.fg;
        int bg = look.bg < 0 && !own_default ? COLOR_BLACK : look.bg;
        term.pairs[style] = (short)(style + 1);
        init_pair(term.pairs[style], (short)fg, (short)bg);
    }
}

int term_colours(void) {
    return term.colours;
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
 * again afterwards.
 */
static void ask_ambiguous(void) {
    if (speaks_ansi() && term.rows >= 2 && term.cols >= 4)
        tty_write(str("\033[2;1H\u203B\033[6n\033[2;1H\033[K\033[H"));
}

/* ncurses 6.4 flushes after every cursor move until it has been left once. */
static void leave_once(void) {
    endwin();
    refresh();
}

static void open_modes(void) {
    typeahead(-1); /* never leave a frame half painted because a key waits */
    nonl();
    curs_set(0);
    term.cursor_visible = false;
    tty_write(str(paste_on));
}

static void follow_size(void) {
    tty_size(&term.cols, &term.rows);
    if (term.cols != COLS || term.rows != LINES)
        resizeterm(term.rows, term.cols);
    term.shown = mem_resize(term.shown, (size_t)term.cols * (size_t)term.rows, sizeof(Cell));
    term.all = true;
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
    prepare_farewell();
    open_colours(start->no_colour);
    term.ambiguous = AMBIGUOUS_NARROW;
    wcwidth_use(term.ambiguous);
    follow_size();
    leave_once();
    open_modes();
    if (start->ask_ambiguous)
        ask_ambiguous();
    return true;
}

static void give_back(void) {
    tty_write(str(paste_off));
    endwin();
    tty_give_back();
}

void term_close(void) {
    if (term.screen == NULL)
        return;
    give_back();
    bug_set_hook(NULL);
    signals_remove();
    delscreen(term.screen);
    free(term.shown);
    term.screen = NULL;
    term.shown = NULL;
}

static void take_again(void) {
    Err ignored; /* nothing better can be done than go on */
    tty_take(&ignored);
    bug_set_hook(tty_abandon);
    refresh();
    tty_write(str(paste_on));
    term.all = true;
}

void term_suspend(void) {
    give_back();
    signals_stop();
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
}

/* ---- frames ---- */

void term_redraw(void) {
    term.all = true;
}

void term_write(Str bytes) {
    tty_write(bytes);
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
    cchar_t *line = mem_new((size_t)count + 1, sizeof(cchar_t));
    int n = 0;
    for (int col = 0; col < count;)
        col += put_cell(&line[n++], &cells[col], count - col);
    mvadd_wchnstr(row, 0, line, n);
    free(line);
}

static void show_rows(const Grid *grid) {
    size_t cols = (size_t)term.cols, bytes = cols * sizeof(Cell);
    for (int row = 0; row < MIN_OF(term.rows, grid->rows); row++) {
        const Cell *cells = &grid->cells[row * grid->cols];
        Cell *shown = &term.shown[(size_t)row * cols];
        if (!term.all && memcmp(shown, cells, bytes) == 0)
            continue;
        show_row(cells, row, term.cols);
        memcpy(shown, cells, bytes);
    }
}

/* Everything ncurses remembers was measured with the other widths. */
static void use_widths(Ambiguous ambiguous) {
    if (ambiguous == term.ambiguous)
        return;
    term.ambiguous = ambiguous;
    wcwidth_use(ambiguous);
    term.all = true;
}

static void begin_whole_frame(void) {
    werase(stdscr);
    clearok(curscr, TRUE);
}

/* Showing or hiding it is a write of its own, so only when it changes. */
static void show_cursor(const Grid *grid) {
    if (grid->cursor_in_text != term.cursor_visible)
        curs_set(grid->cursor_in_text ? 1 : 0);
    term.cursor_visible = grid->cursor_in_text;
}

void term_show(const Grid *grid) {
    if (term.screen == NULL || grid->cols != term.cols)
        return; /* a size is on its way */
    use_widths(grid->ambiguous);
    if (term.all)
        begin_whole_frame();
    show_rows(grid);
    term.all = false;
    wmove(stdscr, MIN_OF(MAX_OF(grid->cursor_row, 0), term.rows - 1),
          MIN_OF(MAX_OF(grid->cursor_col, 0), term.cols - 1));
    refresh();
    show_cursor(grid);
}
