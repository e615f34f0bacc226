/* See charset.h. */
#include "text/charset.h"

#include "text/ascii.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

void charset_of_locale(const char *locale, char out[CHARSET_NAME_BYTES]) {
    const char *dot = strchr(locale, '.');
    size_t len = dot == NULL ? 0 : strcspn(dot + 1, "@");
    out[0] = '\0';
    if (len == 0 || len >= CHARSET_NAME_BYTES)
        return;
    memcpy(out, dot + 1, len);
    out[len] = '\0';
    if (strncasecmp(out, "utf-8", 5) == 0 || strncasecmp(out, "utf8", 4) == 0)
        out[0] = '\0';
}

/* ---- one character ---- */

/* Bytes written to `out`; 0 when the encoding has no such character. */
static size_t encode_rune(const Charset *charset, Str rune, char out[CHARSET_REST]) {
    char copy[CHARSET_REST], *from = copy, *to = out; /* iconv reads what it may not change */
    size_t left = MIN_OF(rune.len, sizeof copy), room = CHARSET_REST;
    memcpy(copy, rune.at, left);
    iconv(charset->out, NULL, NULL, NULL, NULL);
    bool made = iconv(charset->out, &from, &left, &to, &room) == 0 && left == 0;
    return made ? (size_t)(to - out) : 0;
}

static bool is_open(iconv_t converter) {
    return (intptr_t)converter != -1;
}

static void close_if_open(iconv_t converter) {
    if (is_open(converter))
        iconv_close(converter);
}

static bool has_text(const Charset *charset, const char *text) {
    char bytes[CHARSET_REST];
    uint32_t rune;
    for (Str rest = str(text); rest.len > 0;) {
        size_t len = text_decode(rest, &rune);
        if (encode_rune(charset, str_n(rest.at, len), bytes) == 0)
            return false;
        rest = str_skip(rest, len);
    }
    return true;
}

bool charset_open(Charset *charset, const char *name) {
    *charset = (Charset){.rest_len = 0};
    iconv_t out = iconv_open(name, "UTF-8"), in = iconv_open("UTF-8", name);
    bool known = is_open(out) && is_open(in);
    if (known) {
        *charset = (Charset){.out = out, .in = in};
        snprintf(charset->name, sizeof charset->name, "%s", name);
    }
    if (known && has_text(charset, "海かカ"))
        return true;
    close_if_open(out);
    close_if_open(in);
    *charset = (Charset){.rest_len = 0};
    return false;
}

void charset_close(Charset *charset) {
    if (charset_converts(charset)) {
        iconv_close(charset->out);
        iconv_close(charset->in);
    }
    *charset = (Charset){.rest_len = 0};
}

/* ---- what is lacking ---- */

/* JIS X 0208 has these under two code points, its wave dash and its minus; some tables know the
   one, some the other, and some have it in JIS X 0212 too, which few terminals draw. */
static const char *twin(uint32_t rune) {
    switch (rune) {
    case 0xFF5E:
        return "\u301C";
    case 0x301C:
        return "\uFF5E";
    case 0xFF0D:
        return "\u2212";
    case 0x2212:
        return "\uFF0D";
    default:
        return NULL;
    }
}

enum { JIS_X_0208_BYTES = 2 };

static size_t encode_best(const Charset *charset, Str one, uint32_t rune, char out[CHARSET_REST]) {
    const char *other = twin(rune);
    size_t len = encode_rune(charset, one, out);
    return other != NULL && len != JIS_X_0208_BYTES ? encode_rune(charset, str(other), out) : len;
}

/* ASCII of exactly `cells`; "(1)" in two of them is "1)". */
static void add_ascii(Str rune, int cells, Buf *out) {
    Arena arena = {0};
    Str text = text_to_ascii(&arena, rune);
    if (text.len > (size_t)cells && text.at[0] == '(')
        text = str_skip(text, 1);
    size_t used = MIN_OF(text.len, (size_t)cells);
    buf_add(out, str_n(text.at, used));
    for (size_t i = used; i < (size_t)cells; i++)
        buf_byte(out, ' ');
    arena_release(&arena);
}

/* Where ambiguous characters are two cells wide, the terminal goes by the encoding: one byte one
 * cell, more two, half-width kana alone excepted. Elsewhere it goes by Unicode, as we do. */
static bool is_as_wide(size_t len, uint32_t rune, int cells, Ambiguous ambiguous) {
    bool kana = rune >= 0xFF61 && rune <= 0xFF9F;
    return ambiguous == AMBIGUOUS_NARROW || kana || cells == (len == 1 ? 1 : 2);
}

/* ---- texts ---- */

void charset_encode(const Charset *charset, Str text, Ambiguous ambiguous, Buf *out) {
    while (text.len > 0) {
        uint32_t rune;
        char bytes[CHARSET_REST];
        size_t used = text_decode(text, &rune);
        Str one = str_n(text.at, used);
        int cells = MAX_OF(text_rune_width(rune, ambiguous), 0);
        size_t len = rune < 0x80 ? 0 : encode_best(charset, one, rune, bytes);
        if (rune < 0x80)
            buf_add(out, one);
        else if (len > 0 && is_as_wide(len, rune, cells, ambiguous))
            buf_add(out, str_n(bytes, len));
        else
            add_ascii(one, cells, out);
        text = str_skip(text, used);
    }
}

/* Whole, unfinished, or none. */
typedef enum Piece { PIECE_WHOLE, PIECE_BEGUN, PIECE_WRONG } Piece;

static Piece decode_rest(Charset *charset, Buf *out) {
    char made[16], *from = charset->rest, *to = made;
    size_t left = charset->rest_len, room = sizeof made;
    iconv(charset->in, NULL, NULL, NULL, NULL);
    size_t result = iconv(charset->in, &from, &left, &to, &room);
    if (result != (size_t)-1) {
        buf_add(out, str_n(made, (size_t)(to - made)));
        return PIECE_WHOLE;
    }
    return errno == EINVAL && charset->rest_len < CHARSET_REST ? PIECE_BEGUN : PIECE_WRONG;
}

void charset_decode(Charset *charset, Str bytes, Buf *out) {
    for (size_t i = 0; i < bytes.len; i++) {
        char byte = bytes.at[i];
        bool ascii = (unsigned char)byte < 0x80;
        if (ascii && charset->rest_len == 0) {
            buf_byte(out, byte);
            continue;
        }
        charset->rest[charset->rest_len++] = byte;
        Piece piece = decode_rest(charset, out);
        if (piece == PIECE_BEGUN)
            continue;
        bool again = piece == PIECE_WRONG && charset->rest_len > 1;
        charset->rest_len = 0;
        i -= again ? 1 : 0; /* the byte may begin a character of its own */
    }
}
