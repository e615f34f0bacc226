/*
 * What the rows of an item say. Every text is made safe and broken here, once, for the width
 * at hand; painting only puts it in its place.
 */
#include "ui/screens/item.h"

#include "plan/seen.h"
#include "report/grant_words.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/number.h"

enum {
    MARK_COLS = 3,
    GAP = 2,
    END = 2,        /* blank cells at the right edge */
    ITEM_MOST = 84, /* the text beside the labels is no longer than about 34 kanji */
    CENTRED = 100,  /* more columns than this, and the page stands in the middle */
    NARROW = 60,    /* less, and what is long stands below its label */
    NOTE_LEAST = 3,
    LOG_MOST = 200,
};

/* ---- text ---- */

static Str shown(const ItemRows *rows, const char *text) {
    return screen_shown(rows->app, rows->arena, text);
}

static int width(const ItemRows *rows, const char *text) {
    return screen_cells(rows->app, rows->arena, text);
}

static WrapLines wrap(const ItemRows *rows, const char *text, int cols) {
    return screen_lines(rows->app, rows->arena, text, cols);
}

static bool is_narrow(const ItemRows *rows) {
    return rows->cols < NARROW;
}

static int value_col(const ItemRows *rows) {
    return MARK_COLS + rows->label_cols + GAP;
}

/* ---- rows ---- */

static ItemRow *add(ItemRows *rows, ItemRowKind kind, const char *label) {
    rows->at =
        arena_grow(rows->arena, rows->at, (size_t)rows->count, &rows->room, sizeof *rows->at);
    ItemRow *row = &rows->at[rows->count];
    bool another = rows->count > 0 && row[-1].kind == kind;
    *row = (ItemRow){.kind = kind,
                     .nth = another ? row[-1].nth + 1 : 0,
                     .label = another ? "" : label,
                     .col = value_col(rows),
                     .mark = str(""),
                     .after = "",
                     .name = str("")};
    rows->count++;
    return row;
}

/* A row that begins a group stands apart from the one above it. */
static void set_apart(const ItemRows *rows, ItemRow *row) {
    row->space = rows->head > 1 && row->nth == 0 ? 1 : 0;
}

/* What is long begins at the left edge where there is no room beside the label. */
static void go_below_label(const ItemRows *rows, ItemRow *row) {
    if (!is_narrow(rows))
        return;
    row->label_above = !is_absent(row->label);
    row->col = MARK_COLS;
}

static int text_cols(const ItemRows *rows, const ItemRow *row) {
    int mark = text_width(row->mark, rows->app->ambiguous);
    return rows->cols - row->col - (mark > 0 ? mark + 1 : 0) - END;
}

static void set_text(const ItemRows *rows, ItemRow *row, Style style, const char *text) {
    row->style = style;
    row->lines = wrap(rows, text, text_cols(rows, row));
}

/* Behind the text when its last line has room for it. */
static void set_after(const ItemRows *rows, ItemRow *row, Style style, const char *after) {
    int used = row->lines.at[row->lines.count - 1].cells;
    row->after = after;
    row->after_style = style;
    row->after_below = used + GAP + width(rows, after) > text_cols(rows, row);
}

/* What is not filled in says how it is, where it can be. */
static void set_empty(const ItemRows *rows, ItemRow *row, CommandId command, const char *what) {
    const char *key = command_first_key(rows->arena, command);
    bool can = work_why_fixed(rows->app) == NULL;
    set_text(rows, row, STYLE_DIM, can ? arena_printf(rows->arena, "%s  %s", key, what) : "-");
}

/* ---- the fields ---- */

static void status_row(ItemRows *rows) {
    ItemRow *row = add(rows, ITEM_STATUS, _("Status"));
    set_text(rows, row, STYLE_STRONG, plan_status_label(plan_status_of(rows->item)));
}

