/* One country, its cities, and what is there. */
#include "ui/screens/paged.h"

#include "report/words.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    Geography world = geography_of(doc->arena, app->catalogue);
    for (size_t i = 0; i < world.count; i++)
        if (world.at[i].country == screen->country.country)
            doc_country(doc, app->catalogue, &world.at[i], app->today);
}

static bool country_command(App *app, ScreenState *screen, CommandId command) {
    return paged_command(app, screen, &screen->country.page, build, command);
}

static const char *country_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    if (command == CMD_ADDRESS)
        return _("Open a program first; its card has the address.");
    return paged_disabled(&screen->country.page, command);
}

static void country_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, words_country_name(screen->country.country));
}

static void country_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->country.page, build, body);
}

static Subject country_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)app;
    (void)arena;
    return screen_country_subject(screen->country.country);
}

static void country_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "country", screen->country.country->id);
    screen_keep_page(&screen->country.page, keep);
}

static bool country_recall(App *app, ScreenState *screen, const Recall *recall) {
    CountryState *state = &screen->country;
    state->country = catalogue_country_named(app->catalogue, recall_text(recall, "country"));
    screen_recall_page(&state->page, recall);
    return state->country != NULL;
}

const ScreenClass screen_country = {
    .name = "country",
    .crumbs = country_crumbs,
    .step = screen_no_step,
    .command = country_command,
    .disabled = country_disabled,
    .subject = country_subject,
    .keep = country_keep,
    .recall = country_recall,
    .view = country_view,
    .hints = {{CMD_OPEN, NULL}, {CMD_BACK, NULL}, {CMD_NEXT, N_("links")}, {CMD_BOOKMARK, NULL}},
};
