/* Breaking lines: the rules one by one, then all of them over nasty texts at every width. */
#include "cmocka_all.h"
#include "nasty.h"

#include "text/clean.h"
#include "text/cluster.h"
#include "text/wrap.h"

#include <unilbrk.h>

static Arena arena;

static int release(void **state) {
    (void)state;
    arena_release(&arena);
    return 0;
}

/* The lines joined by "|". */
static const char *joined(WrapLines lines) {
    const char *all = "";
    for (size_t i = 0; i < lines.count; i++)
        all = arena_printf(&arena, "%s%s%.*s", all, i == 0 ? "" : "|", STR_ARG(lines.at[i].text));
    return all;
}

static void check(const char *text, int cells, const char *expected) {
    assert_string_equal(joined(text_wrap(&arena, str(text), cells, AMBIGUOUS_NARROW)), expected);
}

/* At every width that holds it, `run` stays on one line of "ああ…" + run + "いい…". */
static void check_whole(const char *run) {
    int least = text_width(str(run), AMBIGUOUS_NARROW);
    for (size_t before = 0; before < 20; before++) {
        const char *text = "";
        for (size_t i = 0; i < before; i++)
            text = arena_printf(&arena, "%sあ", text);
        text = arena_printf(&arena, "%s%sいう", text, run);
        for (int cells = least; cells <= 40; cells++) {
            WrapLines lines = text_wrap(&arena, str(text), cells, AMBIGUOUS_NARROW);
            bool whole = false;
            for (size_t i = 0; i < lines.count; i++)
                whole = whole ||
                        memmem(lines.at[i].text.at, lines.at[i].text.len, run, strlen(run)) != NULL;
            if (!whole)
                fail_msg("%s in %d cells: %s", run, cells, joined(lines));
        }
        arena_reset(&arena);
    }
}

static void short_texts_are_one_line(void **state) {
    (void)state;
    check("", 10, "");
    check("海路", 4, "海路");
    check("海路  ", 4, "海路");
    assert_int_equal(text_wrap(&arena, str(""), 10, AMBIGUOUS_NARROW).count, 1);
    const char *text = "kairo";
    assert_ptr_equal(text_wrap(&arena, str(text), 10, AMBIGUOUS_NARROW).at[0].text.at, text);
}

static void marks_start_no_line(void **state) {
    (void)state;
    check("あいう、えおか", 6, "あい|う、え|おか");
    check("あいう。", 6, "あい|う。");
    check("あい（う）えお", 6, "あい|（う）|えお");
    check("ああきっと待つ", 6, "ああ|きっと|待つ");
    check("ああキー入力中", 6, "ああ|キー入|力中");
    check("ああ人々の声が", 6, "ああ|人々の|声が");
    check("料金 ～円", 5, "料|金 ～|円");
}

static void brackets_end_no_line(void **state) {
    (void)state;
    check("あい「うえ」お", 6, "あい|「う|え」お");
    check("あいう（えお）か", 8, "あいう|（え|お）か");
}

static void blanks_hang(void **state) {
    (void)state;
    check("kairo  opens", 6, "kairo|opens");
    check("あい　うえ", 4, "あい|うえ");
    check("ab cd ", 2, "ab|cd");
    WrapLines lines = text_wrap(&arena, str("kairo  opens"), 6, AMBIGUOUS_NARROW);
    assert_int_equal(lines.at[0].cells, 5);
    check("  in dented", 6, "  in|dented"); /* indents stay */
}

static void numbers_stay_whole(void **state) {
    (void)state;
    const char *const runs[] = {
        "２／３",
        "2/3",
        "3,000万円",
        "1,000万円",
        "10,800円(税込)",
        "0.9%",
        "1/27",
        "10室",
        "3ヶ月",
        "第27回",
        "37か国",
        "約20,000",
        "￥100",
        "¥10,800",
        "7億2,000万円",
        "34.8億円",
        "９日間",
        "平成28年",
        "2016年",
        "数十万円",
        "１，０００円",
        "9:00～17:00",
        "03-1234-5678(代)",
        "14日（水）",
        "23,351社",
        "1.30％",
        "３～５年",
        "＋18.0億円",
        "JETRO",
        "ＩＮＰＩＴ",
        "J-GoodTech",
        "info@a.or.jp",
        "http://a.jp/b?c=1",
        "0570-057-222",
        "2時間",
    };
    for (size_t i = 0; i < COUNT_OF(runs); i++)
        check_whole(runs[i]);
}

