/*
 * The order is that of the talk with the client: how much it is altogether, each program in
 * the order of the steps, and at the end what has to be done by when. Where the catalogue's
 * facts are old, each says of when it is, and the last lines say so once more.
 */
#include "report/doc_plan.h"

#include "plan/fields.h"
#include "report/call_sheet.h"
#include "report/plan_words.h"
#include "report/doc_estimate.h"
#include "report/grant_words.h"
#include "report/words.h"
#include "text/era.h"
#include "text/number.h"

enum { URGENT_DAYS = 14 };

/* 0 is what serves every step. */
static const int steps_in_order[] = {1, 2, 3, 4, 0};

typedef struct Handout {
    Doc *doc;
    Arena *arena;
    const Catalogue *catalogue;
    const Plan *plan;
    Date as_of;
    int zone;
} Handout;

/* ---- items ---- */

static const Program *program_of(const Handout *h, const PlanItem *item) {
    return catalogue_program(h->catalogue, item->program);
}

static int step_of(const Handout *h, const PlanItem *item) {
    const Program *program = program_of(h, item);
    const char *kept = plan_text(item, PLAN_STEP);
    if (program != NULL)
        return program->step;
    return is_absent(kept) ? 0 : kept[0] - '0';
}

static bool is_open(const PlanItem *item) {
    return !plan_status_is_final(plan_status_of(item));
}

const char *doc_plan_item_name(const Catalogue *catalogue, const PlanItem *item) {
    const Program *program = catalogue_program(catalogue, item->program);
    if (program != NULL)
        return words_program_name(program);
    return is_absent(plan_text(item, PLAN_NAME)) ? item->program : plan_text(item, PLAN_NAME);
}

bool doc_plan_due(const PlanItem *item, Date *out) {
    return date_parse_iso(plan_text(item, PLAN_DUE), out) && date_is_day(*out);
}

const char *doc_plan_name(Arena *arena, const Plan *plan) {
    char *name = arena_copy(arena, str(plan->name));
    for (char *at = name; (at = strpbrk(at, "\t\r\n")) != NULL;)
        *at++ = ' ';
    return name;
}

/* ---- head ---- */

/* 候補 2、確認中 1: those that are there, in the order of the statuses. */
static const char *counts(const Handout *h) {
    const char *text = "";
    for (PlanStatus status = 0; status < PLAN_STATUS_COUNT; status++) {
        size_t count = 0;
        for (size_t i = 0; i < h->plan->count; i++)
            count += plan_status_of(&h->plan->items[i]) == status ? 1 : 0;
        if (count == 0)
            continue;
        const char *one = arena_printf(h->arena, "%s %zu", plan_status_label(status), count);
        text = words_joined(h->arena, text, one);
    }
    return text;
}

/* Planned costs added up, and what comes of them: not of programs that will not be used. */
static void total(const Handout *h) {
    GrantTotals totals = grant_totals(h->catalogue, h->plan);
    if (totals.priced == 0)
        return;
    const char *sum = number_yen(h->arena, totals.cost);
    const char *shares = totals.computed > 0 ? grant_words_shares(h->arena, &totals) : "";
    if (totals.priced < totals.used)
        /* TRANSLATORS: a sum of money, of how many programs, and how many there are. */
        sum = arena_printf(h->arena, _("%s for %d of %d programs; no amount for the others"), sum,
                           totals.priced, totals.used);
    doc_field(h->doc, _("Estimate"), ROLE_STRONG, sum);
    if (!is_absent(shares))
        doc_item(h->doc, "", ROLE_BODY, shares);
    if (totals.used < (int)h->plan->count)
        doc_item(h->doc, "", ROLE_DIM, _("without those rejected or dropped"));
}

/* Above all the rest, once it is no longer news. */
static void age(const Handout *h) {
    const Edition *edition = &h->catalogue->edition;
    if (!edition_is_stale(edition, h->as_of))
        return;
    doc_gap(h->doc);
    doc_para(h->doc, ROLE_DIM, doc_plan_caution(h->arena, edition));
}

