/* See facets.h. Each program is asked once for its values; a program that fails one facet only
 * counts for the values of that facet, one that fails two counts nowhere. */
#include "query/facets.h"

#include "base/bug.h"
#include "catalogue/names.h"
#include "catalogue/period.h"
#include "query/filter.h"

/* ---- sets ---- */

static bool in_set(const FacetSet *set, int value) {
    return value >= 0 && value < FACET_VALUES_MOST &&
           (set->words[value / 64] >> (value % 64) & 1) != 0;
}

static void flip(FacetSet *set, int value) {
    if (value >= 0 && value < FACET_VALUES_MOST)
        set->words[value / 64] ^= (uint64_t)1 << (value % 64);
}

static FacetSet set_of(int value) {
    FacetSet set = {{0}};
    flip(&set, value);
    return set;
}

static bool is_empty(const FacetSet *set) {
    uint64_t any = 0;
    for (int i = 0; i < FACET_WORDS; i++)
        any |= set->words[i];
    return any == 0;
}

static bool meet(const FacetSet *a, const FacetSet *b) {
    uint64_t both = 0;
    for (int i = 0; i < FACET_WORDS; i++)
        both |= a->words[i] & b->words[i];
    return both != 0;
}

/* ---- values ---- */

int facet_values(const Catalogue *catalogue, Facet facet) {
    const int counts[FACET_COUNT] = {
        [FACET_STEP] = STEP_COUNT + 1,
        [FACET_NEED] = (int)catalogue->needs.count + 1,
        [FACET_COST] = COST_COUNT,
        [FACET_PERIOD] = SHOWN_PERIODS,
        [FACET_AUDIENCE] = AUDIENCE_COUNT,
        [FACET_KIND] = KIND_COUNT,
        [FACET_PROVIDER] = (int)catalogue->providers.count,
        [FACET_COUNTRY] = (int)catalogue->countries.count + 1,
        [FACET_PLAN] = 2,
        [FACET_BOOKMARK] = 2,
    };
    return MIN_OF(counts[facet], (int)FACET_VALUES_MOST);
}

int facet_not_stated(const Catalogue *catalogue, Facet facet) {
    switch (facet) {
    case FACET_NEED:
    case FACET_COUNTRY:
        return facet_values(catalogue, facet) - 1;
    case FACET_COST:
        return COST_NOT_STATED;
    case FACET_PERIOD:
        return SHOWN_NOT_STATED;
    case FACET_AUDIENCE:
        return AUDIENCE_NOT_STATED;
    default:
        return -1;
    }
}

const char *facet_id(Facet facet) {
    static const char *const ids[FACET_COUNT] = {
        [FACET_STEP] = "step",         [FACET_COST] = "cost",         [FACET_NEED] = "need",
        [FACET_PERIOD] = "period",     [FACET_AUDIENCE] = "audience", [FACET_KIND] = "kind",
        [FACET_PROVIDER] = "provider", [FACET_PLAN] = "plan",         [FACET_BOOKMARK] = "bookmark",
        [FACET_COUNTRY] = "country"};
    return ids[facet];
}

static const char *period_id(int value) {
    if (value == SHOWN_SEE_SITE)
        return enum_name(&period_kind_names, PERIOD_SEE_SITE);
    if (value == SHOWN_NOT_STATED)
        return enum_name(&period_kind_names, PERIOD_NOT_STATED);
    return enum_name(&period_state_names, value);
}

static const char *audience_id(int value) {
    static const char *const ids[AUDIENCE_COUNT] = {"micro",   "small",     "middle", "large",
                                                    "company", "body",      "people", "anybody",
                                                    "other",   "not_stated"};
    return ids[value];
}

const char *facet_value_id(Arena *arena, const Catalogue *catalogue, Facet facet, int value) {
    if ((facet == FACET_NEED || facet == FACET_COUNTRY) &&
        value == facet_not_stated(catalogue, facet))
        return "none";
    switch (facet) {
    case FACET_NEED:
        return catalogue->needs.at[value].id;
    case FACET_COST:
        return enum_name(&cost_kind_names, value);
    case FACET_PERIOD:
        return period_id(value);
    case FACET_AUDIENCE:
        return audience_id(value);
    case FACET_KIND:
        return enum_name(&program_kind_names, value);
    case FACET_PROVIDER:
        return catalogue->providers.at[value].id;
    case FACET_COUNTRY:
        return catalogue->countries.at[value].id;
    case FACET_PLAN:
    case FACET_BOOKMARK:
        return value == 0 ? "yes" : "no";
    default:
        return arena_printf(arena, "%d", value);
    }
}

/* ---- the values of a program ---- */

static FacetPeriod period_of(const Program *program, Date as_of) {
    switch (period_state(&program->period, as_of)) {
    case STATE_ALWAYS:
        return SHOWN_ALWAYS;
    case STATE_OPEN:
        return SHOWN_OPEN;
    case STATE_UPCOMING:
        return SHOWN_UPCOMING;
    case STATE_CLOSED:
        return SHOWN_CLOSED;
    default:
        return program->period.kind == PERIOD_SEE_SITE ? SHOWN_SEE_SITE : SHOWN_NOT_STATED;
    }
}

static FacetSet countries_of(const Catalogue *catalogue, const Program *program) {
    FacetSet set = {{0}};
    for (int i = 0; i < (int)catalogue->countries.count; i++)
        if (filter_has_place_in(program, &catalogue->countries.at[i]))
            flip(&set, i);
    return program->places.count > 0 ? set : set_of((int)catalogue->countries.count);
}

