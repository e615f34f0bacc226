/* One spelling for kana and all ways of typing them; what a match forgives and what not. */
#include "cmocka_all.h"
#include "nasty.h"

#include "query/readings.h"
#include "query/spelling.h"

static Arena arena;
static Readings readings;

static int load(void **state) {
    (void)state;
    readings = readings_load(&arena);
    return readings.count > 0 ? 0 : -1;
}

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

/* The spelling of a text, points left out. */
static const char *text_spelling(const char *text) {
    Buf out;
    buf_init(&out, 4096);
    readings_spell(readings, text_key(&arena, str(text)), &out, NULL);
    char *plain = arena_alloc(&arena, out.len + 1), *at = plain;
    for (size_t i = 0; i < out.len; i++)
        if (out.at[i] != '.')
            *at++ = out.at[i];
    buf_release(&out);
    return plain;
}

static const char *typed(const char *romaji) {
    Spelling spelling;
    if (!spelling_of_romaji(&arena, text_key(&arena, str(romaji)), &spelling))
        return NULL;
    return spelling.body;
}

static bool finds_in(const Spelling *spelling, Str text) {
    size_t at, len;
    return spelling_find(spelling, text, 0, &at, &len);
}

/* Whether the word finds the text, as a search would. */
static bool finds(const char *word, const char *text) {
    Spelling spelling;
    Str key = text_key(&arena, str(word));
    if (!spelling_of_romaji(&arena, key, &spelling) && !spelling_of_kana(&arena, key, &spelling))
        return false;
    Buf out;
    buf_init(&out, 4096);
    readings_spell(readings, text_key(&arena, str(text)), &out, NULL);
    bool found = finds_in(&spelling, buf_str(&out));
    buf_release(&out);
    return found;
}

static void check_finds(const char *text, const char *const *words) {
    for (; *words != NULL; words++)
        if (!finds(*words, text))
            fail_msg("%s does not find %s", *words, text);
}

#define FINDS(text, ...) check_finds(text, (const char *const[]){__VA_ARGS__, NULL})

static void check_misses(const char *text, const char *const *words) {
    for (; *words != NULL; words++)
        if (finds(*words, text))
            fail_msg("%s finds %s", *words, text);
}

#define MISSES(text, ...) check_misses(text, (const char *const[]){__VA_ARGS__, NULL})

static void kana_have_one_spelling(void **state) {
    (void)state;
    assert_string_equal(text_spelling("てんじかい"), "TeNZiKaI");
    assert_string_equal(text_spelling("ガッコウ"), "GaQKo-");
    assert_string_equal(text_spelling("コンソーシアム"), "KoNSo-SiAMu");
    assert_string_equal(text_spelling("ジェトロ"), "ZyeToRo");
    assert_string_equal(text_spelling("ファイナンス"), "FaINaNSu");
    assert_string_equal(text_spelling("パーティー・ディナー"), "Pa-Ti-ZiNa-");
    assert_string_equal(text_spelling("ヴェトナム"), "BeToNaMu");
    assert_string_equal(text_spelling("ウェブ、フェア"), "WeBu FeA");
    assert_string_equal(text_spelling("ｼﾞｪｸﾞﾃｯｸ"), "ZyeGuTeQKu");
}

static void words_of_the_list_are_read(void **state) {
    (void)state;
    assert_string_equal(text_spelling("海外展示会"), "KaIGaITeNZiKaI");
    assert_string_equal(text_spelling("取引の開拓"), "ToRiHiKiNoKaITaKu");
    assert_string_equal(text_spelling("2社、A"), "Sya ");
}

static void every_way_of_typing_is_one(void **state) {
    (void)state;
    FINDS("てんじかい", "tenjikai", "tennjikai", "tenzikai", "tennzikai", "ten'jikai", "てんじかい",
          "テンジカイ", "TENJIKAI", "ｔｅｎｊｉｋａｉ");
    FINDS("しゃちょう", "shachou", "syatyou", "shachō", "shachô", "syacho", "shacyou");
    FINDS("ちゅうしょう", "chuushou", "tyuusyou", "chusho", "chūshō", "cyuusyou");
    FINDS("ふじつう", "fujitsuu", "huzituu", "fujitsu", "hujitsu");
    FINDS("じぇとろ", "jetoro", "zyetoro", "jyetoro", "zyetoro");
    FINDS("きんゆう", "kin'yuu", "kinnyuu", "kinyuu", "kinyu");
    FINDS("しんようほしょう", "shin'youhoshou", "sinnyouhosyou", "shinyohosho");
    FINDS("はんい", "han'i", "hanni", "hani");
    FINDS("こんにゃく", "konnyaku", "konnnyaku", "kon'nyaku");
    FINDS("こんな", "konna", "konnna", "kon'na");
    FINDS("がっこう", "gakkou", "gaxtukou", "gakko", "gakkō");
    FINDS("まっちゃ", "matcha", "maccha", "mattya");
    FINDS("しんぶん", "shimbun", "shinbun", "sinbun", "sinnbunn");
    FINDS("コンソーシアム", "konso-shiamu", "konsoushiamu", "konsooshiamu", "konsōshiamu",
          "konsoshiamu");
    FINDS("メディア", "medhia", "media", "mejia");
    FINDS("チーム", "chi-mu", "chiimu", "ti-mu", "thi-mu", "chimu");
    FINDS("フォーラム", "fo-ramu", "foramu", "hwo-ramu");
    FINDS("づくり", "dukuri", "zukuri", "dzukuri");
    FINDS("ヴェトナム", "vetonamu", "betonamu");
    FINDS("ウィン", "win", "winn");
}

