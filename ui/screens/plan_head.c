/*
 * What stands over the plan's list: its name as a bar, what is wrong with it and the key that
 * helps, how far all of it is, what is on of order and filter; and what is said instead of a
 * list. Lines are collected first, then painted as far as there is room.
 */
#include "ui/screens/plan_screen.h"
#include "ui/screens/ticks.h"

#include "report/grant_words.h"
#include "report/plan_words.h"
#include "report/words.h"
#include "text/era.h"
#include "text/number.h"

enum {
    HEAD_MOST = 32,
    PARTS_MOST = 10, /* of a line */
    MARGIN = 1,
    GAP = 2,
    PROBLEM_MOST = 3,  /* lines of what is wrong */
    LIST_LEAST = 3,    /* rows that the list keeps */
    READING_MOST = 76, /* cells of a line that is read */
    AIR_FROM = 12,     /* rows of the body from which there is air */
    MORE_AIR_FROM = 30,
};

typedef struct HeadPart {
    int col;
    Style style;
    Str text;
} HeadPart;

typedef struct HeadLine {
    HeadPart at[PARTS_MOST];
    int count, end;
} HeadLine;

struct PlanHead {
    HeadLine at[HEAD_MOST];
    int count;
    bool air; /* a blank line before the list */
};

/* ---- words ---- */

const char *plan_sort_name(PlanSort sort) {
    switch (sort) {
    case SORT_DUE:
        return _("by due date");
    case SORT_STATUS:
        return _("by status");
    case SORT_ADDED:
        return _("as added");
    default:
        return _("by step");
    }
}

const char *plan_due_name(PlanDue due) {
    switch (due) {
    case DUE_OVERDUE:
        return _("Overdue");
    case DUE_WITHIN_WEEK:
        /* TRANSLATORS: due from today to Sunday */
        return _("This week");
    case DUE_WITHIN_MONTH:
        /* TRANSLATORS: due after this week, but in this month */
        return _("This month");
    case DUE_LATER:
        /* TRANSLATORS: due after this month */
        return tr_context("due", "Later");
    case DUE_NONE:
        return _("No due date");
    default:
        /* TRANSLATORS: items with nothing left to do: done, rejected, dropped */
        return tr_context("due", "Finished");
    }
}

const char *plan_step_name(const App *app, Arena *arena, int step) {
    const char *title =
        step == 0 ? _("For every step") : words_step_title(&app->catalogue->steps[step - 1]);
    return arena_printf(arena, "%d %s", step, title);
}

const char *plan_group_name(FilterGroup group) {
    switch (group) {
    case FILTER_STEP:
        return _("Step");
    case FILTER_STATUS:
        return _("Status");
    case FILTER_DUE:
        return _("Due");
    default:
        return _("Catalogue");
    }
}

int plan_choice_count(FilterGroup group) {
    static const int counts[FILTER_GROUPS] = {STEP_COUNT + 1, PLAN_STATUS_COUNT, DUE_COUNT, 1};
    return counts[group];
}

const char *plan_choice_name(const App *app, Arena *arena, FilterGroup group, int choice) {
    switch (group) {
    case FILTER_STEP:
        return plan_step_name(app, arena, choice);
    case FILTER_STATUS:
        return plan_status_label((PlanStatus)choice);
    case FILTER_DUE:
        return plan_due_name((PlanDue)choice);
    default:
        /* TRANSLATORS: items whose facts in the catalogue changed, or that are in conflict */
        return tr_context("filter", "changed");
    }
}

const char *plan_status_count(Arena *arena, PlanStatus status, int count) {
    /* TRANSLATORS: 1 dropped, 2 rejected: the second is the word for a status */
    return count == 0 ? "" : arena_printf(arena, _("%1$d %2$s"), count, plan_status_label(status));
}

const char *plan_count_text(Arena *arena, int shown, int all) {
    if (shown == all)
        return arena_printf(arena, tr_plural("%d item", "%d items", all), all);
    /* TRANSLATORS: items that a filter lets through, of all */
    return arena_printf(arena, _("%1$d of %2$d items"), shown, all);
}

/* ---- lines ---- */

static HeadLine *new_line(PlanHead *head) {
    if (head->count < HEAD_MOST)
        head->count++;
    head->at[head->count - 1] = (HeadLine){.end = MARGIN};
    return &head->at[head->count - 1];
}

