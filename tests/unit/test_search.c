/*
 * The search on the edition that ships: what it says of its finds, and what must hold for any
 * query. Who is found for what is in test_search_table.c; dictionaries are in test_migemo.c.
 */
#include "nasty.h"
#include "search_fixture.h"

#include "base/buf.h"

/* ---- what is said of a find ---- */

static void fields_are_those_the_words_are_in(void **state) {
    (void)state;
    SearchFound found = run("弁護士");
    const SearchHit *hit = hit_of(&found, "jfba-lawyer");
    assert_true((hit->fields & 1u << SEARCH_NAME) != 0);
    assert_true((hit->fields & 1u << SEARCH_BODY) != 0);
    assert_true((hit->fields & 1u << SEARCH_NOTE) == 0);
    assert_int_equal(hit->field, SEARCH_NAME);
    assert_string_equal(hit->text, "中小企業海外展開支援弁護士紹介制度");
    found = run("佐藤社長");
    hit = hit_of(&found, "jetro-library");
    assert_int_equal(hit->fields, 1u << SEARCH_NOTE);
    found = run("2017-02-08");
    hit = hit_of(&found, "smrj-exhibition-support");
    assert_int_equal(hit->fields, 1u << SEARCH_EVENT);
}

/* The word that is hardest to find is the one worth showing. */
static void the_hardest_word_is_shown(void **state) {
    (void)state;
    SearchFound found = run("弁護士 無料");
    assert_int_equal(hit_of(&found, "jfba-lawyer")->field, SEARCH_SUMMARY);
    found = run("無料 弁護士");
    assert_int_equal(hit_of(&found, "jfba-lawyer")->field, SEARCH_SUMMARY);
}

static void equals_keep_the_order_of_the_edition(void **state) {
    (void)state;
    SearchFound found = run("ジェトロ");
    int before = 0;
    for (size_t i = 0; i < found.hits.count; i++) {
        const SearchHit *hit = &found.hits.at[i];
        if ((hit->fields & 1u << SEARCH_PROVIDER) == 0 || hit->program->number == 0)
            continue;
        assert_true(hit->program->number > before);
        before = hit->program->number;
    }
    assert_int_equal(before, 30);
}

static void field_names_are_a_contract(void **state) {
    (void)state;
    static const char *const names[] = {
        "name",    "alias",    "reading", "provider", "need",        "id",   "summary", "note",
        "place",   "case",     "event",   "audience", "requirement", "cost", "finance", "period",
        "process", "document", "table",   "fact",     "step",        "body", "contact", "link"};
    assert_int_equal(COUNT_OF(names), SEARCH_FIELD_COUNT);
    for (SearchField i = 0; i < SEARCH_FIELD_COUNT; i++) {
        assert_string_equal(search_field_name(i), names[i]);
        assert_true(search_field_label(i)[0] != '\0');
    }
}

/* ---- marks and snippets ---- */

/* The text with brackets where the marks are. */
static const char *marked(const SearchFound *found, const char *text) {
    SearchMarks marks = search_marks(&search, &scratch, found, str(text));
    const char *out = "";
    size_t at = 0;
    for (size_t i = 0; i < marks.count; i++) {
        SearchMark mark = marks.at[i];
        out = arena_printf(&scratch, "%s%.*s[%.*s]", out, (int)(mark.from - at), text + at,
                           (int)(mark.to - mark.from), text + mark.from);
        at = mark.to;
    }
    return arena_printf(&scratch, "%s%s", out, text + at);
}

static void check_marked(const char *query, const char *text, const char *expected) {
    SearchFound found = run(query);
    assert_string_equal(marked(&found, text), expected);
}

static void marks_are_in_the_original_text(void **state) {
    (void)state;
    check_marked("展示会", "海外展示会、展示会", "海外[展示会]、[展示会]");
    check_marked("jetro", "The ＪＥＴＲＯ, Jetro", "The [ＪＥＴＲＯ], [Jetro]");
    check_marked("tenji", "海外展示会とてんじ", "海外[展示]会と[てんじ]");
    check_marked("tenjik", "海外展示会とテンジカイ", "海外[展示会]と[テンジカ]イ");
    check_marked("じぇとろ", "ｼﾞｪﾄﾛの貿易", "[ｼﾞｪﾄﾛ]の貿易");
    check_marked("0312345678", "TEL 03-1234-5678(代)", "TEL [03-1234-5678](代)");
    check_marked("H29.1", "平成29年1月末、2017年1月", "[平成29年1月]末、[2017年1月]");
    check_marked("海外 外展", "海外展開", "[海外展]開");
    check_marked("株", "㈱エルム", "[㈱]エルム");
    check_marked("xyzzy", "海外展開", "海外展開");
    check_marked("", "海外展開", "海外展開");
    check_marked("nippon", "日本の日本人", "[日本]の日本人");
}

