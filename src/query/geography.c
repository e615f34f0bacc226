/*
 * See geography.h. Everything that has a place is put under its country and city in the order
 * of the edition; then the cities and what is in them are put in order, and counted.
 */
#include "query/geography.h"

#include "catalogue/names.h"

#include <stdlib.h>

#define HOME "jp" /* where what a case calls its place is */

typedef struct CityDraft {
    GeoCity city;
    GeoThing *things;
    size_t room;
} CityDraft;

typedef struct CountryDraft {
    CityDraft *cities;
    size_t count, room;
} CountryDraft;

typedef struct Draft {
    Arena *arena;
    const Catalogue *catalogue;
    CountryDraft *countries; /* as many as the catalogue has, in its order */
} Draft;

/* ---- gathering ---- */

static CityDraft *city_of(Draft *draft, const Country *country, const char *name) {
    CountryDraft *in = &draft->countries[country - draft->catalogue->countries.at];
    for (size_t i = 0; i < in->count; i++)
        if (strcmp(in->cities[i].city.name, name) == 0)
            return &in->cities[i];
    in->cities = arena_grow(draft->arena, in->cities, in->count, &in->room, sizeof *in->cities);
    CityDraft *city = &in->cities[in->count++];
    *city = (CityDraft){
        .city = {.name = name, .known = catalogue_city(draft->catalogue, country, name)}};
    return city;
}

static void put(Draft *draft, const Country *country, const char *city, GeoThing thing) {
    CityDraft *in = city_of(draft, country, city);
    size_t count = in->city.things.count;
    in->things = arena_grow(draft->arena, in->things, count, &in->room, sizeof *in->things);
    thing.nth = count;
    in->things[count] = thing;
    in->city.things = (GeoThings){in->things, count + 1};
}

static bool names(CountryRefs countries, const Country *country) {
    for (size_t i = 0; i < countries.count; i++)
        if (countries.at[i] == country)
            return true;
    return false;
}

/* A country that a program names as an example, where the example itself is told. */
static bool is_told(const Program *program, const Place *place) {
    if (strcmp(place->role, "example") != 0)
        return false;
    for (size_t i = 0; i < program->case_count; i++)
        if (names(program->cases[i]->about, place->in))
            return true;
    return false;
}

static GeoColumn column_of(const Place *place) {
    static const struct {
        const char *role;
        GeoColumn column;
    } columns[] = {
        {"adviser", GEO_ADVISERS}, {"platform", GEO_SITES}, {"support_centre", GEO_CENTRES}};
    for (size_t i = 0; i < COUNT_OF(columns); i++)
        if (strcmp(place->role, columns[i].role) == 0)
            return columns[i].column;
    return GEO_OTHERS;
}

static void put_places(Draft *draft, const Programs *programs) {
    for (size_t i = 0; i < programs->count; i++) {
        const Program *program = &programs->at[i];
        for (size_t j = 0; j < program->places.count; j++) {
            const Place *place = &program->places.at[j];
            GeoThing thing = {.column = column_of(place), .place = place, .program = program};
            if (!is_told(program, place))
                put(draft, place->in, place->city, thing);
        }
    }
}

static void put_events(Draft *draft) {
    const Occasions *events = &draft->catalogue->events;
    for (size_t i = 0; i < events->count; i++) {
        const Occasion *event = &events->at[i];
        GeoThing thing = {.column = GEO_EVENTS, .event = event};
        if (!is_absent(event->program))
            thing.program = catalogue_program(draft->catalogue, event->program);
        put(draft, event->place.in, event->place.city, thing);
        for (size_t j = 0; j < event->about.count; j++)
            if (geo_is_held_elsewhere(&thing, event->about.at[j]))
                put(draft, event->about.at[j], "", thing);
    }
}

static void put_cases(Draft *draft) {
    const Cases *cases = &draft->catalogue->cases;
    const Country *home = catalogue_country_named(draft->catalogue, HOME);
    for (size_t i = 0; i < cases->count; i++) {
        const Case *story = &cases->at[i];
        GeoThing thing = {.column = GEO_CASES,
                          .story = story,
                          .program = catalogue_program(draft->catalogue, story->program)};
        if (home != NULL && !is_absent(story->place))
            put(draft, home, story->place, thing);
        for (size_t j = 0; j < story->about.count; j++)
            put(draft, story->about.at[j], "", thing);
    }
}

bool geo_is_held_elsewhere(const GeoThing *thing, const Country *country) {
    return thing->event != NULL && thing->event->place.in != country;
}

