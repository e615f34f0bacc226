/* See session.h. */
#include "session.h"

#include "base/bug.h"

#include <stdlib.h>

const Catalogue *session_catalogue(void) {
    static Catalogue catalogue;
    static bool loaded;
    if (loaded)
        return &catalogue;
    Problems problems = {0};
    if (!catalogue_load(&catalogue, SOURCE_DIR "/data/catalogue", (Strings){0}, &problems)) {
        for (size_t i = 0; i < problems.count; i++)
            fprintf(stderr, "%s\n", problem_text(&problems.arena, &problems.items[i]));
        exit(1);
    }
    problems_release(&problems);
    loaded = true;
    return &catalogue;
}

void session_begin(Session *session, const AppStart *start) {
    *session =
        (Session){.perform = session->perform, .world = session->world, .keeper = session->keeper};
    app_init(&session->app, start);
    grid_init(&session->grid, start->cols, start->rows);
}

void session_end(Session *session) {
    app_release(&session->app);
    grid_release(&session->grid);
    arena_release(&session->frame);
}

void session_event(Session *session, const Event *event) {
    session->effects.count = 0;
    app_update(&session->app, event, &session->effects);
    if (session->perform != NULL)
        session->perform(session);
}

static bool named_key(const char *name, Key *key) {
    static const struct {
        const char *name;
        Key key;
    } names[] = {
        {"Enter", {.code = K_ENTER}},
        {"Esc", {.code = K_ESC}},
        {"Tab", {.code = K_TAB}},
        {"S-Tab", {.code = K_BACKTAB}},
        {"Backspace", {.code = K_BACKSPACE}},
        {"Up", {.code = K_UP}},
        {"Down", {.code = K_DOWN}},
        {"Left", {.code = K_LEFT}},
        {"Right", {.code = K_RIGHT}},
        {"Home", {.code = K_HOME}},
        {"End", {.code = K_END}},
        {"PgUp", {.code = K_PAGE_UP}},
        {"PgDn", {.code = K_PAGE_DOWN}},
        {"F5", {.code = K_F, .rune = 5}},
        {"Space", {.code = K_RUNE, .rune = ' '}},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(names[i].name, name) == 0) {
            *key = names[i].key;
            return true;
        }
    if (strncmp(name, "C-", 2) == 0 && name[2] != '\0' && name[3] == '\0') {
        *key = (Key){.code = K_RUNE, .mods = MOD_CTRL, .rune = (unsigned char)name[2]};
        return true;
    }
    uint32_t rune;
    if (text_decode(str(name), &rune) != strlen(name))
        return false;
    *key = (Key){.code = K_RUNE, .rune = rune};
    return true;
}

bool session_key(Session *session, const char *name) {
    Event event = {.kind = EVENT_KEY};
    if (!named_key(name, &event.key))
        return false;
    session_event(session, &event);
    return true;
}

static void sound_row(const Grid *grid, int row) {
    const Cell *cells = &grid->cells[(size_t)row * (size_t)grid->cols];
    for (int col = 0; col < grid->cols; col += cells[col].cells) {
        const Cell *cell = &cells[col];
        if (cell->cells == 0)
            BUG("half of a wide character stands alone");
        if (col + cell->cells > grid->cols)
            BUG("a wide character reaches over the edge");
        if (cell->cells == 2 && cell[1].cells != 0)
            BUG("a wide character is overwritten in its right half");
        if (cell->runes[0] < 0x20 ||
            (cell->runes[0] >= 0x7F && text_rune_width(cell->runes[0], grid->ambiguous) < 0))
            BUG("a control character is painted");
    }
}

void session_view(Session *session) {
    arena_reset(&session->frame);
    app_view(&session->app, &session->frame, &session->grid);
    for (int row = 0; row < session->grid.rows; row++)
        sound_row(&session->grid, row);
    const Grid *grid = &session->grid;
    bool inside = grid->cursor_col >= 0 && grid->cursor_row >= 0 &&
                  (grid->cursor_col < grid->cols || grid->cols == 0) &&
                  (grid->cursor_row < grid->rows || grid->rows == 0);
    if (!inside)
        BUG("the cursor stands outside");
}
