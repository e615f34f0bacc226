/* See frame.h. */
#include "ui/frame.h"

#include "report/words.h"
#include "ui/screens/screens.h"

/* ---- breadcrumb ---- */

/* The way from home to here, cut in front when it is too long: the end says where we are. */
static void crumbs(const App *app, const Canvas *whole, int row) {
    const char *titles[STACK_MOST];
    int count = 0, room = whole->cols - 2, widths = 0, first = 0;
    for (int i = 0; i < app->depth; i++) {
        const ScreenClass *screen = screen_class(app->stack[i].id);
        if (!screen->is_popup || i == app->depth - 1)
            titles[count++] = screen->title(app, &app->stack[i], whole->frame);
    }
    for (int i = 0; i < count; i++)
        widths += paint_width(whole, titles[i]) + (i > 0 ? 3 : 0);
    for (; first < count - 1 && widths > room; first++)
        widths -= paint_width(whole, titles[first]) + 3 - (first == 0 ? 2 : 0);
    int col = 1;
    if (first > 0)
        col += paint(whole, col, row, STYLE_DIM, mark_cut(whole->grid)) + 1;
    for (int i = first; i < count; i++) {
        bool last = i == count - 1;
        int step = screen_class(app->stack[app->depth - 1].id)
                       ->step(app, &app->stack[app->depth - 1]);
        if (i > first)
            col += 2 + paint(whole, col + 1, row, STYLE_DIM, mark_crumb(whole->grid));
        col += paint_fit(whole, col, row, whole->cols - 1 - col,
                         last ? STYLE_STEP(step) : STYLE_DIM, titles[i]);
    }
}

/* ---- bottom line ---- */

static int hint(const Canvas *whole, int col, int row, int end, CommandId id) {
    const char *key = command_first_key(whole->frame, id);
    const char *word = _(command_of(id)->hint);
    int cells = paint_width(whole, key) + 1 + paint_width(whole, word);
    if (col + cells > end)
        return col;
    col += paint(whole, col, row, STYLE_KEY, key) + 1;
    return col + paint(whole, col, row, STYLE_DIM, word) + 2;
}

/* Hints first come, first served; the last one, for all keys, always has its place. */
static void hints(const App *app, const Canvas *whole, int row, int end) {
    const ScreenState *state = &app->stack[app->depth - 1];
    const ScreenClass *screen = screen_class(state->id);
    const char *all_key = command_first_key(whole->frame, CMD_PALETTE);
    int all = paint_width(whole, all_key) + 1 +
              paint_width(whole, _(command_of(CMD_PALETTE)->hint)) + 2;
    bool popup = screen->is_popup;
    int col = 1;
    for (int i = 0; i < HINTS_MOST && screen->hints[i] != CMD_NONE; i++)
        if (app_disabled(app, screen->hints[i]) == NULL)
            col = hint(whole, col, row, end - (popup ? 0 : all), screen->hints[i]);
    if (!popup)
        hint(whole, col, row, end, CMD_PALETTE);
}

static void bottom(const App *app, const Canvas *whole, int row) {
    if (app->message[0] != '\0') {
        Style style = app->message_is_urgent ? STYLE_WARN : STYLE_STRONG;
        paint_fit(whole, 1, row, whole->cols - 2, style, app->message);
        return;
    }
    bool brief = whole->cols < 76;
    const char *edition =
        words_edition_line(whole->frame, &app->catalogue->edition, app->today, brief);
    int begin = paint_right(whole, whole->cols - 1, row, STYLE_DIM, edition);
    hints(app, whole, row, begin - 1);
}

/* ---- all of it ---- */

static void too_small(const Canvas *whole) {
    const char *lines[] = {_("kairo needs 40 columns and 10 rows."),
                           _("Please make the window larger.")};
    for (int i = 0; i < (int)COUNT_OF(lines); i++)
        paint_fit(whole, 0, i, whole->cols, STYLE_BODY, lines[i]);
}

static void body(const App *app, const Canvas *whole, const Layout *frame) {
    Canvas part = canvas_part(whole, 0, frame->body_row, whole->cols, frame->body_rows);
    const ScreenState *below = app_screen(app);
    screen_class(below->id)->view(app, below, &part);
    const ScreenState *on_top = &app->stack[app->depth - 1];
    if (on_top != below)
        screen_class(on_top->id)->view(app, on_top, &part);
}

void frame_view(const App *app, const Canvas *whole) {
    Layout frame = layout_frame(whole->cols, whole->rows);
    if (frame.too_small) {
        too_small(whole);
        return;
    }
    body(app, whole, &frame);
    crumbs(app, whole, frame.crumb_row);
    bottom(app, whole, frame.hint_row);
}
