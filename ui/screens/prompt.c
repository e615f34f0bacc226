/*
 * One line to type, as a popup at the foot of the screen: a due date, an owner, the name of a
 * plan. What was typed is explained as it is typed and taken with Enter; Esc leaves all as it
 * was. What each kind asks for, and does, stands in one table.
 */
#include "ui/screens/item.h"

#include "plan/fields.h"
#include "report/grant_words.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/nfc.h"
#include "ui/screens/documents.h"

/* What a kind of prompt is. */
typedef struct PromptClass {
    const char *label; /* msgid */
    const char *help;  /* msgid: what may be typed, while nothing is */
    /* What that which was typed means, in `arena`; NULL when it means nothing yet. */
    const char *(*means)(const App *app, Arena *arena, Str typed);
    /* Takes it; false after saying why not: the prompt stays. */
    bool (*take)(App *app, const PromptState *state, Str typed);
} PromptClass;

/* ---- fields of an item ---- */

enum { MARGIN = 2 };

static int field_cols(const App *app) {
    return MAX_OF(screen_popup(app->cols).cols - 2 * MARGIN, 2);
}

/* The canonical text of what was typed; NULL when it is none. */
static const char *canonical(const App *app, Arena *arena, PlanField field, Str typed) {
    const char *text;
    Err ignored;
    bool right = plan_field_canonical(field, typed, app->today, PLAN_TYPED, arena, &text, &ignored);
    return right && !is_absent(text) ? text : NULL;
}

static const char *means_due(const App *app, Arena *arena, Str typed) {
    const char *text = canonical(app, arena, PLAN_DUE, typed);
    Date day;
    if (text == NULL || !date_parse_iso(text, &day))
        return NULL;
    const char *left = words_time_left(arena, day, app->today);
    const char *name = words_day(arena, day);
    const char *one_line = arena_printf(arena, "%s  %s", name, left);
    bool fits = text_width(str(one_line), app->ambiguous) <= field_cols(app);
    return fits ? one_line : arena_printf(arena, "%s\n%s", name, left);
}

static const char *means_estimate(const App *app, Arena *arena, Str typed) {
    const char *text = canonical(app, arena, PLAN_ESTIMATE, typed);
    return text == NULL ? NULL : plan_words_value(arena, PLAN_ESTIMATE, text);
}

static bool take_due(App *app, const PromptState *state, Str typed) {
    return work_set(app, state->subject, PLAN_DUE, typed);
}

static bool take_owner(App *app, const PromptState *state, Str typed) {
    return work_set(app, state->subject, PLAN_OWNER, typed);
}

static bool take_estimate(App *app, const PromptState *state, Str typed) {
    return work_set(app, state->subject, PLAN_ESTIMATE, typed);
}

/* With the status it is asked for; alone when the item has that status. */
static bool take_reason(App *app, const PromptState *state, Str typed) {
    const PlanItem *item = work_item(app, state->subject);
    if (plan_status_of(item) == state->status)
        return work_set(app, state->subject, PLAN_REASON, typed);
    return work_set_status(app, state->subject, state->status, typed.at);
}

static bool take_document(App *app, const PromptState *state, Str typed) {
    return documents_take(app, state->subject, state->document, typed);
}

/* ---- calls ---- */

/* The time is that of Enter. */
static bool take_call(App *app, const PromptState *state, Str typed) {
    const PlanItem *item = work_item(app, state->subject);
    PlanChange change = {0};
    Err err;
    if (typed.len == 0) {
        app_say(app, "%s", _("Write what came of the call, or leave with Esc."));
        return false;
    }
    if (!work_may_change(app))
        return false;
    bool done = plan_log_call(&app->work.plan, item->program, typed, work_time(app), &change, &err);
    if (done)
        work_did(app, &change, _("Wrote down a call about \"%s\""), work_item_name(app, item));
    else
        app_say(app, "%s", err.text);
    return done;
}

/* ---- plans ---- */

/* A plan of this name, other than that of `file`, exists: by the list as last seen. */
static bool is_taken(App *app, Str name, const char *file) {
    const ShelfRows *shelf = &app->work.shelf;
    Str wanted = text_nfc(&app->scratch, name);
    for (size_t i = 0; i < shelf->count; i++)
        if (str_equal(text_nfc(&app->scratch, str(shelf->at[i].name)), wanted) &&
            strcmp(shelf->at[i].file, file) != 0)
            return true;
    return false;
}

