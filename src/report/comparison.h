/*
 * Two to four programs side by side: a row for each thing that people compare, a cell for each
 * program, and whether they differ. Pure; the screen, and whatever prints it, set the same cells.
 *
 * A cell says what the card says, in the same words, but briefly: a long list of fees is its
 * range, places are counted. What the source does not say is one faint line, 記載なし. Rows differ
 * by what they say, never by blanks or width.
 */
#ifndef KAIRO_REPORT_COMPARISON_H
#define KAIRO_REPORT_COMPARISON_H

#include "report/doc.h"

enum { COMPARED_LEAST = 2, COMPARED_MOST = 4, COMPARISON_ROWS_MOST = 16 };

typedef struct CellLine {
    const char *mark; /* before the text, which hangs behind it: "・"; "" for none */
    const char *text; /* clean, one line */
    DocRole role;
} CellLine;

typedef struct ComparisonCell {
    CellLine *lines; /* at least one */
    size_t count, room;
    bool stated; /* else its one line is 記載なし */
} ComparisonCell;

typedef struct ComparisonRow {
    const char *key;  /* stable: "fee" */
    const char *name; /* in the user's language, at most 11 cells */
    ComparisonCell cells[COMPARED_MOST];
    bool stated; /* by one of them at least */
    bool differs;
} ComparisonRow;

typedef struct Comparison {
    const Program *programs[COMPARED_MOST];
    size_t count;
    ComparisonRow rows[COMPARISON_ROWS_MOST];
    size_t row_count, differing;
} Comparison;

/* In `arena`; 1 to COMPARED_MOST programs. */
const Comparison *comparison_of(Arena *arena, const Catalogue *catalogue,
                                const Program *const *programs, size_t count, Date as_of);

/* The same with a last row of the caller's: a text for each program, "" for 記載なし. */
const Comparison *comparison_with(Arena *arena, const Comparison *comparison, const char *key,
                                  const char *name, const char *const *texts);

/* Names of the rows that none of the programs states, joined; "" for none. */
const char *comparison_unstated(Arena *arena, const Comparison *comparison);

/*
 * For text_table.h and md_table.h: what is compared, a column for each program, and last whether
 * they differ in a word. Lines of a cell are joined.
 */
const Table *comparison_table(Arena *arena, const Comparison *comparison);

#endif
