/*
 * A look at raw bytes before libyaml sees them, and at the value of each scalar that was
 * written with escapes: what may not be in a catalogue or plan file at all. One pass, no
 * memory.
 *
 * Refused: bytes that are not UTF-8; control characters (C0 but line feed and CR LF, DEL,
 * C1), tabs; characters that cannot be seen or that turn the direction of text (zero-width,
 * soft hyphen, bidi marks, overrides and isolates, U+2028, U+2029, BOM, tags,
 * noncharacters); a line that starts with "%" (a directive: libyaml compares each %TAG with
 * all before it).
 */
#ifndef KAIRO_CATALOGUE_YAML_GUARD_H
#define KAIRO_CATALOGUE_YAML_GUARD_H

#include "base/str.h"

#include <stdint.h>

typedef enum GuardVerdict {
    GUARD_PLAIN, /* text/clean.h would certainly change nothing */
    GUARD_MIXED, /* it might: ask it */
    GUARD_ENCODING,
    GUARD_TAB,
    GUARD_CONTROL,
    GUARD_INVISIBLE,
    GUARD_DIRECTIVE,
} GuardVerdict;

typedef enum GuardScope {
    GUARD_FILE,  /* CR LF is a line's end; directives are looked for */
    GUARD_SCALAR /* only a line feed is */
} GuardScope;

typedef struct GuardResult {
    GuardVerdict verdict;
    size_t at;     /* byte offset of what is refused */
    uint32_t code; /* its code point, or the byte for GUARD_ENCODING */
} GuardResult;

GuardResult yaml_guard(Str bytes, GuardScope scope);

static inline bool guard_refuses(GuardResult result) {
    return result.verdict > GUARD_MIXED;
}

/* Line and column (code points), from 1, of the byte at `offset`; all before it is UTF-8. */
void yaml_guard_position(Str bytes, size_t offset, int *line, int *column);

#endif
