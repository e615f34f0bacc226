/* Countries and cities, by the edition that ships. */
#include "query/geography.h"

#include "edition_fixture.h"
#include "text/width.h"

static Geography world;

static int load(void **state) {
    if (load_edition(state) != 0)
        return -1;
    world = geography_of(&scratch, &edition);
    return 0;
}

static const GeoCountry *country(const char *id) {
    for (size_t i = 0; i < world.count; i++)
        if (strcmp(world.at[i].country->id, id) == 0)
            return &world.at[i];
    fail_msg("no country %s", id);
    return NULL;
}

static const GeoCity *city(const char *id, const char *name) {
    GeoCities cities = country(id)->cities;
    for (size_t i = 0; i < cities.count; i++)
        if (strcmp(cities.at[i].name, name) == 0)
            return &cities.at[i];
    fail_msg("no city %s", name);
    return NULL;
}

/* ---- what is there ---- */

static int sum(GeoColumn column) {
    int total = 0;
    for (size_t i = 0; i < world.count; i++)
        total += world.at[i].counts[column];
    return total;
}

/* Three of the seven seminars are held in Japan about another country, and stand in both. */
static void sums_are_those_of_the_edition(void **state) {
    (void)state;
    assert_int_equal(world.count, edition.countries.count);
    assert_int_equal(sum(GEO_ADVISERS), 15);
    assert_int_equal(sum(GEO_SITES), 21);
    assert_int_equal(sum(GEO_CENTRES), 7);
    assert_int_equal(sum(GEO_EVENTS), 7 + 4 + 3);
    assert_int_equal(sum(GEO_CASES), 4);
}

static void sites_of_several_cities_count_once(void **state) {
    (void)state;
    assert_int_equal(country("cn")->counts[GEO_SITES], 4);
    assert_int_equal(country("id")->counts[GEO_SITES], 1);
    assert_int_equal(country("mx")->counts[GEO_SITES], 1); /* and told of by two programs */
    assert_int_equal(country("vn")->counts[GEO_SITES], 2);
}

static void every_country_has_something(void **state) {
    (void)state;
    for (size_t i = 0; i < world.count; i++) {
        int all = 0;
        for (int column = 0; column < GEO_COLUMNS; column++)
            all += world.at[i].counts[column];
        if (all == 0)
            fail_msg("nothing in %s", world.at[i].country->name);
    }
}

static bool has_place(const Place *place) {
    GeoThings things = city(place->in->id, place->city)->things;
    for (size_t i = 0; i < things.count; i++)
        if (things.at[i].place == place)
            return true;
    return false;
}

static size_t count_cases_about(const Country *of) {
    size_t count = 0;
    for (size_t i = 0; i < edition.cases.count; i++)
        for (size_t j = 0; j < edition.cases.at[i].about.count; j++)
            count += edition.cases.at[i].about.at[j] == of ? 1 : 0;
    return count;
}

/* All but the examples that are told as cases. */
static void every_place_of_a_program_is_under_its_city(void **state) {
    (void)state;
    const Programs *lists[] = {&edition.programs, &edition.resources};
    for (size_t list = 0; list < COUNT_OF(lists); list++)
        for (size_t i = 0; i < lists[list]->count; i++)
            for (size_t j = 0; j < lists[list]->at[i].places.count; j++) {
                const Place *place = &lists[list]->at[i].places.at[j];
                bool told = strcmp(place->role, "example") == 0 && count_cases_about(place->in) > 0;
                if (told == has_place(place))
                    fail_msg("%s: %s %s", lists[list]->at[i].id, place->country, place->city);
            }
}

static const GeoThing *event_in(const char *id, const char *name, const char *event) {
    GeoThings things = city(id, name)->things;
    for (size_t i = 0; i < things.count; i++)
        if (things.at[i].event != NULL && strcmp(things.at[i].event->id, event) == 0)
            return &things.at[i];
    return NULL;
}

static void every_event_is_where_it_is_held(void **state) {
    (void)state;
    for (size_t i = 0; i < edition.events.count; i++) {
        const Occasion *event = &edition.events.at[i];
        assert_non_null(event_in(event->place.in->id, event->place.city, event->id));
    }
}

