/* See doc_estimate.h. */
#include "report/doc_estimate.h"

#include "base/tr.h"
#include "report/doc_plan.h"
#include "report/grant_words.h"
#include "report/plan_words.h"

enum { COL_NAME, COL_COST, COL_GRANT, COL_OWN, COLUMNS };

typedef struct Sums {
    Doc *doc;
    Arena *arena;
    const Catalogue *catalogue;
    GrantTotals totals;
    TableRow *rows;
    size_t count;
} Sums;

static TableRow row_of(Arena *arena, const char *name, const char *cost, const char *grant,
                       const char *own) {
    const char **cells = arena_new(arena, const char *, COLUMNS);
    cells[COL_NAME] = name;
    cells[COL_COST] = cost;
    cells[COL_GRANT] = grant;
    cells[COL_OWN] = own;
    return (TableRow){.cells = {cells, COLUMNS}};
}

static bool is_shown(const PlanItem *item) {
    return grant_item_counts(item) && !is_absent(plan_text(item, PLAN_ESTIMATE));
}

static void add_item(Sums *sums, const PlanItem *item) {
    Grant grant = grant_of_item(sums->catalogue, item);
    bool known = grant.why == GRANT_COMPUTED;
    sums->rows[sums->count++] = row_of(sums->arena, doc_plan_item_name(sums->catalogue, item),
                                       grant_words_yen(sums->arena, grant.cost),
                                       known ? grant_words_yen(sums->arena, grant.grant) : "-",
                                       known ? grant_words_yen(sums->arena, grant.own) : "-");
}

static void add_sum(Sums *sums) {
    const GrantTotals *totals = &sums->totals;
    bool known = totals->computed > 0;
    /* TRANSLATORS: the last row of a table of amounts */
    sums->rows[sums->count++] =
        row_of(sums->arena, _("Total"), grant_words_yen(sums->arena, totals->cost),
               known ? grant_words_yen(sums->arena, totals->grant) : "-",
               known ? grant_words_yen(sums->arena, totals->own) : "-");
}

static const Table *table_of(Sums *sums) {
    Table *table = arena_new(sums->arena, Table, 1);
    const char **heads = arena_new(sums->arena, const char *, COLUMNS);
    heads[COL_NAME] = _("Program");
    heads[COL_COST] = tr_context("label", "Cost");
    heads[COL_GRANT] = _("Grant");
    heads[COL_OWN] = _("Own share");
    *table = (Table){
        .title = "", .columns = {heads, COLUMNS}, .rows = {sums->rows, sums->count}, .note = ""};
    return table;
}

/* How a grant comes about, under its program's name; or why there is none. */
static void explain(Sums *sums, const PlanItem *item) {
    Grant grant = grant_of_item(sums->catalogue, item);
    const char *text = grant.why == GRANT_COMPUTED ? grant_words_formula(sums->arena, &grant)
                                                   : grant_words_open(sums->arena, grant.why);
    const char *terms = plan_words_value(sums->arena, PLAN_TERMS, plan_text(item, PLAN_TERMS));
    if (!is_absent(terms) && grant.subsidy != NULL)
        /* TRANSLATORS: how a grant is computed, and the terms that were chosen */
        text = arena_printf(sums->arena, tr_context("estimate", "%s (%s)"), text, terms);
    doc_item(sums->doc, "-", ROLE_BODY,
             /* TRANSLATORS: a program's name, and how its grant is computed */
             arena_printf(sums->arena, tr_context("estimate", "%s: %s"),
                          doc_plan_item_name(sums->catalogue, item), text));
}

static void remark(const Sums *sums) {
    const char *open = grant_words_open_total(sums->arena, &sums->totals);
    if (!is_absent(open))
        doc_para(
            sums->doc, ROLE_BODY,
            /* TRANSLATORS: 2 not computed (¥1,700,000) */
            arena_printf(sums->arena, _("%s: neither in the grants nor in the own share."), open));
    doc_para(sums->doc, ROLE_BODY, grant_words_paid_after());
    doc_para(sums->doc, ROLE_BODY,
             grant_words_source(sums->arena, &sums->catalogue->edition, NULL));
}

void doc_plan_estimate(Doc *doc, const Catalogue *catalogue, const Plan *plan,
                       const PlanItem *const *items, size_t count) {
    Sums sums = {.doc = doc,
                 .arena = doc->arena,
                 .catalogue = catalogue,
                 .totals = grant_totals(catalogue, plan),
                 .rows = arena_new(doc->arena, TableRow, count + 1)};
    if (sums.totals.priced == 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (is_shown(items[i]))
            add_item(&sums, items[i]);
    add_sum(&sums);
    doc_section(doc, tr_context("estimate", "Estimate"));
    doc_table(doc, table_of(&sums));
    doc_gap(doc);
    for (size_t i = 0; i < count; i++)
        if (is_shown(items[i]))
            explain(&sums, items[i]);
    doc_gap(doc);
    remark(&sums);
}
