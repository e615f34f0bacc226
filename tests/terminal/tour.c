/* See tour.h. */
#include "tour.h"

#include <ctype.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BACK_MOST = 20, PATH_BYTES = 256 };

const char *const tour_options[2] = {"--as-of=2016-12-20", "--lang=ja"};

const TourStop tour_stops[] = {
    {SCREEN_ROADMAP, CURSOR_PICKS, {"2", "PgDn"}},
    {SCREEN_ROADMAP, CURSOR_PICKS, {"0", "Down"}},
    {SCREEN_CARD, CURSOR_READS, {"2", "Down", "Down", "Enter"}},
    {SCREEN_CARD, CURSOR_PICKS, {"2", "G", "Enter", "PgDn", "Tab"}},
    {SCREEN_CARD, CURSOR_READS, {"3", "PgDn", "Enter", "G"}},
    {SCREEN_ADDRESS, CURSOR_READS, {"4", "Down", "Enter", "Tab", "o"}},
    {SCREEN_QR, CURSOR_READS, {"4", "Down", "Enter", "Tab", "Q"}},
    {SCREEN_PROVIDERS, CURSOR_PICKS, {"i", "Down"}},
    {SCREEN_PROVIDER, CURSOR_PICKS, {"i", "Enter", "Tab"}},
    {SCREEN_FIGURES, CURSOR_PICKS, {"v", "Down"}},
    {SCREEN_FIGURE, CURSOR_READS, {"v", "Down", "Down", "Enter", "PgDn"}},
    {SCREEN_FIGURE, CURSOR_READS, {"v", "G", "Enter"}},
    {SCREEN_PALETTE, CURSOR_TYPES, {":", "t", "a"}},
    {SCREEN_PLANS, CURSOR_PICKS, {"p"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"p", "a", "エ", "X", "…"}},
    {SCREEN_BOOKMARKS, CURSOR_PICKS, {"2", "b", "i", "b", "v", "b", "'", "G"}},
    {SCREEN_ROADMAP, CURSOR_PICKS, {"2", "g", "Space", "PgDn", "Space", "0", "Space", "2", "g"}},
    {SCREEN_STATUS, CURSOR_PICKS, {"2", "g", "s", "Down"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"2", "g", "s", "9"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"2", "g", "D", "1", "/", "2"}},
    {SCREEN_NOTE, CURSOR_TYPES, {"2", "g", "m", "①", "a", "Enter", "※", "。"}},
    {SCREEN_ITEM, CURSOR_PICKS, {"P", "g", "Enter", "Down"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"P", "g", "Enter", "a", "x"}},
    {SCREEN_PLAN, CURSOR_PICKS, {"P", "S", "Down"}},
    {SCREEN_EXPORT, CURSOR_PICKS, {"P", "x", "Down"}},
    {SCREEN_PLAN_FILTER, CURSOR_PICKS, {"P", "f", "Down", "Down"}},
    {SCREEN_ESTIMATE, CURSOR_TYPES, {"2", "G", "Up", "Up", "e", "1", "8", "0"}},
    {SCREEN_COUNTRIES, CURSOR_PICKS, {"w", "G"}},
    {SCREEN_COUNTRIES, CURSOR_TYPES, {"w", "f", "h", "a", "n", "o"}},
    {SCREEN_COUNTRY, CURSOR_PICKS, {"w", "Down", "Enter", "Tab"}},
    {SCREEN_CALENDAR, CURSOR_PICKS, {"t", "Down"}},
    {SCREEN_EVENT, CURSOR_PICKS, {"t", "g", "Enter", "Tab"}},
    {SCREEN_TRIP,
     CURSOR_TYPES,
     {"2", "g", "Down", "Down", "Down", "Down", "Enter", "Tab", "Enter", "1", "/", "2"}},
    {SCREEN_COMPARE, CURSOR_READS, {"3", "g", "c", "PgDn", "c", "PgDn", "c", "C", "Right"}},
    {SCREEN_CALLS, CURSOR_PICKS, {"T", "Down"}},
    {SCREEN_PROMPT, CURSOR_TYPES, {"T", "a", "x"}},
    {SCREEN_DIAGNOSIS, CURSOR_PICKS, {"d", "Space", "Down", "Space"}},
    {SCREEN_RESULT, CURSOR_PICKS, {"d", "d", "Down", "Down"}},
    {SCREEN_ADD, CURSOR_PICKS, {"d", "d", "a", "Down", "Space"}},
    {SCREEN_SEARCH, CURSOR_TYPES, {"/", "展"}},
    {SCREEN_FACETS, CURSOR_PICKS, {"2", "f", "Tab", "Tab", "Space"}},
    {SCREEN_ROADMAP, CURSOR_PICKS, {"2", "Down"}}, /* with the filter's chips */
    {SCREEN_FACETS, CURSOR_PICKS, {"2", "f", "Tab", "Tab", "Tab", "Space", "PgDn"}},
    {SCREEN_ROADMAP, CURSOR_READS, {"2"}}, /* nothing fits */
    {SCREEN_PROVIDERS, CURSOR_PICKS, {"i", "F"}},
};
const size_t tour_stop_count = COUNT_OF(tour_stops);

