/*
 * A page of set text (report/doc.h) that scrolls and whose links are walked with Tab: the
 * body of the card, of a provider and of a figure. Where it stands is kept as a place in the
 * text, not as a number of lines, so that another width or language does not lose it.
 */
#ifndef KAIRO_UI_PAGE_H
#define KAIRO_UI_PAGE_H

#include "report/doc.h"
#include "ui/commands.h"
#include "ui/paint.h"

typedef struct PageState {
    int block, line; /* first line shown: a block of the Doc, and which of its lines */
    int link;        /* index of the link that has the focus, or -1 */
    /* Where n stands among the words that were looked for: a block of the Doc, and one more than
       which of its lines; 0: nowhere. */
    int find_block, find_line;
} PageState;

typedef struct PageShape {
    int margin, cells; /* left margin and width of the text, in cells */
} PageShape;

/* Margins on wide screens, lines no longer than about 38 kanji. */
PageShape page_shape(int cols);

/*
 * Scrolling and links. `lines` is the page as laid out for the canvas, `rows` its height.
 * Returns false for a command that is not the page's.
 */
bool page_command(PageState *state, DocLines lines, int rows, CommandId command);

/* The first line to show: the place remembered, held to the page and to the focused link. */
int page_top(const PageState *state, DocLines lines, int rows);

/* How a role looks on a page of that step. */
Style page_style(DocRole role, int step);
/* The line where n stands, or -1; and going to another, scrolled only when it is out of sight. */
int page_find_line(const PageState *state, DocLines lines);
void page_go_to(PageState *state, DocLines lines, int rows, int line);

void page_view(const PageState *state, const Doc *doc, DocLines lines, const Canvas *canvas);

#endif
