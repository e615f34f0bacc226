/* Shared by the tests of the edition that ships: it is loaded once for a whole group. */
#ifndef KAIRO_TESTS_EDITION_FIXTURE_H
#define KAIRO_TESTS_EDITION_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "catalogue/load.h"

static Catalogue edition;
static Arena scratch; /* for whatever a test needs until the group ends */

static inline int load_edition(void **state) {
    (void)state;
    Problems problems = {0};
    bool loaded = catalogue_load(&edition, SOURCE_DIR "/data/catalogue", (Strings){0}, &problems);
    for (size_t i = 0; i < problems.count; i++)
        print_error("%s\n", problem_text(&scratch, &problems.items[i]));
    problems_release(&problems);
    return loaded ? 0 : -1;
}

static inline int release_edition(void **state) {
    (void)state;
    catalogue_release(&edition);
    arena_release(&scratch);
    return 0;
}

#endif
