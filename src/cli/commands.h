/* Between cli.c and the files of the commands; the rest of the program uses cli/cli.h. */
#ifndef KAIRO_CLI_COMMANDS_H
#define KAIRO_CLI_COMMANDS_H

#include "cli/cli.h"

/* Each returns the exit status. */
int cli_list(const Options *options, const Catalogue *catalogue, const CliIo *io);
int cli_show(const Options *options, const Catalogue *catalogue, const CliIo *io);
int cli_search(const Options *options, const Catalogue *catalogue, const CliIo *io);
int cli_catalogue_check(const Options *options, const CliIo *io);
int cli_doctor(const Options *options, const CliIo *io);
int cli_plan(const Options *options, const CliIo *io);
int cli_help(const CliIo *io);
int cli_version(const Options *options, const CliIo *io);

/* Writes a result, cleaned when it goes to a terminal, and flushes it; CLI_FAILED with a message
   when it was too long or did not get out. */
int cli_write(const CliIo *io, const Buf *result);

/* One line per problem on `err`; then how many there are. */
void cli_print_problems(Problems *problems, FILE *err);

#endif
