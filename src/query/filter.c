/* See filter.h. */
#include "query/filter.h"

#include "base/tr.h"
#include "catalogue/period.h"
#include "text/key.h"
#include "text/nearest.h"

bool filter_has_place_in(const Program *program, const Country *country) {
    for (size_t i = 0; i < program->places.count; i++)
        if (program->places.at[i].in == country)
            return true;
    return false;
}

bool filter_match(const Filter *f, const Program *program, Date as_of) {
    return (f->step == 0 || program->step == f->step) &&
           (f->need == NULL || program->need == f->need) &&
           (f->provider == NULL || program->provider == f->provider) &&
           (f->kind < 0 || (int)program->kind == f->kind) &&
           (f->cost < 0 || (int)program->cost.kind == f->cost) &&
           (f->state < 0 || (int)period_state(&program->period, as_of) == f->state) &&
           (f->country == NULL || filter_has_place_in(program, f->country));
}

ProgramRefs filter_programs(const Filter *filter, Arena *arena, Programs from, Date as_of) {
    const Program **found = arena_new(arena, const Program *, from.count);
    size_t count = 0;
    for (size_t i = 0; i < from.count; i++)
        if (filter_match(filter, &from.at[i], as_of))
            found[count++] = &from.at[i];
    return (ProgramRefs){found, count};
}

/* ---- words into conditions ---- */

bool filter_set_need(Filter *filter, const Catalogue *catalogue, const char *word, Err *err) {
    Needs needs = catalogue->needs;
    if (is_absent(word))
        return true;
    for (size_t i = 0; i < needs.count; i++) {
        if (!text_same_key(str(word), str(needs.at[i].id)))
            continue;
        filter->need = &needs.at[i];
        return true;
    }
    err_set(err, _("--need: %s is not a need; expected %s to %s"), word,
            needs.count > 0 ? needs.at[0].id : "A",
            needs.count > 0 ? needs.at[needs.count - 1].id : "M");
    return false;
}

/* Names that may be meant, with room for what a caller adds. */
typedef struct Words {
    const char **at;
    size_t count;
} Words;

static void add_words(Words *words, const char *id, const char *name, const char *name_en) {
    words->at[words->count++] = id;
    words->at[words->count++] = name;
    words->at[words->count++] = name_en;
}

bool filter_set_provider(Filter *filter, const Catalogue *catalogue, const char *word, Err *err) {
    if (is_absent(word))
        return true;
    filter->provider = catalogue_provider_named(catalogue, word);
    if (filter->provider != NULL)
        return true;
    Arena arena = {0};
    Providers all = catalogue->providers;
    Words words = {arena_new(&arena, const char *, 3 * all.count), 0};
    const char *ids = "";
    for (size_t i = 0; i < all.count; i++) {
        add_words(&words, all.at[i].id, all.at[i].name, all.at[i].name_en);
        ids = arena_printf(&arena, "%s%s%s", ids, i == 0 ? "" : ", ", all.at[i].id);
    }
    const char *near = text_nearest(str(word), (Strings){words.at, words.count});
    if (near != NULL)
        err_set(err, _("--provider: %s is not a provider; did you mean %s?"), word, near);
    else
        err_set(err, _("--provider: %s is not a provider; expected one of %s"), word, ids);
    arena_release(&arena);
    return false;
}

bool filter_set_country(Filter *filter, const Catalogue *catalogue, const char *word, Err *err) {
    if (is_absent(word))
        return true;
    filter->country = catalogue_country_named(catalogue, word);
    if (filter->country != NULL)
        return true;
    Arena arena = {0};
    Countries all = catalogue->countries;
    Words words = {arena_new(&arena, const char *, 3 * all.count), 0};
    for (size_t i = 0; i < all.count; i++)
        add_words(&words, all.at[i].id, all.at[i].name, all.at[i].name_en);
    const char *near = text_nearest(str(word), (Strings){words.at, words.count});
    if (near != NULL)
        err_set(err, _("--country: %s is not in the catalogue; did you mean %s?"), word, near);
    else
        err_set(err,
                _("--country: %s is not in the catalogue; expected a name such as Vietnam or a "
                  "code such as vn"),
                word);
    arena_release(&arena);
    return false;
}
