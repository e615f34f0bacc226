/*
 * What editing and painting of a text field share: its units. A unit is what the cursor
 * passes over in one step: a cluster, with what is not seen after it (at the beginning of a
 * line, before it).
 */
#ifndef KAIRO_UI_TEXT_EDIT_PARTS_H
#define KAIRO_UI_TEXT_EDIT_PARTS_H

#include "ui/text_edit.h"

/* Bytes of the first unit of `text`, which begins at a unit's edge; 0 only for an empty one. */
size_t edit_unit(Str text);

/* Cells a unit takes at most; what would take more (ﷺ in ASCII, odd emoji) is cut. */
enum { EDIT_UNIT_CELLS = 6 };

/*
 * The unit as it is painted, alone: clean, or in ASCII ("?" where that has nothing for it).
 * In `arena` when it has to be made.
 */
Str edit_unit_painted(const TextEdit *edit, Arena *arena, Str unit, Ambiguous ambiguous);

/* Its cells. */
int edit_unit_cells(const TextEdit *edit, Str unit, Ambiguous ambiguous);

/* Cells of the units from one edge to another. */
int edit_cells(const TextEdit *edit, size_t from, size_t to, Ambiguous ambiguous);

/* Where the logical line of `byte` begins. */
size_t edit_line_start(const TextEdit *edit, size_t byte);

/* The last edge at or before `byte`; the first at or after it. */
size_t edit_edge_before(const TextEdit *edit, size_t byte);
size_t edit_edge_after(const TextEdit *edit, size_t byte);

/* The edge in a line as set that is nearest to column `col` and not beyond it. */
size_t edit_line_byte(const TextEdit *edit, EditLine line, int col, Ambiguous ambiguous);

/* Stores how far the field is scrolled, after a key. */
void edit_settle(TextEdit *edit, int cols, int rows, Ambiguous ambiguous);

#endif
