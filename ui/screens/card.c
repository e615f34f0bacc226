/* The card of one program or resource: where people decide. Its text is report/doc_program.c. */
#include "ui/screens/paged.h"

#include "report/doc_item.h"
#include "report/words.h"
#include "ui/trail.h"

/* What the plan says stands under the title, while the program is in it. */
static void plan_section(const App *app, const Program *program, Doc *doc) {
    const PlanItem *item = work_item(app, program->id);
    if (item == NULL)
        return;
    doc_plan_item(doc, app->catalogue, item, app->today);
    doc_section(doc, _("The program"));
}

static void build(const App *app, const ScreenState *screen, Doc *doc) {
    const Program *program = screen->card.program;
    doc->estimate_key =
        arena_printf(doc->arena, "%s  %s", command_first_key(doc->arena, CMD_ESTIMATE),
                     _(command_of(CMD_ESTIMATE)->help));
    doc_program_head(doc, app->catalogue, program, app->today);
    plan_section(app, program, doc);
    doc_program_facts(doc, app->catalogue, program, app->today);
}

/* ---- the place on the page ---- */

/*
 * The plan's section comes and goes with the item. What it adds to the page is therefore
 * remembered by numbers of its own, from INSET on, and what follows by the numbers it has
 * without: so putting the program in the plan scrolls nothing and moves no focus.
 */
enum { INSET = 20000 };

typedef struct Inset {
    int block, blocks, link, links; /* where it begins, and how many */
} Inset;

static Inset inset_of(const App *app, const ScreenState *screen) {
    const Program *program = screen->card.program;
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, program->step);
    doc_program_head(&doc, app->catalogue, program, app->today);
    Inset inset = {.block = (int)doc.count, .link = (int)doc.link_count};
    plan_section(app, program, &doc);
    inset.blocks = (int)doc.count - inset.block;
    inset.links = (int)doc.link_count - inset.link;
    arena_release(&arena);
    return inset;
}

/* `gone` for a number of the section when that is not there. */
static int on_page(int kept, int begin, int count, int gone) {
    if (kept >= INSET)
        return kept - INSET < count ? begin + kept - INSET : gone;
    return kept >= begin ? kept + count : kept;
}

static int to_keep(int number, int begin, int count) {
    if (number < begin)
        return number;
    return number < begin + count ? INSET + number - begin : number - count;
}

static PageState page_of(const App *app, const ScreenState *screen) {
    const PageState *kept = &screen->card.page;
    Inset inset = inset_of(app, screen);
    return (PageState){
        .block = on_page(kept->block, inset.block, inset.blocks, MAX_OF(inset.block - 1, 0)),
        .line = kept->line,
        .link = on_page(kept->link, inset.link, inset.links, -1),
        .find_block = on_page(kept->find_block, inset.block, inset.blocks, 0),
        .find_line = kept->find_line,
    };
}

static void keep_page(const App *app, ScreenState *screen, const PageState *page) {
    Inset inset = inset_of(app, screen);
    screen->card.page = (PageState){
        .block = to_keep(page->block, inset.block, inset.blocks),
        .line = page->line,
        .link = to_keep(page->link, inset.link, inset.links),
        .find_block = to_keep(page->find_block, inset.block, inset.blocks),
        .find_line = page->find_line,
    };
}

/* ---- commands ---- */

/* A link that leads out of the plan's section has no address. */
static bool is_on_address(const ScreenState *screen) {
    return screen->card.page.link >= 0 && screen->card.page.link < INSET;
}

/* Another program's card in the place of this one; the list it was opened from goes along. */
static void turn_to(App *app, ScreenState *screen, const Program *program) {
    ScreenState *below = screen - 1; /* home at least */
    trail_keep(app);
    screen->card = (CardState){program, {.link = -1}};
    trail_add(app);
    if (below->id == SCREEN_SEARCH && !below->search.typing)
        below->search.program = program;
}

static void find_on_next(App *app, ScreenState *screen, int direction) {
    const char *words = app->find.words;
    SearchHits hits = find_shown(app, &app->scratch, find_made(app, words)->hits);
    int at = find_place(hits, screen->card.program), to = at + direction;
    if (at < 0 || to < 0 || to >= (int)hits.count) {
        app_say(app,
                direction > 0 ? _("That was the last place where \"%s\" is found.")
                              : _("That was the first place where \"%s\" is found."),
                words);
        return;
    }
    turn_to(app, screen, hits.at[to].program);
    PageState page = page_of(app, screen);
    if (direction < 0)
        paged_command(app, screen, &page, build, CMD_LAST);
    paged_find(app, screen, &page, build, direction);
    keep_page(app, screen, &page);
    app_say(app, _("\"%1$s\": %2$d of %3$d"), words, to + 1, (int)hits.count);
}

static void card_find(App *app, ScreenState *screen, int direction) {
    PageState page = page_of(app, screen);
    if (paged_find(app, screen, &page, build, direction))
        keep_page(app, screen, &page);
    else
        find_on_next(app, screen, direction);
}

/* With no such link in focus, `o` means the program's own address. */
static bool card_command(App *app, ScreenState *screen, CommandId command) {
    if (command == CMD_ADDRESS && !is_on_address(screen)) {
        app_open_address(app, N_("Web address"), screen->card.program->links.at[0].url);
        return true;
    }
    if (command == CMD_FIND_NEXT || command == CMD_FIND_PREVIOUS) {
        card_find(app, screen, command == CMD_FIND_NEXT ? 1 : -1);
        return true;
    }
    PageState page = page_of(app, screen);
    bool follows = page.link >= 0 && (command == CMD_OPEN || command == CMD_RIGHT);
    bool done = paged_command(app, screen, &page, build, command);
    if (done && !follows)
        keep_page(app, screen, &page);
    return done;
}

static const char *card_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)app;
    if (command != CMD_ADDRESS)
        return paged_disabled(&screen->card.page, command);
    bool has_address = is_on_address(screen) || screen->card.program->links.count > 0;
    return has_address ? NULL : _("The source gives no address for this program.");
}

static void card_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    screen_crumb_once(crumbs, words_program_name(screen->card.program), _("Card"));
}

static int card_step(const App *app, const ScreenState *screen) {
    (void)app;
    return screen->card.program->step;
}

static void card_view(const App *app, const ScreenState *screen, const Canvas *body) {
    PageState page = page_of(app, screen);
    paged_view(app, screen, &page, build, body);
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
              {CMD_FIND_NEXT, NULL},
              {CMD_NEXT, N_("links")},
              {CMD_COMPARE, NULL},
              {CMD_TOGGLE, NULL},
              {CMD_STATUS, NULL},
              {CMD_NOTE, NULL},
              {CMD_BOOKMARK, NULL},
              {CMD_MARK, NULL},
              {CMD_ADDRESS, NULL}},
};
