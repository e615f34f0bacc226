/*
 * What the edition has where: its countries by region, their cities, and in each the advisers,
 * sites, support centres, events and cases, with the program behind each. Put together from
 * what the catalogue states: places of programs, places and titles of events, and the countries
 * that cases name. Pure; all in the arena given, and lent by the catalogue.
 */
#ifndef KAIRO_QUERY_GEOGRAPHY_H
#define KAIRO_QUERY_GEOGRAPHY_H

#include "catalogue/model.h"

/* What is counted of a country, in the order in which it is shown. */
typedef enum GeoColumn {
    GEO_ADVISERS,
    GEO_SITES, /* of the platform: several cities under one label are one site */
    GEO_CENTRES,
    GEO_EVENTS, /* held there, or about it by their title */
    GEO_CASES,
    GEO_OTHERS, /* offices, libraries, markets and the like */
    GEO_COLUMNS
} GeoColumn;

/* One of place, event and story is set. */
typedef struct GeoThing {
    GeoColumn column;
    const Place *place;
    const Occasion *event;
    const Case *story;
    const Program *program; /* NULL for an event that the source ties to none */
    size_t nth;             /* in its city, as the edition has them */
} GeoThing;
LIST_OF(GeoThing, GeoThings);

typedef struct GeoCity {
    const char *name;  /* as printed; "" for what the source places in no city */
    const City *known; /* NULL where the catalogue only has the name */
    GeoThings things;  /* places by role, then events by date, then cases */
} GeoCity;
LIST_OF(GeoCity, GeoCities);

typedef struct GeoCountry {
    const Country *country;
    GeoCities cities; /* in the catalogue's order, unknown ones after them, "" last */
    int counts[GEO_COLUMNS];
} GeoCountry;

/* By region in the catalogue's order, Japan's region last; every country once. */
LIST_OF(GeoCountry, Geography);

Geography geography_of(Arena *arena, const Catalogue *catalogue);

/* Whether an event is only about the country, and held elsewhere. */
bool geo_is_held_elsewhere(const GeoThing *thing, const Country *country);

/* ---- finding (geography_find.c) ---- */

/* A country that was found, and which of its cities: none where its own name was enough. */
typedef struct GeoFind {
    const GeoCountry *at;
    const GeoCity *const *cities;
    size_t city_count;
} GeoFind;
LIST_OF(GeoFind, GeoFinds);

/*
 * The countries that have all words of `typed` in a name of theirs, of their region or of a
 * city: kanji, kana, romaji in every way of typing it, English, the two letters of ISO 3166-1;
 * words may be unfinished. Latin letters are found where a word begins. All of them for nothing
 * typed, and in the same order.
 */
GeoFinds geography_find(Arena *arena, const Geography *geography, Str typed);

#endif
