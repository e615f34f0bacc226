/*
 * One line to type, as a popup at the foot of the screen: a due date, an owner, the name of a
 * plan. What was typed is explained as it is typed and taken with Enter; Esc leaves all as it
 * was. What each kind asks for, and does, stands in one table.
 */
#include "ui/screens/screens.h"

#include "plan/fields.h"
#include "text/era.h"
#include "text/nfc.h"
#include "text/number.h"

/* What a kind of prompt is. */
typedef struct PromptClass {
    const char *label; /* msgid */
    const char *help;  /* msgid: what may be typed, while nothing is */
    /* What was typed means, in the app's scratch or `arena`; NULL when it means nothing yet. */
    const char *(*means)(const App *app, Arena *arena, Str typed);
    /* Takes it; false after saying why not: the prompt stays. */
    bool (*take)(App *app, const PromptState *state, Str typed);
} PromptClass;

/* ---- fields of an item ---- */

static const char *means_due(const App *app, Arena *arena, Str typed) {
    Date date;
    if (!era_parse_due(typed, app->today, &date))
        return NULL;
    long days = (long)date_to_days(date) - (long)date_to_days(app->today);
    const char *day =
        arena_printf(arena, "%s (%s)", date_print_both(arena, date), date_weekday_name(date));
    if (days < 0)
        return arena_printf(arena, tr_plural("%s, %ld day ago", "%s, %ld days ago", -days), day,
                            -days);
    if (days == 0)
        return arena_printf(arena, _("%s, today"), day);
    return arena_printf(arena, tr_plural("%s, in %ld day", "%s, in %ld days", days), day, days);
}

static const char *means_estimate(const App *app, Arena *arena, Str typed) {
    int64_t yen;
    (void)app;
    return number_parse_yen(typed, &yen) ? number_yen(arena, yen) : NULL;
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

static bool take_reason(App *app, const PromptState *state, Str typed) {
    return work_set_status(app, state->subject, state->status, typed.at);
}

static bool take_document(App *app, const PromptState *state, Str typed) {
    const PlanItem *item = work_item(app, state->subject);
    PlanChange change = {0};
    Err err;
    if (item == NULL || !work_may_change(app))
        return false;
    bool made = plan_set_document(&app->work.plan, state->subject, typed, false, work_time(app),
                                  &change, &err);
    if (made)
        work_did(app, &change, _("Added the document \"%s\""), plan_quote(&app->scratch, typed));
    else
        app_say(app, "%s", err.text);
    plan_change_release(&change);
    return made;
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
        work_did(app, &change, _("plan \"%s\" renamed"), plan_quote(&app->scratch, name));
    } else {
        app_say(app, "%s", err.text);
        return false;
    }
    return true;
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
    [PROMPT_PLAN_NEW] = {N_("New plan"), N_("The company's name"), NULL, take_new},
    [PROMPT_PLAN_RENAME] = {N_("Rename the plan"), N_("The company's name"), NULL, take_rename},
    [PROMPT_PLAN_DUPLICATE] = {N_("Copy the plan"), N_("The name of the copy"), NULL,
                               take_duplicate},
};

static bool is_of_item(PromptKind kind) {
    return kind <= PROMPT_DOCUMENT;
}

enum { FIELD_MOST = 1000 /* bytes; a plan's name has PLAN_NAME_MOST */ };

void app_open_prompt(App *app, PromptKind kind, const char *subject, const char *text) {
    if (kind != PROMPT_PLAN_NEW && kind != PROMPT_PLAN_DUPLICATE && kind != PROMPT_PLAN_RENAME &&
        !work_may_change(app))
        return;
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), FIELD_MOST, false);
    app_open(app, (ScreenState){.id = SCREEN_PROMPT,
                                .prompt = {.kind = kind, .subject = app_keep_text(app, subject)}});
}

void app_open_reason(App *app, const char *program, PlanStatus status) {
    const PlanItem *item = work_item(app, program);
    if (item == NULL)
        return;
    app_open_prompt(app, PROMPT_REASON, program, plan_text(item, PLAN_REASON));
    if (app->stack[app->depth - 1].id == SCREEN_PROMPT)
        app->stack[app->depth - 1].prompt.status = status;
}

