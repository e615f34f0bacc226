/* Pages before they reach a screen: what stands on them, and how their lines are measured. */
#include "report/doc.h"

#include "base/tr.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static const DocSetting narrow = {40, AMBIGUOUS_NARROW, false};

static Catalogue catalogue(void) {
    return (Catalogue){.edition = {.id = "2016-12",
                                   .title = "",
                                   .title_en = "",
                                   .issuer = "",
                                   .issuer_en = "",
                                   .document = "",
                                   .date = {2016, 12, 0}}};
}

static Buf printed(const Doc *doc, const DocSetting *setting) {
    Buf text;
    buf_init(&text, 1 << 20);
    doc_print_text(doc, setting, &text);
    return text;
}

static void a_loss_has_a_number_but_no_bar(void **state) {
    (void)state;
    static const Point points[] = {{"A", 10, ""}, {"B", -500, ""}};
    static const Series series[] = {
        {.label = "", .label_en = "", .unit = "円", .points = {points, 2}}};
    const Figure figure = {.id = "",
                           .title = "t",
                           .title_en = "t",
                           .source = "",
                           .summary = "",
                           .summary_en = "",
                           .series = {series, 1}};
    Catalogue none = catalogue();
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_figure(&doc, &none, &figure);
    Buf text = printed(&doc, &narrow);
    const char *loss = strstr(text.at, "-500");
    assert_non_null(loss);
    assert_non_null(strchr(text.at, '#'));
    assert_null(strchr(loss, '#'));
    buf_release(&text);
    arena_release(&arena);
}

/* し is two cells wide, but shi three. */
static void text_in_ascii_is_measured_as_such(void **state) {
    (void)state;
    const DocSetting ascii = {40, AMBIGUOUS_NARROW, true};
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_title(&doc, "しししししししししししし", "しししし");
    doc_field(&doc, "しし", ROLE_BODY, "しししししししししししししししししししししししし");
    DocLines lines = doc_layout(&doc, &arena, &ascii);
    size_t letters = 0;
    for (size_t i = 0; i < lines.count; i++)
        for (size_t j = 0; j < lines.at[i].spans.count; j++) {
            const DocSpan *span = &lines.at[i].spans.at[j];
            assert_int_equal(span->cells, span->text.len);
            assert_true(span->col + span->cells <= ascii.cells);
            letters += span->text.len;
        }
    assert_int_equal(letters, 3 * (12 + 4 + 2 + 24));
    arena_release(&arena);
}

static void every_line_knows_its_block(void **state) {
    (void)state;
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_title(&doc, "t", "");
    doc_gap(&doc);
    doc_para(&doc, ROLE_BODY, "ああああああああああああああああああああああああああ");
    doc_field(&doc, "a", ROLE_BODY, "b");
    DocLines lines = doc_layout(&doc, &arena, &narrow);
    static const int blocks[] = {0, 1, 2, 2, 3, 3};
    assert_int_equal(lines.count, COUNT_OF(blocks));
    for (size_t i = 0; i < lines.count; i++)
        assert_int_equal(lines.at[i].block, blocks[i]);
    arena_release(&arena);
}

static void a_heading_has_a_mark_in_front_and_its_side_at_the_end(void **state) {
    (void)state;
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_heading(&doc, "海外ビジネス情報", "完了");
    doc_heading(&doc, "研修・専門家派遣事業（技術協力活用型）", "準備中");
    Buf text = printed(&doc, &narrow);
    assert_string_equal(text.at, "■ 海外ビジネス情報                  完了\n"
                                 "\n"
                                 "■ 研修・専門家派遣事業（技術協力活用型）\n"
                                 "                                  準備中\n");
    buf_release(&text);
    arena_release(&arena);
}

static void a_side_wider_than_the_page_is_broken(void **state) {
    (void)state;
    const DocSetting tiny = {20, AMBIGUOUS_NARROW, false};
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_heading(&doc, "題", "2016年12月20日（平成28年）");
    Buf text = printed(&doc, &tiny);
    assert_string_equal(text.at, "■ 題\n2016年12月20日\n（平成28年）\n");
    buf_release(&text);
    arena_release(&arena);
}

static void rules_tell_headings_apart_on_paper(void **state) {
    (void)state;
    Arena arena = {0};
    Doc doc;
    Buf text;
    doc_init(&doc, &arena, 0);
    doc_title(&doc, "Plan", "2016");
    doc_gap(&doc);
    doc_para(&doc, ROLE_BODY, "x");
    doc_section(&doc, "Step");
    doc_para(&doc, ROLE_BODY, "y");
    buf_init(&text, 1 << 20);
    doc_print_ruled(&doc, &narrow, &text);
    assert_string_equal(text.at, "Plan                                2016\n"
                                 "========================================\n"
                                 "\n"
                                 "x\n"
                                 "\n"
                                 "Step\n"
                                 "----------------------------------------\n"
                                 "y\n");
    buf_release(&text);
    arena_release(&arena);
}

static void markdown_has_headings_of_three_levels(void **state) {
    (void)state;
    Arena arena = {0};
    Doc doc;
    Buf text;
    doc_init(&doc, &arena, 0);
    doc_title(&doc, "Plan", "2016");
    doc_section(&doc, "Step");
    doc_heading(&doc, "A*B", "done");
    doc_field(&doc, "L", ROLE_BODY, "x\ny");
    buf_init(&text, 1 << 20);
    doc_print_md(&doc, &text);
    assert_string_equal(text.at, "# Plan\n\n2016\n\n## Step\n\n### A\\*B\n\n**done**\n\n"
                                 "- **L** x<br>y\n");
    buf_release(&text);
    arena_release(&arena);
}

/* A program of the user's own is no statement of the edition's, however old that is. */
static void an_added_program_claims_no_edition(void **state) {
    (void)state;
    Catalogue none = catalogue();
    Program own = sample_programs[0];
    own.source = (SourceRef){.edition = "", .note = ""};
    Arena arena = {0};
    Doc doc;
    doc_init(&doc, &arena, 0);
    doc_program(&doc, &none, &own, (Date){2026, 12, 31});
    Buf text = printed(&doc, &narrow);
    assert_null(strstr(text.at, "2016"));
    assert_non_null(strstr(text.at, "not in it"));
    buf_release(&text);
    arena_release(&arena);
}

int main(void) {
    tr_use(LANG_EN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loss_has_a_number_but_no_bar),
        cmocka_unit_test(text_in_ascii_is_measured_as_such),
        cmocka_unit_test(every_line_knows_its_block),
        cmocka_unit_test(a_heading_has_a_mark_in_front_and_its_side_at_the_end),
        cmocka_unit_test(a_side_wider_than_the_page_is_broken),
        cmocka_unit_test(rules_tell_headings_apart_on_paper),
        cmocka_unit_test(markdown_has_headings_of_three_levels),
        cmocka_unit_test(an_added_program_claims_no_edition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