/* A blank at either end is nobody's intention, and a name of blanks would not be seen. */
static Str without_blanks(Arena *arena, Str name) {
    static const char wide[] = "\u3000";
    const size_t wide_len = sizeof wide - 1;
    while (name.len > 0 && (name.at[0] == ' ' || str_starts(name, str(wide))))
        name = str_skip(name, name.at[0] == ' ' ? 1 : wide_len);
    while (name.len > 0) {
        bool ends_wide =
            name.len >= wide_len && str_equal(str_skip(name, name.len - wide_len), str(wide));
        if (!ends_wide && name.at[name.len - 1] != ' ')
            break;
        name.len -= ends_wide ? wide_len : 1;
    }
    return str(arena_copy(arena, name));
}

static bool name_is_right(App *app, Str typed, const char *file) {
    Err err;
    if (!plan_name_is_right(typed.at, &err)) {
        app_say(app, "%s", err.text);
        return false;
    }
    if (is_taken(app, typed, file)) {
        app_say(app, _("There is a plan \"%s\" already."), plan_quote(&app->scratch, typed));
        return false;
    }
    return true;
}

static bool take_new(App *app, const PromptState *state, Str typed) {
    (void)state;
    Str name = without_blanks(&app->scratch, typed);
    if (!name_is_right(app, name, ""))
        return false;
    plans_switch(app, (Effect){.kind = EFFECT_NEW_PLAN, .text = name.at});
    return true;
}

static bool take_duplicate(App *app, const PromptState *state, Str typed) {
    Str name = without_blanks(&app->scratch, typed);
    if (!name_is_right(app, name, ""))
        return false;
    plans_switch(app,
                 (Effect){.kind = EFFECT_DUPLICATE_PLAN, .file = state->subject, .text = name.at});
    return true;
}

static bool take_rename(App *app, const PromptState *state, Str typed) {
    Work *work = &app->work;
    PlanChange change = {0};
    Err err;
    Str name = without_blanks(&app->scratch, typed);
    if (!name_is_right(app, name, state->subject))
        return false;
    if (strcmp(state->subject, work->file) != 0) {
        app_ask(app, (Effect){.kind = EFFECT_RENAME_PLAN, .file = state->subject, .text = name.at});
    } else if (!work_may_change(app)) {
        return false;
    } else if (plan_rename(&work->plan, name.at, work_time(app), &change, &err)) {
        work_did(app, &change, _("Renamed the plan to \"%s\""), plan_quote(&app->scratch, name));
    } else {
        app_say(app, "%s", err.text);
        return false;
    }
    return true;
}

/* The prompt stays until it is written (export_news). */
static bool take_export(App *app, const PromptState *state, Str typed) {
    if (typed.len == 0)
        app_say(app, "%s", _("Type where to write it."));
    else
        export_to(app, state->subject, arena_copy(&app->scratch, typed), state->warned);
    return false;
}

/* ---- the table ---- */

static const PromptClass kinds[PROMPT_COUNT] = {
    [PROMPT_DUE] = {N_("Due date"), N_("2017-01-27, H29.1.27, 1/27 or +2w; empty clears it"),
                    means_due, take_due},
    [PROMPT_OWNER] = {N_("Owner"), N_("Who takes care of it; empty clears it"), NULL, take_owner},
    [PROMPT_ESTIMATE] = {N_("Planned cost"), N_("1800000 or 180万; empty clears it"),
                         means_estimate, take_estimate},
    [PROMPT_REASON] = {N_("Reason"), N_("Why? It helps whoever reads the plan later."), NULL,
                       take_reason},
    [PROMPT_DOCUMENT] = {N_("Document"), N_("The name of a document to prepare"), NULL,
                         take_document},
    [PROMPT_CALL] = {N_("Call"), N_("What came of it? Day and time are added."), NULL, take_call},
    [PROMPT_PLAN_NEW] = {N_("New plan"), N_("The company's name"), NULL, take_new},
    [PROMPT_PLAN_RENAME] = {N_("Rename the plan"), N_("The company's name"), NULL, take_rename},
    [PROMPT_EXPORT] = {N_("Write to"), N_("A file; ~/ is your home"), NULL, take_export},
    [PROMPT_PLAN_DUPLICATE] = {N_("Copy the plan"), N_("The name of the copy"), NULL,
                               take_duplicate},
};

static bool is_of_item(PromptKind kind) {
    return kind <= PROMPT_CALL;
}

enum { FIELD_MOST = 1000 /* bytes; a plan's name has PLAN_NAME_MOST */ };

