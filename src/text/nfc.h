/* Normal form C: the one spelling of what can be spelt in several ways (か + U+3099 is が). */
#ifndef KAIRO_TEXT_NFC_H
#define KAIRO_TEXT_NFC_H

#include "base/arena.h"
#include "base/str.h"

/* NFC and nothing else. Text that is not UTF-8 comes back as it is. */
Str text_nfc(Arena *arena, Str text);

/* Of libunistring, which knows the characters: "1.0". */
const char *nfc_library_version(Arena *arena);

#endif
