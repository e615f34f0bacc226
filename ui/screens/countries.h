/* Between the two files of the countries: what the list holds, and how it is measured. */
#ifndef KAIRO_UI_SCREENS_COUNTRIES_H
#define KAIRO_UI_SCREENS_COUNTRIES_H

#include "query/geography.h"
#include "ui/screens/screens.h"

/* Lives in `arena`. All measures in cells; a column that is not shown has the end 0. */
typedef struct CountryList {
    const App *app;
    Arena *arena;
    GeoFinds finds;
    size_t all; /* countries, found or not */
    int cols;
    int ends[GEO_COLUMNS]; /* where each column of numbers ends */
    int name_cols;
    int beside, beside_cols; /* in English: the Japanese name; cells 0 when it is not shown */
    int cities, cities_cols; /* likewise */
} CountryList;

/* Those that the filter finds, in `arena`. */
CountryList *countries_list_of(const App *app, const CountriesState *state, Arena *arena);
List countries_list(const CountryList *of);
const Country *countries_at(const CountryList *of, int item);

/* Rows of the body that the list has. */
int countries_rows(const CountryList *of, const CountriesState *state);
/* The list as it is shown: its selected row by the country; and that country, NULL for none. */
ListState countries_state(const CountryList *of, const CountriesState *state);
const Country *countries_selected(const CountryList *of, const CountriesState *state);

/* What is typed, to be edited; the caller releases it. */
TextEdit countries_field(const App *app, const CountriesState *state);

void countries_view(const App *app, const ScreenState *screen, const Canvas *body);

#endif
