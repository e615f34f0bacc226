/* See list.h. */
#include "ui/list.h"

static int line_of(const List *list, int item) {
    int line = 0;
    for (int i = 0; i < item; i++)
        line += list->height(list->context, i);
    return line;
}

int list_lines(const List *list) {
    return line_of(list, list->count);
}

int list_top(const List *list, const ListState *state, int rows) {
    if (list->count == 0 || rows <= 0)
        return 0;
    int selected = MAX_OF(MIN_OF(state->selected, list->count - 1), 0);
    int first = line_of(list, selected);
    int last = first + list->height(list->context, selected);
    int top = MIN_OF(state->top, MAX_OF(first, last - rows));
    top = MAX_OF(top, MIN_OF(first, last - rows));
    top = MIN_OF(top, MAX_OF(list_lines(list) - rows, 0));
    return MAX_OF(MIN_OF(top, last - 1), 0);
}

bool list_move(const List *list, ListState *state, int by) {
    int to = MAX_OF(MIN_OF(state->selected + by, list->count - 1), 0);
    bool moved = to != state->selected;
    state->selected = to;
    return moved;
}

bool list_step(const List *list, ListState *state, int rows, int direction) {
    if (state->selected < 0 || state->selected >= list->count)
        return list_move(list, state, direction); /* from where nothing is selected yet */
    int first = line_of(list, state->selected), top = list_top(list, state, rows);
    int last = list->count == 0 ? 0 : first + list->height(list->context, state->selected);
    int to = top + direction * MAX_OF(rows - 1, 1);
    int end = direction > 0 ? last - rows : first; /* as far as that item goes */
    if (last - first > rows && direction * (end - top) > 0) {
        state->top = direction > 0 ? MIN_OF(to, end) : MAX_OF(to, end);
        return true;
    }
    return list_move(list, state, direction);
}

bool list_page(const List *list, ListState *state, int rows, int direction) {
    int lines = 0, by = 0;
    int at = MAX_OF(state->selected, 0);
    while (at + by * direction >= 0 && at + by * direction < list->count) {
        lines += list->height(list->context, at + by * direction);
        if (lines > rows)
            break;
        by++;
    }
    return list_move(list, state, MAX_OF(by, 1) * direction);
}

void list_settle(const List *list, ListState *state, int rows) {
    state->top = list_top(list, state, rows);
}

/* Tells which of those that can be selected this is; returns the number for the next. */
static int note_choice(const List *list, const Canvas *part, int item, int number) {
    int row = list->lead == NULL ? 0 : list->lead(list->context, item);
    if (row < 0)
        return number;
    if (row >= part->clip_top && row < part->clip_bottom)
        grid_note_item(part->grid, part->row + row, number);
    return number + 1;
}

void list_view(const List *list, const ListState *state, const Canvas *canvas) {
    int line = -list_top(list, state, canvas->rows), number = 1;
    for (int item = 0; item < list->count && line < canvas->rows; item++) {
        int height = list->height(list->context, item);
        Canvas part = canvas_shifted(canvas, line, height);
        if (line + height > 0)
            list->paint(list->context, &part, item, item == state->selected);
        number = note_choice(list, &part, item, number);
        line += height;
    }
}
