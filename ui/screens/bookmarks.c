/*
 * The bookmarks in groups by kind, each group in the order in which they were set. What a
 * bookmark names is looked up each time: it bears the name that it has in the catalogue now, or
 * else the one that was kept with it.
 */
#include "ui/screens/screens.h"

#include "report/words.h"
#include "text/clean.h"

/* ---- rows ---- */

typedef enum Group {
    GROUP_PROGRAMS,
    GROUP_RESOURCES,
    GROUP_PROVIDERS,
    GROUP_COUNTRIES,
    GROUP_FIGURES,
    GROUP_SCREENS,
    GROUP_COUNT
} Group;

/* What a bookmark names: of the pointers at most one is set, none when it is gone. */
typedef struct MarkRow {
    const Bookmark *mark;
    BookmarkKind kind;
    const char *id; /* lent by the mark */
    Group group;
    const char *name; /* today's, else the kept one */
    const Program *program;
    const Provider *provider;
    const Country *country;
    const Figure *figure;
    const OpenScreen *screen;
    bool gone;
} MarkRow;

typedef struct MarkRows {
    const MarkRow *at;
    int count;
} MarkRows;

static const char *group_name(Group group) {
    static const char *const names[GROUP_COUNT] = {
        N_("Programs"),  N_("For every step"), N_("Providers"),
        N_("Countries"), N_("Figures"),        N_("Screens"),
    };
    return _(names[group]);
}

static void find_program(const App *app, MarkRow *row) {
    row->program = catalogue_program(app->catalogue, row->id);
    row->gone = row->program == NULL;
    row->group = !row->gone && row->program->cross_step ? GROUP_RESOURCES : GROUP_PROGRAMS;
    if (!row->gone)
        row->name = words_program_name(row->program);
}

static void find_provider(const App *app, MarkRow *row) {
    row->group = GROUP_PROVIDERS;
    row->provider = catalogue_provider(app->catalogue, row->id);
    row->gone = row->provider == NULL;
    if (!row->gone)
        row->name = words_provider_name(row->provider);
}

static void find_country(const App *app, MarkRow *row) {
    row->group = GROUP_COUNTRIES;
    row->country = catalogue_country_named(app->catalogue, row->id);
    row->gone = row->country == NULL;
    if (!row->gone)
        row->name = words_country_name(row->country);
}

static void find_figure(const App *app, MarkRow *row) {
    row->group = GROUP_FIGURES;
    row->figure = catalogue_figure(app->catalogue, row->id);
    row->gone = row->figure == NULL;
    if (!row->gone)
        row->name = tr_lang() == LANG_EN ? row->figure->title_en : row->figure->title;
}

static void find_screen(MarkRow *row) {
    row->group = GROUP_SCREENS;
    row->screen = screen_named(row->id);
    row->gone = row->screen == NULL;
    if (!row->gone)
        row->name = _(row->screen->name);
}

/* False for a kind that only a later kairo knows: it is kept, and not shown. */
static bool find(const App *app, const Bookmark *mark, MarkRow *row) {
    *row = (MarkRow){.mark = mark, .name = mark->name};
    if (!bookmark_key_parts(mark->key, &row->kind, &row->id))
        return false;
    switch (row->kind) {
    case BOOKMARK_PROGRAM:
        find_program(app, row);
        break;
    case BOOKMARK_PROVIDER:
        find_provider(app, row);
        break;
    case BOOKMARK_COUNTRY:
        find_country(app, row);
        break;
    case BOOKMARK_FIGURE:
        find_figure(app, row);
        break;
    case BOOKMARK_SCREEN:
        find_screen(row);
        break;
    case BOOKMARK_KIND_COUNT:
        return false;
    }
    return true;
}

/* Group by group; within one as they are kept. */
static MarkRows rows_of(const App *app, Arena *arena) {
    const Bookmarks *marks = &app->work.bookmarks;
    MarkRow *all = arena_new(arena, MarkRow, marks->count);
    MarkRow *rows = arena_new(arena, MarkRow, marks->count);
    size_t found = 0, count = 0;
    for (size_t i = 0; i < marks->count; i++)
        found += find(app, &marks->at[i], &all[found]) ? 1 : 0;
    for (int group = 0; group < GROUP_COUNT; group++)
        for (size_t i = 0; i < found; i++)
            if ((int)all[i].group == group)
                rows[count++] = all[i];
    return (MarkRows){rows, (int)count};
}

