/*
 * A word is looked for in every way that applies, each a sweep over one lane; a find is put
 * down to its program, and the sweep goes on behind the pieces of the same field. Words one
 * after the other thin out the programs that are left.
 */
#include "query/search.h"

#include "base/mem.h"
#include "query/search_state.h"

/* ---- state ---- */

void search_init(Search *search, const Catalogue *catalogue) {
    *search = (Search){.catalogue = catalogue};
}

void search_release(Search *search) {
    SearchState *state = search->state;
    if (state != NULL) {
        search_text_release(&state->cards);
        search_text_release(&state->notes);
        arena_release(&state->arena);
        free(state);
    }
    *search = (Search){0};
}

SearchState *search_state(Search *search) {
    if (search->state == NULL) {
        search->state = mem_new(1, sizeof *search->state);
        search_text_of_catalogue(&search->state->cards, search->catalogue);
    }
    return search->state;
}

void search_use_plan(Search *search, const Plan *plan) {
    if (search->state == NULL && plan == NULL)
        return;
    SearchState *state = search_state(search);
    search_text_release(&state->notes);
    if (plan != NULL)
        search_text_of_plan(&state->notes, search->catalogue, plan);
}

Readings search_readings(SearchState *state, SearchWay way) {
    if (way == WAY_SPELLING && !state->readings_known) {
        state->readings = readings_load(&state->arena);
        state->readings_known = true;
    }
    return state->readings;
}

size_t search_program_count(const Search *search) {
    return search->catalogue->programs.count + search->catalogue->resources.count;
}

static const Program *program_at(const Search *search, size_t index) {
    Programs programs = search->catalogue->programs;
    return index < programs.count ? &programs.at[index]
                                  : &search->catalogue->resources.at[index - programs.count];
}

/* ---- what was learned ---- */

static const SearchLearned *find_learned(const SearchState *state, Str word) {
    for (size_t i = 0; state != NULL && i < state->learned_count; i++)
        if (str_equal(str(state->learned[i].word), word))
            return &state->learned[i];
    return NULL;
}

/* Those of more than one character: a lone 点 or 店 is in too many words that mean another. */
static Strings whole_words(Arena *arena, Strings words) {
    const char **kept = arena_new(arena, const char *, words.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++) {
        uint32_t rune;
        Str word = str(words.at[i]);
        if (text_decode(word, &rune) < word.len)
            kept[count++] = words.at[i];
    }
    return (Strings){kept, count};
}

void search_learn(Search *search, const char *word, Strings alternatives) {
    SearchState *state = search_state(search);
    if (find_learned(state, str(word)) != NULL || state->learned_count == SEARCH_LEARNED_MOST)
        return;
    state->learned = arena_grow(&state->arena, state->learned, state->learned_count,
                                &state->learned_room, sizeof *state->learned);
    Arena scratch = {0};
    state->learned[state->learned_count++] = (SearchLearned){
        .word = arena_copy(&state->arena, str(word)),
        .needles = needles_make(&state->arena, whole_words(&scratch, alternatives))};
    arena_release(&scratch);
}

static Synonyms synonyms_of(SearchState *state) {
    if (!state->synonyms_known) {
        state->synonyms = synonyms_load(&state->arena);
        state->synonyms_known = true;
    }
    return state->synonyms;
}

SearchQuery search_query(Search *search, Arena *arena, Str text) {
    SearchQuery query = search_query_parse(arena, text);
    Synonyms synonyms = synonyms_of(search_state(search));
    for (size_t i = 0; i < query.count; i++) {
        query.words[i].meant = synonyms_meant(synonyms, arena, &query.words[i]);
        const SearchLearned *learned =
            query.words[i].romaji ? find_learned(search->state, query.words[i].key) : NULL;
        query.words[i].learned = learned != NULL ? &learned->needles : NULL;
    }
    return query;
}

bool search_has_words(Str query) {
    Arena arena = {0};
    bool has = search_query_parse(&arena, query).count > 0;
    arena_release(&arena);
    return has;
}

Strings search_unasked(const Search *search, Arena *arena, Str text) {
    SearchQuery query = search_query_parse(arena, text);
    const char **words = arena_new(arena, const char *, query.count + 1);
    size_t count = 0;
    if (search->state != NULL && search->state->learned_count == SEARCH_LEARNED_MOST)
        return (Strings){words, 0};
    for (size_t i = 0; i < query.count; i++)
        if (query.words[i].romaji && find_learned(search->state, query.words[i].key) == NULL)
            words[count++] = arena_copy(arena, query.words[i].key);
    return (Strings){words, count};
}

/* ---- sweeping ---- */

/* Rank 0 is a name that begins with the word; then the fields in their order. */
enum { RANK_FRONT, RANK_FIELDS, RANK_COUNT = RANK_FIELDS + SEARCH_FIELD_COUNT };

/* What one word, or all so far, found in a program. */
typedef struct Mark {
    unsigned fields; /* 0: not found */
    unsigned rank;   /* of one word its best, of all words their sum */
    unsigned worst;  /* of all words: the rank of the one that `piece` is of */
    const SearchPiece *piece;
} Mark;

static bool is_name(SearchField field) {
    return field == SEARCH_NAME || field == SEARCH_ALIAS;
}

