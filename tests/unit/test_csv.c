/* Tables as CSV, TSV, Markdown and aligned text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/csv.h"
#include "report/md_table.h"
#include "report/text_table.h"

enum { COLUMNS = 3 };

typedef void PrintTable(Buf *out, const Table *table);

/* A table of one row under the headings a, b, c. */
static Table one_row(const char *const cells[COLUMNS]) {
    static const char *const heads[] = {"a", "b", "c"};
    static TableRow row;
    row.cells = (Strings){cells, COLUMNS};
    return (Table){.title = "", .columns = {heads, COLUMNS}, .rows = {&row, 1}, .note = ""};
}

static void expect(PrintTable *print, const char *const cells[COLUMNS], const char *text) {
    Table table = one_row(cells);
    Buf out;
    buf_init(&out, 4096);
    print(&out, &table);
    assert_string_equal(out.at, text);
    buf_release(&out);
}

#define CELLS(...) ((const char *const[COLUMNS]){__VA_ARGS__})

static void csv_quotes_only_where_needed(void **state) {
    (void)state;
    expect(csv_print, CELLS("x", "", "無料"), "a,b,c\r\nx,,無料\r\n");
    expect(csv_print, CELLS("1,000", "say \"hi\"", "two\nlines"),
           "a,b,c\r\n\"1,000\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    expect(csv_print, CELLS(" x", "x ", ";"), "a,b,c\r\n\" x\",x ,;\r\n");
}

static void csv_disarms_formulas(void **state) {
    (void)state;
    expect(csv_print, CELLS("=1+1", "+81", "@x"), "a,b,c\r\n'=1+1,'+81,'@x\r\n");
    expect(csv_print, CELLS("-", "-1", "1-2"), "a,b,c\r\n-,'-1,1-2\r\n");
    expect(csv_print, CELLS("＝A1", "\t=1", "=\"x\""), "a,b,c\r\n'＝A1,'\t=1,\"'=\"\"x\"\"\"\r\n");
}

static void tsv_keeps_one_line_per_row(void **state) {
    (void)state;
    expect(tsv_print, CELLS("a\tb", "c\nd", "=1"), "a\tb\tc\na b\tc d\t=1\n");
}

static void markdown_escapes_markup(void **state) {
    (void)state;
    expect(md_table_print, CELLS("a|b", "*x*", "<i>\ny"),
           "| a | b | c |\n| --- | --- | --- |\n| a\\|b | \\*x\\* | \\<i\\> y |\n");
}

static void print_plain(Buf *out, const Table *table) {
    const TextTable setting = {.ambiguous = AMBIGUOUS_NARROW, .spare = -1};
    text_table_print(out, table, &setting);
}

static void print_wide(Buf *out, const Table *table) {
    const TextTable setting = {.ambiguous = AMBIGUOUS_WIDE, .spare = -1};
    text_table_print(out, table, &setting);
}

static void print_ascii(Buf *out, const Table *table) {
    const TextTable setting = {.ambiguous = AMBIGUOUS_NARROW, .ascii = true, .spare = -1};
    text_table_print(out, table, &setting);
}

/* Twenty cells; the last column may go, the first may shrink. */
static void print_narrow(Buf *out, const Table *table) {
    static const Shrink shrink[] = {{0, 8}};
    const TextTable setting = {.cells = 20,
                               .ambiguous = AMBIGUOUS_NARROW,
                               .spare = 2,
                               .shrink = shrink,
                               .shrink_count = 1};
    text_table_print(out, table, &setting);
}

/* Twenty cells; the last column may shrink to six, then what is not the first goes below. */
static void print_folding(Buf *out, const Table *table) {
    static const Shrink shrink[] = {{2, 6}, {SHRINK_FOLD, 0}, {0, 8}};
    const TextTable setting = {.cells = 20,
                               .ambiguous = AMBIGUOUS_NARROW,
                               .spare = -1,
                               .fold = 1,
                               .under = 0,
                               .shrink = shrink,
                               .shrink_count = COUNT_OF(shrink)};
    text_table_print(out, table, &setting);
}

static void text_is_aligned_by_cells_without_trailing_blanks(void **state) {
    (void)state;
    expect(print_plain, CELLS("輸出", "x", "1"), "a     b  c\n輸出  x  1\n");
    expect(print_plain, CELLS("輸出", "", "1"), "a     b  c\n輸出     1\n");
    expect(print_plain, CELLS("輸出", "x", ""), "a     b  c\n輸出  x\n");
    expect(print_plain, CELLS("①", "x", ""), "a  b  c\n①  x\n");
    expect(print_wide, CELLS("①", "x", ""), "a   b  c\n①  x\n");
}

static void text_is_safe_and_ascii_when_asked(void **state) {
    (void)state;
    expect(print_plain, CELLS("\x1b[31m", "x\ny", "z"),
           "a      b    c\n\xEF\xBF\xBD[31m  x\xEF\xBF\xBDy  z\n");
    expect(print_ascii, CELLS("①", "１", "z"), "a    b  c\n(1)  1  z\n");
}

static void text_finds_room_by_dropping_then_shortening(void **state) {
    (void)state;
    expect(print_narrow, CELLS("four", "eight678", "long"),
           "a     b         c\nfour  eight678  long\n");
    expect(print_narrow, CELLS("four", "eight678", "longer"), "a     b\nfour  eight678\n");
    expect(print_narrow, CELLS("海外ビジネス情報", "eight678", "longer"),
           "a           b\n海外ビジ⋯   eight678\n");
}

static void text_sets_columns_below_when_room_is_short(void **state) {
    (void)state;
    expect(print_folding, CELLS("four", "five5", "sevenup"),
           "a     b      c\nfour  five5  sevenup\n");
    expect(print_folding, CELLS("four", "five5", "sevenup8"),
           "a     b      c\nfour  five5  sevenu⋯\n");
    expect(print_folding, CELLS("four", "fifteen letters", "c"), "a\nfour\nb fifteen letters⋯\n");
    expect(print_folding, CELLS("twelve cells", "", "海外ビジネス情報を読む会"),
           "a\ntwelve cells\nc 海外ビジネス情報⋯\n");
    expect(print_folding, CELLS("a line of more than twenty", "x", "y"),
           "a\na line of more than⋯\nb x  c y\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_quotes_only_where_needed),
        cmocka_unit_test(csv_disarms_formulas),
        cmocka_unit_test(tsv_keeps_one_line_per_row),
        cmocka_unit_test(markdown_escapes_markup),
        cmocka_unit_test(text_is_aligned_by_cells_without_trailing_blanks),
        cmocka_unit_test(text_is_safe_and_ascii_when_asked),
        cmocka_unit_test(text_sets_columns_below_when_room_is_short),
        cmocka_unit_test(text_finds_room_by_dropping_then_shortening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
