/*
 * Lines are filled cluster by cluster with what each takes once painted. How far the field
 * is scrolled is derived from the cursor; where it stood at the last key is only a wish, so
 * that the text stays still while the cursor moves within what is seen.
 */
#include "ui/text_edit_parts.h"

#include "text/clean.h"

/* Half of it holds any unit and a cell more, so the middle is always good for the cursor. */
enum { LEAST_COLS_FOR_MARKS = 2 * (EDIT_UNIT_CELLS + 2) };

/* ---- lines ---- */

typedef struct Setter {
    const TextEdit *edit;
    Arena *arena;
    EditLine *lines;
    size_t count, room;
    int cols, cells; /* of the field, of the line so far */
} Setter;

static void add_line(Setter *setter, size_t from, size_t to) {
    setter->lines = arena_grow(setter->arena, setter->lines, setter->count, &setter->room,
                               sizeof *setter->lines);
    setter->lines[setter->count++] = (EditLine){from, to};
    setter->cells = 0;
}

/* After a full line the cursor needs one more to stand in. */
static void end_paragraph(Setter *setter, size_t from, size_t to) {
    bool full = setter->cells >= setter->cols;
    add_line(setter, from, to);
    if (full && setter->edit->cursor == to)
        add_line(setter, to, to);
}

/* The paragraph that begins at `from`; returns its end. */
static size_t set_paragraph(Setter *setter, size_t from, Ambiguous ambiguous) {
    Str text = buf_str(&setter->edit->text);
    size_t at = from;
    while (at < text.len && text.at[at] != '\n') {
        size_t bytes = edit_unit(str_skip(text, at));
        int cells = edit_unit_cells(setter->edit, str_n(text.at + at, bytes), ambiguous);
        if (setter->cells > 0 && setter->cells + cells > setter->cols) {
            add_line(setter, from, at);
            from = at;
        }
        setter->cells += cells;
        at += bytes;
    }
    end_paragraph(setter, from, at);
    return at;
}

EditLines text_edit_lines(const TextEdit *edit, Arena *arena, int cols, Ambiguous ambiguous) {
    Setter setter = {.edit = edit, .arena = arena, .cols = MAX_OF(cols, 1)};
    if (!edit->many_lines)
        add_line(&setter, 0, edit->text.len);
    for (size_t at = 0; edit->many_lines && at <= edit->text.len; at++)
        at = set_paragraph(&setter, at, ambiguous);
    return (EditLines){setter.lines, setter.count};
}

void text_edit_place(const TextEdit *edit, EditLines lines, Ambiguous ambiguous, int *row,
                     int *col) {
    size_t line = lines.count - 1;
    while (line > 0 && lines.at[line].from > edit->cursor)
        line--;
    *row = (int)line;
    *col = edit_cells(edit, lines.at[line].from, edit->cursor, ambiguous);
}

static bool goes_on_below(const TextEdit *edit, EditLine line) {
    return line.to < edit->text.len && edit->many_lines && edit->text.at[line.to] != '\n';
}

size_t edit_line_byte(const TextEdit *edit, EditLine line, int col, Ambiguous ambiguous) {
    size_t at = line.from;
    for (int cells = 0; at < line.to;) {
        size_t bytes = edit_unit(str_n(edit->text.at + at, line.to - at));
        cells += edit_unit_cells(edit, str_n(edit->text.at + at, bytes), ambiguous);
        if (cells > col || (at + bytes == line.to && goes_on_below(edit, line)))
            break;
        at += bytes;
    }
    return at;
}

/* ---- scrolling ---- */

/* The first line seen. */
static int first_row(const TextEdit *edit, int row, int rows, int count) {
    int top = (int)MIN_OF(edit->top, (size_t)row);
    top = MAX_OF(top, row - rows + 1);
    return MIN_OF(top, MAX_OF(count - rows, 0));
}

static Str unit_at(const TextEdit *edit, size_t at) {
    Str rest = str_skip(buf_str(&edit->text), at);
    return str_n(rest.at, edit_unit(rest));
}

/* One line: whether the cursor is seen well from `left`, beside the marks for "cut". */
static bool sees_cursor(const TextEdit *edit, size_t left, int cols, Ambiguous ambiguous) {
    bool marks = cols >= LEAST_COLS_FOR_MARKS;
    if (left > edit->cursor || (marks && left > 0 && left == edit->cursor))
        return false;
    Str under = unit_at(edit, edit->cursor);
    int to = edit_cells(edit, left, edit->cursor, ambiguous);
    int after = edit_unit_cells(edit, under, ambiguous);
    bool last = edit->cursor + under.len == edit->text.len;
    return to + MAX_OF(after, 1) + (marks && !last ? 1 : 0) <= cols;
}

