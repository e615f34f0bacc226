/* See comparison.h. Every row is one function that adds lines to one cell. */
#include "report/comparison.h"

#include "catalogue/names.h"
#include "catalogue/period.h"
#include "report/place_parts.h"
#include "report/words.h"
#include "text/era.h"
#include "text/key.h"
#include "text/number.h"

/* What a cell is made from. */
typedef struct Filling {
    Arena *arena;
    const Catalogue *catalogue;
    const Program *program;
    Date as_of;
    ComparisonCell *cell;
} Filling;

/* Absent text adds nothing; a text of several lines adds them all. */
static void add_marked(Filling *into, const char *mark, DocRole role, const char *text) {
    ComparisonCell *cell = into->cell;
    while (!is_absent(text)) {
        size_t len = strcspn(text, "\n");
        const char *line = text[len] == '\0' ? text : arena_copy(into->arena, str_n(text, len));
        cell->lines =
            arena_grow(into->arena, cell->lines, cell->count, &cell->room, sizeof *cell->lines);
        cell->lines[cell->count++] = (CellLine){mark, line, role};
        text += len + strspn(text + len, "\n");
        mark = "";
    }
}

static void add(Filling *into, DocRole role, const char *text) {
    add_marked(into, "", role, text);
}

/* Before one of several: what stands alone has none. */
static const char *bullet(size_t count) {
    /* TRANSLATORS: before each of several conditions or limits; two cells */
    return count > 1 ? tr_context("bullet", "- ") : "";
}

/* Before what belongs to such a one. */
static const char *below_bullet(size_t count) {
    return count > 1 ? "  " : "";
}

static void add_list(Filling *into, Strings items) {
    const char *mark = bullet(items.count);
    for (size_t i = 0; i < items.count; i++)
        add_marked(into, mark, ROLE_BODY, items.at[i]);
}

/* ---- what it is ---- */

static void purpose(Filling *into) {
    const Program *program = into->program;
    if (program->step == 0) {
        add(into, ROLE_BODY, _("For every step"));
        return;
    }
    const Step *step = &into->catalogue->steps[program->step - 1];
    add(into, ROLE_BODY, arena_printf(into->arena, "%d %s", step->number, words_step_title(step)));
    if (program->need != NULL)
        add(into, ROLE_DIM,
            arena_printf(into->arena, "%s %s", program->need->id, words_need_title(program->need)));
}

static void provider(Filling *into) {
    add(into, ROLE_BODY, words_provider_short(into->arena, into->program->provider));
}

static void kind(Filling *into) {
    add(into, ROLE_BODY, enum_label(&program_kind_names, (int)into->program->kind));
}

/* ---- money ---- */

static void fee_options(Filling *into) {
    const Cost *cost = &into->program->cost;
    if (cost->options.count > COST_OPTIONS_LISTED) {
        add(into, ROLE_BODY, words_cost_range(into->arena, &cost->options));
        add(into, ROLE_DIM, _("The card has the table of fees."));
        return;
    }
    size_t count = cost->options.count;
    for (size_t i = 0; i < count; i++) {
        add_marked(into, bullet(count), ROLE_BODY,
                   words_cost_part(into->arena, &cost->options.at[i]));
        add_marked(into, below_bullet(count), ROLE_DIM, cost->options.at[i].note);
    }
}

/* What a subsidy pays stands in rows of its own; there the source's text would say it twice. */
static void fee(Filling *into) {
    const Cost *cost = &into->program->cost;
    if (cost->kind == COST_NOT_STATED)
        return;
    bool set_out = into->program->subsidy.count > 0 || words_cost_is_elsewhere(cost);
    add(into, cost->kind == COST_FREE ? ROLE_GOOD : ROLE_BODY,
        set_out ? enum_label(&cost_kind_names, (int)cost->kind) : words_cost(into->arena, cost));
    if (!words_cost_says_all(cost))
        fee_options(into);
}

static bool same_rate(Rate a, Rate b) {
    return a.kind == b.kind && a.numerator == b.numerator && a.denominator == b.denominator;
}

/* Whether all parts of a subsidy have the rate of the first. */
static bool has_one_rate(const Subsidies *all) {
    for (size_t i = 1; i < all->count; i++)
        if (!same_rate(all->at[i].rate, all->at[0].rate))
            return false;
    return true;
}

static const char *labelled(Arena *arena, const char *label, const char *text) {
    return is_absent(label) ? text : arena_printf(arena, "%s  %s", label, text);
}