/* ---- the screen ---- */

/* Where the field stands: under its heading, with a line of explanation below. */
typedef struct PromptBox {
    int first, field_row, field_col, field_cols;
} PromptBox;

enum { PROMPT_ROWS = 5 };

static PromptBox box_of(const App *app) {
    int rows = app_body_rows(app);
    PromptBox box = {.first = MAX_OF(rows - PROMPT_ROWS, 0)};
    box.field_row = MIN_OF(box.first + 2, rows - 1);
    box.field_col = 2;
    box.field_cols = MAX_OF(app->cols - 4, 2);
    return box;
}

static bool prompt_text(App *app, ScreenState *screen, const Event *event) {
    (void)screen;
    return text_edit_key(&app->field, event, box_of(app).field_cols, 1, app->ambiguous);
}

static void take(App *app, const PromptState *state) {
    Str typed = str(arena_copy(&app->scratch, buf_str(&app->field.text)));
    if (kinds[state->kind].take(app, state, typed))
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
    if (is_of_item(state->kind)) {
        const PlanItem *item = work_item(app, state->subject);
        return item == NULL ? "" : work_item_name(app, item);
    }
    if (state->kind != PROMPT_PLAN_NEW && strcmp(app->work.file, state->subject) == 0)
        return app->work.plan.name;
    for (size_t i = 0; i < app->work.shelf.count; i++)
        if (strcmp(app->work.shelf.at[i].file, state->subject) == 0)
            return app->work.shelf.at[i].name;
    return "";
}

static void paint_meaning(const App *app, const PromptState *state, const Canvas *body, int row) {
    const PromptClass *kind = &kinds[state->kind];
    Str typed = buf_str(&app->field.text);
    const char *text = typed.len == 0 || kind->means == NULL ? _(kind->help)
                                                             : kind->means(app, body->frame, typed);
    paint_fit(body, 2, row, body->cols - 4, STYLE_DIM, text == NULL ? _(kind->help) : text);
}

static void prompt_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const PromptState *state = &screen->prompt;
    PromptBox box = box_of(app);
    for (int row = box.first; row < body->rows; row++)
        paint_blank(body, 0, row, body->cols, STYLE_BODY);
    int head = MIN_OF(box.first + 1, MAX_OF(box.field_row - 1, 0));
    paint_blank(body, 0, head, body->cols, STYLE_BAR0);
    int col = 2 + paint(body, 2, head, STYLE_BAR0, _(kinds[state->kind].label)) + 2;
    paint_fit(body, col, head, body->cols - col - 2, STYLE_BAR0, about(app, state));
    Canvas field = canvas_part(body, box.field_col, box.field_row, box.field_cols, 1);
    text_edit_view(&app->field, &field, NULL, NULL);
    paint_meaning(app, state, body, box.field_row + 1);
}

static void prompt_keep(const App *app, const ScreenState *screen, Keep *keep) {
    keep_number(keep, "kind", screen->prompt.kind + 1);
    keep_text(keep, "subject", screen->prompt.subject);
    keep_number(keep, "status", screen->prompt.status + 1);
    keep_text(keep, "text", app->field.text.at);
    keep_number(keep, "cursor", (int64_t)app->field.cursor);
}

static bool prompt_recall(App *app, ScreenState *screen, const Recall *recall) {
    PromptState *state = &screen->prompt;
    state->kind = (PromptKind)(recall_number(recall, "kind", 1, PROMPT_COUNT) - 1);
    state->subject = recall_text(recall, "subject");
    state->status =
        (PlanStatus)MAX_OF(recall_number(recall, "status", 1, PLAN_STATUS_COUNT) - 1, 0);
    if (recall_number(recall, "kind", 1, PROMPT_COUNT) == 0 ||
        (is_of_item(state->kind) && work_item(app, state->subject) == NULL))
        return false;
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(recall_text(recall, "text")), FIELD_MOST, false);
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, FIELD_MOST));
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
