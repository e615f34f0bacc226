/* See page.h. */
#include "ui/page.h"

#include "base/tr.h"

enum { TEXT_MOST = 76 };

PageShape page_shape(int cols) {
    int margin = cols >= 60 ? 2 : cols >= 40 ? 1 : 0;
    int cells = MIN_OF(cols - 2 * margin, TEXT_MOST);
    if (cols > 100)
        margin = (cols - cells) / 2;
    return (PageShape){margin, MAX_OF(cells, 2)};
}

static int held(int top, DocLines lines, int rows) {
    return MAX_OF(MIN_OF(top, (int)lines.count - rows), 0);
}

static int first_line_of(DocLines lines, int link) {
    for (size_t i = 0; i < lines.count; i++)
        if (lines.at[i].link == link)
            return (int)i;
    return -1;
}

static int last_line_of(DocLines lines, int link) {
    int last = -1;
    for (size_t i = 0; i < lines.count; i++)
        if (lines.at[i].link == link)
            last = (int)i;
    return last;
}

/* A line by its block; the last of the block where that has become shorter. */
static int line_of_block(DocLines lines, int block, int nth) {
    int count = (int)lines.count, first = 0;
    while (first < count && lines.at[first].block < block)
        first++;
    int line = first;
    while (line < first + nth && line + 1 < count && lines.at[line + 1].block == block)
        line++;
    return line;
}

/* The first line shown, as it was remembered. */
static int remembered_line(const PageState *state, DocLines lines) {
    return line_of_block(lines, state->block, state->line);
}

/* Which line of its block a line is. */
static int nth_of_block(DocLines lines, int line) {
    int nth = 0;
    while (line - nth > 0 && lines.at[line - nth - 1].block == lines.at[line].block)
        nth++;
    return nth;
}

static void remember_line(PageState *state, DocLines lines, int line) {
    if (lines.count == 0)
        return;
    state->block = lines.at[line].block;
    state->line = nth_of_block(lines, line);
}

/* `top` moved as little as shows the link that has the focus. */
static int showing_link(int top, int link, DocLines lines, int rows) {
    int first = link < 0 ? -1 : first_line_of(lines, link);
    if (first < 0)
        return top;
    return MIN_OF(MAX_OF(top, last_line_of(lines, link) - rows + 1), first);
}

int page_top(const PageState *state, DocLines lines, int rows) {
    int top = held(remembered_line(state, lines), lines, rows);
    return showing_link(top, state->link, lines, rows);
}

/* The next link, in the order of the page, from the focus or from what is seen. */
static int step_link(const PageState *state, DocLines lines, int rows, int direction) {
    int at = state->link >= 0 ? first_line_of(lines, state->link)
                              : page_top(state, lines, rows) + (direction > 0 ? -1 : rows);
    for (int i = at + direction; i >= 0 && i < (int)lines.count; i += direction)
        if (lines.at[i].link >= 0 && lines.at[i].link != state->link)
            return lines.at[i].link;
    return state->link;
}

/* A link scrolled out of sight loses the focus: Enter must never open what is not seen. */
static void scroll_to(PageState *state, DocLines lines, int rows, int line) {
    int top = held(line, lines, rows);
    int first = state->link < 0 ? -1 : first_line_of(lines, state->link);
    if (first < top || first >= top + rows)
        state->link = -1;
    remember_line(state, lines, top);
}

int page_find_line(const PageState *state, DocLines lines) {
    if (state->find_line == 0 || lines.count == 0)
        return -1;
    return MIN_OF(line_of_block(lines, state->find_block, state->find_line - 1),
                  (int)lines.count - 1);
}

/* Some lines are left above it, for what it belongs to. */
void page_go_to(PageState *state, DocLines lines, int rows, int line) {
    int top = page_top(state, lines, rows);
    if (line < top || line >= top + rows)
        scroll_to(state, lines, rows, line - rows / 3);
    state->link = -1;
    state->find_block = lines.at[line].block;
    state->find_line = nth_of_block(lines, line) + 1;
}

