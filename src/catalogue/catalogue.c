/* Look-ups of model.h: straight searches, since a catalogue is a few hundred records. */
#include "catalogue/model.h"

#include "text/key.h"

static const Program *program_in(Programs programs, const char *id) {
    for (size_t i = 0; i < programs.count; i++)
        if (strcmp(programs.at[i].id, id) == 0)
            return &programs.at[i];
    return NULL;
}

const Program *catalogue_program(const Catalogue *catalogue, const char *id) {
    const Program *found = program_in(catalogue->programs, id);
    return found != NULL ? found : program_in(catalogue->resources, id);
}

const Program *catalogue_program_asked(const Catalogue *catalogue, const char *id_or_number) {
    const Program *found = catalogue_program(catalogue, id_or_number);
    char number[16];
    for (size_t i = 0; found == NULL && i < catalogue->programs.count; i++) {
        snprintf(number, sizeof number, "%d", catalogue->programs.at[i].number);
        if (catalogue->programs.at[i].number > 0 && strcmp(number, id_or_number) == 0)
            found = &catalogue->programs.at[i];
    }
    return found;
}

const Need *catalogue_need(const Catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->needs.count; i++)
        if (strcmp(catalogue->needs.at[i].id, id) == 0)
            return &catalogue->needs.at[i];
    return NULL;
}

const Provider *catalogue_provider(const Catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->providers.count; i++)
        if (strcmp(catalogue->providers.at[i].id, id) == 0)
            return &catalogue->providers.at[i];
    return NULL;
}

const Figure *catalogue_figure(const Catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->figures.count; i++)
        if (strcmp(catalogue->figures.at[i].id, id) == 0)
            return &catalogue->figures.at[i];
    return NULL;
}

const Case *catalogue_case(const Catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->cases.count; i++)
        if (strcmp(catalogue->cases.at[i].id, id) == 0)
            return &catalogue->cases.at[i];
    return NULL;
}

const Occasion *catalogue_event(const Catalogue *catalogue, const char *id) {
    for (size_t i = 0; i < catalogue->events.count; i++)
        if (strcmp(catalogue->events.at[i].id, id) == 0)
            return &catalogue->events.at[i];
    return NULL;
}

static bool is_one_of(Str key, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!is_absent(names[i]) && text_same_key(key, str(names[i])))
            return true;
    return false;
}

const Country *catalogue_country_named(const Catalogue *catalogue, const char *name) {
    for (size_t i = 0; i < catalogue->countries.count; i++) {
        const Country *country = &catalogue->countries.at[i];
        const char *names[] = {country->id, country->name, country->name_en};
        if (is_one_of(str(name), names, COUNT_OF(names)) ||
            is_one_of(str(name), country->aliases.at, country->aliases.count))
            return country;
    }
    return NULL;
}

const City *catalogue_city(const Catalogue *catalogue, const Country *country, const char *name) {
    for (size_t i = 0; i < catalogue->cities.count; i++)
        if (catalogue->cities.at[i].in == country &&
            strcmp(catalogue->cities.at[i].name, name) == 0)
            return &catalogue->cities.at[i];
    return NULL;
}

const Provider *catalogue_provider_named(const Catalogue *catalogue, const char *name) {
    for (size_t i = 0; i < catalogue->providers.count; i++) {
        const Provider *provider = &catalogue->providers.at[i];
        const char *names[] = {provider->id, provider->name, provider->name_full,
                               provider->name_en};
        if (is_one_of(str(name), names, COUNT_OF(names)) ||
            is_one_of(str(name), provider->aliases.at, provider->aliases.count))
            return provider;
    }
    return NULL;
}

Strings catalogue_ids(const Catalogue *catalogue, Arena *arena) {
    size_t count = 0;
    const char **ids =
        arena_new(arena, const char *, catalogue->programs.count + catalogue->resources.count);
    for (size_t i = 0; i < catalogue->programs.count; i++)
        ids[count++] = catalogue->programs.at[i].id;
    for (size_t i = 0; i < catalogue->resources.count; i++)
        ids[count++] = catalogue->resources.at[i].id;
    return (Strings){ids, count};
}

void catalogue_release(Catalogue *catalogue) {
    arena_release(&catalogue->arena);
    *catalogue = (Catalogue){0};
}