static void a_seminar_about_a_country_stands_there_too(void **state) {
    (void)state;
    const GeoThing *here = event_in("jp", "熊本", "seminar-taiwan");
    const GeoThing *there = event_in("tw", "", "seminar-taiwan");
    assert_false(geo_is_held_elsewhere(here, country("jp")->country));
    assert_true(geo_is_held_elsewhere(there, country("tw")->country));
    assert_null(there->program);
    assert_non_null(event_in("in", "", "seminar-andhra-pradesh"));
    assert_non_null(event_in("us", "", "seminar-us-outlook"));
}

static void cases_stand_where_they_say(void **state) {
    (void)state;
    assert_int_equal(country("cn")->counts[GEO_CASES], 2);
    assert_int_equal(country("vn")->counts[GEO_CASES], 1);
    assert_string_equal(city("jp", "鹿児島県南さつま市")->things.at[0].story->id, "elm");
    assert_string_equal(city("vn", "")->things.at[1].program->id, "smrj-ceo-meeting");
}

static void things_of_a_city_stand_by_kind(void **state) {
    (void)state;
    GeoThings hanoi = city("vn", "ハノイ")->things;
    assert_int_equal(hanoi.count, 3);
    assert_string_equal(hanoi.at[0].program->id, "jetro-investment-adviser");
    assert_string_equal(hanoi.at[1].program->id, "jetro-platform");
    assert_string_equal(hanoi.at[2].program->id, "jetro-support-center");
    assert_int_equal(hanoi.at[2].place->rooms, 3);
    GeoThings us = city("us", "")->things; /* by date */
    assert_string_equal(us.at[0].event->id, "ny-now-summer");
    assert_string_equal(us.at[1].event->id, "seminar-us-outlook");
    assert_string_equal(us.at[2].event->id, "mdm-west");
}

/* ---- order and names ---- */

static void regions_are_kept_together_and_japan_is_last(void **state) {
    (void)state;
    const char *before = "";
    char seen[256] = "";
    for (size_t i = 0; i < world.count; i++) {
        const char *region = world.at[i].country->region;
        if (strcmp(region, before) != 0)
            snprintf(seen + strlen(seen), sizeof seen - strlen(seen), "%s ", region);
        before = region;
    }
    assert_string_equal(seen, "アジア 北米 中南米 欧州 国内 ");
    assert_string_equal(world.at[world.count - 1].country->id, "jp");
}

static void cities_stand_in_the_order_of_the_catalogue(void **state) {
    (void)state;
    GeoCities cities = country("cn")->cities;
    assert_string_equal(cities.at[0].name, "上海");
    assert_string_equal(cities.at[8].name, "厦門");
    assert_string_equal(cities.at[9].name, "");
    assert_int_equal(cities.count, 10);
}