static const char *snippet_of(const char *query, const char *id, int cells) {
    SearchFound found = run(query);
    const SearchHit *hit = hit_of(&found, id);
    assert_non_null(hit);
    SearchSnippet s = search_snippet(&search, &scratch, &found, hit, cells, AMBIGUOUS_NARROW);
    assert_true(text_width(s.text, AMBIGUOUS_NARROW) <= cells);
    const char *text = arena_copy(&scratch, s.text);
    for (size_t i = 0; i < s.marks.count; i++)
        assert_true(s.marks.at[i].to <= s.text.len);
    return arena_printf(&scratch, "%s%s%s", s.cut_front ? "<" : "", text, s.cut_back ? ">" : "");
}

static void a_snippet_shows_the_find(void **state) {
    (void)state;
    assert_string_equal(snippet_of("弁護士", "jfba-lawyer", 60),
                        "中小企業海外展開支援弁護士紹介制度");
    assert_string_equal(snippet_of("弁護士", "jfba-lawyer", 20), "<支援弁護士紹介制度");
    assert_string_equal(snippet_of("見積書", "jetro-library", 12), "見積書は03-1>");
    assert_string_equal(snippet_of("訪問", "jetro-library", 20), "<月に訪問。");
    for (int cells = 8; cells < 100; cells++) {
        const char *text = snippet_of("税理士", "smrj-advice", cells);
        assert_non_null(strstr(text, "税理士"));
    }
}

/* ---- the plan ---- */

static void notes_follow_the_plan(void **state) {
    (void)state;
    Search own;
    search_init(&own, &edition);
    assert_int_equal(search_run(&own, &scratch, str("佐藤社長")).hits.count, 0);
    search_use_plan(&own, &plan);
    assert_int_equal(search_run(&own, &scratch, str("佐藤社長")).hits.count, 1);
    Plan other;
    plan_init(&other, "別", "2016-12-20T00:00:00Z");
    search_use_plan(&own, &other);
    assert_int_equal(search_run(&own, &scratch, str("佐藤社長")).hits.count, 0);
    search_use_plan(&own, NULL);
    assert_int_equal(search_run(&own, &scratch, str("展示会")).hits.count,
                     run("展示会").hits.count);
    plan_release(&other);
    search_release(&own);
}

static void nothing_is_prepared_before_the_first_search(void **state) {
    (void)state;
    Search own;
    search_init(&own, &edition);
    assert_null(own.state);
    assert_int_equal(search_unasked(&own, &scratch, str("tenjikai")).count, 1);
    search_use_plan(&own, NULL);
    assert_null(own.state);
    search_release(&own);
}

/* ---- a dictionary's words ---- */

static void what_was_learned_is_found(void **state) {
    (void)state;
    Search own;
    search_init(&own, &edition);
    Strings unasked = search_unasked(&own, &scratch, str("bara JETRO \"tenji\" kaigai ka 展示"));
    assert_int_equal(unasked.count, 2);
    assert_string_equal(unasked.at[0], "bara");
    assert_string_equal(unasked.at[1], "kaigai");
    assert_int_equal(search_run(&own, &scratch, str("kagu")).hits.count, 0);
    const char *const said[] = {"家具", "ＴＰＰ", "ミラサポ", "弁"};
    search_learn(&own, "kagu", (Strings){said, COUNT_OF(said)});
    SearchFound found = search_run(&own, &scratch, str("ＫＡＧＵ"));
    assert_non_null(hit_of(&found, "mirasapo-expert"));
    assert_non_null(hit_of(&found, "tpp-desks"));
    assert_null(hit_of(&found, "jfba-lawyer"));
    assert_int_equal(search_unasked(&own, &scratch, str("kagu")).count, 0);
    assert_string_equal(marked(&found, "ミラサポ"), "[ミラサポ]");
    search_learn(&own, "bara", (Strings){NULL, 0});
    assert_int_equal(search_unasked(&own, &scratch, str("bara")).count, 0);
    search_release(&own);
}

