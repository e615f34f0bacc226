/*
 * The plan as something to give away: which form (report/hand_out.h), then where to. The file is
 * written at the edge; y hands the text to the terminal instead, which over a line is the way
 * to the consultant's own machine.
 */
#include "ui/screens/screens.h"

#include "plan/slug.h"
#include "report/hand_out.h"
#include "ui/share.h"

enum { FORM_COL = 3, NAME_COLS = 12, TEXT_MOST = 512 * 1024 };

static const char *form_name(HandOutForm form) {
    static const char *const names[HAND_OUT_FORMS] = {
        /* TRANSLATORS: the next six name forms of a hand-out, at most 10 cells */
        [HAND_OUT_HTML] = N_("Page"), [HAND_OUT_TEXT] = N_("Text"),    [HAND_OUT_MD] = "Markdown",
        [HAND_OUT_CSV] = N_("Table"), [HAND_OUT_ICS] = N_("Calendar"), [HAND_OUT_JSON] = "JSON",
    };
    return _(names[form]);
}

static const char *form_use(HandOutForm form) {
    static const char *const uses[HAND_OUT_FORMS] = {
        [HAND_OUT_HTML] = N_("to print on A4 or send by mail (HTML)"),
        [HAND_OUT_TEXT] = N_("to send in a mail or print as it is"),
        [HAND_OUT_MD] = N_("for documents and wikis"),
        [HAND_OUT_CSV] = N_("for a spreadsheet (CSV)"),
        [HAND_OUT_ICS] = N_("the due dates, for a calendar (ICS)"),
        [HAND_OUT_JSON] = N_("for other programs"),
    };
    return _(uses[form]);
}

/* ---- writing ---- */

void export_to(App *app, const char *form, const char *path, bool again) {
    app_ask(app, (Effect){.kind = EFFECT_EXPORT, .text = form, .file = path, .again = again});
}

bool export_news(App *app, const News *news) {
    ScreenState *top = &app->stack[app->depth - 1];
    bool asks = top->id == SCREEN_PROMPT && top->prompt.kind == PROMPT_EXPORT;
    if (news->kind == NEWS_EXPORT_EXISTS) {
        if (asks)
            top->prompt.warned = true;
        app_say(app, _("%s is there already; Enter once more writes over it."), news->file);
        return true;
    }
    if (news->kind != NEWS_EXPORTED)
        return false;
    while (app->depth > 1 && (asks || app->stack[app->depth - 1].id == SCREEN_EXPORT)) {
        asks = false;
        app_back(app);
    }
    app_say(app, _("Written to %s. Notes and names of owners are in it."), news->file);
    return true;
}

/* The plan's name as a file's name, in the user's home. */
static const char *usual_path(App *app, HandOutForm form) {
    return arena_printf(&app->scratch, "~/%s.%s",
                        plan_slug(&app->scratch, str(app->work.plan.name)), hand_out_suffix(form));
}

static void copy_text(App *app) {
    Buf text;
    Err ignored;
    HandOut what = {.form = HAND_OUT_TEXT,
                    .catalogue = app->catalogue,
                    .plan = &app->work.plan,
                    .file = app->work.file,
                    .as_of = app->today,
                    .zone = app->zone,
                    .setting = {HAND_OUT_CELLS, app->ambiguous, app->substitute}};
    buf_init(&text, TEXT_MOST);
    hand_out_print(&text, &what, &ignored);
    share_copy(app, app->work.plan.name, text.at);
    buf_release(&text);
}

/* ---- the screen ---- */

static int row_height(const void *context, int item) {
    (void)context;
    (void)item;
    return 1;
}

static void row_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    (void)context;
    HandOutForm form = (HandOutForm)item;
    if (selected)
        screen_mark(canvas);
    paint_fit(canvas, FORM_COL, 0, NAME_COLS - 1, STYLE_BODY, form_name(form));
    paint_fit(canvas, FORM_COL + NAME_COLS, 0, canvas->cols - FORM_COL - NAME_COLS - 1, STYLE_DIM,
              form_use(form));
}

static List list_of(void) {
    return (List){HAND_OUT_FORMS, NULL, row_height, row_paint, NULL};
}

static int list_rows(int body_rows) {
    return MAX_OF(MIN_OF(body_rows - 1, (int)HAND_OUT_FORMS), 1);
}

static bool export_command(App *app, ScreenState *screen, CommandId command) {
    List list = list_of();
    HandOutForm form = (HandOutForm)screen->export.selected;
    if (screen_list_command(&list, &screen->export, list_rows(app_body_rows(app)), command))
        return true;
    switch (command) {
    case CMD_OPEN:
    case CMD_RIGHT:
        app_open_prompt(app, PROMPT_EXPORT, hand_out_name(form), usual_path(app, form));
        return true;
    case CMD_COPY:
        copy_text(app);
        return true;
    case CMD_EXPORT:
    case CMD_LEAVE:
        app_back(app);
        return true;
    default:
        return false;
    }
}

static const char *export_disabled(const App *app, const ScreenState *screen, CommandId command) {
    (void)screen;
    return command == CMD_OPEN && app->work.read_only ? work_why_fixed(app) : NULL;
}

static void export_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Hand-out"));
}

static void export_view(const App *app, const ScreenState *screen, const Canvas *body) {
    List list = list_of();
    int seen = list_rows(body->rows);
    bool airy = body->rows >= AIR_ROWS;
    int first = MAX_OF(body->rows - seen - (airy ? 4 : 1), 0);
    Canvas popup = screen_popup_canvas(body, first);
    screen_heading(&popup, first + (airy ? 1 : 0), _("Hand-out of the plan"), app->work.plan.name);
    Canvas box = canvas_part(&popup, 0, first + (airy ? 3 : 1), popup.cols, seen);
    list_view(&list, &screen->export, &box);
    screen_more_items_below(&list, &screen->export, &box);
}

static void export_keep(const App *app, const ScreenState *screen, Keep *keep) {
    (void)app;
    keep_text(keep, "form", hand_out_name((HandOutForm)screen->export.selected));
}

static bool export_recall(App *app, ScreenState *screen, const Recall *recall) {
    (void)app;
    HandOutForm form = hand_out_named(recall_text(recall, "form"));
    screen->export.selected = form == HAND_OUT_FORMS ? 0 : (int)form;
    return true;
}

const ScreenClass screen_export = {
    .name = "export",
    .is_popup = true,
    .crumbs = export_crumbs,
    .step = screen_no_step,
    .command = export_command,
    .disabled = export_disabled,
    .keep = export_keep,
    .recall = export_recall,
    .view = export_view,
    .hints = {{CMD_OPEN, N_("write to a file")},
              {CMD_COPY, N_("copy as text")},
              {CMD_BACK, N_("close")}},
};
