/*
 * Setting a table. Columns get their natural width; when they do not fit, the gap shrinks,
 * then the widest column gives way cell by cell and its text wraps. When even that leaves
 * too little to read, the table is set row by row, each value under its heading. Columns
 * of numbers are set flush right.
 */
#include "report/doc_lines.h"

#include "text/wrap.h"

enum { COLUMN_LEAST = 10, COLUMNS_MOST = 64 };

typedef struct Columns {
    size_t count;
    int gap;
    int cells[COLUMNS_MOST];
    bool right[COLUMNS_MOST];
} Columns;

static const char *cell_at(const Table *table, size_t row, size_t column) {
    const Strings *cells = &table->rows.at[row].cells;
    return column < cells->count ? cells->at[column] : "";
}

static bool is_dash(const char *text) {
    return strcmp(text, "-") == 0 || strcmp(text, "－") == 0 || strcmp(text, "―") == 0;
}

/* Begins with a digit (of yen in English, after the sign) and is short: an amount, a count. */
static bool is_amount(const char *text) {
    static const char yen[] = "¥";
    if (str_starts(str(text), str(yen)))
        text += sizeof yen - 1;
    return (text[0] >= '0' && text[0] <= '9' && strlen(text) <= 24) || is_dash(text);
}

static bool all_amounts(const Table *table, size_t column) {
    for (size_t row = 0; row < table->rows.count; row++)
        if (!is_amount(cell_at(table, row, column)))
            return false;
    return table->rows.count > 0;
}

static int total(const Columns *columns) {
    int cells = columns->gap * (int)(columns->count - 1);
    for (size_t i = 0; i < columns->count; i++)
        cells += columns->cells[i];
    return cells;
}

/* False when the table cannot be set side by side. */
static bool fit(Columns *columns, int room) {
    if (total(columns) > room)
        columns->gap = 1;
    while (total(columns) > room) {
        size_t widest = 0;
        for (size_t i = 1; i < columns->count; i++)
            if (columns->cells[i] > columns->cells[widest])
                widest = i;
        if (columns->cells[widest] <= COLUMN_LEAST)
            return false;
        columns->cells[widest]--;
    }
    return true;
}

static Columns measure(DocLineMaker *maker, const Table *table) {
    Columns columns = {.count = MIN_OF(table->columns.count, (size_t)COLUMNS_MOST), .gap = 2};
    for (size_t i = 0; i < columns.count; i++) {
        columns.cells[i] = lines_width(maker, table->columns.at[i]);
        for (size_t row = 0; row < table->rows.count; row++)
            columns.cells[i] = MAX_OF(columns.cells[i], lines_width(maker, cell_at(table, row, i)));
        columns.right[i] = all_amounts(table, i);
    }
    return columns;
}

/* Sets one row of cells; cells that wrap make the row several lines high. */
static void set_row(DocLineMaker *maker, const Columns *columns, Strings cells, DocRole role) {
    size_t first = maker->count;
    int col = 0;
    for (size_t i = 0; i < columns->count; i++) {
        Str text = lines_text(maker, i < cells.count ? cells.at[i] : "");
        WrapLines wrapped =
            text_wrap(maker->arena, text, MAX_OF(columns->cells[i], 2), maker->setting->ambiguous);
        for (size_t line = 0; line < wrapped.count; line++) {
            while (maker->count <= first + line)
                lines_new(maker);
            int shift = columns->right[i] ? columns->cells[i] - wrapped.at[line].cells : 0;
            lines_span(maker, &maker->lines[first + line], col + MAX_OF(shift, 0),
                       wrapped.at[line].text, role);
        }
        col += columns->cells[i] + columns->gap;
    }
}

static void set_record(DocLineMaker *maker, const Table *table, size_t row) {
    for (size_t i = 0; i < table->columns.count; i++) {
        const char *text = cell_at(table, row, i);
        DocLine *line = lines_new(maker);
        Str head = text_fit(lines_text(maker, table->columns.at[i]), maker->setting->cells,
                            maker->setting->ambiguous);
        int head_cells = text_width(head, maker->setting->ambiguous);
        if (i > 0)
            lines_span(maker, line, 0, head, ROLE_LABEL);
        int col = i == 0 ? 0 : head_cells + 1;
        int room = maker->setting->cells - col;
        if (i > 0 && lines_width(maker, text) > room) {
            line = lines_new(maker);
            col = 2;
            room = maker->setting->cells - 2;
        }
        WrapLines wrapped = text_wrap(maker->arena, lines_text(maker, text), MAX_OF(room, 2),
                                      maker->setting->ambiguous);
        for (size_t part = 0; part < wrapped.count; part++) {
            if (part > 0)
                line = lines_new(maker);
            lines_span(maker, line, col, wrapped.at[part].text, i == 0 ? ROLE_STRONG : ROLE_BODY);
        }
    }
}

void lines_table(DocLineMaker *maker, const Table *table) {
    Columns columns = measure(maker, table);
    if (columns.count == 0)
        return;
    if (fit(&columns, maker->setting->cells)) {
        if (columns.count > 1) /* the title says what a single column holds */
            set_row(maker, &columns, table->columns, ROLE_LABEL);
        for (size_t row = 0; row < table->rows.count; row++)
            set_row(maker, &columns, table->rows.at[row].cells, ROLE_BODY);
        return;
    }
    for (size_t row = 0; row < table->rows.count; row++)
        set_record(maker, table, row);
}
