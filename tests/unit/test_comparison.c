/* Programs side by side: what the cells say, what counts as a difference, and what is not stated.
 */
#include "edition_fixture.h"

#include "base/tr.h"
#include "report/comparison.h"
#include "report/md_table.h"
#include "report/text_table.h"
#include "text/width.h"

static const Date then = {2016, 12, 20}, ten_years_later = {2026, 11, 28};

/* Of the edition, by their numbers. */
static const Comparison *compared(const char *a, const char *b, Date as_of) {
    const Program *programs[] = {catalogue_program_asked(&edition, a),
                                 catalogue_program_asked(&edition, b)};
    assert_non_null(programs[0]);
    assert_non_null(programs[1]);
    return comparison_of(&scratch, &edition, programs, 2, as_of);
}

static const ComparisonRow *row_of(const Comparison *of, const char *key) {
    for (size_t i = 0; i < of->row_count; i++)
        if (strcmp(of->rows[i].key, key) == 0)
            return &of->rows[i];
    fail_msg("no row %s", key);
    return NULL;
}

/* Lines with their marks, parted by "|". */
static const char *text_of(const Comparison *of, const char *key, size_t column) {
    const ComparisonCell *cell = &row_of(of, key)->cells[column];
    const char *all = "";
    for (size_t i = 0; i < cell->count; i++)
        all = arena_printf(&scratch, "%s%s%s%s", all, i > 0 ? "|" : "", cell->lines[i].mark,
                           cell->lines[i].text);
    return all;
}

static void two_subsidies(void **state) {
    (void)state;
    const Comparison *of = compared("15", "17", then);
    assert_string_equal(text_of(of, "fee", 0), "補助");
    assert_string_equal(text_of(of, "rate", 0), "2/3"); /* three parts of one rate */
    assert_false(row_of(of, "rate")->differs);
    assert_string_equal(text_of(of, "limit", 0),
                        "・上限その1  500万円|・上限その2  1,000万円|・上限その3  2,000万円");
    assert_string_equal(text_of(of, "limit", 1),
                        "・基本の上限  50万円|・海外展開に取り組む場合  100万円");
    assert_true(row_of(of, "limit")->differs);
    assert_string_equal(text_of(of, "period", 1),
                        "受付中（あと38日）|2016年11月4日（平成28年）〜|2017年1月27日（平成29年）");
    assert_string_equal(text_of(of, "contact", 0),
                        "中小企業庁 経営支援部 創業・新事業促進課|03-3501-1767");
}

/* 13: 最長2年間. 14: 最大2～3か月, no stages. 36: two ways, whose stages are not one row of five.
 */
static void how_long_it_takes_and_in_how_many_stages(void **state) {
    (void)state;
    const Comparison *of = compared("13", "14", then);
    const ComparisonCell *cell = &row_of(of, "process")->cells[0];
    assert_string_equal(cell->lines[0].text, "最長2年間");
    assert_string_equal(cell->lines[1].text, "7段階");
    assert_string_equal(text_of(of, "process", 1), "最大2～3か月");
    of = compared("36", "38", then);
    assert_string_equal(row_of(of, "process")->cells[0].lines[0].text, "受入研修 1  申請");
    assert_string_equal(row_of(of, "process")->cells[1].lines[0].text, "2段階");
}

/* スライド18, 25: 21か所; 重慶／成都 are one. スライド10: 10ヵ国15ヵ所. */
static void sites_are_counted_as_the_source_counts_them(void **state) {
    (void)state;
    const Comparison *of = compared("10", "29", then);
    const ComparisonRow *area = row_of(of, "area");
    assert_string_equal(area->cells[0].lines[0].text, "相談員　10か国・地域、15か所");
    assert_string_equal(area->cells[1].lines[0].text, "拠点　21か所");
}

static void not_stated_is_said_and_differs(void **state) {
    (void)state;
    const Comparison *of = compared("15", "17", then);
    const ComparisonRow *row = row_of(of, "conditions");
    assert_string_equal(text_of(of, "conditions", 0), "記載なし");
    assert_false(row->cells[0].stated);
    assert_true(row->cells[1].stated && row->stated && row->differs);
    row = row_of(of, "documents");
    assert_false(row->stated || row->differs);
    assert_string_equal(comparison_unstated(&scratch, of),
                        "補助の対象、融資・保証、地域、進め方、必要書類");
}

