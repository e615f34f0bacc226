/* The figures printed in the edition: charts, the risk table, budget, goal, the roadmap drawing. */
#include "ui/screens/screens.h"

enum { TITLE_COL = 3, SUMMARY_COL = 5, SLIDE_COLS = 13, LIST_MOST = 100 };

/* The list, measured: lives in `arena`. */
typedef struct FigureList {
    const App *app;
    Arena *arena;
    int cols;
    bool summaries; /* each under its title, where all of them have room */
} FigureList;

static const Figure *figure_at(const App *app, int item) {
    return &app->catalogue->figures.at[item];
}

static WrapLines title_lines(const FigureList *of, int item) {
    const Figure *figure = figure_at(of->app, item);
    return screen_lines(of->app, of->arena, tr_lang() == LANG_EN ? figure->title_en : figure->title,
                        of->cols - TITLE_COL - SLIDE_COLS);
}

static WrapLines summary_lines(const FigureList *of, int item) {
    const Figure *figure = figure_at(of->app, item);
    return screen_lines(of->app, of->arena,
                        tr_lang() == LANG_EN ? figure->summary_en : figure->summary,
                        of->cols - SUMMARY_COL - 2);
}

static int item_height(const void *context, int item) {
    const FigureList *of = context;
    size_t lines = title_lines(of, item).count;
    return (int)(of->summaries ? lines + summary_lines(of, item).count : lines);
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const FigureList *of = context;
    if (selected)
        screen_mark(canvas);
    if (work_is_bookmarked(of->app, BOOKMARK_FIGURE, figure_at(of->app, item)->id))
        screen_star(canvas, selected);
    WrapLines title = title_lines(of, item);
    paint_right(canvas, of->cols - 2, 0, STYLE_DIM,
                arena_printf(canvas->frame, _("slide %d"), figure_at(of->app, item)->slide));
    screen_paint_lines(canvas, TITLE_COL, 0, STYLE_BODY, title);
    if (of->summaries)
        screen_paint_lines(canvas, SUMMARY_COL, (int)title.count, STYLE_DIM,
                           summary_lines(of, item));
}

static List list_of(const App *app, Arena *arena) {
    FigureList *of = arena_new(arena, FigureList, 1);
    *of = (FigureList){app, arena, MIN_OF(app->cols, LIST_MOST), true};
    List list = {(int)app->catalogue->figures.count, of, item_height, item_paint, NULL};
    of->summaries = list_lines(&list) <= app_body_rows(app);
    return list;
}

static bool figures_command(App *app, ScreenState *screen, CommandId command) {
    List list = list_of(app, &app->scratch);
    if (screen_list_command(&list, &screen->figures, app_body_rows(app), command))
        return true;
    if (command != CMD_OPEN || list.count == 0)
        return false;
    const Figure *figure = figure_at(app, screen->figures.selected);
    app_open(app, (ScreenState){.id = SCREEN_FIGURE, .figure = {figure, {.link = -1}}});
    return true;
}

static void figures_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb_from_home(crumbs, _("Figures"));
}

static void figures_view(const App *app, const ScreenState *screen, const Canvas *body) {
    List list = list_of(app, body->frame);
    list_view(&list, &screen->figures, body);
    screen_more_items_below(&list, &screen->figures, body);
}

static const char *figures_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    return command == CMD_ADDRESS ? _("This page has no links.") : NULL;
}

static const Figure *selected_figure(const App *app, const ListState *list) {
    return list->selected < (int)app->catalogue->figures.count ? figure_at(app, list->selected)
                                                               : NULL;
}

static Subject figures_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)arena;
    return screen_figure_subject(selected_figure(app, &screen->figures));
}

static void figures_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const Figure *figure = selected_figure(app, &screen->figures);
    keep_text(keep, "row", figure == NULL ? "" : figure->id);
    keep_number(keep, "top", screen->figures.top);
}

static bool figures_recall(App *app, ScreenState *screen, const Recall *recall) {
    const Figure *figure = catalogue_figure(app->catalogue, recall_text(recall, "row"));
    if (figure == NULL)
        return true;
    screen->figures.selected = (int)(figure - app->catalogue->figures.at);
    screen->figures.top = recall_count(recall, "top");
    return true;
}

const ScreenClass screen_figures = {
    .name = "figures",
    .crumbs = figures_crumbs,
    .step = screen_no_step,
    .command = figures_command,
    .disabled = figures_disabled,
    .subject = figures_subject,
    .keep = figures_keep,
    .recall = figures_recall,
    .view = figures_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_BOOKMARK, NULL}, {CMD_HISTORY_BACK, NULL}},
};
