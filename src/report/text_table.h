/*
 * A table as aligned text: columns parted by two blanks, no trailing blanks, one line per
 * row. Cells are cleaned for a terminal. A column without a heading is left out.
 */
#ifndef KAIRO_REPORT_TEXT_TABLE_H
#define KAIRO_REPORT_TEXT_TABLE_H

#include "base/buf.h"
#include "catalogue/model.h"
#include "text/width.h"

/* A column that may be shortened, and to how many cells at the least. */
typedef struct Shrink {
    int column, least;
} Shrink;

typedef struct TextTable {
    int cells; /* most cells of a line; 0 for as wide as it needs */
    Ambiguous ambiguous;
    bool ascii;
    int spare;            /* column left out first when room is short; -1 for none */
    const Shrink *shrink; /* then these, one after the other */
    size_t shrink_count;
} TextTable;

void text_table_print(Buf *out, const Table *table, const TextTable *setting);

#endif
