/* See qr.h. */
#include "report/qr.h"

#include "base/library.h"
#include "base/tr.h"

#include <qrencode.h>

typedef QRcode *Encode(const char *text, int version, QRecLevel level);
typedef void Free(QRcode *code);

static void take(Arena *arena, const QRcode *code, Qr *out) {
    size_t count = (size_t)code->width * (size_t)code->width;
    bool *dark = arena_new(arena, bool, count);
    for (size_t i = 0; i < count; i++)
        dark[i] = (code->data[i] & 1) != 0;
    *out = (Qr){code->width, dark};
}

/* The sturdier of two codes of one size. */
static bool encode(void *library, Arena *arena, const char *text, Qr *out) {
    Encode *make;
    Free *release;
    if (!LIBRARY_FUNCTION(library, "QRcode_encodeString8bit", &make) ||
        !LIBRARY_FUNCTION(library, "QRcode_free", &release))
        return false;
    QRcode *low = make(text, 0, QR_ECLEVEL_L), *middle = make(text, 0, QR_ECLEVEL_M);
    QRcode *best = low != NULL && middle != NULL && middle->width == low->width ? middle : low;
    if (best != NULL)
        take(arena, best, out);
    if (low != NULL)
        release(low);
    if (middle != NULL)
        release(middle);
    return best != NULL;
}

bool qr_make(Arena *arena, const char *text, Qr *out, Err *err) {
    if (strlen(text) > QR_TEXT_MOST) {
        err_set(err, "%s", _("This is too long for a QR code."));
        return false;
    }
    void *library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL);
    bool made = library != NULL && encode(library, arena, text, out);
    if (library != NULL)
        dlclose(library);
    if (!made)
        err_set(err, "%s", _("QR codes need libqrencode, which is not on this machine."));
    return made;
}
