/*
 * Painting the search: the words, how many programs have them, and each program with the place
 * where they were found, unless that is its name.
 */
#include "ui/screens/search.h"

#include "report/words.h"
#include "ui/screens/facets.h"
#include "ui/screens/found.h"

enum {
    MARGIN = 1,
    LIST_MOST = 100,
    FIELD_MOST = 64,
    FIELD_LEAST = 12,
    GAP = 2,
    LABEL_MOST = 14,   /* a wider one takes the room it needs */
    SNIPPET_MOST = 76, /* no longer than a line is read well */
    SNIPPET_LEAST = 8,
};

/* ---- the list, measured ---- */

/* The name says it already. */
static bool is_in_name(const SearchHit *hit) {
    return hit->field == SEARCH_NAME && strcmp(hit->text, words_program_name(hit->program)) == 0;
}

static bool has_badges(SearchHits hits) {
    for (size_t i = 0; i < hits.count; i++)
        if (row_has_badges(hits.at[i].program))
            return true;
    return false;
}

static int widest_label(const SearchList *of) {
    bool measured[SEARCH_FIELD_COUNT] = {false};
    int widest = 0;
    for (size_t i = 0; i < of->found.hits.count; i++) {
        const SearchHit *hit = &of->found.hits.at[i];
        if (measured[hit->field] || is_in_name(hit))
            continue;
        measured[hit->field] = true;
        widest =
            MAX_OF(widest, text_width(str(search_field_label(hit->field)), of->app->ambiguous));
    }
    return MIN_OF(widest, (int)LABEL_MOST);
}

SearchList *search_list(const App *app, const SearchState *state, Arena *arena) {
    SearchList *of = arena_new(arena, SearchList, 1);
    *of = (SearchList){.app = app, .arena = arena, .state = state};
    of->words = search_words(app, state);
    of->asks = !search_has_words(str(of->words));
    if (!of->asks)
        of->found = find_found(app, of->words);
    of->all = of->found.hits;
    of->found.hits = find_shown(app, arena, of->all);
    of->shape = row_shape(MIN_OF(app->cols, LIST_MOST) - 2 * MARGIN, has_badges(of->found.hits));
    of->label_cells = widest_label(of);
    return of;
}

static int hit_height(const void *context, int item) {
    const SearchList *of = context;
    const SearchHit *hit = &of->found.hits.at[item];
    return row_height(of->app, of->arena, &of->shape, hit->program) + (is_in_name(hit) ? 0 : 1);
}

static int recent_height(const void *context, int item) {
    (void)context;
    (void)item;
    return 1;
}

/* ---- rows ---- */

/* The snippet from `col` on, piece by piece: each as wide as it is painted. */
static void paint_snippet(const Canvas *canvas, int col, int row, const SearchSnippet *snippet) {
    size_t at = 0;
    if (snippet->cut_front)
        col += paint(canvas, col, row, STYLE_DIM, mark_cut(canvas->grid));
    for (size_t i = 0; i <= snippet->marks.count; i++) {
        bool last = i == snippet->marks.count;
        SearchMark mark =
            last ? (SearchMark){snippet->text.len, snippet->text.len} : snippet->marks.at[i];
        col +=
            paint_text(canvas, col, row, STYLE_DIM, str_n(snippet->text.at + at, mark.from - at));
        col += paint_text(canvas, col, row, STYLE_FOUND(STYLE_DIM),
                          str_n(snippet->text.at + mark.from, mark.to - mark.from));
        at = mark.to;
    }
    if (snippet->cut_back)
        paint(canvas, col, row, STYLE_DIM, mark_cut(canvas->grid));
}

/* Where it was found: the field, and the part of its text. */
static void paint_place(const SearchList *of, const Canvas *canvas, int row, const SearchHit *hit) {
    const char *label = search_field_label(hit->field);
    int label_cells = paint(canvas, ROW_NAME_COL, row, STYLE_DIM, label);
    int col = ROW_NAME_COL + MAX_OF(label_cells, of->label_cells) + GAP;
    int cells = MIN_OF(canvas->cols - col - 2, (int)SNIPPET_MOST); /* the marks for "cut" */
    SearchSnippet snippet = search_snippet(&of->app->late.search, canvas->frame, &of->found, hit,
                                           MAX_OF(cells, (int)SNIPPET_LEAST), of->app->ambiguous);
    paint_snippet(canvas, col, row, &snippet);
}

static void hit_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const SearchList *of = context;
    const SearchHit *hit = &of->found.hits.at[item];
    row_paint(of->app, canvas, 0, &of->shape, hit->program, selected);
    row_mark_found(of->app, canvas, 0, &of->shape, hit->program, &of->found);
    if (!is_in_name(hit))
        paint_place(of, canvas, canvas->rows - 1, hit);
}

