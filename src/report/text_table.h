/*
 * A table as aligned text: columns parted by two blanks, no trailing blanks, one line per
 * row. Cells are cleaned for a terminal. A column without a heading is left out.
 *
 * Where even shorter columns do not make enough room, those from `fold` on can go to a line of
 * their own below each row, each cell behind its heading; an empty cell takes no room there.
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
enum { SHRINK_FOLD = -1 }; /* in the place of a column: now fold */

typedef struct TextTable {
    int cells; /* most cells of a line; 0 for as wide as it needs */
    Ambiguous ambiguous;
    bool ascii;
    int spare;            /* column left out first when room is short; -1 for none */
    int fold, under;      /* columns from `fold` on are then set below the column `under` */
    const Shrink *shrink; /* then these, one after the other */
    size_t shrink_count;
} TextTable;

void text_table_print(Buf *out, const Table *table, const TextTable *setting);

#endif
