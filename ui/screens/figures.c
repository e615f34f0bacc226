/* The figures printed in the edition: charts, the risk table, budget, goal, the roadmap drawing. */
#include "ui/screens/screens.h"

static const Figure *figure_at(const App *app, int item) {
    return &app->catalogue->figures.at[item];
}

/* Title, and its summary under it where there is room. */
static int item_height(const void *context, int item) {
    (void)item;
    const App *app = context;
    return app_body_rows(app) >= 2 * (int)app->catalogue->figures.count ? 2 : 1;
}

static void item_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const App *app = context;
    const Figure *figure = figure_at(app, item);
    bool english = tr_lang() == LANG_EN;
    if (selected)
        screen_mark(canvas);
    int cols = MIN_OF(canvas->cols, 100);
    const char *slide = arena_printf(canvas->frame, _("slide %d"), figure->slide);
    int end = paint_right(canvas, cols - 2, 0, STYLE_DIM, slide);
    paint_fit(canvas, 3, 0, end - 5, STYLE_BODY,
              english ? figure->title_en : figure->title);
    if (canvas->rows > 1)
        paint_fit(canvas, 5, 1, cols - 7, STYLE_DIM,
                  english ? figure->summary_en : figure->summary);
}

static List list_of(const App *app) {
    return (List){(int)app->catalogue->figures.count, app, item_height, item_paint};
}

static bool figures_command(App *app, ScreenState *screen, CommandId command) {
    List list = list_of(app);
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
    List list = list_of(app);
    list_view(&list, &screen->figures, body);
}

static const char *figures_disabled(const App *app, const ScreenState *screen,
                                    CommandId command) {
    (void)app;
    (void)screen;
    return command == CMD_ADDRESS ? _("This page has no links.") : NULL;
}

const ScreenClass screen_figures = {
    .name = "figures",
    .crumbs = figures_crumbs,
    .step = screen_no_step,
    .command = figures_command,
    .disabled = figures_disabled,
    .view = figures_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_HISTORY_BACK, NULL}},
};
