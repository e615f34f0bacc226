/*
 * Setting a page. Fields have their labels in one column on the left, as wide as the widest
 * label that is not too wide; the text stands in one block beside it. On narrow pages the
 * label gets a line of its own and the text is indented. Tables are set by doc_tables.c.
 */
#include "report/doc_lines.h"

#include "text/ascii.h"
#include "text/clean.h"
#include "text/number.h"
#include "text/wrap.h"

enum {
    LABEL_GAP = 2,
    LABEL_MOST = 16, /* a wider label stands on its own line */
    LABEL_LEAST = 8,
    BESIDE_LEAST = 46, /* pages narrower than this have no label column */
    NARROW_INDENT = 2,
};

/* ---- lines ---- */

DocLine *lines_new(DocLineMaker *maker) {
    maker->lines =
        arena_grow(maker->arena, maker->lines, maker->count, &maker->room, sizeof *maker->lines);
    DocLine *line = &maker->lines[maker->count++];
    *line = (DocLine){.link = -1};
    return line;
}

void lines_span(DocLineMaker *maker, DocLine *line, int col, Str text, DocRole role) {
    size_t room = line->spans.count; /* exact growth: lines have few spans */
    DocSpan *spans = arena_new(maker->arena, DocSpan, room + 1);
    if (room > 0)
        memcpy(spans, line->spans.at, room * sizeof *spans);
    spans[room] = (DocSpan){text, col, text_width(text, maker->setting->ambiguous), role};
    line->spans = (DocSpans){spans, room + 1};
}

Str lines_text(const DocLineMaker *maker, const char *text) {
    Str clean = text_clean_lines(maker->arena, str(text));
    return maker->setting->ascii ? text_to_ascii(maker->arena, clean) : clean;
}

int lines_width(const DocLineMaker *maker, const char *text) {
    return text_width(lines_text(maker, text), maker->setting->ambiguous);
}

/* ---- blocks ---- */

/* Wrapped text at `col`, its first line joining `line` when there is one. */
static void set_text(DocLineMaker *maker, DocLine *line, int col, const Block *block) {
    Str text = lines_text(maker, block->text);
    int room = MAX_OF(maker->setting->cells - col, 2);
    WrapLines wrapped = text_wrap(maker->arena, text, room, maker->setting->ambiguous);
    for (size_t i = 0; i < wrapped.count; i++) {
        if (line == NULL || i > 0)
            line = lines_new(maker);
        lines_span(maker, line, col, wrapped.at[i].text, block->role);
        line->link = block->link;
    }
}

/* The side of the heading that begins in line `first`: at the right end, `margin` cells away
   from it; below the heading where it does not fit beside it. */
static void set_side(DocLineMaker *maker, const Block *block, size_t first, int margin) {
    int side = lines_width(maker, block->side), room = maker->setting->cells - margin;
    DocLine *last = &maker->lines[maker->count - 1];
    const DocSpan *text = &last->spans.at[last->spans.count - 1];
    if (side == 0)
        return;
    if (text->col + text->cells + 2 + side > room || maker->count - first > 1)
        last = lines_new(maker);
    int col = MAX_OF(room - side, margin);
    WrapLines wrapped = text_wrap(maker->arena, lines_text(maker, block->side),
                                  MAX_OF(room - col, 2), maker->setting->ambiguous);
    for (size_t i = 0; i < wrapped.count; i++)
        lines_span(maker, i == 0 ? last : lines_new(maker), col, wrapped.at[i].text, block->role);
}

static void set_title(DocLineMaker *maker, const Block *block) {
    size_t first = maker->count;
    set_text(maker, NULL, maker->margin, block);
    set_side(maker, block, first, maker->margin);
}

static void set_heading(DocLineMaker *maker, const Block *block) {
    size_t first = maker->count;
    Str mark = lines_text(maker, "■");
    DocLine *line = lines_new(maker);
    lines_span(maker, line, 0, mark, ROLE_SECTION);
    set_text(maker, line, text_width(mark, maker->setting->ambiguous) + 1, block);
    set_side(maker, block, first, 0);
}

static void set_field(DocLineMaker *maker, const Block *block) {
    DocLine *line = NULL;
    int label = lines_width(maker, block->label);
    int column = maker->label_cells == 0 ? NARROW_INDENT : maker->label_cells + LABEL_GAP;
    if (label > 0) {
        line = lines_new(maker);
        Str shown = text_fit(lines_text(maker, block->label), maker->setting->cells,
                             maker->setting->ambiguous);
        lines_span(maker, line, 0, shown, ROLE_LABEL);
        if (label > maker->label_cells)
            line = NULL; /* the text begins on the next line */
    }
    set_text(maker, line, column, block);
}

static void set_item(DocLineMaker *maker, const Block *block) {
    int column = maker->label_cells == 0 ? NARROW_INDENT : maker->label_cells + LABEL_GAP;
    int mark = lines_width(maker, block->label);
    if (mark == 0) {
        set_text(maker, NULL, column, block);
        return;
    }
    DocLine *line = lines_new(maker);
    lines_span(maker, line, 0, lines_text(maker, block->label), ROLE_DIM);
    set_text(maker, line, mark + 1, block);
}

/* ---- bar charts ---- */

