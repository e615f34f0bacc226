/*
 * The form of an estimate, from the foot of the screen up. Its height does not depend on what
 * is typed or ticked, so that nothing jumps: the choices have as many lines as they may ever
 * take. Where there is little room, air goes first, then notes, then how the sum comes about;
 * field, result and a part of the choices always stand.
 */
#include "ui/screens/estimate.h"

#include "report/grant_words.h"
#include "report/words.h"
#include "text/number.h"
#include "ui/screens/program_row.h"

enum {
    MARGIN = 2,
    GAP = 2,
    MARK_COLS = 3,
    BOX_COLS = 2,
    NARROW = 60, /* columns of the popup below which everything stands in one column */
    FIELD_COLS = 24,
    FIELD_LEAST = 8,
    AMOUNT_LEAST = 12, /* 10,000,000円 */
    LIST_LEAST = 3,    /* lines of the choices that always stand, and before all else */
    LIST_GOOD = 7,
};

/* ---- text ---- */

static int width(const EstimateForm *form, const char *text) {
    return screen_cells(form->app, form->arena, text);
}

static int text_cols(const EstimateForm *form) {
    return MAX_OF(form->cols - 2 * MARGIN, 2);
}

static WrapLines wrap(const EstimateForm *form, const char *text, int cols) {
    return screen_lines(form->app, form->arena, text, cols);
}

static const char *cost_label(void) {
    /* TRANSLATORS: label of the field for what is going to be spent */
    return tr_context("label", "Cost");
}

/* ---- what may be chosen ---- */

static const char *amount_of(const EstimateForm *form, size_t entry) {
    GrantTerms terms = grant_choose(form->state->terms, (int)entry);
    Grant grant = grant_of(form->program, form->grant.cost, terms);
    if (grant.why == GRANT_COMPUTED)
        return grant_words_yen(form->arena, grant.grant);
    /* TRANSLATORS: in a column of amounts: it cannot be computed */
    return grant.why == GRANT_NO_COST ? "" : tr_context("amount", "not known");
}

static void add_entry(EstimateForm *form, size_t nth) {
    const Subsidy *subsidy = &form->program->subsidy.at[nth];
    form->choices[form->count++] = (EstimateChoice){
        .is_entry = true,
        .nth = nth,
        .on = form->state->terms.entry == (int)nth,
        .heads = nth == 0,
        .label = wrap(form, grant_entry_key(form->arena, form->program, nth), INT16_MAX),
        .terms = words_subsidy(form->arena, subsidy),
        .amount = amount_of(form, nth)};
}

static void add_raise(EstimateForm *form, const Subsidy *subsidy, size_t nth) {
    const Multiplier *by = &subsidy->multipliers.at[nth];
    const char *factor = words_factor(form->arena, by->factor);
    const char *terms = by->further
                            /* TRANSLATORS: the limit of a subsidy grows by this factor once more */
                            ? arena_printf(form->arena, _("limit times %s on top"), factor)
                            /* TRANSLATORS: the limit of a subsidy grows by this factor */
                            : arena_printf(form->arena, _("limit times %s"), factor);
    int room = form->cols - MARK_COLS - BOX_COLS - MARGIN;
    bool below = width(form, by->label) + GAP + width(form, terms) > room;
    form->choices[form->count++] =
        (EstimateChoice){.nth = nth,
                         .on = (form->state->terms.raises >> nth & 1u) != 0,
                         .heads = nth == 0,
                         .below = below,
                         .label = wrap(form, by->label, room),
                         .terms = terms,
                         .amount = ""};
}

static void add_choices(EstimateForm *form) {
    const Subsidies *all = &form->program->subsidy;
    const Subsidy *subsidy = form->grant.subsidy;
    size_t raises = subsidy == NULL ? 0 : grant_raise_count(subsidy);
    form->choices = arena_new(form->arena, EstimateChoice, all->count + raises + 1);
    for (size_t i = 0; all->count > 1 && i < all->count; i++)
        add_entry(form, i);
    for (size_t i = 0; i < raises; i++)
        if (grant_raise_is_asked(subsidy, form->state->terms.raises, i))
            add_raise(form, subsidy, i);
}

