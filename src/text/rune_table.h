/*
 * What the scanning loops need to know of a code point, one byte each, in a table of two
 * stages (rune_table.c, written by make_tables.c; "cmake --build … --target tables").
 */
#ifndef KAIRO_TEXT_RUNE_TABLE_H
#define KAIRO_TEXT_RUNE_TABLE_H

#include "text/utf8.h"

enum {
    RUNE_BLOCK = 128, /* code points of one second-stage block */

    /* The byte: */
    RUNE_WIDTH = 3,     /* cells in narrow mode, plus one: 0 is a control */
    RUNE_AMBIGUOUS = 4, /* two cells in wide mode */
    RUNE_CLASS = 24,    /* one of, from better to worse: */
    RUNE_PLAIN = 0,     /*   clean whatever stands beside it */
    RUNE_MARK = 8,      /*   clean or not, depending on what stands before it */
    RUNE_DIRTY = 16,    /*   never in clean text */
};

extern const unsigned char rune_stage1[(RUNE_LAST + 1) / RUNE_BLOCK];
extern const unsigned char rune_stage2[][RUNE_BLOCK];

/* `rune` is at most RUNE_LAST. */
static inline unsigned rune_byte(uint32_t rune) {
    return rune_stage2[rune_stage1[rune / RUNE_BLOCK]][rune % RUNE_BLOCK];
}

static inline unsigned rune_class(uint32_t rune) {
    return rune_byte(rune) & RUNE_CLASS;
}

/* Cells of a byte of the table; -1 for controls. */
static inline int rune_cells(unsigned byte, bool wide) {
    return wide && (byte & RUNE_AMBIGUOUS) != 0 ? 2 : (int)(byte & RUNE_WIDTH) - 1;
}

#endif
