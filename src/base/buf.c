/* See buf.h. */
#include "base/buf.h"

#include "base/bug.h"
#include "base/mem.h"

#include <stdarg.h>

void buf_init(Buf *buf, size_t most) {
    *buf = (Buf){.at = mem_new(1, 64), .room = 64, .most = most};
}

void buf_release(Buf *buf) {
    free(buf->at);
    *buf = (Buf){0};
}

void buf_clear(Buf *buf) {
    buf->len = 0;
    buf->overflowed = false;
    buf->at[0] = '\0';
}

/* Makes room for `more` bytes and the NUL; false when that would pass the most. */
static bool reserve(Buf *buf, size_t more) {
    if (buf->overflowed || more > buf->most - buf->len) {
        buf->overflowed = true;
        return false;
    }
    size_t need = buf->len + more + 1;
    if (need <= buf->room)
        return true;
    size_t room = MAX_OF(buf->room * 2, need);
    buf->at = mem_resize(buf->at, room, 1);
    buf->room = room;
    return true;
}

void buf_add(Buf *buf, Str bytes) {
    if (bytes.len == 0 || !reserve(buf, bytes.len))
        return;
    memcpy(buf->at + buf->len, bytes.at, bytes.len);
    buf->len += bytes.len;
    buf->at[buf->len] = '\0';
}

void buf_text(Buf *buf, const char *text) {
    buf_add(buf, str(text));
}

void buf_byte(Buf *buf, char byte) {
    buf_add(buf, str_n(&byte, 1));
}

void buf_printf(Buf *buf, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        BUG("a format could not be printed");
    if (reserve(buf, (size_t)length)) {
        vsnprintf(buf->at + buf->len, (size_t)length + 1, format, again);
        buf->len += (size_t)length;
    }
    va_end(again);
}

Str buf_str(const Buf *buf) {
    return str_n(buf->at, buf->len);
}
