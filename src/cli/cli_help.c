/*
 * kairo --help and --version. The help is set from the tables of options.c in two columns of
 * at most 80 cells, so it never says less, or more, than the parser knows.
 */
#include "base/tr.h"
#include "catalogue/names.h"
#include "cli/commands.h"
#include "report/words.h"
#include "text/wrap.h"

enum { HELP_CELLS = 79, HELP_INDENT = 2, HELP_COLUMN = 31 };

/* Text broken to the page, its first line going on where `col` cells are filled already. */
static void print_wrapped(Buf *out, const char *text, int col, int indent) {
    Arena arena = {0};
    WrapLines lines = text_wrap(&arena, str(text), HELP_CELLS - indent, AMBIGUOUS_WIDE);
    for (size_t i = 0; i < lines.count; i++) {
        int blanks = i == 0 ? indent - col : indent;
        buf_printf(out, "%*s%.*s\n", blanks, "", STR_ARG(lines.at[i].text));
    }
    arena_release(&arena);
}

/* A name, and what it means in the second column: beside it, or below when it is long. */
static void print_entry(Buf *out, const char *name, const char *help) {
    buf_printf(out, "%*s%s", HELP_INDENT, "", name);
    int col = HELP_INDENT + text_width(str(name), AMBIGUOUS_WIDE);
    if (col + 2 > HELP_COLUMN) {
        buf_byte(out, '\n');
        col = 0;
    }
    print_wrapped(out, help, col, HELP_COLUMN);
}

static void print_heading(Buf *out, const char *heading) {
    buf_printf(out, "\n%s\n", heading);
}

/* ---- commands ---- */

static void print_usage(Buf *out, Arena *arena) {
    CommandRows commands = command_rows();
    print_heading(out, _("Usage:"));
    for (size_t i = 0; i < commands.count; i++) {
        const CommandRow *row = &commands.at[i];
        buf_printf(out, "%*skairo%s%s%s%s [%s]...", HELP_INDENT, "",
                   is_absent(row->words) ? "" : " ", row->words,
                   is_absent(row->arguments) ? "" : " ", row->arguments, _("OPTION"));
        if (row->formats != 0)
            buf_printf(out, " [--format %s]", format_names(arena, row->formats, "|"));
        buf_byte(out, '\n');
    }
}

static void print_commands(Buf *out) {
    CommandRows commands = command_rows();
    print_heading(out, _("Commands:"));
    for (size_t i = 0; i < commands.count; i++)
        print_entry(out, is_absent(commands.at[i].words) ? _("(none)") : commands.at[i].words,
                    tr(commands.at[i].help));
}

/* ---- options ---- */

static const char *name_of(Arena *arena, const OptionRow *row) {
    bool help = strcmp(row->name, "help") == 0;
    return arena_printf(arena, "%s--%s%s%s", help ? "-h, " : "", row->name,
                        row->value != NULL ? " " : "", row->value != NULL ? row->value : "");
}

/* The values an option takes, for the %s in its help; NULL when it has none. */
static const EnumNames *values_of(const OptionRow *row) {
    static const struct {
        const char *name;
        const EnumNames *values;
    } known[] = {
        {"kind", &program_kind_names},
        {"cost", &cost_kind_names},
        {"state", &period_state_names},
    };
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(row->name, known[i].name) == 0)
            return known[i].values;
    return NULL;
}

static const char *values_text(Arena *arena, const EnumNames *names) {
    const char *text = "";
    for (int i = 0; i < names->count; i++)
        text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : ", ", names->names[i]);
    return text;
}

/* The text before its "%s", the values, and the text after it. */
static const char *help_of(Arena *arena, const OptionRow *row) {
    const char *help = tr(row->help);
    const EnumNames *values = values_of(row);
    const char *mark = strstr(help, "%s");
    if (values == NULL || mark == NULL)
        return help;
    return arena_printf(arena, "%.*s%s%s", (int)(mark - help), help, values_text(arena, values),
                        mark + 2);
}

static bool only_of_list(const OptionRow *row) {
    return row->commands == 1u << COMMAND_LIST;
}

static void print_options(Buf *out, Arena *arena, bool of_list) {
    OptionRows rows = option_rows();
    for (size_t i = 0; i < rows.count; i++)
        if (only_of_list(&rows.at[i]) == of_list)
            print_entry(out, name_of(arena, &rows.at[i]), help_of(arena, &rows.at[i]));
}

int cli_help(const CliIo *io) {
    Arena arena = {0};
    Buf out;
    buf_init(&out, CLI_OUTPUT_MOST);
    print_wrapped(&out,
                  _("kairo shows the four-step roadmap of support programs for small Japanese "
                    "companies going abroad."),
                  0, 0);
    print_usage(&out, &arena);
    print_commands(&out);
    print_heading(&out, _("Options:"));
    print_options(&out, &arena, false);
    print_heading(&out, _("Options of list; all that are given must match:"));
    print_options(&out, &arena, true);
    buf_byte(&out, '\n');
    print_wrapped(&out, _("Exit status: 0 done, 1 failed or nothing found, 2 wrong usage."), 0, 0);
    int status = cli_write(io, &out);
    buf_release(&out);
    arena_release(&arena);
    return status;
}

/* ---- version ---- */

/* The edition, or that it cannot be read: a damaged catalogue must not hide the version. */
static const char *edition_line(Arena *arena, const Options *options, const CliIo *io) {
    Catalogue catalogue;
    Problems problems = {0};
    const char *line = _("catalogue: cannot be read; see kairo catalogue check");
    Strings extra = paths_overlays(arena, io->at, options->data);
    if (catalogue_load(&catalogue, paths_catalogue(arena, io->at), extra, &problems)) {
        const char *age = words_edition_line(arena, &catalogue.edition, options->as_of, false);
        line = arena_printf(arena, _("catalogue: %s, %s"), catalogue.edition.title, age);
        catalogue_release(&catalogue);
    }
    problems_release(&problems);
    return line;
}

int cli_version(const Options *options, const CliIo *io) {
    Arena arena = {0};
    Buf out;
    buf_init(&out, CLI_OUTPUT_MOST);
    buf_printf(&out, "kairo %s\n%s\n", KAIRO_VERSION, edition_line(&arena, options, io));
    int status = cli_write(io, &out);
    buf_release(&out);
    arena_release(&arena);
    return status;
}