static void the_end_may_be_unfinished(void **state) {
    (void)state;
    FINDS("てんじかい", "te", "ten", "tenj", "tenji", "tenz", "tenjik", "tenjika");
    FINDS("がっこう", "gak", "gakk", "gakko");
    FINDS("しょうだん", "sho", "shou", "shoud", "syoud", "shouda");
    FINDS("ちゅうごく", "chuug", "tyuug", "chuugok");
    FINDS("かいふく", "kaih", "kaif", "kaifuk");
    FINDS("なんば", "nam", "namb", "nanb");
    FINDS("かつどう", "kats", "kat", "katsud", "katud");
    FINDS("せいじ", "seij", "seiz", "seij");
    MISSES("てんじかい", "tenjis", "tenk", "tenjikau", "tenjikaik");
}

static void a_match_begins_with_a_syllable(void **state) {
    (void)state;
    MISSES("てんじかい", "enjikai", "ai");
    FINDS("てんじかい", "jikai", "kai");
    MISSES("情報・研修", "hoken", "ouhou");
    FINDS("情報・研修", "jouhou", "kenshuu", "jouhoukenshuu");
    FINDS("貿易保険", "hoken", "boueki", "bouekihoken");
}

static void length_may_be_left_away_but_not_put_in(void **state) {
    (void)state;
    FINDS("とうきょう", "toukyou", "tōkyō", "tokyo", "to-kyo-", "toukyo");
    MISSES("ときょ", "toukyou", "tokyou");
    FINDS("場合", "baai", "bai");
    FINDS("登録運転", "tourokuunten", "unten");
    FINDS("地域", "chiiki", "tiiki");
}

static void both_readings_are_known(void **state) {
    (void)state;
    FINDS("日本", "nihon", "nippon");
    FINDS("日本の会社", "nihonnokaisha", "nippon");
}

static void what_is_no_romaji(void **state) {
    (void)state;
    static const char *const none[] = {
        "",     "a",   "k",  "sh",   "kyx",  "jetro", "smrj", "lady",  "j-good", "-ka",      "f/s",
        "2016", "tax", "nn", "kstu", "cafe", "xyzzy", "loan", "ka3ki", "展示",   "tenji展示"};
    for (size_t i = 0; i < COUNT_OF(none); i++)
        if (typed(none[i]) != NULL)
            fail_msg("%s is \"%s\"", none[i], typed(none[i]));
    assert_string_equal(typed("hanoi"), "HaNoI");
    assert_string_equal(typed("tenjik"), "TeNZi");
}

/* Whatever is kana finds itself. */
static void anything_is_survived(void **state) {
    (void)state;
    uint32_t seed = 3;
    Arena own = {0};
    for (size_t i = 0; i < NASTY_COUNT + 3000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&own, &seed, 40);
        Str key = text_key(&own, text);
        Spelling spelling;
        SpellingMap map = {.arena = &own};
        Buf out;
        buf_init(&out, 1 << 16);
        readings_spell(readings, key, &out, &map);
        for (size_t k = 0; k < out.len; k++)
            assert_true(map.origin[k].from < map.origin[k].to && map.origin[k].to <= key.len);
        if (spelling_of_kana(&own, key, &spelling))
            assert_true(finds_in(&spelling, buf_str(&out)));
        buf_release(&out);
        arena_reset(&own);
    }
    arena_release(&own);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kana_have_one_spelling),
        cmocka_unit_test(words_of_the_list_are_read),
        cmocka_unit_test(every_way_of_typing_is_one),
        cmocka_unit_test(the_end_may_be_unfinished),
        cmocka_unit_test(a_match_begins_with_a_syllable),
        cmocka_unit_test(length_may_be_left_away_but_not_put_in),
        cmocka_unit_test(both_readings_are_known),
        cmocka_unit_test(what_is_no_romaji),
        cmocka_unit_test(anything_is_survived),
    };
    return cmocka_run_group_tests(tests, load, release);
}
