/* See md_table.h. */
#include "report/md_table.h"

static void cell(Buf *out, const char *text) {
    for (const char *at = text; *at != '\0'; at++) {
        if (strchr("\\`*_[]<>|", *at) != NULL)
            buf_byte(out, '\\');
        buf_byte(out, strchr("\t\r\n", *at) != NULL ? ' ' : *at);
    }
}

static void line(Buf *out, const Table *table, Strings cells) {
    for (size_t i = 0; i < cells.count; i++) {
        if (is_absent(table->columns.at[i]))
            continue;
        buf_text(out, "| ");
        cell(out, cells.at[i]);
        buf_byte(out, ' ');
    }
    buf_text(out, "|\n");
}

void md_table_print(Buf *out, const Table *table) {
    line(out, table, table->columns);
    for (size_t i = 0; i < table->columns.count; i++)
        if (!is_absent(table->columns.at[i]))
            buf_text(out, "| --- ");
    buf_text(out, "|\n");
    for (size_t i = 0; i < table->rows.count; i++)
        line(out, table, table->rows.at[i].cells);
}
