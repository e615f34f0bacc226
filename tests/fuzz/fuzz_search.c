/*
 * Any bytes as a query over the edition that ships, as a text in which finds are marked, and as
 * a dictionary's pattern. The first line is the query, the second what a dictionary said of
 * its first word of romaji, the rest the text.
 */
#include "catalogue/load.h"
#include "query/alternatives.h"
#include "query/search.h"
#include "text/clean.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static Catalogue catalogue;

static void load_once(void) {
    Problems problems = {0};
    if (catalogue.programs.count == 0)
        HOLDS(catalogue_load(&catalogue, SOURCE_DIR "/data/catalogue", (Strings){0}, &problems));
    problems_release(&problems);
}

static Str take_line(Str *rest) {
    const char *end = rest->len > 0 ? memchr(rest->at, '\n', rest->len) : NULL;
    Str line = str_n(rest->at, end != NULL ? (size_t)(end - rest->at) : rest->len);
    *rest = str_skip(*rest, line.len + 1);
    return line;
}

static bool is_boundary(Str text, size_t at) {
    return at == text.len || !text_is_utf8(text) || ((unsigned char)text.at[at] & 0xC0) != 0x80;
}

static void check_marks(Str text, SearchMarks marks) {
    for (size_t i = 0; i < marks.count; i++) {
        HOLDS(marks.at[i].from < marks.at[i].to && marks.at[i].to <= text.len);
        HOLDS(i == 0 || marks.at[i - 1].to < marks.at[i].from);
        HOLDS(is_boundary(text, marks.at[i].from) && is_boundary(text, marks.at[i].to));
    }
}

static void check_hits(Search *search, Arena *arena, const SearchFound *found) {
    for (size_t i = 0; i < found->hits.count; i++) {
        const SearchHit *hit = &found->hits.at[i];
        HOLDS(hit->fields != 0 && (hit->fields & 1u << hit->field) != 0);
        int cells = 4 + (int)(i % 60);
        SearchSnippet snippet = search_snippet(search, arena, found, hit, cells, AMBIGUOUS_NARROW);
        HOLDS(text_width(snippet.text, AMBIGUOUS_NARROW) <= cells);
        check_marks(snippet.text, snippet.marks);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    load_once();
    Arena arena = {0};
    Search search;
    Str rest = str_n((const char *)data, size);
    Str query = take_line(&rest), pattern = take_line(&rest);
    search_init(&search, &catalogue);
    Strings unasked = search_unasked(&search, &arena, query);
    if (unasked.count > 0)
        search_learn(&search, unasked.at[0], alternatives_of(&arena, pattern));
    SearchFound found = search_run(&search, &arena, query);
    HOLDS(found.hits.count == 0 || search_has_words(query));
    check_hits(&search, &arena, &found);
    check_marks(rest, search_marks(&search, &arena, &found, rest));
    if (found.hits.count == 0)
        search_lack(&search, &arena, query);
    search_release(&search);
    arena_release(&arena);
    return 0;
}
