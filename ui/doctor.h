/*
 * kairo doctor at the edge: looks at the locale and the terminal, asks the terminal how wide it
 * draws ambiguous characters, and hands all that to the command (src/cli), which does the rest.
 *
 * Here waiting is allowed: an answer has DOCTOR_WAIT_MS. While it may still come nothing that is
 * typed is shown, and when it has not come, the same time passes once more after the report, so
 * that a late answer does not become the shell's next command; what is typed in that time is
 * dropped. The terminal is given back on every way out.
 */
#ifndef KAIRO_UI_DOCTOR_H
#define KAIRO_UI_DOCTOR_H

#include "cli/options.h"

enum { DOCTOR_WAIT_MS = 500 };

/* Returns the exit status. */
int doctor_run(const Options *options);

#endif
