/*
 * Where the words are in a text. The text's key, spelling and digits are made for it alone,
 * each with the way back: a find goes from its lane to the key, and from there to the text.
 */
#include "query/search_state.h"

#include "text/cluster.h"

enum { SPELLING_MOST = 1024 * 1024 };

/* One text, in the three lanes. */
typedef struct Page {
    SearchState *state;
    Arena *arena;
    Str text;
    KeyMap key;
    Buf lanes[LANE_COUNT];
    SpellingMap maps[LANE_COUNT];
    bool written[LANE_COUNT];
    SearchMark *marks;
    size_t count, room;
} Page;

static Str lane_of(Page *page, SearchWay way) {
    SearchLaneId id = search_way_lane(way);
    if (id == LANE_KEYS)
        return page->key.key;
    Buf *lane = &page->lanes[id];
    if (!page->written[id]) {
        page->written[id] = true;
        page->maps[id].arena = page->arena;
        buf_init(lane, SPELLING_MOST);
        if (id == LANE_SPELLINGS)
            readings_spell(search_readings(page->state, way), page->key.key, lane, &page->maps[id]);
        else
            search_digits(page->key.key, lane, &page->maps[id]);
    }
    return buf_str(lane);
}

/* A find at these bytes of the lane. */
static void add_mark(Page *page, SearchWay way, size_t at, size_t len) {
    SearchLaneId id = search_way_lane(way);
    KeyOrigin key = {at, at + len};
    const KeyOrigin *origin = page->maps[id].origin;
    if (id != LANE_KEYS && origin != NULL)
        key = (KeyOrigin){origin[at].from, origin[at + len - 1].to};
    page->marks =
        arena_grow(page->arena, page->marks, page->count, &page->room, sizeof *page->marks);
    page->marks[page->count++] = (SearchMark){.from = page->key.origin[key.from].from,
                                              .to = page->key.origin[key.to - 1].to};
}

static void mark_katakana(Page *page, const SearchWord *word) {
    for (size_t at = 0; search_katakana_find(word, page->text, at, &at);) {
        size_t end = at + word->katakana.len;
        page->marks =
            arena_grow(page->arena, page->marks, page->count, &page->room, sizeof *page->marks);
        page->marks[page->count++] = (SearchMark){at, end};
        at = end;
    }
}

static void mark_word(Page *page, const SearchWord *word) {
    if (word->katakana.len > 0) {
        mark_katakana(page, word);
        return;
    }
    for (SearchWay way = 0; way < WAY_COUNT; way++) {
        if (!search_way_applies(word, way))
            continue;
        Str lane = lane_of(page, way);
        for (size_t at = 0, len; search_way_find(word, way, lane, at, &at, &len); at += len)
            add_mark(page, way, at, len);
    }
}

static int compare_marks(const void *a, const void *b) {
    const SearchMark *one = a, *other = b;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return (one->to > other->to) - (one->to < other->to);
}

/* Sorts them and makes one of those that overlap or touch. */
static SearchMarks merged(SearchMark *marks, size_t count) {
    size_t kept = 0;
    if (count > 0)
        qsort(marks, count, sizeof *marks, compare_marks);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && marks[i].from <= marks[kept - 1].to)
            marks[kept - 1].to = MAX_OF(marks[kept - 1].to, marks[i].to);
        else
            marks[kept++] = marks[i];
    }
    return (SearchMarks){marks, kept};
}

SearchMarks search_marks(const Search *search, Arena *arena, const SearchFound *found, Str text) {
    if (search->state == NULL || found->query == NULL || found->query->count == 0)
        return (SearchMarks){NULL, 0};
    Page page = {
        .state = search->state, .arena = arena, .text = text, .key = text_key_map(arena, text)};
    for (size_t i = 0; i < found->query->count; i++)
        mark_word(&page, &found->query->words[i]);
    for (int i = 0; i < LANE_COUNT; i++)
        if (page.written[i])
            buf_release(&page.lanes[i]);
    return merged(page.marks, page.count);
}

/* ---- snippets ---- */

/* The line of the text that byte `at` is in. */
static Str line_at(Str text, size_t at) {
    size_t from = at, to = at;
    while (from > 0 && text.at[from - 1] != '\n')
        from--;
    while (to < text.len && text.at[to] != '\n')
        to++;
    return str_n(text.at + from, to - from);
}

/* Bytes of a sign at the front with which no line begins well; 0 for all else. */
static size_t closing_sign(Str text) {
    static const char *const signs[] = {" ",  "　", "、", "。", "，", "．",
                                        "・", ",",  ".",  "）", "」"};
    for (size_t i = 0; i < COUNT_OF(signs); i++)
        if (str_starts(text, str(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* How much to leave out in front so that the mark stands in the first part of the room. */
static size_t front_cut(Str line, SearchMark mark, int cells, Ambiguous ambiguous) {
    Str before = str_n(line.at, mark.from);
    int lead = text_width(before, ambiguous);
    int marked = text_width(str_n(line.at + mark.from, mark.to - mark.from), ambiguous);
    int room = lead + marked <= cells * 3 / 4 ? lead : cells / 4;
    size_t cut = 0;
    for (size_t bytes; lead > room && cut < mark.from; cut += bytes) {
        bytes = text_cluster(str_skip(before, cut));
        lead -= text_width(str_n(before.at + cut, bytes), ambiguous);
    }
    for (size_t bytes = 1; cut > 0 && bytes > 0; cut += bytes)
        bytes = closing_sign(str_skip(before, cut));
    return cut;
}

/* The marks within `part` of the text, counted from its beginning. */
static SearchMarks marks_within(Arena *arena, SearchMarks marks, size_t from, size_t len) {
    SearchMark *kept = arena_new(arena, SearchMark, marks.count);
    size_t count = 0;
    for (size_t i = 0; i < marks.count; i++) {
        size_t first = MAX_OF(marks.at[i].from, from), last = MIN_OF(marks.at[i].to, from + len);
        if (first < last)
            kept[count++] = (SearchMark){first - from, last - from};
    }
    return (SearchMarks){kept, count};
}

SearchSnippet search_snippet(const Search *search, Arena *arena, const SearchFound *found,
                             const SearchHit *hit, int cells, Ambiguous ambiguous) {
    Str text = str(hit->text);
    SearchMarks marks = search_marks(search, arena, found, text);
    SearchMark first = marks.count > 0 ? marks.at[0] : (SearchMark){0, 0};
    Str line = line_at(text, first.from);
    size_t start = (size_t)(line.at - text.at), end = start + line.len;
    SearchMark mark = {first.from - start, MIN_OF(first.to, end) - start};
    size_t cut = 0;
    if (text_width(line, ambiguous) > cells)
        cut = front_cut(line, mark, cells, ambiguous);
    Str shown = text_fit(str_skip(line, cut), cells, ambiguous);
    return (SearchSnippet){.text = shown,
                           .cut_front = cut > 0,
                           .cut_back = cut + shown.len < line.len,
                           .marks = marks_within(arena, marks, start + cut, shown.len)};
}