/* Text of several lines: at most `most`. */
static void add_text(const PlanView *view, PlanHead *head, int most, Style style,
                     const char *text) {
    int cols = MIN_OF(view->cols - 2 * MARGIN, style == STYLE_WARN ? view->cols : READING_MOST);
    WrapLines lines = screen_lines(view->app, view->arena, text, cols);
    for (size_t i = 0; i < lines.count && (int)i < most; i++) {
        HeadLine *line = new_line(head);
        line->at[line->count++] = (HeadPart){MARGIN, style, lines.at[i].text};
    }
}

/* A part after those on the last line, or on a new one. */
static void add_part(const PlanView *view, PlanHead *head, int gap, Style style, const char *text) {
    HeadLine *line = &head->at[head->count - 1];
    Str shown = screen_shown(view->app, view->arena, text);
    int cells = text_width(shown, view->app->ambiguous);
    int col = line->count == 0 ? MARGIN : line->end + gap;
    if (line->count == PARTS_MOST || (line->count > 0 && col + cells > view->cols - MARGIN)) {
        line = new_line(head);
        col = MARGIN;
    }
    line->at[line->count++] = (HeadPart){col, style, shown};
    line->end = col + cells;
}

/* ---- what is wrong ---- */

/* 19 December 2016 10:23, on the user's clock. */
static const char *stamp_text(const PlanView *view, const char *stamp) {
    Date date;
    int minute;
    if (!plan_words_moment(stamp, view->app->zone, &date, &minute))
        return stamp;
    /* TRANSLATORS: a day and a time of day */
    return arena_printf(view->arena, _("%s %02d:%02d"), date_print_long(view->arena, date),
                        minute / 60, minute % 60);
}

/* Without the folders before the plan's file: they are long and say nothing to its owner. */
static const char *without_folders(const PlanView *view, const char *text) {
    const char *name = arena_printf(view->arena, "/%s", view->app->work.file);
    const char *at = name[1] == '\0' ? NULL : strstr(text, name), *from = at;
    while (from != NULL && from > text && from[-1] != ' ')
        from--;
    return at == NULL ? text
                      : arena_printf(view->arena, "%.*s%s", (int)(from - text), text, at + 1);
}

static const char *way_out(const PlanView *view) {
    const Work *work = &view->app->work;
    const char *when = stamp_text(view, work->version_when);
    if (work->version == 0)
        return _("There is no version that can be read, so nothing is shown. Mend the file with an "
                 "editor and press Ctrl-L, or open another plan with p.");
    if (work->read_only)
        return arena_printf(view->arena, _("What you see is the version of %s."), when);
    return arena_printf(view->arena,
                        _("Enter brings back the version of %s, which you see here. The damaged "
                          "file is kept as a version too."),
                        when);
}

/* What is wrong in red, what helps, and the reason. */
static void add_trouble(const PlanView *view, PlanHead *head, const char *what, const char *help,
                        const char *reason) {
    add_text(view, head, PROBLEM_MOST, STYLE_WARN, what);
    if (!is_absent(help))
        add_text(view, head, HEAD_MOST, STYLE_BODY, help);
    add_text(view, head, PROBLEM_MOST, STYLE_DIM, reason);
}

/* Of the plan's name, and of its answers to the diagnosis. */
static void add_plan_conflicts(const PlanView *view, PlanHead *head) {
    const PlanRecords *conflicts = &view->app->work.plan.conflicts;
    const PlanRecord *name = NULL;
    size_t answers = 0;
    for (size_t i = conflicts->count; i-- > 0;) {
        bool is_name = plan_conflict_is_of_name(&conflicts->at[i]);
        answers += str_starts(str(conflicts->at[i].field), str(PLAN_ANSWER)) ? 1 : 0;
        name = is_name ? &conflicts->at[i] : name;
    }
    if (name != NULL)
        add_text(view, head, PROBLEM_MOST, STYLE_WARN,
                 arena_printf(view->arena,
                              _("Another gave this plan the name \"%s\" meanwhile; r settles it."),
                              name->to));
    if (answers > 0)
        add_text(view, head, PROBLEM_MOST, STYLE_WARN,
                 _("Another answered the diagnosis differently meanwhile; d shows where (!)."));
}

static void add_troubles(const PlanView *view, PlanHead *head) {
    const Work *work = &view->app->work;
    if (!is_absent(work->unsaved))
        add_trouble(view, head, _("The plan is not saved; R tries again. Nothing is lost so far."),
                    "", without_folders(view, work->unsaved));
    if (!is_absent(work->bookmarks_unsaved))
        add_trouble(view, head, _("The bookmarks are not saved; R tries again."), "",
                    work->bookmarks_unsaved);
    if (!is_absent(work->problem))
        add_trouble(view, head, _("The plan's file is damaged."), way_out(view),
                    work->version == 0 ? work->problem : without_folders(view, work->problem));
    add_plan_conflicts(view, head);
}