static void open_field(App *app, PromptState state, const char *text) {
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), FIELD_MOST, false);
    app->field.substitute = app->substitute;
    state.subject = app_keep_text(app, state.subject);
    app_open(app, (ScreenState){.id = SCREEN_PROMPT, .prompt = state});
}

/* A damaged plan keeps nobody from making another. */
void app_open_prompt(App *app, PromptKind kind, const char *subject, const char *text) {
    bool may = is_of_item(kind) || app->work.read_only ? work_may_change(app) : true;
    if (may)
        open_field(app, (PromptState){.kind = kind, .subject = subject, .document = ""}, text);
}

void app_open_reason(App *app, const char *program, PlanStatus status) {
    const PlanItem *item = work_item(app, program);
    PromptState state = {
        .kind = PROMPT_REASON, .subject = program, .status = status, .document = ""};
    if (item != NULL && work_may_change(app))
        open_field(app, state, plan_text(item, PLAN_REASON));
}

void app_open_document(App *app, const char *program, const char *document) {
    PromptState state = {.kind = PROMPT_DOCUMENT, .subject = program};
    if (!work_may_change(app))
        return;
    state.document = app_keep_text(app, document);
    open_field(app, state, state.document);
}

/* ---- the screen ---- */

/*
 * Where things stand, from the foot of the body up: a blank row, the explanation, which may
 * take two lines, the field, the heading and a blank row that parts it from the screen below.
 */
typedef struct PromptBox {
    int first, head, field_row, field_col, field_cols, help_row, help_rows;
    int more_rows; /* of what is said below the explanation */
} PromptBox;

static PromptBox box_of(const App *app, PromptKind kind) {
    enum { WIDE_ENOUGH = 72 };
    int rows = app_body_rows(app);
    PromptBox box = {.field_col = MARGIN,
                     .field_cols = field_cols(app),
                     .help_rows = app->cols >= WIDE_ENOUGH ? 1 : 2};
    box.more_rows = kind == PROMPT_ESTIMATE ? box.help_rows : 0;
    box.help_row = MAX_OF(rows - 1 - box.help_rows - box.more_rows, 2);
    box.field_row = box.help_row - 1;
    box.head = box.field_row - 1;
    box.first = MAX_OF(box.head - 1, 0);
    return box;
}

static bool prompt_text(App *app, ScreenState *screen, const Event *event) {
    int cols = box_of(app, screen->prompt.kind).field_cols;
    bool taken = text_edit_key(&app->field, event, cols, 1, app->ambiguous);
    if (taken && screen->prompt.kind == PROMPT_EXPORT)
        screen->prompt.warned = false; /* it is another file */
    if (taken && app->field.full)
        app_say(app, "%s", _("The line is full; the rest was not taken."));
    return taken;
}

/* An empty reason is taken when it is meant: the second time. */
static bool warns(App *app, PromptState *state, Str typed) {
    if (state->kind != PROMPT_REASON || typed.len > 0 || state->warned)
        return false;
    state->warned = true;
    app_say(app, "%s",
            _("A reason helps whoever reads this later; Enter once more leaves it out."));
    return true;
}

/* With what may be typed right above, the reason may be short. */
static bool refuses(App *app, const PromptState *state, Str typed) {
    const PromptClass *kind = &kinds[state->kind];
    if (typed.len == 0 || kind->means == NULL || kind->means(app, &app->scratch, typed) != NULL)
        return false;
    const char *quoted = plan_quote(&app->scratch, typed);
    if (state->kind == PROMPT_DUE)
        app_say(app, _("\"%s\" cannot be read as a day."), quoted);
    else
        app_say(app, _("\"%s\" cannot be read as an amount in yen."), quoted);
    return true;
}

static void take(App *app, PromptState *state) {
    Str typed = str(arena_copy(&app->scratch, buf_str(&app->field.text)));
    if (is_of_item(state->kind) && work_item(app, state->subject) == NULL)
        app_say(app, "%s", _("It is no longer in the plan."));
    else if (!refuses(app, state, typed) && !warns(app, state, typed) &&
             kinds[state->kind].take(app, state, typed))
        app_back(app);
}

static bool prompt_command(App *app, ScreenState *screen, CommandId command) {
    if (command == CMD_OPEN) {
        take(app, &screen->prompt);
        return true;
    }
    if (command == CMD_LEAVE) {
        app_back(app);
        return true;
    }
    return command != CMD_BACK && command != CMD_REDRAW && command != CMD_SUSPEND;
}

static void prompt_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    crumb(crumbs, _(kinds[screen->prompt.kind].label));
}

