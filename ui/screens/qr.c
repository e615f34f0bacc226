/*
 * An address or number as a QR code, for a telephone to scan from the screen, with the text below
 * it. A module is half a cell high where half blocks take one cell (they are ambiguous:
 * terminal.md); else it is two blank cells in black or white, which every terminal draws alike.
 * Around it stand two modules of light; ISO/IEC 18004 wants four, the rest is the page's blank.
 */
#include "ui/share.h"
#include "ui/screens/screens.h"

enum { QUIET = 2 };

/* What is scanned: a number that can be called, an address that can be written to. */
static const char *code_text(Arena *arena, const QrState *state) {
    if (strcmp(state->label, "Phone number") == 0)
        return arena_printf(arena, "tel:%s", state->text);
    if (strcmp(state->label, "E-mail address") == 0)
        return arena_printf(arena, "mailto:%s", state->text);
    return state->text;
}

static void qr_begin(App *app, ScreenState *screen) {
    app_ask(app, (Effect){.kind = EFFECT_MAKE_QR, .text = code_text(&app->scratch, &screen->qr)});
}

static bool qr_command(App *app, ScreenState *screen, CommandId command) {
    switch (command) {
    case CMD_NEXT:
        screen->qr.swapped = !screen->qr.swapped;
        return true;
    case CMD_COPY:
        share_copy(app, screen->qr.text, screen->qr.text);
        return true;
    case CMD_OPEN:
    case CMD_RIGHT:
    case CMD_QR:
    case CMD_LEAVE:
        app_back(app);
        return true;
    default:
        return false;
    }
}

/* ---- painting ---- */

typedef struct Code {
    const Qr *qr;
    bool blocks; /* half blocks: two modules in a cell, one above the other */
    bool swapped;
    int cols, rows; /* cells it takes, with its quiet zone */
} Code;

static Code code_of(const App *app, const QrState *state, const Canvas *body) {
    const Qr *qr = &app->late.qr;
    bool plain = body->grid->ascii || body->grid->substitute;
    int side = qr->side + 2 * QUIET;
    Code code = {.qr = qr,
                 .blocks = app->ambiguous == AMBIGUOUS_NARROW && !plain,
                 .swapped = state->swapped};
    code.cols = code.blocks ? side : 2 * side;
    code.rows = code.blocks ? (side + 1) / 2 : side;
    return code;
}

static bool is_dark(const Code *code, int col, int row) {
    return qr_dark(code->qr, col - QUIET, row - QUIET) != code->swapped;
}

/* The style's text is dark on light; a cell whose halves are alike needs no block. */
static void paint_halves(const Canvas *canvas, const Code *code, int col, int row) {
    bool above = is_dark(code, col, 2 * row), below = is_dark(code, col, 2 * row + 1);
    Style style = above && below ? STYLE_DARK : STYLE_LIGHT;
    paint(canvas, col, row, style, above == below ? " " : above ? "▀" : "▄");
}

static void paint_code(const Canvas *canvas, const Code *code) {
    for (int row = 0; row < code->rows; row++)
        for (int col = 0; col < (code->blocks ? code->cols : code->cols / 2); col++)
            if (code->blocks)
                paint_halves(canvas, code, col, row);
            else
                paint_blank(canvas, 2 * col, row, 2,
                            is_dark(code, col, row) ? STYLE_DARK : STYLE_LIGHT);
}

/* Why there is none, or how much room it wants. */
static const char *why_not(const App *app, const Code *code, const Canvas *part) {
    if (!is_absent(app->late.qr_why))
        return app->late.qr_why;
    if (code->cols <= part->cols && code->rows <= part->rows)
        return NULL;
    int more_rows = MAX_OF(code->rows - part->rows, 0),
        more_cols = MAX_OF(code->cols - part->cols, 0);
    return arena_printf(part->frame, _("The code needs a window of %d columns and %d rows."),
                        app->cols + more_cols, app->rows + more_rows);
}

static void qr_view(const App *app, const ScreenState *screen, const Canvas *body) {
    enum { HEAD = 2, FOOT = 2 };
    const QrState *state = &screen->qr;
    for (int row = 0; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    bool brief = body->rows < 24; /* then the code needs every row */
    int head = brief ? 0 : HEAD;
    if (!brief)
        screen_heading(body, 0, _(state->label), "");
    Canvas part = canvas_part(body, 0, head, body->cols, body->rows - head - 1);
    Code code = code_of(app, state, body);
    const char *why = why_not(app, &code, &part);
    Canvas box =
        canvas_part(&part, MAX_OF((part.cols - code.cols) / 2, 0), 0, code.cols, code.rows);
    if (why == NULL)
        paint_code(&box, &code);
    else
        screen_paint_lines(&part, 2, 1, STYLE_BODY,
                           screen_lines(app, body->frame, why, body->cols - 4));
    int below = why == NULL ? head + code.rows : head + 4;
    int col = MAX_OF((body->cols - paint_width(body, state->text)) / 2, 0);
    paint_fit(body, col, MIN_OF(below, body->rows - 1), body->cols - col, STYLE_STRONG,
              state->text);
    paint_cursor(body, col, MIN_OF(below, body->rows - 1), false);
}

static void qr_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("QR code"));
}

static void qr_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "label", screen->qr.label);
    keep_text(keep, "text", screen->qr.text);
}

static bool qr_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    screen->qr.label = recall_text(recall, "label");
    screen->qr.text = recall_text(recall, "text");
    return !is_absent(screen->qr.label) && !is_absent(screen->qr.text);
}

const ScreenClass screen_qr = {
    .name = "qr",
    .is_popup = true,
    .crumbs = qr_crumbs,
    .step = screen_no_step,
    .command = qr_command,
    .keep = qr_keep,
    .recall = qr_recall,
    .begin = qr_begin,
    .view = qr_view,
    .hints = {{CMD_BACK, N_("close")}, {CMD_NEXT, N_("swap black and white")}, {CMD_COPY, NULL}},
};
