/*
 * What a call says (calls_screen.h):
 *
 *     12/22   あと2日   0570-082100  ナビダイヤル（通話料有料）      電話 2回
 *                       知財総合支援窓口                           候補  佐藤
 *
 * and in full whom one calls, what came of the last call, and what to ask in each matter. The
 * number stands alone between blanks, so that a terminal's own selection takes it whole.
 */
#include "ui/screens/calls_screen.h"

#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"

enum {
    DUE_END = 8,   /* the day ends before it: mark, blank, 12/22 */
    LEFT_END = 18, /* as do the days left */
    NUMBER_COL = 20,
    NUMBER_COLS = 14, /* what stands behind the number stands in a column */
    NARROW = 60,      /* less, and all but the number stands at the left edge */
    EDGE_COL = 3,
    GAP = 2,
    NAME_LEAST = 16,
    NOTE_MOST = 3, /* lines of an item's note */
};

typedef struct Setting {
    const CallsView *view;
    CallBox *box;
    int col;  /* where the text begins */
    int cols; /* where it ends */
} Setting;

/* ---- text ---- */

static Str shown(const CallsView *view, const char *text) {
    return screen_shown(view->app, view->arena, text);
}

static int width(const CallsView *view, const char *text) {
    return screen_cells(view->app, view->arena, text);
}

static WrapLines wrap(const CallsView *view, const char *text, int cols) {
    return screen_lines(view->app, view->arena, text, cols);
}

static void put(Setting *set, int row, int col, Style style, Str text, bool right) {
    CallBox *box = set->box;
    box->spans =
        arena_grow(set->view->arena, box->spans, box->count, &box->room, sizeof *box->spans);
    box->spans[box->count++] = (CallSpan){row, col, 0, style, text, right};
}

static void put_text(Setting *set, int row, int col, Style style, const char *text) {
    put(set, row, col, style, shown(set->view, text), false);
}

static void put_right(Setting *set, int row, int end, Style style, const char *text) {
    put(set, row, end, style, shown(set->view, text), true);
}

/* A paragraph on lines of its own, `indent` from the text's left edge. */
static void add(Setting *set, int indent, Style style, const char *text) {
    if (is_absent(text))
        return;
    WrapLines lines = wrap(set->view, text, set->cols - set->col - indent);
    for (size_t i = 0; i < lines.count; i++)
        put(set, set->box->height++, set->col + indent, style, lines.at[i].text, false);
}

/* The same with something in front of its first line: a mark, a word and blanks. */
static void add_after(Setting *set, const char *front, int gap, Style style, const char *text) {
    int cells = width(set->view, front) + gap;
    put_text(set, set->box->height, set->col, STYLE_DIM, front);
    add(set, cells, style, text);
}

/* One line, cut where it is longer than `cells`. */
static void put_cut(Setting *set, int row, int col, int cells, Style style, const char *text) {
    put_text(set, row, col, style, text);
    set->box->spans[set->box->count - 1].cells = MAX_OF(cells, 1);
}

/* ---- the first line ---- */

/* A day that is a year away or more, with its year alone: nobody counts such days. */
static void due(Setting *set, const CallMatter *matter) {
    enum { SOON = 7, YEAR = 365 /* days */ };
    Arena *arena = set->view->arena;
    long days = date_to_days(matter->due) - date_to_days(set->view->app->today);
    Style late = days < 0 ? STYLE_WARN : STYLE_BODY;
    if (!date_is_known(matter->due)) {
        put_right(set, 0, LEFT_END, STYLE_DIM, _("no date"));
    } else if (days <= -YEAR || days >= YEAR) {
        char *iso = arena_alloc(arena, DATE_ISO_BYTES);
        date_print_iso(matter->due, iso);
        put_right(set, 0, LEFT_END, late, iso);
    } else {
        put_right(set, 0, DUE_END, late, date_print_short(arena, matter->due));
        put_right(set, 0, LEFT_END, days >= 0 && days <= SOON ? STYLE_STRONG : late,
                  screen_days_left(arena, days));
    }
}

static int behind_number(const CallsView *view, int col, const Phone *phone) {
    return col + MAX_OF(width(view, phone->number) + GAP, NUMBER_COLS);
}

/* Kind, extension and remark, behind the number or below it. */
static void phone_words(Setting *set, int row, int col, const Phone *phone) {
    const CallsView *view = set->view;
    const char *note = call_phone_note(view->arena, phone), *text = call_phone_kind(phone);
    if (!is_absent(note))
        text = arena_printf(view->arena, "%s  %s", text, note);
    int behind = behind_number(view, col, phone);
    if (behind + width(view, text) <= set->cols)
        put_text(set, row, behind, STYLE_DIM, text);
    else
        add(set, 0, STYLE_DIM, text);
}