static void walk_links(PageState *state, DocLines lines, int rows, int direction) {
    int top = page_top(state, lines, rows);
    state->link = step_link(state, lines, rows, direction);
    remember_line(state, lines, showing_link(top, state->link, lines, rows));
}

bool page_command(PageState *state, DocLines lines, int rows, CommandId command) {
    int top = page_top(state, lines, rows);
    switch (command) {
    case CMD_UP:
        scroll_to(state, lines, rows, top - 1);
        return true;
    case CMD_DOWN:
        scroll_to(state, lines, rows, top + 1);
        return true;
    case CMD_PAGE_UP:
        scroll_to(state, lines, rows, top - MAX_OF(rows - 1, 1));
        return true;
    case CMD_PAGE_DOWN:
        scroll_to(state, lines, rows, top + MAX_OF(rows - 1, 1));
        return true;
    case CMD_FIRST:
        scroll_to(state, lines, rows, 0);
        return true;
    case CMD_LAST:
        scroll_to(state, lines, rows, (int)lines.count);
        return true;
    case CMD_NEXT:
    case CMD_PREVIOUS:
        walk_links(state, lines, rows, command == CMD_NEXT ? 1 : -1);
        return true;
    default:
        return false;
    }
}

Style page_style(DocRole role, int step) {
    switch (role) {
    case ROLE_DIM:
    case ROLE_LABEL:
        return STYLE_DIM;
    case ROLE_STRONG:
        return STYLE_STRONG;
    case ROLE_TITLE:
        return STYLE_BAR(step);
    case ROLE_SECTION:
        return STYLE_STEP(step);
    case ROLE_GOOD:
        return STYLE_GOOD;
    case ROLE_WARN:
        return STYLE_WARN;
    case ROLE_FAINT:
        return STYLE_FAINT;
    case ROLE_LINK:
        return STYLE_LINK;
    case ROLE_BAR:
        return STYLE_BAR(step);
    default:
        return STYLE_BODY;
    }
}

static bool is_title(const DocLine *line) {
    return line->spans.count > 0 && line->spans.at[0].role == ROLE_TITLE;
}

static void paint_span(const Doc *doc, const DocSpan *span, const Canvas *canvas, int row,
                       bool focused) {
    Style style =
        focused && span->role == ROLE_LINK ? STYLE_LINK_FOCUS : page_style(span->role, doc->step);
    if (span->role == ROLE_BAR && !canvas->grid->ascii && !canvas->grid->substitute)
        paint_blank(canvas, span->col, row, span->cells, style);
    else
        paint_text(canvas, span->col, row, style, span->text);
}

static void paint_line(const PageState *state, const Doc *doc, const DocLine *line,
                       const Canvas *canvas, int row) {
    bool focused = line->link >= 0 && line->link == state->link;
    if (is_title(line))
        paint_blank(canvas, 0, row, canvas->cols, STYLE_BAR(doc->step));
    for (size_t i = 0; i < line->spans.count; i++)
        paint_span(doc, &line->spans.at[i], canvas, row, focused);
    if (focused && line->spans.count > 0)
        paint_cursor(canvas, line->spans.at[line->spans.count - 1].col, row, false);
}

static bool begins_link(DocLines lines, int line) {
    int link = lines.at[line].link;
    return link >= 0 && (line == 0 || lines.at[line - 1].link != link);
}

/* How many links there are up to this line: as often Tab is pressed from the top. */
static int links_up_to(DocLines lines, int line) {
    int count = 0;
    for (int i = 0; i <= line; i++)
        count += begins_link(lines, i);
    return count;
}

void page_view(const PageState *state, const Doc *doc, DocLines lines, const Canvas *canvas) {
    PageShape shape = page_shape(canvas->cols);
    Canvas text = canvas_part(canvas, shape.margin, 0, shape.cells, canvas->rows);
    int top = page_top(state, lines, canvas->rows);
    for (int row = 0; row < canvas->rows && top + row < (int)lines.count; row++) {
        paint_line(state, doc, &lines.at[top + row], &text, row);
        if (begins_link(lines, top + row))
            grid_note_link(canvas->grid, canvas->row + row, links_up_to(lines, top + row));
    }
}