static void reason_row(ItemRows *rows) {
    const char *reason = plan_text(rows->item, PLAN_REASON);
    bool asked = plan_status_asks_reason(plan_status_of(rows->item));
    if (!asked && is_absent(reason))
        return;
    ItemRow *row = add(rows, ITEM_REASON, _("Reason"));
    if (is_absent(reason))
        set_text(rows, row, STYLE_DIM, _("not written yet"));
    else
        set_text(rows, row, STYLE_BODY, reason);
}

static void due_row(ItemRows *rows) {
    Arena *arena = rows->arena;
    Date today = rows->app->today, day;
    ItemRow *row = add(rows, ITEM_DUE, _("Due date"));
    if (!plan_words_due(rows->item, &day)) {
        set_empty(rows, row, CMD_DUE, _(command_of(CMD_DUE)->help));
        return;
    }
    Style style = plan_words_is_overdue(rows->item, today) ? STYLE_WARN : STYLE_BODY;
    const char *text = words_day(arena, day);
    if (width(rows, text) > text_cols(rows, row))
        text = plan_words_day_short(arena, day);
    set_text(rows, row, style, text);
    if (!plan_status_is_final(plan_status_of(rows->item)))
        set_after(rows, row, style, words_time_left(arena, day, today));
}

static void owner_row(ItemRows *rows) {
    const char *owner = plan_text(rows->item, PLAN_OWNER);
    ItemRow *row = add(rows, ITEM_OWNER, _("Owner"));
    if (is_absent(owner))
        set_empty(rows, row, CMD_OWNER, _(command_of(CMD_OWNER)->help));
    else
        set_text(rows, row, STYLE_BODY, owner);
}

/* What the subsidy comes to, or why that is not known, as long as there is room for the reason. */
static const char *grant_text(const ItemRows *rows, const ItemRow *row) {
    Arena *arena = rows->arena;
    Grant grant = grant_of_item(rows->app->catalogue, rows->item);
    if (grant.why == GRANT_COMPUTED)
        return arena_printf(arena, "%s  %s",
                            arena_printf(arena, _("grant %s"), number_yen(arena, grant.grant)),
                            arena_printf(arena, _("own share %s"), number_yen(arena, grant.own)));
    const char *text = arena_printf(arena, _("Grant: %s"), grant_words_open(arena, grant.why));
    bool fits = width(rows, text) <= text_cols(rows, row);
    return fits ? text : arena_printf(arena, _("Grant: %s"), tr_context("amount", "not known"));
}

static void estimate_row(ItemRows *rows) {
    const char *estimate = plan_text(rows->item, PLAN_ESTIMATE);
    ItemRow *row = add(rows, ITEM_ESTIMATE, _("Planned cost"));
    if (is_absent(estimate)) {
        bool has_subsidy = grant_is_offered(work_item_program(rows->app, rows->item));
        set_empty(rows, row, CMD_ESTIMATE,
                  has_subsidy ? _(command_of(CMD_ESTIMATE)->help)
                              : _("Set the planned cost in yen"));
        return;
    }
    set_text(rows, row, STYLE_BODY, plan_words_value(rows->arena, PLAN_ESTIMATE, estimate));
    set_after(rows, row, STYLE_DIM, grant_text(rows, row));
}

/* ---- note and documents ---- */

static void note_row(ItemRows *rows) {
    const char *note = plan_text(rows->item, PLAN_NOTE);
    ItemRow *row = add(rows, ITEM_NOTE, _("Note"));
    set_apart(rows, row);
    if (is_absent(note)) {
        set_empty(rows, row, CMD_NOTE, _(command_of(CMD_NOTE)->help));
        return;
    }
    go_below_label(rows, row);
    set_text(rows, row, STYLE_BODY, note);
    int most = MAX_OF(rows->rows / 3, NOTE_LEAST), rest = (int)row->lines.count - most;
    if (rest < 2) /* to say that one is left out takes as much room as the one */
        return;
    row->lines.count = (size_t)most;
    row->after = arena_printf(rows->arena, tr_plural("%d more line", "%d more lines", rest), rest);
    row->after_style = STYLE_DIM;
    row->after_below = true;
}

