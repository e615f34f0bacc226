/* kairo plan ls, show and history: as tables for people, as JSON for scripts. */
#include "base/tr.h"
#include "cli/plan_desk.h"
#include "plan/fields.h"
#include "report/grant_words.h"
#include "report/json_plan.h"
#include "report/text_table.h"
#include "text/number.h"

/* ---- tables ---- */

/* A stamp on the user's clock, to the minute: 2026-11-22 12:04. */
static const char *local_time(Arena *arena, const char *stamp) {
    char text[32];
    struct tm parts = {0};
    const char *rest = strptime(stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
    time_t time = rest == NULL ? (time_t)-1 : timegm(&parts);
    if (rest == NULL || localtime_r(&time, &parts) == NULL ||
        strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts) == 0)
        return stamp;
    return arena_copy(arena, str(text));
}

typedef struct Rows {
    Arena *arena;
    TableRow *at;
    size_t count, columns;
} Rows;

static Rows rows_of(Arena *arena, size_t most, size_t columns) {
    return (Rows){arena, arena_new(arena, TableRow, most), 0, columns};
}

static void add_row(Rows *rows, const char *const *cells) {
    const char **copy = arena_new(rows->arena, const char *, rows->columns);
    for (size_t i = 0; i < rows->columns; i++)
        copy[i] = cells[i];
    rows->at[rows->count++] = (TableRow){.cells = {copy, rows->columns}};
}

/* An empty column goes without its heading. */
static Strings headings_of(Arena *arena, const Rows *rows, const char *const *headings) {
    const char **out = arena_new(arena, const char *, rows->columns);
    for (size_t k = 0; k < rows->columns; k++) {
        out[k] = "";
        for (size_t i = 0; i < rows->count; i++)
            if (!is_absent(rows->at[i].cells.at[k]))
                out[k] = headings[k];
    }
    return (Strings){out, rows->columns};
}

static void print_rows(PlanDesk *desk, Buf *out, const Rows *rows, const char *const *headings,
                       TextTable setting) {
    Table table = {.title = "",
                   .columns = headings_of(&desk->arena, rows, headings),
                   .rows = {rows->at, rows->count},
                   .note = ""};
    setting.cells = desk->io->cols;
    setting.ambiguous = desk->options->ambiguous;
    setting.ascii = desk->options->ascii;
    text_table_print(out, &table, &setting);
}

static int write_and_release(PlanDesk *desk, Buf *out) {
    int status = cli_write(desk->io, out);
    buf_release(out);
    return status;
}

static const char *count_text(Arena *arena, size_t count) {
    return arena_printf(arena, "%zu", count);
}

/* ---- ls ---- */

static void print_shelf(PlanDesk *desk, Buf *out, ShelfRows plans) {
    static const Shrink shrink[] = {{0, 16}};
    const char *const headings[] = {_("Name"), _("Programs"), _("Updated"), _("State")};
    Rows rows = rows_of(&desk->arena, plans.count, COUNT_OF(headings));
    for (size_t i = 0; i < plans.count; i++) {
        const ShelfRow *row = &plans.at[i];
        bool good = is_absent(row->problem);
        const char *cells[] = {row->name, good ? count_text(&desk->arena, row->items) : "",
                               local_time(&desk->arena, row->updated),
                               !good           ? _("damaged")
                               : row->archived ? _("archived")
                                               : ""};
        add_row(&rows, cells);
    }
    print_rows(desk, out, &rows, headings,
               (TextTable){.spare = -1, .shrink = shrink, .shrink_count = COUNT_OF(shrink)});
}

int plan_ls(PlanDesk *desk) {
    ShelfRows plans;
    Buf out;
    Err err;
    if (!shelf_list(&desk->shelf, &desk->arena, &plans, &err))
        return desk_fail(desk, &err);
    for (size_t i = 0; i < plans.count; i++)
        if (!is_absent(plans.at[i].problem))
            cli_complain(desk->io->err, "%s", plans.at[i].problem);
    buf_init(&out, CLI_OUTPUT_MOST);
    if (desk->options->format == FORMAT_JSON)
        json_print_shelf(&out, plans);
    else if (plans.count > 0)
        print_shelf(desk, &out, plans);
    else
        cli_complain(desk->io->err, "%s",
                     _("there are no plans yet; kairo plan new NAME makes one"));
    return write_and_release(desk, &out);
}

/* ---- show ---- */

static const char *documents_text(Arena *arena, const char *text) {
    size_t done = 0, all = 0;
    PlanDocument document;
    for (Str rest = str(text); plan_document_next(&rest, &document); all++)
        done += document.done ? 1 : 0;
    return all == 0 ? "" : arena_printf(arena, "%zu/%zu", done, all);
}

static const char *estimate_text(Arena *arena, const char *digits) {
    return is_absent(digits) ? "" : number_yen(arena, strtoll(digits, NULL, 10));
}

/* "..." says that there are more. */
static const char *first_line(Arena *arena, const char *text) {
    size_t len = strcspn(text, "\n");
    return arena_printf(arena, "%.*s%s", (int)len, text, text[len] == '\0' ? "" : " ...");
}

