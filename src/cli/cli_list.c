/* kairo list: the programs that match every option given, in the order of the edition. */
#include "base/tr.h"
#include "cli/commands.h"
#include "query/filter.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/md_table.h"
#include "report/sheet.h"
#include "report/text_table.h"

static bool make_filter(const Options *options, const Catalogue *catalogue, Filter *out, Err *err) {
    *out = filter_any();
    out->step = options->step;
    out->kind = options->kind;
    out->cost = options->cost;
    out->state = options->state;
    return filter_set_need(out, catalogue, options->need, err) &&
           filter_set_provider(out, catalogue, options->provider, err) &&
           filter_set_country(out, catalogue, options->country, err);
}

/* What one listing is made from. */
typedef struct Listing {
    const Options *options;
    const Catalogue *catalogue;
    const CliIo *io;
    Arena *arena;
    ProgramRefs programs;
} Listing;

static void print_aligned(const Listing *l, Buf *out) {
    /* A name is worth more than a provider's, up to a point. */
    static const Shrink shrink[] = {
        {SHEET_PROVIDER, 12},
        {SHEET_NAME, 16},
        {SHEET_PROVIDER, 8},
        {SHEET_NAME, 8},
    };
    TextTable setting = {
        .cells = l->io->cols,
        .ambiguous = l->options->ambiguous,
        .ascii = l->options->ascii,
        .spare = SHEET_NAME_JA,
        .shrink = shrink,
        .shrink_count = COUNT_OF(shrink),
    };
    Table table =
        sheet_for_people(l->arena, &l->catalogue->edition, l->programs, l->options->as_of);
    text_table_print(out, &table, &setting);
}

static void print_md(const Listing *l, Buf *out) {
    Table table =
        sheet_for_people(l->arena, &l->catalogue->edition, l->programs, l->options->as_of);
    md_table_print(out, &table);
}

static void print_csv(const Listing *l, Buf *out) {
    Table table = sheet_of_facts(l->arena, l->programs, l->options->as_of);
    if (l->io->out_is_file)
        buf_text(out, CSV_BOM);
    csv_print(out, &table);
}

static void print_tsv(const Listing *l, Buf *out) {
    Table table = sheet_of_facts(l->arena, l->programs, l->options->as_of);
    tsv_print(out, &table);
}

static void print_listing(const Listing *l, Buf *out) {
    bool for_people = l->options->format == FORMAT_TABLE || l->options->format == FORMAT_MD;
    if (for_people && l->programs.count == 0)
        return;
    switch (l->options->format) {
    case FORMAT_JSON:
        json_print_programs(out, l->programs, l->options->as_of);
        break;
    case FORMAT_CSV:
        print_csv(l, out);
        break;
    case FORMAT_TSV:
        print_tsv(l, out);
        break;
    case FORMAT_MD:
        print_md(l, out);
        break;
    case FORMAT_TABLE:
    case FORMAT_TEXT:
    case FORMAT_HTML:
    case FORMAT_ICS:
    case FORMAT_COUNT:
        print_aligned(l, out);
        break;
    }
}

/* Says so, and whether the other half of the catalogue would have had something. */
static void say_nothing_found(const Listing *l, const Filter *filter) {
    size_t others = 0;
    if (!l->options->cross_step)
        others =
            filter_programs(filter, l->arena, l->catalogue->resources, l->options->as_of).count;
    if (others > 0)
        cli_complain(l->io->err, "%s",
                     _("no program matches; cross-step resources do: see kairo list --step 0"));
    else
        cli_complain(l->io->err, "%s", _("no program matches"));
}

int cli_list(const Options *options, const Catalogue *catalogue, const CliIo *io) {
    Filter filter;
    Err err;
    if (!make_filter(options, catalogue, &filter, &err))
        return cli_refuse(io->err, &err);
    Arena arena = {0};
    Buf out;
    Programs from = options->cross_step ? catalogue->resources : catalogue->programs;
    Listing listing = {options, catalogue, io, &arena,
                       filter_programs(&filter, &arena, from, options->as_of)};
    buf_init(&out, CLI_OUTPUT_MOST);
    print_listing(&listing, &out);
    int status = cli_write(io, &out);
    if (listing.programs.count == 0) {
        say_nothing_found(&listing, &filter);
        status = CLI_FAILED;
    }
    buf_release(&out);
    arena_release(&arena);
    return status;
}
