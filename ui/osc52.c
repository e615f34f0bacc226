/* See osc52.h. */
#include "ui/osc52.h"

enum { SCREEN_PIECE = 512 };

static bool begins(const char *text, const char *front) {
    return text != NULL && strncmp(text, front, strlen(front)) == 0;
}

Osc52Through osc52_through(const char *term, const char *tmux, const char *sty) {
    if (tmux != NULL && tmux[0] != '\0')
        return OSC52_TMUX;
    if ((sty != NULL && sty[0] != '\0') || begins(term, "screen"))
        return OSC52_SCREEN;
    return OSC52_DIRECT;
}

bool osc52_is_known(const char *term) {
    static const char *const without[] = {"linux", "vt", "dumb", "ansi", "cons", "cygwin", "sun"};
    for (size_t i = 0; i < COUNT_OF(without); i++)
        if (begins(term, without[i]))
            return false;
    return term != NULL && term[0] != '\0';
}

/* RFC 4648, section 4. */
static void add_base64(Buf *out, Str bytes) {
    enum { PADDING = 64 };
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = MIN_OF(bytes.len - i, (size_t)3);
        unsigned group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (k < left ? (unsigned char)bytes.at[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buf_byte(out, digits[k <= left ? group >> (18 - 6 * k) & 63 : PADDING]);
    }
}

static void add_wrapped_for_tmux(Buf *out, Str request) {
    buf_text(out, "\033Ptmux;");
    for (size_t i = 0; i < request.len; i++) {
        if (request.at[i] == '\033')
            buf_byte(out, '\033');
        buf_byte(out, request.at[i]);
    }
    buf_text(out, "\033\\");
}

static void add_wrapped_for_screen(Buf *out, Str request) {
    while (request.len > 0) {
        size_t len = MIN_OF(request.len, (size_t)SCREEN_PIECE);
        buf_text(out, "\033P");
        buf_add(out, str_n(request.at, len));
        buf_text(out, "\033\\");
        request = str_skip(request, len);
    }
}

/* It ends with BEL, which no wrapping takes for its own end. */
void osc52_print(Buf *out, Str text, Osc52Through through) {
    Buf request;
    if (text.len > OSC52_TEXT_MOST)
        return;
    buf_init(&request, (size_t)2 * OSC52_TEXT_MOST);
    buf_text(&request, "\033]52;c;");
    add_base64(&request, text);
    buf_byte(&request, '\a');
    if (through == OSC52_SCREEN)
        add_wrapped_for_screen(out, buf_str(&request));
    else
        buf_add(out, buf_str(&request));
    if (through == OSC52_TMUX)
        add_wrapped_for_tmux(out, buf_str(&request));
    buf_release(&request);
}
