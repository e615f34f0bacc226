/*
 * All plans, one for each company: those in use by their latest change, what is in the archive
 * below them, damaged ones on top. The active plan's row is what is in memory, so it is there
 * before it is on disk, and never behind.
 */
#include "ui/screens/screens.h"

#include "text/clean.h"

/* ---- rows ---- */

typedef enum Group { GROUP_DAMAGED, GROUP_IN_USE, GROUP_ARCHIVED } Group;

typedef struct PlanRow {
    ShelfRow row;
    size_t place; /* by name, for those of one stamp */
} PlanRow;

typedef struct PlanRows {
    const PlanRow *at;
    int count;
} PlanRows;

static bool is_active(const App *app, const ShelfRow *row) {
    return strcmp(row->file, app->work.file) == 0;
}

static bool is_damaged(const ShelfRow *row) {
    return !is_absent(row->problem);
}

static Group group_of(const ShelfRow *row) {
    return is_damaged(row) ? GROUP_DAMAGED : row->archived ? GROUP_ARCHIVED : GROUP_IN_USE;
}

static ShelfRow active_row(const App *app) {
    const Work *work = &app->work;
    ShelfRow row = {.file = work->file,
                    .name = work->plan.name,
                    .problem = work->problem,
                    .updated = work->plan.updated,
                    .items = work->plan.count,
                    .archived = work->plan.archived};
    for (size_t i = 0; i < work->plan.count; i++)
        row.done += plan_status_of(&work->plan.items[i]) == PLAN_DONE ? 1 : 0;
    return row;
}

static int by_change(const void *a, const void *b) {
    const PlanRow *x = a, *y = b;
    int order = (int)group_of(&x->row) - (int)group_of(&y->row);
    if (order == 0)
        order = strcmp(y->row.updated, x->row.updated);
    return order != 0 ? order : x->place < y->place ? -1 : 1;
}

static PlanRows rows_of(const App *app, Arena *arena) {
    const ShelfRows *shelf = &app->work.shelf;
    PlanRow *rows = arena_new(arena, PlanRow, shelf->count + 1);
    size_t count = 1;
    rows[0] = (PlanRow){.row = active_row(app)};
    for (size_t i = 0; i < shelf->count; i++)
        if (is_active(app, &shelf->at[i]))
            rows[0].place = i;
        else
            rows[count++] = (PlanRow){shelf->at[i], i};
    qsort(rows, count, sizeof *rows, by_change);
    return (PlanRows){rows, (int)count};
}

static int row_of_file(PlanRows rows, const char *file) {
    for (int i = 0; i < rows.count; i++)
        if (strcmp(rows.at[i].row.file, file) == 0)
            return i;
    return -1;
}

/* By its file; a plan that has gone leaves its place to the one that moved up. */
static int selected_row(const App *app, const PlansState *state, PlanRows rows) {
    int found = row_of_file(rows, state->file == NULL ? app->work.file : state->file);
    return found >= 0 ? found : MAX_OF(MIN_OF(state->list.selected, rows.count - 1), 0);
}

static const ShelfRow *selected(const App *app, const PlansState *state, Arena *arena) {
    PlanRows rows = rows_of(app, arena);
    return &rows.at[selected_row(app, state, rows)].row;
}

/* ---- the list, measured ---- */

enum {
    PLAN_COL = 3, /* the mark of the active plan */
    NAME_COL = 5,
    NAME_LEAST = 20,
    USUAL_COLS = 80,
    LIST_MOST = 100,
    GAP = 2,
};

typedef struct PlanList {
    const App *app;
    Arena *arena;
    PlanRows rows;
    WrapLines *names, *problems;
    int cols, name_cols;
    int items, done, when; /* where the columns end; -1 for those that are not shown */
} PlanList;

static const char *items_text(const PlanList *of, const ShelfRow *row) {
    int items = (int)row->items;
    return arena_printf(of->arena, tr_plural("%d program", "%d programs", items), items);
}

static const char *done_text(const PlanList *of, const ShelfRow *row) {
    return row->done == 0 ? "" : arena_printf(of->arena, _("%d done"), (int)row->done);
}