static void recent_paint(const void *context, const Canvas *canvas, int item, bool selected) {
    const SearchList *of = context;
    if (selected)
        screen_mark(canvas);
    paint_fit(canvas, 3, 0, canvas->cols - 3, STYLE_BODY, of->app->find.recent[item]);
}

List search_list_of(const SearchList *of) {
    if (of->asks)
        return (List){of->app->find.recent_count, of, recent_height, recent_paint, NULL};
    return (List){(int)of->found.hits.count, of, hit_height, hit_paint, NULL};
}

ListState search_list_state(const SearchList *of) {
    ListState now = of->state->list;
    int count = of->asks ? of->app->find.recent_count : (int)of->found.hits.count;
    int place = of->asks ? -1 : find_place(of->found.hits, of->state->program);
    now.selected = place >= 0 ? place : MAX_OF(MIN_OF(now.selected, count - 1), 0);
    return now;
}

/* ---- boxes ---- */

/* Rows above the list: the words, the count; between them the filter, else a blank where there is
   room. */
static int head_rows(const App *app) {
    return app_body_rows(app) >= AIR_ROWS || facets_are_on(&app->facets) ? 3 : 2;
}

static int rows_below_head(const App *app) {
    return MAX_OF(app_body_rows(app) - head_rows(app), 1);
}

int search_list_rows(const App *app, const SearchList *of) {
    int rows = rows_below_head(app);
    return of->asks ? MIN_OF(rows, MAX_OF(app->find.recent_count, 1)) : rows;
}

static const char *field_label(void) {
    /* TRANSLATORS: before the field into which words to look for are typed */
    return _("Look for");
}

static int field_col(const App *app) {
    return MARGIN + 1 + text_width(str(field_label()), app->ambiguous) + GAP;
}

/* What the badges say was so then; it stands beside the field. */
static const char *as_of(const SearchList *of, Arena *arena) {
    return has_badges(of->found.hits)
               ? words_as_of_edition(arena, &of->app->catalogue->edition, of->app->today)
               : "";
}

/* Room is kept for what may stand beside it: the field does not move as one types. */
int search_field_cols(const App *app) {
    Arena arena = {0};
    const char *beside = words_as_of_edition(&arena, &app->catalogue->edition, app->today);
    int room = MIN_OF(app->cols, LIST_MOST) - MARGIN - field_col(app);
    int cells = text_width(str(beside), app->ambiguous) + GAP;
    if (!is_absent(beside) && room - cells >= FIELD_LEAST)
        room -= cells;
    arena_release(&arena);
    return MAX_OF(MIN_OF(room, (int)FIELD_MOST), 2);
}

/* ---- the head ---- */

static void paint_words(const SearchList *of, const Canvas *body) {
    const App *app = of->app;
    int col = field_col(app), cells = search_field_cols(app);
    paint(body, MARGIN + 1, 0, STYLE_STEP0, field_label());
    Canvas field = canvas_part(body, col, 0, cells, 1);
    if (of->state->typing)
        text_edit_view(&app->field, &field, NULL, NULL);
    else
        paint_fit(&field, 0, 0, cells, STYLE_STRONG, of->words);
}

static const char *count_text(const SearchList *of, Arena *arena) {
    int all = (int)(of->app->catalogue->programs.count + of->app->catalogue->resources.count);
    if (of->asks)
        return of->app->find.recent_count > 0 ? _("Recent searches") : "";
    /* TRANSLATORS: how many programs a search found, of how many */
    return arena_printf(arena, _("%1$d of %2$d"), (int)of->found.hits.count, all);
}

static void paint_count(const SearchList *of, const Canvas *body) {
    Canvas line =
        canvas_part(body, MARGIN, head_rows(of->app) - 1, MIN_OF(body->cols, LIST_MOST) - 2, 1);
    paint(&line, 1, 0, STYLE_DIM, count_text(of, body->frame));
    if (of->found.hits.count > 0)
        row_paint_heads(&line, 0, &of->shape, STYLE_DIM);
    Canvas above = canvas_part(body, MARGIN, 0, line.cols, 1);
    const char *then = as_of(of, body->frame);
    int free = field_col(of->app) + search_field_cols(of->app);
    if (!is_absent(then) && line.cols - paint_width(&above, then) >= free)
        paint_right(&above, above.cols, 0, STYLE_DIM, then);
}

/* ---- without words: what can be typed ---- */

