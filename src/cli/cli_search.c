/*
 * kairo search: the programs that have all the words, best first, and where they were found.
 * A word of romaji is always looked up in the dictionary too: nobody is waiting for a frame.
 */
#include "base/tr.h"
#include "cli/commands.h"
#include "cli/migemo.h"
#include "query/search.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/md_table.h"
#include "report/sheet.h"
#include "report/text_table.h"
#include "report/words.h"

/* What one search is answered from. */
typedef struct Found {
    const Options *options;
    const Catalogue *catalogue;
    const CliIo *io;
    Arena *arena;
    Search *search;
    const char *query;
    SearchFound found;
} Found;

static const char *join_words(Arena *arena, Strings words) {
    const char *text = "";
    for (size_t i = 0; i < words.count; i++)
        text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : " ", words.at[i]);
    return text;
}

static void ask_dictionary(Found *a) {
    Strings words = search_unasked(a->search, a->arena, str(a->query));
    Migemo migemo;
    migemo_init(&migemo, a->io->at->dictionary);
    for (size_t i = 0; i < words.count; i++)
        search_learn(a->search, words.at[i], migemo_look_up(&migemo, a->arena, words.at[i]));
    migemo_release(&migemo);
}

static ProgramRefs found_programs(const Found *a) {
    SearchHits hits = a->found.hits;
    const Program **programs = arena_new(a->arena, const Program *, hits.count);
    for (size_t i = 0; i < hits.count; i++)
        programs[i] = hits.at[i].program;
    return (ProgramRefs){programs, hits.count};
}

/* ---- for people ---- */

enum { WHERE_CELLS = 44, WHERE_LEAST = 24, CUT_CELLS = 3, ALL_COLS = 128, MOST_COLS = 100 };

/* What the column of finds may take of a terminal's line. */
static int where_cells(const Found *a) {
    return a->io->cols > 0 ? MAX_OF(a->io->cols * 2 / 5, WHERE_LEAST) : WHERE_CELLS;
}

/* "Summary: ⋯where it was found⋯"; the label alone when the text is in the row already. */
static const char *where_found(const Found *a, const SearchHit *hit) {
    const char *label = search_field_label(hit->field);
    if (strcmp(hit->text, words_program_name(hit->program)) == 0)
        return label;
    Ambiguous ambiguous = a->options->ambiguous;
    int cells = where_cells(a) - text_width(str(label), ambiguous) - 2 - 2 * CUT_CELLS;
    SearchSnippet snippet =
        search_snippet(a->search, a->arena, &a->found, hit, MAX_OF(cells, 8), ambiguous);
    const char *cut = a->options->ascii ? "..." : "⋯";
    return arena_printf(a->arena, "%s: %s%.*s%s", label, snippet.cut_front ? cut : "",
                        STR_ARG(snippet.text), snippet.cut_back ? cut : "");
}

/* Columns that a narrow terminal has no room for lose their heading, and are left out. */
static Strings fitting_columns(const Found *a, Strings columns) {
    const char **kept = arena_new(a->arena, const char *, columns.count);
    int cols = a->io->cols;
    for (size_t i = 0; i < columns.count; i++) {
        bool last = cols > 0 && cols < ALL_COLS && i == SHEET_PROVIDER;
        bool less = cols > 0 && cols < MOST_COLS && (i == SHEET_COST || i == SHEET_PERIOD);
        kept[i] = last || less ? "" : columns.at[i];
    }
    return (Strings){kept, columns.count};
}

static Table people_table(const Found *a) {
    SearchHits hits = a->found.hits;
    const char **cells = arena_new(a->arena, const char *, hits.count);
    for (size_t i = 0; i < hits.count; i++)
        cells[i] = where_found(a, &hits.at[i]);
    Table table =
        sheet_for_people(a->arena, &a->catalogue->edition, found_programs(a), a->options->as_of);
    /* TRANSLATORS: heading of a column: the field a search found a word in, and the text */
    return sheet_with_column(a->arena, table, _("Found in"), (Strings){cells, hits.count});
}

