/* One seminar or exhibition. Its text is report/doc_event.c. */
#include "ui/screens/paged.h"

#include "report/words.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    doc_event(doc, app->catalogue, screen->event.event, app->today);
}

static bool event_command(App *app, ScreenState *screen, CommandId command) {
    return paged_command(app, screen, &screen->event.page, build, command);
}

static bool has_links(const App *app, const ScreenState *screen) {
    const char *program = screen->event.event->program;
    return !is_absent(program) && catalogue_program(app->catalogue, program) != NULL;
}

static const char *event_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool walks = command == CMD_NEXT || command == CMD_PREVIOUS;
    bool opens = command == CMD_OPEN || command == CMD_RIGHT || command == CMD_ADDRESS;
    if ((walks || opens) && !has_links(app, screen))
        return _("This page has no links.");
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    return paged_disabled(&screen->event.page, command);
}

static void event_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, words_event_name(screen->event.event));
}

static void event_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->event.page, build, body);
}

static void event_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "event", screen->event.event->id);
    screen_keep_page(&screen->event.page, keep);
}

static bool event_recall(App *app, ScreenState *screen, const Recall *recall) {
    screen->event.event = catalogue_event(app->catalogue, recall_text(recall, "event"));
    screen_recall_page(&screen->event.page, recall);
    return screen->event.event != NULL;
}

const ScreenClass screen_event = {
    .name = "event",
    .crumbs = event_crumbs,
    .step = screen_no_step,
    .command = event_command,
    .disabled = event_disabled,
    .keep = event_keep,
    .recall = event_recall,
    .view = event_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_NEXT, N_("links")}},
};