FacetSet facet_of(const FacetWorld *world, const Program *program, Facet facet) {
    const Catalogue *catalogue = world->catalogue;
    switch (facet) {
    case FACET_STEP:
        return set_of(program->cross_step ? 0 : program->step);
    case FACET_NEED:
        return set_of(program->need == NULL ? (int)catalogue->needs.count
                                            : (int)(program->need - catalogue->needs.at));
    case FACET_COST:
        return set_of((int)program->cost.kind);
    case FACET_PERIOD:
        return set_of((int)period_of(program, world->as_of));
    case FACET_AUDIENCE:
        return (FacetSet){{audience_of(str(program->audience))}};
    case FACET_KIND:
        return set_of((int)program->kind);
    case FACET_PROVIDER:
        return set_of((int)(program->provider - catalogue->providers.at));
    case FACET_COUNTRY:
        return countries_of(catalogue, program);
    case FACET_PLAN:
        return set_of(world->is_planned(world->context, program) ? 0 : 1);
    case FACET_BOOKMARK:
        return set_of(world->is_bookmarked(world->context, program) ? 0 : 1);
    case FACET_COUNT:
        break;
    }
    BUG("no such facet");
}

/* ---- choosing ---- */

bool facets_has_any(const Facets *facets, Facet facet) {
    return !is_empty(&facets->chosen[facet]);
}

bool facets_are_on(const Facets *facets) {
    bool on = false;
    for (int facet = 0; facet < FACET_COUNT; facet++)
        on = on || facets_has_any(facets, (Facet)facet);
    return on;
}

bool facets_has(const Facets *facets, Facet facet, int value) {
    return in_set(&facets->chosen[facet], value);
}

void facets_toggle(Facets *facets, Facet facet, int value) {
    flip(&facets->chosen[facet], value);
}

void facets_drop(Facets *facets, Facet facet) {
    facets->chosen[facet] = (FacetSet){{0}};
}

const char *facets_ids(Arena *arena, const Catalogue *catalogue, const Facets *facets,
                       Facet facet) {
    const char *text = "";
    for (int i = 0; i < facet_values(catalogue, facet); i++)
        if (facets_has(facets, facet, i))
            text = arena_printf(arena, "%s%s%s", text, is_absent(text) ? "" : " ",
                                facet_value_id(arena, catalogue, facet, i));
    return text;
}

/* Whether one of the words is this one. */
static bool has_word(const char *words, const char *word) {
    size_t len = strlen(word);
    for (const char *at = words; (at = strstr(at, word)) != NULL; at += len)
        if ((at == words || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
            return true;
    return false;
}

void facets_choose_ids(const Catalogue *catalogue, Facets *facets, Facet facet, const char *ids) {
    Arena arena = {0};
    facets_drop(facets, facet);
    for (int i = 0; i < facet_values(catalogue, facet) && !is_absent(ids); i++)
        if (has_word(ids, facet_value_id(&arena, catalogue, facet, i)))
            facets_toggle(facets, facet, i);
    arena_release(&arena);
}

/* ---- what comes through ---- */

bool facets_match(const FacetWorld *world, const Facets *facets, const Program *program) {
    for (int facet = 0; facet < FACET_COUNT; facet++) {
        const FacetSet *chosen = &facets->chosen[facet];
        if (is_empty(chosen))
            continue;
        FacetSet of = facet_of(world, program, (Facet)facet);
        if (!meet(chosen, &of))
            return false;
    }
    return true;
}

ProgramRefs facets_everything(const Catalogue *catalogue, Arena *arena) {
    const Programs *lists[] = {&catalogue->programs, &catalogue->resources};
    const Program **at = arena_new(arena, const Program *, lists[0]->count + lists[1]->count);
    size_t count = 0;
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++)
            at[count++] = &lists[list]->at[i];
    return (ProgramRefs){at, count};
}

static void add_values(const FacetWorld *world, int *counts, int facet, const FacetSet *of) {
    int values = facet_values(world->catalogue, (Facet)facet);
    for (int i = 0; i < values; i++)
        if (of->words[i / 64] == 0)
            i |= 63; /* none of these */
        else
            counts[i] += in_set(of, i);
}

static void add_program(const FacetWorld *world, const Facets *facets, const Program *program,
                        FacetCounts *counts) {
    FacetSet of[FACET_COUNT];
    int failed = 0, last = 0;
    for (int facet = 0; facet < FACET_COUNT; facet++) {
        const FacetSet *chosen = &facets->chosen[facet];
        of[facet] = facet_of(world, program, (Facet)facet);
        add_values(world, counts->every[facet], facet, &of[facet]);
        if (is_empty(chosen) || meet(chosen, &of[facet]))
            continue;
        failed++;
        last = facet;
    }
    counts->shown += failed == 0;
    for (int facet = 0; facet < FACET_COUNT && failed <= 1; facet++) {
        if (failed == 1 && facet != last)
            continue;
        add_values(world, counts->values[facet], facet, &of[facet]);
        counts->without[facet]++;
    }
}

FacetCounts facets_count(const FacetWorld *world, const Facets *facets, ProgramRefs of,
                         Arena *arena) {
    FacetCounts counts = {.all = (int)of.count};
    for (int facet = 0; facet < FACET_COUNT; facet++) {
        size_t values = (size_t)facet_values(world->catalogue, (Facet)facet);
        counts.values[facet] = arena_new(arena, int, values);
        counts.every[facet] = arena_new(arena, int, values);
    }
    for (size_t i = 0; i < of.count; i++)
        add_program(world, facets, of.at[i], &counts);
    return counts;
}

Facet facets_worst(const Facets *facets, const FacetCounts *counts) {
    int worst = FACET_COUNT, most = counts->shown;
    for (int facet = 0; facet < FACET_COUNT; facet++) {
        if (!facets_has_any(facets, (Facet)facet) || counts->without[facet] <= most)
            continue;
        worst = facet;
        most = counts->without[facet];
    }
    return (Facet)worst;
}
