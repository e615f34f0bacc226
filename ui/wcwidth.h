/*
 * The program's own wcwidth(), on top of text_rune_width. ncurses asks wcwidth for every
 * cell and finds this one before the C library's, so it always agrees with our layout, in
 * narrow and in wide terminals. Linking wcwidth.c into the executable is enough.
 */
#ifndef KAIRO_UI_WCWIDTH_H
#define KAIRO_UI_WCWIDTH_H

#include "text/width.h"

/* How wide ambiguous characters are from now on; narrow at first. */
void wcwidth_use(Ambiguous ambiguous);

#endif
