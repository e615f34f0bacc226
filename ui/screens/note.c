/*
 * The note of an item, as long as it likes: an editor over nearly the whole body. It has no
 * "save" and no "cancel": leaving keeps what was typed, as one step that can be undone, and a
 * line that breaks keeps it too.
 *
 * The note may be changed by another while it is typed. What it was when typing began decides:
 * only where it is that no more do both texts have to stay, one after the other, as in a merge.
 */
#include "ui/screens/item.h"

#include "plan/merge_parts.h"
#include "report/words.h"

enum {
    NEAR_FULL = 1200, /* bytes left from which it is said how many */
    KANJI_BYTES = 3,
};

/* ---- where it stands ---- */

typedef struct NoteBox {
    int col, cols, row, rows; /* of the field */
    int above, below;         /* rows that say how much is not seen */
} NoteBox;

/* On few rows what lies above is said in the heading. */
static NoteBox box_of(const App *app) {
    PageShape shape = page_shape(app->cols);
    int rows = app_body_rows(app);
    NoteBox box = {.col = shape.margin, .cols = shape.cells, .row = 1, .below = rows - 1};
    if (rows >= AIR_ROWS)
        box.above = box.row++;
    box.rows = MAX_OF(box.below - box.row, 1);
    return box;
}

/* ---- opening ---- */

static void set_field(App *app, const char *text) {
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), PLAN_TEXT_MOST, true);
    app->field.substitute = app->substitute;
}

/* A note that cannot be changed can be read. */
void app_open_note(App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    const char *note = item == NULL ? "" : plan_text(item, PLAN_NOTE);
    if (item == NULL || (is_absent(note) && !work_may_change(app)))
        return;
    set_field(app, note);
    app_open(app, (ScreenState){.id = SCREEN_NOTE,
                                .note = {.program = app_keep_text(app, program),
                                         .before = app_keep_text(app, note)}});
}

/* ---- keeping what was typed ---- */

static const char *typed_text(const App *app) {
    return app->field.text.at;
}

/* Puts both texts in the note: what was typed, and what another has made of it meanwhile. */
static bool keep_both(App *app, const NoteState *state, const char *now) {
    Versions versions = {state->before, typed_text(app), now};
    const char *both = merge_note(&app->scratch, versions);
    if (both == NULL || strlen(both) > PLAN_TEXT_MOST) {
        app_say(app, "%s",
                _("Another changed this note, and both texts together are too long. Shorten yours, "
                  "or hand it to your editor with Ctrl-O."));
        return false;
    }
    if (!work_set(app, state->program, PLAN_NOTE, str(both)))
        return false;
    app_say(app, "%s",
            _("Another changed this note meanwhile; both texts are kept, one after the other."));
    return true;
}

/*
 * Another took the item out while its note was being typed: as in a merge, what was changed
 * here stays, so the program comes back with the note.
 */
static bool keep_with_program(App *app, const NoteState *state) {
    const Program *program = catalogue_program(app->catalogue, state->program);
    Plan *plan = &app->work.plan;
    PlanChange change = {0};
    Err err;
    if (program == NULL) {
        app_say(app, "%s",
                _("It is no longer in the plan and the catalogue; Ctrl-O hands the text to your "
                  "editor."));
        return false;
    }
    if (!work_may_change(app))
        return false;
    PlanTime when = work_time(app);
    bool made =
        plan_add(plan, program, when, &change, &err) &&
        plan_set(plan, state->program, PLAN_NOTE, str(typed_text(app)), when, &change, &err);
    if (made)
        work_did(app, &change, _("\"%s\" put in the plan again, with its note"),
                 words_program_name(program));
    else
        app_say(app, "%s", err.text);
    if (!made && change.count > 0)
        plan_undo(plan, &change, &err);
    plan_change_release(&change);
    return made;
}

/* False, after saying why, when something that was typed is kept nowhere yet. */
static bool keep_typed(App *app, const NoteState *state) {
    const PlanItem *item = work_item(app, state->program);
    const char *typed = typed_text(app);
    if (strcmp(typed, state->before) == 0)
        return true;
    if (item == NULL)
        return keep_with_program(app, state);
    const char *now = plan_text(item, PLAN_NOTE);
    if (strcmp(typed, now) == 0)
        return true;
    if (strcmp(now, state->before) == 0)
        return work_set(app, state->program, PLAN_NOTE, str(typed));
    return keep_both(app, state, now);
}