/* Label, terms and amount side by side, or the terms below where that is too long. */
static void set_columns(EstimateForm *form) {
    int labels = 0;
    form->amount_cols = AMOUNT_LEAST;
    for (int i = 0; i < form->count; i++) {
        const EstimateChoice *choice = &form->choices[i];
        if (!choice->is_entry)
            continue;
        labels = MAX_OF(labels, choice->label.at[0].cells);
        form->terms_cols = MAX_OF(form->terms_cols, width(form, choice->terms));
        form->amount_cols = MAX_OF(form->amount_cols, width(form, choice->amount));
    }
    int beside = MARK_COLS + BOX_COLS + labels + GAP + form->terms_cols + GAP + form->amount_cols;
    bool stacked = beside > form->cols - MARGIN;
    form->label_cols = labels;
    for (int i = 0; stacked && i < form->count; i++) {
        EstimateChoice *choice = &form->choices[i];
        if (!choice->is_entry)
            continue;
        choice->below = true;
        choice->label = wrap(form, grant_entry_key(form->arena, form->program, choice->nth),
                             form->cols - MARK_COLS - BOX_COLS - GAP - form->amount_cols - MARGIN);
    }
}

static int choice_height(const void *context, int item) {
    const EstimateForm *form = context;
    const EstimateChoice *choice = &form->choices[item];
    return (choice->heads ? 1 : 0) + (int)choice->label.count + (choice->below ? 1 : 0);
}

/* The subsidies, and the most that conditions of any of them may take. */
static int reserve(const EstimateForm *form) {
    int lines = 0, most = 0;
    for (int i = 0; i < form->count; i++)
        lines += form->choices[i].is_entry ? choice_height(form, i) : 0;
    for (size_t i = 0; i < form->program->subsidy.count; i++) {
        EstimateForm copy = *form;
        const Subsidy *subsidy = &form->program->subsidy.at[i];
        size_t raises = grant_raise_count(subsidy);
        int its = 0;
        copy.choices = arena_new(form->arena, EstimateChoice, raises + 1);
        copy.count = 0;
        for (size_t k = 0; k < raises; k++) {
            add_raise(&copy, subsidy, k);
            its += choice_height(&copy, (int)k);
        }
        most = MAX_OF(most, its);
    }
    return lines + most;
}

/* ---- the form ---- */

static int64_t cost_typed(const App *app, Arena *arena, EstimateForm *form) {
    const char *text = "";
    Err ignored;
    form->right = plan_field_canonical(PLAN_ESTIMATE, buf_str(&app->field.text), app->today,
                                       PLAN_TYPED, arena, &text, &ignored);
    form->empty = form->right && is_absent(text);
    form->right = form->right && !form->empty;
    return form->right ? strtoll(text, NULL, 10) : YEN_NOT_STATED;
}

/* What counts, whose rate it is, when it is paid. */
static WrapLines notes_of(const EstimateForm *form) {
    const Subsidy *subsidy = form->grant.subsidy;
    const char *scope = subsidy == NULL ? "" : subsidy->scope;
    const char *source =
        grant_words_source(form->arena, &form->app->catalogue->edition, form->program);
    const char *text = arena_printf(form->arena, tr_context("sentences", "%s %s"), source,
                                    grant_words_paid_after());
    if (!is_absent(scope))
        /* TRANSLATORS: what a subsidy is for, in the source's words */
        text = arena_printf(form->arena, _("For: %s\n%s"), scope, text);
    return wrap(form, text, MIN_OF(text_cols(form), 76));
}

/* Takes up to `wanted` of the rows left. */
static int take(int *left, int wanted) {
    int taken = MAX_OF(MIN_OF(*left, wanted), 0);
    *left -= taken;
    return taken;
}

static int note_lines(const EstimateForm *form) {
    EstimateForm copy = *form;
    int most = (int)notes_of(form).count;
    for (size_t i = 0; i < form->program->subsidy.count; i++) {
        copy.grant.subsidy = &form->program->subsidy.at[i];
        most = MAX_OF(most, (int)notes_of(&copy).count);
    }
    return most;
}

/* Blank rows, the most wanted first. */
enum { AIR_UNDER_LIST, AIR_OVER_LIST, AIR_OVER_NOTES, AIR_UNDER_BAR, AIR_AT_FOOT, AIRS };