enum {
    COL_ID,
    COL_NAME,
    COL_STATUS,
    COL_DUE,
    COL_OWNER, /* from here on below the others where there is not enough room */
    COL_ESTIMATE,
    COL_DOCUMENTS,
    COL_REASON,
    COL_NOTE
};

static void print_items(PlanDesk *desk, Buf *out, const Plan *plan) {
    static const Shrink shrink[] = {{COL_REASON, 24}, {COL_NOTE, 24}, {SHRINK_FOLD, 0},
                                    {COL_NAME, 12},   {COL_ID, 12},   {COL_NAME, 8},
                                    {COL_ID, 8}};
    const char *const headings[] = {_("ID"),        _("Name"),   _("Status"),
                                    _("Due"),       _("Owner"),  _("Estimate"),
                                    _("Documents"), _("Reason"), _("Note")};
    Rows rows = rows_of(&desk->arena, plan->count, COUNT_OF(headings));
    for (size_t i = 0; i < plan->count; i++) {
        const PlanItem *item = &plan->items[i];
        const char *cells[] = {
            item->program,
            plan_text(item, PLAN_NAME),
            plan_status_label(plan_status_of(item)),
            plan_text(item, PLAN_DUE),
            plan_text(item, PLAN_OWNER),
            estimate_text(&desk->arena, plan_text(item, PLAN_ESTIMATE)),
            documents_text(&desk->arena, plan_text(item, PLAN_DOCUMENTS)),
            first_line(&desk->arena, plan_text(item, PLAN_REASON)),
            first_line(&desk->arena, plan_text(item, PLAN_NOTE)),
        };
        add_row(&rows, cells);
    }
    print_rows(desk, out, &rows, headings,
               (TextTable){.spare = -1,
                           .fold = COL_OWNER,
                           .under = COL_NAME,
                           .shrink = shrink,
                           .shrink_count = COUNT_OF(shrink)});
}

/* Below the table, where any cost is planned. */
static void print_totals(PlanDesk *desk, Buf *out, const Catalogue *catalogue, const Plan *plan) {
    Arena *arena = &desk->arena;
    GrantTotals totals = grant_totals(catalogue, plan);
    const char *shares = grant_words_shares(arena, &totals);
    if (totals.priced == 0)
        return;
    buf_printf(out, "\n");
    buf_printf(out, _("cost %s"), number_yen(arena, totals.cost));
    buf_printf(out, "%s%s\n", is_absent(shares) ? "" : "  ", shares);
}

static void print_shown(PlanDesk *desk, Buf *out, const Catalogue *catalogue, const Plan *plan) {
    if (desk->options->format == FORMAT_JSON) {
        json_print_plan(out, catalogue, plan);
        return;
    }
    print_items(desk, out, plan);
    if (catalogue != NULL)
        print_totals(desk, out, catalogue, plan);
}

int plan_show(PlanDesk *desk) {
    ShelfPlan plan;
    Buf out;
    Catalogue catalogue;
    if (!desk_open(desk, &plan))
        return CLI_FAILED;
    buf_init(&out, CLI_OUTPUT_MOST);
    if (desk->options->format == FORMAT_JSON || plan.plan.count > 0) {
        /* What is in the plan is shown without a catalogue too. */
        bool loaded = cli_load(&catalogue, desk->options, desk->io->at, desk->io->err);
        print_shown(desk, &out, loaded ? &catalogue : NULL, &plan.plan);
        if (loaded)
            catalogue_release(&catalogue);
    } else
        cli_complain(desk->io->err, "%s",
                     _("the plan is empty; kairo plan add NAME ID puts a program in"));
    desk_say_conflicts(desk, &plan.plan);
    shelf_close(&plan);
    return write_and_release(desk, &out);
}

/* ---- history ---- */

static void print_versions(PlanDesk *desk, Buf *out, const char *file, VersionList versions) {
    const char *const headings[] = {_("Version"), _("State of"), _("Replaced"), _("Programs")};
    Rows rows = rows_of(&desk->arena, versions.count, COUNT_OF(headings));
    for (size_t i = 0; i < versions.count; i++) {
        const Version *version = &versions.at[i];
        const char *of = _("damaged"), *items = "";
        Plan plan;
        Err ignored;
        if (shelf_version(&desk->shelf, file, version->number, &plan, &ignored)) {
            of = local_time(&desk->arena, arena_copy(&desk->arena, str(plan.updated)));
            items = count_text(&desk->arena, plan.count);
            plan_release(&plan);
        }
        const char *cells[] = {
            arena_printf(&desk->arena, "%llu", (unsigned long long)version->number), of,
            local_time(&desk->arena, version->when), items};
        add_row(&rows, cells);
    }
    print_rows(desk, out, &rows, headings, (TextTable){.spare = -1});
}

int plan_history(PlanDesk *desk) {
    ShelfRow row;
    VersionList versions;
    Buf out;
    Err err;
    if (!desk_find(desk, &row))
        return CLI_FAILED;
    if (!shelf_history(&desk->shelf, &desk->arena, row.file, &versions, &err))
        return desk_fail(desk, &err);
    buf_init(&out, CLI_OUTPUT_MOST);
    if (versions.count > 0)
        print_versions(desk, &out, row.file, versions);
    else
        cli_complain(desk->io->err, "%s", _("the plan has no earlier versions yet"));
    return write_and_release(desk, &out);
}
