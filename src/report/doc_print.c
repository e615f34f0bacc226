/* A page as plain text and as Markdown. */
#include "report/doc_lines.h"

#include "base/tr.h"
#include "text/clean.h"

/* ---- plain text ---- */

static void print_line(const DocLine *line, Buf *out) {
    int at = 0;
    for (size_t i = 0; i < line->spans.count; i++) {
        const DocSpan *span = &line->spans.at[i];
        for (; at < span->col; at++)
            buf_byte(out, ' ');
        buf_add(out, span->text);
        at += span->cells;
    }
    while (out->len > 0 && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
    buf_byte(out, '\n');
}

void doc_print_text(const Doc *doc, const DocSetting *setting, Buf *out) {
    DocLines lines = doc_layout(doc, doc->arena, setting);
    for (size_t i = 0; i < lines.count; i++)
        print_line(&lines.at[i], out);
}

/* The character of the rule below the block; 0 for none. */
static char rule_below(const Block *block) {
    switch (block->kind) {
    case BLOCK_TITLE:
        return '=';
    case BLOCK_SECTION:
        return '-';
    default:
        return '\0';
    }
}

void doc_print_ruled(const Doc *doc, const DocSetting *setting, Buf *out) {
    DocLines lines = lines_of(doc, doc->arena, setting, 0);
    for (size_t i = 0; i < lines.count; i++) {
        int block = lines.at[i].block;
        bool last = i + 1 == lines.count || lines.at[i + 1].block != block;
        char rule = rule_below(&doc->blocks[block]);
        print_line(&lines.at[i], out);
        for (int cell = 0; last && rule != '\0' && cell < setting->cells; cell++)
            buf_byte(out, rule);
        if (last && rule != '\0')
            buf_byte(out, '\n');
    }
}

/* ---- Markdown ---- */

/* Escapes what Markdown would read as markup; a line feed becomes a blank in one line. */
static void md_text(Buf *out, Arena *arena, const char *text, bool in_table) {
    Str clean = text_clean_lines(arena, str(text));
    for (size_t i = 0; i < clean.len; i++) {
        char c = clean.at[i];
        if (c == '\n') {
            buf_text(out, in_table ? "<br>" : "\n\n");
            continue;
        }
        if (strchr("\\`*_[]<>#", c) != NULL || (c == '|' && in_table))
            buf_byte(out, '\\');
        buf_byte(out, c);
    }
}

static void md_value(Buf *out, const Doc *doc, const Block *block) {
    if (block->link >= 0 && doc->links[block->link].kind == DOC_LINK_URL)
        buf_printf(out, "<%s>", doc->links[block->link].target);
    else
        md_text(out, doc->arena, block->text, true);
}

static void md_row(Buf *out, Arena *arena, Strings cells) {
    for (size_t i = 0; i < cells.count; i++) {
        buf_text(out, "| ");
        md_text(out, arena, cells.at[i], true);
        buf_byte(out, ' ');
    }
    buf_text(out, "|\n");
}

static void md_table(Buf *out, Arena *arena, const Table *table) {
    buf_byte(out, '\n');
    md_row(out, arena, table->columns);
    for (size_t i = 0; i < table->columns.count; i++)
        buf_text(out, "|---");
    buf_text(out, "|\n");
    for (size_t row = 0; row < table->rows.count; row++)
        md_row(out, arena, table->rows.at[row].cells);
    buf_byte(out, '\n');
}

static void md_bars(Buf *out, Arena *arena, const Series *series) {
    const char *label = tr_lang() == LANG_EN ? series->label_en : series->label;
    buf_text(out, "\n| ");
    md_text(out, arena, label, true);
    buf_text(out, " | ");
    md_text(out, arena, series->unit, true);
    buf_text(out, " |\n|---|--:|\n");
    for (size_t i = 0; i < series->points.count; i++) {
        buf_text(out, "| ");
        md_text(out, arena, series->points.at[i].label, true);
        buf_printf(out, " | %lld |\n", (long long)series->points.at[i].value);
    }
    buf_byte(out, '\n');
}

/* "## ", the text and what stands beside it. */
static void md_heading(Buf *out, const Doc *doc, const char *marks, const Block *block) {
    buf_printf(out, "%s ", marks);
    md_text(out, doc->arena, block->text, false);
    buf_text(out, "\n\n");
    if (is_absent(block->side))
        return;
    bool title = block->kind == BLOCK_TITLE;
    buf_text(out, title ? "" : "**");
    md_text(out, doc->arena, block->side, false);
    buf_text(out, title ? "\n\n" : "**\n\n");
}

static void md_block(Buf *out, const Doc *doc, const Block *block) {
    switch (block->kind) {
    case BLOCK_TITLE:
        md_heading(out, doc, "#", block);
        break;
    case BLOCK_SECTION:
        md_heading(out, doc, "\n##", block);
        break;
    case BLOCK_HEADING:
        md_heading(out, doc, "\n###", block);
        break;
    case BLOCK_PARA:
        md_text(out, doc->arena, block->text, false);
        buf_text(out, "\n\n");
        break;
    case BLOCK_FIELD:
        buf_text(out, "- ");
        if (!is_absent(block->label)) {
            buf_text(out, "**");
            md_text(out, doc->arena, block->label, true);
            buf_text(out, "** ");
        }
        md_value(out, doc, block);
        buf_byte(out, '\n');
        break;
    case BLOCK_ITEM:
        buf_text(out, "  - ");
        md_value(out, doc, block);
        buf_byte(out, '\n');
        break;
    case BLOCK_TABLE:
        md_table(out, doc->arena, block->table);
        break;
    case BLOCK_BARS:
        md_bars(out, doc->arena, block->series);
        break;
    case BLOCK_GAP:
        buf_byte(out, '\n');
        break;
    }
}

/* A list right after a paragraph needs a blank line between; several in a row count once. */
static void squeeze_blank_lines(Buf *out, size_t from) {
    size_t kept = from;
    for (size_t i = from; i < out->len; i++) {
        bool third = out->at[i] == '\n' && kept >= from + 2 && out->at[kept - 1] == '\n' &&
                     out->at[kept - 2] == '\n';
        if (!third)
            out->at[kept++] = out->at[i];
    }
    out->len = kept;
    out->at[kept] = '\0';
}

void doc_print_md(const Doc *doc, Buf *out) {
    size_t from = out->len;
    for (size_t i = 0; i < doc->count; i++)
        md_block(out, doc, &doc->blocks[i]);
    squeeze_blank_lines(out, from);
}
