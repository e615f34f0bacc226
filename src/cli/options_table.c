/* The options and commands with what belongs together: for the parser, --help, the manual and the
 * completions. */
#include "cli/options_table.h"

#include "base/tr.h"

#include <stdint.h>

#define IN(command) (1u << (command))
#define EVERYWHERE (IN(COMMAND_COUNT) - 1u)
#define IN_SCREENS IN(COMMAND_SCREENS)
#define IN_LIST IN(COMMAND_LIST)
#define IN_CARDS (IN(COMMAND_SHOW) | IN(COMMAND_SEARCH))
#define IN_PLAN_TEXT (IN(COMMAND_PLAN_LS) | IN(COMMAND_PLAN_SHOW) | IN(COMMAND_PLAN_EXPORT))
#define IN_DOCTOR IN(COMMAND_DOCTOR)
#define IN_TEXT                                                                                    \
    (IN_SCREENS | IN_LIST | IN_CARDS | IN_PLAN_TEXT | IN(COMMAND_PLAN_HISTORY) | IN_DOCTOR)

static const OptionRow rows[OPTION_COUNT] = {
    [OPTION_HELP] = {"help", NULL, EVERYWHERE, N_("Show this help and leave.")},
    [OPTION_VERSION] = {"version", NULL, EVERYWHERE, N_("Show the version and leave.")},
    [OPTION_PLAN] = {"plan", "NAME", IN_SCREENS, N_("Work on this plan.")},
    [OPTION_PROGRAM] = {"program", "ID", IN_SCREENS,
                        N_("Open the card of this program, by id or number.")},
    [OPTION_STEP] = {"step", "N", IN_SCREENS | IN_LIST,
                     N_("Step 1 to 4, or 0 for the cross-step resources.")},
    [OPTION_AS_OF] = {"as-of", "DATE", EVERYWHERE,
                      N_("Judge application periods as of this day instead of today; 2016-12-14, "
                         "H28.12.14 and 2016/12/14 are the same. A month means its first day.")},
    [OPTION_LANG] = {"lang", "ja|en", EVERYWHERE,
                     N_("Language; without it the environment's, else Japanese.")},
    [OPTION_AMBIGUOUS] = {"ambiguous", "auto|narrow|wide", IN_TEXT,
                          N_("How wide the terminal draws characters that are one cell in some "
                             "fonts and two in others.")},
    [OPTION_ASCII] = {"ascii", NULL, IN_TEXT, N_("Use ASCII characters only.")},
    [OPTION_PLAIN] = {"plain", NULL, IN_SCREENS,
                      N_("Numbered lines instead of screens, for screen readers and terminals "
                         "without a cursor.")},
    [OPTION_DATA] = {"data", "PATH", EVERYWHERE,
                     N_("Read this catalogue file or folder as well; may be given again.")},
    [OPTION_READ_ONLY] = {"read-only", NULL, IN_SCREENS,
                          N_("Show plans and bookmarks without changing anything on disk.")},
    [OPTION_FORMAT] = {"format", "FORMAT", IN_LIST | IN_CARDS | IN_PLAN_TEXT | IN_DOCTOR,
                       N_("How to write the result; the formats are named above.")},
    [OPTION_OUTPUT] = {"output", "FILE", IN(COMMAND_PLAN_EXPORT),
                       N_("Write the result to this file instead of standard output.")},
    [OPTION_NEED] = {"need", "ID", IN_LIST, N_("Need, A to M.")},
    [OPTION_PROVIDER] = {"provider", "ID", IN_LIST, N_("Provider, by id or name.")},
    [OPTION_KIND] = {"kind", "KIND", IN_LIST, N_("Kind of support: %s.")},
    [OPTION_COST] = {"cost", "COST", IN_LIST, N_("What it costs: %s.")},
    [OPTION_STATE] = {"state", "STATE", IN_LIST, N_("Whether applications are taken: %s.")},
    [OPTION_COUNTRY] = {"country", "NAME", IN_LIST,
                        N_("Country where it has a place, by name or two-letter code.")},
};

OptionRows option_rows(void) {
    return (OptionRows){rows, COUNT_OF(rows)};
}

#define AS(format) (1u << (format))
#define ANY_NUMBER SIZE_MAX

#define AS_TABLES                                                                                  \
    (AS(FORMAT_TABLE) | AS(FORMAT_JSON) | AS(FORMAT_CSV) | AS(FORMAT_TSV) | AS(FORMAT_MD))