/* Shares out the rows of the body: to lines first, then to air. Returns how many are left. */
static int share(EstimateForm *form, int *meaning, int *air) {
    EstimateRows *rows = &form->rows;
    int least = MIN_OF(form->reserved, LIST_LEAST);
    int left = app_body_rows(form->app) - 1 - 1 - 2 - least; /* the bar, the field, the result */
    rows->list_lines = least + take(&left, MIN_OF(form->reserved, LIST_LEAST + 1) - least);
    *meaning = take(&left, form->narrow ? 1 : 0);
    rows->list_lines += take(&left, MIN_OF(form->reserved, LIST_GOOD) - rows->list_lines);
    rows->formula_lines = take(&left, form->narrow ? 2 : 1);
    rows->list_lines += take(&left, form->reserved - rows->list_lines);
    int notes = note_lines(form);
    rows->note_lines = left >= notes ? take(&left, notes) : 0;
    bool wanted[AIRS] = {true, form->reserved > 0, rows->note_lines > 0, true, true};
    for (int i = 0; i < AIRS; i++)
        air[i] = take(&left, wanted[i] ? 1 : 0);
    return MAX_OF(left, 0);
}

static void set_rows(EstimateForm *form) {
    EstimateRows *rows = &form->rows;
    int meaning, air[AIRS];
    rows->head = share(form, &meaning, air);
    rows->first = MAX_OF(rows->head - 1, 0); /* a blank row parts it from the screen below */
    rows->field = rows->head + 1 + air[AIR_UNDER_BAR];
    rows->meaning = meaning > 0 ? rows->field + 1 : -1;
    rows->list = rows->field + 1 + meaning + air[AIR_OVER_LIST];
    rows->more = air[AIR_UNDER_LIST] > 0;
    rows->result = rows->list + rows->list_lines + air[AIR_UNDER_LIST];
    rows->formula = rows->result + 2;
    rows->notes = rows->formula + rows->formula_lines + air[AIR_OVER_NOTES];
}

EstimateForm *estimate_form(const App *app, Arena *arena, const EstimateState *state) {
    EstimateForm *form = arena_new(arena, EstimateForm, 1);
    *form = (EstimateForm){.app = app,
                           .arena = arena,
                           .state = state,
                           .program = catalogue_program(app->catalogue, state->program),
                           .cols = screen_popup(app->cols).cols};
    form->narrow = form->cols < NARROW;
    form->grant = grant_of(form->program, cost_typed(app, arena, form), state->terms);
    add_choices(form);
    set_columns(form);
    form->reserved = reserve(form);
    set_rows(form);
    return form;
}

ListState estimate_list_state(const EstimateState *state) {
    return (ListState){state->list.selected - 1, state->list.top};
}

static int label_col_end(const EstimateForm *form) {
    int cells = MAX_OF(width(form, cost_label()), width(form, _("Grant")));
    return MARGIN + MAX_OF(cells, width(form, _("Own share"))) + GAP;
}

int estimate_field_cols(const EstimateForm *form) {
    int room = form->cols - MARGIN - label_col_end(form);
    return MAX_OF(form->narrow ? room : MIN_OF(room, FIELD_COLS), FIELD_LEAST);
}

/* ---- painting the choices ---- */

/* What it means, beside the label or below it; and what it comes to. */
static void paint_terms(const EstimateForm *form, const Canvas *line,
                        const EstimateChoice *choice) {
    int col = MARK_COLS + BOX_COLS, end = line->cols - MARGIN;
    if (choice->below)
        paint_fit(line, col, (int)choice->label.count, line->cols - col - 1, STYLE_DIM,
                  choice->terms);
    else if (choice->is_entry)
        paint(line, col + form->label_cols + GAP, 0, STYLE_DIM, choice->terms);
    else
        paint_right(line, end, 0, STYLE_DIM, choice->terms);
    paint_right(line, end, 0, choice->on ? STYLE_STRONG : STYLE_BODY, choice->amount);
}

static void choice_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const EstimateForm *form = context;
    const EstimateChoice *choice = &form->choices[item];
    int row = choice->heads ? 1 : 0;
    if (choice->heads)
        paint(canvas, MARGIN, 0, STYLE_DIM,
              /* TRANSLATORS: heading: which of several subsidies of a program is meant */
              choice->is_entry ? _("Which one (Tab, Space)")
                               /* TRANSLATORS: heading: conditions under which more is paid */
                               : _("What raises the limit (Space, if it applies)"));
    Canvas line = canvas_shifted(canvas, row, canvas->rows - row);
    if (selected)
        screen_mark(&line);
    Style style = choice->on ? STYLE_STRONG : STYLE_BODY;
    paint(&line, MARK_COLS, 0, style,
          choice->on ? mark_planned(canvas->grid) : mark_open(canvas->grid));
    screen_paint_lines(&line, MARK_COLS + BOX_COLS, 0, style, choice->label);
    paint_terms(form, &line, choice);
}

