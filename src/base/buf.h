/*
 * Buf: bytes that grow, with a declared most. Always NUL-terminated, so `buf.at` can be
 * lent as a string. Going over the most sets `overflowed` and drops the rest: a caller
 * that cares checks once at the end.
 */
#ifndef KAIRO_BASE_BUF_H
#define KAIRO_BASE_BUF_H

#include "base/macros.h"
#include "base/str.h"

typedef struct Buf {
    char *at; /* owned */
    size_t len, room;
    size_t most; /* bytes it may hold */
    bool overflowed;
} Buf;

void buf_init(Buf *buf, size_t most);
void buf_release(Buf *buf);
void buf_clear(Buf *buf); /* empty, memory kept */

void buf_add(Buf *buf, Str bytes);
void buf_text(Buf *buf, const char *text);
void buf_byte(Buf *buf, char byte);
void buf_printf(Buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);

/* Lends what it holds, until the next change. */
Str buf_str(const Buf *buf);

#endif
