/*
 * An address or number, whole, on lines of its own from the left edge, so that a terminal's
 * own selection (mouse or copy mode) takes exactly it. A popup over the card.
 */
#include "ui/screens/screens.h"
#include "ui/share.h"

/* Whether Enter opens it in a browser; else it closes the popup, as it does on others. */
static bool opens(const App *app, const AddressState *state) {
    return app->can_browse && share_is_web_page(state->text);
}

static bool address_command(App *app, ScreenState *screen, CommandId command) {
    AddressState *state = &screen->address;
    switch (command) {
    case CMD_COPY:
        share_copy(app, state->text, state->text);
        return true;
    case CMD_QR:
        share_open_qr(app, state->label, state->text);
        return true;
    case CMD_OPEN:
    case CMD_RIGHT:
        if (opens(app, state))
            app_ask(app, (Effect){.kind = EFFECT_BROWSE, .text = state->text});
        else
            app_back(app);
        return true;
    case CMD_ADDRESS:
    case CMD_LEAVE:
        app_back(app);
        return true;
    default:
        return false;
    }
}

static const char *address_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool no_page = command == CMD_OPEN && !opens(app, &screen->address);
    return no_page ? _("A browser would not open on your own display.") : NULL;
}

static void address_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, _(screen->address.label));
}

/* Unwrapped where it fits; a longer one fills whole rows, as the terminal itself would. */
static void address_view(const App *app, const ScreenState *screen, const Canvas *body) {
    (void)app;
    const char *text = screen->address.text;
    int width = MAX_OF(paint_width(body, text), 1);
    int rows = (width + body->cols - 1) / body->cols;
    int first = MAX_OF(body->rows - rows - 5, 0);
    for (int row = first; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    first += first > 0 ? 1 : 0; /* a blank row parts it from the page */
    paint_blank(body, 0, first, body->cols, STYLE_BAR0);
    paint(body, 1, first, STYLE_BAR0, _(screen->address.label));
    Str rest = str(text);
    for (int row = 0; row < rows; row++) {
        int used = paint_text(body, 0, first + 2 + row, STYLE_STRONG, rest);
        rest = str_skip(rest, (size_t)MAX_OF(used, 1)); /* addresses are ASCII: a cell a byte */
    }
    paint_cursor(body, 0, first + 2, false);
}

const ScreenClass screen_address = {
    .name = "address",
    .is_popup = true,
    .crumbs = address_crumbs,
    .step = screen_no_step,
    .command = address_command,
    .disabled = address_disabled,
    .view = address_view,
    .hints = {{CMD_BACK, N_("close")},
              {CMD_COPY, NULL},
              {CMD_QR, NULL},
              {CMD_OPEN, N_("in a browser")}},
};