static void document_row(ItemRows *rows, const PlanDocument *document) {
    bool ascii = rows->app->ascii || rows->app->substitute;
    /* TRANSLATORS: papers to be handed in, of an item of a plan */
    ItemRow *row = add(rows, ITEM_DOCUMENT, tr_context("item", "Documents"));
    set_apart(rows, row);
    row->mark = str(document->done ? (ascii ? "x" : "☑") : (ascii ? "o" : "☐"));
    row->name = document->name;
    set_text(rows, row, document->done ? STYLE_DIM : STYLE_BODY,
             arena_copy(rows->arena, document->name));
}

static void document_rows(ItemRows *rows) {
    PlanDocument document;
    bool any = false;
    for (Str rest = str(plan_text(rows->item, PLAN_DOCUMENTS));
         plan_document_next(&rest, &document); any = true)
        document_row(rows, &document);
    if (any)
        return;
    ItemRow *row = add(rows, ITEM_NO_DOCUMENT, tr_context("item", "Documents"));
    set_apart(rows, row);
    set_empty(rows, row, CMD_NEW, _("Add a document to prepare"));
}

/* ---- what others changed ---- */

static void changes_row(ItemRows *rows) {
    const Program *program = work_item_program(rows->app, rows->item);
    if (program == NULL)
        return;
    Strings groups = plan_item_changes(rows->arena, rows->item, program);
    const char *names = "";
    for (size_t i = 0; i < groups.count; i++)
        names = item_joined(rows->arena, names, plan_seen_label(groups.at[i]));
    if (groups.count == 0)
        return;
    /* TRANSLATORS: label: what the catalogue says otherwise than when the item was planned */
    ItemRow *row = add(rows, ITEM_CHANGES, _("Changed"));
    set_apart(rows, row);
    set_text(rows, row, STYLE_STRONG, names);
    set_after(rows, row, STYLE_DIM, _("Enter: seen"));
}

static void conflict_rows(ItemRows *rows) {
    for (size_t i = 0; i < rows->item->conflicts.count; i++) {
        /* TRANSLATORS: label: two sessions set the same to different values */
        ItemRow *row = add(rows, ITEM_CONFLICT, _("Conflict"));
        set_apart(rows, row);
        set_text(rows, row, STYLE_WARN,
                 item_conflict_text(rows->arena, &rows->item->conflicts.at[i]));
    }
}

static void card_row(ItemRows *rows) {
    if (work_item_program(rows->app, rows->item) == NULL)
        return;
    ItemRow *row = add(rows, ITEM_CARD, _("Card"));
    set_apart(rows, row);
    set_text(rows, row, STYLE_BODY, _("Open the card of the program"));
}

/* ---- the log ---- */

/* 2016-12-20 12:00 on the user's clock; the day alone where there is little room. Always of one
   width, so that what was done lines up. */
static const char *log_stamp(const ItemRows *rows, const char *at) {
    char day[DATE_ISO_BYTES];
    Date date;
    int minute;
    if (!plan_words_moment(at, rows->app->zone, &date, &minute))
        return at;
    date_print_iso(date, day);
    if (is_narrow(rows))
        return arena_copy(rows->arena, str(day));
    return arena_printf(rows->arena, "%s %02d:%02d", day, minute / 60, minute % 60);
}

static void log_row(ItemRows *rows, const PlanRecord *record) {
    /* TRANSLATORS: label: what was changed when. As short as "Conflict" */
    ItemRow *row = add(rows, ITEM_LOG, _("Log"));
    set_apart(rows, row);
    go_below_label(rows, row);
    row->mark = shown(rows, arena_printf(rows->arena, "%s ", log_stamp(rows, record->at)));
    bool ascii = rows->app->ascii || rows->app->substitute;
    set_text(rows, row, STYLE_DIM, item_log_text(rows->arena, record, ascii));
}