/* What it is for: the item's name, or the plan's. */
static const char *about(const App *app, const PromptState *state) {
    if (is_of_item(state->kind))
        return item_name(app, state->subject);
    if (state->kind == PROMPT_EXPORT)
        return app->work.plan.name;
    if (state->kind != PROMPT_PLAN_NEW && strcmp(app->work.file, state->subject) == 0)
        return app->work.plan.name;
    for (size_t i = 0; i < app->work.shelf.count; i++)
        if (strcmp(app->work.shelf.at[i].file, state->subject) == 0)
            return app->work.shelf.at[i].name;
    return "";
}

static const char *help_of(const PromptState *state) {
    if (state->kind == PROMPT_DOCUMENT && !is_absent(state->document))
        return _("The document's name; empty takes it off the list");
    return _(kinds[state->kind].help);
}

/* Why no grant is computed of a planned cost; "" of all else. */
static const char *why_open(const App *app, Arena *arena, const PromptState *state) {
    if (state->kind != PROMPT_ESTIMATE)
        return "";
    const Program *program = catalogue_program(app->catalogue, state->subject);
    Grant grant = grant_of(program, YEN_NOT_STATED, (GrantTerms){.entry = GRANT_NO_ENTRY});
    return arena_printf(arena, _("Grant: %s"), grant_words_open(arena, grant.why));
}

/* What is typed means; else what may be typed. */
static void paint_meaning(const App *app, const PromptState *state, const Canvas *body,
                          const PromptBox *box) {
    const PromptClass *kind = &kinds[state->kind];
    Str typed = buf_str(&app->field.text);
    const char *text = NULL;
    if (typed.len > 0 && kind->means != NULL)
        text = kind->means(app, body->frame, typed);
    WrapLines lines =
        screen_lines(app, body->frame, text == NULL ? help_of(state) : text, box->field_cols);
    lines.count = MIN_OF(lines.count, (size_t)box->help_rows);
    screen_paint_lines(body, box->field_col, box->help_row, text == NULL ? STYLE_DIM : STYLE_BODY,
                       lines);
    WrapLines more =
        screen_lines(app, body->frame, why_open(app, body->frame, state), box->field_cols);
    more.count = MIN_OF(more.count, (size_t)box->more_rows);
    screen_paint_lines(body, box->field_col, box->help_row + box->help_rows, STYLE_DIM, more);
}

static void prompt_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const PromptState *state = &screen->prompt;
    PromptBox box = box_of(app, state->kind);
    Canvas popup = screen_popup_canvas(body, box.first);
    screen_heading(&popup, box.head, _(kinds[state->kind].label), about(app, state));
    Canvas field = canvas_part(&popup, box.field_col, box.field_row, box.field_cols, 1);
    text_edit_view(&app->field, &field, NULL, NULL);
    paint_meaning(app, state, &popup, &box);
}

static void prompt_keep(const App *app, const ScreenState *screen, Keep *keep) {
    keep_number(keep, "kind", screen->prompt.kind + 1);
    keep_text(keep, "subject", screen->prompt.subject);
    keep_text(keep, "document", screen->prompt.document);
    keep_number(keep, "status", screen->prompt.status + 1);
    keep_text(keep, "text", app->field.text.at);
    keep_number(keep, "cursor", (int64_t)app->field.cursor);
}

static bool prompt_recall(App *app, ScreenState *screen, const Recall *recall) {
    PromptState *state = &screen->prompt;
    int kind = (int)recall_number(recall, "kind", 1, PROMPT_COUNT) - 1;
    int status = (int)recall_number(recall, "status", 1, PLAN_STATUS_COUNT) - 1;
    if (kind < 0)
        return false;
    state->kind = (PromptKind)kind;
    state->status = (PlanStatus)MAX_OF(status, 0);
    state->subject = recall_text(recall, "subject");
    state->document = recall_text(recall, "document");
    bool of_item = is_of_item(state->kind);
    if ((of_item && (work_item(app, state->subject) == NULL || work_why_fixed(app) != NULL)) ||
        app->work.read_only)
        return false;
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(recall_text(recall, "text")), FIELD_MOST, false);
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, FIELD_MOST));
    app->field.substitute = app->substitute;
    return true;
}

const ScreenClass screen_prompt = {
    .name = "prompt",
    .is_popup = true,
    .crumbs = prompt_crumbs,
    .step = screen_no_step,
    .command = prompt_command,
    .text = prompt_text,
    .keep = prompt_keep,
    .recall = prompt_recall,
    .view = prompt_view,
    .hints = {{CMD_OPEN, N_("take it")}, {CMD_BACK, N_("as it was")}},
};
