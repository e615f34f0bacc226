/* The page of one provider: who it is, its programs, its numbers. */
#include "ui/screens/paged.h"

#include "report/words.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    doc_provider(doc, app->catalogue, screen->provider.provider);
}

static bool provider_command(App *app, ScreenState *screen, CommandId command) {
    return paged_command(app, screen, &screen->provider.page, build, command);
}

static const char *provider_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    return paged_disabled(&screen->provider.page, command);
}

static void provider_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, words_provider_short(crumbs->arena, screen->provider.provider));
}

static void provider_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->provider.page, build, body);
}

static Subject provider_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)app;
    (void)arena;
    return screen_provider_subject(screen->provider.provider);
}

static void provider_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "provider", screen->provider.provider->id);
    screen_keep_page(&screen->provider.page, keep);
}

static bool provider_recall(App *app, ScreenState *screen, const Recall *recall) {
    ProviderState *state = &screen->provider;
    state->provider = catalogue_provider(app->catalogue, recall_text(recall, "provider"));
    screen_recall_page(&state->page, recall);
    return state->provider != NULL;
}

const ScreenClass screen_provider = {
    .name = "provider",
    .crumbs = provider_crumbs,
    .step = screen_no_step,
    .command = provider_command,
    .disabled = provider_disabled,
    .subject = provider_subject,
    .keep = provider_keep,
    .recall = provider_recall,
    .view = provider_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_NEXT, N_("links")}, {CMD_BOOKMARK, NULL}},
};
