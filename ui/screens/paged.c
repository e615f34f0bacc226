/* See paged.h. */
#include "ui/screens/paged.h"

#include "ui/share.h"
#include "ui/screens/found.h"

static DocLines lay_out(const App *app, const ScreenState *screen, PageBuild build, Arena *arena,
                        Doc *doc) {
    doc_init(doc, arena, screen_class(screen->id)->step(app, screen));
    doc->acts = true;
    build(app, screen, doc);
    DocSetting setting = {page_shape(app->cols).cells, app->ambiguous, app->substitute};
    return doc_layout(doc, arena, &setting);
}

/* The link that has the focus; else the page, or what it is about. */
static bool share(App *app, const ScreenState *screen, const Doc *doc, int link,
                  CommandId command) {
    const DocLink *to = link >= 0 && (size_t)link < doc->link_count ? &doc->links[link] : NULL;
    if (to != NULL && share_label(to->kind) == NULL)
        to = NULL;
    Subject subject = app_subject(app, screen, &app->scratch);
    if (command == CMD_QR) {
        if (to != NULL)
            return share_open_link_qr(app, to);
        if (subject.program == NULL)
            app_say(app, "%s", _("Choose an address or number with Tab first."));
        else
            share_open_program_qr(app, subject.program);
        return true;
    }
    if (to != NULL)
        share_copy(app, to->target, to->target);
    else
        share_copy_page(app, is_absent(subject.name) ? _("this page") : subject.name, doc);
    return true;
}

/* ---- n and N ---- */

/* From where n stands, or from what is seen when that is not. */
static int find_from(const PageState *page, DocLines lines, int rows, int direction) {
    int at = page_find_line(page, lines), top = page_top(page, lines, rows);
    if (at >= top && at < top + rows)
        return at;
    return direction > 0 ? top - 1 : top + rows;
}

bool paged_find(App *app, const ScreenState *screen, PageState *page, PageBuild build,
                int direction) {
    Doc doc;
    DocLines lines = lay_out(app, screen, build, &app->scratch, &doc);
    FoundMarks marks = found_in_page(app, &app->scratch, &doc, lines, 0, (int)lines.count);
    int rows = app_body_rows(app), at = find_from(page, lines, rows, direction), to = -1;
    for (size_t i = 0; i < marks.count; i++) {
        int line = marks.at[i].line;
        if (direction > 0 ? line > at && to < 0 : line < at)
            to = line;
    }
    if (to >= 0)
        page_go_to(page, lines, rows, to);
    return to >= 0;
}

static void find_or_say(App *app, const ScreenState *screen, PageState *page, PageBuild build,
                        int direction) {
    if (!paged_find(app, screen, page, build, direction))
        app_say(app,
                direction > 0 ? _("\"%s\" is not found further down.")
                              : _("\"%s\" is not found further up."),
                app->find.words);
}

bool paged_command(App *app, const ScreenState *screen, PageState *page, PageBuild build,
                   CommandId command) {
    Doc doc;
    if (command == CMD_FIND_NEXT || command == CMD_FIND_PREVIOUS) {
        find_or_say(app, screen, page, build, command == CMD_FIND_NEXT ? 1 : -1);
        return true;
    }
    DocLines lines = lay_out(app, screen, build, &app->scratch, &doc);
    if (page_command(page, lines, app_body_rows(app), command))
        return true;
    if (command == CMD_COPY || command == CMD_QR)
        return share(app, screen, &doc, page->link, command);
    bool follows =
        command == CMD_OPEN || command == CMD_RIGHT || (command == CMD_ADDRESS && page->link >= 0);
    if (!follows || page->link < 0 || (size_t)page->link >= doc.link_count)
        return false;
    app_follow(app, &doc, page->link);
    return true;
}

const char *paged_disabled(const PageState *page, CommandId command) {
    bool needs_link = command == CMD_OPEN || command == CMD_RIGHT || command == CMD_ADDRESS;
    return needs_link && page->link < 0 ? _("Choose a link with Tab first.") : NULL;
}

/* How much of the page lies below, in the blank line under the body where there is one. */
static void more_below(const Canvas *body, const PageState *page, DocLines lines) {
    int rest = (int)lines.count - page_top(page, lines, body->rows) - body->rows;
    if (rest <= 0 || body->row + body->rows >= body->grid->rows - 1)
        return;
    Canvas below = canvas_whole(body->grid, body->frame);
    PageShape shape = page_shape(body->cols);
    screen_more(&below, shape.margin + shape.cells, body->row + body->rows,
                arena_printf(body->frame, tr_plural("%d more line", "%d more lines", rest), rest));
}

/* What the page is about may have a bookmark: its mark stands left of the title's bar; that of a
   program to compare on it. */
static void marks(const App *app, const ScreenState *screen, const Canvas *body) {
    Subject subject = app_subject(app, screen, body->frame);
    int col = MAX_OF(page_shape(body->cols).margin - 1, 0);
    if (!is_absent(subject.id) && work_is_bookmarked(app, subject.kind, subject.id))
        paint(body, col, 0, STYLE_BODY, mark_bookmark());
    if (subject.program != NULL && compared_find(app, subject.program) >= 0)
        paint(body, page_shape(body->cols).margin, 0,
              STYLE_BAR(screen_class(screen->id)->step(app, screen)), mark_compared());
}

/* The words that are on; where n stands, as what is selected. */
static void mark_found(const App *app, const Canvas *body, const PageState *page, const Doc *doc,
                       DocLines lines) {
    PageShape shape = page_shape(body->cols);
    Canvas text = canvas_part(body, shape.margin, 0, shape.cells, body->rows);
    int top = page_top(page, lines, body->rows), here = page_find_line(page, lines);
    FoundMarks marks = found_in_page(app, body->frame, doc, lines, top, top + body->rows);
    for (size_t i = 0; i < marks.count; i++) {
        const FoundMark *mark = &marks.at[i];
        paint_found(&text, mark->col, mark->line - top, mark->cells, mark->line == here);
        if (mark->line == here && page->link < 0)
            paint_cursor(&text, mark->col, here - top, false);
    }
}

void paged_view(const App *app, const ScreenState *screen, const PageState *page, PageBuild build,
                const Canvas *body) {
    Doc doc;
    DocLines lines = lay_out(app, screen, build, body->frame, &doc);
    page_view(page, &doc, lines, body);
    mark_found(app, body, page, &doc, lines);
    if (page_top(page, lines, body->rows) == 0)
        marks(app, screen, body);
    more_below(body, page, lines);
}
