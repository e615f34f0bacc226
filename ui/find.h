/*
 * What is looked for: the words that are on, which pages show highlighted and n and N walk
 * through, and the last search. Words come on when a search is kept with Enter; another search
 * replaces them, Esc on the roadmap turns them off.
 *
 * A search is made in app_update, once for each text and each change of what is searched; views
 * read what it found. The dictionary is asked once about each word; its answer is an event.
 */
#ifndef KAIRO_UI_FIND_H
#define KAIRO_UI_FIND_H

#include "query/search.h"
#include "ui/commands.h"

struct App;
struct ScreenState;

enum {
    FIND_BYTES_MOST = 500, /* of what is typed */
    FIND_RECENT_MOST = 8,
};

typedef struct Find {
    const char *words;                    /* on, for the session; "" for none */
    const char *recent[FIND_RECENT_MOST]; /* kept in this session, the last one first */
    int recent_count;

    Arena arena;       /* owns the last search */
    const char *query; /* its words; NULL: it has to be made anew */
    SearchFound found;
    SearchLack lack;    /* why nothing was found */
    uint64_t notes;     /* a sum of the notes it looked into */
    const char **asked; /* words the dictionary was asked about; in app->kept */
    size_t asked_count, asked_room;
} Find;

void find_init(struct App *app);
void find_release(struct App *app);

/* Turns words on, "" off. They live for the session. */
void find_turn_on(struct App *app, const char *words);
/* Puts them first among those kept in this session. */
void find_remember(struct App *app, const char *words);

/* The search for these words, made when the last one was another. Valid until the next. */
const SearchFound *find_made(struct App *app, const char *words);
/* The same for views, which make none: nothing when it is not the last one. */
SearchFound find_found(const struct App *app, const char *words);
/* Why that search found nothing; empty when it found something or is not the last one. */
SearchLack find_lack(const struct App *app, const char *words);

/* Those of the hits that the filter of the lists lets through; in `arena`. */
SearchHits find_shown(const struct App *app, Arena *arena, SearchHits hits);
/* A program's place among the hits, or -1. */
int find_place(SearchHits hits, const Program *program);

/* What the dictionary said of a word. */
void find_learned(struct App *app, const char *word, Strings words);

/* At the end of every update: makes the search that the screen on top shows, asks the dictionary.
 */
void find_settle(struct App *app);

/* Why n and N do nothing on that screen, or NULL. */
const char *find_disabled(const struct App *app, const struct ScreenState *state,
                          CommandId command);

#endif
