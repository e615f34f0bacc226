/* The words for what lists are filtered by: facets, their values, and what is on of them. */
#include "ui/screens/facets.h"

#include "catalogue/names.h"
#include "report/words.h"
#include "ui/screens/plan_screen.h"

const char *facet_name(Facet facet) {
    static const char *const names[FACET_COUNT] = {
        [FACET_STEP] = N_("Step"),
        [FACET_COST] = N_("Cost"),
        /* TRANSLATORS: what somebody wants to do: attend a seminar, find a loan */
        [FACET_NEED] = N_("Need"),
        /* TRANSLATORS: when applications are taken */
        [FACET_PERIOD] = N_("Applications"),
        /* TRANSLATORS: whom a program is for */
        [FACET_AUDIENCE] = N_("For whom"),
        /* TRANSLATORS: the kind of a program: seminar, loan */
        [FACET_KIND] = N_("Kind"),
        [FACET_PROVIDER] = N_("Provider"),
        [FACET_PLAN] = N_("Plan"),
        [FACET_BOOKMARK] = N_("Bookmark"),
        [FACET_COUNTRY] = N_("Country"),
    };
    return _(names[facet]);
}

static const char *period_name(int value) {
    if (value == SHOWN_SEE_SITE)
        return enum_label(&period_kind_names, PERIOD_SEE_SITE);
    if (value == SHOWN_NOT_STATED)
        return enum_label(&period_kind_names, PERIOD_NOT_STATED);
    return enum_label(&period_state_names, value);
}

static const char *country_name(const Country *country) {
    return tr_lang() == LANG_EN ? country->name_en : country->name;
}

static const char *need_name(Arena *arena, const Need *need) {
    return arena_printf(arena, "%s %s", need->id, words_need_title(need));
}

const char *facet_value_name(const App *app, Arena *arena, Facet facet, int value) {
    const Catalogue *catalogue = app->catalogue;
    if (value == facet_not_stated(catalogue, facet))
        return _("not stated");
    switch (facet) {
    case FACET_STEP:
        return plan_step_name(app, arena, value);
    case FACET_COST:
        return enum_label(&cost_kind_names, value);
    case FACET_NEED:
        return need_name(arena, &catalogue->needs.at[value]);
    case FACET_PERIOD:
        return period_name(value);
    case FACET_AUDIENCE:
        return tr(audience_label((Audience)value));
    case FACET_KIND:
        return enum_label(&program_kind_names, value);
    case FACET_PROVIDER:
        return words_provider_short(arena, &catalogue->providers.at[value]);
    case FACET_PLAN:
        return value == 0 ? _("planned") : _("not planned");
    case FACET_BOOKMARK:
        return value == 0 ? _("bookmarked") : _("no bookmark");
    default:
        return country_name(&catalogue->countries.at[value]);
    }
}

/* Of steps the number will do, of needs the letter. */
static const char *short_name(const App *app, Arena *arena, Facet facet, int value) {
    if (facet == FACET_STEP)
        return arena_printf(arena, "%d", value);
    if (facet == FACET_NEED && value != facet_not_stated(app->catalogue, facet))
        return app->catalogue->needs.at[value].id;
    return facet_value_name(app, arena, facet, value);
}

/* The first of what is chosen, and how many more; what serves all steps is the last step. */
static const char *chosen_names(const App *app, Arena *arena, Facet facet) {
    enum { NAMES_MOST = 3, LETTERS_MOST = 8 };
    int values = facet_values(app->catalogue, facet), first = facet == FACET_STEP ? 1 : 0;
    int most = facet == FACET_STEP || facet == FACET_NEED ? LETTERS_MOST : NAMES_MOST, count = 0;
    const char *text = "";
    for (int i = 0; i < values; i++) {
        int value = (first + i) % values;
        if (!facets_has(&app->facets, facet, value) || ++count > most)
            continue;
        const char *name = short_name(app, arena, facet, value);
        text = count == 1 ? name : arena_printf(arena, "%s%s%s", text, _(", "), name);
    }
    if (count > most)
        /* TRANSLATORS: names of what is chosen, and how many more are */
        return arena_printf(arena, _("%1$s and %2$d more"), text, count - most);
    return text;
}

/* What names the plan or the bookmark itself needs no name of the facet. */
const char *facet_condition(const App *app, Arena *arena, Facet facet) {
    if (facet == FACET_PLAN || facet == FACET_BOOKMARK)
        return chosen_names(app, arena, facet);
    /* TRANSLATORS: a condition of the filter: Cost: free, paid */
    return arena_printf(arena, _("%1$s: %2$s"), facet_name(facet), chosen_names(app, arena, facet));
}

/* A number, a letter and "not stated" say nothing without the facet. */
const char *facet_chip(const App *app, Arena *arena, Facet facet) {
    const char *names = chosen_names(app, arena, facet);
    bool bare = facet == FACET_STEP || facet == FACET_NEED ||
                facets_has(&app->facets, facet, facet_not_stated(app->catalogue, facet));
    return bare ? arena_printf(arena, "%s %s", facet_name(facet), names) : names;
}

const char *facets_count_text(const App *app, Arena *arena, int shown, int all) {
    if (!facets_are_on(&app->facets))
        return arena_printf(arena, tr_plural("%d program", "%d programs", all), all);
    /* TRANSLATORS: programs that a filter lets through, of all */
    return arena_printf(arena, tr_context("filter", "%1$d of %2$d"), shown, all);
}