/* ---- keys as bytes ---- */

/* Esc as terminals send it that tell keys apart: alone it would have to be waited for. */
static const char *bytes_of(const char *key) {
    static const char *const names[][2] = {
        {"Enter", "\r"},       {"Esc", "\033[27u"}, {"Tab", "\t"},      {"S-Tab", "\033[Z"},
        {"Backspace", "\177"}, {"Up", "\033[A"},    {"Down", "\033OB"}, {"Left", "\033[D"},
        {"Right", "\033OC"},   {"Home", "\033[1~"}, {"End", "\033OF"},  {"PgUp", "\033[5~"},
        {"Space", " "},        {"PgDn", "\033[6~"}, {"C-u", "\025"},    {"C-s", "\023"},
        {"C-q", "\021"},       {"C-c", "\003"},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(names[i][0], key) == 0)
            return names[i][1];
    return key;
}

/* The program stamps what happens by the clock, so the session beside it does too. */
static void tell_time(Tour *tour) {
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(tour->session.app.work.now, STAMP_BYTES, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

static bool is_ambiguous(uint32_t rune) {
    return text_rune_width(rune, AMBIGUOUS_WIDE) != text_rune_width(rune, AMBIGUOUS_NARROW);
}

/* A wide terminal of ours shows every ambiguous character as 〓 (pty.h). */
static uint32_t as_shown(const Pty *pty, uint32_t rune) {
    return pty->wide && rune >= 0x80 && is_ambiguous(rune) ? 0x3013 : rune;
}

/* Until the terminal shows what the session's grid has. */
static void wait_for_grid(Tour *tour) {
    const Grid *grid = &tour->session.grid;
    Buf raw, want;
    buf_init(&raw, 1 << 20);
    buf_init(&want, 1 << 20);
    for (int row = 0; row < grid->rows; row++) {
        grid_row_text(grid, row, &raw);
        buf_byte(&raw, '\n');
    }
    for (Str rest = buf_str(&raw); rest.len > 0;) {
        char utf8[4];
        uint32_t rune;
        rest = str_skip(rest, text_decode(rest, &rune));
        buf_add(&want, str_n(utf8, text_encode(as_shown(&tour->pty, rune), utf8)));
    }
    pty_wait_screen(&tour->pty, &want);
    pty_wait_cursor(&tour->pty, grid->cursor_col, grid->cursor_row);
    buf_release(&raw);
    buf_release(&want);
}

void tour_press(Tour *tour, const char *key) {
    tour->last_key = key;
    if (!tour->far)
        pty_settle(&tour->pty);
    pty_push(&tour->pty, bytes_of(key));
    tell_time(tour);
    assert_true(session_key(&tour->session, key));
    session_view(&tour->session);
    if (tour->far)
        wait_for_grid(tour);
    else
        pty_settle(&tour->pty);
}

/* ---- beginning and end ---- */

static void copy_file(const char *from, const char *to) {
    char bytes[8192];
    FILE *in = fopen(from, "re"), *out = fopen(to, "we");
    assert_true(in != NULL && out != NULL);
    for (size_t count; (count = fread(bytes, 1, sizeof bytes, in)) > 0;)
        assert_int_equal(fwrite(bytes, 1, count, out), count);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* A home with this plan in it ("" for none). */
static void furnish(const char *home, const char *plan) {
    static const char *const folders[] = {"", "/.local", "/.local/share", "/.local/share/kairo",
                                          "/.local/share/kairo/plans"};
    char path[PATH_BYTES];
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        snprintf(path, sizeof path, "%s%s", home, folders[i]);
        mkdir(path, 0700);
    }
    snprintf(path, sizeof path, "%s/.local/share/kairo/plans/plan.yaml", home);
    if (plan[0] != '\0')
        copy_file(plan, path);
}

static void begin_session(Tour *tour, const PtyStart *start, const Catalogue *catalogue,
                          const char *home) {
    const Surroundings at = {.executable = "",
                             .catalogue = SOURCE_DIR "/data/catalogue",
                             .config_home = "",
                             .data_home = "",
                             .state_home = "",
                             .home = home,
                             .dictionary = "",
                             .source_dir = "",
                             .build_dir = ""};
    AppStart begin = {.catalogue = catalogue,
                      .today = {2016, 12, 20},
                      .lang = LANG_JA,
                      .can_copy = true,
                      .cols = start->cols,
                      .rows = start->rows,
                      .program = "",
                      .notice = ""};
    Err err;
    tour->session = (Session){.perform = session_perform_files, .keeper = &tour->keeper};
    session_begin(&tour->session, &begin);
    keeper_init(&tour->keeper, &at, false);
    if (!keeper_choose(&tour->keeper, "", &err))
        fail_msg("%s", err.text);
    keeper_begin(&tour->keeper, &tour->session.app, true);
    tell_time(tour);
    session_open(&tour->session);
    Ambiguous answer = start->wide ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    session_event(&tour->session, &(Event){.kind = EVENT_AMBIGUOUS, .ambiguous = answer});
    session_view(&tour->session);
}

void tour_begin(Tour *tour, const PtyStart *start, const Catalogue *catalogue, const char *plan) {
    *tour = (Tour){.last_key = "the start", .cannot_hide = tour->cannot_hide};
    PtyStart here = *start;
    size_t count = 0;
    while (here.arguments[count] != NULL)
        count++;
    tour->far = strcmp(start->program, world_program()) != 0;
    for (size_t i = 0; i < COUNT_OF(tour_options) && !tour->far; i++)
        here.arguments[count++] = tour_options[i];
    world_set(&here, "TZ=UTC0");
    const char *beside = arena_printf(&tour->arena, "%s/.local/beside", world_home());
    furnish(world_home(), plan);
    furnish(beside, plan);
    pty_start(&tour->pty, &here);
    begin_session(tour, start, catalogue, beside);
    if (tour->far)
        wait_for_grid(tour);
    else
        pty_wait_ready(&tour->pty);
    tour_expect_same(tour);
}

void tour_end(Tour *tour) {
    tour_go_home(tour);
    if (tour->far) {
        pty_push(&tour->pty, "q");
        pty_wait_end(&tour->pty);
        world_expect_given_back(&tour->pty);
        pty_end(&tour->pty);
    } else {
        world_quit(&tour->pty);
    }
    keeper_release(&tour->keeper);
    session_end(&tour->session);
    arena_release(&tour->arena);
}

/* ---- comparing ---- */

static bool is_time(const Grid *grid, int col, int row) {
    for (int at = MAX_OF(col - 2, 0); at <= MIN_OF(col + 2, grid->cols - 1); at++)
        if (grid_cell(grid, at, row)->runes[0] == ':')
            return true;
    return false;
}

static bool same_cell(Tour *tour, int col, int row) {
    const Grid *grid = &tour->session.grid;
    const Cell *want = grid_cell(grid, col, row);
    VTermScreenCell have = pty_cell(&tour->pty, col, row);
    uint32_t shown = have.chars[0] == 0 ? ' ' : have.chars[0];
    if (have.width != want->cells)
        return false;
    if (shown < 0x80 && want->runes[0] < 0x80 && isdigit((int)shown) &&
        isdigit((int)want->runes[0]) && is_time(grid, col, row))
        return true;
    bool same = shown == as_shown(&tour->pty, want->runes[0]);
    for (int i = 1; i < CELL_RUNES && shown != 0x3013; i++)
        same = same && have.chars[i] == want->runes[i];
    return same;
}

static void fail_at(Tour *tour, int col, int row) {
    Buf have = world_screen(&tour->pty), want;
    buf_init(&want, 1 << 20);
    for (int i = 0; i < tour->session.grid.rows; i++) {
        grid_row_text(&tour->session.grid, i, &want);
        buf_byte(&want, '\n');
    }
    fprintf(stderr, "terminal:\n%s\nsession:\n%s\n", have.at, want.at);
    VTermScreenCell cell = pty_cell(&tour->pty, col, row);
    fprintf(stderr, "there: U+%04X of %d cells; should be U+%04X of %d\n", cell.chars[0],
            cell.width, grid_cell(&tour->session.grid, col, row)->runes[0],
            grid_cell(&tour->session.grid, col, row)->cells);
    fail_msg("after %s the cell %d,%d differs (cursor %d,%d, should be %d,%d)", tour->last_key, col,
             row, tour->pty.cursor.col, tour->pty.cursor.row, tour->session.grid.cursor_col,
             tour->session.grid.cursor_row);
}

/* ---- going ---- */

void tour_go_home(Tour *tour) {
    for (int i = 0; tour->session.app.depth > 1; i++) {
        assert_true(i < BACK_MOST);
        tour_press(tour, "Esc");
    }
    tour_press(tour, "1");
}

void tour_go(Tour *tour, const TourStop *stop) {
    const App *app = &tour->session.app;
    tour_go_home(tour);
    for (size_t i = 0; i < COUNT_OF(stop->keys) && stop->keys[i] != NULL; i++) {
        tour_press(tour, stop->keys[i]);
        tour_expect_same(tour);
    }
    ScreenId here = app->stack[app->depth - 1].id;
    if (here != stop->screen) {
        pty_settle(&tour->pty);
        fail_at(tour, 0, 0);
    }
    tour->seen[here] = true;
}

void tour_resize(Tour *tour, int cols, int rows) {
    pty_settle(&tour->pty);
    pty_resize(&tour->pty, cols, rows);
    session_event(&tour->session, &(Event){.kind = EVENT_RESIZE, .cols = cols, .rows = rows});
    session_view(&tour->session);
    pty_settle(&tour->pty);
}

void tour_expect_same(Tour *tour) {
    const Grid *grid = &tour->session.grid;
    assert_true(grid->cols == tour->pty.cols && grid->rows == tour->pty.rows);
    for (int row = 0; row < grid->rows; row++)
        for (int col = 0; col < grid->cols; col++)
            if (grid_cell(grid, col, row)->cells != 0 && !same_cell(tour, col, row))
                fail_at(tour, col, row);
    if (tour->pty.cursor.col != grid->cursor_col || tour->pty.cursor.row != grid->cursor_row)
        fail_at(tour, grid->cursor_col, grid->cursor_row);
    assert_true(tour->pty.cursor_visible || !grid->cursor_in_text);
    assert_true(tour->cannot_hide || !tour->pty.cursor_visible || grid->cursor_in_text);
}

/* Whether something that is picked begins at most so far to the left of the cursor. */
static bool picks_something(const Grid *grid) {
    enum { LEFT_MOST = 6 };
    for (int col = grid->cursor_col; col >= MAX_OF(grid->cursor_col - LEFT_MOST, 0); col--) {
        int style = grid_cell(grid, col, grid->cursor_row)->style;
        if (style == STYLE_PICK || style == STYLE_LINK_FOCUS)
            return true;
    }
    return false;
}

void tour_expect_cursor(Tour *tour, TourCursor cursor) {
    const Grid *grid = &tour->session.grid;
    bool picks = picks_something(grid);
    if (grid->cursor_in_text != (cursor == CURSOR_TYPES))
        fail_at(tour, grid->cursor_col, grid->cursor_row);
    if (cursor == CURSOR_PICKS && !picks)
        fail_at(tour, grid->cursor_col, grid->cursor_row);
}

/* /proc says in which system call it sleeps, and with which arguments: poll(…, …, -1). */
void tour_expect_idle(Tour *tour) {
    char path[64], line[256] = "";
    unsigned long call = 0, timeout = 0;
    snprintf(path, sizeof path, "/proc/%d/syscall", (int)tour->pty.program);
    FILE *in = fopen(path, "re");
    if (in == NULL)
        return; /* a system that hides it */
    if (fgets(line, sizeof line, in) == NULL)
        line[0] = '\0';
    fclose(in);
#ifdef __x86_64__
    enum { POLL = 7 };
    if (sscanf(line, "%lu %*x %*x %lx", &call, &timeout) == 2 && call == POLL)
        assert_int_equal((int)timeout, -1);
    else if (line[0] != '\0')
        fail_msg("it does not sleep in poll: %s", line);
#endif
    (void)call;
    (void)timeout;
}