static void what_is_learned_has_an_end(void **state) {
    (void)state;
    Search own;
    search_init(&own, &edition);
    for (int i = 0; i < SEARCH_LEARNED_MOST + 10; i++)
        search_learn(&own, arena_printf(&scratch, "w%d", i), (Strings){NULL, 0});
    assert_int_equal(search_unasked(&own, &scratch, str("bara")).count, 0);
    search_release(&own);
}

/* ---- nothing found ---- */

static void check_lack(const char *query, const char *word, const char *nearest) {
    SearchLack lack = search_lack(&search, &scratch, str(query));
    if (word == NULL)
        assert_null(lack.word);
    else
        assert_string_equal(lack.word, word);
    if (nearest == NULL)
        assert_null(lack.nearest);
    else
        assert_string_equal(lack.nearest, nearest);
}

static void the_nearest_word_is_named(void **state) {
    (void)state;
    check_lack("ベトナン", "ベトナン", "ベトナム");
    check_lack("ﾍﾞﾄﾅﾝ", "ﾍﾞﾄﾅﾝ", "ベトナム");
    check_lack("海外 ベトナン", "ベトナン", "ベトナム");
    check_lack("Vietnan", "Vietnan", "Vietnam");
    check_lack("展示合", "展示合", "展示会");
    check_lack("tenjikei", "tenjikei", "展示会");
    check_lack("てんじけい", "てんじけい", "展示会");
    check_lack("セミナーズ", "セミナーズ", "セミナー");
    check_lack("xyzzy", "xyzzy", NULL);
    check_lack("薔", "薔", NULL);
    check_lack("2017-03-01", "2017-03-01", NULL);
    check_lack("佐藤社長 鹿児島", NULL, NULL);
    check_lack("", NULL, NULL);
}

static void an_event_of_no_program_is_named(void **state) {
    (void)state;
    SearchLack lack = search_lack(&search, &scratch, str("無料 kumamoto"));
    assert_string_equal(lack.word, "kumamoto");
    assert_null(lack.nearest);
    assert_string_equal(lack.event->id, "seminar-taiwan");
    assert_null(search_lack(&search, &scratch, str("Ambienta")).event);
}

/* ---- what must hold for any query ---- */

static bool same_programs(const SearchFound *a, const SearchFound *b) {
    if (a->hits.count != b->hits.count)
        return false;
    for (size_t i = 0; i < a->hits.count; i++)
        if (a->hits.at[i].program != b->hits.at[i].program ||
            a->hits.at[i].fields != b->hits.at[i].fields)
            return false;
    return true;
}

static uint32_t widened(uint32_t rune) {
    return rune > ' ' && rune < 0x7F ? rune + 0xFEE0 : rune == ' ' ? 0x3000 : rune;
}

static uint32_t raised(uint32_t rune) {
    return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
}

static uint32_t to_katakana(uint32_t rune) {
    return rune >= 0x3041 && rune <= 0x3096 ? rune + 0x60 : rune;
}

static const char *each_rune(const char *text, uint32_t (*change)(uint32_t)) {
    char *out = arena_alloc(&scratch, strlen(text) * 4 + 1), *at = out;
    for (Str rest = str(text); rest.len > 0;) {
        uint32_t rune;
        rest = str_skip(rest, text_decode(rest, &rune));
        at += text_encode(change(rune), at);
    }
    return out;
}

static const char *const queries[] = {
    "展示会",       "tenjik",
    "ほじょきん",   "jetro 海外",
    "せみなー",     "03-3581-1101",
    "h29.1",        "\"海外展示会\"",
    "f/s",          "べとなむ しょうだん",
    "konso-shiamu", "j-goodtech",
    "か",           "k",
    "0120953375",   "kinyuu kikan",
    "2017-01",      "ceo商談会",
    "さとう",       "xyzzy",
};

