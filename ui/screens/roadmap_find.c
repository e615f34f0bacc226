/*
 * n and N on the roadmap: to the next program that has the words that are on, pane by pane as
 * Tab goes, and round again.
 */
#include "ui/screens/roadmap.h"

typedef struct Round {
    const Program **found; /* in the order of the panes */
    int count;
    int before;  /* of them, how many stand before what is selected */
    bool on_one; /* what is selected is one of them: found[before] */
} Round;

static Round round_of(App *app, const RoadmapState *state, SearchHits hits) {
    static const int panes[] = {1, 2, 3, 4, 0};
    Round round = {.found = arena_new(&app->scratch, const Program *, hits.count + 1)};
    for (size_t i = 0; i < COUNT_OF(panes); i++) {
        PaneItems items = pane_items(app, &app->scratch, panes[i]);
        for (int item = 0; item < items.count; item++) {
            bool has = find_place(hits, items.at[item]) >= 0;
            if (panes[i] == state->pane && item == state->lists[panes[i]].selected) {
                round.before = round.count;
                round.on_one = has;
            }
            if (has)
                round.found[round.count++] = items.at[item];
        }
    }
    return round;
}

/* Which of them comes next. */
static int next_of(const Round *round, int direction) {
    int to = direction < 0 ? round->before - 1 : round->before + (round->on_one ? 1 : 0);
    return (to + round->count) % round->count;
}

void roadmap_find(App *app, RoadmapState *state, int direction) {
    const char *words = app->find.words;
    Round round = round_of(app, state, find_made(app, words)->hits);
    if (round.count == 0) {
        app_say(app, _("\"%s\" is in none of the programs shown."), words);
        return;
    }
    int to = next_of(&round, direction);
    roadmap_select(app, state, round.found[to]);
    /* TRANSLATORS: the words looked for, and which of the programs that have them this is */
    app_say(app, _("\"%1$s\": %2$d of %3$d"), words, to + 1, round.count);
}
