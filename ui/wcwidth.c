/* See wcwidth.h. */
#include "ui/wcwidth.h"

#include <wchar.h>

/* wcwidth has no parameter for it, and there is one terminal. */
static Ambiguous mode = AMBIGUOUS_NARROW;

void wcwidth_use(Ambiguous ambiguous) {
    mode = ambiguous;
}

__attribute__((visibility("default"), used)) int wcwidth(wchar_t c) {
    return c == L'\0' ? 0 : text_rune_width((uint32_t)c, mode);
}
