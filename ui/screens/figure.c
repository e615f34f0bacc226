/* One figure: a chart, the risk table, the budget request, the goal. */
#include "ui/screens/paged.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    doc_figure(doc, app->catalogue, screen->figure.figure);
}

static bool figure_command(App *app, ScreenState *screen, CommandId command) {
    return paged_command(app, screen, &screen->figure.page, build, command);
}

static const char *figure_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    (void)screen;
    if (command == CMD_OPEN || command == CMD_RIGHT || command == CMD_ADDRESS ||
        command == CMD_NEXT || command == CMD_PREVIOUS)
        return _("This page has no links.");
    return NULL;
}

static void figure_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    const Figure *figure = screen->figure.figure;
    crumb(crumbs, tr_lang() == LANG_EN ? figure->title_en : figure->title);
}

static void figure_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->figure.page, build, body);
}

static Subject figure_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)app;
    (void)arena;
    return screen_figure_subject(screen->figure.figure);
}

static void figure_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "figure", screen->figure.figure->id);
    screen_keep_page(&screen->figure.page, keep);
}

static bool figure_recall(App *app, ScreenState *screen, const Recall *recall) {
    FigureState *state = &screen->figure;
    state->figure = catalogue_figure(app->catalogue, recall_text(recall, "figure"));
    screen_recall_page(&state->page, recall);
    return state->figure != NULL;
}

const ScreenClass screen_figure = {
    .name = "figure",
    .crumbs = figure_crumbs,
    .step = screen_no_step,
    .command = figure_command,
    .disabled = figure_disabled,
    .subject = figure_subject,
    .keep = figure_keep,
    .recall = figure_recall,
    .view = figure_view,
    .hints = {{CMD_BACK, NULL}, {CMD_BOOKMARK, NULL}},
};
