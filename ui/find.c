/* See find.h. */
#include "ui/find.h"

#include "plan/safe_hash.h"
#include "ui/screens/screens.h"
#include "ui/screens/search.h"

/* Effects of one event are few: what is not asked now is asked at the next. */
enum { ASK_MOST = EFFECTS_MOST / 2 };

void find_init(App *app) {
    app->find = (Find){.words = ""};
}

void find_release(App *app) {
    arena_release(&app->find.arena);
}

void find_turn_on(App *app, const char *words) {
    app->find.words = app_keep_text(app, words);
}

void find_remember(App *app, const char *words) {
    Find *find = &app->find;
    int at = 0;
    while (at < find->recent_count && strcmp(find->recent[at], words) != 0)
        at++;
    if (at == find->recent_count)
        find->recent_count = MIN_OF(at + 1, (int)FIND_RECENT_MOST);
    at = MIN_OF(at, FIND_RECENT_MOST - 1);
    memmove(find->recent + 1, find->recent, (size_t)at * sizeof *find->recent);
    find->recent[0] = app_keep_text(app, words);
}

/* ---- searching ---- */

/* Changes with every note and reason. */
static uint64_t sum_of_notes(const Plan *plan) {
    static const PlanField fields[] = {PLAN_NOTE, PLAN_REASON};
    uint64_t sum = SAFE_HASH_START;
    for (size_t i = 0; i < plan->count; i++) {
        sum = safe_hash(sum, str(plan->items[i].program));
        for (size_t field = 0; field < COUNT_OF(fields); field++) {
            sum = safe_hash(sum, str_n("", 1)); /* where one ends and the next begins */
            sum = safe_hash(sum, str(plan_text(&plan->items[i], fields[field])));
        }
    }
    return sum;
}

static bool is_made(const Find *find, const char *words) {
    return find->query != NULL && strcmp(find->query, words) == 0;
}

const SearchFound *find_made(App *app, const char *words) {
    Find *find = &app->find;
    Search *search = &app->late.search;
    uint64_t notes = sum_of_notes(&app->work.plan);
    if (is_made(find, words) && notes == find->notes)
        return &find->found;
    if (notes != find->notes)
        search_use_plan(search, &app->work.plan);
    find->notes = notes;
    const char *own = arena_copy(&app->scratch, str(words)); /* they may be the last query's */
    arena_reset(&find->arena);
    find->query = arena_copy(&find->arena, str(own));
    find->found = search_run(search, &find->arena, str(find->query));
    find->lack = (SearchLack){NULL, NULL, NULL};
    if (find->found.hits.count == 0 && search_has_words(str(find->query)))
        find->lack = search_lack(search, &find->arena, str(find->query));
    return &find->found;
}

SearchFound find_found(const App *app, const char *words) {
    return is_made(&app->find, words) ? app->find.found : (SearchFound){.query = NULL};
}

SearchLack find_lack(const App *app, const char *words) {
    return is_made(&app->find, words) ? app->find.lack : (SearchLack){NULL, NULL, NULL};
}

SearchHits find_shown(const App *app, Arena *arena, SearchHits hits) {
    if (!facets_are_on(&app->facets))
        return hits;
    SearchHit *shown = arena_new(arena, SearchHit, hits.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < hits.count; i++)
        if (app_shows(app, hits.at[i].program))
            shown[count++] = hits.at[i];
    return (SearchHits){shown, count};
}

int find_place(SearchHits hits, const Program *program) {
    for (size_t i = 0; i < hits.count; i++)
        if (hits.at[i].program == program)
            return (int)i;
    return -1;
}

/* ---- the dictionary ---- */

static bool is_asked(const Find *find, const char *word) {
    for (size_t i = 0; i < find->asked_count; i++)
        if (strcmp(find->asked[i], word) == 0)
            return true;
    return false;
}

static void ask(App *app, const char *words) {
    Find *find = &app->find;
    Strings unasked = search_unasked(&app->late.search, &app->scratch, str(words));
    for (size_t i = 0; i < unasked.count && app->effects->count < ASK_MOST; i++) {
        if (is_asked(find, unasked.at[i]))
            continue;
        find->asked = arena_grow(&app->kept, find->asked, find->asked_count, &find->asked_room,
                                 sizeof *find->asked);
        const char *word = find->asked[find->asked_count++] = app_keep_text(app, unasked.at[i]);
        app_ask(app, (Effect){.kind = EFFECT_LOOK_UP, .text = word});
    }
}

/* More may be found now: the row that is selected stays so. */
void find_learned(App *app, const char *word, Strings words) {
    if (!is_asked(&app->find, word))
        return;
    search_hold(app);
    search_learn(&app->late.search, word, words);
    app->find.query = NULL;
}

void find_settle(App *app) {
    const ScreenState *screen = app_screen(app);
    const char *words = app->find.words;
    if (screen->id == SCREEN_SEARCH)
        words = search_words(app, &screen->search);
    else if (screen->id == SCREEN_ROADMAP)
        words = ""; /* it shows none of them */
    if (is_absent(words))
        return;
    find_made(app, words);
    ask(app, words);
}

/* ---- n and N ---- */

const char *find_disabled(const App *app, const ScreenState *state, CommandId command) {
    if (command != CMD_FIND_NEXT && command != CMD_FIND_PREVIOUS)
        return NULL;
    switch (state->id) {
    case SCREEN_SEARCH:
        return NULL; /* it knows itself */
    case SCREEN_ROADMAP:
    case SCREEN_CARD:
    case SCREEN_PROVIDER:
    case SCREEN_FIGURE:
        return is_absent(app->find.words) ? _("Nothing is being looked for; / searches.") : NULL;
    default:
        return _("Only on the roadmap, on cards and among what was found.");
    }
}
