/*
 * Breaking lines as Japanese is set.
 *
 * Break opportunities come from libunistring (UAX #14: no 、。」ー, small kana or 々 at the
 * start of a line, no opening bracket at its end). We fill the lines ourselves:
 * - spaces at a break hang: they are neither painted nor counted;
 * - no break inside numbers with their prefixes, units, fractions and short remarks
 *   (3,000万円, ２／３, 1/27, 10室, 約10社, 第27回, 10,800円(税込)), nor inside words in Latin
 *   letters, addresses and phone numbers;
 * - such a run that is longer than a whole line is broken after / ? & - . = where it can be,
 *   and any run is split by cluster as the last resort;
 * - a last line of one lone character (marks like 。 aside) takes one more from the line
 *   before where that keeps the rules;
 * - a line feed in the text always breaks, so one at the end gives an empty last line.
 */
#ifndef KAIRO_TEXT_WRAP_H
#define KAIRO_TEXT_WRAP_H

#include "base/arena.h"
#include "base/str.h"
#include "text/width.h"

typedef struct WrapLine {
    Str text;  /* borrowed from the text given; without the hanging spaces */
    int cells; /* its width */
} WrapLine;

LIST_OF(WrapLine, WrapLines);

/*
 * Lines of at most `cells` (at least 2) cells. `text` must be clean (text_clean_lines) and
 * outlive the result. An empty text gives one empty line.
 */
WrapLines text_wrap(Arena *arena, Str text, int cells, Ambiguous ambiguous);

/*
 * As text_wrap, with another width for the first line (a label in front of it; 0 is
 * allowed). The first line is empty when nothing fits there that fits a whole line.
 */
WrapLines text_wrap_first(Arena *arena, Str text, int first_cells, int cells, Ambiguous ambiguous);

#endif
