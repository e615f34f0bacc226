/* See sheet.h. A row is filled cell by cell in the order of its headings. */
#include "report/sheet.h"

#include "base/tr.h"
#include "catalogue/names.h"
#include "catalogue/period.h"
#include "report/words.h"

static const char *const fact_columns[] = {
    "id",
    "number",
    "name",
    "name_en",
    "reading",
    "aliases",
    "provider",
    "provider_name",
    "step",
    "need",
    "kind",
    "summary",
    "summary_en",
    "body",
    "audience",
    "requirements",
    "documents",
    "cost.kind",
    "cost.text",
    "period.kind",
    "period.label",
    "period.text",
    "period.from",
    "period.to",
    "period.state",
    "period.days_left",
    "links.url",
    "contacts.phones.number",
    "contacts.email",
    "places.country",
    "source.edition",
    "source.slide",
    "source.attribution",
};

enum { FACT_COLUMNS = COUNT_OF(fact_columns), PEOPLE_COLUMNS = SHEET_PERIOD + 1 };

/* A row being filled. */
typedef struct Row {
    Arena *arena;
    const char **cells;
    size_t count;
} Row;

static void add(Row *row, const char *text) {
    row->cells[row->count++] = text;
}

static void add_number(Row *row, int value, bool stated) {
    add(row, stated ? arena_printf(row->arena, "%d", value) : "");
}

static void add_date(Row *row, Date date) {
    char text[DATE_ISO_BYTES];
    date_print_iso(date, text);
    add(row, arena_copy(row->arena, str(text)));
}

/* Several values become one cell; an empty value adds nothing. */
static const char *joined(Arena *arena, const char *so_far, const char *text) {
    if (is_absent(text))
        return so_far;
    return arena_printf(arena, "%s%s%s", so_far, is_absent(so_far) ? "" : "; ", text);
}

static void add_strings(Row *row, Strings strings) {
    const char *cell = "";
    for (size_t i = 0; i < strings.count; i++)
        cell = joined(row->arena, cell, strings.at[i]);
    add(row, cell);
}

static void add_links(Row *row, Links links) {
    const char *cell = "";
    for (size_t i = 0; i < links.count; i++)
        cell = joined(row->arena, cell, links.at[i].url);
    add(row, cell);
}

static void add_contacts(Row *row, Contacts contacts) {
    const char *phones = "", *emails = "";
    for (size_t i = 0; i < contacts.count; i++) {
        emails = joined(row->arena, emails, contacts.at[i].email);
        for (size_t k = 0; k < contacts.at[i].phones.count; k++)
            phones = joined(row->arena, phones, contacts.at[i].phones.at[k].number);
    }
    add(row, phones);
    add(row, emails);
}

static bool country_seen(Places places, size_t before, const Country *country) {
    for (size_t i = 0; i < before; i++)
        if (places.at[i].in == country)
            return true;
    return false;
}

static void add_countries(Row *row, Places places) {
    const char *cell = "";
    for (size_t i = 0; i < places.count; i++)
        if (!country_seen(places, i, places.at[i].in))
            cell = joined(row->arena, cell, places.at[i].in->name);
    add(row, cell);
}

static void add_period(Row *row, const Period *period, Date as_of) {
    int days_left = period_days_left(period, as_of);
    add(row, enum_name(&period_kind_names, period->kind));
    add(row, period->label);
    add(row, period->text);
    add_date(row, period->from);
    add_date(row, period->to);
    add(row, enum_name(&period_state_names, period_state(period, as_of)));
    add_number(row, days_left, days_left >= 0);
}

static void add_texts(Row *row, const Program *program) {
    add(row, program->id);
    add_number(row, program->number, program->number != 0);
    add(row, program->name);
    add(row, program->name_en);
    add(row, program->reading);
    add_strings(row, program->aliases);
    add(row, program->provider->id);
    add(row, program->provider->name);
    add_number(row, program->step, program->step != 0);
    add(row, program->need != NULL ? program->need->id : "");
    add(row, enum_name(&program_kind_names, program->kind));
    add(row, program->summary);
    add(row, program->summary_en);
    add(row, program->body);
    add(row, program->audience);
    add_strings(row, program->requirements);
    add_strings(row, program->documents);
}

