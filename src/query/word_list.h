/* Lists of words that the program carries inside (data/readings.txt, data/synonyms.txt): one a
 * line, its fields parted by blanks; a line that begins with # is a remark. */
#ifndef KAIRO_QUERY_WORD_LIST_H
#define KAIRO_QUERY_WORD_LIST_H

#include "base/str.h"

/* The next line; `rest` is not empty. */
static inline Str word_list_line(Str *rest) {
    const char *end = memchr(rest->at, '\n', rest->len);
    Str line = str_n(rest->at, end == NULL ? rest->len : (size_t)(end - rest->at));
    *rest = str_skip(*rest, line.len + 1);
    return line;
}

/* The next field of a line; empty at its end, and of a remark. */
static inline Str word_list_field(Str *line) {
    while (line->len > 0 && line->at[0] == ' ')
        *line = str_skip(*line, 1);
    if (line->len > 0 && line->at[0] == '#')
        *line = str_n(line->at, 0);
    const char *end = memchr(line->at, ' ', line->len);
    Str field = str_n(line->at, end == NULL ? line->len : (size_t)(end - line->at));
    *line = str_skip(*line, field.len);
    return field;
}

#endif
