/* Facets on the edition that ships: the sums of its source come out beside the choices, and
 * every combination shows what it says it would. */
#include "edition_fixture.h"

#include "catalogue/names.h"
#include "query/facets.h"

static const Date as_of = {2016, 12, 20};

/* ---- a world in which two programs are planned and one has a bookmark ---- */

static bool is_planned(const void *context, const Program *program) {
    (void)context;
    return strcmp(program->id, "smrj-advice") == 0 || strcmp(program->id, "consortium") == 0;
}

static bool is_bookmarked(const void *context, const Program *program) {
    return strcmp(program->id, context) == 0;
}

static FacetWorld world_on(Date day) {
    return (FacetWorld){&edition, day, "jetro-seminar", is_planned, is_bookmarked};
}

static FacetWorld world(void) {
    return world_on(as_of);
}

static int value(Facet facet, const char *id) {
    for (int i = 0; i < facet_values(&edition, facet); i++)
        if (strcmp(facet_value_id(&scratch, &edition, facet, i), id) == 0)
            return i;
    fail_msg("%s has no value %s", facet_id(facet), id);
    return -1;
}

static void choose(Facets *facets, Facet facet, const char *id) {
    facets_toggle(facets, facet, value(facet, id));
}

/* Only the forty programs: the resources serve every step. */
static Facets only_programs(void) {
    Facets facets = {0};
    facets_choose_ids(&edition, &facets, FACET_STEP, "1 2 3 4");
    return facets;
}

static FacetCounts counts_of(const Facets *facets) {
    FacetWorld w = world();
    return facets_count(&w, facets, facets_everything(&edition, &scratch), &scratch);
}

typedef struct Sum {
    const char *id;
    int count;
} Sum;

/* These values, with these counts; all others 0. */
static void expect_counts(const FacetCounts *counts, Facet facet, const Sum *sums, size_t count) {
    int left = 0;
    for (int i = 0; i < facet_values(&edition, facet); i++)
        left += counts->values[facet][i] > 0;
    for (size_t i = 0; i < count; i++) {
        int got = counts->values[facet][value(facet, sums[i].id)];
        if (got != sums[i].count)
            fail_msg("%s %s: %d", facet_id(facet), sums[i].id, got);
        left -= got > 0;
    }
    assert_int_equal(left, 0);
}

/* ---- the sums of the source ---- */

static void nothing_chosen_counts_everything(void **state) {
    (void)state;
    Facets none = {0};
    FacetCounts counts = counts_of(&none);
    assert_false(facets_are_on(&none));
    assert_int_equal(counts.all, 48);
    assert_int_equal(counts.shown, 48);
    expect_counts(&counts, FACET_STEP,
                  (const Sum[]){{"1", 6}, {"2", 14}, {"3", 14}, {"4", 6}, {"0", 8}}, 5);
    expect_counts(&counts, FACET_PLAN, (const Sum[]){{"yes", 2}, {"no", 46}}, 2);
    expect_counts(&counts, FACET_BOOKMARK, (const Sum[]){{"yes", 1}, {"no", 47}}, 2);
    assert_int_equal(counts.values[FACET_NEED][value(FACET_NEED, "none")], 8);
}

static void the_sums_of_the_source_stand_beside_the_choices(void **state) {
    (void)state;
    Facets facets = only_programs();
    FacetCounts counts = counts_of(&facets);
    assert_int_equal(counts.shown, 40);
    expect_counts(&counts, FACET_NEED,
                  (const Sum[]){{"A", 2},
                                {"B", 4},
                                {"C", 5},
                                {"D", 3},
                                {"E", 4},
                                {"F", 2},
                                {"G", 5},
                                {"H", 3},
                                {"I", 3},
                                {"J", 3},
                                {"K", 3},
                                {"L", 1},
                                {"M", 2}},
                  13);
    expect_counts(&counts, FACET_PROVIDER,
                  (const Sum[]){{"jetro", 14},
                                {"smrj", 12},
                                {"sme-agency", 5},
                                {"inpit", 2},
                                {"hida", 2},
                                {"jfba", 1},
                                {"shokochukin", 1},
                                {"jfc", 1},
                                {"credit-guarantee", 1},
                                {"nexi", 1}},
                  10);
    expect_counts(&counts, FACET_COST,
                  (const Sum[]){{"free", 20}, {"paid", 5}, {"subsidy", 11}, {"not_stated", 4}}, 4);
    expect_counts(
        &counts, FACET_PERIOD,
        (const Sum[]){
            {"always", 23}, {"closed", 5}, {"see_site", 4}, {"open", 2}, {"not_stated", 6}},
        5);
}

