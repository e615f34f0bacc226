/*
 * A QR code of an address or number, for a telephone to scan: libqrencode, opened at the first
 * code so that no start pays for it. Source of the form: ISO/IEC 18004, error correction level M
 * while that costs no larger code than L does.
 */
#ifndef KAIRO_REPORT_QR_H
#define KAIRO_REPORT_QR_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

enum { QR_TEXT_MOST = 1000 /* bytes; more would fill no terminal */ };

/* A square of modules without its quiet zone. `Qr qr = {0}` is none. */
typedef struct Qr {
    int side;
    const bool *dark; /* side × side, row by row */
} Qr;

/* In `arena`. False with a sentence when it is too long or libqrencode is not there. */
bool qr_make(Arena *arena, const char *text, Qr *out, Err *err);

/* Whether the module is dark; light outside. */
static inline bool qr_dark(const Qr *qr, int col, int row) {
    return col >= 0 && row >= 0 && col < qr->side && row < qr->side &&
           qr->dark[row * qr->side + col];
}

#endif