static void the_same_twice_does_not_differ(void **state) {
    (void)state;
    for (size_t i = 0; i < edition.programs.count; i++) {
        const Program *twice[] = {&edition.programs.at[i], &edition.programs.at[i]};
        assert_int_equal(comparison_of(&scratch, &edition, twice, 2, then)->differing, 0);
    }
}

/* Width, blanks and full-width forms are no difference; a word is, and so is an amount. */
static void meaning_decides(void **state) {
    (void)state;
    Program a = edition.programs.at[14], b = a;
    a.audience = "中小企業 ２社以上";
    b.audience = "中小企業2社 以上";
    const Program *both[] = {&a, &b};
    assert_false(row_of(comparison_of(&scratch, &edition, both, 2, then), "audience")->differs);
    b.audience = "中小企業3社以上";
    const Comparison *of = comparison_of(&scratch, &edition, both, 2, then);
    assert_true(row_of(of, "audience")->differs);
    assert_int_equal(of->differing, 1);
}

static void one_of_four_is_enough_to_differ(void **state) {
    (void)state;
    const Program *same = &edition.programs.at[0], *four[] = {same, same, same, NULL};
    for (size_t i = 1; i < 5; i++) {
        four[3] = &edition.programs.at[i];
        const Comparison *of = comparison_of(&scratch, &edition, four, 4, then);
        assert_int_equal(of->count, 4);
        assert_true(of->differing > 0);
    }
}

static void long_fees_are_a_range(void **state) {
    (void)state;
    const Comparison *of = compared("30", "31", then);
    assert_string_equal(text_of(of, "fee", 0),
                        "有料|21,600円〜78,700円（場合による）|料金表はカードにあります。");
    const char *two = text_of(of, "fee", 1);
    assert_non_null(strstr(two, "・初回相談  無料／30分まで"));
    assert_non_null(strstr(two, "|  相談、執務等に要した時間。"));
}

/* One price in the source's own words is not said twice. */
static void one_price_is_said_once(void **state) {
    (void)state;
    const Comparison *of = compared("28", "14", then);
    assert_string_equal(text_of(of, "fee", 0), "12,960円(税込)／1社1回 ～");
    assert_non_null(strstr(text_of(of, "fee", 1), "中小企業"));
}

static void places_are_counted_and_named(void **state) {
    (void)state;
    const Comparison *of = compared("29", "30", then);
    const char *many = text_of(of, "area", 0), *few = text_of(of, "area", 1);
    assert_non_null(strstr(many, "21か所|"));
    assert_non_null(strstr(many, "インドネシア、フィリピン"));
    assert_null(strstr(many, "ジャカルタ")); /* too many to name */
    assert_non_null(strstr(few, "5か国・地域、7か所|"));
    assert_non_null(strstr(few, "インド（ニューデリー、ムンバイ、チェンナイ）"));
    of = compared("1", "4", then);
    assert_string_equal(text_of(of, "area", 0), "事務所　日本（東京）");
    assert_string_equal(text_of(of, "area", 1), "資料室　2か所|日本（東京、大阪）");
}

static void process_and_phones(void **state) {
    (void)state;
    const Comparison *of = compared("13", "19", then);
    const char *steps = text_of(of, "process", 0);
    assert_true(str_starts(str(steps), str("最長2年間|7段階|1 輸出戦略のアドバイス|2 マーケット")));
    assert_string_equal(text_of(of, "contact", 1),
                        "全国共通|0570-082100（ナビダイヤル）|通話料がかかります。");
    assert_non_null(strstr(text_of(compared("12", "38", then), "process", 0),
                           "ステップ1  国内での事前準備支援"));
}

/* Where the source says itself that the call costs something, that is enough. */
static void a_call_is_paid_once(void **state) {
    (void)state;
    for (size_t i = 0; i < edition.resources.count; i++) {
        const Program *two[] = {&edition.resources.at[i], &edition.programs.at[18]};
        const Comparison *of = comparison_of(&scratch, &edition, two, 2, then);
        assert_non_null(strstr(text_of(of, "contact", 1), "通話料がかかります"));
        const char *text = text_of(of, "contact", 0);
        if (strstr(text, "通話料有料") != NULL)
            assert_null(strstr(text, "通話料がかかります"));
    }
}

static void loans_have_their_terms(void **state) {
    (void)state;
    const char *loan = text_of(compared("33", "34", then), "finance", 0);
    assert_non_null(strstr(loan, "・中小企業事業"));
    assert_non_null(strstr(loan, "|  20年以内（運転資金は7年以内）|  基準利率1.30%"));
}

