/* The card of one program or resource: where people decide. Its text is report/doc_program.c. */
#include "ui/screens/paged.h"

#include "report/words.h"

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    doc_program(doc, app->catalogue, screen->card.program, app->today);
}

/* With no link in focus, `o` means the program's own address. */
static bool card_command(App *app, ScreenState *screen, CommandId command) {
    CardState *state = &screen->card;
    if (command == CMD_ADDRESS && state->page.link < 0) {
        app_open_address(app, N_("Web address"), state->program->links.at[0].url);
        return true;
    }
    return paged_command(app, screen, &state->page, build, command);
}

static const char *card_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    if (command != CMD_ADDRESS)
        return paged_disabled(&screen->card.page, command);
    bool has_address = screen->card.page.link >= 0 || screen->card.program->links.count > 0;
    return has_address ? NULL : _("The source gives no address for this program.");
}

static void card_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, words_program_name(screen->card.program));
}

static int card_step(const App *app, const ScreenState *screen) {
    (void)app;
    return screen->card.program->step;
}

static void card_view(const App *app, const ScreenState *screen, const Canvas *body) {
    paged_view(app, screen, &screen->card.page, build, body);
}

static Subject card_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)app;
    (void)arena;
    return screen_program_subject(screen->card.program);
}

static void card_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "program", screen->card.program->id);
    screen_keep_page(&screen->card.page, keep);
}

static bool card_recall(App *app, ScreenState *screen, const Recall *recall) {
    screen->card.program = catalogue_program(app->catalogue, recall_text(recall, "program"));
    screen_recall_page(&screen->card.page, recall);
    return screen->card.program != NULL;
}

const ScreenClass screen_card = {
    .name = "card",
    .crumbs = card_crumbs,
    .step = card_step,
    .command = card_command,
    .disabled = card_disabled,
    .subject = card_subject,
    .keep = card_keep,
    .recall = card_recall,
    .view = card_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_BACK, NULL},
              {CMD_NEXT, N_("links")},
              {CMD_TOGGLE, NULL},
              {CMD_STATUS, NULL},
              {CMD_NOTE, NULL},
              {CMD_BOOKMARK, NULL},
              {CMD_ADDRESS, NULL}},
};
