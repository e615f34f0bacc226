/* What must hold for a text field after any event: shared by its unit test and its fuzzing. */
#ifndef KAIRO_TEST_EDIT_SOUND_H
#define KAIRO_TEST_EDIT_SOUND_H

#include "text/clean.h"
#include "text/cluster.h"
#include "ui/text_edit_parts.h"

/* Where a field is shown: in the middle of a grid, so that paint beside it is noticed. */
enum { SOUND_LEFT = 3, SOUND_TOP = 2 };

static inline Canvas sound_canvas(Grid *grid, Arena *frame, int cols, int rows) {
    grid_resize(grid, cols + 2 * SOUND_LEFT, rows + 2 * SOUND_TOP);
    Canvas whole = canvas_whole(grid, frame);
    return canvas_part(&whole, SOUND_LEFT, SOUND_TOP, cols, rows);
}

static inline bool is_at_cluster_edge(const TextEdit *edit) {
    size_t at = 0;
    while (at < edit->cursor)
        at += text_cluster(str_skip(buf_str(&edit->text), at));
    return at == edit->cursor;
}

/* An event of any kind; half of them are typed characters and pastes. */
static inline Event sound_event(uint32_t pick, uint32_t rune, Str paste) {
    static const Key keys[] = {
        {K_LEFT, 0, 0},          {K_RIGHT, 0, 0},         {K_UP, 0, 0},
        {K_DOWN, 0, 0},          {K_HOME, 0, 0},          {K_END, 0, 0},
        {K_PAGE_UP, 0, 0},       {K_PAGE_DOWN, 0, 0},     {K_BACKSPACE, 0, 0},
        {K_DELETE, 0, 0},        {K_ENTER, 0, 0},         {K_RUNE, MOD_CTRL, 'w'},
        {K_RUNE, MOD_CTRL, 'k'}, {K_RUNE, MOD_CTRL, 'u'}, {K_RUNE, MOD_CTRL, 'z'},
        {K_TAB, 0, 0},           {K_RUNE, MOD_ALT, 'x'},  {K_NONE, 0, 0},
    };
    pick %= 2 * COUNT_OF(keys);
    if (pick < COUNT_OF(keys))
        return (Event){.kind = EVENT_KEY, .key = keys[pick]};
    if (pick < COUNT_OF(keys) + 4)
        return (Event){.kind = EVENT_PASTE, .text = paste};
    return (Event){.kind = EVENT_KEY, .key = {.code = K_RUNE, .rune = rune}};
}

/* Every byte is in one line, and every line fits. */
static inline bool lines_are_sound(const TextEdit *edit, EditLines lines, int cols,
                                   Ambiguous ambiguous) {
    size_t at = 0;
    for (size_t i = 0; i < lines.count; i++) {
        EditLine line = lines.at[i];
        if (i > 0 && line.from == at + 1 && edit->text.at[at] == '\n')
            at++;
        if (line.from != at || line.to < at)
            return false;
        Str text = str_n(edit->text.at + line.from, line.to - line.from);
        bool fits = edit_cells(edit, line.from, line.to, ambiguous) <= cols;
        if (edit->many_lines && !fits && edit_unit(text) < text.len)
            return false;
        at = line.to;
    }
    return at == edit->text.len;
}

static inline bool is_field_cell(const Cell *cell) {
    uint32_t rune = cell->runes[0];
    bool shown = cell->cells == 0 || (rune >= ' ' && !(rune >= 0x7F && rune <= 0x9F));
    return shown && (cell->style == STYLE_FIELD || cell->style == STYLE_DIM);
}

/* The field's cells are the field's, and no others are touched. */
static inline bool cells_are_sound(const Canvas *canvas) {
    const Grid *grid = canvas->grid;
    for (int row = 0; row < grid->rows; row++)
        for (int col = 0; col < grid->cols; col++) {
            const Cell *cell = grid_cell(grid, col, row);
            bool inside = col >= canvas->col && col < canvas->col + canvas->cols &&
                          row >= canvas->row && row < canvas->row + canvas->rows;
            bool blank = cell->runes[0] == ' ' && cell->style == STYLE_BODY;
            if (inside ? !is_field_cell(cell) : !blank)
                return false;
            bool whole = cell->cells != 2 || (col + 1 < grid->cols && cell[1].cells == 0);
            if (!whole || (cell->cells == 0 && (col == 0 || cell[-1].cells != 2)))
                return false;
        }
    return true;
}

static inline bool cursor_is_inside(const Canvas *canvas) {
    int col = canvas->grid->cursor_col - canvas->col, row = canvas->grid->cursor_row - canvas->row;
    return canvas->grid->cursor_in_text && col >= 0 && col < canvas->cols && row >= 0 &&
           row < canvas->rows;
}

/* Under the cursor is painted what follows it in the text. */
static inline bool cursor_is_there(const TextEdit *edit, const Canvas *canvas) {
    const Grid *grid = canvas->grid;
    const Cell *cell = grid_cell(grid, grid->cursor_col, grid->cursor_row);
    Str rest = str_skip(buf_str(&edit->text), edit->cursor);
    Str unit = str_n(rest.at, edit_unit(rest));
    bool ends = unit.len == 0 || (edit->many_lines && unit.at[0] == '\n');
    int cells = edit_unit_cells(edit, unit, grid->ambiguous);
    if (canvas->cols < (edit->many_lines ? cells : 2 * EDIT_UNIT_CELLS))
        return true; /* too narrow to show it whole */
    uint32_t rune = ' ';
    if (!ends &&
        text_decode(edit_unit_painted(edit, canvas->frame, unit, grid->ambiguous), &rune) == 0)
        return true; /* nothing to be seen there */
    return cell->runes[0] == rune;
}

/* NULL, or what is wrong. `given` is the length of the text it began with. */
static inline const char *edit_unsound(const TextEdit *edit, size_t given, const Canvas *canvas) {
    Ambiguous ambiguous = canvas->grid->ambiguous;
    TextEdit shown = *edit; /* as the view sees it */
    shown.substitute = canvas->grid->substitute;
    if (!text_is_utf8(buf_str(&edit->text)))
        return "the text is not UTF-8";
    if (edit->text.len > MAX_OF(edit->most, given))
        return "the text is longer than most";
    if (edit->cursor > edit->text.len || !is_at_cluster_edge(edit))
        return "the cursor is inside a cluster";
    if (edit_edge_before(edit, edit->cursor) != edit->cursor)
        return "the cursor is inside a unit";
    EditLines lines = text_edit_lines(&shown, canvas->frame, canvas->cols, ambiguous);
    if (!lines_are_sound(&shown, lines, canvas->cols, ambiguous))
        return "the lines are not the text";
    text_edit_view(edit, canvas, NULL, NULL);
    if (!cells_are_sound(canvas))
        return "the cells are not sound";
    if (!cursor_is_inside(canvas))
        return "the cursor is outside the field";
    if (!cursor_is_there(&shown, canvas))
        return "the cursor is not where its text is";
    return NULL;
}

#endif