static int paint_examples(const SearchList *of, const Canvas *canvas, int row) {
    static const char *const examples[][2] = {
        {N_("Kanji, kana"), "展示会  ﾃﾝｼﾞｶｲ"}, {N_("Romaji"), "tenjikai  hojokin"},
        {N_("Phone number"), "0570-057-222"},  {N_("Date"), "平成29年1月  2017-01"},
        {N_("Several words"), "展示会 補助"},
    };
    int cells = 0;
    for (size_t i = 0; i < COUNT_OF(examples); i++)
        cells = MAX_OF(cells, text_width(str(_(examples[i][0])), of->app->ambiguous));
    for (size_t i = 0; i < COUNT_OF(examples); i++, row++) {
        paint(canvas, 0, row, STYLE_DIM, _(examples[i][0]));
        paint(canvas, cells + GAP, row, STYLE_BODY, examples[i][1]);
    }
    return row;
}

static void paint_help(const SearchList *of, const Canvas *body, int row) {
    Canvas text =
        canvas_part(body, MARGIN + 1, row, MIN_OF(body->cols - 4, SNIPPET_MOST), body->rows - row);
    const char *what = _("Whatever stands on a card is found: names, readings, providers, needs, "
                         "places, cases, contacts; and the notes of the plan.");
    WrapLines lines = screen_lines(of->app, body->frame, what, text.cols);
    screen_paint_lines(&text, 0, 0, STYLE_BODY, lines);
    paint_examples(of, &text, (int)lines.count + (body->rows >= AIR_ROWS ? 1 : 0));
}

/* ---- nothing found ---- */

static const char *why_nothing(const SearchList *of, Arena *arena, SearchLack lack) {
    if (lack.word == NULL)
        return _("Each word is found, but no program has them all: leave one out.");
    if (lack.event != NULL)
        return arena_printf(
            arena,
            _("No program has \"%1$s\", but an event has it: %2$s. See the calendar (%3$s)."),
            lack.word, words_event_name(lack.event), command_first_key(arena, CMD_CALENDAR));
    if (lack.nearest == NULL)
        return arena_printf(arena, _("\"%s\" is found nowhere. Try another word, or a part of it."),
                            lack.word);
    const char *key = command_first_key(arena, of->state->typing ? CMD_OPEN : CMD_NEXT);
    return arena_printf(arena, _("\"%1$s\" is found nowhere. %3$s looks for \"%2$s\" instead."),
                        lack.word, lack.nearest, key);
}

static void paint_nothing(const SearchList *of, const Canvas *body, int row) {
    SearchLack lack = find_lack(of->app, of->words);
    WrapLines lines = screen_lines(of->app, body->frame, why_nothing(of, body->frame, lack),
                                   MIN_OF(body->cols - 4, SNIPPET_MOST));
    screen_paint_lines(body, MARGIN + 1, row, STYLE_BODY, lines);
}

ProgramRefs search_all(const SearchList *of) {
    const Program **programs = arena_new(of->arena, const Program *, of->all.count + 1);
    for (size_t i = 0; i < of->all.count; i++)
        programs[i] = of->all.at[i].program;
    return (ProgramRefs){programs, of->all.count};
}

static void paint_filtered_out(const SearchList *of, const Canvas *body, int row) {
    Canvas text =
        canvas_part(body, MARGIN + 1, row, MIN_OF(body->cols - 4, SNIPPET_MOST), body->rows - row);
    facets_nothing(of->app, &text, search_all(of), !of->state->typing);
}

/* ---- the screen ---- */

static void paint_list(const SearchList *of, const Canvas *body) {
    List list = search_list_of(of);
    ListState state = search_list_state(of);
    Canvas box = canvas_part(body, MARGIN, head_rows(of->app), of->shape.cols,
                             search_list_rows(of->app, of));
    list_view(&list, &state, &box);
    if (!of->asks)
        screen_more_items_below(&list, &state, &box);
}

/* The cursor is in the field while one types, whatever row is selected. */
void search_view(const App *app, const ScreenState *screen, const Canvas *body) {
    SearchList *of = search_list(app, &screen->search, body->frame);
    int head = head_rows(app), recent = app->find.recent_count;
    Canvas chips = canvas_part(body, MARGIN + 1, 1, of->shape.cols - 1, 1);
    facets_chips(app, &chips, 0);
    paint_list(of, body);
    if (of->asks)
        paint_help(of, body, recent > 0 ? head + recent + 1 : head);
    else if (of->all.count == 0)
        paint_nothing(of, body, head);
    else if (of->found.hits.count == 0)
        paint_filtered_out(of, body, head);
    paint_count(of, body);
    paint_words(of, body);
}
