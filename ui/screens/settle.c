/*
 * A conflict that a merge left: two sessions set the same to different values, or one took out
 * what the other changed. Both sides stand in a popup, the plan's own first; Enter takes one.
 * Esc leaves the conflict for later.
 */
#include "ui/screens/item.h"

#include "report/plan_words.h"
#include "text/clean.h"

enum {
    MARK_COLS = 3,
    GAP = 2,
    SIDES = 2,
    SIDE_LINES = 4, /* of a long value */
    TEXT_MOST = 76,
};

void app_open_settle(App *app, const char *program, size_t index) {
    app_open(app, (ScreenState){.id = SCREEN_SETTLE,
                                .settle = {app_keep_text(app, program), index, {0}}});
}

/* ---- what it is about ---- */

static const PlanRecords *conflicts_of(const App *app, const char *program) {
    const PlanItem *item = work_item(app, program);
    if (is_absent(program))
        return &app->work.plan.conflicts;
    return item == NULL ? NULL : &item->conflicts;
}

/* NULL when it has been settled already, or its item has gone. */
static const PlanRecord *conflict_of(const App *app, const SettleState *state) {
    const PlanRecords *records = conflicts_of(app, state->program);
    return records == NULL || state->index >= records->count ? NULL : &records->at[state->index];
}

static bool is_removal(const PlanRecord *conflict) {
    return strcmp(conflict->field, "removed") == 0;
}

/* What the plan says now. */
static const char *ours(const App *app, Arena *arena, const SettleState *state,
                        const PlanRecord *conflict) {
    PlanField field = plan_field_find(conflict->field);
    if (is_removal(conflict))
        return _("keep it in the plan");
    if (is_absent(state->program))
        return app->work.plan.name;
    return field < PLAN_FIELD_COUNT
               ? plan_words_value(arena, field, plan_text(work_item(app, state->program), field))
               : "";
}

static const char *theirs(Arena *arena, const PlanRecord *conflict) {
    PlanField field = plan_field_find(conflict->field);
    if (is_removal(conflict))
        return _("take it out of the plan");
    return field < PLAN_FIELD_COUNT ? plan_words_value(arena, field, conflict->to) : conflict->to;
}

static const char *question(Arena *arena, const PlanRecord *conflict) {
    if (conflict == NULL)
        return _("This conflict has been settled already.");
    if (is_removal(conflict))
        return _("It was changed here and taken out of the plan elsewhere. What is to be done?");
    /* TRANSLATORS: the name of a field: due date */
    return arena_printf(arena, _("Two sessions set this differently: %s. Which one is right?"),
                        item_conflict_label(arena, conflict));
}

/* ---- the two sides ---- */

typedef struct Sides {
    const App *app;
    Arena *arena;
    const char *labels[SIDES];
    WrapLines lines[SIDES], question;
    int col; /* of what they say */
    int count;
} Sides;

static WrapLines wrap(const Sides *sides, const char *text, int cols) {
    Str clean = text_clean_lines(sides->arena, str(text));
    return text_wrap(sides->arena, clean, MAX_OF(cols, 2), sides->app->ambiguous);
}

static void set_side(Sides *sides, int which, const char *label, const char *value) {
    int cols = MIN_OF(sides->app->cols, TEXT_MOST) - sides->col - GAP;
    sides->labels[which] = label;
    sides->lines[which] = wrap(sides, is_absent(value) ? _("nothing") : value, cols);
    sides->lines[which].count = MIN_OF(sides->lines[which].count, SIDE_LINES);
}

static Sides *sides_of(const App *app, Arena *arena, const SettleState *state) {
    const PlanRecord *conflict = conflict_of(app, state);
    Sides *sides = arena_new(arena, Sides, 1);
    *sides = (Sides){.app = app, .arena = arena};
    int cols = MIN_OF(app->cols, TEXT_MOST) - MARK_COLS - GAP;
    sides->question = wrap(sides, question(arena, conflict), cols);
    if (conflict == NULL)
        return sides;
    const char *mine = is_removal(conflict) ? "" : _("In this plan");
    const char *other = is_removal(conflict) ? "" : _("Elsewhere");
    int label =
        MAX_OF(text_width(str(mine), app->ambiguous), text_width(str(other), app->ambiguous));
    sides->col = MARK_COLS + (label > 0 ? label + GAP : 0);
    set_side(sides, 0, mine, ours(app, arena, state, conflict));
    set_side(sides, 1, other, theirs(arena, conflict));
    sides->count = SIDES;
    return sides;
}

static int side_height(const void *context, int item) {
    const Sides *sides = context;
    return (int)sides->lines[item].count;
}

static void side_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const Sides *sides = context;
    if (selected)
        screen_mark(canvas);
    paint(canvas, MARK_COLS, 0, STYLE_DIM, sides->labels[item]);
    screen_paint_lines(canvas, sides->col, 0, STYLE_BODY, sides->lines[item]);
}

static List list_of(const Sides *sides) {
    return (List){sides->count, sides, side_height, side_paint, NULL};
}

/* The rows of the popup: heading, question, the sides, and between them blank ones. */
typedef struct SettleBox {
    int first, head, question, list, rows;
} SettleBox;

