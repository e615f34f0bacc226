/*
 * Another encoding than UTF-8 between kairo and a terminal (EUC-JP, Shift_JIS), by the C library's
 * iconv. Inside everything stays UTF-8, measured as UTF-8; what the encoding lacks, or would be
 * drawn in it with other cells (− in two), is replaced by text of exactly as many (① by "1)", é by
 * "e"), so that no line moves. Control characters and escape sequences, which are ASCII, pass as
 * they are.
 */
#ifndef KAIRO_TEXT_CHARSET_H
#define KAIRO_TEXT_CHARSET_H

#include "base/buf.h"
#include "text/width.h"

enum { CHARSET_NAME_BYTES = 32, CHARSET_REST = 8 };

/* Fields are private. `Charset c = {0}` is UTF-8: nothing is converted. */
typedef struct Charset {
    char name[CHARSET_NAME_BYTES];
    void *out, *in;          /* iconv_t; NULL for UTF-8 */
    char rest[CHARSET_REST]; /* the beginning of a character whose end has not been read yet */
    size_t rest_len;
} Charset;

/* The encoding that a locale's name gives ("ja_JP.eucJP": "eucJP"), into `out`; "" when it gives
   none or UTF-8. */
void charset_of_locale(const char *locale, char out[CHARSET_NAME_BYTES]);

/* False, and UTF-8, when iconv does not know it or it has no kana and kanji. */
bool charset_open(Charset *charset, const char *name);
void charset_close(Charset *charset);

static inline bool charset_converts(const Charset *charset) {
    return charset->out != NULL;
}

/* Appends UTF-8 text in the encoding. */
void charset_encode(const Charset *charset, Str text, Ambiguous ambiguous, Buf *out);

/* Appends bytes of the encoding as UTF-8. The beginning of a character is kept until its end
   comes; a byte that belongs to none is dropped. */
void charset_decode(Charset *charset, Str bytes, Buf *out);

#endif