/* Nothing of 2016 is a present fact ten years later. */
static void an_old_edition_says_so(void **state) {
    (void)state;
    const Comparison *of = compared("15", "17", ten_years_later);
    assert_string_equal(text_of(of, "period", 0), "2016年12月時点 公募終了");
    assert_true(str_starts(str(text_of(of, "period", 1)), str("受付終了|")));
}

static void resources_are_for_every_step(void **state) {
    (void)state;
    const Program *two[] = {&edition.resources.at[0], &edition.programs.at[0]};
    const Comparison *of = comparison_of(&scratch, &edition, two, 2, then);
    if (two[0]->step == 0)
        assert_string_equal(text_of(of, "purpose", 0), "各ステップに共通");
    assert_non_null(strstr(text_of(of, "purpose", 1), "|A "));
}

static void a_row_of_the_callers(void **state) {
    (void)state;
    const Comparison *plain = compared("15", "17", then);
    const char *texts[] = {"候補", ""};
    const Comparison *of = comparison_with(&scratch, plain, "plan", "計画", texts);
    assert_int_equal(of->row_count, plain->row_count + 1);
    assert_int_equal(of->differing, plain->differing + 1);
    assert_string_equal(text_of(of, "plan", 1), "記載なし");
}

/* Every program with every other: nothing empty, names short enough for their column. */
static void every_cell_says_something(void **state) {
    (void)state;
    for (int lang = LANG_JA; lang <= LANG_EN; lang++) {
        tr_use((Lang)lang);
        for (size_t i = 0; i < edition.programs.count; i++) {
            const Program *two[] = {&edition.programs.at[i], &edition.programs.at[0]};
            const Comparison *of = comparison_of(&scratch, &edition, two, 2, then);
            for (size_t row = 0; row < of->row_count; row++) {
                assert_in_range(text_width(str(of->rows[row].name), AMBIGUOUS_WIDE), 1, 11);
                const ComparisonCell *cell = &of->rows[row].cells[0];
                assert_true(cell->count > 0);
                for (size_t line = 0; line < cell->count; line++) {
                    assert_false(is_absent(cell->lines[line].text));
                    assert_null(strchr(cell->lines[line].text, '\n'));
                }
            }
        }
    }
    tr_use(LANG_JA);
}

static void a_table_for_text_and_markdown(void **state) {
    (void)state;
    const Table *table = comparison_table(&scratch, compared("15", "17", then));
    assert_int_equal(table->columns.count, 4);
    assert_string_equal(table->columns.at[1], "ふるさと名物応援事業");
    for (size_t i = 0; i < table->rows.count; i++)
        assert_int_equal(table->rows.at[i].cells.count, 4);
    Buf out;
    buf_init(&out, 1 << 20);
    text_table_print(&out, table,
                     &(TextTable){.ambiguous = AMBIGUOUS_NARROW, .spare = -1, .fold = -1});
    assert_non_null(strstr(out.at, "違う"));
    buf_clear(&out);
    md_table_print(&out, table);
    assert_non_null(strstr(out.at, "上限その1  500万円／上限その2  1,000万円"));
    buf_release(&out);
}

int main(void) {
    tr_use(LANG_JA);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_subsidies),
        cmocka_unit_test(how_long_it_takes_and_in_how_many_stages),
        cmocka_unit_test(sites_are_counted_as_the_source_counts_them),
        cmocka_unit_test(not_stated_is_said_and_differs),
        cmocka_unit_test(the_same_twice_does_not_differ),
        cmocka_unit_test(meaning_decides),
        cmocka_unit_test(one_of_four_is_enough_to_differ),
        cmocka_unit_test(long_fees_are_a_range),
        cmocka_unit_test(one_price_is_said_once),
        cmocka_unit_test(places_are_counted_and_named),
        cmocka_unit_test(process_and_phones),
        cmocka_unit_test(a_call_is_paid_once),
        cmocka_unit_test(loans_have_their_terms),
        cmocka_unit_test(an_old_edition_says_so),
        cmocka_unit_test(resources_are_for_every_step),
        cmocka_unit_test(a_row_of_the_callers),
        cmocka_unit_test(every_cell_says_something),
        cmocka_unit_test(a_table_for_text_and_markdown),
    };
    return cmocka_run_group_tests(tests, load_edition, release_edition);
}