static bool is_ascii(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static bool is_kana(const char *text) {
    Str rest = str(text);
    for (uint32_t rune; rest.len > 0;) {
        rest = str_skip(rest, text_decode(rest, &rune));
        if (!(rune >= 0x3041 && rune <= 0x3096) && rune != 0x30FC)
            return false;
    }
    return true;
}

static void every_city_is_known_in_english_and_kana(void **state) {
    (void)state;
    size_t known = 0;
    for (size_t i = 0; i < world.count; i++)
        for (size_t j = 0; j < world.at[i].cities.count; j++) {
            const GeoCity *each = &world.at[i].cities.at[j];
            if (!is_absent(each->name) && each->known == NULL)
                fail_msg("%s has no English name", each->name);
            known += each->known != NULL ? 1 : 0;
            if (each->known != NULL &&
                (!is_ascii(each->known->name_en) || !is_kana(each->known->reading)))
                fail_msg("%s: %s, %s", each->name, each->known->name_en, each->known->reading);
        }
    assert_int_equal(known, edition.cities.count); /* none is named for nothing */
}

/* ---- finding ---- */

/* "vn:ハノイ,ホーチミン th" */
static const char *found(const char *typed) {
    GeoFinds finds = geography_find(&scratch, &world, str(typed));
    const char *text = "";
    for (size_t i = 0; i < finds.count; i++) {
        text =
            arena_printf(&scratch, "%s%s%s", text, i > 0 ? " " : "", finds.at[i].at->country->id);
        for (size_t j = 0; j < finds.at[i].city_count; j++)
            text = arena_printf(&scratch, "%s%s%s", text, j > 0 ? "," : ":",
                                finds.at[i].cities[j]->name);
    }
    return text;
}

static void one_country_is_found_in_every_way_of_typing(void **state) {
    (void)state;
    static const char *const ways[][9] = {
        {"vn", "ベトナム", "べとなむ", "ﾍﾞﾄﾅﾑ", "betonamu", "betona", "Vietnam", "viet", NULL},
        {"cn", "中国", "ちゅうごく", "chuugoku", "chugoku", "tyuugoku", "china", NULL},
        {"de", "ドイツ", "どいつ", "doitsu", "doitu", "Germany", "germ", "ＧＥＲＭＡＮＹ", NULL},
        {"us", "米国", "アメリカ", "amerika", "beikoku", "united states", "us", NULL},
        {"tw", "台湾", "たいわん", "taiwan", "taiwa", "TAIWAN", NULL},
        {"bd", "バングラディシュ", "バングラデシュ", "banguradesyu", "bangladesh", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(ways); i++)
        for (size_t j = 1; j < COUNT_OF(ways[i]) && ways[i][j] != NULL; j++) {
            const char *got = found(ways[i][j]);
            if (strcmp(got, ways[i][0]) != 0)
                fail_msg("%s: %s", ways[i][j], got);
        }
}

static void a_city_is_found_with_its_country(void **state) {
    (void)state;
    static const char *const ways[] = {"ムンバイ", "むんばい", "munbai",
                                       "mumbai",   "Mumbai",   "mumb"};
    for (size_t i = 0; i < COUNT_OF(ways); i++)
        assert_string_equal(found(ways[i]), "in:ムンバイ");
    assert_string_equal(found("hanoi"), "vn:ハノイ");
    assert_string_equal(found("ho chi minh"), "vn:ホーチミン");
    assert_string_equal(found("hochiminh"), "vn:ホーチミン");
    assert_string_equal(found("shanghai"), "cn:上海");
    assert_string_equal(found("shanhai"), "cn:上海");
    assert_string_equal(found("しゃんはい"), "cn:上海");
    assert_string_equal(found("tokyo"), "jp:東京,東京都");
    assert_string_equal(found("new"), "in:ニューデリー us:ニューヨーク");
}

static void all_words_must_be_found(void **state) {
    (void)state;
    assert_string_equal(found("インド mumbai"), "in:ムンバイ");
    assert_string_equal(found("タイ mumbai"), "");
    assert_string_equal(found("mumbai chennai"), "in:ムンバイ,チェンナイ");
}

static void a_region_finds_its_countries(void **state) {
    (void)state;
    assert_string_equal(found("中南米"), "mx br");
    assert_string_equal(found("europe"), "de");
    assert_string_equal(found("国内"), "jp");
}

static void nothing_typed_finds_all_and_nonsense_none(void **state) {
    (void)state;
    assert_int_equal(geography_find(&scratch, &world, str("")).count, world.count);
    assert_int_equal(geography_find(&scratch, &world, str(" 　")).count, world.count);
    assert_string_equal(found("火星"), "");
    assert_string_equal(found("zzz"), "");
    assert_string_equal(found("etnam"), ""); /* in the middle of a word */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_edition),
        cmocka_unit_test(sites_of_several_cities_count_once),
        cmocka_unit_test(every_country_has_something),
        cmocka_unit_test(every_place_of_a_program_is_under_its_city),
        cmocka_unit_test(every_event_is_where_it_is_held),
        cmocka_unit_test(a_seminar_about_a_country_stands_there_too),
        cmocka_unit_test(cases_stand_where_they_say),
        cmocka_unit_test(things_of_a_city_stand_by_kind),
        cmocka_unit_test(regions_are_kept_together_and_japan_is_last),
        cmocka_unit_test(cities_stand_in_the_order_of_the_catalogue),
        cmocka_unit_test(every_city_is_known_in_english_and_kana),
        cmocka_unit_test(one_country_is_found_in_every_way_of_typing),
        cmocka_unit_test(a_city_is_found_with_its_country),
        cmocka_unit_test(all_words_must_be_found),
        cmocka_unit_test(a_region_finds_its_countries),
        cmocka_unit_test(nothing_typed_finds_all_and_nonsense_none),
    };
    return cmocka_run_group_tests(tests, load, release_edition);
}