static void a_day_moves_the_dated_ones(void **state) {
    (void)state;
    FacetWorld late = world_on((Date){2017, 1, 28}), early = world_on((Date){2016, 10, 1});
    Facets facets = only_programs();
    ProgramRefs all = facets_everything(&edition, &scratch);
    FacetCounts counts = facets_count(&late, &facets, all, &scratch);
    expect_counts(&counts, FACET_PERIOD,
                  (const Sum[]){{"always", 23}, {"closed", 7}, {"see_site", 4}, {"not_stated", 6}},
                  4);
    counts = facets_count(&early, &facets, all, &scratch);
    assert_int_equal(counts.values[FACET_PERIOD][SHOWN_UPCOMING], 2);
}

static void a_country_is_where_a_place_is(void **state) {
    (void)state;
    Facets facets = only_programs();
    FacetCounts counts = counts_of(&facets);
    assert_int_equal(counts.values[FACET_COUNTRY][value(FACET_COUNTRY, "vn")], 4);
    assert_int_equal(counts.values[FACET_COUNTRY][value(FACET_COUNTRY, "us")], 2);
    assert_int_equal(counts.values[FACET_COUNTRY][value(FACET_COUNTRY, "none")], 28);
}

static void kinds_and_audiences_add_up(void **state) {
    (void)state;
    Facets facets = only_programs();
    FacetCounts counts = counts_of(&facets);
    int kinds = 0;
    for (int i = 0; i < KIND_COUNT; i++)
        kinds += counts.values[FACET_KIND][i];
    assert_int_equal(kinds, 40);
    expect_counts(&counts, FACET_AUDIENCE,
                  (const Sum[]){{"micro", 6},
                                {"small", 17},
                                {"middle", 2},
                                {"large", 1},
                                {"company", 4},
                                {"body", 1},
                                {"people", 2},
                                {"anybody", 1},
                                {"not_stated", 15}},
                  9);
}

/* ---- audiences, as the sentences word them ---- */

static void only_what_a_sentence_names(void **state) {
    (void)state;
    static const struct {
        const char *text;
        unsigned classes;
    } right[] = {
        {"", 1 << AUDIENCE_NOT_STATED},
        {"個人", 1 << AUDIENCE_OTHER},
        {"中小企業・小規模事業者", 1 << AUDIENCE_SMALL | 1 << AUDIENCE_MICRO},
        {"セミナーを主催する中小企業支援機関、中小企業関係団体、金融機関等", 1 << AUDIENCE_BODY},
        {"中小・中堅企業", 1 << AUDIENCE_SMALL | 1 << AUDIENCE_MIDDLE},
        {"売り手は中小企業、買い手は大手メーカー等（図による）",
         1 << AUDIENCE_SMALL | 1 << AUDIENCE_LARGE},
        {"海外販路開拓を目指す日本企業", 1 << AUDIENCE_COMPANY},
        {"だれでも利用できる", 1 << AUDIENCE_ANYBODY},
    };
    for (size_t i = 0; i < COUNT_OF(right); i++)
        assert_int_equal(audience_of(str(right[i].text)), right[i].classes);
}

/* ---- choosing ---- */

static void values_of_one_facet_are_alternatives_and_facets_are_joined(void **state) {
    (void)state;
    Facets facets = {0};
    choose(&facets, FACET_COST, "free");
    assert_int_equal(counts_of(&facets).shown, 20);
    choose(&facets, FACET_COST, "paid");
    assert_int_equal(counts_of(&facets).shown, 25);
    choose(&facets, FACET_STEP, "1");
    FacetCounts counts = counts_of(&facets);
    assert_int_equal(counts.shown, 6);
    assert_int_equal(counts.without[FACET_STEP], 25);
    assert_int_equal(counts.without[FACET_COST], 6);
    assert_int_equal(counts.values[FACET_STEP][3], 8); /* what ticking step 3 would add */
    choose(&facets, FACET_COST, "paid");
    choose(&facets, FACET_COST, "free");
    choose(&facets, FACET_STEP, "1");
    assert_false(facets_are_on(&facets));
}

