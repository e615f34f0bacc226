/* See environment.h. */
#include "cli/environment.h"

#include <stdlib.h>

const char *environment_get(const char *name) {
    const char *value = getenv(name);
    return value == NULL ? "" : value;
}

const char *environment_first(Strings names) {
    const char *value = "";
    for (size_t i = 0; i < names.count && is_absent(value); i++)
        value = environment_get(names.at[i]);
    return value;
}

const char *environment_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    return environment_first((Strings){names, COUNT_OF(names)});
}
