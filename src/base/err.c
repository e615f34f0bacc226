/* See err.h. */
#include "base/err.h"

#include <stdarg.h>

/* Removes a UTF-8 sequence that the end of the buffer cut in the middle. */
static void mend_tail(char *text) {
    size_t len = strlen(text);
    if (len + 1 < ERR_TEXT_BYTES)
        return;
    while (len > 0 && ((unsigned char)text[len - 1] & 0xC0) == 0x80)
        len--;
    if (len > 0 && ((unsigned char)text[len - 1] & 0x80) != 0)
        len--;
    text[len] = '\0';
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