/* By its key; one that was taken away leaves its place to the one that moved up. */
static int selected_row(const BookmarksState *state, MarkRows rows) {
    for (int i = 0; state->key != NULL && i < rows.count; i++)
        if (strcmp(rows.at[i].mark->key, state->key) == 0)
            return i;
    return MAX_OF(MIN_OF(state->list.selected, rows.count - 1), 0);
}

/* False when there is none. By its key alone, if that is there: the palette asks often. */
static bool selected(const App *app, const BookmarksState *state, Arena *arena, MarkRow *out) {
    const Bookmark *mark =
        state->key == NULL ? NULL : bookmarks_find(&app->work.bookmarks, state->key);
    if (mark != NULL && find(app, mark, out))
        return true;
    MarkRows rows = rows_of(app, arena);
    if (rows.count == 0)
        return false;
    *out = rows.at[selected_row(state, rows)];
    return true;
}

/* ---- the list, measured ---- */

enum {
    PLAN_COL = 3,
    NAME_COL = 5,
    NAME_LEAST = 24,
    USUAL_COLS = 80,
    STEP_COLS = 2, /* the step's number, blank */
    PROVIDER_COLS = 16,
    LIST_MOST = 100,
    GAP = 2,
};

typedef struct MarkList {
    const App *app;
    Arena *arena;
    MarkRows rows;
    WrapLines *names, *notes;
    int cols, name_cols;
    int where; /* where the step and provider begin, -1 when they are not shown */
    int when;  /* where the day ends, -1 likewise */
} MarkList;

/* A name of which nothing would be seen gives way to the id. */
static const char *name_text(const MarkList *of, const MarkRow *row) {
    const char *name = arena_copy(of->arena, text_clean(of->arena, str(row->name)));
    return text_width(str(name), of->app->ambiguous) > 0 ? name : row->id;
}

static const char *when_text(const MarkList *of, const MarkRow *row) {
    return screen_when(of->app, of->arena, row->mark->at);
}

typedef const char *RowText(const MarkList *of, const MarkRow *row);

static int widest(const MarkList *of, RowText *text, int least) {
    for (int i = 0; i < of->rows.count; i++)
        least = MAX_OF(least, text_width(str(text(of, &of->rows.at[i])), of->app->ambiguous));
    return least;
}

/* The day gives way before the provider, both before the name. */
static void measure(MarkList *of) {
    int room = of->cols - NAME_COL - GAP;
    int where = STEP_COLS + PROVIDER_COLS + GAP, when = widest(of, when_text, 0) + GAP;
    where = room - where >= NAME_LEAST ? where : 0;
    room -= where;
    when = room - when >= NAME_LEAST ? when : 0;
    room -= when;
    int beyond = MAX_OF(of->cols - USUAL_COLS, 0); /* for long names alone: facts stay near */
    room = MIN_OF(room, widest(of, name_text, room - beyond));
    of->name_cols = room;
    of->where = where == 0 ? -1 : NAME_COL + room + GAP;
    of->when = when == 0 ? -1 : NAME_COL + room + where + when;
}

static const char *note_of(const MarkRow *row) {
    if (!row->gone)
        return "";
    return row->kind == BOOKMARK_SCREEN ? _("This kairo has no such screen.")
                                        : _("It is no longer in the catalogue.");
}

static void wrap_row(MarkList *of, int i) {
    const MarkRow *row = &of->rows.at[i];
    of->names[i] = screen_lines(of->app, of->arena, name_text(of, row), of->name_cols);
    if (row->gone)
        of->notes[i] = screen_lines(of->app, of->arena, note_of(row), of->cols - NAME_COL - GAP);
}

static MarkList *mark_list(const App *app, Arena *arena) {
    MarkList *of = arena_new(arena, MarkList, 1);
    *of = (MarkList){.app = app, .arena = arena, .cols = MIN_OF(app->cols, LIST_MOST)};
    of->rows = rows_of(app, arena);
    of->names = arena_new(arena, WrapLines, (size_t)of->rows.count);
    of->notes = arena_new(arena, WrapLines, (size_t)of->rows.count);
    measure(of);
    for (int i = 0; i < of->rows.count; i++)
        wrap_row(of, i);
    return of;
}