static void close_note(App *app, const NoteState *state) {
    NoteState closed = *state;
    if (keep_typed(app, &closed))
        app_back(app);
}

/* What cannot be kept keeps nobody in here for good. */
static void leave_note(App *app, NoteState *state) {
    if (state->refused || keep_typed(app, state)) {
        app_back(app);
        return;
    }
    state->refused = true;
    app_say(app, _("%s Ctrl-C once more leaves without it."),
            arena_copy(&app->scratch, str(app->message)));
}

/* The field shows what is kept now; the cursor stays at what it was at. */
static void go_on_with(App *app, const char *note) {
    const char *typed = arena_copy(&app->scratch, str(typed_text(app)));
    const char *there = strstr(note, typed);
    size_t cursor = app->field.cursor + (there == NULL ? 0 : (size_t)(there - note));
    set_field(app, note);
    text_edit_move(&app->field, cursor);
}

/*
 * `before` stays what it was: should the disk refuse the plan, what was typed is still typed at
 * the next start.
 */
void note_leave(App *app, ScreenState *state) {
    const NoteState *note = &state->note;
    if (!keep_typed(app, note))
        return; /* the session's file has it */
    const PlanItem *item = work_item(app, note->program);
    if (item != NULL && strcmp(plan_text(item, PLAN_NOTE), typed_text(app)) != 0 &&
        strcmp(typed_text(app), note->before) != 0)
        go_on_with(app, plan_text(item, PLAN_NOTE));
}

/* ---- the user's own editor ---- */

void note_to_editor(App *app) {
    app_ask(app, (Effect){.kind = EFFECT_EDIT_TEXT,
                          .text = arena_copy(&app->scratch, str(typed_text(app)))});
}

/* Editors end a text with a line feed of their own, and ours takes all of them off. */
static bool is_same_but_for_its_end(Str a, Str b) {
    while (a.len > 0 && a.at[a.len - 1] == '\n')
        a.len--;
    return str_equal(a, b);
}

void note_edited(App *app, const char *text) {
    if (app->stack[app->depth - 1].id != SCREEN_NOTE ||
        is_same_but_for_its_end(buf_str(&app->field.text), str(text)))
        return;
    text_edit_set(&app->field, str(text));
    app_say(app, "%s", _("Taken over from your editor; Esc keeps it."));
}

/* ---- keys ---- */

/* Moves, where nothing may be changed. */
static bool read_on(App *app, const Event *event, const NoteBox *box) {
    TextEdit *field = &app->field;
    size_t cursor = field->cursor, top = field->top;
    Str before = str(arena_copy(&app->scratch, buf_str(&field->text)));
    bool taken = text_edit_key(field, event, box->cols, box->rows, app->ambiguous);
    if (!str_equal(before, buf_str(&field->text))) {
        text_edit_set(field, before);
        text_edit_move(field, cursor);
        field->top = top;
        work_may_change(app);
    }
    return taken;
}

static bool note_text(App *app, ScreenState *screen, const Event *event) {
    NoteBox box = box_of(app);
    if (work_why_fixed(app) != NULL)
        return read_on(app, event, &box);
    if (event->kind == EVENT_KEY && command_for_key(event->key) == CMD_EDITOR) {
        note_to_editor(app);
        return true;
    }
    bool taken = text_edit_key(&app->field, event, box.cols, box.rows, app->ambiguous);
    screen->note.refused = screen->note.refused && !taken;
    return taken;
}

static bool note_command(App *app, ScreenState *screen, CommandId command) {
    if (command == CMD_BACK)
        close_note(app, &screen->note);
    else if (command == CMD_LEAVE)
        leave_note(app, &screen->note);
    return command != CMD_REDRAW && command != CMD_SUSPEND;
}

static Subject note_subject(const App *app, const ScreenState *screen, Arena *arena) {
    const NoteState *state = &screen->note;
    (void)app;
    (void)arena;
    return (Subject){BOOKMARK_PROGRAM, state->program, "", NULL};
}

/* ---- painting ---- */

static void note_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Note"));
}

