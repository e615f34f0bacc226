/*
 * The words that were looked for, on pages and rows: every place is marked, however the text is
 * broken into lines, and nothing else is.
 */
#include "edition_fixture.h"

#include "ui/screens/found.h"
#include "ui/screens/paged.h"

static App app;
static Arena frame;
static Grid grid;

static int begin(void **state) {
    if (load_edition(state) != 0)
        return -1;
    app_init(&app, &(AppStart){.catalogue = &edition,
                               .today = {2016, 12, 20},
                               .lang = LANG_JA,
                               .cols = 80,
                               .rows = 24,
                               .program = "",
                               .notice = ""});
    grid_init(&grid, 80, 24);
    return 0;
}

static int end(void **state) {
    app_release(&app);
    arena_release(&frame);
    grid_release(&grid);
    return release_edition(state);
}

static void look_for(const char *words) {
    find_turn_on(&app, words);
    find_made(&app, words);
}

/* ---- pages ---- */

static void add_texts(Doc *doc) {
    static const char *const cells[] = {"海外展示会への出展と、国内の展示会", "展示会"};
    static const TableRow rows[] = {{{cells, 2}}};
    static const char *const columns[] = {"展示会", "費用"};
    static const Table table = {
        .title = "", .columns = {columns, 2}, .rows = {rows, 1}, .note = ""};
    doc_title(doc, "海外展示会出展サポート", "展示会の機構");
    doc_field(doc, "展示会", ROLE_BODY,
              "中小企業が海外の展示会に出るとき、展示会の前から、展示会が終わった後まで助けます。");
    doc_para(doc, ROLE_BODY,
             "展示会とは別の展示もあります。てんじかいと書くこともあり、ﾃﾝｼﾞｶｲとも書きます。");
    doc_item(doc, "-", ROLE_DIM, "trade fair と展示会");
    doc_table(doc, &table);
}

/* By kanji: 展示会 twelve times; by kana those in kana too. 展示 alone is not meant. */
enum { KANJI = 12 * 6, KANA = KANJI + 10 + 6 };

static int cells_of(FoundMarks marks) {
    int cells = 0;
    for (size_t i = 0; i < marks.count; i++)
        cells += marks.at[i].cells;
    return cells;
}

static void expect_marks(const char *words, int wanted) {
    look_for(words);
    for (int cells = 20; cells <= 100; cells++) {
        Doc doc;
        doc_init(&doc, &scratch, 1);
        add_texts(&doc);
        DocLines lines = doc_layout(&doc, &scratch, &(DocSetting){cells, AMBIGUOUS_NARROW, false});
        FoundMarks marks = found_in_page(&app, &scratch, &doc, lines, 0, (int)lines.count);
        assert_int_equal(cells_of(marks), wanted);
        for (size_t i = 0; i < marks.count; i++) {
            assert_true(marks.at[i].col >= 0 && marks.at[i].col + marks.at[i].cells <= cells);
            assert_true(i == 0 || marks.at[i].line >= marks.at[i - 1].line);
        }
    }
}

static void every_place_is_marked_at_every_width(void **state) {
    (void)state;
    expect_marks("展示会", KANJI);
    expect_marks("tenjikai", KANA);
}

static void without_words_nothing_is_marked(void **state) {
    (void)state;
    Doc doc;
    look_for("");
    doc_init(&doc, &scratch, 1);
    add_texts(&doc);
    DocLines lines = doc_layout(&doc, &scratch, &(DocSetting){60, AMBIGUOUS_NARROW, false});
    assert_int_equal(found_in_page(&app, &scratch, &doc, lines, 0, (int)lines.count).count, 0);
}

/* ---- on the screen ---- */

static void key(const char *bytes) {
    Effects effects = {.count = 0};
    Event event = {.kind = EVENT_KEY, .key = {.code = K_RUNE}};
    if (bytes[0] == '\r')
        event.key.code = K_ENTER;
    else
        text_decode(str(bytes), &event.key.rune);
    app_update(&app, &event, &effects);
}

static void view(void) {
    arena_reset(&frame);
    app_view(&app, &frame, &grid);
}

/* The characters that stand out, row after row. */
static const char *text_found(void) {
    Buf out;
    buf_init(&out, 1 << 16);
    for (int row = 0; row < grid.rows; row++)
        for (int col = 0; col < grid.cols; col++) {
            const Cell *cell = grid_cell(&grid, col, row);
            char bytes[4];
            if (cell->cells > 0 && cell->style >= STYLE_COUNT)
                buf_add(&out, str_n(bytes, text_encode(cell->runes[0], bytes)));
        }
    const char *text = arena_copy(&scratch, buf_str(&out));
    buf_release(&out);
    return text;
}

static void rows_and_cards_show_them(void **state) {
    (void)state;
    static const char *const keys[] = {"/", "t", "e", "n", "j", "i", "k", "a", "i"};
    for (size_t i = 0; i < COUNT_OF(keys); i++)
        key(keys[i]);
    view();
    const char *rows = text_found();
    assert_non_null(strstr(rows, "展示会展示会")); /* the first two names */
    assert_null(strstr(rows, "海外"));
    key("\r");
    key("\r");
    view();
    const char *card = text_found();
    assert_non_null(strstr(card, "展示会てんじかい")); /* title, reading */
    key("n");
    view();
    assert_int_equal(strlen(text_found()) + strlen("展示会"), strlen(card));
    assert_int_equal(grid_cell(&grid, 7, grid.cursor_row)->style, STYLE_PICK);
}

/* Without colours too, and whatever the text is otherwise. */
static void it_stands_out_in_every_style(void **state) {
    static const int colours[] = {0, 8, 16, 256};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(colours); i++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            Look plain = theme_look((Style)style, colours[i], BACKGROUND_DARK);
            Look found = theme_look(STYLE_FOUND(style), colours[i], BACKGROUND_DARK);
            assert_true(found.bold && found.underline && !found.dim);
            assert_int_equal(found.fg, plain.fg);
            assert_int_equal(found.bg, plain.bg);
            assert_int_equal(found.reverse, plain.reverse);
            assert_int_equal(STYLE_FOUND(STYLE_FOUND(style)), STYLE_FOUND(style));
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_marked_at_every_width),
        cmocka_unit_test(without_words_nothing_is_marked),
        cmocka_unit_test(rows_and_cards_show_them),
        cmocka_unit_test(it_stands_out_in_every_style),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