static int choice_lead(const void *context, int item) {
    const EstimateForm *form = context;
    return form->choices[item].heads ? 1 : 0;
}

List estimate_list(const EstimateForm *form) {
    return (List){form->count, form, choice_height, choice_paint, choice_lead};
}

static void paint_choices(const EstimateForm *form, const Canvas *popup) {
    const EstimateRows *rows = &form->rows;
    List list = estimate_list(form);
    ListState state = estimate_list_state(form->state);
    Canvas box = canvas_part(popup, 0, rows->list, popup->cols, rows->list_lines);
    list_view(&list, &state, &box);
    if (rows->more)
        screen_more_items(&list, &state, &box);
}

/* ---- painting the rest ---- */

/* What was typed in words; else what may be typed. */
static void paint_field(const EstimateForm *form, const Canvas *popup) {
    const EstimateRows *rows = &form->rows;
    int col = label_col_end(form), cols = estimate_field_cols(form);
    paint(popup, MARGIN, rows->field, STYLE_DIM, cost_label());
    Canvas field = canvas_part(popup, col, rows->field, cols, 1);
    text_edit_view(&form->app->field, &field, NULL, NULL);
    Style style = form->right ? STYLE_BODY : STYLE_DIM;
    const char *text = form->right ? number_yen(form->arena, form->grant.cost)
                                   : _("1800000 or 180万; empty clears it");
    if (rows->meaning >= 0)
        paint_fit(popup, col, rows->meaning, cols, style, text);
    else if (!form->narrow)
        paint_fit(popup, col + cols + GAP, rows->field, popup->cols - col - cols - GAP - 1, style,
                  text);
}

static void paint_amount(const EstimateForm *form, const Canvas *popup, int row, const char *label,
                         int64_t yen, const char *remark) {
    const char *text = grant_words_yen(form->arena, yen);
    int col = label_col_end(form);
    int end =
        col + MAX_OF(AMOUNT_LEAST, width(form, grant_words_yen(form->arena, form->grant.cost)));
    paint(popup, MARGIN, row, STYLE_DIM, label);
    paint_right(popup, end, row, STYLE_STRONG, text);
    if (end + GAP + width(form, remark) < popup->cols)
        paint(popup, end + GAP, row, STYLE_DIM, remark);
}

static void paint_result(const EstimateForm *form, const Canvas *popup) {
    const Grant *grant = &form->grant;
    int row = form->rows.result, col = label_col_end(form);
    if (grant->why == GRANT_COMPUTED) {
        paint_amount(form, popup, row, _("Grant"), grant->grant, grant_words_bound(grant));
        paint_amount(form, popup, row + 1, _("Own share"), grant->own,
                     grant_words_raised(form->arena, grant));
        return;
    }
    bool waits = grant->why == GRANT_NO_COST;
    WrapLines lines = wrap(
        form, waits ? _("follows as you type the cost") : grant_words_open(form->arena, grant->why),
        form->cols - col - MARGIN);
    lines.count = MIN_OF(lines.count, 2 + (size_t)form->rows.formula_lines);
    paint(popup, MARGIN, row, STYLE_DIM, _("Grant"));
    screen_paint_lines(popup, col, row, waits ? STYLE_DIM : STYLE_STRONG, lines);
}

static void paint_formula(const EstimateForm *form, const Canvas *popup) {
    const EstimateRows *rows = &form->rows;
    if (form->grant.why != GRANT_COMPUTED)
        return;
    WrapLines lines = wrap(form, grant_words_formula(form->arena, &form->grant), text_cols(form));
    lines.count = MIN_OF(lines.count, (size_t)rows->formula_lines);
    screen_paint_lines(popup, MARGIN, rows->formula, STYLE_BODY, lines);
}

void estimate_view(const App *app, const ScreenState *screen, const Canvas *body) {
    EstimateForm *form = estimate_form(app, body->frame, &screen->estimate);
    const EstimateRows *rows = &form->rows;
    Canvas popup = screen_popup_canvas(body, rows->first);
    screen_heading(&popup, rows->head, tr_context("estimate", "Estimate"),
                   words_program_name(form->program));
    paint_field(form, &popup);
    paint_result(form, &popup);
    paint_formula(form, &popup);
    WrapLines notes = notes_of(form);
    notes.count = MIN_OF(notes.count, (size_t)rows->note_lines);
    screen_paint_lines(&popup, MARGIN, rows->notes, STYLE_DIM, notes);
    paint_choices(form, &popup); /* last: where the cursor stands */
}