/* The newest first. */
static void log_rows(ItemRows *rows) {
    const PlanRecords *log = &rows->item->log;
    for (size_t i = log->count; i > 0 && log->count - i < LOG_MOST; i--)
        log_row(rows, &log->at[i - 1]);
}

/* ---- the whole ---- */

static void widen_labels(ItemRows *rows) {
    const char *labels[] = {_("Status"), _("Reason"),       _("Due date"),
                            _("Owner"),  _("Planned cost"), _("Grant"),
                            _("Note"),   _("Changed"),      _("Conflict"),
                            _("Card"),   _("Log"),          tr_context("item", "Documents")};
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        rows->label_cols = MAX_OF(rows->label_cols, width(rows, labels[i]));
}

static const char *side_of(const ItemRows *rows) {
    long conflicts = rows->item == NULL ? 0 : (long)rows->item->conflicts.count;
    const Program *program = rows->item == NULL ? NULL : work_item_program(rows->app, rows->item);
    if (conflicts > 0)
        return arena_printf(rows->arena, tr_plural("%ld conflict", "%ld conflicts", conflicts),
                            conflicts);
    return program == NULL ? "" : words_provider_short(rows->arena, program->provider);
}

static const char *remark_of(const ItemRows *rows, const ItemState *state) {
    const Program *program = catalogue_program(rows->app->catalogue, state->program);
    if (rows->item == NULL)
        return program == NULL
                   ? _("It is no longer in the plan. u brings it back when it was taken out here.")
                   : _("It is no longer in the plan. u brings it back when it was taken out here, "
                       "Space puts it in anew.");
    return program == NULL ? _("The program has left the catalogue; what you wrote stays.") : "";
}

static void set_head(ItemRows *rows, const ItemState *state) {
    int cols = rows->cols - MARK_COLS - 1 - END;
    bool airy = app_body_rows(rows->app) >= AIR_ROWS;
    const char *remark = remark_of(rows, state);
    rows->title = wrap(rows, item_name(rows->app, state->program), cols);
    rows->side = side_of(rows);
    rows->head = (int)rows->title.count + (airy ? 1 : 0);
    if (!is_absent(remark)) {
        rows->remark = wrap(rows, remark, cols);
        rows->head += (int)rows->remark.count + (airy ? 1 : 0);
    }
    rows->rows = MAX_OF(app_body_rows(rows->app) - rows->head, 1);
}

ItemRows *item_rows(const App *app, Arena *arena, const ItemState *state) {
    ItemRows *rows = arena_new(arena, ItemRows, 1);
    *rows = (ItemRows){.app = app,
                       .arena = arena,
                       .item = work_item(app, state->program),
                       .cols = MIN_OF(app->cols, ITEM_MOST)};
    rows->margin = app->cols > CENTRED ? (app->cols - rows->cols) / 2 : 0;
    widen_labels(rows);
    set_head(rows, state);
    if (rows->item == NULL)
        return rows;
    status_row(rows);
    reason_row(rows);
    due_row(rows);
    owner_row(rows);
    estimate_row(rows);
    note_row(rows);
    document_rows(rows);
    changes_row(rows);
    conflict_rows(rows);
    card_row(rows);
    log_rows(rows);
    return rows;
}

int item_row_height(const ItemRow *row) {
    return row->space + (row->label_above ? 1 : 0) + (int)row->lines.count +
           (row->after_below ? 1 : 0);
}

int item_selected(const ItemRows *rows, const ItemState *state) {
    int selected = 0;
    for (int i = 0; i < rows->count; i++) {
        const ItemRow *row = &rows->at[i];
        if ((int)row->kind < state->kind ||
            ((int)row->kind == state->kind && row->nth <= state->nth))
            selected = i;
    }
    return selected;
}

const char *item_name(const App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    const Program *known = catalogue_program(app->catalogue, program);
    if (item != NULL)
        return work_item_name(app, item);
    return known != NULL ? words_program_name(known) : program;
}
