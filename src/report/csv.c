/* See csv.h. */
#include "report/csv.h"

static bool looks_like_formula(const char *cell) {
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    if (strcmp(cell, "-") == 0)
        return false;
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (str_starts(str(cell), str(starts[i])))
            return true;
    return false;
}

static void csv_cell(Buf *out, const char *cell) {
    bool formula = looks_like_formula(cell);
    bool quoted = cell[strcspn(cell, ",\"\r\n")] != '\0' || cell[0] == ' ';
    if (quoted)
        buf_byte(out, '"');
    if (formula)
        buf_byte(out, '\'');
    for (const char *at = cell; *at != '\0'; at++) {
        if (*at == '"')
            buf_byte(out, '"');
        buf_byte(out, *at);
    }
    if (quoted)
        buf_byte(out, '"');
}

static void tsv_cell(Buf *out, const char *cell) {
    for (const char *at = cell; *at != '\0'; at++)
        buf_byte(out, strchr("\t\r\n", *at) != NULL ? ' ' : *at);
}

static void csv_line(Buf *out, Strings cells) {
    for (size_t i = 0; i < cells.count; i++) {
        if (i > 0)
            buf_byte(out, ',');
        csv_cell(out, cells.at[i]);
    }
    buf_text(out, "\r\n");
}

static void tsv_line(Buf *out, Strings cells) {
    for (size_t i = 0; i < cells.count; i++) {
        if (i > 0)
            buf_byte(out, '\t');
        tsv_cell(out, cells.at[i]);
    }
    buf_byte(out, '\n');
}

void csv_print(Buf *out, const Table *table) {
    csv_line(out, table->columns);
    for (size_t i = 0; i < table->rows.count; i++)
        csv_line(out, table->rows.at[i].cells);
}

void tsv_print(Buf *out, const Table *table) {
    tsv_line(out, table->columns);
    for (size_t i = 0; i < table->rows.count; i++)
        tsv_line(out, table->rows.at[i].cells);
}