/* ---- how far it is ---- */

typedef struct Totals {
    int statuses[PLAN_STATUS_COUNT], late, conflicts;
} Totals;

static Totals totals_of(const PlanView *view) {
    Totals totals = {0};
    for (int i = 0; i < view->all.count; i++) {
        const PlanRow *row = &view->all.at[i];
        totals.statuses[row->status]++;
        totals.late += row->due == DUE_OVERDUE;
        totals.conflicts += row->item->conflicts.count > 0;
    }
    return totals;
}

/* What all of it costs, what is granted, and what is left to pay; items given up do not count. */
static int money_of(const PlanView *view, const char **out) {
    Arena *arena = view->arena;
    GrantTotals totals = grant_totals(view->app->catalogue, &view->app->work.plan);
    const char *open = grant_words_open_count(arena, &totals);
    int count = 0;
    if (totals.cost == 0)
        return 0;
    /* TRANSLATORS: the planned cost of all items */
    out[count++] = arena_printf(arena, _("cost %s"), number_yen(arena, totals.cost));
    if (totals.computed > 0) {
        /* TRANSLATORS: the grants of all items */
        out[count++] = arena_printf(arena, _("grant %s"), number_yen(arena, totals.grant));
        out[count++] = arena_printf(arena, _("own share %s"), number_yen(arena, totals.own));
    }
    if (!is_absent(open))
        out[count++] = open;
    return count;
}

static void add_summary(const PlanView *view, PlanHead *head) {
    static const PlanStatus last[] = {PLAN_DONE, PLAN_REJECTED, PLAN_DROPPED};
    Totals totals = totals_of(view);
    new_line(head);
    for (size_t i = 0; i < COUNT_OF(last); i++)
        if (totals.statuses[last[i]] > 0)
            add_part(view, head, GAP, last[i] == PLAN_DONE ? STYLE_GOOD : STYLE_DIM,
                     plan_status_count(view->arena, last[i], totals.statuses[last[i]]));
    if (totals.late > 0)
        add_part(view, head, GAP, STYLE_WARN,
                 arena_printf(view->arena, _("%d overdue"), totals.late));
    if (totals.conflicts > 0)
        add_part(view, head, GAP, STYLE_WARN,
                 arena_printf(view->arena, _("%d in conflict (!)"), totals.conflicts));
}

/* ---- what is on ---- */

/* "Status: checking, done"; of steps the numbers will do. */
static const char *chip_text(const PlanView *view, FilterGroup group) {
    const PlanFilter *filter = &view->state->filter;
    const char *text = "";
    if (group == FILTER_CHANGED)
        return plan_choice_name(view->app, view->arena, group, 0);
    for (int i = 0; i < plan_choice_count(group); i++) {
        int choice = group == FILTER_STEP ? (i + 1) % plan_choice_count(group) : i;
        if ((plan_filter_bits(filter, group) & 1u << choice) == 0)
            continue;
        const char *name = group == FILTER_STEP
                               ? arena_printf(view->arena, "%d", choice)
                               : plan_choice_name(view->app, view->arena, group, choice);
        /* TRANSLATORS: between two choices of a filter */
        text = is_absent(text) ? name : arena_printf(view->arena, "%s%s%s", text, _(", "), name);
    }
    if (group == FILTER_STEP)
        return arena_printf(view->arena, "%s %s", plan_group_name(group), text);
    return text;
}

/* At the right end of the summary, where there is room. */
static void add_order(const PlanView *view, PlanHead *head) {
    if (view->state->sort == SORT_STEP)
        return;
    add_part(view, head, GAP, STYLE_DIM, plan_sort_name(view->state->sort));
    HeadLine *line = &head->at[head->count - 1];
    HeadPart *part = &line->at[line->count - 1];
    part->col = view->cols - MARGIN - (line->end - part->col);
}

/* Behind the statuses, or on a line of its own; with little room of it all only what it costs. */
static void add_money(const PlanView *view, PlanHead *head, bool short_of_rows) {
    enum { MOST = 4 };
    const char *parts[MOST];
    int count = money_of(view, parts), cells = 0;
    const HeadLine *line = &head->at[head->count - 1];
    for (int i = 0; i < count; i++)
        cells += GAP + screen_cells(view->app, view->arena, parts[i]);
    if (view->state->sort != SORT_STEP)
        cells += GAP +
                 text_width(screen_shown(view->app, view->arena, plan_sort_name(view->state->sort)),
                            view->app->ambiguous);
    bool beside = line->end + cells <= view->cols - MARGIN;
    bool own_line = !beside && !short_of_rows && count > 1;
    if (own_line) {
        add_order(view, head);
        new_line(head);
    } else if (!beside) {
        count = MIN_OF(count, 1);
    }
    for (int i = 0; i < count; i++)
        add_part(view, head, GAP, STYLE_BODY, parts[i]);
    if (!own_line)
        add_order(view, head);
}