static void head(const Handout *h) {
    Doc *doc = h->doc;
    int count = (int)h->plan->count;
    doc_title(
        doc,
        /* TRANSLATORS: the title of a hand-out; the name of a company. */
        arena_printf(h->arena, _("Going abroad: the plan of %s"), doc_plan_name(h->arena, h->plan)),
        date_print_both(h->arena, h->as_of));
    doc_gap(doc);
    if (count == 0) {
        doc_para(doc, ROLE_BODY, _("There are no programs in this plan yet."));
        return;
    }
    const char *number =
        arena_printf(h->arena, tr_plural("%d program", "%d programs", count), count);
    doc_field(doc, _("Programs"), ROLE_STRONG,
              arena_printf(h->arena, _("%s (%s)"), number, counts(h)));
    total(h);
    age(h);
}

/* ---- one program ---- */

void doc_plan_provider(Doc *doc, const Provider *provider) {
    const char *name = words_provider_name(provider);
    if (tr_lang() == LANG_JA && strstr(provider->name_full, name) != NULL)
        name = provider->name_full;
    else if (tr_lang() == LANG_JA)
        name = arena_printf(doc->arena, _("%s (%s)"), name, provider->name_full);
    doc_field(doc, _("Provider"), ROLE_BODY, name);
}

static bool has_place_to_ask(const Program *program) {
    for (size_t i = 0; i < program->links.count; i++)
        if (program->links.at[i].kind == LINK_CONTACT)
            return true;
    return false;
}

void doc_plan_contacts(Doc *doc, const Program *program) {
    const Contacts *contacts = &program->contacts;
    if (contacts->count == 0)
        contacts = &program->provider->contacts;
    for (size_t i = 0; i < contacts->count; i++)
        doc_contact(doc, &contacts->at[i], i == 0);
    if (contacts->count == 0 && !has_place_to_ask(program))
        doc_field(doc, _("Contact"), ROLE_FAINT,
                  program->links.count > 0 ? _("no number is stated; see the web page")
                                           : _("not stated"));
    for (size_t i = 0; i < program->links.count; i++)
        doc_web_page(doc, &program->links.at[i]);
}

void doc_plan_documents(Doc *doc, const PlanItem *item) {
    const char *label = _("Documents");
    PlanDocument document;
    for (Str rest = str(plan_text(item, PLAN_DOCUMENTS)); plan_document_next(&rest, &document);) {
        doc_field(
            doc, label, ROLE_BODY,
            arena_printf(doc->arena, "%s %.*s", document.done ? "☑" : "☐", STR_ARG(document.name)));
        label = "";
    }
}

static void due(const Handout *h, const PlanItem *item) {
    Date day;
    if (!doc_plan_due(item, &day))
        return;
    const char *text = words_day(h->arena, day);
    if (!is_open(item)) {
        doc_field(h->doc, _("Due"), ROLE_BODY, text);
        return;
    }
    bool urgent = date_to_days(day) - date_to_days(h->as_of) <= URGENT_DAYS;
    doc_field(h->doc, _("Due"), urgent ? ROLE_WARN : ROLE_STRONG,
              arena_printf(h->arena, _("%s, %s"), text, words_time_left(h->arena, day, h->as_of)));
}

/* What a call has to settle; of what is settled nothing is to be asked. */
static void to_ask(const Handout *h, const PlanItem *item) {
    CallMatter matter = {.item = item, .program = program_of(h, item)};
    /* TRANSLATORS: what to ask on the telephone */
    const char *label = _("To ask");
    if (!is_open(item))
        return;
    Strings questions = call_questions(h->arena, h->catalogue, h->plan, &matter, h->as_of, NULL);
    for (size_t i = 0; i < questions.count; i++)
        doc_field(h->doc, i == 0 ? label : "", ROLE_BODY, questions.at[i]);
}

/* What came of each telephone call, the oldest first. */
static void calls(const Handout *h, const PlanItem *item) {
    /* TRANSLATORS: telephone calls that were made */
    const char *label = tr_context("plan", "Calls");
    for (size_t i = 0; i < item->log.count; i++) {
        const PlanRecord *record = &item->log.at[i];
        Date day;
        int minute;
        if (!plan_record_is_call(record) || !plan_words_moment(record->at, h->zone, &day, &minute))
            continue;
        doc_field(h->doc, label, ROLE_BODY,
                  arena_printf(h->arena, "%04d-%02d-%02d %02d:%02d  %s", day.year, day.month,
                               day.day, minute / 60, minute % 60, record->to));
        label = "";
    }
}