static void folding_changes_nothing(void **state) {
    (void)state;
    uint32_t (*const changes[])(uint32_t) = {widened, raised, to_katakana};
    for (size_t i = 0; i < COUNT_OF(queries); i++) {
        SearchFound plain = run(queries[i]);
        for (size_t k = 0; k < COUNT_OF(changes); k++) {
            const char *changed = each_rune(queries[i], changes[k]);
            SearchFound found = run(changed);
            if (!same_programs(&plain, &found))
                fail_msg("%s is not %s", queries[i], changed);
        }
    }
}

static void a_word_more_never_finds_more(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(queries); i++)
        for (size_t k = 0; k < COUNT_OF(queries); k++) {
            SearchFound one = run(queries[i]);
            SearchFound both = run(arena_printf(&scratch, "%s %s", queries[i], queries[k]));
            for (size_t n = 0; n < both.hits.count; n++)
                if (hit_of(&one, both.hits.at[n].program->id) == NULL)
                    fail_msg("%s %s finds %s", queries[i], queries[k], both.hits.at[n].program->id);
        }
}

static void the_order_of_words_changes_nothing(void **state) {
    (void)state;
    SearchFound one = run("海外 補助 tenji"), other = run("tenji 海外 補助 海外");
    assert_true(one.hits.count > 0);
    assert_true(same_programs(&one, &other));
}

/* Finds, marks and snippets of a query that means no good. */
static void try_out(Str query) {
    Arena arena = {0};
    SearchFound found = search_run(&search, &arena, query);
    for (size_t i = 0; i < found.hits.count && i < 3; i++) {
        SearchSnippet snippet =
            search_snippet(&search, &arena, &found, &found.hits.at[i], 30, AMBIGUOUS_WIDE);
        assert_true(text_width(snippet.text, AMBIGUOUS_WIDE) <= 30);
    }
    SearchMarks marks = search_marks(&search, &arena, &found, query);
    for (size_t i = 0; i < marks.count; i++)
        assert_true(marks.at[i].from < marks.at[i].to && marks.at[i].to <= query.len &&
                    (i == 0 || marks.at[i].from > marks.at[i - 1].to));
    search_unasked(&search, &arena, query);
    arena_release(&arena);
}

static void hostile_queries_do_no_harm(void **state) {
    (void)state;
    static const char *const units[] = {"a",        "か",  "\"",     "「",       " ", "\x1B[31m",
                                        "\xFF",     "ka",  "tenji ", "1",        "-", "平成",
                                        "\xE3\x81", "な ", "0120-",  "\xCC\x81", "n'"};
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        Buf buf;
        buf_init(&buf, 1 << 17);
        while (buf.len < 64 * 1024)
            buf_text(&buf, units[i]);
        try_out(buf_str(&buf));
        buf_release(&buf);
    }
    for (size_t i = 0; i < NASTY_COUNT; i++)
        try_out(str(nasty[i]));
    uint32_t seed = 8;
    for (int i = 0; i < 500; i++)
        try_out(random_text(&scratch, &seed, 24));
}

static void many_words_have_an_end(void **state) {
    (void)state;
    const char *query = "";
    for (int i = 0; i < 100; i++)
        query = arena_printf(&scratch, "%s%s%d", query, i == 0 ? "" : " ", i);
    run(query);
    SearchFound found =
        run("海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 "
            "海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 海外 "
            "海外 展示会");
    SearchFound two = run("海外 展示会");
    assert_true(same_programs(&found, &two));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_those_the_words_are_in),
        cmocka_unit_test(the_hardest_word_is_shown),
        cmocka_unit_test(equals_keep_the_order_of_the_edition),
        cmocka_unit_test(field_names_are_a_contract),
        cmocka_unit_test(marks_are_in_the_original_text),
        cmocka_unit_test(a_snippet_shows_the_find),
        cmocka_unit_test(notes_follow_the_plan),
        cmocka_unit_test(nothing_is_prepared_before_the_first_search),
        cmocka_unit_test(what_was_learned_is_found),
        cmocka_unit_test(what_is_learned_has_an_end),
        cmocka_unit_test(the_nearest_word_is_named),
        cmocka_unit_test(an_event_of_no_program_is_named),
        cmocka_unit_test(folding_changes_nothing),
        cmocka_unit_test(a_word_more_never_finds_more),
        cmocka_unit_test(the_order_of_words_changes_nothing),
        cmocka_unit_test(hostile_queries_do_no_harm),
        cmocka_unit_test(many_words_have_an_end),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