static const CommandRow commands[] = {
    {"", "", COMMAND_SCREENS, 0, N_("Open the roadmap."), 0, 0},
    {"list", "", COMMAND_LIST, AS_TABLES, N_("List the support programs."), 0, 0},
    {"show", "ID...", COMMAND_SHOW, AS(FORMAT_TEXT) | AS(FORMAT_JSON) | AS(FORMAT_MD),
     N_("Show the cards of programs."), 1, ANY_NUMBER},
    {"search", "QUERY...", COMMAND_SEARCH, AS_TABLES,
     N_("Search the cards for all of these words; kana, romaji, width and case make no "
        "difference."),
     1, ANY_NUMBER},
    {"plan ls", "", COMMAND_PLAN_LS, AS(FORMAT_TABLE) | AS(FORMAT_JSON), N_("List the plans."), 0,
     0},
    {"plan new", "NAME", COMMAND_PLAN_NEW, 0, N_("Make a new plan, one for each company."), 1, 1},
    {"plan show", "NAME", COMMAND_PLAN_SHOW, AS(FORMAT_TABLE) | AS(FORMAT_JSON), N_("Show a plan."),
     1, 1},
    {"plan add", "NAME ID...", COMMAND_PLAN_ADD, 0, N_("Put programs in a plan."), 2, ANY_NUMBER},
    {"plan set", "NAME ID key=value...", COMMAND_PLAN_SET, 0,
     N_("Set what a plan says of a program: status= reason= note= owner= due= estimate= terms=."),
     3, ANY_NUMBER},
    {"plan remove", "NAME ID...", COMMAND_PLAN_REMOVE, 0, N_("Take programs out of a plan."), 2,
     ANY_NUMBER},
    {"plan rename", "OLD NEW", COMMAND_PLAN_RENAME, 0, N_("Give a plan another name."), 2, 2},
    {"plan archive", "NAME", COMMAND_PLAN_ARCHIVE, 0, N_("Put a plan aside, in the archive."), 1,
     1},
    {"plan unarchive", "NAME", COMMAND_PLAN_UNARCHIVE, 0, N_("Take a plan out of the archive."), 1,
     1},
    {"plan export", "NAME", COMMAND_PLAN_EXPORT,
     AS(FORMAT_TEXT) | AS(FORMAT_JSON) | AS(FORMAT_CSV) | AS(FORMAT_MD) | AS(FORMAT_HTML) |
         AS(FORMAT_ICS),
     N_("Write a plan as a hand-out for the client, a table or a calendar."), 1, 1},
    {"plan history", "NAME", COMMAND_PLAN_HISTORY, 0,
     N_("List the last versions of a plan, newest first."), 1, 1},
    {"plan restore", "NAME VERSION", COMMAND_PLAN_RESTORE, 0,
     N_("Bring back a version of a plan; the present state becomes a version."), 2, 2},
    {"plan merge", "BASE OURS THEIRS", COMMAND_PLAN_MERGE, 0,
     N_("Merge three files of plans into OURS, as a merge driver of git."), 3, 3},
    {"catalogue check", "[FILE]...", COMMAND_CATALOGUE_CHECK, 0,
     N_("Check the catalogue, or files to be added to it."), 0, ANY_NUMBER},
    {"doctor", "", COMMAND_DOCTOR, AS(FORMAT_TEXT) | AS(FORMAT_JSON),
     N_("Say how kairo gets on here: locale, terminal, files, catalogue, plans."), 0, 0},
};

CommandRows command_rows(void) {
    return (CommandRows){commands, COUNT_OF(commands)};
}

const char *format_name(Format format) {
    static const char *const names[FORMAT_COUNT] = {
        [FORMAT_TABLE] = "table", [FORMAT_TEXT] = "text", [FORMAT_JSON] = "json",
        [FORMAT_CSV] = "csv",     [FORMAT_TSV] = "tsv",   [FORMAT_MD] = "md",
        [FORMAT_HTML] = "html",   [FORMAT_ICS] = "ics",
    };
    return names[format];
}

const char *format_names(Arena *arena, unsigned formats, const char *separator) {
    const char *text = "";
    for (Format f = 0; f < FORMAT_COUNT; f++)
        if ((formats & AS(f)) != 0)
            text = arena_printf(arena, "%s%s%s", text, is_absent(text) ? "" : separator,
                                format_name(f));
    return text;
}
