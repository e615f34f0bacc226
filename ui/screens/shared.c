/* Small things that several screens are made of. */
#include "ui/screens/screens.h"

#include "report/words.h"

void crumb(Crumbs *crumbs, const char *text) {
    if (crumbs->count < CRUMBS_MOST)
        crumbs->at[crumbs->count++] = text;
}

void crumb_from_home(Crumbs *crumbs, const char *text) {
    crumbs->count = MIN_OF(crumbs->count, 1);
    crumb(crumbs, text);
}

int screen_no_step(const App *app, const ScreenState *state) {
    (void)app;
    (void)state;
    return 0;
}

Subject screen_program_subject(const Program *program) {
    if (program == NULL)
        return (Subject){.id = "", .name = ""};
    return (Subject){BOOKMARK_PROGRAM, program->id, words_program_name(program), program};
}

/* A link is kept as its number plus one, so that none is 0. */
void screen_keep_page(const PageState *page, Keep *keep) {
    keep_number(keep, "block", page->block);
    keep_number(keep, "line", page->line);
    keep_number(keep, "link", page->link + 1);
}

void screen_recall_page(PageState *page, const Recall *recall) {
    page->block = (int)recall_number(recall, "block", 0, INT16_MAX);
    page->line = (int)recall_number(recall, "line", 0, INT16_MAX);
    page->link = (int)recall_number(recall, "link", 1, INT16_MAX) - 1;
}

void screen_mark(const Canvas *item) {
    paint(item, 0, 0, STYLE_PICK, " ");
    paint(item, 1, 0, STYLE_PICK, mark_selected(item->grid));
    paint_cursor(item, 2, 0, false);
}

/* ---- text of several lines ---- */

WrapLines screen_lines(const App *app, Arena *arena, const char *text, int cols) {
    return text_wrap(arena, str(text), MAX_OF(cols, 2), app->ambiguous);
}

void screen_paint_lines(const Canvas *canvas, int col, int row, Style style, WrapLines lines) {
    for (size_t i = 0; i < lines.count; i++)
        paint_text(canvas, col, row + (int)i, style, lines.at[i].text);
}

/* ---- what lies below ---- */

void screen_more(const Canvas *canvas, int end, int row, const char *text) {
    const char *key = command_first_key(canvas->frame, CMD_PAGE_DOWN);
    int begin = paint_right(canvas, end, row, STYLE_DIM, text);
    paint_right(canvas, begin - 1, row, STYLE_KEY, key);
}

/* Items whose last line is not seen. */
static int items_below(const List *list, const ListState *state, int rows) {
    int line = -list_top(list, state, rows);
    for (int item = 0; item < list->count; item++) {
        line += list->height(list->context, item);
        if (line > rows)
            return list->count - item;
    }
    return 0;
}

void screen_more_items(const List *list, const ListState *state, const Canvas *box) {
    int rest = items_below(list, state, box->rows);
    if (rest == 0)
        return;
    Canvas whole = canvas_whole(box->grid, box->frame);
    screen_more(&whole, MIN_OF(box->col + box->cols, whole.cols - 1), box->row + box->rows,
                /* TRANSLATORS: items of a list that lie below what is seen. */
                arena_printf(box->frame, tr_plural("%d more", "%d more", rest), rest));
}

void screen_more_items_below(const List *list, const ListState *state, const Canvas *box) {
    if (box->row + box->rows < box->grid->rows - 1)
        screen_more_items(list, state, box);
}

bool screen_list_command(const List *list, ListState *state, int rows, CommandId command) {
    switch (command) {
    case CMD_UP:
        list_move(list, state, -1);
        break;
    case CMD_DOWN:
        list_move(list, state, 1);
        break;
    case CMD_PAGE_UP:
        list_page(list, state, rows, -1);
        break;
    case CMD_PAGE_DOWN:
        list_page(list, state, rows, 1);
        break;
    case CMD_FIRST:
        list_move(list, state, -list->count);
        break;
    case CMD_LAST:
        list_move(list, state, list->count);
        break;
    default:
        return false;
    }
    list_settle(list, state, rows);
    return true;
}
