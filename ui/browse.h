/*
 * A web page in a browser, on a display of this machine: $BROWSER, else xdg-open. No shell, exactly
 * one argument, http and https only. At the edge.
 */
#ifndef KAIRO_UI_BROWSE_H
#define KAIRO_UI_BROWSE_H

#include "base/err.h"

#include <stdbool.h>

/* Whether a browser would open where the user sits: a display, and no line to elsewhere. */
bool browse_can(void);

/* Starts it and does not wait for it. False with a sentence. */
bool browse_open(const char *address, Err *err);

#endif
