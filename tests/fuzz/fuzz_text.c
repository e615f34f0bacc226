/* Any bytes as text: what the headers of src/text promise must hold for them. */
#include "base/arena.h"
#include "text/ascii.h"
#include "text/clean.h"
#include "text/cluster.h"
#include "text/era.h"
#include "text/key.h"
#include "text/number.h"
#include "text/wrap.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static void clusters(Str text, Ambiguous ambiguous) {
    while (text.len > 0) {
        size_t bytes = text_cluster(text);
        HOLDS(bytes > 0 && bytes <= text.len);
        int cells = text_cluster_width(str_n(text.at, bytes), ambiguous);
        HOLDS(cells >= 0 && cells <= 4);
        HOLDS(text_last_cluster(text) > 0);
        text = str_skip(text, bytes);
    }
}

static void lines(Arena *arena, Str text, int cells, Ambiguous ambiguous) {
    Str clean = text_clean_lines(arena, text);
    WrapLines wrapped = text_wrap(arena, clean, cells, ambiguous);
    HOLDS(wrapped.count > 0);
    for (size_t i = 0; i < wrapped.count; i++) {
        HOLDS(wrapped.at[i].cells <= cells);
        HOLDS(wrapped.at[i].cells == text_width(wrapped.at[i].text, ambiguous));
        HOLDS(memchr(wrapped.at[i].text.at, '\n', wrapped.at[i].text.len) == NULL);
    }
}

static void everything(Arena *arena, Str text, Ambiguous ambiguous) {
    Str clean = text_clean(arena, text);
    HOLDS(text_is_clean(clean) && text_is_utf8(clean));
    HOLDS(str_equal(text_clean(arena, clean), clean));
    clusters(clean, ambiguous);
    clusters(text, ambiguous);
    for (int cells = 0; cells < 12; cells++)
        HOLDS(text_width(text_fit(clean, cells, ambiguous), ambiguous) <= cells);
    for (int cells = 2; cells < 40; cells += 9)
        lines(arena, text, cells, ambiguous);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Date date;
    int64_t yen;
    Str text = str_n((const char *)data, size);
    everything(&arena, text, AMBIGUOUS_NARROW);
    everything(&arena, text, AMBIGUOUS_WIDE);
    HOLDS(text_is_utf8(text_key(&arena, text)));
    Str ascii = text_to_ascii(&arena, text_clean(&arena, text));
    for (size_t i = 0; i < ascii.len; i++)
        HOLDS((unsigned char)ascii.at[i] < 0x80);
    if (era_parse(text, &date))
        HOLDS(date_is_known(date) && text_is_utf8(str(era_print(&arena, date))));
    if (number_parse_yen(text, &yen))
        HOLDS(yen >= 0 && number_yen(&arena, yen)[0] != '\0');
    arena_release(&arena);
    return 0;
}
