/* The page of one provider: who it is, its programs, its numbers. */
#include "ui/screens/paged.h"

#include "report/words.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    doc_provider(doc, app->catalogue, screen->provider.provider);
}

static bool provider_command(App *app, ScreenState *screen, CommandId command) {
    return paged_command(app, screen, &screen->provider.page, build, command);
}

static const char *provider_disabled(const App *app, const ScreenState *screen,
                                     CommandId command) {
    (void)app;
    return paged_disabled(&screen->provider.page, command);
}

static const char *provider_title(const App *app, const ScreenState *screen, Arena *arena) {
    (void)app;
    (void)arena;
    return words_provider_name(screen->provider.provider);
}

static void provider_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->provider.page, build, body);
}

const ScreenClass screen_provider = {
    .name = "provider",
    .title = provider_title,
    .step = screen_no_step,
    .command = provider_command,
    .disabled = provider_disabled,
    .view = provider_view,
    .hints = {CMD_OPEN, CMD_BACK, CMD_NEXT, CMD_PAGE_DOWN},
};
