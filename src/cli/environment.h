/* The environment's variables: one that is not set is as good as an empty one. Lent by it. */
#ifndef KAIRO_CLI_ENVIRONMENT_H
#define KAIRO_CLI_ENVIRONMENT_H

#include "base/str.h"

/* "" when it is not set. */
const char *environment_get(const char *name);

/* The first of several that is set; "" when none is. */
const char *environment_first(Strings names);

/* The name of the locale of characters: $LC_ALL, $LC_CTYPE or $LANG. */
const char *environment_locale(void);

#endif
