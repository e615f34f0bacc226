/* The page of the call sheet (calls_screen.h): a few words over it, and the calls. */
#include "ui/screens/calls_screen.h"

#include "report/words.h"
#include "text/era.h"

enum {
    LIST_MOST = 100, /* cells */
    TEXT_COL = 3,
    TEXT_MOST = 76,
    AIR_FROM = 24, /* rows of the body from which every call has a blank line under it */
};

/* ---- what stands over the calls ---- */

static const char *how_many(const CallsView *view) {
    int count = (int)view->sheet.count;
    return arena_printf(view->arena,
                        tr_plural("%d call by due date.", "%d calls by due date.", count), count);
}

static const char *unstated(const CallsView *view) {
    int count = (int)view->sheet.unstated;
    if (count == 0)
        return "";
    return arena_printf(
        view->arena, tr_plural("%d without a stated number.", "%d without a stated number.", count),
        count);
}

static const char *age(const CallsView *view) {
    const Edition *edition = &view->app->catalogue->edition;
    if (!edition_is_stale(edition, view->app->today))
        return "";
    return arena_printf(view->arena, _("The numbers are as of %s."),
                        date_print_long(view->arena, edition->date));
}

static const char *settled(const CallsView *view) {
    int count = (int)view->sheet.settled;
    if (count == 0)
        return "";
    return arena_printf(view->arena,
                        tr_plural("%d settled item left out.", "%d settled items left out.", count),
                        count);
}

static WrapLines lines_of(const CallsView *view, const char *text) {
    return screen_lines(view->app, view->arena, text, MIN_OF(view->cols - TEXT_COL - 2, TEXT_MOST));
}

/* Sentences as far as they find room, whole ones. */
static WrapLines summary(const CallsView *view, size_t most) {
    const char *parts[] = {how_many(view), age(view), unstated(view), settled(view)};
    const char *text = parts[0];
    for (size_t i = 1; i < COUNT_OF(parts); i++) {
        /* TRANSLATORS: puts two sentences in a row */
        const char *more =
            is_absent(parts[i])
                ? text
                : arena_printf(view->arena, tr_context("sentences", "%s %s"), text, parts[i]);
        if (lines_of(view, more).count <= most)
            text = more;
    }
    return lines_of(view, text);
}

static const char *nothing(const CallsView *view) {
    if (view->app->work.plan.count == 0)
        return _("There is nobody to call yet: the plan is empty. 1 to 4 open the roadmap, and "
                 "Space there puts a program in the plan.");
    return _("There is nobody to call: everything in the plan is settled. P opens the plan.");
}

static void set_intro(CallsView *view) {
    int rows = app_body_rows(view->app);
    bool damaged = !is_absent(view->app->work.problem);
    view->intro_style = damaged ? STYLE_WARN : view->sheet.count == 0 ? STYLE_BODY : STYLE_DIM;
    if (damaged)
        view->intro = lines_of(view, work_why_fixed(view->app));
    else if (view->sheet.count == 0)
        view->intro = lines_of(view, nothing(view));
    else
        view->intro = summary(view, rows >= AIR_ROWS ? 2 : 1);
    view->head_rows = (int)view->intro.count + (rows >= AIR_ROWS ? 1 : 0);
    view->list_rows = MAX_OF(rows - view->head_rows, 1);
}

/* ---- the calls, measured ---- */

/* By the id; where that is not listed, the call in its place. */
static void find_selected(CallsView *view, const CallsState *state) {
    const CallSheet *sheet = &view->sheet;
    view->selected = MAX_OF(MIN_OF(state->list.selected, (int)sheet->count - 1), 0);
    for (size_t i = 0; state->program != NULL && i < sheet->count; i++)
        for (size_t k = 0; k < sheet->calls[i].matter_count; k++)
            if (strcmp(sheet->calls[i].matters[k].item->program, state->program) == 0) {
                view->selected = (int)i;
                view->matter = (int)k;
                return;
            }
}