static const char *when_text(const PlanList *of, const ShelfRow *row) {
    const Work *work = &of->app->work;
    bool active = is_active(of->app, row);
    if (active && !is_absent(work->unsaved))
        return _("not saved");
    return active && is_absent(row->file) ? "" : screen_when(of->app, of->arena, row->updated);
}

/* A name of which nothing would be seen gives way to the file's. */
static const char *name_text(const PlanList *of, const ShelfRow *row) {
    const char *name = arena_copy(of->arena, text_clean(of->arena, str(row->name)));
    return text_width(str(name), of->app->ambiguous) > 0 ? name : row->file;
}

typedef const char *RowText(const PlanList *of, const ShelfRow *row);

static int widest(const PlanList *of, RowText *text, int least) {
    for (int i = 0; i < of->rows.count; i++)
        least = MAX_OF(least, text_width(str(text(of, &of->rows.at[i].row)), of->app->ambiguous));
    return least;
}

static const char *when_heading(void) {
    /* TRANSLATORS: over the days on which plans were changed last */
    return tr_context("column", "Changed");
}

/* A column's cells, its gap before it, if the names can spare them; else 0. */
static int spare(int *room, int cells) {
    if (cells == 0 || *room - cells - GAP < NAME_LEAST)
        return 0;
    *room -= cells + GAP;
    return cells + GAP;
}

/* How many are in it gives way last. */
static void measure(PlanList *of) {
    int room = of->cols - NAME_COL - GAP;
    int heading = text_width(str(when_heading()), of->app->ambiguous);
    int items = spare(&room, widest(of, items_text, 0));
    int when = spare(&room, widest(of, when_text, heading));
    int done = spare(&room, widest(of, done_text, 0));
    int beyond = MAX_OF(of->cols - USUAL_COLS, 0); /* for long names alone: facts stay near */
    room = MIN_OF(room, widest(of, name_text, room - beyond));
    of->name_cols = room;
    of->items = items == 0 ? -1 : NAME_COL + room + items;
    of->done = done == 0 ? -1 : NAME_COL + room + items + done;
    of->when = when == 0 ? -1 : NAME_COL + room + items + done + when;
}

/* "…/elm.yaml:12:3: what" without the way there. */
static const char *damage_text(Arena *arena, const ShelfRow *row) {
    const char *file = strstr(row->problem, row->file);
    const char *place = file == NULL ? row->problem : file + strlen(row->file);
    if (file == NULL || place[0] != ':')
        return row->problem;
    int line = (int)strtol(place + 1, NULL, 10);
    const char *what = strstr(place, ": ");
    return arena_printf(arena, _("damaged in line %d: %s"), line, what == NULL ? "" : what + 2);
}

static void wrap_row(PlanList *of, int i) {
    const ShelfRow *row = &of->rows.at[i].row;
    of->names[i] = screen_lines(of->app, of->arena, name_text(of, row), of->name_cols);
    if (is_damaged(row))
        of->problems[i] = screen_lines(of->app, of->arena, damage_text(of->arena, row),
                                       of->cols - NAME_COL - GAP);
}

static PlanList *plan_list(const App *app, Arena *arena) {
    PlanList *of = arena_new(arena, PlanList, 1);
    *of = (PlanList){.app = app, .arena = arena, .cols = MIN_OF(app->cols, LIST_MOST)};
    of->rows = rows_of(app, arena);
    of->names = arena_new(arena, WrapLines, (size_t)of->rows.count);
    of->problems = arena_new(arena, WrapLines, (size_t)of->rows.count);
    measure(of);
    for (int i = 0; i < of->rows.count; i++)
        wrap_row(of, i);
    return of;
}

/* The heading over the archive, and a blank line over that. */
static int heading_rows(const PlanList *of, int item) {
    bool first = group_of(&of->rows.at[item].row) == GROUP_ARCHIVED &&
                 (item == 0 || group_of(&of->rows.at[item - 1].row) != GROUP_ARCHIVED);
    return !first ? 0 : item == 0 ? 1 : 2;
}

static int item_height(const void *context, int item) {
    const PlanList *of = context;
    return heading_rows(of, item) + (int)(of->names[item].count + of->problems[item].count);
}