static void add_facts(Row *row, const Program *program, Date as_of) {
    add_texts(row, program);
    add(row, enum_name(&cost_kind_names, program->cost.kind));
    add(row, program->cost.text);
    add_period(row, &program->period, as_of);
    add_links(row, program->links);
    add_contacts(row, program->contacts);
    add_countries(row, program->places);
    const SourceRef *source = &program->source;
    bool stated = !is_absent(source->edition);
    add(row, source->edition);
    add_number(row, source->slide, stated);
    add(row, stated ? enum_name(&attribution_names, source->attribution) : "");
}

Table sheet_of_facts(Arena *arena, ProgramRefs programs, Date as_of) {
    TableRow *rows = arena_new(arena, TableRow, programs.count);
    for (size_t i = 0; i < programs.count; i++) {
        Row row = {arena, arena_new(arena, const char *, FACT_COLUMNS), 0};
        add_facts(&row, programs.at[i], as_of);
        rows[i].cells = (Strings){row.cells, row.count};
    }
    return (Table){.title = "",
                   .columns = {fact_columns, FACT_COLUMNS},
                   .rows = {rows, programs.count},
                   .note = ""};
}

/* ---- for people ---- */

/* Once the edition is long past, the column says as of when it holds instead of what it is. */
static const char *period_heading(Arena *arena, const Edition *edition, Date as_of) {
    if (!edition_is_stale(edition, as_of))
        return _("Applications");
    /* TRANSLATORS: heading of the column of application periods: a year and a month */
    return arena_printf(arena, _("As of %d-%02d"), edition->date.year, edition->date.month);
}

static Strings people_columns(Arena *arena, const Edition *edition, Date as_of) {
    bool english = tr_lang() == LANG_EN;
    const char **columns = arena_new(arena, const char *, PEOPLE_COLUMNS);
    columns[SHEET_ID] = "ID";
    columns[SHEET_NAME] = _("Name");
    columns[SHEET_NAME_JA] = english ? _("Japanese name") : "";
    columns[SHEET_PROVIDER] = _("Provider");
    columns[SHEET_COST] = _("Cost");
    columns[SHEET_PERIOD] = period_heading(arena, edition, as_of);
    return (Strings){columns, PEOPLE_COLUMNS};
}

static Strings people_row(Arena *arena, const Program *program, Date as_of) {
    bool english = tr_lang() == LANG_EN;
    const char **cells = arena_new(arena, const char *, PEOPLE_COLUMNS);
    cells[SHEET_ID] = program->id;
    cells[SHEET_NAME] = words_program_name(program);
    cells[SHEET_NAME_JA] = english ? program->name : "";
    cells[SHEET_PROVIDER] = words_provider_short(arena, program->provider);
    cells[SHEET_COST] = words_cost_badge(program);
    cells[SHEET_PERIOD] = words_period_badge(arena, program, as_of);
    return (Strings){cells, PEOPLE_COLUMNS};
}

Table sheet_for_people(Arena *arena, const Edition *edition, ProgramRefs programs, Date as_of) {
    TableRow *rows = arena_new(arena, TableRow, programs.count);
    for (size_t i = 0; i < programs.count; i++)
        rows[i].cells = people_row(arena, programs.at[i], as_of);
    return (Table){.title = "",
                   .columns = people_columns(arena, edition, as_of),
                   .rows = {rows, programs.count},
                   .note = ""};
}

/* ---- one column more ---- */

static Strings with_cell(Arena *arena, Strings cells, const char *cell) {
    const char **all = arena_new(arena, const char *, cells.count + 1);
    for (size_t i = 0; i < cells.count; i++)
        all[i] = cells.at[i];
    all[cells.count] = cell;
    return (Strings){all, cells.count + 1};
}

Table sheet_with_column(Arena *arena, Table table, const char *heading, Strings cells) {
    TableRow *rows = arena_new(arena, TableRow, table.rows.count);
    for (size_t i = 0; i < table.rows.count; i++)
        rows[i].cells = with_cell(arena, table.rows.at[i].cells, cells.at[i]);
    table.columns = with_cell(arena, table.columns, heading);
    table.rows.at = rows;
    return table;
}
