/* See frame.h. */
#include "ui/frame.h"

#include "report/words.h"
#include "text/clean.h"
#include "ui/plan_commands.h"
#include "ui/screens/screens.h"

/* ---- breadcrumb ---- */

static Crumbs collect(const App *app, Arena *arena) {
    Crumbs way = {.arena = arena};
    for (int i = 0; i < app->depth; i++) {
        const ScreenClass *screen = screen_class(app->stack[i].id);
        if (!screen->is_popup || i == app->depth - 1)
            screen->crumbs(app, &app->stack[i], &way);
    }
    return way;
}

enum { CRUMB_GAP = 3 }; /* blank, mark, blank */

/* ---- the active plan ---- */

/* What keeps the plan from being safe, in a word; "" when all is saved. */
static const char *plan_state(const App *app) {
    if (work_is_unsaved(app))
        return _("not saved");
    if (!is_absent(app->work.problem))
        return _("damaged");
    /* TRANSLATORS: beside the plan's name: opened with --read-only */
    return app->work.read_only ? _("read only") : "";
}

/* A company is known by its own name: its legal form goes before anything of that is cut. */
static const char *without_legal_form(const char *name) {
    static const char *const forms[] = {"株式会社", "有限会社", "合同会社", "合資会社", "合名会社",
                                        "（株）",   "（有）",   "㈱",       "㈲"};
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (str_starts(str(name), str(forms[i])) && strlen(name) > strlen(forms[i]))
            return name + strlen(forms[i]) + strspn(name + strlen(forms[i]), " ");
    return name;
}

/* How many programs are marked for comparing, ending before column `end`. Returns where it begins.
 */
static int marked(const App *app, const Canvas *whole, int row, int end) {
    enum { IN_WORDS_FROM = 60 /* columns */ };
    int count = app->compared.count;
    if (count == 0)
        return end;
    /* TRANSLATORS: in the top row: so many programs are marked for comparing */
    const char *text = arena_printf(whole->frame, _("compare %d"), count);
    if (whole->cols < IN_WORDS_FROM)
        text = arena_printf(whole->frame, "%s%d", mark_compared(), count);
    return paint_right(whole, end - 1, row, STYLE_DIM, text);
}

/* Its name at the right end of the top row, and its state. Returns where it begins. */
static int active_plan(const App *app, const Canvas *whole, int row) {
    const char *state = plan_state(app);
    const char *name = arena_copy(whole->frame, text_clean(whole->frame, str(app->work.plan.name)));
    int gap = is_absent(state) ? 0 : paint_width(whole, state) + 1;
    int room = MAX_OF(whole->cols / 3 - gap - 3, 10);
    if (paint_width(whole, name) > room)
        name = without_legal_form(name);
    int cells = MIN_OF(paint_width(whole, name), room);
    int col = whole->cols - 1 - cells;
    paint_fit(whole, col, row, cells, STYLE_STRONG, name);
    col -= 2;
    paint(whole, col, row, STYLE_DIM, mark_planned(whole->grid));
    if (gap > 0)
        col = paint_right(whole, col - 1, row, STYLE_WARN, state);
    return marked(app, whole, row, col);
}

/* The first part that still fits when the parts before it are left out. */
static int first_that_fits(const Canvas *whole, const Crumbs *way, int end) {
    int room = end - 1, cells = -CRUMB_GAP;
    int first = way->count;
    while (first > 0) {
        int cut = first > 1 ? 1 + CRUMB_GAP : 0; /* the mark that something is left out */
        int more = paint_width(whole, way->at[first - 1]) + CRUMB_GAP;
        if (cells + more + cut > room)
            break;
        cells += more;
        first--;
    }
    return MIN_OF(first, way->count - 1);
}

/* The way from home to here, cut in front when it is too long: its end says where we are. */
static void crumbs(const App *app, const Canvas *whole, int row) {
    Crumbs way = collect(app, whole->frame);
    const ScreenState *top = &app->stack[app->depth - 1];
    Style here = STYLE_STEP(screen_class(top->id)->step(app, top));
    int end = active_plan(app, whole, row) - 2;
    int first = first_that_fits(whole, &way, end), col = 1;
    if (first > 0)
        col += paint(whole, col, row, STYLE_DIM, mark_cut(whole->grid));
    for (int i = first; i < way.count; i++) {
        if (i > 0)
            col += 2 + paint(whole, col + 1, row, STYLE_DIM, mark_crumb(whole->grid));
        col +=
            paint_fit(whole, col, row, end - col, i == way.count - 1 ? here : STYLE_DIM, way.at[i]);
    }
}

/* ---- bottom line ---- */

