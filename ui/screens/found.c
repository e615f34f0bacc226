/* See found.h. */
#include "ui/screens/found.h"

/* Where marks of slices are put together; a text of many slices is looked through once. */
typedef struct Finder {
    const App *app;
    Arena *arena;
    const SearchFound *found;
    Str whole; /* the text looked through last, */
    SearchMarks in_whole;
    FoundMark *at;
    size_t count, room;
} Finder;

static bool is_within(Str whole, Str part) {
    return part.at >= whole.at && part.at + part.len <= whole.at + whole.len;
}

static SearchMarks marks_of(Finder *finder, Str whole) {
    bool same = finder->whole.at == whole.at && finder->whole.len == whole.len;
    if (!same) {
        finder->whole = whole;
        finder->in_whole =
            search_marks(&finder->app->late.search, finder->arena, finder->found, whole);
    }
    return finder->in_whole;
}

/* Those of `whole` that reach into its slice `part`, which stands at `col` of a line. */
static void add_slice(Finder *finder, Str whole, Str part, int line, int col) {
    Ambiguous ambiguous = finder->app->ambiguous;
    SearchMarks marks = marks_of(finder, whole);
    size_t start = (size_t)(part.at - whole.at), end = start + part.len;
    for (size_t i = 0; i < marks.count; i++) {
        size_t from = MAX_OF(marks.at[i].from, start), to = MIN_OF(marks.at[i].to, end);
        if (from >= to)
            continue;
        int before = text_width(str_n(part.at, from - start), ambiguous);
        int cells = text_width(str_n(whole.at + from, to - from), ambiguous);
        finder->at =
            arena_grow(finder->arena, finder->at, finder->count, &finder->room, sizeof *finder->at);
        finder->at[finder->count++] = (FoundMark){line, col + before, cells};
    }
}

void found_mark_lines(const App *app, const SearchFound *found, const Canvas *canvas, int col,
                      int row, const char *text, WrapLines lines) {
    Finder finder = {.app = app, .arena = canvas->frame, .found = found};
    for (size_t i = 0; i < lines.count; i++) {
        Str line = lines.at[i].text, whole = str(text);
        add_slice(&finder, is_within(whole, line) ? whole : line, line, (int)i, col);
    }
    for (size_t i = 0; i < finder.count; i++)
        paint_found(canvas, finder.at[i].col, row + finder.at[i].line, finder.at[i].cells, false);
}

/* ---- pages ---- */

static Str cell_of(const Table *table, Str part) {
    for (size_t row = 0; row < table->rows.count; row++)
        for (size_t i = 0; i < table->rows.at[row].cells.count; i++)
            if (is_within(str(table->rows.at[row].cells.at[i]), part))
                return str(table->rows.at[row].cells.at[i]);
    return part;
}

/* The text of the block of which a span is a slice; itself when it is of none. */
static Str whole_of(const Block *block, Str part) {
    const char *const texts[] = {block->text, block->label, block->side};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (texts[i] != NULL && is_within(str(texts[i]), part))
            return str(texts[i]);
    return block->table != NULL ? cell_of(block->table, part) : part;
}

FoundMarks found_in_page(const App *app, Arena *arena, const Doc *doc, DocLines lines, int from,
                         int to) {
    SearchFound found = find_found(app, app->find.words);
    Finder finder = {.app = app, .arena = arena, .found = &found};
    for (int line = from; found.query != NULL && line < MIN_OF(to, (int)lines.count); line++) {
        const DocLine *at = &lines.at[line];
        for (size_t i = 0; i < at->spans.count; i++) {
            const DocSpan *span = &at->spans.at[i];
            Str whole = whole_of(&doc->blocks[at->block], span->text);
            if (span->role != ROLE_BAR)
                add_slice(&finder, whole, span->text, line, span->col);
        }
    }
    return (FoundMarks){finder.at, finder.count};
}
