/*
 * Cells are made fit to print first, then measured; room is found by leaving the spare column
 * out, setting columns below their rows and shortening others; a shortened cell ends in a mark.
 */
#include "report/text_table.h"

#include "text/ascii.h"
#include "text/clean.h"
#include "text/cluster.h"

enum { GAP = 2 };

typedef struct Layout {
    const TextTable *setting;
    Arena arena;
    Str *cells; /* headings first, then row by row */
    size_t lines, columns;
    int *widths; /* 0: left out */
    bool *below; /* goes below its row */
} Layout;

static Str prepared(Layout *l, const char *text) {
    Str clean = text_clean(&l->arena, str(text));
    return l->setting->ascii ? text_to_ascii(&l->arena, clean) : clean;
}

static void prepare(Layout *l, const Table *table) {
    l->columns = table->columns.count;
    l->lines = table->rows.count + 1;
    l->cells = arena_new(&l->arena, Str, l->lines * l->columns);
    l->widths = arena_new(&l->arena, int, l->columns);
    l->below = arena_new(&l->arena, bool, l->columns);
    for (size_t i = 0; i < l->lines; i++) {
        Strings from = i == 0 ? table->columns : table->rows.at[i - 1].cells;
        for (size_t k = 0; k < l->columns; k++)
            l->cells[i * l->columns + k] = prepared(l, from.at[k]);
    }
}

static void measure(Layout *l) {
    for (size_t i = 0; i < l->lines * l->columns; i++) {
        int width = text_width(l->cells[i], l->setting->ambiguous);
        int *most = &l->widths[i % l->columns];
        *most = MAX_OF(*most, width);
    }
    for (size_t k = 0; k < l->columns; k++)
        if (l->cells[k].len == 0)
            l->widths[k] = 0;
}

static int excess(const Layout *l) {
    int total = -GAP;
    for (size_t k = 0; k < l->columns; k++)
        total += l->widths[k] > 0 ? l->widths[k] + GAP : 0;
    return l->setting->cells > 0 ? total - l->setting->cells : 0;
}

static void fold(Layout *l) {
    for (size_t k = (size_t)l->setting->fold; k < l->columns; k++) {
        l->below[k] = l->widths[k] > 0;
        l->widths[k] = 0;
    }
}

static void make_room(Layout *l) {
    const TextTable *s = l->setting;
    if (excess(l) > 0 && s->spare >= 0)
        l->widths[s->spare] = 0;
    for (size_t i = 0; i < s->shrink_count; i++) {
        int column = s->shrink[i].column, least = s->shrink[i].least;
        int over = excess(l);
        if (over > 0 && column == SHRINK_FOLD)
            fold(l);
        else if (over > 0 && l->widths[column] > least)
            l->widths[column] = MAX_OF(l->widths[column] - over, least);
    }
}

/* At most `width` cells of the cell, its mark of shortening included; returns the cells used. */
static int print_cell(Buf *out, const Layout *l, Str cell, int width) {
    Ambiguous ambiguous = l->setting->ambiguous;
    int cells = text_width(cell, ambiguous);
    if (cells <= width) {
        buf_add(out, cell);
        return cells;
    }
    Str mark = str(l->setting->ascii ? "..." : "⋯");
    int mark_cells = text_width(mark, ambiguous);
    Str front = text_fit(cell, width - mark_cells, ambiguous);
    while (front.len > 0 && front.at[front.len - 1] == ' ')
        front.len--;
    buf_add(out, front);
    buf_add(out, mark);
    return text_width(front, ambiguous) + mark_cells;
}

static void print_line(Buf *out, const Layout *l, const Str *cells) {
    int owed = 0; /* blanks before the next text, so that no line ends in them */
    for (size_t k = 0; k < l->columns; k++) {
        if (l->widths[k] == 0)
            continue;
        if (cells[k].len > 0) {
            buf_printf(out, "%*s", owed, "");
            owed = -print_cell(out, l, cells[k], l->widths[k]);
        }
        owed += l->widths[k] + GAP;
    }
    buf_byte(out, '\n');
}

/* Where a column begins. */
static int start_of(const Layout *l, int column) {
    int start = 0;
    for (int k = 0; k < column; k++)
        start += l->widths[k] > 0 ? l->widths[k] + GAP : 0;
    return start;
}

/* "Owner Sato  Note …" for a row's cells that go below. */
static const char *folded(Layout *l, const Str *cells) {
    const char *text = "";
    for (size_t k = 0; k < l->columns; k++)
        if (l->below[k] && cells[k].len > 0)
            text = arena_printf(&l->arena, "%s%s%.*s %.*s", text, is_absent(text) ? "" : "  ",
                                STR_ARG(l->cells[k]), STR_ARG(cells[k]));
    return text;
}

static void print_below(Buf *out, Layout *l, const Str *cells) {
    Str text = str(folded(l, cells));
    int indent = start_of(l, l->setting->under);
    if (text.len == 0)
        return;
    buf_printf(out, "%*s", indent, "");
    print_cell(out, l, text, MAX_OF(l->setting->cells - indent, 2));
    buf_byte(out, '\n');
}

void text_table_print(Buf *out, const Table *table, const TextTable *setting) {
    Layout l = {.setting = setting};
    prepare(&l, table);
    measure(&l);
    make_room(&l);
    for (size_t i = 0; i < l.lines; i++) {
        print_line(out, &l, &l.cells[i * l.columns]);
        if (i > 0)
            print_below(out, &l, &l.cells[i * l.columns]);
    }
    arena_release(&l.arena);
}
