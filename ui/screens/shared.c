/* Parts of descriptors that several screens share (screens.h): the way home, what is selected, the
 * place of a page, and which screens can be opened from anywhere. */
#include "ui/screens/screens.h"

#include "report/words.h"

void crumb(Crumbs *crumbs, const char *text) {
    if (crumbs->count < CRUMBS_MOST)
        crumbs->at[crumbs->count++] = text;
}

void screen_crumb_once(Crumbs *crumbs, const char *name, const char *instead) {
    bool there = crumbs->count > 0 && strcmp(crumbs->at[crumbs->count - 1], name) == 0;
    crumb(crumbs, there ? instead : name);
}

void crumb_from_home(Crumbs *crumbs, const char *text) {
    crumbs->count = MIN_OF(crumbs->count, 1);
    crumb(crumbs, text);
}

int screen_no_step(const App *app, const ScreenState *state) {
    (void)app;
    (void)state;
    return 0;
}

Subject screen_program_subject(const Program *program) {
    if (program == NULL)
        return (Subject){.id = "", .name = ""};
    return (Subject){BOOKMARK_PROGRAM, program->id, words_program_name(program), program};
}

Subject screen_provider_subject(const Provider *provider) {
    if (provider == NULL)
        return (Subject){.id = "", .name = ""};
    return (Subject){BOOKMARK_PROVIDER, provider->id, words_provider_name(provider), NULL};
}

Subject screen_country_subject(const Country *country) {
    if (country == NULL)
        return (Subject){.id = "", .name = ""};
    return (Subject){BOOKMARK_COUNTRY, country->id, words_country_name(country), NULL};
}

Subject screen_figure_subject(const Figure *figure) {
    if (figure == NULL)
        return (Subject){.id = "", .name = ""};
    return (Subject){BOOKMARK_FIGURE, figure->id,
                     tr_lang() == LANG_EN ? figure->title_en : figure->title, NULL};
}

/* A link is kept as its number plus one, so that none is 0. */
void screen_keep_page(const PageState *page, Keep *keep) {
    keep_number(keep, "block", page->block);
    keep_number(keep, "line", page->line);
    keep_number(keep, "link", page->link + 1);
    keep_number(keep, "find_block", page->find_block);
    keep_number(keep, "find_line", page->find_line);
}

void screen_recall_page(PageState *page, const Recall *recall) {
    page->block = recall_count(recall, "block");
    page->line = recall_count(recall, "line");
    page->link = (int)recall_number(recall, "link", 1, INT16_MAX) - 1;
    page->find_block = recall_count(recall, "find_block");
    page->find_line = recall_count(recall, "find_line");
}

/* ---- screens that can be opened from anywhere ---- */

static const OpenScreen open_screens[] = {
    {SCREEN_ROADMAP, CMD_NONE, N_("Roadmap")},
    {SCREEN_PROVIDERS, CMD_PROVIDERS, N_("Providers")},
    {SCREEN_FIGURES, CMD_FIGURES, N_("Figures")},
    {SCREEN_PLAN, CMD_PLAN, N_("The plan's checklist")},
    {SCREEN_PLANS, CMD_PLANS, N_("Plans")},
    {SCREEN_COUNTRIES, CMD_COUNTRIES, N_("Countries and cities")},
    {SCREEN_CALENDAR, CMD_CALENDAR, N_("Calendar")},
    {SCREEN_DIAGNOSIS, CMD_DIAGNOSIS, N_("Diagnosis")},
    {SCREEN_COMPARE, CMD_COMPARE, N_("Comparison")},
    {SCREEN_CALLS, CMD_CALLS, N_("Call sheet")},
};

const OpenScreen *screen_open_to_all(ScreenId id) {
    for (size_t i = 0; i < COUNT_OF(open_screens); i++)
        if (open_screens[i].id == id)
            return &open_screens[i];
    return NULL;
}

const OpenScreen *screen_named(const char *name) {
    for (size_t i = 0; i < COUNT_OF(open_screens); i++)
        if (strcmp(screen_class(open_screens[i].id)->name, name) == 0)
            return &open_screens[i];
    return NULL;
}
