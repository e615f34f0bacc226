/*
 * Every screen at every size: sizes from 1×1 to 300×100, narrow and wide, Japanese, English,
 * marks in ASCII. session_view proves that the cells are sound; this file walks, and proves
 * that a screen is the same again after any other size in between.
 */
#include "session.h"

#include "base/bug.h"
#include "query/diagnosis_rules.h"

#include <stdlib.h>

/* Keys that lead from home to each screen, one per row. */
static const char *const ways[][16] = {
    {"1"},
    {"2", "PgDn"},
    {"3", "G"},
    {"4"},
    {"0", "Down"},
    {"2", "Down", "Down", "Enter"},
    {"2", "G", "Enter", "PgDn", "Tab"},
    {"3", "PgDn", "Enter", "G"},
    {"4", "Down", "Enter", "Tab", "Enter"},
    {"0", "Down", "Enter"},
    {"i", "Down"},
    {"i", "Enter", "Tab"},
    {"v"},
    {"v", "Down", "Down", "Enter", "PgDn"},
    {"v", "G", "Enter"},
    {"?"},
    {":", "t", "a", "b"},
    {"p"},
    {"p", "a", "X"},
    {"2", "Space", "p", "r"},
    {"'"},
    {"2", "b", "i", "b", "v", "b", "'", "G"},
    {"2", "b", "Enter", "B", "b"},
    {"2", "Enter", "Space", "Tab", "Enter", "G"},
    {"2", "Enter", "Space", "Tab", "Enter", "Space"},
    {"2", "Enter", "Space", "Tab", "Enter", "a", "x"},
    {"2", "Space", "s", "Down"},
    {"2", "Space", "s", "9"},
    {"2", "Space", "D", "1", "/", "2"},
    {"2", "Space", "m", "a", "Enter", "b"},
    {"P"},
    {"2", "Space", "PgDn", "Space", "0", "Space", "P", "Down"},
    {"4", "Space", "Down", "Space", "P", "S", "S", "Down"},
    {"2", "Space", "P", "f", "Down", "Down", "Enter", "Right"},
    {"w"},
    {"w", "G"},
    {"w", "f", "h", "a", "n", "o"},
    {"w", "f", "t", "a", "i", "Enter", "Down"},
    {"w", "Down", "Enter", "Tab"},
    {"w", "G", "Enter", "PgDn", "Tab"},
    {"t"},
    {"2", "Space", "D", "1", "/", "2", "Enter", "t", "Tab"},
    {"t", "G", "Up", "Up", "Up", "Enter", "PgDn"},
    {"t", "Enter"},
    {"t", "g", "Enter", "Tab"},
    {"2", "Down", "Down", "Down", "Down", "Enter", "Tab", "Enter", "1", "/", "2"},
    {"2", "Down", "Down", "Down", "Down", "Enter", "Tab", "Enter", "2", "/", "7", "Tab", "+", "6",
     "w", "Enter"},
    {"2", "f", "Tab", "Tab", "Space", "Tab", "Space", "PgDn"},
    {"1", "f", "Tab", "Tab", "Space", "Tab", "Space", "Esc"},
    {"3", "f", "Tab", "Tab", "Space", "Tab", "Space", "Esc"},
    {"3", "c", "PgDn", "c", "PgDn", "c", "C", "Right"},
    {"4", "c", "Down", "c", "C", "f", "Tab", "G"},
    {"1", "c", "Down", "c", "C", "c"},
    {"T"},
    {"2", "G", "Space", "0", "Space", "T", "Down"},
    {"4", "G", "Space", "T", "a", "x"},
    {"d", "Space", "Down", "Space", "Tab", "Down"},
    {"d", "S-Tab", "S-Tab", "S-Tab", "Down", "Space", "Right"},
    {"d", "Space", "Enter", "S-Tab", "S-Tab", "Down"},
    {"d", "d", "Down", "Down"},
    {"d", "Down", "Enter", "Tab", "Space", "d", "Tab"},
    {"d", "Down", "Enter", "d", "G", "Enter", "Down", "Down"},
    {"d", "Space", "d", "Space", "a", "Down", "Space", "PgDn"},
    {"/"},
    {"/", "h", "o", "j", "o", "Down", "Down"},
    {"/", "海", "外", "Enter", "PgDn", "PgDn", "j"},
    {"/", "知", "財", "Enter", "Enter", "n", "n", "n"},
    {"/", "補", "Enter", "/", "助", "全"},
    {"/", "補", "Enter", "Esc", "/"},
};

