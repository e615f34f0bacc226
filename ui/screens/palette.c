/*
 * Help and command palette in one: every command with its keys, found by typing part of its
 * words or its key, run with Enter. What cannot be done now says why.
 */
#include "ui/screens/screens.h"

#include "text/cluster.h"
#include "text/key.h"

enum {
    MARK_COLS = 3,
    KEYS_COLS = 20,
    KEYS_COLS_NARROW = 15, /* the longest are "Esc h Backspace" */
    NARROW = 60,
    HEAD_ROWS = 2,
    MOST_COLS = 100,
};

/* ---- what matches ---- */

/* A command that matches. */
typedef struct Row {
    CommandId id;
    bool can;        /* be run now */
    WrapLines lines; /* what it does, and why it cannot now */
} Row;

typedef struct Found {
    const App *app;
    Arena *arena;
    int cols; /* of the list */
    Row rows[CMD_COUNT];
    int count;
} Found;

static bool matches(Arena *arena, Str wanted, CommandId id) {
    const KeyCommand *command = command_of(id);
    const char *words = arena_printf(arena, "%s %s %s", command_keys(arena, id), _(command->help),
                                     _(command->hint));
    Str key = text_key(arena, str(words));
    return memmem(key.at, key.len, wanted.at, wanted.len) != NULL;
}

/* A key typed alone, or the name of its first one, means a command: that comes first. */
static bool is_key_of(Arena *arena, const char *query, CommandId id) {
    Key key = {.code = K_RUNE};
    bool alone = !is_absent(query) && text_decode(str(query), &key.rune) == strlen(query);
    return (alone && command_for_key(key_half_width(key)) == id) ||
           strcmp(query, command_first_key(arena, id)) == 0;
}

static int keys_cols(const Found *found) {
    return found->cols < NARROW ? KEYS_COLS_NARROW : KEYS_COLS;
}

static int text_col(const Found *found) {
    return MARK_COLS + keys_cols(found) + 1;
}

/* Made once: why a command cannot be run is not cheap to know for all of them. */
static Row row_of(const Found *found, CommandId id) {
    const App *app = found->app;
    const char *text = _(command_of(id)->help), *why = app_disabled(app, app_screen(app), id);
    if (why != NULL)
        /* TRANSLATORS: a command and why it cannot be used now. */
        text = arena_printf(found->arena, _("%s (%s)"), text, why);
    return (Row){.id = id,
                 .can = why == NULL,
                 .lines = screen_lines(app, found->arena, text, found->cols - text_col(found) - 1)};
}

static void find(const App *app, Arena *arena, const char *query, Found *found) {
    found->app = app;
    found->arena = arena;
    found->cols = MIN_OF(app->cols, MOST_COLS);
    found->count = 0;
    Str wanted = text_key(arena, str(query));
    for (int exact = 1; exact >= 0; exact--)
        for (int id = 1; id < CMD_COUNT; id++)
            if (id != CMD_PALETTE && is_key_of(arena, query, (CommandId)id) == (exact == 1) &&
                (exact || wanted.len == 0 || matches(arena, wanted, (CommandId)id)))
                found->rows[found->count++] = row_of(found, (CommandId)id);
}

/* ---- the list ---- */

static int item_height(const void *context, int item) {
    const Found *found = context;
    return (int)found->rows[item].lines.count;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const Found *found = context;
    const Row *row = &found->rows[item];
    if (selected)
        screen_mark(canvas);
    paint_fit(canvas, MARK_COLS, 0, keys_cols(found), row->can ? STYLE_KEY : STYLE_DIM,
              command_keys(canvas->frame, row->id));
    screen_paint_lines(canvas, text_col(found), 0, row->can ? STYLE_BODY : STYLE_DIM, row->lines);
}

static List list_of(const Found *found) {
    return (List){found->count, found, item_height, item_paint, NULL};
}

static int list_rows(const App *app) {
    return MAX_OF(app_body_rows(app) - HEAD_ROWS, 1);
}

/* ---- typing ---- */

static void type(PaletteState *state, Str text) {
    size_t len = strlen(state->query);
    if (len + text.len >= sizeof state->query)
        return;
    memcpy(state->query + len, text.at, text.len);
    state->query[len + text.len] = '\0';
    state->list = (ListState){0};
}

static void rub_out(PaletteState *state) {
    Str query = str(state->query);
    state->query[query.len - text_last_cluster(query)] = '\0';
    state->list = (ListState){0};
}

/* Characters are typed; everything else is a command. Backspace on nothing goes back. */
static bool palette_text(App *app, ScreenState *screen, const Event *event) {
    (void)app;
    PaletteState *state = &screen->palette;
    if (event->kind == EVENT_PASTE) {
        const char *end = memchr(event->text.at, '\n', event->text.len);
        type(state,
             str_n(event->text.at, end == NULL ? event->text.len : (size_t)(end - event->text.at)));
        return true;
    }
    if (event->key.code == K_BACKSPACE && state->query[0] != '\0') {
        rub_out(state);
        return true;
    }
    if (event->key.code != K_RUNE || event->key.mods != 0)
        return false;
    char bytes[4];
    type(state, str_n(bytes, text_encode(event->key.rune, bytes)));
    return true;
}

/* ---- the screen ---- */

static void run_selected(App *app, const Found *found, int selected) {
    CommandId id = found->rows[selected].id;
    app_back(app);
    app->pending = id;
}

static bool palette_command(App *app, ScreenState *screen, CommandId command) {
    Found found;
    find(app, &app->scratch, screen->palette.query, &found);
    List list = list_of(&found);
    ListState *state = &screen->palette.list;
    if (screen_list_command(&list, state, list_rows(app), command))
        return true;
    if (command == CMD_NEXT || command == CMD_PREVIOUS)
        return screen_list_command(&list, state, list_rows(app),
                                   command == CMD_NEXT ? CMD_DOWN : CMD_UP);
    if (command == CMD_RIGHT || command == CMD_LEFT)
        return true;
    if (command != CMD_OPEN)
        return false;
    if (found.count > 0)
        run_selected(app, &found, state->selected);
    return true;
}

static void palette_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("All keys"));
}

static void palette_view(const App *app, const ScreenState *screen, const Canvas *body) {
    Found *found = arena_new(body->frame, Found, 1);
    find(app, body->frame, screen->palette.query, found);
    for (int row = 0; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    int col = 3 + paint(body, 3, 0, STYLE_DIM, _("Type to find a command:")) + 1;
    col += paint_fit(body, col, 0, body->cols - col - 2, STYLE_FIELD, screen->palette.query);
    List list = list_of(found);
    Canvas box = canvas_part(body, 0, HEAD_ROWS, found->cols, body->rows - HEAD_ROWS);
    if (found->count == 0)
        paint_fit(&box, 3, 0, box.cols - 4, STYLE_BODY,
                  _("No command has these words. Backspace removes what was typed."));
    list_view(&list, &screen->palette.list, &box);
    screen_more_items_below(&list, &screen->palette.list, &box);
    paint_cursor(body, col, 0, true); /* the list has put it on its row */
}

const ScreenClass screen_palette = {
    .name = "palette",
    .is_popup = true,
    .crumbs = palette_crumbs,
    .step = screen_no_step,
    .command = palette_command,
    .text = palette_text,
    .view = palette_view,
    .hints = {{CMD_OPEN, N_("run")}, {CMD_BACK, NULL}, {CMD_DOWN, NULL}, {CMD_UP, NULL}},
};
