/*
 * The commands: what kairo does without its screens. main() is:
 *
 *     Lang lang = tr_from_environment(getenv("LANGUAGE"), …);
 *     tr_use(options_language(argc, argv, lang));
 *     if (!options_parse(&options, &arena, argc, argv, today, &err))
 *         return cli_refuse(stderr, &err);
 *     if (options.command != COMMAND_SCREENS)
 *         return cli_main(&options, NULL);
 *     … cli_load(&catalogue, &options, &surroundings, stderr) and the screens
 *
 * Results go to `out`, sentences to `err` as "kairo: …", cleaned for a terminal. Everything a
 * command writes to a terminal is cleaned as well.
 */
#ifndef KAIRO_CLI_CLI_H
#define KAIRO_CLI_CLI_H

#include "base/buf.h"
#include "catalogue/load.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "report/doctor.h"

/* Exit status. */
enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_USAGE = 2 };

/* Most bytes one command writes. */
enum { CLI_OUTPUT_MOST = 256 * 1024 * 1024 };

/* What only the edge to the terminal can tell, for kairo doctor. */
typedef struct CliEdge {
    DoctorLocale locale;
    DoctorTerminal terminal;
    const char *ncurses; /* its version */
} CliEdge;

typedef struct CliIo {
    FILE *out, *err;
    bool out_is_terminal;
    bool out_is_file; /* a regular file: CSV then starts with a byte-order mark */
    int cols;         /* of the terminal; 0 when it is none or does not say */
    const Surroundings *at;
    const char *now;     /* stamp, UTC: 2026-11-22T03:04:05Z; the commands of plans need it */
    int zone;            /* seconds by which the user's clock is ahead of UTC */
    const CliEdge *edge; /* NULL where nothing was looked at */
} CliIo;

/*
 * Runs the command of `options` (never COMMAND_SCREENS) and returns the exit status. What
 * was written is flushed and judged: a full disk or closed pipe is a failure with a message.
 */
int cli_run(const Options *options, const CliIo *io);

/* cli_run on the process's own streams and environment; closes standard output. `edge` may be
   NULL but for COMMAND_DOCTOR. */
int cli_main(const Options *options, const CliEdge *edge);

/* Seconds by which the machine's clock is ahead of UTC now. */
int cli_zone(void);

/* Says what was wrong with the command line; returns CLI_USAGE. */
int cli_refuse(FILE *err, const Err *wrong);

/* "kairo: MESSAGE" on a line of `err`, cleaned. */
void cli_complain(FILE *err, const char *format, ...) PRINTF_LIKE(2, 3);

/*
 * Loads the catalogue the options and surroundings name, overlays included. False after the
 * problems have been printed on `err`; else the caller releases `out`.
 */
bool cli_load(Catalogue *out, const Options *options, const Surroundings *at, FILE *err);

#endif
