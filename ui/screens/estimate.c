/*
 * What a subsidy comes to, as a popup: a field for the planned cost, which of the program's
 * subsidies, and the conditions that raise its limit, one at a time. The result follows every
 * key. Enter saves cost and choices together, and puts the program in the plan first where it
 * is not there yet: one step of undo. Esc leaves all as it was.
 */
#include "ui/screens/estimate.h"

#include "plan/fields.h"
#include "report/words.h"

enum { FIELD_MOST = 64 /* bytes; amounts are shorter */ };

static const Program *program_of(const App *app, const EstimateState *state) {
    return catalogue_program(app->catalogue, state->program);
}

static void set_field(App *app, const char *text) {
    text_edit_release(&app->field);
    text_edit_init(&app->field, str(text), FIELD_MOST, false);
    app->field.substitute = app->substitute;
}

void app_open_estimate(App *app, const Program *program) {
    const PlanItem *item = work_item(app, program->id);
    const char *terms = item == NULL ? "" : plan_text(item, PLAN_TERMS);
    set_field(app, item == NULL ? "" : plan_text(item, PLAN_ESTIMATE));
    app_open(app, (ScreenState){.id = SCREEN_ESTIMATE,
                                .estimate = {.program = app_keep_text(app, program->id),
                                             .terms = grant_terms_read(program, terms)}});
}

/* ---- saving ---- */

/* What was typed cannot be taken as it is, which is said; where a choice is missing, the first
   one is gone to. */
static bool refuses(App *app, EstimateState *state, const EstimateForm *form) {
    const char *typed = plan_quote(&app->scratch, buf_str(&app->field.text));
    if (!form->empty && !form->right)
        app_say(app, _("\"%s\" cannot be read as an amount in yen."), typed);
    else if (form->empty && work_item(app, state->program) == NULL)
        app_say(app, "%s", _("Type the planned cost first; Esc leaves all as it was."));
    else if (!form->empty && form->grant.why == GRANT_UNCHOSEN && !state->warned) {
        app_say(app, "%s",
                _("No subsidy is chosen (Space chooses); Enter once more saves the cost alone."));
        state->list.selected = MAX_OF(state->list.selected, 1);
    } else
        return false;
    state->warned = form->right;
    return true;
}

static void save(App *app, EstimateState *state, const EstimateForm *form) {
    const char *terms = grant_terms_text(&app->scratch, form->program, state->terms);
    Str typed = str(arena_copy(&app->scratch, buf_str(&app->field.text)));
    if (!refuses(app, state, form) && work_estimate(app, form->program, typed, terms))
        app_back(app);
}

/* ---- moving and ticking ---- */

static bool in_field(const EstimateState *state) {
    return state->list.selected <= 0;
}

static void tick(EstimateState *state, const EstimateForm *form) {
    const EstimateChoice *choice = &form->choices[state->list.selected - 1];
    state->warned = false;
    if (choice->is_entry)
        state->terms = grant_choose(state->terms, choice->on ? GRANT_NO_ENTRY : (int)choice->nth);
    else
        state->terms = grant_toggle_raise(form->program, state->terms, choice->nth);
}

/* From the field to what is chosen, or else to the first choice; from a choice to the field. */
static void go_across(EstimateState *state, const EstimateForm *form) {
    int chosen = 0;
    while (chosen < form->count && !(form->choices[chosen].is_entry && form->choices[chosen].on))
        chosen++;
    bool to_field = !in_field(state) || form->count == 0;
    state->list.selected = to_field ? 0 : chosen < form->count ? chosen + 1 : 1;
}

static bool walk(EstimateState *state, const EstimateForm *form, CommandId command) {
    List list = estimate_list(form);
    ListState at = estimate_list_state(state);
    bool from_field = in_field(state), up = command == CMD_UP || command == CMD_FIRST;
    if (form->count == 0)
        return false;
    if (up && (from_field || at.selected == 0)) {
        state->list.selected = 0;
        return true;
    }
    if (!screen_list_command(&list, &at, form->rows.list_lines, command))
        return false;
    state->list = (ListState){at.selected + 1, at.top};
    return true;
}

static bool estimate_command(App *app, ScreenState *screen, CommandId command) {
    EstimateState *state = &screen->estimate;
    EstimateForm *form = estimate_form(app, &app->scratch, state);
    if (command == CMD_OPEN)
        save(app, state, form);
    else if (command == CMD_LEAVE)
        app_back(app);
    else if (command == CMD_NEXT || command == CMD_PREVIOUS)
        go_across(state, form);
    else if (!walk(state, form, command))
        return command != CMD_BACK && command != CMD_REDRAW && command != CMD_SUSPEND &&
               command != CMD_PALETTE && command != CMD_LANGUAGE;
    return true;
}

