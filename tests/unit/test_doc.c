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
        cmocka_unit_test(an_added_program_claims_no_edition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