/* The heading of a group over its first, and a blank line over that. */
static int heading_rows(const MarkList *of, int item) {
    if (item == 0)
        return 1;
    return of->rows.at[item].group == of->rows.at[item - 1].group ? 0 : 2;
}

static int item_height(const void *context, int item) {
    const MarkList *of = context;
    return heading_rows(of, item) + (int)(of->names[item].count + of->notes[item].count);
}

static void paint_where(const MarkList *of, const Canvas *line, const MarkRow *row) {
    const Program *program = row->program;
    if (program != NULL && !program->cross_step)
        paint(line, of->where, 0, STYLE_STEP(program->step),
              arena_printf(line->frame, "%d", program->step));
    if (program != NULL)
        paint_fit(line, of->where + STEP_COLS, 0, PROVIDER_COLS, STYLE_DIM,
                  words_provider_short(line->frame, program->provider));
    if (row->country != NULL)
        paint_fit(line, of->where + STEP_COLS, 0, PROVIDER_COLS, STYLE_DIM,
                  words_region_name(row->country));
    if (row->figure != NULL)
        paint_fit(line, of->where + STEP_COLS, 0, PROVIDER_COLS, STYLE_DIM,
                  arena_printf(line->frame, _("slide %d"), row->figure->slide));
}

static void paint_row(const MarkList *of, const Canvas *line, int item) {
    const MarkRow *row = &of->rows.at[item];
    int step = row->program == NULL || row->program->cross_step ? 0 : row->program->step;
    if (row->kind == BOOKMARK_PROGRAM && work_item(of->app, row->id) != NULL)
        paint(line, PLAN_COL, 0, STYLE_STEP(step), mark_planned(line->grid));
    screen_paint_lines(line, NAME_COL, 0, STYLE_BODY, of->names[item]);
    screen_paint_lines(line, NAME_COL, (int)of->names[item].count, STYLE_DIM, of->notes[item]);
    if (of->where >= 0)
        paint_where(of, line, row);
    if (of->when >= 0)
        paint_right(line, of->when, 0, STYLE_DIM, screen_when(of->app, line->frame, row->mark->at));
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool here) {
    const MarkList *of = context;
    int heading = heading_rows(of, item);
    if (heading > 0)
        paint(canvas, PLAN_COL, heading - 1, STYLE_STEP0, group_name(of->rows.at[item].group));
    Canvas line = canvas_shifted(canvas, heading, item_height(of, item) - heading);
    if (here)
        screen_mark(&line);
    if (of->rows.at[item].program != NULL && compared_has(of->app, of->rows.at[item].id))
        screen_compared(&line, here);
    paint_row(of, &line, item);
}

static int item_lead(const void *context, int item) {
    return heading_rows(context, item);
}

static List list_of(const MarkList *of) {
    return (List){of->rows.count, of, item_height, item_paint, item_lead};
}

/* ---- the screen ---- */

/* The sentence over the list: what is wrong, or what can be done. */
static WrapLines intro(const MarkList *of) {
    const Work *work = &of->app->work;
    const char *text = _("Enter opens what was bookmarked, b takes the bookmark away.");
    if (!is_absent(work->bookmarks_problem))
        text = arena_printf(of->arena, _("The bookmarks on disk cannot be read: %s"),
                            work->bookmarks_problem);
    else if (of->rows.count == 0)
        text =
            _("There are no bookmarks yet. On a program, provider, country or figure b sets one; B "
              "sets one on a whole screen.");
    return screen_lines(of->app, of->arena, text, MIN_OF(of->cols, USUAL_COLS) - PLAN_COL - GAP);
}

/* What is wrong in red; what to do on an empty screen as plain text. */
static Style intro_style(const MarkList *of) {
    if (!is_absent(of->app->work.bookmarks_problem))
        return STYLE_WARN;
    return of->rows.count == 0 ? STYLE_BODY : STYLE_DIM;
}

static int list_rows(const MarkList *of) {
    return MAX_OF(app_body_rows(of->app) - (int)intro(of).count - 1, 1);
}