/* The count beside a value is what is shown once it alone is chosen of its facet. */
static void a_count_is_what_choosing_shows(void **state) {
    (void)state;
    Facets facets = {0};
    choose(&facets, FACET_PERIOD, "always");
    choose(&facets, FACET_PERIOD, "not_stated");
    choose(&facets, FACET_AUDIENCE, "not_stated");
    FacetCounts counts = counts_of(&facets);
    for (int facet = 0; facet < FACET_COUNT; facet++)
        for (int i = 0; i < facet_values(&edition, (Facet)facet); i++) {
            Facets one = facets;
            facets_drop(&one, (Facet)facet);
            facets_toggle(&one, (Facet)facet, i);
            assert_int_equal(counts_of(&one).shown, counts.values[facet][i]);
        }
}

static void a_match_is_what_is_counted(void **state) {
    (void)state;
    FacetWorld w = world();
    Facets facets = {0};
    choose(&facets, FACET_PLAN, "no");
    choose(&facets, FACET_PROVIDER, "smrj");
    ProgramRefs all = facets_everything(&edition, &scratch);
    int shown = 0;
    for (size_t i = 0; i < all.count; i++)
        shown += facets_match(&w, &facets, all.at[i]);
    assert_int_equal(shown, counts_of(&facets).shown);
    assert_false(facets_match(&w, &facets, catalogue_program(&edition, "smrj-advice")));
}

/* ---- what to drop ---- */

static void the_worst_facet_brings_most(void **state) {
    (void)state;
    Facets facets = {0};
    FacetCounts counts = counts_of(&facets);
    assert_int_equal(facets_worst(&facets, &counts), FACET_COUNT);
    choose(&facets, FACET_COST, "free");
    choose(&facets, FACET_PERIOD, "open");
    counts = counts_of(&facets);
    assert_int_equal(counts.shown, 0);
    assert_int_equal(counts.without[FACET_PERIOD], 20);
    assert_int_equal(counts.without[FACET_COST], 2);
    assert_int_equal(facets_worst(&facets, &counts), FACET_PERIOD);
    choose(&facets, FACET_PROVIDER, "nexi"); /* now two would have to go */
    choose(&facets, FACET_KIND, "office");
    counts = counts_of(&facets);
    assert_int_equal(facets_worst(&facets, &counts), FACET_COUNT);
}

/* ---- ids ---- */

static void ids_come_back(void **state) {
    (void)state;
    Facets facets = {0}, again = {0};
    for (int facet = 0; facet < FACET_COUNT; facet++)
        for (int i = facet % 2; i < facet_values(&edition, (Facet)facet); i += 2)
            facets_toggle(&facets, (Facet)facet, i);
    for (int facet = 0; facet < FACET_COUNT; facet++)
        facets_choose_ids(&edition, &again, (Facet)facet,
                          facets_ids(&scratch, &edition, &facets, (Facet)facet));
    assert_memory_equal(&again, &facets, sizeof facets);
    facets_choose_ids(&edition, &again, FACET_COST, "gratis freely  paid fre");
    assert_string_equal(facets_ids(&scratch, &edition, &again, FACET_COST), "paid");
    facets_choose_ids(&edition, &again, FACET_COST, "");
    assert_false(facets_has_any(&again, FACET_COST));
}

static void not_stated_is_a_value_of_its_own(void **state) {
    (void)state;
    static const Facet with[] = {FACET_NEED, FACET_COST, FACET_PERIOD, FACET_COUNTRY,
                                 FACET_AUDIENCE};
    for (size_t i = 0; i < COUNT_OF(with); i++) {
        Facets facets = {0};
        facets_toggle(&facets, with[i], facet_not_stated(&edition, with[i]));
        assert_true(counts_of(&facets).shown > 0);
        assert_true(counts_of(&facets).shown < 48);
    }
    assert_int_equal(facet_not_stated(&edition, FACET_KIND), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_chosen_counts_everything),
        cmocka_unit_test(the_sums_of_the_source_stand_beside_the_choices),
        cmocka_unit_test(a_day_moves_the_dated_ones),
        cmocka_unit_test(a_country_is_where_a_place_is),
        cmocka_unit_test(kinds_and_audiences_add_up),
        cmocka_unit_test(only_what_a_sentence_names),
        cmocka_unit_test(values_of_one_facet_are_alternatives_and_facets_are_joined),
        cmocka_unit_test(a_count_is_what_choosing_shows),
        cmocka_unit_test(a_match_is_what_is_counted),
        cmocka_unit_test(the_worst_facet_brings_most),
        cmocka_unit_test(ids_come_back),
        cmocka_unit_test(not_stated_is_a_value_of_its_own),
    };
    return cmocka_run_group_tests(tests, load_edition, release_edition);
}