static const int all_cols[] = {1,  2,  5,  10, 20, 39, 40,  41,  50,  59,  60,  61,  71,  72,
                               79, 80, 81, 95, 96, 99, 100, 117, 118, 120, 149, 150, 160, 300};
static const int all_rows[] = {1, 2, 5, 9, 10, 11, 13, 16, 19, 20, 23, 24, 25, 40, 60, 100};

static void resize(Session *session, int cols, int rows) {
    session_event(session, &(Event){.kind = EVENT_RESIZE, .cols = cols, .rows = rows});
    session_view(session);
}

static void take_text(Session *session, Buf *out) {
    session_view(session);
    for (int row = 0; row < session->grid.rows; row++)
        grid_row_text(&session->grid, row, out);
}

/* All sizes, then back: the screen must be what it was. */
static bool sweep(Session *session) {
    Buf before, after;
    buf_init(&before, 1 << 20);
    buf_init(&after, 1 << 20);
    resize(session, 80, 24);
    take_text(session, &before);
    for (size_t c = 0; c < COUNT_OF(all_cols); c++)
        for (size_t r = 0; r < COUNT_OF(all_rows); r++)
            resize(session, all_cols[c], all_rows[r]);
    resize(session, 80, 24);
    take_text(session, &after);
    bool same = strcmp(before.at, after.at) == 0;
    if (!same)
        fprintf(stderr, "before\n%s\nafter\n%s\n", before.at, after.at);
    buf_release(&before);
    buf_release(&after);
    return same;
}

/* Of what the edge does, the rules of the diagnosis are read: without them it shows nothing. */
static void read_rules(Session *session) {
    static Diagnosis rules;
    static bool loaded;
    Problems problems = {0};
    bool asked = false;
    for (size_t i = 0; i < session->effects.count; i++)
        asked = asked || session->effects.at[i].kind == EFFECT_READ_DIAGNOSIS;
    if (!asked)
        return;
    loaded = loaded ||
             diagnosis_load(&rules, SOURCE_DIR "/data/catalogue", session_catalogue(), &problems);
    if (!loaded)
        BUG("the rules of the diagnosis cannot be read");
    session->app.late.diagnosis = &rules;
}

static bool walk(size_t way, Lang lang, Ambiguous ambiguous, bool ascii) {
    Session session = {.perform = read_rules};
    AppStart start = {.catalogue = session_catalogue(),
                      .today = {2016, 12, 20},
                      .lang = lang,
                      .ambiguous = ambiguous,
                      .ascii = ascii,
                      .substitute = ascii && lang == LANG_EN,
                      .cols = 80,
                      .rows = 24,
                      .program = "",
                      .notice = ""};
    session_begin(&session, &start);
    for (size_t i = 0; i < COUNT_OF(ways[way]) && ways[way][i] != NULL; i++)
        if (!session_key(&session, ways[way][i]))
            return false;
    bool same = sweep(&session);
    session_end(&session);
    return same;
}

/* How the four modes are called; one of them for each test, so that they run side by side. */
static const char *const modes[] = {"japanese", "wide", "english", "ascii"};

static bool walk_in(size_t way, size_t mode) {
    Lang lang = mode == 2 || mode == 3 ? LANG_EN : LANG_JA;
    Ambiguous ambiguous = mode == 1 ? AMBIGUOUS_WIDE : AMBIGUOUS_NARROW;
    bool good = walk(way, lang, ambiguous, mode == 3);
    if (!good)
        fprintf(stderr, "way %zu, %s: not the same after other sizes\n", way, modes[mode]);
    return good;
}

/* sweep [MODE]: all of them without. */
int main(int argc, char **argv) {
    int passed = 0, failed = 0;
    for (size_t mode = 0; mode < COUNT_OF(modes); mode++) {
        if (argc > 1 && strcmp(argv[1], modes[mode]) != 0)
            continue;
        for (size_t way = 0; way < COUNT_OF(ways); way++)
            if (walk_in(way, mode))
                passed++;
            else
                failed++;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
