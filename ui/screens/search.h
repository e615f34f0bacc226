/* Between the two files of the search: what it lists, and how that is measured. */
#ifndef KAIRO_UI_SCREENS_SEARCH_H
#define KAIRO_UI_SCREENS_SEARCH_H

#include "ui/screens/program_row.h"

/* The words that are looked for: those being typed, else those kept; "" for none. */
const char *search_words(const App *app, const SearchState *state);

/* The selected program stays so when more is found: of the search on top, if there is one. */
void search_hold(App *app);

/* The programs found; while there are no words, those kept before. Lives in `arena`. */
typedef struct SearchList {
    const App *app;
    Arena *arena;
    const SearchState *state;
    const char *words;
    bool asks;         /* there are no words yet */
    SearchFound found; /* with those hits alone that the filter lets through */
    SearchHits all;    /* and all of them */
    RowShape shape;
    int label_cells; /* of the widest label of a field */
} SearchList;

SearchList *search_list(const App *app, const SearchState *state, Arena *arena);
List search_list_of(const SearchList *of);
/* The list as it is shown: its selected row by the program. */
ListState search_list_state(const SearchList *of);

/* All that was found, whatever the filter says. */
ProgramRefs search_all(const SearchList *of);

/* Cells of the field, and lines of the list. */
int search_field_cols(const App *app);
int search_list_rows(const App *app, const SearchList *of);

void search_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
