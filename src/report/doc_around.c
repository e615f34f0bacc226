/* The pages beside the programs: a provider, and a figure (chart, table, grades, text). */
#include "report/doc.h"

#include "report/words.h"
#include "text/number.h"

/* ---- providers ---- */

static void provider_programs(Doc *doc, const Programs *programs, const Provider *provider,
                              const char *label) {
    for (size_t i = 0; i < programs->count; i++) {
        const Program *program = &programs->at[i];
        if (program->provider != provider)
            continue;
        doc_field_link(doc, label, words_program_name(program), DOC_LINK_PROGRAM, program->id);
        label = "";
    }
}

/* Numbers to call are printed with the programs: gathered here, each with its program. */
static void program_contacts(Doc *doc, const Programs *programs, const Provider *provider) {
    for (size_t i = 0; i < programs->count; i++)
        for (size_t j = 0;
             programs->at[i].provider == provider && j < programs->at[i].contacts.count; j++) {
            doc_gap(doc);
            doc_field(doc, _("For"), ROLE_DIM, words_program_name(&programs->at[i]));
            doc_contact(doc, &programs->at[i].contacts.at[j], true);
        }
}

void doc_provider(Doc *doc, const Catalogue *catalogue, const Provider *provider) {
    bool english = tr_lang() == LANG_EN;
    doc_title(doc, words_provider_name(provider), "");
    doc_para(doc, ROLE_DIM,
             arena_printf(doc->arena, "%s  %s", english ? provider->name : provider->reading,
                          english ? provider->reading : provider->name_en));
    doc_gap(doc);
    doc_para(doc, ROLE_STRONG, english ? provider->summary_en : provider->summary);
    doc_gap(doc);
    doc_field(doc, _("Full name"), ROLE_BODY, provider->name_full);
    for (size_t i = 0; i < provider->links.count; i++)
        doc_field_link(doc, _("Website"), provider->links.at[i].url, DOC_LINK_URL,
                       provider->links.at[i].url);
    for (size_t i = 0; i < provider->contacts.count; i++)
        doc_contact(doc, &provider->contacts.at[i], i == 0);
    doc_section(doc, _("Programs"));
    provider_programs(doc, &catalogue->programs, provider, "");
    provider_programs(doc, &catalogue->resources, provider, "");
    doc_section(doc, _("Where to ask"));
    size_t before = doc->count;
    program_contacts(doc, &catalogue->programs, provider);
    program_contacts(doc, &catalogue->resources, provider);
    if (doc->count == before && provider->contacts.count == 0)
        doc_para(doc, ROLE_DIM,
                 _("The source gives no number to call; see the guide page of each program."));
}

/* ---- figures ---- */

/* The risk table as a table: one row per risk, columns 1 to n, because their headings are lost. */
static const Table *grade_table(Arena *arena, const Figure *figure) {
    Table *table = arena_new(arena, Table, 1);
    size_t columns = (size_t)figure->grade_columns + 1;
    const char **heads = arena_new(arena, const char *, columns);
    heads[0] = _("Risk");
    for (size_t i = 1; i < columns; i++)
        heads[i] = arena_printf(arena, "%zu", i);
    TableRow *rows = arena_new(arena, TableRow, figure->grades.count);
    for (size_t r = 0; r < figure->grades.count; r++) {
        const char **cells = arena_new(arena, const char *, columns);
        cells[0] = figure->grades.at[r].label;
        for (size_t i = 1; i < columns; i++)
            cells[i] = arena_copy(arena, str_n(&figure->grades.at[r].grades[i - 1], 1));
        rows[r].cells = (Strings){cells, columns};
    }
    *table = (Table){"", {heads, columns}, {rows, figure->grades.count}, ""};
    return table;
}

static void grade_examples(Doc *doc, const Figure *figure) {
    doc_section(doc, _("What each risk means"));
    for (size_t r = 0; r < figure->grades.count; r++) {
        doc_para(doc, ROLE_STRONG, figure->grades.at[r].label);
        for (size_t i = 0; i < figure->grades.at[r].examples.count; i++)
            doc_item(doc, "", ROLE_BODY, figure->grades.at[r].examples.at[i]);
    }
}

/* Series of one figure are drawn to one scale, so that they can be compared. */
static int64_t largest_value(const Figure *figure) {
    int64_t most = 0;
    for (size_t i = 0; i < figure->series.count; i++)
        for (size_t j = 0; j < figure->series.at[i].points.count; j++)
            most = MAX_OF(most, figure->series.at[i].points.at[j].value);
    return most;
}

void doc_figure(Doc *doc, const Catalogue *catalogue, const Figure *figure) {
    (void)catalogue;
    bool english = tr_lang() == LANG_EN;
    doc_title(doc, english ? figure->title_en : figure->title,
              arena_printf(doc->arena, _("slide %d"), figure->slide));
    doc_para(doc, ROLE_DIM, english ? figure->title : figure->title_en);
    doc_gap(doc);
    doc_para(doc, ROLE_STRONG, english ? figure->summary_en : figure->summary);
    for (size_t i = 0; i < figure->series.count; i++)
        doc_bars(doc, &figure->series.at[i], largest_value(figure));
    if (figure->grades.count > 0) {
        doc_gap(doc);
        doc_table(doc, grade_table(doc->arena, figure));
    }
    for (size_t i = 0; i < figure->tables.count; i++) {
        doc_section(doc, figure->tables.at[i].title);
        doc_table(doc, &figure->tables.at[i]);
        doc_para(doc, ROLE_DIM, figure->tables.at[i].note);
    }
    doc_gap(doc);
    for (size_t i = 0; i < figure->facts.count; i++)
        doc_field(doc, figure->facts.at[i].label, ROLE_BODY, figure->facts.at[i].value);
    doc_gap(doc);
    for (size_t i = 0; i < figure->notes.count; i++)
        doc_item(doc, tr_context("mark", "*"), ROLE_DIM, figure->notes.at[i]);
    if (figure->grades.count > 0)
        grade_examples(doc, figure);
    doc_gap(doc);
    doc_field(doc, _("Source"), ROLE_DIM, figure->source);
}