static const char *hint_word(const App *app, const Canvas *whole, const Hint *hint) {
    const ScreenState *state = &app->stack[app->depth - 1];
    const ScreenClass *screen = screen_class(state->id);
    const char *now = screen->hint == NULL ? NULL : screen->hint(app, state, hint->command);
    if (hint->command == CMD_MARK && hint->word == NULL)
        now = compared_hint(app, state, whole->frame);
    if (hint->command == CMD_TOGGLE && hint->word == NULL && now == NULL)
        now = plan_toggle_hint(app, state, whole->frame);
    if (now != NULL)
        return now;
    return hint->word != NULL ? _(hint->word) : _(command_of(hint->command)->hint);
}

static int paint_hint(const App *app, const Canvas *whole, int col, int row, int end,
                      const Hint *hint) {
    const char *word = hint_word(app, whole, hint);
    if (col + screen_key_cells(whole, hint->command, word) > end)
        return col;
    return screen_key(whole, col, row, hint->command, word);
}

/* Hints in order as far as they fit; the last one, for all keys, always has its place, but where
   its key is a letter like others. */
static void hints(const App *app, const Canvas *whole, int row, int end) {
    const ScreenState *state = &app->stack[app->depth - 1];
    const ScreenClass *screen = screen_class(state->id);
    const Hint palette = {CMD_PALETTE, NULL};
    int all = screen_key_cells(whole, CMD_PALETTE, hint_word(app, whole, &palette)) + 2;
    bool helps = !screen->is_popup && app_disabled(app, state, CMD_PALETTE) == NULL;
    int col = 1;
    for (int i = 0; i < HINTS_MOST && screen->hints[i].command != CMD_NONE; i++) {
        if (app_disabled(app, state, screen->hints[i].command) != NULL)
            continue;
        int next = paint_hint(app, whole, col, row, end - (helps ? all : 0), &screen->hints[i]);
        if (next == col)
            break;
        col = next;
    }
    if (helps)
        paint_hint(app, whole, col, row, end, &palette);
}

/* A long one grows upwards: the reason of a failure stands at its end. */
static void message(const App *app, const Canvas *whole, int row) {
    enum { ROWS_MOST = 3 };
    const char *text = arena_copy(whole->frame, text_clean(whole->frame, str(app->message)));
    WrapLines lines = screen_lines(app, whole->frame, text, whole->cols - 2);
    int count = MIN_OF((int)lines.count, (int)ROWS_MOST), first = row - count + 1;
    for (int i = 0; i < count; i++) {
        bool cut = i + 1 == count && (size_t)count < lines.count;
        Str line = lines.at[i].text;
        paint_blank(whole, 0, first + i, whole->cols, STYLE_BODY);
        paint_fit(whole, 1, first + i, whole->cols - 2, STYLE_STRONG,
                  cut ? line.at : arena_copy(whole->frame, line));
    }
}

static void bottom(const App *app, const Canvas *whole, int row) {
    bool brief = whole->cols < 76;
    const char *edition =
        words_edition_line(whole->frame, &app->catalogue->edition, app->today, brief);
    int begin = paint_right(whole, whole->cols - 1, row, STYLE_DIM, edition);
    hints(app, whole, row, begin - 2);
}

/* ---- all of it ---- */

static void too_small(const App *app, const Canvas *whole) {
    const char *lines[] = {_("kairo needs 40 columns and 10 rows."),
                           _("Please make the window larger.")};
    int row = 0;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        WrapLines parts = screen_lines(app, whole->frame, lines[i], whole->cols);
        screen_paint_lines(whole, 0, row, STYLE_BODY, parts);
        row += (int)parts.count;
    }
}

static void body(const App *app, const Canvas *whole, const Layout *frame) {
    Canvas part = canvas_part(whole, 0, frame->body_row, whole->cols, frame->body_rows);
    const ScreenState *below = app_screen(app);
    const ScreenState *on_top = &app->stack[app->depth - 1];
    if (on_top == below || !app->plain)
        screen_class(below->id)->view(app, below, &part);
    if (on_top == below)
        return;
    grid_forget_choices(whole->grid);
    for (int row = frame->body_row + frame->body_rows; row < frame->hint_row; row++)
        paint_blank(whole, 0, row, whole->cols, STYLE_BODY); /* "3 more lines" of the page below */
    screen_class(on_top->id)->view(app, on_top, &part);
}

void frame_view(const App *app, const Canvas *whole) {
    Layout frame = layout_frame(whole->cols, whole->rows);
    if (frame.too_small) {
        too_small(app, whole);
        return;
    }
    body(app, whole, &frame);
    crumbs(app, whole, frame.crumb_row);
    bottom(app, whole, frame.hint_row);
    if (app->message[0] != '\0')
        message(app, whole, frame.message_row);
}
