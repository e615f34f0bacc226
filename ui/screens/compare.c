/*
 * Two to four programs side by side: the state and its commands. A row is remembered by its key
 * and a column by its program, so that a filter, another language or one program less moves
 * neither.
 */
#include "ui/screens/compare_screen.h"

#include "ui/screens/program_row.h"

int compare_focus(const App *app, const CompareState *state) {
    int at = compared_find(app, state->focus);
    return at >= 0 || app->compared.count == 0 ? at : 0;
}

static bool is_enough(const App *app) {
    return app->compared.count >= COMPARED_LEAST;
}

/* ---- commands ---- */

/* Takes over where the view stands: the row it found, and the columns it shows. */
static void settle(App *app, CompareState *state) {
    CompareView *view = compare_view_of(app, &app->scratch, state);
    List list = compare_view_list(view);
    state->list = view->list;
    state->first = view->first;
    list_settle(&list, &state->list, view->list_rows);
}

static bool in_list(App *app, CompareState *state, CommandId command) {
    CompareView *view = compare_view_of(app, &app->scratch, state);
    List list = compare_view_list(view);
    ListState at = view->list;
    if (!screen_list_command(&list, &at, view->list_rows, command))
        return false;
    state->list = at;
    if (view->count > 0)
        state->row = app_keep_text(app, compare_item_key(&view->items[at.selected]));
    return true;
}

/* The arrows stop at the ends, Tab goes round. */
static bool between_columns(App *app, CompareState *state, CommandId command) {
    int count = app->compared.count, at = compare_focus(app, state);
    switch (command) {
    case CMD_LEFT:
        at = MAX_OF(at - 1, 0);
        break;
    case CMD_RIGHT:
        at = MIN_OF(at + 1, count - 1);
        break;
    case CMD_NEXT:
        at = (at + 1) % count;
        break;
    case CMD_PREVIOUS:
        at = (at + count - 1) % count;
        break;
    default:
        return false;
    }
    state->focus = app->compared.at[at];
    settle(app, state);
    return true;
}

/* The next one takes its place. */
static void take_out(App *app, ScreenState *screen) {
    CompareState *state = &screen->compare;
    int at = compare_focus(app, state);
    compared_command(app, screen, CMD_MARK);
    int last = app->compared.count - 1;
    state->focus = last < 0 ? NULL : app->compared.at[MIN_OF(at, last)];
}

static bool of_focus(App *app, ScreenState *screen, CommandId command) {
    int at = compare_focus(app, &screen->compare);
    if (at < 0 || (command != CMD_OPEN && command != CMD_MARK))
        return false;
    if (command == CMD_OPEN)
        app_open_program(app, app->compared.at[at]);
    else
        take_out(app, screen);
    return true;
}

static bool compare_command(App *app, ScreenState *screen, CommandId command) {
    CompareState *state = &screen->compare;
    if (of_focus(app, screen, command))
        return true;
    if (!is_enough(app))
        return command >= CMD_UP && command <= CMD_PAGE_DOWN && command != CMD_LEFT &&
               command != CMD_RIGHT;
    if (command == CMD_FILTER) {
        state->differing = !state->differing;
        settle(app, state);
        return true;
    }
    return in_list(app, state, command) || between_columns(app, state, command);
}

static const char *compare_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)screen;
    switch (command) {
    case CMD_OPEN:
    case CMD_RIGHT:
        return app->compared.count == 0 ? compared_why_not_enough(app) : NULL;
    case CMD_NEXT:
    case CMD_PREVIOUS:
    case CMD_FILTER:
        return compared_why_not_enough(app);
    case CMD_ADDRESS:
        return _("Open a program first; its card has the address.");
    default:
        return NULL;
    }
}

static const char *compare_hint(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    /* TRANSLATORS: hint: show all rows of the comparison again */
    return command == CMD_FILTER && screen->compare.differing ? _("all rows") : NULL;
}

static Subject compare_subject(const App *app, const ScreenState *screen, Arena *arena) {
    int at = compare_focus(app, &screen->compare);
    (void)arena;
    return screen_program_subject(at < 0 ? NULL : app->compared.at[at]);
}

static void compare_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Comparison"));
}

/* ---- the session ---- */

static void compare_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const CompareState *state = &screen->compare;
    (void)app;
    keep_text(keep, "row", state->row);
    keep_text(keep, "program", state->focus == NULL ? NULL : state->focus->id);
    keep_number(keep, "first", state->first);
    keep_number(keep, "top", state->list.top);
    keep_number(keep, "differing", state->differing);
}

static bool compare_recall(App *app, ScreenState *screen, const Recall *recall) {
    screen->compare = (CompareState){
        .list.top = recall_count(recall, "top"),
        .row = recall_text_or_null(recall, "row"),
        .focus = catalogue_program(app->catalogue, recall_text(recall, "program")),
        .first = (int)recall_number(recall, "first", 0, COMPARED_MOST - 1),
        .differing = recall_number(recall, "differing", 1, 1) != 0,
    };
    return true;
}

/* ---- the screen ---- */

/* Too few to compare: how to mark more, and the one that is. */
static void paint_too_few(const App *app, const Canvas *body) {
    enum { LEFT = 3, MOST = 76, TOP = 1 };
    const Program *only = app->compared.count > 0 ? app->compared.at[0] : NULL;
    const char *text =
        only == NULL ? _("Nothing is marked for comparing yet. c on a program, in a list or on its "
                         "card, marks it; two to four programs can be compared.")
                     : _("To compare this program, mark one to three others: c on a program, in a "
                         "list or on its card.");
    WrapLines lines =
        screen_lines(app, body->frame, text, MIN_OF(body->cols, (int)MOST) - LEFT - 1);
    screen_paint_lines(body, LEFT, TOP, STYLE_BODY, lines);
    if (only == NULL)
        return;
    RowShape shape = row_shape(body->cols - 2, row_has_badges(only));
    int row = TOP + (int)lines.count + 1;
    Canvas part = canvas_part(body, 1, row, shape.cols, body->rows - row);
    row_paint(app, &part, 0, &shape, only, true);
}

static void compare_view(const App *app, const ScreenState *screen, const Canvas *body) {
    if (is_enough(app))
        compare_view_paint(compare_view_of(app, body->frame, &screen->compare), body);
    else
        paint_too_few(app, body);
}

const ScreenClass screen_compare = {
    .name = "compare",
    .crumbs = compare_crumbs,
    .step = screen_no_step,
    .command = compare_command,
    .disabled = compare_disabled,
    .hint = compare_hint,
    .subject = compare_subject,
    .keep = compare_keep,
    .recall = compare_recall,
    .view = compare_view,
    /* TRANSLATORS: hints of the comparison: open the card, the next program, … */
    .hints = {{CMD_OPEN, N_("card")},
              {CMD_NEXT, N_("next one")},
              {CMD_FILTER, N_("what differs")},
              {CMD_MARK, N_("take out")},
              {CMD_TOGGLE, NULL},
              {CMD_BACK, NULL},
              {CMD_STATUS, NULL},
              {CMD_NOTE, NULL},
              {CMD_BOOKMARK, NULL}},
};
