/* See err.h. */
#include "base/err.h"

#include <stdarg.h>

static size_t bytes_of_sequence(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Removes a UTF-8 sequence that the end of the buffer cut in the middle. */
static void mend_tail(char *text) {
    size_t len = strlen(text), start = len;
    if (len + 1 < ERR_TEXT_BYTES)
        return;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && start - 1 + bytes_of_sequence((unsigned char)text[start - 1]) > len)
        text[start - 1] = '\0';
}

void err_set(Err *err, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    mend_tail(err->text);
}

void err_prefix(Err *err, const char *format, ...) {
    Err before = *err;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length < sizeof err->text)
        snprintf(err->text + length, sizeof err->text - (size_t)length, ": %.*s",
                 MAX_OF(ERR_TEXT_BYTES - 3 - length, 0), before.text);
    mend_tail(err->text);
}