static SettleBox box_of(const Sides *sides, int body_rows) {
    List list = list_of(sides);
    int air = body_rows >= AIR_ROWS ? 1 : 0, asked = (int)sides->question.count;
    int frame = 1 + asked + 4 * air;
    SettleBox box = {.rows = MAX_OF(MIN_OF(body_rows - frame, list_lines(&list)), 1)};
    box.first = MAX_OF(body_rows - frame - box.rows, 0);
    box.head = box.first + air;
    box.question = box.head + 1 + air;
    box.list = box.question + asked + air;
    return box;
}

/* ---- choosing ---- */

static const char *name_of(const App *app, Arena *arena, const char *program) {
    return is_absent(program) ? plan_quote(arena, str(app->work.plan.name))
                              : item_name(app, program);
}

static bool settle(App *app, const SettleState *state, bool take_theirs) {
    const PlanRecord *conflict = conflict_of(app, state);
    PlanChange change = {0};
    Err err;
    if (conflict == NULL || !work_may_change(app))
        return conflict == NULL;
    /* TRANSLATORS: the conflict about the due date of "JETRO library" settled */
    const char *did = arena_printf(&app->scratch, _("conflict about the %2$s of \"%1$s\" settled"),
                                   name_of(app, &app->scratch, state->program),
                                   item_conflict_label(&app->scratch, conflict));
    if (is_removal(conflict))
        did = arena_printf(&app->scratch,
                           take_theirs ? _("Took \"%s\" out of the plan")
                                       : _("\"%s\" kept in the plan"),
                           name_of(app, &app->scratch, state->program));
    bool made = plan_settle(&app->work.plan, state->program, state->index, take_theirs,
                            work_time(app), &change, &err);
    if (made)
        work_did(app, &change, "%s", did);
    else
        app_say(app, "%s", err.text);
    plan_change_release(&change);
    return made;
}

static bool settle_command(App *app, ScreenState *screen, CommandId command) {
    SettleState *state = &screen->settle;
    Sides *sides = sides_of(app, &app->scratch, state);
    List list = list_of(sides);
    if (sides->count > 0 &&
        screen_list_command(&list, &state->list, box_of(sides, app_body_rows(app)).rows, command))
        return true;
    if (command == CMD_OPEN || command == CMD_RIGHT) {
        SettleState chosen = *state;
        if (settle(app, &chosen, chosen.list.selected == 1))
            app_back(app);
        return true;
    }
    if (command == CMD_LEAVE) {
        app_back(app);
        return true;
    }
    return command != CMD_BACK && command != CMD_LEFT && command != CMD_REDRAW &&
           command != CMD_SUSPEND && command != CMD_LANGUAGE;
}

/* ---- the screen ---- */

static const char *settle_disabled(const App *app, const ScreenState *screen, CommandId command) {
    bool chooses = command == CMD_UP || command == CMD_DOWN;
    return chooses && conflict_of(app, &screen->settle) == NULL
               ? _("This conflict has been settled already.")
               : NULL;
}

static void settle_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, _("Conflict"));
}

static void settle_view(const App *app, const ScreenState *screen, const Canvas *body) {
    const SettleState *state = &screen->settle;
    Sides *sides = sides_of(app, body->frame, state);
    List list = list_of(sides);
    SettleBox box = box_of(sides, body->rows);
    Canvas popup = screen_popup_canvas(body, box.first);
    screen_heading(&popup, box.head, _("Conflict"), name_of(app, body->frame, state->program));
    screen_paint_lines(&popup, MARK_COLS, box.question, STYLE_BODY, sides->question);
    paint_cursor(&popup, MARK_COLS - 1, box.question, false);
    Canvas part = canvas_part(&popup, 0, box.list, popup.cols, box.rows);
    list_view(&list, &state->list, &part);
}

/* ---- the session ---- */

static void settle_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const SettleState *state = &screen->settle;
    const PlanRecord *conflict = conflict_of(app, state);
    keep_text(keep, "program", state->program);
    keep_number(keep, "side", state->list.selected);
    if (conflict != NULL) {
        keep_text(keep, "field", conflict->field);
        keep_text(keep, "at", conflict->at);
        keep_text(keep, "to", conflict->to);
    }
}

static bool settle_recall(App *app, ScreenState *screen, const Recall *recall) {
    SettleState *state = &screen->settle;
    state->program = recall_text(recall, "program");
    state->list.selected = (int)recall_number(recall, "side", 0, SIDES - 1);
    const PlanRecords *records = conflicts_of(app, state->program);
    for (size_t i = 0; records != NULL && i < records->count; i++)
        if (strcmp(records->at[i].field, recall_text(recall, "field")) == 0 &&
            strcmp(records->at[i].at, recall_text(recall, "at")) == 0 &&
            strcmp(records->at[i].to, recall_text(recall, "to")) == 0) {
            state->index = i;
            return true;
        }
    return false;
}

const ScreenClass screen_settle = {
    .name = "settle",
    .is_popup = true,
    .crumbs = settle_crumbs,
    .step = screen_no_step,
    .command = settle_command,
    .disabled = settle_disabled,
    .keep = settle_keep,
    .recall = settle_recall,
    .view = settle_view,
    .hints = {{CMD_OPEN, N_("take it")}, {CMD_BACK, N_("later")}, {CMD_DOWN, NULL}, {CMD_UP, NULL}},
};
