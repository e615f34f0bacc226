/* See nfc.h. */
#include "text/nfc.h"

#include "base/bug.h"
#include "text/clean.h"

#include <uninorm.h>
#include <unistring/version.h>

Str text_nfc(Arena *arena, Str text) {
    if (text.len == 0 || !text_is_utf8(text))
        return text;
    size_t len = 0;
    uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)text.at, text.len, NULL, &len);
    if (normal == NULL)
        bug_no_memory();
    Str made = str_n(arena_copy(arena, str_n((const char *)normal, len)), len);
    free(normal);
    return made;
}

/* A third part only where it is not 0. */
const char *nfc_library_version(Arena *arena) {
    int version = _libunistring_version, third = version & 0xFF;
    const char *text = arena_printf(arena, "%d.%d", version >> 16, version >> 8 & 0xFF);
    return third == 0 ? text : arena_printf(arena, "%s.%d", text, third);
}
