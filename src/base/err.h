/*
 * Err: one sentence for the user, in the user's language. Functions that can fail return
 * bool and take a trailing `Err *`, untouched on success. Errors are chained by putting
 * what was being done in front.
 */
#ifndef KAIRO_BASE_ERR_H
#define KAIRO_BASE_ERR_H

#include "base/macros.h"

enum { ERR_TEXT_BYTES = 1024 };

typedef struct Err {
    char text[ERR_TEXT_BYTES]; /* cut at a character boundary when longer */
} Err;

void err_set(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/* "CONTEXT: what it said before". */
void err_prefix(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
