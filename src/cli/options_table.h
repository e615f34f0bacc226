/* Between options.c and its tables (option_rows and command_rows of options.h). */
#ifndef KAIRO_CLI_OPTIONS_TABLE_H
#define KAIRO_CLI_OPTIONS_TABLE_H

#include "cli/options.h"

/* The places of the options in their table. */
typedef enum OptionId {
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_PLAN,
    OPTION_PROGRAM,
    OPTION_STEP,
    OPTION_AS_OF,
    OPTION_LANG,
    OPTION_AMBIGUOUS,
    OPTION_ASCII,
    OPTION_PLAIN,
    OPTION_DATA,
    OPTION_READ_ONLY,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_NEED,
    OPTION_PROVIDER,
    OPTION_KIND,
    OPTION_COST,
    OPTION_STATE,
    OPTION_COUNTRY,
    OPTION_COUNT
} OptionId;

#endif
