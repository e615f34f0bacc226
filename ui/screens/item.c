/*
 * One item of the plan: everything a company has written down about a program, a row for each
 * fact. Enter on a row changes it; the commands of items (s, D, O, e, m) work on every row.
 */
#include "ui/screens/item.h"

#include "ui/screens/documents.h"

/* ---- which row ---- */

static const ItemRow *selected(const ItemRows *rows, const ItemState *state) {
    return rows->count == 0 ? NULL : &rows->at[item_selected(rows, state)];
}

static bool walk(const ItemRows *rows, ItemState *state, CommandId command) {
    List list = item_list(rows);
    ListState at = {item_selected(rows, state), state->top};
    if (rows->count == 0 || !screen_list_command(&list, &at, rows->rows, command))
        return false;
    state->kind = (int)rows->at[at.selected].kind;
    state->nth = rows->at[at.selected].nth;
    state->top = at.top;
    return true;
}

/* ---- what Enter does ---- */

static void see_changes(App *app, const ItemRows *rows) {
    const Program *program = work_item_program(app, rows->item);
    const char *name = work_item_name(app, rows->item);
    PlanChange change = {0};
    Err err;
    if (program == NULL || !work_may_change(app))
        return;
    if (plan_see(&app->work.plan, program, work_time(app), &change, &err))
        work_did(app, &change, _("what changed of \"%s\" in the catalogue marked as seen"), name);
    else
        app_say(app, "%s", err.text);
    plan_change_release(&change);
}

/* Back to the card where it lies below, so that to and fro makes no pile. */
static void open_card(App *app, const char *program) {
    const ScreenState *below = app->depth > 1 ? &app->stack[app->depth - 2] : NULL;
    bool there =
        below != NULL && below->id == SCREEN_CARD && strcmp(below->card.program->id, program) == 0;
    if (there)
        app_back(app);
    else
        app_open_program(app, catalogue_program(app->catalogue, program));
}

static CommandId command_of_row(ItemRowKind kind) {
    static const CommandId commands[ITEM_ROW_KINDS] = {
        [ITEM_STATUS] = CMD_STATUS,     [ITEM_DUE] = CMD_DUE,         [ITEM_OWNER] = CMD_OWNER,
        [ITEM_ESTIMATE] = CMD_ESTIMATE, [ITEM_DOCUMENT] = CMD_TOGGLE, [ITEM_NO_DOCUMENT] = CMD_NEW,
    };
    return commands[kind];
}

static void open_row(App *app, const ItemRows *rows, const ItemRow *row, const char *program) {
    if (command_of_row(row->kind) != CMD_NONE)
        app_run(app, command_of_row(row->kind));
    else if (row->kind == ITEM_REASON)
        app_open_reason(app, program, plan_status_of(rows->item));
    else if (row->kind == ITEM_NOTE)
        app_open_note(app, program);
    else if (row->kind == ITEM_CHANGES)
        see_changes(app, rows);
    else if (row->kind == ITEM_CONFLICT)
        app_open_settle(app, program, (size_t)row->nth);
    else if (row->kind == ITEM_CARD)
        open_card(app, program);
}

/* ---- commands ---- */

static bool on_document(App *app, const ItemRow *row, const char *program, CommandId command) {
    const char *name = arena_copy(&app->scratch, row->name);
    if (command == CMD_TOGGLE)
        documents_tick(app, program, name);
    else if (command == CMD_RENAME)
        app_open_document(app, program, name);
    else
        return false;
    return true;
}

static bool item_command(App *app, ScreenState *screen, CommandId command) {
    ItemState *state = &screen->item;
    const char *program = state->program;
    ItemRows *rows = item_rows(app, &app->scratch, state);
    const ItemRow *row = selected(rows, state);
    if (row == NULL || walk(rows, state, command))
        return row != NULL;
    if (row->kind == ITEM_DOCUMENT && on_document(app, row, program, command))
        return true;
    if (command == CMD_NEW)
        app_open_document(app, program, "");
    else if (command == CMD_OPEN)
        open_row(app, rows, row, program);
    else
        return false;
    return true;
}

/* What only some rows have. */
static const char *why_not_on_row(const App *app, const ItemRow *row, CommandId command) {
    if (command == CMD_OPEN && row->kind == ITEM_LOG)
        return _("The log can only be read.");
    if (command == CMD_RENAME)
        return row->kind == ITEM_DOCUMENT ? work_why_fixed(app) : _("Choose a document first.");
    return command == CMD_NEW ? work_why_fixed(app) : NULL;
}