static void paint_facts(const PlanList *of, const Canvas *line, const ShelfRow *row) {
    bool unsaved = is_active(of->app, row) && !is_absent(of->app->work.unsaved);
    if (is_damaged(row))
        return;
    if (of->items >= 0)
        paint_right(line, of->items, 0, row->items == 0 ? STYLE_DIM : STYLE_BODY,
                    items_text(of, row));
    if (of->done >= 0)
        paint_right(line, of->done, 0, STYLE_GOOD, done_text(of, row));
    if (of->when >= 0)
        paint_right(line, of->when, 0, unsaved ? STYLE_WARN : STYLE_DIM, when_text(of, row));
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool here) {
    const PlanList *of = context;
    const ShelfRow *row = &of->rows.at[item].row;
    int heading = heading_rows(of, item);
    bool active = is_active(of->app, row);
    if (heading > 0)
        /* TRANSLATORS: heading over the plans that were put in the archive */
        paint(canvas, PLAN_COL, heading - 1, STYLE_DIM, _("In the archive"));
    Canvas line = canvas_shifted(canvas, heading, item_height(of, item) - heading);
    if (here)
        screen_mark(&line);
    if (active)
        paint(&line, PLAN_COL, 0, STYLE_STRONG, mark_planned(line.grid));
    screen_paint_lines(&line, NAME_COL, 0, active ? STYLE_STRONG : STYLE_BODY, of->names[item]);
    screen_paint_lines(&line, NAME_COL, (int)of->names[item].count, STYLE_WARN, of->problems[item]);
    paint_facts(of, &line, row);
}

static List list_of(const PlanList *of) {
    return (List){of->rows.count, of, item_height, item_paint, NULL};
}

/* ---- the screen ---- */

/* The sentence over the list, left of the heading of the last column. */
static WrapLines intro(const PlanList *of) {
    const char *text = of->app->work.read_only
                           ? _("One plan for each company: Enter shows another.")
                           : _("One plan for each company: Enter switches, a makes a new one.");
    int end = of->when < 0 ? of->cols - 1
                           : of->when - text_width(str(when_heading()), of->app->ambiguous) - GAP;
    return screen_lines(of->app, of->arena, text, end - PLAN_COL);
}

static int list_rows(const PlanList *of) {
    return MAX_OF(app_body_rows(of->app) - (int)intro(of).count - 1, 1);
}

/* The state with its row found again. */
static ListState state_now(const PlanList *of, const PlansState *state) {
    ListState now = state->list;
    now.selected = selected_row(of->app, state, of->rows);
    return now;
}

static bool in_list(App *app, PlansState *state, CommandId command) {
    PlanList *of = plan_list(app, &app->scratch);
    List list = list_of(of);
    state->list = state_now(of, state);
    bool moved = screen_list_command(&list, &state->list, list_rows(of), command);
    if (moved)
        state->file = app_keep_text(app, of->rows.at[state->list.selected].row.file);
    return moved;
}

/* ---- what can be done with a plan ---- */

/* The row's file, for an effect: a list that comes before it takes the row away. */
static const char *file_of(App *app, const ShelfRow *row) {
    return arena_copy(&app->scratch, str(row->file));
}

static void switch_to(App *app, const ShelfRow *row) {
    if (is_active(app, row) && !is_damaged(row))
        plans_show_active(app);
    else
        plans_switch(app, (Effect){.kind = EFFECT_OPEN_PLAN, .file = file_of(app, row)});
}

static bool is_name_of_any(PlanRows rows, const char *name) {
    for (int i = 0; i < rows.count; i++)
        if (strcmp(rows.at[i].row.name, name) == 0)
            return true;
    return false;
}

/* The old name and what tells the copy from it, which people may change. */
static void copy(App *app, const ShelfRow *row) {
    PlanRows rows = rows_of(app, &app->scratch);
    /* TRANSLATORS: the name of a plan that is a copy of the plan %s */
    const char *name = arena_printf(&app->scratch, _("%s (copy)"), row->name);
    for (int i = 2; is_name_of_any(rows, name) && i <= rows.count + 1; i++)
        /* TRANSLATORS: the same for a further copy, with its number */
        name = arena_printf(&app->scratch, _("%s (copy %d)"), row->name, i);
    app_open_prompt(app, PROMPT_PLAN_DUPLICATE, row->file, name);
}

