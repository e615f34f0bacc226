/*
 * The words that were looked for, made to stand out where they are painted. Where a text is set
 * in several lines, each line is a slice of it, so that a word broken over two lines is found.
 */
#ifndef KAIRO_UI_SCREENS_FOUND_H
#define KAIRO_UI_SCREENS_FOUND_H

#include "ui/screens/screens.h"

/* In the lines of `text` as they were painted at `col` from `row` on. */
void found_mark_lines(const App *app, const SearchFound *found, const Canvas *canvas, int col,
                      int row, const char *text, WrapLines lines);

/* The cells of a page's line in which words were found. */
typedef struct FoundMark {
    int line, col, cells;
} FoundMark;
LIST_OF(FoundMark, FoundMarks);

/* In the lines [from, to) of a page, in their order; those of the words that are on. */
FoundMarks found_in_page(const App *app, Arena *arena, const Doc *doc, DocLines lines, int from,
                         int to);

#endif
