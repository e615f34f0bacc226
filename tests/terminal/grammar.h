/* What kairo sends a terminal: known sequences and clean text. Anything else came from elsewhere.
 */
#ifndef KAIRO_TESTS_GRAMMAR_H
#define KAIRO_TESTS_GRAMMAR_H

#include "base/buf.h"

/* Where the first thing stands that is not kairo's own, or NULL. On xterm-256color. */
const char *grammar_stray_of_screens(const Buf *output);
/* The same for the lines of commands and of --plain: text and line ends only. */
const char *grammar_stray_of_lines(const Buf *output);

#endif