static void print_aligned(const Found *a, Buf *out) {
    enum { SHEET_WHERE = SHEET_PERIOD + 1 };
    static const Shrink shrink[] = {
        {SHEET_PROVIDER, 12}, {SHEET_NAME, 16}, {SHEET_PROVIDER, 8},
        {SHEET_NAME, 10},     {SHEET_WHERE, 8},
    };
    TextTable setting = {
        .cells = a->io->cols,
        .ambiguous = a->options->ambiguous,
        .ascii = a->options->ascii,
        .spare = SHEET_NAME_JA,
        .shrink = shrink,
        .shrink_count = COUNT_OF(shrink),
    };
    Table table = people_table(a);
    table.columns = fitting_columns(a, table.columns);
    text_table_print(out, &table, &setting);
}

/* ---- for programs ---- */

static const char *matched_names(const Found *a, const SearchHit *hit) {
    const char *names = "";
    for (SearchField i = 0; i < SEARCH_FIELD_COUNT; i++)
        if ((hit->fields & 1u << i) != 0)
            names = arena_printf(a->arena, "%s%s%s", names, is_absent(names) ? "" : "; ",
                                 search_field_name(i));
    return names;
}

static Table facts_table(const Found *a) {
    SearchHits hits = a->found.hits;
    const char **cells = arena_new(a->arena, const char *, hits.count);
    for (size_t i = 0; i < hits.count; i++)
        cells[i] = matched_names(a, &hits.at[i]);
    Table table = sheet_of_facts(a->arena, found_programs(a), a->options->as_of);
    return sheet_with_column(a->arena, table, "matched", (Strings){cells, hits.count});
}

static void print_csv(const Found *a, Buf *out) {
    Table table = facts_table(a);
    if (a->io->out_is_file)
        buf_text(out, CSV_BOM);
    csv_print(out, &table);
}

static void print_answer(const Found *a, Buf *out) {
    Table table;
    bool for_people = a->options->format == FORMAT_TABLE || a->options->format == FORMAT_MD;
    if (for_people && a->found.hits.count == 0)
        return;
    switch (a->options->format) {
    case FORMAT_JSON:
        json_print_hits(out, a->query, a->found.hits, a->options->as_of);
        break;
    case FORMAT_CSV:
        print_csv(a, out);
        break;
    case FORMAT_TSV:
        table = facts_table(a);
        tsv_print(out, &table);
        break;
    case FORMAT_MD:
        table = people_table(a);
        md_table_print(out, &table);
        break;
    case FORMAT_TABLE:
    case FORMAT_TEXT:
    case FORMAT_HTML:
    case FORMAT_ICS:
    case FORMAT_COUNT:
        print_aligned(a, out);
        break;
    }
}

/* ---- nothing found ---- */

static void say_nothing_found(const Found *a) {
    SearchLack lack = search_lack(a->search, a->arena, str(a->query));
    if (lack.word == NULL)
        cli_complain(a->io->err, "%s", _("each word is found, but no program has them all"));
    else if (lack.event != NULL)
        cli_complain(a->io->err, _("no program has %s; an event of the calendar does: %s"),
                     lack.word, lack.event->name);
    else if (lack.nearest != NULL)
        cli_complain(a->io->err, _("%s is found nowhere; did you mean %s?"), lack.word,
                     lack.nearest);
    else
        cli_complain(a->io->err, _("%s is found nowhere"), lack.word);
}

static int answer(Found *a) {
    Buf out;
    ask_dictionary(a);
    a->found = search_run(a->search, a->arena, str(a->query));
    buf_init(&out, CLI_OUTPUT_MOST);
    print_answer(a, &out);
    int status = cli_write(a->io, &out);
    if (a->found.hits.count == 0) {
        say_nothing_found(a);
        status = CLI_FAILED;
    }
    buf_release(&out);
    return status;
}

static int refuse_no_words(const CliIo *io) {
    Err err;
    err_set(&err, "%s", _("search: expected a word to look for, as in kairo search subsidy"));
    return cli_refuse(io->err, &err);
}

int cli_search(const Options *options, const Catalogue *catalogue, const CliIo *io) {
    Arena arena = {0};
    Search search;
    search_init(&search, catalogue);
    Found a = {.options = options,
               .catalogue = catalogue,
               .io = io,
               .arena = &arena,
               .search = &search,
               .query = join_words(&arena, options->arguments)};
    int status = search_has_words(str(a.query)) ? answer(&a) : refuse_no_words(io);
    search_release(&search);
    arena_release(&arena);
    return status;
}