/* Whatever is part of an amount goes to the field, wherever the focus is. */
static bool is_of_amount(const Event *event) {
    Key key = key_half_width(event->key);
    bool is_digit = key.code == K_RUNE && key.mods == 0 && key.rune >= '0' && key.rune <= '9';
    return event->kind == EVENT_PASTE ||
           (event->kind == EVENT_KEY && (is_digit || key.code == K_BACKSPACE));
}

static bool estimate_text(App *app, ScreenState *screen, const Event *event) {
    EstimateState *state = &screen->estimate;
    EstimateForm *form = estimate_form(app, &app->scratch, state);
    bool ticks =
        event->kind == EVENT_KEY && command_for_key(key_half_width(event->key)) == CMD_TOGGLE;
    if (!in_field(state) && ticks) {
        tick(state, form);
        return true;
    }
    if (!in_field(state) && !is_of_amount(event))
        return false;
    if (!text_edit_key(&app->field, event, estimate_field_cols(form), 1, app->ambiguous))
        return false;
    state->list.selected = 0;
    state->warned = false;
    return true;
}

/* ---- what is said of it ---- */

static const char *estimate_disabled(const App *app, const ScreenState *screen, CommandId command) {
    const EstimateState *state = &screen->estimate;
    Arena arena = {0};
    const char *why = NULL;
    if (command == CMD_OPEN)
        why = work_why_fixed(app);
    else if (command == CMD_TOGGLE && in_field(state))
        why = _("Tab goes to the choices.");
    else if ((command == CMD_NEXT || command == CMD_PREVIOUS) &&
             estimate_form(app, &arena, state)->count == 0)
        why = _("There is nothing to choose here.");
    arena_release(&arena);
    return why;
}

static const char *estimate_hint(const App *app, const ScreenState *screen, CommandId command) {
    const EstimateState *state = &screen->estimate;
    if (command == CMD_OPEN && work_item(app, state->program) == NULL)
        /* TRANSLATORS: hint: puts the program in the plan with its estimate */
        return _("put in the plan and save");
    if (command == CMD_NEXT && !in_field(state))
        /* TRANSLATORS: hint: back to the field for the planned cost */
        return tr_context("estimate", "cost");
    return NULL;
}

static Subject estimate_subject(const App *app, const ScreenState *screen, Arena *arena) {
    (void)arena;
    return screen_program_subject(program_of(app, &screen->estimate));
}

static void estimate_crumbs(const App *app, const ScreenState *screen, Crumbs *crumbs) {
    (void)app;
    (void)screen;
    crumb(crumbs, tr_context("estimate", "Estimate"));
}

static int estimate_step(const App *app, const ScreenState *screen) {
    return program_of(app, &screen->estimate)->step;
}

/* ---- the session ---- */

static void estimate_keep(const App *app, const ScreenState *screen, Keep *keep) {
    const EstimateState *state = &screen->estimate;
    Arena arena = {0};
    keep_text(keep, "program", state->program);
    keep_text(keep, "terms", grant_terms_text(&arena, program_of(app, state), state->terms));
    keep_text(keep, "text", app->field.text.at);
    keep_number(keep, "cursor", (int64_t)app->field.cursor);
    keep_number(keep, "row", state->list.selected);
    keep_number(keep, "top", state->list.top);
    arena_release(&arena);
}

static bool estimate_recall(App *app, ScreenState *screen, const Recall *recall) {
    EstimateState *state = &screen->estimate;
    Arena arena = {0};
    state->program = recall_text(recall, "program");
    const Program *program = program_of(app, state);
    if (!grant_is_offered(program))
        return false;
    state->terms = grant_terms_read(program, recall_text(recall, "terms"));
    set_field(app, recall_text(recall, "text"));
    text_edit_move(&app->field, (size_t)recall_number(recall, "cursor", 0, FIELD_MOST));
    state->list.top = recall_count(recall, "top");
    int count = estimate_form(app, &arena, state)->count;
    state->list.selected = (int)recall_number(recall, "row", 0, count);
    arena_release(&arena);
    return true;
}

const ScreenClass screen_estimate = {
    .name = "estimate",
    .is_popup = true,
    .crumbs = estimate_crumbs,
    .step = estimate_step,
    .command = estimate_command,
    .text = estimate_text,
    .disabled = estimate_disabled,
    .hint = estimate_hint,
    .subject = estimate_subject,
    .keep = estimate_keep,
    .recall = estimate_recall,
    .view = estimate_view,
    .hints = {{CMD_OPEN, N_("save")},
              {CMD_BACK, N_("as it was")},
              /* TRANSLATORS: hint: to what can be chosen beside the planned cost */
              {CMD_NEXT, N_("choices")},
              {CMD_TOGGLE, N_("tick")}},
};
