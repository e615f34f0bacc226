/*
 * The command line, read into one value. One table of options feeds the parser, --help and
 * the tests that hold completions and man page against it.
 *
 * Options may stand before and after the command word, as `--name value` or `--name=value`;
 * `--` ends them; an option given twice counts as given last (--data adds up). A long option
 * may be cut short where that is unambiguous, as getopt_long does.
 */
#ifndef KAIRO_CLI_OPTIONS_H
#define KAIRO_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/tr.h"
#include "text/width.h"

typedef enum Command {
    COMMAND_SCREENS, /* no command word: the roadmap opens */
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_LIST,
    COMMAND_SHOW,
    COMMAND_SEARCH,
    COMMAND_CATALOGUE_CHECK,
    COMMAND_PLAN_LS, /* the commands of plans, to COMMAND_PLAN_MERGE */
    COMMAND_PLAN_NEW,
    COMMAND_PLAN_SHOW,
    COMMAND_PLAN_ADD,
    COMMAND_PLAN_SET,
    COMMAND_PLAN_REMOVE,
    COMMAND_PLAN_RENAME,
    COMMAND_PLAN_ARCHIVE,
    COMMAND_PLAN_UNARCHIVE,
    COMMAND_PLAN_EXPORT,
    COMMAND_PLAN_HISTORY,
    COMMAND_PLAN_RESTORE,
    COMMAND_PLAN_MERGE,
    COMMAND_COUNT
} Command;

typedef enum Format {
    FORMAT_TABLE, /* aligned text */
    FORMAT_TEXT,  /* a card as text */
    FORMAT_JSON,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_MD,
    FORMAT_HTML,
    FORMAT_ICS,
    FORMAT_COUNT
} Format;

/* Strings are lent by argv or live in the arena given to options_parse; "" means not given. */
typedef struct Options {
    Command command;
    Lang lang;
    bool lang_given;
    Date as_of; /* --as-of, else today; always a day */
    Ambiguous ambiguous;
    bool ambiguous_fixed; /* --ambiguous narrow or wide */
    bool ascii;
    bool plain;      /* lines instead of screens */
    Strings data;    /* --data */
    int step;        /* 1 to 4; 0 when not given */
    bool cross_step; /* --step 0: the cross-step resources */
    const char *plan;
    bool read_only;
    const char *program;
    const char *output; /* --output */
    Format format;      /* the command's own when not given: table for list, text for show */
    const char *need, *provider, *country; /* filters that only the catalogue can judge */
    int kind, cost, state;                 /* enumeration values; -1 when not given */
    Strings arguments;                     /* what stands after the command's words */
} Options;

/*
 * The language --lang asks for, else `fallback`. Called (with tr_use) before options_parse,
 * so that a wrong command line is already answered in the right language.
 */
Lang options_language(int argc, char *const argv[], Lang fallback);

/*
 * Reads argv[1] on; `today` and tr_lang() stand where no option says otherwise. False with
 * one sentence in `err` when the command line is wrong (exit status 2). Does no I/O.
 */
bool options_parse(Options *out, Arena *arena, int argc, char *const argv[], Date today, Err *err);

/* ---- the tables behind it ---- */

typedef struct OptionRow {
    const char *name;  /* without the hyphens */
    const char *value; /* what --help calls its value; NULL when it takes none */
    unsigned commands; /* bits 1 << Command it belongs to */
    const char *help;  /* msgid */
} OptionRow;
LIST_OF(OptionRow, OptionRows);
OptionRows option_rows(void);

typedef struct CommandRow {
    const char *words;     /* "catalogue check" */
    const char *arguments; /* "[FILE]..."; "" when it takes none */
    Command command;
    unsigned formats;   /* bits 1 << Format; the default is the lowest */
    const char *help;   /* msgid */
    size_t least, most; /* how many arguments */
} CommandRow;
LIST_OF(CommandRow, CommandRows);
CommandRows command_rows(void);

/* "table, json, csv" in `arena`, of the bits in `formats`, parted by `separator`. */
const char *format_names(Arena *arena, unsigned formats, const char *separator);

#endif