static void rate(Filling *into) {
    const Subsidies *all = &into->program->subsidy;
    size_t count = has_one_rate(all) ? MIN_OF(all->count, (size_t)1) : all->count;
    for (size_t i = 0; i < count; i++) {
        const Subsidy *subsidy = &all->at[i];
        const char *text = words_rate(into->arena, subsidy->rate);
        if (subsidy->rate.kind != RATE_NOT_STATED || count > 1)
            add_marked(into, bullet(count), ROLE_STRONG,
                       count == 1 ? text : labelled(into->arena, subsidy->label, text));
    }
}

static const char *limit_text(Arena *arena, const Subsidy *subsidy) {
    const char *cap = number_yen(arena, subsidy->cap_yen);
    if (is_absent(subsidy->cap_per))
        return cap;
    /* TRANSLATORS: the most that is paid, and for what (each year). */
    return arena_printf(arena, tr_context("limit", "%s (%s)"), cap, subsidy->cap_per);
}

static size_t count_limits(const Subsidies *all) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->at[i].cap_yen != YEN_NOT_STATED;
    return count;
}

static void limit(Filling *into) {
    const Subsidies *all = &into->program->subsidy;
    size_t count = count_limits(all);
    for (size_t i = 0; i < all->count; i++) {
        const Subsidy *subsidy = &all->at[i];
        if (subsidy->cap_yen == YEN_NOT_STATED)
            continue;
        add_marked(into, bullet(count), ROLE_STRONG,
                   labelled(into->arena, subsidy->label, limit_text(into->arena, subsidy)));
        for (size_t j = 0; j < subsidy->multipliers.count; j++)
            add_marked(into, below_bullet(count), ROLE_DIM,
                       words_multiplier(into->arena, &subsidy->multipliers.at[j]));
    }
}

static void scope(Filling *into) {
    const Subsidies *all = &into->program->subsidy;
    for (size_t i = 0; i < all->count; i++)
        if (!is_absent(all->at[i].scope))
            add_marked(into, bullet(all->count), ROLE_BODY,
                       labelled(into->arena, all->at[i].label, all->at[i].scope));
}

static void finance(Filling *into) {
    const Finances *all = &into->program->finance;
    for (size_t i = 0; i < all->count; i++) {
        const char *terms[FINANCE_TERMS_MOST];
        add_marked(into, bullet(all->count), ROLE_STRONG, words_finance(into->arena, &all->at[i]));
        size_t count = words_finance_terms(into->arena, &all->at[i], terms);
        for (size_t term = 0; term < count; term++)
            add_marked(into, below_bullet(all->count), ROLE_BODY, terms[term]);
    }
}

/* ---- when and for whom ---- */

/* 受付中（あと38日）; 受付終了. */
static const char *window_state(Arena *arena, const Period *when, Date as_of) {
    const char *state = enum_label(&period_state_names, (int)period_state(when, as_of));
    if (period_state(when, as_of) != STATE_OPEN)
        return state;
    /* TRANSLATORS: open now, and how many days are left. */
    return arena_printf(arena, tr_context("window", "%s (%s)"), state,
                        words_days_left(arena, period_days_left(when, as_of)));
}

/* How it stands first, dates below. */
static void period(Filling *into) {
    const Period *when = &into->program->period;
    DocRole role = doc_period_role(when, into->as_of);
    if (when->kind == PERIOD_RANGE) {
        add(into, role, window_state(into->arena, when, into->as_of));
        /* TRANSLATORS: the first day of a window; the last stands on the line below. */
        add(into, ROLE_BODY,
            arena_printf(into->arena, tr_context("window", "%s to"),
                         date_print_both(into->arena, when->from)));
        add(into, ROLE_BODY, date_print_both(into->arena, when->to));
    } else if (when->kind != PERIOD_NOT_STATED) {
        add(into, role,
            words_period(into->arena, &into->catalogue->edition, into->program, into->as_of));
    }
    add(into, ROLE_BODY, words_relative_window(into->arena, when));
    add(into, ROLE_DIM, when->note);
}

static void audience(Filling *into) {
    add(into, ROLE_BODY, into->program->audience);
}

static void conditions(Filling *into) {
    add_list(into, into->program->requirements);
}

static void documents(Filling *into) {
    add_list(into, into->program->documents);
}

/* ---- where ---- */

static void area(Filling *into) {
    PlaceParts parts = place_parts(into->arena, &into->program->places);
    for (size_t i = 0; i < parts.count; i++) {
        const PlacePart *part = &parts.at[i];
        add(into, ROLE_BODY,
            /* TRANSLATORS: what is there (adviser, office, example) and where, or at how many
               places. */
            arena_printf(into->arena, tr_context("area", "%s: %s"), part->what,
                         is_absent(part->count) ? part->names : part->count));
        if (!is_absent(part->count))
            add(into, ROLE_DIM, part->names);
    }
}