/* Quiet until there is little room left. */
static void paint_room(const App *app, const Canvas *body, const NoteBox *box) {
    const TextEdit *field = &app->field;
    long left = (long)field->most - (long)field->text.len;
    if (left > NEAR_FULL)
        return;
    long characters = MAX_OF(left, 0) / KANJI_BYTES;
    const char *room = arena_printf(body->frame,
                                    tr_plural("room for about %ld more character",
                                              "room for about %ld more characters", characters),
                                    characters);
    if (left < 0)
        room = arena_printf(body->frame, _("too long by %ld bytes"), -left);
    else if (field->full)
        room = _("The note is full.");
    paint_fit(body, box->col, box->below, box->cols / 2,
              field->full || left < 0 ? STYLE_WARN : STYLE_DIM, room);
}

static void paint_rest(const Canvas *body, const NoteBox *box, int above, int below) {
    int end = box->col + box->cols;
    const char *up =
        arena_printf(body->frame, tr_plural("%d line above", "%d lines above", above), above);
    const char *down =
        arena_printf(body->frame, tr_plural("%d more line", "%d more lines", below), below);
    if (above > 0 && box->above == 0)
        up = arena_printf(body->frame, "  %s", up); /* apart from the name in the heading */
    if (above > 0)
        paint_right(body, end, box->above, box->above > 0 ? STYLE_DIM : STYLE_BAR0, up);
    if (below > 0)
        paint_right(body, end, box->below, STYLE_DIM, down);
}

/* A line to type in is ruled; a whole page of rules would be loud. */
static void take_rules_away(const Canvas *field) {
    for (int row = 0; row < field->rows; row++)
        for (int col = 0; col < field->cols; col++) {
            Cell *cell = grid_cell(field->grid, field->col + col, field->row + row);
            if (cell->style == STYLE_FIELD)
                cell->style = STYLE_BODY;
        }
}

static void note_view(const App *app, const ScreenState *screen, const Canvas *body) {
    NoteBox box = box_of(app);
    int above, below;
    Canvas popup = screen_popup_canvas(body, 0);
    screen_heading(&popup, 0, _("Note"), item_name(app, screen->note.program));
    Canvas field = canvas_part(body, box.col, box.row, box.cols, box.rows);
    text_edit_view(&app->field, &field, &above, &below);
    take_rules_away(&field);
    paint_rest(body, &box, above, below);
    paint_room(app, body, &box);
}

/* ---- the session ---- */

/* What is as in the plan on disk is not written down a second time. */
static void note_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const NoteState *state = &screen->note;
    const PlanItem *item = work_item(app, state->program);
    bool same = item != NULL && !work_is_unsaved(app) &&
                strcmp(plan_text(item, PLAN_NOTE), typed_text(app)) == 0;
    keep_text(keep, "program", state->program);
    keep_number(keep, "cursor", (int64_t)app->field.cursor);
    if (same)
        return;
    keep_number(keep, "typed", 1);
    keep_text(keep, "text", typed_text(app));
    keep_text(keep, "before", state->before);
}

/* What was typed opens again also when its item has gone meanwhile. */
static bool note_recall(App *app, ScreenState *screen, const Recall *recall) {
    NoteState *state = &screen->note;
    state->program = recall_text(recall, "program");
    const PlanItem *item = work_item(app, state->program);
    bool typed = recall_number(recall, "typed", 1, 1) == 1;
    bool fixed = work_why_fixed(app) != NULL;
    if (is_absent(state->program) || (!typed && (item == NULL || fixed)))
        return false;
    const char *note = item == NULL ? "" : app_keep_text(app, plan_text(item, PLAN_NOTE));
    state->before = typed ? recall_text(recall, "before") : note;
    set_field(app, typed ? recall_text(recall, "text") : note);
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, RECALL_MOST));
    return true;
}

const ScreenClass screen_note = {
    .name = "note",
    .is_popup = true,
    .crumbs = note_crumbs,
    .step = screen_no_step,
    .command = note_command,
    .text = note_text,
    .subject = note_subject,
    .keep = note_keep,
    .recall = note_recall,
    .view = note_view,
    .hints = {{CMD_BACK, N_("keep and close")}, {CMD_EDITOR, NULL}},
};