/* How often somebody has called already, at the right end where there is room. */
static const char *logged_text(const CallsView *view, const Call *call) {
    long count = (long)call->logged;
    if (count == 0)
        return "";
    return arena_printf(view->arena,
                        /* TRANSLATORS: how often somebody has called already */
                        tr_plural("%ld call", "%ld calls", count), count);
}

/* Behind that, in two lines, whose number it would be. */
static void no_number(Setting *set, const Call *call, bool full) {
    const CallsView *view = set->view;
    const Program *program = call->matters[0].program;
    const char *text = _("No number is stated");
    int behind = NUMBER_COL + width(view, text) + GAP;
    put_text(set, 0, NUMBER_COL, STYLE_FAINT, text);
    if (full || program == NULL)
        return;
    const char *name = words_provider_short(view->arena, program->provider);
    if (behind + width(view, name) <= set->cols)
        put_text(set, 0, behind, STYLE_DIM, name);
}

static void first_line(Setting *set, const Call *call, bool full) {
    const CallsView *view = set->view;
    due(set, &call->matters[0]);
    set->box->height = 1;
    if (call->phone == NULL) {
        no_number(set, call, full);
        return;
    }
    put_text(set, 0, NUMBER_COL, STYLE_STRONG, call->phone->number);
    if (full) {
        phone_words(set, 0, NUMBER_COL, call->phone);
        return;
    }
    const char *kind = call_phone_kind(call->phone), *logged = logged_text(view, call);
    int end = behind_number(view, NUMBER_COL, call->phone), kind_cells = width(view, kind);
    if (end + kind_cells <= set->cols) {
        put_text(set, 0, end, STYLE_DIM, kind);
        end += kind_cells + GAP;
    }
    if (end + width(view, logged) <= set->cols)
        put_right(set, 0, set->cols, STYLE_DIM, logged);
}

/* ---- in two lines ---- */

static const char *side_of(const CallsView *view, const PlanItem *item) {
    const char *status = plan_status_label(plan_status_of(item));
    const char *owner = plan_text(item, PLAN_OWNER);
    return is_absent(owner) ? status : arena_printf(view->arena, "%s  %s", status, owner);
}

/* How many more matters there are; for one alone its status, and its owner where the name
   leaves room. */
static const char *brief_side(const Setting *set, const Call *call, const char *name) {
    const CallsView *view = set->view;
    const PlanItem *item = call->matters[0].item;
    const char *side = side_of(view, item);
    long more = (long)call->matter_count - 1;
    if (more > 0)
        return arena_printf(view->arena,
                            /* TRANSLATORS: more matters to be settled in the same call */
                            tr_plural("and %ld more", "and %ld more", more), more);
    bool fits = width(view, name) + GAP + width(view, side) <= set->cols - set->col;
    return fits ? side : plan_status_label(plan_status_of(item));
}

/* The name of the first matter. */
static void brief(Setting *set, const Call *call) {
    const CallsView *view = set->view;
    const char *name = work_item_name(view->app, call->matters[0].item);
    const char *side = brief_side(set, call, name);
    int cells = width(view, side), room = set->cols - set->col - cells - GAP;
    if (room >= NAME_LEAST)
        put_right(set, 1, set->cols, STYLE_DIM, side);
    else
        room = set->cols - set->col;
    put_cut(set, 1, set->col, room, STYLE_BODY, name);
    set->box->height = 2;
}

/* ---- in full: whom ---- */

static void desk_words(Setting *set, const Contact *contact) {
    add(set, 0, STYLE_BODY, contact->label);
    add(set, 0, STYLE_BODY, contact->hours);
    add(set, 0, STYLE_DIM, contact->email);
    add(set, 0, STYLE_DIM, contact->note);
}

/* The call's first number stands in the first line. */
static void desk(Setting *set, const CallDesk *desk, const Phone *said) {
    for (size_t i = 0; i < desk->phone_count; i++) {
        const Phone *phone = desk->phones[i];
        if (phone == said)
            continue;
        int row = set->box->height++;
        put_text(set, row, set->col, STYLE_STRONG, phone->number);
        phone_words(set, row, set->col, phone);
    }
    desk_words(set, desk->contact);
    for (size_t i = 0; i < desk->fax_count; i++) {
        const char *note = call_phone_note(set->view->arena, desk->faxes[i]);
        add(set, 0, STYLE_DIM,
            arena_printf(set->view->arena, is_absent(note) ? "%s  %s%s" : "%s  %s  %s",
                         call_phone_kind(desk->faxes[i]), desk->faxes[i]->number, note));
    }
}

static void provider(Setting *set, const Call *call) {
    const Program *program = call->matters[0].program;
    if (program != NULL && call->desk_count == 0)
        add(set, 0, STYLE_BODY, words_provider_name(program->provider));
}