static inline void put_mark(Mark *marks, const SearchPiece *piece, bool at_front) {
    Mark *mark = &marks[piece->program];
    unsigned rank =
        at_front && is_name(piece->field) ? RANK_FRONT : RANK_FIELDS + (unsigned)piece->field;
    if (mark->fields == 0 || rank < mark->rank) {
        mark->rank = rank;
        mark->piece = piece;
    }
    mark->fields |= 1u << piece->field;
}

/* Whether what was found in the piece's key is meant: katakana stand in its text. */
static bool stands_in(const SearchWord *word, const SearchPiece *piece) {
    size_t at;
    return word->katakana.len == 0 || search_katakana_find(word, str(piece->text), 0, &at);
}

static void sweep(Mark *marks, const SearchText *text, const SearchLane *lane,
                  const SearchWord *word, SearchWay way) {
    Str all = buf_str(&lane->text);
    size_t at = 0, len, piece = 0;
    while (search_way_find(word, way, all, at, &at, &len)) {
        piece = search_lane_piece(lane, text->count, piece, at);
        const SearchPiece *found = &text->pieces[piece];
        if (!stands_in(word, found)) {
            at = lane->starts[++piece];
            continue;
        }
        put_mark(marks, found, at == lane->starts[piece]);
        piece = is_name(found->field) ? piece + 1 : found->next;
        at = lane->starts[piece];
    }
}

static bool is_among(Date date, const SearchDays *days) {
    return date_compare(date, days->to) <= 0 && date_compare(days->from, date) <= 0;
}

/* A day of no year is meant of the year at hand. */
static bool overlaps(const SearchWord *word, const SearchDays *days) {
    if (word->date)
        return date_compare(word->from, days->to) <= 0 && date_compare(days->from, word->to) <= 0;
    int8_t month = (int8_t)word->month, day = (int8_t)word->day;
    return is_among((Date){days->from.year, month, day}, days) ||
           is_among((Date){days->to.year, month, day}, days);
}

static void find_word(SearchState *state, SearchText *text, const SearchWord *word, Mark *marks) {
    if (text->count == 0)
        return;
    for (SearchWay way = 0; way < WAY_COUNT; way++) {
        if (!search_way_applies(word, way))
            continue;
        Readings readings = search_readings(state, way);
        sweep(marks, text, search_text_lane(text, search_way_lane(way), readings), word, way);
    }
    for (size_t i = 0; (word->date || word->month > 0) && i < text->day_count; i++)
        if (overlaps(word, &text->days[i]))
            put_mark(marks, &text->pieces[text->days[i].piece], false);
}

/* ---- all words ---- */

/* Adds what one more word found; false when no program is left. */
static bool join_marks(Mark *all, const Mark *marks, size_t count, bool second) {
    bool left = false;
    for (size_t i = 0; i < count; i++) {
        if (all[i].fields == 0 || marks[i].fields == 0) {
            all[i].fields = 0;
            continue;
        }
        unsigned worst = second ? all[i].rank : all[i].worst;
        if (marks[i].rank > worst)
            all[i].piece = marks[i].piece;
        all[i].worst = MAX_OF(marks[i].rank, worst);
        all[i].fields |= marks[i].fields;
        all[i].rank += marks[i].rank;
        left = true;
    }
    return left;
}

static void find_word_in_all(SearchState *state, const SearchWord *word, Mark *marks) {
    find_word(state, &state->cards, word, marks);
    find_word(state, &state->notes, word, marks);
}

static void find_all(Search *search, Arena *arena, const SearchQuery *query, Mark *all) {
    SearchState *state = search_state(search);
    size_t count = search_program_count(search);
    bool left = query->count > 1;
    if (query->count > 0)
        find_word_in_all(state, &query->words[0], all);
    Mark *marks = left ? arena_new(arena, Mark, count) : NULL;
    for (size_t i = 1; left && i < query->count; i++) {
        memset(marks, 0, count * sizeof *marks);
        find_word_in_all(state, &query->words[i], marks);
        left = join_marks(all, marks, count, i == 1);
    }
}

/* Sorted by counting, which keeps the order of the edition among equals. */
static SearchHits rank_hits(const Search *search, Arena *arena, const Mark *all, size_t words) {
    size_t count = search_program_count(search), ranks = words * RANK_COUNT + 1, found = 0;
    size_t *places = arena_new(arena, size_t, ranks + 1);
    for (size_t i = 0; i < count; i++)
        if (all[i].fields != 0) {
            places[all[i].rank + 1]++;
            found++;
        }
    for (size_t i = 1; i <= ranks; i++)
        places[i] += places[i - 1];
    SearchHit *hits = arena_new(arena, SearchHit, found);
    for (size_t i = 0; i < count; i++)
        if (all[i].fields != 0)
            hits[places[all[i].rank]++] = (SearchHit){.program = program_at(search, i),
                                                      .fields = all[i].fields,
                                                      .field = all[i].piece->field,
                                                      .text = all[i].piece->text};
    return (SearchHits){hits, found};
}

SearchFound search_run(Search *search, Arena *arena, Str text) {
    SearchQuery *query = arena_new(arena, SearchQuery, 1);
    *query = search_query(search, arena, text);
    SearchFound found = {.query = query};
    Mark *all = arena_new(arena, Mark, search_program_count(search));
    find_all(search, arena, query, all);
    found.hits = rank_hits(search, arena, all, query->count);
    return found;
}