/* ---- how ---- */

/* How long it takes, where the source says so beside its stages (最長2年間). */
static void duration(Filling *into) {
    static const char label[] = "期間"; /* of a fact */
    const Facts *facts = &into->program->facts;
    for (size_t i = 0; i < facts->count; i++)
        if (strcmp(facts->at[i].label, label) == 0)
            add(into, ROLE_BODY, facts->at[i].value);
}

/* Several ways, each with stages of its own (受入研修 1, …, 専門家派遣 1), are not added up. */
static bool is_one_way(const ProcessSteps *all) {
    for (size_t i = 1; i < all->count; i++) {
        const char *number = strrchr(all->at[i].label, ' ');
        if (number != NULL && strcmp(number, " 1") == 0)
            return false;
    }
    return all->count > 0;
}

static void process_step(Filling *into, const ProcessStep *step, size_t number) {
    enum { NUMBER_MOST = 3 /* bytes of "7" or "①" */ };
    Arena *arena = into->arena;
    const char *label = is_absent(step->label) ? arena_printf(arena, "%zu", number) : step->label;
    if (strlen(label) <= NUMBER_MOST)
        add_marked(into, arena_printf(arena, "%s ", label), ROLE_DIM, step->title);
    else
        add(into, ROLE_DIM, arena_printf(arena, "%s  %s", label, step->title));
}

static void process(Filling *into) {
    const ProcessSteps *all = &into->program->process;
    duration(into);
    if (is_one_way(all))
        add(into, ROLE_BODY,
            arena_printf(into->arena, tr_plural("%d stage", "%d stages", (int)all->count),
                         (int)all->count));
    for (size_t i = 0; i < all->count; i++)
        process_step(into, &all->at[i], i + 1);
}

static void contact(Filling *into, const Contact *contact) {
    add(into, ROLE_BODY, contact->label);
    for (size_t i = 0; i < contact->phones.count; i++) {
        const Phone *phone = &contact->phones.at[i];
        add(into, ROLE_STRONG, words_phone(into->arena, phone));
        if (phone->kind == PHONE_NAVIDIAL && strstr(phone->note, "通話料") == NULL)
            add(into, ROLE_DIM, _("The caller pays for the call."));
    }
    add(into, ROLE_BODY, contact->email);
    add(into, ROLE_DIM, contact->hours);
    add(into, ROLE_DIM, contact->note);
}

/* Numbers to call, and the pages that the source gives as the place to ask. */
static void contacts(Filling *into) {
    const Program *program = into->program;
    for (size_t i = 0; i < program->contacts.count; i++)
        contact(into, &program->contacts.at[i]);
    for (size_t i = 0; i < program->links.count; i++) {
        const Link *link = &program->links.at[i];
        if (link->kind != LINK_CONTACT)
            continue;
        add(into, ROLE_BODY, is_absent(link->label) ? link->audience : link->label);
        add(into, ROLE_DIM, link->url);
    }
}

/* ---- the rows ---- */

typedef struct RowKind {
    const char *key, *name; /* msgid */
    void (*fill)(Filling *into);
} RowKind;

static const RowKind kinds[] = {
    /* TRANSLATORS: rows of a comparison, at most 11 cells: the step and the need it serves */
    {"purpose", N_("Purpose"), purpose},
    {"provider", N_("Provider"), provider},
    {"kind", N_("Kind"), kind},
    {"fee", N_("Fee"), fee},
    {"rate", N_("Rate"), rate},
    /* TRANSLATORS: the most that a subsidy pays */
    {"limit", N_("Limit"), limit},
    /* TRANSLATORS: what a subsidy pays for */
    {"scope", N_("Paid for"), scope},
    /* TRANSLATORS: limits and terms of loans, guarantees and insurance */
    {"finance", N_("Financing"), finance},
    {"period", N_("Period"), period},
    {"audience", N_("Audience"), audience},
    {"conditions", N_("Conditions"), conditions},
    {"area", N_("Area"), area},
    {"process", N_("How it goes"), process},
    {"documents", N_("Documents"), documents},
    {"contact", N_("Contact"), contacts},
};
_Static_assert(COUNT_OF(kinds) < COMPARISON_ROWS_MOST, "and one of the caller's");

static void settle_cell(Filling *into) {
    into->cell->stated = into->cell->count > 0;
    if (!into->cell->stated)
        add(into, ROLE_FAINT, _("not stated"));
}

