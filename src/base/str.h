/*
 * Str: a borrowed run of UTF-8 bytes, not NUL-terminated. Whole strings that live as long
 * as the catalogue or the frame are plain `const char *`, never NULL; "" means absent.
 */
#ifndef KAIRO_BASE_STR_H
#define KAIRO_BASE_STR_H

#include "base/macros.h"

#include <stdbool.h>
#include <string.h>

typedef struct Str {
    const char *at;
    size_t len; /* bytes */
} Str;

/* A list of NUL-terminated strings. */
typedef struct Strings {
    const char *const *at;
    size_t count;
} Strings;

static inline Str str(const char *text) {
    return (Str){text, strlen(text)};
}

static inline Str str_n(const char *at, size_t len) {
    return (Str){at, len};
}

/* The rest after the first `bytes` bytes. */
static inline Str str_skip(Str text, size_t bytes) {
    size_t n = MIN_OF(bytes, text.len);
    return (Str){text.at + n, text.len - n};
}

static inline bool str_equal(Str a, Str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool str_starts(Str text, Str prefix) {
    return text.len >= prefix.len && str_equal(str_n(text.at, prefix.len), prefix);
}

static inline bool is_absent(const char *text) {
    return text[0] == '\0';
}

/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).at

#endif