/* One line: the first byte seen. Where the wish does not do, the cursor comes to the middle. */
static size_t first_byte(const TextEdit *edit, int cols, Ambiguous ambiguous) {
    if (edit_cells(edit, 0, edit->text.len, ambiguous) < cols)
        return 0;
    size_t left = edit_edge_before(edit, MIN_OF(edit->top, edit->text.len));
    if (sees_cursor(edit, left, cols, ambiguous))
        return left;
    int before = edit_cells(edit, 0, edit->cursor, ambiguous);
    for (left = 0; before > cols / 2 && left < edit->cursor;) {
        Str unit = unit_at(edit, left);
        before -= edit_unit_cells(edit, unit, ambiguous);
        left += unit.len;
    }
    return left;
}

void edit_settle(TextEdit *edit, int cols, int rows, Ambiguous ambiguous) {
    if (cols <= 0 || rows <= 0)
        return;
    if (!edit->many_lines) {
        edit->top = first_byte(edit, cols, ambiguous);
        return;
    }
    Arena scratch = {0};
    int row, col;
    EditLines lines = text_edit_lines(edit, &scratch, cols, ambiguous);
    text_edit_place(edit, lines, ambiguous, &row, &col);
    edit->top = (size_t)first_row(edit, row, rows, (int)lines.count);
    arena_release(&scratch);
}

/* ---- painting ---- */

static void paint_mark_cut(const Canvas *canvas, int col, int row) {
    paint(canvas, col, row, STYLE_DIM, mark_cut(canvas->grid));
}

/* Bytes [from, to), from column `col`. What is wider than the whole field is a mark. */
static void paint_units(const TextEdit *edit, const Canvas *canvas, int col, int row, size_t from,
                        size_t to) {
    Ambiguous ambiguous = canvas->grid->ambiguous;
    Str rest = str_n(edit->text.at + from, to - from);
    if (!edit->substitute && text_is_clean(rest) && text_width(rest, ambiguous) <= canvas->cols) {
        paint_text(canvas, col, row, STYLE_FIELD, rest);
        return;
    }
    while (rest.len > 0) {
        Str unit = str_n(rest.at, edit_unit(rest));
        int cells = edit_unit_cells(edit, unit, ambiguous);
        if (cells > canvas->cols)
            paint_mark_cut(canvas, col, row);
        else
            paint_text(canvas, col, row, STYLE_FIELD,
                       edit_unit_painted(edit, canvas->frame, unit, ambiguous));
        col += cells;
        rest = str_skip(rest, unit.len);
    }
}

/* One line: the end of what fits `cells` from `left`, or of what is wider than all of them. */
static size_t last_byte(const TextEdit *edit, size_t left, int cells, Ambiguous ambiguous) {
    EditLine line = {left, edit->text.len};
    size_t end = edit_line_byte(edit, line, cells, ambiguous);
    return end == left ? left + unit_at(edit, left).len : end;
}

static void view_line(const TextEdit *edit, const Canvas *canvas) {
    Ambiguous ambiguous = canvas->grid->ambiguous;
    int cols = canvas->cols, col = 0;
    bool marks = cols >= LEAST_COLS_FOR_MARKS;
    size_t left = first_byte(edit, cols, ambiguous), from = left;
    size_t end = last_byte(edit, left, cols, ambiguous);
    if (marks && end < edit->text.len) {
        end = last_byte(edit, left, cols - 1, ambiguous);
        paint_mark_cut(canvas, cols - 1, 0);
    }
    if (marks && left > 0) {
        from += unit_at(edit, left).len;
        col = edit_cells(edit, left, from, ambiguous);
        paint_mark_cut(canvas, 0, 0);
    }
    paint_units(edit, canvas, col, 0, from, MAX_OF(end, from));
    paint_cursor(canvas, edit_cells(edit, left, edit->cursor, ambiguous), 0, true);
}

static void view_lines(const TextEdit *edit, const Canvas *canvas, int *above, int *below) {
    Ambiguous ambiguous = canvas->grid->ambiguous;
    int row, col;
    EditLines lines = text_edit_lines(edit, canvas->frame, canvas->cols, ambiguous);
    text_edit_place(edit, lines, ambiguous, &row, &col);
    int count = (int)lines.count, top = first_row(edit, row, canvas->rows, count);
    for (int i = top; i < MIN_OF(top + canvas->rows, count); i++)
        paint_units(edit, canvas, 0, i - top, lines.at[i].from, lines.at[i].to);
    paint_cursor(canvas, col, row - top, true);
    *above = top;
    *below = MAX_OF(count - top - canvas->rows, 0);
}

void text_edit_view(const TextEdit *edit, const Canvas *canvas, int *more_above, int *more_below) {
    TextEdit shown = *edit;
    int above = 0, below = 0;
    shown.substitute = canvas->grid->substitute;
    for (int row = 0; row < canvas->rows; row++)
        paint_blank(canvas, 0, row, canvas->cols, STYLE_FIELD);
    if (canvas->cols > 0 && canvas->rows > 0 && edit->many_lines)
        view_lines(&shown, canvas, &above, &below);
    else if (canvas->cols > 0 && canvas->rows > 0)
        view_line(&shown, canvas);
    if (more_above != NULL)
        *more_above = above;
    if (more_below != NULL)
        *more_below = below;
}