/* ---- order ---- */

static int rank(const GeoThing *thing) {
    if (thing->place != NULL)
        return enum_find(&place_role_names, thing->place->role);
    return place_role_names.count + (thing->event != NULL ? 0 : 1);
}

static int compare_things(const void *left, const void *right) {
    const GeoThing *a = left, *b = right;
    int order = rank(a) - rank(b);
    if (order == 0 && a->event != NULL)
        order = date_compare(a->event->from, b->event->from);
    return order != 0 ? order : (a->nth > b->nth) - (a->nth < b->nth);
}

static void order_things(CityDraft *city) {
    qsort(city->things, city->city.things.count, sizeof *city->things, compare_things);
}

/* Known cities by their place in the catalogue, then those it does not know, then no city. */
static bool city_comes_before(const GeoCity *a, const GeoCity *b) {
    if (is_absent(a->name) != is_absent(b->name))
        return is_absent(b->name);
    if ((a->known != NULL) != (b->known != NULL))
        return a->known != NULL;
    return a->known != NULL && a->known < b->known;
}

static GeoCities finish_cities(Draft *draft, CountryDraft *in) {
    GeoCity *cities = arena_new(draft->arena, GeoCity, in->count);
    for (size_t i = 0; i < in->count; i++) {
        order_things(&in->cities[i]);
        size_t at = i;
        for (; at > 0 && city_comes_before(&in->cities[i].city, &cities[at - 1]); at--)
            cities[at] = cities[at - 1];
        cities[at] = in->cities[i].city;
    }
    return (GeoCities){cities, in->count};
}

/* ---- counting ---- */

/* Whether a site is one that was counted: another city under its label, or told of twice. */
static bool same_site(const Place *a, const Place *b) {
    if (!is_absent(a->label) || !is_absent(b->label))
        return strcmp(a->label, b->label) == 0;
    return strcmp(a->city, b->city) == 0;
}

typedef struct Sites {
    const Place **at; /* one place of each */
    size_t count, room;
} Sites;

static bool site_is_new(Arena *arena, Sites *sites, const Place *place) {
    for (size_t i = 0; i < sites->count; i++)
        if (same_site(sites->at[i], place))
            return false;
    sites->at = arena_grow(arena, sites->at, sites->count, &sites->room, sizeof *sites->at);
    sites->at[sites->count++] = place;
    return true;
}

static void count(Arena *arena, GeoCountry *country) {
    Sites sites = {.count = 0};
    for (size_t i = 0; i < country->cities.count; i++)
        for (size_t j = 0; j < country->cities.at[i].things.count; j++) {
            const GeoThing *thing = &country->cities.at[i].things.at[j];
            if (thing->column != GEO_SITES || site_is_new(arena, &sites, thing->place))
                country->counts[thing->column]++;
        }
}

/* ---- all of it ---- */

static bool same_region(const Country *a, const Country *b) {
    return strcmp(a->region, b->region) == 0;
}

/* Appends the countries of one region. */
static void take_region(Draft *draft, const Country *of, GeoCountry *out, size_t *taken) {
    const Countries *all = &draft->catalogue->countries;
    for (size_t i = 0; i < all->count; i++) {
        if (!same_region(&all->at[i], of))
            continue;
        GeoCountry *country = &out[(*taken)++];
        country->country = &all->at[i];
        country->cities = finish_cities(draft, &draft->countries[i]);
        count(draft->arena, country);
    }
}

static bool is_first_of_region(const Countries *all, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_region(&all->at[i], &all->at[index]))
            return false;
    return true;
}

Geography geography_of(Arena *arena, const Catalogue *catalogue) {
    const Countries *all = &catalogue->countries;
    Draft draft = {arena, catalogue, arena_new(arena, CountryDraft, all->count)};
    put_places(&draft, &catalogue->programs);
    put_places(&draft, &catalogue->resources);
    put_events(&draft);
    put_cases(&draft);
    GeoCountry *out = arena_new(arena, GeoCountry, all->count);
    const Country *home = catalogue_country_named(catalogue, HOME);
    size_t taken = 0;
    for (size_t i = 0; i < all->count; i++)
        if (is_first_of_region(all, i) && (home == NULL || !same_region(&all->at[i], home)))
            take_region(&draft, &all->at[i], out, &taken);
    if (home != NULL)
        take_region(&draft, home, out, &taken);
    return (Geography){out, taken};
}