static const char *estimate(Arena *arena, const PlanItem *item) {
    const char *digits = plan_text(item, PLAN_ESTIMATE);
    return is_absent(digits) ? "" : number_yen(arena, strtoll(digits, NULL, 10));
}

/* What the catalogue says of money and time. */
static void offer(const Handout *h, const Program *program) {
    const Edition *edition = &h->catalogue->edition;
    doc_field(h->doc, _("Fee or grant"), ROLE_BODY,
              words_money(h->arena, edition, program, h->as_of));
    doc_field(h->doc, _("Period"), ROLE_BODY, words_period(h->arena, edition, program, h->as_of));
}

static void what_it_is(const Handout *h, const Program *program) {
    if (program == NULL) {
        doc_para(h->doc, ROLE_FAINT,
                 _("This program is no longer in the catalogue; its name is the one it had."));
        return;
    }
    if (tr_lang() == LANG_EN)
        doc_para(h->doc, ROLE_DIM, program->name);
    doc_para(h->doc, ROLE_BODY, words_program_summary(program));
}

static void one_item(const Handout *h, const PlanItem *item) {
    const Program *program = program_of(h, item);
    Doc *doc = h->doc;
    doc_heading(doc, doc_plan_item_name(h->catalogue, item),
                plan_status_label(plan_status_of(item)));
    what_it_is(h, program);
    if (program != NULL)
        doc_plan_provider(doc, program->provider);
    doc_field(doc, _("Reason"), ROLE_BODY, plan_text(item, PLAN_REASON));
    due(h, item);
    doc_field(doc, _("Owner"), ROLE_BODY, plan_text(item, PLAN_OWNER));
    doc_field(doc, _("Estimate"), ROLE_BODY, estimate(h->arena, item));
    if (program != NULL) {
        offer(h, program);
        doc_plan_contacts(doc, program);
    }
    to_ask(h, item);
    calls(h, item);
    doc_plan_documents(doc, item);
    doc_field(doc, _("Note"), ROLE_BODY, plan_text(item, PLAN_NOTE));
}

static const char *step_heading(const Handout *h, int step) {
    if (step == 0)
        return _("For every step");
    /* TRANSLATORS: a step's number and its title. */
    return arena_printf(h->arena, _("Step %d: %s"), step,
                        words_step_title(&h->catalogue->steps[step - 1]));
}

static void one_step(const Handout *h, int step) {
    bool first = true;
    for (size_t i = 0; i < h->plan->count; i++) {
        if (step_of(h, &h->plan->items[i]) != step)
            continue;
        if (first)
            doc_step_section(h->doc, step, step_heading(h, step));
        one_item(h, &h->plan->items[i]);
        first = false;
    }
}

/* ---- what it costs ---- */

static void estimates(const Handout *h) {
    const PlanItem **items = arena_new(h->arena, const PlanItem *, h->plan->count);
    size_t count = 0;
    for (size_t k = 0; k < COUNT_OF(steps_in_order); k++)
        for (size_t i = 0; i < h->plan->count; i++)
            if (step_of(h, &h->plan->items[i]) == steps_in_order[k])
                items[count++] = &h->plan->items[i];
    doc_plan_estimate(h->doc, h->catalogue, h->plan, items, count);
}

/* ---- what comes next ---- */

typedef struct Open {
    const PlanItem *item;
    size_t place; /* on the page */
} Open;