static ListState state_now(const MarkList *of, const BookmarksState *state) {
    return (ListState){selected_row(state, of->rows), state->list.top};
}

static bool in_list(App *app, BookmarksState *state, CommandId command) {
    MarkList *of = mark_list(app, &app->scratch);
    List list = list_of(of);
    state->list = state_now(of, state);
    bool moved = screen_list_command(&list, &state->list, list_rows(of), command);
    if (moved && of->rows.count > 0)
        state->key = app_keep_text(app, of->rows.at[state->list.selected].mark->key);
    return moved;
}

/* ---- opening ---- */

static void open_screen(App *app, const OpenScreen *screen) {
    if (screen->command == CMD_NONE)
        app_go_to_step(app, app->stack[0].roadmap.pane);
    else
        app_run(app, screen->command);
}

static void open(App *app, const MarkRow *row) {
    if (row->program != NULL)
        app_open_program(app, row->program);
    else if (row->provider != NULL)
        app_open_provider(app, row->provider);
    else if (row->figure != NULL)
        app_open(app, (ScreenState){.id = SCREEN_FIGURE, .figure = {row->figure, {.link = -1}}});
    else if (row->screen != NULL)
        open_screen(app, row->screen);
    else if (row->country != NULL)
        app_open_country(app, row->country);
    else
        app_say(app, "%s", note_of(row));
}

static bool bookmarks_command(App *app, ScreenState *screen, CommandId command) {
    MarkRow row;
    if (in_list(app, &screen->bookmarks, command))
        return true;
    if (command != CMD_OPEN || !selected(app, &screen->bookmarks, &app->scratch, &row))
        return false;
    open(app, &row);
    return true;
}

static const char *bookmarks_disabled(const App *app, const ScreenState *screen,
                                      CommandId command) {
    bool opens = command == CMD_OPEN || command == CMD_RIGHT;
    (void)screen;
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    return opens && app->work.bookmarks.count == 0 ? _("There are no bookmarks yet.") : NULL;
}

static Subject bookmarks_subject(const App *app, const ScreenState *screen, Arena *arena) {
    MarkRow row;
    if (!selected(app, &screen->bookmarks, arena, &row))
        return (Subject){.id = "", .name = ""};
    return (Subject){row.kind, arena_copy(arena, str(row.id)), arena_copy(arena, str(row.name)),
                     row.program};
}

static void bookmarks_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Bookmarks"));
}

static void bookmarks_view(const App *app, const ScreenState *screen, const Canvas *body) {
    MarkList *of = mark_list(app, body->frame);
    List list = list_of(of);
    ListState state = state_now(of, &screen->bookmarks);
    WrapLines lines = intro(of);
    screen_paint_lines(body, PLAN_COL, 0, intro_style(of), lines);
    Canvas box = canvas_part(body, 0, (int)lines.count + 1, of->cols, list_rows(of));
    list_view(&list, &state, &box);
    screen_more_items_below(&list, &state, &box);
}

/* ---- the session ---- */

static void bookmarks_keep(const App *app, const ScreenState *screen, Keep *keep) {
    Arena arena = {0};
    MarkRow row;
    if (selected(app, &screen->bookmarks, &arena, &row))
        keep_text(keep, "mark", row.mark->key);
    keep_number(keep, "top", screen->bookmarks.list.top);
    arena_release(&arena);
}

static bool bookmarks_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->bookmarks.key = recall_text_or_null(recall, "mark");
    screen->bookmarks.list.top = recall_count(recall, "top");
    return true;
}

const ScreenClass screen_bookmarks = {
    .name = "bookmarks",
    .crumbs = bookmarks_crumbs,
    .step = screen_no_step,
    .command = bookmarks_command,
    .disabled = bookmarks_disabled,
    .subject = bookmarks_subject,
    .keep = bookmarks_keep,
    .recall = bookmarks_recall,
    .view = bookmarks_view,
    /* TRANSLATORS: hint: the bookmark */
    .hints = {{CMD_OPEN, NULL},
              {CMD_BOOKMARK, N_("take away")},
              {CMD_COMPARE, NULL},
              {CMD_TOGGLE, NULL},
              {CMD_BACK, NULL},
              {CMD_UNDO, NULL}},
};
