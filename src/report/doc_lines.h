/* Between the files that set a page: lines and spans that grow in the arena. */
#ifndef KAIRO_REPORT_DOC_LINES_H
#define KAIRO_REPORT_DOC_LINES_H

#include "base/tr.h"
#include "report/doc.h"
#include "text/cluster.h"

typedef struct DocLineMaker {
    Arena *arena;
    const DocSetting *setting;
    const Doc *doc;
    int margin;      /* cells left and right of a title: room for the bar behind it */
    int label_cells; /* the label column; 0 when labels stand on their own line */
    DocLine *lines;
    size_t count, room;
} DocLineMaker;

/* doc_layout with titles at `margin`. */
DocLines lines_of(const Doc *doc, Arena *arena, const DocSetting *setting, int margin);

/* A new, empty line at the end. Valid until the next one. */
DocLine *lines_new(DocLineMaker *maker);

/* Appends a span. `text` must outlive the lines. */
void lines_span(DocLineMaker *maker, DocLine *line, int col, Str text, DocRole role);

/* A text as the setting wants it: clean, in ASCII where that is asked for. */
Str lines_text(const DocLineMaker *maker, const char *text);

/* Cells of that text. */
int lines_width(const DocLineMaker *maker, const char *text);

/* Sets a table: columns side by side, or row by row when the page is too narrow. */
void lines_table(DocLineMaker *maker, const Table *table);

#endif