static void add_chips(const PlanView *view, PlanHead *head) {
    const PlanState *state = view->state;
    if (plan_filter_is_on(&state->filter))
        new_line(head);
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++)
        if (plan_filter_bits(&state->filter, group) != 0)
            add_part(view, head, 1, STYLE_BAR0,
                     ticks_chip(view->app, view->arena, chip_text(view, group)));
}

/* ---- instead of a list ---- */

static void add_blank(PlanHead *head) {
    new_line(head);
}

/* Nothing gets through: which group to drop for how many. */
static void add_nothing(const PlanView *view, PlanHead *head) {
    const PlanFilter *filter = &view->state->filter;
    add_text(view, head, HEAD_MOST, STYLE_BODY, _("No item of the plan gets through the filter."));
    for (FilterGroup group = 0; group < FILTER_GROUPS; group++) {
        int count = plan_filter_bits(filter, group) == 0
                        ? 0
                        : plan_filter_count(&view->all, view->arena, filter, group, 0);
        if (count > 0)
            add_text(view, head, HEAD_MOST, STYLE_BODY,
                     /* TRANSLATORS: without "Status" there is 1 item; f changes the filter */
                     arena_printf(view->arena,
                                  tr_plural("Without \"%1$s\" there is %2$d item; f changes the "
                                            "filter.",
                                            "Without \"%1$s\" there are %2$d items; f changes the "
                                            "filter.",
                                            count),
                                  plan_group_name(group), count));
    }
    add_text(view, head, HEAD_MOST, STYLE_DIM, _("f and Enter on the first row show all again."));
}

static void add_empty(const PlanView *view, PlanHead *head) {
    add_text(view, head, HEAD_MOST, STYLE_BODY, _("This plan is empty."));
    add_blank(head);
    add_text(view, head, HEAD_MOST, STYLE_BODY,
             _("Choose programs on the roadmap (keys 1 to 4): Space puts the selected one in the "
               "plan, and takes it out again. Space does the same on a program's card."));
    add_blank(head);
    add_text(view, head, HEAD_MOST, STYLE_DIM,
             _("p shows all plans, ? every command with its key."));
}

/* ---- all of it ---- */

static void build(const PlanView *view, PlanHead *head, int most) {
    bool damaged_away = !is_absent(view->app->work.problem) && view->app->work.version == 0;
    head->air = most >= AIR_FROM;
    new_line(head); /* the bar */
    add_troubles(view, head);
    if (view->all.count == 0) {
        if (head->air || head->count > 1)
            add_blank(head);
        if (!damaged_away)
            add_empty(view, head);
        return;
    }
    add_summary(view, head);
    add_money(view, head, most < AIR_FROM);
    add_chips(view, head);
    if (view->rows.count == 0 || most >= MORE_AIR_FROM)
        add_blank(head);
    if (view->rows.count == 0)
        add_nothing(view, head);
}

const PlanHead *plan_head_of(const PlanView *view, int most, int *rows) {
    PlanHead *head = arena_new(view->arena, PlanHead, 1);
    *head = (PlanHead){.count = 0};
    build(view, head, most);
    int wanted = head->count + (head->air ? 1 : 0);
    *rows = MIN_OF(wanted, MAX_OF(most - (view->rows.count > 0 ? LIST_LEAST : 0), 1));
    return head;
}

bool plan_head_has_air(const PlanHead *head) {
    return head->air;
}

static void paint_bar(const PlanView *view, const Canvas *body) {
    int cols = view->cols;
    paint_blank(body, 0, 0, cols, STYLE_BAR0);
    int end = cols - MARGIN;
    if (view->all.count > 0)
        end = paint_right(body, end, 0, STYLE_BAR0,
                          plan_count_text(view->arena, view->rows.count, view->all.count)) -
              GAP;
    paint_fit(body, MARGIN, 0, end - MARGIN, STYLE_BAR0, view->app->work.plan.name);
}

void plan_head_paint(const PlanView *view, const Canvas *body) {
    const PlanHead *head = view->head;
    paint_bar(view, body);
    for (int row = 1; row < head->count && row < view->head_rows; row++)
        for (int i = 0; i < head->at[row].count; i++) {
            const HeadPart *part = &head->at[row].at[i];
            paint_text(body, part->col, row, part->style, part->text);
        }
}
