/* See place_parts.h. */
#include "report/place_parts.h"

#include "base/tr.h"
#include "catalogue/names.h"
#include "report/words.h"

enum { CITIES_NAMED = 12 /* with more of them countries are enough */ };

static bool same_country(const Place *a, const Place *b) {
    return strcmp(a->role, b->role) == 0 && a->in == b->in;
}

/* Cities under one label are one site (スライド18: 中国西部地域, 重慶 and 成都). */
static bool is_same_site(const Place *a, const Place *b) {
    return same_country(a, b) && !is_absent(a->label) && strcmp(a->label, b->label) == 0;
}

static bool is_first_of_site(const Places *all, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (is_same_site(&all->at[i], &all->at[index]))
            return false;
    return true;
}

/* Whether no place before it is in the same country, in the same part. */
static bool is_first_of_country(const Places *all, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (same_country(&all->at[i], &all->at[index]))
            return false;
    return true;
}

static bool is_first_of_role(const Places *all, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(all->at[i].role, all->at[index].role) == 0)
            return false;
    return true;
}

static const char *cities_in(Arena *arena, const Places *all, const Place *country) {
    const char *names = "";
    for (size_t i = 0; i < all->count; i++)
        if (same_country(&all->at[i], country) && !is_absent(all->at[i].city))
            names = words_joined(arena, names, all->at[i].city);
    return names;
}

typedef struct Spread {
    int countries, cities, sites;
    const char *names, *names_with_cities;
} Spread;

static Spread spread_of(Arena *arena, const Places *all, const char *role) {
    Spread spread = {0, 0, 0, "", ""};
    for (size_t i = 0; i < all->count; i++) {
        const Place *place = &all->at[i];
        if (strcmp(place->role, role) != 0)
            continue;
        spread.cities += !is_absent(place->city);
        spread.sites += !is_absent(place->city) && is_first_of_site(all, i);
        if (!is_first_of_country(all, i))
            continue;
        const char *name = tr_lang() == LANG_EN ? place->in->name_en : place->in->name;
        const char *cities = cities_in(arena, all, place);
        spread.countries++;
        spread.names = words_joined(arena, spread.names, name);
        if (!is_absent(cities)) /* TRANSLATORS: a country and its cities */
            name = arena_printf(arena, tr_context("place", "%s (%s)"), name, cities);
        spread.names_with_cities = words_joined(arena, spread.names_with_cities, name);
    }
    return spread;
}

/* 10か国・地域、15か所; of one country only its places; "" where the name alone says it. Where
   cities are taken together to sites, how countries are counted is the source's affair. */
static const char *count_of(Arena *arena, const Spread *spread) {
    const char *countries = "", *cities = "";
    if (spread->countries > 1 && spread->sites == spread->cities)
        countries = arena_printf(arena, tr_plural("%d country", "%d countries", spread->countries),
                                 spread->countries);
    if (spread->sites > 1)
        cities =
            arena_printf(arena, tr_plural("%d place", "%d places", spread->sites), spread->sites);
    return words_joined(arena, countries, cities);
}

static PlacePart part_of(Arena *arena, const Places *all, const char *role) {
    Spread spread = spread_of(arena, all, role);
    int label = enum_find(&place_role_names, role);
    return (PlacePart){label < 0 ? role : enum_label(&place_role_names, label),
                       count_of(arena, &spread),
                       spread.cities > CITIES_NAMED ? spread.names : spread.names_with_cities};
}

PlaceParts place_parts(Arena *arena, const Places *all) {
    PlacePart *parts = arena_new(arena, PlacePart, all->count);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (is_first_of_role(all, i))
            parts[count++] = part_of(arena, all, all->at[i].role);
    return (PlaceParts){parts, count};
}
