/* See term_names.h. */
#include "ui/term_names.h"

#include "base/macros.h"

#include <stdbool.h>

static bool is_name(const char *name) {
    for (size_t i = 0; name[i] != '\0'; i++)
        if (i + 1 >= TERM_NAME_BYTES || name[i] <= ' ' || name[i] > '~' || name[i] == '/')
            return false;
    return name[0] != '\0';
}

static void add(TermNames *names, const char *name) {
    for (int i = 0; i < names->count; i++)
        if (strcmp(names->at[i], name) == 0)
            return;
    if (is_name(name) && names->count < TERM_NAMES_MOST)
        memcpy(names->at[names->count++], name, strlen(name) + 1);
}

TermNames term_names(const char *term) {
    TermNames names = {.count = 0};
    const char *own = term == NULL || term[0] == '\0' ? "" : term;
    add(&names, is_name(own) ? own : "?");
    if (is_name(own)) {
        char family[TERM_NAME_BYTES + 16];
        int length = (int)strcspn(own, "-.");
        snprintf(family, sizeof family, "%.*s-256color", length, own);
        add(&names, family);
        family[length] = '\0';
        add(&names, family);
    }
    add(&names, "xterm-256color");
    add(&names, "vt100");
    return names;
}