typedef struct BarColumns {
    int label, value; /* cells */
} BarColumns;

static const char *bar_value(DocLineMaker *maker, const Series *series, const Point *point) {
    const char *number = number_grouped(maker->arena, point->value);
    const char *unit = is_absent(series->unit) ? "" : series->unit;
    if (series->approximate)
        /* TRANSLATORS: an approximate number with its unit: 約600社. */
        return arena_printf(maker->arena, _("about %s%s"), number, unit);
    return arena_printf(maker->arena, "%s%s", number, unit);
}

static void widen_columns(DocLineMaker *maker, const Series *series, BarColumns *columns) {
    for (size_t i = 0; i < series->points.count; i++) {
        const Point *point = &series->points.at[i];
        columns->label = MAX_OF(columns->label, lines_width(maker, point->label));
        columns->value =
            MAX_OF(columns->value, lines_width(maker, bar_value(maker, series, point)));
    }
}

/* The same for all series of the page, so that their bars begin in one line. */
static BarColumns bar_columns(DocLineMaker *maker) {
    BarColumns columns = {0};
    for (size_t i = 0; i < maker->doc->count; i++)
        if (maker->doc->blocks[i].kind == BLOCK_BARS)
            widen_columns(maker, maker->doc->blocks[i].series, &columns);
    return columns;
}

static void set_bar(DocLineMaker *maker, const Block *block, const Point *point,
                    BarColumns columns) {
    DocLine *line = lines_new(maker);
    lines_span(maker, line, 0, lines_text(maker, point->label), ROLE_LABEL);
    const char *value = bar_value(maker, block->series, point);
    int value_col = columns.label + 2 + columns.value - lines_width(maker, value);
    lines_span(maker, line, value_col, lines_text(maker, value), ROLE_BODY);
    int bar_col = columns.label + 2 + columns.value + 2;
    int room = MAX_OF(MIN_OF(maker->setting->cells, 80) - bar_col, 0);
    int64_t drawn = MAX_OF(point->value, 0); /* a loss has a number, but no bar */
    int cells = block->most > 0 ? (int)((drawn * room + block->most / 2) / block->most) : 0;
    if (cells == 0 && point->value > 0 && room > 0)
        cells = 1; /* a value that is there is seen */
    char *bar = arena_alloc(maker->arena, (size_t)cells + 1);
    memset(bar, '#', (size_t)cells);
    if (cells > 0)
        lines_span(maker, line, bar_col, str(bar), ROLE_BAR);
    if (!is_absent(point->note))
        lines_span(maker, lines_new(maker), columns.label + 2, lines_text(maker, point->note),
                   ROLE_DIM);
}

static void set_bars(DocLineMaker *maker, const Block *block) {
    const Series *series = block->series;
    lines_new(maker);
    const char *label = tr_lang() == LANG_EN ? series->label_en : series->label;
    lines_span(maker, lines_new(maker), 0, lines_text(maker, label), ROLE_STRONG);
    BarColumns columns = bar_columns(maker);
    for (size_t i = 0; i < series->points.count; i++)
        set_bar(maker, block, &series->points.at[i], columns);
}

/* ---- the page ---- */

static void set_block(DocLineMaker *maker, const Block *block) {
    switch (block->kind) {
    case BLOCK_TITLE:
        set_title(maker, block);
        break;
    case BLOCK_SECTION:
    case BLOCK_PARA:
        set_text(maker, NULL, 0, block);
        break;
    case BLOCK_HEADING:
        set_heading(maker, block);
        break;
    case BLOCK_FIELD:
        set_field(maker, block);
        break;
    case BLOCK_ITEM:
        set_item(maker, block);
        break;
    case BLOCK_TABLE:
        lines_table(maker, block->table);
        break;
    case BLOCK_BARS:
        set_bars(maker, block);
        break;
    case BLOCK_GAP:
        lines_new(maker);
        break;
    }
}

static int label_column(const DocLineMaker *maker) {
    const Doc *doc = maker->doc;
    if (maker->setting->cells < BESIDE_LEAST)
        return 0;
    int widest = LABEL_LEAST;
    for (size_t i = 0; i < doc->count; i++) {
        if (doc->blocks[i].kind != BLOCK_FIELD)
            continue;
        int cells = lines_width(maker, doc->blocks[i].label);
        if (cells <= LABEL_MOST)
            widest = MAX_OF(widest, cells);
    }
    return widest;
}

DocLines lines_of(const Doc *doc, Arena *arena, const DocSetting *setting, int margin) {
    DocLineMaker maker = {.arena = arena, .setting = setting, .doc = doc, .margin = margin};
    maker.label_cells = label_column(&maker);
    size_t last = doc->count;
    while (last > 0 && doc->blocks[last - 1].kind == BLOCK_GAP)
        last--;
    for (size_t i = 0; i < last; i++) {
        size_t line = maker.count;
        set_block(&maker, &doc->blocks[i]);
        for (; line < maker.count; line++)
            maker.lines[line].block = (int)i;
    }
    return (DocLines){maker.lines, maker.count};
}

DocLines doc_layout(const Doc *doc, Arena *arena, const DocSetting *setting) {
    return lines_of(doc, arena, setting, 1);
}