static void long_runs_break_at_signs(void **state) {
    (void)state;
    check("http://www.meti.go.jp/chusho/index.html", 24,
          "http://www.meti.go.jp/|chusho/index.html");
    check("電話03-1234-5678(代)まで", 10, "電話|03-1234-|5678(代)|まで");
    check("7億2,000万円", 10, "7億|2,000万円");
    check("supercalifragilistic", 8, "supercal|ifragili|stic");
}

/* An address that fits a line of its own is not broken to fill the line before. */
static void addresses_move_down_whole(void **state) {
    (void)state;
    check("ご案内 http://www.jetro.go.jp/", 25, "ご案内|http://www.jetro.go.jp/");
    WrapLines lines =
        text_wrap_first(&arena, str("http://www.jetro.go.jp/"), 10, 25, AMBIGUOUS_NARROW);
    assert_string_equal(joined(lines), "|http://www.jetro.go.jp/");
}

static void first_line_has_its_own_width(void **state) {
    (void)state;
    WrapLines lines = text_wrap_first(&arena, str("あいうえおかき"), 4, 8, AMBIGUOUS_NARROW);
    assert_string_equal(joined(lines), "あい|うえお|かき");
    assert_int_equal(lines.at[0].cells, 4);
    lines = text_wrap_first(&arena, str("あい"), 0, 8, AMBIGUOUS_NARROW);
    assert_string_equal(joined(lines), "|あい");
}

static void no_lone_last_character(void **state) {
    (void)state;
    check("あいうえおか", 10, "あいうえ|おか");
    check("あいうえおか。", 10, "あいうえ|おか。");
    check("あい", 2, "あ|い"); /* nothing to give */
    check("abcdefghijk", 10, "abcdefghi|jk");
}

static void line_feeds_break(void **state) {
    (void)state;
    check("あ\nい\n\nう", 10, "あ|い||う");
    check("あ\n", 10, "あ|");
    check("あいう\nえ", 4, "あい|う|え");
}

static void ambiguous_characters_count(void **state) {
    (void)state;
    Str text = str("①②③④⑤⑥");
    assert_int_equal(text_wrap(&arena, text, 6, AMBIGUOUS_NARROW).count, 1);
    assert_int_equal(text_wrap(&arena, text, 6, AMBIGUOUS_WIDE).count, 2);
}

static bool hangs(Str text, size_t *bytes) {
    *bytes = str_starts(text, str("　")) ? 3 : 1;
    return text.len > 0 && (text.at[0] == ' ' || text.at[0] == '\n' || *bytes == 3);
}

/* The lines are the text, in order, but for blanks and line feeds between them. */
static void check_nothing_lost(Str text, WrapLines lines) {
    Str rest = text;
    for (size_t i = 0; i < lines.count; i++) {
        size_t bytes;
        while (rest.at < lines.at[i].text.at && hangs(rest, &bytes))
            rest = str_skip(rest, bytes);
        assert_ptr_equal(rest.at, lines.at[i].text.at);
        rest = str_skip(rest, lines.at[i].text.len);
    }
    for (size_t bytes; hangs(rest, &bytes);)
        rest = str_skip(rest, bytes);
    assert_int_equal(rest.len, 0);
}

static void check_widths(WrapLines lines, int cells, Ambiguous ambiguous) {
    for (size_t i = 0; i < lines.count; i++) {
        Str line = lines.at[i].text;
        assert_int_equal(lines.at[i].cells, text_width(line, ambiguous));
        assert_in_range(lines.at[i].cells, 0, cells);
        assert_false(line.len > 0 && line.at[line.len - 1] == ' ');
        assert_false(line.len > 0 && memchr(line.at, '\n', line.len) != NULL);
    }
}

static bool starts_badly(Str line) {
    static const char *const marks[] = {"、", "。", "」", "）", "ー", "っ", "ゃ", "々",
                                        "』", "】", "ッ", "ャ", "・", "／", "～"};
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (str_starts(line, str(marks[i])))
            return true;
    return false;
}