/* Beside its time where it fits there, else below. */
static void last_call(Setting *set, const Call *call) {
    const CallsView *view = set->view;
    if (call->last == NULL)
        return;
    const char *when = screen_when_exactly(view->app, view->arena, call->last->at);
    const char *front = arena_printf(view->arena, _("Last call %s"), when);
    if (call->logged > 1)
        front = arena_printf(view->arena,
                             /* TRANSLATORS: when the last call was, and how many there were */
                             tr_plural("%s (%ld call)", "%s (%ld calls)", (long)call->logged),
                             front, (long)call->logged);
    int both = width(view, front) + GAP + width(view, call->last->to);
    if (both <= set->cols - set->col) {
        add_after(set, front, GAP, STYLE_BODY, call->last->to);
    } else {
        add(set, 0, STYLE_DIM, front);
        add(set, 0, STYLE_BODY, call->last->to);
    }
}

/* Blank lines, where there is room, part desks, so that each number has its label. */
static void whom(Setting *set, const Call *call) {
    bool airy = app_body_rows(set->view->app) >= AIR_ROWS;
    for (size_t i = 0; i < call->desk_count; i++) {
        set->box->height += i > 0 && airy ? 1 : 0;
        desk(set, &call->desks[i], call->phone);
    }
    provider(set, call);
    for (size_t i = 0; call->phone == NULL && i < call->pages.count; i++)
        add(set, 0, STYLE_LINK, call->pages.at[i]);
    set->box->height += call->last != NULL && airy ? 1 : 0;
    last_call(set, call);
}

/* ---- in full: what ---- */

static void note(Setting *set, const PlanItem *item) {
    const char *text = plan_text(item, PLAN_NOTE);
    const CallsView *view = set->view;
    const char *label = _("Note");
    int col = set->col + width(view, label) + GAP;
    if (is_absent(text))
        return;
    WrapLines lines = wrap(view, text, set->cols - col);
    int rest = (int)lines.count - NOTE_MOST;
    size_t most = rest < 2 ? lines.count : NOTE_MOST;
    put_text(set, set->box->height, set->col, STYLE_DIM, label);
    for (size_t i = 0; i < most; i++)
        put(set, set->box->height++, col, STYLE_BODY, lines.at[i].text, false);
    if (most < lines.count)
        put_text(set, set->box->height++, col, STYLE_DIM,
                 arena_printf(view->arena, tr_plural("%d more line", "%d more lines", rest), rest));
}

/* The name with status and owner beside it, or below where there is no room. */
static void matter_name(Setting *set, const CallMatter *matter) {
    const CallsView *view = set->view;
    const char *side = side_of(view, matter->item), *name = work_item_name(view->app, matter->item);
    int end = set->cols, cells = width(view, side);
    bool beside = end - set->col - cells - GAP >= NAME_LEAST;
    if (beside) {
        put_right(set, set->box->height, end, STYLE_DIM, side);
        set->cols = end - cells - GAP;
    }
    add(set, 0, STYLE_STRONG, name);
    set->cols = end;
    if (tr_lang() == LANG_EN && matter->program != NULL)
        add(set, 0, STYLE_DIM, matter->program->name);
    if (!beside)
        add(set, 0, STYLE_DIM, side);
}

static void questions(Setting *set, const CallMatter *matter) {
    const CallsView *view = set->view;
    const App *app = view->app;
    Strings all = call_questions(view->arena, app->catalogue, &app->work.plan, matter, app->today,
                                 app->late.diagnosis);
    bool plain = app->ascii || app->substitute || tr_lang() == LANG_EN;
    for (size_t i = 0; i < all.count; i++)
        add_after(set, plain ? "- " : "・", 0, STYLE_BODY, all.at[i]);
}

static void matter(Setting *set, const Call *call, int place) {
    const CallsView *view = set->view;
    bool airy = app_body_rows(view->app) >= AIR_ROWS;
    bool here = call->matter_count > 1 && place == view->matter;
    set->box->height += airy ? 1 : 0;
    set->box->matter_rows[place] = set->box->height;
    if (here)
        put_text(set, set->box->height, set->col - 2, STYLE_STRONG,
                 view->app->ascii || view->app->substitute ? ">" : "▸");
    matter_name(set, &call->matters[place]);
    questions(set, &call->matters[place]);
    note(set, call->matters[place].item);
}

CallBox calls_box(const CallsView *view, int place, bool full) {
    const Call *call = &view->sheet.calls[place];
    CallBox box = {.spans = NULL};
    Setting set = {view, &box, view->cols < NARROW ? EDGE_COL : NUMBER_COL, view->cols - GAP};
    first_line(&set, call, full);
    if (!full) {
        brief(&set, call);
        return box;
    }
    box.matter_rows = arena_new(view->arena, int, call->matter_count);
    whom(&set, call);
    for (size_t i = 0; i < call->matter_count; i++)
        matter(&set, call, (int)i);
    return box;
}
