/*
 * A text field: what is being typed, one line or many. Pure: keys and pastes in, text and
 * cursor out. The cursor stands between grapheme clusters; Backspace and Delete take a whole
 * cluster; Up and Down go by the lines as they are set on the screen and keep the column.
 *
 * Ownership: the field owns its text, which is always valid UTF-8. What it is given stays as
 * it is, byte for byte, whatever is in it (escape sequences, direction marks). None of that is
 * painted raw, and what is not seen belongs to the cluster beside it, so that every step of
 * the cursor is seen. What is typed and pasted brings no control characters but "\n", and
 * makes the text no longer than `most` bytes: what would is left out, by whole clusters, and
 * `full` says so.
 *
 * With `many_lines`, "\n" ends a line. Without, it is a control like others.
 */
#ifndef KAIRO_UI_TEXT_EDIT_H
#define KAIRO_UI_TEXT_EDIT_H

#include "base/buf.h"
#include "ui/event.h"
#include "ui/paint.h"

typedef struct TextEdit {
    Buf text;
    size_t cursor;   /* bytes from the front, at a cluster's edge */
    int wanted_col;  /* cells, kept by Up and Down; -1: the cursor's own */
    bool many_lines; /* Enter makes a line; else Enter is the caller's */
    bool full;       /* the last key or paste did not fit whole */
    size_t most;     /* bytes; a text given may be longer, it only does not grow */
    size_t top;      /* first line shown, in one line the first byte: a wish, held to
                        what shows the cursor */
    bool substitute; /* as of the grid; the caller may set it, so that Up and Down go by
                        the lines of a terminal that is shown ASCII */
} TextEdit;

/*
 * `TextEdit e = {0};` is none; init may be called again after release. The cursor is at the
 * end of `text`, in which stray bytes become U+FFFD.
 */
void text_edit_init(TextEdit *edit, Str text, size_t most, bool many_lines);
void text_edit_release(TextEdit *edit);
/* Puts the cursor at the cluster's edge at or before `byte`. */
void text_edit_move(TextEdit *edit, size_t byte);
/* Another text (not a part of its own), the cursor at its end. */
void text_edit_set(TextEdit *edit, Str text);

/*
 * A key or paste. False when it is no editing key (Esc, Enter of a one-line field, Tab, Ctrl
 * with other letters): the caller's. `cols` is the width the text is set in, for Up and Down.
 *
 *   characters, paste   inserted (one-line: only a paste's first line; its line feeds end it)
 *   Enter               a line (many_lines)
 *   Left Right          one cluster; Ctrl-B Ctrl-F too
 *   Home End            of the line as set; Ctrl-A Ctrl-E too. Where the line goes on below,
 *                       End stands before its last cluster: after it is the next line
 *   Up Down PgUp PgDn   by lines as set (many_lines), `rows` for a page; Ctrl-P Ctrl-N too
 *   Backspace Ctrl-H, Delete Ctrl-D   one cluster
 *   Ctrl-W              the word before; of Japanese, the run of one script before
 *   Ctrl-U Ctrl-K       to the beginning, to the end of the (logical) line
 *
 * A pasted CR LF or CR is a line feed, a tab one blank, other controls nothing.
 */
bool text_edit_key(TextEdit *edit, const Event *event, int cols, int rows, Ambiguous ambiguous);

/* A line as it is set: bytes [from, to) of the text, without the line feed. */
typedef struct EditLine {
    size_t from, to;
} EditLine;
LIST_OF(EditLine, EditLines);

/*
 * The lines for a width (cells, at least 2), in `arena`. Breaks only between clusters, by
 * width alone, so that nothing jumps while a word is being typed; the cursor after a full line
 * stands at the beginning of the next: of an empty one, there only as long as the cursor
 * is, where a paragraph ends with its line full. At least one line, one more after a final
 * line feed. A field of one line has one, however long.
 */
EditLines text_edit_lines(const TextEdit *edit, Arena *arena, int cols, Ambiguous ambiguous);

/* Where the cursor stands in those lines: row, and cells from the left. */
void text_edit_place(const TextEdit *edit, EditLines lines, Ambiguous ambiguous, int *row,
                     int *col);

/*
 * Paints the field over the whole canvas in STYLE_FIELD, scrolled (by lines, or sideways by
 * whole clusters in one line, with the mark for "cut" where it goes on) so that the cursor is
 * seen, and sets the hardware cursor there. Each cluster is painted by itself, so that it has
 * its own cells in ASCII too.
 * `more_above`, `more_below` (may be NULL): lines that are not seen.
 */
void text_edit_view(const TextEdit *edit, const Canvas *canvas, int *more_above, int *more_below);

#endif