static bool ends_badly(Str line) {
    static const char *const marks[] = {"「", "（", "『", "【", "〔", "("};
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (line.len >= strlen(marks[i]) &&
            str_equal(str_skip(line, line.len - strlen(marks[i])), str(marks[i])))
            return true;
    return false;
}

static bool starts_cluster(Str text) {
    uint32_t rune;
    return text_decode(text, &rune) > 0 && text_rune_width(rune, AMBIGUOUS_NARROW) > 0;
}

/* Whether UAX #14 would have allowed to end this line earlier. */
static bool had_a_choice(Str text, Str line) {
    char *gaps = arena_alloc(&arena, text.len + 1);
    u8_possible_linebreaks((const uint8_t *)text.at, text.len, "EUC-JP", gaps);
    size_t start = (size_t)(line.at - text.at);
    for (size_t i = start + 1; i < start + line.len; i++)
        if (gaps[i] == UC_BREAK_POSSIBLE && !starts_badly(str_skip(text, i)) &&
            starts_cluster(str_skip(text, i)))
            return true;
    return false;
}

/* A line that starts or ends badly is the last resort: its run had no better place. */
static void check_rules(Str text, WrapLines lines) {
    for (size_t i = 0; i + 1 < lines.count; i++) {
        Str line = lines.at[i].text, next = lines.at[i + 1].text;
        bool fed = next.at > line.at + line.len &&
                   memchr(line.at + line.len, '\n', (size_t)(next.at - line.at) - line.len) != NULL;
        if (fed || line.len == 0 || (!starts_badly(next) && !ends_badly(line)))
            continue;
        if (had_a_choice(text, line))
            fail_msg("\"%.*s\" before \"%.*s\"", STR_ARG(line), STR_ARG(next));
    }
}

static void check_all(Str text) {
    for (int cells = 2; cells <= 40; cells++) {
        for (int mode = AMBIGUOUS_NARROW; mode <= AMBIGUOUS_WIDE; mode++) {
            WrapLines lines = text_wrap(&arena, text, cells, (Ambiguous)mode);
            assert_true(lines.count >= 1);
            check_widths(lines, cells, (Ambiguous)mode);
            check_nothing_lost(text, lines);
            check_rules(text, lines);
            lines = text_wrap_first(&arena, text, cells / 3, cells, (Ambiguous)mode);
            check_widths(lines, cells, (Ambiguous)mode);
            assert_in_range(lines.at[0].cells, 0, cells / 3);
            check_nothing_lost(text, lines);
        }
    }
}

static void nasty_texts_at_every_width(void **state) {
    (void)state;
    for (size_t i = 0; i < NASTY_COUNT; i++) {
        check_all(text_clean_lines(&arena, str(nasty[i])));
        arena_reset(&arena);
    }
}

static void random_texts(void **state) {
    (void)state;
    uint32_t seed = 14;
    for (size_t i = 0; i < 60; i++) {
        check_all(text_clean_lines(&arena, random_text(&arena, &seed, 40)));
        arena_reset(&arena);
    }
}

/* Not promised to be of use, only to end and to stay inside the text. */
static void unclean_texts_do_no_harm(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (size_t i = 0; i < 1500; i++) {
        Str text = random_text(&arena, &seed, 40);
        WrapLines lines = text_wrap(&arena, text, (int)(i % 20) - 2, AMBIGUOUS_WIDE);
        assert_true(lines.count >= 1);
        arena_reset(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(short_texts_are_one_line, release),
        cmocka_unit_test_teardown(marks_start_no_line, release),
        cmocka_unit_test_teardown(brackets_end_no_line, release),
        cmocka_unit_test_teardown(blanks_hang, release),
        cmocka_unit_test_teardown(numbers_stay_whole, release),
        cmocka_unit_test_teardown(long_runs_break_at_signs, release),
        cmocka_unit_test_teardown(addresses_move_down_whole, release),
        cmocka_unit_test_teardown(first_line_has_its_own_width, release),
        cmocka_unit_test_teardown(no_lone_last_character, release),
        cmocka_unit_test_teardown(line_feeds_break, release),
        cmocka_unit_test_teardown(ambiguous_characters_count, release),
        cmocka_unit_test_teardown(nasty_texts_at_every_width, release),
        cmocka_unit_test_teardown(random_texts, release),
        cmocka_unit_test_teardown(unclean_texts_do_no_harm, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