static const char *item_disabled(const App *app, const ScreenState *screen, CommandId command) {
    Arena arena = {0};
    const ItemState *state = &screen->item;
    bool is_ours = command == CMD_OPEN || command == CMD_NEW || command == CMD_RENAME;
    bool is_gone = work_item(app, state->program) == NULL;
    const char *why = NULL;
    if (is_gone && (is_ours || (command == CMD_TOGGLE &&
                                catalogue_program(app->catalogue, state->program) == NULL)))
        return _("It is no longer in the plan.");
    if (is_ours) {
        ItemRows *rows = item_rows(app, &arena, state);
        why = why_not_on_row(app, selected(rows, state), command);
    }
    arena_release(&arena);
    return why;
}

/* ---- what it is about ---- */

static Subject item_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const ItemState *state = &screen->item;
    (void)arena;
    return (Subject){BOOKMARK_PROGRAM, state->program, item_name(app, state->program),
                     catalogue_program(app->catalogue, state->program)};
}

static void item_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    /* TRANSLATORS: the way to an item of the plan, from the card of the same program */
    screen_crumb_once(crumbs, item_name(app, screen->item.program), _("Plan"));
}

static int item_step(const App *app, const ScreenState *screen) {
    const PlanItem *item = work_item(app, screen->item.program);
    const Program *program = catalogue_program(app->catalogue, screen->item.program);
    if (item != NULL)
        return work_item_step(app, item);
    return program == NULL || program->cross_step ? 0 : program->step;
}

/* ---- the session ---- */

static const char *const row_names[ITEM_ROW_KINDS] = {
    [ITEM_STATUS] = "status",     [ITEM_REASON] = "reason",
    [ITEM_DUE] = "due",           [ITEM_OWNER] = "owner",
    [ITEM_ESTIMATE] = "estimate", [ITEM_NOTE] = "note",
    [ITEM_DOCUMENT] = "document", [ITEM_NO_DOCUMENT] = "documents",
    [ITEM_CHANGES] = "changes",   [ITEM_CONFLICT] = "conflict",
    [ITEM_CARD] = "card",         [ITEM_LOG] = "log",
};

static const PlanRecord *record_of(const ItemRows *rows, const ItemRow *row) {
    if (row->kind == ITEM_CONFLICT)
        return &rows->item->conflicts.at[row->nth];
    if (row->kind == ITEM_LOG)
        return &rows->item->log.at[rows->item->log.count - 1 - (size_t)row->nth];
    return NULL;
}

/* Which of its kind, by what it says; "" where there is only one. */
static const char *which(const ItemRows *rows, const ItemRow *row) {
    const PlanRecord *record = record_of(rows, row);
    if (record != NULL)
        return arena_printf(rows->arena, "%s %s", record->field, record->at);
    return arena_copy(rows->arena, row->name);
}

static void item_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const ItemState *state = &screen->item;
    Arena arena = {0};
    ItemRows *rows = item_rows(app, &arena, state);
    const ItemRow *row = selected(rows, state);
    keep_text(keep, "program", state->program);
    if (row != NULL) {
        keep_text(keep, "row", row_names[row->kind]);
        keep_text(keep, "which", which(rows, row));
        keep_number(keep, "top", state->top);
    }
    arena_release(&arena);
}

/* A program that is in no plan and no catalogue is nothing to show. */
static bool item_recall(App *app, ScreenState *screen, const Recall *recall) {
    ItemState *state = &screen->item;
    Arena arena = {0};
    state->program = recall_text(recall, "program");
    state->top = recall_count(recall, "top");
    const char *name = recall_text(recall, "row"), *its = recall_text(recall, "which");
    ItemRows *rows = item_rows(app, &arena, state);
    for (int i = rows->count - 1; i >= 0; i--) {
        const ItemRow *row = &rows->at[i];
        bool same_kind = strcmp(row_names[row->kind], name) == 0;
        if (same_kind && (row->nth == 0 || strcmp(which(rows, row), its) == 0)) {
            state->kind = (int)row->kind;
            state->nth = row->nth;
            if (strcmp(which(rows, row), its) == 0)
                break;
        }
    }
    bool known = rows->item != NULL || catalogue_program(app->catalogue, state->program) != NULL;
    arena_release(&arena);
    return known;
}

const ScreenClass screen_item = {
    .name = "item",
    .crumbs = item_crumbs,
    .step = item_step,
    .command = item_command,
    .disabled = item_disabled,
    .subject = item_subject,
    .keep = item_keep,
    .recall = item_recall,
    .view = item_view,
    .hints = {{CMD_OPEN, NULL},
              {CMD_BACK, NULL},
              {CMD_STATUS, NULL},
              {CMD_DUE, NULL},
              {CMD_NOTE, NULL},
              {CMD_RENAME, N_("correct")},
              {CMD_NEW, N_("add document")},
              {CMD_UNDO, NULL}},
};