/* ---- what differs ---- */

/* All that a cell says as one key, without blanks, which mean nothing. */
static const char *meaning(Arena *arena, const ComparisonCell *cell) {
    const char *all = "";
    for (size_t i = 0; i < cell->count; i++)
        all = arena_printf(arena, "%s/%s", all, cell->lines[i].text);
    Str key = text_key(arena, str(all));
    char *out = arena_copy(arena, key), *end = out;
    for (const char *at = out; *at != '\0'; at++)
        if (*at != ' ')
            *end++ = *at;
    *end = '\0';
    return out;
}

static bool differs(Arena *arena, const ComparisonRow *row, size_t count) {
    const char *first = meaning(arena, &row->cells[0]);
    for (size_t i = 1; i < count; i++)
        if (strcmp(first, meaning(arena, &row->cells[i])) != 0)
            return true;
    return false;
}

static void settle_row(Arena *arena, Comparison *of, ComparisonRow *row) {
    row->stated = false;
    for (size_t i = 0; i < of->count; i++)
        row->stated = row->stated || row->cells[i].stated;
    row->differs = differs(arena, row, of->count);
    of->differing += row->differs;
}

/* ---- all of it ---- */

const Comparison *comparison_of(Arena *arena, const Catalogue *catalogue,
                                const Program *const *programs, size_t count, Date as_of) {
    Comparison *of = arena_new(arena, Comparison, 1);
    of->count = MIN_OF(count, (size_t)COMPARED_MOST);
    memcpy(of->programs, programs, of->count * sizeof *programs);
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        ComparisonRow *row = &of->rows[of->row_count++];
        row->key = kinds[i].key;
        row->name = _(kinds[i].name);
        for (size_t j = 0; j < of->count; j++) {
            Filling into = {arena, catalogue, programs[j], as_of, &row->cells[j]};
            kinds[i].fill(&into);
            settle_cell(&into);
        }
        settle_row(arena, of, row);
    }
    return of;
}

const Comparison *comparison_with(Arena *arena, const Comparison *comparison, const char *key,
                                  const char *name, const char *const *texts) {
    Comparison *of = arena_new(arena, Comparison, 1);
    *of = *comparison;
    ComparisonRow *row = &of->rows[of->row_count++];
    *row = (ComparisonRow){.key = key, .name = name};
    for (size_t i = 0; i < of->count; i++) {
        Filling into = {.arena = arena, .cell = &row->cells[i]};
        add(&into, ROLE_BODY, texts[i]);
        settle_cell(&into);
    }
    settle_row(arena, of, row);
    return of;
}

const char *comparison_unstated(Arena *arena, const Comparison *comparison) {
    const char *names = "";
    for (size_t i = 0; i < comparison->row_count; i++)
        if (!comparison->rows[i].stated)
            names = words_joined(arena, names, comparison->rows[i].name);
    return names;
}

/* ---- as a table ---- */

static const char *cell_text(Arena *arena, const ComparisonCell *cell) {
    const char *all = "";
    for (size_t i = 0; i < cell->count; i++)
        all = i == 0 ? cell->lines[0].text
                     /* TRANSLATORS: joins the lines of a cell where it must be one line. */
                     : arena_printf(arena, tr_context("cell", "%s; %s"), all, cell->lines[i].text);
    return all;
}

static TableRow table_row(Arena *arena, const Comparison *of, const ComparisonRow *row) {
    const char **cells = arena_new(arena, const char *, of->count + 2);
    cells[0] = row->name;
    for (size_t i = 0; i < of->count; i++)
        cells[i + 1] = cell_text(arena, &row->cells[i]);
    /* TRANSLATORS: in a table of its own column: the programs differ in this */
    cells[of->count + 1] = row->differs ? _("differs") : "";
    return (TableRow){{cells, of->count + 2}};
}

const Table *comparison_table(Arena *arena, const Comparison *comparison) {
    Table *table = arena_new(arena, Table, 1);
    const char **heads = arena_new(arena, const char *, comparison->count + 2);
    TableRow *rows = arena_new(arena, TableRow, comparison->row_count);
    heads[0] = _("Compared");
    for (size_t i = 0; i < comparison->count; i++)
        heads[i + 1] = words_program_name(comparison->programs[i]);
    heads[comparison->count + 1] = _("Difference");
    for (size_t i = 0; i < comparison->row_count; i++)
        rows[i] = table_row(arena, comparison, &comparison->rows[i]);
    *table = (Table){"", {heads, comparison->count + 2}, {rows, comparison->row_count}, ""};
    return table;
}
