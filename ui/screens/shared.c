/* Small things that several screens are made of. */
#include "ui/screens/screens.h"

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

void screen_mark(const Canvas *item) {
    paint(item, 0, 0, STYLE_PICK, " ");
    paint(item, 1, 0, STYLE_PICK, mark_selected(item->grid));
    paint_cursor(item, 2, 0, false);
}

bool screen_list_command(const List *list, ListState *state, int rows,
                         CommandId command) {
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