static void archive_active(App *app) {
    Plan *plan = &app->work.plan;
    PlanChange change = {0};
    Err err;
    bool away = !plan->archived;
    const char *name = plan_quote(&app->scratch, str(plan->name));
    if (!work_may_change(app))
        return;
    if (!plan_archive(plan, away, work_time(app), &change, &err)) {
        app_say(app, "%s", err.text);
    } else if (away) {
        work_did(app, &change, _("Put the plan \"%s\" in the archive"), name);
        app_say(app, _("Plan \"%s\" put in the archive; you are still working on it."), name);
    } else {
        work_did(app, &change, _("Brought the plan \"%s\" back from the archive"), name);
    }
    plan_change_release(&change);
}

static void archive(App *app, const ShelfRow *row) {
    if (is_active(app, row))
        archive_active(app);
    else
        app_ask(app, (Effect){.kind = EFFECT_ARCHIVE_PLAN, .file = file_of(app, row)});
}

static bool plans_command(App *app, ScreenState *screen, CommandId command) {
    if (in_list(app, &screen->plans, command))
        return true;
    const ShelfRow *row = selected(app, &screen->plans, &app->scratch);
    switch (command) {
    case CMD_OPEN:
        switch_to(app, row);
        return true;
    case CMD_NEW:
        app_open_prompt(app, PROMPT_PLAN_NEW, "", "");
        return true;
    case CMD_RENAME:
        app_open_prompt(app, PROMPT_PLAN_RENAME, row->file, row->name);
        return true;
    case CMD_DUPLICATE:
        copy(app, row);
        return true;
    case CMD_ARCHIVE:
        archive(app, row);
        return true;
    default:
        return false;
    }
}

static const char *why_not_of_row(const App *app, const PlansState *state) {
    Arena arena = {0};
    bool damaged = is_damaged(selected(app, state, &arena));
    arena_release(&arena);
    return damaged ? _("This plan is damaged; Enter opens it and offers its last good version.")
                   : NULL;
}

static const char *plans_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool of_row = command == CMD_RENAME || command == CMD_DUPLICATE || command == CMD_ARCHIVE;
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    if ((of_row || command == CMD_NEW) && app->work.read_only)
        return work_why_fixed(app);
    return of_row ? why_not_of_row(app, &screen->plans) : NULL;
}

static void plans_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Plans"));
}

static void plans_view(const App *app, const ScreenState *screen, const Canvas *body) {
    PlanList *of = plan_list(app, body->frame);
    List list = list_of(of);
    ListState state = state_now(of, &screen->plans);
    WrapLines lines = intro(of);
    screen_paint_lines(body, PLAN_COL, 0, STYLE_DIM, lines);
    if (of->when >= 0)
        paint_right(body, of->when, 0, STYLE_DIM, when_heading());
    Canvas box = canvas_part(body, 0, (int)lines.count + 1, of->cols, list_rows(of));
    list_view(&list, &state, &box);
    screen_more_items_below(&list, &state, &box);
}

/* ---- the session ---- */

static void plans_keep(const App *app, const ScreenState *screen, Keep *keep) {
    Arena arena = {0};
    keep_text(keep, "file", selected(app, &screen->plans, &arena)->file);
    keep_number(keep, "top", screen->plans.list.top);
    arena_release(&arena);
}

static bool plans_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->plans.file = recall_text_or_null(recall, "file");
    screen->plans.list.top = recall_count(recall, "top");
    return true;
}

const ScreenClass screen_plans = {
    .name = "plans",
    .crumbs = plans_crumbs,
    .step = screen_no_step,
    .command = plans_command,
    .disabled = plans_disabled,
    .keep = plans_keep,
    .recall = plans_recall,
    .view = plans_view,
    /* TRANSLATORS: hints: to another plan; give the plan another name */
    .hints = {{CMD_OPEN, N_("switch")},
              {CMD_NEW, NULL},
              {CMD_RENAME, N_("rename it")},
              {CMD_DUPLICATE, NULL},
              {CMD_ARCHIVE, NULL},
              {CMD_BACK, NULL},
              {CMD_UNDO, NULL}},
};