/* A blank line under every call, or only around the one that is shown in full. */
static int space_under(const CallsView *view, int call) {
    int rows = app_body_rows(view->app);
    if (call + 1 == (int)view->sheet.count || rows < AIR_ROWS)
        return 0;
    return rows >= AIR_FROM || call == view->selected || call + 1 == view->selected ? 1 : 0;
}

static int height_of(const void *context, int call) {
    const CallsView *view = context;
    return view->boxes[call].height + space_under(view, call);
}

int calls_overhang(const CallsView *view) {
    if (view->sheet.count == 0)
        return 0;
    return MAX_OF(view->boxes[view->selected].height - view->list_rows, 0);
}

CallsView *calls_found(const App *app, Arena *arena, const CallsState *state) {
    CallsView *view = arena_new(arena, CallsView, 1);
    *view = (CallsView){.app = app, .arena = arena, .cols = MIN_OF(app->cols, LIST_MOST)};
    view->sheet = call_sheet(arena, app->catalogue, &app->work.plan);
    find_selected(view, state);
    return view;
}

CallsView *calls_view_of(const App *app, Arena *arena, const CallsState *state) {
    CallsView *view = calls_found(app, arena, state);
    set_intro(view);
    view->boxes = arena_new(arena, CallBox, view->sheet.count);
    for (int i = 0; i < (int)view->sheet.count; i++)
        view->boxes[i] = calls_box(view, i, i == view->selected);
    view->list = (ListState){view->selected, state->list.top};
    view->skip = MIN_OF(state->skip, calls_overhang(view));
    return view;
}

const CallMatter *calls_selected(const CallsView *view) {
    return view->sheet.count == 0 ? NULL : &view->sheet.calls[view->selected].matters[view->matter];
}

/* ---- painting ---- */

static void paint_box(const Canvas *canvas, const CallBox *box, bool here) {
    if (here)
        screen_mark(canvas);
    for (size_t i = 0; i < box->count; i++) {
        const CallSpan *span = &box->spans[i];
        const char *text = arena_copy(canvas->frame, span->text);
        if (span->right)
            paint_right(canvas, span->col, span->row, span->style, text);
        else if (span->cells > 0)
            paint_fit(canvas, span->col, span->row, span->cells, span->style, text);
        else
            paint(canvas, span->col, span->row, span->style, text);
    }
}

/* Of a call that lost its number above the page nothing is shown. */
static void paint_call(const void *context, const Canvas *canvas, int call, bool here) {
    const CallsView *view = context;
    if (canvas->clip_top == 0)
        paint_box(canvas, &view->boxes[call], here);
}

List calls_list(const CallsView *view) {
    return (List){(int)view->sheet.count, view, height_of, paint_call, NULL};
}

/* A call that is taller than the page stands on it alone. */
static void paint_tall(const CallsView *view, const Canvas *box) {
    const CallBox *call = &view->boxes[view->selected];
    int rest = calls_overhang(view) - view->skip;
    Canvas part = canvas_shifted(box, -view->skip, call->height);
    paint_box(&part, call, true);
    if (view->skip > 0)
        screen_mark(box);
    if (rest > 0 && box->row + box->rows < box->grid->rows - 1) {
        Canvas whole = canvas_whole(box->grid, box->frame);
        screen_more(
            &whole, whole.cols - 1, box->row + box->rows,
            arena_printf(box->frame, tr_plural("%d more line", "%d more lines", rest), rest));
    }
}

void calls_paint(const CallsView *view, const Canvas *body) {
    List list = calls_list(view);
    Canvas box = canvas_part(body, 0, view->head_rows, view->cols, view->list_rows);
    screen_paint_lines(body, TEXT_COL, 0, view->intro_style, view->intro);
    if (calls_overhang(view) > 0) {
        paint_tall(view, &box);
        return;
    }
    list_view(&list, &view->list, &box);
    screen_more_items_below(&list, &view->list, &box);
}
