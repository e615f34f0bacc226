/* Text for terminals that know nothing but ASCII: readable, not garbage. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/ascii.h"

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

static void check(const char *text, const char *expected) {
    Str made = text_to_ascii(&arena, str(text));
    assert_string_equal(arena_copy(&arena, made), expected);
}

static void ascii_is_left_alone(void **state) {
    (void)state;
    const char *text = "kairo 1";
    check(text, text);
    check("", "");
}

static void signs(void **state) {
    (void)state;
    check("①②⑳㉑", "(1)(2)(20)(21)");
    check("～％（）・…", "~%()/...");
    check("「海」、。", "\"?\",.");
    check("→※○✓☐☑", "->*ov[ ][x]");
    check("ＡＢＣ１２３！", "ABC123!");
    check("２／３", "2/3");
    check("caf\xC3\xA9 e\xCC\x81 Ⅲ ½", "cafe e III 1/2");
    check("あ　い", "a i");
}

static void kana(void **state) {
    (void)state;
    check("ジェトロ", "jetoro");
    check("ｼﾞｪﾄﾛ", "jetoro");
    check("シ\xE3\x82\x99ェトロ", "jetoro");
    check("きっとちょっと", "kittochotto");
    check("マッチング", "matchingu");
    check("しんあい", "shin'ai");
    check("こんや", "kon'ya");
    check("かんばん", "kanban");
    check("セミナー", "seminaa");
    check("ファクス", "fakusu");
    check("ティー", "tii");
    check("ヴェトナム", "vetonamu");
    check("ウェブ", "webu");
    check("チェック", "chekku");
    check("シャツ ジュネーブ", "shatsu juneebu");
    check("つづき ヂ ヲ", "tsuzuki ji o");
    check("ー", "-");
    check("あっ", "a");
    check("まぁ", "maa");
    check("キャビネット", "kyabinetto");
    check("デュッセルドルフ", "dyusserudorufu");
    check("クォータ", "kwoota");
}

static void counted_things(void **state) {
    (void)state;
    check("1,000万円", "1,000 man yen");
    check("10,800円", "10,800 yen");
    check("¥10,800", "JPY 10,800");
    check("2016年12月", "2016-12");
    check("2016年12月14日", "2016-12-14");
    check("3年", "3 nen");
    check("12月14日", "12-14");
    check("円", "?");
}

static void the_rest(void **state) {
    (void)state;
    check("海路", "??");
    check("\xF0\x9F\x91\x8D", "?");
    check("\xFF", "?");
    check("\x1B", "?");
    check("a\tb\nc", "a b\nc");
}

static void only_ascii_comes_out(void **state) {
    (void)state;
    uint32_t seed = 3;
    for (size_t i = 0; i < NASTY_COUNT + 3000; i++) {
        Str text = i < NASTY_COUNT ? str(nasty[i]) : random_text(&arena, &seed, 30);
        Str made = text_to_ascii(&arena, text);
        for (size_t at = 0; at < made.len; at++)
            assert_true(made.at[at] == '\n' || (made.at[at] >= ' ' && made.at[at] <= '~'));
        arena_reset(&arena);
    }
    for (uint32_t rune = 1; rune < 0x110000; rune += rune < 0x3400 ? 1 : 17) {
        char bytes[4];
        Str made = text_to_ascii(&arena, str_n(bytes, text_encode(rune, bytes)));
        for (size_t at = 0; at < made.len; at++)
            assert_true(made.at[at] == '\n' || (made.at[at] >= ' ' && made.at[at] <= '~'));
        arena_reset(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(ascii_is_left_alone, release),
        cmocka_unit_test_teardown(signs, release),
        cmocka_unit_test_teardown(kana, release),
        cmocka_unit_test_teardown(counted_things, release),
        cmocka_unit_test_teardown(the_rest, release),
        cmocka_unit_test_teardown(only_ascii_comes_out, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