/* By due date, those without one last; else in the order of the page. */
static int compare_open(const void *a, const void *b) {
    const Open *x = a, *y = b;
    const char *p = plan_text(x->item, PLAN_DUE), *q = plan_text(y->item, PLAN_DUE);
    if (is_absent(p) != is_absent(q))
        return is_absent(p) ? 1 : -1;
    int order = strcmp(p, q);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static size_t gather_open(const Handout *h, Open *out) {
    size_t count = 0;
    for (size_t k = 0; k < COUNT_OF(steps_in_order); k++)
        for (size_t i = 0; i < h->plan->count; i++) {
            const PlanItem *item = &h->plan->items[i];
            if (step_of(h, item) != steps_in_order[k] || !is_open(item))
                continue;
            out[count] = (Open){item, count};
            count++;
        }
    return count;
}

/* 2017/01/27（金）: all as wide, to stand in a column. */
static const char *brief_day(Arena *arena, Date day) {
    /* TRANSLATORS: year, month and day in a narrow column, then the day of the week. */
    return arena_printf(arena, tr_context("column", "%04d-%02d-%02d (%s)"), day.year, day.month,
                        day.day, date_weekday_name(day));
}

enum { NEXT_DUE, NEXT_LEFT, NEXT_NAME, NEXT_STATUS, NEXT_OWNER, NEXT_COLUMNS };

static TableRow next_row(const Handout *h, const PlanItem *item) {
    const char **cells = arena_new(h->arena, const char *, NEXT_COLUMNS);
    Date day;
    bool dated = doc_plan_due(item, &day);
    cells[NEXT_DUE] = dated ? brief_day(h->arena, day) : _("no date");
    cells[NEXT_LEFT] = dated ? words_time_left(h->arena, day, h->as_of) : "";
    cells[NEXT_NAME] = doc_plan_item_name(h->catalogue, item);
    cells[NEXT_STATUS] = plan_status_label(plan_status_of(item));
    cells[NEXT_OWNER] = plan_text(item, PLAN_OWNER);
    return (TableRow){.cells = {cells, NEXT_COLUMNS}};
}

static const Table *next_table(const Handout *h, const Open *open, size_t count) {
    Table *table = arena_new(h->arena, Table, 1);
    const char **heads = arena_new(h->arena, const char *, NEXT_COLUMNS);
    TableRow *rows = arena_new(h->arena, TableRow, count);
    heads[NEXT_DUE] = _("Due");
    /* TRANSLATORS: heading of a column: 38 days left, 5 days overdue. */
    heads[NEXT_LEFT] = _("Time left");
    heads[NEXT_NAME] = _("Program");
    heads[NEXT_STATUS] = _("Status");
    heads[NEXT_OWNER] = _("Owner");
    bool owned = false;
    for (size_t i = 0; i < count; i++) {
        rows[i] = next_row(h, open[i].item);
        owned = owned || !is_absent(plan_text(open[i].item, PLAN_OWNER));
    }
    size_t columns = owned ? NEXT_COLUMNS : NEXT_OWNER;
    for (size_t i = 0; i < count; i++)
        rows[i].cells.count = columns;
    *table = (Table){.title = "", .columns = {heads, columns}, .rows = {rows, count}, .note = ""};
    return table;
}

static void what_next(const Handout *h) {
    Open *open = arena_new(h->arena, Open, h->plan->count);
    size_t count = gather_open(h, open);
    if (count > 0)
        qsort(open, count, sizeof *open, compare_open);
    /* TRANSLATORS: heading of the list of what has to be done by when. */
    doc_section(h->doc, _("What comes next"));
    if (count > 0)
        doc_table(h->doc, next_table(h, open, count));
    else
        doc_para(h->doc, ROLE_BODY, _("Nothing is left to be done."));
}

/* ---- where it is from ---- */

const char *doc_plan_caution(Arena *arena, const Edition *edition) {
    return arena_printf(arena,
                        _("What is said of the programs (fees, periods, contacts) is of %s. Before "
                          "relying on it, ask the provider how things stand now."),
                        date_print_long(arena, edition->date));
}

static void source(const Handout *h) {
    const Edition *edition = &h->catalogue->edition;
    bool english = tr_lang() == LANG_EN;
    doc_section(h->doc, _("About this information"));
    doc_para(h->doc, ROLE_BODY, doc_plan_caution(h->arena, edition));
    doc_para(h->doc, ROLE_DIM,
             /* TRANSLATORS: title and issuer of a document, its edition and how old that is. */
             arena_printf(h->arena, _("Source: %s (%s), %s"),
                          english ? edition->title_en : edition->title,
                          english ? edition->issuer_en : edition->issuer,
                          words_edition_line(h->arena, edition, h->as_of, false)));
    if (english)
        doc_para(h->doc, ROLE_DIM, _("The English names and summaries are unofficial."));
}

void doc_plan(Doc *doc, const Catalogue *catalogue, const Plan *plan, Date as_of, int zone) {
    Handout h = {doc, doc->arena, catalogue, plan, as_of, zone};
    head(&h);
    for (size_t i = 0; i < COUNT_OF(steps_in_order); i++)
        one_step(&h, steps_in_order[i]);
    estimates(&h);
    if (plan->count > 0)
        what_next(&h);
    source(&h);
}
